"""Cuts a report into sentences and sentences into the parts that a figure belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

# "no. 14", "approx. 40", "Gen. Smith": a mark that ends no sentence.
_ABBREVIATED = re.compile(
    r"(?:\b(?:no|nos|approx|art|para|gen|col|lt|maj|st|mr|mrs|dr|vs|incl|ca|al|fig|e\.g|i\.e)|\b[A-Z])\.$", re.I
)
# A run of empty lines is looked through once, from its first line end: any other way takes time out of all proportion.
_END = re.compile(
    r"[.!?][\"')\]]*\s+(?=[\"'(\[<]?[A-Z0-9])"
    r"|(?<!\n)\n(?=[^\S\n]*\n)\s*+(?=[^\w\s]*+\s*+[A-Z0-9])"
    r"|(?<!\n)\n\s*+(?=[^\w\s]*+\s*+[A-Z][\w ,/-]{1,50}:\s)"
    r"|:\s+(?=\(?1[.)]\s+[A-Z])"
    r"|(?<!\n)\n\s*+(?=[-–—•*·]\s+[\"'(]?[A-Z0-9])"
    r"|(?<!\n)\n\s*+(?=\|)|\|\s*\n"
)
_LONGEST = 3000
# A heading right above its text: a short first line that is no sentence, and a longer one below.
_HEADING = re.compile(r"\s*(?P<line>[^\W_][^\n]{0,59}?)[^\S\n]*\n(?=(?P<next>[^\S\n]*[A-Z0-9][^\n]*))")
_UNFINISHED = re.compile(r"(?:[,;]|\b(?:the|a|an|of|in|on|at|and|or|by|to|for|from|with|that|was|were|has|had))$", re.I)
_HEADING_WORDS = 8

_BREAK = re.compile(
    r";|,?\s*\b(?:which\s+)?(?:brings?|bringing|brought)\s+(?=the|this|its|to)|\bwhile\b|\bwhereas\b|,\s+and\s+that\b|\band\s+additionally\b",
    re.I,
)
_RUNNING = re.compile(
    r"\bsince\s+(?:the(?!\s+(?:previous|preceding|last))|it\s+(?:took|entered|came|was|began)|signing|signature|its|their|last|early|late|mid|january|february|march|april|june|july|august|september|october|november|december|\d)"
    r"|\b(?:so\s+far\s+)?this\s+year\b|\bso\s+far\b|\bfrom\s+the\s+(?:beginning|start)\s+of\b|\bto\s+date\b|\bcumulative|\brunning\s+total"
    r"|\b(?:the\s+(?:19|20)\d\d\s+total|to(?:tal|ll)\s+for\s+(?:19|20)\d\d)\b|\bbring(?:s|ing)?\s+the\b",
    re.I,
)
_HIGHEST = re.compile(r"\b(?:highest|lowest|first|most|fewest|worst|largest|only)\b[^.;]{0,80}$", re.I)
# "13 civilians were injured; 10 prior to the reporting period": the 13 are not of the period either.
_OF_WHICH_ELSEWHEN = re.compile(r"[;,]?\s*\w+\s+(?:of\s+(?:them|whom|which)\s+)?(?:prior\s+to|before)\b", re.I)
_ELSEWHEN = re.compile(r"\b(?:prior\s+to|before)\s+the\s+(?:reporting\s+)?period\b", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence. `running` says that its figures go back to the start of something."""

    start: int
    end: int
    running: bool
    elsewhen: bool


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of every sentence, heading and table line, in order."""
    start = 0
    for mark in _END.finditer(text):
        # A new paragraph always ends a sentence, a mark not always.
        if mark[0][0] == "." and _ABBREVIATED.search(text, max(start, mark.start() - 8), mark.start() + 1):
            continue
        yield from _headings_off(text, start, mark.end())
        start = mark.end()
    yield from _headings_off(text, start, len(text))


def _headings_off(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of the headings that stand right above a sentence, then those of the sentence."""
    while "\n" in text[max(0, start - 3) : start] or start == 0:
        heading = _HEADING.match(text, start, end)
        if not heading or not _is_heading(heading["line"], heading["next"]):
            break
        yield start, heading.end()
        start = heading.end()
    yield from _pieces(start, end)


def _is_heading(line: str, following: str) -> bool:
    words = line.split()
    return len(words) <= _HEADING_WORDS and len(following) > 1.4 * len(line) and not _UNFINISHED.search(line)


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _LONGEST):
        yield at, min(end, at + _LONGEST)


def parts(sentence: str) -> tuple[Part, ...]:
    """The parts of one sentence, in order; a part in brackets stands with what is before it."""
    cuts = [0, *(hit.start() for hit in _BREAK.finditer(sentence)), len(sentence)]
    found: list[Part] = []
    for start, end in pairwise(cuts):
        words = sentence[start:end]
        running = any(not _HIGHEST.search(words[: cue.start()]) for cue in _RUNNING.finditer(words))
        elsewhen = bool(_ELSEWHEN.search(words))
        if elsewhen and found and _OF_WHICH_ELSEWHEN.match(words):
            found[-1] = replace(found[-1], elsewhen=True)
        found.append(Part(start, end, running, elsewhen))
    return tuple(found)


def part_of(pieces: tuple[Part, ...], at: int) -> Part:
    return next((p for p in reversed(pieces) if p.start <= at), pieces[0])
