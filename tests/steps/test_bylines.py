"""Who posts, and when, by the line above or in front of a post; and answers headed "A."."""

import pytest

from tests.steps.reading_wholly import day_said, names, read_wholly, told_wholly


def posts(text: str) -> list[tuple[str, str | None]]:
    """(poster, day) of every claim."""
    report = read_wholly(text)
    return [(names(report).get(c.speaker or "", ""), day_said(c)) for c in report.claims]


@pytest.mark.parametrize(
    ("head", "poster", "day"),
    [
        ("kirundo, 23 January 2004:\n", "kirundo", "2004-01-23"),
        ("[Posted by kirundo, 23 January 2004] ", "kirundo", "2004-01-23"),
        ("aden_first wrote on 11 May 2016:\n", "aden_first", "2016-05-11"),
        ("Posted by: Anna Berg on March 3, 2015\n", "Anna Berg", "2015-03-03"),
    ],
)
def test_the_line_above_a_post_names_its_poster_and_day(head, poster, day):
    assert posts(f"{head}The FDD has violated the ceasefire.") == [(poster, day)]


def test_a_post_goes_on_to_the_next_one():
    text = (
        "aden_first wrote on 11 May 2016:\nThe army has violated the ceasefire.\n\nThe army attacked our town in breach "
        "of the truce.\n\nsanaa99 wrote on 12 May 2016:\nThe Houthis have broken the truce."
    )
    assert posts(text) == [("aden_first", "2016-05-11"), ("aden_first", "2016-05-11"), ("sanaa99", "2016-05-12")]


@pytest.mark.parametrize("head", ["He wrote on 11 May 2016:\n", "dated 23 January 2004:\n", "updated, 3 May 2019:\n"])
def test_other_words_before_a_day_are_no_poster(head):
    (told,) = posts(f"The clash was discussed for days.\n\n{head}The army denies that it violated the ceasefire.")
    assert told[0] == "army"


INTERVIEW = "Interview with Jan Egeland, 3 May 2016\n\nQ. Did the army leave Daraya?\n"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("A. Damascus promised that its troops would withdraw from Daraya.", ("Damascus", "COMMIT")),
        ("A. The rebels have violated the ceasefire.", ("Jan Egeland", "ACCUSE")),
        ("A. We recorded twelve violations of the ceasefire.", ("Jan Egeland", "THIRD_PARTY_FINDING")),
    ],
)
def test_an_answer_headed_by_a_letter(answer, told):
    assert told_wholly(INTERVIEW + answer) == [told]


def test_initials_without_a_question_are_a_name():
    text = (
        "Q. Peterson said that the army had violated the ceasefire.\n\nA. Müller denied that the rebels had broken it."
    )
    assert told_wholly(text) == [("Q. Peterson", "ACCUSE"), ("A. Müller", "DENY_CONDUCT")]
