"""Names of bodies and persons that stay whole, and who is not taken for whom."""

import time

import pytest

from tests.steps.reading_reports import read, told
from trucewatch.steps.claims.whole_names import whole_names
from trucewatch.vocabulary.reports import report_vocabulary


def names(text: str) -> set[str]:
    return {text[a:b] for a, b in whole_names(text, report_vocabulary())}


def actors(text: str) -> dict[str, set[str]]:
    return {a.name.exact: {m.exact for m in a.mentions} for a in read(text).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Joint Office for Relief and Recovery (JORR) met.", "Joint Office for Relief and Recovery"),
        ("The Inter-Valley Observation, Liaison and Truce Board (IVOLTB) met.", "Inter-Valley Observation, Liaison and Truce Board"),
        ("Prime Minister Ado met the Valley Unity Front (VUF).", "Valley Unity Front"),
        ("Fighters of the Upper Valley People's Liberation Front left.", "Upper Valley People's Liberation Front"),
        ("The Popular Front for Recovery (FPR) met.", "Popular Front for Recovery"),
        ("The Observation and Liaison Committee met.", "Observation and Liaison Committee"),
        ("They met the Justice and Equality Movement of Omar Bako.", "Justice and Equality Movement"),
    ],
)  # fmt: skip
def test_a_name_of_several_words_is_one(text, name):
    assert names(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town (see below) and left (LEFT).",
        "Haftar and the Front met (VUF).",
        "They signed the Valley Ceasefire Agreement (VCA).",
        "The people's representatives met.",
    ],
)
def test_what_is_no_bodys_name_is_left_alone(text):
    assert names(text) == set()


@pytest.mark.parametrize("text", ["A-" * 5000, "People's " * 3000, "Aa " * 5000 + "(AB)", "The A and " * 3000])
def test_long_rows_take_no_time(text):
    whole_names("", report_vocabulary())
    start = time.perf_counter()
    whole_names(text, report_vocabulary())
    assert time.perf_counter() - start < 1


def test_a_body_of_the_people_is_one_actor():
    found = actors(
        "The Omdan People's Liberation Front (OPLF) rejected the truce. The OPLF said the army had broken it."
    )
    assert "OPLF" in found["Omdan People's Liberation Front"]
    assert not {"Omdan People", "Liberation Front"} & set(found)


def test_a_body_of_two_tasks_is_one_actor():
    found = actors("The Joint Office for Relief and Control (JORC) met. The JORC said the truce was holding.")
    assert list(found) == ["Joint Office for Relief and Control"]


def test_a_known_bodys_leader_is_no_part_of_its_name():
    (actor,) = [a for a in read("The Justice and Equality Movement of Omar Bako rejected the truce.").actors if a.ids]
    assert (actor.id, actor.name.exact) == ("sd_jem", "Justice and Equality Movement")


def test_a_spokesman_is_not_his_movement():
    text = "The Omdan Front (OMF) met. Karim Haddouch, the spokesman of OMF, said the army had violated the truce."
    assert told(read(text)) == [("Karim Haddouch", "ACCUSE")]


def test_two_persons_of_one_surname_stay_two():
    found = actors(
        "Omar Bako signed the truce. Idris Bako, the mayor, rejected the truce. Omar Bako said it would hold."
    )
    assert {"Omar Bako", "Idris Bako"} <= set(found)


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Tesfaye Reda", "Tesfaye"),
        ("Marta Ruiz Londoño", "Ruiz"),
        ("Hassan al-Bakri", "El Bakri"),
        ("Abdul-Karim Haddouch", "Abdulkarim Haddouch"),
        ("Lino Wani Ado", "Wani Ado"),
    ],
)
def test_a_person_is_the_same_by_one_word_of_the_name(full, later):
    text = f"{full}, the chairman of the front, signed the truce. {later} said the army had violated the truce."
    report = read(text)
    (actor,) = [a for a in report.actors if a.kind == "person"]
    assert {full, later} <= {m.exact for m in actor.mentions}


def test_a_name_behind_an_office_is_found_again_by_one_word():
    text = "The Ombudsman, Marta Ruiz Londoño, asked both sides to keep the truce. Ruiz said the army had violated the truce."
    report = read(text)
    (actor,) = [a for a in report.actors if any(m.exact == "Ruiz" for m in a.mentions)]
    assert actor.name.exact == "Marta Ruiz Londoño"


def test_where_somebody_writes_is_no_actor():
    report = read("Haddouch wrote on Telegram that the army had violated the truce. Telegram did not comment.")
    assert [m.exact for a in report.actors for m in a.mentions].count("Telegram") == 1


def test_a_given_name_speaks_against_a_known_surname():
    report = read("Lena Lavrov, the mayor, rejected the truce. Lavrov said it was void.")
    assert all(a.side is None for a in report.actors)


def test_a_surname_that_sounds_alike_but_for_its_end_is_another():
    assert all(a.side is None for a in read("Patino rejected the truce.").actors)


def test_a_persons_name_is_printed_whole_and_without_titles():
    text = "The liaison officer, Field Marshal Karim Haddouch, said the army had violated the truce."
    assert told(read(text)) == [("Karim Haddouch", "ACCUSE")]


def test_an_army_of_another_nation_is_not_the_army_named_before():
    found = actors("The Omdan Liberation Army rejected the truce. The Ruritanian army said it had violated the truce.")
    assert not any("army" in m for m in found["Omdan Liberation Army"])


