"""What the trained head answers, and when it leaves the answer to the cues."""

import numpy as np
import pytest

from trucewatch.core.ports import StanceQuestion, Verdict
from trucewatch.trained.judge import NO_CLAIM, TrainedJudge, trained_judge
from trucewatch.vocabulary.reports import CONDITIONS, report_vocabulary

from .weights import SURE, arrays

TEXT = "fire fire . peace peace"


def asked(
    start: int = 0,
    end: int = 9,
    *,
    rule: str | None = None,
    source: str = "default",
    conditions: tuple[str, ...] = ("said",),
) -> StanceQuestion:
    return StanceQuestion(TEXT, start, end, frozenset(conditions), rule, source)


def test_the_words_of_the_proposition_decide_not_the_rest_of_its_sentence() -> None:
    judge = TrainedJudge(arrays())
    assert judge.judge(asked(0, 9)) == Verdict("ACCUSE", "stance by trained head")
    assert judge.judge(asked(12, 23)) == Verdict("COMMIT", "stance by trained head")


def test_a_note_names_the_cues_that_were_overruled_or_agree() -> None:
    judge = TrainedJudge(arrays(rules=[["cue", "ASSESS"], ["default", "ACCUSE"]]))
    assert judge.judge(asked(12, 23, rule="ACCUSE")) == Verdict("COMMIT", "stance by trained head; by defaults ACCUSE")
    assert judge.judge(asked(0, 9, rule="ACCUSE")) == Verdict("ACCUSE", "stance by cues and trained head")


def test_the_answer_of_the_cues_weighs_in() -> None:
    assert TrainedJudge(arrays()).judge(asked(rule="COMMIT", source="cue")) == Verdict(
        "COMMIT", "stance by cues and trained head"
    )


def test_a_condition_can_say_that_nothing_is_claimed() -> None:
    found = TrainedJudge(arrays()).judge(asked(conditions=("said", "negative")))
    assert found == Verdict(None, "the trained head finds no claim in it")


def test_a_condition_that_the_head_never_saw_changes_nothing() -> None:
    judge = TrainedJudge(arrays())
    assert judge.judge(asked(conditions=("said", "future"))) == judge.judge(asked())


def test_the_head_abstains_where_it_is_not_sure() -> None:
    judge = TrainedJudge(
        arrays(sure=SURE | {"cue": 1, "default": 1, "open": 1, "cue_none": 2, "default_none": 2, "open_none": 2})
    )
    assert judge.judge(asked(rule="ACCUSE", source="cue")) is None
    assert judge.judge(asked(conditions=("act", "report"))) is None


def test_of_two_stances_of_one_family_the_likelier_comes_before_a_stance_that_stands_alone() -> None:
    told = arrays(codes=["ACCUSE", "COMMIT", "AFFIRM", "NONE"], families=[0, 1, 1, 2], rules=[["default", "ACCUSE"]])
    told["w"] = np.zeros((36, 4), np.float16)
    told["c"] = np.asarray([1.0, 0.8, 0.9, -9], np.float16)
    told["by_rule"], told["by_condition"] = np.zeros((1, 4), np.float16), np.zeros((1, 4), np.float16)
    assert TrainedJudge(told).judge(asked()) == Verdict("AFFIRM", "stance by trained head")


def test_where_no_cue_speaks_the_head_must_be_surer_of_a_verb_of_saying() -> None:
    sure = SURE | {"cue": 0, "default": 0, "open": 1, "cue_none": 2, "default_none": 2, "open_none": 2}
    judge = TrainedJudge(arrays(sure=sure, rules=[["default", "ACCUSE"]]))
    assert judge.judge(asked(conditions=("report",))) is None
    assert judge.judge(asked(conditions=("said",))) is not None
    assert judge.judge(asked(conditions=("act",))) is not None
    assert judge.judge(asked(conditions=("report",), rule="ACCUSE")) is not None


def test_of_words_about_other_things_a_claim_is_made_only_where_hardly_anything_speaks_for_none() -> None:
    likely = arrays(rules=[["cue", "ACCUSE"]])
    likely["w"] = np.zeros_like(likely["w"])
    likely["c"] = np.asarray([3.0, 0, 2.2], np.float16)
    judge = TrainedJudge(likely)
    assert judge.judge(asked()) == Verdict("ACCUSE", "stance by trained head")
    assert judge.judge(asked(source="apart")) == Verdict(None, "the trained head finds no claim in it")


