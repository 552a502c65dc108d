"""Stances that single words and phrases rule out: "no intention of honouring it" affirms nothing, "regretted it" admits nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.core.parse import Parse, Token

from .polarity import is_denied, negated, time_of
from .propositions import SUBJECTS, Proposition
from .voices import denies_charge, gave_word
from .wording import words_of

# What holds of a verb of saying and not of what is said.
_OF_THE_CLAUSE = frozenset("report self other positive negative past present future act".split())
_KEEPS = ("AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "DECLARE_CONTINUE")
_IN_PRIVATE = ("REPORT_PRIVATE_WITHDRAW", "REPORT_PRIVATE_DELAY", "REPORT_PRIVATE_COMMIT")
_AMOUNTS = frozenset("amount constitute represent be equal mean".split())
_ENDS = frozenset("rejection repudiation abandonment breach violation betrayal negation mockery".split())
_PRESSURE = frozenset("call demand pressure appeal plea".split())
_REGRETS = frozenset("regret deplore lament mourn".split())
_OURS = frozenset("we us our ours they them their he him his its own".split())
_THEIRS = frozenset("its his her their our".split())
_LETS = frozenset("permit allow let grant".split())
_PROOF = frozenset("proof evidence sign indication".split())
_CALLS = frozenset("describe call term brand label denounce condemn see regard".split())
_WEIGHS = frozenset("consider contemplate study mull".split())
_STOPS = frozenset("stop halt freeze suspend pause".split())
_STEPS = frozenset(
    "decommissioning disarmament demobilisation demobilization withdrawal release exchange handover pullback cantonment "
    "regroupment redeployment surrender return repatriation".split()
)
_DECLARES = frozenset("declare announce proclaim".split())
_TRUCES = frozenset("ceasefire cease-fire truce armistice".split())
_GIVES_WAY = frozenset("turn return retreat halt stop wait flee leave withdraw".split())
_SHOTS = frozenset("shot shell round mortar".split())
_QUITS = frozenset("withdraw leave quit exit".split())
# What somebody wants who wants peace: to rule it out keeps nothing.
_WANTED = frozenset(
    "extend prolong renew extension talk negotiation negotiate meet meeting concession compromise sign join".split()
)
_WAR = frozenset("war resumption hostility fighting escalation".split())
_TAKES_PART = frozenset("take participate attend sit".split())
_INFORMS = frozenset("inform notify tell advise announce declare communicate".split())
_GUISES = ("under cover of", "under the cover of", "under the guise of", "behind the screen of")
_FREELY = ("unconditionally", "without condition", "without asking", "without anything", "without any condition")
_UNLESS = frozenset("once until if unless only before when return exchange long provide condition".split())
_ABIDES = frozenset("comply abide adhere".split())
_GOES_ON = frozenset("keep continue persist resume carry".split())
_BLAME = frozenset("blame responsibility fault guilt".split())
_LIES = frozenset("lie rest fall belong".split())
_ADMITS = frozenset("admit concede acknowledge confess recognise recognize".split())
FALSE = frozenset(
    "fake false untrue baseless absurd unfounded groundless wrong ridiculous fabricated lie fabrication invention nonsense falsehood "
    "fantasy slander propaganda".split()
)
_DENIES = frozenset(
    "deny reject dismiss refute false falsehood untrue lie fabrication baseless not no never nobody none nothing without".split()
)
_IN = frozenset({"violation", "breach", "defiance"})
_HARMS = frozenset(
    "attack shelling bombing bombardment killing murder massacre raid ambush assault strike violation breach burning abduction "
    "kidnapping looting death incident explosion fire offensive arrest displacement".split()
)
_GUILTY = frozenset("responsible guilty culpable blame".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A proposition with its own words and what holds of it."""

    parse: Parse
    p: Proposition
    own: Sequence[Token]
    conditions: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    words: str
    lemmas: frozenset[str]
    denied: bool

    @property
    def charge(self) -> str:
        """What somebody who finds fault with others does: a third party finds, a party accuses."""
        return "THIRD_PARTY_FINDING" if "third" in self.conditions else "ACCUSE"

    @property
    def of_others(self) -> bool:
        """Whether somebody speaks of others."""
        return {"said", "other"} <= self.conditions

    def abides(self) -> bool:
        """Whether the predicate is to keep what was agreed."""
        up = self.p.head.lemma == "live" and any(t.lower == "up" for t in self.own)
        return up or self.p.head.lemma in self.classes["abide"]


