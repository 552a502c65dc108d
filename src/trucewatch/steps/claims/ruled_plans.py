"""What is advised, expected, asked or to be done has not happened: "should extend the truce", "is likely to be extended"."""

from trucewatch.core.parse import Parse, Token

from .propositions import Proposition
from .ruled_case import FINDS, KEEPS, Case, Ruled, own_subject, to_be_done
from .word_groups import WE

_ADVISES = frozenset("should must ought".split())
_NEEDS = frozenset({"need", "have"})
_DEEDS = (*KEEPS, *FINDS, "AMEND", "SUSPEND", "WITHDRAW", "DELAY", "BREACH")
_BELIEVES = frozenset(
    "believe expect think assess estimate predict forecast anticipate judge reckon project suspect doubt".split()
)
_ODDS = frozenset("likely unlikely bound poised".split())
_JUDGEMENTS = frozenset("estimate assessment view opinion analysis judgement judgment forecast reading".split())
_FORESEEN = ("AMEND", "SUSPEND", "WITHDRAW", "BREACH", "COMMIT", "RECOMMIT")
_MAY = frozenset("may might could".split())
_WILL = frozenset("will would 'll wo".split())
_ASKS = frozenset("ask wonder inquire enquire know".split())
_QUESTIONS = frozenset("whether if when why how who whom what which where".split())
_ASKED = (
    *("CALL_TO_COMPLY", "CONDITION", "REPORT_KNOWLEDGE", "REPORT_PRIVATE_COMMIT", "REPORT_PRIVATE_AFFIRM"),
    *("REPORT_NOT_DONE", "DELAY", "AMEND", "SUSPEND", "WITHDRAW", "BREACH", "BREACH_ADMITTED", *KEEPS, *FINDS),
)
_MEETS = frozenset("discuss meet pay hear convey present see talk express deliver review brief".split())
_OWED = frozenset("suppose mean schedule due".split())
_MISSES = frozenset("miss pass expire lapse not but yet still never elapse ago".split())
_ADVICE = frozenset(
    "recommend recommendation advise propose suggest action point request demand call urge appeal".split()
)
_URGES = frozenset("urge call recommend request ask demand".split())
_AWAITED = frozenset("expect due schedule suppose set".split())
_FAR = 60


def is_advised(parse: Parse, verb: Token) -> bool:
    """Whether somebody is only told what he should do: "should extend the truce", "needs to leave"; not "should have left"."""
    while True:
        helped = {k.lower for k in parse.children(verb, "aux", "auxpass")}
        subject = own_subject(parse, verb)
        if "have" in helped and verb.tag == "VBN":
            return False
        if any(k.lower in _ADVISES and (subject is None or k.i > subject.i) for k in parse.children(verb, "aux")):
            return True
        needs = verb.lemma in _NEEDS and verb.tag in ("VBP", "VBZ") and parse.children(verb, "xcomp")
        if needs and any(to_be_done(parse, k) for k in parse.children(verb, "xcomp")):
            return True
        joined = verb.dep in ("conj", "xcomp") and verb.tag == "VB" and subject is None and helped <= {"to", "be"}
        if not joined or verb.head == verb.i:
            return False
        verb = parse.tokens[verb.head]


def is_item(parse: Parse, p: Proposition) -> bool:
    """Whether it is an item of what is to be done: "The army to leave the schools", "That the rebels free all prisoners"."""
    head, subject = p.head, own_subject(parse, p.head)
    if subject is None or (p.frame is not None and p.frame.verb is not None):
        return False
    begun = (t for t in parse.subtree(head) if t.pos not in ("PUNCT", "SPACE", "NUM", "X"))
    that = next(begun, head).lower == "that" and any(k.lower == "that" for k in parse.children(head, "mark"))
    if that and head.dep == "ROOT":
        return head.tag in ("VB", "VBP") and not parse.children(head, "aux")
    to = next((k for k in parse.children(head, "aux") if k.lower == "to"), None)
    if to is None or subject.i > to.i or head.tag not in ("VB", "VBN"):
        return False
    # "Agreed: the Front to free ten prisoners; the army to open the road"
    return head.dep in ("ROOT", "conj") or (head.dep == "ccomp" and _opens(parse, subject))


def _opens(parse: Parse, subject: Token) -> bool:
    """Whether a clause begins a sentence or stands behind a colon or semicolon."""
    before = parse.tokens[: parse.subtree(subject)[0].i]
    last = next((t for t in reversed(before) if t.pos != "SPACE"), None)
    return last is None or last.text in (":", ";", ".", "-", "•")


def advises(parse: Parse, p: Proposition) -> bool:
    """Whether it tells what others should do: so whoever writes it says, and they do not."""
    return is_advised(parse, p.head) or is_item(parse, p)


