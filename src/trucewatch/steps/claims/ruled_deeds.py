"""What a verb does to its object: "committed a violation" commits to nothing, "withdrew the allegation" leaves no truce."""

from trucewatch.core.parse import Parse, Token

from .propositions import Proposition
from .ruled_case import FINDS, KEEPS, Case, Ruled, has_particle, own_subject
from .word_groups import STAYS

_WRONGS = frozenset(
    "violation breach abuse atrocity crime infringement massacre killing offence offense attack".split()
)
_RENEWS = frozenset("repeat renew reiterate restate reaffirm".split())
_THREATS = frozenset({"threat", "ultimatum"})
_WAR = frozenset(
    "war fighting attack violence bloodshed shelling raid hostility offensive bombing killing ambush".split()
)
_COMES = frozenset("be come return resume happen occur start begin break".split())
_UNLESS = frozenset("unless if until without unanswered unpunished".split())
_TAKES_BACK = frozenset("withdraw retract drop recant rescind".split())
_CHARGES = frozenset("accusation allegation charge claim complaint assertion statement remark".split())
_ATTITUDES = frozenset(
    "line view stance attitude approach tone time year month week day hour look interest pride lead decision turn oath vote "
    "note chance risk break pause".split()
)
_DIFFER = frozenset("different opposite opposing firm tough hard hardline clear common joint softer moderate".split())
_SAME = frozenset("same similar identical that this".split())
_HALTS = frozenset("suspend freeze pause halt interrupt".split())
_ENDS = frozenset(
    "end scrap abrogate terminate overturn annul cancel abandon renounce leave quit tear tear_up pull withdraw exit repudiate "
    "denounce break walk".split()
)
_TALKS = frozenset(
    "participation cooperation membership talk negotiation dialogue contact coordination involvement committee commission "
    "mechanism conference process patrol".split()
)
_SITTINGS = frozenset("meeting session round summit".split())
_THANKS = frozenset("thank praise commend congratulate".split())
_FREED = frozenset(
    "prisoner captive hostage detainee soldier body remains man son child curfew blockade siege restriction road bridge checkpoint "
    "roadblock crossing post gun weapon rifle convoy truck vehicle aid".split()
)
_NO_TEXTS = frozenset("hostility commitment text document article clause provision understanding annex".split())
_GIVES = frozenset("promise assure guarantee pledge tell offer".split())
_EFFORTS = frozenset(
    "strike blockade siege offensive boycott protest raid operation war attack campaign embargo".split()
)
_TELLS = frozenset("raise inform notify alert".split())
_INVITES = frozenset("invite ask request propose suggest urge".split())
_PROPOSES = frozenset({"propose", "suggest"})
_PAPERS = frozenset("statement letter document note text communication declaration".split())
_ENVOYS = frozenset("delegation negotiator representative delegate team envoy observer officer".split())
_ORDERS = frozenset("order instruct direct recall".split())
_QUARTERS = frozenset("camp barracks base quarter cantonment garrison position".split())
_TIME = frozenset(
    "time day week month delay postponement extension patience deferral understanding adjournment hour".split()
)
_BELIEVES = frozenset("convince persuade satisfy".split())
_LODGES = frozenset("lodge file submit".split())
_PROTESTS = frozenset("protest complaint".split())
_GOES = frozenset("leave return withdraw quit come".split())
_COUNTS = frozenset("most some many few several half all none each both".split())
_MONEY = frozenset("dollar euro million billion pound franc fund".split())


def wrongs(case: Case) -> Ruled:
    """ "Five of the violations were committed by the army": they did it, and promise nothing."""
    if case.head.lemma != "commit" or not _is_wrong(case):
        return
    if case.unsaid and not {"said", "third"} <= case.conditions and case.p.frame is None:
        instead = "" if case.denied else "BREACH"
    elif case.itself:
        instead = "DENY_CONDUCT" if case.denied else "BREACH_ADMITTED"
    else:
        instead = "" if case.denied else case.charge
    yield from ((code, instead) for code in KEEPS)
    if case.p.frame is None and case.parse.children(case.head, "agent"):
        yield "THIRD_PARTY_FINDING", instead


def _is_wrong(case: Case) -> bool:
    """Whether what is committed is a wrong: "violations", "five of the violations", or "41" by somebody."""
    parse, head = case.parse, case.head
    things = parse.children(head, "dobj", "nsubjpass")
    nouns = {t.lemma for thing in things for t in (thing, *parse.behind(thing, "of"), *parse.children(thing, "conj"))}
    if nouns & (_WRONGS | case.classes["breach_noun"]):
        return True
    by = bool(parse.children(head, "agent")) and not parse.behind(head, "to")
    counted = any(t.pos == "NUM" or t.lower in _COUNTS for t in parse.children(head, "nsubjpass"))
    return by and counted and not {t.lemma for t in case.own} & _MONEY and "$" not in {t.text for t in case.own}