_VOWS = frozenset("vow threaten swear pledge promise".split())
_BELIEVES = frozenset("believe think expect".split())
_CLEAR = frozenset("clear certain sure evident obvious".split())
_UNCLEAR = frozenset("unclear uncertain doubtful questionable".split())
_ONLOOKERS = frozenset({"third", "anonymous"})
Ruled = Iterator[tuple[str, str]]


def set_right(
    parse: Parse,
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
    stance: str | None,
) -> str | None:
    """The stance, or what takes its place by the first rule that rules it out; None where nothing is claimed."""
    if p.mark == "who" and gave_word(parse, p.head):
        # "..., which it had promised to open"
        return "COMMIT"
    if stance is None and p.mark == "who" and denies_charge(parse, p.head):
        return "DENY_CONDUCT"
    if stance is None:
        return None
    ruled = (instead for code, instead in ruled_by_words(parse, p, own, conditions, classes) if code == stance)
    return next(ruled, stance) or None


def ruled_by_words(
    parse: Parse,
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
) -> Ruled:
    """The stances that the words of a proposition rule out, each with the one that takes its place or ""."""
    lemmas = frozenset(t.lemma for t in own)
    told = _Told(parse, p, own, conditions, classes, words_of(own), lemmas, negated(parse, p))
    for rule in (
        _regrets,
        _considers,
        _receives,
        _takes_in,
        _rules_out,
        _leaves,
        _stays,
        _is_only_called,
        _gives_way,
        _begins_truce,
        _is_put_to_you,
        _has_no_proof,
        _has_task,
        _foresees,
        _is_unclear,
        _doubts,
    ):
        yield from rule(told)
    if p.where != "report" or p.head.lemma in _REGRETS:
        for rule in (_keeps, _finds_fault, _stops, _is_pressed_or_free, _rejects, _goes_on_with, _owns_up):
            yield from rule(told)
        return
    # "The minister said that the rebels had no intention of ...": by what is said.
    clauses = parse.children(p.head, "ccomp")
    for clause in [k for k in clauses if k.i > p.head.i] or clauses:
        subject = next(iter(parse.children(clause, *SUBJECTS)), None)
        inner = replace(p, head=clause, subject=subject, where="said")
        denied = "negative" if negated(parse, inner) else "positive"
        held = {"said", "other" if "theirs" in conditions else "self", denied, time_of(parse, inner)}
        yield from ruled_by_words(parse, inner, own, (conditions - _OF_THE_CLAUSE) | held, classes)


def _regrets(told: _Told) -> Ruled:
    if told.p.head.lemma in _REGRETS and told.lemmas.isdisjoint(_OURS):
        # "Norway said it regretted the collapse of the truce": nobody admits what others did.
        yield from (("BREACH_ADMITTED", ""), ("CLAIM_COMPLIANCE", ""), ("THIRD_PARTY_FINDING", "ASSESS"))


def _foresees(told: _Told) -> Ruled:
    """ "Diplomats fear that the army will resume the offensive": it is no threat of theirs."""
    subject = told.p.subject
    if subject is None or subject.pos == "PRON" or told.parse.children(subject, "poss") or told.p.head.lemma in _VOWS:
        return
    of_others = bool(told.conditions & _ONLOOKERS) and not told.conditions.isdisjoint(("other", "theirs"))
    if "analyst" in told.conditions or of_others:
        yield ("THREATEN", "CAST_DOUBT")


def _is_unclear(told: _Told) -> Ruled:
    """ "It is not clear that the rebels intend to keep it": they have not said so; "they are not sure that they will": a doubt."""
    codes = (*_KEEPS, "THREATEN", "WITHDRAW")
    if told.p.frame is None and _is_unsure(told.parse, told.p.head):
        yield from ((code, "ASSESS") for code in codes)
    above = told.parse.tokens[told.p.head.head]
    verbs = [told.p.head] if told.p.frame is not None else []
    verbs += [told.parse.tokens[above.head]] if above.dep == "acomp" else []
    if any(_is_unsure(told.parse, verb) for verb in verbs):
        yield from ((code, "CAST_DOUBT") for code in codes)


def _is_unsure(parse: Parse, verb: Token) -> bool:
    states = {k.lemma for k in parse.children(verb, "acomp")}
    denied = is_denied(parse, verb) or bool(parse.children(verb, "neg"))
    return bool(states & _UNCLEAR) or (bool(states & _CLEAR) and denied)


