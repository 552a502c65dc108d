"""Stances that the turns of cables, notes and briefs rule out: who raises a checkpoint breaks nothing, who will not wait threatens."""

from trucewatch.core.parse import Token

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause
from .word_groups import WE

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
_UNLESS = frozenset("unless if until only first unanswered".split())
_IFS = frozenset(
    "only if unless once until till after before when while where return exchange provide provided condition first then "
    "long soon not as".split()
)
_CHECKS = frozenset("check look consult inquire enquire ask see".split())
_RINGS = frozenset("call phone telephone ring write".split())
_CONVEYS = frozenset("convey tell pass inform assure say".split())
_INNOCENT = frozenset(
    "pay run need receive get lack lose bury thank welcome visit meet ask propose suggest offer".split()
)
_TIMES = frozenset({"DATE", "TIME"})


def raises_it(told: ToldClause) -> Ruled:
    """ "I raised the checkpoint at Mile 14": whoever writes so breaks nothing by it."""
    first = told.subject is not None and told.subject.lower in WE
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


def never_again(told: ToldClause) -> Ruled:
    """ "His movement would never again fire on the road": a promise, and no threat."""
    ill = told.classes["attack"] | told.classes["seize"]
    will = told.holds("said", "self", "future") and told.denied and not told.is_conditional()
    if will and told.head.lemma in ill and told.lemmas.isdisjoint(_UNLESS):
        yield from ((code, "COMMIT") for code in ("THREATEN", "DECLARE_CONTINUE", "DENY_OBLIGATION", "DENY_CONDUCT"))


def has_nobody(told: ToldClause) -> Ruled:
    """ "Local commanders would have nobody to telephone": nobody keeps silent."""
    if told.head.lemma == "have" and any(k.tag == "MD" for k in told.parse.children(told.head, "aux")):
        yield "PUBLIC_SILENCE", ""


def regrets_losses(told: ToldClause) -> Ruled:
    """ "Expressed regret at the loss of life": he owns up to nothing."""
    regrets = [k for k in told.parse.children(told.head, "dobj") if k.lemma in ("regret", "sorrow", "sadness")]
    lost = [o for k in (told.head, *regrets) for o in told.parse.behind(k, "at", "over", "for")]
    if regrets and any(o.lemma in ("loss", "death", "casualty", "suffering", "victim") for o in lost):
        yield "BREACH_ADMITTED", ""


def will_check(told: ToldClause) -> Ruled:
    """ "Said he would check with the General Staff": he goes on with nothing."""
    if told.holds("said", "self", "future") and told.head.lemma in _CHECKS and not told.denied:
        yield from ((code, "") for code in ("DECLARE_CONTINUE", "THREATEN", "CLAIM_COMPLIANCE", "COMMIT"))
    if told.said and told.head.lemma in _RINGS and told.head.tag == "VBG" and told.parse.behind(told.head, "about"):
        # "Said he was calling about the shelling"
        yield "ACCUSE", ""


def passes_word(told: ToldClause) -> Ruled:
    """ "Asked the envoy to convey that his government stood by the agreement": it does."""
    asked = [k for k in told.parse.children(told.head, "xcomp", "ccomp") if k.lemma in _CONVEYS]
    words = [c for k in asked for c in told.parse.children(k, "ccomp")]
    if told.head.lemma in ("ask", "request") and any(
        c.lemma in told.classes["abide"] | {"stand"} and not is_denied(told.parse, c) for c in words
    ):
        yield "CALL_TO_COMPLY", "AFFIRM"


def comes_first(told: ToldClause) -> Ruled:
    """ "Holds that the detainees come first": a condition."""
    first = any(k.lower == "first" for k in told.parse.children(told.head, "advmod", "acomp"))
    if told.said and told.head.lemma in ("come", "go") and first and not told.denied and told.head.tag != "VBD":
        yield from (
            (code, "CONDITION") for code in ("CLAIM_COMPLIANCE", "AFFIRM", "COMMIT", "ACCUSE", "CALL_TO_COMPLY")
        )


def proposes(told: ToldClause) -> Ruled:
    """ "The facilitator has proposed a parallel timetable": nothing is agreed anew yet."""
    if told.head.lemma in ("propose", "suggest", "table") and told.parse.children(told.head, "dobj"):
        yield from ((code, "") for code in ("AMEND", "COMMIT", "RECOMMIT"))


