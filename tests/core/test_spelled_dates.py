"""Dates as people say them aloud and as soldiers jot them down."""

import pytest

from trucewatch.core.told_dates import find_told_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the fourteenth of March, 1995", "1995-03-14"),
        ("March the fourteenth, 1995", "1995-03-14"),
        ("the twenty-first of May", "XXXX-05-21"),
        ("3. June 1974", "1974-06-03"),
        ("the 3rd of June of the year 1974", "1974-06-03"),
        ("14-Mar-1995", "1995-03-14"),
        ("14 MAR 95", "1995-03-14"),
        ("22 Aug '88", "1988-08-22"),
        ("221800Z AUG 88", "1988-08-22"),
        ("2012/11/04", "2012-11-04"),
        ("the third of January, nineteen eighty-one", "1981-01-03"),
        ("3 de abril de 1988", "1988-04-03"),
        ("12 février 2005", "2005-02-12"),
    ],
)
def test_a_day_in_further_spellings(text, edtf):
    (mention,) = find_told_dates(f"It happened there, {text}, they say.")
    assert (mention.kind, mention.edtf) == ("day", edtf)


@pytest.mark.parametrize(
    ("text", "base", "offset", "weekday"),
    [
        ("on Sunday the 4th,", "previous", 4, "sunday"),
        ("on Monday last", "document", -1, "monday"),
        ("the Monday before,", "previous", -1, "monday"),
        ("just now", "document", 0, ""),
        ("ten minutes ago", "document", 0, ""),
        ("two days after that, they", "previous", 2, ""),
    ],
)
def test_a_day_counted_from_another(text, base, offset, weekday):
    (mention,) = find_told_dates(f"They left {text} with the guns.")
    assert (mention.base, mention.offset_days, mention.weekday) == (base, offset, weekday)


@pytest.mark.parametrize("text", ["Report No. 6, 26 July 1969", "Field Note 14, 9 July 2012"])
def test_the_number_of_a_report_is_no_day(text):
    (mention,) = find_told_dates(text)
    assert mention.edtf in ("1969-07-26", "2012-07-09")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Weekly report 3-9 February 2020", "2020-02-03/2020-02-09"),
        ("Weekly report 3 – 9 February 2020", "2020-02-03/2020-02-09"),
        ("Bulletin 3 to 9 February 2020", "2020-02-03/2020-02-09"),
        ("Report No. 3-9 February 2020", "2020-02-09"),
        ("Report 3 - 9 February 2020", "2020-02-09"),
        ("Field Note 14-9 July 2012", "2012-07-09"),
    ],
)
def test_days_behind_the_name_of_a_report_may_be_what_it_covers(text, edtf):
    (mention,) = find_told_dates(text)
    assert mention.edtf == edtf


@pytest.mark.parametrize(
    "text", ["On 14 March 95 men came home", "the first group of marchers", "in the second May offensive"]
)
def test_what_only_looks_like_a_day_of_a_month(text):
    assert all(m.edtf[:4] == "XXXX" and m.edtf != "XXXX-05-02" for m in find_told_dates(text))