def _doubts(told: _Told) -> Ruled:
    """ "The minister does not believe that the rebels want to keep the truce": what is doubted is not affirmed."""
    if told.p.where == "report" and told.p.head.lemma in _BELIEVES and told.denied:
        yield from ((code, "CAST_DOUBT") for code in ("AFFIRM", "COMMIT", "CLAIM_COMPLIANCE", "THREATEN", "WITHDRAW"))


def _considers(told: _Told) -> Ruled:
    """ "The mediators were considering suspending the process": nothing that they do or say."""
    head = told.p.head
    considered = told.parse.children(head, "xcomp", "dobj", "pcomp") if head.lemma in _WEIGHS else ()
    considering = head.tag == "VBG" and told.parse.tokens[head.head].lemma in _WEIGHS
    if considering or any(k.tag == "VBG" for k in considered):
        yield from ((code, "") for code in ("SUSPEND", "WITHDRAW", "THREATEN", "DELAY", *_IN_PRIVATE, *_KEEPS))


def _receives(told: _Told) -> Ruled:
    """ "The committee received reports from residents saying that ...": it charges nobody and has found nothing yet."""
    tells = any(t.tag == "VBG" and told.parse.children(t, "ccomp") for t in told.parse.subtree(told.p.head))
    if told.p.head.lemma == "receive" and told.p.where != "said" and tells:
        yield from (
            (code, "") for code in ("THIRD_PARTY_FINDING", "ACCUSE", "BREACH_ADMITTED", "DENY_CONDUCT", *_KEEPS)
        )


def _takes_in(told: _Told) -> Ruled:
    """ "I have received nineteen guns from the clan": a part of what others owe, and nothing of one's own."""
    told_off = any(t.pos == "NUM" for t in told.own) and bool(told.parse.behind(told.p.head, "from"))
    if told.p.head.lemma == "receive" and "self" in told.conditions and told_off:
        yield from ((code, "REPORT_PARTIAL") for code in ("CLAIM_COMPLIANCE", "THIRD_PARTY_FINDING"))


def _rules_out(told: _Told) -> Ruled:
    """ "Ruled out ending the truce" keeps it; "ruled out that its troops had fired first" denies it."""
    verb = told.p.under or told.p.head
    out = verb.lemma == "rule_out" or (
        verb.lemma == "rule" and any(k.lower == "out" for k in told.parse.children(verb))
    )
    if not out or is_denied(told.parse, verb) or not told.lemmas.isdisjoint(_WANTED):
        return
    yield from (("WITHDRAW", "AFFIRM"), ("SUSPEND", "AFFIRM"))
    if not told.lemmas.isdisjoint(_WAR):
        # "Ruled out a return to war"; who rules out to hand somebody over affirms nothing.
        yield from (("THREATEN", "AFFIRM"), ("CAST_DOUBT", "AFFIRM"))
    if any(k.lower == "that" for k in told.parse.children(told.p.head, "mark")):
        yield from ((code, "DENY_CONDUCT") for code in ("BREACH_ADMITTED", "CLAIM_COMPLIANCE", *_KEEPS))


def _has_no_proof(told: _Told) -> Ruled:
    """ "There is no proof that Eritrea sent troops": nobody denies it."""
    nobody = bool(told.parse.children(told.p.head, "expl"))
    if told.p.frame is None and nobody and not told.lemmas.isdisjoint(_PROOF):
        yield from (("DENY_CONDUCT", "THIRD_PARTY_FINDING"), ("DENY_OBLIGATION", "THIRD_PARTY_FINDING"))


def _has_task(told: _Told) -> Ruled:
    """ "The mission is responsible for monitoring the ceasefire": it has found nothing yet."""
    tasks = (
        k
        for state in told.parse.children(told.p.head, "acomp")
        if state.lemma == "responsible"
        for lead in told.parse.children(state, "prep")
        for k in told.parse.children(lead, "pcomp")
    )
    if any(k.lemma not in _HARMS for k in tasks):
        yield "THIRD_PARTY_FINDING", ""


def _is_put_to_you(told: _Told) -> Ruled:
    """ "You signed to put down guns": whoever says so has signed nothing."""
    if told.p.frame is not None and told.p.subject is not None and told.p.subject.lower == "you":
        yield from (("COMMIT", ""), ("RECOMMIT", ""), ("AFFIRM", ""))


