"""The worked case as `trucewatch read` prints it: every claim of its table, and each of its fifteen traps."""

import pytest

import trucewatch
from tests.paths import SHARED, needs_shared

pytestmark = needs_shared
PASSAGE = SHARED / "cases" / "libya" / "passage.txt"


@pytest.fixture(scope="module")
def printed():
    return trucewatch.to_json(trucewatch.read_report(PASSAGE))


@pytest.fixture(scope="module")
def text():
    return PASSAGE.read_bytes().decode("utf-8")


def claims_of(printed, stance):
    return [claim for claim in printed["claims"] if claim["stance"] == stance]


def only(printed, stance):
    (claim,) = claims_of(printed, stance)
    return claim


def actor(printed, name):
    (found,) = [a for a in printed["actors"] if a["name"] == name]
    return found


def called(printed, claim):
    return next((a["name"] for a in printed["actors"] if a["id"] == claim["speaker"]), None)


def words(value):
    """Every `exact` anywhere in the JSON."""
    if isinstance(value, dict):
        yield from ([value["exact"]] if isinstance(value.get("exact"), str) else [])
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)


def test_every_claim_of_the_table(printed):
    sources = "Foreign politicians and officials in Tripoli"
    told = [(called(printed, c), c["stance"], c["said_on"].get("edtf"), c["visibility"]) for c in printed["claims"]]
    assert told == [
        ("negotiators from the belligerents in Libya", "COMMIT", "2020-10-23", "public-signed"),
        (None, "ASSESS", None, "public-oral"),
        ("Libyan Joint Military Commission", "REPORT_PROGRESS", None, "public-oral"),
        ("Rival parties in Libya", "COMMIT", "2020-10-23", "public-oral"),
        (None, "ASSESS", None, "public-oral"),
        ("Salahedin Al Namroush", "REINTERPRET_EXCLUDE", "2020-10-25", "public-social"),
        ("Salahedin Al Namroush", "DECLARE_CONTINUE", "2020-10-25", "public-social"),
        (sources, "REPORT_PRIVATE_AFFIRM", "2020-10-23/2020-10-27", "private-anonymous"),
        (sources, "REPORT_KNOWLEDGE", "2020-10-23/2020-10-27", "private-anonymous"),
        ("Faiez Serraj", "PUBLIC_SILENCE", "2020-10-31", "public-oral"),
        ("Turkish authorities", "ECHO", None, "public-oral"),
        ("Volcano of Anger", "CONDUCT_SIGNAL", "2020-10-24", "public-social"),
    ]


def test_all_that_is_said_of_turkey_is_about_one_duty_and_the_rest_about_the_ceasefire(printed):
    training, ceasefire = printed["commitments"]
    assert [c["about"]["commitment"] for c in printed["claims"]] == [ceasefire["id"]] * 5 + [training["id"]] * 7
    assert [wording["exact"] for wording in training["wordings"]] == ["freeze turkey`s training program"]
    assert "not quoted" in training["note"]


def test_what_the_minister_pleads_is_a_ground_and_no_claim_of_its_own(printed):
    (ground,) = only(printed, "REINTERPRET_EXCLUDE")["grounds"]
    assert "legitimate government bound by an agreement with another legitimate" in ground["exact"]


def test_levels_sides_and_chains(printed):
    levels = {a["name"]: (a["authority"], a["side"]) for a in printed["actors"]}
    assert levels["Salahedin Al Namroush"] == ("2", "ly_gna")
    assert levels["Faiez Serraj"] == ("1", "ly_gna")
    assert levels["Volcano of Anger"] == ("3", "ly_gna")
    assert levels["Foreign politicians and officials in Tripoli"][0] == "5"
    private = only(printed, "REPORT_PRIVATE_AFFIRM")
    assert [hop["role"] for hop in private["chain"]] == ["speaker", "relay", "outlet", "text"]
    assert private["chain"][0]["actor"] == private["target"] == actor(printed, "Faiez Serraj")["id"]
    assert private["grades"]["true"] == "F3"
    relayed = only(printed, "REPORT_PROGRESS")
    assert [hop["role"] for hop in relayed["chain"]] == ["speaker", "relay", "text"]
    assert relayed["chain"][1]["actor"] == "un_unsmil"


def test_only_what_the_passage_says(printed, text):
    assert all(found in text for found in words(printed))
    everything = " ".join(words(printed)).lower()
    assert not any(word in everything for word in ("mercenar", "three months", "january 2021", "lna", "haftar"))
    assert {a["date"]["edtf"] for a in printed["agreements"]} == {"2020-10-23", "2019-11-27"}
    assert len(printed["commitments"]) == 2
    assert not {"BREACH", "BREACH_ADMITTED", "WITHDRAW"} & {c["stance"] for c in printed["claims"]}


def test_the_footnotes_are_typed_sources(printed):
    interview, report, post = printed["sources"]
    assert (interview["kind"], interview["anonymous"], interview["date"]["edtf"]) == (
        "interview",
        True,
        "2020-10-23/2020-10-27",
    )
    assert (report["kind"], report["number"], report["date"]["edtf"]) == ("report", "257", "2020-04-30")
    assert report["title"] == "Turkey Watet in The Rough Libyan Waters"
    assert (post["kind"], post["handle"], post["time"], post["date"]["edtf"]) == (
        "post",
        "@BurkanLY",
        "1:57 p.m.",
        "2020-10-24",
    )


