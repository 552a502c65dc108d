"""Who speaks, and when, in the entries of threads and forums: the marks that stand in front of what they write."""

import pytest

from tests.steps.reading_reports import read

FORUM = (
    "Live thread: the Eid ceasefires\n\n"
    "[Thu 14 June 2018, 21:10] harte_77: Pinned. The truce starts tonight.\n\n"
    "[Fri 15 June, 11:45] obi_k: We have violated no ceasefire, not one of us.\n\n"
    "[Sat 16 June, 18:02] harte_77: The ministry accused the rebels of violating the truce.\n"
)
POSTS = (
    "Posts, Bangui, Thursday 31 July 2014\n\n"
    "08:10 @CityDesk — Good morning. The truce is a week old.\n\n"
    "08:35 @FrontCommand (rebels, Bambari) — We have violated no ceasefire, not one of us.\n"
)


@pytest.mark.parametrize(("text", "name"), [(FORUM, "obi_k"), (POSTS, "@FrontCommand")])
def test_whoever_writes_an_entry_speaks_in_it(text, name):
    report = read(text)
    (ours,) = [c for c in report.claims if "violated no ceasefire" in c.quote.span.exact]
    actor = next(a for a in report.actors if a.id == ours.speaker)
    assert name in {m.exact for m in actor.mentions}


def test_an_entry_without_a_year_has_that_of_the_entry_before():
    report = read(FORUM)
    days = [c.said_on.edtf for c in report.claims if c.stance == "ACCUSE"]
    assert days == ["2018-06-16"]
