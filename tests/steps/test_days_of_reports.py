"""Days of whole reports: none that had not come, none of two stretches in one."""

import pytest

from trucewatch.core.dates import When, edtf_range

from .reading_wholly import day_said, read_wholly

BRIEF = "Weekly Brief No. 23\nHodeidah, 3 to 9 June 2019\n\n1. Next steps. {}\n"
WHOLE = BRIEF.format(
    "The Chair has invited both sides to a joint meeting aboard the MV Antarctic Dream on 12 June. The Houthi side accepted on 8 "
    "June. The Government has yet to reply."
)


def test_nothing_was_said_on_the_day_of_the_meeting_that_it_invites_to():
    report = read_wholly(WHOLE)
    (claim,) = [c for c in report.claims if c.stance == "CALL_TO_COMPLY"]
    assert day_said(claim) != "2019-06-12"
    assert not isinstance(claim.happened_on, When)


def test_silence_up_to_the_end_of_a_week_lasted_up_to_its_last_day():
    report = read_wholly(BRIEF.format("The Vice-President has said nothing of the kind in public."))
    (claim,) = report.claims
    assert claim.stance == "PUBLIC_SILENCE"
    assert claim.happened_on.edtf == "../2019-06-09"
    assert (claim.happened_on.earliest, claim.happened_on.latest) == edtf_range("../2019-06-09")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The rebels, who took Dhale on 3 May, shelled the market.", None),
        ("The rebels, who took Dhale on 3 May, shelled the market on 5 May.", "2018-05-05"),
        ("The Front, which claims to have delivered its lists in 2017, accuses the army of breaking the truce.", None),
    ],
)
def test_a_day_that_is_told_beside_a_name_is_not_that_of_the_claim(sentence, day):
    (claim,) = read_wholly(f"DHALE, 12 May 2018 (Wire) - The town is quiet.\n\n{sentence}").claims
    assert (claim.happened_on.edtf if isinstance(claim.happened_on, When) else None) == day


@pytest.mark.parametrize("edtf", ["../2019-06-03/2019-06-09", "2019-06-03/2019-06-09/2019-06-12", "//"])
def test_an_expression_has_two_ends(edtf):
    with pytest.raises(ValueError, match="not an EDTF date"):
        edtf_range(edtf)
