"""However a file breaks its lines, its report is the same."""

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import trucewatch
from trucewatch.core.model import Document
from trucewatch.readers import read_document
from trucewatch.steps.layout import laid_out

_COMMUNIQUE = """Headquarters of the Karvian Army
Communiqué No. 14
Dalma, 12 March 2021

At 05:00 units of the Front opened fire on our positions near Dalma, in violation of the truce signed on 3 March. The Front then moved two tanks into the buffer zone, although its commander had promised the mission to keep them in Orsk.

We have kept to every line of the truce. Our soldiers have not fired a single round since 3 March.

The army will stay where it is until the Front has withdrawn its tanks.

Colonel Nadim Haddad
Spokesman
"""
_STORY = """Front denies moving tanks as Karvian truce frays

DALMA, March 13, 2021 - The Front on Saturday rejected the charge of the army that it had moved tanks into the buffer zone, and said that the two vehicles filmed there were ambulances.

"We signed this truce and we stand by it," Front spokeswoman Lina Orsik told reporters. She accused the army of shelling the village of Tarn on Thursday.

Security Council members in the capital said that the defence minister had privately promised to pull the guns back within a week.

The monitoring mission said it had found no tracks of tanks in the zone.
"""
_LIST = """Verification Mission
Weekly report
Period: 5 to 11 March 2021

1. General
The truce was generally respected. The mission counted 12 violations.

2. Tarn
On 9 March two mortar rounds landed near the school. The patrol could not establish who had fired them.
"""


def _one_line_each(text: str) -> str:
    return re.sub(r"\n\n", "\n", text)


def _broken_at(width: int) -> Callable[[str], str]:
    def broken(text: str) -> str:
        lines = (textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n"))
        return "\n".join(lines)

    return broken


def _indented(text: str) -> str:
    return re.sub(r"(?m)^(?=.)", "    ", text)


def _of_windows(text: str) -> str:
    return _broken_at(70)(text).replace("\n", "\r\n")


def _document(folder: Path, text: str) -> Document:
    path = folder / "report.txt"
    path.write_bytes(text.encode())
    return read_document(path)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _claims(folder: Path, text: str) -> Counter[tuple[object, ...]]:
    path = folder / "report.txt"
    path.write_bytes(text.encode())
    printed = trucewatch.to_json(trucewatch.read_report(path))
    names = {a["id"]: _flat(a["name"]) for a in printed["actors"]}
    found = Counter[tuple[object, ...]]()
    for claim in printed["claims"]:
        quote = claim["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]
        day = (claim["said_on"] or {}).get("edtf")
        found[claim["stance"], names.get(claim["speaker"]), _flat(quote["exact"]), day] += 1
    return found


@pytest.mark.parametrize("text", [_COMMUNIQUE, _STORY, _LIST], ids=["communiqué", "story", "list"])
@pytest.mark.parametrize(
    "layout",
    [_one_line_each, _broken_at(60), _broken_at(76), _broken_at(100), _indented, _of_windows],
    ids=["one line each", "60 wide", "76 wide", "100 wide", "indented", "of Windows"],
)
def test_the_layout_of_a_file_changes_no_claim(text: str, layout: Callable[[str], str], tmp_path: Path) -> None:
    laid = layout(text)
    assert laid != text
    assert _claims(tmp_path, laid) == _claims(tmp_path, text)


def test_a_header_right_above_its_text_is_no_part_of_a_sentence(tmp_path: Path) -> None:
    text = "General Command of the Karvian Army\nDalma, 12 March 2021\nUnits of the Front shelled our posts at Dalma.\n"
    document = laid_out(_document(tmp_path, text))
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "General Command of the Karvian Army\nDalma, 12 March 2021",
        "Units of the Front shelled our posts at Dalma.",
    ]


def test_what_is_signed_below_a_text_is_no_part_of_its_last_sentence(tmp_path: Path) -> None:
    document = laid_out(
        _document(tmp_path, "The truce holds in every sector of the line.\nColonel Nadim Haddad\nSpokesman\n")
    )
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "The truce holds in every sector of the line.",
        "Colonel Nadim Haddad\nSpokesman",
    ]


def test_a_day_stays_with_the_entry_that_it_heads(tmp_path: Path) -> None:
    text = "Posts of the week\n\nMonday 17 June\nThe army shelled Lel.\nThe rebels shot back.\n"
    document = laid_out(_document(tmp_path, text))
    assert [document.text[b.start : b.end] for b in document.blocks][1:] == [
        "Monday 17 June\nThe army shelled Lel.\nThe rebels shot back."
    ]


def test_lines_that_end_on_purpose_are_not_joined(tmp_path: Path) -> None:
    text = "09:14 ok we are at the bridge\nno tanks here\n09:20 now shots from the mill\nstill going on\n"
    document = _document(tmp_path, text)
    assert laid_out(document).text == document.text


def test_the_original_comes_back_from_the_laid_out_text(tmp_path: Path) -> None:
    for text in (_COMMUNIQUE, _STORY, _LIST):
        document = laid_out(_document(tmp_path, _of_windows(_indented(text))))
        assert document.repairs.revert(document.text) == document.original
        assert document.repairs.apply(document.original) == document.text


def test_a_text_that_needs_nothing_stays_as_it_is(tmp_path: Path) -> None:
    document = _document(tmp_path, _STORY)
    assert laid_out(document) is document
