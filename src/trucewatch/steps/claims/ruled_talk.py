"""Stances that the turns of spoken language rule out: what is put to "you", "we will go", "we have no date", "ready to verify"."""

from .told_clauses import Ruled, ToldClause
from .word_groups import WE

_KEEPS = ("AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "REPORT_PROGRESS", "REPORT_PARTIAL")
_FINDS = ("THIRD_PARTY_FINDING", "THIRD_PARTY_FINDING_BY_COUNTERPARTY", "THIRD_PARTY_INTERPRET")
_ILL = ("attack", "violate", "seize", "fight", "harm")
_GOES = frozenset("go come attend participate".split())
_WAR = frozenset("war front offensive battle attack after on ahead back hill bush".split())
_KNOWS = frozenset(
    "evidence proof date information detail comment word news timetable answer idea report update figure".split()
)
_UNABLE = frozenset("position able unable".split())
_CONFIRMS = frozenset("confirm verify corroborate establish check".split())
_HAPPENS = frozenset("happen change come follow".split())
_MOVES = frozenset("withdraw pull remove move".split())
_STAYS = frozenset("stay remain sit continue".split())
_BODIES = frozenset(
    "commission committee talk agreement truce ceasefire accord process body negotiation mechanism deal table council".split()
)
_PEACE = frozenset(
    "stop cease end halt release free withdraw leave talk negotiate meet sign open hand extend disarm implement respect".split()
)
_GIVES = frozenset("hand release free return surrender deliver".split())
_AHEAD = frozenset({"will", "shall", "'ll"})
_ACCOUNTS = frozenset("explanation account version story excuse claim argument".split())
_WELL = frozenset("open empty clear closed safe quiet silent over free calm peace truce ceasefire quiet access".split())
_THESE = frozenset("these those this that".split())
_ENDS = frozenset("stop cease halt end".split())
_PROOF = frozenset("proof evidence".split())
_READY = frozenset("ready prepared willing".split())


def put_to_you(told: ToldClause) -> Ruled:
    """ "The army says you have not handed over the maps", "that your troops opened fire": a charge, whoever tells it."""
    subject, frame = told.subject, told.p.frame
    if subject is None or frame is None or not told.said or told.is_conditional():
        return
    yours = any(k.lower == "your" for k in told.parse.children(subject, "poss"))
    if subject.lower != "you" and not yours:
        return
    done = told.holds("past") or told.holds("present") or told.holds("ongoing")
    ill = any(told.head.lemma in told.classes[name] for name in _ILL) or "fire" in told.lemmas
    if frame.verb is None and ill and done and not told.denied:
        # "Your guys came to the mill and opened fire"
        yield from ((code, told.charge) for code in ("JUSTIFY", "BREACH_ADMITTED"))
    elif frame.verb is not None and done and ill != told.denied:
        yield from ((code, told.charge) for code in (*_KEEPS, "DENY_CONDUCT", "JUSTIFY", "BREACH_ADMITTED"))


def told_of_us(told: ToldClause) -> Ruled:
    """ "The government is telling the papers that we left the talks", says whoever is said to have left: its charge."""
    subject, teller = told.subject, told.teller
    if subject is None or subject.lower not in WE or teller is None or teller.pos not in ("NOUN", "PROPN"):
        return
    # In a quotation "we" are those who are quoted.
    frame = told.p.frame
    if not told.p.quoted or (frame is not None and frame.label is not None):
        yield from ((code, told.charge) for code in ("SUSPEND", "WITHDRAW", "BREACH", "BREACH_ADMITTED", "DELAY"))


def goes_there(told: ToldClause) -> Ruled:
    """ "We will go", "we will come to Ruili": whoever goes to a meeting goes on with nothing that is forbidden."""
    goes = told.head.lemma in _GOES and told.lemmas.isdisjoint(_WAR) and not told.is_conditional()
    if goes and told.holds("said", "self", "positive", "future"):
        yield from (("DECLARE_CONTINUE", "COMMIT"), ("THREATEN", "COMMIT"), ("CLAIM_COMPLIANCE", "COMMIT"))


def leaves_body(told: ToldClause) -> Ruled:
    """ "Then we will not stay in the commission": no going on."""
    within = any(o.lemma in _BODIES for o in told.parse.behind(told.head, "in", "at", "with"))
    if told.holds("said", "self", "future") and told.denied and told.head.lemma in _STAYS and within:
        yield from ((code, "THREATEN") for code in ("DECLARE_CONTINUE", "DENY_CONDUCT", *_KEEPS))


def knows_nothing_yet(told: ToldClause) -> Ruled:
    """ "We have no date", "we are not in a position to confirm it": nothing is denied by that."""
    if not told.said or not told.denied or "self" not in told.conditions:
        return
    has = told.head.lemma == "have" and any(k.lemma in _KNOWS for k in told.parse.children(told.head, "dobj"))
    unable = not told.lemmas.isdisjoint(_UNABLE) and not told.lemmas.isdisjoint(_CONFIRMS)
    if has or unable:
        third = "THIRD_PARTY_FINDING" if unable and "third" in told.conditions else ""
        yield from ((code, third) for code in ("DENY_CONDUCT", "REPORT_NOT_DONE", "DENY_OBLIGATION", "ACCUSE"))


def comes_of_it(told: ToldClause) -> Ruled:
    """ "We have reported every attack, and nothing has happened": a complaint, and no denial."""
    joined = told.head.dep == "conj" and told.subject is not None and told.subject.lower == "nothing"
    if joined and told.head.lemma in _HAPPENS:
        yield "DENY_CONDUCT", ""


def moves_things(told: ToldClause) -> Ruled:
    """ "We withdrew them on 3 June": what is withdrawn, and from no agreement."""
    things = told.parse.children(told.head, "dobj")
    if told.head.lemma in _MOVES and any(k.lower == "them" for k in things) and "self" in told.conditions:
        yield "WITHDRAW", "COMMIT" if told.holds("future") else "DENY_CONDUCT" if told.denied else "CLAIM_COMPLIANCE"


def is_at_hand(told: ToldClause) -> Ruled:
    """ "The monitors were there to see it", "the UN was present": they have found nothing, and nobody blames them."""
    here = told.parse.children(told.head, "advmod", "acomp")
    present = told.head.lemma == "be" and any(k.lower in ("there", "present") for k in here)
    if present and not told.denied and "monitor" in told.conditions:
        yield from ((code, "") for code in (*_FINDS, "ATTACK_MONITOR", "CLAIM_COMPLIANCE"))


def is_ready(told: ToldClause) -> Ruled:
    """ "The mission stands ready to verify both steps": it has found nothing yet."""
    above = told.parse.tokens[told.head.head]
    below = (k for k in told.parse.children(told.head, "acomp", "oprd") if k.lemma in _READY)
    ready = above.lemma in _READY and told.head.dep in ("xcomp", "ccomp")
    if ready or any(told.parse.children(k, "xcomp") for k in below):
        yield from ((code, "") for code in (*_FINDS, "CLAIM_COMPLIANCE", "ACCUSE"))
        # "Had been ready to extend the ceasefire"
        yield from (("AMEND", "AFFIRM"),) if ready and told.said else ()


def is_ready_for_peace(told: ToldClause) -> Ruled:
    """ "He is ready to stop the fighting without conditions", "they would be handed over": no threat."""
    below = [k for k in told.parse.children(told.head, "acomp", "oprd") if k.lemma in _READY]
    peace = any(v.lemma in _PEACE for k in below for v in told.parse.children(k, "xcomp"))
    passive = bool(told.parse.children(told.head, "auxpass"))
    given = passive and told.head.lemma in _GIVES and told.holds("future")
    if told.said and not told.denied and (peace or given):
        yield "THREATEN", "CONDITION" if told.is_conditional() else "COMMIT"
        if "without condition" in told.words:
            yield "CONDITION", "COMMIT"


def asks_not_to(told: ToldClause) -> Ruled:
    """ "Do not break that promise": a call, and no denial."""
    bare = told.head.tag == "VB" and told.head.dep == "ROOT" and told.subject is None
    if bare and told.denied and any(k.lower == "do" for k in told.parse.children(told.head, "aux")):
        yield from ((code, "CALL_TO_COMPLY") for code in ("DENY_CONDUCT", "REPORT_NOT_DONE", "ACCUSE"))


def still_to_come(told: ToldClause) -> Ruled:
    """ "From noon tomorrow our guns will be silent": it is promised, and not yet so."""
    ahead = any(k.lower in _AHEAD for k in told.parse.children(told.head, "aux"))
    if told.said and ahead and not told.denied and told.conditions.isdisjoint(("other", "third")):
        yield "CLAIM_COMPLIANCE", "COMMIT"
        if told.owned(told.subject) and any(k.lemma == "silent" for k in told.parse.children(told.head, "acomp")):
            yield "PUBLIC_SILENCE", "COMMIT"


def comes_first(told: ToldClause) -> Ruled:
    """ "Terrorism must come first": a condition, and no call."""
    first = any(k.lower == "first" for k in told.parse.children(told.head, "advmod"))
    if told.said and told.head.lemma == "come" and first:
        yield "CALL_TO_COMPLY", "CONDITION"


def rejects_account(told: ToldClause) -> Ruled:
    """ "I do not accept that explanation": whoever says so denies no duty."""
    accounts = any(k.lemma in _ACCOUNTS for k in told.parse.children(told.head, "dobj"))
    if told.said and told.denied and told.head.lemma in ("accept", "believe", "buy") and accounts:
        yield from ((code, "CAST_DOUBT") for code in ("DENY_OBLIGATION", "DENY_CONDUCT"))


def states_nothing_done(told: ToldClause) -> Ruled:
    """ "Those are police cars", "there are uncontrolled elements", "if that happened it is a violation": nothing was complied with."""
    if told.head.lemma != "be" or told.denied or not told.said:
        return
    states = {k.lemma for k in told.parse.children(told.head, "acomp", "attr")}
    there = bool(told.parse.children(told.head, "expl")) and states.isdisjoint(_WELL)
    subject = told.subject
    these = subject is not None and any(t.lower in _THESE for t in (subject, *told.parse.children(subject, "det")))
    if there or told.is_conditional() or (these and states.isdisjoint(_WELL)):
        yield from (("CLAIM_COMPLIANCE", ""), ("COMPLY", ""))


def has_stopped(told: ToldClause) -> Ruled:
    """ "Moscow says it has stopped bombing": it says that it does as agreed, and denies nothing."""
    fights = told.classes["attack"] | told.classes["fight"]
    ended = {k.lemma.removesuffix("ing") for k in told.parse.children(told.head, "xcomp", "dobj")} & fights
    if told.said and told.head.lemma in _ENDS and ended and not told.denied and "other" not in told.conditions:
        yield "DENY_CONDUCT", told.finding


def has_proof(told: ToldClause) -> Ruled:
    """ "The army says it has proof you gave the order": nothing is denied by that."""
    proof = any(k.lemma in _PROOF for k in told.parse.children(told.head, "dobj"))
    if told.said and told.head.lemma == "have" and proof and not told.denied:
        yield "DENY_CONDUCT", told.charge


RULES = (
    has_stopped,
    told_of_us,
    rejects_account,
    states_nothing_done,
    asks_not_to,
    is_ready_for_peace,
    still_to_come,
    comes_first,
    has_proof,
    put_to_you,
    goes_there,
    leaves_body,
    knows_nothing_yet,
    comes_of_it,
    moves_things,
    is_at_hand,
    is_ready,
)
