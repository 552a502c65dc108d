"""The step itself: a document in a language without a parser in, a report of dates, names and numbers out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from trucewatch.core.date_words import DateMention
from trucewatch.core.dates import when
from trucewatch.core.mentioned import Mentioned
from trucewatch.core.model import Actor, Document, Flag, Missing, Report, Skipped
from trucewatch.vocabulary.languages import language_words
from trucewatch.vocabulary.reports import ReportVocabulary, report_vocabulary

from .dates import plain_dates
from .names import Found, plain_names
from .numbers import plain_numbers

NO_PLACES = Missing("places are looked up in English texts only")


def read_plainly(document: Document, vocabulary: ReportVocabulary | None = None) -> Report:
    """Dates, names and numbers of a report that is not in English; a flag and a skipped entry say that this is all."""
    vocabulary = vocabulary or report_vocabulary()
    language = language_words(document.language)
    text = document.text
    dates = plain_dates(text, document.language)
    taken = [(d.start, d.end) for d in dates]
    blocks = [(block.start, block.end) for block in document.blocks]
    names = [n for n in plain_names(text, blocks, document.language, vocabulary) if _free(n[0], n[1], taken)]
    taken = sorted([*taken, *((n[0], n[1]) for n in names)])
    numbers = [n for n in plain_numbers(text, language.decimal) if _free(n[0], n[1], taken)]
    found = [
        *_dated(document, dates),
        *(Mentioned(kind, document.span(a, b), actor=known.id if known else None) for a, b, kind, known in names),
        *(Mentioned("number", document.span(a, b), value=value) for a, b, value in numbers),
    ]
    said = f"is in {language.name}; it is read for dates, names and numbers only, and no claims are looked for"
    return Report(
        document=replace(document, flags=(*document.flags, Flag("other-language", f"the text {said}"))),
        actors=_actors(document, names),
        mentioned=tuple(sorted(found, key=lambda m: m.span)),
        skipped=(Skipped(f"the whole text, for claims: it {said}"),),
        places=NO_PLACES,
    )


def _dated(document: Document, dates: Sequence[DateMention]) -> Iterator[Mentioned]:
    for mention in dates:
        span = document.span(mention.start, mention.end)
        yield Mentioned("date", span, when=when(mention.edtf, span, alternatives=mention.alternatives))


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether no range of `taken`, which are in order and apart, reaches into this one."""
    at = bisect_left(taken, (end,))
    return at == 0 or taken[at - 1][1] <= start


def _actors(document: Document, names: Sequence[Found]) -> tuple[Actor, ...]:
    """The known actors among the names, each called as the text calls them first."""
    spans: dict[str, list[tuple[int, int]]] = {}
    known = {actor.id: actor for _, _, _, actor in names if actor is not None}
    for start, end, _, actor in names:
        if actor is not None:
            spans.setdefault(actor.id, []).append((start, end))
    return tuple(
        Actor(
            id=key,
            name=document.span(*places[0]),
            kind=known[key].kind,
            side=known[key].side,
            authority=known[key].authority,
            ids=MappingProxyType(dict(known[key].ids) | {"trucewatch": key}),
            mentions=tuple(document.span(*place) for place in places),
        )
        for key, places in spans.items()
    )
