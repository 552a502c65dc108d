"""The words in which a claim says what it is about: a phrase that neither breaks off nor begins with who says it."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token

# What stands before the noun that it belongs to.
_BEFORE_NOUN = ("amod", "compound", "nummod", "nmod", "det", "poss", "quantmod")
_TIMES = ("DATE", "TIME")
_LONGEST = 14


def topic_of(parse: Parse, telling: Sequence[Token], end: int) -> tuple[Token, Token] | None:
    """First and last word of what a claim speaks of: "pulling soldiers out of forest villages".

    `telling` are the words of the claim that can say it, `end` is where the claim's words end. None where they name nothing.
    """
    told = _what_is_said(parse, telling)
    while told and told[0].pos == "NUM" and len(told) > 1 and told[1].i > told[0].i + 1:
        told = told[1:]
    if not any(t.pos in ("NOUN", "VERB", "PROPN") for t in told):
        return None
    first = told[0]
    last = _whole(parse, first, [t for t in told if t.i <= first.i + _LONGEST][-1], end)
    # "Isn't covered", "attacked": a verb alone does not say what it is about.
    return None if last is first and last.pos == "VERB" else (first, last)


def _what_is_said(parse: Parse, telling: Sequence[Token]) -> Sequence[Token]:
    """What is said, without who says it: "[accepted in private that] abductions had to stop"."""
    told = telling
    for token in telling:
        if token.i < told[0].i:
            continue
        for below in parse.children(token, "ccomp"):
            first = parse.subtree(below)[0].i
            inside = [t for t in told if t.i >= first]
            if first > token.i and any(t.pos in ("NOUN", "PROPN") for t in inside):
                told = inside
    return told


def _whole(parse: Parse, first: Token, last: Token, end: int) -> Token:
    """The last word of a phrase that must not break off: "political [delegates]", "leaving Arawa [on 8] June"."""
    while last.dep in _BEFORE_NOUN and last.i < last.head and parse.tokens[last.head].end <= end:
        last = parse.tokens[last.head]
    if last.entity not in _TIMES:
        return last
    before = last
    while before.i > first.i and (before.entity in _TIMES or before.pos in ("ADP", "PUNCT", "DET")):
        before = parse.tokens[before.i - 1]
    return before
