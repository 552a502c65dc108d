"""Logical lines of a document: wrapped lines rejoined, each with its list marker or heading recognised."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from trucewatch.core.date_words import read_number
from trucewatch.core.model import Block, BlockKind, Document

_ROMAN = re.compile(r"(?i)^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_WORD_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
)
_LABEL = rf"(?P<num>\d+(?:\.\d+)*|[IVXLC]+|[A-Z]|(?i:{_WORD_NUMBER}))\b"
_DECOR = r"^[#*_\s]*"
_TAIL = r"\s*[.:)\-–—*_]*\s*(?P<rest>.*)$"
# "Section A" stands over numbered points; "Section 4" is what others call an article.
_PART = re.compile(rf"{_DECOR}(?i:part|chapter|title|section(?=\s+(?-i:[A-Z])\b))\s+{_LABEL}{_TAIL}")
_ARTICLE = re.compile(
    rf"{_DECOR}(?i:article|art\.?|section(?!\s+(?-i:[A-Z])\b)|sec\.|clause|point|rule|§)\s+{_LABEL}{_TAIL}"
)
_ANNEX = re.compile(rf"{_DECOR}(?i:annex(?:ure)?|appendix|schedule|attachment)(?:\s+{_LABEL})?{_TAIL}")
_MULTI = re.compile(r"^(?P<num>\d{1,3}(?:\.\d{1,3})+)[.)]?(?:\s+(?P<rest>.*))?$")
_NUMBER = re.compile(r"^(?:No\.\s*|§\s*)?(?P<num>\d{1,3})(?:[.)]-?|\s?[-–—/:](?=\s+[A-Z\"'“])|°)(?:\s+(?P<rest>.*))?$")
_ORDINAL = re.compile(
    r"^(?P<num>(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth))(?i:ly)?\s*[:.–—-]\s*(?P<rest>.*)$"
)
_IN_BRACKETS = re.compile(r"^\((?P<num>\d{1,3})\)(?:\s+(?P<rest>.*))?$")
_LETTER = re.compile(r"^\(?(?P<num>[a-zA-Z])[.)](?:\s+(?P<rest>.*))?$")
_ROMAN_MARK = re.compile(r"^\(?(?P<num>[ivxl]{1,6}|[IVX]{1,6})[.)](?:\s+(?P<rest>.*))?$")
_BULLET = re.compile(r"^(?P<num>[-–—•*·▪◦‣●○])(?:\s+(?P<rest>.*))?$")
_ENDS = re.compile(r"[.;:!?][\"')\]]*$")
_JOINER = re.compile(r"(?i)^(?:and|or|and/or)[,;:]?$")
_LIST_GOES_ON = re.compile(r"(?i);\s*(?:and|or|and/or)$")
_ABBREVIATED = re.compile(r"^[A-Z][\w&/.-]*[A-Z][\w&/.-]*\s*[:=–—]\s*[A-Z]")
_MODAL = re.compile(r"(?i)\b(?:shall|will|must|may|should|are|is|agree|has|have|undertakes?|was|were)\b")
# A waiver may stand on a line of its own or behind the words that it is about; it is no clause.
_WAIVER = re.compile(r"\s*(?:<!--|\[|[#%>*-]+)?\s*accepted-ambiguity\s*:.*$", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line. `start`, `end` bound its words after the marker; `marker` is "" for plain text.

    marker: part, article, annex, number, bracket ("(1)"), letter, roman, bullet, heading. `number` is the label as
    written ("Three", "2.1", "a").
    """

    start: int
    end: int
    text: str
    marker: str = ""
    number: str = ""
    gap: bool = False

    @property
    def terminated(self) -> bool:
        return bool(_ENDS.search(self.text))

    @property
    def titled(self) -> bool:
        """Whether the words read as a heading: short, unterminated, no finite verb."""
        words = self.text.split()
        return (
            bool(words)
            and len(words) <= 14
            and not self.terminated
            and not _MODAL.search(self.text)
            and (words[0][0].isupper() or words[0][0].isdigit())
        )


def logical_lines(document: Document) -> list[Line]:
    """The document's logical lines in order, waiver comments left out."""
    physical = [kept for line in _physical(document) if (kept := _without_waiver(line))]
    wrapped = _hard_wrapped(physical)
    joined: list[Line] = []
    for line in physical:
        previous = joined[-1] if joined else None
        above = joined[-2] if len(joined) > 1 else None
        # The line after "Article 2" is its heading, be it one word.
        headed = above and previous and above.marker == "article" and not above.text and previous.titled
        if previous and not headed and _continues(previous, line, wrapped):
            text = f"{previous.text} {line.text}".strip()
            start = line.start if not previous.text else previous.start
            joined[-1] = replace(previous, start=start, end=line.end, text=text)
        elif not _JOINER.match(line.text):
            joined.append(line)
    return joined


def _without_waiver(line: Line) -> Line | None:
    waiver = _WAIVER.search(line.text)
    if waiver is None:
        return line
    words = line.text[: waiver.start()]
    return replace(line, text=words, end=line.start + len(words)) if words.strip() else None


