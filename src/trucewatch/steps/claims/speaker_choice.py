"""Who speaks in each claim: the answer of the rules, unless much more speaks for somebody else who is named near it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import fsum

from trucewatch.vocabulary.link_weights import speaker_weights

from .draft import Draft, without_parts
from .mentions import Entity
from .papers import PAPERS, PICTURES
from .speaker_facts import Facts, SpeakerFacts
from .speakers import FIRST
from .standing import is_somebody

# What a text may say of itself, without anybody's having said it.
OWN_VOICE = frozenset(
    "MISSED_DEADLINE ASSESS REPORT_NOT_DONE COMPLY CALL_TO_COMPLY REPORT_PARTIAL CAST_DOUBT REPORT_PROGRESS "
    "THIRD_PARTY_INTERPRET THIRD_PARTY_FINDING".split()
)
# Subjects that are nobody else who is named near.
_ITSELF = FIRST | {"neither", "both", "each"}
# What others are asked about: "Your men marched into the town. Why?".
_DEEDS = frozenset("CONDUCT_SIGNAL BREACH BREACH_ADMITTED COMPLY COMPLY_PART WITHDRAW".split())
# What only those who have signed can do.
_OF_PARTIES = frozenset("COMPLY COMPLY_PART BREACH".split())
# What the text of somebody's enemy says of him, if it says it with his name, and not he himself.
_TOLD_OF = frozenset(
    "REPORT_NOT_DONE ACCUSE AFFIRM CLAIM_COMPLIANCE ASSESS CAST_DOUBT REPORT_PARTIAL DENY_OBLIGATION".split()
)
_CHARGED = frozenset("accuse blame charge suspect condemn criticise criticize denounce".split())
# What somebody does who says that a charge before it is true, and what he calls it.
_COUNTS = frozenset("record register document count log list".split())
_PARTIES = frozenset("side party government army delegation camp country state movement leader president".split())
_VIEWS = frozenset("understanding view position opinion reservation objection satisfaction dissent".split())
_SIDES = frozenset({"side", "party"})
_BEARS_OUT = frozenset("confirm corroborate back".split())
_IT = frozenset("it this that".split())
# How much more must speak for somebody else than for the answer of the rules.
_MARGIN = 0.2
# ... and than for the next one, where the rules have no answer.
_CLEARLY = 1.5


def _is_settled(draft: Draft) -> bool:
    """Whether the words themselves name the speaker: somebody without a name, several together, or who signed a paper; or
    nobody does, as of what the author thinks."""
    if draft.speaker is None:
        if draft.head.lemma in _CHARGED and _is_put_off(draft, "ACCUSE"):
            # "Haftar was accused of a breach": nobody is said to accuse him.
            return True
        seen = draft.subject is not None and draft.subject.lemma in PICTURES
        who = draft.frame.speaker if draft.frame is not None else None
        # "I told him that it would be": whoever writes is not in the text.
        seen = seen or (who is not None and who.lower in FIRST and not draft.quoted)
        return (draft.stance in ("ASSESS", "REPORT_NOT_DONE") and draft.frame is None) or seen
    named = draft.frame is None and draft.subject is not None and draft.subject.pos != "PRON"
    return (named and (draft.passing or bool(draft.speaker.members))) or is_somebody(draft.speaker)


def _is_put_off(draft: Draft, stance: str = "DELAY") -> bool:
    """Whether nobody is said to say or do it: "The exchange has been put off by a week"."""
    return (
        draft.stance == stance
        and draft.frame is None
        and any(t.dep == "nsubjpass" and t.head == draft.head.i for t in draft.tokens)
    )


def _is_joint(draft: Draft) -> bool:
    """Whether those who act are both sides together."""
    subject = draft.subject
    kids = {t.lower for t in draft.tokens if subject is not None and t.head == subject.i}
    # "Two commanders had been relieved, he said": not of the parties.
    alike = "both" in kids or (subject is not None and "two" in kids and subject.lemma in _PARTIES)
    return subject is not None and subject.tag == "NNS" and alike


def choose_speakers(drafts: Sequence[Draft], facts: SpeakerFacts, text: str) -> list[Draft]:
    """The claims, each with the speaker that its facts speak for; one that the rules did not give is noted.

    What only somebody can say, and of which nobody near it is clearly the speaker, is left out.
    """
    weights = speaker_weights()
    kept: list[Draft] = []
    for n, draft in enumerate(drafts):
        asked = draft.frame is None and draft.subject is not None and draft.subject.lower == "you"
        if (asked and draft.speaker is None) or _is_put_to_somebody(draft):
            # "Minister, you broke the truce on Friday. Why?": what whoever asks puts to somebody.
            continue
        if is_told(draft, facts):
            kept.append(draft)
            continue
        performer = facts.performer(draft)
        if performer is not None:
            draft.relay = draft.relay or (draft.speaker if draft.speaker is not performer else None)
            draft.speaker = performer
            kept.append(draft)
            continue
        told = offered(drafts, n, facts)
        before = drafts[n - 1] if n else draft
        if draft.speaker is None and _is_put_off(draft) and before.stance in ("ACCUSE", "DENY_CONDUCT"):
            told.pop(before.speaker, None)
        if draft.speaker is None and draft.stance not in OWN_VOICE and draft.adrift:
            best = _clearest(told, weights)
            if best is None:
                continue
        else:
            candidates = list(told)
            best = candidates[chosen(list(told.values()), candidates.index(draft.speaker), weights)]
        kept.append(draft)
        if best is draft.speaker or (best is not None and _is_put_off(draft, "AMEND") and best.person):
            # "The deadline has been extended twice": by no single man.
            continue
        if best is draft.relay and draft.speaker is not None and _is_joint(draft):
            # "Both sides have agreed to it," the mediator said: he only tells it.
            continue
        draft.notes.append(f"speaker by learned facts; by rules {_called(draft.speaker, text)}")
        draft.speaker = best
        if draft.relay is best:
            draft.relay = None
    for draft in kept:
        _as_told(draft, facts)
    for before, draft in pairwise(kept):
        _as_confirmed(draft, before, facts)
    # Who was two before may be one now.
    return without_parts([draft for draft in kept if not _is_third_party_deed(draft, facts)])


def _as_told(draft: Draft, facts: SpeakerFacts) -> None:
    """Makes what somebody tells of others' deeds his charge, or what a third party tells its finding."""
    if draft.stance == "THIRD_PARTY_FINDING" and draft.speaker is not None and facts.finds_against(draft):
        # "Col. Gatluak (Opposition) said that two companies were still in the school"
        draft.stance = "ACCUSE"
        draft.notes.append("told by one side of the other: a charge and no finding")
    if draft.stance == "THIRD_PARTY_FINDING" and draft.speaker is not None and _counts_breaches(draft, facts):
        # "We recorded eleven overflights by government drones", in a statement of the rebels
        draft.stance = "ACCUSE"
        draft.notes.append("counted by one side: a charge and no finding")
    if draft.stance not in _OF_PARTIES or draft.frame is None or draft.speaker is None:
        return
    if draft.stance != "BREACH" and facts.is_own_turn(draft):
        # "On my orders the army left the town", in the speech of whoever gave them
        draft.stance = "CLAIM_COMPLIANCE" if draft.stance == "COMPLY" else "REPORT_PARTIAL"
        draft.notes.append("told by whoever did it: a claim")
    elif facts.is_third(draft.speaker):
        draft.stance = "THIRD_PARTY_FINDING"
        draft.notes.append("a third party does not keep or break the terms; it finds")
    elif draft.stance == "BREACH" and draft.relay is None and _is_of_another(draft, facts):
        # "M23 rebels seized the town, residents said"
        draft.stance = "ACCUSE"
        draft.notes.append("told by somebody of another: a charge and no breach")


