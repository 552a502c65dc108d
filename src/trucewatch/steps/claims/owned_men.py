"""Whose men do something in "Its fighters left the town": the one whom the words before can mean."""

from collections.abc import Callable, Set

from trucewatch.core.parse import DOERS, PLACE_LABELS, Parse, Token

from .mentions import Entity

_SINGLE = frozenset({"his", "her"})
_OWNERS = _SINGLE | {"its", "their"}
_MEN = frozenset("man force unit column contingent militiaman".split())

EntityOf = Callable[[Token], Entity | None]


def are_men(noun: Token, men: Set[str]) -> bool:
    """Whether a noun is somebody's men: "forces", "fighters", "units"; `men` are the words of the vocabulary for them."""
    return noun.pos == "NOUN" and noun.tag == "NNS" and noun.lemma in men | _MEN


def owner_of_men(parse: Parse, noun: Token, entity_of: EntityOf, is_actor: Callable[[Token], bool]) -> Entity | None:
    """The one owner of "its men", "his troops", "their fighters"; None without such a word, and where two can be meant."""
    owner = next((k for k in parse.children(noun, "poss") if k.lower in _OWNERS), None)
    if owner is None:
        return None
    number = next((n for n, (low, high) in enumerate(parse.sentences) if low <= noun.i < high), None)
    if number is None:
        return None
    low = parse.sentences[number][0]
    before = parse.tokens[slice(*parse.sentences[number - 1])] if number else ()
    for tokens in (parse.tokens[low : owner.i], before):
        actors = (t for t in tokens if is_actor(t) and not any(k.pos == "PRON" for k in parse.children(t, "poss")))
        named = ((t, entity_of(t)) for t in actors)
        found = list(dict.fromkeys(e for t, e in named if e is not None and _can_own(t, e, owner.lower)))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _can_own(token: Token, entity: Entity, owner: str) -> bool:
    """Whether somebody can be whom a word for the owner means; a place can where it acts."""
    if token.entity in PLACE_LABELS and token.dep not in DOERS:
        return False
    many = any(m.plural for m in entity.mentions)
    if owner in _SINGLE:
        return entity.person and not many
    return (
        not entity.person and (many or owner == "its" or token.tag in ("NN", "NNP")) and not (many and owner == "its")
    )
