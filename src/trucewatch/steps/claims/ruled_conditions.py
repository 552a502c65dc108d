"""What somebody does only if others do something, and what only sounds so: "provided the army left", "before 30 May"."""

from collections.abc import Iterator

from trucewatch.core.parse import FINITE, Token

from .ruled_case import KEEPS, Case, Ruled, own_subject
from .wording import words_of

_WILL = frozenset("will would 'll wo shall".split())
_PROVIDED = frozenset({"provided", "providing"})
_FIRST = frozenset("we i us".split())
_OTHERS = frozenset("they he she it others".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday".split()
)
_TIMES = frozenset(
    "end beginning start dawn dusk midnight noon nightfall sunrise sunset deadline week month year".split()
)
_ONLY_IF = frozenset("only not unless if once until after when provided never".split())
_FREELY = ("without preconditions", "without precondition", "without any preconditions", "without any precondition")
_HALTS = frozenset("suspend freeze pause halt interrupt cancel".split())
_SIEGES = frozenset("siege blockade hostility".split())
_ATTENDS = frozenset("attend participate join".split())


def conditional(case: Case) -> Ruled:
    """ "Is ready to leave, provided the army pulled back", "will stick to it as long as they do"."""
    if case.denied:
        return
    clauses = list(_provided(case))
    if "other" not in case.conditions:
        clauses += [*_as_long_as(case), *_when(case)]
    if any(_is_others(case, clause) for clause in clauses):
        yield from ((code, "CONDITION") for code in KEEPS)
        if case.head.lower in _WILL:
            # "As long as the other side keeps to it, so will we"
            yield "DECLARE_CONTINUE", "CONDITION"


def _provided(case: Case) -> Iterator[Token]:
    """The verb behind "provided" in what somebody is ready to do."""
    teller = case.p.frame.verb if case.p.frame is not None else None
    for token in (*case.own, *(case.parse.children(teller, "prep") if teller is not None else ())):
        if token.lower in _PROVIDED:
            below = (*case.parse.children(token, "pcomp", "ccomp", "advcl"), case.parse.tokens[token.head])
            yield from (k for k in below if k.i > token.i and own_subject(case.parse, k) is not None)


def _as_long_as(case: Case) -> Iterator[Token]:
    """The verb behind "as long as" in what somebody will do."""
    teller = case.p.frame.verb if case.p.frame is not None else None
    before = case.parse.children(teller, "advmod") if teller is not None else ()
    for lead in (*case.own, *before) if _is_to_come(case) else ():
        if lead.lower == "long":
            yield from case.parse.children(lead, "advcl")


def _when(case: Case) -> Iterator[Token]:
    """The verb behind "when" in what somebody will do."""
    if _is_to_come(case):
        for clause in case.parse.children(case.head, "advcl"):
            if any(k.lower == "when" for k in case.parse.children(clause, "advmod")):
                yield clause


def _is_to_come(case: Case) -> bool:
    head = case.head
    return head.lower in _WILL or any(k.lower in _WILL for k in case.parse.children(head, "aux"))


def _is_others(case: Case, clause: Token) -> bool:
    """Whether a clause tells what others do: "when the government agrees", not "when the rains end"."""
    subject = own_subject(case.parse, clause)
    if subject is None or (clause.tag not in FINITE and not case.parse.children(clause, "aux", "auxpass")):
        return False
    bodies = case.classes["group"] | case.classes["person"] | case.classes["third_party"]
    return subject.lower in _OTHERS or subject.pos == "PROPN" or subject.lemma.lower() in bodies


def not_until(case: Case) -> Ruled:
    """ "His men won't hand over anything until we see houses"."""
    untils = (
        k
        for k in case.parse.children(case.head, "advcl")
        if any(m.lower == "until" for m in case.parse.children(k, "mark"))
    )
    if case.denied and _is_to_come(case) and case.head.lemma in case.classes["fulfil"] and any(untils):
        yield from ((code, "CONDITION") for code in ("CAST_DOUBT", "REPORT_NOT_DONE", "DENY_OBLIGATION", *KEEPS))


def by_a_day(case: Case) -> Ruled:
    """ "The guns will be removed before 3 June" sets a day, "will come without preconditions" sets nothing."""
    words = {t.lower for t in case.own}
    if case.denied or not _is_to_come(case) or "other" in case.conditions or words & (_ONLY_IF - {"not"}):
        return
    days = (noun for noun in case.parse.behind(case.head, "before") if _is_day(case, noun))
    if any(days) or any(mark in words_of(case.own) for mark in _FREELY):
        yield "CONDITION", "COMMIT"


def _is_day(case: Case, noun: Token) -> bool:
    near = {t.lower for t in case.parse.subtree(noun)[:6]}
    # "Before May 3"; "before the end of the talks" is no day.
    return bool(near & _MONTHS) or noun.pos == "NUM" or (noun.lemma in _TIMES and len(near) < 4)


def threatened(case: Case) -> Ruled:
    """ "Will suspend inspections if the army stays" threatens; "will halt its shelling if the rebels leave" sets a condition."""
    clauses = case.parse.children(case.head, "advcl")
    ifs = [k for k in clauses if any(m.lower in ("if", "unless") for m in case.parse.children(k, "mark"))]
    halted = {k.lemma for k in case.parse.children(case.head, "dobj", "nsubjpass")}
    if not ifs or not halted or case.denied or "other" in case.conditions or not _is_to_come(case):
        return
    harms = case.classes["attack"] | case.classes["fight"] | case.classes["breach_noun"] | _SIEGES
    if case.head.lemma in _HALTS and not halted & harms:
        yield from (("SUSPEND", "THREATEN"), ("CONDITION", "THREATEN"))
    if case.head.lemma in _HALTS | {"stop", "end", "lift", "cease"} and halted & harms:
        yield "THREATEN", "CONDITION"


def attends(case: Case) -> Ruled:
    """ "Our delegation will attend the meeting": no suspension."""
    part = case.head.lemma == "take" and "part" in case.lemmas("dobj")
    if (
        (part or case.head.lemma in _ATTENDS)
        and not case.denied
        and "other" not in case.conditions
        and _is_to_come(case)
    ):
        yield from (("SUSPEND", "COMMIT"), ("WITHDRAW", "COMMIT"))
