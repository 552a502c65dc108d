"""Finds the small repairs that turn a file's text into the text that the steps read.

Each repair replaces a piece of the original and remembers it, so nothing is lost. Why each kind exists,
and what is left alone on purpose, stands in docs/decisions/0002-repairs.md. Every pattern is linear in
the length of the text: runs are matched whole, and what stands beside them is looked at in code.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from .hyphens import find_hyphen_repairs
from .quotes import Repair, Repairs, make_repairs

SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
# Control characters but no tab, line or page break; zero-width and direction marks; the byte-order mark.
INVISIBLE = "\x00-\x08\x0e-\x1b\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\u00ad"

_LINE_END = re.compile(r"\r\n?")
_RUN = re.compile(f"[{SPACES}{INVISIBLE}]{{2,}}|[{SPACES[1:]}{INVISIBLE}]| (?=[\r\n»]|\\Z)|(?<=«) ")
_SPACE = re.compile(f"[{SPACES}]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LIGATURES = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True))

_DOUBLE_QUOTE = re.compile("[“”„‟«»＂]")
_SINGLE_QUOTE = re.compile("[`´‘’‛]|(?<=[^\\W\\d_])′")

_FOOTNOTE_WORD = re.compile(
    r"\[(?:fn|footnote|note)\.?[ \u00a0]?\d{0,3}\]|\((?:fn|footnote)\.?[ \u00a0]?\d{1,3}\)", re.IGNORECASE
)
# Behind a note that stands where its mark does: "[fn]Interview, 3 May 2021.[/fn]".
_FOOTNOTE_END = re.compile(r"\[/(?:fn|footnote|note)\]", re.IGNORECASE)
_FOOTNOTE_NUMBER = re.compile(r"\[(?:\d{1,3}|[ivx]{1,6})\]")
# "... for the first time [1], [2].", with "[1] Press release, 20 October 2008." below.
_BRACKET_LINE = re.compile(r"^[ \t]*(\[\d{1,3}\])[ \t]+\S", re.MULTILINE)
# "As the Panel has noted,1 both parties ...", with "1 Final report, 9 April 2019." below.
# "At Kidal,2 km from the town" only lacks a space.
_BEHIND_COMMA = re.compile(
    r"(?<=[^\W\d][,;:])\d{1,3}(?=\s)(?!\s+(?:k?ms?|kilomet\w+|met\w+|miles?|hours?|days?|people|persons|civilians|soldiers|fighters|men|women)\b)"
)
_NUMBER_LINE = re.compile(r"^[ \t]*(\d{1,3})[.)]?[ \t]+[A-Z\"“‘]", re.MULTILINE)
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_GLUED_NUMBER = re.compile(r"(?<=[.!?\"”’'»])\d{1,3}(?=\s{1,4}[\"“‘(]?[^\W\d_a-zß-ÿ]|[ \t]*(?:[\r\n]|\Z))")
# "... from the town. 1/", with "1/ S/2021/229, para. 3." at the foot of the page, as papers of the United Nations set it.
_STROKE_NUMBER = re.compile(r"(?<=[^\s\d/])\s?(?P<n>\d{1,3})/(?=[\s)\]]|\Z)")
_STROKE_LINE = re.compile(r"^[ \t]*(\d{1,3})/[ \t]+\S", re.MULTILINE)
_GLUED_NUMERAL = re.compile(
    r"(?:(?<=\b(?:19|20)\d\d)|(?<=[^\W\d_][.!?])|(?<=\d\d\.)|(?<=[.!?][\"”’]))[ivx]{1,5}(?![\w-])"
)
# "... two years of shelling. 1 Less than a week later", with "1 See Report No. 187. 2 Interview, Erbil." at the end.
_FIRST_NOTE = re.compile(r"^[ \t]*(?=1[.)]?[ \t]+[\"“‘A-Z])", re.MULTILINE)
_NOTE_WORDS = re.compile(r"(?i)\b(?:19|20)\d\d\b|\bibid|\binterviews?\b|\bsee\b")
_MOST_NOTES = 300
_NUMERAL_LINE = re.compile(r"^[ \t]*([ivx]{1,5})(?:[ \t]*\r?$|[.)]?[ \t]+(?=[A-Z\"“‘]))", re.MULTILINE)
_WORD_AT_END = re.compile(r"[^\W\d_]+\Z")
# Words that take a full stop and then a number of their own: "Art.5", "No.12", "Sept.19".
_ABBREVIATIONS = frozenset(
    "art arts no nos para paras sec sect ch chap vol fig res reg doc annex app add rev corr ver ref col line "
    "gen brig maj capt sgt inc ltd jan feb mar apr jun jul aug sep sept oct nov dec approx est tel ext".split()
)
_UNITS = frozenset("m km cm mm dm mi ft yd".split())
_MARK_SPACES = frozenset(" \t\u00a0\u2002")
_CLOSERS = frozenset(")]%\"”’'»")


def find_repairs(original: str) -> Repairs:
    """The repairs of a text, in order and not overlapping; `Repairs.apply` gives the working text."""
    # Of two repairs of the same characters the first found stays: a hyphen mark is more than invisible.
    finders = (find_hyphen_repairs, _line_ends, _runs, _ligatures, _quotes, _footnote_marks)
    return make_repairs(edit for find in finders for edit in find(original))


def _line_ends(text: str) -> Iterator[Repair]:
    for m in _LINE_END.finditer(text):
        yield Repair(m.start(), m.end(), m.group(), "\n", "line-end")


def _runs(text: str) -> Iterator[Repair]:
    """Spaces and invisible characters; a run that holds a space reads as one, at a line's end as none."""
    for m in _RUN.finditer(text):
        run = m.group()
        if not _SPACE.search(run):
            kind = "soft-hyphen" if set(run) == {"\u00ad"} else "invisible"
            yield Repair(m.start(), m.end(), run, "", kind)
            continue
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        # French sets a space inside its quotation marks; English does not.
        now = "" if after in ("", "\n", "\r", "»") or before == "«" else " "
        if run != now:
            yield Repair(m.start(), m.end(), run, now, "spaces")


