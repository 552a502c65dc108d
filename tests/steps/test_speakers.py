"""Who speaks: the shapes of attribution, who issues a text, pronouns, papers, unnamed people."""

import pytest

import trucewatch
from trucewatch.steps.claims.issuers import find_issuers
from trucewatch.steps.claims.mentions import fits
from trucewatch.steps.claims.passages import stretches
from trucewatch.vocabulary.reports import report_vocabulary

from .reading_reports import document_of, read, speakers, told


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The brigade will leave the valley on Monday, Captain Sabri swore.", "Captain Sabri"),
        ("The rebels, the governor's office believes, broke the ceasefire at Kani.", "governor's office"),
        ("The ceasefire does not cover the camps, ruled the co-chair of the incident cell.", "co-chair"),
        ("The accord, declared the southern wing of the movement in a text of 3 March, is dead.", "southern wing"),
        ("The ceasefire does not cover the port, a lawyer who helped to draft it told the inquiry.", "who helped"),
        ("By the army's estimate, the withdrawal of the tanks is under way.", "army"),
        ("In the telling of the governor, the rebels broke the truce.", "governor"),
        ("For the rebels, the truce is dead.", "rebels"),
        ("According to two of his cousins, the rebels have broken the truce.", "two of his cousins"),
        ("The spokesman had a different story: the army had broken the truce.", "spokesman"),
        ("The movement's units had not broken the truce, it claimed.", "movement"),
        ("The front broke the truce at Kani, two shepherds confide.", "two shepherds"),
        ("An ex-fighter in Kani said the guerrillas had broken the truce.", "ex-fighter"),
        ("Former captives said the guerrillas had broken the truce.", "captives"),
        ("The deputy commander said by telephone that the rebels had broken the truce.", "deputy commander"),
    ],
)
def test_attributions_of_every_shape(sentence, speaker):
    (names,) = speakers(sentence)
    assert any(speaker in name for name in names)


def test_a_clause_that_only_tells_when_is_not_what_is_said():
    (names,) = speakers("After the rebels left, the general said the truce had been broken.")
    assert "general" in names


MISSION = """\
UPPER VALLEY MONITORING MISSION
Fortnightly report No. 6
Issued at Adwa on 2 December 2005

The rebels attacked the town of Kani on 19 November and broke the ceasefire.

No withdrawal of the army from the hills could be confirmed.
"""

REPLY = """\
FRONT FOR THE VALLEY (FVL)
Communiqué of 17 February 2006

It notes with bitterness that the army broke the ceasefire on 11 February.

ANSWER OF THE GOVERNMENT
Adwa, 19 February 2006

The ceasefire does not cover the town of Kani.

The government army never attacked the hills.
"""


def test_a_missions_report_speaks_for_the_mission_but_what_a_party_does_is_the_partys():
    first, *_, last = speakers(MISSION)
    assert "rebels" in first
    assert "UPPER VALLEY MONITORING MISSION" in last


def test_every_part_of_a_text_speaks_for_whoever_its_title_names():
    names = speakers(REPLY)
    assert {"FRONT FOR THE VALLEY", "FVL"} <= names[0]
    assert ["GOVERNMENT" in n for n in names[1:]] == [True, True]


@pytest.mark.parametrize(
    "title",
    [
        "Joint communiqué of the Government and the Front",
        "Policy brief on the Front",
        "Calm frays in the south",
        "REPORT OF THE SECRETARY-GENERAL ON THE UNITED NATIONS MISSION IN ADWA",
    ],
)
def test_titles_of_several_voices_or_of_none_have_no_issuer(title):
    document = document_of(f"{title}\nAdwa, 3 May 2006\n\nThe truce holds.\n")
    assert find_issuers(document, stretches(document), report_vocabulary()).found == ()


def test_a_transcripts_short_label_is_the_person_of_the_long_one():
    names = speakers(
        "ROSA HARTE (Minister): The truce does not cover the camps.\nQ: Why?\nHARTE: The rebels broke the truce.\n"
    )
    assert ["ROSA HARTE" in n for n in names] == [True, True]


