"""A clearer wording for a finding: the rule's words, the clause's own words, and blanks."""

import re
from dataclasses import dataclass

from .quotes import Span

# A place that stayed empty leaves its blank, and perhaps its comma, behind.
_BEFORE_A_MARK = re.compile(r"\s+([,.;:])")
_DOUBLED_MARK = re.compile(r",(?=\s*[,.;:])")


@dataclass(frozen=True, slots=True)
class Blank:
    """What only the parties know, to be written in by them."""

    what: str

    def __str__(self) -> str:
        return f"[{self.what}]"


@dataclass(frozen=True, slots=True)
class Wording:
    """A clearer wording for one finding: fixed words of the rule, spans of the text, and blanks."""

    parts: tuple[str | Span | Blank, ...]

    def __str__(self) -> str:
        words = "".join(part.exact if isinstance(part, Span) else str(part) for part in self.parts)
        return _BEFORE_A_MARK.sub(r"\1", _DOUBLED_MARK.sub("", " ".join(words.split())))
