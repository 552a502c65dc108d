"""When two names, stretches or dates count as the same. One definition for every comparison."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

Range = tuple[int, int]
_ARTICLES = {"the", "a", "an"}
_STOP = set(
    "a an the of to in on at by for from and or its it is be as with within each all both which that this "
    "their his her they shall will not no before after more than".split()
)


def plain(words: str) -> str:
    """Quotation marks, dashes and spaces made uniform; case folded."""
    words = unicodedata.normalize("NFC", words)
    for pattern, stands_for in (
        ("[\u2018\u2019\u201a\u201b\u2032`\u00b4]", "'"),
        ("[\u201c\u201d\u201e\u00ab\u00bb\u2033]", '"'),
        ("[\u2010-\u2015]", "-"),
        (r"\s+", " "),
    ):
        words = re.sub(pattern, stands_for, words)
    return words.strip().casefold()


def name_words(name: str) -> list[str]:
    """The words of a name without accents and leading articles."""
    letters = (c for c in unicodedata.normalize("NFKD", plain(name)) if not unicodedata.combining(c))
    found = re.findall(r"[\w@]+(?:'s)?", "".join(letters))
    while found and found[0] in _ARTICLES:
        found = found[1:]
    return found


def same_name(one: str, other: str) -> bool:
    """The same words, or one is the end of the other (title and name, full name and surname)."""
    short, long_ = sorted((name_words(one), name_words(other)), key=len)
    if not short:
        return False
    if short == long_:
        return True
    # "the army of Lebanon" does not end in a surname.
    if len(short[-1]) < 4 or set(long_) & {"of", "for", "and", "in"}:
        return False
    return long_[-len(short) :] == short


def share_of_words(one: str, other: str) -> float:
    """The share of content words that the shorter has in common with the longer."""
    a, b = _content(one), _content(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _content(words: str) -> set[str]:
    kept = (w for w in name_words(words) if w not in _STOP and len(w) > 1)
    return {re.sub(r"(ing|ed|s)$", "", w) if len(w) > 5 else w for w in kept}


def places(text: str, words: str) -> list[Range]:
    """Every place where the words stand."""
    return [(m.start(), m.start() + len(words)) for m in re.finditer(f"(?={re.escape(words)})", text)]


def overlap(ours: Iterable[Range], theirs: Iterable[Range]) -> tuple[float, float]:
    """The best (share of the shorter, intersection over union) over all pairs of places."""
    best = (0.0, 0.0)
    theirs = list(theirs)
    for a, b in ours:
        for c, d in theirs:
            common = min(b, d) - max(a, c)
            if common > 0:
                best = max(best, (common / min(b - a, d - c), common / (max(b, d) - min(a, c))))
    return best


def dice(a: Range, b: Range) -> float:
    """Twice the common length by the sum of lengths."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return 2 * common / ((a[1] - a[0]) + (b[1] - b[0])) if common else 0.0


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """(first, last) day of an answer sheet's date."""
    if not edtf:
        return None
    ends = [_days_of_part(part) for part in edtf.split("/")]
    first, last = ends[0][0], ends[-1][1]
    first, last = first or last, last or first
    return (first, last) if first and last else None


def _days_of_part(part: str) -> tuple[date | None, date | None]:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part.strip())
    if not match:
        return None, None
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    if month and day:
        return date(year, month, day), date(year, month, day)
    if month:
        start = date(year, month, 1)
        return start, (start + timedelta(32)).replace(day=1) - timedelta(1)
    return date(year, 1, 1), date(year, 12, 31)


def days_printed(when: Any) -> tuple[date, date] | None:
    """(earliest, latest) of a printed date; None when it is missing, and when an end is open."""
    if not when or "missing" in when or not when.get("earliest") or not when.get("latest"):
        return None
    return date.fromisoformat(when["earliest"]), date.fromisoformat(when["latest"])
