"""A parse as plain values, and passages made of pieces that do not stand side by side."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.parse import Parse, Passage, Token, passage_of


def token(i: int, text: str, dep: str, head: int, start: int) -> Token:
    return Token(i, text, text.lower(), "X", "XX", dep, head, start, start + len(text))


#   Both sides stop fire
TREE = Parse(
    (
        token(0, "Both", "det", 1, 0),
        token(1, "sides", "nsubj", 2, 5),
        token(2, "stop", "ROOT", 2, 11),
        token(3, "fire", "dobj", 2, 16),
    ),
    ((0, 4),),
)


def words(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


def test_children_are_the_direct_dependents_in_order() -> None:
    stop = TREE.tokens[2]
    assert words(TREE.children(stop)) == ["sides", "fire"]
    assert words(TREE.children(stop, "dobj")) == ["fire"]
    assert TREE.children(TREE.tokens[0]) == ()


def test_the_nouns_behind_prepositions() -> None:
    tree = Parse(
        (
            token(0, "leave", "ROOT", 0, 0),
            token(1, "from", "prep", 0, 6),
            token(2, "town", "pobj", 1, 11),
            token(3, "on", "prep", 0, 16),
            token(4, "Friday", "pobj", 3, 19),
        ),
        ((0, 5),),
    )
    assert words(tree.behind(tree.tokens[0])) == ["town", "Friday"]
    assert words(tree.behind(tree.tokens[0], "on", "upon")) == ["Friday"]
    assert tree.behind(tree.tokens[0], "to") == ()


def test_a_subtree_is_in_the_order_of_the_text() -> None:
    assert words(TREE.subtree(TREE.tokens[1])) == ["Both", "sides"]
    assert words(TREE.subtree(TREE.tokens[2])) == ["Both", "sides", "stop", "fire"]


def test_ancestors_run_from_the_nearest_up_to_the_root() -> None:
    assert words(tuple(TREE.ancestors(TREE.tokens[0]))) == ["sides", "stop"]
    assert list(TREE.ancestors(TREE.tokens[2])) == []


def test_the_root_of_a_sentence() -> None:
    assert TREE.root((0, 4)).text == "stop"
    # A sentence whose root lies elsewhere falls back on its first word.
    assert TREE.root((0, 2)).text == "Both"


def test_a_passage_joins_its_pieces_and_finds_the_way_back() -> None:
    text = "The Parties shall:\n(a) stop;\n(b) leave\nat once."
    point = text.index("leave")
    passage = passage_of(text, "point_b", (0, 17), (point, len(text)))
    assert passage.text == "The Parties shall leave at once."
    at = passage.text.index("leave")
    assert passage.to_document(at) == point
    assert passage.to_document(at + 5, end=True) == point + 5
    # The end of a piece is not the start of the next one.
    assert passage.to_document(17, end=True) == 17


def test_relocating_keeps_the_tree_and_moves_the_offsets() -> None:
    passage = Passage("para_1", "Both sides stop fire", ((100, 120),))
    moved = passage.relocate(TREE)
    assert [(t.start, t.end) for t in moved.tokens] == [(100, 104), (105, 110), (111, 115), (116, 120)]
    assert [t.head for t in moved.tokens] == [t.head for t in TREE.tokens]
    assert moved.sentences == TREE.sentences


@given(st.lists(st.text(alphabet="ab \n", min_size=1, max_size=8), min_size=1, max_size=5), st.data())
def test_every_character_of_a_passage_is_the_documents_own(pieces: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.integers(0, 3)) for _ in pieces]
    text, places = "", []
    for piece, gap in zip(pieces, gaps, strict=True):
        text += "#" * gap
        places.append((len(text), len(text) + len(piece)))
        text += piece
    passage = passage_of(text, "c", *places)
    at = 0
    for start, end in places:
        for offset in range(end - start):
            original = text[passage.to_document(at + offset)]
            assert passage.text[at + offset] == (" " if original == "\n" else original)
        at += end - start + 1


def test_a_word_knows_its_small_letters_and_a_changed_word_has_its_own():
    word = Token(0, "The", "the", "DET", "DT", "det", 1, 0, 3)
    assert (word.lower, word.moved(2, 10, 13).lower, replace(word, text="Both").lower) == ("the", "the", "both")
    assert word == Token(0, "The", "the", "DET", "DT", "det", 1, 0, 3, "", "THE")
