"""Stances that what was done rules out: a complaint is no compliance, to stop firing is no breach, to shut monitors out no denial."""

import re
from itertools import pairwise

from trucewatch.core.parse import Token

from .duty_phrases import LETS
from .told_clauses import MET, Ruled, ToldClause
from .word_groups import DENIES, NOBODY, STAYS

_KEPT = ("CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART", "REPORT_PARTIAL", "REPORT_PROGRESS", "AFFIRM")
_COMPLIES = (*_KEPT, "THIRD_PARTY_FINDING_BY_COUNTERPARTY")
# What somebody was to give, to free or to leave.
_FIXED = frozenset(
    "post position base checkpoint outpost barracks town village bridge port airport hill territory district road house "
    "building".split()
)
_MOVES = frozenset(
    "gun weapon arm rifle tank artillery mortar howitzer drone missile rocket truck vehicle troop soldier fighter force man "
    "unit battalion brigade prisoner detainee captive hostage remains".split()
)
_STORES = frozenset(
    "barracks camp cantonment site base container line quarter depot storage store place limit side area point home".split()
)
_AWAY = frozenset("out away off from behind within".split())
_FINDS = frozenset("establish verify find".split())
_WELL = frozenset("silent quiet open safe intact alive clear empty".split())
_KEEPS = frozenset("keep retain withhold".split())
_OBLIGES = frozenset("oblige require forbid ban bind prohibit demand".split())
_AGAINST = frozenset("violation breach defiance contravention".split())
_DESPITE = frozenset({"despite", "notwithstanding"})
_THEMSELVES = frozenset("themselves itself himself".split())
_ARMED = frozenset(
    "troop soldier unit post gun artillery battery fighter patrol man force crew gunner garrison army sentry".split()
)
_ANSWERS = frozenset("reply respond react answer".split())
_SHOTS = frozenset(
    "fire shelling attack provocation shooting bombardment raid shot shell rocket mortar ambush strike".split()
)
_LEAVES = frozenset("leave quit abandon".split())
_ADVANCES = frozenset("advance cross".split())
_LINES = frozenset("position line post base barracks trench area zone side territory quarter camp".split())
_SHUTS_OUT = frozenset("deny refuse".split())
_ENTRY = frozenset("access entry passage permission clearance entrance".split())
_CARRIERS = frozenset("convoy truck lorry flight delivery aid ship bus ferry supply traffic relief".split())
_ENTERS = frozenset("cross enter".split())
_GOES_IN = frozenset("enter pass visit inspect proceed cross go reach access".split())
_PATROLS = frozenset("patrol team observer monitor inspector verifier peacekeeper".split())
_NO_DEEDS = ("THIRD_PARTY_FINDING", "DECLARE_CONTINUE", "REPORT_NOT_DONE", "PUBLIC_SILENCE", "ACCUSE")
_ENDS = frozenset("stop cease halt end quit".split())
_FIGHTS = frozenset("fight fire shell attack bomb shoot bombard raid strike kill".split())
_EXCUSES = frozenset(
    "respond response retaliate retaliation reply answer provoke provocation self-defence self-defense defend defence".split()
)
_DENIES = DENIES | {"contradict"}
_SEES = frozenset("see spot observe count find notice".split())
_TEAMS = frozenset("team patrol observer monitor officer staff attaché attache adviser advisor colleague visit".split())
_LOCALS = frozenset(
    "villager resident mayor farmer fisherman fishermen doctor nurse teacher elder witness priest bishop imam trader "
    "shopkeeper herder herdsman townspeople inhabitant family worker driver journalist reporter neighbour neighbor "
    "boatman people local student refugee".split()
)
_OUR = frozenset({"our", "us"})
_PUNISHES = frozenset("punish discipline prosecute court-martial".split())
_TRIALS = frozenset("discipline martial tribunal".split())
_SOLDIERS = frozenset("soldier officer trooper policeman guard".split())
_STATE = frozenset("army military minister ministry government president general defence defense police navy".split())
_GUILTY = frozenset("man culprit perpetrator one those soldier officer fighter guilty".split())
_PROMISES = frozenset("promise pledge undertake commit".split())
_SORRY = frozenset("apologise apologize".split())
_PARTLY = frozenset("partially partly".split())
_DOES = frozenset("implement complete fulfil fulfill carry execute apply meet observe respect".split())
_SENDS = frozenset("deploy send dispatch station post".split())
_WATCHERS = frozenset("observer monitor verifier inspector peacekeeper".split())
_ORDERS = frozenset("order instruction command".split())
_GETS = frozenset("have receive give get".split())
_NEVER = re.compile(
    r"\b(?:has|have|had|does|do|did|is|are) (?:not|n't) (?:and|or|nor) (?:will|would|shall) (?:not|n't)\b"
)


