"""What was decided about single claims, looked up in the log when it is asked for: a case has a million claims."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from trucewatch.ledger import events as e
from trucewatch.ledger.state import CaseState, ClaimReview, fold

if TYPE_CHECKING:
    from .case import Case

OF_CLAIMS = (
    e.ClaimCoded,
    e.ClaimAccepted,
    e.ClaimCorrected,
    e.ClaimCurated,
    e.ClaimRejected,
    e.ClaimsMerged,
    e.ClaimSplit,
    e.ReviewUndone,
)
# Whoever asks for more claims than this one by one gets all of them at once.
ONE_BY_ONE = 40


class Reviews(dict[str, ClaimReview]):
    """The reviews of a case as they stood at a seq, by claim. Those that were set since stand over what the log says."""

    def __init__(self, case: "Case", seq: int) -> None:
        super().__init__()
        self._case, self._seq, self._asked = case, seq, 0

    def get(self, claim: str, default: Any = None) -> Any:
        """The review of the claim, a new one where nothing was decided about it."""
        found = super().get(claim)
        if found is None and self._asked <= ONE_BY_ONE:
            self._asked += 1
            self._take([claim] if self._asked <= ONE_BY_ONE else None)
            found = super().get(claim)
        return default if found is None else found

    def look_up(self, claims: Iterable[str]) -> None:
        """Takes the reviews of these claims at once; whoever asks for them afterwards finds them here."""
        asked = [claim for claim in claims if claim not in self]
        if asked and self._asked <= ONE_BY_ONE:
            self._take(asked)
            for claim in asked:
                self.setdefault(claim, ClaimReview())

    def _take(self, claims: Iterable[str] | None) -> None:
        streams = None if claims is None else [f"claim:{claim}" for claim in claims]
        found = fold(self._case.events(until=self._seq, streams=streams, names=OF_CLAIMS), CaseState())
        for claim, review in found.reviews.items():
            self.setdefault(claim, review)
