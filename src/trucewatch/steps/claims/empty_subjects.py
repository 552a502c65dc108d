"""Subjects that mean nobody or another noun: the "it" of "It is unlikely that ...", the "some" of "some of his men"."""

from trucewatch.core.parse import Parse, Token

_JUDGED = frozenset(
    "likely unlikely clear unclear possible impossible doubtful certain uncertain true evident obvious apparent plausible "
    "conceivable important striking telling notable noteworthy".split()
)
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
