"""Days of what somebody complains about: "denounced the shelling of Kesra on 3 May 2020" does not say when it was denounced."""

import re

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .report_dates import Dated

# Events that are told by a noun, besides those of the vocabulary and all that ends like "shelling".
_EVENTS = frozenset(
    "overflight flight incursion intrusion seizure capture detention explosion blast clash airstrike bombing murder "
    "abduction destruction deployment death arrest kidnapping ambush massacre".split()
)
_ABOUT = frozenset("about over against at".split())
_ON = re.compile(r"\b(?:on|from)\s+(?:the\s+)?\Z", re.I)
_STOPS = re.compile(r"[,;:\"”]")
_FAR = 120


def is_of_complaint(parse: Parse, vocabulary: ReportVocabulary, verb: Token, text: str, d: Dated) -> bool:
    """Whether a date stands behind the event that a verb of accusing has as its object; a day of the week alone is the saying's."""
    start = d.mention.start
    if vocabulary.speech.get(verb.lemma) != "accuse" or not d.mention.edtf or not 0 < start - verb.end < _FAR:
        return False
    behind = [*parse.children(verb, "dobj"), *(o for o in parse.behind(verb, *_ABOUT))]
    events = [t for t in behind if verb.i < t.i and t.end <= start and _is_event(vocabulary, t)]
    between = text[max(t.end for t in events) : start] if events else ","
    return _STOPS.search(between) is None and _ON.search(between) is not None


def _is_event(vocabulary: ReportVocabulary, noun: Token) -> bool:
    classes = vocabulary.classes
    known = _EVENTS | classes["breach_noun"] | classes["attack"]
    return noun.pos == "NOUN" and (noun.lemma in known or noun.lemma.endswith("ing"))