def threats(case: Case) -> Ruled:
    """ "Repeated its threat to go back to war"; "there would be no more war" threatens nobody."""
    if case.head.lemma in _RENEWS and not case.denied and case.lemmas("dobj") & _THREATS:
        yield from ((code, "THREATEN") for code in (*KEEPS, "JUSTIFY", "ECHO", "WITHDRAW", "CONDITION"))
    if _has_no_more_war(case):
        instead = "AFFIRM" if not case.conditions.isdisjoint(("third", "analyst")) else "COMMIT"
        yield from ((code, instead) for code in ("THREATEN", "DECLARE_CONTINUE", "WITHDRAW"))


def _has_no_more_war(case: Case) -> bool:
    """Whether it is said that there will be "no more war", or that the war "will not come back"."""
    parse, head = case.parse, case.head
    will = any(k.lower in ("will", "would", "shall", "'ll", "wo") for k in parse.children(head, "aux"))
    if not will or {t.lower for t in case.own} & _UNLESS:
        return False
    if head.lemma in ("fight", "shoot", "kill") and parse.children(head, "expl"):
        # "There will never again be fighting"
        return _is_denied(parse, head)
    if head.lemma not in _COMES:
        return False
    things = (*parse.children(head, "attr", "nsubj"), *((case.p.subject,) if case.p.subject is not None else ()))
    wars = [t for t in things if t.lemma in _WAR]
    none = any(t.lower in ("no", "never") for w in wars for t in parse.subtree(w) if t.i < w.i)
    never = any(t.lower == "never" for t in case.own)
    return bool(wars) and (none or never or (head.lemma != "be" and _is_denied(parse, head)))


def _is_denied(parse: Parse, verb: Token) -> bool:
    return any(k.dep == "neg" or k.lower == "never" for k in parse.children(verb))


def takes_back(case: Case) -> Ruled:
    """ "Withdrew the allegation that the army had broken it": nothing is claimed any more."""
    parse, head = case.parse, case.head
    back = (
        head.lemma in _TAKES_BACK
        or head.lemma == "take_back"
        or (head.lemma == "take" and has_particle(parse, head, "back"))
    )
    if not back or case.denied:
        return
    for thing in parse.children(head, "dobj", "nsubjpass"):
        about = parse.children(thing, "acl", "relcl", "ccomp") or parse.behind(thing, "about", "against", "of")
        if thing.lemma in _CHARGES and (about or thing.lemma in ("accusation", "allegation", "complaint")):
            codes = ("ACCUSE", "BREACH", "BREACH_ADMITTED", "WITHDRAW", "DENY_CONDUCT", "JUSTIFY", *KEEPS, *FINDS)
            yield from ((code, "") for code in codes)


def attitudes(case: Case) -> Ruled:
    """ "Took a dim view of the accord", "took a hard line": nothing is seized and nothing broken."""
    if case.head.lemma != "take":
        return
    for thing in case.parse.children(case.head, "dobj"):
        on = case.parse.behind(thing, "on", "towards", "toward", "regarding") or case.parse.behind(case.head, "on")
        differ = any(k.lemma in _DIFFER for k in case.parse.children(thing, "amod"))
        about = any(o.lemma in case.classes["agreement"] for o in on)
        if thing.lemma in _ATTITUDES or (thing.lemma == "position" and (differ or about)):
            yield from (("BREACH", ""), ("BREACH_ADMITTED", ""))
            if not case.parse.children(thing, "acl", "relcl"):
                yield "SUSPEND", ""
            if not {k.lower for k in case.parse.subtree(thing)} & _SAME:
                yield "ECHO", ""


def decides(p: Proposition) -> bool:
    """Whether it tells what somebody has decided: he says nothing by that, and does it."""
    return p.head.lemma == "decide"


def decided(case: Case) -> Ruled:
    """ "Has decided to suspend the talks": what is decided counts; of another it is a charge."""
    if not decides(case.p) or case.denied:
        return
    ends = next((e for k in case.parse.children(case.head, "xcomp") if (e := _ended(case, k)) is not None), None)
    if ends is None:
        return
    frame = case.p.frame
    speaker = frame.speaker if frame is not None else None
    # "The government has decided to end the truce, its spokesman said": its own.
    its = speaker is not None and any(k.pos == "PRON" for k in case.parse.children(speaker, "poss"))
    # "In view of the above, the General Command has decided ...": nobody says so of it.
    told = frame is not None and (frame.verb is None or frame.verb.pos == "VERB")
    others = "other" in case.conditions and told and not its
    if others and not case.conditions.isdisjoint(("third", "analyst")):
        return
    yield from ((code, "ACCUSE" if others else ends) for code in KEEPS)