def advised(case: Case) -> Ruled:
    """ "The Commission should extend the truce": a call on it, which has done nothing."""
    if case.itself and "said" in case.conditions:
        return
    teller = case.p.frame.verb if case.p.frame is not None else None
    if (
        teller is not None
        and case.head.dep == "ccomp"
        and case.head.head == teller.i
        and is_advised(case.parse, teller)
    ):
        # "The mission should verify that the rebels have left": it has not.
        yield from ((code, "") for code in FINDS)
    if is_advised(case.parse, case.head):
        # "The rebels need to leave": the infinitive is the call, and "need" no second one.
        instead = "" if case.head.lemma in _NEEDS else "CALL_TO_COMPLY"
        yield from ((code, instead) for code in _DEEDS)


def items(case: Case) -> Ruled:
    """ "The army to leave the schools by 3 May": an undertaking, or a call where it is recommended; it has not left."""
    if not is_item(case.parse, case.p):
        return
    asked = any(k.lower == "that" for k in case.parse.children(case.head, "mark")) or _is_recommended(case)
    instead = "CALL_TO_COMPLY" if asked else "COMMIT"
    yield from ((code, instead) for code in (*KEEPS, *FINDS, "BREACH", "AMEND") if code != instead)
    if asked and _is_urged(case):
        # "We urge: 1. the Government to restore banking": all that is asked for.
        yield "", instead


def _is_recommended(case: Case) -> bool:
    """Whether the nearest word of advising or agreeing in front of an item is one of advising."""
    first = case.own[0].i if case.own else case.head.i
    for token in reversed(case.parse.tokens[max(0, first - _FAR) : case.head.i]):
        if token.lemma.lower() in ("agree", "decide", "decision", "undertake", "commit"):
            return False
        if token.lemma.lower() in _ADVICE:
            return True
    return False


def _is_urged(case: Case) -> bool:
    """Whether a list of what somebody urges stands in front: "The Monitor calls on:", "We urge:"."""
    first = case.own[0].i if case.own else case.head.i
    before = case.parse.tokens[max(0, first - _FAR) : first]
    colon = next((t for t in reversed(before) if t.text == ":"), None)
    return colon is not None and any(
        t.lemma.lower() in _URGES for t in case.parse.tokens[max(0, colon.i - 3) : colon.i]
    )


def foreseen(case: Case) -> Ruled:
    """ "Analysts expect the ceasefire to be extended", "the army could resume its offensive": somebody's judgement."""
    if _is_believed(case):
        yield from ((code, "ASSESS") for code in (*_FORESEEN, *FINDS))
    may = not case.denied and any(k.lower in _MAY for k in case.parse.children(case.head, "aux"))
    speaker = case.p.frame.speaker if case.p.frame is not None else None
    judged = speaker is not None and speaker.lemma in _JUDGEMENTS
    onlooker = judged or case.unsaid or not case.conditions.isdisjoint(("third", "analyst"))
    if onlooker and (may or _is_likely(case)):
        yield from ((code, "ASSESS") for code in _FORESEEN)
    if may and case.p.frame is None:
        yield "THREATEN", "ASSESS"


def _is_believed(case: Case) -> bool:
    """Whether somebody thinks that something will be so, and does not speak of himself."""
    parse, head, p = case.parse, case.head, case.p
    if head.lemma in _BELIEVES:
        clauses = parse.children(head, "ccomp")
    else:
        above = (p.under, p.frame.verb if p.frame is not None else None)
        clauses = (head,) if any(v is not None and v.lemma in _BELIEVES for v in above) else ()
    for clause in clauses:
        subject = own_subject(parse, clause) or p.subject
        helped = {k.lower for k in parse.children(clause, "aux", "auxpass")}
        if subject is not None and subject.lower not in WE and helped & (_MAY | _WILL | {"to"}):
            return True
    return False


def _is_likely(case: Case) -> bool:
    """Whether something "is likely to be extended", "is expected to be extended"."""
    above = case.parse.tokens[case.head.head] if case.head.dep == "xcomp" else case.head
    states = {above.lemma, *(k.lemma for k in case.parse.children(above, "acomp"))}
    below = (case.head, *case.parse.children(above, "xcomp"))
    below += tuple(x for k in case.parse.children(above, "acomp") for x in case.parse.children(k, "xcomp"))
    passive = above.tag == "VBN" and above.lemma == "expect"
    return bool(states & _ODDS or passive) and any(
        k.lower == "to" for b in below for k in case.parse.children(b, "aux")
    )


def asked(case: Case) -> Ruled:
    """ "Journalists asked whether the army would leave": a question is no demand; nor is a visit, "called on the minister"."""
    teller = case.p.frame.verb if case.p.frame is not None else None
    verbs = [v for v in (case.head, case.p.under, teller) if v is not None]
    if any(_is_question(case, verb) for verb in verbs) or any(_is_visit(case, verb) for verb in verbs):
        yield from ((code, "") for code in _ASKED)


