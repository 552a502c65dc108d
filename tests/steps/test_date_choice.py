"""On which day a claim is taken to be made where more speaks for another day than for the answer of the rules."""

import pytest

from tests.steps.reading_reports import read, said
from trucewatch.core.dates import When
from trucewatch.steps.claims import date_choice, reading
from trucewatch.steps.claims.date_choice import chosen
from trucewatch.steps.claims.date_facts import DayFacts
from trucewatch.vocabulary.link_weights import TiedWeights

HEAD = "BRIEFING NOTE 41\nGoma, 6 September 2024\n\n"


def test_the_day_of_the_rules_stands_unless_clearly_more_speaks_for_another():
    assert chosen([1.0, 1.1], dated=False) == 0
    assert chosen([1.0, 1.3, 1.35], dated=False) == 2
    assert chosen([1.0, 1.3, 1.35], dated=True) == 0
    assert chosen([1.0, 1.8], dated=True) == 1
    assert chosen([0.0], dated=False) == 0


def test_in_a_text_of_few_claims_more_must_speak_for_another_day():
    assert chosen([1.0, 2.3], dated=False, few=True) == 0
    assert chosen([1.0, 2.5], dated=False, few=True) == 1
    assert chosen([1.0, 2.5], dated=True, few=True) == 0


def test_what_speaks_for_a_day_is_counted_by_head_and_tie():
    day = DayFacts(None, frozenset({"none", "rule"}), frozenset({"said", "past"}), frozenset({"some near"}))
    assert day.names() == {"none", "rule", "none | said", "none | past", "rule | said", "rule | past", "some near"}
    weights = {"none": {"": 1.0, "said": 0.5, "quoted": 9.0}, "some near": {"": 0.25, "said": 9.0}, "own": {"": 9.0}}
    assert day.points(weights) == 1.75


def test_a_day_that_the_rules_did_not_give_is_noted_and_points_to_its_words(monkeypatch):
    text = f"{HEAD}The minister said that the truce did not cover the port."
    monkeypatch.setattr(date_choice, "date_weights", dict)
    assert said(read(text)) == [None]
    monkeypatch.setattr(date_choice, "date_weights", lambda: {"own": {"said": 5.0}})
    (claim,) = read(text).claims
    assert isinstance(claim.said_on, When)
    assert (claim.said_on.edtf, claim.said_on.computed) == ("2024-09-06", True)
    assert [span.exact for span in claim.said_on.spans] == ["6 September 2024"]
    assert claim.notes[-1] == "day by learned facts; by rules none"


def test_a_day_of_the_rules_can_be_taken_away(monkeypatch):
    text = f"{HEAD}The minister said on Monday that the truce did not cover the port."
    monkeypatch.setattr(date_choice, "date_weights", lambda: {"none": {"": 5.0}})
    (claim,) = read(text).claims
    assert said(read(text)) == [None]
    assert claim.notes[-1] == "day by learned facts; by rules 2024-09-02"


def test_where_the_text_contradicts_itself_every_day_stays(monkeypatch):
    monkeypatch.setattr(date_choice, "date_weights", lambda: {"none": {"": 50.0}})
    (claim,) = read(f"{HEAD}The minister said on Monday, 3 September, that the truce did not cover the port.").claims
    assert isinstance(claim.said_on, When)
    assert (claim.said_on.edtf, claim.said_on.alternatives) == ("2024-09-03", ("2024-09-02",))


def test_facts_tell_where_days_stand_and_what_the_rules_say(monkeypatch):
    seen = []
    monkeypatch.setattr(
        reading, "choose_dates", lambda drafts, facts: seen.extend(facts.candidates(n) for n in range(len(drafts)))
    )
    read(
        f"{HEAD}The army met the rebels on 3 September. "
        "The minister said on Thursday that the truce would end on 9 September and did not cover the port."
    )
    days = {day.when.edtf if day.when else None: day for day in seen[-1]}
    assert list(days) == ["2024-09-05", None, "2024-09-03", "2024-09-06"]
    assert {"rule", "rule, sentence", "of the saying in front"} <= days["2024-09-05"].heads
    assert "own" in days["2024-09-06"].heads
    assert "1 back, acts ROOT" in days["2024-09-03"].heads
    assert days[None].heads == {"none"}
    assert {"said", "past", "rules: sentence", "by say", "opens the", "dated, past"} <= days[None].ties


def test_the_day_that_a_paragraph_named_last_is_told_of_however_far_back_it_is(monkeypatch):
    seen = []
    monkeypatch.setattr(
        reading, "choose_dates", lambda drafts, facts: seen.extend(facts.candidates(n) for n in range(len(drafts)))
    )
    read(
        f"{HEAD}The army met the rebels on 3 September. It rained. The road was long. Nobody came. A bridge stood there. "
        "His spokesman denied that the army had violated the truce."
    )
    days = {day.when.edtf if day.when else None: day for day in seen[-1]}
    assert days["2024-09-03"].heads >= {"last of one in paragraph"}
    assert "opens his" in days[None].ties
    assert any(tie.endswith(", theirs") for tie in days[None].ties)


def test_weights_are_whole_numbers():
    with pytest.raises(ValueError, match="expected a whole number"):
        TiedWeights("own", {"said": "much"})


def test_the_day_of_a_source_that_the_text_names_is_not_taken_away(monkeypatch):
    text = f"{HEAD}The minister said that the truce did not cover the port.[1]\n\n[1] Radio Nyota, 2 September 2024."
    monkeypatch.setattr(date_choice, "date_weights", lambda: {"own": {"": 9.0}, "none": {"": 5.0}})
    assert said(read(text)) == ["2024-09-02"]


def test_nobody_speaks_by_the_day_until_which_something_is_promised(monkeypatch):
    seen = []
    monkeypatch.setattr(
        reading, "choose_dates", lambda drafts, facts: seen.extend(facts.candidates(n) for n in range(len(drafts)))
    )
    read(f"{HEAD}The army pledged to release all prisoners by 31 August.")
    assert "2024-08-31" not in [day.when.edtf for day in seen[0] if day.when]
