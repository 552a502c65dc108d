"""What a bare answer tells in a transcript is told by the question before it."""

import pytest

from tests.steps.reading_wholly import told_wholly

HEAD = "Interview, 12 May 2021\n\nREPORTER: Did you sleep well?\nCOL. OSEI: Well enough.\n"


@pytest.mark.parametrize(
    ("question", "answer", "stance"),
    [
        ("Did your soldiers burn the houses at Kele?", "No.", "DENY_CONDUCT"),
        ("Did you fire first?", "Not us.", "DENY_CONDUCT"),
        ("Did your men enter the village?", "No, never.", "DENY_CONDUCT"),
        ("Have your men shelled Dol?", "Yes.", "BREACH_ADMITTED"),
        ("Have you left the bridge?", "Yes, we have.", "CLAIM_COMPLIANCE"),
        ("Have you left the bridge?", "Not yet.", "REPORT_NOT_DONE"),
        ("Will you release the prisoners?", "Of course.", "COMMIT"),
        ("The army says you shelled the market. Is that true?", "Absolutely not.", "DENY_CONDUCT"),
    ],
)
def test_a_bare_answer_is_told_by_its_question(question, answer, stance):
    told = told_wholly(f"{HEAD}REPORTER: {question}\nCOL. OSEI: {answer}\n")
    assert ("COL. OSEI", stance) in told


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did the rebels fire first?", "No."),
        ("Are you worried about your men?", "No."),
        ("Why did you fire first?", "No."),
        ("Did you not fire first?", "No."),
        ("Did you meet the envoy?", "Yes."),
        ("Will you attack the town?", "No."),
        ("The road is closed.", "Yes."),
    ],
)
def test_an_answer_to_anything_else_claims_nothing(question, answer):
    assert told_wholly(f"{HEAD}REPORTER: {question}\nCOL. OSEI: {answer}\n") == []
