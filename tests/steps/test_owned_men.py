"""Whose men do something: "its fighters", "his men", "our forces"."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Front said its men had not fired. Its men withdrew from Bor on 3 May under the truce.", "Front"),
        ("General Ito signed the truce. His men withdrew from Bor on Friday.", "Ito"),
        ("The Front signed the truce. Its fighters shelled Bor on Friday in breach of it.", "Front"),
        ("The army signed the truce on Monday. On Friday its troops left Bor.", "army"),
        ("The rebels signed the truce. Their fighters left Bor on Friday.", "rebels"),
        ("The army entered Bor in breach of the truce. Its troops shelled the hospital.", "army"),
    ],
)
def test_men_are_their_owner_s(text, found):
    assert told_wholly(PLACE + text)[-1][0] == found


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Front accused the army of breaking the truce. Its troops left Bor on Friday.", {"Front", "army"}),
        ("Colonel Obe spoke to General Ito. His men left Bor on Friday under the truce.", {"Obe", "Ito"}),
    ],
)
def test_nobody_is_the_owner_where_two_may_be(text, other):
    assert told_wholly(PLACE + text)[-1][0] not in other


def test_our_forces_are_nobody_s_in_a_text_that_nobody_issues():
    assert "Our forces" not in {name for name, _ in told_wholly(PLACE + "Our forces complied with the agreement.")}
    assert told_wholly("Colonel Obe: Our men left Bor on Friday, as the truce demands.")[-1][0] == "Colonel Obe"
