"""Who keeps silent where words about silence do not have them for a subject: "no reaction from the army"."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token

from .actors import ActorFinder
from .mentions import Entity
from .polarity import is_denied
from .propositions import Proposition

_ANSWERS = frozenset("reply respond answer comment react".split())


def silent_one(actors: ActorFinder, parse: Parse, own: Sequence[Token]) -> Entity | None:
    """Who is silent in "no reaction from X", "calls to X went unanswered"."""
    for token in own:
        if token.dep == "pobj" and parse.tokens[token.head].lower in ("from", "to", "by", "of"):
            found = actors.entity(token) if actors.is_actor(token) else None
            if found is not None:
                return found
    return None


def unanswering(actors: ActorFinder, parse: Parse, p: Proposition) -> Entity | None:
    """Who has not answered in "The Panel wrote to the ministry, which has not replied"."""
    for verb in parse.subtree(p.head):
        if verb.dep == "relcl" and verb.lemma in _ANSWERS and is_denied(parse, verb):
            found = actors.entity(parse.tokens[verb.head])
            if found is not None:
                return found
    return None
