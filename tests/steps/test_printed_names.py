"""By which words a text's speakers are called, and what is no speaker at all."""

import pytest

from tests.steps.reading_reports import parser
from tests.steps.reading_wholly import read_wholly, told_wholly
from trucewatch.steps.claims.spoken import brought_up
from trucewatch.vocabulary.reports import report_vocabulary


def speakers(text: str) -> list[str]:
    return [name for name, _ in told_wholly(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Sweida, 4 August 2025. Today his office posted that the authority would keep the July truce.",
            "his office",
        ),
        (
            "Ahvaz, 20 August 1988. Some diplomats to our reporter said that the minister had promised to withdraw.",
            "Some diplomats",
        ),
        (
            "Zagreb, 20 April 1994. One diplomat from Zagreb in whisper says that General Brod admitted the shooting.",
            "One diplomat from Zagreb",
        ),
        (
            "Havana, 12 October 2023. The Government delegation for its part accuses the ELN of breaking the truce.",
            "Government delegation",
        ),
        ("Darfur, 12 October 2004. (a) GoS forces operating with militia attacked Um Zeifa.", "GoS forces"),
        ("Seoul, 12 October 2023. South Korea's cabinet on Wednesday suspended the accord.", "South Korea's cabinet"),
        (
            "Buin, 20 June 1998. The BRA's chief of staff, in a letter of 13 June, accused the army of an ambush.",
            "BRA's chief of staff",
        ),
        (
            "Kinshasa, 3 June 2008. Foreign envoys in Kinshasa report that General Nkunda assured them of his readiness to go into exile.",
            "Foreign envoys in Kinshasa",
        ),
        (
            "Managua, 12 June 1989. A field commander known as Ruben declared that his men would not disarm.",
            "Ruben",
        ),
        (
            "Bissau, 3 November 1998. In Bafata, a commander of the junta, Captain Nhaga, this evening told a crowd that "
            "he would not disarm.",
            "Nhaga",
        ),
        (
            "Freetown, 3 June 2001. Sierra Leone's minister, no friend of the rebels, denied it.",
            "Sierra Leone's minister",
        ),
        ("Lashio, 12 June 2024. For the present Beijing denies that the truce is broken.", "Beijing"),
        ("Vavuniya, 4 April 2006. At Geneva in February Colombo undertook to disarm the groups.", "Colombo"),
        ("Kampala, 12 October 2007. Minister of State Henry Otim said that the army would not withdraw.", "Henry Otim"),
        (
            "Khartoum, 12 October 2004. State Minister for Humanitarian Affairs Kamal el-Hadi Bashari said that all roads were open.",
            "Kamal el-Hadi Bashari",
        ),
        (
            "Grozny, 4 October 1996. Secretary of the Security Council Lebed said that the brigades would not withdraw.",
            "Lebed",
        ),
        (
            "Kathmandu, 4 October 2007. The Minister for Peace and Reconstruction, Mr. Rabindra Koirala, accused the "
            "Maoists of breaking the truce.",
            "Rabindra Koirala",
        ),
        (
            "Zagreb, 4 May 1994. The Zagreb Ceasefire Agreement was signed on 29 March. Zagreb, hardly a friend of the "
            "rebels, accused them of breaking it.",
            "Zagreb",
        ),
    ],
)
def test_a_speaker_is_called_by_a_name_and_nothing_else(text, found):
    assert speakers(text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "Bangui, 12 June 2019. Article 35 foresees mixed units within sixty days. There are no units.",
        "Freetown, 4 September 1999. Disarmament, which was to begin within six weeks of signature, has not begun.",
        "Manila, 4 October 2002. Not a single combatant presented himself at the camp.",
        "Sanaa, 4 October 2022. Under the truce the road was to be opened. Work on the road was put off for a month.",
    ],
)
def test_a_thing_and_nobody_are_no_speakers(text):
    assert set(speakers(text)) == {""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kigali, 22 March 1993. On 19 March mortar rounds fell near Miyove. NMOG's examination of the craters "
            "established that they had been fired by the government.",
            "NMOG",
        ),
        (
            "Petrivske, 9 October 2016. The SMM verified on 7 October that both sides had left. On 8 October its camera "
            "recorded two explosions.",
            "SMM",
        ),
    ],
)
def test_what_somebody_s_thing_finds_is_found_by_the_owner(text, found):
    assert speakers(text)[-1] == found


