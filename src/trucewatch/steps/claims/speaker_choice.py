"""Who speaks in each claim: the answer of the rules, unless much more speaks for somebody else who is named near it."""

from collections.abc import Mapping, Sequence
from math import fsum

from trucewatch.vocabulary.link_weights import speaker_weights

from .draft import Draft
from .mentions import Entity
from .speaker_facts import SpeakerFacts

# How much more must speak for somebody else than for the answer of the rules.
_MARGIN = 0.2


def choose_speakers(drafts: Sequence[Draft], facts: SpeakerFacts, text: str) -> None:
    """Gives each claim the speaker that its facts speak for; one that the rules did not give is noted."""
    weights = speaker_weights()
    for n, draft in enumerate(drafts):
        told = facts.candidates(drafts, n)
        candidates = list(told)
        best = candidates[chosen(list(told.values()), candidates.index(draft.speaker), weights)]
        if best is draft.speaker:
            continue
        draft.notes.append(f"speaker by learned facts; by rules {_called(draft.speaker, text)}")
        draft.speaker = best
        if draft.relay is best:
            draft.relay = None


def chosen(facts: Sequence[frozenset[str]], rule: int, weights: Mapping[str, float]) -> int:
    """The number of the candidate whose facts count most; that of the rules, `rule`, where it is not much less."""
    points = [fsum([weights[fact] for fact in found if fact in weights]) for found in facts]
    best = max(range(len(points)), key=points.__getitem__)
    return best if points[best] - points[rule] > _MARGIN else rule


def _called(entity: Entity | None, text: str) -> str:
    if entity is None:
        return "the text's own voice"
    first = entity.mentions[0]
    return f'"{text[first.start : first.end]}"'
