"""What a report says that somebody is to do, and nobody says it: "To the Front: Open the road"."""

from trucewatch.core.parse import Parse

from .propositions import Proposition

_DONE = frozenset({"COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE", "BREACH"})


def bidden(parse: Parse, p: Proposition, stance: str | None) -> str | None:
    """The stance, or a call to comply where it would be an act: "Release all detainees", "Army to fill in the trench"."""
    return "CALL_TO_COMPLY" if stance in _DONE and _is_order(parse, p) else stance


def is_bidden(parse: Parse, p: Proposition, stance: str) -> bool:
    """Whether a call to comply is the report's own, and not that of whoever is to act."""
    return stance == "CALL_TO_COMPLY" and _is_order(parse, p)


def _is_order(parse: Parse, p: Proposition) -> bool:
    """Whether the report's own words are an order, or head what is to come."""
    if p.frame is not None or p.head.dep != "ROOT" or p.head.tag != "VB":
        return False
    helpers = [k.lower for k in parse.children(p.head, "aux", "auxpass")]
    return helpers == ["to"] or (not helpers and not parse.children(p.head, "nsubj", "nsubjpass", "expl", "csubj"))
