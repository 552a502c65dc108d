"""Terms that a report takes up as known, that a text lays down, and those that are somebody's task."""

import pytest

from tests.steps.test_stated_terms import words


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The army did not leave the mill as agreed.", "leave the mill"),
        ("The Front has not freed its captives, as the accord requires.", "freed its captives"),
        ("The junta failed to reopen the school as promised in the truce.", "reopen the school"),
        ("As stipulated in the protocol, the north removed its nets.", "removed its nets"),
        ("The rebels withdrew from the hills, as provided for in the accord.", "withdrew from the hills"),
    ],
)
def test_what_was_or_was_not_done_as_agreed(text, term):
    assert words(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "He resigned as expected.",
        "The talks went on as planned.",
        "The commander said the two went hand in hand, as agreed.",
        "The army left the town as soon as possible.",
    ],
)
def test_what_goes_on_as_expected_is_no_term(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("What the army must do is leave the mill.", ["leave the mill"]),
        ("What the north has to do is open its logbooks.", ["open its logbooks"]),
        ("All the truce asks is that soldiers keep out of the fields.", ["soldiers keep out of the fields"]),
        ("What the accord forbids is the sale of oil.", ["What the accord forbids is the sale of oil"]),
        ("Among the terms is a halt to conscription.", ["a halt to conscription"]),
        (
            "Among the terms of the accord are the release of prisoners and the reopening of the road.",
            ["the release of prisoners", "the reopening of the road"],
        ),
        ("Central to the protocol is the return of the archive.", ["the return of the archive"]),
        ("It is the rebels who must reopen the canal.", ["reopen the canal"]),
        ("What the accord changed is unclear.", []),
        ("What the army did is a crime.", []),
        ("Among the guests was the minister of defence.", []),
    ],
)
def test_what_is_owed_stands_behind_what_it_is_called(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    "term",
    [
        "placed the bridge under police guard",
        "returned the mill to its owners",
        "cut each garrison to 500 men",
        "divided the customs revenue between the two sides",
        "made the monastery a neutral zone",
    ],
)
def test_what_a_text_laid_down(term):
    assert words(f"The accord {term}.") == [term]


@pytest.mark.parametrize(
    "term",
    [
        "the port was assigned to a neutral company",
        "the Hill Army was given control of the pass",
        "the oil revenue was divided between the two sides",
    ],
)
def test_what_was_allotted_under_a_text(term):
    assert words(f"Under the accord {term}.") == [term]


@pytest.mark.parametrize(
    "text",
    [
        "The truce collapsed.",
        "The accord drew criticism from aid groups.",
        "The ceasefire ended the war.",
        "The deal surprised diplomats in Geneva.",
        "The accord placed the government under pressure.",
        "The deal moved the parties closer to peace.",
        "The agreement cut ties between the two parties.",
        "Under the accord 300 prisoners were freed.",
    ],
)
def test_what_comes_of_a_text_is_no_term(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The Front swore to leave the shrine alone.", "leave the shrine alone"),
        ("The two presidents resolved to demilitarise the island.", "demilitarise the island"),
        ("The rebels offered to withdraw from the quarry.", "withdraw from the quarry"),
        ("The Hill Army bound itself to respect harvests.", "respect harvests"),
        ("Both sides renounced the use of mines.", "renounced the use of mines"),
        ("The Front renounced its tax on ships.", "renounced its tax on ships"),
        ("The junta assured mediators that the road would stay open.", "the road would stay open"),
        ("The north guaranteed that no diver would be harmed.", "no diver would be harmed"),
        ("The Front guaranteed the safety of the ferry.", "the safety of the ferry"),
    ],
)
def test_vows_in_other_words(text, term):
    assert words(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "The Front renounced the accord.",
        "The crisis was resolved to everyone's relief.",
        "The rebels offered tea to the guests.",
        "The minister assured envoys that he would return.",
        "The rebels said they would not attend the talks.",
    ],
)
def test_what_is_no_vow(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The deal gives the rebels until Friday to leave the airport.", "leave the airport"),
        ("The accord allows the garrison ten days to hand over the customs post.", "hand over the customs post"),
        ("The brigades were given a fortnight to pull back from the dam.", "pull back from the dam"),
        ("It falls to the police to guard the bridge.", "guard the bridge"),
        ("The job of clearing the road fell to the Hill Army.", "clearing the road"),
        ("The police are responsible for guarding the bridge.", "guarding the bridge"),
        ("A commission was tasked with counting the dead.", "counting the dead"),
    ],
)
def test_the_time_granted_and_whose_task_it_is(text, term):
    assert words(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "It falls to historians to judge him.",
        "They have the task of saving it.",
        "Both sides met at agreed locations.",
        "The army was responsible for shelling the market.",
        "The rebels are responsible for attacking the convoy.",
    ],
)
def test_blame_judgement_and_what_is_not_named_are_no_task(text):
    assert words(text) == []
