"""The turns of cables, notes and briefs."""

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister said the army would not be the first to break the truce.", [("minister", "AFFIRM")]),
        ("The Movement said it would not wait beyond the end of the month.", [("Movement", "THREATEN")]),
        ("The Movement said it would wait until the end of the month.", [("Movement", "DELAY")]),
        ("The general said his men had been ordered not to respond.", [("general", "COMMIT")]),
        ("The army denies that the corridor is part of the demilitarised area.", [("army", "REINTERPRET_EXCLUDE")]),
        ("The army denies that its men were inside the demilitarised area.", [("army", "DENY_CONDUCT")]),
        ("The government's delegation returned from the capital on Thursday.", []),
        ("A mediator said that public criticism would only harden positions.", []),
        ("The army said that the accord would only cover the north.", [("army", "REINTERPRET_NARROW")]),
        ("The secretary said his movement would never again fire on the road.", [("secretary", "COMMIT")]),
        ("The secretary said his movement would not fire unless it was attacked.", [("secretary", "THREATEN")]),
        ("The minister expressed regret at the loss of life.", []),
        ("The minister said he would check with the General Staff.", []),
        ("The Alliance holds that the detainees come first.", [("Alliance", "CONDITION")]),
        ("The facilitator has proposed a parallel timetable.", []),
        ("The parties agreed on a new timetable for the withdrawal.", [("parties", "AMEND")]),
        ("The government is likely to call this insufficient.", [("", "ASSESS")]),
        ("The army paid compensation to the farmers.", []),
        ("The army burned a farm outside Kesh.", [("army", "BREACH")]),
        ("The head of the delegation said that he had no instructions on the prisoner list.", []),
    ],
)
def test_what_notes_tell_in_set_turns(text, found):
    assert told_wholly(PLACE + text) == found


def test_who_raises_a_matter_in_a_cable_breaks_nothing():
    text = "From: Embassy Lusenga\nTo: MFA\nDate: 17 November 2009\nSubject: Truce\n\n1. I raised the checkpoint at Mile 14."
    assert all(stance != "BREACH" for _, stance in told_wholly(text))


def test_what_the_author_finds_is_neither_sides():
    text = (
        "Since mid-May, each side has accused the other of violations. What can be said is that the army moved two battalions "
        "into the northern corridor on 18 May, in violation of article 4."
    )
    assert ("", "THIRD_PARTY_FINDING") in told_wholly("Briefing, 2 June 2015\n\n" + text)


def test_the_title_of_a_paragraph_is_no_matter():
    text = (
        "Weekly cable, Liaison Office, 18 September 2005\n\nSecurity. The week was calm. Both sides blamed each other.\n\n"
        "Politics. The Movement said it would not wait beyond the end of the month.\n"
    )
    assert [c.quote.exact for c in read_wholly(text).commitments] == []


def test_whom_somebody_met_apart_speaks_for_himself():
    text = (
        "Mediator's notes, 22 January 2004\n\nSeparate sessions. With the Movement: they want the ban on their radio lifted first. "
        'With the government: they say the radio is "a matter for the courts".\n'
    )
    assert [name for name, _ in told_wholly(text)] == ["Movement", "government"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Western militia handed in nothing.", [("Western militia", "REPORT_NOT_DONE")]),
        ("The Western militia handed in 212 rifles.", [("Western militia", "COMPLY")]),
        ("The political wing said it had not been informed.", []),
        ("The delegate said the computers would be returned tomorrow.", [("delegate", "COMMIT")]),
        ("The delegate said the computers would be returned once the office was open.", [("delegate", "CONDITION")]),
    ],
)
def test_what_is_given_back_or_not(text, found):
    told = told_wholly(PLACE + text)
    assert [stance for _, stance in told] == [stance for _, stance in found]
