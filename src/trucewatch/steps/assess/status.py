"""The public functions of the step: agreements and reports in, the status of the whole case out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np

from trucewatch.core.case import CaseOverview, CommitmentOverview, RuleFired
from trucewatch.core.model import Agreement, CaseStatus, CommitmentStatus, Finding, Report
from trucewatch.vocabulary.status_rules import SPEAKERS

from .columns import NONE, Array
from .docket import Docket
from .loopholes import findings_on, loopholes
from .marks import ECHO
from .opposed import opposed_claims
from .parties import parties_of
from .register import balance, readings
from .roll import Roll
from .rules import Ruling, Rulings, rulings
from .scene import Stage
from .signals import find_signals, strongest
from .table import EvidenceTable
from .uncorrected import uncorrected
from .view import View, view_of
from .why import reasons, titles, uncounted, would_change

_NO_SIDE = ("unplaced", "third party", "no party", "unnamed", "backer")
_ROLES_WITHOUT_A_SIDE = {"third": 1, "author": 2, "anonymous": 3, "backer": 4}
_WITHOUT_A_SIDE = np.array([-1 - _ROLES_WITHOUT_A_SIDE.get(role, 0) for role in SPEAKERS])
# So many claims are named that a rule rests on, and so many that none does: the newest.
MOST_CLAIMS = 200


NO_FINDINGS: Mapping[str, Sequence[Finding]] = MappingProxyType({})


def assess(
    agreement: Agreement, reports: Sequence[Report], *, as_of: date, findings: Sequence[Finding] = ()
) -> CaseStatus:
    """Where each commitment stands at the end of the day `as_of`, with reasons.

    Takes reports whose claims are linked to this agreement. Counts only what was said, or else published,
    on or before the day; a claim without a date counts and is shown as undated. `findings` of the linter on the
    agreement are tied to the claims that make use of them.
    """
    return assess_table({"": agreement}, table_of(reports), as_of=as_of, findings={"": findings})


def assess_table(
    agreements: Mapping[str, Agreement],
    table: EvidenceTable,
    *,
    as_of: date,
    known_seq: int | None = None,
    provisional: bool = False,
    findings: Mapping[str, Sequence[Finding]] = NO_FINDINGS,
    only: Collection[str] | None = None,
) -> CaseStatus:
    """Where each commitment of a case stands at the end of the day, as known at a seq (now unless given).

    Commitment ids differ across `agreements`. With several, a claim on an agreement as a whole counts for the one that
    its link names by key; with one it counts for that. Only accepted claims count, unless `provisional`: a status that
    would be another without the rest is marked so. `findings` are the linter's, by the agreement's key. `only` these
    commitments are shown, with the readings of their clauses, where they are given.
    """
    case = Assessment(agreements, table, as_of, known_seq, provisional=provisional)
    return case.status(findings, only)


class Assessment:
    """A case on a day: the rules that hold, for all commitments at once, and what else is asked for."""

    def __init__(
        self,
        agreements: Mapping[str, Agreement],
        table: EvidenceTable,
        as_of: date,
        known_seq: int | None = None,
        *,
        provisional: bool = False,
    ) -> None:
        self.agreements = agreements
        self.view = view_of(table, as_of, known_seq, provisional=provisional)
        self._roll = _roll(agreements, self.view)
        self.cases = self._roll.cases
        self.ruled = rulings(self._roll)
        settled = _settled(agreements, table, as_of, known_seq) if provisional else map(_values, self.ruled)
        # Whether it would be another status by accepted claims alone.
        self._provisional = [_values(own) != without for own, without in zip(self.ruled, settled, strict=True)]
        names = {key: titles(agreement) for key, agreement in agreements.items()}
        self._titles = [names[key][c.id] for key, agreement in agreements.items() for c in agreement.commitments]
        self._stage = Stage(self._roll, [done for _, done, _ in self.ruled])

    def overview(self) -> CaseOverview:
        """Where every commitment stands, in short."""
        signs = strongest(self._stage)
        found = zip(self.cases, self._roll.independent, self._titles, self.ruled, self._provisional, strict=True)
        return CaseOverview(
            as_of=self.view.as_of,
            known_by=self.view.published_by(),
            commitments=tuple(_in_short(*own, signs.get(own[0].commitment.id, {})) for own in found),
            loose_signs=signs.get(None, {}),
            balance=balance(self.view),
        )

    def status(
        self, findings: Mapping[str, Sequence[Finding]] = NO_FINDINGS, only: Collection[str] | None = None
    ) -> CaseStatus:
        """Where every commitment stands, or `only` these, with reasons and everything that bears on it."""
        chosen = [n for n, case in enumerate(self.cases) if only is None or case.commitment.id in only]
        scenes, clauses = [self._stage.scenes[n] for n in chosen], {self.cases[n].clause for n in chosen}
        opposed, more_opposed = opposed_claims(scenes)
        found = [
            own for key, agreement in self.agreements.items() for own in findings_on(findings.get(key, ()), agreement)
        ]
        return CaseStatus(
            as_of=self.view.as_of,
            known_by=self.view.published_by(),
            commitments=tuple(
                _status(self.cases[n], self._titles[n], self.ruled[n], self._provisional[n]) for n in chosen
            ),
            signals=find_signals(self._stage, only),
            readings=readings([case for case in self.cases if case.clause in clauses]),
            balance=balance(self.view),
            opposed=opposed,
            more_opposed=more_opposed,
            uncorrected=tuple(one for n in chosen for one in uncorrected(self.cases[n], self.ruled[n][0])),
            loopholes=tuple(
                one for n, scene in zip(chosen, scenes, strict=True) if found[n] for one in loopholes(scene, found[n])
            ),
        )


def table_of(reports: Sequence[Report]) -> EvidenceTable:
    """The reports as a table. Claims go by their ids, with the file's name before them when two reports use one id."""
    table = EvidenceTable()
    ids = [claim.id for report in reports for claim in report.claims]
    names = [_file_name(report).rpartition(".")[0] or _file_name(report) for report in reports]
    plain = len(ids) == len(set(ids))
    for number, report in enumerate(reports):
        name = names[number] if names.count(names[number]) == 1 else f"{names[number]}-{number + 1}"
        table.add(report, document=str(number), prefix="" if plain else f"{name}#")
    return table


