"""A translation keeps its original, marks every quote and adds one hop."""

from dataclasses import replace

from tests.steps.reading_reports import document_of, read
from trucewatch.core.model import Report
from trucewatch.steps.translation import NOTE, as_translation

TEXT = "The spokesman of the LNA, Ahmed al-Mismari, said on 24 October 2020 that the army would respect the ceasefire agreement."


def translated(language: str = "ar") -> Report:
    report = read(TEXT)
    original = replace(document_of("قال المتحدث"), path="original.txt", language=language)
    return as_translation(replace(report, document=replace(report.document, translation_of=original)))


def test_a_report_that_is_no_translation_is_left_alone():
    report = read(TEXT)
    assert as_translation(report) is report


def test_every_claim_has_one_hop_more_before_the_text():
    plain, marked = read(TEXT).claims, translated().claims
    assert plain
    for before, after in zip(plain, marked, strict=True):
        assert [hop.role for hop in after.chain] == [*(hop.role for hop in before.chain[:-1]), "translation", "text"]
        assert after.notes == (*before.notes, NOTE)
        assert after.independence_group == before.independence_group


def test_the_document_says_what_it_was_translated_from_and_keeps_it():
    document = translated().document
    assert document.translation_of is not None
    assert document.translation_of.original == "قال المتحدث"
    (flag,) = [flag for flag in document.flags if flag.code == "translation"]
    assert flag.message == (
        "a translation of original.txt (Arabic), which is kept with it; every quote is the translation's"
    )


def test_an_original_of_unknown_language_is_not_given_one():
    (flag,) = [flag for flag in translated("und").document.flags if flag.code == "translation"]
    assert flag.message.startswith("a translation of original.txt, which is kept")
