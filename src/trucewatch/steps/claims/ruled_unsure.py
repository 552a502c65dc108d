"""Stances that doubt rules out: what somebody refuses to confirm, leaves undecided, hopes for or might have done is not done."""

from trucewatch.core.parse import Token

from .polarity import is_denied
from .ruled_words import FALSE
from .told_clauses import Ruled, ToldClause
from .word_groups import HOPES

_KEPT = ("AFFIRM", "COMMIT", "RECOMMIT", "AMEND", "CLAIM_COMPLIANCE", "COMPLY", "REPORT_PROGRESS")
_ENDS = ("WITHDRAW", "SUSPEND", "THREATEN")
_CONFIRMS = frozenset("confirm acknowledge admit concede say".split())
_REFUSES = frozenset("refuse decline".split())
_SAYS = frozenset("say claim suggest pretend assert believe think".split())
_WRONG = FALSE | {"incorrect", "mistaken", "mistake", "inaccurate", "unfair"}
_THINKS = frozenset("believe think fear suspect".split())
_DECIDES = frozenset("decide know determine discuss consider say".split())
_WOULD = frozenset("would could might should".split())
_MIGHT = frozenset({"might", "may"})
_TALK = frozenset("talk speculation report rumour rumor question".split())
_PREMATURE = frozenset("premature early idle hypothetical".split())
_READY = frozenset("ready willing prepared".split())
_ONLY = frozenset("only not if unless once after until first".split())
_TALKS = frozenset("talk negotiation process committee commission council".split())
_THREATENS = frozenset({"threaten"})


def not_confirmed(told: ToldClause) -> Ruled:
    """ "Refused to confirm that the army had shelled Kelo": nobody has owned up."""
    verb = told.p.frame.verb if told.p.frame is not None else None
    if verb is None or verb.lemma not in _CONFIRMS or not _is_withheld(told, verb):
        return
    yield from ((code, "PUBLIC_SILENCE") for code in ("BREACH_ADMITTED", "JUSTIFY", *_KEPT, *_ENDS))


def _is_withheld(told: ToldClause, verb: Token) -> bool:
    above = told.parse.tokens[verb.head]
    refused = verb.dep == "xcomp" and above.lemma in _REFUSES and not is_denied(told.parse, above)
    would = any(k.lower in ("would", "will", "wo", "'d") for k in told.parse.children(verb, "aux"))
    return refused or (is_denied(told.parse, verb) and would)


def wrong_to_say(told: ToldClause) -> Ruled:
    """ "It was wrong to say that the army had shelled Kelo": a denial."""
    verb = told.p.frame.verb if told.p.frame is not None else None
    if verb is None or verb.lemma not in _SAYS or verb.tag != "VB":
        return
    above = told.parse.tokens[verb.head]
    states = (above, *told.parse.children(above, "acomp", "attr", "oprd"))
    if any(k.lemma in _WRONG for k in states) and not is_denied(told.parse, above):
        yield from ((code, "DENY_CONDUCT") for code in ("BREACH_ADMITTED", "JUSTIFY", "ACCUSE", *_KEPT))


def cannot_rule_out(told: ToldClause) -> Ruled:
    """ "Could not rule out that the army had shelled Kelo": no denial."""
    out = told.head.lemma == "rule_out" or any(k.lower == "out" for k in told.parse.children(told.head, "prt"))
    if told.head.lemma in ("rule", "rule_out") and out and is_denied(told.parse, told.head):
        found = ("THIRD_PARTY_FINDING",) if "party" in told.conditions else ()
        yield from ((code, "") for code in ("DENY_CONDUCT", "BREACH_ADMITTED", "CLAIM_COMPLIANCE", *found))


def hopes_for(told: ToldClause) -> Ruled:
    """ "He hoped that the rebels would withdraw", "had no doubt that they would": no threat and no promise of his."""
    parse, head = told.parse, told.head
    hopes = head.lemma in HOPES and not told.denied
    doubts = [k for k in parse.children(head, "dobj") if k.lemma == "doubt"]
    sure = head.lemma == "have" and any(d.lower == "no" for k in doubts for d in parse.children(k, "det"))
    if told.said and hopes and any(k.i > head.i for k in parse.children(head, "ccomp")):
        yield from ((code, "CALL_TO_COMPLY") for code in (*_ENDS, "COMMIT", "RECOMMIT", "DENY_CONDUCT"))
    elif told.said and sure:
        yield from ((code, "") for code in (*_ENDS, "COMMIT", "RECOMMIT", "DENY_CONDUCT", "CAST_DOUBT"))


