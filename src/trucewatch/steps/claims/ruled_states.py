"""Stances that what is said to be so rules out: who is ready for war keeps nothing, a step towards peace is no doubt."""

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause

_MISTAKES = frozenset("mistake error blunder folly failure".split())
_UNDOES = frozenset("reverse undo revoke rescind".split())
_FORCES = frozenset("impose force".split())
_READY = frozenset("ready prepared free willing".split())
_WAR = frozenset("war battle fight combat confrontation".split())
_FIGHTS = frozenset("fight attack strike shoot war".split())
_HOSTILITIES = _WAR | frozenset("fighting hostility attack operation offensive strike".split())
_TOWARDS = frozenset("towards toward to for".split())
_JOKES = frozenset("joke farce game toy trick plaything".split())
_SAYS = frozenset("say specify mention name tell state set".split())
_PAPERS = frozenset(
    "declaration text statement document paper deal accord agreement communique communiqué roadmap resolution letter protocol memorandum".split()
)
_CHECKS = frozenset("verify check monitor enforce keep implement".split())
_GRANTS = frozenset("concede acknowledge admit grant recognise recognize".split())
_LEVIES = frozenset("tax taxes toll tolls levy levies fee fees".split())
_TABLES = frozenset("talk table negotiation committee commission process".split())
_STEPS = frozenset("step milestone opportunity chance".split())
_BRINGS = frozenset("bring achieve deliver change yield produce give accomplish".split())
_NOTHING = frozenset("nothing little".split())
_EXTENDS = frozenset("extend renew prolong".split())
_MONITORS = frozenset("monitor observer mission monitoring inspector team".split())
_LISTS = frozenset("list dossier file report record complaint evidence proof photograph".split())
_WRONGS = frozenset("violation breach attack abuse incident crime".split())
_GIVES = frozenset("hand give present submit send pass deliver hand_over".split())
_FALSE = frozenset(
    "false untrue baseless lie liar fabrication invention deny reject dismiss refute no not never nothing nobody none without".split()
)
_PLACES = frozenset(
    "by in on at along beside near under outside inside across behind between around within off beyond over for there idle".split()
)
_MORE = frozenset("still yet again despite although but than instead".split())
_NOT_PLAIN = frozenset("claim report allegation accusation attack shelling statement charge talk text clause".split())
_IS_MANNED = frozenset("man guard staff run use house locate situate".split())
_STATES_OF = frozenset("civilian open empty calm quiet ready public neutral old new safe passable".split())
_USES = frozenset("school hospital depot clinic airstrip market house museum warehouse farm building camp".split())


def called_a_mistake(told: ToldClause) -> Ruled:
    """ "Called the withdrawal a mistake": a doubt, and no charge against anybody."""
    called = any(k.lemma in _MISTAKES for k in told.parse.children(told.head, "attr", "oprd", "ccomp", "xcomp"))
    about = (*told.parse.children(told.head, "nsubj", "dobj"), *(told.parse.children(told.head, "ccomp")))
    steps = told.texts | told.classes["duty_noun"]
    below = {t.lemma for k in about for t in (k, *told.parse.children(k, "nsubj"))}
    if called and not told.denied and below & steps and told.head.lemma in ("be", "call", "describe", "term", "see"):
        yield from ((code, "CAST_DOUBT") for code in ("ACCUSE", "CLAIM_COMPLIANCE", "AFFIRM", "DENY_CONDUCT"))


def will_be_undone(told: ToldClause) -> Ruled:
    """ "The withdrawal would be reversed": whoever says so keeps nothing."""
    passive = bool(told.parse.children(told.head, "auxpass"))
    if told.said and told.head.lemma in _UNDOES and passive and "future" in told.conditions and not told.denied:
        yield from ((code, "THREATEN") for code in ("AFFIRM", "COMMIT", "AMEND", "CLAIM_COMPLIANCE"))


def was_imposed(told: ToldClause) -> Ruled:
    """ "The withdrawal had been imposed on him": he claims nothing by it."""
    if told.said and told.head.lemma in _FORCES and told.parse.children(told.head, "auxpass") and not told.denied:
        yield from (("CLAIM_COMPLIANCE", ""), ("AFFIRM", ""), ("COMMIT", ""))


def ready_for_war(told: ToldClause) -> Ruled:
    """ "His men were ready for war", "are free to fight": a threat."""
    states = [k for k in told.parse.children(told.head, "acomp") if k.lemma in _READY]
    war = any(o.lemma in _WAR for k in states for o in told.parse.behind(k, "for"))
    verbs = [v for k in states for v in told.parse.children(k, "xcomp")]
    fights = any(v.lemma in _FIGHTS for v in verbs)
    resumed = (o for v in verbs if v.lemma == "resume" for o in told.parse.children(v, "dobj"))
    fights = fights or any(o.lemma in _HOSTILITIES for o in resumed)
    if told.holds("said", "self") and states and (war or fights) and not told.denied:
        codes = ("AFFIRM", "CLAIM_COMPLIANCE", "REPORT_PROGRESS", "COMMIT", "DENY_CONDUCT")
        yield from ((code, "CONDITION" if told.is_conditional() else "THREATEN") for code in codes)