def _file_name(report: Report) -> str:
    return report.document.path.replace("\\", "/").rpartition("/")[2]


def _roll(agreements: Mapping[str, Agreement], view: View) -> Roll:
    cases = tuple(
        Docket(view, parties, commitment, key if len(agreements) > 1 else None)
        for key, agreement in agreements.items()
        for parties in [parties_of(agreement, view.people)]
        for commitment in agreement.commitments
    )
    return Roll(cases, view)


def _values(ruled: Rulings) -> tuple[str, ...]:
    return tuple(ruling.rule.value for ruling in ruled)


def _settled(
    agreements: Mapping[str, Agreement], table: EvidenceTable, as_of: date, known_seq: int | None
) -> list[tuple[str, ...]]:
    """What the status of each commitment would be by accepted claims alone."""
    return [*map(_values, rulings(_roll(agreements, view_of(table, as_of, known_seq))))]


def _status(case: Docket, title: str, ruled: Rulings, provisional: bool) -> CommitmentStatus:
    legal, done, _ = ruled
    view = case.view
    counted, others = _bearing(case, ruled)
    listed = _in_order(case, np.concatenate([counted[-MOST_CLAIMS:], others[-MOST_CLAIMS:]]))
    everything = np.concatenate([counted, others])
    claims, newest = view.table.keys(view.rows[listed]), view.newest(everything)
    return CommitmentStatus(
        id=case.commitment.id,
        title=title,
        **_by_axis(ruled),
        due=case.commitment.due,
        why=reasons(case, others, legal, done),
        would_change=would_change(case, legal, done),
        claims=claims,
        more_claims=len(everything) - len(listed),
        last_evidence_on=newest,
        days_since_evidence=_days(newest, case.as_of),
        independent_sources=view.independent(everything),
        by_side=_by_side(everything, case),
        provisional=provisional,
        rules=tuple(_fired(case, ruling) for ruling in ruled),
        grades=dict(zip(claims, view.table.graded(view.rows[listed]), strict=True)),
    )


