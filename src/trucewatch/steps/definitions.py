"""Step 3 of an agreement: the terms and short names it introduces, each with its place."""

import re
from collections.abc import Iterator, Sequence

from trucewatch.core.model import Clause, ClauseKind, Definition, Document

_QUOTE = "[\"'“”‘’]"
_MEANS = re.compile(
    rf"{_QUOTE}(?:[Tt]he\s+)?(?P<term>[^\"'“”‘’\n]{{2,60}}){_QUOTE}\s+(?:\([^)\n]*\)\s+)?(?:shall\s+)?(?:means?|refers?\s+to|denotes?|is\s+understood\s+(?:as|to)|shall\s+be\s+understood\s+as|has\s+the\s+meaning)\s+(?P<meaning>[^.;\n]+)"
)
_BARE = re.compile(r"^(?P<term>[A-Z][\w\s-]{2,50}?)\s*(?::|–|—)\s*(?:means?\s+)?(?P<meaning>[^.;\n]+)")
_HEREINAFTER = re.compile(
    rf"\((?:[^()\n]*?\b(?:hereinafter|hereafter|henceforth|referred\s+to|collectively|together)\b[^()\n]*?)?(?:the\s+|an?\s+)?{_QUOTE}(?:[Tt]he\s+)?(?P<term>[^\"'“”‘’\n]{{2,60}}){_QUOTE}"
    rf"(?:\s+or\s+{_QUOTE}(?P<other>[^\"'“”‘’\n]{{2,40}}){_QUOTE})?[^()\n]*\)"
)
_NAMED = re.compile(
    rf"(?:referred\s+to\s+(?:as|collectively\s+as)|individually\s+as|collectively\s+as)\s+(?:the\s+|an?\s+)?{_QUOTE}?(?:the\s+|an?\s+)?(?P<term>[A-Z][\w\s-]{{2,40}}?){_QUOTE}"
)
_SHORT = re.compile(
    r"(?P<meaning>(?:[A-Z][\w’'/.-]*|of|the|and|for|on|in|to|[-–])(?:[ \t]+(?:[A-Z][\w’'/.-]*|of|the|and|for|on|in|to|[-–])){1,14})\s*\(\s*(?P<term>[A-Z][A-Za-z]*[A-Z][\w/+&-]*(?:\s[A-Z]+)?)\b[^)\n]{0,60}\)"
)
_PAIR = re.compile(r"^(?P<term>[A-Z][\w/&.’'-]*(?:\s*[–-]\s*[A-Z]+)?)(?:\s*[:=–—-]\s*|\s+)(?P<meaning>[A-Z].*)$")


def find_definitions(document: Document, clauses: Sequence[Clause]) -> tuple[Definition, ...]:
    """Every term the text defines and every short name it introduces, in order, each once."""
    found: dict[tuple[str, bool], Definition] = {}
    for clause in clauses:
        if clause.end > clause.start:
            for definition in _in_clause(document, clause):
                found.setdefault((definition.term.casefold(), definition.abbreviation), definition)
    return tuple(sorted(found.values(), key=lambda d: d.span))


def _in_clause(document: Document, clause: Clause) -> Iterator[Definition]:
    words = document.text[clause.start : clause.end]
    patterns: list[tuple[re.Pattern[str], bool]] = [
        (_MEANS, False),
        (_HEREINAFTER, False),
        (_NAMED, False),
        (_SHORT, True),
    ]
    if clause.kind is ClauseKind.ABBREVIATIONS:
        patterns = [(_PAIR, True)]
    elif clause.kind is ClauseKind.DEFINITION:
        patterns.append((_BARE, False))
    for pattern, short in patterns:
        for hit in pattern.finditer(words):
            for group in ("term", "other"):
                if group in pattern.groupindex and hit[group]:
                    yield _definition(document, clause.start, hit, group, short)


def _definition(document: Document, offset: int, hit: re.Match[str], group: str, short: bool) -> Definition:
    meaning = None
    if "meaning" in hit.re.groupindex:
        start, end = hit.span("meaning")
        words = hit["meaning"]
        lead = len(words) - len(re.sub(r"^(?:(?:of|the|and|for|on|in|to)\s+)+", "", words))
        meaning = document.span(offset + start + lead, offset + end) if lead < len(words.rstrip()) else None
    return Definition(
        hit[group].strip(), document.span(offset + hit.start(group), offset + hit.end(group)), meaning, short
    )
