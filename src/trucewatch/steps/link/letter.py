"""The letter of the clause: whether conduct took place where the clause's words reach."""

from dataclasses import replace

from trucewatch.core.model import Agreement, Claim, Document, Link
from trucewatch.vocabulary.states import placings
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER

# Stances whose words tell of conduct, beside those on the conduct axis.
TELLS_OF_CONDUCT = frozenset({"ACCUSE", "JUSTIFY", "BREACH_ADMITTED"})


def compared_with_letter(claim: Claim, document: Document, agreement: Agreement) -> Claim:
    """The claim, with a note when it tells of conduct in a place that the clause's words do not reach."""
    if not isinstance(claim.about, Link) or claim.about.commitment is None or OUTSIDE_THE_LETTER in claim.notes:
        return claim
    if claim.axis != "conduct" and claim.stance not in TELLS_OF_CONDUCT:
        return claim
    commitment = next(c for c in agreement.commitments if c.id == claim.about.commitment)
    clause_text = agreement.document.text[commitment.start : commitment.end]
    bounds = {(placing.state, placing.inside) for placing in placings(clause_text)}
    places = {(placing.state, placing.inside) for placing in placings(document.reads(claim.quote.span))}
    if bounds and places and not any(_reaches(bound, place) for bound in bounds for place in places):
        return replace(claim, notes=(*claim.notes, OUTSIDE_THE_LETTER))
    return claim


def _reaches(bound: tuple[str, bool], place: tuple[str, bool]) -> bool:
    """Whether conduct at the place can fall under words with that bound."""
    same_state, same_way = bound[0] == place[0], bound[1] == place[1]
    if bound[1] and place[1]:
        return same_state
    return same_way or not same_state
