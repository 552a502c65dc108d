"""Stances that "not", "never", "nobody" and "no longer" rule out: what is denied, and how far a denial reaches, turns words round."""

import re

from trucewatch.core.parse import Token

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause
from .voices import answers_by_the_way, denies_charge, sums_up
from .word_groups import DENIES, STAYS

_SAYS = frozenset("say mention reveal disclose".split())
_ABOUT = frozenset("about on regarding concerning of".split())
_VOWS = frozenset("promise pledge agree undertake vow commit consent accept".split())
_NOBODY = frozenset("few nobody none".split())
_BELIEVES = frozenset("believe think expect trust".split())
_INTENT = frozenset("intention plan desire wish intent".split())
_OVER = frozenset("dead over finished void".split())
_ENDS = frozenset("collapse end fail expire die break".split())
_APPLIES = frozenset("apply cover extend include bind".split())
_NARROW = frozenset("only solely not except merely alone just exclusively but unless".split())
_TOO = frozenset("too also equally well likewise all every everywhere both any everybody everyone".split())
_APPROVES = frozenset("approve authorise authorize permit clear sanction agree coordinate".split())
_DEEDS = frozenset(
    "raid attack operation strike shelling offensive move movement patrol flight deployment advance incursion".split()
)
_QUITS = frozenset("end leave quit abandon break suspend scrap annul cancel drop".split())
_ASKED = frozenset("call demand pressure suggestion proposal appeal plea request".split())
_TURNS_DOWN = frozenset("reject refuse resist dismiss rebuff ignore decline".split())
_DISPUTES = frozenset("dispute contest contradict question challenge".split())
_STOPS = frozenset("stop cease quit end".split())
_HARMS = frozenset("derail undermine jeopardise jeopardize affect endanger threaten stop halt damage disrupt".split())
_LEAVES = frozenset("leave withdraw quit vacate evacuate retreat".split())
_BREACHES = frozenset("violation breach infringement".split())
_THANKS = frozenset("thank commend praise".split())
_OWES = frozenset("oblige bind require".split())
_TALKS = frozenset("talk negotiation process commission committee".split())
_LINKS = frozenset(
    "until till before after when once while unless without where because as since for exchange return now yet".split()
)
_OBSTACLES = frozenset(
    "roadblock checkpoint barrier barricade blockade siege post outpost fence curfew restriction".split()
)
_ONLY_IN_PART = ("not all ", "not every ", "not everyone ", "not everything ")
_GOES_FURTHER = frozenset("only just merely simply alone".split())
_KEPT = ("CLAIM_COMPLIANCE", "COMPLY", "THIRD_PARTY_FINDING", "AFFIRM")
_DENIALS = ("DENY_OBLIGATION", "DENY_CONDUCT", "REINTERPRET_EXCLUDE", "REINTERPRET_NARROW")
_GIVES = frozenset("free release return".split())
_UNCLEAR = re.compile(r"\bnot (?:immediately |yet |at once )?clear (?:whether|if)\b")
_GIVES_IF = frozenset("if unless until once only".split())
_EARLIER = frozenset("previous earlier former prior".split())
_WRONGS = frozenset("violation breach attack".split())
_REBUTTING = dict.fromkeys(DENIES, "deny")
_DID = frozenset("did was were had has have do does is are".split())


def says_nothing(told: ToldClause) -> Ruled:
    """ "The army said nothing about the ceasefire": silence; "the accord says nothing about it" is a reading."""
    parse, head, who = told.parse, told.head, told.subject
    nothing = any(k.lower == "nothing" for k in parse.children(head, "dobj"))
    about = any(k.lower in _ABOUT for t in (head, *parse.children(head, "dobj")) for k in parse.children(t, "prep"))
    text = who is None or who.lower in ("it", "they", "which", "that") or who.lemma in told.texts | {"text", "document"}
    if head.lemma in _SAYS and nothing and about and not text and not told.said:
        yield from ((code, "PUBLIC_SILENCE") for code in (*_DENIALS, "CAST_DOUBT"))


