"""The log for people: every event in words, and nothing that a second coder must not see."""

import csv
import json

import pytest

from tests.exporters.schemas import closed
from trucewatch.casework import marking, register, review
from trucewatch.casework.audit import COLUMNS, log_of, write_log
from trucewatch.casework.settings import set_setting
from trucewatch.casework.splitting import part_wish
from trucewatch.core.errors import BadInput
from trucewatch.ledger.events import PAYLOADS

from .cases import AGREEMENT, MINISTER, MISSION, a_case, put


@pytest.fixture
def case(tmp_path):
    """A case with an event of every kind."""
    wire = MISSION + (
        "Two hundred men left a prison in the south of the capital at noon and were taken home by bus, the mission "
        "added, and it thanked the elders of the town for the help that they gave to its staff on that long day.\n"
    )
    with a_case(tmp_path) as made:
        put(made, tmp_path, "minister.txt", MINISTER)
        put(made, tmp_path, "deal.txt", AGREEMENT)
        put(made, tmp_path, "minister.txt", MINISTER)
        put(made, tmp_path, "minister.txt", MINISTER + "\nHe left.\n")
        put(made, tmp_path, "one.txt", wire)
        put(made, tmp_path, "two.txt", wire + "\nReporting by our staff.\n")
        marking.mark(made, "d1", source="a wire", handling="TLP:AMBER", visibility=None)
        register.set_anchor(made, "d2", "signature", "2020-10-23", "the text")
        register.renegotiate(made, "art_3__para_1__c1", "2021-06-30", "a statement")
        register.lapse(made, "art_2__para_1__c1", "2021-03-15", "a wire")
        register.relate(made, "d2", "silent-about", "the memorandum", "nothing in it")
        review.accept(made, ["d1/k1"])
        review.undo(made, "d1/k1", "a slip")
        review.correct(made, "d1/k1", {"stance": "CONDITION"}, "it sets one")
        for coder, stance in (("ada", "THREATEN"), ("bo", "SUSPEND")):
            review.code(made, "d1/k1", coder, {"stance": stance})
        review.curate(made, "d1/k1", {"stance": "CONDITION"}, "settled")
        review.split(made, "d1/k1", [part_wish("Geneva"), part_wish("Turkey")], "two")
        review.merge(made, "d4/k1", "d3/k1", "the same")
        review.reject(made, "d3/k1", "no claim")
        marking.retract(made, "d4", "withdrawn")
        set_setting(made, "provisional", "false")
        yield made


def test_every_kind_of_event_is_told_in_words(case):
    rows = list(log_of(case))
    assert {row["event"] for row in rows} == set(PAYLOADS)
    assert [row["seq"] for row in rows] == [*range(1, case.head().seq + 1)]
    for row in rows:
        closed("log").validate(row)
        assert row["what"]
        assert not any(kind.__name__ in row["what"] for kind in PAYLOADS.values())
    told = [(row["on"], row["what"], row["reason"]) for row in rows]
    for expected in (
        ("case", "case opened: Libya", ""),
        ("d4", "retracted", "withdrawn"),
        ("d1", "marked: source = a wire, handling = TLP:AMBER", "a wire"),
        ("d2/art_3__para_1__c1", "new last day 2021-06-30", "a statement"),
        ("d1/k1", "corrected: stance = CONDITION", "it sets one"),
        ("d1/k1", "coded by bo: stance", ""),
        ("d4/k1", "merged into d3/k1", "the same"),
        ("case", "setting provisional = false", ""),
    ):
        assert expected in told


def test_a_coder_s_values_are_not_in_the_log(case):
    assert not any(stance in str(row) for row in log_of(case) for stance in ("THREATEN", "SUSPEND"))


def test_the_log_is_written_as_csv_and_as_lines_of_json(case, tmp_path):
    rows = list(log_of(case))
    assert write_log(case, tmp_path / "log.jsonl", "json") == len(rows)
    assert [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()] == rows
    assert write_log(case, tmp_path / "log.csv", "csv") == len(rows)
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.DictReader(file))
    assert [int(row["seq"]) for row in cells] == [row["seq"] for row in rows]
    assert tuple(cells[0]) == COLUMNS
    with pytest.raises(BadInput, match="expected --format json or csv with --output"):
        write_log(case, tmp_path / "log.txt", "text")
