"""Who issues a statement whose letterhead names its issuer by initials alone."""

import pytest

from tests.steps.reading_reports import read, told
from tests.steps.reading_wholly import told_wholly

BODY = "\nHavana, 9 July 2018\n\nWe reject the accusation that our fighters broke the truce.\n"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("Statement of the ELN", "ELN"),
        ("Communiqué of the MILF on the ceasefire", "MILF"),
        ("ELN COMMUNIQUÉ", "ELN"),
        ("SPLM-IO: PRESS STATEMENT", "SPLM-IO"),
        ("Press release from SPLM/A-IO (Juba)", "SPLM/A-IO"),
    ],
)
def test_initials_in_a_title_are_its_issuer(title, issuer):
    assert told(read(title + BODY)) == [(issuer, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    "title", ["Statement on the ELN", "FINAL STATEMENT", "PRESS COMMUNIQUÉ", "TRUCE STATEMENT", "Statement for the UN"]
)
def test_other_words_in_capitals_issue_nothing(title):
    assert told(read(title + BODY)) == [(None, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("STATEMENT BY THE DELEGATION OF GEORGIA", "DELEGATION OF GEORGIA"),
        ("STATEMENT OF THE OPPOSITION COALITION", "OPPOSITION COALITION"),
        ("STATEMENT OF THE UNION OF RESISTANCE COMMITTEES", "UNION OF RESISTANCE COMMITTEES"),
        ("STATEMENT OF THE ELN ON THE TRUCE", "ELN"),
    ],
)
def test_a_word_that_ends_in_on_is_no_initials_before_on(title, issuer):
    assert told(read(title + BODY)) == [(issuer, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    "title",
    [
        "THREAD: Statement on the attack at Lel",
        "URGENT: Statement on the attack at Lel",
        "TRANSLATION\n\nCommuniqué",
        "EMBARGOED UNTIL NOON\n\nPress statement on the talks in Lel",
        "CONFIDENTIAL\n\nMessage to the mediators",
        "Seeds of Anger\nCeasefire violations and civilian harm in the Kallin Lowlands, January to June\nReport",
    ],
)
def test_what_a_paper_is_marked_with_or_called_issues_nothing(title):
    assert told(read(title + BODY)) == [(None, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("WEEKLY UPDATE\nPrepared by the Nile Basin Monitoring Desk\n", "Nile Basin Monitoring Desk"),
        ("SITUATION REPORT\nCompiled by: Ceasefire Monitoring Committee\n", "Ceasefire Monitoring Committee"),
        ("Ceasefire monitoring committee\nWeekly report\n", "Ceasefire monitoring committee"),
    ],
)
def test_a_credit_line_names_who_reports(title, issuer):
    (claim,) = (report := read(f"{title}\nNeither party has withdrawn from the hospitals.")).claims
    assert {a.id: a.name.exact for a in report.actors}[claim.speaker or ""] == issuer


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            "URGENT: Statement on the attack at Lel\n29 August 2022\n\nOn Monday the army shelled our positions.",
            "ACCUSE",
        ),
        ("Message to the mediators\n29 August 2022\n\nThe army shelled the school.", "ACCUSE"),
        ("Weekly update\n29 August 2022\n\nThe army shelled the school.", "BREACH"),
        ("Rebels issue statement on the truce\n29 August 2022\n\nThe army shelled the school.", "BREACH"),
    ],
)
def test_what_an_unsigned_statement_tells_of_others_is_a_charge(text, stance):
    assert [found for _, found in told_wholly(text)] == [stance]
