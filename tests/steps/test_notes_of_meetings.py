"""What somebody notes of whom he met: "9 Feb. Met Ali Saleh. He said ..."."""

import pytest

from tests.steps.reading_wholly import told_wholly


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "9 Feb. Met Ali al-Moushki, Houthi representative. He said that the Government had violated the ceasefire.",
            ["Ali al-Moushki"],
        ),
        (
            "3 Feb. Met Tomas Reel, the Front's negotiator. He said that the Government had violated the ceasefire.",
            ["Tomas Reel"],
        ),
        ("Met Saleh al-Amin. He said that the accord was dead.", ["Saleh al-Amin"]),
        (
            "10 Feb 2019. Met Saghir bin Aziz for the Government. The Houthis, he said, had broken the truce. He denied "
            "that his troops had shelled the mills.",
            ["Saghir bin Aziz", "Saghir bin Aziz"],
        ),
        (
            "Spoke with Obasanjo's office this morning. They say the government remains committed to the ceasefire.",
            ["Obasanjo's office"],
        ),
    ],
)
def test_whom_somebody_met_speaks(text, found):
    assert [name for name, _ in told_wholly(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Met Office staff said the army had broken the truce.", "Met Office staff"),
        ("General Ito spoke on Friday. The Houthis, he said, had broken the truce.", "Ito"),
    ],
)
def test_a_name_stays_one(text, found):
    assert [name for name, _ in told_wholly(text)] == [found]
