"""Briefs, columns and long reads: what is told in passing, whom it is told of, and what the author thinks."""

import pytest

from .reading_reports import read, told
from .reading_wholly import names, read_wholly, told_wholly

MORE = " The Valley Front said that the army had attacked its camp."


def signatories(text):
    """Whoever is told to have signed or agreed to something, in order, each once."""
    report = read(text)
    found = [names(report).get(c.speaker or "", "") for c in report.claims if c.stance in ("COMMIT", "AMEND")]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "The accord that Zambia's government and four rebel groups signed in Sirte on 25 October 2007 is fraying.",
            ["Zambia's government", "four rebel groups"],
        ),
        (
            "The declaration, signed on 19 July 2025 by the Zambian government and the Valley Front, set a date.",
            ["Zambian government", "Valley Front"],
        ),
        (
            "The agreement that Amin Rashidi and Bol Deng put their signatures to on 24 August 2014 is fraying.",
            ["Amin Rashidi", "Bol Deng"],
        ),
        ("The truce, signed by six states on 10 July 1999, is fraying.", ["six states"]),
        ("Under the code of conduct that both sides accepted on 13 March, taxes are forbidden.", ["both sides"]),
        (
            "The deputy minister said the cars were outside the memorandum, which Zambia signed with the mission in May.",
            ["Zambia"],
        ),
    ],
)
def test_who_is_told_in_passing_to_have_signed_a_paper_has_undertaken_it(sentence, who):
    assert [w for w in signatories(sentence + MORE) if w in who] == who


def test_a_new_date_that_is_accepted_in_passing_amends():
    report = read("The mission published the timetable that both parties accepted on 17 June 2019 in Adwa.")
    assert ("both parties", "AMEND") in told(report)


@pytest.mark.parametrize(
    "sentence",
    [
        "Everybody who signed the truce at Adwa knew that it was weak.",
        "A paper signed by another man is worth nothing.",
        "A truce that the rebels never signed, on 4 May 2019, was broken.",
        "The village whose elders signed a truce on 4 May 2019 was burned.",
        "The army keeps the dates that it signed.",
        '"The paper that the minister signed at Adwa on 4 May 2019 is dead," said the rebel leader.',
        "The text that the two sides are to sign at Adwa on 4 May is short.",
        "The colonel said on Wednesday that Zambia had signed for Zambia and not for the Valley Front.",
        "The president, who signed as a guarantor on 4 May, was silent.",
    ],
)
def test_remarks_on_whoever_signs_what_was_not_signed_and_others_words_tell_of_no_signature(sentence):
    assert "COMMIT" not in [stance for _, stance in told_wholly(sentence)]


def test_a_sentence_that_tells_a_signature_in_passing_keeps_what_it_says():
    claims = told_wholly(
        "The agreement which the government and four rebel movements concluded at Adwa on 25 October 2007 is, in the words "
        'of General Paul Lado of the UFDD, "null and void".' + MORE
    )
    assert ("government", "COMMIT") in claims
    assert any(who == "Paul Lado" for who, _ in claims)


def test_who_signs_in_passing_is_not_who_they_are_in_the_next_sentence():
    report = read_wholly(
        "The rebels withdrew their guns under the truce that Zambia and Kenya signed at Nairobi on 4 May 2019. "
        "They said that the army had fired first."
    )
    assert names(report)[report.claims[-1].speaker] == "rebels"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The army and the rebels agreed on a truce on 2 May 2022.", ["army", "rebels"]),
        (
            "The Zambian government and the rebels of the Valley Front signed a truce on 2 May 2022.",
            ["Zambian government", "rebels of the Valley Front"],
        ),
        (
            "Zambia's foreign minister, Amos Otieno, and the rebel leader, Paul Lado, initialled the deal on 3 May 2022.",
            ["Amos Otieno", "Paul Lado"],
        ),
        (
            "The government of Zambia and the Valley Front signed the truce agreement on 5 May 2019.",
            ["government of Zambia", "Valley Front"],
        ),
    ],
)
def test_two_who_sign_are_two_however_they_are_called(sentence, who):
    assert signatories(sentence) == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Sandinista and rebel negotiators agreed on Thursday to extend the truce.",
        "Delegates of the army and the Valley Front agreed on a truce on 2 May 2022.",
        "Both sides agreed on a truce on 2 May 2022.",
    ],
)
def test_negotiators_of_both_sides_are_one_body(sentence):
    assert len(signatories(sentence)) == 1