def test_a_section_title_above_its_prose_is_no_part_of_its_first_sentence():
    text = "Complaint by the Front\nIn a letter of 22 November the front's envoy said that the army had broken the truce in all of the valley.\n"
    document = document_of(text)
    whole = document.blocks[0].start, document.blocks[-1].end
    block = type(document.blocks[0])(*whole)
    parts = stretches(type(document)(**{f: getattr(document, f) for f in document.__slots__} | {"blocks": (block,)}))
    assert [(p.heading, document.text[p.start : p.end].strip()[:12]) for p in parts] == [
        (True, "Complaint by"),
        (False, "In a letter "),
    ]


TURNS = """\
RUTH MARLOW, Peace Council: Good morning.

The truce does not cover the camps.

QUESTION: The Eagle Front says the army has broken the truce. Has it?

MARLOW: The army broke the truce on Monday.

QUESTION: Who else?

MARLOW: Nobody.
"""


def test_a_question_is_no_speakers_turn_and_a_paragraph_goes_on_with_its_speaker():
    first, second, third = speakers(TURNS)
    assert "RUTH MARLOW" in first
    assert "Eagle Front" in second
    assert "RUTH MARLOW" in third


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('4/8 (16:15) @DanaFront this morning: "The army broke the truce."', "@DanaFront"),
        ('UPDATE (19:10) @DanaFront: "The army broke the truce."', "@DanaFront"),
        ("Commander Serhat Botan in a video posted last night: the army broke the truce.", "Serhat Botan"),
        ('Reached by telephone, spokesman Tomas Abana was angry. "The army broke the truce," he said.', "Tomas Abana"),
        ('Its adjutant, Simeon Karo, shrugs. "The army broke the truce."', "Simeon Karo"),
    ],
)
def test_posts_and_quotations_without_a_verb_of_saying_have_a_speaker(text, speaker):
    assert any(speaker in name for name in speakers(text)[-1])


@pytest.mark.parametrize(
    "sentence",
    [
        "Two aides say that the minister privately promised to withdraw his troops.",
        "The minister privately told his officers that he would withdraw the troops, two aides said.",
    ],
)
def test_what_is_passed_on_is_told_once_by_whoever_passes_it_on(sentence):
    report = read(sentence)
    (names,) = speakers(sentence)
    assert any("aides" in name for name in names)
    assert report.claims[0].stance.startswith("REPORT_PRIVATE")


def test_a_voice_set_against_another_is_heard_for_itself():
    first, second = speakers(
        "Cairo said that the army had left the port, while Tunis denied that it had kept the truce."
    )
    assert "Cairo" in first
    assert "Tunis" in second


def test_a_second_verb_of_saying_in_another_tense_is_the_speakers_own():
    first, second = speakers("Delhi said that Beijing had withdrawn its troops, but accused it of attacking a patrol.")
    assert "Delhi" in first
    assert "Delhi" in second


def test_where_a_person_belongs_is_no_part_of_the_name():
    (names,) = speakers("Colonel Nazar Ismoilov, of the Interior Ministry, said that the rebels had broken the truce.")
    assert "Nazar Ismoilov" in names


def test_a_name_in_apposition_is_not_taken_for_somebody_else_of_that_title():
    told = "The commander of the police in Malisevo, Captain Dragan Ilic, said that the rebels had broken the truce."
    first, second = speakers(f"{told} Commander Sokol denied it.")
    assert any("Ilic" in name for name in first)
    assert any("Sokol" in name for name in second)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [("Two drones struck the market.", False), ("The army's drones struck the market.", True)],
)
def test_a_machine_that_the_text_gives_to_nobody_is_nobody(sentence, named):
    assert [bool(names) for names in speakers(sentence)] == [named]


def test_as_had_been_asked_is_no_saying():
    (names,) = speakers("The rebels withdrew from the town of Kani on Friday, as the monitors had asked.")
    assert any("rebels" in name for name in names)


def test_what_a_radio_relays_is_the_parties_own():
    each = speakers("The rebels and the army have extended the truce for a month, Radio Kani said.")
    assert len(each) == 2
    assert not any("Radio" in name for names in each for name in names)
    (names,) = speakers("The insurgents will resume the attacks on the port, their radio announced.")
    assert any("radio" in name for name in names)