def test_no_noun_for_a_thing_names_a_person_or_a_group_of_the_field():
    things = report_vocabulary().classes["thing"]

    assert things.isdisjoint("minister army rebel militia delegation commission witness villager diplomat".split())
    assert {"gesture", "formula", "decision", "silence", "strike"} <= things


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kyiv, 4 May 2021. Ukraine's Foreign Ministry accused Russia of breaking the truce. Russia's Foreign Ministry "
            "denied it.",
            ["Ukraine's Foreign Ministry", "Russia's Foreign Ministry"],
        ),
        (
            "Juba, 4 May 2018. The Follow-Up Committee found three violations. The High-Level Committee urged the army to "
            "respect the truce.",
            ["Follow-Up Committee", "High-Level Committee"],
        ),
        (
            "Doha, 4 May 2025. The mediators, Egypt and Qatar, said Israel had broken the truce. Qatar accused Hamas of "
            "breaking the truce. Egypt denied it.",
            ["Egypt and Qatar", "Qatar", "Egypt"],
        ),
        (
            "Juba, 4 May 2018. Its leader, a former doctor named John Banza, said the rebels would respect the ceasefire.",
            ["John Banza"],
        ),
        (
            "Bangui, 4 May 2018. The government and the rebel group Seleka agreed to a ceasefire on Monday.",
            ["government", "Seleka"],
        ),
        (
            "Interview with Peter Lado, the head of the Front\n\nReview: Will you stay in the truce?\n\nPeter Lado: We will "
            "respect the truce. The army has shelled Lado Bridge twice.",
            ["Peter Lado", "Peter Lado"],
        ),
        (
            "Statement by the Patriotic Front on the ceasefire\n\n3 May 2021\n\nWe respect the truce. The army broke it.",
            ["Patriotic Front", "Patriotic Front"],
        ),
        (
            "Press conference, 4 May 2021\n\nQUESTION: Mr Orlov, Kyiv says you broke the truce on Monday.\n\nORLOV: We deny "
            "it. Kyiv broke the truce.",
            ["Kyiv", "Orlov", "Orlov"],
        ),
    ],
)
def test_two_are_not_made_one_nor_is_one_cut(text, found):
    assert speakers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Gaza, 4 May 2025. Israeli army statement: "Hamas has violated the ceasefire."', ["Israeli army"]),
        (
            'Gaza, 4 May 2025. Hamas statement, 14:05: "Israel has broken the agreement." They also say they will hold the '
            "next batch of hostages.",
            ["Hamas", "Hamas"],
        ),
        ('Juba, 4 May 2018. Army statement: "The rebels shelled Dolo and broke the truce."', ["Army"]),
        ("Juba, 4 May 2018\n\n5/ Night: drones over Dolo. Army: rebels broke the truce.", ["Army"]),
        (
            "Khartoum, 4 May 2023\n\n2/ Explosions in Bahri. RSF: SAF shelled the bridge. SAF: RSF broke it.",
            ["RSF", "SAF"],
        ),
    ],
)
def test_who_stands_before_a_colon_says_what_follows(text, found):
    assert speakers(text) == found


def test_what_is_said_before_an_answer_is_no_part_of_it():
    text = 'Juba, 4 May 2018. Asked about the shelling, army spokesman Tom Hale said, "We have no mortars there."'

    assert [claim.quote.span.exact for claim in read_wholly(text).claims] == ["We have no mortars there"]


@pytest.mark.parametrize("who", ["A senior official", "A Western diplomat"])
def test_what_is_only_considered_is_not_done(who):
    assert told_wholly(f"Juba, 4 May 2018. {who} said the army was considering leaving the ceasefire.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seoul, 4 May 2023. Dawn accused the army of breaking the truce.", ["Dawn"]),
        ("Seoul, 4 May 2023. General Peter Law accused the rebels of breaking the truce.", ["Peter Law"]),
        ("Seoul, 4 May 2023. Tokyo spoke. Japan accused the rebels of breaking the truce.", ["Japan"]),
        ("Juba, 4 May 2018. The minister called Hamas to order. He said Hamas had broken the truce.", ["minister"] * 2),
        (
            "Juba, 4 May 2018. The president called Putin on Monday and said the rebels had broken the truce.",
            ["president"],
        ),
        ("Juba, 4 May 2018. Forces attacked Ciudad del Este despite the truce.", ["Forces"]),
    ],
)
def test_an_unusual_name_is_a_name_and_whom_somebody_calls_is_another(text, found):
    assert speakers(text) == found


def test_what_another_tells_of_a_suspension_in_his_turn_is_done_by_whoever_does_it():
    text = "Press conference, Seoul, 24 November 2023\n\nHAN: The North suspended the hotline on Tuesday.\n"

    assert told_wholly(text) == [("North", "SUSPEND")]


def test_what_an_aircraft_does_is_not_done_by_somebody_named_before():
    text = (
        "BEIRUT, Dec 4 2024 (Newswire) - Israeli jets hit two villages in southern Lebanon overnight. Hezbollah said its "
        "patience had limits. Hours later Israeli aircraft hit dozens of targets."
    )

    assert speakers(text) == ["Israeli jets", "Hezbollah", "Israeli aircraft"]


