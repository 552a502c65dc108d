"""Where the words of a claim end beside quotation marks, and who says what is said in them."""

import pytest

import trucewatch
from tests.steps.reading_wholly import names, read_wholly
from trucewatch.core.model import Report

PLACE = "Juba, 4 May 2018. "


def _words(report: Report) -> list[str]:
    """The words of every claim, in order."""
    return [claim["quote"]["exact"] for claim in trucewatch.to_json(report)["claims"]]


def _last(text: str) -> tuple[str, str]:
    """(speaker's name, words) of the last claim."""
    report = read_wholly(PLACE + text)
    claim = report.claims[-1]
    return names(report).get(claim.speaker or "", ""), _words(report)[-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '"They moved soldiers out. It\'s a change of uniform," the rebel spokeswoman said.',
            ("rebel spokeswoman", "It's a change of uniform"),
        ),
        ('"They broke the accord. We have proof," the minister told reporters.', ("minister", "We have proof")),
        (
            '"We respect the truce. It holds in every district," said the general.',
            ("general", "It holds in every district"),
        ),
        ('"No list, no exchange," Orlic said.', ("Orlic", "No list, no exchange")),
        (
            '"There were no other commands," Kremlin spokesman Dmitry Peskov said when asked whether the truce would last.',
            ("Dmitry Peskov", "There were no other commands"),
        ),
        ('"Our last fighters left at dawn," its spokesman said.', ("its spokesman", "Our last fighters left at dawn")),
        ('"Two soldiers killed at dawn," the army spokesman said.', ("army spokesman", "Two soldiers killed at dawn")),
    ],
)
def test_a_quotation_ends_where_it_is_closed(text, found):
    assert _last(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The KNU called the truce "dead in all but name".', 'The KNU called the truce "dead in all but name"'),
        ('The minister said the army "violated the truce".', 'the army "violated the truce"'),
        ('The minister said the army had "torn up the truce."', 'had "torn up the truce."'),
    ],
)
def test_what_is_opened_in_the_words_is_closed_in_them(text, words):
    assert _last(text)[1].endswith(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The army," he said, "has broken the truce."', 'The army," he said, "has broken the truce'),
        ('"They broke the accord. We owe them nothing," the rebel leader said.', "We owe them nothing"),
    ],
)
def test_other_quotations_stay_as_they_are(text, words):
    assert _last(text)[1] == words


@pytest.mark.parametrize(
    "said",
    [
        '"No list, no exchange," the minister said.',
        'The minister said: "No monitors, no ceasefire."',
        '"The rule is plain. No withdrawal, then no talks," the minister said.',
    ],
)
def test_one_thing_for_another_is_a_condition(said):
    assert [c.stance for c in read_wholly(PLACE + said).claims] == ["CONDITION"]


@pytest.mark.parametrize("said", ["No war, no peace", "No soldiers, no guns in the zone", "No talks"])
def test_what_there_is_not_is_no_condition(said):
    report = read_wholly(f'{PLACE}"{said}," the minister said.')
    assert "CONDITION" not in [c.stance for c in report.claims]
