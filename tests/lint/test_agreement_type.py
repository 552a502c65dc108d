from dataclasses import replace

import pytest

from tests.lint.reading import agreement_of
from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.core.analysis import AgreementType
from trucewatch.lint.agreement_type import agreement_type

ONE_SIDE = "The Northern Front declares a unilateral ceasefire from 3 May 2031.\n\nAll its units shall cease fire."
PAUSE = "The Parties shall observe a humanitarian pause for 48 hours.\n\nThe Parties shall cease all attacks."
STOP = "The Parties shall cease all hostilities.\n\nEach Party shall refrain from attacks on the other Party."
WATCHED = STOP + "\n\nThe Neutral Mission shall monitor and verify this truce."
SETTLED = (
    WATCHED + "\n\nThe fighters of the Front shall be disarmed by 1 June.\n\nLocal elections shall be held by 1 July."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ONE_SIDE, AgreementType.UNILATERAL),
        (PAUSE, AgreementType.UNILATERAL),
        (STOP, AgreementType.CESSATION),
        (WATCHED, AgreementType.PRELIMINARY),
        (SETTLED, AgreementType.DEFINITIVE),
    ],
)
def test_the_type_follows_from_what_is_owed(text, kind):
    assert agreement_type(agreement_of(text)).type is kind


def test_the_title_does_not_decide():
    titled = "DEFINITIVE AND COMPREHENSIVE PEACE AGREEMENT\n\n" + STOP
    assert agreement_type(agreement_of(titled)).type is AgreementType.CESSATION


def test_without_a_word_on_who_is_bound_the_type_is_unknown():
    reading = agreement_type(agreement_of("1. Ceasefire from 3 May.\n\n2. Withdrawal of artillery."))
    assert (reading.type, reading.because) == (AgreementType.UNKNOWN, "the text does not say who is bound")


def test_a_text_without_any_duty_to_stop_is_of_no_type():
    reading = agreement_type(agreement_of("The Parties shall open a school in the valley."))
    assert (reading.type, reading.because) == (AgreementType.UNKNOWN, "no duty stops fighting or moves forces")


def test_an_agreement_to_talk_about_disarming_does_not_disarm():
    text = WATCHED + "\n\nThe Parties shall agree on a plan for the disarmament of the fighters."
    traits = {trait.id: trait for trait in agreement_type(agreement_of(text)).traits}
    assert not traits["disarms"].holds


def test_every_reason_is_tied_to_its_words():
    agreement = agreement_of(SETTLED)
    for trait in agreement_type(agreement).traits:
        for span in trait.evidence:
            assert agreement.document.original[span.start : span.end] == span.exact


def test_a_person_may_overrule_and_the_reading_stays_visible():
    reading = agreement_type(replace(agreement_of(STOP), stated_type=AgreementType.DEFINITIVE))
    assert reading.overruled
    assert reading.type is AgreementType.DEFINITIVE
    assert reading.because.startswith("set by the user; read from the text: cessation, ")


@needs_shared
@pytest.mark.parametrize(
    ("name", "kind"),
    [("pax_1362", "preliminary"), ("pax_1364", "definitive"), ("pax_1966", "preliminary"), ("pax_930", "unknown")],
)
def test_sample_agreements(name, kind):
    agreement = api.read_agreement(SHARED / "cases" / "agreements" / f"{name}.txt")
    assert agreement_type(agreement).type == kind