def _counts_breaches(draft: Draft, facts: SpeakerFacts) -> bool:
    """Whether one of the parties counts what others did."""
    told = draft.time == "past" or draft.head.lemma == "list"
    # "Recorded its understanding that the accord allows no phases": no count.
    views = any(t.dep == "dobj" and t.head == draft.head.i and t.lemma in _VIEWS for t in draft.tokens)
    counts = draft.head.lemma in _COUNTS and draft.polarity == "positive" and told and not views
    who = draft.speaker
    return counts and who is not None and facts.is_in_camp(who) and not facts.is_third(who)


def _as_confirmed(draft: Draft, before: Draft, facts: SpeakerFacts) -> None:
    """Makes what bears out a charge no good word for the accused: "The rebels accused the army of looting. Traders confirmed it"."""
    bare = draft.frame is None and draft.head.lemma in _BEARS_OUT and draft.polarity == "positive"
    it = any(t.dep == "dobj" and t.head == draft.head.i and t.lower in _IT for t in draft.tokens)
    good = draft.stance == "THIRD_PARTY_FINDING_BY_COUNTERPARTY" and before.stance == "ACCUSE"
    if not (good and bare and it and 0 <= draft.order - before.order <= 1):
        return
    if draft.speaker is not None and draft.speaker is before.target:
        draft.stance = "BREACH_ADMITTED"
    else:
        draft.stance = "ACCUSE" if facts.is_in_camp(draft.speaker) else "THIRD_PARTY_FINDING"
    draft.notes.append("it bears out the charge before it")


