"""Good wordings: filled with the clause's own words, blank where only the parties know."""

import re
from pathlib import Path

import pytest

from tests.lint.reading import agreement_of, findings_in
from tests.paths import SHARED, needs_shared
from trucewatch.core.errors import BadVocabulary
from trucewatch.core.quotes import Span
from trucewatch.core.wording import Blank, Wording
from trucewatch.lint.registry import all_rules
from trucewatch.lint.suggestions import suggest
from trucewatch.vocabulary.good_wordings import GoodWording, good_wordings
from trucewatch.vocabulary.loader import read

GOLD = Path(__file__).resolve().parents[1] / "gold" / "agreements" / "dev"


def wordings(text: str, code: str) -> list[str]:
    agreement = agreement_of(text)
    return [str(suggest(finding, agreement)) for finding in findings_in(text) if finding.code == code]


@pytest.mark.parametrize(
    ("code", "clause", "expected"),
    [
        (
            "TIME001",
            "The Northern Front shall withdraw its tanks from Karsa to Doum.",
            "The Northern Front shall withdraw its tanks from Karsa to Doum by [hour, time zone] on [date].",
        ),
        (
            "ACTOR001",
            "The hospitals shall be vacated by 4 May 2027.",
            "[which Party] shall have The hospitals vacated by 4 May 2027.",
        ),
        (
            "TIME002",
            "Each Party shall free all hostages as soon as possible.",
            "Each Party shall free all hostages as soon as possible, and in any event by [hour, time zone] on [date].",
        ),
        (
            "WEASEL001",
            "The Parties shall take appropriate measures against looting.",
            "The Parties shall take these measures: [list]; it reports every [number] days to [body] which were taken. "
            "Keep: against looting.",
        ),
    ],
)
def test_the_wording_has_the_terms_of_the_clause(code, clause, expected):
    assert expected in wordings(clause, code)


def test_words_of_the_sentence_that_the_wording_leaves_out_are_said_to_be_kept():
    clause = "Health workers are to be let through without delay at all check posts."
    [wording] = wordings(clause, "ACTOR001")
    assert wording.endswith("Keep: at all check posts.")


def test_a_ban_stays_a_ban():
    [wording] = wordings("Neither Party shall resupply its units with heavy weapons such as tanks.", "DEF004")
    assert wording.startswith(
        "Neither Party shall resupply its units with heavy weapons such as tanks. The list is closed"
    )


def test_a_rule_without_a_wording_suggests_none():
    text = "This truce consists of 9 articles. Patrols follow Article 40."
    agreement = agreement_of(text)
    found = [finding for finding in findings_in(text) if finding.code == "XREF001"]
    assert found
    assert [suggest(finding, agreement) for finding in found] == [None] * len(found)
    assert all(finding.suggestion for finding in found)


def samples() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*.txt"))]


@pytest.mark.parametrize("text", samples(), ids=lambda text: text.split()[0])
def test_every_filled_piece_is_a_span_of_the_text_and_every_other_word_is_the_rules(text):
    agreement = agreement_of(text)
    filled = 0
    for finding in findings_in(text):
        wording = suggest(finding, agreement)
        if wording is None:
            continue
        own = [part for part in wording.parts if isinstance(part, Span)]
        filled += len(own)
        assert all(agreement.document.original[s.start : s.end] == s.exact for s in own)
        template = good_wordings()[finding.code].wording
        fixed = "".join(part for part in wording.parts if isinstance(part, str))
        allowed = set(re.findall(r"\w+", template)) | set("shall not have carry out of to Keep".split())
        assert set(re.findall(r"\w+", fixed)) <= allowed
        assert all(
            part.what in template or part.what == "which Party" for part in wording.parts if isinstance(part, Blank)
        )
    assert filled


@needs_shared
def test_the_rules_that_fire_most_on_the_sample_agreements_have_a_wording():
    fired: dict[str, int] = {}
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "cases" / "agreements").glob("*.txt"))]
    for text in [*texts, *samples()]:
        for finding in findings_in(text):
            fired[finding.code] = fired.get(finding.code, 0) + 1
    # A number that is skipped can only be mended by whoever knows what stood there.
    most = [code for code in sorted(fired, key=lambda code: (-fired[code], code)) if not code.startswith("XREF")][:30]
    assert [code for code in most if code not in good_wordings()] == []


def test_every_wording_belongs_to_a_rule():
    assert set(good_wordings()) <= set(all_rules())


def test_a_wording_with_an_unknown_place_is_refused():
    with pytest.raises(BadVocabulary) as caught:
        read("good_wordings.yaml", "- id: TIME001\n  wording: '{bearr} shall go'\n", GoodWording)
    assert str(caught.value) == (
        'BadVocabulary: good_wordings.yaml has 1 fault: entry 1 (TIME001): "wording" has {bearr}, expected one of bearer, action, '
        "object, beneficiary, place, quantity, deadline, verifier, duty, tail, sentence, words. Mend the file and run again"
    )


def test_an_empty_place_leaves_no_blank_or_comma_behind():
    assert str(Wording(("It shall go", " ", ", ", Blank("date"), " , ", "."))) == "It shall go, [date]."