def _is_only_called(told: _Told) -> Ruled:
    """ "The army shelled the town, in what the Front described as a breach": a breach by the Front's word alone."""
    called = (t for t in told.own if t.lemma in _CALLS and t.i != told.p.head.i)
    if told.p.frame is None and any(k.lower == "what" for t in called for k in told.parse.children(t, "dobj", "pobj")):
        yield "BREACH", ""


def _gives_way(told: _Told) -> Ruled:
    """ "A convoy turned back after shots were fired": whoever gives way to fire has broken nothing."""
    if told.p.frame is not None or told.p.head.lemma not in _GIVES_WAY:
        return
    under = {t.i for k in told.parse.children(told.p.head, "advcl") for t in told.parse.subtree(k)}
    fights = [t for t in told.own if t.lemma in told.classes["attack"] | told.classes["fight"] | _SHOTS]
    if fights and all(t.i in under for t in fights):
        yield "BREACH", ""


def _begins_truce(told: _Told) -> Ruled:
    """ "Declared a unilateral ceasefire over the whole of the territory": whoever begins one leaves none."""
    truces = [k for k in told.parse.children(told.p.head, "dobj") if k.lemma in _TRUCES]
    new = any(d.lower in ("a", "an") for k in truces for d in told.parse.children(k, "det"))
    ended = any(k.lower in ("over", "dead") for k in told.parse.children(told.p.head, "oprd", "acomp"))
    if told.p.head.lemma in _DECLARES and new and not ended:
        yield from (("WITHDRAW", "COMMIT"), ("SUSPEND", "COMMIT"))


def _stays(told: _Told) -> Ruled:
    """ "The rebels refused to leave the town": they declare that they stay."""
    verb = next((t for t in (told.p.head, told.parse.tokens[told.p.head.head]) if t.lemma == "refuse"), None)
    refused = (*told.parse.children(told.p.head, "xcomp"), told.p.head)
    if verb is None or told.p.frame is not None or is_denied(told.parse, verb):
        return
    if any(k.lemma in _QUITS for k in refused):
        yield from (("REPORT_NOT_DONE", "DECLARE_CONTINUE"), ("BREACH", "DECLARE_CONTINUE"))


def _leaves(told: _Told) -> Ruled:
    """ "We wish to inform the guarantors that we are withdrawing from the ceasefire", "we no longer take part"."""
    if told.p.head.lemma in _TAKES_PART and "no longer" in told.words and "self" in told.conditions:
        yield from ((code, "SUSPEND") for code in ("DENY_CONDUCT", "PUBLIC_SILENCE", *_KEEPS))
    leaves = _lets_know_it_leaves(told.parse, told.own, told.classes)
    if leaves is not None:
        yield from ((code, leaves) for code in (*_KEEPS, "DENY_CONDUCT", "CALL_TO_COMPLY", "DENY_OBLIGATION"))


def _keeps(told: _Told) -> Ruled:
    """Whether somebody keeps what was agreed, of whom it is denied."""
    lets = told.p.head.lemma in _LETS and told.denied
    if lets:
        # "Nor has it permitted that the observers overfly the place": no silence.
        yield "PUBLIC_SILENCE", "REPORT_NOT_DONE" if told.p.frame is None else "ACCUSE"
    if told.of_others and (_has_no_mind(told) or (told.denied and told.p.head.lemma in told.classes["abide"])):
        # "The rebels had no intention of honouring it", "Neither side is respecting it"
        yield from ((code, told.charge) for code in (*_KEEPS, "DENY_OBLIGATION", "PUBLIC_SILENCE"))
    if told.p.frame is None and told.denied and told.abides():
        # "Neither party has lived up to its commitments"
        codes = (*_KEEPS, "DENY_OBLIGATION", "PUBLIC_SILENCE", "ASSESS", "CAST_DOUBT")
        yield from ((code, "REPORT_NOT_DONE") for code in codes)
    if {"said", "self", "positive", "party"} <= told.conditions and told.p.head.lemma in _ABIDES:
        # "Said that his side complies with the truce": nobody accuses himself of that, nor promises what is so already.
        yield from (("ACCUSE", "AFFIRM"), *((("COMMIT", "AFFIRM"),) if "future" not in told.conditions else ()))
    if {"said", "self", "positive", "future"} <= told.conditions and {"hold", "fire"} <= told.lemmas:
        # "Says they'll hold fire for three days"
        yield from (("ACCUSE", "COMMIT"), ("CAST_DOUBT", "COMMIT"))
    if {"said", "self", "negative", "future"} <= told.conditions and told.p.head.lemma in told.classes["abide"]:
        # "Nor will we respect it"
        yield from ((code, "DENY_OBLIGATION") for code in _KEEPS)


