"""The scorers: what they count, and that they agree with the reference scorers where those are there."""

import importlib.util
import json
from types import SimpleNamespace

import pytest

import trucewatch
from quality.__main__ import GOLD, agreements_sheet, passage_sheet, sentences_sheet
from quality.claims import compare_sentence, invented
from quality.likeness import days_of, dice, overlap, places, same_name
from quality.tally import Sheet, Tally
from tests.paths import SHARED, needs_shared


def test_a_tally_gives_precision_recall_and_f1():
    tally = Tally(right=3, wrong=1, missed=2)
    assert (tally.precision, tally.recall, tally.f1) == (3 / 4, 3 / 5, 6 / 9)
    assert Tally().precision is None


def test_sheets_add_up():
    one, other = Sheet(), Sheet()
    one.tally("claims").right = 2
    other.tally("claims").missed = 1
    other.share("stance").add(True)
    one += other
    assert one.tallies["claims"] == Tally(2, 0, 1)
    assert one.shares["stance"].ratio == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("General Ana Pérez", "ana perez", True),
        ("Perez", "Ana Pérez", True),
        ("the Libya`s JMC", "Libya's JMC", True),
        ("Lebanon", "the army of Lebanon", False),
        ("the army", "the rebels", False),
    ],
)
def test_names_are_the_same_without_titles_accents_and_articles(one, other, same):
    assert same_name(one, other) is same


def test_overlap_is_taken_at_every_place_of_the_words():
    assert places("aXa", "a") == [(0, 1), (2, 3)]
    assert overlap([(0, 10)], [(5, 15), (2, 8)]) == (1.0, 0.6)
    assert dice((0, 4), (2, 6)) == 0.5


def test_dates_of_answer_sheets():
    assert str(days_of("2020-02")[1]) == "2020-02-29"
    assert [str(day) for day in days_of("../2020-10-31")] == ["2020-10-31", "2020-10-31"]
    assert days_of(None) is None


ROW = {
    "text": "The rebels left.",
    "claims": [
        {"speaker": "The rebels", "stance": "WITHDRAW", "axis": "conduct", "target": None, "quote": "The rebels left."}
    ],
}


def claim(**changes):
    quote = {"start": 0, "end": 16, "exact": "The rebels left."}
    return {
        "id": "k",
        "speaker": "r",
        "stance": "WITHDRAW",
        "axis": "conduct",
        "target": None,
        "quote": quote,
    } | changes


ACTORS = [{"id": "r", "name": "The rebels", "mentions": []}]


def test_a_right_claim_a_wrong_stance_and_a_wrong_speaker():
    right = compare_sentence({"claims": [claim()], "actors": ACTORS}, ROW)
    assert right.tallies["claims with their stance"] == Tally(1, 0, 0)
    stance = compare_sentence({"claims": [claim(stance="SUSPEND")], "actors": ACTORS}, ROW)
    assert stance.tallies["claims"] == Tally(1, 0, 0)
    assert stance.tallies["claims with their stance"] == Tally(0, 1, 1)
    speaker = compare_sentence({"claims": [claim(speaker=None)], "actors": ACTORS}, ROW)
    assert speaker.tallies["claims"] == Tally(0, 1, 1)


def test_words_that_do_not_stand_in_the_text_are_invented():
    printed = {"actors": [{"name": "The army"}], "agreements": [], "claims": [claim()]}
    assert invented(printed, ROW["text"]) == ["The army"]


# --------------------------------------------------------------------------- beside the reference scorers


def reference(name):
    spec = importlib.util.spec_from_file_location(name, SHARED / "checks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
@pytest.mark.parametrize("path", sorted((GOLD / "reports" / "dev").glob("*.gold.json")), ids=lambda p: p.name)
def test_passages_are_counted_like_the_reference(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / gold["text_file"]).read_bytes().decode()
    printed = trucewatch.to_json(trucewatch.read_report(path.parent / gold["text_file"]))
    theirs = reference("score_read").score_case(printed, gold, text)
    ours = passage_sheet(path, path.parent)
    claims, shares = ours.tallies["claims"], ours.shares
    for name in ("precision", "recall", "f1"):
        assert getattr(claims, name) == pytest.approx(theirs[name])
    assert ours.tallies["claims with their stance"].f1 == pytest.approx(theirs["joint_f1"])
    for ours_name, name in (
        ("speaker", "speaker"),
        ("stance", "stance"),
        ("stance, or one that can be defended", "stance_or_accepted"),
        ("family of stance", "stance_family"),
        ("date", "date"),
        ("link", "commitment_link"),
    ):
        assert (shares[ours_name].ratio if ours_name in shares else None) == theirs[name], name
    assert (shares["texts of which nothing printed is invented"].ratio == 1) == (theirs["invented"] == [])


@needs_shared
def test_sentences_are_counted_like_the_reference(tmp_path):
    path = GOLD / "reports" / "sentences_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    printed = {}
    for row in rows:
        (tmp_path / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
        printed[row["id"]] = trucewatch.to_json(trucewatch.read_report(tmp_path / f"{row['id']}.txt"))
    theirs = reference("score_read").score_sentences(rows, printed)
    ours = sentences_sheet(path)
    assert ours.tallies["claims"].f1 == pytest.approx(theirs["f1"])
    for ours_name, name in (
        ("axis", "axis"),
        ("target", "target"),
        ("negation, denial or hedge", "trap"),
        ("pair that differs in a word, both right", "pair_both_right"),
        ("sentence without a claim left alone", "no_claim_left_empty"),
        ("sentence all right", "sentence_all_right"),
    ):
        assert ours.shares[ours_name].ratio == pytest.approx(theirs[name]), name


@needs_shared
def test_agreements_are_counted_like_the_reference(tmp_path):
    folder = GOLD / "agreements" / "dev"
    for text in folder.glob("*.txt"):
        printed = trucewatch.to_json(trucewatch.lint(trucewatch.read_agreement(text)))
        (tmp_path / f"{text.stem}.json").write_text(json.dumps(printed), encoding="utf-8")
    asked = SimpleNamespace(gold=str(folder), pred=str(tmp_path), strict=False)
    commitments = reference("score_lint").score_commitments(asked)
    findings = reference("score_lint").score_findings(asked)
    ours = agreements_sheet(folder)
    for name, theirs in {"commitments": commitments["detection"], **commitments["slots"]}.items():
        tally = ours.tallies[name]
        assert (tally.right, tally.wrong, tally.missed) == (theirs["tp"], theirs["fp"], theirs["fn"]), name
    assert ours.shares["modality"].ratio == commitments["modality_accuracy"]
    assert ours.shares["due day"].ratio == commitments["due"]["accuracy"]
    assert ours.shares["findings that must be there"].ratio == findings["recall"]
    assert ours.shares["high findings and blockers that are foreseen"].ratio == findings["precision"]
    left, of = findings["probes_left_alone"].split("/")
    share = ours.shares["look-alikes left alone"]
    assert (share.right, share.of) == (int(left), int(of))
