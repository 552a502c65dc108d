"""What kind of ceasefire an agreement is, read from what it obliges to and not from its title.

The ladder of the field: a pause or a truce of one side; a cessation of hostilities; a preliminary ceasefire,
which somebody monitors; a definitive one, which also ends the armed conflict. There is no agreed legal
definition, so the reasons are given with their words and a person may overrule the answer.
"""

import re
from collections.abc import Iterator

from trucewatch.core.analysis import AgreementType, Trait, TypeReading
from trucewatch.core.model import Agreement, ClauseKind, Missing, Modality
from trucewatch.core.quotes import Span

from .cues import cue
from .sentences import Sentence, sentences

_SEVERAL = (
    r"\b(?:the|both|all|each|either|every|signatory|opposing|warring|two|other|of the|between the) (?:\w+ )?(?:parties|party|sides?|signatories)\b"
    r"|\bone another\b|\beach other\b|\bmutual(?:ly)?\b|\bbilateral(?:ly)?\b|\breciprocal(?:ly)?\b"
)
_ONE = r"\bunilateral(?:ly)?\b|\b(?:declares?|announces?|proclaims?|orders?)\b[^.;]{0,60}\b(?:cease-?fire|truce|cessation|suspension|halt|pause)\b"
_STOPS = (
    r"\bcease-?fires?\b|\btruce\b|\bsilence of (?:the )?(?:arms|guns)\b|\bhostilities\b[^.;]{0,30}\b(?:cease|end|stop)\b|\b(?:humanitarian|temporary|operational|winter|holiday) pause\b|\b(?:cessation|suspension|halt|end) (?:of|to) (?:\w+ ){0,3}?(?:hostilities|fighting|force|fire|violence|attacks|operations)\b"
    r"|\b(?:cease|stop|halt|suspend|refrain from|prohibited|ban)\b[^.;]{0,60}\b(?:hostil\w+|fire|fighting|attacks?|operations?|weapons|actions?|violence)\b|\bhostile military actions\b"
)
_LIMITED = (
    r"\bfor (?:a |an )?(?:\w+ ){0,2}?(?:period|duration) of\b|\bfor (?:\d+|\w+)(?: \(\d+\))? (?:hours|days|weeks)\b|\b(?:humanitarian|temporary|holiday) (?:pause|truce|cease-?fire)\b"
    r"|\b(?:shall|will) (?:last|expire|lapse|end on|remain in (?:force|effect) (?:for|until))\b|\bshort limited period\b|\btemporar(?:y|ily)\b"
)
_WATCHES = (
    r"\b(?:monitor(?:s|ed|ing)?|verif(?:y|ies|ied|ication)|supervis(?:e|ed|es|ion)|observ(?:ers?|ation mission))\b"
    r"|\b(?:investigat\w+|determin\w+)\b[^.;]{0,60}\b(?:violations?|breach\w*|complaints?)\b"
    r"|\bjoint (?:\w+ ){0,3}?(?:commission|committee|mechanism|centre|center|board)\b|\bcease-?fire (?:commission|committee)\b"
)
_SEPARATES = (
    r"\b(?:withdraw(?:al|n|s)?|redeploy(?:ment|ed|s)?|disengage(?:ment|d|s)?|cantonments?|moved back|pull(?:ed)? back|"
    r"return to (?:their|its) (?:camps|barracks|bases|positions))\b|\b(?:buffer|security|safety|demilitari[sz]ed) zones?\b"
)
_FORCES = r"\b(?:forces?|troops|units?|weapons?|weaponry|artillery|formations?|military|armed|fighters|combatants|systems|posts?|guns|tanks|zones?|equipment|positions|garrisons?|mercenaries)\b"
_DISARMS = (
    r"\b(?:disarm(?:ament|ed|s|ing)?|demobili[sz](?:e|ed|es|ation|ing)|decommission(?:ing|ed)?|re-?integrat(?:e|ed|ion|ing)|"
    r"integrat(?:e|ed|ion|ing) (?:of |into )?[^.;]{0,60}\b(?:army|forces|police|combatants|fighters|units)|surrender(?:ed)? (?:their |of )?(?:weapons|arms)|DDR)\b"
)
_SETTLES = (
    r"\b(?:constitutional reforms?|new constitution|political settlement|power[- ]sharing|transitional government|government of national unity|"
    r"(?:early |local |parliamentary |presidential |general |national )elections|elections (?:will|shall)|special status|autonomy|referendum|self-government)\b"
)
_DEFERRED = r"\b(?:agree (?:up)?on|discuss|negotiate|propose|consider|study|develop|prepare|draw up|dialogue|talks)\b"
# A child freed from a force is not a force disbanded.
_PERSONS = r"\bchild(?:ren)?\b|\bwom[ae]n\b|\brefugees\b"


