"""Names that may be entered beside claims whose speakers are not to be named."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trucewatch.core.errors import Refused
from trucewatch.core.ledger import NewEvent
from trucewatch.vocabulary.names import looks_like_a_person

from .claims import Claims

if TYPE_CHECKING:
    from .case import Case

_DOCUMENT = re.compile(r"\bd\d+\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A file's name and path are looked through for protected names alone: people give files names with capitals.
_ENTERED = ("source", "reason", "notes", "independence_group")
ANONYMOUS = "private-anonymous"


def names_beside(case: "Case", texts: Iterable[tuple[NewEvent, str, str]]) -> Iterator[str]:
    """What of the texts may name a person, where it is about an anonymous speaker; words of the document are known."""
    claims: Claims | None = None
    for event, what, text in texts:
        if what not in _ENTERED or not looks_like_a_person(text):
            continue
        claims = claims or Claims(case, case.state())
        kind, _, about = event.stream.partition(":")
        if event.data.get("visibility") == ANONYMOUS:
            yield what
        elif kind == "claim":
            if _anonymous(claims, about) and looks_like_a_person(text, _known(claims, about.partition("/")[0])):
                yield what
        else:
            named = [about] if kind == "document" else _DOCUMENT.findall(text)
            if any(
                _anonymous_document(claims, name) and looks_like_a_person(text, _known(claims, name)) for name in named
            ):
                yield what


def _anonymous(claims: Claims, claim: str) -> bool:
    try:
        return claims.find(claim).anonymous
    except Refused:
        return False


def _anonymous_document(claims: Claims, document: str) -> bool:
    try:
        own = claims.reading(document).claims
    except Refused:
        return False
    return any(found.anonymous for found in claims.find_all(f"{document}/{name}" for name in own))


def _known(claims: Claims, document: str) -> frozenset[str]:
    """The words of the document, which the case has anyway."""
    text = claims.text(document)
    names = " ".join(actor["name"] for actor in claims.reading(document).actors.values())
    return frozenset(word.lower() for word in _WORD.findall(f"{text.original if text else ''} {names}"))
