"""Stances that readings, hopes and conditions rule out: to reject a narrow reading denies no duty, hope casts no doubt."""

from trucewatch.core.parse import Token

from .told_clauses import Ruled, ToldClause
from .word_groups import HOPES

_EXCLUDES = frozenset({"exclude", "bar", "ban"})
_DEEDS = frozenset("move station deploy send build place position keep bring dig post take open fly".split())
_REJECTS = frozenset("reject refuse dispute contest dismiss".split())
_READINGS = frozenset("interpretation reading construction".split())
_DENIED_DUTY = ("CAST_DOUBT", "DENY_OBLIGATION", "REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "THIRD_PARTY_INTERPRET")
_APPLIES = frozenset("apply cover include concern bind forbid prohibit oblige require extend ban".split())
_ALLOWS = frozenset("allow permit entitle authorise authorize".split())
_THESE = frozenset("it this that them".split())
_HINDERS = frozenset("prevent stop hinder".split())
_TALKS = frozenset("talk negotiation dialogue process".split())
_NEAR = frozenset({"close", "near"})
_REACH = frozenset("reach grasp sight".split())
_TEXTS = frozenset("deal truce ceasefire cease-fire agreement accord settlement pact breakthrough".split())
_PRAISE = frozenset("step point milestone breakthrough achievement success victory opportunity chance progress".split())
_GOOD = frozenset(
    "forward turning important first historic great major positive welcome good significant crucial".split()
)
_CALLS = frozenset("call describe hail welcome praise".split())
_TURNS_AWAY = frozenset({"away", "back"})
_FORCE = frozenset({"force", "effect", "place"})
_TIMES = frozenset("while when although though".split())
_TOUCH = frozenset({"contact", "touch"})
_LIMITS = frozenset("deal cover concern apply relate speak refer bind".split())
_WARNS = frozenset({"warn", "caution"})
_REBUILDS = frozenset("demolish repair rebuild destroy detonate reinforce".split())


def excluded_there(told: ToldClause) -> Ruled:
    """ "Has moved tanks into the zone from which heavy weapons are excluded": that excludes nothing from the accord."""
    parse, head = told.parse, told.head
    if told.denied or "self" in told.conditions or head.lemma not in _DEEDS | told.classes["harm"]:
        return
    excludes = [t for t in told.own if t.lemma in _EXCLUDES]
    below = {t.i for k in told.own if k.dep in ("relcl", "acl") for t in parse.subtree(k)}
    if excludes and all(t.i in below for t in excludes):
        yield "REINTERPRET_EXCLUDE", told.charge if told.said else "BREACH"


def rejects_reading(told: ToldClause) -> Ruled:
    """ "It says that the truce does not apply to smugglers. We reject this reading": who says so holds to the truce."""
    said = _before(told)
    if not said or not _is_narrow(told, said):
        return
    holds_on = "THIRD_PARTY_INTERPRET" if "third" in told.conditions else "AFFIRM"
    objects = (*told.parse.children(told.head, "dobj"), *told.parse.behind(told.head, "that"))
    read = {t.lemma for k in objects for t in (k, *told.parse.children(k, "pobj"))}
    if told.head.lemma in _REJECTS and not told.denied and read & _READINGS and "self" in told.conditions:
        yield from ((code, holds_on) for code in _DENIED_DUTY)
    if "nothing of the" in told.words and told.head.lemma == "say":
        # "The text says nothing of the kind"
        yield from ((code, holds_on) for code in _DENIED_DUTY)


def permits_nothing(told: ToldClause) -> Ruled:
    """ "Nothing in the agreement permits such raids": who says so holds to it."""
    subject, parse = told.subject, told.parse
    if subject is None or subject.lemma != "nothing" or told.head.lemma not in _ALLOWS or not told.said:
        return
    inside = {o.lemma for o in parse.behind(subject, "in", "of")} & told.classes["agreement"]
    fights = told.classes["breach_noun"] | told.classes["attack"]
    done = [k for k in parse.children(told.head, "dobj") if k.lemma in fights or k.lower in _THESE]
    if inside and done:
        holds_on = "THIRD_PARTY_INTERPRET" if "third" in told.conditions else "AFFIRM"
        codes = ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "THIRD_PARTY_INTERPRET", "REPORT_NOT_DONE")
        yield from ((code, holds_on) for code in codes)


