"""The gold of the agreements is what its sources say, and holds together."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SPLITS = ("dev", "test")


def rows(split: str, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / split / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def text(split: str, text_id: str) -> str:
    return (HERE / split / f"{text_id}.txt").read_bytes().decode("utf-8")


def commitments(split: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    return ((clause, each) for clause in rows(split, "commitments") for each in clause["commitments"])


def test_the_gold_files_are_built_from_the_sources() -> None:
    done = subprocess.run([sys.executable, HERE / "build.py", "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("split", SPLITS)
def test_every_slot_is_the_text_at_its_offsets(split: str) -> None:
    for clause, each in commitments(split):
        for slot, (start, end) in each["spans"].items():
            assert text(split, clause["text_id"])[start:end] == each[slot]
        assert all(each[slot] is None or slot in each["spans"] for slot in ("action", "bearer", "deadline", "place"))


@pytest.mark.parametrize("split", SPLITS)
def test_clauses_of_a_text_do_not_overlap(split: str) -> None:
    ends: dict[str, int] = {}
    for clause in sorted(rows(split, "commitments"), key=lambda c: c["start"]):
        assert clause["start"] >= ends.get(clause["text_id"], 0), clause["anchor"]
        ends[clause["text_id"]] = clause["start"] + clause["length"]


@pytest.mark.parametrize("split", SPLITS)
def test_no_rule_must_and_must_not_fire_on_the_same_words(split: str) -> None:
    found = [f for f in rows(split, "findings") if f["anchor"] is not None]
    for probe in (f for f in found if f["expect"] == "must_not"):
        end = probe["start"] + len(probe["anchor"])
        for other in (f for f in found if f["expect"] == "must" and f["text_id"] == probe["text_id"]):
            meets = other["start"] < end and other["start"] + len(other["anchor"]) > probe["start"]
            assert not (meets and probe["rule"] == other["rule"]), probe["anchor"]


@pytest.mark.parametrize("split", SPLITS)
def test_segments_have_one_id_each_and_follow_the_text(split: str) -> None:
    for row in rows(split, "segments"):
        assert len(row["ids"]) == len(set(row["ids"])) == len(row["kinds"]) == len(row["starts"])
        starts = [start for start in row["starts"] if start is not None]
        assert starts == sorted(set(starts)), row["text_id"]
        assert {*row["also"], *row["optional"]} <= set(row["ids"])


def test_the_splits_share_no_text() -> None:
    dev, held_out = ({row["text_id"] for row in rows(split, "segments")} for split in SPLITS)
    assert not dev & held_out