def never_promised(told: ToldClause) -> Ruled:
    """ "The government never promised it", "no one promised it": nobody has, and they did not say so either."""
    frame, parse = told.p.frame, told.parse
    if (frame is None and told.said) or (frame is not None and (frame.verb is None or frame.outer is not None)):
        # "The movement says that nobody promised it"
        return
    verb, who = (told.head, told.subject) if frame is None else (frame.verb, frame.speaker)
    if verb is None or verb.lemma not in _VOWS or verb.tag not in ("VBD", "VBN"):
        return
    nobody = who is not None and any(k.lower == "no" for k in parse.children(who, "det"))
    if nobody or any(k.lower == "never" for k in parse.children(verb, "neg", "advmod")):
        instead = "ASSESS" if frame is None and not nobody else ""
        yield from ((code, instead) for code in ("COMMIT", "RECOMMIT", "AFFIRM", "DENY_OBLIGATION", "REPORT_NOT_DONE"))


def nobody_is_silent(told: ToldClause) -> Ruled:
    """ "No one has claimed responsibility": nobody in particular keeps silent."""
    who = told.subject
    if who is None or told.said or not any(k.lemma == "responsibility" for k in told.parse.children(told.head, "dobj")):
        return
    no_one = who.lower == "one" and any(k.lower == "no" for k in told.parse.children(who, "det"))
    if no_one or who.lower in ("nobody", "none"):
        yield "PUBLIC_SILENCE", ""