def _ended(case: Case, verb: Token) -> str | None:
    """SUSPEND or WITHDRAW where a verb stops or leaves talks or an agreement."""
    if _is_denied(case.parse, verb):
        return None
    # "Pull out of the ceasefire"
    far = (
        o for out in case.parse.children(verb, "prep", "advmod", "prt") for o in case.parse.behind(out, "of", "from")
    )
    left = (*case.parse.children(verb, "dobj"), *case.parse.behind(verb, "from", "out", "of"), *far)
    what = {k.lemma.lower() for k in left}
    texts = (case.classes["agreement"] | {"cease-fire"}) - _NO_TEXTS
    if verb.lemma in _HALTS:
        return "SUSPEND" if what & (texts | _TALKS) else None
    if verb.lemma in _ENDS:
        return "WITHDRAW" if what & texts else "SUSPEND" if what & _TALKS else None
    return None


def was_promised(case: Case) -> Ruled:
    """ "We were promised a corridor": whoever was promised it promises nothing."""
    if any(verb is not None and _receives(case.parse, verb) for verb in (case.head, case.p.under)):
        yield from ((code, "") for code in (*KEEPS, *FINDS, "CONDITION", "REPORT_PRIVATE_COMMIT", "BREACH_ADMITTED"))


def _receives(parse: Parse, verb: Token) -> bool:
    """Whether the subject of a verb of promising is the one who is promised something, by nobody who is named."""
    passive = verb.lemma in _GIVES and parse.children(verb, "nsubjpass") and not parse.children(verb, "agent")
    return bool(passive) and bool(parse.children(verb, "dobj", "ccomp", "oprd"))


def calls_off(case: Case) -> Ruled:
    """ "Has called off its blockade": it is lifted; "called off the talks": they are suspended."""
    off = case.head.lemma == "call_off" or (case.head.lemma == "call" and has_particle(case.parse, case.head, "off"))
    if not off or case.denied or "past" not in case.conditions:
        return
    what = case.lemmas("dobj", "nsubjpass")
    if what & _EFFORTS:
        subject = own_subject(case.parse, case.head)
        ours = case.p.frame is not None or (subject is not None and subject.lower in ("we", "i"))
        instead = "CLAIM_COMPLIANCE" if ours else "COMPLY"
        yield from ((code, instead) for code in ("DENY_CONDUCT", "SUSPEND", "WITHDRAW", "REPORT_NOT_DONE"))
        if case.itself:
            yield "ACCUSE", instead
    elif what & (_TALKS | _SITTINGS):
        yield from ((code, "SUSPEND") for code in ("DENY_CONDUCT", "CALL_TO_COMPLY", "JUSTIFY", "THREATEN"))


def ordered_to_stay(case: Case) -> Ruled:
    """ "His men had been ordered to stay in their camps": whoever says so will keep to it, and goes on with nothing."""
    under = case.p.under
    if case.head.lemma in STAYS and under is not None and under.lemma in _ORDERS and case.p.frame is not None:
        places = {o.lemma for o in case.parse.behind(case.head, "in", "at", "inside", "within", "behind")}
        if places & _QUARTERS:
            yield from ((code, "COMMIT") for code in ("DECLARE_CONTINUE", "ACCUSE", "REPORT_NOT_DONE", "THREATEN"))


def is_not_convinced(case: Case) -> Ruled:
    """ "The Panel is not convinced by this explanation": it doubts it, and nothing is left undone."""
    if (
        case.head.lemma in _BELIEVES
        and case.denied
        and case.p.frame is None
        and case.parse.children(case.head, "nsubjpass")
    ):
        yield from ((code, "CAST_DOUBT") for code in ("REPORT_NOT_DONE", "DENY_CONDUCT", "PUBLIC_SILENCE", *FINDS))


def asks_for(case: Case) -> Ruled:
    """ "The team asked for the release of three recruits": it puts nothing off."""
    things = case.parse.behind(case.head, "for")
    time = {t.lemma for t in case.own} & (_TIME | {"term", "more"})
    if case.head.lemma == "ask" and things and not time and not case.denied:
        yield "DELAY", "CALL_TO_COMPLY"


def protests(case: Case) -> Ruled:
    """ "Lodged a protest with the observers": who does so accuses, and neither promises nor signals anything."""
    if case.head.lemma in _LODGES and case.lemmas("dobj", "nsubjpass") & _PROTESTS and not case.denied:
        agent = own_subject(case.parse, case.head)
        nobody = agent is None or agent.dep != "nsubj"
        codes = (*KEEPS, *FINDS, "CONDUCT_SIGNAL", "BREACH", "CALL_TO_COMPLY", "REPORT_NOT_DONE", "DENY_CONDUCT", "")
        yield from ((code, "" if nobody else "ACCUSE") for code in codes)


