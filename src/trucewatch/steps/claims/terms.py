"""Tells what an agreement provides from what somebody claims: "It bans heavy weapons", "The army is to leave"."""

from collections.abc import Callable

from trucewatch.core.parse import Parse, Token

from .polarity import negated, time_of
from .propositions import Proposition, agent_of
from .term_items import BE

# What the author may say of a text, or of time that it gave.
_OF_TEXTS = frozenset({"ASSESS", "MISSED_DEADLINE", "REPORT_NOT_DONE", "WITHDRAW", "CAST_DOUBT", "SUSPEND"})
# A verb after "to", and what is done to something in "to be handed over".
_TO_DO = frozenset({"VB", "VBN"})


def tells_terms(parse: Parse, p: Proposition, stance: str, is_text: Callable[[Token | None], bool]) -> bool:
    """Whether the author's own words only tell what an agreement asks for, or what it is."""
    if stance in _OF_TEXTS:
        return False
    if _under_text(parse, p, is_text) and time_of(parse, p) not in ("past", "ongoing"):
        return True
    if not is_text(p.subject) or negated(parse, p):
        return False
    passive = bool(parse.children(p.head, "nsubjpass", "auxpass"))
    return not (passive and agent_of(parse, p.head) is not None)


def is_due(parse: Parse, p: Proposition, stance: str) -> bool:
    """Whether nobody claims what is only to be done, by the text or in a turn."""
    if (p.frame is not None and p.frame.verb is not None) or not _is_to(parse, p):
        return False
    # "It was to have left by June" and "was to leave by June, a date that passed" say that it has not.
    had = any(k.lower == "have" for k in parse.children(p.head, "aux"))
    return stance not in _OF_TEXTS or not (had or any(t.dep == "relcl" for t in parse.subtree(p.head)))


def _is_to(parse: Parse, p: Proposition) -> bool:
    """Whether something is to be done: "hostilities were to be suspended", "and to return to barracks"."""
    head = p.head
    while head.dep == "conj" and parse.tokens[head.head].tag in _TO_DO:
        head = parse.tokens[head.head]
    above = parse.tokens[head.head]
    to = next((k for t in (head, p.head) for k in parse.children(t, "aux") if k.lower == "to"), None)
    if to is None or head.tag not in _TO_DO:
        return False
    return head.dep == "xcomp" and above.lower in BE and above.i < to.i <= above.i + 3


def _under_text(parse: Parse, p: Proposition, is_text: Callable[[Token | None], bool]) -> bool:
    """Whether a sentence begins with "Under the agreement"."""
    for kid in parse.children(p.head, "prep"):
        if kid.lower in ("under", "by") and kid.i < p.head.i:
            return any(is_text(noun) for noun in parse.children(kid, "pobj"))
    return False
