"""The user's own Word document back, with each finding as a comment on the words it is about.

Text and formatting stay as they are: a run is parted where a comment starts or ends inside it, and both
parts keep its properties. For other formats a new document is made from the agreement's text.
"""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from trucewatch.core.errors import MissingExtra
from trucewatch.core.model import BlockKind, Document, Finding, LintResult, Severity
from trucewatch.core.quotes import Span

from .docx_ranges import Origin, Sheet
from .line_ends import Means, line_ends

AUTHOR, INITIALS = "trucewatch", "tw"
_ORDER = list(Severity)
# Characters that XML cannot hold.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Mark = tuple[Span, list[Finding]]


def commented_copy(result: LintResult, data: bytes, origins: Callable[[Any], Sequence[Origin]]) -> bytes:
    """The .docx given as `data`, with comments; `origins` says where its text was read from."""
    document = _library().Document(io.BytesIO(data))
    return _commented(result, document, Sheet(origins(document.part), document.element.body))


def commented_transcript(result: LintResult) -> bytes:
    """A new .docx with the agreement's text and comments, for an agreement that came in another format."""
    document = _library().Document()
    document.core_properties.author = AUTHOR
    title = result.agreement.title
    document.core_properties.title = _printable(title.exact if title else result.agreement.document.path)[:255]
    return _commented(result, document, Sheet(list(_write(result, document)), document.element.body))


def _library() -> Any:
    try:
        import docx
    except ImportError as error:
        raise MissingExtra('writing .docx needs the "docx" extra. Run: pip install "trucewatch[docx]"') from error
    return docx


def _commented(result: LintResult, document: Any, sheet: Sheet) -> bytes:
    for span, findings in _marks(result.findings):
        comment = document.comments.add_comment(author=AUTHOR, initials=INITIALS)
        # The day on which a comment was written would make the same input give another file tomorrow.
        comment._element.date = None
        elsewhere = sheet.mark(span.start, span.end, comment.comment_id)
        _fill(comment, findings, elsewhere)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _marks(findings: Iterable[Finding]) -> list[Mark]:
    """One mark for each finding; those about the agreement as a whole share one, the gravest first."""
    marks: list[Mark] = []
    whole = sorted((f for f in findings if f.clause is None), key=lambda f: (f.span, _ORDER.index(f.severity), f.code))
    for span, group in groupby(whole, key=lambda f: f.span):
        marks.append((span, list(group)))
    marks += [(finding.span, [finding]) for finding in findings if finding.clause is not None]
    return sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end))


# --------------------------------------------------------------------------- what a comment says


def _fill(comment: Any, findings: Sequence[Finding], elsewhere: str) -> None:
    paragraph = comment.paragraphs[0]
    if len(findings) > 1:
        paragraph.add_run(f"{len(findings)} findings about the agreement as a whole").bold = True
        paragraph = comment.add_paragraph()
    for number, finding in enumerate(findings):
        if number:
            paragraph = comment.add_paragraph()
        paragraph.add_run(f"{finding.severity.value}: {finding.code} {finding.name}").bold = True
        for label, words in _lines(finding):
            line = comment.add_paragraph()
            if label:
                line.add_run(f"{label}: ").italic = True
            line.add_run(_printable(" ".join(words.split())))
    if elsewhere:
        comment.add_paragraph().add_run(elsewhere).italic = True


def _lines(finding: Finding) -> list[tuple[str, str]]:
    lines = [("", finding.message)]
    if finding.waived:
        waiver = finding.waived
        lines.append(("accepted", f"{waiver.reason}; {waiver.by} clears it up by {waiver.until}"))
    lines += [(f"reading {letter}", words) for letter, words in zip("abcdefgh", finding.readings, strict=False)]
    return [*lines, ("instead", finding.suggestion)] if finding.suggestion else lines


# --------------------------------------------------------------------------- a document for other formats


def _write(result: LintResult, document: Any) -> Iterable[Origin]:
    """Writes the agreement's text paragraph by paragraph; yields where each stretch went."""
    source = result.agreement.document
    title = result.agreement.title
    for start, end, kind, level, number in _paragraphs(source):
        if title and title.start <= start and end <= title.end:
            paragraph = document.add_paragraph(style="Title")
        elif kind is BlockKind.HEADING:
            paragraph = document.add_paragraph(style=f"Heading {min(level or 1, 9)}")
        else:
            paragraph = document.add_paragraph()
        if number:
            paragraph.add_run(f"{number}\t")
        yield from _write_paragraph(source.original, start, end, paragraph)


def _paragraphs(source: Document) -> Iterable[tuple[int, int, BlockKind, int | None, str | None]]:
    """The blocks in original offsets, each with what stands between it and the next, so that nothing is lost."""
    starts = [source.repairs.start_in_original(block.start) for block in source.blocks]
    ends = [*starts[1:], len(source.original)]
    if starts and source.original[: starts[0]].strip():
        starts[0] = 0
    for block, first, last in zip(source.blocks, starts, ends, strict=True):
        words = source.original[first:last]
        start = first + len(words) - len(words.lstrip())
        yield start, first + len(words.rstrip()), block.kind, block.level, block.number


def _write_paragraph(original: str, start: int, end: int, paragraph: Any) -> Iterable[Origin]:
    at = start
    for line_end in [*line_ends(original, start, end), None]:
        stop = line_end.start if line_end else end
        if stop > at:
            text = paragraph.add_run()._r.add_t(_printable(original[at:stop]))
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield at, stop, text
        if line_end:
            run = paragraph.add_run()._r
            # A line that was wrapped goes on; one that was ended ends.
            sign = run.add_t(" ") if line_end.means is Means.WRAP else run.add_br()
            yield line_end.start, line_end.end, sign
            at = line_end.end


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub(" ", words)
