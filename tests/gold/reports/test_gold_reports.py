"""The gold for reading reports holds together: its words are in the texts, its codes exist, its halves do not meet."""

import datetime
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from quality.__main__ import PASSAGES as FOLDERS
from quality.claims import FAMILIES
from tests.paths import SHARED, needs_shared

HERE = Path(__file__).parent
SPLITS = ("dev", "test")
PASSAGES = sorted(path for folder in FOLDERS for path in (HERE / folder).glob("*.gold.json"))
STANCES = {*" ".join(FAMILIES).split(), "REPORT_KNOWLEDGE"} - {"NONE"}
PRIVATE = {f"REPORT_PRIVATE_{kind}" for kind in ("AFFIRM", "COMMIT", "DENY", "DELAY", "WITHDRAW", "ADMIT")}
CONDUCT = {"COMPLY", "COMPLY_PART", "BREACH", "MISSED_DEADLINE", "CONDUCT_SIGNAL"}
# Words that give a conflict away; "Sudan" after "South" is the other country.
CONFLICTS = {
    "dev": "Colombia|ELN|Bogotá|South Sudan|Juba|SPLA|Bentiu|Torit|Ukrain|Donetsk|Luhansk|Kyiv|Yemen|Houthi|Hodeidah"
    "|Sanaa|Myanmar|Tatmadaw|Kachin|Naypyitaw|Congo|M23|Kinshasa|Kigali|Goma|Kashmir|Rawalpindi|Line of Control"
    r"|Cyprus|Cypriot|Nicosia|UNFICYP|Mali\b|Azawad|Bamako|Nepal|Maoist|Kathmandu|Central African|Bangui|UPC",
    "test": "Ethiopia|Tigray|Mekelle|Pretoria|Amhara|Asmara|Karabakh|Yerevan|Baku|Leban|Hezbollah|Israel|Philippine"
    "|MILF|Manila|(?<!South )Sudan|RSF|Khartoum|Darfur|Afghan|Taliban|Kabul|Sri Lanka|LTTE|Tigers|Colombo|Georgia"
    "|Tbilisi|Tskhinvali|Sukhumi|Syria|Damascus|Idlib|Mozambique|RENAMO|Maputo|Sahara|Polisario|Rabat",
}