def wrongly_done(told: ToldClause) -> Ruled:
    """ "The rebels had surrendered toys, not weapons", "kept back their guns": who says so of others complains."""
    found = told.parse.tokens[told.head.head].lemma in _FINDS
    if told.denied or found or "self" in told.conditions or told.p.mark not in ("", "that", "to", "told"):
        return
    wrong = _against_text(told)
    if told.holds("said", "other") and (wrong or _keeps_back(told) or _gives_wrongly(told)):
        yield from ((code, told.charge) for code in _COMPLIES)
    elif told.holds("act") and wrong and told.head.lemma in _KEEPS:
        # "The army keeps its guns on the ridge, contrary to the accord"
        yield from ((code, "BREACH") for code in _COMPLIES)


def _keeps_back(told: ToldClause) -> bool:
    """Whether somebody keeps what he was to give or leave: "kept most of their guns", not "kept its guns in the depot"."""
    parse, head = told.parse, told.head
    back = any(k.lower == "back" for k in parse.children(head, "prt", "advmod"))
    things = told.things()
    if head.lemma in ("keep", "hold") and back and things:
        return True
    if head.lemma not in _KEEPS or parse.children(head, "acomp", "oprd", "xcomp") or told.lemmas & _WELL:
        return False
    kept = {t.lemma for t in things}
    places = {t.lemma for t in parse.behind(head)} | {t.lemma for thing in things for t in parse.behind(thing)}
    away = any(k.lower in _AWAY for t in (head, *things) for k in parse.children(t, "prep", "advmod"))
    return bool(kept & _FIXED) or (bool(kept & _MOVES) and not away and not places & _STORES)


def _gives_wrongly(told: ToldClause) -> bool:
    """Whether what was done is not what was owed: "toys, not weapons", "thieves instead of soldiers", "to themselves"."""
    parse, head = told.parse, told.head
    if head.lemma not in told.classes["fulfil"] | told.classes["withdraw"]:
        return False
    own = [t for t in told.own if t.i > head.i]
    for first, second in pairwise(own):
        after = parse.tokens[second.i + 1 : second.i + 4]
        noun = next((t for t in after if t.pos not in ("DET", "ADJ", "NUM")), None)
        if (first.text, second.lower) == (",", "not") and noun is not None and noun.pos == "NOUN":
            return True
        if (first.lower, second.lower) == ("instead", "of") and noun is not None and noun.tag != "VBG":
            return True
    takers = parse.behind(head, "to")
    if any(t.lower in _THEMSELVES or _is_own(told, t) for t in takers):
        return True
    things = parse.children(head, "dobj")
    only = any(k.lower in ("only", "merely") for t in (head, *things) for k in parse.children(t, "advmod"))
    return only and bool(things) and not any(t.pos == "NUM" for t in own)


def _is_own(told: ToldClause, noun: Token) -> bool:
    """Whether it is "its own people"."""
    return told.owned(noun) and any(k.lower == "own" for k in told.parse.children(noun, "amod"))


def _against_text(told: ToldClause) -> bool:
    """Whether it is said to break what was agreed: "contrary to the accord", "although the truce obliges it to leave"."""
    parse, head = told.parse, told.head
    texts = told.texts
    leads = [t for t in told.own if t.i > head.i]
    for lead in leads:
        behind = {t.lemma for t in parse.subtree(lead)}
        contrary = lead.lower == "contrary" or (lead.lemma in _AGAINST and parse.tokens[lead.i - 1].lower == "in")
        if (contrary or lead.lower in _DESPITE) and behind & texts:
            return True
    granted = (k for k in parse.children(head, "advcl") if _mark(told, k) in ("although", "though"))
    return any(
        k.lemma in _OBLIGES and any(t.lemma in texts for t in parse.children(k, "nsubj", "agent", "nsubjpass"))
        for k in granted
    )


def _mark(told: ToldClause, clause: Token) -> str:
    return next((k.lower for k in told.parse.children(clause, "mark")), "")


