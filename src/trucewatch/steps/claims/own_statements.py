"""What a party tells in a statement of its own: its deeds are its word for them, and its enemy's deeds are its charge."""

from .draft import Draft
from .mentions import Entity

# What a neutral text tells as done, as a party says it of itself and of another.
_OF_ITSELF = {"COMPLY": "CLAIM_COMPLIANCE", "COMPLY_PART": "REPORT_PARTIAL", "BREACH": "BREACH_ADMITTED"}
_OF_ANOTHER = {
    "COMPLY": "THIRD_PARTY_FINDING_BY_COUNTERPARTY",
    "COMPLY_PART": "THIRD_PARTY_FINDING_BY_COUNTERPARTY",
    "BREACH": "ACCUSE",
}


def as_issued(draft: Draft, author: Entity, *, ours: bool) -> None:
    """Gives a claim of a party's statement the stance that the party takes; `ours` says that it did it itself."""
    if draft.stance not in _OF_ITSELF or (draft.frame is not None and draft.frame.verb is not None):
        return
    told = draft.stance
    _as_event(draft)
    draft.stance = (_OF_ITSELF if ours else _OF_ANOTHER)[told]
    if not ours:
        draft.target = draft.target or draft.speaker
    draft.speaker, draft.relay = author, None
    draft.named = True
    draft.notes.append(f"told by whoever issues the text of {'itself' if ours else 'another'}: no {told}")


def as_told_by_victims(draft: Draft, author: Entity | None) -> None:
    """Makes an attack on "us" a charge, whoever writes: only those who were hit call the post "ours"."""
    _as_event(draft)
    draft.stance = "ACCUSE"
    draft.target = draft.target or draft.speaker
    draft.speaker = author
    draft.notes.append("told by those who were hit: a charge and no breach")


def as_told_of_ourselves(draft: Draft) -> None:
    """Makes what "we" or "our fighters" did, as a post or a turn tells it, the word of whoever tells it, and no fact."""
    if draft.stance in _OF_ITSELF and (draft.frame is None or draft.frame.verb is None):
        _as_event(draft)
        draft.notes.append(f"told of themselves: no {draft.stance}")
        draft.stance = _OF_ITSELF[draft.stance]


def _as_event(draft: Draft) -> None:
    """Makes the day of a deed that nobody was said to tell the day on which it happened, not on which it is told."""
    if draft.frame is None and draft.happened is None:
        draft.said, draft.happened = None, draft.said
