"""Signs of backtracking: what is observed, how strong it is, and what speaks against it."""

from dataclasses import replace
from datetime import date

import pytest

from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Claim, Link, Report, Signal, Unlinked
from trucewatch.vocabulary.signals import signal_definitions

from . import by_hand
from .both_ways import assessed

FREEZE, DEPARTURE = "art_3#1", "art_2#1"
DUE = date(2021, 1, 23)
AGREEMENT = by_hand.agreement(
    ("art_2", "All foreign fighters shall depart within three months.", {"action": "depart"}),
    ("art_3", "All agreements on training inside Libya shall be frozen.", {"action": "frozen"}),
    due={"art_2": Due(DUE, DUE)},
)
TEXT = (
    "Minister Namroush of the GNA spoke. Prime Minister Serraj was there. Spokesman Mismari of the LNA replied. "
    "Turkey added a word. The UN mission watched. Unnamed politicians talked. It was said. "
    "Ours is the legitimate government of Libya."
)
LEGITIMACY = "Ours is the legitimate government of Libya."


def person(actor_id: str, name: str, authority: str | None, side: str | None = None, kind: str = "person"):
    return by_hand.actor(actor_id, by_hand.span_in(TEXT, name), authority, side, kind)


ACTORS = (
    person("namroush", "Namroush", "2", "GNA"),
    person("serraj", "Serraj", "1", "GNA"),
    person("mismari", "Mismari", "3", "LNA"),
    person("haftar", "Spokesman", "1", "LNA"),
    person("colleague", "Minister", "2", "GNA"),
    person("turkey", "Turkey", "X", "Turkey", "state"),
    person("un", "The UN mission", "T", None, "body"),
    person("unnamed", "Unnamed politicians", None, None, "anonymous"),
)


def claim(
    claim_id: str, stance: str, speaker: str | None, on: str | None = "2020-10-25", about: object = FREEZE, **more
) -> Claim:
    quote = more.pop("quote", "It was said.")
    return by_hand.claim(TEXT, quote, stance, speaker, claim_id=claim_id, on=on, about=about, **more)


EXCLUSION = claim("exclusion", "REINTERPRET_EXCLUDE", "namroush")
SILENCE = claim("silence", "PUBLIC_SILENCE", "serraj", "2020-10-31")
PRIVATE = claim("private", "REPORT_PRIVATE_AFFIRM", "unnamed", "2020-10-27", target="serraj")
VIDEO = claim(
    "video", "CONDUCT_SIGNAL", "namroush", "2020-10-24", axis="conduct", notes=("outside the letter of the clause",)
)


def of(*claims: Claim) -> Report:
    return by_hand.report(TEXT, *claims, actors=ACTORS)


def signals(*claims: Claim, as_of: str = "2020-10-31", agreement: Agreement = AGREEMENT) -> tuple[Signal, ...]:
    return assessed(agreement, [of(*claims)], as_of=date.fromisoformat(as_of)).signals


def seen(*claims: Claim, as_of: str = "2020-10-31") -> list[tuple[str, str]]:
    return [(signal.code, signal.strength) for signal in signals(*claims, as_of=as_of)]


def test_scope_narrowing_soon_after_the_signature() -> None:
    assert signals(EXCLUSION) == (
        Signal("B1", "watch", FREEZE, "namroush", date(2020, 10, 25), ("exclusion",), side="GNA"),
    )


def test_a_late_narrowing_is_no_sign_of_this_kind() -> None:
    late = claim("late", "REINTERPRET_EXCLUDE", "namroush", "2021-03-01")
    assert seen(late, as_of="2021-03-02") == [("B5", "watch")]


def test_an_unnamed_narrowing_is_none() -> None:
    assert seen(claim("c", "REINTERPRET_EXCLUDE", "unnamed")) == []


def test_a_new_precondition() -> None:
    assert seen(claim("c", "CONDITION", "mismari")) == [("B2", "watch")]


def test_private_word_against_the_sides_public_word() -> None:
    found = signals(EXCLUSION, PRIVATE)
    assert [signal.code for signal in found] == ["B1", "B3"]
    assert (found[1].actor, found[1].claims) == ("serraj", ("private", "exclusion"))


def test_private_word_against_public_silence() -> None:
    assert [code for code, _ in seen(PRIVATE, SILENCE)] == ["B3"]


def test_a_private_word_alone_is_no_gap() -> None:
    assert seen(PRIVATE) == []


def test_a_private_word_about_the_other_side_is_no_gap() -> None:
    assert [code for code, _ in seen(EXCLUSION, replace(PRIVATE, target="mismari"))] == ["B1"]


@pytest.mark.parametrize(("on", "expected"), [("2020-10-28", ["B1", "B4"]), ("2020-10-27", ["B1"])])
def test_a_superior_is_silent_after_seventy_two_hours(on: str, expected: list[str]) -> None:
    assert [code for code, _ in seen(EXCLUSION, claim("silence", "PUBLIC_SILENCE", "serraj", on))] == expected


