"""Documents that may be near-copies of a new one, by the sketches that were recorded with them."""

from collections.abc import Iterator, Sequence

from trucewatch.core.errors import BrokenLedger
from trucewatch.flow import COPIES_FROM
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.kept import Sketches, kept_sketches, sketches_kept
from trucewatch.ledger.state import subject

from .case import Case
from .kept import ENOUGH_EVENTS, keep, kept

KEPT = "sketches"


class Neighbours:
    """The newest sketch of every document of a case, kept up to date with the log."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._seq = 0
        self._row: dict[str, int] = {}
        self._sketches = bytearray()
        self._width = 0
        found = next(self._usable(), None)
        if found is not None:
            self._seq, (self._width, self._row, self._sketches) = found

    def like(self, sketch: Sequence[int]) -> tuple[str, ...]:
        """The documents whose sketch is like this one, in the order in which they were added."""
        import numpy as np

        self._update()
        if not sketch or not self._row:
            return ()
        known = np.frombuffer(self._sketches, np.uint32).reshape(-1, self._width)
        if len(sketch) != self._width:
            return ()
        share = (known == np.array(sketch, np.uint32)).mean(axis=1)
        return tuple(document for document, row in self._row.items() if share[row] >= COPIES_FROM)

    def _update(self) -> None:
        before, end = self._seq, self.case.head().seq
        kinds = (e.DocumentAdded, e.DocumentRevised, e.DocumentRetracted)
        for event in self.case.events(after=self._seq, until=end, names=kinds):
            what, document = payload(event, case=self.case.id), subject(event)
            if isinstance(what, e.DocumentRetracted):
                self._row.pop(document, None)
            elif isinstance(what, e.DocumentAdded | e.DocumentRevised) and what.sketch:
                self._put(document, what.sketch)
        self._seq = end
        if end - before > ENOUGH_EVENTS:
            keep(self.case, KEPT, end, kept_sketches(self._width, self._row, self._sketches))

    def _usable(self) -> Iterator[tuple[int, Sketches]]:
        for seq, data in kept(self.case, KEPT, self.case.head().seq):
            try:
                yield seq, sketches_kept(data)
            except BrokenLedger:
                continue

    def _put(self, document: str, sketch: Sequence[int]) -> None:
        import numpy as np

        self._width = self._width or len(sketch)
        if len(sketch) != self._width:
            return
        row = len(self._sketches) // (4 * self._width)
        self._sketches += np.array(sketch, np.uint32).tobytes()
        self._row[document] = row
