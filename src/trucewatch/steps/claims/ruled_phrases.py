"""Stances that set phrases rule out: "remains in force", "in keeping with the accord", "as long as", "nothing of the kind"."""

from trucewatch.core.parse import Token

from .polarity import is_denied
from .told_clauses import Ruled, ToldClause
from .word_groups import STAYS, THEY

_TEXTS = ("agreement", "ceasefire")
_LASTS = frozenset("remain be stay".split())
_FORCE = frozenset({"force", "effect"})
_KEEPING = ("in keeping with", "in line with", "in accordance with", "in compliance with", "in conformity with")
_READINGS = ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION")
_SEES = frozenset("see observe film spot".split())
_DEMANDS = frozenset("demand call request ultimatum".split())
_WANTS = frozenset({"want"})
_VOWS = frozenset("vow pledge swear promise".split())
_SIGNS = frozenset("sign accept join cooperate ratify".split())
_WORKS = frozenset("coordinate cooperate work implement".split())
_GROWS = frozenset("double triple quadruple increase rise multiply treble soar".split())
_MEETS = frozenset("meet keep hold".split())
_DEADLINES = frozenset("deadline date timetable schedule".split())
_PAPERS = frozenset("statement letter communique communiqué message post".split())
_PUTS_OUT = frozenset("release publish issue post circulate".split())
_TOLD = frozenset("tell inform notify".split())


def in_force(told: ToldClause) -> Ruled:
    """ "Added that the agreement remained, in its view, in force": who says so holds to it."""
    forces = any(o.lemma in _FORCE for o in told.parse.behind(told.head, "in"))
    texts = any(told.subject is not None and told.subject.lemma in told.classes[name] for name in _TEXTS)
    if told.said and told.head.lemma in _LASTS and forces and texts and not told.denied:
        yield from ((code, "AFFIRM") for code in (*_READINGS, "DENY_CONDUCT", "WITHDRAW"))


def in_keeping(told: ToldClause) -> Ruled:
    """ "They did not pursue the enemy, in keeping with Article 2": compliance by their own word, and no reading."""
    if "other" not in told.conditions and any(phrase in told.words for phrase in _KEEPING):
        yield from ((code, "CLAIM_COMPLIANCE") for code in _READINGS)