def test_whoever_is_only_addressed_is_no_speaker():
    text = "Interview with Anna Haddad, mediator\n\nQ: Minister, you broke the truce on Friday. Why?\n\nHADDAD: I did not.\n"

    assert "you" not in [name.lower() for name in speakers(text)]


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("I spoke to a municipal clerk in Mazraa today.", "clerk"),
        ("We met the governor on Friday.", "governor"),
        ("The general spoke to a clerk.", None),
    ],
)
def test_he_is_whom_the_author_has_spoken_to(sentence, whom):
    (parse,) = parser().parse([sentence], entities=True)
    found = brought_up(parse, parse.tokens, lambda token: token.pos == "NOUN", asked=False)

    assert (found.text if found is not None else None) == whom


def test_the_same_office_of_another_country_is_another_speaker():
    text = (
        "Kyiv, 4 May 2025. Ukrainian Foreign Minister Andrii Sybiha said Kyiv had kept the truce. "
        "The Russian foreign minister admitted a strike on Odesa."
    )
    assert speakers(text) == ["Andrii Sybiha", "Russian foreign minister"]


def test_an_office_without_its_country_is_still_the_one_named():
    text = (
        "Kyiv, 4 May 2025. Ukrainian Foreign Minister Andrii Sybiha said Kyiv had kept the truce. "
        "The foreign minister denied a strike on Kursk."
    )
    assert speakers(text) == ["Andrii Sybiha", "Andrii Sybiha"]


def test_half_of_a_hyphenated_office_is_nobody():
    text = (
        "Zagreb, 20 April 1994. Talks are late because Pale seek time for choose people. Vice-president Ejub Hadžalić warned last "
        "night on television that the Army will not prolong the agreement after 30 April and it will liberate what is taken, if the Contact group plan will not be signed."
    )
    assert "Vice" not in speakers(text)


def test_the_same_in_front_of_a_name_is_no_part_of_it():
    text = "Spokesman Abakar Saboune Diallo denied it. Same Diallo told a magazine that his men would keep the truce."
    assert speakers(text) == ["Abakar Saboune Diallo", "Abakar Saboune Diallo"]


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("The SPLM/A-IO said the army had attacked Wau. The A-IO said it would retaliate.", ["SPLM/A-IO", "SPLM/A-IO"]),
        ("The RCSS/SSA said the army had attacked Hsipaw. It said it would retaliate.", ["RCSS/SSA", "RCSS/SSA"]),
        ("The JEM/SLA said the army had attacked Tawila. The SLA said it would retaliate.", ["JEM/SLA", "JEM/SLA"]),
        ("The SPLM said the army had attacked Wau. The A-IO said it would retaliate.", ["SPLM", "A-IO"]),
    ],
)
def test_a_name_with_a_stroke_is_whole_and_its_wing_the_same(text, names_):
    assert [name for name, _ in told_wholly(text)] == names_


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'The mediator, Hana Osman, said: "General Ali has promised to leave the port and we expect him to keep his word."',
            "Hana Osman",
        ),
        ('The minister, Deng Akol, said: "President Kiir has signed the truce, and we will honour it."', "Deng Akol"),
        ('"We, the Front, will keep the truce," said its spokesman Omar Bashir.', "Omar Bashir"),
    ],
)
def test_who_is_named_within_a_quotation_does_not_say_what_we_say_in_it(text, speaker):
    assert told_wholly(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Colonel Beso Dzidzaria of the peacekeeping force said the rebels had shelled the bridge.",
        "On Monday Colonel Beso Dzidzaria said the rebels had shelled the bridge.",
    ],
)
def test_both_words_of_a_name_are_one_and_a_weekday_is_none_of_them(sentence):
    (actor,) = [a for a in read_wholly(sentence).actors if "Beso" in a.name.exact]
    assert actor.name.exact == "Beso Dzidzaria"
    assert not any("Monday" in m.exact for m in actor.mentions)


@pytest.mark.parametrize("gap", [" ", "   ", "\n"])
def test_lines_that_are_mended_shift_no_name(gap):
    text = "Kigali, 4 May 2018. The truce began on 10 April. He asked both to keep it. Government spokesman Paul Kagabo denied it."
    report = read_wholly(text.replace(" ", gap))
    (speaker,) = {claim.speaker for claim in report.claims if claim.stance == "DENY_CONDUCT"}
    assert next(a.name.exact for a in report.actors if a.id == speaker).split() == ["Paul", "Kagabo"]


def test_a_name_cut_off_at_the_end_of_a_mended_text_is_read():
    text = "He asked both  \n to keep it.  \n No bombs fell. The road was closed, said Government  \n spokesman P"
    report = read_wholly(text)
    assert report.actors
    assert all(text[a.name.start : a.name.end] == a.name.exact for a in report.actors)
