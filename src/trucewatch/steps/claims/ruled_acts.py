"""Stances that what is done to something rules out: a road kept closed is not opened, a held fire threatens nobody."""

from collections.abc import Sequence

from trucewatch.core.parse import Token

from .papers import PICTURES
from .polarity import is_denied
from .told_clauses import MET, Ruled, ToldClause
from .wording import words_of

_COMPLETES = frozenset("complete finish conclude finalise finalize accomplish".split())
_IN_PART = frozenset(
    "half part partly partially some most first phase stage second third percent quarter almost nearly largely only".split()
)
_KEEPS = frozenset("keep hold leave".split())
_SHUT = frozenset("close closed shut block blocked seal sealed lock locked besieged".split())
_FINDINGS = frozenset("finding conclusion verdict".split())
_ACCEPTS = frozenset("accept acknowledge recognise recognize".split())
_DEMANDS = frozenset("demand condition precondition insistence objection request".split())
_CALLS = frozenset("demand call appeal request letter plea warning ultimatum".split())
_DROPS = frozenset("drop withdraw abandon waive lift retract".split())
_ITS = frozenset("it they he she its their his her we our".split())
_PUNISHES = frozenset("punish discipline prosecute court-martial sack".split())
_TELLS = frozenset("tell inform notify assure say".split())
_CHARGES = frozenset("complaint allegation accusation charge claim report".split())
_MISLEADS = frozenset("mislead deceive trick cheat dupe fool".split())
_GRANTED = (
    "grant them that",
    "to be fair",
    "to their credit",
    "give them that",
    "i must admit",
    "i admit",
    "credit to them",
)
_HARMFUL = frozenset(
    "training flight overflight operation offensive attack strike raid recruitment construction shelling bombing bombardment "
    "blockade exercise advance airstrike sortie".split()
)
_SUSPENDS = frozenset("suspend halt freeze pause".split())
_LATER = frozenset("delay postpone wait defer need take hold slip begin start".split())
_ASIDE = frozenset(
    "un nations mission monitor monitors observer observers mediator mediators mediation unsmil facilitator guarantor".split()
)
_SPEAKS = frozenset("comment speak say mention".split())
_WAYS = frozenset("road crossing airport border corridor port gate bridge highway route passage".split())
_CLOSES = frozenset("close shut block seal".split())
_LIMITS = frozenset("deadline timetable timeline timeframe date".split())
_MEETS = frozenset("meet keep observe respect beat".split())
_CLAIMS = frozenset("claim assertion statement insistence".split())
_FALSE = frozenset("false untrue baseless wrong lie unfounded incorrect".split())
_ORDERS = frozenset("order instruct direct command".split())
_SEIZES = frozenset("seize capture retake recapture overrun occupy advance".split())
_COMES = frozenset("come go arrive return meet visit phone call".split())
_CIVILIANS = frozenset(
    "family villager civilian resident refugee woman child inhabitant farmer people person household".split()
)
_ORDERED = (*MET, "BREACH", "COMMIT", "AFFIRM", "CALL_TO_COMPLY", "REPORT_PROGRESS", "DELAY")


def completed(told: ToldClause) -> Ruled:
    """ "The exchange of prisoners has been completed": all of it, not a part."""
    # "Demarcation has been completed from Manawar to the river": a stretch of it.
    part = any(t.lemma in _IN_PART or t.lower == "from" or t.pos == "NUM" for t in told.own)
    if told.head.lemma in _COMPLETES and "past" in told.conditions and not told.denied and not part:
        yield "REPORT_PARTIAL", told.finding if told.said else "COMPLY"


def kept_shut(told: ToldClause) -> Ruled:
    """ "The army has kept the road closed": nobody has opened it."""
    states = told.parse.children(told.head, "ccomp", "oprd", "acomp", "advcl")
    done = not {"self", "other"}.isdisjoint(told.conditions)
    if told.head.lemma in _KEEPS and any(k.lemma in _SHUT for k in states) and done and not told.denied:
        instead = "DECLARE_CONTINUE" if told.holds("said", "self") else told.charge if told.said else "REPORT_NOT_DONE"
        yield from ((code, instead) for code in MET)


