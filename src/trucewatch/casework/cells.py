"""Texts in the cells of a CSV file, for spreadsheets that take some of them for formulas."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

# A cell that starts so is run by spreadsheets; the words of a report are no program.
_RUN = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def safe(text: str) -> str:
    """The text as it can stand in a cell."""
    return _GUARD + text if text.startswith((*_RUN, _GUARD)) else text


def plain(cell: str) -> str:
    """The text that `safe` made the cell from."""
    return cell.removeprefix(_GUARD)


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The lines of a CSV file; it begins with the mark by which spreadsheets know UTF-8."""
    yield b"\xef\xbb\xbf" + _line(header)
    for row in rows:
        yield _line([safe(text) for text in row])


def _line(cells: Sequence[str]) -> bytes:
    into = io.StringIO()
    csv.writer(into).writerow(cells)
    return into.getvalue().encode("utf-8", "surrogatepass")
