"""Posts: who speaks in them as "the mission", and what was told to whoever posts."""

from collections.abc import Mapping, Sequence

from trucewatch.core.parse import Parse, Token

from .mentions import Entity
from .propositions import Proposition

_ADVISES = frozenset("should must ought".split())
_ME = frozenset({"me", "us"})


def posts_itself(text: str, p: Proposition, told_of: Entity | None) -> bool:
    """Whether "the mission" in the post of a handle is the mission whose handle it is."""
    label = p.frame.label if p.frame is not None and p.frame.speaker is None else None
    if label is None or text[label[0]] != "@" or told_of is None or told_of.named or told_of.person:
        return False
    first = told_of.mentions[0]
    return first.definite and not first.plural and first.head.i >= 0 and len(first.text.split()) == len(("the", "body"))


def is_advice(parse: Parse, p: Proposition, stance: str) -> bool:
    """Whether "Both should publish the lists" calls on somebody: whoever says so does, and they do not."""
    return stance == "CALL_TO_COMPLY" and any(k.lower in _ADVISES for k in parse.children(p.head, "aux"))


def was_told(p: Proposition, own: Sequence[Token], speech: Mapping[str, str]) -> bool:
    """Whether whoever speaks was told it: "The chief conceded to me on the phone that ..."."""
    return speech.get(p.head.lemma) in ("promise", "admit") and any(t.lower in _ME for t in own)
