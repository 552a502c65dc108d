"""Where the words of a duty begin and end."""

import pytest

from tests.steps.reading_reports import read
from tests.steps.test_stated_terms import words


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The guns that the Front was to surrender have vanished.", "The guns that the Front was to surrender"),
        ("The island which the north has to leave is empty.", "The island which the north has to leave"),
        ("The posts which the army must vacate are still manned.", "The posts which the army must vacate"),
        ("The road the Front agreed to clear by May is mined.", "The road the Front agreed to clear by May"),
        ("The maps the rebels promised to hand over were forged.", "The maps the rebels promised to hand over"),
        (
            "The hill from which the army was meant to withdraw is still held.",
            "The hill from which the army was meant to withdraw",
        ),
        ("The Hill Army still holds the teachers it was to free in May.", "the teachers it was to free in May"),
    ],
)
def test_a_duty_in_a_relative_clause_is_told_with_what_is_owed_and_without_the_predicate(text, term):
    assert words(text) == [term]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("A clause of the accord under which the army frees pilots was added.", "the army frees pilots"),
        ("The obligation of the army to pay compensation remains in force.", "pay compensation"),
        ("The soldiers who must leave the town are still there.", "leave the town"),
        ("The officers who are to command the joint force have arrived.", "command the joint force"),
        ("Militias that must disband by May are still armed.", "Militias that must disband by May"),
        ("The day on which the rebels are to leave the town is near.", "the rebels are to leave the town"),
        ("The minister guaranteed behind closed doors that the flights would end.", "the flights would end"),
    ],
)
def test_the_predicate_behind_a_clause_is_no_part_of_a_duty(text, term):
    assert words(text) == [term]


@pytest.mark.parametrize(
    "term",
    [
        "Work on the road, which passes through Leer, was to stop in May",
        "The withdrawal of heavy weapons must be complete",
        "The lists that were handed over must be checked",
    ],
)
def test_a_duty_that_is_the_predicate_is_kept_whole(term):
    assert words(f"{term}.") == [term]


@pytest.mark.parametrize(
    "term",
    [
        "No aircraft are permitted over the gorge",
        "No fighter is allowed into the port with a weapon",
        "Neither army is permitted to fly over the gorge",
        "None of the boats is allowed to leave the port",
        "No troops are supposed to be in the town",
        "Nobody may be arrested",
    ],
)
def test_what_nobody_may_do_keeps_its_denial(term):
    assert words(f"{term}.") == [term]


def test_what_nobody_was_obliged_to_do_is_no_duty():
    assert words("No fighters were obliged to leave the town.") == []


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Families said no students had been freed.", "no students had been freed"),
        ("The minister said neither bridge had been reopened.", "neither bridge had been reopened"),
        ("Families said no student was freed.", "no student was freed"),
        ("Families said the students had been freed.", "students had been freed"),
    ],
)
def test_the_words_of_a_claim_keep_their_denial(told, kept):
    report = read(f"The government and the Front signed the Harbour Accord on 12 March 2011. {told}")
    assert kept in [report.document.text[c.span.start : c.span.end] for c in report.commitments]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The army undertook to let the journalists in.", "let the journalists in"),
        ("The north promised to let buses through.", "let buses through"),
        ("The promised payment of wages to the guards is overdue.", "promised payment of wages to the guards"),
        ("A pledged return of land to the monks never came.", "pledged return of land to the monks"),
        ("The promised pullback of tanks from the bridge failed.", "promised pullback of tanks from the bridge"),
        ("The Hill Army gave a guarantee of safe passage for convoys.", "safe passage for convoys"),
        ("The army gave guarantees of free access for doctors.", "free access for doctors"),
        ("The agreed handover of the radio station was put off.", "agreed handover of the radio station"),
        ("The promised withdrawal was delayed by rain.", "promised withdrawal"),
        ("Both sides agreed to disarm in stages.", "disarm in stages"),
    ],
)
def test_particles_and_what_a_deed_is_done_to_stay(text, term):
    assert words(text) == [term]
