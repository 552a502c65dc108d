"""Those whom a line above minutes lists: one each, and of the side that the list tells."""

import pytest

from .reading_wholly import told_wholly

PRESENT = (
    "Minutes of the 14th meeting of the Joint Ceasefire Committee\nJuba, 4 May 2018\n\n"
    "Present: Brig. Gen. Hailu Desta (chair), Col. James Gatluak (Opposition), Col. Peter Lomoro (Government), "
    "Ms Ingrid Vik (UN observer)\n\n1. The Chair opened the meeting at 09:30.\n\n"
)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "2. Col. Lomoro stated that the Government had moved all its troops out of Leer. Col. Gatluak disputed this and "
            "said that two companies were still in the school.",
            ("James Gatluak", "ACCUSE"),
        ),
        (
            "2. Ms Vik reported that her team had seen about sixty soldiers in the school compound.",
            ("Ingrid Vik", "THIRD_PARTY_FINDING"),
        ),
        (
            "2. Col. Lomoro stated that the Government had moved all its troops out of Leer.",
            ("Peter Lomoro", "CLAIM_COMPLIANCE"),
        ),
    ],
)
def test_each_of_those_present_speaks_for_his_side(words, claim):
    assert told_wholly(PRESENT + words)[-1] == claim


def test_somebody_on_a_list_of_semicolons_keeps_his_office():
    text = (
        "Present: Major Ito (mission); Dr. Bello, government spokesman\n\nJuba, 4 May 2018\n\n"
        "Dr. Bello said that the army had left the school."
    )
    assert told_wholly(text)[-1][0] == "Bello"
