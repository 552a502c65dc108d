"""Splits text into the word pieces that the encoder knows, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

UNKNOWN, OPENING, CLOSING = "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 100
# How many words are remembered with their pieces, and how many texts: the sentences of a report are asked for by two judges.
_WORDS, _TEXTS = 8192, 256
# Nearly every English sentence: there words are found without a look at each letter.
_PLAIN = re.compile(r"[\x00-\x7f“”‘’–—…]*")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~“”‘’–—…]")


# Made by the thousand: a frozen dataclass takes three times as long to make.
class Piece(NamedTuple):
    """A word piece: its number in the list of pieces, and the half-open range of characters that it covers."""

    id: int
    start: int
    end: int


class WordPieces:
    """Splits as uncased BERT does: lower case, no accents, punctuation alone, then the longest known pieces."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        self._alone = lru_cache(maxsize=_WORDS)(self._of_a_word)
        self.split = lru_cache(maxsize=_TEXTS)(self._split)
        self.opening, self.closing = self._ids[OPENING], self._ids[CLOSING]

    def _split(self, text: str) -> tuple[Piece, ...]:
        """The pieces of the text in order, without opening and closing marks."""
        if _PLAIN.fullmatch(text) is None:
            return tuple([piece for word in _words(text) for piece in self._pieces(word)])
        found: list[Piece] = []
        for word in _PLAIN_WORD.finditer(text):
            start = word.start()
            found += [Piece(number, start + low, start + high) for number, low, high in self._alone(word[0])]
        return tuple(found)

    def _of_a_word(self, word: str) -> list[Piece]:
        return self._pieces(list(zip(word.lower(), range(len(word)), strict=True)))

    def _pieces(self, word: list[tuple[str, int]]) -> list[Piece]:
        letters = "".join(letter for letter, _ in word)
        whole = [Piece(self._ids[UNKNOWN], word[0][1], word[-1][1] + 1)]
        if len(letters) > _LONGEST:
            return whole
        found: list[Piece] = []
        low = 0
        while low < len(letters):
            mark = "##" if low else ""
            high = next((h for h in range(len(letters), low, -1) if mark + letters[low:h] in self._ids), None)
            if high is None:
                return whole
            found.append(Piece(self._ids[mark + letters[low:high]], word[low][1], word[high - 1][1] + 1))
            low = high
        return found


@lru_cache(maxsize=2)
def word_pieces(pieces: tuple[str, ...]) -> WordPieces:
    """The word pieces of this list, which several judges share."""
    return WordPieces(pieces)


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """The words, each as its plain lower-case letters with their places in the text."""
    word: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        kind = unicodedata.category(character)
        apart = _is_punctuation(character, kind) or _is_ideograph(character)
        if character.isspace() or kind[0] == "C" or apart:
            if word:
                yield word
            word = []
            if apart:
                yield [(character, place)]
            continue
        plain = unicodedata.normalize("NFD", character.lower())
        word += [(letter, place) for letter in plain if unicodedata.category(letter) != "Mn"]
    if word:
        yield word


def _is_punctuation(character: str, kind: str) -> bool:
    return kind[0] == "P" or (character.isascii() and not character.isalnum() and 32 < ord(character) < 127)


def _is_ideograph(character: str) -> bool:
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