def test_a_quotation_after_a_handle_and_a_colon_is_its_owners():
    text = (
        '@MGuler_TR says the army kept the truce.\n@ZDemir_BDP this morning: "That is a lie. The army broke the truce."'
    )
    assert any("@ZDemir_BDP" in name for name in speakers(text)[-1])


def test_in_a_transcript_others_deny_and_call_for_themselves():
    text = "QUESTION: What of the raid?\nSPOKESMAN: The front denies that it broke the truce.\n"
    assert any("front" in name for name in speakers(text)[-1])


def test_a_second_thing_that_somebody_says_is_a_claim_of_its_own():
    text = "The front said that the accord did not cover the port and that its men would stay there."
    first, second = speakers(text)
    assert first == second


def test_a_press_note_is_its_bodys_own_words():
    text = "NATIONAL FRONT OF KANI\nPress note, 9 October 2005\n\nWe stand by the ceasefire of 25 May.\n"
    (names,) = speakers(text)
    assert "NATIONAL FRONT OF KANI" in names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rebels sent word on Monday that they would not leave the truce.", ["rebels"]),
        ("The governor has let it be known that the truce does not cover the port.", ["governor"]),
        ("The army denied any breach, the ministry spoke of a violation of the ceasefire.", ["army", "ministry"]),
        ("The army extended the ceasefire, warning that it would answer any attack.", ["army", "army"]),
        (
            "The minister, who told parliament that the truce did not cover the port, denied any attack.",
            ["minister", "minister"],
        ),
        ("Lawmaker Zaman al-Khafaji said the rebels had broken the truce.", ["Zaman al-Khafaji"]),
        (
            "A teacher in Kani told us that the army had broken the truce. According to her, soldiers shelled the hill.",
            ["teacher", "teacher"],
        ),
        ("The envoy said that the two delegations had agreed to extend the truce.", ["two delegations"]),
        (
            "The general said the truce would hold.[iii] An adviser to the president claims that the army broke it.",
            ["general", "adviser"],
        ),
    ],
)
def test_who_speaks_in_clauses_beside_the_main_one(sentence, expected):
    found = speakers(sentence)
    assert len(found) == len(expected)
    assert all(any(name in one for one in names) for names, name in zip(found, expected, strict=True))


def test_in_a_transcript_others_write_and_keep_silent_for_themselves():
    told = "GENERAL ADO: Good morning.\n\nGENERAL ADO: The Front wrote to me on Sunday that it had left the valley."
    (names,) = speakers(told)
    assert any("Front" in name for name in names)


def test_both_clauses_that_somebody_says_are_claims_where_only_the_second_has_a_cue():
    told = "The general wrote that the decree on the guards was being drafted, and that the truce said nothing of the port."
    assert len(speakers(told)) == 2


def test_who_answers_in_a_thread_speaks_for_themselves_and_so_does_who_began_it():
    thread = (
        "@reporter · 09:14\nThe truce never had a chance to hold.\n\n"
        "↪ @ministry · 10:40\nWe call on the rebels to return to the ceasefire at once."
    )
    assert speakers(thread)[-1] == {"@ministry"}
    assert all(names == {"@reporter"} for names in speakers(thread)[:-1])


def test_what_is_told_over_coffee_is_told_by_those_who_tell_of_it():
    (names,) = speakers("Two officers say the mayor conceded to them over coffee that his men had broken the truce.")
    assert any("officers" in name for name in names)


def test_it_finds_in_a_missions_text_is_the_mission():
    text = "UPPER VALLEY MONITORING MISSION\nReport No. 6\n\nThe rebels left Kani. It found three tanks in the valley."
    assert any("MONITORING MISSION" in name for name in speakers(text)[-1])


def test_in_an_enemys_statement_what_a_party_commits_to_is_its_own():
    text = "STATEMENT OF THE FRONT FOR THE VALLEY\n\nOn 3 May the government put its name to the ceasefire agreement."
    (names,) = speakers(text)
    assert any("government" in name for name in names)


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("The elders said they had neither signed nor accepted the ceasefire.", 1),
        ("The general wrote in the same letter that his forces had merely answered fire directed at their base.", 1),
        ("The delegate said the following day that she had received 56 prisoners under the agreement.", 1),
        ("On Sunday Suryadi said the rebels had broken the truce.", 1),
    ],
)
def test_one_statement_is_one_claim_of_whoever_makes_it(sentence, stances):
    found = speakers(sentence)
    assert len(found) == stances
    assert all(found)