def test_a_subordinates_silence_is_no_sign() -> None:
    above = claim("above", "REINTERPRET_EXCLUDE", "serraj")
    assert [code for code, _ in seen(above, claim("silence", "PUBLIC_SILENCE", "namroush", "2020-10-31"))] == ["B1"]


@pytest.mark.parametrize("silent", ["haftar", "colleague"])
def test_the_silence_of_the_other_sides_leader_or_of_a_colleague_is_no_sign(silent: str) -> None:
    silence = claim("silence", "PUBLIC_SILENCE", silent, "2020-10-31")
    assert [code for code, _ in seen(EXCLUSION, silence)] == ["B1"]


def test_display_beside_speech_is_a_signal_and_alone_to_be_watched() -> None:
    assert seen(VIDEO) == [("B8", "watch")]
    assert seen(EXCLUSION, VIDEO) == [("B1", "signal"), ("B8", "signal")]


def test_speech_and_display_on_two_commitments_stay_apart() -> None:
    elsewhere = replace(VIDEO, about=Link(DEPARTURE, "a1", "by hand"))
    assert seen(EXCLUSION, elsewhere) == [("B8", "watch"), ("B1", "watch")]


def test_a_passed_day_after_speech_and_display_establishes_them() -> None:
    on_departure = [replace(item, about=Link(DEPARTURE, "a1", "by hand")) for item in (EXCLUSION, VIDEO)]
    assert set(seen(*on_departure, as_of="2021-01-24")) == {
        ("B1", "established"),
        ("B5", "established"),
        ("B8", "established"),
    }


def test_a_passed_day_alone_is_to_be_watched_and_with_a_source_a_signal() -> None:
    assert seen(as_of="2021-01-24") == [("B5", "watch")]
    late = claim("late", "REPORT_NOT_DONE", None, "2021-01-29", about=DEPARTURE)
    (found,) = signals(late, as_of="2021-01-30")
    assert found == Signal("B5", "signal", DEPARTURE, None, date(2021, 1, 24), ("late",), measure="7 days over")


def test_asking_for_time_shortly_before_the_day() -> None:
    assert seen(claim("c", "DELAY", "mismari", "2021-01-20", about=DEPARTURE), as_of="2021-01-20") == [("B5", "watch")]
    assert seen(claim("c", "DELAY", "mismari", "2021-01-10", about=DEPARTURE), as_of="2021-01-20") == []


def test_legitimacy_asymmetry_counts_with_or_without_a_clause() -> None:
    tied = claim("c", "ASSESS", "namroush", quote=LEGITIMACY)
    assert [(signal.code, signal.commitment) for signal in signals(tied)] == [("B12", FREEZE)]
    loose = replace(tied, about=Unlinked("no clause named"))
    assert [(signal.code, signal.commitment) for signal in signals(loose)] == [("B12", None)]


def test_legitimacy_in_the_grounds_counts_too() -> None:
    grounded = replace(EXCLUSION, grounds=(by_hand.span_in(TEXT, LEGITIMACY),))
    assert [code for code, _ in seen(grounded)] == ["B1", "B12"]


def test_an_outsiders_word_on_legitimacy_is_no_sign() -> None:
    assert seen(claim("c", "ASSESS", None, quote=LEGITIMACY)) == []


def test_a_backers_echo() -> None:
    echo = claim("echo", "ECHO", "turkey", None, echo_of="exclusion")
    assert [code for code, _ in seen(EXCLUSION, echo)] == ["B1", "B16"]
    assert seen(claim("c", "ECHO", "un")) == []


def test_a_third_promise_is_a_loop_and_a_second_is_none() -> None:
    promises = [claim(f"c{day}", "RECOMMIT", "mismari", f"2020-10-{day}") for day in (25, 26, 27)]
    assert seen(*promises) == [("B15", "watch")]
    assert seen(*promises[:2]) == []


def test_an_attack_on_the_monitor() -> None:
    assert seen(claim("c", "ATTACK_MONITOR", "mismari")) == [("B10", "watch")]


def test_what_speaks_against_a_sign_stands_beside_it() -> None:
    order = claim("order", "REPORT_PROGRESS", "un", "2020-10-29")
    before = claim("before", "COMMIT", "namroush", "2020-10-23")
    assert signals(EXCLUSION, order, before)[0].counter == ("order",)


def test_an_accusation_by_the_other_side_is_no_sign_of_this_sides_backtracking() -> None:
    assert seen(claim("c", "ACCUSE", "mismari", target="namroush")) == []


def test_every_definition_says_what_can_be_observed() -> None:
    codes = [definition.code for definition in signal_definitions()]
    assert list(dict.fromkeys(codes)) == [f"B{number}" for number in range(1, 19)]
    assert all(len(definition.definition) > 40 for definition in signal_definitions())