def is_likely_to(told: ToldClause) -> Ruled:
    """ "The government is likely to call this insufficient": it has not; whoever writes expects it."""
    parse = told.parse
    states = [k for k in parse.children(told.head, "acomp") if k.lemma in ("likely", "unlikely", "bound")]
    above = parse.tokens[told.head.head]
    under = told.head.dep == "xcomp" and above.lemma in ("likely", "unlikely", "bound")
    if (states or under) and not told.said:
        yield from ((code, "ASSESS") for code in ("CAST_DOUBT", "ACCUSE", "DENY_CONDUCT", "THREATEN", "CONDITION"))


def has_orders(told: ToldClause) -> Ruled:
    """ "He had orders to let nobody through": he denies no duty."""
    orders = any(k.lemma in ("order", "instruction") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma == "have" and orders and not told.denied:
        yield from ((code, "") for code in ("DENY_OBLIGATION", "DENY_CONDUCT"))


def breaks_nothing(told: ToldClause) -> Ruled:
    """ "The army paid compensation", "the rebels ran out of shells": no breach."""
    if told.head.lemma in _INNOCENT and not told.said:
        yield "BREACH", ""
    if told.head.lemma == "hold" and not told.said and told.head.tag == "VBD" and not told.denied:
        # "Held three engineers for a night"
        held = [
            k for k in told.parse.children(told.head, "dobj") if told.parse.children(k, "nummod") and k.tag == "NNS"
        ]
        yield from ((code, "") for code in ("COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE") if held)


def gave_nothing(told: ToldClause) -> Ruled:
    """ "The Western militia handed in nothing": it has not done it."""
    owed = told.classes["deliver"] | told.classes["withdraw"]
    nothing = any(k.lower == "nothing" for k in told.parse.children(told.head, "dobj", "prt", "prep"))
    nothing = nothing or any(o.lower == "nothing" for o in told.parse.behind(told.head, "in", "over"))
    if told.head.lemma in owed and (told.denied or nothing) and not told.said and "past" in told.conditions:
        yield from ((code, "REPORT_NOT_DONE") for code in ("COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE"))
    acts = any(k.lemma in ("action", "step", "measure") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma == "take" and acts and told.denied and not told.said:
        # "Has taken no action since"
        yield "PUBLIC_SILENCE", "REPORT_NOT_DONE"


def was_not_told(told: ToldClause) -> Ruled:
    """ "Said it had not been informed": it has spoken."""
    passive = bool(told.parse.children(told.head, "auxpass"))
    if told.said and passive and told.denied and told.head.lemma in ("inform", "tell", "consult", "notify", "warn"):
        yield "PUBLIC_SILENCE", ""


def asks_that(told: ToldClause) -> Ruled:
    """ "Asked that this not be recorded": whoever asks has found nothing."""
    clauses = told.parse.children(told.head, "ccomp")
    that = any(m.lower == "that" for c in clauses for m in told.parse.children(c, "mark"))
    if told.head.lemma in ("ask", "request") and that:
        yield from ((code, "") for code in ("THIRD_PARTY_FINDING", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"))


def will_give_back(told: ToldClause) -> Ruled:
    """ "Said the computers would be returned tomorrow": a promise without a condition."""
    rest = {t.lemma for t in told.own if t.i != told.head.i}
    owed = told.head.lemma in told.classes["deliver"] | told.classes["withdraw"]
    plain = told.holds("said", "future", "positive", "party") and "other" not in told.conditions
    if owed and plain and not told.is_conditional() and rest.isdisjoint(_IFS):
        yield "CONDITION", "COMMIT"


RULES = (
    raises_it,
    not_the_first,
    will_not_wait,
    ordered_not_to,
    would_only,
    travels,
    has_no_instructions,
    denies_extent,
    never_again,
    has_nobody,
    regrets_losses,
    will_check,
    passes_word,
    comes_first,
    proposes,
    is_likely_to,
    has_orders,
    breaks_nothing,
    gave_nothing,
    was_not_told,
    asks_that,
    will_give_back,
)
