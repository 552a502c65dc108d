"""The part of speech and the lemma of words, remembered by form, tag and label.

A pipeline's attribute ruler tries every pattern at every word, and its lemmatizer looks every word up. Nearly all of
it depends on the word alone, so it is asked once for each (form, tag, label). Where a pattern of several words
matches, the pipeline's own components read the whole passage.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

COMPONENTS = ("attribute_ruler", "lemmatizer")
# What patterns may look at for a word to be judged by its form, tag and label alone.
_OF_THE_WORD = frozenset({"TAG", "DEP", "ORTH", "LOWER", "IS_SPACE"})
# Some five megabytes; five hundred reports of different sources have 36,000.
_MOST = 24_000
# Stands between words that are asked together: no pattern of several words then matches across them.
_BETWEEN = "\u241f"

# The numbers of form, tag and label in a row: far smaller than three numbers of Python's.
Key = bytes
Form = tuple[str, str, str, str]


class Forms(Protocol):
    """Says (part of speech, lemma, tag, label) of words; `instead_of` are the components that it does the work of."""

    instead_of: Sequence[str]

    def of(self, docs: Sequence[Any]) -> list[list[Form]]:
        """The forms of every word of each text."""
        ...


def word_forms(nlp: Any) -> Forms:
    """The quickest forms that say the same as the pipeline does."""
    if not all(name in nlp.pipe_names for name in COMPONENTS):
        return _AsParsed(nlp)
    ruler, lemmatizer = (nlp.get_pipe(name) for name in COMPONENTS)
    words = [word for entry in ruler.patterns for pattern in entry["patterns"] for word in pattern]
    plain = type(ruler) is AttributeRuler and all(word.keys() <= _OF_THE_WORD for word in words)
    return _Remembered(nlp) if plain and type(lemmatizer) is EnglishLemmatizer else _AsParsed(nlp)


class _AsParsed:
    """The forms that a pipeline has written into its texts."""

    instead_of: Sequence[str] = ()

    def __init__(self, nlp: Any) -> None:
        self._strings = nlp.vocab.strings
        # Parts of speech, tags and labels are few: one value of each serves all words.
        self._names: dict[int, str] = {}

    def of(self, docs: Sequence[Any]) -> list[list[Form]]:
        return [self.read(doc) for doc in docs]

    def read(self, doc: Any) -> list[Form]:
        """The forms of every word of one text."""
        strings, name = self._strings, self._name
        rows = doc.to_array([POS, LEMMA, TAG, DEP]).tolist()
        return [(name(pos), strings[lemma].lower(), name(tag), name(dep)) for pos, lemma, tag, dep in rows]

    def _name(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._strings[number]
        return found


class _Remembered:
    """The forms of words that a pipeline was asked for once; at most `_MOST` are kept."""

    instead_of: Sequence[str] = COMPONENTS

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._parsed = _AsParsed(nlp)
        self._known: dict[Key, Form] = {}
        self._in_context = Matcher(nlp.vocab)
        self._signs: set[tuple[str, str] | None] = set()
        # The words that one of those patterns may match at: few texts have any.
        self._signed: set[Key] = set()
        for entry in nlp.get_pipe("attribute_ruler").patterns:
            for pattern in entry["patterns"]:
                if len(pattern) > 1:
                    self._in_context.add("several words", [pattern])
                    self._signs.add(_sign(pattern))

    def of(self, docs: Sequence[Any]) -> list[list[Form]]:
        if len(self._known) > _MOST:
            self._known.clear()
            self._signed.clear()
        keys = [_keys(doc) for doc in docs]
        new = {key for row in keys for key in row if key not in self._known}
        if new:
            self._ask(sorted(new))
        known = self._known
        return [
            self._whole(doc) if self._is_in_context(doc, row) else [known[key] for key in row]
            for doc, row in zip(docs, keys, strict=True)
        ]

    def _is_in_context(self, doc: Any, keys: Sequence[Key]) -> bool:
        """Whether a pattern of several words matches in a text."""
        return not self._signed.isdisjoint(keys) and bool(self._in_context(doc))

    def _has_sign(self, key: Key) -> bool:
        word, tag, dep = (self._nlp.vocab.strings[name] for name in np.frombuffer(key, "uint64").tolist())
        has = {("LOWER", word.lower()), ("ORTH", word), ("TAG", tag), ("DEP", dep), None}
        return not self._signs.isdisjoint(has)

    def _ask(self, keys: Sequence[Key]) -> None:
        strings = self._nlp.vocab.strings
        asked = np.frombuffer(b"".join(keys), "uint64").reshape(-1, 3)
        words = [word for orth in asked[:, 0].tolist() for word in (strings[orth], _BETWEEN)]
        doc: Any = Doc(self._nlp.vocab, words=words)
        given = np.full((len(doc), 2), (strings.add("SYM"), strings.add("punct")), dtype="uint64")
        given[::2] = asked[:, 1:]
        doc.from_array([TAG, DEP], given)
        self._known.update(zip(keys, self._whole(doc)[::2], strict=True))
        self._signed.update(filter(self._has_sign, keys))

    def _whole(self, doc: Any) -> list[Form]:
        for name in COMPONENTS:
            doc = self._nlp.get_pipe(name)(doc)
        return self._parsed.read(doc)


def _keys(doc: Any) -> list[Key]:
    rows = np.ascontiguousarray(doc.to_array([ORTH, TAG, DEP]), "uint64")
    return list(rows.view(f"V{rows.itemsize * 3}").ravel().tolist())


def _sign(pattern: Sequence[dict[str, Any]]) -> tuple[str, str] | None:
    """What one of the words must be for a pattern to match: ("DEP", "expl"); None where no word is so plain."""
    return next(((name, value) for word in pattern for name, value in word.items() if isinstance(value, str)), None)
