"""Finds the list of claims in what a model says: plain JSON, in a fence, or after some prose. Pure."""

import json
import re
from typing import Any

from . import faults
from .faults import Fault

_OPENING = re.compile(r"[{\[]")
_DECODER = json.JSONDecoder()
# Places where JSON may begin: an answer with more of them is noise, and each may be read to its end.
_TRIES = 200


def entries_in(said: str) -> list[Any] | Fault:
    """The entries of the list "claims", of any type, or what the answer has in its place.

    The last list counts: models that think aloud put drafts in front. A bare list of entries is taken
    only where no broken JSON stands before it, which it could be a part of.
    """
    found: list[Any] | None = None
    bare: list[Any] | None = None
    broken = decoded = False
    at = tries = 0
    while tries < _TRIES and (opening := _OPENING.search(said, at)):
        tries += 1
        try:
            value, at = _DECODER.raw_decode(said, opening.start())
        except (ValueError, RecursionError):
            broken, at = True, opening.end()
            continue
        decoded = True
        if isinstance(value, dict) and isinstance(value.get("claims"), list):
            found = value["claims"]
        elif isinstance(value, list) and not broken and all(isinstance(entry, dict) for entry in value):
            bare = value
    if found is not None:
        return found
    if bare is not None:
        return bare
    if broken:
        return faults.NOT_WHOLE
    return faults.NO_LIST if decoded else faults.NO_JSON