def few_believe(told: ToldClause) -> Ruled:
    """ "Few believe that the rebels have left": nobody says so, and they less than anybody."""
    frame = told.p.frame
    verb, who = (told.head, told.subject) if frame is None else (frame.verb, frame.speaker)
    if verb is not None and verb.lemma in _BELIEVES and who is not None and who.lower in _NOBODY:
        yield from ((code, "") for code in (*_KEPT, "COMMIT", "ACCUSE", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"))


def denies_not(told: ToldClause) -> Ruled:
    """ "The ministry did not deny that it had broken the truce": it has not said anything."""
    if told.p.where == "report" and told.head.lemma == "deny" and told.denied:
        yield from ((code, "") for code in ("CAST_DOUBT", "BREACH_ADMITTED", "ACCUSE"))


def only_then_bound(told: ToldClause) -> Ruled:
    """ "Would be bound by it only if the rebels were": a condition, and no narrow reading."""
    if told.said and any(words in told.words for words in ("only if", "only when", "only once", "only after")):
        yield from ((code, "CONDITION") for code in ("REINTERPRET_NARROW", "REINTERPRET_EXCLUDE"))


def wants_no_end(told: ToldClause) -> Ruled:
    """ "Had no intention of leaving the talks": it stays in them."""
    parse, head = told.parse, told.head
    wants = [k for k in parse.children(head, "dobj", "attr") if k.lemma in _INTENT]
    none = [k for k in wants if any(d.lower == "no" for d in parse.children(k, "det"))]
    verbs = [
        v
        for k in none
        for v in (*parse.children(k, "acl", "relcl"), *(o for o in parse.subtree(k) if o.dep == "pcomp"))
    ]
    if head.lemma in ("intend", "plan", "want") and told.denied:
        verbs = list(parse.children(head, "xcomp"))
    ended = {o.lemma for v in verbs for o in (*parse.children(v, "dobj"), *parse.behind(v, "from", "of"))}
    if any(v.lemma in _QUITS | {"withdraw"} for v in verbs) and ended & (told.texts | _TALKS):
        yield from ((code, "AFFIRM") for code in (*_DENIALS, "WITHDRAW", "SUSPEND", "DECLARE_CONTINUE", "THREATEN"))


def not_all(told: ToldClause) -> Ruled:
    """ "Not all weapons have been withdrawn": some have."""
    if told.words.startswith(_ONLY_IN_PART) and not told.is_conditional():
        yield from ((code, "REPORT_PARTIAL") for code in ("CLAIM_COMPLIANCE", "COMPLY"))
        third = told.watches
        yield "AFFIRM", "THIRD_PARTY_FINDING" if third else "CAST_DOUBT"


def not_over(told: ToldClause) -> Ruled:
    """ "Denied that the ceasefire was dead": who says so holds to it."""
    parse, head = told.parse, told.head
    if head.lemma not in ("deny", "reject", "dismiss") or told.denied or "third" in told.conditions:
        return
    for clause in parse.children(head, "ccomp"):
        text = any(k.lemma in told.texts | _TALKS for k in parse.children(clause, "nsubj"))
        over = any(k.lemma in _OVER for k in parse.children(clause, "acomp", "advmod", "prt", "oprd"))
        if text and (over or (clause.lemma in _ENDS and not parse.children(clause, "dobj"))):
            yield from ((code, "AFFIRM") for code in ("DENY_CONDUCT", "WITHDRAW", "CAST_DOUBT"))


def applies_too(told: ToldClause) -> Ruled:
    """ "The agreement applies to the border guards as well": nobody is left out of it."""
    low = {t.lower for t in told.own}
    if not told.said or told.denied or told.head.lemma not in _APPLIES or low & _NARROW or not low & _TOO:
        return
    above = told.parse.tokens[told.head.head]
    if told.head.dep == "ccomp" and (is_denied(told.parse, above) or above.lemma in _TURNS_DOWN | _DISPUTES | {"deny"}):
        # "Do not recognise that the truce covers the port"
        return
    if told.named(told.subject, told.texts):
        instead = "THIRD_PARTY_INTERPRET" if "third" in told.conditions else "AFFIRM"
        yield from ((code, instead) for code in ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW"))


def denies_cover(told: ToldClause) -> Ruled:
    """ "Denied that the agreement covers the guards": a reading, and no deed that is denied."""
    parse = told.parse
    covers = (
        any(k.lemma in told.texts for k in parse.children(c, "nsubj"))
        for c in parse.children(told.head, "ccomp")
        if c.lemma in _APPLIES and not is_denied(parse, c)
    )
    if told.head.lemma in ("deny", "dispute") and not told.denied and any(covers):
        instead = "THIRD_PARTY_INTERPRET" if "third" in told.conditions else "REINTERPRET_EXCLUDE"
        yield from ((code, instead) for code in ("DENY_CONDUCT", "DENY_OBLIGATION"))


def was_approved(told: ToldClause) -> Ruled:
    """ "The raid had been approved by the commission": who says so has promised nothing by it."""
    passive = bool(told.parse.children(told.head, "auxpass"))
    deeds = any(k.lemma in _DEEDS for k in told.parse.children(told.head, "nsubjpass"))
    if passive and deeds and told.head.lemma in _APPROVES and told.said and not told.denied:
        justified = "JUSTIFY" if "party" in told.conditions and "past" in told.conditions else ""
        yield from ((code, justified) for code in ("COMMIT", "RECOMMIT", "AMEND"))


def thanks_for(told: ToldClause) -> Ruled:
    """ "Thanked both sides for respecting the truce": they have respected it."""
    if told.head.lemma not in _THANKS or told.denied:
        return
    leads = [k for k in told.parse.children(told.head, "prep") if k.lower == "for"]
    kept = told.classes["abide"] | told.classes["fulfil"]
    if any(v.lemma in kept for k in leads for v in told.parse.children(k, "pcomp")):
        third = told.watches
        yield "CALL_TO_COMPLY", "THIRD_PARTY_FINDING" if third else "THIRD_PARTY_FINDING_BY_COUNTERPARTY"


def things_go(told: ToldClause) -> Ruled:
    """ "The roadblocks would not stay": they are to go."""
    thing = told.subject is not None and told.subject.pos == "NOUN" and told.subject.lemma in _OBSTACLES
    if told.said and told.denied and thing and told.head.lemma in STAYS:
        yield "DECLARE_CONTINUE", "COMMIT"


def refuses_to_end(told: ToldClause) -> Ruled:
    """ "Rejected calls to end the ceasefire": who does so keeps it."""
    parse = told.parse
    asked = [k for k in parse.children(told.head, "dobj") if k.lemma in _ASKED]
    if told.head.lemma not in _TURNS_DOWN or told.denied:
        return
    verbs = [
        v
        for k in asked
        for v in (*parse.children(k, "acl", "relcl"), *(o for o in parse.subtree(k) if o.dep == "pcomp"))
    ]
    ended = {o.lemma for v in verbs for o in (*parse.children(v, "dobj"), *parse.behind(v, "from"))}
    if any(v.lemma in _QUITS | {"withdraw"} for v in verbs) and ended & (told.texts | _TALKS):
        yield from ((code, "AFFIRM") for code in (*_DENIALS, "WITHDRAW", "SUSPEND", "DECLARE_CONTINUE"))


def disputes(told: ToldClause) -> Ruled:
    """ "The mayor disputed that the roadblocks had been removed": he has confirmed nothing."""
    if told.head.lemma in _DISPUTES and not told.denied and told.parse.children(told.head, "ccomp"):
        yield from (
            (code, "REPORT_NOT_DONE")
            for code in ("THIRD_PARTY_FINDING_BY_COUNTERPARTY", "CLAIM_COMPLIANCE", "REPORT_PARTIAL", "COMPLY")
        )


def would_break_it(told: ToldClause) -> Ruled:
    """ "The army would violate the ceasefire if it moved its tanks", monitors say: a reading, and no condition of theirs."""
    third = told.watches
    if told.said and third and told.head.lemma in told.classes["violate"] and told.is_conditional():
        yield from ((code, "THIRD_PARTY_INTERPRET") for code in ("CONDITION", "THREATEN", "THIRD_PARTY_FINDING"))


def breaks_it_not(told: ToldClause) -> Ruled:
    """ "The army is not violating the truce", "that was not a violation": no charge. "Not only violated" is one."""
    further = any(t.lower in _GOES_FURTHER for t in told.own)
    noun = told.head.lemma == "be" and any(k.lemma in _BREACHES for k in told.parse.children(told.head, "attr"))
    breaks = noun or told.head.lemma in told.classes["violate"]
    if told.said and told.denied and breaks and not further:
        third = told.watches
        yield "ACCUSE", "THIRD_PARTY_FINDING" if third else "DENY_CONDUCT"


def will_keep_it_no_more(told: ToldClause) -> Ruled:
    """ "Would stop observing the ceasefire on Friday": who says so promises nothing."""
    parse = told.parse
    kept = [v for v in parse.children(told.head, "xcomp") if v.lemma in told.classes["abide"]]
    text = any(
        o.lemma in told.texts for v in kept for o in (*parse.children(v, "dobj"), *parse.behind(v, "by", "to", "with"))
    )
    if told.head.lemma in _STOPS and text and not told.denied:
        instead = "THREATEN" if told.is_conditional() else "WITHDRAW"
        yield from ((code, instead) for code in ("COMMIT", "AFFIRM", "CLAIM_COMPLIANCE", "RECOMMIT"))


def has_not_left(told: ToldClause) -> Ruled:
    """ "The front has not suspended its participation": it has done nothing; where it says so, it takes part."""
    if told.denied and "past" in told.conditions and told.head.lemma in _QUITS | {"withdraw"}:
        own = told.holds("said", "self")
        yield from ((code, "AFFIRM" if own else "") for code in ("SUSPEND", "WITHDRAW"))
        objects = (*told.parse.children(told.head, "dobj"), *told.parse.behind(told.head, "from"))
        if own and any(k.lemma in _TALKS | told.texts for k in objects):
            yield "REPORT_NOT_DONE", "AFFIRM"


def refuses_outright(told: ToldClause) -> Ruled:
    """ "It would not release prisoners": a refusal that hangs on nothing."""
    flat = told.denied and "future" in told.conditions and not told.is_conditional()
    if flat and told.holds("said", "self") and told.words.isascii() and told.lemmas.isdisjoint(_LINKS):
        yield "CONDITION", "DECLARE_CONTINUE"


def is_obliged(told: ToldClause) -> Ruled:
    """ "It is obliged to release prisoners": it owns to the duty, and has not yet done it."""
    itself = told.subject is not None and told.subject.pos == "PRON"
    if (
        told.head.lemma in _OWES
        and told.said
        and itself
        and not told.denied
        and told.parse.children(told.head, "xcomp")
    ):
        yield "CLAIM_COMPLIANCE", "AFFIRM"


def harms_no_talks(told: ToldClause) -> Ruled:
    """ "The attack would not derail the talks": who says so holds to them."""
    hit = any(k.lemma in told.texts | _TALKS for k in told.parse.children(told.head, "dobj"))
    if told.said and told.denied and told.head.lemma in _HARMS and hit and "third" not in told.conditions:
        yield from ((code, "AFFIRM") for code in ("THREATEN", "CAST_DOUBT", "DELAY", "DENY_CONDUCT", "ACCUSE"))


def never_leaves(told: ToldClause) -> Ruled:
    """ "The rebels will never leave the town": they stay where they are, which affirms nothing."""
    left = {
        o.lemma for o in (*told.parse.children(told.head, "dobj"), *told.parse.behind(told.head, "from", "of", "out"))
    }
    paper = left & (told.texts | _TALKS)
    if told.holds("said", "self", "future") and told.denied and told.head.lemma in _LEAVES and left and not paper:
        flat = not told.is_conditional() and told.lemmas.isdisjoint(_LINKS)
        yield from ((code, "DECLARE_CONTINUE") for code in ("AFFIRM", "COMMIT", "DELAY") if flat)


def is_work_of(told: ToldClause) -> Ruled:
    """ "The attack was the work of bandits": who is asked about it denies it."""
    work = [k for k in told.parse.children(told.head, "attr") if k.lemma in ("work", "doing")]
    if (
        told.said
        and told.head.lemma == "be"
        and any(told.parse.behind(k, "of", "by") for k in work)
        and not told.denied
    ):
        instead = "THIRD_PARTY_FINDING" if "third" in told.conditions else "DENY_CONDUCT"
        yield from ((code, instead) for code in ("JUSTIFY", "BREACH_ADMITTED", "CLAIM_COMPLIANCE"))


def never_agreed(told: ToldClause) -> Ruled:
    """ "We," the general said, "have never agreed to leave Kelo": no promise."""
    above = told.parse.tokens[told.head.head]
    agreed = told.head.dep in ("xcomp", "ccomp") and above.lemma in _VOWS
    if agreed and is_denied(told.parse, above):
        yield from ((code, "DENY_OBLIGATION") for code in ("COMMIT", "RECOMMIT", "AFFIRM"))


def did_so_itself(told: ToldClause) -> Ruled:
    """ "Said the army had done so itself": a charge."""
    so = any(k.lower == "so" for k in told.parse.children(told.head, "advmod", "dobj"))
    if told.holds("said", "other", "past") and told.head.lemma == "do" and so and not told.denied:
        yield "DENY_CONDUCT", told.charge


def will_free(told: ToldClause) -> Ruled:
    """ "We will free them": no threat."""
    will = any(k.lower in ("will", "would", "'ll") for k in told.parse.children(told.head, "aux"))
    freely = told.lemmas.isdisjoint(_GIVES_IF) and not told.denied
    if told.said and told.head.lemma in _GIVES and told.parse.children(told.head, "dobj") and will and freely:
        yield "THREATEN", "COMMIT"


def not_clear(told: ToldClause) -> Ruled:
    """ "It was not immediately clear whether the rebels had left": not said to be undone."""
    above = told.parse.tokens[told.head.head]
    whether = any(k.lower in ("whether", "if") for k in told.parse.children(told.head, "mark"))
    verb = told.parse.tokens[above.head] if above.lemma == "clear" else above
    states = {k.lemma for k in told.parse.children(verb, "acomp")}
    open_ = whether and "clear" in states and bool(told.parse.children(verb, "neg"))
    if open_ or _UNCLEAR.search(told.words):
        yield from (("REPORT_NOT_DONE", ""), ("CLAIM_COMPLIANCE", ""), ("COMPLY", ""))


def neither_confirms(told: ToldClause) -> Ruled:
    """ "Neither side has confirmed that the exchange took place": a silence."""
    verb = told.p.frame.verb if told.p.frame is not None else None
    side = told.teller is not None and told.teller.lemma in ("side", "party")
    if verb is not None and verb.lemma == "confirm" and side and is_denied(told.parse, verb):
        yield from ((code, "PUBLIC_SILENCE") for code in ("THIRD_PARTY_FINDING", "ACCUSE", "CLAIM_COMPLIANCE"))


def received_some(told: ToldClause) -> Ruled:
    """ "The Red Cross said it had received 20 prisoners and expected more": what it found."""
    received = told.head.lemma == "receive" and "past" in told.conditions and not told.denied
    if received and told.holds("third") and any(k.pos == "NUM" for k in told.own):
        yield "REPORT_NOT_DONE", "THIRD_PARTY_FINDING"


def of_earlier_truce(told: ToldClause) -> Ruled:
    """ "A previous truce, signed in 2021, was broken by both sides": no breach of the one of which is told."""
    things = (*told.parse.children(told.head, "nsubjpass", "dobj"),)
    earlier = any(
        k.lower in _EARLIER
        for t in things
        if t.lemma in told.classes["agreement"]
        for k in told.parse.children(t, "amod")
    )
    if earlier and not told.said and "past" in told.conditions:
        yield from ((code, "") for code in ("BREACH", "COMPLY", "COMMIT", "WITHDRAW"))


def goes_on_keeping(told: ToldClause) -> Ruled:
    """ "The army would go on respecting it": what it goes on with is to keep the truce."""
    on = any(k.lower == "on" for k in told.parse.children(told.head, "prt", "advmod", "prep"))
    kept = {t.lemma for t in told.own if t.tag == "VBG" and t.i > told.head.i} & told.classes["abide"]
    if told.head.lemma in ("go", "continue", "keep") and (on or told.head.lemma != "go") and kept and not told.denied:
        yield "DECLARE_CONTINUE", "AFFIRM"


def is_answered(told: ToldClause) -> Ruled:
    """ "The army says the Front has mined the road, which it denies": the army denies nothing by that."""
    above = told.parse.tokens[told.head.head] if told.head.dep == "ccomp" else told.head
    answers = any(
        clause.lemma in DENIES and _is_charge(told, noun, clause)
        for noun in told.parse.subtree(above)
        for clause in told.parse.children(noun, "relcl")
    )
    joined = (*told.parse.children(above, "conj"), *told.parse.children(told.head, "conj"))
    answers = answers or any(k.lemma in DENIES and told.parse.children(k, "nsubj") for k in joined)
    if answers and told.said and not is_denied(told.parse, told.head) and "self" not in told.conditions:
        yield from ((code, told.charge) for code in ("DENY_CONDUCT", "DENY_OBLIGATION", "JUSTIFY", "ECHO"))


def _is_charge(told: ToldClause, noun: Token, clause: Token) -> bool:
    """Whether a clause answers all that is told: "a charge it denies", "something it denies", "which it denies"."""
    return (
        sums_up(told.parse, noun)
        or denies_charge(told.parse, clause)
        or answers_by_the_way(told.parse, clause, _REBUTTING)
    )


def says_it_did(told: ToldClause) -> Ruled:
    """ "The army denies that it shelled the market; the rebels insist that it did": they deny nothing."""
    bare = told.head.lemma in ("do", "be", "have") and told.head.lower in _DID
    whole = len([t for t in told.parse.subtree(told.head) if t.pos not in ("PUNCT", "SPACE", "SCONJ")]) == 2
    if bare and whole and told.said and not told.denied and told.subject is not None and told.subject.pos == "PRON":
        yield from ((code, told.charge) for code in ("DENY_CONDUCT", "DENY_OBLIGATION", "JUSTIFY"))


def summons_over(told: ToldClause) -> Ruled:
    """ "The ministry summoned the ambassador over what it said were violations": a charge."""
    if told.head.lemma == "summon" and not told.lemmas.isdisjoint(_WRONGS) and not told.denied:
        yield "CALL_TO_COMPLY", told.charge


RULES = (
    harms_no_talks,
    never_leaves,
    is_work_of,
    says_nothing,
    never_promised,
    nobody_is_silent,
    few_believe,
    denies_not,
    only_then_bound,
    wants_no_end,
    not_all,
    not_over,
    applies_too,
    denies_cover,
    was_approved,
    thanks_for,
    things_go,
    refuses_to_end,
    disputes,
    would_break_it,
    breaks_it_not,
    will_keep_it_no_more,
    has_not_left,
    refuses_outright,
    is_obliged,
    never_agreed,
    did_so_itself,
    will_free,
    not_clear,
    neither_confirms,
    received_some,
    of_earlier_truce,
    goes_on_keeping,
    summons_over,
    is_answered,
    says_it_did,
)
