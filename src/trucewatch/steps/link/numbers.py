"""The clauses of an agreement that a claim names by their number: "article 2", "point 4 of the memorandum"."""

import re
from collections.abc import Sequence

from trucewatch.core.model import Agreement, Clause, ClauseKind

from .index import Index, Target

_NAMED = re.compile(
    r"\b(?P<kind>article|art\.|clause|point|paragraph|section)s?\s(?P<number>\d{1,3}|[IVX]{1,5})\b(?:[.(](?P<below>\d{1,2})\b)?"
    r"(?P<of>\)?,?\sof\s)?",
    re.IGNORECASE,
)
# What a clause may be of to be one of the agreement: "article 5 of the constitution" is none.
_OF_TEXT = re.compile(
    r"(?:(?:the|this|that|its|their)\s)?(?:[\w'’-]+\s){0,3}"
    r"(?:agreements?|deal|accords?|pact|treaty|memorandum|protocol|package|truce|cease-?fire|arrangement|text|document)\b",
    re.IGNORECASE,
)
_TOP = frozenset({ClauseKind.PART, ClauseKind.ANNEX, ClauseKind.TITLE})
_ROMAN = {"i": 1, "v": 5, "x": 10}


def clauses_named(text: str, agreement: Agreement) -> tuple[str, ...]:
    """The ids of the clauses that the words name by number, those below others where they say so; in text order."""
    found: list[str] = []
    for hit in _NAMED.finditer(text):
        if hit["of"] and not _OF_TEXT.match(text, hit.end()):
            continue
        above = [c for c in agreement.clauses if _is_outer(c, agreement) and _fits(c, hit["kind"], hit["number"])]
        ids = {c.id for c in above}
        below = [c for c in agreement.clauses if c.parent in ids and c.number == hit["below"]] if hit["below"] else []
        found += (c.id for c in below or above)
    return tuple(dict.fromkeys(found))


def targets_named(text: str, index: Index) -> Sequence[Target]:
    """The commitments that stand in the clauses that the words name by number."""
    ids = set(clauses_named(text, index.agreement))
    return [t for t in index.targets if ids and (t.article in ids or t.commitment.clause in ids)]


def _is_outer(clause: Clause, agreement: Agreement) -> bool:
    return clause.parent is None or agreement.clause(clause.parent).kind in _TOP


def _fits(clause: Clause, kind: str, number: str) -> bool:
    """Whether a clause bears a number; an article is called so, other clauses go by many names."""
    articles = clause.kind is ClauseKind.ARTICLE
    if clause.kind in _TOP or articles != kind.lower().startswith("art"):
        return False
    return bool(clause.number) and _value(clause.number) == _value(number)


def _value(number: str) -> int | str:
    """The number of "4", "IV" and "4."; other signs as they stand."""
    plain = number.strip(". ()").lower()
    if plain.isdigit():
        return int(plain)
    if not plain or not set(plain) <= _ROMAN.keys():
        return plain
    values = [_ROMAN[sign] for sign in plain]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