def test_what_two_say_together_is_one_claim():
    assert told(read("The army and the rebels said on 3 May 2022 that the truce was in force.")) == [
        ("army and the rebels", "AFFIRM")
    ]


@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("The Rally for Democracy signed only on 31 August, and split into two wings.", True),
        ("The mediators countersigned.", True),
        ("The groups signed it at Adwa on 6 February 2019.", True),
        ("The minister signed off on the payment on Monday.", False),
        ("The minister signed with a mining firm on Monday.", False),
        ("The front has not signed.", False),
    ],
)
def test_who_signs_undertakes_what_the_report_is_about(sentence, signs):
    report = read("The truce at Adwa began on 4 May 2019. " + sentence)
    assert ("COMMIT" in [c.stance for c in report.claims]) is signs


TRUCE = "The ceasefire agreement between the army and the Valley Front was signed on 4 May 2019. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Child recruitment is its gravest failing.",
        "On the ground the record is mixed.",
        "Its weak spot is sequence.",
        "Detainees are the sorest point.",
        "Both sides are now exploiting the omission.",
        "The ambiguity suits both sides.",
        "The ceasefire has outlasted the talks that it was meant to serve.",
        "The ceasefire is fraying before it has been tested.",
        "The parties are already quarrelling over who promised what.",
        "Three of its clauses are in dispute.",
        "The omission leaves each side ample room to stall.",
        "Nothing suggests that either side will listen.",
    ],
)
def test_what_the_author_thinks_of_an_agreement_is_nobody_elses(sentence):
    found = told_wholly(TRUCE + sentence)
    assert [who for who, _ in found] == [""]
    assert found[0][1] in ("ASSESS", "CAST_DOUBT")


@pytest.mark.parametrize(
    "sentence",
    [
        "The general has a gap in his teeth.",
        "The army exploited a gap in the fence to enter the camp.",
        "The harvest record was thin.",
        "Both sides read the text aloud at the ceremony.",
        "The minister argued with his driver.",
        "The gap is smaller this year.",
    ],
)
def test_what_is_said_of_other_things_is_no_assessment(sentence):
    assert "ASSESS" not in [stance for _, stance in told_wholly(TRUCE + sentence)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The parties are already reading its clauses differently.", ""),
        ("This paper finds little evidence that it will last.", ""),
        ("African Union officers describe the agreement as a list of camps without dates.", "African Union officers"),
        ("General Paul Lado said that its record was mixed.", "Paul Lado"),
    ],
)
def test_who_only_does_what_the_author_judges_assesses_nothing(sentence, who):
    assert told_wholly(TRUCE + sentence)[-1][0] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya has yet to hand over a single map of its minefields.",
        "The verification team has yet to deploy.",
        "Eritrean troops are still in Adwa and Irob.",
        "The joint commission has not met once.",
    ],
)
def test_what_a_report_says_was_not_done_is_the_reports_own_word(sentence):
    assert told_wholly(TRUCE + sentence) == [("", "REPORT_NOT_DONE")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The mission said that Kenya had yet to hand over a single map.", "mission"),
        ("Church leaders in Adwa said that 23 men were still behind bars.", "Church leaders in Adwa"),
    ],
)
def test_who_says_that_something_was_not_done_keeps_the_word(sentence, who):
    assert [w for w, _ in told_wholly(TRUCE + sentence)] == [who]
