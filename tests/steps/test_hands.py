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
