"""The kinds of incidents and the words that their facts are read by."""

import pytest

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.incidents import IncidentKind, WordSet, acts_by_head, incident_kinds, pattern_of, word_set
from trucewatch.vocabulary.loader import read


def test_every_set_that_an_act_names_is_there():
    named = {
        word[1:]
        for kind in incident_kinds()
        for act in (*kind.predicates, *kind.names)
        for group in act.groups
        for word in group
        if word[0] in "@="
    }
    assert named
    assert all(word_set(name) for name in named)


def test_an_act_is_taken_apart():
    (kind,) = read(
        "kinds.yaml", "- {id: a, meaning: b, acts: ['not allow|let (victim): @monitor team + zone']}", IncidentKind
    )
    (act,) = kind.predicates
    assert act.heads == {"allow", "let"}
    assert act.groups == (("@monitor", "team"), ("zone",))
    assert (act.denied, act.subject) == (True, "victim")


def test_a_predicate_leads_to_its_kinds_in_the_order_of_the_file():
    kinds = [kind.id for kind, _ in acts_by_head()["fire"]]
    assert kinds.index("shelling") < kinds.index("small-arms-fire")


def test_a_blank_of_a_pattern_fits_any_white_space():
    assert pattern_of("unverified").search("could not\n  be   verified")


@pytest.mark.parametrize(
    ("entry", "row", "fault"),
    [
        (IncidentKind, "{id: a, meaning: b, acts: ['fire at (somebody): x']}", '"fire at (somebody): x" is no act; expected lemmas between bars, then ": words"'),
        (WordSet, "{id: a, patterns: ['(']}", '"patterns" has no regular expression: missing ), unterminated subpattern at position 0'),
    ],
)  # fmt: skip
def test_faults_are_reported(entry, row, fault):
    with pytest.raises(BadVocabulary) as caught:
        read("words.yaml", f"- {row}", entry)
    assert (
        str(caught.value) == f"BadVocabulary: words.yaml has 1 fault: entry 1 (a): {fault}. Mend the file and run again"
    )