# ---------------------------------------------------------------------- the traps, by their numbers


def test_1_what_turkey_repeats_is_the_exclusion_and_not_the_private_assent(printed):
    assert only(printed, "ECHO")["echo_of"] == only(printed, "REINTERPRET_EXCLUDE")["id"]


def test_2_not_covering_all_agreements_is_an_exclusion_and_not_a_part(printed):
    exclusion = only(printed, "REINTERPRET_EXCLUDE")
    assert not claims_of(printed, "REINTERPRET_NARROW")
    # The body's wording is the same statement, and does not count twice.
    assert "the body tells it in other words; the footnote quotes it" in exclusion["notes"]


def test_3_the_turned_sentence_is_no_assessment(printed):
    told = [c["stance"] for c in printed["claims"] if "ending the possibility" in c["quote"]["exact"]]
    assert told == ["COMMIT"]


def test_4_the_talks_are_not_placed_after_the_signing(printed):
    days = [c["said_on"].get("edtf") for c in claims_of(printed, "COMMIT")]
    assert set(days) == {"2020-10-23"}
    first = printed["agreements"][0]
    assert (first["date"]["edtf"], first["place"]) == ("2020-10-23", "Geneva")


def test_5_a_government_that_did_not_exist_yet_is_doubted_and_nobody_else(printed):
    assert "ly_gnu" not in {a["id"] for a in printed["actors"]}
    (flag,) = [f for f in printed["document"]["flags"] if f["code"] == "later-name"]
    assert [span["exact"] for span in flag["evidence"]] == ["Government of National Unity"]


def test_6_training_goes_on(printed):
    claim = only(printed, "DECLARE_CONTINUE")
    assert "continuation of training programs received and received" in claim["quote"]["exact"]
    # What follows is the next statement, and belongs to it.
    assert claim["quote"]["exact"].endswith("Government of National Unity")


def test_7_member_organizations_are_nobody(printed):
    assert not any("member organization" in name["exact"] for a in printed["actors"] for name in a["mentions"])


def test_8_three_days_of_one_statement_stay(printed):
    said = only(printed, "REINTERPRET_EXCLUDE")["said_on"]
    assert said["conflict"] is True
    assert {said["edtf"], *said["alternatives"]} == {"2020-10-24", "2020-10-25", "2020-10-27"}


def test_9_the_sources_are_one_group_by_the_words_of_the_text(printed):
    sources = actor(printed, "Foreign politicians and officials in Tripoli")
    assert sources["kind"] == "anonymous"
    assert "Tripoli politicians" in [m["exact"] for m in sources["mentions"]]


def test_10_other_names_of_one_actor(printed):
    mentions = {a["name"]: {m["exact"] for m in a["mentions"]} for a in printed["actors"]}
    assert {"burkan al-Ghadab Media Center", "@BurkanLY"} <= mentions["Volcano of Anger"]
    assert {"@Namroush", "Tripoli-based defense minister"} <= mentions["Salahedin Al Namroush"]
    assert {"UNSMIL"} <= mentions["UN Support Mission for Libya"]
    assert {"JMC", "military committee"} <= mentions["Libyan Joint Military Commission"]
    assert "Serraj" in mentions["Faiez Serraj"]


def test_11_command_training_stays_as_it_is_written(printed):
    assert "recruits in command training in Turkey" in only(printed, "CONDUCT_SIGNAL")["quote"]["exact"]


def test_12_the_gazetteer_places_ghadames_and_notes_the_other_corner(printed):
    (place,) = [p for p in printed["places"] if p["name"] == "Ghadames"]
    assert place["coordinates"]["latitude"] == pytest.approx(30.13, abs=0.1)
    assert "north-west" in place["notes"][0]


def test_13_praise_is_no_part_of_a_name_or_a_duty(printed):
    names = [a["name"] for a in printed["agreements"]] + [c["exact"] for c in printed["commitments"]]
    assert names == [
        "ceasefire agreement",
        "Memorandum of Understanding on security cooperation",
        "the suspension of the military cooperation agreement with Ankara",
        "ceasefire",
    ]


def test_14_room_to_backtrack_is_no_withdrawal(printed):
    (claim,) = [c for c in printed["claims"] if "withdraw from their obligations" in c["quote"]["exact"]]
    assert (claim["stance"], claim["speaker"], claim["voice"]) == ("ASSESS", None, "author")


def test_15_backticks_and_curly_marks_are_read(printed):
    names = [m["exact"] for a in printed["actors"] for m in a["mentions"]]
    assert not any("`" in name for name in names if "operations room" not in name)
    assert {c["stance"] for c in printed["claims"] if c["voice"] == "quoted"} == {
        "REPORT_PROGRESS",
        "REINTERPRET_EXCLUDE",
        "DECLARE_CONTINUE",
    }