def _finds_fault(told: _Told) -> Ruled:
    real = not told.conditions.isdisjoint(("past", "present")) and not told.denied and "self" not in told.conditions
    verb = told.p.frame.verb if told.p.frame is not None else told.p.head
    real = real and (verb is None or verb.lemma not in _ADMITS | _DENIES)
    if real and told.p.head.lemma in _AMOUNTS and _is_said_to_be(told.parse, told.p.head, _ENDS):
        # "The attack amounted to a rejection of the truce"
        yield from ((code, told.charge) for code in (*_KEEPS, "DENY_CONDUCT", "BREACH_ADMITTED", "DENY_OBLIGATION"))
    if told.of_others and any(guise in told.words for guise in _GUISES):
        yield from ((code, "ACCUSE") for code in _KEEPS)
    first = told.p.head.lemma == "be" and any(
        k.lemma == "first" for k in told.parse.children(told.p.head, "attr", "acomp")
    )
    if told.of_others and first and told.parse.tokens[told.p.head.head].lemma not in _ADMITS:
        # "The ELN said that the army had been the first to break the truce"
        yield from ((code, told.charge) for code in ("BREACH_ADMITTED", "JUSTIFY", "CONDITION"))
    nothing = told.p.head.lemma == "do" and any(k.lower == "nothing" for k in told.parse.children(told.p.head, "dobj"))
    if told.of_others and nothing:
        # "The peacekeepers had done nothing to stop the attack"
        yield from (("DENY_CONDUCT", told.charge), ("REPORT_NOT_DONE", told.charge))
    subject = told.p.subject
    if told.p.head.lemma in _LIES and subject is not None and subject.lemma in _BLAME and not told.denied:
        # "Blame for the attack lay with the rebels"
        codes = ("DENY_CONDUCT", "JUSTIFY", "REINTERPRET_NARROW", "REINTERPRET_EXCLUDE")
        yield from ((code, told.charge) for code in codes)


def _stops(told: _Told) -> Ruled:
    """ "Has stopped the decommissioning of its combatants"; "has stopped the attacks" is what was asked."""
    stopped = {k.lemma for k in told.parse.children(told.p.head, "dobj")} if told.p.head.lemma in _STOPS else set()
    if stopped & _STEPS and {"self", "positive"} <= told.conditions:
        codes = ("CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART", "ACCUSE", "JUSTIFY")
        yield from ((code, "SUSPEND") for code in codes)


def _is_pressed_or_free(told: _Told) -> Ruled:
    if any(mark in told.words for mark in _FREELY) and told.lemmas.isdisjoint(_UNLESS):
        yield "CONDITION", "COMMIT"
    if _is_pressed(told.parse, told.p.head):
        # "Is facing calls to withdraw": nothing that he says.
        yield from ((code, "") for code in ("PUBLIC_SILENCE", "CALL_TO_COMPLY", "WITHDRAW", "SUSPEND", *_KEEPS))


def _rejects(told: _Told) -> Ruled:
    if _is_rejected(told):
        # "The claim that troops had broken the truce was 'without factual basis'"
        yield from ((code, "DENY_CONDUCT") for code in ("ACCUSE", "AFFIRM", "BREACH_ADMITTED"))


def _goes_on_with(told: _Told) -> Ruled:
    """ "The army has kept shelling the town"."""
    head, control = told.p.head, told.p.control
    deps = ("xcomp", "pcomp") if head.lemma == "keep" else ("xcomp", "pcomp", "dobj")
    deeds = {t.lemma for t in (head, *told.parse.children(head, *deps))} & told.classes["attack"]
    real = told.p.frame is None and "positive" in told.conditions and "must" not in told.conditions
    if deeds and real and any(t.lemma in _GOES_ON for t in (head, *control)):
        yield from ((code, "BREACH") for code in _KEEPS)


