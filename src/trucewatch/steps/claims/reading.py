"""The step itself: a document and its parses in, a `Report` out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from trucewatch.core.model import (
    Document,
    Report,
    Skipped,
)
from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import DutyJudge, StanceJudge
from trucewatch.vocabulary.reports import ReportVocabulary, report_vocabulary

from .actors import ActorFinder
from .agreements import Subjects
from .camps import Camps
from .citations import Citation, find_citations
from .citing import cite, merge_notes
from .date_choice import choose_dates
from .date_facts import DateFacts, day_of
from .deciding import Listener
from .default_dates import default_dates
from .draft import Draft
from .drafts import DraftReader
from .field_staff import for_their_mission, watches
from .hands import name_hands
from .issuers import Issuers, find_issuers
from .joined import each_alone, joined
from .known import Known
from .linking import Linker
from .listing import add_publishers, listed
from .making import make_claims
from .mending import mended
from .mentions import Entity
from .note_marks import after_mark, label_before, mark_offsets
from .passages import Stretch, stretches
from .plain_clauses import plain_clauses
from .report_dates import ReportDates
from .setting import setting_of
from .speaker_choice import OWN_VOICE, as_charges, choose_speakers
from .speaker_facts import SpeakerFacts
from .standing import make_actors
from .turns import is_answer, listed_speakers
from .untold_days import drop_untold_days

# Whom a label says that somebody speaks for.
_BESIDE = re.compile(r"(?:\s\(|,\s)(?P<words>[^():\n]{2,80})(?=[):\n])")
# Claims that somebody must make in a statement to be taken for its author.
_NARRATES = 3
# What whoever posts says in a post without naming anybody.
_POSTED = OWN_VOICE - {"COMPLY"}
# A "sentence" beyond this is a list or a fault of the text; reading it would take time out of all proportion.
LONGEST_SENTENCE = 300
OUT_OF_TIME = "the time limit for one document is over: no claims were looked for from here on"


def _never() -> bool:
    return False


def read_claims(
    document: Document,
    parses: Sequence[Parse],
    vocabulary: ReportVocabulary | None = None,
    enough: Callable[[], bool] = _never,
    judge: StanceJudge | None = None,
    duty_judge: DutyJudge | None = None,
) -> Report:
    """The report taken apart: agreements, actors, implied commitments, claims and sources.

    `parses` are those of `report_passages(document)`, one each and in order, with entities, put back with
    `Passage.relocate`. Raises ValueError when their number differs. What `enough` leaves no time for is told as skipped.
    """
    vocabulary = vocabulary or report_vocabulary()
    parts = stretches(document)
    parse, by_part, skipped = _joined(document, parses, parts, vocabulary)
    readable = [bounds for sentences in by_part for bounds in sentences]
    actors = ActorFinder(document, vocabulary, setting_of(dates := ReportDates(document, parts), vocabulary))
    citations = find_citations(document, dates)
    issuers = find_issuers(document, parts, vocabulary)
    authors = _introduce(document, parts, actors, issuers)
    dates.issued(i.title for i in issuers.found)
    actors.collect(parse, _outside(parse, readable, citations), [i.name for i in issuers.found])
    subjects = Subjects(document, vocabulary, dates)
    subjects.collect(parse, readable)
    ranges = _claim_nothing(document, citations, issuers)
    labelled = (actors.labelled(*p.label) for p in parts if p.label)
    present = [*labelled, *authors, *_writers(issuers, actors, vocabulary, dates)]
    pieces, known = list(zip(parts, by_part, strict=True)), Known(parse, vocabulary.speech)

    def told(narrator: Entity | None) -> tuple[list[Draft], list[Skipped]]:
        def reader(judge: StanceJudge | None) -> DraftReader:
            actors.forget()
            return DraftReader(parse, known, vocabulary, actors, subjects, dates, issuers, narrator, judge)

        return _judged(judge, lambda judge: _told(document, reader(judge), pieces, ranges, enough))

    narrated = dates.statement and not present and not dates.interview
    drafts, unread, narrator = _told_by_narrator(told) if narrated else (*told(None), None)
    _name_narrator(_noted(document, drafts), narrator)
    drafts = choose_speakers(drafts, SpeakerFacts(parse, actors, subjects, vocabulary, authors), document.text)
    drafts = name_hands(parse, _leave_unnamed(_by_posters(drafts, parts, actors), document.text), actors, vocabulary)
    as_charges(drafts if issuers.unsigned else ())
    _for_mission(parse, drafts, present, vocabulary)
    _date(parse, vocabulary, dates, drafts, citations, present or ([narrator] if narrator else []))
    drafts = each_alone(joined(merge_notes(drafts), document.text), document.text)
    agreements = subjects.mentions()  # before the linker, whose links refer to the ids that they get here
    named = listed(drafts, actors, add_publishers(document, actors, citations))
    made_actors = make_actors(document, named, vocabulary, actors.side_of)
    linker = Linker(document, parse, drafts, subjects, vocabulary, parts, duty_judge)
    claims = make_claims(document, drafts, linker, vocabulary)
    return Report(
        document=replace(document, published_on=dates.own, flags=(*document.flags, *actors.table.doubts(document))),
        agreements=agreements,
        actors=made_actors,
        commitments=linker.commitments(),
        claims=claims,
        sources=tuple({c.source.id: c.source for c in citations}.values()),
        skipped=(*skipped, *unread),
    )


def _for_mission(
    parse: Parse, drafts: Sequence[Draft], authors: Sequence[Entity], vocabulary: ReportVocabulary
) -> None:
    """Gives what "our patrol" found to the mission whose text it is."""
    if len(set(authors)) == 1 and watches(authors[0], vocabulary):
        for_their_mission(parse, drafts, authors[0])


def _introduce(document: Document, parts: Sequence[Stretch], actors: ActorFinder, issuers: Issuers) -> list[Entity]:
    """Who issues the text; makes those whom a line above a transcript lists known by their names."""
    for name, words in listed_speakers(document):
        actors.labelled(*name).describe(words)
    for part in parts:
        # "Mr. Nduhuura (Uganda): ...", "DR PETER LOKWANG, chief mediator: ..."
        beside = _BESIDE.match(document.text, part.label[1]) if part.label is not None else None
        if part.label is not None and beside is not None:
            actors.labelled(*part.label).describe(beside["words"])
    return [actors.issuer(i.name, i.short) for i in issuers.found]


def _writers(issuers: Issuers, actors: ActorFinder, vocabulary: ReportVocabulary, dates: ReportDates) -> list[Entity]:
    """Who signs a letter; that of a party's is a statement."""
    writers = [actors.labelled(*issuers.writer, person=False)] if issuers.writer is not None else []
    dates.statement |= any(Camps(actors, vocabulary).writes_for_a_side(writer) for writer in writers)
    return writers


