"""Stances that the turns of reporters rule out: who wants to see a truce extended has not extended it, who spoke after a raid denies none."""

from trucewatch.core.parse import Token

from .ruled_phrases import RULES as PHRASES
from .ruled_unsure import RULES as UNSURE
from .ruled_words import FALSE
from .told_clauses import Ruled, ToldClause
from .word_groups import ME, WE

_DONE = (
    "AMEND",
    "RECOMMIT",
    "COMMIT",
    "CLAIM_COMPLIANCE",
    "COMPLY",
    "THIRD_PARTY_FINDING",
    "SUSPEND",
    "WITHDRAW",
    "REPORT_PROGRESS",
    "DENY_CONDUCT",
    "JUSTIFY",
    "ACCUSE",
    "BREACH",
    "CONDUCT_SIGNAL",
    "REINTERPRET_NARROW",
    "REINTERPRET_EXCLUDE",
    "DENY_OBLIGATION",
    "AFFIRM",
)
_WANTS = frozenset("want like wish hope love prefer wait hop".split())
_SPEAKS = frozenset("speak come write talk".split())
_WORDS = frozenset(
    "statement remark comment announcement letter message visit meeting appeal warning speech interview word reply".split()
)
_TIMES = frozenset("after before since hours days".split())
_TALES = frozenset(
    "report claim accusation allegation charge story account suggestion rumour rumor news assertion version".split()
)
_CALLS = frozenset("describe call term brand label".split())
_QUITS = frozenset("leave withdraw retreat depart go pull".split())
_RETURNS = frozenset("return reappear".split())
_COMES = frozenset("come go move sneak creep slip steal march".split())
_MEETS = frozenset("speak talk meet".split())
_HE = frozenset("he she".split())
_STATES = frozenset(
    "honour honor respect keep observe hold cease stop end release free leave withdraw open sign".split()
)
_INSULTS = frozenset("insult affront outrage disgrace slap".split())
_STOPPED = frozenset("turn detain arrest expel block stop bar".split())
_MEN = frozenset("delegate delegation officer observer man team member fighter soldier convoy representative".split())
_BODIES = frozenset("committee commission body board mechanism council group".split())
_NO_ONE = frozenset({"nothing"})
_ASSURES = frozenset("assure promise pledge tell".split())
_OTHERS = frozenset("he she they both".split())
_HIM = frozenset("him her them".split())


def wants_to_see(told: ToldClause) -> Ruled:
    """ "She wanted to see the truce extended": nobody has extended it yet."""
    above = told.parse.tokens[told.head.head]
    wish = told.parse.tokens[above.head] if above.lemma == "see" else above
    seen = above.lemma == "see" or (told.head.tag == "VBN" and told.head.dep in ("ccomp", "xcomp"))
    if told.said and told.head.lemma in _WANTS and "third" in told.conditions:
        # All of the clause: "wanted to see the truce extended".
        sees = [v for v in told.parse.children(told.head, "xcomp") if v.lemma == "see"]
        if any(k.tag == "VBN" for v in sees for k in told.parse.children(v, "ccomp")):
            yield from (("THIRD_PARTY_INTERPRET", "CALL_TO_COMPLY"), ("AMEND", "CALL_TO_COMPLY"))
    if told.said and seen and wish.lemma in _WANTS and told.head is not above and told.head.tag in ("VBN", "VB"):
        instead = "CALL_TO_COMPLY" if "third" in told.conditions else "AFFIRM"
        yield from ((code, instead) for code in ("AMEND", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "REPORT_PROGRESS"))


def came_after(told: ToldClause) -> Ruled:
    """ "Reyes spoke a day after the president ordered the suspension of the talks": when, and nothing that he said."""
    parse, head, subject = told.parse, told.head, told.subject
    if head.lemma not in _SPEAKS or subject is None or "past" not in told.conditions | {_now(told)}:
        # A letter is written as it tells so.
        return
    speaks = subject.lemma in _WORDS or (
        head.lemma in ("speak", "write", "talk")
        and (subject.text[:1].isupper() or subject.pos == "PRON" or subject.lemma in told.classes["person"])
    )
    times = [k for k in parse.children(head, "advcl") if _leads(told, k) & _TIMES]
    times += [k for k in parse.children(head, "prep") if k.lower in _TIMES]
    if speaks and times and not parse.children(head, "ccomp", "dobj", "xcomp", "conj"):
        yield from ((code, "") for code in _DONE)