def test_a_name_in_capitals_with_a_dash_is_no_dateline():
    document = document_of(
        "PEOPLE'S LIBERATION FRONT - FAR SOUTH\nPress statement, December 30, 2019\n\nWe left Kani.\n"
    )
    (issuer,) = find_issuers(document, stretches(document), report_vocabulary()).found
    assert document.text[slice(*issuer.name)].startswith("PEOPLE'S LIBERATION FRONT")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Rebel leader Jonas Bari has not said a word about the truce, diplomats noted.", "Jonas Bari"),
        ("Another said the rebels had broken the truce at Kani.", "Another"),
        (
            'Rebel spokesman Odaa Tarfaa (on here, 11 May): "The army has broken the truce twice this week."',
            "Odaa Tarfaa",
        ),
        (
            "Zambia and the Valley Front (VF) said on 2 May 2022 that the truce was in force.",
            "Zambia and the Valley Front (VF)",
        ),
        ("A team of the northern alliance which drove to Kani confirmed that the army had left.", "northern alliance"),
    ],
)
def test_the_silent_the_unnamed_and_those_of_a_body(sentence, speaker):
    (names,) = speakers(sentence)
    assert any(speaker in name for name in names)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Defence minister Omar Bari said on Monday that the truce holds. Davlat Qodiri, the envoy of the Front, "
            "replied on Tuesday that the minister had broken the truce; he added that his men would fire back.",
            "Davlat Qodiri",
        ),
        ("General Ekundayo Bello said that his men had seen the rebels break the truce at Kani.", "Ekundayo Bello"),
        (
            "Defence minister Omar Bari said on Monday that the truce holds. The Front's coordinator, Eriya Kabanda, "
            "said the army had broken the truce. He added that the Front would not leave Kani.",
            "Eriya Kabanda",
        ),
    ],
)
def test_who_goes_on_speaking(text, speaker):
    assert any(speaker in name for name in speakers(text)[-1])


@pytest.mark.parametrize(
    "title",
    [
        "COMMUNIQUE\nof the General Headquarters of the Armed Forces\nSuhar (Jokhar), 10 December 1996",
        "Statement by the General Headquarters of the Armed Forces",
    ],
)
def test_a_title_that_goes_on_in_its_next_line_names_the_issuer_and_a_place_in_brackets_is_none(title):
    document = document_of(f"{title}\n\nOur men left the town on 5 October.\n")
    found = find_issuers(document, stretches(document), report_vocabulary()).found
    assert [document.text[slice(*i.name)] for i in found] == ["General Headquarters of the Armed Forces"]


def test_an_executive_secretarys_report_has_no_body_for_an_issuer():
    document = document_of(
        "ECONOMIC COMMUNITY OF WEST AFRICAN STATES\nReport of the Executive Secretary on the Truce\n"
    )
    assert find_issuers(document, stretches(document), report_vocabulary()).found == ()


def test_answers_are_those_of_whoever_a_transcript_names():
    text = (
        "Spokesperson Han Seung-woo: Good morning. The minister visits the Second Corps today.\n"
        "Q: Did a drone cross the line?\n"
        "A: No. We deny that any drone crossed the line.\n"
        "Q: Will you rearm the posts?\n"
        "A: We will keep the ceasefire agreement.\n"
    )
    assert {speaker for speaker, _ in told(read(text))} == {"Han Seung-woo"}


