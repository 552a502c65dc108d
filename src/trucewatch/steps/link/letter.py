"""The letter of the clause: whether conduct took place where the clause's words reach."""

import re
from dataclasses import dataclass, replace

from trucewatch.core.model import Agreement, Claim, Document, Link, Missing, Report
from trucewatch.core.places import Location, PlaceKind
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.states import placings, states_named
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER

_PLACED = re.compile(r"(?i)\b(?:in|at|near|inside|within|around)\s+(?:the\s+(?:\w+\s+){0,2}(?:of\s+)?)?$")


@dataclass(frozen=True, slots=True)
class Town:
    """A town that something is placed in, and the state that a gazetteer has it in."""

    state: str
    span: Span


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns of a report, and the states whose country is known in it: only these can be compared."""

    found: tuple[Town, ...] = ()
    states: frozenset[str] = frozenset()


NO_TOWNS = Towns()
# Stances whose words tell of conduct, beside those on the conduct axis.
TELLS_OF_CONDUCT = frozenset({"ACCUSE", "JUSTIFY", "BREACH_ADMITTED"})


def compared_with_letter(claim: Claim, document: Document, agreement: Agreement, towns: Towns = NO_TOWNS) -> Claim:
    """The claim, with a note when it tells of conduct in a place that the clause's words do not reach.

    `towns` are those of the report whose country a gazetteer knows, by `towns_of`.
    """
    if not isinstance(claim.about, Link) or claim.about.commitment is None or OUTSIDE_THE_LETTER in claim.notes:
        return claim
    if claim.axis != "conduct" and claim.stance not in TELLS_OF_CONDUCT:
        return claim
    commitment = next(c for c in agreement.commitments if c.id == claim.about.commitment)
    clause_text = agreement.document.text[commitment.start : commitment.end]
    bounds = {(placing.state, placing.inside) for placing in placings(clause_text)}
    quote = claim.quote.span
    places = {(placing.state, placing.inside) for placing in placings(document.reads(quote))}
    if bounds and not places and all(state in towns.states for state, _ in bounds):
        places = {(t.state, True) for t in towns.found if quote.start <= t.span.start < quote.end}
    if bounds and places and not any(_reaches(bound, place) for bound in bounds for place in places):
        return replace(claim, notes=(*claim.notes, OUTSIDE_THE_LETTER))
    return claim


def towns_of(report: Report) -> Towns:
    """The towns that a report places something in, with their states; none without a gazetteer.

    A country has a state's name where the report itself names the state; else its code stands for it.
    """
    if isinstance(report.places, Missing):
        return NO_TOWNS
    known = [(p, p.where) for p in report.places if isinstance(p.where, Location)]
    states: dict[str, str] = {}
    for place, location in known:
        if location.kind is PlaceKind.COUNTRY:
            for state in states_named(place.name.exact):
                states[location.country] = state
    found = [
        Town(states.get(location.country, location.country), span)
        for place, location in known
        if location.kind is PlaceKind.TOWN
        for span in place.mentions
        if _PLACED.search(report.document.original[max(0, span.start - 24) : span.start])
    ]
    return Towns(tuple(found), frozenset(states.values()))


def _reaches(bound: tuple[str, bool], place: tuple[str, bool]) -> bool:
    """Whether conduct at the place can fall under words with that bound."""
    same_state, same_way = bound[0] == place[0], bound[1] == place[1]
    if bound[1] and place[1]:
        return same_state
    return same_way or not same_state