def _signed(document: Document, issuers: Issuers) -> list[tuple[int, int]]:
    """The line that says from whom a letter is: it claims nothing."""
    if issuers.writer is None:
        return []
    first, last = issuers.writer
    end = document.text.find("\n", last)
    return [(document.text.rfind("\n", 0, first) + 1, end if end >= 0 else len(document.text))]


def _claim_nothing(document: Document, citations: Sequence[Citation], issuers: Issuers) -> list[tuple[int, int]]:
    """What is passed over: citations, titles, and the line that says from whom a letter is."""
    titles = [issuer.title for issuer in issuers.found]
    return sorted([*_cited(document, citations), *titles, *_signed(document, issuers)])


def _cited(document: Document, citations: Sequence[Citation]) -> list[tuple[int, int]]:
    """The citations, with the numbers of their notes."""
    return [(label_before(document.text, c.start), c.end) for c in citations]


def _date(
    parse: Parse,
    vocabulary: ReportVocabulary,
    dates: ReportDates,
    drafts: Sequence[Draft],
    citations: Sequence[Citation],
    present: Sequence[Entity],
) -> None:
    """Gives the claims the days that notes and the text's own day give them, or that more speaks for."""
    read = [day_of(draft) for draft in drafts]
    cite(dates.document, drafts, citations)
    default_dates(drafts, dates, present)
    choose_dates(drafts, DateFacts(parse, vocabulary, dates, drafts, present, read))
    for draft in drafts:
        drop_untold_days(parse, dates, draft)
        draft.undated = "" if draft.said or draft.happened else dates.undated(draft.sentence_start, draft.end)


