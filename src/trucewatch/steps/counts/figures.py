"""Finds whole numbers in prose, with the words that say how exactly they are meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.core.date_words import read_number
from trucewatch.vocabulary.count_words import count_words, spaced

_UNIT = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNIT)}))?|{'|'.join(_TEENS)}|{'|'.join(_UNIT)})\b"
_BELOW_1000 = rf"(?:(?:{_SMALL}|a)\s+hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL})"
_WORDS = rf"(?:(?:{_BELOW_1000}|a)\s+thousand(?:\s+(?:and\s+)?{_BELOW_1000})?|{_BELOW_1000})"
_DIGITS = r"\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,9}"
NUMBER = rf"(?:(?:{_DIGITS})(?:\s+(?:thousand|million))?|(?:a|one|two|three)\s+dozen|{_WORDS})"

_NOT_WHOLE = r"(?![\w%]|[.,:/]\d|-\w|\s*%|\s*per\s?cent|\s+hundred|\s+thousand|\s+million|\s+dozen)"
# "no more than" must not be read as "more than".
_QUALIFIERS = sorted(
    ((word.id, part) for word in count_words("qualifier") for part in (spaced(word.pattern),)),
    key=lambda pair: "at_most at_least about almost over exact".split().index(pair[0]),
)
_QUALIFIER = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _QUALIFIERS)
_FIGURE = re.compile(
    rf"(?:\b(?:{_QUALIFIER})\s+)?(?:a\s+total\s+of\s+)?(?<![\w.,/:-])(?P<n>{NUMBER}){_NOT_WHOLE}", re.I
)
_GROUPED = re.compile(r"(?<=\d)[, \u00a0\u2009\u202f](?=\d{3})")
# "thirty-eight (38)"
_AGAIN = re.compile(r"\s*\((\d[\d, ]*)\)")
_LARGE = {"thousand": 1_000, "million": 1_000_000}

# What a number may say that is no count: a difference, a share, a range, a pace.
_DIFFERENCE = re.compile(
    r"\b(?:increase|decrease|rise|drop|fall|reduction|decline|growth|jump|difference)s?\s+of\s+(?:\w+\s+){0,2}$|\bby\s+$",
    re.I,
)
_MORE_THAN = re.compile(r"\s+(?:more|fewer|less)\b(?:\s+[\w-]+){0,3}\s+than\b", re.I)
_RANGE_BEFORE = re.compile(rf"\bbetween\s+(?:{NUMBER})\s+and\s+$|\b{NUMBER}\s+(?:or|-|–)\s+$", re.I)
# "12 to 15", but not "from 12 to 15", "by 3 to 15", "since 2018 to 15"
_RANGE_TO = re.compile(rf"(?P<lead>[^\d.;]{{0,30}})\b(?!(?:19|20)\d\d\s){NUMBER}\s+to\s+$", re.I)
_MOVED = re.compile(r"\b(?:from|by)\b", re.I)
_RANGE_AFTER = re.compile(
    rf"\s+(?:or|-|–)\s+(?:{NUMBER})\b|\s+(?:half|third|quarter|fifth)s?\b|\s+quarters\s+of\b", re.I
)
# "48 of the 55 planned patrols": the larger figure is what the other is of.
_OUT_OF = re.compile(rf"\b{NUMBER}\s+(?:out\s+)?of\s+(?:(?:the|its|their|these|those)\s+)?$", re.I)
_NO_ONE = re.compile(r"\bno\s+$", re.I)
# "position 80 heard an explosion": the number is a name.
_NAMED_BY = re.compile(
    r"\b(?:positions?|posts?|battalions?|brigades?|divisions?|regiments?|sectors?|zones?|sections?|checkpoints?|hill|route|gate|station|unit|resolutions?"
    r"|articles?|paragraphs?|annex|rule|page|table|figure|no\.?|nos\.?|number|OP|UNP)\s+$",
    re.I,
)
_OF_TIME = re.compile(r"[-\s]+(?:hours?|days?|weeks?|months?|quarters|years?|decades)\b", re.I)
_PACE_BEFORE = re.compile(r"\b(?:averag(?:e|es|ed|ing)|rate|ratio|daily)\b[^.;()]{0,30}$", re.I)
_PACE_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,4}\s+(?:(?:per|a|an|each|every)\s+(?:day|week|month|hour|year)\b(?!\s+(?:ago|before|earlier))|daily|on\s+average)\b"
    r"|(?:\s+[\w'-]+){0,12}\s+(?:each|every)\s+(?:day|week|month|hour)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start`..`end` of the text, its qualifier's words included; the number alone from `at`."""

    start: int
    end: int
    at: int
    value: int
    qualifier: str


def find_figures(text: str) -> Iterator[Figure]:
    """The numbers of a sentence that may be counts, in order of place."""
    told = 0
    for hit in _FIGURE.finditer(text):
        if hit.start() < told:
            continue
        value, end = number_of(hit["n"]), hit.end()
        again = _AGAIN.match(text, end)
        if again and value is not None and value == number_of(again[1]):
            end = told = again.end()
        before, after = text[max(0, hit.start() - 60) : hit.start()], text[end : end + 120]
        named = hit["n"][0].isdigit() and _NAMED_BY.search(before)
        if value is not None and not named and not _is_no_count(before, after):
            name = next((name for name, _ in _QUALIFIERS if hit[name]), "exact")
            yield Figure(hit.start(), end, hit.start("n"), value, name)


def _is_no_count(before: str, after: str) -> bool:
    return bool(
        _DIFFERENCE.search(before)
        or _RANGE_BEFORE.search(before)
        or _is_range(before)
        or _OUT_OF.search(before)
        or _NO_ONE.search(before)
        or _PACE_BEFORE.search(before)
        or _MORE_THAN.match(after)
        or _RANGE_AFTER.match(after)
        or _OF_TIME.match(after)
        or _PACE_AFTER.match(after)
    )


def _is_range(before: str) -> bool:
    # Most figures have no "to" before them, and the expression would try every place.
    reach = _RANGE_TO.search(before) if before.rstrip().lower().endswith("to") else None
    return reach is not None and _MOVED.search(reach["lead"]) is None


def number_of(words: str) -> int | None:
    """The integer that digits or words name; None for none."""
    words = " ".join(_GROUPED.sub("", words.lower()).split())
    for name, size in _LARGE.items():
        head, found, tail = words.partition(f" {name}")
        if found:
            first, rest = number_of(head), number_of(tail.strip().removeprefix("and ")) if tail.strip() else 0
            return None if first is None or rest is None else first * size + rest
    if words.endswith(" dozen"):
        return 12 * (number_of(words.removesuffix(" dozen")) or 0)
    head, found, tail = words.partition(" hundred")
    if found:
        first, rest = number_of(head), number_of(tail.strip().removeprefix("and ")) if tail.strip() else 0
        return None if first is None or rest is None else first * 100 + rest
    return read_number(words)