def holds_its_fire(told: ToldClause) -> Ruled:
    """ "It would hold its fire" promises it, "it had held its fire" says that it has; whoever has not held it is accused."""
    fire = any(k.lemma == "fire" for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma != "hold" or not fire or not told.said or told.is_conditional():
        return
    itself, third = "self" in told.conditions, told.watches
    if told.denied:
        instead = "BREACH_ADMITTED" if itself and "past" in told.conditions else "" if itself else told.charge
    elif itself:
        instead = "CLAIM_COMPLIANCE" if "past" in told.conditions else "COMMIT"
    else:
        instead = "THIRD_PARTY_FINDING" if third else "THIRD_PARTY_FINDING_BY_COUNTERPARTY"
    yield from ((code, instead) for code in ("DECLARE_CONTINUE", "JUSTIFY", "CAST_DOUBT", "THREATEN", "DENY_CONDUCT"))


def accepts_finding(told: ToldClause) -> Ruled:
    """ "Accepted the finding that it had moved its tanks": it admits what was found, and promises nothing."""
    parse = told.parse
    found = [k for k in parse.children(told.head, "dobj") if k.lemma in _FINDINGS]
    if told.head.lemma not in _ACCEPTS or told.denied or not found:
        return
    deeds = [v for k in found for v in parse.children(k, "acl", "ccomp", "relcl")]
    own = any(s.lower in _ITS or told.owned(s) for v in deeds for s in parse.children(v, "nsubj", "nsubjpass"))
    good = any(v.lemma in told.classes["abide"] | told.classes["fulfil"] for v in deeds)
    admits = not good and (own or not deeds) and "party" in told.conditions
    yield from ((code, "BREACH_ADMITTED" if admits else "") for code in ("COMMIT", "AFFIRM", "RECOMMIT"))


def drops_demand(told: ToldClause) -> Ruled:
    """ "The rebels dropped their demand for the release": they have done nothing that they owed."""
    demands = [k for k in told.parse.children(told.head, "dobj") if k.lemma in _DEMANDS]
    if told.head.lemma in _DROPS and demands and not told.denied:
        yield from ((code, "") for code in (*MET, "WITHDRAW", "SUSPEND", "BREACH", "CALL_TO_COMPLY"))
    if told.head.lemma == "insist" and told.words.count("no longer"):
        yield from ((code, "") for code in ("CAST_DOUBT", "CALL_TO_COMPLY", "CONDITION"))


def ignores_demand(told: ToldClause) -> Ruled:
    """ "The government ignored the demand for their release": it has not done it, which breaks nothing by itself."""
    demands = [k for k in told.parse.children(told.head, "dobj") if k.lemma in _CALLS]
    if told.head.lemma == "ignore" and demands and not told.said:
        yield "BREACH", "REPORT_NOT_DONE"


def fires_in_the_air(told: ToldClause) -> Ruled:
    """ "Fired in the air to disperse looters": at nobody."""
    air = any(o.lemma == "air" for o in told.parse.behind(told.head, "in", "into"))
    if told.head.lemma in ("fire", "shoot") and air and not told.parse.behind(told.head, "at", "on"):
        yield "BREACH", ""


def others_plan(told: ToldClause) -> Ruled:
    """ "The army plans to move tanks to the border, a diplomat said": the diplomat goes on with nothing."""
    aside = not told.conditions.isdisjoint(("third", "anonymous", "analyst"))
    here = told.subject is not None and any(
        k.lower in ("this", "these") for k in told.parse.children(told.subject, "det")
    )
    if told.said and aside and "other" in told.conditions and not here:
        yield "DECLARE_CONTINUE", "ASSESS"


def punished_them(told: ToldClause) -> Ruled:
    """ "The rebels punished two commanders for the attack": that breaks nothing."""
    if told.head.lemma in _PUNISHES and "past" in told.conditions and not told.denied:
        yield "BREACH", ""


def told_of_itself(told: ToldClause) -> Ruled:
    """ "The rebels told the mission that they had left": what somebody says of himself is not the other side's word."""
    above = told.parse.tokens[told.head.head] if told.head.dep == "ccomp" else None
    personal = told.subject is not None and told.subject.lower in _ITS
    if above is not None and above.lemma in _TELLS and personal and told.holds("said", "self", "past", "party"):
        code = "CLAIM_COMPLIANCE" if not told.denied else "REPORT_NOT_DONE"
        yield "THIRD_PARTY_FINDING_BY_COUNTERPARTY", code


def confirms_word(told: ToldClause) -> Ruled:
    """ "He confirmed what his spokesman had said": he stands by it."""
    said = told.parse.children(told.head, "ccomp", "dobj")
    words = any(k.lemma in ("say", "announce", "tell", "promise") and told.parse.children(k, "dobj") for k in said)
    if told.head.lemma in ("confirm", "repeat", "endorse") and words and not told.denied:
        yield "THIRD_PARTY_FINDING_BY_COUNTERPARTY", "AFFIRM"


def dismisses(told: ToldClause) -> Ruled:
    """ "The mission dismissed the complaint that the army had shelled it": it denies nothing of its own, and has found that."""
    charged = any(k.lemma in _CHARGES for k in told.parse.children(told.head, "dobj"))
    third = told.watches
    if third and told.head.lemma in ("dismiss", "reject") and charged and told.p.frame is None:
        yield "DENY_CONDUCT", "THIRD_PARTY_FINDING"


def reminds(told: ToldClause) -> Ruled:
    """ "The mission reminded the rebels that they had to leave": it calls on them."""
    due = any(
        k.lower in ("must", "should", "had", "have", "need", "needs", "needed")
        for c in told.parse.children(told.head, "ccomp")
        for k in (c, *told.parse.children(c, "aux"))
    )
    if told.head.lemma == "remind" and due and not told.denied:
        yield from ((code, "CALL_TO_COMPLY") for code in ("THIRD_PARTY_FINDING", "AFFIRM", "THIRD_PARTY_INTERPRET"))


def deadline_ahead(told: ToldClause) -> Ruled:
    """ "The deadline expires on Friday" is missed by nobody yet, and whoever met it has kept it."""
    parse, head = told.parse, told.head
    limits = any(k.lemma in _LIMITS for k in parse.children(head, "nsubj", "dobj"))
    if not limits:
        return
    if head.tag in ("VBZ", "VBP") or "future" in told.conditions:
        yield "MISSED_DEADLINE", ""
    if head.lemma in _MEETS and not told.denied and "past" in told.conditions:
        yield "MISSED_DEADLINE", told.finding if told.said else "COMPLY"


def would_have(told: ToldClause) -> Ruled:
    """ "Would have left if the rebels had not attacked": it gives a reason for not having left."""
    helpers = {k.lower for k in told.parse.children(told.head, "aux")}
    if {"would", "have"} <= helpers and told.head.tag in ("VBN", "VBD") and told.is_conditional():
        instead = "JUSTIFY" if told.holds("said", "self") and not told.denied else ""
        yield from ((code, instead) for code in ("THREATEN", "COMMIT", "CONDITION", "AFFIRM", "CLAIM_COMPLIANCE"))


def agrees_on_facts(told: ToldClause) -> Ruled:
    """ "Both sides agree that the army has left": they promise nothing."""
    clauses = told.parse.children(told.head, "ccomp") if told.head.lemma == "agree" else ()
    done = any(c.tag in ("VBD", "VBN") and not told.parse.children(c, "auxpass") for c in clauses)
    would = any(k.tag == "MD" for c in clauses for k in told.parse.children(c, "aux"))
    if done and not would:
        yield from ((code, "") for code in ("COMMIT", "RECOMMIT", "AFFIRM", "AMEND"))


def turned_down(told: ToldClause) -> Ruled:
    """ "The offer to leave was rejected by the army": it denies no deed."""
    offers = any(
        k.lemma in ("offer", "proposal", "request") for k in told.parse.children(told.head, "nsubjpass", "dobj")
    )
    # "The rebels rejected him", of whom somebody proposed.
    somebody = any(k.lower in ("him", "her", "them") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma in ("reject", "refuse", "decline") and (offers or somebody):
        yield "DENY_CONDUCT", ""


def others_claim(told: ToldClause) -> Ruled:
    """ "The rebels' claim to have left is false, the army said": it denies nothing that it did itself."""
    who = told.subject
    if who is None or who.lemma not in _CLAIMS or told.head.lemma != "be" or not told.holds("said", "party"):
        return
    false = any(k.lemma in _FALSE for k in told.parse.children(told.head, "acomp", "attr"))
    left = any(k.lemma == "have" for v in told.parse.children(who, "acl") for k in told.parse.children(v, "aux"))
    if false and left and not told.denied and told.parse.children(who, "poss"):
        yield "DENY_CONDUCT", "REPORT_NOT_DONE"


def orders_back(told: ToldClause) -> Ruled:
    """ "He had ordered his men back across the line": they go back, which admits and goes on with nothing."""
    parse = told.parse
    men = any(told.owned(k) for k in parse.children(told.head, "dobj"))
    back = any(k.lower in ("back", "home") for k in parse.children(told.head, "advmod", "prt", "prep"))
    leave = any(v.lemma in told.classes["withdraw"] for v in parse.children(told.head, "xcomp", "ccomp"))
    if told.head.lemma not in ("order", "call", "pull") or not men or not (back or leave) or told.denied:
        return
    if told.holds("said", "self") and not told.is_conditional():
        instead = "CLAIM_COMPLIANCE" if "past" in told.conditions else "COMMIT"
        yield from ((code, instead) for code in ("BREACH_ADMITTED", "DECLARE_CONTINUE", "DENY_CONDUCT", "THREATEN"))


def orders_harm(told: ToldClause) -> Ruled:
    """ "The commander ordered his men to open fire": a threat by what he does, and a charge by what others say of him."""
    parse, head = told.parse, told.head
    order = head if head.lemma in _ORDERS else parse.tokens[head.head] if head.dep in ("xcomp", "ccomp") else None
    if order is None or order.lemma not in _ORDERS or is_denied(parse, order):
        return
    if not any(_is_harm(told, verb) for verb in parse.children(order, "xcomp", "ccomp")):
        return
    if order is not head:
        outer = told.p.frame.outer if told.p.frame is not None and told.p.frame.verb is order else None
        # What others tell of the order is asked about with the order itself.
        yield from ((code, "" if outer is not None else "THREATEN") for code in (*_ORDERED, "BREACH_ADMITTED"))
    elif not told.said:
        yield from ((code, "THREATEN") for code in (*_ORDERED, "BREACH_ADMITTED"))
    elif "self" not in told.conditions:
        yield from ((code, told.charge) for code in (*_ORDERED, "BREACH_ADMITTED", "JUSTIFY"))


def _is_harm(told: ToldClause, verb: Token) -> bool:
    """Whether somebody is to be harmed: "open fire", "shell the port"; not "not to fire"."""
    fire = verb.lemma == "open" and any(k.lemma == "fire" for k in told.parse.children(verb, "dobj"))
    harms = fire or verb.lemma in told.classes["attack"] | _SEIZES
    return harms and not told.parse.children(verb, "neg")


def will_punish(told: ToldClause) -> Ruled:
    """ "His men would be punished if they had fired": a promise, and no threat."""
    men = told.subject is not None and any(told.owned(k) for k in told.parse.children(told.head, "nsubjpass"))
    owner = any(k.dep == "poss" for s in told.parse.children(told.head, "nsubjpass") for k in told.parse.children(s))
    if told.head.lemma in _PUNISHES and (men or owner) and told.said and "future" in told.conditions:
        yield from (("THREATEN", "COMMIT"), ("CONDITION", "COMMIT"))


def takes_orders(told: ToldClause) -> Ruled:
    """ "We do not take orders from the committee" owes it nothing; "take note of its report" says nothing of it."""
    taken = {k.lemma for k in told.parse.children(told.head, "dobj")}
    if told.head.lemma != "take":
        return
    if taken & {"order", "instruction"} and told.denied and told.said:
        yield from ((code, "DENY_OBLIGATION") for code in ("DENY_CONDUCT", "DECLARE_CONTINUE", "ATTACK_MONITOR"))
    if taken & {"note"}:
        yield from ((code, "") for code in ("ATTACK_MONITOR", "CAST_DOUBT", "CLAIM_COMPLIANCE"))


def was_paid(told: ToldClause) -> Ruled:
    """ "We have not been paid since March": nothing that was agreed was kept by it."""
    paid = told.head.lemma in ("pay", "feed", "supply") and told.parse.children(told.head, "auxpass")
    if told.said and paid and told.denied:
        yield from (("CLAIM_COMPLIANCE", ""), ("DENY_CONDUCT", ""), ("THIRD_PARTY_FINDING_BY_COUNTERPARTY", ""))


def was_misled(told: ToldClause) -> Ruled:
    """ "He was misled": a doubt about what he signed."""
    if told.said and told.head.lemma in _MISLEADS and told.parse.children(told.head, "auxpass") and not told.denied:
        yield from (("CLAIM_COMPLIANCE", "CAST_DOUBT"), ("AFFIRM", "CAST_DOUBT"), ("DENY_CONDUCT", "CAST_DOUBT"))


def moved_nothing(told: ToldClause) -> Ruled:
    """ "They have moved nothing": they have not done it."""
    nothing = any(k.lower == "nothing" for k in told.parse.children(told.head, "dobj"))
    moves = told.classes["withdraw"] | told.classes["fulfil"] | {"move", "hand", "release", "free", "do", "return"}
    if told.holds("said", "other", "past") and told.head.lemma in moves and nothing:
        yield "DENY_CONDUCT", "REPORT_NOT_DONE"


def grants(told: ToldClause) -> Ruled:
    """ "They have moved their guns, I grant them that": no charge."""
    granted = any(words in words_of(_sentence(told)) for words in _GRANTED)
    if told.holds("said", "other", "past") and granted and not told.denied:
        yield from ((code, "THIRD_PARTY_FINDING_BY_COUNTERPARTY") for code in ("ACCUSE", "CLAIM_COMPLIANCE"))


def _sentence(told: ToldClause) -> Sequence[Token]:
    """The words of the clause's sentence."""
    at = next((b for b in told.parse.sentences if b[0] <= told.head.i < b[1]), (0, 0))
    return told.parse.tokens[slice(*at)]


def suspends_harm(told: ToldClause) -> Ruled:
    """ "Turkey has suspended the training", "suspended its offensive": what harms a truce is let be, and no duty is."""
    objects = told.parse.children(told.head, "dobj")
    # Not "their co-operation"
    stopped = any(k.lemma in _HARMFUL and told.parse.tokens[k.i - 1].text != "-" for k in objects)
    if told.head.lemma not in _SUSPENDS or not stopped or told.is_conditional():
        return
    aside = not told.conditions.isdisjoint(("third", "anonymous", "analyst"))
    if told.denied:
        done = "REPORT_NOT_DONE" if "past" in told.conditions else "DECLARE_CONTINUE"
    elif "past" not in told.conditions:
        done = "COMMIT" if told.holds("said", "self") else "ASSESS"
    elif not told.said:
        done = "COMPLY"
    elif "self" in told.conditions:
        done = "CLAIM_COMPLIANCE"
    else:
        done = "THIRD_PARTY_FINDING" if aside else "THIRD_PARTY_FINDING_BY_COUNTERPARTY"
    yield "SUSPEND", done


def breaks_silence(told: ToldClause) -> Ruled:
    """ "The president broke his silence on Monday": that breaks nothing else."""
    silent = {k.lemma for k in told.parse.children(told.head, "dobj")} & {"silence", "fast", "deadlock", "impasse"}
    if told.head.lemma == "break" and silent:
        yield from (
            (code, "") for code in ("BREACH", "BREACH_ADMITTED", "ACCUSE", "PUBLIC_SILENCE", "SUSPEND", "WITHDRAW")
        )


def stands_apart(told: ToldClause) -> Ruled:
    """ "The minister distanced himself from the president's words": he affirms nothing."""
    if told.head.lemma in ("distance", "dissociate") and not told.denied:
        yield from ((code, "") for code in ("AFFIRM", "DECLARE_CONTINUE", "ECHO", "COMMIT", "WITHDRAW"))


def takes_down(told: ToldClause) -> Ruled:
    """ "The ministry deleted the video": it shows nothing by that; "is two years old" denies what it is said to show."""
    pictures = told.parse.children(told.head, "dobj")
    if told.head.lemma in ("delete", "remove", "take_down", "withdraw") and any(k.lemma in PICTURES for k in pictures):
        yield "CONDUCT_SIGNAL", ""
    old = any(k.lemma == "old" for k in told.parse.children(told.head, "acomp"))
    if told.said and told.head.lemma == "be" and told.named(told.subject, PICTURES) and old and not told.denied:
        yield from ((code, "DENY_CONDUCT") for code in ("DECLARE_CONTINUE", "CONDUCT_SIGNAL", "AFFIRM", "ACCUSE"))


def shows(told: ToldClause) -> Ruled:
    """ "Images show trucks crossing the line": nobody keeps or breaks anything by what is only seen in them."""
    if (
        told.named(told.subject, PICTURES)
        and told.head.lemma in ("show", "purport", "appear", "claim")
        and not told.denied
    ):
        yield from ((code, "CONDUCT_SIGNAL") for code in (*MET, "BREACH", "BREACH_ADMITTED"))


def only_moves(told: ToldClause) -> Ruled:
    """ "On 4 June he came back and admitted it": nothing is owned up to by coming, nor called for by "I called the ministry"."""
    if told.head.lemma in _COMES and told.p.frame is None and not told.parse.children(told.head, "xcomp", "ccomp"):
        yield "BREACH_ADMITTED", ""
    rings = told.subject is not None and told.subject.lower in ("i", "we") and told.parse.children(told.head, "dobj")
    asked = [k for k in told.parse.behind(told.head, "on", "upon", "for") if k.entity not in ("DATE", "TIME")]
    more = told.parse.children(told.head, "xcomp", "ccomp", "oprd") or any(k.lemma != "day" for k in asked)
    if told.head.lemma in ("call", "phone", "telephone", "ring") and rings and not more:
        yield from ((code, "") for code in ("CALL_TO_COMPLY", "ACCUSE"))


def civilians_left(told: ToldClause) -> Ruled:
    """ "1,200 families had left the camp": they owe nothing and keep nothing."""
    if told.named(told.subject, _CIVILIANS) and not told.said and told.subject is not None:
        plain = told.subject.dep == "nsubj"
        yield from ((code, "") for code in (*MET, "BREACH", "WITHDRAW", "REPORT_PARTIAL") if plain)


def reads_aside(told: ToldClause) -> Ruled:
    """ "The training is a matter for the two governments, the envoy said": a third party reads, and narrows no duty of its own."""
    who = {t.lower for t in told.parse.subtree(told.teller)} if told.teller is not None else set()
    plain = told.head.dep == "ROOT" and not told.p.quoted and told.p.where != "report"
    own = told.teller is None and plain and told.named(told.subject, told.classes["agreement"])
    aside = own or (bool(who & _ASIDE) and who.isdisjoint(("government", "side")))
    if "third" in told.conditions and aside:
        yield from ((code, "THIRD_PARTY_INTERPRET") for code in ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW"))
        if "possible" in told.conditions and told.head.lemma in told.classes["violate"]:
            yield "THIRD_PARTY_FINDING", "THIRD_PARTY_INTERPRET"


def told_in_private(told: ToldClause) -> Ruled:
    """ "Told two diplomats in private that he would freeze the training": a promise; "would not", a refusal."""
    late = told.head.lemma in _LATER or any(t.lower in ("until", "till", "before") for t in told.own)
    if told.said and "future" in told.conditions and not told.is_conditional() and not late:
        yield "REPORT_PRIVATE_DELAY", "REPORT_PRIVATE_DENY" if told.denied else "REPORT_PRIVATE_COMMIT"


def knew_nothing(told: ToldClause) -> Ruled:
    """ "The president says he knew nothing of the training": he denies it."""
    nothing = told.denied or any(k.lower == "nothing" for k in told.parse.children(told.head, "dobj"))
    if told.holds("said", "self") and told.head.lemma == "know" and nothing:
        yield "REPORT_KNOWLEDGE", "DENY_CONDUCT"


def only_once(told: ToldClause) -> Ruled:
    """ "Has commented on it only once": no condition."""
    once = any(words in told.words for words in ("only once", "only twice"))
    if told.head.lemma in _SPEAKS and "past" in told.conditions and once and not told.said:
        yield "CONDITION", ""


def closes_ways(told: ToldClause) -> Ruled:
    """ "Then it closed the road, residents said": nothing that anybody kept."""
    ways = any(k.lemma in _WAYS for k in told.parse.children(told.head, "dobj", "nsubjpass"))
    others = "self" not in told.conditions or not {"anonymous", "third"}.isdisjoint(told.conditions)
    if told.head.lemma in _CLOSES and ways and others and told.said and not told.denied:
        codes = ("CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING_BY_COUNTERPARTY", "BREACH_ADMITTED")
        yield from ((code, told.charge) for code in codes)


RULES = (
    closes_ways,
    suspends_harm,
    breaks_silence,
    stands_apart,
    takes_down,
    reads_aside,
    shows,
    civilians_left,
    only_moves,
    told_in_private,
    knew_nothing,
    only_once,
    orders_back,
    orders_harm,
    will_punish,
    takes_orders,
    was_paid,
    was_misled,
    moved_nothing,
    grants,
    deadline_ahead,
    would_have,
    agrees_on_facts,
    turned_down,
    others_claim,
    punished_them,
    told_of_itself,
    confirms_word,
    dismisses,
    reminds,
    completed,
    kept_shut,
    holds_its_fire,
    accepts_finding,
    drops_demand,
    ignores_demand,
    fires_in_the_air,
    others_plan,
)
