"""A spaCy pipeline in memory, made quicker without a change in what it says."""

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise
from typing import Any

from spacy.attrs import HEAD, IDX, ORTH, SENT_START
from spacy.pipeline import Lemmatizer
from threadpoolctl import ThreadpoolController

from trucewatch.core.parse import Parse, Token

from .entity_labels import entity_labels
from .word_forms import Form, word_forms
from .word_vectors import with_quick_vectors

# New words that are kept for good: by then spaCy keeps as many of the pieces between blanks as it ever does.
_KEPT_WORDS = 8_000
# New words that are kept at a time after those, some three megabytes. With fewer, the same words were made again more often.
_NEW_WORDS = 8_000
# The parser takes a quarter of a batch at a time.
_AT_A_TIME = 4
# Initials of two letters and more, as names from Cyrillic have them: "Colonel Kh. Maigov".
_INITIALS = ("Kh.", "Yu.", "Ya.", "Sh.", "Zh.", "Ts.", "Dzh.")


class Pipeline:
    """Parses texts with a pipeline that spaCy has loaded.

    It multiplies with numpy's library, which is several times as fast as the one that spaCy brings, and leaves to
    `word_forms`, `word_vectors` and `entity_labels` what they find in fewer steps.
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        for initial in _INITIALS:
            nlp.tokenizer.add_special_case(initial, [{ORTH: initial}])
        for _, component in nlp.pipeline:
            model: Any = getattr(component, "model", None)
            if not hasattr(model, "walk"):
                continue
            for node in model.walk():
                if getattr(node.ops, "use_blis", False):
                    node.ops = type(node.ops)(use_blis=False)
            component.model = with_quick_vectors(model)
        self._forms = word_forms(nlp)
        self._labels = entity_labels(nlp)
        self._threads = ThreadpoolController()
        self._zone = ExitStack()
        # The first new words are kept for good: those of a zone are taken apart again wherever they stand.
        self._most_words = len(nlp.vocab) + _KEPT_WORDS

    def parse(self, texts: Sequence[str], *, entities: bool) -> list[Parse]:
        """One parse for each text, in order."""
        if len(self._nlp.vocab) > self._most_words:
            self._forget_words()
        ner = () if entities or "ner" not in self._nlp.pipe_names else ("ner",)
        off = {*self._forms.instead_of, *self._labels.instead_of, *ner}
        # Matrices as small as these are multiplied faster by one thread than by several that wait for each other.
        with self._threads.limit(limits=1):
            docs = list(self._nlp.pipe(texts, batch_size=max(1, _AT_A_TIME * len(texts)), disable=sorted(off)))
            labels = self._labels.of(docs) if entities else [[""] * len(doc) for doc in docs]
        forms = self._forms.of(docs)
        return [self._plain(*found) for found in zip(docs, forms, labels, strict=True)]

    def _forget_words(self) -> None:
        """spaCy keeps every word that it has met; in a zone of its memory it forgets those of the zone at its end."""
        self._zone.close()
        for _, component in self._nlp.pipeline:
            if isinstance(component, Lemmatizer):
                component.cache.clear()
        self._zone.enter_context(self._nlp.memory_zone())
        self._most_words = len(self._nlp.vocab) + _NEW_WORDS

    def _plain(self, doc: Any, forms: Sequence[Form], labels: Sequence[str]) -> Parse:
        strings = self._nlp.vocab.strings
        columns = doc.to_array([ORTH, IDX]).T.tolist()
        heads = doc.to_array(HEAD).view("int64").tolist()
        tokens = []
        for i, (orth, start, head, (pos, lemma, tag, dep), label) in enumerate(
            zip(*columns, heads, forms, labels, strict=True)
        ):
            text = strings[orth]
            tokens.append(Token(i, text, lemma, pos, tag, dep, i + head, start, start + len(text), label))
        starts = [i for i, mark in enumerate(doc.to_array(SENT_START).tolist()) if mark == 1 or i == 0]
        return Parse(tuple(tokens), tuple(pairwise((*starts, len(tokens)))))