def trusts(told: ToldClause) -> Ruled:
    """ "He trusted the army": no charge."""
    if told.said and told.head.lemma == "trust" and not told.denied and told.parse.children(told.head, "dobj"):
        yield from (("ACCUSE", "AFFIRM"), ("CAST_DOUBT", "AFFIRM"))


def step_towards(told: ToldClause) -> Ruled:
    """ "The truce was a step towards peace": no doubt. "Only a first step", "a step back" may be one."""
    parse = told.parse
    steps = [k for k in parse.children(told.head, "attr") if k.lemma in _STEPS]
    onward = any(p.lower in _TOWARDS for k in steps for p in parse.children(k, "prep"))
    plain = not any(t.lower in ("only", "small", "first", "back", "backward", "missed", "last") for t in told.own)
    if told.head.lemma == "be" and onward and plain and not told.denied and told.named(told.subject, told.texts):
        yield from ((code, "AFFIRM") for code in ("CAST_DOUBT", "ACCUSE", "DENY_OBLIGATION"))


def brought_nothing(told: ToldClause) -> Ruled:
    """ "The truce had brought nothing": a doubt of what it is worth, and none of whether it binds."""
    nothing = any(k.lower in _NOTHING for k in told.parse.children(told.head, "dobj"))
    if told.said and told.head.lemma in _BRINGS and nothing and told.named(told.subject, told.texts):
        codes = ("DENY_OBLIGATION", "REINTERPRET_EXCLUDE", "DENY_CONDUCT", "REPORT_NOT_DONE")
        yield from ((code, "CAST_DOUBT") for code in codes)


def is_extended(told: ToldClause) -> Ruled:
    """ "The truce would not be extended" leaves nothing out of it; "could be extended if" is a condition."""
    objects = told.parse.children(told.head, "dobj")
    itself = any(k.lower == "it" or k.lemma in told.texts for k in objects) and "self" in told.conditions
    passive = bool(told.parse.children(told.head, "auxpass")) and told.named(told.subject, told.texts)
    if not told.said or told.head.lemma not in _EXTENDS or not (passive or itself):
        return
    if told.is_conditional():
        yield "AMEND", "CONDITION"
    if told.denied and "past" not in told.conditions:
        instead = "WITHDRAW" if "party" in told.conditions else "ASSESS"
        codes = ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "AFFIRM", "COMMIT")
        yield from ((code, instead) for code in codes)


def welcomes_monitors(told: ToldClause) -> Ruled:
    """ "The monitors were welcome in Bori": a party has found nothing by that."""
    welcome = any(k.lemma == "welcome" for k in told.parse.children(told.head, "acomp", "oprd"))
    welcome = welcome or (told.head.lemma == "welcome" and bool(told.parse.children(told.head, "auxpass")))
    if told.said and welcome and told.named(told.subject, _MONITORS) and "third" not in told.conditions:
        instead = "ATTACK_MONITOR" if told.denied else "AFFIRM"
        yield from ((code, instead) for code in ("THIRD_PARTY_FINDING", "REPORT_NOT_DONE", "CLAIM_COMPLIANCE"))


def hands_in_charges(told: ToldClause) -> Ruled:
    """ "Handed the monitors a list of 14 violations": charges, and nothing that was owed."""
    lists = [k for k in told.parse.children(told.head, "dobj") if k.lemma in _LISTS]
    wrongs = any(o.lemma in _WRONGS for k in lists for o in told.parse.behind(k, "of", "about", "on"))
    if told.head.lemma in _GIVES and wrongs and not told.denied and not told.watches:
        future = "future" in told.conditions
        yield from (
            (code, "" if future else "ACCUSE") for code in ("COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE", "COMMIT")
        )


def not_drawn(told: ToldClause) -> Ruled:
    """ "He would not be drawn on the list": he says nothing of it."""
    passive = bool(told.parse.children(told.head, "auxpass"))
    if told.head.lemma == "draw" and passive and told.denied and not told.said:
        yield from ((code, "PUBLIC_SILENCE") for code in ("COMMIT", "AFFIRM", "DECLARE_CONTINUE", "DENY_CONDUCT"))


