"""The claims of a case as the table that the status is computed from, kept up to date with the log.

What people decided about a claim, and what was found out about it later, is laid over what was read; the table
remembers from which seq to which seq each row held.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from trucewatch.core.ledger import Event
from trucewatch.flow import EvidenceTable
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.recorded import report_of
from trucewatch.ledger.state import CaseState, ClaimReview, fold, subject

from .case import Case
from .past import state_at
from .reviews import Reviews

# Reports whose JSON is held at hand while events on their claims come in.
AT_HAND = 64
# Statuses that are held at hand: of other days, and as known at other events.
STATUSES_AT_HAND = 8

Json = Mapping[str, Any]
Found = TypeVar("Found")


class Evidence:
    """The table with the state it was built from; `update` carries both on to the end of the log."""

    def __init__(self, case: Case, table: EvidenceTable | None = None, seq: int = 0) -> None:
        self.case = case
        self.table = EvidenceTable() if table is None else table
        self.seq = seq
        # A state of its own: it has to be the state at each event, not the newest.
        self._state = state_at(case, case.state(), seq) if seq else CaseState()
        self._read: dict[str, dict[str, Any]] = {}
        self._assessed: dict[Hashable, Any] = {}

    def assessed(self, what: str, seq: int, as_of: date, assess: Callable[[], Found]) -> Found:
        """What is found of a case on a day as known at a seq: the log up to there decides it, once and for all."""
        key = (what, seq, as_of)
        found: Found = self._assessed.pop(key, None) or assess()
        self._assessed[key] = found
        if len(self._assessed) > STATUSES_AT_HAND:
            del self._assessed[next(iter(self._assessed))]
        return found

    def update(self) -> EvidenceTable:
        """The table at the end of the log."""
        end = self.case.head().seq
        for event in self.case.events(after=self.seq, until=end):
            self._apply(event)
            self.seq = event.seq
        self.table.newest = max(self.table.newest, self.seq)
        return self.table

    def reading(self, document: str) -> dict[str, Any]:
        """The newest reading of a report up to here, with links and copies found since laid over it."""
        found = self._read.get(document)
        if found is None:
            found = newest_reading(self.case, document, self.seq)
            self._hold(document, found)
        return found

    # ----------------------------------------------------------------------- events

    def _apply(self, event: Event) -> None:
        what = payload(event, case=self.case.id)
        about = subject(event)
        if isinstance(what, e.ReportRead):
            fold([event], self._state)
            self._hold(about, dict(what.report))
            self._add(about, event.seq)
        elif isinstance(what, e.ClaimsLinked | e.CopiesFound):
            reading = laid_over(self.reading(about), what)
            self._hold(about, reading)
            self._set(about, what.about if isinstance(what, e.ClaimsLinked) else what.groups, event.seq)
        else:
            before = self._state.review(about) if event.stream.startswith("claim:") else None
            fold([event], self._state)
            if before is not None:
                self._judged(about, what, event.seq)
            elif isinstance(what, e.DocumentRetracted):
                self.table.end(about, event.seq)
            elif isinstance(what, e.DocumentMarked) and what.visibility is not None:
                self._remark(about, event.seq)

    def _add(self, document: str, seq: int) -> None:
        reading, marks = self.reading(document), self._state.documents[document]
        self._look_up(document, reading["claims"])
        reviews = {claim["id"]: self._state.review(f"{document}/{claim['id']}") for claim in reading["claims"]}
        claims = [whole for claim in reading["claims"] for whole in standing(claim, reviews[claim["id"]])]
        report = report_of({**reading, "claims": _marked(claims, marks.visibility)})
        self.table.add(report, seq, document=document, accepted=False)
        taken = [c["id"] for c in claims if reviews.get(_whole(c["id"]), ClaimReview()).accepted or "." in c["id"]]
        if taken:
            self.table.accept(document, taken, seq)

    def _judged(self, claim: str, what: e.Payload, seq: int) -> None:
        if isinstance(what, e.ClaimCoded):
            return
        document, _, own = claim.partition("/")
        if isinstance(what, e.ClaimAccepted):
            self.table.accept(document, [own], seq)
        elif self._state.documents[document].retracted is None:
            self._set(document, [own], seq)

    def _set(self, document: str, claims: Collection[str], seq: int) -> None:
        """These claims of a report are from now on as the reading and the reviews have them."""
        reading, marks = self.reading(document), self._state.documents[document]
        self._look_up(document, [claim for claim in reading["claims"] if claim["id"] in claims])
        for accepted in (True, False):
            chosen, names = [], set()
            for claim in reading["claims"]:
                review = self._state.review(f"{document}/{claim['id']}")
                if claim["id"] not in claims or (review.accepted or review.closed) != accepted:
                    continue
                now = standing(claim, review)
                chosen += now
                # Parts of a claim that is whole again must go, too.
                names |= {claim["id"], *(c["id"] for c in now), *parts_ever(review)}
            if names:
                report = report_of({**reading, "claims": _marked(chosen, marks.visibility)})
                self.table.correct(report, names, seq, document=document, accepted=accepted)

    def _remark(self, document: str, seq: int) -> None:
        if self._state.documents[document].retracted is None:
            self._set(document, [claim["id"] for claim in self.reading(document)["claims"]], seq)

    def _look_up(self, document: str, claims: Iterable[Json]) -> None:
        if isinstance(self._state.reviews, Reviews):
            self._state.reviews.look_up(f"{document}/{claim['id']}" for claim in claims)

    def _hold(self, document: str, reading: dict[str, Any]) -> None:
        self._read.pop(document, None)
        self._read[document] = reading
        if len(self._read) > AT_HAND:
            del self._read[next(iter(self._read))]


_OF_READING = (e.ReportRead, e.ClaimsLinked, e.CopiesFound)


def newest_reading(case: Case, document: str, until: int | None = None) -> dict[str, Any]:
    """The newest reading of a report up to a seq; `{}` without claims where it was never read."""
    reading: dict[str, Any] = {"claims": []}
    for event in case.events(until=until, streams=[f"document:{document}"], names=_OF_READING):
        what = payload(event, case=case.id)
        if isinstance(what, e.ReportRead):
            reading = dict(what.report)
        elif isinstance(what, e.ClaimsLinked | e.CopiesFound):
            reading = laid_over(reading, what)
    return reading


def laid_over(reading: Json, what: e.ClaimsLinked | e.CopiesFound) -> dict[str, Any]:
    """The reading with new links, or new independence groups, of the claims that the event names."""
    if isinstance(what, e.ClaimsLinked):
        found: Mapping[str, Json] = {claim: {"about": about} for claim, about in what.about.items()}
    else:
        found = {claim: {"independence_group": group} for claim, group in what.groups.items()}
    return {**reading, "claims": [claim | found.get(claim["id"], {}) for claim in reading["claims"]]}


def standing(claim: Json, review: ClaimReview) -> list[dict[str, Any]]:
    """The claim as it counts after review: itself, with corrected fields, its parts, or nothing."""
    held = review.verdict
    if held is not None and isinstance(held.what, e.ClaimSplit):
        return [dict(part) for part in held.what.parts]
    return [] if review.closed else [dict(claim) | review.fields]


def parts_ever(review: ClaimReview) -> set[str]:
    """The ids of all parts that the claim was ever split into."""
    splits: Iterable[e.ClaimSplit] = (d.what for d in review.decisions if isinstance(d.what, e.ClaimSplit))
    return {part["id"] for what in splits for part in what.parts}


def _marked(claims: Iterable[Json], visibility: str | None) -> list[dict[str, Any]]:
    """The claims; what is not public about a document is not public about what stands in it."""
    return [dict(claim) | ({"visibility": visibility} if visibility else {}) for claim in claims]


def _whole(claim: str) -> str:
    return claim.partition(".")[0]