def confirms(case: Case) -> Ruled:
    """ "The Government has confirmed that it will withdraw": its word, and no finding."""
    if case.head.lemma != "confirm" or case.denied:
        return
    for clause in case.parse.children(case.head, "ccomp"):
        subject = own_subject(case.parse, clause)
        will = any(k.lower in ("will", "would", "'ll") for k in case.parse.children(clause, "aux"))
        if (
            will
            and subject is not None
            and subject.lower in ("it", "they", "he", "she", "we")
            and subject.dep == "nsubj"
        ):
            yield from ((code, "COMMIT") for code in FINDS)


def approaches(case: Case) -> Ruled:
    """ "We have informed the monitors", "have invited the monitors to inspect the site": no deed, and no attack on them."""
    teller = case.p.frame.verb if case.p.frame is not None else None
    for verb in (case.head, *((teller,) if teller is not None else ())):
        subject = own_subject(case.parse, verb)
        first = subject is not None and subject.lower in ("we", "i")
        if any(k.dep == "neg" for k in case.parse.children(verb)):
            continue
        if first and verb is case.head and verb.lemma in _TELLS and not case.parse.children(verb, "ccomp"):
            yield from ((code, "") for code in (*KEEPS, *FINDS, "REPORT_PARTIAL"))
        if verb.lemma in _INVITES and (first or verb.lemma == "invite"):
            yield "ATTACK_MONITOR", "" if verb.lemma in _PROPOSES else "CALL_TO_COMPLY"
            yield from ((code, "") for code in (*KEEPS, "ACCUSE") if verb.lemma in _PROPOSES)
        if first and verb.lemma in _INVITES and _is_of_papers(case.parse, verb):
            yield from ((code, "") for code in ("ACCUSE", "CALL_TO_COMPLY", "CONDITION", *KEEPS, *FINDS))


def _is_of_papers(parse: Parse, verb: Token) -> bool:
    """Whether something is asked for a paper: "I ask that this statement be annexed to the minutes"."""
    papers = (own_subject(parse, clause) for clause in parse.children(verb, "ccomp"))
    return any(k is not None and k.lemma in _PAPERS and k.dep == "nsubjpass" for k in papers)


def recalls(case: Case) -> Ruled:
    """ "I have instructed our delegation to return home", "ordered my men to leave the joint patrols"."""
    parse, teller = case.parse, case.p.frame.verb if case.p.frame is not None else None
    ordered = [(case.head, k) for k in parse.children(case.head, "xcomp", "ccomp")]
    ordered += [(teller, case.head)] if teller is not None and case.head.head == teller.i else []
    for order, clause in ordered:
        if order.lemma not in _ORDERS or not case.itself or _is_denied(parse, order) or _is_denied(parse, clause):
            continue
        envoys = {k.lemma for k in (*parse.children(order, "dobj"), *parse.children(clause, "nsubj"))} & _ENVOYS
        left = {k.lemma for k in (*parse.children(clause, "dobj"), *parse.behind(clause, "from"))}
        if clause.lemma in _GOES and (envoys or left & _TALKS):
            yield from ((code, "SUSPEND") for code in ("CALL_TO_COMPLY", "ACCUSE", *KEEPS))


def witnesses(case: Case) -> Ruled:
    """ "Takes the mechanism to witness": nobody attacks whom he calls as a witness."""
    if case.head.lemma == "take" and any(t.lower == "witness" and t.head != case.head.i for t in case.own[-3:]):
        yield "ATTACK_MONITOR", ""


def thanks(case: Case) -> Ruled:
    """ "Thanked the Front for freeing the prisoners": it has freed them, by the word of whoever thanks it."""
    if case.head.lemma not in _THANKS or case.denied or "past" not in case.conditions or not case.lemmas("dobj"):
        return
    deeds = [
        v for k in case.parse.children(case.head, "prep") if k.lower == "for" for v in case.parse.children(k, "pcomp")
    ]
    if any(_has_done(case, verb) for verb in deeds):
        instead = "THIRD_PARTY_FINDING" if "third" in case.conditions else "THIRD_PARTY_FINDING_BY_COUNTERPARTY"
        yield from ((code, instead) for code in ("", "CALL_TO_COMPLY", "ACCUSE", "DENY_CONDUCT", *KEEPS))


def _has_done(case: Case, verb: Token) -> bool:
    """Whether a verb tells that something owed was done: "leaving the school", "releasing twelve soldiers"."""
    things = {k.lemma for k in case.parse.children(verb, "dobj")}
    keeps = verb.lemma in case.classes["abide"] and things & (case.classes["agreement"] | case.classes["ceasefire"])
    gives = verb.lemma in case.classes["deliver"] and things & _FREED
    return bool(keeps or gives or verb.lemma in case.classes["withdraw"])
