"""Who is the same person or body in several reports, each of which has its own list of actors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from trucewatch.core.model import Actor, Report
from trucewatch.vocabulary.loader import load
from trucewatch.vocabulary.reports import Role

Key = tuple[int, str]


def known_across(reports: Sequence[Report]) -> Mapping[Key, Actor]:
    """Each actor by (number of the report, id in it), with one id, side and authority for all reports.

    Two are one when they share an id or a proper name. The first one's id stands; a side or an authority that one
    report does not give is taken from the others. The name stays the one of the own report.
    """
    first: dict[str, Key] = {}
    root: dict[Key, Key] = {}
    members: dict[Key, list[Actor]] = {}
    for number, report in enumerate(reports):
        for actor in report.actors:
            key = (number, actor.id)
            seen = [root[first[name]] for name in _names(actor) if name in first]
            root[key] = min(seen, default=key)
            for other in sorted({*seen} - {root[key]}):
                root.update({k: root[key] for k, r in root.items() if r == other})
                members[root[key]] += members.pop(other)
            members.setdefault(root[key], []).append(actor)
            for name in _names(actor):
                first.setdefault(name, key)
    return {
        (number, actor.id): _as_one(actor, members[root[number, actor.id]])
        for number, report in enumerate(reports)
        for actor in report.actors
    }


def _names(actor: Actor) -> Iterator[str]:
    yield f"id {actor.id}"
    for span in (actor.name, *actor.mentions):
        if _proper(span.exact):
            yield span.exact.casefold()


def _proper(name: str) -> bool:
    """Whether the name stands for one person or body in any report: two capitalised words, a handle, a short form."""
    words = name.split()
    if name.startswith("@") or (len(words) == 1 and len(name) > 2 and name.isupper()):
        return True
    capitalised = [word for word in words if word[0].isupper() or word.startswith("al-")]
    office = name.lower() in _offices() or words[-1].lower() in _offices()
    return len(capitalised) >= 2 and not office and all(word in capitalised or len(word) <= 3 for word in words)


@cache
def _offices() -> frozenset[str]:
    return frozenset(role.id for role in load("roles.yaml", Role))


def _as_one(actor: Actor, all_of_them: Sequence[Actor]) -> Actor:
    return replace(
        actor,
        id=all_of_them[0].id,
        side=actor.side or next((other.side for other in all_of_them if other.side), None),
        authority=actor.authority or next((other.authority for other in all_of_them if other.authority), None),
    )