def as_charges(drafts: Sequence[Draft]) -> None:
    """Makes what a party tells of another in its own paper a charge, where the paper does not say whose it is."""
    for draft in drafts:
        others = draft.subject is None or not any(
            t.head == draft.subject.i and t.lower in FIRST for t in draft.tokens if t is not draft.subject
        )
        if draft.stance == "BREACH" and draft.frame is None and others and not draft.quoted:
            draft.stance, draft.target, draft.speaker = "ACCUSE", draft.speaker, None
            draft.notes.append("told by whoever writes: a charge and no breach")


def _is_of_another(draft: Draft, facts: SpeakerFacts) -> bool:
    """Whether what a claim tells is done by somebody else than its speaker, and by none of his."""
    subject = draft.subject
    if subject is None or subject.pos not in ("NOUN", "PROPN") or facts.names(draft.speaker, subject):
        return False
    return not any(t.head == subject.i and t.pos == "PRON" for t in draft.tokens)


def _is_third_party_deed(draft: Draft, facts: SpeakerFacts) -> bool:
    """Whether a monitor would have kept or broken what is not its own: "A patrol of the Mission was turned back".

    A commission of the parties themselves does what they owe.
    """
    if draft.stance not in _OF_PARTIES or draft.speaker is None or not facts.is_third(draft.speaker):
        return False
    return draft.stance == "BREACH" or not any("joint" in m.text.lower() for m in draft.speaker.mentions)


def is_told(draft: Draft, facts: SpeakerFacts) -> bool:
    """Whether the words themselves say whose claim it is, so that nothing is left to choose.

    "I drove it on Thursday": whoever writes that was named by the rules, or is nobody in the text; "those close to him said"
    names somebody else than him, and "neither has answered" two.
    """
    first = draft.frame is None and draft.subject is not None and draft.subject.lower in _ITSELF
    return (
        first
        or draft.named
        or _by_account_of(draft)
        or facts.does_it(draft)
        or facts.disclaims(draft)
        or facts.is_said_by(draft)
        or _is_settled(draft)
    )


