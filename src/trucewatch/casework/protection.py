"""Names that must not be written down: held against everything that people enter, before it is in a log for good.

Protected names are kept in the case's folder as salted hashes, never in the log: logs are copied and exported, and
whoever has a hash can try names on it.
"""

import hashlib
import json
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.core.errors import BadInput, BrokenLedger, Refused
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger.codec import decoded

from .folder import CaseFolder, write_whole

if TYPE_CHECKING:
    from .case import Case

FILE = "protected.json"
# So many rounds make a list of names slow to try, and a sentence quick to check.
ROUNDS = 20_000
# A family name alone tells as much as the whole name; shorter ones are words of every text.
TELLING = 4
_WORD = re.compile(r"[^\W_]+")
_NAME, _SOURCE, _REASON, _NOTES, _WHAT = "file name", "source", "reason", "notes", "name of the event or agreement"
# The free text of each field of an event's data, by the field's name.
FREE_TEXT = {
    "name": _NAME,
    "key": "path",
    "source": _SOURCE,
    "reason": _REASON,
    "kind": _WHAT,
    "other": _WHAT,
    "title": "title",
}
_IN_FIELDS = {"notes": _NOTES, "independence_group": "independence_group"}


@dataclass
class Protected:
    """The names of a case that are protected; `holds_one` says whether a text has one of them."""

    salt: bytes
    hashes: frozenset[str]
    longest: int
    _tried: dict[str, str] = field(default_factory=dict, repr=False)

    def holds_one(self, text: str) -> bool:
        """Whether the words of a protected name stand together in the text, in any order and spelling of capitals."""
        words = _words(text)
        for length in range(1, self.longest + 1):
            for at in range(len(words) - length + 1):
                if self.hash_of(words[at : at + length]) in self.hashes:
                    return True
        return False

    def hash_of(self, words: Sequence[str]) -> str:
        """The salted hash of a name's words."""
        name = " ".join(sorted(words))
        if name not in self._tried:
            self._tried[name] = hashlib.pbkdf2_hmac("sha256", name.encode(), self.salt, ROUNDS).hex()
        return self._tried[name]


def protect(folder: CaseFolder, names: Iterable[str]) -> int:
    """Keeps the hashes of names, whole and by their last word; how many names came. Raises BadInput, LedgerError."""
    known = protected_in(folder) or Protected(secrets.token_bytes(32), frozenset(), 0)
    hashes, longest, count = set(known.hashes), known.longest, 0
    for name in names:
        words = _words(name)
        if not words:
            raise BadInput("a name has no letters; expected a person's name")
        hashes.add(known.hash_of(words))
        if len(words[-1]) >= TELLING:
            hashes.add(known.hash_of(words[-1:]))
        longest, count = max(longest, len(words)), count + 1
    kept = {"salt": known.salt.hex(), "longest": longest, "hashes": sorted(hashes)}
    write_whole(_file(folder), json.dumps(kept).encode())
    return count


def protected_in(folder: CaseFolder) -> Protected | None:
    """The protected names of a case; None where there are none. Raises BrokenLedger for a damaged file."""
    path = _file(folder)
    try:
        kept = decoded(path.read_bytes())
        return Protected(bytes.fromhex(kept["salt"]), frozenset(kept["hashes"]), int(kept["longest"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise BrokenLedger(f"{path} cannot be used ({type(error).__name__}). Restore it from a copy") from error


def refuse_names(case: "Case", events: Sequence[NewEvent]) -> None:
    """Raises Refused, which does not repeat it, where what people entered has a protected name, or may name a person
    beside a claim whose speaker is not to be named."""
    texts = [(event, what, text) for event in events for what, text in entered(event)]
    protected = protected_in(case.folder) if texts else None
    for _, what, text in texts:
        if protected is not None and protected.holds_one(text):
            raise Refused(
                f"the {what} has the name of a protected person, or a part of it. "
                "Write it without the name, or pass --anyway; nothing was recorded"
            )
    from .anonymity import names_beside

    for what in names_beside(case, texts):
        raise Refused(
            f"the {what} may name a person, beside what somebody said who is not to be named. "
            "Nothing can be taken out of the log later: leave the name out, or pass --anyway; nothing was recorded"
        )


def entered(event: NewEvent) -> Iterator[tuple[str, str]]:
    """The free text of an event: what it is called, and the words."""
    for name, what in FREE_TEXT.items():
        text = event.data.get(name)
        if isinstance(text, str) and text:
            yield what, text
    fields = event.data.get("fields")
    for name, what in _IN_FIELDS.items():
        value = fields.get(name) if isinstance(fields, dict) else None
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text:
                yield what, text


def _words(text: str) -> list[str]:
    """The words without accents and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [word.casefold() for word in _WORD.findall(plain)]


def _file(folder: CaseFolder) -> Path:
    return folder.path / FILE