def lies_somewhere(told: ToldClause) -> Ruled:
    """ "Cartridge cases lay by the well": nobody says that anything is a lie."""
    lying = [t for t in told.own if t.lemma in ("lie", "lay") and t.tag.startswith("VB")]
    parse = told.parse
    if any(k.lower in ("aside", "down") for t in lying for k in parse.children(t, "prt", "advmod", "advcl")):
        first = any(t.lower in ("before", "until", "till") for t in told.own)
        yield "DENY_CONDUCT", "CONDITION" if first and told.said else ""
    # "Lay down their arms", "lay aside so much as a pistol"
    placed = any(
        (told.parse.tokens[t.i + 1].lower in _PLACES or bool(told.parse.children(t, "acomp")))
        and not told.parse.children(t, "dobj", "prt")
        for t in lying
    )
    if placed and not any(t.lemma in _FALSE for t in told.own if t not in lying):
        third = told.watches
        # "Tonga lies on the White Nile" is found by nobody.
        seen = told.said and third and not any(t.tag == "VBZ" for t in lying)
        instead = "THIRD_PARTY_FINDING" if seen else ""
        yield from (("DENY_CONDUCT", instead), ("THREATEN", instead))


def is_plainly_so(told: ToldClause) -> Ruled:
    """ "The LTTE has told us that the strip is civilian", "the post is manned by six men": no charge, and nothing is denied."""
    who, head = told.subject, told.head
    # "The guns were still there", "were not ours" and "the claim is false" say more.
    bare = (
        not is_denied(told.parse, head)
        and told.lemmas.isdisjoint(_FALSE | _MORE)
        and not told.parse.children(head, "neg")
    )
    if who is None or who.pos != "NOUN" or who.lemma in _NOT_PLAIN or not bare or told.denied:
        return
    passive = bool(told.parse.children(head, "auxpass")) and head.lemma in _IS_MANNED
    said = [k for k in told.parse.children(head, "acomp", "attr") if k.lemma in _STATES_OF | _USES]
    tells = told.said or (told.p.frame is not None and told.p.frame.label is not None)
    if tells and (passive or (head.lemma == "be" and said)) and not told.is_conditional():
        # Who confirms it has found it.
        above = told.parse.tokens[head.head]
        says = "party" in told.conditions and not told.watches and above.lemma in ("say", "tell")
        found = ("THIRD_PARTY_FINDING",) if says else ()
        yield from ((code, "") for code in ("DENY_CONDUCT", "DENY_OBLIGATION", "ACCUSE", "JUSTIFY", *found))


def nothing_to_add(told: ToldClause) -> Ruled:
    """ "We have nothing to add": silence, and no duty denied."""
    nothing = [k for k in told.parse.children(told.head, "dobj") if k.lower == "nothing"]
    own = told.subject is not None and told.subject.lower in ("we", "i")
    # "Lancaster House had nothing to say about policemen" reads a text.
    adds = any(
        v.lemma in ("add", "announce") or (own and v.lemma == "say")
        for k in nothing
        for v in told.parse.children(k, "relcl", "acl")
    )
    if told.head.lemma == "have" and adds:
        yield from ((code, "PUBLIC_SILENCE") for code in ("DENY_OBLIGATION", "DENY_CONDUCT", "REINTERPRET_EXCLUDE"))


def no_joke(told: ToldClause) -> Ruled:
    """ "The ceasefire is not a joke to us": who says so holds to it."""
    joke = any(k.lemma in _JOKES for k in told.parse.children(told.head, "attr"))
    if told.said and joke and told.denied and told.named(told.subject, told.texts):
        yield from ((code, "AFFIRM") for code in ("DENY_OBLIGATION", "CAST_DOUBT", "DENY_CONDUCT", "ACCUSE"))


def ends_by_itself(told: ToldClause) -> Ruled:
    """ "The ceasefire ends on Friday" leaves it to nobody; "ends where our land begins" reads it narrowly."""
    ends = told.head.lemma in ("end", "expire", "run_out", "lapse") and told.head.tag == "VBZ" and not told.denied
    if not told.said or not ends or not told.named(told.subject, told.texts):
        return
    clauses = told.parse.children(told.head, "advcl", "ccomp")
    where = any(k.lower == "where" for c in clauses for k in told.parse.children(c, "advmod"))
    dated = any(told.parse.behind(told.head, "on", "at", "in"))
    if where or dated:
        yield from (
            (code, "REINTERPRET_NARROW" if where else "") for code in ("WITHDRAW", "SUSPEND", "MISSED_DEADLINE")
        )


