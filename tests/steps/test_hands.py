"""Through whose hands words have come: outlets that carry them or cite others, and whoever tells what others told."""

import pytest

from tests.steps.reading_reports import name_of, read, told
from tests.steps.reading_wholly import names, read_wholly
from trucewatch.core.model import Claim, Report


def chain(report: Report, claim: Claim) -> list[tuple[str, str | None]]:
    return [(hop.role, name_of(report, hop.actor)) for hop in claim.chain if hop.actor]


def chains(text: str) -> list[list[tuple[str, str | None]]]:
    report = read(text)
    return [chain(report, claim) for claim in report.claims]


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ("A rebel commander told Reuters that the army had violated the truce.", "rebel commander", "Reuters"),
        (
            "In comments to Al Jazeera, the minister accused the rebels of violating the truce.",
            "minister",
            "Al Jazeera",
        ),
        (
            "In an interview with the BBC's Swahili service, the minister said the army had left the town.",
            "minister",
            "BBC's Swahili service",
        ),
        (
            "The ministry said in a statement carried by Interfax that the army had left the town.",
            "ministry",
            "Interfax",
        ),
        (
            "The ministry said, as reported by Fana Broadcasting, that the army had left the town.",
            "ministry",
            "Fana Broadcasting",
        ),
        ("The army said it had left the town, Interfax reported.", "army", "Interfax"),
        ("Kan radio said the army had told mediators that it had left the town.", "army", "Kan radio"),
        (
            '"We have left the town," the commander was quoted as saying by the National News Agency.',
            "commander",
            "National News Agency",
        ),
        (
            "SANA quoted a military source as saying that the army would abide by the agreement.",
            "military source",
            "SANA",
        ),
        (
            "Reuters reported on Thursday, citing two officials, that the army had violated the truce.",
            "two officials",
            "Reuters",
        ),
        (
            "The state newspaper, citing an army officer, reported that the rebels had violated the truce.",
            "army officer",
            "state newspaper",
        ),
        (
            "The broadcaster said that the rebels had violated the truce, citing an army officer.",
            "army officer",
            "broadcaster",
        ),
        (
            "The army has left the town, the Interfax news agency reported, citing a military source.",
            "military source",
            "Interfax news agency",
        ),
        (
            "Radio Tamazuj reported that the minister had accused the rebels of violating the truce.",
            "minister",
            "Radio Tamazuj",
        ),
    ],
)
def test_an_outlet_carries_what_others_say(text, speaker, outlet):
    (found,) = chains(text)
    assert found == [("speaker", speaker), ("outlet", outlet)]
    report = read(text)
    assert report.claims[0].independence_group == f"actor:{report.claims[0].speaker}"


@pytest.mark.parametrize(
    "text",
    [
        # Who only stands near it.
        "The army accused Radio Tamazuj of lying about the truce.",
        "The army said the rebels had violated the truce and shelled the Reuters office.",
        "The army's media office said the rebels had violated the truce.",
        "The minister, citing the mission, said the rebels had violated the truce.",
        "The army told the mission that the rebels had violated the truce.",
        "The times have changed, and the army said the rebels had violated the truce.",
    ],
)
def test_others_beside_a_claim_carry_nothing(text):
    assert [role for found in chains(text) for role, _ in found if role == "outlet"] == []


def test_an_outlet_that_names_nobody_says_it_itself():
    assert chains("Reuters reported that the army had violated the truce.") == [[("speaker", "Reuters")]]


def test_what_is_only_quoted_is_no_claim_of_the_agency():
    text = "The news agency cited an officer as saying that the rebels had attacked two posts in breach of the truce."
    assert {who for who, _ in told(read(text))} <= {"officer"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A diplomat said the minister had accused the rebels of violating the truce.", ("minister", "ACCUSE")),
        ("The paper wrote that the rebels had denied that they had broken the truce.", ("rebels", "DENY_CONDUCT")),
        ("A diplomat said the rebels had violated the truce.", ("diplomat", "ACCUSE")),
        ("A diplomat said he had accused the rebels of violating the truce.", ("diplomat", "ACCUSE")),
    ],
)
def test_a_charge_that_somebody_tells_of_is_anothers(text, claim):
    assert told(read(text)) == [claim]


def test_whoever_tells_what_he_was_told_is_a_hand_between():
    report = read("An aid worker said the commander had told him that his men had left the town.")
    assert chain(report, report.claims[-1])[:2] == [("speaker", "commander"), ("relay", "aid worker")]


def test_what_an_unnamed_source_tells_of_others_is_no_better_than_its_word():
    report = read("Reuters reported, citing two officials, that the army had agreed to extend the truce.")
    assert chain(report, report.claims[0]) == [("speaker", "army"), ("relay", "two officials"), ("outlet", "Reuters")]
    assert report.claims[0].visibility == "private-anonymous"


def test_both_sides_are_not_the_one_who_tells_of_them():
    text = 'A spokesman confirmed that the pause had been extended. "Both sides have agreed to it," Majed al-Asmari wrote on X.\n'
    report = read_wholly(text)
    assert names(report)[report.claims[-1].speaker or ""] == "Both sides"
    assert report.claims[-1].visibility == "public-social"


@pytest.mark.parametrize(
    ("text", "visibility"),
    [
        ("In a leaked memo, the minister wrote that his government would not withdraw from the port.", "leaked"),
        ("According to a leaked letter from the general, the army never agreed to leave.", "leaked"),
        ("The minister said that a leaked list was false and that the army had left the town.", "public-oral"),
        ("The army said it had left the town.[1]\n\n[1] Confidential UN situation report, 17 May 2021.", "leaked"),
        ("The army said it had left the town.[1]\n\n[1] UN situation report, 17 May 2021.", "public-oral"),
    ],
)
def test_what_is_known_from_a_leak_is_leaked(text, visibility):
    assert {claim.visibility for claim in read(text).claims} == {visibility}


def test_an_outlet_that_reports_whom_others_name_carries_it():
    assert chains("Radio Dabanga reported that, according to residents, the fighters had left the hospital.") == [
        [("speaker", "residents"), ("outlet", "Radio Dabanga")]
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("TASS, 23 July, quoting a source in the militia: government troops opened fire near the town.", None),
        ("The mission said its patrol had been fired on.", None),
        ("The ministry said that fourteen people had been killed in violation of the truce.", None),
        ("The ministry said that the rebels had been accused of violating the truce.", "rebels"),
        ("The army accused Radio Tamazuj of breaking the truce.", "Radio Tamazuj"),
        ("The ministry said that the rebels had violated the truce.", "rebels"),
    ],
)
def test_whoever_was_hit_and_whoever_prints_it_are_not_charged(text, target):
    report = read(text)
    assert {name_of(report, claim.target) for claim in report.claims} == {target}


@pytest.mark.parametrize("who", ["Witness B-7", "Interviewee 12"])
def test_a_coded_name_is_none(who):
    report = read(f"{who} stated that the soldiers had violated the truce.")
    assert [claim.visibility for claim in report.claims] == ["private-anonymous"]


@pytest.mark.parametrize(
    ("text", "visibility"),
    [
        ("In a statement posted on its website, the ministry said the rebels had violated the truce.", "public-oral"),
        ("The ministry posted on Facebook that the rebels had violated the truce.", "public-social"),
    ],
)
def test_what_is_posted_on_a_website_is_no_post(text, visibility):
    assert {claim.visibility for claim in read(text).claims} == {visibility}
