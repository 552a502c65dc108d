"""Two drafts compared: who is who, what became vaguer, which findings came and went."""

import re
from functools import cache
from pathlib import Path
from unittest.mock import ANY

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lint.reading import agreement_of
from tests.paths import SHARED, needs_shared
from trucewatch.core.drafts import Change, Direction, Fate, Redraft
from trucewatch.core.errors import BadInput
from trucewatch.core.model import LintResult
from trucewatch.lint.align import align, likeness, words_of
from trucewatch.lint.engine import lint
from trucewatch.lint.redraft import compare
from trucewatch.lint.registry import all_rules
from trucewatch.lint.stable_ids import IdHistory, fresh, read_history, write_history

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "drafts"
DRAFTS = [(FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ("first", "second", "third")]
FIRST, SECOND, THIRD = DRAFTS


@cache
def result(text: str) -> LintResult:
    return lint(agreement_of(text), all_rules().values())


def redraft(old: str, new: str, history: IdHistory | None = None) -> Redraft:
    return compare(result(old), result(new), history)


def change(draft: Redraft, stable_id: str):
    [found] = [clause for clause in draft.clauses if clause.id == stable_id]
    return found


def shifts(draft: Redraft, clause: str | None, direction: Direction) -> list[tuple[str, str | None, str | None]]:
    """(what, old words, new words) of a provision's shifts, but for findings."""
    return [
        (s.what, s.old and s.old.exact, s.new and s.new.exact)
        for s in draft.shifts
        if s.clause == clause and s.direction is direction and s.what != "finding"
    ]


def clause_pair(old: str, new: str) -> Redraft:
    """Two drafts of one clause."""
    return redraft(f"Article 1\n\n1. {old}\n", f"Article 1\n\n1. {new}\n")


# --------------------------------------------------------------------------- provisions and their ids


def test_a_renumbered_provision_keeps_its_id():
    withdrawal = change(redraft(FIRST, SECOND), "art_2__para_3")
    assert withdrawal.change is Change.UNCHANGED
    assert withdrawal.new is not None
    assert withdrawal.new.id == "art_3__para_3"
    assert withdrawal.renumbered


def test_a_new_provision_gets_an_id_that_nobody_had():
    draft = redraft(FIRST, SECOND)
    relief = change(draft, "art_2__para_1~2")
    assert relief.change is Change.NEW
    assert relief.new is not None
    assert relief.new.id == "art_2__para_1"


def test_a_deleted_id_is_retired():
    draft = redraft(FIRST, SECOND)
    assert change(draft, "art_4__para_2").change is Change.DELETED
    assert "art_4__para_2" in draft.retired
    assert "art_4__para_2" not in draft.ids.values()


def test_a_provision_that_changed_places_is_moved():
    prisoners = change(redraft(FIRST, SECOND), "art_3")
    assert prisoners.change is Change.MOVED
    assert not prisoners.reworded
    assert prisoners.new is not None
    assert prisoners.new.id == "art_5"


def test_split_and_merged_provisions_are_said_to_be_so():
    draft = redraft(FIRST, SECOND)
    assert change(draft, "art_4__para_2~2").split_from == "art_4__para_1"
    assert change(draft, "art_3__para_1").merged_into == "art_3__para_2"
    # What merely stands in another provision now is neither gone nor new.
    assert shifts(draft, "art_4__para_1", Direction.VAGUER) == []
    assert shifts(draft, "art_3__para_2", Direction.VAGUER) == []


def test_a_third_draft_goes_on_with_the_ids_of_the_second():
    one = redraft(FIRST, SECOND)
    history = IdHistory({}).with_draft(one.old.agreement, {c.id: c.id for c in one.old.agreement.clauses})
    history = history.with_draft(one.new.agreement, one.ids)
    two = redraft(SECOND, THIRD, read_history(write_history(history), "ids.json"))
    assert change(two, "art_2__para_1").new.id == "art_3__para_1"
    assert change(two, "art_2__para_1~2").new.id == "art_2__para_1"
    # The dispute clause is back, but the words of the second draft did not have it: its old id stays retired.
    [dispute] = [c for c in two.clauses if c.new and c.new.id == "art_4__para_3"]
    assert dispute.change is Change.NEW
    assert dispute.id not in {"art_4__para_2", *one.ids.values()}
    assert "art_4__para_2" in two.retired


def test_the_same_comparison_twice_gives_the_same_ids():
    one = redraft(FIRST, SECOND)
    history = IdHistory({}).with_draft(one.old.agreement, one.ids | {c.id: c.id for c in one.old.agreement.clauses})
    history = history.with_draft(one.new.agreement, one.ids)
    assert redraft(FIRST, SECOND, history).ids == one.ids


def test_a_history_of_other_drafts_is_refused():
    history = IdHistory({"0" * 64: {"art_1": "art_1"}})
    with pytest.raises(BadInput) as caught:
        compare(result(FIRST), result(SECOND), history, "valley.ids.json")
    assert str(caught.value) == (
        "BadInput: valley.ids.json has no ids for draft.txt; expected OLD to be a draft that it was written for. "
        "Compare from that draft, or pass a new file"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "valley.ids.json is no JSON (line 1)"),
        ("[]", "valley.ids.json holds no ids"),
        ('{"schema": "trucewatch.ids/1", "drafts": [{}]}', "valley.ids.json: draft 1 lacks its sha256 or its ids"),
    ],
)
def test_a_bad_id_file_is_refused(text, said):
    with pytest.raises(BadInput) as caught:
        read_history(text, "valley.ids.json")
    assert str(caught.value) == (
        f'BadInput: {said}; expected the file that "trucewatch diff --ids" writes ("schema": "trucewatch.ids/1"). '
        "Pass that file, or a new name"
    )


