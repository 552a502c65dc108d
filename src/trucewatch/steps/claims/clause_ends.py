"""Where a clause ends: one that tells a duty in front of the predicate of what it is said of; "come and gone" is one."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token

SUBJECTS = ("nsubj", "nsubjpass")
ALL_SUBJECTS = (*SUBJECTS, "csubj", "csubjpass", "expl")


def before_its_predicate(parse: Parse, words: Sequence[Token], token: Token) -> Sequence[Token]:
    """The words up to the predicate of the noun in whose clause a token stands, or of the noun that the token is."""
    for above in (token, *parse.ancestors(token)):
        if above.i <= token.i:
            words = bounded(parse, words, above)
    return words


def bounded(parse: Parse, words: Sequence[Token], subject: Token) -> Sequence[Token]:
    """The words up to the end of a subject, where its predicate stands behind them."""
    last = parse.subtree(subject)[-1]
    predicate = parse.tokens[subject.head]
    named = subject.dep in SUBJECTS and subject.pos in ("NOUN", "PROPN", "PRON")
    if not named or last.i == subject.i or not words[0].i <= last.i < predicate.i:
        return words
    kept = [t for t in words if t.i <= last.i]
    if not any(t.pos in ("VERB", "AUX") for t in kept):
        # "The guns were to go north": the predicate itself tells the duty.
        return words
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "SPACE"):
        kept = kept[:-1]
    return kept


def comes_and_goes(head: Token, kid: Token) -> bool:
    """Whether two verbs are one: "the deadline had come and gone"."""
    return kid.dep == "conj" and (head.lemma, kid.lemma) == ("come", "go")


def stands_alone(parse: Parse, kid: Token, head: Token, speaks: bool) -> bool:
    """Whether a clause is a sentence of its own: split off by a semicolon, or before a verb that says nothing."""
    if kid.dep not in ("ccomp", "conj", "parataxis", "advcl") or not parse.children(kid, *ALL_SUBJECTS):
        return False
    if kid.dep == "ccomp" and kid.i < head.i and not speaks:
        return True
    below = parse.subtree(kid)
    edge = below[0].i - 1 if kid.i > head.i else below[-1].i + 1
    outside = parse.tokens[edge].text if 0 <= edge < len(parse.tokens) else ""
    return ";" in (below[0].text, outside)
