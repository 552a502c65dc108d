"""A whole log as lines, and damaged files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.ledger import Event
from trucewatch.ledger.jsonl import dump, load

from .logs import notes

LOG = notes(5)
LINES = list(dump(LOG))


def outcome(lines) -> tuple[Event, ...] | str:
    """The events, or what was said instead."""
    try:
        return tuple(load(lines))
    except BrokenLedger as error:
        return str(error)


def refusal(lines) -> str:
    with pytest.raises(BrokenLedger) as caught:
        list(load(lines))
    return str(caught.value)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_a_log_comes_back_as_it_was(number):
    lines = list(dump(notes(number)))
    assert tuple(load(lines)) == notes(number)
    assert list(dump(load(lines))) == lines


def test_a_file_may_be_read_as_bytes_with_its_line_ends(tmp_path):
    path = tmp_path / "libya.jsonl"
    path.write_text("".join(f"{line}\n" for line in LINES), encoding="utf-8")
    with path.open("rb") as file:
        assert tuple(load(file)) == LOG


def test_a_line_cut_off_is_named():
    cut = [*LINES[:3], LINES[3][:40]]
    assert refusal(cut).startswith("BrokenLedger: line 4: it is no event (Input data was truncated). Take an undam")


def test_a_file_cut_off_between_two_lines_is_told():
    said = "BrokenLedger: the file was cut off: it ends after event 3, without its closing line. "
    assert refusal(LINES[:3]) == said + "Take a whole copy; nothing was recorded"
    assert "it ends after event 0" in refusal([])


def test_a_changed_line_is_named():
    assert refusal([LINES[0], LINES[1].replace("ada", "eve"), *LINES[2:]]) == (
        "BrokenLedger: line 2: event 2 was changed after it was recorded: its hash does not fit what it holds. "
        "Take an undamaged copy; nothing was recorded"
    )


def test_a_missing_or_moved_line_is_named():
    assert refusal([LINES[0], *LINES[2:]]).startswith("BrokenLedger: line 2: event 2 is missing: event 3 stands")
    assert refusal([LINES[1], LINES[0], *LINES[2:]]).startswith("BrokenLedger: line 1: event 1 is missing")


def test_lines_that_are_no_events_are_named():
    for line in ("", "null", "[1]", '{"seq": 1}', b"\xff", '{"a": "\\ud8'):
        assert refusal([line, *LINES]).startswith("BrokenLedger: line 1: it is no event (")


def test_the_closing_line_has_to_fit_and_to_be_the_last():
    other = list(dump(notes(2)))[-1]
    assert refusal([*LINES[:3], other]) == (
        "BrokenLedger: line 4: it closes another log: before it come 3 events, or other ones. "
        "Take an undamaged copy; nothing was recorded"
    )
    assert refusal([*LINES, LINES[0]]).startswith("BrokenLedger: line 7: it comes after the closing line.")


@given(st.integers(0, len(LINES) - 1), st.data())
def test_no_change_of_a_byte_changes_an_event_unseen(number, data):
    line = LINES[number].encode()
    place = data.draw(st.integers(0, len(line) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda new: new != line[place]))
    damaged = [*LINES]
    damaged[number] = line[:place] + bytes([byte]) + line[place + 1 :]
    # Some changes are none: "2020-10-23t12:00:00z" is the same instant.
    assert outcome(damaged) == LOG or outcome(damaged).startswith(f"BrokenLedger: line {number + 1}: ")
