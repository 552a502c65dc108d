"""Posts: who speaks in them as "the mission", and what was told to whoever posts."""

from collections.abc import Callable, Mapping, Sequence

from trucewatch.core.parse import Parse, Token

from .list_heads import ListHeads
from .mentions import Entity
from .propositions import SUBJECTS, Frame, Proposition
from .ruled_plans import advises
from .spoken import brought_up
from .word_groups import ME

_PAPERS = frozenset("statement post tweet video message letter communique communiqué".split())


def posts_itself(text: str, p: Proposition, told_of: Entity | None) -> bool:
    """Whether "the mission" in the post of a handle is the mission whose handle it is."""
    label = p.frame.label if p.frame is not None and p.frame.speaker is None else None
    if label is None or text[label[0]] != "@" or told_of is None or told_of.named or told_of.person:
        return False
    first = told_of.mentions[0]
    return first.definite and not first.plural and first.head.i >= 0 and first.text.count(" ") == 1


def is_advice(parse: Parse, p: Proposition, stance: str) -> bool:
    """Whether "Both should publish the lists" calls on somebody: whoever says so does, and they do not."""
    return stance == "CALL_TO_COMPLY" and advises(parse, p)


def was_told(p: Proposition, own: Sequence[Token], speech: Mapping[str, str]) -> bool:
    """Whether whoever speaks was told it: "The chief conceded to me on the phone that ..."."""
    return speech.get(p.head.lemma) in ("promise", "admit") and any(t.lower in ME for t in own)


class Topic:
    """Who or what office has just spoken or been brought up, for the sentences that leave them out."""

    def __init__(self, parse: Parse, speech: Mapping[str, str], is_actor: Callable[[Token], bool]) -> None:
        self._parse, self._speech, self._is_actor = parse, speech, is_actor
        self._token: Token | None = None
        self._heads = ListHeads(parse, is_actor)

    def lead(self, sentence: Sequence[Token], subjects: dict[int, Token | None], since: int = 0) -> Token | None:
        """The subject that "Says only that ..." or "Said the rebels were digging a tunnel" begins without, noted by its verb.

        It must stand behind `since`: what "Front: Accuses the army" leaves out is not who spoke before the Front.
        """
        head = self._heads.of(sentence)
        if head is not None:
            # "1. Agree that the ceasefire is extended", below who does.
            subjects[self._parse.root((sentence[0].i, sentence[-1].i + 1)).i] = head
            return head
        first = next((t for t in sentence if t.pos not in ("PUNCT", "SPACE")), None)
        if first is None or first.tag not in ("VBZ", "VBD") or first.lemma not in self._speech or first.dep != "ROOT":
            return None
        if self._token is None or self._token.start < since or self._parse.children(first, *SUBJECTS):
            return None
        subjects[first.i] = self._token
        return self._token

    def note(self, sentence: Sequence[Token], frame: Frame | None, number: int, *, asked: bool) -> None:
        """Takes note of who spoke by name in a sentence, or whom it brought up."""
        self._heads.note(sentence)
        spoke = frame.speaker if frame is not None and frame.sentence == number else None
        named = spoke if spoke is not None and spoke.pos != "PRON" else None
        if named is None and not any(t.pos in ("VERB", "AUX") for t in sentence):
            # "Army statement out."
            named = next((t for t in sentence if t.dep == "ROOT" and (t.lemma in _PAPERS or self._is_actor(t))), None)
        self._token = brought_up(self._parse, sentence, self._is_actor, asked=asked) or named or self._token