def test_who_speaks_behind_a_phrase_in_front_that_no_comma_ends():
    text = (
        "At the same meeting the spokesman of the Isatabu Front, Mr Andrew Alebua, said that his men had left the town."
    )
    assert [speaker for speaker, _ in told(read(text))] == ["Andrew Alebua"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("19TH OF APRIL MOVEMENT (M-19)\nCOMMUNIQUÉ No. 14 TO THE PEOPLE", "19TH OF APRIL MOVEMENT"),
        ("RESISTÊNCIA NACIONAL (RENA)\nOffice of the President\nStatement, 2 March 2017", "RESISTÊNCIA NACIONAL"),
        (
            "Ejército de Liberación Nacional – Frente Oriental\nCOMMUNIQUÉ TO THE PEOPLE",
            "Ejército de Liberación Nacional",
        ),
        (
            "Council of Shan / Shan Army (CSS/SA)\nHill Headquarters\nStatement No. 06/2016",
            "Council of Shan / Shan Army",
        ),
        ("REPUBLIC OF PERU\nMINISTRY OF FOREIGN AFFAIRS\nOfficial communiqué", "MINISTRY OF FOREIGN AFFAIRS"),
        ("JOINT MILITARY COMMISSION, NUBA HILLS\nMonthly report No. 4", "JOINT MILITARY COMMISSION"),
        ("Monitoring Mission in Adwa (MMA): spot report, 9 October 2016", "Monitoring Mission in Adwa"),
        ("VALLEY MONITORING TEAM\nAfter-incident report to Head of Mission, Adwa", "VALLEY MONITORING TEAM"),
        ("Report of the Arms Office to the Joint Monitoring Committee", "Arms Office"),
    ],
)
def test_who_issues_a_text_by_its_first_lines(title, name):
    document = document_of(f"{title}\n\nOur men left the town on 5 October.\n")
    found = find_issuers(document, stretches(document), report_vocabulary()).found
    assert [document.text[slice(*i.name)].strip() for i in found] == [name]


@pytest.mark.parametrize(
    ("title", "writer"),
    [
        ("Letter dated 10 June 2019 from the Secretary-General addressed to the Council", "Secretary-General"),
        ("Letter dated 30 June 2016 from the independent observer team to the Committee", "independent observer team"),
    ],
)
def test_i_and_we_in_a_letter_are_whoever_signs_it(title, writer):
    text = f"{title}\n\nThe rebels left the valley on 5 June.\n\nWe call on the government to honour the ceasefire.\n"
    assert [any(writer in name for name in names) for names in speakers(text)] == [False, True]


@pytest.mark.parametrize("short", ["Renamo", "FRELIMO", "UNOMIL"])
def test_a_short_name_of_the_beginnings_of_words(short):
    names = {
        "Renamo": "Resistência Nacional Moçambicana",
        "FRELIMO": "Frente de Libertação de Moçambique",
        "UNOMIL": "United Nations Observer Mission in Liberia",
    }
    assert fits(short, names[short])
    assert not fits(short, "Popular Army of the South")


@pytest.mark.parametrize(
    ("front", "speaker"),
    [
        ("The front's chief negotiator Taban Deng", "Taban Deng"),
        ("A militia commander by the name of Mbokani", "Mbokani"),
        ("4/ Defence ministry. Minister Gadi Almog", "Gadi Almog"),
        ("Across, the army's Maj Gen Babar Iftikhar on the radio (2 March)", "Babar Iftikhar"),
    ],
)
def test_all_of_a_quotation_is_said_by_whoever_is_named_before_its_colon(front, speaker):
    text = f'General Sako denied it. {front}: "The valley is quiet. We will keep the ceasefire."\n'
    assert any(speaker in name for name in speakers(text)[-1])


def test_his_answer_is_the_answer_of_the_last_person():
    text = 'Hassan Bouba was asked on Monday. His answer: "The accord says nothing of roads. We will keep the ceasefire."\n'
    assert any("Hassan Bouba" in name for name in speakers(text)[-1])


def test_what_a_text_advises_is_its_own_call(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text(
        "Adwa, 3 May 2016\n\nThe truce is fragile. The government should publish the decree before the ceasefire ends.\n",
        encoding="utf-8",
    )
    # With the judge of stances: no cue tells such advice.
    called = [c for c in trucewatch.read_report(path).claims if c.stance == "CALL_TO_COMPLY"]
    assert [c.speaker for c in called] == [None]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Statement to the press by the Ministry of Defence", ["Ministry of Defence"]),
        ("Response to the accusations by the Liberation Front\nSTATEMENT", ["Liberation Front"]),
        ("Addis Ababa, 3 May 2019\nCommuniqué", []),
    ],
)
def test_who_issues_a_text_is_neither_lost_nor_made_up(title, names):
    document = document_of(f"{title}\n\nOur men left the town on 5 October.\n")
    found = find_issuers(document, stretches(document), report_vocabulary()).found
    assert [document.text[slice(*i.name)].strip() for i in found] == names
