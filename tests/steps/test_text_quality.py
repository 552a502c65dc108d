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


@pytest.mark.parametrize(
    "text",
    [
        # Terms of every news agency.
        "Truce talks resumed on Sunday and a truce deal is near. Under the truce accord each side keeps its arms.",
        # Perfect tenses whose day belongs to something else.
        "The UN has said talks will resume on Monday. The movement has agreed to send a team on Friday.",
        "The group has made gains, a monitor said last week. The road has remained shut since the attack three days ago.",
        "General Abiola has told reporters in Bria last week's attack was a mistake. Losses have risen from last month.",
        # Slips of the pen, words that are doubled anyway, and what is somebody's.
        "Gunmen attacked the the base of the 5th Brigade. The army said in in a statement that the assault had failed.",
        "The rider of a boda boda was shot. Women in the market shouted yes yes.",
        "Women and women's groups met. Prisoners and prisoners' families came too, soldiers and soldiers' sons.",
        # The same words, however often.
        "The opposite party shall reply. The opposite party may refuse. The opposite party shall bear the costs.",
        # Days of sources that are cited in their own language.
        "Sources: El Faro, 12 de mayo de 2020; La Hora, 14 de junio de 2020.",
        # Everything in small letters.
        "truce is off. the men crossed from armenia. they went to georgia, some to sudan.",
        # Machines that a text speaks of.
        "We used Google Translate for two of the comments; the article itself is ours.",
        "The committee discussed the automated translation of court papers. A machine translation made before was discarded.",
        # Whoever learnt English late.
        "All what was agreed is respected. We thank the both sides. They have come in this village until this hour.",
    ],
)
def test_what_people_write_is_no_sign(text):
    assert flags(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "[Machine translated from Arabic - original at the site of the agency]",
        "Kidal Info (channel, automatic translation from the French), Wednesday",
        "Source: site of the prefecture. Automatic translation from French.",
        "The truce held. This text was translated by machine and may have faults.",
        "The envoy has said yesterday that an other round follows. On Sunday the parties have undersigned the stand-fire.",
    ],
)
def test_texts_that_show_it_are_flagged(text):
    assert set(flags(text)) == {"machine-translated"}
