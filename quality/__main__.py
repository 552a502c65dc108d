"""`make quality`: precision, recall and F1 on every answer sheet that is there.

Answer sheets lie in `tests/gold/`; those of a folder named `shared` beside the project are used when it is there.
`dev` sheets were looked at while the rules were written, the trained head learned from them and from the `train` sheets;
`dev_7` and `test` sheets were used for neither. `--show` lists every difference.
`quality/hand_checked/` holds verdicts on every finding in two agreements; they are joined with what is found now.
`--write` puts the figures into `docs/quality.md`.
"""

import argparse
import csv
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import trucewatch
from scripts.stance_examples import FOLDERS, HELD_OUT, block_of

from .agreements import compare_commitments, compare_findings, compare_segments
from .claims import compare_passage, compare_sentence
from .hand_check import HandCheck, join, verdict_rows
from .incidents import compare_incidents
from .page import figure, hand_check_rows, hand_check_table, sheet_table, with_figures
from .places import compare_place
from .tally import Sheet

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
HAND_CHECKED = ROOT / "quality" / "hand_checked"
HAND_CHECK = "lint, two agreements checked by hand"
TEXTS = SHARED / "cases" / "agreements"
PAGE = ROOT / "docs" / "quality.md"
SPLITS = ("dev", "test")
PASSAGES = (*FOLDERS, "dev_7", "test", "test_2", "test_3")
SENTENCES = ("dev", "dev_wide", "train", "test", "test_2")
# The trained head has seen these, so their figures say how well it learned, not how well it reads.
LEARNED_FROM = frozenset({"dev", "dev_wide", "train"})
# One passage in six of these is held out, too few for a table of their own.
PASSAGES_LEARNED_FROM = frozenset(FOLDERS)
# Of the files to learn from, one block of rows in six is held out: "train" stands for the others.
KEPT_APART = "single sentences, held out from learning"


def main() -> None:
    """Print one table for each set of answer sheets."""
    options = argparse.ArgumentParser(prog="make quality", description=__doc__)
    options.add_argument("--show", action="store_true", help="list every difference")
    options.add_argument("--write", action="store_true", help="put the figures into docs/quality.md")
    given = options.parse_args()
    console = Console(highlight=False)
    tables: dict[str, str] = {}
    if TEXTS.is_dir():
        check = hand_check()
        print_hand_check(check, console)
        tables[HAND_CHECK] = hand_check_table(check)
    for title, sheet in all_sheets():
        print_sheet(title, sheet, console, given.show)
        tables[title] = sheet_table(sheet)
    if not SHARED.is_dir():
        console.print(
            "The folder named shared beside the project is not there: its passage was not compared, "
            "and the verdicts given by hand were not joined."
        )
    if given.write:
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")


def hand_check() -> HandCheck:
    """The verdicts on the texts that were checked by hand, joined with what is found in them now."""
    check = HandCheck()
    for path in sorted(HAND_CHECKED.glob("*.yaml")):
        agreement = trucewatch.read_agreement(TEXTS / f"{path.stem}.txt")
        printed: Any = trucewatch.to_json(trucewatch.lint(agreement))
        join(path.stem, printed["findings"], verdict_rows(path), check)
    return check


def print_hand_check(check: HandCheck, console: Console) -> None:
    """The verdicts as a table, then what is not judged and what is gone."""
    table = Table(
        title=HAND_CHECK, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 3, 0, 0)
    )
    for column in ("", "right", "doubtful", "wrong", "precision"):
        table.add_column(column, justify="left" if not column else "right")
    for name, v in hand_check_rows(check):
        table.add_row(name, str(v.right), str(v.doubtful), str(v.wrong), figure(v.precision))
    console.print(table)
    for title, lines in (("not judged", check.not_judged), ("gone", check.gone)):
        for line in lines:
            console.print(f"  {title}: {line}", style="dim", markup=False)
    console.print()


def all_sheets() -> Iterator[tuple[str, Sheet]]:
    """Every comparison, one after the other, with its title."""
    for split in SPLITS:
        folder = GOLD / "agreements" / split
        if (folder / "findings.jsonl").is_file():
            yield f"agreements, {split}", agreements_sheet(folder)
    for split in PASSAGES:
        passages = sorted((GOLD / "reports" / split).glob("*.gold.json"))
        if passages:
            sheet = Sheet()
            for path in passages:
                sheet += passage_sheet(path, path.parent)
            yield f"reports, {split}{' (learned from)' if split in PASSAGES_LEARNED_FROM else ''}", sheet
    for split in SENTENCES:
        learned = " (learned from)" if split in LEARNED_FROM else ""
        title, files = f"single sentences, {split}{learned}", sentence_files(split)
        if split == "train":
            yield title, sentences_sheet(*files, held_out=False)
            yield KEPT_APART, sentences_sheet(*files, held_out=True)
        elif files:
            yield title, sentences_sheet(*files)
    for split in SPLITS:
        if (GOLD / "incidents" / f"{split}.json").is_file():
            yield f"incidents, {split}", incidents_sheet(GOLD / "incidents", split)
    for split in SPLITS:
        yield f"places, {split}", places_sheet(GOLD / "places" / "names.psv", split)
    passage = SHARED / "domain" / "libya.gold.json"
    if passage.is_file():
        yield "the Libya passage", passage_sheet(passage, SHARED / "cases" / "libya")


