"""Clauses, commitments and findings of an agreement against an answer sheet.

A printed commitment belongs to the marked clause in which its action starts, and is found when the actions
overlap. Slots count by overlap of spans, due days exactly. A finding that must be there counts with any of
its rules, on the sentence of its words; precision is taken over findings of high severity and blockers.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .likeness import Range, dice
from .tally import Sheet

Json = Mapping[str, Any]

SLOTS = ("bearer", "deadline", "place", "verifier", "condition", "exception")
# Slots that shade into each other: the answer may stand in either.
NEIGHBOURS = {
    "condition": ("condition", "trigger"),
    "deadline": ("deadline", "trigger"),
    "exception": ("exception", "condition"),
}
AS_ONE = {"title", "preamble", "abbreviations", "signature"}
SERIOUS = {"high", "blocker"}


def compare_segments(printed: Json, row: Json) -> Sheet:
    """Where clauses start, and under which id; ids are compared where the starts agree."""
    sheet = Sheet()
    optional = set(row.get("optional", ()))
    also = row.get("also", {})
    wanted = {start: i for i, start in zip(row["ids"], row["starts"], strict=True) if start is not None}
    # A container without words of its own is compared by nothing: it has no place.
    got = {c["start"]: c["id"] for c in printed["clauses"] if c["start"] is not None and c["exact"] != c["heading"]}
    tally = sheet.tally("starts of clauses")
    tally.right = len(wanted.keys() & got.keys())
    extra = sorted(got.keys() - wanted.keys() - _further_parts(printed["clauses"]))
    tally.wrong = len(extra)
    tally.missed = sum(1 for start in wanted.keys() - got.keys() if wanted[start] not in optional)
    sheet.differences += [f"extra clause {got[start]}" for start in extra]
    sheet.differences += [f"missed clause {wanted[start]}" for start in sorted(wanted.keys() - got.keys())]
    for start in sorted(wanted.keys() & got.keys()):
        right = got[start] in (wanted[start], *also.get(wanted[start], ()))
        sheet.share("ids of clauses").add(right)
        if not right:
            sheet.differences.append(f"clause {wanted[start]} printed as {got[start]}")
    return sheet


def _further_parts(clauses: Sequence[Json]) -> set[int]:
    """Starts of the second and later of several titles, recitals or tables in a row: sheets have them as one."""
    rows = pairwise(clauses)
    return {later["start"] for first, later in rows if first["kind"] == later["kind"] and later["kind"] in AS_ONE}


# --------------------------------------------------------------------------- commitments


def compare_commitments(printed: Json, rows: Iterable[Json]) -> Sheet:
    """The commitments of the marked clauses."""
    sheet = Sheet()
    for row in rows:
        _compare_clause(printed, row, sheet)
    return sheet


def _compare_clause(printed: Json, row: Json, sheet: Sheet) -> None:
    start, end = row["start"], row["start"] + row["length"]
    left = [c for c in printed["commitments"] if start <= (_spans(c, "action") or [c])[0]["start"] < end]
    found = sheet.tally("commitments")
    for answer in row["commitments"]:
        ours = next((c for c in left if _action_right(answer, c)), None)
        if ours is None:
            _note_missed(answer, row, sheet)
            continue
        left.remove(ours)
        found.right += 1
        modalities = {answer["modality"], *answer.get("alt", {}).get("modality", ())}
        sheet.share("modality").add(ours["modality"] in modalities)
        for name in SLOTS:
            _compare_slot(answer, ours, name, (start, end), sheet)
        _compare_due(answer["due"], ours["due"], sheet)
    extra = [c for c in left if c["modality"] not in row.get("allow", ())]
    if row["commitments"] and row.get("splits_ok"):
        extra = []
    found.wrong += len(extra)
    if not row["commitments"]:
        sheet.share("clause without a commitment left alone").add(not extra)
    sheet.differences += [f"extra commitment in: {row['anchor']}" for _ in extra]


def _note_missed(answer: Json, row: Json, sheet: Sheet) -> None:
    sheet.tally("commitments").missed += 1
    for name in SLOTS:
        sheet.tally(name).missed += bool(answer[name]) and None not in answer.get("alt", {}).get(name, ())
    if answer["due"] and "latest" in answer["due"]:
        sheet.share("due day").add(False)
    sheet.differences.append(f"missed commitment in: {row['anchor']} [{answer['action']}]")


def _spans(commitment: Json, slot: str) -> list[Json]:
    value = commitment["slots"][slot]
    return list(value) if isinstance(value, list) else []


def _at(span: Json) -> Range:
    return span["start"], span["end"]


def _action_right(answer: Json, ours: Json) -> bool:
    place = answer["spans"].get("action")
    for span in _spans(ours, "action"):
        if span["end"] - span["start"] > 200:
            continue
        if place and min(span["end"], place[1]) > max(span["start"], place[0]):
            return True
        words = f" {_bare(span['exact'])} "
        if any(f" {_bare(other)} " in words for other in answer.get("alt", {}).get("action", ()) if other):
            return True
    return False


def _compare_slot(answer: Json, ours: Json, name: str, clause: Range, sheet: Sheet) -> None:
    tally = sheet.tally(name)
    others = answer.get("alt", {}).get(name, ())
    own = _spans(ours, name)
    if name != "bearer":
        # A span from a clause elsewhere that was linked to this one is neither right nor wrong.
        own = [span for span in own if clause[0] <= span["start"] < clause[1]]
    if not answer[name]:
        taken = [place for slot, place in answer["spans"].items() if slot not in (name, "action")]
        excused = any(_alike(s["exact"], o) for s in own for o in others if o)
        excused = excused or any(dice(_at(s), place) >= 0.5 for s in own for place in taken)
        tally.wrong += bool(own) and not excused
        return
    candidates = [span for near in NEIGHBOURS.get(name, (name,)) for span in _spans(ours, near)]
    right = any(dice(_at(span), answer["spans"][name]) >= 0.5 for span in candidates)
    right = right or any(_alike(span["exact"], other) for span in candidates for other in others if other)
    right = right or (name == "bearer" and any(_alike(span["exact"], answer[name]) for span in candidates))
    if right:
        tally.right += 1
    elif own:
        tally.wrong += 1
        tally.missed += 1
    elif None not in others:
        tally.missed += 1


def _compare_due(answer: Json | None, ours: Json | None, sheet: Sheet) -> None:
    day = (ours or {}).get("latest")
    if answer and "latest" in answer:
        right = day in (answer["latest"], *answer.get("also", ()))
        sheet.share("due day").add(right or (not day and answer.get("or") == "cannot_compute"))
    else:
        sheet.share("no day where none can be computed").add(not day)


def _bare(words: str) -> str:
    line = " ".join(words.casefold().split()).strip(" .,;:")
    return next((line.removeprefix(article) for article in ("the ", "an ", "a ") if line.startswith(article)), line)


def _alike(one: str, other: str) -> bool:
    """One holds the other and is at most three times as long."""
    a, b = _bare(one), _bare(other)
    return bool(a and b) and (a in b or b in a) and 2 * min(len(a), len(b)) / (len(a) + len(b)) >= 0.5


# --------------------------------------------------------------------------- findings


def compare_findings(printed: Json, rows: Sequence[Json]) -> Sheet:
    """The findings of one agreement."""
    sheet = Sheet()
    findings = [finding for finding in printed["findings"] if not finding["waived"]]
    foreseen: set[int] = set()
    recall = sheet.share("findings that must be there")
    for row in rows:
        codes = set(row["rule"]) if isinstance(row["rule"], list) else {row["rule"]}
        if row["expect"] == "must_not":
            zone = (row["start"], row["start"] + len(row["anchor"]))
            hit = any(f["code"] in codes and _meets(f, zone) for f in findings)
            sheet.share("look-alikes left alone").add(not hit)
            sheet.differences += [f"look-alike flagged {sorted(codes)[0]}: {row['anchor']}"] if hit else []
            continue
        hits = _hits(row, codes, findings, foreseen)
        foreseen.update(hits)
        if row["expect"] == "must":
            recall.add(bool(hits))
            sheet.differences += [] if hits else [f"missed {'|'.join(sorted(codes))}: {row['anchor'] or '(document)'}"]
    precision = sheet.share("high findings and blockers that are foreseen")
    for i, finding in enumerate(findings):
        if finding["severity"] in SERIOUS:
            precision.add(i in foreseen)
            if i not in foreseen:
                words = " ".join(finding["exact"].split())[:70]
                sheet.differences.append(f"not foreseen {finding['code']}: {words}")
    return sheet


def _hits(row: Json, codes: set[str], findings: Sequence[Json], foreseen: set[int]) -> list[int]:
    if row.get("scope") != "document":
        return [i for i, f in enumerate(findings) if f["code"] in codes and _meets(f, row["zone"])]
    hits: list[int] = []
    for code in codes:
        # A gap of the whole document is one finding for each rule.
        free = [
            i for i, f in enumerate(findings) if f["code"] == code and (row["expect"] == "must" or i not in foreseen)
        ]
        hits += free[:1]
    return hits


def _meets(finding: Json, zone: Sequence[int]) -> bool:
    start, end = finding["start"], finding["end"]
    return bool(end - start <= 4000 and start < zone[1] and end > zone[0])
