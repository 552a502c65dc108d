"""Which words that stand where places stand name a body or a group, or are a piece of such a name."""

from collections.abc import Sequence
from functools import cache

from trucewatch.core.model import Actor, Document
from trucewatch.core.places import Location, Unresolved
from trucewatch.vocabulary.reports import report_vocabulary

from .candidates import Candidate

_GROUPS = frozenset({"armed_group", "body"})
_JOINS = ("of", "in", "for", "to", "at", "near")


def without_actors(document: Document, found: Sequence[Candidate], actors: Sequence[Actor]) -> tuple[Candidate, ...]:
    """The candidates that are neither a known body's name nor inside one of an actor's ("Defence Forces").

    What follows "of" or "in" in a name stays a place: the "Libya" of "Support Mission in Libya".
    """
    spans = [
        document.text_range(span)
        for actor in actors
        if actor.kind in ("armed_group", "body", "party")
        for span in actor.mentions
        if len(span.exact.split()) > 1
    ]
    whole = {document.text_range(span) for actor in actors if "trucewatch" in actor.ids for span in actor.mentions}
    groups = {document.text_range(span) for a in actors if a.kind in _GROUPS for span in a.mentions} & whole
    return tuple(
        c
        for c in found
        if (c.start, c.end) not in groups
        and document.text[c.start : c.end].casefold() not in _known()
        and not any(_is_inside(document.text, c, start, end) for start, end in spans)
    )


def without_persons(
    document: Document, found: Sequence[tuple[Candidate, Location | Unresolved]], actors: Sequence[Actor]
) -> list[tuple[Candidate, Location | Unresolved]]:
    """What was found without the names that no gazetteer has and that somebody bears: "Hemedti"."""
    names = [document.text_range(span) for actor in actors if actor.kind == "person" for span in actor.mentions]
    words = {document.text[a:b].rpartition(" ")[2] for a, b in names}
    return [
        (c, where)
        for c, where in found
        if isinstance(where, Location) or document.text[c.start : c.end].rpartition(" ")[2] not in words
    ]


def is_seat(name: str) -> bool:
    """Whether a town, in small letters, is a capital by which texts call its state: "moscow"."""
    return name in _seats()


@cache
def _seats() -> frozenset[str]:
    states = (actor for actor in report_vocabulary().actors if actor.kind == "state")
    return frozenset(alias.casefold() for actor in states for alias in actor.aliases)


def _is_inside(text: str, candidate: Candidate, start: int, end: int) -> bool:
    """Whether a candidate is a piece of a longer name, and not the place that is named in it."""
    if not (start <= candidate.start and candidate.end <= end) or candidate.end - candidate.start >= end - start:
        return False
    before = text[start : candidate.start].split()
    title = all(w[:1].isupper() or w in ("the", "of", "and", "for", "in", "to", "on") for w in text[start:end].split())
    if not before or before[-1].lower() == "the":
        # "South Sudan People" of "South Sudan People's Defence Forces".
        return title and text[candidate.start : candidate.end].endswith(("People", "Peoples", "Women"))
    return title and before[-1].lower() not in _JOINS


@cache
def _known() -> frozenset[str]:
    """Names of armed groups, bodies and persons, in small letters: "Ansarallah" is nowhere on a map."""
    named = (actor for actor in report_vocabulary().actors if actor.kind in (*_GROUPS, "person"))
    return frozenset(alias.casefold() for actor in named for alias in actor.aliases)