def _by_account_of(draft: Draft) -> bool:
    """Whether the words name whose account it is: "According to a leaked UN report, ..."."""
    frame = draft.frame
    if frame is None or frame.verb is None or frame.speaker is None or draft.speaker is None:
        return False
    # Nobody knows whose "the report" is.
    known = draft.speaker.mentions[0].head.lemma not in PAPERS
    return known and frame.verb.lower == "according" and frame.speaker.pos in ("NOUN", "PROPN")


def offered(drafts: Sequence[Draft], n: int, facts: SpeakerFacts) -> dict[Entity | None, Facts]:
    """Who may have made a claim, the answer of the rules among them, each with the facts that speak for them."""
    draft = drafts[n]
    # Nobody accuses or calls on himself.
    told = facts.candidates(drafts, n)
    if draft.target is not None and draft.target is not draft.speaker:
        told.pop(draft.target, None)
    for one in [e for e in told if e is not None and e is not draft.speaker and facts.cannot_be(e, draft)]:
        told.pop(one)
    if draft.quoted and draft.subject is not None and draft.subject.lower in FIRST:
        # "General Ali has promised it, and we expect him to keep his word": whom "we" speak of does not speak.
        for one in [e for e in told if e is not None and e is not draft.speaker and facts.is_spoken_of(e, draft)]:
            told.pop(one)
    if draft.stance == "THIRD_PARTY_FINDING" and draft.speaker is not None and facts.is_third(draft.speaker):
        # "According to a UN report, the Emirates flew arms to Libya": only who watches others finds something.
        parties = [e for e in told if e is not None and e is not draft.speaker and not facts.is_third(e)]
        for one in [e for e in parties if draft.subject is None or not facts.is_within(e, draft.subject)]:
            told.pop(one)
    if draft.stance == "THIRD_PARTY_FINDING" and draft.speaker is None and draft.frame is None:
        # "What can be said is that the army moved two battalions": none of the sides has found that.
        for one in [e for e in told if e is not None and (facts.is_in_camp(e) or e.lemmas & _SIDES)]:
            told.pop(one)
    issued = draft.frame is not None and draft.frame.speaker is None and draft.frame.label is not None
    own = issued and not draft.quoted and draft.speaker is not None and not facts.is_third(draft.speaker)
    if draft.subject is not None and (
        (issued and draft.stance in ("REPORT_NOT_DONE", "CLAIM_COMPLIANCE")) or (own and draft.stance in _TOLD_OF)
    ):
        # "The army has not released them", in its enemy's statement, is not what the army says.
        others = (e for e in list(told) if e is not draft.speaker and (e is None or facts.names(e, draft.subject)))
        for other in others:
            told.pop(other)
    return told


def _is_put_to_somebody(draft: Draft) -> bool:
    """Whether whoever asks tells somebody of his own deeds: "Your men marched into the town. Why?"."""
    subject = draft.subject
    if draft.frame is not None or subject is None or draft.stance not in _DEEDS:
        return False
    return any(t.lower == "your" and t.head == subject.i for t in draft.tokens)


def chosen(facts: Sequence[Facts], rule: int, weights: Mapping[str, float]) -> int:
    """The number of the candidate whose facts count most; that of the rules, `rule`, where it is not much less."""
    points = [_points(found, weights) for found in facts]
    best = max(range(len(points)), key=points.__getitem__)
    return best if points[best] - points[rule] > _MARGIN else rule


def _clearest(told: Mapping[Entity | None, Facts], weights: Mapping[str, float]) -> Entity | None:
    """The one for whom clearly more speaks than for anybody else, if there is one."""
    ranked = sorted(((_points(f, weights), e) for e, f in told.items() if e is not None), key=lambda r: -r[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY):
        return None
    return ranked[0][1]


def _points(found: Facts, weights: Mapping[str, float]) -> float:
    return fsum([weights[fact] for fact in found if fact in weights])


def _called(entity: Entity | None, text: str) -> str:
    if entity is None:
        return "the text's own voice"
    first = entity.mentions[0]
    return f'"{text[first.start : first.end]}"'
