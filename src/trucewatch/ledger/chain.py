"""The hash over each event, what may follow a log, and where a chain is broken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from trucewatch.core.errors import BrokenLedger, ClockSetBack, Refused, StaleVersion
from trucewatch.core.ids import sha256_of
from trucewatch.core.ledger import Event, Head, NewEvent

from .codec import as_json, canonical, decoded, in_utc, instant_text


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a log is not what was recorded: at which `seq`, and what is wrong there."""

    seq: int
    what: str


def digest(event: Event) -> str:
    """The SHA-256 over the canonical JSON of every field but the hash itself."""
    values = as_json(event)
    del values["hash"]
    return sha256_of(canonical(values))


def head_after(event: Event) -> Head:
    """Where a log ends whose last event this is."""
    return Head(event.seq, event.hash, event.learned_at, event.recorded_at)


def sealed(event: NewEvent, head: Head, *, version: int, by: str, learned_at: datetime, recorded_at: datetime) -> Event:
    """The event as recorded right after `head`, with its hash. `data` is what will be read back: plain JSON."""
    unsigned = Event(
        seq=head.seq + 1,
        name=event.name,
        stream=event.stream,
        version=version,
        data=decoded(canonical(event.data)),
        true_on=event.true_on,
        learned_at=in_utc(learned_at),
        recorded_at=in_utc(recorded_at),
        by=by,
        previous=head.hash,
        hash="",
    )
    return replace(unsigned, hash=digest(unsigned))


def continued(
    case: str,
    head: Head,
    versions: Mapping[str, int],
    events: Sequence[NewEvent],
    *,
    by: str,
    learned_at: datetime,
    recorded_at: datetime,
    expected: Mapping[str, int],
) -> tuple[Event, ...]:
    """The events as they follow `head`. Raises StaleVersion or ClockSetBack: the one rule that every store keeps.

    `versions` gives the version of every stream that `events` or `expected` name.
    """
    _refuse_stale(case, versions, expected)
    _refuse_set_back(case, head, learned_at, recorded_at)
    now = dict(versions)
    recorded: list[Event] = []
    for new in events:
        now[new.stream] = now.get(new.stream, 0) + 1
        event = sealed(new, head, version=now[new.stream], by=by, learned_at=learned_at, recorded_at=recorded_at)
        head = head_after(event)
        recorded.append(event)
    return tuple(recorded)


def refuse_unkeepable(events: Iterable[NewEvent], by: str) -> None:
    """Raises Refused where a name, a stream, a day or a person is written with what not every database can keep."""
    for event in events:
        for text in (event.name, event.stream, event.true_on or "", by):
            canonical(text)
            if "\0" in text:
                raise Refused(f"{text!r} holds a NUL character. Remove it; nothing was recorded")


def checked(events: Iterable[Event]) -> Iterator[Event | Break]:
    """Each event once it is found to follow the one before; in place of the first that does not, a Break, the last."""
    before = Head()
    versions: dict[str, int] = {}
    for event in events:
        what = _wrong_after(before, event) or _wrong_version(versions.get(event.stream, 0), event)
        if what:
            yield Break(before.seq + 1, what)
            return
        yield event
        versions[event.stream] = event.version
        before = head_after(event)


def whole(events: Iterable[Event]) -> Iterator[Event]:
    """The same events; raises BrokenLedger at the first that does not follow the one before."""
    for event in checked(events):
        if isinstance(event, Break):
            raise BrokenLedger(f"{event.what}. Take an undamaged copy; nothing was recorded")
        yield event


def first_break(events: Iterable[Event], head: Head | None = None) -> Break | None:
    """The first place where the log is not as it was recorded, None where it is whole.

    With `head`, where the store says that the log ends, events cut off at the end are found as well.
    """
    end = Head()
    for event in checked(events):
        if isinstance(event, Break):
            return event
        end = head_after(event)
    if head is None or head == end:
        return None
    if head.seq > end.seq:
        return Break(end.seq + 1, f"event {end.seq + 1} is missing: the log should go on to event {head.seq}")
    if head.seq == end.seq:
        return Break(end.seq, f"what is noted of the end of the log does not fit event {end.seq}, the last")
    return Break(head.seq + 1, f"event {head.seq + 1} is one too many: the log should end with event {head.seq}")


def _wrong_after(before: Head, event: Event) -> str:
    due = before.seq + 1
    if event.seq > due:
        return f"event {due} is missing: event {event.seq} stands in its place"
    if event.seq < due:
        return f"the order is not that of the record: event {event.seq} stands where event {due} should"
    if event.hash != digest(event):
        return f"event {due} was changed after it was recorded: its hash does not fit what it holds"
    if event.previous != before.hash:
        what = f"event {before.seq}" if before.seq else "the beginning of the log"
        return f"event {due} does not follow {what} as that stands here: one of them was replaced"
    for name, earlier, at in (
        ("learned", before.learned_at, event.learned_at),
        ("recorded", before.recorded_at, event.recorded_at),
    ):
        if earlier is not None and at < earlier:
            return f"event {due} is {name} at {instant_text(at)}, before the event that it follows"
    return ""


def _wrong_version(before: int, event: Event) -> str:
    if event.version == before + 1:
        return ""
    return f"event {event.seq} is version {event.version} of {event.stream}, which was at version {before}"


def _refuse_stale(case: str, versions: Mapping[str, int], expected: Mapping[str, int]) -> None:
    for stream, seen in expected.items():
        now = versions.get(stream, 0)
        if now != seen:
            raise StaleVersion(
                f"{stream} of case {case} is at version {now}; your change was based on {seen}. "
                "Reload it and apply the change again; nothing was recorded"
            )


def _refuse_set_back(case: str, head: Head, learned_at: datetime, recorded_at: datetime) -> None:
    if head.recorded_at is not None and recorded_at < head.recorded_at:
        raise ClockSetBack(
            f"case {case}: the clock shows {instant_text(recorded_at)}, before event {head.seq}, "
            f"which was recorded at {instant_text(head.recorded_at)}. Set the clock right; nothing was recorded"
        )
    if head.learned_at is not None and learned_at < head.learned_at:
        raise ClockSetBack(
            f"case {case}: {instant_text(learned_at)} lies before event {head.seq}, "
            f"which was learned at {instant_text(head.learned_at)}. "
            "Give that instant or a later one; nothing was recorded"
        )
