"""Word pieces: where they stand, and what is taken apart."""

import string

from trucewatch.trained.wordpieces import Piece, WordPieces

PIECES = ["[UNK]", "[CLS]", "[SEP]", "the", "cease", "##fire", "held", ".", "e", "##l", "##ysee", "-", "停"]


def split(text: str) -> list[tuple[str, str]]:
    return [(PIECES[p.id], text[p.start : p.end]) for p in WordPieces(PIECES).split(text)]


def test_a_word_is_cut_into_the_longest_known_pieces() -> None:
    assert split("The ceasefire held.") == [
        ("the", "The"),
        ("cease", "cease"),
        ("##fire", "fire"),
        ("held", "held"),
        (".", "."),
    ]


def test_case_and_accents_do_not_count_and_offsets_stay_those_of_the_text() -> None:
    assert split("ÉLYSÉE held") == [("e", "É"), ("##l", "L"), ("##ysee", "YSÉE"), ("held", "held")]


def test_a_word_without_pieces_is_unknown_as_a_whole() -> None:
    assert WordPieces(PIECES).split("held quxquux") == (Piece(6, 0, 4), Piece(0, 5, 12))


def test_punctuation_and_ideographs_stand_alone() -> None:
    assert split("cease-held停") == [("cease", "cease"), ("-", "-"), ("held", "held"), ("停", "停")]


def test_control_characters_and_very_long_words_do_no_harm() -> None:
    assert split("held\x00\u200bthe") == [("held", "held"), ("the", "the")]
    assert split("the" * 60) == [("[UNK]", "the" * 60)]


def test_plain_words_come_out_as_they_do_beside_letters_of_other_alphabets() -> None:
    signs = string.punctuation + "“”‘’–—…\t\n\x00\x7f "
    text = "held".join(signs) + "The 'Ceasefire' held42 e-lysee x_y" + "the" * 60
    beside = WordPieces(PIECES).split(f"{text} é")
    assert WordPieces(PIECES).split(text) == beside[:-1]
    assert len(beside) > 90