def _noted(document: Document, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The claims, those marked that stand behind a note's number."""
    marks = mark_offsets(document)
    for draft in drafts:
        draft.noted = after_mark(marks, draft.sentence_start)
    return drafts


def _judged(
    judge: StanceJudge | None, read: Callable[[StanceJudge | None], tuple[list[Draft], list[Skipped]]]
) -> tuple[list[Draft], list[Skipped]]:
    """What is read with the judge, who hears first what it will be asked: reading is quick beside judging."""
    if judge is not None:
        listener = Listener()
        read(listener)
        judge.expect(listener.asked)
    return read(judge)


def _told(
    document: Document,
    reader: DraftReader,
    pieces: Sequence[tuple[Stretch, list[tuple[int, int]]]],
    ranges: Sequence[tuple[int, int]],
    enough: Callable[[], bool],
) -> tuple[list[Draft], list[Skipped]]:
    """What the stretches tell, and where the time was over."""
    found: list[Draft] = []
    for part, sentences in pieces:
        if sentences and enough():
            return found, [Skipped(OUT_OF_TIME, document.span(part.start, pieces[-1][0].end))]
        found += reader.read(part, sentences, ranges) if sentences else ()
    return found, []


def _told_by_narrator(
    told: Callable[[Entity | None], tuple[list[Draft], list[Skipped]]],
) -> tuple[list[Draft], list[Skipped], Entity | None]:
    """What a statement tells, read again once its narrator is known; what is not read; and the narrator."""
    drafts, unread = told(None)
    narrator = _narrator(drafts)
    if narrator is not None:
        drafts, unread = told(narrator)
    return drafts, unread, narrator


def _joined(
    document: Document, parses: Sequence[Parse], parts: Sequence[Stretch], vocabulary: ReportVocabulary
) -> tuple[Parse, list[list[tuple[int, int]]], tuple[Skipped, ...]]:
    """One parse over all with its faults mended, the sentences to read of every stretch, and what is not read."""
    if len(parses) != len(parts):
        raise ValueError(f"{len(parses)} parses for {len(parts)} passages: parse report_passages(document)")
    tokens: list[Token] = []
    found: list[list[tuple[int, int]]] = []
    skipped: list[Skipped] = []
    for part, parse in zip(parts, parses, strict=True):
        shift = len(tokens)
        tokens += (t.moved(shift, t.start, t.end) for t in parse.tokens) if shift else parse.tokens
        kept = []
        for low, high in parse.sentences:
            reason = _unread(part, high - low)
            if reason is None and high > low:
                kept.append((low + shift, high + shift))
            elif reason is not None:
                skipped.append(Skipped(reason, document.span(parse.tokens[low].start, parse.tokens[high - 1].end)))
        found.append(kept)
    whole = Parse(tuple(tokens), tuple(s for kept in found for s in kept))
    return plain_clauses(mended(whole, vocabulary.speech), vocabulary), found, tuple(skipped)


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


def _narrator(drafts: Sequence[Draft]) -> Entity | None:
    """Whoever makes a statement: the one who speaks in most of it."""
    speakers = [d.speaker for d in drafts if d.speaker is not None]
    for speaker, times in Counter(speakers).most_common(1):
        if times >= _NARRATES and 2 * times > len(speakers):
            return speaker
    return None


def _by_posters(drafts: list[Draft], parts: Sequence[Stretch], actors: ActorFinder) -> list[Draft]:
    """Gives what a post says in its own voice to whoever posts it, where several people do."""
    starts = [part.start for part in parts]
    for draft in drafts:
        poster = parts[bisect_right(starts, draft.start) - 1].poster
        if draft.speaker is None and draft.frame is None and poster is not None and draft.stance in _POSTED:
            draft.speaker = actors.labelled(*poster, person=False)
    return drafts


def _leave_unnamed(drafts: list[Draft], text: str) -> list[Draft]:
    """The claims, those without a speaker that an answer tells whose label names nobody: "A:"."""
    for draft in drafts:
        first = draft.speaker.mentions[0] if draft.speaker is not None else None
        if first is not None and first.head.i < 0 and is_answer(text[first.start : first.end]):
            draft.speaker = None
    return drafts


def _name_narrator(drafts: Sequence[Draft], narrator: Entity | None) -> None:
    """Gives a statement's own assertions to whoever makes the statement."""
    for draft in drafts:
        if draft.speaker is None and draft.frame is None:
            draft.speaker = narrator