def _owns_up(told: _Told) -> Ruled:
    """What a party says that was done: "its jets struck Tyre" owns up to it, "a plane had flown over the dam" denies nothing."""
    p, frame, subject = told.p, told.p.frame, told.p.subject
    verb = frame.verb if frame is not None else None
    if not {"said", "positive"} <= told.conditions or subject is None:
        return
    if subject.lower == "it" and verb is not None and verb.dep == "relcl" and verb.lemma not in _ADMITS:
        # "The strike drew condemnation from Egypt, which said it violated the ceasefire": the strike did.
        yield "BREACH_ADMITTED", "ACCUSE"
        return
    if frame is not None and verb is None:
        return
    plain = told.lemmas.isdisjoint(_DENIES) and "party" in told.conditions
    theirs = any(k.lower in _THEIRS for k in told.parse.children(subject, "poss"))
    does = p.head.lemma in told.classes["attack"] and p.head.tag in ("VBD", "VBN") and "past" in told.conditions
    if plain and theirs and does and not p.quoted and "self" in told.conditions:
        yield from (("DENY_CONDUCT", "BREACH_ADMITTED"), ("ACCUSE", "BREACH_ADMITTED"))
    if "other" in told.conditions:
        yield "BREACH", told.charge
    some = any(k.lower in ("a", "an") for k in told.parse.children(subject, "det"))
    if plain and some and subject.lemma in told.classes["engine"] and "other" in told.conditions:
        yield "DENY_CONDUCT", "ACCUSE"


def blamed(parse: Parse, head: Token) -> Token | None:
    """Who is said to be guilty: "NAS is in violation of Article 3", "the army bears responsibility for the burning"."""
    subject = next(iter(parse.children(head, "nsubj")), None)
    sure = not any(k.dep == "neg" or k.tag == "MD" or k.lower == "longer" for k in parse.children(head))
    if subject is None or not sure:
        return None
    if head.lemma == "bear":
        return subject if any(k.lemma in _BLAME for k in parse.children(head, "dobj")) else None
    if head.lemma != "be":
        return None
    if any(o.lemma in _IN for o in parse.behind(head, "in")):
        return subject
    guilty = [k for k in parse.children(head, "acomp", "attr", "xcomp") if k.lemma in _GUILTY]
    # "Responsible for monitoring the ceasefire" is no guilt.
    done = [o for k in guilty for o in parse.behind(k, "for")]
    return subject if any(k.lemma != "responsible" for k in guilty) or any(o.lemma in _HARMS for o in done) else None


def _lets_know_it_leaves(parse: Parse, own: Sequence[Token], classes: Mapping[str, frozenset[str]]) -> str | None:
    """WITHDRAW or SUSPEND where somebody informs others that he leaves the truce, or a body of the parties."""
    for verb in own:
        for clause in parse.subtree(verb) if verb.lemma in _INFORMS else ():
            we = any(k.lower in ("we", "i") for k in parse.children(clause, "nsubj"))
            if clause.i <= verb.i or clause.pos != "VERB" or not we:
                continue
            left = {t.lemma for t in (*parse.children(clause, "dobj"), *parse.behind(clause, "from"))}
            truce = left & (classes["ceasefire"] | classes["agreement"])
            if clause.lemma in _QUITS and not is_denied(parse, clause) and truce:
                return "WITHDRAW"
            if clause.lemma in _TAKES_PART and "no longer" in words_of(parse.subtree(clause)):
                return "SUSPEND"
    return None


def _has_no_mind(told: _Told) -> bool:
    none = "no intention of" in told.words or "no intention to" in told.words
    return none and not told.lemmas.isdisjoint(told.classes["abide"])


def _is_said_to_be(parse: Parse, verb: Token, nouns: frozenset[str]) -> bool:
    """Whether something is or amounts to one of some nouns."""
    return any(t.lemma in nouns for t in (*parse.children(verb, "dobj", "attr"), *parse.behind(verb, "to")))


def _is_pressed(parse: Parse, verb: Token) -> bool:
    """Whether others press somebody: "is facing calls to withdraw", "has been under pressure to leave"."""
    if verb.lemma == "face":
        return any(k.lemma in _PRESSURE for k in parse.children(verb, "dobj"))
    return verb.lemma in ("be", "come") and any(o.lemma == "pressure" for o in parse.behind(verb, "under"))


def _is_rejected(told: _Told) -> bool:
    """Whether a charge is said to be something, and not true."""
    p, parse = told.p, told.parse
    if p.head.lemma != "be" or p.subject is None or p.subject.lemma not in told.classes["allegation"] - {"report"}:
        return False
    said = parse.children(p.head, "acomp", "attr", "prep")
    claims = parse.children(p.subject, "acl", "relcl", "prep")
    rejected = any(k.lemma in FALSE or k.lower == "without" for k in said)
    return bool(claims) and rejected and not told.denied