def _is_question(case: Case, verb: Token) -> bool:
    parse = case.parse
    if verb.lemma == "want":
        verb = next((k for k in parse.children(verb, "xcomp") if k.lemma == "know"), verb)
    if verb.lemma not in _ASKS or any(k.dep == "neg" for k in parse.children(verb)):
        return False
    if verb.lemma == "know" and parse.tokens[verb.head].lemma != "want":
        return False
    if parse.behind(verb, "for") or any(to_be_done(parse, k) for k in parse.children(verb, "xcomp")):
        return False
    for clause in parse.children(verb, "ccomp", "advcl"):
        words = [t for t in parse.subtree(clause) if t.pos not in ("PUNCT", "SPACE")]
        own = clause.dep == "ccomp" or words[0].lower == "whether" or not _asks_for_things(case, verb)
        if words[0].i > verb.i and words[0].lower in _QUESTIONS and own:
            return True
    return verb.lemma == "ask" and bool(parse.behind(verb, "about")) and not parse.children(verb, "ccomp", "xcomp")


def _asks_for_things(case: Case, verb: Token) -> bool:
    """Whether a verb of asking has an object that is not somebody: "asked a pause, if the army left"."""
    return any(
        k.lemma.lower() not in case.classes["person"] | case.classes["group"] and k.pos not in ("PRON", "PROPN")
        for k in case.parse.children(verb, "dobj")
    )


def _is_visit(case: Case, head: Token) -> bool:
    """Whether somebody "called on the minister to discuss the ceasefire"."""
    parse = case.parse
    after = [t for t in parse.tokens[head.i + 1 : head.i + _FAR] if t.start < case.own[-1].end]
    if head.lemma != "call" or not after or after[0].lower != "on" or parse.behind(head, "for"):
        return False
    if any(t.text in (":", '"', "“") or t.lower == "that" for t in after):
        return False
    ends = next(
        (n for n, t in enumerate(after) if n and t.pos in ("ADP", "VERB", "AUX", "CCONJ", "PUNCT", "PART")), None
    )
    named = any(_is_somebody(case, who) for who in after[1:ends])
    return named and all(t.lemma in _MEETS for t in after if to_be_done(parse, t))


def _is_somebody(case: Case, who: Token) -> bool:
    """Whether it is one person: "the rebel leader Hassan Kori"."""
    return who.tag != "NNS" and (who.entity == "PERSON" or who.lemma.lower() in case.classes["person"])


def owed(case: Case) -> Ruled:
    """ "The army was supposed to leave by 30 April": what was due is not done by being due, and its day not yet missed."""
    parse, head = case.parse, case.head
    above = parse.tokens[head.head] if head.dep == "xcomp" else head
    due = [t for t in (above, *parse.children(above, "acomp")) if t.lemma in _OWED and t.tag in ("VBN", "JJ", "IN")]
    if any(to_be_done(parse, k) for t in due for k in parse.children(t, "xcomp")):
        yield from ((code, "") for code in ("CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART", "REPORT_PROGRESS", *FINDS))
        if _MISSES.isdisjoint(t.lemma for t in case.own):
            yield "MISSED_DEADLINE", ""


def is_put_off(parse: Parse, p: Proposition) -> bool:
    """Whether nobody is said to put something off: "Disarmament of some 300 fighters has been postponed"."""
    thing = next(iter(parse.children(p.head, "nsubjpass")), None)
    return thing is not None and not parse.children(p.head, "agent") and not p.control


def expected_to_call(case: Case) -> Ruled:
    """ "Council members are expected to call on both sides to keep it": they have not."""
    if case.p.frame is None and any(t.lemma in _AWAITED and t.tag == "VBN" for t in case.p.control):
        yield from ((code, "") for code in (*KEEPS, *FINDS, "CALL_TO_COMPLY", "ACCUSE"))


def expected_of(case: Case) -> Ruled:
    """ "We expect Belgrade to abide by the agreement": a call on it."""
    if not case.denied and any(_expects(case, t) for t in case.own):
        yield from ((code, "CALL_TO_COMPLY") for code in ("", *KEEPS, *FINDS))


def _expects(case: Case, verb: Token) -> bool:
    parse, subject = case.parse, own_subject(case.parse, verb)
    if verb.lemma != "expect" or subject is None or subject.lower not in WE or verb.i < case.head.i:
        return False
    keeps = case.classes["abide"] | case.classes["fulfil"]
    for clause in parse.children(verb, "ccomp"):
        who = own_subject(parse, clause)
        if who is not None and to_be_done(parse, clause) and clause.lemma in keeps and who.lower not in WE:
            return who.lemma.lower() not in case.classes["agreement"] | case.classes["duty_noun"]
    return False
