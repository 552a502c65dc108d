"""References inside an agreement: what is one, what points elsewhere, and how labels are compared."""

import pytest

from tests.lint.reading import agreement_of
from trucewatch.lint.references import gaps_in, index_of, label, number_of, references


@pytest.mark.parametrize(
    ("words", "number"), [("4", 4), ("IV", 4), ("ix", 9), ("Three", 3), ("c", None), ("i", 1), ("", None)]
)
def test_the_number_that_a_label_names(words: str, number: int | None):
    assert number_of(words) == number


def test_labels_in_one_spelling():
    assert [label(x) for x in ("Article Three", "(3)", "III", "(b)", "Annex C")] == ["3", "3", "3", "b", "c"]


def test_references_into_other_texts_are_left_out():
    assert not list(references("Article 51 of the Charter and paragraph 3 of Resolution 2254 are not affected."))


def test_several_numbers_are_several_references_with_their_places():
    text = "Articles 3, 5 and 9 apply."
    found = list(references(text))
    assert [(r.kind, r.number) for r in found] == [("article", "3"), ("article", "5"), ("article", "9")]
    assert [text[r.start : r.end] for r in found] == ["Articles 3", "5", "9"]


def test_the_index_holds_what_the_text_has():
    index = index_of(
        agreement_of("Article 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nArticle 3\n\nThree.\n\nArticle 4\n\nFour.\n")
    )
    assert index["article"] >= {"1", "2", "3", "4"}
    assert index["annex"] == frozenset()


def test_letters_count_as_letters_and_romans_as_romans():
    lettered = "The Parties shall:\n(a) open the road;\n(b) mend the well;\n(d) paint the fence.\n"
    assert [message for _, message in gaps_in(agreement_of(lettered).clauses)] == [
        "point d follows point b: is something missing between them?"
    ]
    whole = "The Parties shall:\n(a) open the road;\n(b) mend the well;\n(c) paint the fence.\n"
    assert not list(gaps_in(agreement_of(whole).clauses))
