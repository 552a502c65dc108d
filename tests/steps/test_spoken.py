"""Whom a text has just spoken of, and who has no name in it."""

import pytest

from tests.steps.reading_reports import read, told


def test_it_is_whoever_a_question_brings_up():
    text = (
        "The front keeps the truce, its spokesman said. And the army? It promised to withdraw its tanks from the zone."
    )
    assert told(read(text))[-1] == ("army", "COMMIT")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Morioka kept out of it. Those close to him said the army had broken the truce.", "Those close to him"),
        ("Someone who sat in the calls says the army had broken the truce.", "Someone who sat in the calls"),
    ],
)
def test_somebody_without_a_name_is_nobody_who_has_one(text, speaker):
    report = read(text)
    (actor,) = [a for a in report.actors if a.name.exact == speaker]
    assert (actor.kind, actor.authority) == ("anonymous", "5")
    assert actor.id in {claim.speaker for claim in report.claims}


def test_they_are_not_the_speakers_own_side():
    text = (
        "Sittwe, Myanmar, 3 May 2023. The Arakan Army expected the gates to vanish. “They promised us that rice would move, and "
        "they have broken the promise,” Lieutenant Colonel Zaw Khant, an Arakan Army spokesman, said."
    )
    accused = [c.target for c in read(text).claims if c.stance == "ACCUSE"]
    assert accused == [None]
