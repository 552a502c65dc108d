"""What ledgers out there hold: a name, once used, keeps its fields for ever."""

from pathlib import Path

from msgspec.structs import fields

from trucewatch.ledger.events import PAYLOADS, Payload
from trucewatch.ledger.upcasters import UPCASTERS

FROZEN = Path(__file__).with_name("frozen_names.txt")

WHAT_TO_DO = (
    "Ledgers hold events under these names. Give a changed payload a new name (.v2) and the old one an upcaster; "
    "a new name needs a line of its own in tests/ledger/frozen_names.txt"
)


def shape(name: str, kind: type[Payload]) -> str:
    """The name with its fields in order: "claim-accepted.v1 reason:str?", "?" where a field may be absent."""
    held = (f"{field.name}:{_type(field.type)}{'' if field.required else '?'}" for field in fields(kind))
    return " ".join([name, *sorted(held)])


def _type(annotation: object) -> str:
    text = annotation.__name__ if annotation.__class__ is type else str(annotation)
    return text.replace("typing.", "").replace(" ", "")


def test_no_name_has_lost_or_changed_what_it_holds():
    now = {shape(name, kind) for name, kind in PAYLOADS.items()}
    frozen = set(FROZEN.read_text(encoding="utf-8").splitlines())
    retired = {line for line in frozen if line.split()[0] in UPCASTERS}
    assert frozen - retired == now, WHAT_TO_DO


def test_a_change_would_be_seen():
    class ClaimAccepted(Payload, frozen=True, kw_only=True):
        reason: str
        mood: int | None = None

    assert shape("claim-accepted.v1", ClaimAccepted) == "claim-accepted.v1 mood:int|None? reason:str"
    assert shape("claim-accepted.v1", PAYLOADS["claim-accepted.v1"]) == "claim-accepted.v1 reason:str?"