def _in_short(
    case: Docket, independent: int, title: str, ruled: Rulings, provisional: bool, signs: Mapping[str, str]
) -> CommitmentOverview:
    """`independent`: how many origins the claims on the commitment go back to."""
    view, own, outside = case.view, case.span, _outside(case, ruled)
    # Rows on a commitment follow each other by day.
    newest = view.newest(np.append(outside, np.arange(own.start, own.stop)[-1:]))
    if len(outside):
        independent = view.independent(np.concatenate([np.arange(own.start, own.stop), outside]))
    return CommitmentOverview(
        id=case.commitment.id,
        title=title,
        **_by_axis(ruled),
        due=case.commitment.due,
        claims=own.stop - own.start + len(outside),
        last_evidence_on=newest,
        days_since_evidence=_days(newest, case.as_of),
        independent_sources=independent,
        provisional=provisional,
        signs=signs,
    )


def _bearing(case: Docket, ruled: Rulings) -> tuple[Array, Array]:
    """The places of the claims that reading and performance rest on, and of the others on the commitment."""
    legal, done, _ = ruled
    return _once(case.view, np.concatenate([legal.places, done.places])), uncounted(case, legal, done)


def _outside(case: Docket, ruled: Rulings) -> Array:
    """The places among these of claims that have no row on the commitment, each once."""
    own, claims = case.span, case.view["claim"]
    places = np.concatenate([ruling.places for ruling in ruled[:2]])
    places = places[(places < own.start) | (places >= own.stop)]
    return _once(case.view, places[~np.isin(claims[places], claims[own])]) if len(places) else places


def _by_axis(ruled: Rulings) -> dict[str, str]:
    legal, done, going = (ruling.rule for ruling in ruled)
    return {
        "reading": legal.value,
        "performance": done.value,
        "trend": going.value,
        "rule": f"{legal.id} {done.id} {going.id}",
    }


def _days(newest: date | None, as_of: date) -> int | None:
    return (as_of - newest).days if newest else None


def _fired(case: Docket, ruling: Ruling) -> RuleFired:
    places = _once(case.view, ruling.places)[-MOST_CLAIMS:]
    claims = case.view.table.keys(case.view.rows[places])
    return RuleFired(ruling.rule.id, ruling.rule.axis, ruling.rule.value, ruling.rule.says, claims)


def _in_order(case: Docket, places: Array) -> Array:
    """Those on the commitment as they stand in it, then those that are not."""
    own, claims = case.own.places, case.view["claim"]
    mine = own[case.among_own(places)]
    outside = places[(places < own[0]) | (places > own[-1])] if len(own) else places
    # What an event rests on may be another row of a claim on the commitment.
    return np.concatenate([mine, outside[~np.isin(claims[outside], claims[mine])]]) if len(outside) else mine


def _once(view: View, places: Array) -> Array:
    """The places in their order, each claim once."""
    _, first = np.unique(view["claim"][places], return_index=True)
    return places[np.sort(first)]


def _by_side(places: Array, case: Docket) -> dict[str, int]:
    """Independent sources behind each side's picture of this commitment."""
    rows, view = case.seen(places), case.view
    own = rows["marks"] & ECHO == 0
    # Numbers below zero stand for what those are who have no side.
    side = np.where(rows.person("side") == NONE, _WITHOUT_A_SIDE[rows.role], rows.person("side"))[own]
    origins = view.origin[places][own]
    order = np.lexsort((origins, side))
    side, origins = side[order], origins[order]
    new = np.ones(len(side), np.bool_)
    new[1:] = (side[1:] != side[:-1]) | (origins[1:] != origins[:-1])
    numbers, counts = np.unique(side[new], return_counts=True)
    names = [_NO_SIDE[-1 - number] if number < 0 else view.people.names[number] for number in numbers]
    return dict(sorted(zip(names, counts.tolist(), strict=True)))
