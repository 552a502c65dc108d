"""Stances that denials and open questions rule out: "have never agreed to leave", "the army had done so itself", "not clear whether"."""

import re

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause

_AGREES = frozenset("agree promise undertake commit accept pledge consent".split())
_GIVES = frozenset("free release return".split())
_UNCLEAR = re.compile(r"\bnot (?:immediately |yet |at once )?clear (?:whether|if)\b")
_GIVES_IF = frozenset("if unless until once only".split())
_EARLIER = frozenset("previous earlier former prior".split())
_WRONGS = frozenset("violation breach attack".split())


def never_agreed(told: ToldClause) -> Ruled:
    """ "We," the general said, "have never agreed to leave Kelo": no promise."""
    above = told.parse.tokens[told.head.head]
    agreed = told.head.dep in ("xcomp", "ccomp") and above.lemma in _AGREES
    if agreed and is_denied(told.parse, above):
        yield from ((code, "DENY_OBLIGATION") for code in ("COMMIT", "RECOMMIT", "AFFIRM"))


def did_so_itself(told: ToldClause) -> Ruled:
    """ "Said the army had done so itself": a charge."""
    so = any(k.lower == "so" for k in told.parse.children(told.head, "advmod", "dobj"))
    if told.holds("said", "other", "past") and told.head.lemma == "do" and so and not told.denied:
        yield "DENY_CONDUCT", told.charge


def will_free(told: ToldClause) -> Ruled:
    """ "We will free them": no threat."""
    will = any(k.lower in ("will", "would", "'ll") for k in told.parse.children(told.head, "aux"))
    freely = told.lemmas.isdisjoint(_GIVES_IF) and not told.denied
    if told.said and told.head.lemma in _GIVES and told.parse.children(told.head, "dobj") and will and freely:
        yield "THREATEN", "COMMIT"


def not_clear(told: ToldClause) -> Ruled:
    """ "It was not immediately clear whether the rebels had left": not said to be undone."""
    above = told.parse.tokens[told.head.head]
    whether = any(k.lower in ("whether", "if") for k in told.parse.children(told.head, "mark"))
    verb = told.parse.tokens[above.head] if above.lemma == "clear" else above
    states = {k.lemma for k in told.parse.children(verb, "acomp")}
    open_ = whether and "clear" in states and bool(told.parse.children(verb, "neg"))
    if open_ or _UNCLEAR.search(told.words):
        yield from (("REPORT_NOT_DONE", ""), ("CLAIM_COMPLIANCE", ""), ("COMPLY", ""))


def neither_confirms(told: ToldClause) -> Ruled:
    """ "Neither side has confirmed that the exchange took place": a silence."""
    verb = told.p.frame.verb if told.p.frame is not None else None
    side = told.teller is not None and told.teller.lemma in ("side", "party")
    if verb is not None and verb.lemma == "confirm" and side and is_denied(told.parse, verb):
        yield from ((code, "PUBLIC_SILENCE") for code in ("THIRD_PARTY_FINDING", "ACCUSE", "CLAIM_COMPLIANCE"))


def received_some(told: ToldClause) -> Ruled:
    """ "The Red Cross said it had received 20 prisoners and expected more": what it found."""
    received = told.head.lemma == "receive" and "past" in told.conditions and not told.denied
    if received and told.holds("third") and any(k.pos == "NUM" for k in told.own):
        yield "REPORT_NOT_DONE", "THIRD_PARTY_FINDING"


def of_earlier_truce(told: ToldClause) -> Ruled:
    """ "A previous truce, signed in 2021, was broken by both sides": no breach of the one of which is told."""
    things = (*told.parse.children(told.head, "nsubjpass", "dobj"),)
    earlier = any(
        k.lower in _EARLIER
        for t in things
        if t.lemma in told.classes["agreement"]
        for k in told.parse.children(t, "amod")
    )
    if earlier and not told.said and "past" in told.conditions:
        yield from ((code, "") for code in ("BREACH", "COMPLY", "COMMIT", "WITHDRAW"))


def goes_on_keeping(told: ToldClause) -> Ruled:
    """ "The army would go on respecting it": what it goes on with is to keep the truce."""
    on = any(k.lower == "on" for k in told.parse.children(told.head, "prt", "advmod", "prep"))
    kept = {t.lemma for t in told.own if t.tag == "VBG" and t.i > told.head.i} & told.classes["abide"]
    if told.head.lemma in ("go", "continue", "keep") and (on or told.head.lemma != "go") and kept and not told.denied:
        yield "DECLARE_CONTINUE", "AFFIRM"


def summons_over(told: ToldClause) -> Ruled:
    """ "The ministry summoned the ambassador over what it said were violations": a charge."""
    if told.head.lemma == "summon" and not told.lemmas.isdisjoint(_WRONGS) and not told.denied:
        yield "CALL_TO_COMPLY", told.charge


RULES = (
    never_agreed,
    did_so_itself,
    will_free,
    not_clear,
    neither_confirms,
    received_some,
    of_earlier_truce,
    goes_on_keeping,
    summons_over,
)
