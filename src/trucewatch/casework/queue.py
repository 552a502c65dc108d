"""The claims that wait for a decision, those first whose acceptance would change most.

Accepting is tried out: the status of the commitments that a claim bears on is computed by the accepted claims, and
again as if this one were accepted too.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from trucewatch import flow
from trucewatch.core.case import CaseStatus, CommitmentStatus, Signal
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement
from trucewatch.ledger.register import over, registered
from trucewatch.ledger.state import CaseState

from .agreements import agreements_at
from .case import Case
from .claims import Claims
from .evidence import Evidence
from .shown import shown

Json = dict[str, Any]
# So many claims are tried out one by one; those behind them are ordered by weight alone, and say so.
TRIED = 100
NOTHING_CHANGES = 3
AXES = ("reading", "performance", "trend")


@dataclass(frozen=True)
class Consequence:
    """What accepting a claim alone would change, and whether it bears on what all suggestions together would change."""

    status: tuple[Mapping[str, str], ...] = ()
    signals: tuple[Mapping[str, str | None], ...] = ()
    together: tuple[str, ...] = ()
    tried: bool = True

    @property
    def order(self) -> int:
        return 0 if self.status else 1 if self.signals else 2 if self.together else NOTHING_CHANGES


def queue_json(case: Case, evidence: Evidence, *, as_of: date, viewer: str, limit: int = 10, offset: int = 0) -> Json:
    """A page of the queue (trucewatch.review-queue/1), each claim with the reason of its place."""
    check_page(limit, offset)
    evidence.update()
    waiting = flow.waiting_claims(evidence.table)
    trial = Trial(case, evidence, as_of)
    consequences = trial.consequences(waiting)
    page = _in_order(consequences, len(waiting))[offset : offset + limit]
    claims = Claims(case, trial.state)
    found = claims.find_all(waiting.keys[place] for place in page)
    items = []
    for number, (place, claim, one) in enumerate(zip(page, found, waiting.named(page), strict=True), offset + 1):
        consequence = consequences.get(place, UNKNOWN)
        items.append(
            {
                "place": number,
                "reasons": reasons_of(one, consequence),
                "changes": [dict(change) for change in consequence.status],
                "signals": [dict(signal) for signal in consequence.signals],
                "tried": consequence.tried,
                "rule": one.rule,
                "level": one.level,
                "rivals": one.rivals,
                **shown(claims, claim, viewer, coding=False, blind=False),
            }
        )
    return _page(case, evidence, as_of, len(waiting), limit, offset, None, items)


def coding_queue_json(
    case: Case, evidence: Evidence, *, as_of: date, coder: str, blind: bool, limit: int = 10, offset: int = 0
) -> Json:
    """The claims that a coder has not coded: those first that another one has, then in the order of the documents.

    The order says nothing of what anybody judged.
    """
    check_page(limit, offset)
    evidence.update()
    state = case.state(evidence.seq)
    open_ = [name for name in flow.standing_claims(evidence.table) if coder not in state.review(name).codings]
    open_.sort(key=lambda name: not state.review(name).codings)
    claims = Claims(case, state)
    items = [
        {
            "place": number,
            "reasons": ["coded by another" if claim.review.codings else "in the order of the documents"],
            **shown(claims, claim, coder, coding=True, blind=blind),
        }
        for number, claim in enumerate(claims.find_all(open_[offset : offset + limit]), offset + 1)
    ]
    return _page(case, evidence, as_of, len(open_), limit, offset, coder, items)


@dataclass
class Trial:
    """Accepts claims for the sake of argument."""

    case: Case
    evidence: Evidence
    as_of: date
    state: CaseState = field(init=False)

    def __post_init__(self) -> None:
        self.state = self.case.state(self.evidence.seq)
        self._read = agreements_at(self.case, self.state)
        self._agreements = {
            key: registered(key, agreement, self.state, self.as_of) for key, agreement in self._read.items()
        }
        self._settled: dict[frozenset[str], CaseStatus] = {}
        self._everything = frozenset(c.id for agreement in self._agreements.values() for c in agreement.commitments)
        # How the register ends a duty does not depend on claims.
        before = self._status(self._everything)
        after = over(before, self._agreements, self._read, self.state)
        self._ended = {a.id for a, b in zip(after.commitments, before.commitments, strict=True) if a.rule != b.rule}

    def consequences(self, waiting: flow.WaitingClaims) -> dict[int, Consequence]:
        """By place in the order of weight; of places that are not here nothing is known."""
        together = self._together()
        keys = waiting.keys
        first = [place for place, key in enumerate(keys) if key in together]
        rest = (place for place, key in enumerate(keys) if key not in together)
        tried = [*first, *islice(rest, TRIED)][:TRIED]
        untried = {place: Consequence(together=together[keys[place]], tried=False) for place in first[TRIED:]}
        return untried | {
            place: self._consequence(one, together.get(keys[place], ()))
            for place, one in zip(tried, waiting.named(tried), strict=True)
        }

    def _together(self) -> dict[str, tuple[str, ...]]:
        """By claim: the commitments that would stand otherwise if all suggestions were accepted and that name it."""
        now, then = self._status(self._everything), self._status(self._everything, provisional=True)
        found: dict[str, dict[str, None]] = {}
        for before, after in zip(now.commitments, then.commitments, strict=True):
            if self._changes(before, after):
                for claim in after.claims:
                    found.setdefault(claim, {})[after.id] = None
        known = {_key(signal) for signal in now.signals}
        for signal in then.signals:
            if _key(signal) not in known:
                for claim in (*signal.claims, *signal.counter):
                    found.setdefault(claim, {}).update({signal.commitment: None} if signal.commitment else {})
        return {claim: tuple(commitments) for claim, commitments in found.items()}

    def _consequence(self, one: flow.Waiting, together: tuple[str, ...]) -> Consequence:
        scope = self._scope(one, together)
        now = self._settled.get(scope)
        if now is None:
            now = self._settled[scope] = self._status(scope)
        with self.evidence.table.supposing(one.document, one.claim):
            then = self._status(scope)
        pairs = zip(now.commitments, then.commitments, strict=True)
        status = tuple(change for before, after in pairs for change in self._changes(before, after))
        return Consequence(status, _signals(now.signals, then.signals), together)

    def _scope(self, one: flow.Waiting, together: Collection[str]) -> frozenset[str]:
        """The commitments that a claim may bear on: its own, those that name it, else all of its agreement."""
        if one.commitments or together:
            return frozenset((*one.commitments, *together))
        keys = [one.agreement] if one.agreement in self._agreements else [*self._agreements]
        return frozenset(c.id for key in keys if key for c in self._agreements[key].commitments)

    def _status(self, scope: Collection[str], *, provisional: bool = False) -> CaseStatus:
        # All agreements stay: a claim on one as a whole counts otherwise where there is only one.
        agreements: dict[str, Agreement] = {
            key: replace(agreement, commitments=tuple(c for c in agreement.commitments if c.id in scope))
            for key, agreement in self._agreements.items()
        }
        return flow.assess_evidence(
            agreements, self.evidence.table, self.as_of, known_seq=self.evidence.seq, provisional=provisional
        )

    def _changes(self, before: CommitmentStatus, after: CommitmentStatus) -> list[Mapping[str, str]]:
        axes = [axis for axis in AXES if axis != "performance" or before.id not in self._ended]
        return [
            {"commitment": after.id, "axis": axis, "from": getattr(before, axis), "to": getattr(after, axis)}
            for axis in axes
            if getattr(before, axis) != getattr(after, axis)
        ]


def reasons_of(one: flow.Waiting, consequence: Consequence) -> list[str]:
    """Why the claim stands where it stands, in words: what accepting it changes, then what weighs."""
    parts = [*_status_reasons(consequence.status), *map(_signal_reason, consequence.signals)]
    if not parts and consequence.together:
        alone = "alone it changes nothing" if consequence.tried else "it was not tried alone"
        parts.append(f"with other suggestions it changes {', '.join(consequence.together)}; {alone}")
    elif not parts:
        parts.append("accepting it changes no status" if consequence.tried else "not tried: others weigh more")
    rule = f"rule {one.rule} looks at its stance" if one.rule else "no rule looks at its stance"
    level = f"the speaker's level is {one.level}" if one.level else "the speaker has no level"
    rivals = f"{one.rivals} rival{'' if one.rivals == 1 else 's'}"
    return [*parts, f"{rule}, {level}, {rivals}"]


def _status_reasons(changes: Iterable[Mapping[str, str]]) -> list[str]:
    by_commitment: dict[str, list[str]] = {}
    for change in changes:
        turned = f"{change['axis']} from {_plain(change['from'])} to {_plain(change['to'])}"
        by_commitment.setdefault(change["commitment"], []).append(turned)
    return [f"accepting it turns {commitment}: {', '.join(turned)}" for commitment, turned in by_commitment.items()]


def check_page(limit: int, offset: int) -> None:
    """Raises BadInput for a page that there cannot be."""
    if limit < 1 or offset < 0:
        raise BadInput(
            f"a page of {limit} from {offset} cannot be shown; expected --limit 1 or more, --offset 0 or more"
        )


def _page(
    case: Case,
    evidence: Evidence,
    as_of: date,
    total: int,
    limit: int,
    offset: int,
    coder: str | None,
    items: list[Json],
) -> Json:
    return {
        "schema": "trucewatch.review-queue/1",
        "case": case.id,
        "as_of": as_of.isoformat(),
        "known_at": evidence.seq,
        "coder": coder,
        "total": total,
        "offset": offset,
        "limit": limit,
        "items": items,
    }


UNKNOWN = Consequence(tried=False)


def _in_order(consequences: Mapping[int, Consequence], total: int) -> list[int]:
    """The places of the order of weight, those first whose acceptance changes something."""
    changing = sorted((c.order, place) for place, c in consequences.items() if c.order < NOTHING_CHANGES)
    first = [place for _, place in changing]
    known = set(first)
    return [*first, *(place for place in range(total) if place not in known)]


def _key(signal: Signal) -> tuple[str, str | None, str | None, str]:
    return signal.code, signal.commitment, signal.actor, signal.strength


def _signals(now: Iterable[Signal], then: Iterable[Signal]) -> tuple[Mapping[str, str | None], ...]:
    """The signs that come, go or change their strength."""
    before = {_key(signal)[:3]: signal.strength for signal in now}
    after = {_key(signal)[:3]: signal.strength for signal in then}
    return tuple(
        {"code": key[0], "commitment": key[1], "actor": key[2], "from": before.get(key), "to": after.get(key)}
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    )


def _signal_reason(signal: Mapping[str, str | None]) -> str:
    where = f" on {signal['commitment']}" if signal["commitment"] else ""
    if signal["from"] is None:
        return f"accepting it raises the sign {signal['code']} ({signal['to']}){where}"
    if signal["to"] is None:
        return f"accepting it takes the sign {signal['code']} ({signal['from']}) away{where}"
    return f"accepting it turns the sign {signal['code']} from {signal['from']} to {signal['to']}{where}"


def _plain(code: str) -> str:
    return code.replace("_", " ")