def holds_fire(told: ToldClause) -> Ruled:
    """ "Our units did not reply", "did not return fire": no silence and no charge."""
    if not told.denied:
        return
    head, parse = told.head, told.parse
    back = any(k.lower == "back" for k in parse.children(head, "prt", "advmod"))
    returns = head.lemma == "return" and any(k.lemma == "fire" for k in parse.children(head, "dobj"))
    still = returns or head.lemma == "retaliate" or (head.lemma in ("fire", "shoot") and back)
    fired_at = any(o.lemma in _SHOTS for o in parse.behind(head, "to", "with"))
    armed = told.named(told.subject, _ARMED)
    if head.lemma in _ANSWERS and armed:
        # "The army did not respond to a request for comment"
        still = fired_at or not (parse.behind(head, "to") or told.named(told.subject, frozenset({"army"})))
    if not still:
        return
    ours = told.said or told.owned(told.subject)
    yield from ((code, told.finding if ours else "") for code in ("PUBLIC_SILENCE", "REPORT_NOT_DONE"))
    if ours:
        yield from ((code, told.finding) for code in ("ACCUSE", "JUSTIFY", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"))


def stays_in_place(told: ToldClause) -> Ruled:
    """ "Our army did not leave its positions until it came under attack": it denies that it went further."""
    if not told.said or "other" in told.conditions:
        return
    parse, head = told.parse, told.head
    never = any(k.lower in ("did", "never") for k in parse.children(head, "aux", "neg", "advmod"))
    from_own = any(k.lemma in _LINES and told.owned(k) for k in parse.children(head, "dobj"))
    if told.denied and (head.lemma in _ADVANCES or (head.lemma in _LEAVES and never and from_own)):
        yield from (("REPORT_NOT_DONE", "DENY_CONDUCT"), ("ACCUSE", "DENY_CONDUCT"))
    within = any(o.lemma in _LINES for o in parse.behind(head, "within", "inside", "behind"))
    if not told.denied and head.lemma in STAYS and within:
        yield "REPORT_NOT_DONE", "CLAIM_COMPLIANCE"


def shuts_out(told: ToldClause) -> Ruled:
    """ "Patrols were denied passage by the militia", "denied our team permission to visit": who does so denies nothing."""
    entry = any(
        k.lemma in _ENTRY or (k.lemma == "freedom" and any(o.lemma == "movement" for o in told.parse.behind(k, "of")))
        for k in told.parse.children(told.head, "dobj", "ccomp", "oprd", "attr", "dep")
        if k.pos == "NOUN" or not told.parse.children(k, "aux", "mark")
    )
    if told.head.lemma in _SHUTS_OUT and entry and not told.denied:
        by_party = told.p.frame is None and not told.watches
        if told.head.tag == "VBD" and told.parse.behind(told.head, "by"):
            # "Patrol Bravo denied passage by NAB", in a list, is not what the patrol did.
            yield from (("BREACH", "THIRD_PARTY_FINDING"), ("DENY_CONDUCT", "THIRD_PARTY_FINDING"))
            return
        yield "DENY_CONDUCT", "BREACH" if by_party else told.charge
        if by_party and told.holds("self"):
            # "National forces denied the patrol access": what they did, and nobody's finding of theirs.
            yield from ((code, "BREACH") for code in _NO_DEEDS)
        if by_party and told.parse.children(told.head, "agent"):
            yield "THIRD_PARTY_FINDING", "BREACH"


def lets_nobody_in(told: ToldClause) -> Ruled:
    """ "The militia did not allow the monitors to enter the port": what it did, and no duty of the monitors that is not done."""
    clauses = told.parse.children(told.head, "ccomp", "xcomp") if told.head.lemma in LETS else ()
    kept_out = any(
        clause.lemma in _GOES_IN
        and any(k.lemma in told.classes["monitor"] | _WATCHERS for k in told.parse.children(clause, "nsubj"))
        for clause in clauses
    )
    stopped = [k.lemma for k in told.parse.children(told.head, "nsubjpass")] if told.head.lemma in LETS else []
    if told.denied and "past" in told.conditions and any(k in _PATROLS for k in stopped):
        # "Patrols of the mission were not allowed into Kilo"
        yield "REPORT_NOT_DONE", "THIRD_PARTY_FINDING"
    if not kept_out or not told.denied:
        return
    itself = told.p.frame is None and told.holds("self", "party")
    if itself or "self" not in told.conditions:
        yield from ((code, "BREACH" if itself else told.charge) for code in (*_NO_DEEDS, "DENY_CONDUCT"))


def turned_back(told: ToldClause) -> Ruled:
    """ "Three convoys were turned back by the militia": nobody justifies it who says so."""
    back = any(k.lower == "back" for k in told.parse.children(told.head, "prt", "advmod"))
    stopped = told.parse.children(told.head, "nsubjpass") or not told.parse.children(told.head, "dobj")
    if told.head.lemma != "turn" or not back or not stopped or told.denied:
        return
    if told.said:
        yield "JUSTIFY", told.charge
    above = told.parse.tokens[told.head.head]
    passive = [t for t in (told.head, above) if told.parse.children(t, "nsubjpass")]
    if passive and not any(told.parse.children(t, "agent") for t in (told.head, above)):
        # "The team was stopped at a roadblock and turned back": not by itself.
        yield from ((code, "THIRD_PARTY_FINDING") for code in ("BREACH", "COMPLY", "COMPLY_PART", "WITHDRAW"))


def did_not_admit(told: ToldClause) -> Ruled:
    """ "The commander did not admit the verification team": what he did, and no finding of his."""
    seen = {t.lemma for k in told.parse.children(told.head, "dobj") for t in told.parse.subtree(k)}
    watchers = seen & (_WATCHERS | {"verification", "patrol", "smm"})
    kept_out = told.head.lemma in ("admit", "receive") and told.denied and bool(watchers)
    if kept_out and told.p.frame is None and told.holds("self", "party"):
        yield from ((code, "BREACH") for code in (*_NO_DEEDS, "DENY_CONDUCT", "DENY_OBLIGATION"))


def intends_nothing(told: ToldClause) -> Ruled:
    """ "The rebels say the army has no intention of leaving": their charge."""
    meant = any(k.lemma in ("intention", "plan", "desire") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma == "have" and meant and told.denied and told.holds("said", "other", "party"):
        yield from ((code, "ACCUSE") for code in (*_COMPLIES, *_NO_DEEDS, "DENY_OBLIGATION", "DENY_CONDUCT"))


def his_men_saw(told: ToldClause) -> Ruled:
    """ "The general told me that his patrol had seen fresh trenches": his charge, and no finding."""
    sees = told.head.lemma in ("see", "spot", "observe", "count", "find", "notice", "discover")
    if (
        sees
        and told.said
        and not told.named(told.teller, _WATCHERS)
        and not told.denied
        and told.owned(told.subject)
        and "party" in told.conditions
    ):
        yield from ((code, "ACCUSE") for code in ("THIRD_PARTY_FINDING", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"))


def told_by_locals(told: ToldClause) -> Ruled:
    """ "Residents told me that the army had left", "our team counted four guns": found by those who keep no term themselves."""
    others = told.subject is not None and told.subject.pos in ("NOUN", "PROPN") and not told.owned(told.subject)
    if told.said and told.named(told.teller, _LOCALS) and others and not told.denied:
        yield from ((code, "THIRD_PARTY_FINDING") for code in MET)
    ours = told.subject is not None and any(k.lower == "our" for k in told.parse.children(told.subject, "poss"))
    deeds = (told.head, *told.parse.children(told.head, "conj"))
    counts = any(k.lemma in _SEES for k in deeds) and "past" in told.conditions
    if ours and counts and told.p.frame is None and told.named(told.subject, _TEAMS):
        yield from ((code, "THIRD_PARTY_FINDING") for code in MET)


def shot_at(told: ToldClause) -> Ruled:
    """ "A gunboat opened fire at boats returning to port", say those who were on them: they excuse nothing."""
    parse, head = told.parse, told.head
    opens = head.lemma == "open" and any(k.lemma == "fire" for k in parse.children(head, "dobj"))
    shoots = opens or head.lemma in told.classes["attack"]
    if not told.said or told.denied or not shoots or "self" in told.conditions:
        return
    hit = (*parse.children(head, "dobj"), *parse.behind(head, "at", "on"))
    ours = any(t.lower == "us" or any(k.lower == "our" for k in parse.children(t, "poss")) for t in hit)
    if (ours or told.named(told.teller, _LOCALS)) and told.lemmas.isdisjoint(_EXCUSES):
        yield "JUSTIFY", told.charge


def stops_firing(told: ToldClause) -> Ruled:
    """ "Would stop fighting from midnight" is a promise, "we have stopped firing" no breach."""
    parse, head = told.parse, told.head
    verb = parse.tokens[head.head] if head.dep == "xcomp" and head.tag == "VBG" else head
    ended = [head] if verb is not head else [k for k in parse.children(verb, "xcomp") if k.tag == "VBG"]
    if verb.lemma not in _ENDS or not any(k.lemma in _FIGHTS for k in ended) or "self" not in told.conditions:
        return
    if any(k.dep == "neg" or k.lower == "never" for k in parse.children(verb)):
        return
    if "future" in told.conditions or verb.tag == "VB":
        # Also the "stop shooting" of "agreed to stop shooting"
        promise = "CONDITION" if told.is_conditional() else "COMMIT"
        yield from (("THREATEN", promise), ("BREACH_ADMITTED", promise))
    elif told.said and not told.conditions.isdisjoint(("past", "present")):
        yield from ((code, "CLAIM_COMPLIANCE") for code in ("BREACH_ADMITTED", "THREATEN", "JUSTIFY"))


def does_not_stop(told: ToldClause) -> Ruled:
    """ "Kosovo had not stopped blocking the dialogue": nobody suspends anything."""
    goes_on = [k for k in told.parse.children(told.head, "xcomp") if k.tag == "VBG"]
    if told.head.lemma in _ENDS and told.denied and goes_on and "future" not in told.conditions:
        yield "SUSPEND", told.charge if "self" not in told.conditions else "DECLARE_CONTINUE"


def punishes_its_own(told: ToldClause) -> Ruled:
    """ "The soldiers who fired would face a court martial": the army promises it, and threatens nobody."""
    parse, head = told.parse, told.head
    faces = head.lemma == "face" and any(t.lemma in _TRIALS for k in told.things() for t in parse.subtree(k))
    if head.lemma in _PROMISES and told.p.where == "report":
        promised = [k for k in parse.children(head, "xcomp") if k.lemma in _PUNISHES]
        if any(o.lemma in _GUILTY for k in promised for o in parse.children(k, "dobj")):
            # "Promised to punish the men"
            yield "THREATEN", "COMMIT"
        return
    punished = head.lemma in _PUNISHES and bool(parse.children(head, "nsubjpass"))
    if not told.said or told.denied or not (faces or punished) or "future" not in told.conditions:
        return
    if told.is_conditional() or told.teller is None:
        return
    state = any(t.lemma.lower() in _STATE for t in parse.subtree(told.teller))
    if faces or (state and told.named(told.subject, _SOLDIERS)):
        yield "THREATEN", "COMMIT"


def is_sorry(told: ToldClause) -> Ruled:
    """ "The army apologised for the shelling of Kesra": it admits it."""
    done = told.classes["breach_noun"] | _SHOTS
    if (
        told.head.lemma in _SORRY
        and not told.denied
        and any(o.lemma in done for o in told.parse.behind(told.head, "for"))
    ):
        yield from ((code, "BREACH_ADMITTED") for code in ("BREACH", "JUSTIFY", "ACCUSE"))


def partly_done(told: ToldClause) -> Ruled:
    """ "Partially implemented" is not implemented."""
    part = any(k.lower in _PARTLY for k in told.parse.children(told.head, "advmod"))
    if told.head.lemma in _DOES and part and not told.denied:
        yield "COMPLY", "COMPLY_PART"
        codes = ("CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")
        yield from ((code, "REPORT_PARTIAL") for code in codes)


def observers_sent(told: ToldClause) -> Ruled:
    """ "40 observers had been deployed": progress, and no charge."""
    sent = told.parse.children(told.head, "nsubjpass")
    watchers = any(k.lemma in _WATCHERS for s in sent for k in (s, *told.parse.children(s, "compound", "amod")))
    if told.head.lemma in _SENDS and told.said and not told.denied and watchers and "past" in told.conditions:
        codes = (
            "ACCUSE",
            "JUSTIFY",
            "BREACH_ADMITTED",
            *(("THIRD_PARTY_FINDING",) if "party" in told.conditions else ()),
        )
        yield from ((code, "REPORT_PROGRESS") for code in codes)


def stands_still(told: ToldClause) -> Ruled:
    """ "Aid convoys have again stopped": nobody is told to have stopped them, and they break nothing."""
    if told.head.lemma in ("stop", "halt", "cease", "stand") and told.named(told.subject, _CARRIERS):
        yield from ((code, "REPORT_NOT_DONE") for code in ("BREACH", "SUSPEND", "COMPLY"))


def did_not_cross(told: ToldClause) -> Ruled:
    """ "Says that troops did not cross the line": nobody is charged with that."""
    harms = told.classes["attack"] | told.classes["seize"] | _ENTERS
    past = told.holds("said", "party", "past") and told.head.lemma in harms
    # "Says that no Varadian soldiers are fighting in Lora"
    nobody = told.holds("said", "party") and told.head.lemma in _FIGHTS and _is_nobody(told)
    if told.denied and (past or nobody):
        yield "ACCUSE", "DENY_CONDUCT"


def _is_nobody(told: ToldClause) -> bool:
    subject = told.subject
    return subject is not None and any(k.lower == "no" for k in told.parse.children(subject, "det"))


def nothing_fired(told: ToldClause) -> Ruled:
    """ "There had been no shelling", say villagers: they deny nothing, who could not have fired."""
    if not told.said or not told.denied or not told.named(told.teller, _LOCALS) or "self" in told.conditions:
        return
    fights = told.classes["breach_noun"] | _SHOTS | _FIGHTS | {"firing", "violence", "fighting"}
    none = told.head.lemma == "be" and any(t.lemma in fights for t in told.parse.children(told.head, "attr", "nsubj"))
    if none or (told.named(told.subject, NOBODY) and told.head.lemma in _FIGHTS):
        yield "DENY_CONDUCT", "THIRD_PARTY_FINDING"


def has_not_and_will_not(told: ToldClause) -> Ruled:
    """ "Has not and will not attack the rebels": who says so denies the deed, and goes on with nothing."""
    if told.said and told.denied and _NEVER.search(told.words) and told.head.lemma in told.classes["harm"]:
        codes = ("DECLARE_CONTINUE", "REINTERPRET_EXCLUDE", "DENY_OBLIGATION", "THREATEN", "ACCUSE", "COMMIT", "AFFIRM")
        yield from ((code, "DENY_CONDUCT") for code in codes)
    elif told.said and told.denied and _NEVER.search(told.words) and told.head.lemma in told.classes["withdraw"]:
        # "Had not and would not withdraw from Bori"
        yield from ((code, "DECLARE_CONTINUE") for code in ("AFFIRM", "COMMIT", "CLAIM_COMPLIANCE"))


def has_no_order(told: ToldClause) -> Ruled:
    """ "We have had no order to pull back": it has not been done."""
    orders = [k for k in told.parse.children(told.head, "dobj") if k.lemma in _ORDERS]
    leaves = {t.lemma for k in orders for t in told.parse.children(k, "acl", "relcl") if t.tag == "VB"}
    if told.head.lemma in _GETS and told.denied and leaves & told.classes["withdraw"]:
        yield from ((code, "REPORT_NOT_DONE") for code in ("CLAIM_COMPLIANCE", "DENY_CONDUCT", "THIRD_PARTY_FINDING"))


def another_denies(told: ToldClause) -> Ruled:
    """ "The colonel said that the rebels had fired; they denied it": what he says is his charge, and no denial of his."""
    words = told.classes["attack"] | told.classes["violate"]
    charges = told.said and told.holds("other") and not told.denied and not told.lemmas.isdisjoint(words)
    verb = told.p.frame.verb if told.p.frame is not None else None
    if not charges or not told.lemmas.isdisjoint(_DENIES) or (verb is not None and verb.lemma in _DENIES):
        return
    low, high = next(s for s in told.parse.sentences if s[0] <= told.head.i < s[1])
    if any(t.lemma in _DENIES and t.pos == "VERB" for t in told.parse.tokens[max(low, told.own[-1].i + 1) : high]):
        yield "DENY_CONDUCT", told.charge


RULES = (
    another_denies,
    wrongly_done,
    holds_fire,
    stays_in_place,
    shuts_out,
    lets_nobody_in,
    turned_back,
    did_not_admit,
    intends_nothing,
    his_men_saw,
    told_by_locals,
    shot_at,
    stops_firing,
    does_not_stop,
    punishes_its_own,
    is_sorry,
    partly_done,
    observers_sent,
    stands_still,
    did_not_cross,
    nothing_fired,
    has_not_and_will_not,
    has_no_order,
)
