"""A whole log as lines of JSON: one event a line, and a closing line with their number and the last hash."""

from collections.abc import Iterable, Iterator

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.ledger import Event, Head

from .chain import Break, checked, head_after
from .codec import as_json, canonical, decoded, from_json

COUNT = "events"


def dump(events: Iterable[Event]) -> Iterator[str]:
    """The lines, without line ends, of a log from its beginning."""
    head = Head()
    for event in events:
        yield canonical(as_json(event)).decode()
        head = head_after(event)
    yield canonical(_closing(head)).decode()


def load(lines: Iterable[str | bytes]) -> Iterator[Event]:
    """The events of the lines, each once it is found to follow the one before; a file opened as bytes will do.

    Raises BrokenLedger naming the first line that is damaged, changed, missing or too many. The events before it are
    given out by then: whoever must have all or none takes them all first.
    """
    for number, event in enumerate(checked(_parsed(lines)), 1):
        if isinstance(event, Break):
            raise _broken(number, event.what)
        yield event


def _parsed(lines: Iterable[str | bytes]) -> Iterator[Event]:
    """The event of each line up to the closing line, which has to fit and to be the last."""
    head, closed = Head(), False
    for number, line in enumerate(lines, 1):
        if closed:
            raise _broken(number, "it comes after the closing line")
        try:
            values = decoded(line)
            event = from_json(values) if COUNT not in values else None
        except ValueError as error:
            raise _broken(number, f"it is no event ({error})") from error
        if event is not None:
            head = head_after(event)
            yield event
        elif values == _closing(head):
            closed = True
        else:
            raise _broken(number, f"it closes another log: before it come {head.seq} events, or other ones")
    if not closed:
        raise BrokenLedger(
            f"the file was cut off: it ends after event {head.seq}, without its closing line. "
            "Take a whole copy; nothing was recorded"
        )


def _closing(head: Head) -> dict[str, int | str]:
    return {COUNT: head.seq, "hash": head.hash}


def _broken(number: int, what: str) -> BrokenLedger:
    return BrokenLedger(f"line {number}: {what}. Take an undamaged copy; nothing was recorded")