def paper_says_not(told: ToldClause) -> Ruled:
    """ "They signed a declaration. It does not say who will check it": a gap in the paper, and nobody's silence."""
    parse, who = told.parse, told.subject
    says = told.head.lemma in _SAYS and told.head.tag == "VB" and "present" in told.conditions
    if told.said or not says or not told.denied or who is None or who.lower != "it":
        return
    before = [b for b in parse.sentences if b[1] <= who.i][-1:]
    papers = {t.lemma for low, high in before for t in parse.tokens[low:high] if t.pos == "NOUN"} & _PAPERS
    if papers:
        yield "PUBLIC_SILENCE", "ASSESS"


def hard_to_check(told: ToldClause) -> Ruled:
    """ "There are commitments that will be hard to verify": a doubt, and no call."""
    hard = any(t.lemma in ("hard", "difficult", "impossible", "tough") for t in told.own)
    if told.said and hard and any(t.lemma in _CHECKS for t in told.own):
        yield from ((code, "CAST_DOUBT") for code in ("CALL_TO_COMPLY", "AFFIRM", "COMMIT", "CLAIM_COMPLIANCE"))


def stops_short(told: ToldClause) -> Ruled:
    """ "Stopped short of agreeing a truce": they have not agreed one, and are silent about nothing."""
    short = any(k.lower == "short" for k in told.parse.children(told.head, "advmod", "acomp", "oprd", "xcomp"))
    agrees = any(t.lemma in ("agree", "sign", "commit", "promise", "declare") for t in told.own)
    if told.head.lemma in ("stop", "fall") and short and agrees:
        yield from ((code, "") for code in ("PUBLIC_SILENCE", "COMPLY", "COMMIT", "REPORT_PARTIAL", "SUSPEND"))


def patrols(told: ToldClause) -> Ruled:
    """ "The mission conducted 41 patrols": it has found nothing yet."""
    rounds = any(
        k.lemma in ("patrol", "visit", "flight", "meeting", "mission") for k in told.parse.children(told.head, "dobj")
    )
    bare = not told.parse.children(told.head, "ccomp", "xcomp", "advcl", "conj")
    if (
        told.head.lemma in ("conduct", "carry", "carry_out", "hold", "run", "make")
        and rounds
        and bare
        and not told.denied
    ):
        yield from (("THIRD_PARTY_FINDING", ""), ("BREACH", "")) if "third" in told.conditions else ()


def confirms_wrongs(told: ToldClause) -> Ruled:
    """ "Traders confirmed that the rebels had burned the market": a charge, and no good word for them."""
    harm = told.head.lemma in told.classes["harm"] or any(
        k.lower in _LEVIES for k in told.parse.children(told.head, "dobj", "nsubjpass")
    )
    above = told.parse.tokens[told.head.head]
    if above.lemma in _GRANTS or told.holds("self") or told.owned(told.subject):
        # "Conceded that they had left more than he expected"
        return
    if told.said and harm and not told.denied and told.teller is not None:
        instead = "THIRD_PARTY_FINDING" if "third" in told.conditions else "ACCUSE"
        yield "THIRD_PARTY_FINDING_BY_COUNTERPARTY", instead


def goes_away(told: ToldClause) -> Ruled:
    """ "His men would leave the post": he promises it; "had left the post": he says that they have."""
    away = told.head.lemma in told.classes["withdraw"] and told.holds("said", "self") and not told.denied
    left = {o.lemma for o in (*told.parse.children(told.head, "dobj"), *told.parse.behind(told.head, "from", "of"))}
    above = told.parse.tokens[told.head.head]
    turned = told.head.dep == "ccomp" and (above.lemma in ("deny", "dispute") or is_denied(told.parse, above))
    if not away or turned or above.lemma in ("warn", "threaten") or not left:
        return
    if left & (told.texts | _TABLES):
        # "They would leave the talks"
        yield from (("COMMIT", "THREATEN"),) if "future" in told.conditions and not told.is_conditional() else ()
        return
    if told.is_conditional() or any(w in told.words for w in ("as soon as", "once ", "only when", "only after")):
        yield from (("DECLARE_CONTINUE", "CONDITION"), ("THREATEN", "CONDITION"))
    elif "future" in told.conditions:
        yield "DECLARE_CONTINUE", "COMMIT"
    elif "past" in told.conditions:
        yield from (("DENY_CONDUCT", "CLAIM_COMPLIANCE"), ("JUSTIFY", "CLAIM_COMPLIANCE"))


RULES = (
    paper_says_not,
    hard_to_check,
    stops_short,
    patrols,
    confirms_wrongs,
    goes_away,
    is_plainly_so,
    nothing_to_add,
    no_joke,
    ends_by_itself,
    called_a_mistake,
    will_be_undone,
    was_imposed,
    ready_for_war,
    trusts,
    step_towards,
    brought_nothing,
    is_extended,
    welcomes_monitors,
    hands_in_charges,
    not_drawn,
    lies_somewhere,
)