@given(st.sets(st.from_regex(r"a(~[2-5])?", fullmatch=True)))
def test_a_fresh_id_is_new_and_the_first_that_is_free(used):
    chosen = fresh("a", used)
    assert chosen not in used
    assert chosen == "a" or {"a", *(f"a~{n}" for n in range(2, int(chosen[2:])))} <= used


# --------------------------------------------------------------------------- vaguer or more specific


def test_what_got_vaguer_is_told_in_the_words_of_both_drafts():
    draft = redraft(FIRST, SECOND)
    assert shifts(draft, "art_1__para_2", Direction.VAGUER) == [("modality", "shall", "should")]
    assert shifts(draft, "art_2__para_1", Direction.VAGUER) == [
        ("deadline", "by 20 March 2027", "as soon as possible"),
        ("duty", "The Joint Commission shall verify the withdrawal.", None),
        ("list", ANY, "such as"),
    ]
    assert shifts(draft, "art_2__para_2", Direction.VAGUER) == [("quantity", "twelve checkpoints", None)]
    assert shifts(draft, "art_4__para_2", Direction.VAGUER) == [
        ("duty", "Any dispute about this Agreement shall be decided by the chair within seven days.", None)
    ]


def test_what_got_more_specific_is_told_as_well():
    draft = redraft(SECOND, THIRD)
    assert shifts(draft, "art_1__para_2", Direction.MORE_SPECIFIC) == [("modality", "should", "shall")]
    assert ("deadline", "as soon as possible", "by 18:00 on 22 March 2027") in shifts(
        draft, "art_3__para_1", Direction.MORE_SPECIFIC
    )
    assert "list" in [what for what, *_ in shifts(draft, "art_3__para_1", Direction.MORE_SPECIFIC)]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "The Front shall free the hostages by 4 May 2027.",
            "The Front shall free the hostages.",
            "deadline",
        ),
        (
            "The Front shall hand over 114 rifles at Doum by 4 May 2027.",
            "The Front shall hand over rifles at Doum by 4 May 2027.",
            "quantity",
        ),
        (
            "The Front shall leave the town of Karsa by 4 May 2027.",
            "The Front will endeavour to leave the town of Karsa by 4 May 2027.",
            "modality",
        ),
        (
            "Each Party shall hand in its tanks, guns and mortars by 4 May 2027.",
            "Each Party shall hand in its tanks, guns, mortars, etc. by 4 May 2027.",
            "list",
        ),
    ],
)
def test_what_got_vaguer_one_way_got_more_specific_the_other_way(old, new, what):
    def told(draft: Redraft, direction: Direction) -> set[str]:
        return {name for name, *_ in shifts(draft, "art_1__para_1", direction)}

    there, back = clause_pair(old, new), clause_pair(new, old)
    assert what in told(there, Direction.VAGUER)
    assert what not in told(there, Direction.MORE_SPECIFIC)
    assert what in told(back, Direction.MORE_SPECIFIC)
    assert what not in told(back, Direction.VAGUER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The same number in another writing.
        ("The Front shall free 40 hostages by 4 May 2027.", "The Front shall free forty hostages by 4 May 2027."),
        # The same words in another order.
        (
            "By 4 May 2027 the Front shall free the hostages at Doum.",
            "The Front shall free the hostages at Doum by 4 May 2027.",
        ),
        # The number of a provision.
        (
            "The Front shall free the hostages listed in Article 4 by 4 May 2027.",
            "The Front shall free the hostages listed in Article 6 by 4 May 2027.",
        ),
        # Another day is a change, but not a vaguer one.
        ("The Front shall free the hostages by 4 May 2027.", "The Front shall free the hostages by 9 May 2027."),
    ],
)
def test_nothing_got_vaguer(old, new):
    assert [s for s in clause_pair(old, new).shifts if s.direction is not Direction.OTHER and s.what != "finding"] == []


