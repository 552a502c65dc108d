from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.reading_reports import document_of, read
from trucewatch.core.ids import sha256_of
from trucewatch.core.model import Document
from trucewatch.steps.copies import as_one_source, find_copies

STORY = (
    "The army accused the movement on Monday of shelling two villages near the river. The movement denied that its "
    "fighters had broken the truce and said that it remained committed to the agreement signed in May. "
    "Observers could not reach the villages because the bridge was closed, a spokesman of the mission said."
)
OTHER = (
    "Fishermen on the coast complained about the price of diesel. The ministry promised cheaper fuel before the season "
    "opens, and the harbour master expects forty boats to leave on the first morning if the wind allows it."
)


def document(text: str, path: str = "a.txt") -> Document:
    return replace(document_of(text), path=path, sha256=sha256_of(text.encode()))


def test_a_story_printed_twice_is_one_group_with_the_shared_words():
    first = document(STORY, "a.txt")
    second = document("Our correspondent writes:\n\n" + STORY.replace("on Monday ", ""), "b.txt")
    (group,) = find_copies([first, document(OTHER, "c.txt"), second])
    assert [copy.path for copy in group.copies] == ["a.txt", "b.txt"]
    assert group.likeness >= 0.8
    for copy, text in zip(group.copies, (first, second), strict=True):
        assert copy.shared
        assert all(text.original[span.start : span.end] == span.exact for span in copy.shared)


def test_texts_on_the_same_event_in_other_words_are_no_copies():
    retold = (
        "Two villages by the river were shelled, the army says, and it blames the movement, which calls this untrue "
        "and says it stands by the May agreement. No observer has been there yet: the bridge is shut."
    )
    assert find_copies([document(STORY), document(retold)]) == ()


def test_a_statement_that_both_quote_does_not_make_them_copies():
    quoted = '"We remain committed to the agreement signed in May and will not be drawn into war," the movement said.'
    assert find_copies([document(STORY + " " + quoted), document(OTHER + " " + quoted)]) == ()


def test_shared_claims_are_one_source_and_added_ones_are_not():
    added = STORY + "\nThe governor said on Tuesday that the army had broken the ceasefire agreement in three towns."
    one, two = read(STORY), read(added)
    one = replace(one, document=replace(one.document, path="a.txt"))
    two = replace(two, document=replace(two.document, path="b.txt"))
    groups = find_copies([one.document, two.document])
    first, second = as_one_source([one, two], groups)
    assert first.claims
    shared = {claim.independence_group for claim in first.claims}
    assert all(group is not None and group.startswith("copies:") for group in shared)
    assert shared <= {claim.independence_group for claim in second.claims}
    extra = [c for c in second.claims if c.quote.span.start >= len(STORY)]
    assert extra
    assert all(not (c.independence_group or "").startswith("copies:") for c in extra)
    assert second.copies is not None
    assert second.copies.others == ("a.txt",)


def test_without_copies_the_reports_stay_as_they_are():
    reports = (read(STORY), read(OTHER))
    assert as_one_source(reports, find_copies([r.document for r in reports])) == reports


def test_a_few_words_are_too_little_to_compare():
    assert find_copies([document("The truce held."), document("The truce held.")]) == ()


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_the_texts_changes_no_group(order):
    texts = [
        document(STORY, "0"),
        document(OTHER, "1"),
        document(STORY + " The end.", "2"),
        document(OTHER + " Yes.", "3"),
    ]
    groups = find_copies([texts[n] for n in order])
    found = {(g.id, g.likeness, frozenset(c.path for c in g.copies)) for g in groups}
    expected = {(g.id, g.likeness, frozenset(c.path for c in g.copies)) for g in find_copies(texts)}
    assert found == expected
    assert {paths for _, _, paths in found} == {frozenset("02"), frozenset("13")}
