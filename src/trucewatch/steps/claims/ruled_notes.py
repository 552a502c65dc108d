"""Stances that the turns of cables, notes and briefs rule out: who raises a checkpoint breaks nothing, who will not wait threatens."""

from trucewatch.core.parse import Token

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause

_FIRST = frozenset({"i", "we"})
_ILL = ("attack", "seize", "violate", "obstruct", "harm")
_COMES = frozenset("return arrive travel fly come go leave depart".split())
_ENVOYS = frozenset("delegation delegate negotiator envoy minister mediator team head chairman ambassador".split())
_ANSWERS = frozenset("respond fire shoot retaliate reply react answer".split())
_ORDERS = frozenset("order instruct tell direct".split())
_HURTS = frozenset(
    "harden make help hurt prolong lead bring cause worsen play strengthen weaken delay embolden".split()
)
_INSTRUCTIONS = frozenset("instruction mandate authority brief".split())
_WITHIN = frozenset("part inside within in under".split())
_AREAS = frozenset("area zone corridor line agreement accord truce ceasefire text map".split())
_TIMES = frozenset({"DATE", "TIME"})


def raises_it(told: ToldClause) -> Ruled:
    """ "I raised the checkpoint at Mile 14": whoever writes so breaks nothing by it."""
    first = told.subject is not None and told.subject.lower in _FIRST
    ill = any(told.head.lemma in told.classes[name] for name in _ILL)
    if first and told.p.frame is None and not ill:
        yield "BREACH", ""


def not_the_first(told: ToldClause) -> Ruled:
    """ "The army would not be the first to break it": it threatens nobody."""
    parse, head = told.parse, told.head
    firsts = [k for k in parse.children(head, "acomp", "attr") if k.lemma == "first"]
    ill = told.classes["attack"] | told.classes["violate"]
    breaks = any(v.lemma in ill for k in (head, *firsts) for v in parse.children(k, "xcomp", "relcl", "acl"))
    if head.lemma == "be" and breaks and told.denied and "future" in told.conditions:
        yield from ((code, "AFFIRM") for code in ("THREATEN", "CONDITION", "DENY_CONDUCT", "DECLARE_CONTINUE"))


def will_not_wait(told: ToldClause) -> Ruled:
    """ "Would not wait beyond the end of the month", "would give the army until Friday": an ultimatum, and no delay."""
    parse, head = told.parse, told.head
    waits = head.lemma == "wait" and told.denied and "future" in told.conditions
    until = parse.behind(head, "until", "till")
    gives = head.lemma == "give" and not told.denied and any(t.entity in _TIMES or t.lemma == "end" for t in until)
    if told.said and (waits or gives) and "event" not in told.conditions:
        yield from ((code, "THREATEN") for code in ("DELAY", "REPORT_PRIVATE_DELAY", "COMMIT", "REPORT_PRIVATE_COMMIT"))


def ordered_not_to(told: ToldClause) -> Ruled:
    """ "His men had been ordered not to respond": he keeps them back, and excuses nothing."""
    parse, head = told.parse, told.head
    above = parse.tokens[head.head]
    order = head if head.lemma in _ORDERS else above if above.lemma in _ORDERS and head.dep == "xcomp" else None
    if order is None or is_denied(parse, order):
        return
    below = [k for k in parse.children(order, "xcomp", "ccomp") if k.lemma in _ANSWERS and parse.children(k, "neg")]
    if below and "other" not in told.conditions:
        yield from ((code, "COMMIT") for code in ("JUSTIFY", "DENY_CONDUCT", "CLAIM_COMPLIANCE", "REPORT_NOT_DONE"))


def would_only(told: ToldClause) -> Ruled:
    """ "Public criticism would only harden positions": no reading of a text."""
    only = any(k.lower in ("only", "merely") for k in told.parse.children(told.head, "advmod"))
    would = any(k.lower in ("would", "will", "could", "can") for k in told.parse.children(told.head, "aux"))
    if only and would and told.head.lemma in _HURTS:
        yield from ((code, "") for code in ("REINTERPRET_NARROW", "REINTERPRET_EXCLUDE", "THIRD_PARTY_INTERPRET"))


def travels(told: ToldClause) -> Ruled:
    """ "The government's delegation returned from the capital": it keeps no term by that."""
    home = told.parse.behind(told.head, "to", "from")
    if told.head.lemma in _COMES and told.named(told.subject, _ENVOYS) and not told.said:
        bodies = told.texts | {"talk", "commission", "committee", "meeting", "negotiation"}
        if not any(t.lemma in bodies for t in home):
            yield from ((code, "") for code in ("COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE"))


def has_no_instructions(told: ToldClause) -> Ruled:
    """ "He had no instructions on the prisoner list": he cannot say, and denies no duty."""
    have = told.head.lemma in ("have", "get", "receive") and told.said
    orders = [k for k in told.parse.children(told.head, "dobj") if k.lemma in _INSTRUCTIONS]
    # "No instructions to withdraw": then they have not.
    if have and told.denied and orders and not any(told.parse.children(k, "acl", "relcl") for k in orders):
        yield from ((code, "") for code in ("DENY_OBLIGATION", "DENY_CONDUCT", "CLAIM_COMPLIANCE", "AFFIRM"))


def denies_extent(told: ToldClause) -> Ruled:
    """ "Denies that the corridor is part of the demilitarised area": a reading, and no deed that is denied."""
    clauses = told.parse.children(told.head, "ccomp") if told.head.lemma in ("deny", "dispute") else ()
    if not told.denied and any(_is_within(told, clause) for clause in clauses):
        instead = "THIRD_PARTY_INTERPRET" if "third" in told.conditions else "REINTERPRET_EXCLUDE"
        yield from ((code, instead) for code in ("DENY_CONDUCT", "DENY_OBLIGATION"))


def _is_within(told: ToldClause, clause: Token) -> bool:
    """Whether a place is said to be part of what was agreed on: "is part of the zone", "falls within the area"."""
    parse = told.parse
    where = [k for k in parse.children(clause, "attr", "prep", "acomp") if k.lemma in _WITHIN]
    place = next(iter(parse.children(clause, "nsubj")), None)
    inside = any(o.lemma in _AREAS for k in where for o in (*parse.behind(k, "of"), *parse.children(k, "pobj")))
    people = place is None or place.lemma in told.classes["forces"] or place.pos == "PRON" or told.owned(place)
    return clause.lemma in ("be", "fall", "lie") and inside and not people


RULES = (
    raises_it,
    not_the_first,
    will_not_wait,
    ordered_not_to,
    would_only,
    travels,
    has_no_instructions,
    denies_extent,
)
