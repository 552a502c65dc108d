"""Mends what somebody notes of whom he met: "9 Feb. Met Ali Saleh. He said ...", where "Met" is taken for a name."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.date_words import MONTHS
from trucewatch.core.parse import FINITE, Token

# What whoever takes notes did, with what it is a form of.
MEETS = {
    "met": "meet", "spoke": "speak", "saw": "see", "called": "call", "phoned": "phone", "rang": "ring",
    "talked": "talk", "visited": "visit", "interviewed": "interview", "reached": "reach",
}  # fmt: skip


def free_meeting(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "Met" of "9 Feb. Met Ali Saleh for the Front." the verb, and whom it names its object."""
    met = _first_word(tokens, low, high)
    root = next((t for t in tokens[low:high] if t.head == t.i), None)
    if met is None or root is None or met.lower not in MEETS or met.pos != "PROPN":
        return
    if any(t.tag in FINITE and t.dep in ("ROOT", "aux", "auxpass") for t in tokens[low:high]):
        # "Met Office staff left" has a verb.
        return
    whom = tokens[met.head] if met.i < met.head and tokens[met.head].pos in ("NOUN", "PROPN") else None
    for token in tokens[low:high]:
        if token.i < met.i:
            day = token.lower.rstrip(".") in MONTHS or token.text.isdigit()
            tokens[token.i] = replace(token, head=met.i, dep="npadvmod" if day else "punct")
        elif (whom is not None and token.i == whom.i) or (
            whom is None and token.head == met.i and token.i != met.i and token.dep in ("appos", "dep", "nsubj")
        ):
            tokens[token.i] = replace(token, head=met.i, dep="dobj")
        elif token.i > met.i and token.head < met.i:
            tokens[token.i] = replace(token, head=met.i)
    tokens[met.i] = replace(met, head=met.i, dep="ROOT", pos="VERB", tag="VBD", lemma=MEETS[met.lower])


def _first_word(tokens: Sequence[Token], low: int, high: int) -> Token | None:
    """The first word of a sentence behind a date and a time: the "Met" of "9 Feb. Met", "10:30 Met"."""
    for token in tokens[low:high]:
        date = token.lower.rstrip(".") in MONTHS or token.pos in ("NUM", "PUNCT", "SPACE") or token.text[:1].isdigit()
        if not date:
            return token
    return None