def others_think(told: ToldClause) -> Ruled:
    """ "Said that the rebels believed the ceasefire was over": neither he nor they have ended it."""
    frame = told.p.frame
    verb = frame.verb if frame is not None and frame.outer is not None and frame.outer.verb is not None else None
    theirs = told.holds("said", "other") and told.head.lemma in _THINKS and not told.denied
    if theirs or (verb is not None and verb.lemma in _THINKS and _are_others(told, verb)):
        yield from ((code, "") for code in (*_ENDS, *_KEPT))


def _are_others(told: ToldClause, verb: Token) -> bool:
    return any(k.pos in ("NOUN", "PROPN") for k in told.parse.children(verb, "nsubj"))


def is_open(told: ToldClause) -> Ruled:
    """ "Had not decided whether to leave the committee": nobody leaves it, and nobody stays."""
    asked = any(k.lower == "whether" for k in told.parse.children(told.head, "mark", "advmod"))
    verb = told.p.frame.verb if told.p.frame is not None else told.p.under
    open_ = verb is not None and verb.lemma in _DECIDES and is_denied(told.parse, verb)
    undecided = told.head.lemma in ("decide", "determine") and told.denied
    if told.said and undecided and any(k.lower == "whether" for k in told.own):
        # Who says so is not silent.
        yield "PUBLIC_SILENCE", ""
    if asked and open_:
        yield from ((code, "") for code in (*_ENDS, *_KEPT, "BREACH_ADMITTED", "JUSTIFY"))


def others_threaten(told: ToldClause) -> Ruled:
    """ "Said that the rebels had threatened to leave": no threat of his."""
    if told.holds("said", "other") and told.head.lemma in _THREATENS and not told.denied:
        yield from ((code, told.charge) for code in _ENDS)


def might_have(told: ToldClause) -> Ruled:
    """ "Would have respected the ceasefire", "could have extended it": neither was done."""
    helped = {k.lower for k in told.parse.children(told.head, "aux")}
    # "Would have completed the withdrawal by Friday"
    timed = any(o.entity in ("DATE", "TIME") for o in told.parse.behind(told.head, "by", "before"))
    if told.head.tag == "VBN" and helped & _WOULD and "have" in helped and not timed:
        yield from ((code, "") for code in (*_KEPT, *_ENDS))
    elif helped & _MIGHT and "have" not in helped and told.said and "other" not in told.conditions:
        gives = told.head.lemma in told.classes["deliver"] | told.classes["withdraw"]
        # To withdraw guns is no threat.
        owed = ("THREATEN",) if gives and told.parse.children(told.head, "dobj") else ()
        yield from ((code, "") for code in ("COMMIT", "RECOMMIT", "AMEND", "CLAIM_COMPLIANCE", "COMPLY", *owed))


def is_expected(told: ToldClause) -> Ruled:
    """ "Nobody expected the army to respect the ceasefire alone": it is not said that it does."""
    above = told.head if told.head.lemma == "expect" else told.parse.tokens[told.head.head]
    # "Nobody should expect us to sit still" is a threat.
    should = any(k.lower in ("should", "must") for k in told.parse.children(above, "aux"))
    if above.lemma == "expect" and not should and (told.head.tag == "VB" or is_denied(told.parse, above)):
        more = (*_ENDS, "CALL_TO_COMPLY") if is_denied(told.parse, above) else ()
        yield from ((code, "") for code in (*_KEPT, *more))