def with_consequences(told: ToldClause) -> Ruled:
    """ "If they do not leave, the Front will draw all the consequences": a threat."""
    drawn = any(k.lemma in ("consequence", "conclusion") for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma == "draw" and drawn and not told.denied:
        yield from ((code, "THREATEN") for code in ("CONDITION", "COMMIT", "AFFIRM"))


def as_long_as(told: ToldClause) -> Ruled:
    """ "The rebels would cooperate as long as there are guarantees": a condition."""
    will = any(k.lower in ("will", "would", "'ll") for k in told.parse.children(told.head, "aux"))
    works = told.head.lemma in _WORKS | told.classes["abide"]
    if told.said and will and works and not told.denied and "as long as" in told.words:
        yield from (("DECLARE_CONTINUE", "CONDITION"), ("COMMIT", "CONDITION"))


def nothing_of_the_kind(told: ToldClause) -> Ruled:
    """ "Moscow had done nothing of the kind", another says: a charge, where "we" deny it."""
    nothing = any(k.lower == "nothing" for k in told.parse.children(told.head, "dobj"))
    kind = any(phrase in told.words for phrase in ("nothing of the kind", "nothing of the sort"))
    if told.said and told.head.lemma == "do" and nothing and kind and "self" not in told.conditions:
        yield from ((code, told.charge) for code in ("DENY_CONDUCT", "DENY_OBLIGATION"))


def deadline_met(told: ToldClause) -> Ruled:
    """ "Said privately that the deadline would be met": no delay."""
    met = told.head.tag == "VBN" and told.head.lemma in _MEETS and told.named(told.subject, _DEADLINES)
    if met and "future" in told.conditions and not told.denied:
        yield from (("REPORT_PRIVATE_DELAY", "REPORT_PRIVATE_COMMIT"), ("DELAY", "COMMIT"))


def he_wants_time(told: ToldClause) -> Ruled:
    """ "Yesterday he wanted a week, today he wants two", somebody says of his enemy: a charge."""
    he = told.subject is not None and told.subject.lower in THEY
    if told.p.quoted and he and told.head.lemma in _WANTS and told.holds("said", "party"):
        yield "DELAY", told.charge


def stays_on(told: ToldClause) -> Ruled:
    """ "Vowed to stay in office until January": no promise to keep anything."""
    stays = [k for k in told.parse.children(told.head, "xcomp") if k.lemma in STAYS]
    inside = {o.lemma for k in stays for o in told.parse.behind(k, "in", "within", "at")}
    kept = inside & (told.classes["agreement"] | told.classes["body"] | told.classes["participation"])
    if told.head.lemma in _VOWS and stays and inside and not kept and not told.denied:
        yield "COMMIT", "DECLARE_CONTINUE"


def would_sign(told: ToldClause) -> Ruled:
    """ "Would sign if and when the map is right": a condition and no threat."""
    will = any(k.lower in ("will", "would", "'ll") for k in told.parse.children(told.head, "aux"))
    if told.said and told.head.lemma in _SIGNS and will and not told.denied:
        yield "THREATEN", "CONDITION"
    if told.said and told.head.lemma in _WORKS and will and not told.denied:
        # "Hezbollah, which has not denied it, would coordinate closely with the army"
        yield from ((code, "COMMIT") for code in ("DENY_OBLIGATION", "DENY_CONDUCT", "REINTERPRET_EXCLUDE"))


def attacks_grow(told: ToldClause) -> Ruled:
    """ "Officers say attacks have tripled since the signing": what they charge or find, and not only know."""
    fights = told.classes["breach_noun"] | told.classes["attack"]
    if told.said and told.head.lemma in _GROWS and told.named(told.subject, fights) and not told.denied:
        yield "REPORT_KNOWLEDGE", told.charge


def only_published(told: ToldClause) -> Ruled:
    """ "Said the statement had been released in error", "she had not been told of it": nothing kept, nothing read into terms."""
    if told.said and told.named(told.subject, _PAPERS) and told.head.lemma in _PUTS_OUT:
        yield from ((code, "") for code in ("CLAIM_COMPLIANCE", "COMPLY", "REPORT_PROGRESS"))
    if told.said and told.head.lemma in _TOLD and told.denied and told.parse.children(told.head, "nsubjpass"):
        yield from ((code, "") for code in (*_READINGS, "ACCUSE", "CLAIM_COMPLIANCE"))


def said_not_that(told: ToldClause) -> Ruled:
    """ "I did not say that", "I believe her": about words, and no duty."""
    these = [k for k in told.parse.children(told.head, "dobj") if k.pos in ("PRON", "DET")]
    first = told.subject is not None and told.subject.lower in ("i", "we")
    if told.said and first and these and told.head.lemma == "say" and told.denied:
        yield from ((code, "") for code in _READINGS)
    if (
        told.said
        and first
        and these
        and told.head.lemma == "believe"
        and not told.denied
        and not _is_to_come(told, told.head)
    ):
        yield from (("CAST_DOUBT", ""), ("THIRD_PARTY_FINDING", ""), ("AFFIRM", ""))


def she_said_so(told: ToldClause) -> Ruled:
    """ "She said it would be done", an envoy said: what he was promised."""
    inner = [k for k in told.parse.children(told.head, "ccomp") if _is_to_come(told, k)]
    she = told.subject is not None and told.subject.lower in THEY
    if told.p.quoted and told.p.frame is not None and she and told.head.lemma == "say" and inner and not told.denied:
        yield from ((code, "REPORT_PRIVATE_COMMIT") for code in ("THIRD_PARTY_FINDING", "COMMIT", "CLAIM_COMPLIANCE"))


def he_promised(told: ToldClause) -> Ruled:
    """ "He promised to free them," an envoy said: no charge."""
    he = told.subject is not None and told.subject.lower in THEY
    if told.p.quoted and he and told.holds("third") and told.head.lemma in _VOWS and not told.denied:
        yield "ACCUSE", "COMMIT"


def seen_at_it(told: ToldClause) -> Ruled:
    """ "They were seen looting a hospital, according to the doctors": nobody owns up to what he is seen at."""
    above = told.parse.tokens[told.head.head]
    seen = above.lemma in _SEES and above.tag == "VBN" and bool(told.parse.children(above, "nsubjpass"))
    if told.head.tag == "VBG" and seen and told.subject is not None and told.subject.lower not in ("we", "i"):
        yield "BREACH_ADMITTED", told.charge


def has_until(told: ToldClause) -> Ruled:
    """ "It has until 23 April to send them home": a term, and no condition of its own."""
    # "The army has until Friday to leave"
    verb = told.parse.tokens[told.head.head] if told.head.dep == "xcomp" else told.head
    due = any(k.lower in ("until", "till") for k in told.parse.children(verb, "prep"))
    if verb.lemma == "have" and due and not told.said:
        yield from ((code, "") for code in ("CONDITION", "COMMIT", "DELAY", "AFFIRM"))


def rejects_demand(told: ToldClause) -> Ruled:
    """ "Rejected a demand that it hand over those who killed them": a demand is no charge."""
    demands = any(k.lemma in _DEMANDS for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma in ("reject", "dismiss") and demands and not told.denied:
        yield "DENY_CONDUCT", "DENY_OBLIGATION"


def refuses_in_private(told: ToldClause) -> Ruled:
    """ "They refused to sign, a source in the delegation said": no promise."""
    above = told.parse.tokens[told.head.head] if told.head.dep == "xcomp" else told.head
    if above.lemma in ("refuse", "reject", "decline") and not is_denied(told.parse, above):
        yield from (("REPORT_PRIVATE_COMMIT", "REPORT_PRIVATE_DENY"), ("REPORT_PRIVATE_AFFIRM", "REPORT_PRIVATE_DENY"))


def _is_to_come(told: ToldClause, verb: Token) -> bool:
    return any(k.lower in ("would", "will") for k in told.parse.children(verb, "aux"))


def long_denied(told: ToldClause) -> Ruled:
    """ "Officials, who have long denied that the camps exist, said privately that ...": denied in public."""
    if told.p.mark == "who" and not any(t.lemma in ("privately", "private") for t in told.own):
        yield "REPORT_PRIVATE_DENY", "DENY_CONDUCT"


RULES = (
    in_force,
    in_keeping,
    with_consequences,
    as_long_as,
    nothing_of_the_kind,
    deadline_met,
    he_wants_time,
    stays_on,
    would_sign,
    attacks_grow,
    only_published,
    said_not_that,
    she_said_so,
    he_promised,
    seen_at_it,
    has_until,
    rejects_demand,
    refuses_in_private,
    long_denied,
)