def agreement_type(agreement: Agreement) -> TypeReading:
    """The type with its reasons. A type that a person stated stands, and the reasons are still to be seen."""
    traits = {trait.id: trait for trait in _traits(agreement)}
    read, because = _decide(traits)
    stated = agreement.stated_type
    if stated is None:
        return TypeReading(read, because, tuple(traits.values()))
    because = f"set by the user; read from the text: {read}, {because}"
    return TypeReading(stated, because, tuple(traits.values()), overruled=True)


def _decide(traits: dict[str, Trait]) -> tuple[AgreementType, str]:
    has = {name: trait.holds for name, trait in traits.items()}
    if not (has["stops"] or has["separates"]):
        return AgreementType.UNKNOWN, "no duty stops fighting or moves forces"
    if has["several"] is False and has["one"]:
        return AgreementType.UNILATERAL, "one side alone binds itself"
    if not has["several"]:
        return AgreementType.UNKNOWN, "the text does not say who is bound"
    compliance = has["watched"] or has["separates"]
    if compliance and has["disarms"] and has["settles"]:
        return AgreementType.DEFINITIVE, "several sides are bound, to disarm forces and to settle the conflict as well"
    if has["watched"]:
        return (
            AgreementType.PRELIMINARY,
            "several sides are bound and compliance is watched, but the conflict is not settled",
        )
    if has["limited"] and not has["separates"]:
        return AgreementType.UNILATERAL, "a pause: limited in time, and nobody watches it"
    return AgreementType.CESSATION, "several sides are bound to stop, and nobody watches it"


def _traits(agreement: Agreement) -> Iterator[Trait]:
    told = sentences(agreement)
    yield Trait("stops", "a duty stops fighting", _found(agreement, told, _STOPS))
    yield Trait("several", "several sides are bound", _several(agreement, told))
    yield Trait("one", "one side binds itself", _one(agreement, told))
    stopping = tuple(s for s in told if cue(_STOPS).search(s.full))
    yield Trait("limited", "it is limited in time", _found(agreement, stopping, _LIMITED))
    yield Trait("watched", "somebody monitors it, or a joint body follows it up", _found(agreement, told, _WATCHES))
    moving = tuple(s for s in told if cue(_FORCES).search(s.full))
    yield Trait("separates", "forces or weapons are moved apart", _found(agreement, moving, _SEPARATES))
    disarming = tuple(s for s in told if not cue(_DEFERRED).search(s.full) and not cue(_PERSONS).search(s.full))
    yield Trait("disarms", "forces are disarmed, demobilised or integrated", _found(agreement, disarming, _DISARMS))
    settled = tuple(s for s in told if not cue(_DEFERRED).search(s.full))
    yield Trait("settles", "the political conflict is settled", _found(agreement, settled, _SETTLES))


def _found(agreement: Agreement, told: tuple[Sentence, ...], pattern: str, most: int = 3) -> tuple[Span, ...]:
    """The first places of the pattern, one for each clause."""
    spans: dict[str, Span] = {}
    for sentence in told:
        match = cue(pattern).search(sentence.text)
        if match and sentence.clause.id not in spans:
            start = sentence.start + match.start()
            spans[sentence.clause.id] = agreement.document.span(start, start + len(match[0]))
    return tuple(spans.values())[:most]


def _several(agreement: Agreement, told: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Words that speak of the sides in the plural, in a duty or where the sides are named; else two bearers."""
    found = _found(agreement, told, _SEVERAL)
    if found:
        return found
    for clause in agreement.clauses:
        if clause.kind in (ClauseKind.PREAMBLE, ClauseKind.TITLE) and clause.end > clause.start:
            match = cue(_SEVERAL).search(agreement.words(clause))
            if match:
                return (agreement.document.span(clause.start + match.start(), clause.start + match.end()),)
    bearers: dict[str, Span] = {}
    for commitment in agreement.commitments:
        bearer = commitment.slots.bearer
        if commitment.modality in (Modality.OBLIGATION, Modality.PROHIBITION) and not isinstance(bearer, Missing):
            bearers.setdefault(_fold(bearer[0].exact), bearer[0])
    named = [s for key, s in bearers.items() if cue(_STOPS).search(_clause_words(agreement, s)) and key[:1].isalpha()]
    return tuple(named) if len(named) > 1 else ()


def _one(agreement: Agreement, told: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Words by which one side announces that it will stop, in a duty or above them."""
    found = _found(agreement, told, _ONE)
    if found:
        return found
    for clause in agreement.clauses:
        if clause.kind in (ClauseKind.PREAMBLE, ClauseKind.TITLE) and clause.end > clause.start:
            match = cue(_ONE).search(agreement.words(clause))
            if match:
                return (agreement.document.span(clause.start + match.start(), clause.start + match.end()),)
    return ()


def _fold(words: str) -> str:
    return re.sub(r"^(?:the|all|any)\s+", "", " ".join(words.lower().split()))


def _clause_words(agreement: Agreement, span: Span) -> str:
    start, end = agreement.document.text_range(span)
    return next((agreement.words(c) for c in agreement.operative if c.start <= start and end <= c.end), "")
