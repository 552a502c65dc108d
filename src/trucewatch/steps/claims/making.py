"""Draft claims as values: link, chain, visibility, factuality, grades."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from trucewatch.core.dates import When
from trucewatch.core.model import NOT_STATED, Claim, Document, Hop, Link, Missing, Unlinked
from trucewatch.core.quotes import quote_of
from trucewatch.vocabulary.reports import ReportVocabulary

from .draft import Draft
from .linking import Linker
from .mentions import Entity
from .standing import authority_of, kind_of
from .telling import visibility

# What a later "this position" can point back to.
_POSITIONS = (
    "narrow/exclude/deny the obligation",
    "commit/affirm",
    "accuse",
    "delay/condition",
    "deny conduct/justify",
)
# What else can be, where the words say whose position it is.
_WITH_A_NAME = ("threaten/doubt/continue",)
_LOOKS_BACK = 40
# "Witness B-7", "Interviewee 12"
_CODED = re.compile(
    r"(?:the\s)?(?i:witness|interviewee|respondent|informant|source)\s(?:(?i:no)\.?\s)?[A-Z]{0,3}-?\d{1,3}\b"
)
# How far into what is said somebody is told to be left unnamed.
_NEAR = 300
_UNNAMED = re.compile(
    r"\b(?:anonymity|anonymously|(?:(?:declined|refused)\sto\sbe|not\s(?:(?:want|wish|like)\s)?(?:to\sbe|being|be))"
    r"\s(?:named|identified|quoted\sby\sname))\b"
)


def make_claims(
    document: Document, drafts: Sequence[Draft], linker: Linker, vocabulary: ReportVocabulary
) -> tuple[Claim, ...]:
    """The claims in order of place, linked to what they are about and to what they repeat."""
    echoes = [
        _echoed(document, drafts[:n], draft, vocabulary) if draft.stance == "ECHO" else None
        for n, draft in enumerate(drafts)
    ]
    names = [f"k{number}" for number in range(1, len(drafts) + 1)]
    return tuple(
        _claim(document, draft, name, about, None if echo is None else names[echo], vocabulary)
        for draft, name, about, echo in zip(drafts, names, linker.answers(echoes), echoes, strict=True)
    )


def _echoed(document: Document, before: Sequence[Draft], draft: Draft, vocabulary: ReportVocabulary) -> int | None:
    """The number of the claim whose position is repeated: the last public one of the body, by somebody else.

    Where the words say whose position it is, "the same line as the movement", the last one of theirs.
    """
    found: list[int] = []
    for number in range(len(before) - 1, max(-1, len(before) - _LOOKS_BACK - 1), -1):
        other = before[number]
        family = vocabulary.stances[other.stance].family
        taken = family in _POSITIONS or (draft.after is not None and family in _WITH_A_NAME)
        if taken and not other.private and not other.noted and other.speaker not in (draft.speaker, None):
            found.append(number)
    if draft.after is not None:
        theirs = [number for number in found if _speaks_for(document, before[number].speaker, draft.after)]
        # Of somebody whom the text names, and of whom it tells no position, nothing else is repeated.
        found = theirs if theirs or draft.after.named else found
    return next(iter(found), None)


def _speaks_for(document: Document, speaker: Entity | None, whose: Entity) -> bool:
    """Whether a claim is that of somebody, or of one who speaks for the same side: "Azerbaijan's foreign minister"."""
    if speaker is None or speaker is whose:
        return speaker is whose
    sides = [e.known.side for e in (speaker, whose) if e.known and e.known.side]
    if len(sides) == 2:
        return sides[0] == sides[1]
    names = {m.name_text for m in whose.mentions if m.proper and not whose.person}
    return any(name in document.text[m.start : m.whole_end] for name in names for m in speaker.mentions)


def _claim(
    document: Document, draft: Draft, name: str, about: Link | Unlinked, echo: str | None, vocabulary: ReportVocabulary
) -> Claim:
    axis = vocabulary.stances[draft.stance].axis
    unnamed = _unnamed(document, draft, vocabulary)
    span = document.span(draft.start, draft.end)
    content = document.span(*draft.content)
    said, happened = _times(draft, axis)
    return Claim(
        id=name,
        speaker=draft.speaker.id if draft.speaker else None,
        stance=draft.stance,
        axis=axis,
        about=about,
        quote=quote_of(document.original, span),
        target=draft.target.id if draft.target and draft.target is not draft.speaker else None,
        said_on=said,
        happened_on=happened,
        voice=_voice(draft),
        visibility=visibility(draft, anonymous=unnamed),
        chain=_chain(draft, vocabulary),
        independence_group=_group(draft),
        factuality=_factuality(draft, vocabulary),
        echo_of=echo,
        grounds=tuple(document.span(a, b) for a, b in draft.grounds if b > a),
        grades=_grades(draft, axis, vocabulary, unnamed=unnamed),
        proposition=content,
        notes=tuple(draft.notes),
    )


def _voice(draft: Draft) -> str:
    told = draft.frame is not None or (draft.told is not None and draft.speaker is not None)
    return "quoted" if draft.quoted else "paraphrased" if told else "author"


def _times(draft: Draft, axis: str) -> tuple[When | Missing, When | Missing]:
    said, happened = draft.said, draft.happened
    if draft.stance == "PUBLIC_SILENCE" and said is not None and said.latest is not None:
        # Silence "until the end of October" was looked for up to that day and still held on it.
        last = said.edtf.rpartition("/")[2]
        happened = When(f"../{last}", None, said.latest, (), said.spans, said.computed)
    if axis == "conduct" and draft.frame is None:
        # The day of a report on it is not that of the deed.
        happened = happened or (None if draft.sourced else said)
        said = said if draft.social or draft.sourced else None
    unknown = Missing(draft.undated) if draft.undated else NOT_STATED
    acts = axis == "conduct" and draft.frame is None
    return said or (NOT_STATED if acts else unknown), happened or (unknown if acts else NOT_STATED)


def _chain(draft: Draft, vocabulary: ReportVocabulary) -> tuple[Hop, ...]:
    hops: list[Hop] = []
    if draft.target is not None and vocabulary.stances[draft.stance].family == "private report":
        hops.append(Hop("speaker", draft.target.id))
        hops.append(Hop("relay", draft.speaker.id if draft.speaker else None))
    elif draft.speaker is not None:
        hops.append(Hop("speaker", draft.speaker.id))
    if draft.relay is not None:
        hops.append(Hop("relay", draft.relay.id))
    hops += [Hop("outlet", outlet.id) for outlet in draft.outlets]
    hops += [Hop("outlet", source=s) for s in draft.sources]
    hops.append(Hop("text"))
    return tuple(hops)


def _group(draft: Draft) -> str | None:
    """Claims with one origin count once: the cited source, or else whoever spoke."""
    if draft.sources:
        return f"source:{draft.sources[0]}"
    origin = draft.relay or draft.speaker
    return f"actor:{origin.id}" if origin else "text"


def _unnamed(document: Document, draft: Draft, vocabulary: ReportVocabulary) -> bool:
    """Whether it comes from somebody whom the text does not name: an official, "three members of the delegation"."""
    hands = [entity for entity in (draft.speaker, draft.relay) if entity is not None]
    return any(_is_unnamed(document, draft, entity, vocabulary) for entity in hands)


def _is_unnamed(document: Document, draft: Draft, entity: Entity, vocabulary: ReportVocabulary) -> bool:
    first = entity.mentions[0]
    plain = not entity.named and not entity.person and "'s " not in first.text
    nameless = plain and (first.plural or not first.definite)
    passes_on = vocabulary.stances[draft.stance].family == "private report"
    kind = "anonymous" if _CODED.match(first.text) else kind_of(entity, vocabulary)
    confided = draft.confided and (nameless or (plain and kind == "person"))
    if (nameless and passes_on) or confided or kind == "anonymous":
        return True
    told = document.text[first.start : first.start + _NEAR].partition(". ")[0]
    return nameless and not first.plural and _UNNAMED.search(told) is not None


def _factuality(draft: Draft, vocabulary: ReportVocabulary) -> str:
    """How sure the text makes it: told as so, as possible, or as somebody's word; the sign is the polarity."""
    # What is passed on of a talk behind closed doors is that it was said, whatever was promised there.
    told = None if vocabulary.stances[draft.stance].family == "private report" else draft.told
    polarity, time = told or (draft.polarity, draft.time)
    sign = "−" if polarity == "negative" else "+"
    if time == "possible" or any(t.lemma in ("perhaps", "possibly") for t in draft.tokens):
        return f"POSSIBLE{sign}"
    if draft.stance in ("CONDITION", "THREATEN", "CALL_TO_COMPLY") or time in ("future", "must"):
        return "UNKNOWN"
    if any(t.lemma in ("likely", "reportedly", "apparently", "probably") for t in draft.tokens):
        return f"PROBABLE{sign}"
    verb = draft.frame.verb if draft.frame else draft.head if draft.told else None
    if verb is not None and verb.lemma in ("claim", "allege", "contend", "maintain", "believe", "think"):
        return f"POSSIBLE{sign}"
    return f"CERTAIN{sign}" if verb is None and draft.frame is None else f"PROBABLE{sign}"


def _grades(draft: Draft, axis: str, vocabulary: ReportVocabulary, *, unnamed: bool) -> Mapping[str, str]:
    grade = vocabulary.grades[_evidence(draft, axis, vocabulary, unnamed=unnamed)]
    return MappingProxyType({"said": grade.said, "true": grade.true, "set_by": f"default: {grade.reason}"})


def _evidence(draft: Draft, axis: str, vocabulary: ReportVocabulary, *, unnamed: bool) -> str:
    level = authority_of(draft.speaker, vocabulary) if draft.speaker else None
    family = vocabulary.stances[draft.stance].family
    if draft.stance == "CONDUCT_SIGNAL":
        return "display"
    if draft.speaker is None or axis == "conduct" or draft.stance == "PUBLIC_SILENCE":
        return "narrated"
    if unnamed:
        return "anonymous"
    by_level = {"T": "monitor", "A": "analyst", "L": "witness", "X": "backer"}
    if level in by_level:
        return by_level[level]
    if family.startswith("narrow"):
        return "party-reading"
    if family == "accuse":
        return "party-enemy"
    return "own-post" if draft.social else "party-self"