def _ligatures(text: str) -> Iterator[Repair]:
    for m in _LIGATURE.finditer(text):
        yield Repair(m.start(), m.end(), m.group(), _LIGATURES[m.group()], "ligature")


def _quotes(text: str) -> Iterator[Repair]:
    for m in _DOUBLE_QUOTE.finditer(text):
        yield Repair(m.start(), m.end(), m.group(), '"', "quotation-mark")
    opened = False
    for m in _SINGLE_QUOTE.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        opens = m.group() == "‘" and not before.isalnum()
        closes = opened and m.group() == "’" and not after.isalnum()
        opened = opens or (opened and not closes)
        yield Repair(m.start(), m.end(), m.group(), "'", "quotation-mark" if opens or closes else "apostrophe")


def _footnote_marks(text: str) -> Iterator[Repair]:
    for m in _FOOTNOTE_WORD.finditer(text):
        yield _mark(text, m.start(), m.end())
    for m in _FOOTNOTE_END.finditer(text):
        yield replace(_mark(text, m.start(), m.end()), kind="footnote-end")
    lines = {m[1]: m.start() for m in _BRACKET_LINE.finditer(text)}
    for m in _FOOTNOTE_NUMBER.finditer(text):
        apart = m.start() < lines.get(m[0], 0) and m.start() and text[m.start() - 1] not in "\r\n"
        if apart or _follows_words(text, m.start()):
            yield _mark(text, m.start(), m.end())
    for m in _SUPERSCRIPT.finditer(text):
        word = _word_before(text, m.start())
        if m.start() and not text[m.start() - 1].isdigit() and word.lower() not in _UNITS:
            yield _mark(text, m.start(), m.end())
    for m in _GLUED_NUMBER.finditer(text):
        if _ends_a_sentence(text, m.start()):
            yield _mark(text, m.start(), m.end())
    numbered = {m[1]: m.start() for m in _NUMBER_LINE.finditer(text)}
    for m in _BEHIND_COMMA.finditer(text):
        if m.start() < numbered.get(m[0], 0):
            yield _mark(text, m.start(), m.end())
    yield from _glued_numerals(text)
    yield from _numbers_with_strokes(text)
    yield from _numbers_apart(text)


