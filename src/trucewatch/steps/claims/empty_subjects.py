"""Subjects that mean nobody or another noun: the "it" of "It is unlikely that ...", the "some" of "some of his men"."""

from collections.abc import Callable

from trucewatch.core.parse import Parse, Token

_JUDGED = frozenset(
    "likely unlikely clear unclear possible impossible doubtful certain uncertain true evident obvious apparent plausible "
    "conceivable important striking telling notable noteworthy".split()
)
# Words that stand at most before a colon.
_FRONT = 8
SHARES = frozenset("some many most all none several few both number half part dozen hundred".split())


def means_nobody(parse: Parse, word: Token) -> bool:
    """Whether "it" only stands in for the clause that follows: "It is unlikely that ..."."""
    above = parse.tokens[word.head]
    if word.lower != "it" or not (above.pos == "AUX" or above.lemma in ("remain", "seem", "appear", "look")):
        return False
    judged = parse.children(above, "acomp", "attr", "oprd")
    clauses = [k for t in (above, *judged) for k in parse.children(t, "ccomp", "csubj", "xcomp", "advcl")]
    that = any(m.lower == "that" for k in clauses for m in parse.children(k, "mark"))
    return that and any(t.lemma in _JUDGED for t in judged)


def noun_meant(parse: Parse, noun: Token) -> Token:
    """The noun that acts in "some of his men", and in "the ceasefire monitoring body", read as a clause."""
    if noun.lemma in SHARES or noun.pos == "NUM":
        for kid in parse.children(noun, "prep"):
            if kid.lower == "of":
                return next(iter(parse.children(kid, "pobj")), noun)
    for kid in parse.children(noun, "acl"):
        if kid.i == noun.i + 1 and kid.tag == "VBG":
            for inner in parse.children(kid, "dobj"):
                if inner.i <= kid.i + 2 and inner.pos != "PRON":
                    return inner
    return noun


def is_the_other(parse: Parse, token: Token) -> bool:
    """Whether "the other" of two stands alone as somebody who does something: "..., and the other says it was"."""
    return (
        token.lower == "other"
        and token.dep in ("nsubj", "nsubjpass")
        and any(k.lower == "the" for k in parse.children(token, "det"))
    )


def met_apart(parse: Parse, pronoun: Token, is_actor: Callable[[Token], bool]) -> Token | None:
    """Who are "they" behind "With the Movement: they want the ban lifted first": those with whom somebody met."""
    low = next((low for low, high in parse.sentences if low <= pronoun.i < high), pronoun.i)
    words = [t for t in parse.tokens[low : pronoun.i] if t.pos not in ("SPACE", "PUNCT") or t.text == ":"]
    colon = next((n for n, t in enumerate(words) if t.text == ":"), None)
    if colon is None or words[0].lower != "with" or colon > _FRONT:
        return None
    named = [t for t in words[1:colon] if t.pos in ("NOUN", "PROPN") and is_actor(t)]
    return named[-1] if named else None