def agreements_sheet(folder: Path) -> Sheet:
    """Every agreement of a folder against `segments`, `commitments` and `findings`."""
    sheet = Sheet()
    rows = {kind: _by_text(folder / f"{kind}.jsonl") for kind in ("segments", "commitments", "findings")}
    for text_id in sorted({text_id for by_text in rows.values() for text_id in by_text}):
        agreement = trucewatch.read_agreement(folder / f"{text_id}.txt")
        printed = trucewatch.to_json(trucewatch.lint(agreement))
        for row in rows["segments"].get(text_id, ()):
            sheet += _named(text_id, compare_segments(printed, row))
        sheet += _named(text_id, compare_commitments(printed, rows["commitments"].get(text_id, ())))
        sheet += _named(text_id, compare_findings(printed, rows["findings"].get(text_id, [])))
    return sheet


def passage_sheet(gold_path: Path, texts: Path) -> Sheet:
    """One report against its answer sheet."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    path = texts / gold["text_file"]
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    printed = trucewatch.to_json(trucewatch.read_report(path))
    return _named(gold["case_id"], compare_passage(printed, gold, text))


def incidents_sheet(folder: Path, split: str) -> Sheet:
    """Every monitors' report of a half against its rows of incidents."""
    sheet = Sheet()
    for name, rows in json.loads((folder / f"{split}.json").read_text(encoding="utf-8")).items():
        report = trucewatch.read_report(folder / split / f"{name}.txt")
        printed: Any = trucewatch.to_json(report)
        sheet += _named(name, compare_incidents(printed["incidents"], rows, report.document.original))
    return sheet


def sentence_files(split: str) -> list[Path]:
    """The files of a set of sentences; the ones to learn from are several."""
    return sorted((GOLD / "reports").glob(f"sentences_{split}{'_*' if split == 'train' else ''}.jsonl"))


def sentences_sheet(*files: Path, held_out: bool | None = None) -> Sheet:
    """Single sentences, each read as a report of its own; only those that learning leaves out, or the others, if asked."""
    sheet = Sheet()
    pairs: dict[str, list[bool]] = defaultdict(list)
    lines = [row for rows in files for row in enumerate(rows.read_text(encoding="utf-8").splitlines())]
    with tempfile.TemporaryDirectory() as folder:
        for number, line in lines:
            if held_out is not None and (block_of(number) == HELD_OUT) != held_out:
                continue
            row = json.loads(line)
            path = Path(folder) / f"{row['id']}.txt"
            path.write_text(row["text"], encoding="utf-8", newline="")
            one = compare_sentence(trucewatch.to_json(trucewatch.read_report(path)), row)
            if row.get("pair"):
                pairs[row["pair"]].append(one.shares["sentence all right"].right == 1)
            sheet += _named(row["id"], one)
    for both in pairs.values():
        sheet.share("pair that differs in a word, both right").add(all(both))
    return sheet


def places_sheet(file: Path, split: str) -> Sheet:
    """The sentences of a half of the list of names, each read as a report of its own."""
    sheet = Sheet()
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter="|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.txt"
        for row in rows:
            if row["split"] == split:
                path.write_text(row["sentence"], encoding="utf-8", newline="")
                printed: Any = trucewatch.to_json(trucewatch.read_report(path))
                sheet += compare_place(printed["places"], row)
    return sheet


def _by_text(path: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["text_id"]].append(row)
    return found


def _named(name: str, sheet: Sheet) -> Sheet:
    sheet.differences = [f"{name}  {difference}" for difference in sheet.differences]
    return sheet


def print_sheet(title: str, sheet: Sheet, console: Console, show: bool) -> None:
    """The ratios of one comparison with their denominators; a ratio of nothing is a dash."""
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for column in ("", "precision", "recall", "F1", "right/wrong/missed"):
        table.add_column(column, justify="left" if not column else "right")
    for name, tally in sheet.tallies.items():
        counts = f"{tally.right}/{tally.wrong}/{tally.missed}"
        table.add_row(name, figure(tally.precision), figure(tally.recall), figure(tally.f1), counts)
    for name, share in sheet.shares.items():
        table.add_row(name, "", figure(share.ratio), "", f"{share.right} of {share.of}")
    console.print(table)
    for difference in sheet.differences if show else ():
        console.print(f"  {difference}", style="dim", markup=False)
    console.print()


if __name__ == "__main__":
    main()