def test_a_cue_that_can_be_relied_on_is_not_asked_about() -> None:
    judge = TrainedJudge(arrays(firm=["COMMIT"]))
    assert judge.judge(asked(rule="COMMIT", source="cue")) is None
    assert judge.judge(asked(rule="COMMIT", source="default")) is not None


def test_a_proposition_deep_in_a_long_sentence_is_read() -> None:
    text = "peace " * 400 + "fire fire"
    found = TrainedJudge(arrays()).judge(StanceQuestion(text, 2400, 2409, frozenset({"said"}), None, "default"))
    assert found == Verdict("ACCUSE", "stance by trained head")


def test_what_is_expected_is_encoded_together_and_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["fire", "peace .", "fire peace", "peace peace fire .", "peace"]
    coming = [StanceQuestion(t, 0, len(t), frozenset({"said"}), None, "default") for t in texts]
    alone = [TrainedJudge(arrays()).judge(question) for question in coming]
    judge = TrainedJudge(arrays())
    batches: list[int] = []
    encode = judge._encoder.encode
    monkeypatch.setattr(judge._encoder, "encode", lambda found: batches.append(len(found)) or encode(found))
    judge.expect(coming[:4])
    assert [judge.judge(question) for question in coming] == alone
    assert len({str(answer) for answer in alone}) > 1
    assert batches == [4, 1]


def test_what_is_left_to_the_cues_is_not_encoded_when_it_is_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = TrainedJudge(arrays(firm=["COMMIT"]))
    batches: list[int] = []
    encode = judge._encoder.encode
    monkeypatch.setattr(judge._encoder, "encode", lambda found: batches.append(len(found)) or encode(found))
    judge.expect([StanceQuestion("peace", 0, 5, frozenset({"said"}), "COMMIT", "cue"), asked()])
    judge.judge(asked())
    assert batches == [1]


def test_only_so_many_sentences_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucewatch.trained.judge._SENTENCES", 2)
    judge = TrainedJudge(arrays())
    for text in ("fire", "peace", "fire fire", "peace peace"):
        judge.judge(StanceQuestion(text, 0, len(text), frozenset({"said"}), None, "default"))
    assert len(judge._readings) == 2


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_nothing_to_read_is_no_crash(text: str) -> None:
    likely = TrainedJudge(arrays()).likely(StanceQuestion(text, 0, len(text), frozenset(), None, "default"))
    assert likely.sum() == pytest.approx(1)


def test_the_weights_of_the_package_fit_the_vocabulary() -> None:
    judge = trained_judge()
    assert set(judge.codes) == {*report_vocabulary().stances, NO_CLAIM} & set(judge.codes)
    assert set(judge.conditions) <= frozenset().union(*CONDITIONS.values())
    assert len(judge.codes) > 40


def test_the_weights_of_the_package_give_the_same_answer_every_time() -> None:
    question = StanceQuestion("They swore revenge.", 0, 18, frozenset({"act", "past", "positive"}), None, "default")
    assert trained_judge().likely(question).tolist() == trained_judge().likely(question).tolist()


def test_what_the_words_rule_out_is_never_answered_and_lends_its_share_to_what_takes_its_place() -> None:
    told = arrays(codes=["ACCUSE", "COMMIT", "AFFIRM", "NONE"], families=[0, 1, 1, 2], rules=[["default", "ACCUSE"]])
    told["w"] = np.zeros((36, 4), np.float16)
    told["c"] = np.asarray([1.0, 0.8, 0.9, -9], np.float16)
    told["by_rule"], told["by_condition"] = np.zeros((1, 4), np.float16), np.zeros((1, 4), np.float16)
    judge = TrainedJudge(told)
    ruled = {(): "AFFIRM", (("AFFIRM", ""),): "ACCUSE", (("AFFIRM", "COMMIT"),): "COMMIT"}
    for never, answer in ruled.items():
        question = StanceQuestion(TEXT, 0, 9, frozenset({"said"}), None, "default", never)
        assert judge.judge(question) == Verdict(answer, "stance by trained head")