def _before(told: ToldClause) -> tuple[Token, ...]:
    """The words of the two sentences before."""
    bounds = [b for b in told.parse.sentences if b[1] <= told.parse.subtree(told.head)[0].i]
    return tuple(t for low, high in bounds[-2:] for t in told.parse.tokens[low:high])


def _is_narrow(told: ToldClause, words: tuple[Token, ...]) -> bool:
    """Whether somebody just read a text as if it asked for little: "does not apply to", "allows raids", "ends at the river"."""
    for t in words:
        denied = any(k.dep == "neg" for k in told.parse.children(t))
        only = any(k.lower == "only" for k in told.parse.children(t, "advmod"))
        if (t.lemma in _APPLIES and (denied or only)) or (t.lemma in _ALLOWS and not denied):
            return True
        if t.lemma in ("end", "stop") and t.dep == "ccomp" and told.parse.behind(t, "at") and not denied:
            return True
    return False


def grants_only_if(told: ToldClause) -> Ruled:
    """ "If they respect our borders, nothing prevents it": a condition."""
    codes = (
        "DENY_OBLIGATION",
        "REINTERPRET_NARROW",
        "REINTERPRET_EXCLUDE",
        "WITHDRAW",
        "ACCUSE",
        "CAST_DOUBT",
        "THREATEN",
    )
    hinders = told.head.lemma in _HINDERS and told.subject is not None and told.subject.lemma == "nothing"
    if hinders and "conditional" in told.conditions:
        yield from ((code, "CONDITION") for code in codes)


def hopes(told: ToldClause) -> Ruled:
    """ "He hoped the ceasefire would hold": who hopes so doubts nothing, and has done nothing."""
    parse, head = told.parse, told.head
    below = [k for k in parse.children(head, "ccomp", "xcomp") if k.i > head.i] if head.lemma in HOPES else []
    if not below or told.denied or any(k.dep == "neg" for b in below for k in parse.children(b)):
        return
    bad = told.classes["harm"] | told.classes["fight"] | {"fail", "collapse"}
    talks = [k for k in below if k.lemma == "resume" and any(n.lemma in _TALKS for n in parse.children(k, "nsubj"))]
    if any(k.lemma in bad for k in below if k not in talks):
        return
    texts = told.texts
    others = any(k.lemma not in texts for b in below for k in parse.children(b, "nsubj") if k.lower not in _THESE)
    call = others and any(k.lemma in told.classes["abide"] | told.classes["fulfil"] for k in below)
    instead = "CALL_TO_COMPLY" if call else "ASSESS" if "third" in told.conditions else "AFFIRM"
    yield from ((code, instead) for code in ("CAST_DOUBT", "CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING"))


def comes_near(told: ToldClause) -> Ruled:
    """ "A truce was within reach": who says so doubts nothing."""
    parse, head = told.parse, told.head
    if head.lemma != "be" or told.denied or not told.named(told.subject, _TEXTS):
        return
    # "Close to collapse"
    near = any(
        k.lemma in _NEAR and parse.tokens[k.i + 1].lower != "to" for k in parse.children(head, "acomp", "advmod")
    )
    if near or any(o.lemma in _REACH for o in parse.behind(head, "within", "in")):
        codes = ("CAST_DOUBT", "DENY_OBLIGATION", "THIRD_PARTY_FINDING", "CLAIM_COMPLIANCE")
        yield from ((code, "REPORT_PROGRESS") for code in codes)


def praises(told: ToldClause) -> Ruled:
    """ "Called the truce "a step forward"": no charge and no doubt, whatever the quotation marks."""
    if told.head.lemma not in _CALLS or told.p.where != "report" or told.denied:
        return
    texts = any(k.lemma in _TEXTS for k in told.parse.children(told.head, "dobj"))
    praise = [t for t in told.own if t.lemma in _PRAISE and t.i > told.head.i]
    good = any(k.lower in _GOOD for t in praise for k in told.parse.tokens[max(0, t.i - 3) : t.i + 2])
    if texts and good:
        yield from (("ACCUSE", "AFFIRM"), ("CAST_DOUBT", "AFFIRM"), ("CLAIM_COMPLIANCE", "AFFIRM"))


def stays_in_it(told: ToldClause) -> Ruled:
    """ "The front isn't walking away from the agreement": it stays in it."""
    away = any(k.lower in _TURNS_AWAY for k in told.parse.children(told.head, "advmod", "prt"))
    texts = told.texts
    if told.head.lemma == "walk" and away and told.denied and told.said and not told.lemmas.isdisjoint(texts):
        codes = ("REINTERPRET_EXCLUDE", "DENY_CONDUCT", "DENY_OBLIGATION", "WITHDRAW")
        yield from ((code, "AFFIRM") for code in codes)


