"""Who told it: "We have it from the general that ...", "it was learned from officials that ...", "received word from Asmara that"."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token

from .name_mending import NOUNS

_LEARNS = frozenset("learn hear know understand gather ascertain".split())
_GETS = frozenset("have get receive obtain".split())
# What is got from somebody who tells something.
_NEWS = frozenset(
    "it word news allegation complaint report account claim information confirmation assurance message reply answer".split()
)
_CLAUSES = frozenset("ccomp acl relcl advcl conj".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
# How far behind whoever told it "that" stands: "from the chairman of the company himself, in his office, that".
_FAR = 14


def tie_hearsay(tokens: list[Token], low: int, high: int) -> None:
    """Ties what was told to the verb of learning it, where a parser ties it to whoever told it, or the verb to the clause."""
    for source in tokens[low + 1 : high]:
        if source.lower != "from":
            continue
        verb = _verb(tokens, source)
        that = _that(tokens, source, high) if verb is not None else None
        clause = tokens[that.head] if that is not None else None
        if (
            verb is None
            or that is None
            or clause is None
            or clause.i < that.i
            or not _tells(tokens, clause, that, high)
        ):
            continue
        if clause.head == clause.i and verb.head == clause.i and verb.dep in ("ccomp", "advcl"):
            tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        elif not (clause.dep in _CLAUSES and _within(tokens, tokens[clause.head], verb)):
            continue
        _hang_front(tokens, verb, clause, that)
        tokens[clause.i] = replace(tokens[clause.i], head=verb.i, dep="ccomp")
        tokens[that.i] = replace(that, dep="mark", tag="IN", pos="SCONJ")


def told_by(parse: Parse, verb: Token) -> Token | None:
    """Who told what somebody has learned: the officials of "We know from two officials that ..."; None without a clause."""
    if verb.lemma not in _LEARNS | _GETS or not any(_has_that(parse, k) for k in parse.children(verb, "ccomp")):
        return None
    news = [verb] if verb.lemma in _LEARNS else [verb, *parse.children(verb, "dobj")]
    got = {k.lower for k in parse.children(verb, "dobj")}
    if verb.lemma in _GETS and not any(k.lemma.lower() in _NEWS for k in parse.children(verb, "dobj")):
        return None
    if "it" in got and not any(k.lower in ("i", "we") for k in parse.children(verb, "nsubj")):
        # "A colleague had it from a general that ...": it is the colleague who tells it.
        return None
    found = next((k for noun in news for k in parse.behind(noun, "from")), None)
    if found is not None and found.entity == "GPE" and parse.children(verb, "nsubjpass"):
        # "From Knin it is heard that ...": where it is heard.
        return None
    return _several(parse, found) if found is not None else None


def _several(parse: Parse, noun: Token) -> Token:
    """The officers of "two of his officers"."""
    return next(iter(parse.behind(noun, "of")), noun) if noun.pos == "NUM" else noun


def _has_that(parse: Parse, clause: Token) -> bool:
    return any(k.lower == "that" for k in parse.children(clause, "mark"))


def _verb(tokens: Sequence[Token], source: Token) -> Token | None:
    """The "learned" of "learned from", the "had" of "had it from" and "had complaints from"."""
    above = tokens[source.head]
    if above.lemma in _LEARNS and above.pos in ("VERB", "AUX"):
        return above
    noun = above if above.dep == "dobj" else None
    verb = tokens[above.head] if noun is not None else above
    got = noun is not None or any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i + 1 : source.i])
    news = noun.lemma.lower() if noun is not None else tokens[source.i - 1].lemma.lower()
    return verb if verb.lemma in _GETS and got and news in _NEWS else None


def _that(tokens: Sequence[Token], source: Token, high: int) -> Token | None:
    behind = tokens[source.i + 1 : min(high, source.i + _FAR)]
    return next((t for t in behind if t.lower == "that" and t.dep != "det"), None)


def _tells(tokens: Sequence[Token], clause: Token, that: Token, high: int) -> bool:
    """Whether a clause behind "that" is a whole sentence: not "from the people that left"."""
    if clause.pos not in ("VERB", "AUX"):
        return False
    return any(t.head == clause.i and t.dep in _SUBJECTS and t.i != that.i for t in tokens[that.i + 1 : high])


def _within(tokens: Sequence[Token], token: Token, verb: Token) -> bool:
    """Whether a word stands below a verb, through nouns and prepositions alone."""
    while token.i != verb.i:
        if token.head == token.i or token.pos not in NOUNS | {"NUM", "ADP", "PRON"}:
            return False
        token = tokens[token.head]
    return True


def _hang_front(tokens: list[Token], verb: Token, clause: Token, that: Token) -> None:
    """What stands before "that", "in his office", belongs to the verb."""
    for token in tokens[verb.i : that.i]:
        if token.head == clause.i and token.i != verb.i:
            tokens[token.i] = replace(token, head=verb.i)
