"""Notes and memos of those who mediate: days of meetings, counts of one side, what is only said to be so."""

import pytest

from tests.steps.reading_wholly import day_said, read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "On 3 March I met General Sarr in Kor. He said his men would leave the two schools. On 5 March the movement's "
            "delegates told me that they had not received the list.",
            ["2019-03-03", "2019-03-05"],
        ),
        (
            "I called the ministry on 2 March. The deputy minister denied that the army had shelled Mbara.",
            ["2019-03-02"],
        ),
        (
            "We saw the minister on 4 March. He assured us that the road would be reopened.\n\nThe rebels promised to free two men.",
            ["2019-03-04", None],
        ),
        (
            "On 3 March the army left the school. The rebels said that they would free two men.",
            [None, None],
        ),
    ],
)
def test_what_is_told_behind_a_meeting_was_said_there(text, days):
    report = read_wholly(f"Memorandum\n14 March 2019\n\n{text}\n")
    assert [day_said(c) for c in report.claims] == days


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("We recorded eleven overflights by government drones.", "ACCUSE"),
        ("We counted 24 violations by the enemy since Friday.", "ACCUSE"),
    ],
)
def test_what_a_party_counts_of_others_is_its_charge(text, stance):
    assert told_wholly(f"Statement of the Karen Front on the ceasefire, 4 May 2019\n\n{text}\n") == [
        ("Karen Front", stance)
    ]


def test_what_a_mission_counts_is_a_finding():
    text = "Joint Monitoring Mission, weekly report, 4 May 2019\n\nThe Mission recorded 24 violations by the army.\n"
    assert told_wholly(text) == [("Joint Monitoring Mission", "THIRD_PARTY_FINDING")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The LTTE has told us that the strip is civilian.", []),
        ("The rebels say that the camp is a school.", []),
        ("The army has told us that the bridge is open to traffic.", []),
        ("The rebels say that the guns were not theirs.", [("rebels", "DENY_CONDUCT")]),
        ("The rebels say that the report is false.", [("rebels", "DENY_CONDUCT")]),
        ("The government proposed General Ade. The rebels rejected him.", []),
        ("The rebels rejected the charge.", [("rebels", "DENY_CONDUCT")]),
        ("General Sarr said his men would leave the two schools before the rains.", [("Sarr", "COMMIT")]),
        (
            "General Sarr said his men would leave the schools only after the rains.",
            [("Sarr", "CONDITION")],
        ),
        ("On 4 April I visited Dol. Residents told me that the army had left.", [("Residents", "THIRD_PARTY_FINDING")]),
        ("The army told me that the rebels had left the school.", [("army", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")]),
    ],
)
def test_what_is_only_so_is_no_charge_and_no_denial(text, found):
    assert told_wholly(PLACE + text) == found