def was_ready(told: ToldClause) -> Ruled:
    """ "Had been ready to extend the ceasefire", "talk of leaving was premature": nothing kept yet."""
    states = {k.lemma for k in told.parse.children(told.head, "acomp")}
    talk = told.named(told.subject, _TALK) and bool(states & _PREMATURE)
    if told.said and told.head.lemma == "be" and not told.denied and (states & _READY or talk):
        yield from (
            ("CLAIM_COMPLIANCE", "AFFIRM"),
            ("COMPLY", "AFFIRM"),
            ("THIRD_PARTY_FINDING", ""),
        )
        yield from (("DENY_CONDUCT", "AFFIRM"),) if talk else ()
        # "Was ready to open the road"; a map that is ready is progress.
        to_do = any(told.parse.children(k, "xcomp") for k in told.parse.children(told.head, "acomp"))
        yield from (("REPORT_PROGRESS", "AFFIRM"), ("AMEND", "AFFIRM")) if to_do else ()


def only_refuses(told: ToldClause) -> Ruled:
    """ "..., but the rebels refused": what they go on with is not said."""
    if told.head.lemma == "refuse" and not told.parse.children(told.head, "xcomp", "dobj", "ccomp"):
        yield "DECLARE_CONTINUE", ""


def others_did(told: ToldClause) -> Ruled:
    """ "The army said the rebels had withdrawn their guns": who says so of his enemy vouches for him."""
    verbs = told.classes["withdraw"] | told.classes["deliver"]
    done = "past" in told.conditions and not told.denied and not told.is_conditional()
    if told.holds("said", "other", "party") and done and told.head.lemma in verbs and _are_enemies(told):
        yield "CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"


def others_will(told: ToldClause) -> Ruled:
    """ "The army said the rebels would leave the town by Friday": no word that binds the army, nor one of the rebels."""
    if not told.holds("said", "other", "future"):
        return
    if _are_enemies(told) or _are_two_names(told) or _is_other_side(told):
        good = told.head.lemma in told.classes["withdraw"] | told.classes["deliver"]
        more = ("DECLARE_CONTINUE", "THREATEN") if good else ()
        yield from ((code, "") for code in (*_KEPT, "CONDITION", "THIRD_PARTY_FINDING", *more))


def _are_two_names(told: ToldClause) -> bool:
    """Whether a body or state by its name speaks of another one by its name: "Moscow", of "Azerbaijan"."""
    both = (told.teller, told.subject)
    return all(t is not None and t.pos == "PROPN" and t.entity != "PERSON" and t.dep.startswith("nsubj") for t in both)


def _is_other_side(told: ToldClause) -> bool:
    who = told.subject
    sides = who is not None and who.lemma in ("side", "party")
    return sides and who is not None and any(k.lemma == "other" for k in told.parse.children(who, "amod"))


def leaves_soon(told: ToldClause) -> Ruled:
    """ "Said that the company at Bara would leave tomorrow": a promise, and nothing that goes on."""
    left = {k.lemma for k in (*told.parse.children(told.head, "dobj"), *told.parse.behind(told.head, "from"))}
    leaves = told.head.lemma in told.classes["withdraw"] and not left & (told.texts | _TALKS)
    if leaves and told.holds("said", "future", "positive", "party") and not told.is_conditional():
        yield "DECLARE_CONTINUE", "COMMIT"
        # "Before the rains" is a limit.
        limits = told.parse.behind(told.head, "before")
        if limits and told.lemmas.isdisjoint(_ONLY) and "other" not in told.conditions:
            yield "CONDITION", "COMMIT"


def _are_enemies(told: ToldClause) -> bool:
    """Whether a camp by its plain name speaks of the other one: "the army spokesman", of "the rebels"."""
    teller, subject = told.teller, told.subject
    if teller is None or subject is None or told.owned(subject):
        return False
    words = {teller.lemma, *(k.lemma for k in told.parse.children(teller, "compound", "poss", "amod"))}
    camps = (told.classes["state_camp"], told.classes["rebel_camp"])
    return any(subject.lemma in one and words & other for one, other in (camps, camps[::-1]))


RULES = (
    was_ready,
    only_refuses,
    others_did,
    others_will,
    leaves_soon,
    not_confirmed,
    wrong_to_say,
    cannot_rule_out,
    hopes_for,
    others_think,
    is_open,
    others_threaten,
    might_have,
    is_expected,
)
