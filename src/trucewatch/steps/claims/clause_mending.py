"""Mends clauses that parsers take for parts of one another: those in front of and behind a semicolon."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def part_at_semicolon(tokens: list[Token], low: int, high: int) -> None:
    """Gives what stands before a semicolon back to its own verb: "X says that A; Y called it B and threatened C"."""
    for semicolon in tokens[low:high]:
        if semicolon.text != ";":
            continue
        for token in tokens[low : semicolon.i]:
            later = tokens[token.head]
            above = tokens[later.head]
            if token.dep == "ccomp" and later.i > semicolon.i and low <= above.i < token.i and later.dep == "ccomp":
                tokens[token.i] = replace(token, head=above.i)
                continue
            first = token.dep == "ccomp" and later.i > semicolon.i and later.head == later.i
            if first and _has_own(tokens, token, low) and _has_own(tokens, later, semicolon.i):
                # "The colonel said that A; a spokesman denied it": he does not deny that the colonel said it.
                tokens[token.i] = replace(token, head=token.i, dep="ROOT")
                tokens[later.i] = replace(later, head=token.i, dep="conj")
                break


def _has_own(tokens: Sequence[Token], verb: Token, low: int) -> bool:
    """Whether a verb has its subject between a place and itself."""
    return any(t.head == verb.i and t.dep in SUBJECTS for t in tokens[low : verb.i])