def passage(path: Path) -> tuple[dict[str, Any], str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return gold, (path.parent / gold["text_file"]).read_bytes().decode("utf-8")


def rows(split: str) -> list[dict[str, Any]]:
    lines = (HERE / f"sentences_{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def all_rows() -> list[dict[str, Any]]:
    return [row for split in SPLITS for row in rows(split)]


def codes(claim: dict[str, Any]) -> set[str]:
    return {claim["stance"], *claim.get("also_accept", ())}


def reading(row: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(c["speaker"], c["stance"], c["target"], c["negated_trap"]) for c in row["claims"]]


def is_day(text: str) -> bool:
    """A day, a month or a year; either side of an interval may be open."""
    for part in text.split("/"):
        if part != "..":
            datetime.date.fromisoformat((part + "-01-01")[:10])
    return True


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_every_word_of_a_passages_gold_is_in_its_text(path: Path) -> None:
    gold, text = passage(path)
    names = [name for actor in gold["actors"] for name in actor["names"]]
    mentions = [mention for agreement in gold["agreements"] for mention in agreement["mentions"]]
    assert [words for words in [*names, *mentions] if words not in text] == []
    assert [claim["id"] for claim in gold["claims"] if text.count(claim["quote"]) != 1] == []


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_every_reference_code_and_date_of_a_passage_is_known(path: Path) -> None:
    gold, _ = passage(path)
    actors = {actor["id"] for actor in gold["actors"]}
    bound = {each["id"] for each in [*gold["agreements"], *gold["commitments"]]}
    claims = {claim["id"] for claim in gold["claims"]}
    assert len(claims) == len(gold["claims"])
    for claim in gold["claims"]:
        assert codes(claim) <= STANCES | PRIVATE, claim["id"]
        assert claim["stance"] not in claim.get("also_accept", ())
        assert {claim.get(role) for role in ("speaker", "about", "relayed_by")} - {None} <= actors, claim["id"]
        assert claim["commitment"] is None or claim["commitment"] in bound, claim["id"]
        assert claim.get("echoes") is None or claim["echoes"] in claims - {claim["id"]}
        assert all(is_day(day) for day in [claim["date"], *claim.get("date_alternatives", ())] if day)


@pytest.mark.parametrize("split", SPLITS)
def test_every_word_of_a_sentences_gold_is_in_the_sentence(split: str) -> None:
    for row in rows(split):
        for claim in row["claims"]:
            wanted = [words for words in (claim["quote"], claim["speaker"], claim["target"]) if words is not None]
            assert all(words and words in row["text"] for words in wanted), row["id"]
            assert codes(claim) <= STANCES | PRIVATE, row["id"]
            assert claim["axis"] == ("conduct" if claim["stance"] in CONDUCT else "speech"), row["id"]


def test_no_sentence_and_no_id_stands_twice() -> None:
    every = all_rows()
    assert len({row["id"] for row in every}) == len({row["text"] for row in every}) == len(every)


def test_the_two_sentences_of_a_pair_are_read_differently() -> None:
    pairs = defaultdict(list)
    for row in all_rows():
        if row["pair"]:
            pairs[row["pair"]].append(row)
    for name, pair in pairs.items():
        assert len(pair) == 2, name
        assert reading(pair[0]) != reading(pair[1]), name


@pytest.mark.parametrize("path", sorted(HERE.glob("sentences_train_*.jsonl")), ids=lambda path: path.stem)
def test_sentences_to_learn_from_hold_together_and_stand_in_no_measured_file(path: Path) -> None:
    learned = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in learned}) == len({row["text"] for row in learned}) == len(learned)
    assert not {row["text"] for row in learned} & {row["text"] for row in all_rows()}
    for row in learned:
        for claim in row["claims"]:
            wanted = [words for words in (claim["quote"], claim["speaker"], claim["target"]) if words is not None]
            assert all(words and words in row["text"] for words in wanted), row["id"]
            assert codes(claim) <= STANCES | PRIVATE, row["id"]
            assert claim["axis"] == ("conduct" if claim["stance"] in CONDUCT else "speech"), row["id"]


def test_there_is_enough_to_measure_on() -> None:
    every = all_rows()
    claims = [claim for row in every for claim in row["claims"]]
    assert len(PASSAGES) >= 16
    assert sum(250 <= len(passage(path)[1].split()) <= 400 for path in PASSAGES) >= 14
    assert len(every) >= 420
    assert len({row["pair"] for row in every if row["pair"]}) >= 60
    assert sum(claim["negated_trap"] for claim in claims) >= 60
    assert sum(not row["claims"] for row in every) >= 50
    for split in SPLITS:
        used = {claim["stance"] for row in rows(split) for claim in row["claims"]}
        assert used >= STANCES, f"{split} lacks {sorted(STANCES - used)}"


@pytest.mark.parametrize("split", SPLITS)
def test_no_conflict_of_one_half_occurs_in_the_other(split: str) -> None:
    other = re.compile(rf"\b(?:{CONFLICTS['test' if split == 'dev' else 'dev']})")
    texts = [row["text"] for row in rows(split)]
    texts += [path.read_text(encoding="utf-8") for path in (HERE / split).glob("*.txt")]
    assert [text[:60] + " ... " + found[0] for text in texts if (found := other.search(text))] == []


@needs_shared
@pytest.mark.parametrize("split", SPLITS)
def test_the_scorer_finds_the_gold_sound(split: str, tmp_path: Path) -> None:
    for path in PASSAGES:
        gold, _ = passage(path)
        # The scorer wants an actor for the author's voice; the oldest sheets have null there.
        if path.parent.name == split and all(claim["speaker"] for claim in gold["claims"]):
            shutil.copy(path, tmp_path)
            shutil.copy(path.parent / gold["text_file"], tmp_path)
    shutil.copy(HERE / f"sentences_{split}.jsonl", tmp_path / "sentences.jsonl")
    command = [sys.executable, SHARED / "checks" / "score_read.py", "--selftest", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if not line.startswith("ok")] == []
    assert done.returncode == 0, done.stderr
