"""Incidents against an answer sheet: found when the clauses overlap; every fact is then compared on the pairs.

A printed incident belongs to the answer whose quote shares at least half of the shorter of the two. Facts of
which there can be several (victims, places, casualties) are tallied one by one. A row with `optional` is
counted neither way.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .likeness import days_of, days_printed, overlap, places, plain, share_of_words
from .tally import Sheet, Tally

Json = Mapping[str, Any]
LISTS = ("victims", "where", "casualties")
_ALIKE = 0.6


def compare_incidents(printed: Sequence[Json], rows: Sequence[Json], text: str) -> Sheet:
    """The printed incidents of one report against its rows."""
    for row in rows:
        if row["quote"] not in text:
            raise ValueError(f"the answer sheet quotes words that are not in the text: {row['quote']}")
    sheet = Sheet()
    pairs = _pairs(printed, rows, text)
    wanted = [n for n, row in enumerate(rows) if not row.get("optional")]
    ours = {i for i, _ in pairs}
    right = [(i, j) for i, j in pairs if j in wanted]
    extra = [incident for i, incident in enumerate(printed) if i not in ours]
    missed = [rows[j] for j in wanted if j not in {j for _, j in pairs}]
    sheet.tallies["incidents"] = Tally(len(right), len(extra), len(missed))
    sheet.differences += [f"extra {one['kind']}: {plain(one['exact'])[:110]}" for one in extra]
    sheet.differences += [f"missed {row['kind']}: {row['quote']}" for row in missed]
    for name in LISTS:
        sheet.tally(name)
    for i, j in right:
        _facts(printed[i], rows[j], sheet)
    return sheet


def _pairs(printed: Sequence[Json], rows: Sequence[Json], text: str) -> list[tuple[int, int]]:
    scored = []
    for i, incident in enumerate(printed):
        for j, row in enumerate(rows):
            share, union = overlap([(incident["start"], incident["end"])], places(text, row["quote"]))
            if share >= 0.5:
                scored.append((union, -i, -j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all(-i != a and -j != b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs


def _facts(ours: Json, row: Json, sheet: Sheet) -> None:
    shares = {
        "kind": ours["kind"] in (row["kind"], *row.get("also_kinds", ())),
        "perpetrator": _doer_right(ours["perpetrator"], row["perpetrator"]),
        "when": _when_right(ours["when"], row["when"]),
        "provision": _provision_right(ours["provisions"], row["provision"]),
        "verification": ours["verification"] in (row["verification"], *row.get("also_verification", ())),
    }
    if row["by"]:
        shares["attributed by"] = ours["attributed_by"] in (row["by"], *row.get("also_by", ()))
    if row.get("not_attributable"):
        said = _words(ours["perpetrator"].get("from", ())) if isinstance(ours["perpetrator"], Mapping) else []
        shares["words that nobody can be named"] = any(_alike(words, row["not_attributable"]) for words in said)
    for name, right in shares.items():
        sheet.share(name).add(right)
        if not right:
            sheet.differences.append(f"{name} of “{row['quote'][:60]}”: {_shown(ours, name)}")
    for name in LISTS:
        got, want = _words(ours[name]), list(row[name])
        found = [w for w in want if any(_alike(g, w) for g in got)]
        wrong = [g for g in got if not any(_alike(g, w) for w in want)]
        sheet.tally(name).__iadd__(Tally(len(found), len(wrong), len(want) - len(found)))
        missed = [w for w in want if w not in found]
        if wrong or missed:
            sheet.differences.append(f"{name} of “{row['quote'][:60]}”: extra {wrong}, missed {missed}")


def _shown(ours: Json, name: str) -> str:
    key = {"attributed by": "attributed_by", "provision": "provisions", "words that nobody can be named": "perpetrator"}
    value = ours[key.get(name, name)]
    if isinstance(value, Mapping):
        return str(value.get("edtf") or value)[:120]
    return value if isinstance(value, str) else str(_words(value))


def _words(spans: Any) -> list[str]:
    return [] if isinstance(spans, Mapping) else [span["exact"] for span in spans]


def _alike(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    return a in b or b in a or share_of_words(one, other) >= _ALIKE


def _doer_right(printed: Any, wanted: str | None) -> bool:
    if wanted is None:
        return isinstance(printed, Mapping)
    return any(_alike(words, wanted) for words in _words(printed))


def _when_right(printed: Any, wanted: str | None) -> bool:
    return days_printed(printed) == days_of(wanted)


def _provision_right(printed: Any, wanted: str | None) -> bool:
    words = _words(printed)
    return any(_alike(one, wanted) for one in words) if wanted else not words
