"""Stances that single words and phrases rule out: "no intention of honouring it" affirms nothing, "regretted it" admits nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token

from .polarity import negated, time_of
from .propositions import SUBJECTS, Proposition

_KEEPS = ("AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "DECLARE_CONTINUE")
_IN_PRIVATE = ("REPORT_PRIVATE_WITHDRAW", "REPORT_PRIVATE_DELAY", "REPORT_PRIVATE_COMMIT")
_AMOUNTS = frozenset("amount constitute represent be equal mean".split())
_ENDS = frozenset("rejection repudiation abandonment breach violation betrayal negation mockery".split())
_PRESSURE = frozenset("call demand pressure appeal plea".split())
_REGRETS = frozenset("regret deplore lament mourn".split())
_OURS = frozenset("we us our ours they them their he him his its own".split())
_THEIRS = frozenset("its his her their our".split())
_LETS = frozenset("permit allow let grant".split())
_WEIGHS = frozenset("consider contemplate study mull".split())
_STOPS = frozenset("stop halt freeze suspend pause".split())
_STEPS = frozenset(
    "decommissioning disarmament demobilisation demobilization withdrawal release exchange handover pullback cantonment "
    "regroupment redeployment surrender return repatriation".split()
)
_TAKES_PART = frozenset("take participate attend sit".split())
_INFORMS = frozenset("inform notify tell advise announce declare communicate".split())
_GUISES = ("under cover of", "under the cover of", "under the guise of", "behind the screen of")
_FREELY = ("unconditional", "without condition", "without asking", "without anything", "without any condition")
_UNLESS = frozenset("once until if unless only before".split())
_GOES_ON = frozenset("keep continue persist resume carry".split())
_BLAME = frozenset("blame responsibility fault guilt".split())
_LIES = frozenset("lie rest fall belong".split())
_TRUE = frozenset("true correct right justified accurate founded well-founded credible".split())
_DENIES = frozenset(
    "deny reject dismiss refute false falsehood untrue lie fabrication baseless not no never nobody none nothing without".split()
)
_IN = frozenset({"violation", "breach", "defiance"})
_GUILTY = frozenset("responsible guilty culpable blame".split())


def ruled_by_words(
    parse: Parse,
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
) -> Iterator[tuple[str, str]]:
    """The stances that the words of a proposition rule out, each with the one that takes its place or ""."""
    if p.head.lemma in _REGRETS and {t.lemma for t in own}.isdisjoint(_OURS):
        # "Norway said it regretted the collapse of the truce": nobody admits what others did.
        yield from (("BREACH_ADMITTED", ""), ("CLAIM_COMPLIANCE", ""), ("THIRD_PARTY_FINDING", "ASSESS"))
    considered = [*parse.children(p.head, "xcomp", "dobj", "pcomp")] if p.head.lemma in _WEIGHS else []
    considering = p.head.tag == "VBG" and parse.tokens[p.head.head].lemma in _WEIGHS
    if considering or any(k.tag == "VBG" for k in considered):
        # "The mediators were considering suspending the process": nothing that they do or say.
        yield from ((code, "") for code in ("SUSPEND", "WITHDRAW", "THREATEN", "DELAY", *_IN_PRIVATE, *_KEEPS))
    if p.head.lemma in _TAKES_PART and "no longer" in words_of(own) and "self" in conditions:
        yield from ((code, "SUSPEND") for code in ("DENY_CONDUCT", "PUBLIC_SILENCE", *_KEEPS))
    leaves = _lets_know_it_leaves(parse, own, classes)
    if leaves is not None:
        # "We wish to inform the guarantors that we are withdrawing from the ceasefire"
        yield from ((code, leaves) for code in (*_KEEPS, "DENY_CONDUCT", "CALL_TO_COMPLY", "DENY_OBLIGATION"))
    if p.where == "report" and p.head.lemma not in _REGRETS:
        # "The minister said that the rebels had no intention of ...": by what is said.
        for clause in parse.children(p.head, "ccomp"):
            subject = next(iter(parse.children(clause, *SUBJECTS)), None)
            inner = replace(p, head=clause, subject=subject, where="said")
            held = conditions - {"report", "self", "other", "positive", "negative", "past", "present", "future", "act"}
            denied = "negative" if negated(parse, inner) else "positive"
            held |= {"said", "other" if "theirs" in conditions else "self", denied, time_of(parse, inner)}
            yield from ruled_by_words(parse, inner, own, frozenset(held), classes)
        return
    words, lemmas = words_of(own), {t.lemma for t in own}
    other = "ACCUSE" if "third" not in conditions else "THIRD_PARTY_FINDING"
    told = "said" in conditions and "other" in conditions
    if told and (_has_no_mind(words, lemmas, classes) or (negated(parse, p) and p.head.lemma in classes["abide"])):
        # "The rebels had no intention of honouring it", "Neither side is respecting it"
        yield from ((code, other) for code in (*_KEEPS, "DENY_OBLIGATION", "PUBLIC_SILENCE"))
    if p.head.lemma in _LETS and negated(parse, p):
        # "Nor has it permitted that the observers overfly the place": no silence.
        yield "PUBLIC_SILENCE", "REPORT_NOT_DONE" if p.frame is None else "ACCUSE"
    kept = p.head.lemma in classes["abide"] or (p.head.lemma == "live" and any(t.lower == "up" for t in own))
    if p.frame is None and kept and negated(parse, p):
        # "Neither party has lived up to its commitments"
        yield from ((code, "REPORT_NOT_DONE") for code in (*_KEEPS, "DENY_OBLIGATION", "PUBLIC_SILENCE"))
    real = not conditions.isdisjoint(("past", "present"))
    if real and p.head.lemma in _AMOUNTS and _is_said_to_be(parse, p.head, _ENDS) and not negated(parse, p):
        # "The attack amounted to a rejection of the truce"
        yield from ((code, other) for code in (*_KEEPS, "DENY_CONDUCT", "BREACH_ADMITTED", "DENY_OBLIGATION"))
    if told and any(guise in words for guise in _GUISES):
        yield from ((code, "ACCUSE") for code in _KEEPS)
    if p.head.lemma in _STOPS and "self" in conditions and "positive" in conditions:
        # "Has stopped the decommissioning of its combatants"; "has stopped the attacks" is what was asked.
        stopped = {k.lemma for k in parse.children(p.head, "dobj")}
        if stopped & _STEPS:
            yield from (
                (code, "SUSPEND") for code in ("CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART", "ACCUSE", "JUSTIFY")
            )
    if any(mark in words for mark in _FREELY) and lemmas.isdisjoint(_UNLESS):
        yield "CONDITION", "COMMIT"
    if _is_pressed(parse, p.head):
        # "Is facing calls to withdraw": nothing that he says.
        yield from ((code, "") for code in ("PUBLIC_SILENCE", "CALL_TO_COMPLY", "WITHDRAW", "SUSPEND", *_KEEPS))
    if p.head.lemma in _LIES and p.subject is not None and p.subject.lemma in _BLAME and not negated(parse, p):
        yield from ((code, other) for code in ("DENY_CONDUCT", "JUSTIFY", "REINTERPRET_NARROW", "REINTERPRET_EXCLUDE"))
    if _is_rejected(parse, p, classes):
        # "The claim that troops had broken the truce was 'without factual basis'"
        yield from ((code, "DENY_CONDUCT") for code in ("ACCUSE", "AFFIRM", "BREACH_ADMITTED"))
    deeds = {t.lemma for t in (p.head, *parse.children(p.head, "xcomp", "dobj", "pcomp"))} & classes["attack"]
    goes_on = any(t.lemma in _GOES_ON for t in (p.head, *p.control))
    if p.frame is None and deeds and goes_on and "positive" in conditions and "must" not in conditions:
        # "The army has kept shelling the town"
        yield from ((code, "BREACH") for code in _KEEPS)
    if {"said", "self", "negative", "future"} <= conditions and p.head.lemma in classes["abide"]:
        # "Nor will we respect it"
        yield from ((code, "DENY_OBLIGATION") for code in _KEEPS)
    if {"said", "positive"} <= conditions:
        yield from _told_in_full(parse, p, lemmas, conditions, classes)


def _told_in_full(
    parse: Parse, p: Proposition, lemmas: set[str], conditions: frozenset[str], classes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """What a party says that was done: "its jets struck Tyre" owns up to it, "a plane had flown over the dam" denies nothing."""
    verb = p.frame.verb if p.frame is not None else None
    if (
        p.subject is not None
        and p.subject.lower == "it"
        and verb is not None
        and verb.dep == "relcl"
        and p.frame is not None
    ):
        # "The strike drew condemnation from Egypt, which said it violated the ceasefire": the strike did.
        yield "BREACH_ADMITTED", "ACCUSE"
        return
    if p.frame is not None and verb is None:
        return
    theirs = p.subject is not None and any(k.lower in _THEIRS for k in parse.children(p.subject, "poss"))
    does = p.head.lemma in classes["attack"] and p.head.tag in ("VBD", "VBN") and "past" in conditions
    if {"self", "party"} <= conditions and theirs and does and not p.quoted and lemmas.isdisjoint(_DENIES):
        yield from (("DENY_CONDUCT", "BREACH_ADMITTED"), ("ACCUSE", "BREACH_ADMITTED"))
    if "other" in conditions:
        yield "BREACH", "THIRD_PARTY_FINDING" if "third" in conditions else "ACCUSE"
    engine = p.subject is not None and p.subject.lemma in classes["engine"] and "other" in conditions
    some = p.subject is not None and any(k.lower in ("a", "an") for k in parse.children(p.subject, "det"))
    if engine and some and "party" in conditions and lemmas.isdisjoint(_DENIES):
        yield "DENY_CONDUCT", "ACCUSE"


def words_of(tokens: Sequence[Token]) -> str:
    """Tokens as words in lower case, with a space between them."""
    return " ".join(t.lower for t in tokens)


def blamed(parse: Parse, head: Token) -> Token | None:
    """Who is said to be guilty: "NAS is in violation of Article 3", "the army bears responsibility for it"."""
    subject = next(iter(parse.children(head, "nsubj")), None)
    if subject is None or any(k.dep == "neg" for k in parse.children(head)):
        return None
    if head.lemma == "bear":
        return subject if any(k.lemma in _BLAME for k in parse.children(head, "dobj")) else None
    if head.lemma != "be":
        return None
    inside = [o for k in parse.children(head, "prep") if k.lower == "in" for o in parse.children(k, "pobj")]
    guilty = [k for k in parse.children(head, "acomp", "attr", "xcomp") if k.lemma in _GUILTY]
    return subject if guilty or any(o.lemma in _IN for o in inside) else None


def _lets_know_it_leaves(parse: Parse, own: Sequence[Token], classes: Mapping[str, frozenset[str]]) -> str | None:
    """WITHDRAW or SUSPEND where somebody informs others that he leaves the truce, or a body of the parties."""
    for verb in own:
        for clause in parse.subtree(verb) if verb.lemma in _INFORMS else ():
            if clause.i <= verb.i or clause.pos != "VERB":
                continue
            below = parse.subtree(clause)
            words = {t.lemma for t in below}
            if not any(k.lower in ("we", "i") for k in parse.children(clause, "nsubj")):
                continue
            if clause.lemma in ("withdraw", "leave", "quit", "exit") and words & (
                classes["ceasefire"] | classes["agreement"]
            ):
                return "WITHDRAW"
            if clause.lemma in ("take", "participate", "attend", "sit") and {"no", "long"} <= {
                t.lower[:4] for t in below
            }:
                return "SUSPEND"
    return None


def _has_no_mind(words: str, lemmas: set[str], classes: Mapping[str, frozenset[str]]) -> bool:
    return ("no intention of" in words or "no intention to" in words) and not lemmas.isdisjoint(classes["abide"])


def _is_said_to_be(parse: Parse, verb: Token, nouns: frozenset[str]) -> bool:
    """Whether something is or amounts to one of some nouns."""
    things = [*parse.children(verb, "dobj", "attr")]
    things += [o for k in parse.children(verb, "prep") if k.lower == "to" for o in parse.children(k, "pobj")]
    return any(t.lemma in nouns for t in things)


def _is_pressed(parse: Parse, verb: Token) -> bool:
    """Whether others press somebody: "is facing calls to withdraw", "has been under pressure to leave"."""
    if verb.lemma == "face":
        return any(k.lemma in _PRESSURE for k in parse.children(verb, "dobj"))
    under = [o for k in parse.children(verb, "prep") if k.lower == "under" for o in parse.children(k, "pobj")]
    return verb.lemma in ("be", "come") and any(o.lemma == "pressure" for o in under)


def _is_rejected(parse: Parse, p: Proposition, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a charge is said to be something, and not true."""
    if p.head.lemma != "be" or p.subject is None or p.subject.lemma not in classes["allegation"] - {"report"}:
        return False
    said = parse.children(p.head, "acomp", "attr", "prep")
    claims = parse.children(p.subject, "acl", "relcl", "prep")
    return bool(claims) and bool(said) and all(k.lemma not in _TRUE for k in said) and not negated(parse, p)
