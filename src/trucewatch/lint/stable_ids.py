"""Stable ids: a provision keeps the id of the first draft that had it, and no id is used twice.

`IdHistory` remembers which id each clause had in each draft that was compared, so that a third draft
goes on where the second stopped. It is written beside the drafts as JSON, `trucewatch.ids/1`.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import count

from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement

SCHEMA = "trucewatch.ids/1"
_EXPECTED = (
    f'expected the file that "trucewatch diff --ids" writes ("schema": "{SCHEMA}"). Pass that file, or a new name'
)


@dataclass(frozen=True, slots=True)
class IdHistory:
    """For each draft, by the SHA-256 of its file, the stable id of each of its clause ids."""

    drafts: Mapping[str, Mapping[str, str]]

    @property
    def used(self) -> frozenset[str]:
        return frozenset(stable for ids in self.drafts.values() for stable in ids.values())

    def of(self, draft: Agreement, name: str) -> Mapping[str, str]:
        """The stable ids of a draft; raises BadInput for a draft that a history does not know.

        A history without drafts begins with this one: its clause ids are its stable ids.
        """
        known = self.drafts.get(draft.document.sha256)
        if known is not None:
            return known
        if self.drafts:
            raise BadInput(
                f"{name} has no ids for {draft.document.path}; expected OLD to be a draft that it was written for. "
                "Compare from that draft, or pass a new file"
            )
        return {clause.id: clause.id for clause in draft.clauses}

    def with_draft(self, draft: Agreement, ids: Mapping[str, str]) -> "IdHistory":
        return replace(self, drafts={**self.drafts, draft.document.sha256: dict(ids)})


def fresh(wanted: str, used: Collection[str]) -> str:
    """An id that nobody has had: the wanted one, else the first of `wanted~2`, `wanted~3`."""
    if wanted not in used:
        return wanted
    return next(candidate for n in count(2) if (candidate := f"{wanted}~{n}") not in used)


def write_history(history: IdHistory) -> str:
    """The history as JSON text."""
    drafts = [{"sha256": sha256, "ids": dict(ids)} for sha256, ids in history.drafts.items()]
    return json.dumps({"schema": SCHEMA, "drafts": drafts}, ensure_ascii=False, indent=1) + "\n"


def read_history(text: str, name: str) -> IdHistory:
    """The history that JSON text holds; `name` is what messages call it. Raises BadInput."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{name} is no JSON (line {error.lineno}); {_EXPECTED}") from error
    if not isinstance(value, dict) or value.get("schema") != SCHEMA or not isinstance(value.get("drafts"), list):
        raise BadInput(f"{name} holds no ids; {_EXPECTED}")
    drafts: dict[str, Mapping[str, str]] = {}
    for draft in value["drafts"]:
        if not isinstance(draft, dict) or not isinstance(draft.get("sha256"), str) or not _is_map(draft.get("ids")):
            raise BadInput(f"{name}: draft {len(drafts) + 1} lacks its sha256 or its ids; {_EXPECTED}")
        drafts[draft["sha256"]] = draft["ids"]
    return IdHistory(drafts)


def _is_map(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(stable, str) for stable in value.values())
