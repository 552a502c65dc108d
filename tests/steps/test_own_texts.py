"""In a party's own text its deeds are its word, and what others did to it is its charge, whoever it is called."""

import pytest

from .reading_reports import told as told_in
from .reading_wholly import read_wholly, told_wholly

_FRONT = "PEOPLE'S FRONT OF LORA\n\nCommuniqué\n\n2 May 2022\n\n"
_FORCES = "STATEMENT OF THE ARMED FORCES OF ZEREN\n\n4 May 2021\n\n"
_MINISTRY = "MINISTRY OF DEFENCE OF VARAD\n\nSTATEMENT\n\n5 June 2024\n\n"


def _stances(text: str) -> list[str]:
    return [stance for _, stance in told_wholly(text)]


@pytest.mark.parametrize(
    "issuer", ["ARMED FORCES OF ZEREN", "FARDC", "NATIONAL GUARD OF BEKA", "POPULAR DEFENCE FORCES"]
)
@pytest.mark.parametrize(
    "sentence", ["The rebels broke the truce of 2 April.", "The rebels shelled our camp at Lel on 2 May."]
)
def test_what_an_enemy_did_is_no_admission_of_an_army_by_another_name(issuer, sentence):
    assert told_wholly(f"STATEMENT OF THE {issuer}\n\n4 May 2021\n\n{sentence}") == [(issuer, "ACCUSE")]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Last night the government's gunmen burned the clinic at Oro.", "Its soldiers looted the market."),
        ("The junta has never respected the ceasefire.", "It has bombed our hospitals and jailed our doctors."),
        ("The bandits raided our camp at Lel on Friday.", "They killed two men in breach of the truce."),
        ("The bandits raided our camp at Lel on Friday.", "On Sunday their fighters stormed the post at Bor."),
    ],
)
def test_it_and_they_are_those_who_were_told_of_before(before, sentence):
    assert _stances(f"{_FRONT}{before} {sentence}")[-1] == "ACCUSE"


def test_it_is_whoever_issues_the_text_where_he_was_told_of_before():
    assert _stances(f"{_FRONT}The Front signed the truce on 3 March. It has respected the ceasefire.")[-1] in (
        "CLAIM_COMPLIANCE",
        "AFFIRM",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels say that our planes struck the market.",
        "The rebels claim that our soldiers attacked a convoy.",
        "The rebels allege that we shelled the camp.",
    ],
)
def test_what_others_say_of_us_is_their_charge_and_no_admission(sentence):
    assert told_wholly(_FORCES + sentence) == [("rebels", "ACCUSE")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostria refuses to sign the protocol.",
        "Ostria keeps its guns on the ridge, contrary to the accord.",
        "Ostria still keeps its soldiers in Bor.",
        "Ostria maintains its posts in the buffer zone.",
        "Ostrian troops crossed the river at Sarro on Sunday, in breach of the armistice.",
    ],
)
def test_what_a_neighbour_does_is_charged_by_whoever_issues_the_text(sentence):
    assert told_wholly(_MINISTRY + sentence) == [("MINISTRY OF DEFENCE OF VARAD", "ACCUSE")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Front released 20 captives on 14 April.",
        "Our fighters left the town of Lel on 14 April.",
    ],
)
def test_its_own_deeds_are_its_word_for_them(sentence):
    assert _stances(_FRONT + sentence) == ["CLAIM_COMPLIANCE"]


def test_its_army_is_a_ministrys_own_side():
    assert _stances(_MINISTRY + "The army withdrew its guns from Oro on 10 April.") == ["CLAIM_COMPLIANCE"]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ('"The militia attacked us," Omar Hassan said.', "Omar Hassan"),
        ('The minister said: "The army bombed our camp."', "minister"),
        ('"Troops fired on our villages," the president said.', "president"),
    ],
)
def test_who_was_hit_admits_nothing(said, speaker):
    assert told_wholly(said) == [(speaker, "ACCUSE")]


@pytest.mark.parametrize(
    "letterhead",
    [
        "The Foreign Ministry of Varad",
        "Press Office of the Karen National Union",
        "General Command of the Karvian Army",
    ],
)
def test_a_letterhead_alone_says_who_speaks_where_the_text_says_we(letterhead):
    text = f"{letterhead}\n\n12 April 2021\n\nOstrian troops crossed the river at Sarro on Sunday, in breach of the truce. We protest."
    (claim,) = [c for c in read_wholly(text).claims if "crossed" in c.quote.span.exact]
    assert claim.stance == "ACCUSE"
    assert told_in(read_wholly(text))[0][0] in letterhead


def test_a_letterhead_alone_says_nothing_where_the_text_is_nobodys():
    text = "The Foreign Ministry of Varad\n\n12 April 2021\n\nOstrian troops attacked the town of Sarro on Sunday, in breach of the truce."
    assert _stances(text) == ["BREACH"]


def test_an_attack_on_us_is_never_told_as_a_fact():
    text = "@lo_north · 4 March 2024, 06:10\n\nArmy units shelled our posts at Bori at dawn, in breach of the truce."
    assert _stances(text) == ["ACCUSE"]
