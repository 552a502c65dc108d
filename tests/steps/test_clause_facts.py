"""What is told of how a proposition is built; no name is told."""

from collections.abc import Sequence

from tests.steps.reading_reports import document_of, parser
from trucewatch.core.ports import Clause, StanceQuestion, Verdict
from trucewatch.steps.claims import read_claims, report_passages


class Asked:
    """Answers nothing and keeps the clauses that it is asked about, by their words."""

    def __init__(self) -> None:
        self.clauses: dict[str, Clause] = {}

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        pass

    def judge(self, question: StanceQuestion) -> Verdict | None:
        assert question.clause is not None
        self.clauses[question.sentence[question.start : question.end]] = question.clause
        return None


def clauses(text: str) -> dict[str, Clause]:
    document, asked = document_of(text), Asked()
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    read_claims(document, [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)], judge=asked)
    return asked.clauses


def test_verb_and_dependents_are_told_alone_and_together() -> None:
    ((words, clause),) = clauses("The army has not withdrawn its guns from the hills.").items()
    assert "withdrawn its guns" in words
    assert {"verb withdraw", "neg not", "dobj gun", "withdraw dobj gun", "own hill"} <= clause.facts


def test_who_tells_it_is_told_and_what_stands_beside() -> None:
    found = clauses("The minister claimed on Friday that the army had shelled the village.")
    (told,) = (clause for clause in found.values() if "verb shell" in clause.facts)
    assert {"told by claim", "told by claim, shell", "beside minister"} <= told.facts


def test_no_name_is_told() -> None:
    named = clauses("General Salva Kiir accused the SPLM-IO of shelling Juba.")
    assert named
    for clause in named.values():
        everything = " ".join([*clause.facts, *(word for part in clause.parts for word in part)]).lower()
        assert not any(name in everything for name in ("kiir", "salva", "splm", "juba"))


def test_other_names_change_nothing_but_their_kind() -> None:
    (one,) = clauses("The rebels have attacked Baghdad twice.").values()
    (other,) = clauses("The rebels have attacked Kabul twice.").values()
    assert one == other


def test_conduct_and_its_denial_are_told_apart() -> None:
    (one,) = clauses("The rebels have attacked the town twice.").values()
    (other,) = clauses("The rebels have never attacked the town.").values()
    assert "neg never" in other.facts - one.facts


def test_a_people_is_no_more_told_than_a_name() -> None:
    (one,) = clauses("Israeli jets have attacked two villages.").values()
    (other,) = clauses("Russian jets have attacked two villages.").values()
    assert one == other
