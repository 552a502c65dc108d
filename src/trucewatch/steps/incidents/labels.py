"""What stands in front of a paragraph or an entry of a list: a day, a place, a subject."""

import re
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import word_set

from .clauses import Range, is_weapon

_LABEL = 80
_LOWER_WORD = re.compile(r" ([a-z]+)")


@dataclass(slots=True)
class Label:
    """What stands in front of a paragraph: "14 July, Lamitan, Basilan:", "Monday 7 May."."""

    end: int
    start: int
    places: frozenset[int] | None = None
    read: bool = False
    day: When | None = None
    where: list[Range] = field(default_factory=list)


def label_of(text: str, parse: Parse, sentence: tuple[int, int]) -> Label:
    """What stands in front of a sentence: a line without a verb, or words before a colon; empty where nothing does."""
    tokens = parse.tokens
    low, high = sentence
    start = next((t.start for t in tokens[low:high] if t.text.strip()), tokens[low].start)
    end = tokens[high - 1].end
    verbless = (
        not any(t.pos in ("VERB", "AUX") for t in tokens[low:high])
        and high - low <= 10
        and len(parse.sentences) > 1
        and sentence == parse.sentences[0]
    )
    colon = text.find(": ", start, min(start + _LABEL, end))
    if colon > 0 and not any(t.pos in ("VERB", "AUX") and t.start < colon for t in tokens[low:high]):
        end, verbless = colon + 1, True
    if not verbless:
        return Label(start, start)
    words = [t for t in tokens[low:high] if t.end <= end]
    # "Jaffna." is a place, "Roadblocks." a subject.
    places = {t.start for t in words if t.entity in ("GPE", "LOC", "FAC") or t.tag == "NNP"}
    return Label(end, start, places=frozenset(places))


def is_topic(text: str, at: int, end: int) -> bool:
    """Whether a word that is no place goes on from a name: "Flag incident."."""
    word = _LOWER_WORD.match(text, at, end)
    return word is not None and word[1] not in word_set("place")


def behind(parse: Parse, end: int, verb: Token) -> Token | None:
    """The noun behind a label that the parser took for the subject: "8 July, Lobo: fighters ambushed a truck"."""
    between = (t for t in parse.tokens if end <= t.start < verb.start and t.pos in ("NOUN", "PROPN"))
    nouns = (t for t in between if t.dep not in ("pobj", "compound", "poss", "amod"))
    found = next(nouns, None)
    return None if found is not None and is_weapon(parse, found) else found


def after(start: int, span: Range) -> Range:
    """The span without a label in front of it."""
    return (min(start + 1, span[1] - 1), span[1]) if span[0] < start < span[1] - 1 else span
