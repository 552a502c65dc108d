"""The step itself: a document and its parses in, a `Report` out."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from trucewatch.core.dates import When, when
from trucewatch.core.model import (
    NOT_STATED,
    Claim,
    Document,
    Hop,
    Link,
    Missing,
    Report,
    Skipped,
    Unlinked,
)
from trucewatch.core.parse import Parse, Token
from trucewatch.core.quotes import quote_of
from trucewatch.vocabulary.reports import ReportVocabulary, report_vocabulary

from .actors import ActorFinder, Entity, authority_of, kind_of, make_actors
from .agreements import Subjects
from .citations import Citation, after_mark, find_citations, mark_offsets
from .drafts import Draft, DraftReader
from .passages import Stretch, stretches
from .report_dates import ReportDates, conflicting

# What a later "this position" can point back to.
_POSITIONS = (
    "narrow/exclude/deny the obligation",
    "commit/affirm",
    "accuse",
    "delay/condition",
    "deny conduct/justify",
)
_SOURCE_GAP = 400
# A "sentence" beyond this is a list or a fault of the text; reading it would take time out of all proportion.
LONGEST_SENTENCE = 300
# Days. What a report on so short a period leaves undated is dated by the period.
SHORT_PERIOD = 14


def read_claims(document: Document, parses: Sequence[Parse], vocabulary: ReportVocabulary | None = None) -> Report:
    """The report taken apart: agreements, actors, implied commitments, claims and sources.

    `parses` are those of `report_passages(document)`, one each and in order, with entities, put back
    with `Passage.relocate`. Raises ValueError when their number differs.
    """
    vocabulary = vocabulary or report_vocabulary()
    parts = stretches(document)
    if len(parses) != len(parts):
        raise ValueError(f"{len(parses)} parses for {len(parts)} passages: parse report_passages(document)")
    parse, by_part, skipped = _joined(document, parses, parts)
    readable = [bounds for sentences in by_part for bounds in sentences]
    dates = ReportDates(document, parts)
    actors = ActorFinder(document, vocabulary)
    citations = find_citations(document, dates)
    actors.collect(parse, _outside(parse, readable, citations))
    subjects = Subjects(document, vocabulary, dates)
    subjects.collect(parse, readable)
    reader = DraftReader(parse, vocabulary, actors, subjects, dates)
    ranges = [(c.start, c.end) for c in citations]
    drafts: list[Draft] = []
    for part, sentences in zip(parts, by_part, strict=True):
        if part.label:
            actors.labelled(*part.label)
        if sentences:
            drafts += reader.read(part, sentences, ranges)
    marks = mark_offsets(document)
    for draft in drafts:
        draft.noted = after_mark(marks, draft.sentence_start)
    _default_dates(drafts, dates)
    _cite(drafts, citations)
    drafts = _merge_notes(drafts)
    agreements, commitments = subjects.mentions(), subjects.commitments()
    used = _used(drafts, actors)
    made_actors = make_actors(document, used, vocabulary)
    claims = _claims(document, drafts, subjects, vocabulary)
    return Report(
        document=replace(document, published_on=dates.own),
        agreements=agreements,
        actors=made_actors,
        commitments=commitments,
        claims=claims,
        sources=tuple(c.source for c in citations),
        skipped=skipped,
    )


def _joined(
    document: Document, parses: Sequence[Parse], parts: Sequence[Stretch]
) -> tuple[Parse, list[list[tuple[int, int]]], tuple[Skipped, ...]]:
    """One parse over all, the sentences to read of every stretch, and what is not read."""
    tokens: list[Token] = []
    found: list[list[tuple[int, int]]] = []
    skipped: list[Skipped] = []
    for part, parse in zip(parts, parses, strict=True):
        shift = len(tokens)
        tokens += (replace(t, i=t.i + shift, head=t.head + shift) for t in parse.tokens) if shift else parse.tokens
        kept = []
        for low, high in parse.sentences:
            reason = _unread(part, high - low)
            if reason is None and high > low:
                kept.append((low + shift, high + shift))
            elif reason is not None:
                skipped.append(Skipped(reason, document.span(parse.tokens[low].start, parse.tokens[high - 1].end)))
        found.append(kept)
    return Parse(tuple(tokens), tuple(s for kept in found for s in kept)), found, tuple(skipped)


def _outside(
    parse: Parse, sentences: Sequence[tuple[int, int]], citations: Sequence[Citation]
) -> list[tuple[int, int]]:
    """The sentences that are no citation: a footnote's title and publisher are no actors of the story."""
    starts = [c.start for c in citations]
    kept = []
    for low, high in sentences:
        start = parse.tokens[low].start
        at = bisect_right(starts, start + 1) - 1
        if at < 0 or citations[at].end <= start + 1:
            kept.append((low, high))
    return kept


def _unread(part: Stretch, words: int) -> str | None:
    if part.heading:
        return "a heading"
    if words > LONGEST_SENTENCE:
        return f"a sentence of {words} words; longer than {LONGEST_SENTENCE} are not read"
    return None


