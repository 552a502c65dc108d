"""What is repaired, what is left alone, and that every repair can be undone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paths import SHARED, needs_shared
from trucewatch.core.repairs import find_repairs


def read(original: str) -> str:
    return find_repairs(original).apply(original)


def kinds(original: str) -> list[str]:
    return [edit.kind for edit in find_repairs(original).edits]


REPAIRED = [
    # line ends
    ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n", "line-end"),
    # characters without a width
    ("\ufeffThe Parties", "The Parties", "invisible"),
    ("cease\u200bfire", "ceasefire", "invisible"),
    ("gov\u00adern\u00adment", "government", "soft-hyphen"),
    ("govern\u00ad\nment", "government", "soft-hyphen"),
    ("govern\u00ad ment", "government", "soft-hyphen"),
    # spaces
    ("the  armed\u00a0 \tforces", "the armed forces", "spaces"),
    ("within\u00a072 hours", "within 72 hours", "spaces"),
    ("the Parties \t\nshall", "the Parties\nshall", "spaces"),
    (" \u200b the", " the", "spaces"),
    ("« le feu »", '"le feu"', "spaces"),
    # apostrophes and quotation marks
    ("Libya`s army, Libya´s, Libya’s, Libya‘s, Libya‛s, Libya′s", "Libya's army" + ", Libya's" * 5, "apostrophe"),
    ("“windows of silence”", '"windows of silence"', "quotation-mark"),
    ("„Waffenruhe“ und «feu»", '"Waffenruhe" und "feu"', "quotation-mark"),
    ("SMM ‘mirror patrols’ monitoring", "SMM 'mirror patrols' monitoring", "quotation-mark"),
    # words broken at a line's end
    ("the aver-\nage", "the average", "split-word"),
    ("elec- \r\n  tricity", "electricity", "split-word"),
    ("non-\ngovernment", "non-government", "split-word"),
    ("south-\neast and east-\nern", "south-east and eastern", "split-word"),
    ("Yasynuvata-\nDonetsk", "Yasynuvata-Donetsk", "split-word"),
    ("non\x02government-controlled", "non-government-controlled", "split-word"),
    ("govern\x02ment", "government", "split-word"),
    ("www.osce.org/special-\nmonitoring", "www.osce.org/special-monitoring", "split-word"),
    # the text itself is the first witness
    ("A ceasefire. The cease-\nfire holds", "A ceasefire. The ceasefire holds", "split-word"),
    ("A cease-fire. The cease-\nfire holds", "A cease-fire. The cease-fire holds", "split-word"),
    ("each mine; raise awareness; mine-\nawareness", "each mine; raise awareness; mine-awareness", "split-word"),
    # a broken word in the middle of a line keeps its hyphen
    ("the cease- fire zone", "the cease-fire zone", "split-word"),
    ("Inter- Governmental", "Inter-Governmental", "split-word"),
    ("bi- monthly", "bi-monthly", "split-word"),
    # footnote marks
    ("the government. [fn] On Friday", "the government. On Friday", "footnote-mark"),
    ("the government [fn 12], which", "the government, which", "footnote-mark"),
    ("the government (fn 12), which", "the government, which", "footnote-mark"),
    ("He left.[fn]Interview.[/fn] On Friday", "He left. Interview. On Friday", "footnote-end"),
    (
        "He left. 1 She stayed. 2\n\n1 Interview, 2019. 2 See Report 4.",
        "He left. She stayed.\n\n1 Interview, 2019. 2 See Report 4.",
        "footnote-mark",
    ),
    ("[fn] View the video", "View the video", "footnote-mark"),
    ("their obligations.[12] The", "their obligations. The", "footnote-mark"),
    ("their obligations.[12]The", "their obligations. The", "footnote-mark"),
    ("the truce[3] holds", "the truce holds", "footnote-mark"),
    ("their obligations. [12] The", "their obligations. The", "footnote-mark"),
    ("their obligations.¹² The", "their obligations. The", "footnote-mark"),
    ("their obligations.12 The", "their obligations. The", "footnote-mark"),
    ("their obligations.12\n\n12 Interview", "their obligations.\n\n12 Interview", "footnote-mark"),
    ("“hot spots.”7 The", '"hot spots." The', "footnote-mark"),
    ("“hot spots”7 The", '"hot spots" The', "footnote-mark"),
    ("until the end of 2015i.\n\ni\nSuch measures", "until the end of 2015.\n\ni\nSuch measures", "footnote-mark"),
    ("cease\ufb01re", "ceasefire", "ligature"),
]


@pytest.mark.parametrize(("original", "working", "kind"), REPAIRED, ids=[repr(case[0])[:40] for case in REPAIRED])
def test_reads_as(original: str, working: str, kind: str) -> None:
    assert read(original) == working
    assert kind in kinds(original)


LEFT_ALONE = [
    "pre- and post-conflict",
    "three- or four-day",
    "107 in government- and 157 in non-government-controlled areas",
    "the agreement- which both sides signed",
    "pre-\nand post-conflict",
    "- Right to self-determination;\n- Participation",
    "SPLM/A -IO",
    "Annex A- Map",
    "the conflictaffected areas",
    "over 1.5 million People",
    "at 00.30 The",
    "at 12.30 On",
    "Art.5 The Parties",
    "No.12 The",
    "Sept.19 The",
    "1:57 p.m.1 The",
    "in 2019. The",
    "signed in 1994.1995 The",
    "1.2 The Parties",
    "3.\nThe Parties",
    "within [30] days",
    "[12] Telephone interview, Tripoli",
    "an area of 30 km² and 10⁶ rounds",
    'the "5 + 5" talks',
    "until the end of 2015i.",
    # An agreement's own points, and no row of sources.
    "The Parties agree. 1 The guns go. 2 The men stay.\n\n1 The port. 2 The road.",
    "Grad P-21\n152 mm",
    "one line\n\nanother line",
]


@pytest.mark.parametrize("original", LEFT_ALONE)
def test_leaves_alone(original: str) -> None:
    assert read(original) == original


AWKWARD = st.text(
    alphabet=st.sampled_from(list(" \t\n\r\u00a0\u00ad\u200b\ufeff\x02`´‘’′“”«»-.[]0123¹²fniIvVaAbB,!ﬁé\u2002"))
)
ANY_TEXT = st.one_of(
    st.text(), AWKWARD, st.lists(st.one_of(AWKWARD, st.sampled_from([c[0] for c in REPAIRED]))).map("".join)
)


@settings(max_examples=400)
@given(ANY_TEXT)
def test_every_repair_can_be_undone(original: str) -> None:
    repairs = find_repairs(original)
    assert repairs.revert(repairs.apply(original)) == original


@settings(max_examples=400)
@given(ANY_TEXT)
def test_every_repair_names_what_it_replaced_and_changes_it(original: str) -> None:
    for edit in find_repairs(original).edits:
        assert original[edit.start : edit.end] == edit.was != edit.now


@settings(max_examples=400)
@given(ANY_TEXT)
def test_line_ends_stay_except_within_a_broken_word(original: str) -> None:
    broken = sum(
        edit.was.count("\n") or edit.was.count("\r")
        for edit in find_repairs(original).edits
        if not edit.now.count("\n")
    )
    lines = original.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert read(original).count("\n") == lines - broken


@pytest.mark.parametrize(
    "piece", [" ", "-", "a-", "ab-\n", "[", ".1", "‘", "a\u00ad ", "a-" + " " * 999 + "\n" + " " * 999]
)
def test_a_hostile_text_takes_no_more_than_its_length(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    started = time.process_time()
    find_repairs(text)
    assert time.process_time() - started < 5


@needs_shared
@pytest.mark.parametrize("path", sorted(SHARED.glob("cases/*/*.txt")), ids=lambda path: path.stem)
def test_sample_texts_read_cleanly(path) -> None:
    working = read(path.read_text(encoding="utf-8"))
    for fault in ("  ", " \n", "\u00a0", "`", "’", "“", "[fn]", "\x02", "cease- fire", "bi- monthly", "-\n"):
        assert fault not in working