def test_a_list_of_places_has_no_actors_in_it():
    report = read("The army violated the truce in Benghazi, Tobruk and Ras Lanuf on Monday.")
    assert not {a.name.exact for a in report.actors} & {"Benghazi", "Tobruk", "Ras Lanuf"}


def test_a_number_of_days_is_nobody():
    report = read(
        "Three days into the seven-day truce agreed in Omdan between the Valley Army (VA) and the River Front (RF), "
        "both accuse each other of breaking it."
    )
    assert not any("days" in a.name.exact for a in report.actors)


def test_members_of_a_quoted_republic_are_called_by_the_whole_phrase():
    text = (
        'Members of the so-called "DPR" denied the Mission access to Omdan and said that "the army has not withdrawn".'
    )
    assert read(text).actors[0].name.exact == 'Members of the so-called "DPR"'


def test_half_a_title_is_no_part_of_a_name():
    text = "Marta Ruiz, the mayor, left. Field Marshal Ado said the army had violated the truce. Ms. Marta Ruiz agreed."
    assert {a.name.exact for a in read(text).actors if a.kind == "person"} == {"Marta Ruiz", "Ado"}


def test_a_rank_that_the_parser_cut_off_is_nobody():
    report = read("The army's spokesman, Brig. Gen. Karim Haddouch, said the rebels had violated the truce.")
    assert not any(m.exact == "Brig" for a in report.actors for m in a.mentions)


@pytest.mark.parametrize("rank", ["Brig. Gen.", "Maj. Gen.", "Lt. Col.", "Capt.", "Amb."])
def test_a_rank_that_is_cut_short_does_not_end_the_sentence(rank):
    report = read(f"{rank} Karim Haddouch accused the rebels of violating the truce.")
    (found,) = report.claims
    assert found.quote.span.exact.startswith(rank)
    assert report.actors[0].name.exact == "Karim Haddouch"


def test_a_person_is_called_by_the_whole_name_with_its_article():
    report = read(
        "The army's spokesman, Maj. Gen. Ahmed al-Mismari, denied the attack. Mismari said the army had left."
    )
    assert report.actors[0].name.exact == "Ahmed al-Mismari"


@pytest.mark.parametrize(
    ("called", "side"),
    [
        ("Karim Haddouch, a spokesman of the ELN,", "co_eln"),
        ("NAS spokesman Karim Haddouch", "ss_nas"),
        ("The Justice and Equality Movement's chairman, Karim Haddouch,", "sd_jem"),
        ("Turkish Defence Minister Karim Haddouch", "tr"),
        ("Karim Haddouch, a spokeswoman for the Russian Foreign Ministry,", "ru"),
        ("The former spokesman of the ELN, Karim Haddouch,", None),
        ("Karim Haddouch, the mayor of the port,", None),
        ("Karim Haddouch of the MILF", "ph_milf"),
        ("The US envoy, Karim Haddouch,", None),
        ("Karim Haddouch of the UNHCR", None),
    ],
)
def test_a_person_has_the_side_of_the_office(called, side):
    report = read(f"Bogotá and Juba, 3 May 2018. {called} said the army had violated the truce.")
    (actor,) = [a for a in report.actors if a.name.exact == "Karim Haddouch"]
    assert actor.side == side


def test_a_spokesman_of_a_movement_called_military_does_not_speak_for_the_army():
    text = "Karim Haddouch, the military spokesman of HTS, said the Syrian army had violated the truce."
    assert told(read(text)) == [("Karim Haddouch", "ACCUSE")]


@pytest.mark.parametrize("group", ["Arakan Army", "Free Syrian Army", "Karo Liberation Army"])
def test_the_army_is_not_the_armed_group_that_it_accuses(group):
    report = read(f"The {group} left the town on Monday. The army accused the {group} of breaking the ceasefire.")
    accused = next(c for c in report.claims if c.stance == "ACCUSE")
    names = {a.id: a.name.exact for a in report.actors}
    assert names[accused.speaker] == "army"


def test_the_army_of_a_text_about_one_army_is_that_army():
    report = read(
        "The Libyan National Army denied the attack on Monday. The army said the rebels had broken the truce."
    )
    assert {a.name.exact for a in report.actors} == {"Libyan National Army", "rebels"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On 12 May Azerbaijani troops broke the ceasefire.", "Azerbaijani troops"),
        ("The prefect, who signed it himself, said the rebels had broken the truce.", "prefect"),
        ("A rebel group that held the city until May said on Monday the truce was dead.", "rebel group that held the city until May"),
    ],
)  # fmt: skip
def test_a_phrase_that_calls_somebody_ends_before_its_verb_and_begins_behind_the_day(text, name):
    said = {form for forms in actors(text).values() for form in forms} | set(actors(text))
    assert name in said
    assert not any(form.startswith(("12 May", "May")) or " said" in form or ", who" in form for form in said)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The two sides said on Monday they would extend their cease-fire for two weeks.", "AMEND"),
        ("The rebels called off their cease-fire on Sunday.", "WITHDRAW"),
        ("Rebel leaders said they had ordered a pull-out from Kidal.", "COMMIT"),
    ],
)
def test_a_noun_written_with_a_hyphen_means_what_the_one_word_means(text, stance):
    assert [claim.stance for claim in read(text).claims] == [stance]


def test_the_fighters_of_a_front_are_no_name_of_it():
    report = read(
        "The Popular Front (PF) signed the truce on 3 May 2016. Fighters of the Popular Front seized the district on Tuesday."
    )
    assert [a.name.exact for a in report.actors] == ["Popular Front"]