def _now(told: ToldClause) -> str:
    return "past" if told.subject is not None and told.subject.lower in WE else ""


def _leads(told: ToldClause, clause: Token) -> frozenset[str]:
    return frozenset(k.lower for k in told.parse.children(clause, "mark", "advmod"))


def called_false(told: ToldClause) -> Ruled:
    """ "Called the report "pure fantasy"": who says so denies what was reported."""
    tales = any(k.lemma in _TALES for k in told.parse.children(told.head, "dobj", "nsubj"))
    false = any(t.lemma in FALSE and t.i > told.head.i for t in told.own)
    if told.head.lemma in _CALLS and tales and false and not told.denied:
        yield from ((code, "DENY_CONDUCT") for code in ("CALL_TO_COMPLY", "ACCUSE", "CAST_DOUBT", "JUSTIFY", "AFFIRM"))


def comes_back(told: ToldClause) -> Ruled:
    """ "They leave the zone by day and come back at night": a charge."""
    if not told.said or told.denied or told.head.lemma not in _QUITS or "self" in told.conditions:
        return
    for verb in told.parse.children(told.head, "conj"):
        back = any(k.lower == "back" for k in told.parse.children(verb, "advmod", "prt"))
        if verb.lemma in _RETURNS or (verb.lemma in _COMES and back):
            codes = ("CLAIM_COMPLIANCE", "COMPLY", "REPORT_PARTIAL", "AFFIRM", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")
            yield from ((code, told.charge) for code in codes)


def only_met(told: ToldClause) -> Ruled:
    """ "I spoke to the commander", "I shook hands with them": nothing kept, and nothing found."""
    who = told.subject.lower if told.subject is not None else ""
    if not told.said or told.denied or who not in WE | _HE:
        return
    hands = told.head.lemma == "shake" and any(k.lemma == "hand" for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma in _MEETS or hands:
        more = ("REPORT_PROGRESS", "ACCUSE", "JUSTIFY", "BREACH_ADMITTED", "THIRD_PARTY_FINDING")
        yield from ((code, "") for code in ("CLAIM_COMPLIANCE", *(more if who in WE else ())))


def said_before(told: ToldClause) -> Ruled:
    """ "In the past it has said that it targets only military sites": no answer to the charge of today."""
    verb = told.p.frame.verb if told.p.frame is not None else told.head
    past = verb is not None and any(o.lower == "past" for o in told.parse.behind(verb, "in"))
    if past and told.said:
        yield from ((code, "") for code in (*_DONE, "THREATEN"))


def knows_nothing(told: ToldClause) -> Ruled:
    """ "Said he knew nothing of such a promise": he is not silent."""
    nothing = any(k.lower in _NO_ONE for k in told.parse.children(told.head, "dobj"))
    if told.said and told.head.lemma in ("know", "hear") and (nothing or told.denied):
        yield "PUBLIC_SILENCE", ""


def if_they_do(told: ToldClause) -> Ruled:
    """ "If they withdraw, we will withdraw": a condition and no threat."""
    clauses = [k for k in told.parse.children(told.head, "advcl") if "if" in _leads(told, k)]
    same = any(k.lemma == told.head.lemma for k in clauses)
    denied = told.denied or any(told.parse.children(k, "neg") for k in clauses)
    if same and not denied and told.head.lemma in _STATES and "other" not in told.conditions:
        yield from ((code, "CONDITION") for code in ("THREATEN", "COMMIT", "WITHDRAW", "AFFIRM", "CLAIM_COMPLIANCE"))


def welcomes(told: ToldClause) -> Ruled:
    """ "Welcomed the announced release": who does has promised and done nothing."""
    if told.head.lemma == "welcome" and not told.denied:
        instead = "AFFIRM" if "party" in told.conditions else ""
        yield from ((code, instead) for code in ("COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "AMEND"))


def expresses_hope(told: ToldClause) -> Ruled:
    """ "Expressed the hope that it would take place soon": no doubt."""
    hopes = told.head.lemma == "express" and any(k.lemma == "hope" for k in told.parse.children(told.head, "dobj"))
    if hopes and not told.denied:
        instead = "AFFIRM" if "party" in told.conditions else ""
        yield from ((code, instead) for code in ("CAST_DOUBT", "CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING", "COMMIT"))


def leaves_open(told: ToldClause) -> Ruled:
    """ "Did not rule out a pardon": he has not kept silent."""
    out = told.head.lemma == "rule_out" or any(k.lower == "out" for k in told.parse.children(told.head, "prt"))
    if told.head.lemma in ("rule", "rule_out") and out and told.denied:
        yield "PUBLIC_SILENCE", ""


def is_insult(told: ToldClause) -> Ruled:
    """ "The denial was an insult to those who stood at the gate": a charge, and no reading of the terms."""
    attributes = told.parse.children(told.head, "attr")
    if told.said and told.head.lemma == "be" and not told.denied and any(k.lemma in _INSULTS for k in attributes):
        codes = (
            "REINTERPRET_EXCLUDE",
            "REINTERPRET_NARROW",
            "JUSTIFY",
            "CLAIM_COMPLIANCE",
            "DENY_CONDUCT",
            "BREACH_ADMITTED",
        )
        yield from ((code, told.charge) for code in codes)


def has_not_stopped(told: ToldClause) -> Ruled:
    """ "We have not suspended anything": who says so denies the deed."""
    perfect = any(k.lemma == "have" for k in told.parse.children(told.head, "aux"))
    mine = told.subject is not None and (told.subject.lower in WE or told.owned(told.subject))
    if told.said and told.denied and perfect and mine and told.head.lemma in ("suspend", "freeze", "abandon"):
        yield "AFFIRM", "DENY_CONDUCT"


def was_turned_away(told: ToldClause) -> Ruled:
    """ "Its delegates had been turned away": a charge, and no step of those whose men they are."""
    men = [k for k in told.parse.children(told.head, "nsubjpass") if k.lemma in _MEN and told.owned(k)]
    if told.said and not told.denied and men and told.head.lemma in _STOPPED:
        codes = ("SUSPEND", "WITHDRAW", "CLAIM_COMPLIANCE", "DELAY", "DENY_CONDUCT", "BREACH_ADMITTED")
        yield from ((code, told.charge) for code in codes)


def has_not_sat(told: ToldClause) -> Ruled:
    """ "The committee had not met since 2 March", officials said: nobody has put it off."""
    if told.denied and told.head.lemma in ("meet", "sit", "convene") and told.named(told.subject, _BODIES):
        yield from ((code, "REPORT_NOT_DONE") for code in ("REPORT_PRIVATE_DELAY", "DELAY", "PUBLIC_SILENCE"))


def assured_me(told: ToldClause) -> Ruled:
    """ "He assured me that the army will leave", somebody said of another: what was promised to him."""
    subject = told.subject
    if told.denied or subject is None or subject.lower not in _OTHERS:
        return
    # "The mediator said that both had assured him they would stop"
    mine = ME if told.p.quoted else _HIM
    heard = any(k.lower in mine for k in told.parse.children(told.head, "dobj", "dative"))
    if told.p.frame is not None and heard and told.head.lemma in _ASSURES:
        yield from (("AFFIRM", "REPORT_PRIVATE_COMMIT"), ("COMMIT", "REPORT_PRIVATE_COMMIT"))


def orders_halt(told: ToldClause) -> Ruled:
    """ "The president ordered the suspension of the talks": no promise."""
    halted = any(k.lemma in ("suspension", "freeze") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma in ("order", "decree", "announce") and halted and not told.denied:
        yield from (("COMMIT", "SUSPEND"), ("RECOMMIT", "SUSPEND"), ("DENY_CONDUCT", "SUSPEND"))


RULES = (
    orders_halt,
    wants_to_see,
    came_after,
    called_false,
    comes_back,
    only_met,
    said_before,
    knows_nothing,
    if_they_do,
    welcomes,
    expresses_hope,
    leaves_open,
    is_insult,
    has_not_stopped,
    was_turned_away,
    has_not_sat,
    assured_me,
    *PHRASES,
    *UNSURE,
)
