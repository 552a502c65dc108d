"""What a judge finds where no cue fits, and where a sentence seems to be about other things."""

from collections.abc import Sequence

from trucewatch.core.ports import StanceQuestion, Verdict
from trucewatch.steps.claims import read_claims, report_passages

from .reading_reports import document_of, parser


class Finder:
    """Takes whatever words of a sentence hold `words` for a claim."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.asked: list[str] = []

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        """Nothing."""

    def judge(self, question: StanceQuestion) -> Verdict | None:
        part = question.sentence[question.start : question.end]
        self.asked.append(part)
        return Verdict("ACCUSE" if self.words in part else None, "found")


def found(text: str, words: str) -> tuple[list[str], list[str]]:
    """The quotes of the claims, and what the judge was asked about."""
    document, judge = document_of(text), Finder(words)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    whole = [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)]
    return [c.quote.span.exact for c in read_claims(document, whole, judge=judge).claims], judge.asked


def test_a_main_clause_that_no_cue_fits_is_left_to_the_judge() -> None:
    claims, _ = found("Guerrillas blindfolded the ferry's soldiers.", "blindfolded")
    assert claims == ["Guerrillas blindfolded the ferry's soldiers"]
    assert found("Guerrillas blindfolded the ferry's soldiers.", "nothing of it")[0] == []


def test_a_clause_below_is_not_asked_about_when_nobody_says_it() -> None:
    _, asked = found("Guerrillas sang where the soldiers had blindfolded the ferryman.", "nothing of it")
    assert not any(part.startswith("the soldiers") for part in asked)


def test_a_sentence_that_seems_to_be_about_other_things_is_left_to_the_judge() -> None:
    text = "The party has announced that it will oppose the election until the abducted are known."
    assert found(text, "oppose")[0] != []
    assert found(text, "nothing of it")[0] == []


def test_in_a_transcript_words_about_anything_are_left_to_the_judge() -> None:
    text = "QUESTION: And the inquiry?\nSAZONOV: It is not neutral.\n"
    assert found(text, "neutral")[0] == ["It is not neutral"]
    assert found(text, "nothing of it")[0] == []


def test_in_a_transcript_what_we_did_is_left_to_the_judge() -> None:
    text = "QUESTION: And the prisoners?\nSAZONOV: We handed over 38 people on 1 November.\n"
    assert found(text, "38 people")[0] == ["We handed over 38 people on 1 November"]
    assert found(text, "nothing of it")[0] == []