# ---------------------------------------------------------------------- dates and sources


def _default_dates(drafts: Sequence[Draft], dates: ReportDates) -> None:
    """Dates that hold without being repeated: the statement's own day, a short period, the speaker's last.

    What the author says in the author's own voice is said on the day of publication.
    """
    last: tuple[Entity | None, int, When | None] = (None, -1, None)
    for draft in drafts:
        if draft.said is None and draft.frame is not None and draft.stance != "ECHO":
            same = draft.speaker is not None and last[:2] == (draft.speaker, draft.paragraph)
            draft.said = last[2] if same else None
        if draft.said is None:
            draft.said = _own_day(draft, dates)
        if draft.frame is not None:
            last = (draft.speaker, draft.paragraph, draft.said)


def _own_day(draft: Draft, dates: ReportDates) -> When | None:
    author = draft.speaker is None and draft.frame is None
    own = dates.published if dates.statement or author else None
    if own is None and dates.published is None and dates.period is not None:
        first, final = dates.period.earliest, dates.period.latest
        short = first is not None and final is not None and (final - first).days <= SHORT_PERIOD
        own = dates.period if short or draft.stance == "THIRD_PARTY_FINDING" or author else None
    return when(own.edtf, *own.spans, computed=True) if own is not None else None


def _cite(drafts: Sequence[Draft], citations: Sequence[Citation]) -> None:
    """Ties a flattened footnote to the claims right before it: interviews to what is told anonymously, posts to acts."""
    for citation in citations:
        near = [d for d in drafts if 0 <= citation.start - d.end < _SOURCE_GAP]
        if not near:
            continue
        last = max(d.order for d in near)
        same = [d for d in near if d.order == last]
        if citation.source.kind == "interview":
            same = [d for d in same if d.frame is not None] or same
        else:
            same = same[-1:]
        for draft in same:
            date = citation.source.date
            if date is not None and citation.source.kind in ("interview", "post", "statement", "broadcast"):
                draft.said = conflicting(date, draft.said) if draft.said and draft.said.edtf != date.edtf else date
            draft.social = draft.social or citation.source.kind == "post"
            draft.sources.append(citation.source.id)