def test_a_gap_that_went_with_the_words_around_it_is_no_gain():
    draft = clause_pair("The Front shall immediately free the hostages at Doum.", "The Front should free the hostages.")
    resolved = [s for s in draft.shifts if s.what == "finding" and s.message.endswith("is resolved")]
    assert resolved
    assert {s.direction for s in resolved} == {Direction.OTHER}


def test_a_duty_that_became_a_leave_got_vaguer():
    draft = clause_pair("The Mission shall report to the Council.", "The Mission may report to the Council.")
    assert shifts(draft, "art_1__para_1", Direction.VAGUER) == [("modality", "shall", "may")]


def test_a_deadline_of_the_chapeau_is_lost_for_each_of_its_points():
    points = "(a) withdraw their infantry from the Line;\n(b) open the Karsa road to civilians."
    old = f"Article 1\n\n1. Within thirty days of signature, the Parties shall:\n{points}\n"
    new = f"Article 1\n\n1. The Parties shall:\n{points}\n"
    draft = redraft(old, new)
    for point in ("a", "b"):
        told = shifts(draft, f"art_1__para_1__point_{point}", Direction.VAGUER)
        assert ("deadline", "Within thirty days of signature", None) in told


def test_a_provision_rewritten_in_its_place_is_the_same_one():
    items = "1. The Mission shall:\n(a) watch the zone;\n(b) {};\n(c) report to the Council each Monday.\n"
    draft = redraft(
        items.format("inspect any place at any time"), items.format("inspect places agreed with the Party concerned")
    )
    assert [c.change for c in draft.clauses if c.id.endswith("point_b")] == [Change.REWORDED]


def test_what_ends_an_item_of_a_list_is_no_rewording():
    draft = redraft(
        "1. The Parties shall:\n(a) lift the siege;\n(b) open the road; and\n(c) free the captives.\n",
        "1. The Parties shall:\n(a) lift the siege; and\n(b) open the road,\n(c) free the captives\n",
    )
    assert not draft.changed


