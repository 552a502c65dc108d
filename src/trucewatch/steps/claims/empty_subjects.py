"""Words that stand in the place of a subject and mean nobody: the "it" of "It is unlikely that ..."."""

from trucewatch.core.parse import Parse, Token

_JUDGED = frozenset(
    "likely unlikely clear unclear possible impossible doubtful certain uncertain true evident obvious apparent plausible "
    "conceivable important striking telling notable noteworthy".split()
)


def means_nobody(parse: Parse, word: Token) -> bool:
    """Whether "it" only stands in for the clause that follows: "It is unlikely that ..."."""
    above = parse.tokens[word.head]
    if word.lower != "it" or not (above.pos == "AUX" or above.lemma in ("remain", "seem", "appear", "look")):
        return False
    judged = parse.children(above, "acomp", "attr", "oprd")
    clauses = [k for t in (above, *judged) for k in parse.children(t, "ccomp", "csubj", "xcomp", "advcl")]
    that = any(m.lower == "that" for k in clauses for m in parse.children(k, "mark"))
    return that and any(t.lemma in _JUDGED for t in judged)
