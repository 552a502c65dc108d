"""XAGR005: arms supply uncovered."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_SUPPLY = r"\b(?:re-?suppl\w*|arms (?:embargo|supply|deliver\w*|transfers?|shipments?)|(?:supply|delivery|import|transfer|procure\w*|introduction|inflow|entry) of (?:\w+ ){0,2}(?:weapons|arms|ammunition|military)|ammunition|embargo|weapons (?:may|shall) (?:not )?enter|rearm\w*|reinforce\w*)\b"
_CEASE = r"\b(?:cease(?:s)? (?:fire|hostilities|all hostilities)|hold (?:its|their) fire|(?:ceasefire|truce) (?:shall|will|begins?|takes?|enters?))\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    text = whole_text(agreement)
    if cue(_SUPPLY).search(text):
        return
    if is_whole(agreement):
        if cue(r"\b(?:hostilit|cease-?fire|truce|weapons)").search(text):
            yield from on_document(agreement, "The text says nothing about the supply of arms", Severity.MEDIUM)
        return
    for sentence in sentences(agreement):
        match = cue(_CEASE).search(sentence.text)
        if match:
            yield sentence.hit(
                match.start(), match.end(), '"{words}", and nothing is said about the supply of arms', Severity.MEDIUM
            )
            return


RULE = Rule(
    code="XAGR005",
    name="arms-supply-uncovered",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds long ceasefire texts that say nothing about the supply of arms.",
    why="A pause that allows resupply is a preparation. In more than one truce deliveries rose.",
    bad="The Parties shall hold their fire for 90 days.",
    good="No weapons, ammunition or drones may enter for either Party; the Mission inspects ports P and Q.",
    readings=(
        "One side reads: what is not forbidden is allowed. It rearms.",
        "The other side reads: a truce freezes everything. It calls the delivery a breach.",
    ),
    suggestion="Say what may not enter, where that is inspected and by whom.",
    check=check,
)