def _numbers_apart(text: str) -> Iterator[Repair]:
    """Numbers that stand alone behind sentences, when a row of notes ends the text that takes up every one of them."""
    first = max((m.end() for m in _FIRST_NOTE.finditer(text)), default=0)
    notes: list[int] = []
    marks: list[re.Match[str]] = []
    at = first
    while first and len(notes) < _MOST_NOTES and (note := _note(len(notes) + 1).search(text, at)):
        mark = _alone(len(notes) + 1).search(text, marks[-1].end() if marks else 0, first)
        if mark is None:
            break
        notes.append(note.start())
        marks.append(mark)
        at = note.end()
    ends = [*notes[1:], len(text)]
    sources = sum(bool(_NOTE_WORDS.search(text, a, b)) for a, b in zip(notes, ends, strict=False))
    if len(notes) > 1 and 2 * sources > len(notes):
        for mark in marks:
            yield _mark(text, *mark.span())


def _numbers_with_strokes(text: str) -> Iterator[Repair]:
    """The "1/" behind words, where a line of its own that "1/" opens stands further down."""
    lines = {m[1]: m.start() for m in _STROKE_LINE.finditer(text)}
    if not lines:
        return
    for m in _STROKE_NUMBER.finditer(text):
        if "\n" not in m[0] and m.start() < lines.get(m["n"], 0):
            yield _mark(text, *m.span())


@lru_cache(maxsize=64)
def _note(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:^[ \t]*|(?<=[.!?\"”’)\]]) ){number}[.)]?[ \t]+(?=[\"“‘A-Z])", re.MULTILINE)


@lru_cache(maxsize=64)
def _alone(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”’)\]] ){number}(?=\s+[\"“‘(A-Z]|\s*$)", re.MULTILINE)


def _glued_numerals(text: str) -> Iterator[Repair]:
    """The "i" of "2015i" and of "left the town.i", when the text has a note of that number further down."""
    notes: dict[str, int] | None = None
    for m in _GLUED_NUMERAL.finditer(text):
        if notes is None:
            notes = {line[1]: line.start() for line in _NUMERAL_LINE.finditer(text)}
        if m.start() < notes.get(m.group(), 0):
            yield _mark(text, m.start(), m.end())


def _follows_words(text: str, at: int) -> bool:
    """Whether a bracketed number at `at` stands where a footnote mark does: glued, or after a sentence."""
    # "within [30] days" is a blank that a draft leaves open, and "[12] Interview" opens the note itself.
    if at == 0 or text[at - 1] in "\r\n":
        return False
    return not text[at - 1].isspace() or text[at - 2 : at - 1] in frozenset('.!?"”’')


def _ends_a_sentence(text: str, at: int) -> bool:
    """Whether the mark before `at` closes a sentence or a quotation, and no number or abbreviation."""
    mark, before = text[at - 1], text[at - 2 : at - 1]
    if not before or before.isspace() or before.isdigit():
        return False
    if mark != ".":
        return True
    word = _word_before(text, at - 1)
    return before in _CLOSERS or (len(word) > 2 and word.lower() not in _ABBREVIATIONS)


def _word_before(text: str, at: int) -> str:
    found = _WORD_AT_END.search(text[max(0, at - 20) : at])
    return found.group() if found else ""


def _mark(text: str, start: int, end: int) -> Repair:
    """A mark taken out together with the spaces on one side of it, so that words neither part nor meet."""
    first, last = start, end
    while first and text[first - 1] in _MARK_SPACES:
        first -= 1
    if first == 0 or text[first - 1] in "\r\n":
        while last < len(text) and text[last] in _MARK_SPACES:
            last += 1
    meet = (first, last) == (start, end) and text[end : end + 1].isalnum()
    return Repair(first, last, text[first:last], " " if meet else "", "footnote-mark")
