"""Several who are named together: who each of them is, and whom "the former" and "the latter" of two mean."""

from collections.abc import Callable, Container, Iterator, Sequence

from trucewatch.core.parse import Parse, Token

from .mentions import Entity
from .phrase_bounds import acts_beside, are_of, joined_to

_WHICH = {"former": 0, "latter": 1}
# How many sentences back the two may stand.
_BACK = 3
EntityOf = Callable[[Token], Entity | None]


def together_with(parse: Parse, token: Token) -> list[Token]:
    """Those who are joined to somebody by "and", also behind a name: "Georgia's envoy, Lasha Kiknadze, and the Abkhaz chief"."""
    found = joined_to(parse, token)
    if not found and token.tag in ("NN", "NNP"):
        for name in parse.children(token, "appos"):
            joined = joined_to(parse, name)
            found += joined if joined and not _holds_both(parse, name, joined[-1]) else []
    return found


def _holds_both(parse: Parse, name: Token, last: Token) -> bool:
    """Whether two nouns beside a name are both somebody's: "Minnawi, the governor of Darfur and head of the SLM, wrote"."""
    parted = any(parse.tokens[k.i - 1].text == "," for k in parse.children(name, "cc"))
    end = parse.subtree(last)[-1].i + 1
    closed = end < len(parse.tokens) and parse.tokens[end].text == ","
    own = bool(parse.children(last, "det", "poss", "nummod"))
    return name.pos == "NOUN" and last.pos == "NOUN" and not parted and (closed or not own)


def act_together(parse: Parse, token: Token, last: Token) -> bool:
    """Whether those who are joined are several: one of them has a name, or each is called by a noun of its own."""
    named = any(t.pos == "PROPN" or t.entity in ("GPE", "ORG", "NORP") for t in (token, last))
    return named or acts_beside(parse, token, last)


def are_one_body(parse: Parse, token: Token, last: Token) -> bool:
    """Whether those who are joined are several of both: "Sandinista and rebel negotiators", "delegates of the army and ..."."""
    plain = token.entity == "NORP" and not parse.children(token, "det")
    shared = plain and last.tag == "NNS" and not parse.children(last, "det", "poss", "nummod")
    return shared or are_of(parse, token, last)


def is_one_of_two(parse: Parse, token: Token) -> bool:
    """Whether "the former" or "the latter" stands alone: "the former rebels" are none of two."""
    if token.lower not in _WHICH or token.dep in ("amod", "advmod", "nmod", "compound"):
        return False
    return any(k.lower == "the" for k in parse.children(token, "det"))


def ones_of_two(parse: Parse, entity_of: EntityOf) -> Iterator[tuple[Token, Entity]]:
    """Every "former" and "latter" of two, with whom it means."""
    for number, (low, high) in enumerate(parse.sentences):
        for token in parse.tokens[low:high]:
            if is_one_of_two(parse, token):
                pair = _pair_before(parse, number, token, entity_of)
                if pair is not None:
                    yield token, pair[_WHICH[token.lower]]


def each_of(parse: Parse, several: Sequence[Token], known: Container[int]) -> list[Token]:
    """Those of several who are known by where they stand, without a number of them that names behind it spell out.

    "Sudan and two rebel groups, the SLA and the JEM" are three.
    """
    spelled = {t.i for n, t in enumerate(several) if _is_counted(parse, t) and _are_named(parse, t, several[n + 1 :])}
    return [t for t in several if t.start in known and t.i not in spelled]


def _is_counted(parse: Parse, noun: Token) -> bool:
    return noun.tag == "NNS" and any(k.dep == "nummod" for k in parse.children(noun))


def _are_named(parse: Parse, noun: Token, behind: Sequence[Token]) -> bool:
    """Whether a comma and then only names stand behind a noun."""
    comma = noun.i + 1 < len(parse.tokens) and parse.tokens[noun.i + 1].text == ","
    return comma and len(behind) > 1 and all(t.pos == "PROPN" for t in behind)


def _pair_before(parse: Parse, number: int, token: Token, entity_of: EntityOf) -> tuple[Entity, Entity] | None:
    """The two who were named last in front of a word, in its sentence or one shortly before."""
    for back in range(_BACK + 1):
        if number < back:
            return None
        low, high = parse.sentences[number - back]
        words = parse.tokens[low : token.i if back == 0 else high]
        if any(is_one_of_two(parse, t) for t in words):
            # "The latter accused the army. The former ...": both go back to the same two.
            continue
        pair = _pair_in(parse, words, entity_of)
        if pair is not None:
            return pair
        if back and any(entity_of(t) is not None for t in words):
            return None
    return None


def _pair_in(parse: Parse, words: Sequence[Token], entity_of: EntityOf) -> tuple[Entity, Entity] | None:
    """The last "X and Y", else the only two whom the words name."""
    named = [(t, e) for t in words if (e := entity_of(t)) is not None]
    for token, entity in reversed(named):
        above = parse.tokens[token.head]
        first = entity_of(above) if token.dep == "conj" and above.dep != "conj" else None
        alone = not any(k.i != token.i for k in parse.children(above, "conj")) and not parse.children(token, "conj")
        if first is not None and first is not entity and alone:
            return first, entity
    both = list(dict.fromkeys(e for _, e in named))
    return (both[0], both[1]) if len(both) == 2 else None
