"""The agreement's original text as rows, one a clause, with the quoted words marked.

The rows together hold the original text character by character: numbers, headings and what belongs to
no clause stand before the words of the clause that follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.core.model import Agreement, Clause, Finding, Severity
from trucewatch.core.quotes import Span

from .html_elements import Html, join, tag, text
from .line_ends import Means, line_ends

ORDER = list(Severity)
# A longer lead than a number holds words of its own.
_NUMBER = 16


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with the number that ties it to its words; `first` is the first note with the same readings."""

    number: int
    finding: Finding
    first: int


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the original: the lead (number, heading) up to `body`, then the clause's own words."""

    start: int
    body: int
    end: int
    clause: Clause | None


def rows(agreement: Agreement) -> Iterator[Row]:
    """The original text from its first to its last character, cut where clauses end."""
    at = 0
    original = agreement.document.original
    for clause in agreement.clauses:
        own = clause.span or clause.heading
        if own is None:
            yield Row(at, at, at, clause)
            continue
        end = max(at, own.end)
        body = max(at, clause.span.start) if clause.span else end
        yield Row(at, min(body, end), end, clause)
        at = end
    if at < len(original):
        yield Row(at, at, len(original), None)


def row_text(original: str, row: Row, notes: Sequence[Note]) -> Html:
    """The row's words: lead and body, marked where a note's finding quotes them."""
    lead = original[row.start : row.body]
    heading = row.clause.heading if row.clause else None
    headed = heading is not None and row.start <= heading.start < row.body
    number = _counted(row.clause, lead)
    body = join(_marked(original, row.body, row.end, notes))
    if not headed and len(lead.strip()) <= _NUMBER:
        first = tag("span", _marked(original, row.start, row.body, notes), class_="number")
        return tag("p", first, body, class_="words", data_number=number)
    name = "h3" if headed else "p"
    first = tag(
        name,
        _marked(original, row.start, row.body, notes, heading if headed else None),
        class_="lead",
        data_number=number,
    )
    return join(first, tag("p", body, class_="words") if body else None)


def _counted(clause: Clause | None, lead: str) -> str | None:
    """The clause's number where Word counts it and the text does not hold it; the style sheet shows it."""
    number = clause.number if clause else ""
    return number if number and number.strip(".()") not in lead else None


def _marked(original: str, start: int, end: int, notes: Sequence[Note], heading: Span | None = None) -> Iterator[Html]:
    """The words between two offsets, each stretch in the mark of the gravest finding that quotes it."""
    inside = [note for note in notes if note.finding.span.start < end and note.finding.span.end > start]
    edges = {start, end} | {edge for n in inside for edge in (n.finding.span.start, n.finding.span.end)}
    edges |= {heading.start, heading.end} if heading else set()
    for first, last in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        covering = [n.finding for n in inside if n.finding.span.start <= first and last <= n.finding.span.end]
        words = _lines(original, first, last)
        if heading and heading.start <= first and last <= heading.end:
            words = tag("strong", words)
        yield tag("mark", words, class_=_look(covering)) if covering else words
        for note in inside:
            if note.finding.span.end == last:
                number = str(note.number)
                yield tag(
                    "a", number, class_="ref", id=f"r{number}", href=f"#n{number}", aria_label=f"finding {number}"
                )


def _look(findings: Sequence[Finding]) -> str:
    live = [finding.severity for finding in findings if not finding.waived]
    return min(live, key=ORDER.index).value if live else "waived"


def _lines(original: str, start: int, end: int) -> Html:
    """The words with line ends as the reader shall see them: a wrap is a space, an end a new line."""
    parts: list[Html] = []
    at = start
    for line_end in line_ends(original, start, end):
        parts.append(text(original[at : line_end.start]))
        words = plain(original, line_end.start, line_end.end)
        parts.append(text(words) if line_end.means is Means.WRAP else tag("span", words, class_=line_end.means.value))
        at = line_end.end
    return join(parts, text(original[at:end]))


def plain(original: str, start: int, end: int) -> str:
    """The words with line ends as HTML has them; one that the range cuts in two belongs to its second half."""
    words = original[start:end]
    if words.endswith("\r") and original[end : end + 1] == "\n":
        words = words[:-1]
    return words.replace("\r\n", "\n").replace("\r", "\n")
