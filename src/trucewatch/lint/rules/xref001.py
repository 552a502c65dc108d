"""XREF001: reference to nothing."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.references import Reference, index_of, references
from trucewatch.lint.sentences import sentences


def check(agreement: Agreement) -> Iterator[Hit]:
    index = index_of(agreement)
    for sentence in sentences(agreement):
        missing = next((ref for ref in references(sentence.text) if _missing(ref, index)), None)
        if missing:
            yield sentence.hit(missing.start, missing.end, '"{words}" is not in this text')


def _missing(ref: Reference, index: dict[str, frozenset[str]]) -> bool:
    """Whether the text has places of that kind and this one is not among them."""
    known = index.get(ref.kind)
    return known is not None and ref.number not in known


RULE = Rule(
    code="XREF001",
    name="reference-to-nothing",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds references to an article, paragraph, section or annex that the text does not have.",
    why="The duty stands in a place that does not exist, so each side supplies it.",
    bad="This truce consists of 5 articles. Patrols follow Article 9.",
    good="This truce consists of 9 articles. Patrols follow Article 4.",
    readings=(
        "One side reads: a slip, nothing is meant. The duty falls away.",
        "The other side reads: the place it has in mind. It claims a duty that nobody wrote.",
    ),
    suggestion="Mend the number, or add what is missing.",
    check=check,
)
