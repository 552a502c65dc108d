"""Numbers in figures, with the signs that the language puts into them."""

import re
from collections.abc import Iterator
from functools import lru_cache

# What may part groups of three digits: a point or comma that is not the decimal sign, narrow and other blanks, apostrophes.
_GROUPING = ".,'’ \u00a0\u202f٬"


def plain_numbers(text: str, decimal: str) -> Iterator[tuple[int, int, int | float]]:
    """Start, end and value of every number."""
    for hit in _pattern(decimal).finditer(text):
        whole = int("".join(filter(str.isdigit, hit["whole"])))
        part = hit["part"]
        yield *hit.span(), whole if part is None else float(f"{whole}.{''.join(str(int(c)) for c in part)}")


# A letter before figures makes them part of a name ("T72"), except in scripts that are written without spaces.
_LETTER = r"[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"


@lru_cache(maxsize=8)
def _pattern(decimal: str) -> re.Pattern[str]:
    group = "[" + re.escape("".join(sign for sign in _GROUPING if sign != decimal)) + "]"
    part = rf"(?:[{re.escape(decimal)}٫](?P<part>\d+))?"
    return re.compile(rf"(?<![\d_])(?<!{_LETTER})(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+(?!\d)|\d+){part}")
