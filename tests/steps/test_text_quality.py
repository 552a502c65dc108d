from pathlib import Path

import pytest

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import document_of
from trucewatch.core.model import Flag
from trucewatch.steps.text_quality import text_quality
from trucewatch.vocabulary.text_quality import Sign

REPORTS = sorted((Path(__file__).resolve().parents[1] / "gold" / "reports").glob("*/*.txt"))
# The text from Dhofar says that it was translated, but not that a machine did it: a person's translation is no doubt.
MACHINE_TRANSLATED = [p for p in REPORTS if "translated" in p.stem and p.stem != "dhofar_translated"]


def flags(text: str) -> dict[str, Flag]:
    return {flag.code: flag for flag in text_quality(document_of(text))}


def test_a_text_that_says_it_was_machine_translated_is_flagged_by_that_alone():
    flag = flags("[Page translated automatically] The truce held.")["machine-translated"]
    assert [span.exact for span in flag.evidence] == ["translated automatically"]
    assert flag.message == (
        "the text reads as if a machine had translated it: the text says so. "
        "A doubt, not a verdict; compare with the first text"
    )


def test_a_human_translation_is_no_doubt():
    assert flags("Interview. Translated from Pashto; cut for length.") == {}


def test_one_slip_is_no_sign():
    assert flags("The programmes received and received again were listed.") == {}


def test_two_signs_of_rewording_are_shown_with_their_words():
    flag = flags("The training received and received by members may end the protruding conflict.")["spun-text"]
    assert [span.exact for span in flag.evidence] == ["received and received", "protruding conflict"]


def test_evidence_is_a_span_of_the_original():
    text = "On October 25, 27, 2020, they spoke of turkey`s plan and of the truce."
    document = document_of(text)
    (flag,) = text_quality(document)
    assert [text[span.start : span.end] for span in flag.evidence] == [span.exact for span in flag.evidence]
    assert [span.exact for span in flag.evidence] == ["October 25, 27, 2020", "turkey"]


def test_calques_are_signs_of_translation():
    text = "The spokesman has said yesterday that an other round would follow on 3 march or 4 april."
    assert set(flags(text)) == {"machine-translated"}


def test_good_english_doublings_are_no_signs():
    assert (
        flags("He said that that was over and over. More and more people had had enough; very very few stayed.") == {}
    )


@needs_shared
def test_the_libya_passage_is_flagged_with_its_evidence():
    text = (SHARED / "cases" / "libya" / "passage.txt").read_text(encoding="utf-8")
    found = flags(text)
    assert set(found) == {"spun-text"}
    assert {"received and received", "ending the possibility of ending", "protruding conflict"} <= {
        span.exact for span in found["spun-text"].evidence
    }


@pytest.mark.parametrize(
    "path", [p for p in REPORTS if not {"mt", "translated"} & {*p.stem.split("_")}], ids=lambda p: p.stem
)
def test_clean_reports_are_not_flagged(path):
    assert flags(path.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize("path", MACHINE_TRANSLATED, ids=lambda p: p.stem)
def test_translated_reports_are_flagged(path):
    assert "machine-translated" in flags(path.read_text(encoding="utf-8"))


def test_a_sign_with_a_bad_expression_is_refused():
    with pytest.raises(ValueError, match=r'"pattern" is no regular expression: .*'):
        Sign("x", "either", "x", "(")
    with pytest.raises(ValueError, match='"flag" is odd, expected one of machine-translated, spun-text, either'):
        Sign("x", "odd", "x", "x")


def test_words_exchanged_in_fixed_terms_are_signs_of_rewording():
    flag = flags("The envoy of the UN Safety Council urged each events to respect the cease-hearth.")["spun-text"]
    assert [span.exact for span in flag.evidence] == ["UN Safety Council", "each events to", "cease-hearth"]


def test_real_names_of_like_words_are_no_signs():
    assert flags("Road Safety Council officers opened fire; each side agreed to inspect the hearth of the house.") == {}