def _physical(document: Document) -> Iterator[Line]:
    blocks = {block.start: block for block in document.blocks}
    at, gap = 0, True
    for raw in document.text.split("\n"):
        words = raw.strip()
        start = at + len(raw) - len(raw.lstrip())
        at += len(raw) + 1
        if not words:
            gap = True
            continue
        line = _marked(Line(start, start + len(words), words, gap=gap), blocks.get(start))
        inner = (
            _with_marker(replace(line, marker="", number=""))
            if line.marker in ("number", "bracket", "letter")
            else line
        )
        # "5. (1) The Parties": two marks on one line open two levels.
        if inner.marker in ("bracket", "letter", "roman") and inner is not line and document.text[line.start] == "(":
            yield replace(line, end=line.start, text="")
            line = replace(inner, gap=True)
        yield line
        gap = False


def _marked(line: Line, block: Block | None) -> Line:
    if block and block.number:
        # The label stands in the file's numbering, not in its text: read it as if it were written.
        labelled = _with_marker(replace(line, text=f"{block.number} {line.text}"))
        return replace(labelled, start=line.start, end=line.end, text=line.text)
    found = _with_marker(line)
    if block and block.kind is BlockKind.HEADING and not found.marker:
        return replace(found, marker="heading")
    return found


def _with_marker(line: Line) -> Line:
    for marker, pattern in (("annex", _ANNEX), ("article", _ARTICLE), ("part", _PART)):
        hit = pattern.match(line.text)
        # "Article 3 of this Agreement ..." at the start of a wrapped line is a reference.
        if hit and not re.match(r"[a-z(,;]", hit["rest"]) and (hit["num"] or (marker == "annex" and not hit["rest"])):
            return _cut(line, marker, hit["num"] or "", hit["rest"])
    # A line that is only "PART" has its number on the next one.
    if re.fullmatch(r"(?i)part|chapter", line.text):
        return replace(line, marker="part", start=line.end, text="")
    for marker, pattern in (
        ("number", _MULTI),
        ("number", _NUMBER),
        ("number", _ORDINAL),
        ("bracket", _IN_BRACKETS),
        ("roman", _ROMAN_MARK),
        ("letter", _LETTER),
        ("bullet", _BULLET),
    ):
        hit = pattern.match(line.text)
        if hit:
            return _cut(line, marker, hit["num"], hit["rest"] or "")
    heading = re.match(r"^(?P<num>#{1,6})\s+(?P<rest>.+)$", line.text)
    return _cut(line, "heading", heading["num"], heading["rest"]) if heading else line


def _cut(line: Line, marker: str, number: str, rest: str) -> Line:
    return replace(line, marker=marker, number=number, start=line.end - len(rest), text=rest)


def _hard_wrapped(lines: list[Line]) -> bool:
    """Whether lines were broken at a fixed width rather than at the end of a sentence."""
    lengths = [line.end - line.start for line in lines]
    open_ended = [
        n for line, n in zip(lines, lengths, strict=True) if not line.terminated and not line.titled and n > 40
    ]
    return len(open_ended) >= 3 and max(lengths) <= 130 and median(open_ended) >= 50


def _continues(previous: Line, line: Line, wrapped: bool) -> bool:
    if line.marker or line.gap:
        # "7." alone on its line: the words follow, even after a blank.
        return bool(
            not line.marker
            and not previous.text
            and previous.marker in ("number", "bracket", "letter", "roman", "bullet", "part")
        )
    if _JOINER.match(line.text):
        return False
    if not previous.text or previous.marker in ("article", "part", "annex", "heading"):
        return not previous.text and previous.marker not in ("article", "annex")
    # "; and" stands before the next item of a list, "JMC: ..." before its long form.
    if _LIST_GOES_ON.search(previous.text) or _ABBREVIATED.match(line.text):
        return False
    one_word = " " not in previous.text and not (previous.gap and len(previous.text) > 4)
    if previous.titled and not one_word and previous.text.isupper() != line.text.isupper():
        return False
    if wrapped:
        return not previous.terminated or (line.end - line.start > 0 and not _list_item(previous, line))
    return not previous.terminated and not (
        previous.titled and previous.gap and line.titled is False and line.text[0].isupper()
    )


def _list_item(previous: Line, line: Line) -> bool:
    """In wrapped text, whether a line after ':' or ';' opens an item of its own."""
    return (previous.text.rstrip().endswith((";", ":")) and line.text[0].islower()) or previous.text.endswith("; and")


def roman_value(label: str) -> int | None:
    """The value of a Roman numeral, or None."""
    if not label or not _ROMAN.match(label):
        return None
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values[c] for c in label.lower()]
    return sum(-d if i + 1 < len(digits) and d < digits[i + 1] else d for i, d in enumerate(digits))


def label_id(label: str) -> str:
    """The label as an eId uses it: "Three" is "3", "IV" is "iv", "2.1" is "2_1"."""
    number = read_number(label) if len(label) > 2 else None
    return str(number) if number is not None else label.lower().replace(".", "_")
