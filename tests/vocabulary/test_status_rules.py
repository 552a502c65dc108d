"""The data behind a status: faults are refused with what was expected."""

import pytest

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.loader import load, read
from trucewatch.vocabulary.opposites import loophole_uses, opposites
from trucewatch.vocabulary.reports import Stance
from trucewatch.vocabulary.signals import SignalDefinition, signal_definitions
from trucewatch.vocabulary.status_rules import FindingWords, StatusRule, finding_of, status_rules

AXES = ("reading", "performance", "trend")
RULE = "- {id: R1, axis: AXIS, value: contested, says: a, changes: b, speakers: [WHO]}"


def test_a_rule_of_an_unknown_axis_is_refused() -> None:
    with pytest.raises(BadVocabulary) as refusal:
        read("rules.yaml", RULE.replace("AXIS", "mood").replace("WHO", "bearer"), StatusRule)
    assert str(refusal.value) == (
        'BadVocabulary: rules.yaml has 1 fault: entry 1 (R1): "axis" has "mood", expected reading, performance or trend. '
        "Mend the file and run again"
    )


def test_a_rule_for_an_unknown_speaker_is_refused() -> None:
    with pytest.raises(BadVocabulary, match='"speakers" has "minister", expected bearer, other, third, backer'):
        read("rules.yaml", RULE.replace("AXIS", "reading").replace("WHO", "minister"), StatusRule)


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(BadVocabulary, match=r'"\(" is no pattern: '):
        read("findings.yaml", "- {id: a, patterns: ['(']}", FindingWords)


def test_a_sign_with_an_unknown_test_is_refused() -> None:
    with pytest.raises(BadVocabulary, match='"test" has "mood", expected said, precondition, private-public-gap'):
        read("signals.yaml", "- {id: B1, name: a, test: mood, axis: speech, definition: b}", SignalDefinition)


def test_rules_name_only_stances_and_findings_that_exist() -> None:
    known = {stance.id for stance in load("stances.yaml", Stance)} | {
        f.id for f in load("finding_words.yaml", FindingWords)
    }
    used = {s for axis in AXES for rule in status_rules(axis) for s in (*rule.stances, *rule.answered_by, *rule.unless)}
    used |= {stance for sign in signal_definitions() for stance in (*sign.stances, *sign.but)}
    used |= {stance for pair in opposites() for stance in (*pair.said, *pair.against)}
    used |= {stance for use in loophole_uses() for stance in use.stances}
    assert used <= known


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The mission could not verify the withdrawal.", "finding-unable"),
        ("No ceasefire violations were recorded.", "finding-none"),
        ("The mission did not record any explosions.", "finding-none"),
        ("It found no evidence of shelling.", "finding-none"),
        ("The troops have not left the village.", "finding-not-done"),
        ("The provisions had not been met.", "finding-not-done"),
        ("Weapons in violation of withdrawal lines were seen.", "finding-violation"),
        ("Part of the tanks were withdrawn.", "finding-partial"),
        ("The mission verified that 20 tanks were withdrawn.", "finding-done"),
        ("The mission described the weather.", None),
    ],
)
def test_a_findings_direction_is_read_from_its_words(words: str, expected: str | None) -> None:
    assert finding_of(words) == expected
