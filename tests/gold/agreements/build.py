"""Writes the gold files of dev/ and test/ from the hand-written rows in source/ and the texts.

    python tests/gold/agreements/build.py          rewrite the gold files
    python tests/gold/agreements/build.py --check  fail when they are not what the sources say

Rows name words; this script finds them and counts code points, so nobody writes an offset by hand.
What the fields mean stands in docs/gold.md.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SLOTS = {
    "act": "action",
    "who": "bearer",
    "by": "deadline",
    "where": "place",
    "ver": "verifier",
    "if": "condition",
    "but": "exception",
}
COMPONENTS = tuple(
    "SCOPE PARTY DEFS GEO TIME PROHIB PERMIT SEP HW FOREIGN XAGR ARMS GROUPS DETAIN HUM MOVE MEDIA MVM JMC HOTLINE "
    "VIOL SELFDEF EXCL SEQ DISP SPOIL CIVPRO GENDER MINE LOCAL FIN GUAR REL FINAL LEGAL".split()
)

Row = dict[str, Any]
Place = tuple[int, int]


class NotInText(ValueError):
    """Words of a source row that the text does not have, or has more than once."""


def places(text: str, words: str, start: int = 0, end: int | None = None) -> list[Place]:
    """Where the words stand between start and end, whatever the line breaks between them."""
    pattern = re.compile(
        r"(?<!\w)" * words[0].isalnum() + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)" * words[-1].isalnum()
    )
    return [m.span() for m in pattern.finditer(text, start, len(text) if end is None else end)]


def only_place(text: str, words: str, start: int = 0, end: int | None = None) -> Place:
    found = places(text, words, start, end)
    if len(found) != 1:
        raise NotInText(f"{words!r} occurs {len(found)} times; expected once")
    return found[0]


def slot_place(text: str, words: str, clause: Place, slot: str, nth: int = 1) -> Place:
    """The nth place in the clause; a bearer may also stand before it, in the chapeau."""
    found = places(text, words, *clause)[nth - 1 :]
    if not found and slot == "bearer":
        found = places(text, words, 0, clause[0])[-1:]
    if not found:
        raise NotInText(f"{slot} {words!r} is not in the clause {text[slice(*clause)][:60]!r}")
    return found[0]


def commitment(text: str, source: Row, clause: Place) -> Row:
    row: Row = {}
    spans: dict[str, Place] = {}
    for short, slot in SLOTS.items():
        words = source.get(short)
        if words is not None:
            spans[slot] = slot_place(text, words, clause, slot, source.get("nth", 1) if slot == "action" else 1)
        row[slot] = text[slice(*spans[slot])] if slot in spans else None
    due = source.get("due")
    return {
        **row,
        "modality": source.get("mod", "obligation"),
        "due": {"latest": due} if isinstance(due, str) else due,
        "spans": spans,
        "alt": source.get("alt", {}),
    }


def sentence(text: str, anchor: Place, wrapped: bool, marks: str = ".;:") -> Place:
    """The sentence around the anchor; in a text without wrapped lines a line end closes it."""
    edge = re.compile(rf"(?<=[{marks}])\s+|" + (r"\n\s*\n" if wrapped else r"\n"))
    before = [m.end() for m in edge.finditer(text, 0, anchor[0])]
    after = edge.search(text, anchor[1])
    return (before[-1] if before else 0), (after.start() if after else len(text.rstrip()))


def clause_row(text: str, text_id: str, source: Row, wrapped: bool) -> Row:
    start, after = only_place(text, source["at"])
    end = (
        only_place(text, source["to"], start)[1]
        if "to" in source
        else sentence(text, (start, after - 1), wrapped, ".")[1]
    )
    return {
        "text_id": text_id,
        "type": source["type"],
        "anchor": text[start:after],
        "start": start,
        "length": end - start,
        "commitments": [commitment(text, c, (start, end)) for c in source["do"]],
        "allow": source.get("allow", []),
        "splits_ok": source.get("splits_ok", False),
    }


def finding_row(text: str, text_id: str, source: list[Any], wrapped: bool) -> Row:
    expect, rule, words = source
    row: Row = {"text_id": text_id, "expect": expect, "rule": rule}
    if words is None:
        return {**row, "anchor": None, "scope": "document"}
    anchor = only_place(text, words)
    return {**row, "anchor": text[slice(*anchor)], "start": anchor[0], "zone": sentence(text, anchor, wrapped)}


def every_component(rule: Any) -> Any:
    """The rule or rules; COMP-ANY stands for one code for each component."""
    if rule == "COMP-ANY":
        return [f"COMP-{c}" for c in COMPONENTS]
    if isinstance(rule, list) and "COMP-ANY" in rule:
        return [r for r in rule if r != "COMP-ANY"] + every_component("COMP-ANY")
    return rule


def segment_row(text: str, text_id: str, source: Row) -> Row:
    """Ids and kinds in order; start is None for a container without words of its own."""
    at = 0
    starts: list[int | None] = []
    for _, _, *words in source["segments"]:
        if words:
            found = places(text, words[0], at)
            if not found:
                raise NotInText(f"{words[0]!r} does not stand after the segment before it")
            at = found[0][0]
        starts.append(at if words else None)
    return {
        "text_id": text_id,
        "ids": [s[0] for s in source["segments"]],
        "kinds": [s[1] for s in source["segments"]],
        "starts": starts,
        "also": source.get("also", {}),
        "optional": source.get("optional", []),
    }


def build() -> dict[Path, str]:
    """The contents of every gold file."""
    files: dict[Path, list[Row]] = {}
    for path in sorted((HERE / "source").glob("*.yaml")):
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        folder, text_id = HERE / source["split"], path.stem
        text = (folder / f"{text_id}.txt").read_bytes().decode("utf-8")
        wrapped = source.get("wrapped", False)
        try:
            rows = {
                "commitments": [clause_row(text, text_id, c, wrapped) for c in source["clauses"]],
                "findings": [
                    finding_row(text, text_id, [e, every_component(r), w], wrapped) for e, r, w in source["findings"]
                ],
                "segments": [segment_row(text, text_id, source)],
            }
        except NotInText as error:
            raise SystemExit(f"{path.name}: {error}") from error
        for name, new in rows.items():
            files.setdefault(folder / f"{name}.jsonl", []).extend(new)
    return {path: "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows) for path, rows in files.items()}


def main(arguments: list[str]) -> int:
    stale = []
    for path, content in build().items():
        if "--check" not in arguments:
            path.write_text(content, encoding="utf-8", newline="")
        elif not path.is_file() or path.read_text(encoding="utf-8") != content:
            stale.append(f"{path.relative_to(HERE)}: not what source/ says; run {Path(__file__).name} without --check")
    print(*stale, sep="\n", end="\n" if stale else "")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
