"""Stances that the words of a proposition rule out, whatever they sound like to a judge."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .ours import holds_on, is_ours
from .phrase_bounds import QUESTIONED
from .plain_clauses import WRONGS
from .polarity import is_denied
from .propositions import Proposition
from .ruled_words import blamed
from .speakers import FIRST
from .standing import is_un_body
from .telling import in_public, what_is_told
from .wording import words_of

_PRIVATE = (
    ("REPORT_PRIVATE_AFFIRM", "AFFIRM"),
    ("REPORT_PRIVATE_COMMIT", "COMMIT"),
    ("REPORT_PRIVATE_DENY", "DENY_OBLIGATION"),
    ("REPORT_PRIVATE_DELAY", "DELAY"),
    ("REPORT_PRIVATE_WITHDRAW", "WITHDRAW"),
    ("REPORT_PRIVATE_ADMIT", "BREACH_ADMITTED"),
)
# What somebody says who will not say more.
_SAYS_NOTHING = frozenset(
    "comment say add answer discuss respond reply speak statement response word silent silence aware know remark speculate "
    "disclose reveal unanswered mum quiet decline ignore absent intervene elaborate explain confirm deny decide early".split()
)
# Who may be a monitor without being called one.
_ADDRESSED = frozenset(
    "you your team delegation patrol this they them biased bias partisan impartial neutral neutrality".split()
)
_TELLS = frozenset("say explain specify disclose clarify elaborate comment answer".split())
_ASKS = frozenset("why how whether if who whom when what which where".split())
_ADMITS = frozenset("admit concede acknowledge recognise recognize confirm confess own grant".split())
_ORDERS = frozenset("order instruct direct".split())
_HARMS = ("violate", "attack", "seize")
_ENTERS = frozenset("cross enter".split())
_REGRETS = frozenset("regret deplore lament".split())
_COUNTS = frozenset("record register document count log note list".split())
_CHARGES = frozenset("accuse blame charge".split())
_SETTLES = frozenset("agree settle adopt approve endorse finalise finalize".split())
_WILLING = frozenset("willing ready prepared be".split())
_INSTEAD = ("instead of", "far from", "rather than")
_PROVIDED = ("on condition that", "on the condition that", "provided that")
_ENTITLED = frozenset("right business".split())
_REFUSES = frozenset("refuse reject fail decline continue".split())
_BEGAN = frozenset("first start begin".split())
_OURS = frozenset("we us our ours they them their he him his its".split())
_UNABLE = frozenset(
    "can could able know establish verify confirm find see determine register record count observe report note hear".split()
)
_NO_PARTY = frozenset({"analyst", "third"})


def ruled_out(
    parse: Parse,
    p: Proposition,
    own: tuple[Token, ...],
    sentence: Sequence[Token],
    conditions: frozenset[str],
    vocabulary: ReportVocabulary,
) -> tuple[tuple[str, str], ...]:
    """The stances that a proposition cannot take, each with the one that takes its place or ""."""
    if "self" in conditions and is_silence(parse, p):
        return tuple((code, "PUBLIC_SILENCE") for code in vocabulary.stances if code != "PUBLIC_SILENCE")
    found: list[tuple[str, str]] = []
    classes, speech = vocabulary.classes, vocabulary.speech
    lemmas = {t.lemma for t in own}
    around = {t.lemma.lower() for t in sentence}
    told, denied = what_is_told(parse, p, speech), "negative" in conditions
    itself = p.frame is not None and "self" in conditions and p.subject is not None and p.subject.pos == "PRON"
    ordered = itself and p.head.lemma in _ORDERS and not denied
    # "Rebel leaders said they had ordered a withdrawal": what somebody openly says to have done is no private report.
    if in_public(parse, own, p.frame) or (ordered and "private" not in conditions):
        found += _PRIVATE
    if p.frame is not None and p.frame.verb is not None and speech.get(p.frame.verb.lemma) == "promise":
        # "Assured them in private that no clinic would be touched": a promise, whatever it is that will not be done.
        found.append(("REPORT_PRIVATE_DENY", "REPORT_PRIVATE_COMMIT"))
    monitors = (classes["monitor"], classes["third_party"], _ADDRESSED)
    missions = any(is_un_body(t.text, vocabulary) for t in sentence)
    if not missions and all(around.isdisjoint(names) for names in monitors):
        found.append(("ATTACK_MONITOR", "ACCUSE"))
    says = told is not None or (p.frame is not None and not denied)
    if says and lemmas.isdisjoint(_SAYS_NOTHING - {p.head.lemma} if told else _SAYS_NOTHING):
        found.append(("PUBLIC_SILENCE", ""))
    denies = denied or speech.get(p.head.lemma) == "deny" or (told is not None and told[0] == "negative")
    if blamed(parse, p.head) is not None and (p.frame is None or "third" in conditions):
        # "NAS is in violation of Article 3": what the text, or the monitor whose text it is, has found.
        found += [(code, "THIRD_PARTY_FINDING") for code in ("ACCUSE", "JUSTIFY", "BREACH_ADMITTED", "BREACH")]
    if conditions & _NO_PARTY and not denies:
        # A journalist who says that shells hit a mill denies nothing and did not fire them.
        found += [("DENY_CONDUCT", ""), ("JUSTIFY", "")]
    if not denied and {"act", "self", "party"} <= conditions:
        found += _done(p.head.lemma, classes)
    found += _of_harm(parse, p, conditions, classes, says=says)
    if is_demanded(parse, p):
        # "Insisted that the government first reopen the road" finds nothing.
        found += [("THIRD_PARTY_FINDING_BY_COUNTERPARTY", "CONDITION"), ("THIRD_PARTY_FINDING", "CALL_TO_COMPLY")]
    if denied and p.head.lemma in classes["abide"]:
        # "Nobody has kept the truce"
        found += [("CLAIM_COMPLIANCE", "ACCUSE"), ("COMPLY", "")]
    if p.head.lemma not in _ADMITS and lemmas & classes["allegation"] | {"statement"} & lemmas:
        # "We take note of the statement according to which our forces attacked": nobody admits what he is told to have done.
        found.append(("BREACH_ADMITTED", ""))
    if ordered and all(lemmas.isdisjoint(classes[w]) for w in WRONGS):
        # "The rebels said they had ordered a withdrawal": nobody else is spoken of, and nothing done yet.
        found += [("ACCUSE", "COMMIT"), ("CLAIM_COMPLIANCE", "COMMIT"), ("REPORT_PROGRESS", "COMMIT")]
    if p.quoted and "other" in conditions and p.subject is not None and p.subject.pos == "PRON" and not _passed_on(p):
        # "They promised us quiet": whoever says so promises nothing.
        found.append(("COMMIT", "ACCUSE"))
    if _agrees_on_steps(parse, p.head) and not denied:
        # Steps are what is done about a duty, and no new one.
        found += [("COMMIT", "REPORT_PROGRESS"), ("RECOMMIT", "REPORT_PROGRESS"), ("AFFIRM", "REPORT_PROGRESS")]
    return (*found, *_answered(parse, p, own, sentence, conditions, vocabulary))


def _passed_on(p: Proposition) -> bool:
    """Whether it is told in a turn as theirs who said it: "They promised to free forty men"."""
    return p.where == "report" and p.frame is not None and p.frame.label is not None


def _of_harm(
    parse: Parse, p: Proposition, conditions: frozenset[str], classes: Mapping[str, frozenset[str]], *, says: bool
) -> Iterator[tuple[str, str]]:
    """What harm that was not done, was regretted or counted is not."""
    if "negative" in conditions and (any(p.head.lemma in classes[w] for w in _HARMS) or p.head.lemma in _ENTERS):
        # "His troops had not crossed the line": nobody breaks anything by what he has not done.
        yield from ((code, "DENY_CONDUCT" if says else "") for code in ("BREACH", "BREACH_ADMITTED"))
    if is_sorry_for_others(parse, p, conditions):
        # Nobody owns up to what others did, nor finds it by regretting it.
        yield from (("BREACH_ADMITTED", ""), ("THIRD_PARTY_FINDING", ""))
    if "party" in conditions and counts_for_another(parse, p.head, classes["breach_noun"]):
        # "The army said it had recorded 40 violations by the rebels": its charge, and no finding.
        yield "THIRD_PARTY_FINDING", "ACCUSE"


def _answered(
    parse: Parse,
    p: Proposition,
    own: tuple[Token, ...],
    sentence: Sequence[Token],
    conditions: frozenset[str],
    vocabulary: ReportVocabulary,
) -> Iterator[tuple[str, str]]:
    """What somebody does not say who answers, denies, or tells of another."""
    classes, lemmas = vocabulary.classes, {t.lemma for t in own}
    ill = any(p.head.lemma in classes[w] for w in WRONGS)
    ours = p.subject is not None and (is_ours(parse, p.subject) or (ill and {"self", "said", "negative"} <= conditions))
    if ours:
        yield from _of_ours(conditions)
    agreed = not lemmas.isdisjoint(classes["agreement"] | classes["ceasefire"])
    if {"said", "positive", "future"} <= conditions and p.head.lemma in classes["abide"] and agreed:
        # "Said that the army would respect the ceasefire": what is owed already.
        yield "COMMIT", "AFFIRM"
    if {"said", "self"} <= conditions:
        # "Our men attacked a post": who says so himself admits it.
        yield "BREACH", "BREACH_ADMITTED"
    if "receipt" in lemmas:
        # "Has acknowledged receipt of the photographs"
        yield "BREACH_ADMITTED", ""
    words = words_of(own)
    if p.head.lemma in _WILLING and any(mark in words for mark in _PROVIDED):
        # "Was willing to disarm on condition that his men were paid"
        yield from ((code, "CONDITION") for code in ("AFFIRM", "COMMIT", "REPORT_PROGRESS"))
    if p.mark == "who" and vocabulary.speech.get(p.head.lemma) == "accuse" and "positive" in conditions:
        # "General Ito, whom the army blames for the ambush": whoever blames denies nothing, and finds nothing.
        codes = ("DENY_CONDUCT", "THIRD_PARTY_FINDING", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")
        yield from ((code, "ACCUSE") for code in codes)
    if p.frame is None and words.startswith(_INSTEAD):
        # "Instead of leaving as it had promised, the army sent two more battalions"
        yield from ((code, "BREACH") for code in ("CLAIM_COMPLIANCE", "REPORT_NOT_DONE", "COMPLY"))
    if any(k.lemma == "denial" for k in parse.children(p.head, "dobj")) and p.where == "report":
        # "Called the denial a lie"
        yield "DENY_CONDUCT", "ACCUSE"
    subject = parse.subtree(p.subject) if p.subject is not None else ()
    said = {t.lemma for t in own if t not in (p.head, *subject)}
    if _answers(sentence) and said.isdisjoint(classes["justify"] | {"first"}):
        yield "JUSTIFY", "DENY_CONDUCT"
    if _does_so(parse, p, vocabulary.speech):
        # "It had agreed to do so by March"
        yield "AFFIRM", "COMMIT"
    if {"other", "said"} <= conditions and p.subject is not None and p.subject.lower in FIRST:
        # "The rebels say that our planes struck the market", told by those whose planes they are
        yield from (
            ("JUSTIFY", "ACCUSE"),
            ("BREACH_ADMITTED", "ACCUSE"),
            ("COMMIT", ""),
            ("CLAIM_COMPLIANCE", "ACCUSE"),
        )
    if {"other", "said", "party"} <= conditions and p.subject is not None and p.subject.pos != "PRON":
        yield from _of_another(parse, p, own, conditions, classes)
    if {"self", "party"} <= conditions:
        yield from _of_itself(p, conditions, lemmas, classes)


def _of_ours(conditions: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What somebody tells of "our" men: a party finds nothing about itself, and only who watches others has observers."""
    if "monitor" in conditions:
        # "Our observers saw eleven tanks"
        yield from (("CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING"), ("ACCUSE", "THIRD_PARTY_FINDING"))
    elif "party" in conditions:
        # "None of our units was there", "No pipeline was attacked by the ELN"
        yield "THIRD_PARTY_FINDING", "DENY_CONDUCT" if "negative" in conditions else "CLAIM_COMPLIANCE"


