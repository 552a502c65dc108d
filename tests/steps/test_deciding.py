"""Who decides a stance: a cue, the judge, or the cues where the judge abstains."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.steps.reading_reports import document_of, parser
from trucewatch.core.parse import Token
from trucewatch.core.ports import StanceQuestion, Verdict
from trucewatch.steps.claims import read_claims
from trucewatch.steps.claims.deciding import Decision, Listener, StanceDecider
from trucewatch.steps.claims.stances import Features, Found, StanceRules
from trucewatch.vocabulary.reports import Cue, report_vocabulary

TEXT = "He spoke. The rebels left."


class Judge:
    """Gives one answer and keeps what it was asked."""

    def __init__(self, verdict: Verdict | None) -> None:
        self.verdict = verdict
        self.asked: list[StanceQuestion] = []

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        pass

    def judge(self, question: StanceQuestion) -> Verdict | None:
        self.asked.append(question)
        return self.verdict


def tokens() -> list[Token]:
    words = [("The", "the", 10), ("rebels", "rebel", 14), ("left", "leave", 21), (".", ".", 25)]
    pos = ["DET", "NOUN", "VERB", "PUNCT"]
    return [
        Token(i, text, lemma, pos[i], "", "", 2, start, start + len(text))
        for i, (text, lemma, start) in enumerate(words)
    ]


def decider(judge: Judge | None) -> StanceDecider:
    vocabulary = replace(
        report_vocabulary(),
        cues=(Cue("WITHDRAW", head=("leave",)),),
        defaults=(Cue("ASSESS", words=("rebel",)),),
    )
    made = StanceDecider(StanceRules(vocabulary), judge, TEXT)
    made.begin(tokens())
    return made


def features(*head: str) -> Features:
    lemmas = frozenset({"rebel", "leave"})
    return Features(frozenset(head), lemmas, lemmas, "the rebel leave", frozenset({"positive", "past"}))


def test_without_a_judge_the_cues_decide_and_are_named() -> None:
    alone = decider(None)
    assert alone.decide(features("leave"), tokens(), "cue") == Decision("WITHDRAW", "stance by cue 1")
    assert alone.decide(features("leave"), tokens(), "default") == Decision("ASSESS", "stance by default cue 1")
    assert alone.decide(features("come"), tokens(), "cue") == Decision(None, "")


def test_the_judge_is_asked_with_the_place_in_the_sentence_and_the_answer_of_the_cues() -> None:
    judge = Judge(None)
    decider(judge).decide(features("leave"), tokens(), "cue")
    assert judge.asked == [
        StanceQuestion("The rebels left.", 0, 15, frozenset({"positive", "past"}), "WITHDRAW", "cue")
    ]


def test_the_cues_stand_where_the_judge_abstains() -> None:
    found = decider(Judge(None)).decide(features("leave"), tokens(), "cue")
    assert found == Decision("WITHDRAW", "stance by cue 1")


def test_the_judge_can_overrule_a_cue_and_drop_a_claim() -> None:
    assert decider(Judge(Verdict("BREACH", "why"))).decide(features("leave"), tokens(), "cue") == Decision(
        "BREACH", "why"
    )
    assert decider(Judge(Verdict(None, "no claim"))).decide(features("leave"), tokens(), "default") == Decision(
        None, "no claim"
    )


def test_words_without_a_cue_are_judged_only_when_the_defaults_are_asked() -> None:
    judge = Judge(Verdict("BREACH", "why"))
    assert decider(judge).decide(features("come"), tokens(), "cue") == Decision(None, "")
    assert judge.asked == []


def test_words_without_a_cue_are_not_judged_where_they_do_not_stand_alone() -> None:
    judge = Judge(Verdict("BREACH", "why"))
    other = Features(frozenset({"come"}), frozenset(), frozenset(), "", frozenset({"positive"}))
    assert decider(judge).decide(other, tokens(), "default", alone=False) == Decision(None, "")
    assert decider(judge).decide(other, tokens(), "default") == Decision("BREACH", "why")
    assert len(judge.asked) == 1


def test_of_words_about_other_things_no_cue_is_asked() -> None:
    judge = Judge(Verdict("BREACH", "why"))
    assert decider(judge).decide(features("leave"), tokens(), "apart") == Decision("BREACH", "why")
    assert [(q.rule, q.source) for q in judge.asked] == [(None, "apart")]
    assert decider(None).decide(features("leave"), tokens(), "apart") == Decision(None, "")


def test_a_listener_keeps_the_question_and_leaves_the_answer_to_the_cues() -> None:
    listener = Listener()
    found = decider(listener).decide(features("leave"), tokens())
    assert found == Decision("WITHDRAW", "stance by cue 1")
    assert [question.rule for question in listener.asked] == ["WITHDRAW"]


def test_the_first_cue_that_fits_wins_whichever_words_it_is_looked_up_by() -> None:
    cues = (
        Cue("BREACH", head=("leave",), words=("army",)),
        Cue("COMMIT", words=("rebel",), also=("army",)),
        Cue("ASSESS", phrase="leave$"),
        Cue("WITHDRAW", head=("leave", "go")),
        Cue("ACCUSE", words=("leave",)),
    )
    for first, left in enumerate(["ASSESS", "WITHDRAW", "ACCUSE"], start=3):
        vocabulary = replace(report_vocabulary(), cues=cues)
        found = StanceRules(vocabulary).decide(features("leave"))
        assert found == Found(left, str(first))
        cues = tuple(Cue("NEVER", words=("nothing",)) if cue.stance == left else cue for cue in cues)
    vocabulary = replace(report_vocabulary(), cues=cues)
    assert StanceRules(vocabulary).decide(features("leave")) is None


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("The parties agreed on concrete steps to carry out the truce.", "REPORT_PROGRESS"),
        ("The delegations adopted further steps on the release of prisoners.", "REPORT_PROGRESS"),
        ("The parties agreed on a truce.", None),
        ("The parties have not agreed on steps to carry out the truce.", None),
    ],
)
def test_who_agrees_on_steps_commits_to_nothing_new(text: str, instead: str | None) -> None:
    judge = Judge(None)
    read_claims(document_of(text), parser().parse([text], entities=True), judge=judge)
    assert judge.asked
    assert {dict(question.never).get("COMMIT") for question in judge.asked} == {instead}