def test_every_shift_is_in_the_words_of_its_draft():
    for old, new in ((FIRST, SECOND), (SECOND, THIRD), (FIRST, THIRD)):
        for shift in redraft(old, new).shifts:
            assert shift.old is None or old[shift.old.start : shift.old.end] == shift.old.exact
            assert shift.new is None or new[shift.new.start : shift.new.end] == shift.new.exact
            assert shift.old or shift.new


# --------------------------------------------------------------------------- findings


def test_findings_come_go_and_stay():
    draft = redraft(FIRST, SECOND)
    fates = {(c.fate, (c.new or c.old).code, c.clause) for c in draft.findings}
    assert (Fate.INTRODUCED, "MOD001", "art_1__para_2") in fates
    assert (Fate.INTRODUCED, "DEF004", "art_2__para_1") in fates
    assert (Fate.RESOLVED, "COMP-HUM", None) in fates
    back = {(c.fate, (c.new or c.old).code, c.clause) for c in redraft(SECOND, THIRD).findings}
    assert (Fate.RESOLVED, "MOD001", "art_1__para_2") in back


def test_every_finding_of_both_drafts_is_accounted_for_once():
    draft = redraft(FIRST, SECOND)
    assert sorted(c.old.fingerprint for c in draft.findings if c.old) == sorted(
        f.fingerprint for f in result(FIRST).findings
    )
    assert sorted(c.new.fingerprint for c in draft.findings if c.new) == sorted(
        f.fingerprint for f in result(SECOND).findings
    )


# --------------------------------------------------------------------------- laws


@pytest.mark.parametrize("text", DRAFTS)
def test_a_draft_compared_with_itself_has_changed_in_nothing(text):
    draft = redraft(text, text)
    assert not draft.changed
    assert draft.shifts == ()
    assert draft.retired == ()
    assert {c.fate for c in draft.findings} == {Fate.CARRIED}
    assert all(stable == clause for clause, stable in draft.ids.items())


@needs_shared
@pytest.mark.parametrize("name", ["pax_930.txt", "pax_1362.txt", "pax_1364.txt", "pax_1966.txt"])
def test_real_agreements_compared_with_themselves_have_changed_in_nothing(name):
    text = (SHARED / "cases" / "agreements" / name).read_text(encoding="utf-8")
    assert not redraft(text, text).changed


@settings(max_examples=8, deadline=None)
@given(articles=st.integers(1, 30), paragraphs=st.integers(1, 9))
def test_renumbering_every_point_changes_no_stable_id(articles, paragraphs):
    renumbered = re.sub(r"^Article (\d)", lambda m: f"Article {int(m[1]) + articles}", FIRST, flags=re.M)
    renumbered = re.sub(r"^(\d)\. ", lambda m: f"{int(m[1]) + paragraphs}. ", renumbered, flags=re.M)
    draft = redraft(FIRST, renumbered)
    assert [c.id for c in draft.clauses] == [c.id for c in result(FIRST).agreement.clauses]
    assert {c.change for c in draft.clauses} == {Change.UNCHANGED}
    assert draft.retired == ()


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)), st.sets(st.integers(0, 4), max_size=2))
def test_alignment_matches_the_same_whichever_draft_comes_first(order, dropped):
    head, *articles = re.split(r"^(?=Article )", SECOND, flags=re.M)
    shuffled = head + "".join(articles[i] for i in order if i not in dropped)
    there = align(agreement_of(FIRST), agreement_of(shuffled))
    back = align(agreement_of(shuffled), agreement_of(FIRST))
    assert sorted(there.pairs) == sorted((i, j) for j, i in back.pairs)


@given(st.text("abc .", max_size=40), st.text("abc .", max_size=40))
def test_likeness_is_symmetric_and_at_most_one(a, b):
    one, other = words_of(a), words_of(b)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


def test_a_waiver_written_into_the_text_is_no_change_of_it():
    line = "[accepted-ambiguity: TIME004, agreed on purpose, Joint Commission, 1 June 2027]"
    accepted = SECOND.replace("as soon as possible.", f"as soon as possible. {line}")
    draft = redraft(SECOND, accepted)
    assert not draft.changed
