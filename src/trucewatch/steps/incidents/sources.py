"""Whose word something is: the monitor's, a party's, or that of somebody who was there."""

import re
from collections.abc import Sequence

from trucewatch.core.incidents import AttributedBy
from trucewatch.core.model import Actor, Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import word_set

from .clauses import phrase

# "International Monitoring Team" is also the IMT: the initials of a mission's name.
_MISSION = re.compile(
    r"(?:[A-Z][\w-]{1,30} ){0,6}(?:[Mm]onitoring|[Oo]bserver|[Oo]bservation|[Vv]erification|[Pp]eacekeeping|[Ii]nterim|[Ss]tabilization)"
    r"(?: (?:of|and|for|in|the|[A-Z][\w-]{0,30})){0,8}"
)
# "The Committee", of a report of a Joint Ceasefire Committee.
_BODY = re.compile(
    r"\b(?:cease-?fire|truce|armistice|monitoring|observ(?:ation|ers?)|verification|joint\s+military)[^\S\n]+(?:[a-z-]+[^\S\n]+){0,2}?"
    r"(?P<body>committee|commission|mechanism|office|group|cell|unit)\b",
    re.I,
)
_KNOWN_AS = re.compile(
    r"\b(?:mission|observers|monitors|monitoring\s+\w+)\b[^.;()]{0,24}\bknown\s+as\s+(?:the\s+)?([A-Z]{2,})\b"
)
_FORCE = re.compile(r"\b(?:observer|interim|peacekeeping|protection|stabili[sz]ation)\s+force\b", re.I)
_PARTIES = frozenset("party armed_group state".split())
_NEAR = frozenset("village neighbourhood neighborhood".split())
_ORGANISED = frozenset("committee association union network syndicate society cross crescent".split())
_RELIEF = frozenset("aid relief medical rescue humanitarian football wfp".split())


class Sources:
    """Tells who a noun phrase is, from its words, the mission's names in the text, and the report's actors."""

    def __init__(self, document: Document, actors: Sequence[Actor]) -> None:
        self._missions = _initials(document.text)
        self._bodies = {hit["body"].lower() for hit in _BODY.finditer(document.text)}
        self._has_force = _FORCE.search(document.text) is not None
        self._parties = {
            span.exact.casefold() for a in actors if a.kind in _PARTIES and a.authority != "T" for span in a.mentions
        }

    def is_monitor(self, parse: Parse, noun: Token) -> bool:
        """Whether the phrase means the mission or its people, machines and posts."""
        words = phrase(parse, noun)
        low = {w.lower for w in words} | {w.lemma for w in words}
        if noun.lower in self._bodies and noun.text[0].isupper() and all(w.pos == "DET" or w is noun for w in words):
            return True
        if any(k.lemma == "monitor" and k.i <= noun.i + 2 for k in parse.children(noun, "acl")):
            # "the ceasefire monitoring body", read as a ceasefire with a clause.
            return True
        if noun.lemma in word_set("monitor") or noun.lower in self._missions:
            return not low & (word_set("soldier") - {"force", "patrol", "convoy", "unit", "company"})
        if noun.lemma not in word_set("monitor_team") or low & _RELIEF:
            return False
        low |= {t.lemma for k in parse.children(noun, "prep") for t in parse.subtree(k)[:4]}
        if low & (word_set("monitor") | self._missions):
            return True
        bare = all(w.dep in ("det", "punct") or w is noun for w in words)
        if noun.lemma == "team":
            return not low & word_set("aid")
        if self._has_force and noun.lemma == "force" and noun.tag == "NN" and bare:
            return True
        # "a convoy of the force"
        return self._has_force and any(w.lemma == "force" and w.tag == "NN" and w is not noun for w in words)

    def of(self, parse: Parse, noun: Token | None) -> AttributedBy:
        """Whose word it is; somebody who is not told of counts as somebody who was there."""
        if noun is None:
            return AttributedBy.WITNESS
        if noun.pos == "PRON":
            return AttributedBy.MONITOR if noun.lower in ("we", "i") else AttributedBy.WITNESS
        if self.is_monitor(parse, noun):
            return AttributedBy.MONITOR
        words = phrase(parse, noun)
        text = " ".join(w.text for w in words).casefold()
        if text in self._parties or noun.text.casefold() in self._parties:
            return AttributedBy.PARTY
        low = {w.lemma for w in words}
        if low & _NEAR:
            return AttributedBy.WITNESS
        if noun.lemma in word_set("witness") and not low & (word_set("anybody") - {"group"}):
            return AttributedBy.WITNESS
        if noun.lemma in _ORGANISED and low & (word_set("witness") - word_set("anybody")):
            return AttributedBy.WITNESS
        return AttributedBy.PARTY


def _initials(text: str) -> frozenset[str]:
    """The short forms of the missions that the text names in full, folded."""
    found: set[str] = set()
    found |= {hit[1].casefold() for hit in _KNOWN_AS.finditer(text)}
    for name in _MISSION.findall(text):
        capitals = [w for w in name.split() if w[:1].isupper()]
        for first in range(len(capitals)):
            for last in range(first + 2, len(capitals) + 1):
                found.add("".join(w[0] for w in capitals[first:last]).casefold())
    return frozenset(short for short in found if len(short) > 2)
