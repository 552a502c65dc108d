"""Which lint findings on a clause its readers make use of."""

from collections.abc import Iterator, Sequence

import numpy as np

from trucewatch.core.case import Loophole
from trucewatch.core.model import Agreement, Finding
from trucewatch.vocabulary.matter_words import is_weak, matter_words
from trucewatch.vocabulary.opposites import LoopholeUse, loophole_uses

from .columns import Array
from .marks import OUTSIDE
from .people import SPEAKS_FOR_A_SIDE
from .scene import Scene, among, by_role, of_level

# So many claims are looked at and named: the newest.
MOST_CLAIMS = 20


def findings_on(findings: Sequence[Finding], agreement: Agreement) -> tuple[tuple[Finding, ...], ...]:
    """For each commitment of the agreement the findings that stand on its sentence."""
    held = [finding for finding in findings if finding.clause is not None]
    starts, ends = (np.array([getattr(f.span, end) for f in held], np.int64) for end in ("start", "end"))
    return tuple(
        tuple(held[n] for n in np.flatnonzero((starts < own.span.end) & (own.span.start < ends)))
        for own in agreement.commitments
    )


def loopholes(scene: Scene, findings: Sequence[Finding]) -> Iterator[Loophole]:
    """The findings on the commitment's sentence, which are given, that claims of those who owe the duty make use of.

    The claim's own words must touch the place found where the kind of use asks for it, so that an exclusion of one
    matter is not tied to a fault about another.
    """
    for use in loophole_uses():
        if findings and scene.has(use.stances):
            places = _fitting(use, scene)
            for finding in findings:
                if finding.code in use.rules and len(places):
                    yield from _used(use, scene, finding, places)


def _fitting(use: LoopholeUse, scene: Scene) -> Array:
    rows = scene.rows
    fits = among(rows, use.stances) & by_role(rows, use.speakers)
    fits &= of_level(rows.view, rows.person("level"), SPEAKS_FOR_A_SIDE) | by_role(rows, ("unplaced",))
    if use.outside:
        fits &= rows["marks"] & OUTSIDE != 0
    return rows.places[np.flatnonzero(fits)[-MOST_CLAIMS:]]


def _used(use: LoopholeUse, scene: Scene, finding: Finding, places: Array) -> Iterator[Loophole]:
    table, rows = scene.view.table, scene.view.rows[places]
    if use.shares:
        found = {word for word in matter_words(finding.span.exact) if not is_weak(word)}
        rows = rows[[bool(found & matter_words(table.words(int(row))).keys()) for row in rows]]
    if len(rows):
        yield Loophole(
            commitment=scene.commitment.id,
            clause=finding.clause,
            code=finding.code,
            name=finding.name,
            fingerprint=finding.fingerprint,
            span=finding.span,
            use=use.name,
            claims=table.keys(rows),
        )