def _merge_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """One claim where body and footnote tell the same: the quoted words stay, both dates are kept."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next(
            (
                d
                for d in reversed(kept[-4:])
                if draft.noted
                and draft.quoted
                and not d.quoted
                and d.stance == draft.stance
                and d.speaker is draft.speaker
                and 0 < draft.order - d.order <= 2
            ),
            None,
        )
        if twin is None:
            kept.append(draft)
            continue
        if draft.said and twin.said:
            draft.said = conflicting(draft.said, twin.said)
        draft.said = draft.said or twin.said
        draft.grounds = (*twin.grounds, *draft.grounds)
        draft.notes.append("the body tells it in other words; the footnote quotes it")
        draft.noted = False
        kept[kept.index(twin)] = draft
    return kept


# ---------------------------------------------------------------------- claims


def _used(drafts: Sequence[Draft], actors: ActorFinder) -> list[Entity]:
    """The actors of the claims, then the others that have a name."""
    needed: list[Entity] = []
    for draft in drafts:
        for entity in (draft.speaker, draft.target, draft.relay):
            if entity is not None and entity not in needed:
                needed.append(entity)
    places = ("GPE", "LOC", "FAC", "DATE", "EVENT", "TIME", "CARDINAL", "LAW", "MONEY", "WORK_OF_ART")
    for entity in actors.entities:
        first = entity.mentions[0]
        known = entity.known is not None and entity.known.kind != "state"
        named = known or (first.proper and first.head.entity in ("PERSON", "ORG", "NORP"))
        if named and first.head.entity not in places and entity not in needed:
            needed.append(entity)
    return needed


def _claims(
    document: Document, drafts: Sequence[Draft], subjects: Subjects, vocabulary: ReportVocabulary
) -> tuple[Claim, ...]:
    made: list[Claim] = []
    by_draft: list[tuple[Draft, Claim]] = []
    for number, draft in enumerate(drafts, 1):
        echoed = _echoed(draft, by_draft, vocabulary) if draft.stance == "ECHO" else None
        inherited = _inherited(draft, echoed, by_draft)
        about = subjects.link(draft.tokens, inherited)
        claim = _claim(document, draft, f"k{number}", about, echoed.id if echoed else None, vocabulary)
        made.append(claim)
        by_draft.append((draft, claim))
    return tuple(made)


def _echoed(draft: Draft, before: Sequence[tuple[Draft, Claim]], vocabulary: ReportVocabulary) -> Claim | None:
    """The position that is repeated: the last public one of the body, by somebody else."""
    for other, claim in reversed(before[-40:]):
        family = vocabulary.stances[claim.stance].family
        if family in _POSITIONS and not other.private and not other.noted and other.speaker is not draft.speaker:
            return claim
    return None


def _inherited(draft: Draft, echoed: Claim | None, before: Sequence[tuple[Draft, Claim]]) -> Link | None:
    if echoed is not None:
        return echoed.about if isinstance(echoed.about, Link) else None
    if before and before[-1][0].paragraph == draft.paragraph and draft.order - before[-1][0].order <= 1:
        about = before[-1][1].about
        return about if isinstance(about, Link) else None
    return None


def _claim(
    document: Document, draft: Draft, name: str, about: Link | Unlinked, echo: str | None, vocabulary: ReportVocabulary
) -> Claim:
    axis = vocabulary.stances[draft.stance].axis
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
        voice="quoted" if draft.quoted else "paraphrased" if draft.frame else "author",
        visibility=_visibility(draft, vocabulary),
        chain=_chain(draft),
        independence_group=_group(draft),
        factuality=_factuality(draft),
        echo_of=echo,
        grounds=tuple(document.span(a, b) for a, b in draft.grounds if b > a),
        grades=_grades(draft, axis, vocabulary),
        proposition=content,
        notes=tuple(draft.notes),
    )


def _times(draft: Draft, axis: str) -> tuple[When | Missing, When | Missing]:
    said, happened = draft.said, draft.happened
    if draft.stance == "PUBLIC_SILENCE" and said is not None and said.latest is not None:
        # Silence "until the end of October" was looked for up to that day and still held on it.
        happened = When(f"../{said.edtf}", None, said.latest, (), said.spans, said.computed)
    if axis == "conduct" and draft.frame is None:
        happened = happened or said
        said = said if draft.social else None
    return said or NOT_STATED, happened or NOT_STATED


def _chain(draft: Draft) -> tuple[Hop, ...]:
    hops: list[Hop] = []
    if draft.private and draft.target is not None:
        hops.append(Hop("speaker", draft.target.id))
        hops.append(Hop("relay", draft.speaker.id if draft.speaker else None))
    elif draft.speaker is not None:
        hops.append(Hop("speaker", draft.speaker.id))
    if draft.relay is not None:
        hops.append(Hop("relay", draft.relay.id))
    hops += [Hop("outlet", source=s) for s in draft.sources]
    hops.append(Hop("text"))
    return tuple(hops)


def _group(draft: Draft) -> str | None:
    """Claims with one origin count once: the cited source, or else whoever spoke."""
    if draft.sources:
        return f"source:{draft.sources[0]}"
    origin = draft.relay or draft.speaker
    return f"actor:{origin.id}" if origin else "text"


def _visibility(draft: Draft, vocabulary: ReportVocabulary) -> str:
    anonymous = draft.speaker is not None and kind_of(draft.speaker, vocabulary) == "anonymous"
    if draft.stance.startswith("REPORT_PRIVATE") or draft.stance == "REPORT_KNOWLEDGE":
        return "private-anonymous" if anonymous or draft.speaker is None else "private-on-record"
    if anonymous:
        return "private-anonymous"
    if draft.social:
        return "public-social"
    return "public-signed" if any(t.lemma in ("sign", "initial") for t in draft.tokens) else "public-oral"


def _factuality(draft: Draft) -> str:
    """How sure the text makes it: told as so, as possible, or as somebody's word; the sign is the polarity."""
    sign = "−" if draft.polarity == "negative" else "+"
    if draft.time == "possible" or any(t.lemma in ("perhaps", "possibly") for t in draft.tokens):
        return f"POSSIBLE{sign}"
    if draft.stance in ("CONDITION", "THREATEN", "CALL_TO_COMPLY") or draft.time in ("future", "must"):
        return "UNKNOWN"
    if any(t.lemma in ("likely", "reportedly", "apparently", "probably") for t in draft.tokens):
        return f"PROBABLE{sign}"
    verb = draft.frame.verb if draft.frame else None
    if verb is not None and verb.lemma in ("claim", "allege", "contend", "maintain", "believe", "think"):
        return f"POSSIBLE{sign}"
    return f"CERTAIN{sign}" if draft.frame is None else f"PROBABLE{sign}"


def _grades(draft: Draft, axis: str, vocabulary: ReportVocabulary) -> Mapping[str, str]:
    grade = vocabulary.grades[_evidence(draft, axis, vocabulary)]
    return MappingProxyType({"said": grade.said, "true": grade.true, "set_by": f"default: {grade.reason}"})


def _evidence(draft: Draft, axis: str, vocabulary: ReportVocabulary) -> str:
    level = authority_of(draft.speaker, vocabulary) if draft.speaker else None
    family = vocabulary.stances[draft.stance].family
    if draft.stance == "CONDUCT_SIGNAL":
        return "display"
    if draft.speaker is None or axis == "conduct" or draft.stance == "PUBLIC_SILENCE":
        return "narrated"
    if kind_of(draft.speaker, vocabulary) == "anonymous":
        return "anonymous"
    by_level = {"T": "monitor", "A": "analyst", "L": "witness", "X": "backer"}
    if level in by_level:
        return by_level[level]
    if family.startswith("narrow"):
        return "party-reading"
    if family == "accuse":
        return "party-enemy"
    return "own-post" if draft.social else "party-self"