def _done(verb: str, classes: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """What a party is told to have done, told by the text itself, is neither found nor charged by the party."""
    if verb in classes["violate"]:
        # "The FNL has violated the ceasefire"
        return [("THIRD_PARTY_FINDING", "BREACH"), ("ACCUSE", "BREACH")]
    # "Men of the 7th Brigade fired at a car"
    return [("THIRD_PARTY_FINDING", "BREACH")] if verb in classes["attack"] else []


def _of_itself(
    p: Proposition, conditions: frozenset[str], lemmas: set[str], classes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """What a party does not say of itself: it finds nothing, and who keeps a truce threatens nobody."""
    denied = "negative" in conditions
    if "said" in conditions and denied and lemmas.isdisjoint(_UNABLE):
        # "The KNU has received no weapons"
        yield "THIRD_PARTY_FINDING", "DENY_CONDUCT"
    keeps = p.head.lemma in classes["abide"] and lemmas & (classes["ceasefire"] | classes["agreement"])
    if "said" in conditions and not denied and "future" not in conditions and keeps:
        # "Insisted that his fighters were observing the ceasefire"
        yield "THREATEN", ""
    if {"hold", "fire", "will"} <= lemmas and lemmas.isdisjoint({"not", "if", "unless"}):
        # "They say they will hold fire for three days"
        yield from (("THREATEN", "COMMIT"), ("CAST_DOUBT", "COMMIT"))


def _of_another(
    parse: Parse,
    p: Proposition,
    own: tuple[Token, ...],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
) -> Iterator[tuple[str, str]]:
    """What a party does not say of another: "Army jets bombed the village", told by those whom they bombed, owns up to nothing."""
    denied, lemmas = "negative" in conditions, {t.lemma for t in own}
    if p.frame is not None and p.frame.verb is None and not p.quoted:
        yield from ((code, "" if denied else "ACCUSE") for code in ("BREACH", "BREACH_ADMITTED"))
        if holds_on(parse, p.head) or any(t.lemma in _REFUSES for t in (p.head, *p.control)):
            # "Ostria refuses to sign", "Hamat keeps its posts in the zone", in its enemy's statement
            yield from ((code, "ACCUSE") for code in ("AFFIRM", "CLAIM_COMPLIANCE"))
    nobody = p.subject is not None and any(k.lower == "no" for k in parse.children(p.subject, "det"))
    quits = p.head.lemma in classes["withdraw"] and not lemmas.isdisjoint(classes["agreement"])
    told = denied and not nobody and not quits and not conditions.isdisjoint(("past", "present"))
    if told and p.head.lemma in classes["fulfil"]:
        # "The Army has not withdrawn its troops", "the Government has never published the decree"
        yield from ((code, "ACCUSE") for code in ("CLAIM_COMPLIANCE", "AFFIRM", "PUBLIC_SILENCE", "DENY_OBLIGATION"))
    if denied and lemmas & _ENTITLED:
        # "The navy had no right to board"
        yield "DENY_CONDUCT", "ACCUSE"
    if not denied and p.head.lemma in classes["attack"] and lemmas & _BEGAN and not {t.lower for t in own} & _OURS:
        # "It was the army that attacked first"
        yield "JUSTIFY", "ACCUSE"


def _answers(sentence: Sequence[Token]) -> bool:
    """Whether a sentence answers a charge: "Asked whether the navy had sunk the boat, the minister said that it sank by itself"."""
    words = [t.lower for t in sentence[:2]]
    return len(words) > 1 and words[0] in QUESTIONED and words[1] in ("whether", "if")


def _does_so(parse: Parse, p: Proposition, speech: Mapping[str, str]) -> bool:
    """Whether somebody agrees or promises "to do so"."""
    verb = p.frame.verb if p.frame is not None else None
    so = p.head.lemma == "do" and any(k.lower == "so" for k in parse.children(p.head))
    return so and verb is not None and (verb.lemma in _SETTLES or speech.get(verb.lemma) == "promise")


def is_charged(parse: Parse, p: Proposition, ours: Callable[[Token], bool]) -> bool:
    """Whether somebody tells that others accuse his own side: "We are accused of having broken the truce"."""
    charged = p.head.lemma in _CHARGES and p.subject is not None and bool(parse.children(p.head, "nsubjpass"))
    if not charged or p.subject is None or parse.children(p.head, "agent"):
        return False
    return p.subject.lower in FIRST or is_ours(parse, p.subject) or ours(p.subject)


def _agrees_on_steps(parse: Parse, verb: Token) -> bool:
    """Whether somebody agrees on steps: "agreed on concrete steps to implement it"."""
    if verb.lemma not in _SETTLES:
        return False
    things = (*parse.behind(verb, "on", "upon"), *parse.children(verb, "dobj", "nsubjpass"))
    return any(thing.lemma == "step" for thing in things)


def is_demanded(parse: Parse, p: Proposition) -> bool:
    """Whether what somebody says is to be done: "that the army leave", "want the army to leave"."""
    clauses = [p.head, *parse.children(p.head, "ccomp")]
    bare = any(
        k.tag == "VB" and k.dep == "ccomp" and not parse.children(k, "aux", "auxpass") and parse.children(k, "nsubj")
        for k in clauses
    )
    return bare or (p.head.lemma == "want" and any(k.tag == "VB" for k in parse.children(p.head, "ccomp", "xcomp")))


def is_silence(parse: Parse, p: Proposition) -> bool:
    """Whether somebody is told not to have said something: "stopped short of blaming", "refused to say", "did not explain"."""
    short = p.head.lemma == "stop" and any(k.lower == "short" for k in parse.children(p.head))
    if p.frame is not None or p.head.lemma not in _TELLS:
        return short
    unwilling = any(t.lemma in ("refuse", "decline") for t in p.control)
    unsaid = is_denied(parse, p.head)
    # "It does not say that ..." is often what a text, or a way of speaking, does.
    asked = p.head.lemma != "say" or any(
        t.lower in _ASKS for k in parse.children(p.head, "ccomp") for t in parse.subtree(k)[:1]
    )
    return short or unwilling or (unsaid and asked)


def counts_for_another(parse: Parse, verb: Token, breaches: frozenset[str]) -> bool:
    """Whether violations are counted "by" somebody: "recorded 40 violations of the truce by the rebels"."""
    for one in (verb, *parse.children(verb, "ccomp")):
        counted = [t for noun in parse.children(one, "dobj") if noun.lemma in breaches for t in parse.subtree(noun)]
        by = [k for t in (*counted, one) for k in (*parse.behind(t, "by"), *_agents(parse, t))]
        if one.lemma in _COUNTS and counted and any(k.pos in ("NOUN", "PROPN") for k in by):
            return True
    return False


def _agents(parse: Parse, verb: Token) -> Iterator[Token]:
    return (k for by in parse.children(verb, "agent") for k in parse.children(by, "pobj"))


def is_sorry_for_others(parse: Parse, p: Proposition, conditions: frozenset[str]) -> bool:
    """Whether somebody regrets what others did: "regrets that the army shelled the town", "the envoy regretted the attack"."""
    verb = p.frame.verb if p.frame is not None else None
    if verb is not None and verb.lemma in _REGRETS and "other" in conditions:
        return True
    sorry = next((t for t in (p.head, *parse.children(p.head, "ccomp")) if t.lemma in _REGRETS), None)
    if sorry is None:
        return False
    told = [k for clause in parse.children(sorry, "ccomp") for k in parse.children(clause, "nsubj", "nsubjpass")]
    others = any(k.pos in ("NOUN", "PROPN") and not parse.children(k, "poss") for k in told)
    return others or not conditions.isdisjoint(_NO_PARTY)