def while_in_force(told: ToldClause) -> Ruled:
    """ "The army shelled us while the truce was in force": the time of it, which affirms nothing."""
    force = any(o.lemma in _FORCE for o in told.parse.behind(told.head, "in"))
    harmed = told.parse.tokens[told.head.head].lemma in told.classes["harm"]
    if told.head.lemma in ("be", "remain") and force and harmed and told.p.mark in _TIMES:
        yield "AFFIRM", ""


def in_touch(told: ToldClause) -> Ruled:
    """ "The observers are in daily contact with the two armies": nobody attacks them, or calls on anybody."""
    touch = any(o.lemma in _TOUCH for o in told.parse.behind(told.head, "in"))
    if told.head.lemma in ("be", "remain", "stay", "keep") and touch and not told.denied:
        yield from (("ATTACK_MONITOR", ""), ("CALL_TO_COMPLY", ""))


def breaks_nothing(told: ToldClause) -> Ruled:
    """ "Saw no breach, as the protocol dealt only with heavy weapons": a narrow reading."""
    parse, head = told.parse, told.head
    broken = head.lemma in told.classes["violate"] or any(
        k.lemma in told.classes["breach_noun"] for k in parse.children(head, "dobj", "attr")
    )
    if not told.denied or not broken:
        return
    reasons = [k for k in parse.children(head, "advcl") if _leads(told, k) in ("as", "because", "since")]
    texts = told.texts
    objects = [k for k in parse.children(head, "dobj") if k.lemma in texts]
    asides = [k for o in objects for k in parse.children(o, "relcl")]
    narrow = [k for k in reasons if any(s.lemma in texts for s in parse.children(k, "nsubj"))]
    if any(_is_limited(told, k) for k in (*narrow, *asides)):
        instead = "REINTERPRET_NARROW" if "party" in told.conditions else "THIRD_PARTY_INTERPRET"
        codes = ("THIRD_PARTY_FINDING", "DENY_CONDUCT", "REINTERPRET_EXCLUDE", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")
        yield from ((code, instead) for code in codes)


def _leads(told: ToldClause, clause: Token) -> str:
    return next((k.lower for k in told.parse.children(clause, "mark")), "")


def _is_limited(told: ToldClause, clause: Token) -> bool:
    """Whether a text is said to deal only with something."""
    only = any(t.lower in ("only", "merely", "solely") for t in told.parse.subtree(clause))
    return clause.lemma in _LIMITS and only and not told.parse.children(clause, "neg")


def warns_of_wrongs(told: ToldClause) -> Ruled:
    """ "Oxfam warned that the parties were continuing to block aid in defiance of the ceasefire": it threatens nobody."""
    above = told.parse.tokens[told.head.head] if told.head.dep == "ccomp" else told.head
    verbs = (told.head, *told.parse.children(told.head, "xcomp"))
    wrong = any(v.lemma in told.classes["harm"] | told.classes["obstruct"] for v in verbs)
    now = not told.conditions.isdisjoint(("past", "present", "ongoing"))
    itself = told.subject is None or told.subject.pos == "PRON" or told.owned(told.subject)
    if told.said and above.lemma in _WARNS and wrong and now and not itself and not told.is_conditional():
        yield from ((code, told.charge) for code in ("THREATEN", "AFFIRM", "CLAIM_COMPLIANCE"))


def had_to_be(told: ToldClause) -> Ruled:
    """ "The bridge was mined and had to be demolished": nobody is called on to do it."""
    had = next((t for t in (told.head, *told.p.control) if t.lower == "had"), None)
    done = (told.head, *told.parse.children(told.head, "xcomp"))
    dated = any(told.parse.behind(t, "by", "before", "within", "under") for t in done)
    if had is None or dated or not told.said or not any(t.lemma in _REBUILDS for t in done):
        return
    yield "CALL_TO_COMPLY", "JUSTIFY" if had.dep == "conj" and "party" in told.conditions else ""
    yield from ((code, "") for code in ("DENY_CONDUCT", "CLAIM_COMPLIANCE", "ACCUSE"))


RULES = (
    excluded_there,
    rejects_reading,
    permits_nothing,
    grants_only_if,
    hopes,
    comes_near,
    praises,
    stays_in_it,
    while_in_force,
    in_touch,
    breaks_nothing,
    warns_of_wrongs,
    had_to_be,
)
