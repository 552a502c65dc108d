"""On which day each claim was made: the answer of the rules, unless clearly more speaks for another day, or for none."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.dates import When
from trucewatch.vocabulary.link_weights import date_weights

from .date_facts import DateFacts, day_of
from .date_places import acts
from .draft import Draft

# How much more must speak for another day than for the answer of the rules: where they give none, and where they give one.
_MARGIN, _FIRM = 0.2, 0.6
# So much more in a text of fewer claims than these: it was learned from longer ones.
FEW, _MORE = 6, 1.2


def choose_dates(drafts: Sequence[Draft], facts: DateFacts) -> None:
    """Gives each claim the day that its facts speak for; one that the rules did not give is noted.

    Where the text contradicts itself, every day stays; so does the day of the source that it names.
    """
    weights = date_weights()
    for n, draft in enumerate(drafts):
        ruled = day_of(draft)
        if draft.settled or (ruled is not None and ruled.conflict):
            continue
        days = facts.candidates(n)
        points = [day.points(weights) for day in days]
        best = days[chosen(points, dated=ruled is not None, few=len(drafts) < FEW)]
        if best is not days[0]:
            # A day that the claim's own sentence does not name is computed from where it stands.
            computed = best.when is not None and not facts.names(draft, best.when)
            _give(draft, replace(best.when, computed=True) if best.when is not None and computed else best.when)
            draft.notes.append(f"day by learned facts; by rules {ruled.edtf if ruled is not None else 'none'}")


def _give(draft: Draft, day: When | None) -> None:
    draft.said = day
    if acts(draft):
        draft.happened = day


def chosen(points: Sequence[float], *, dated: bool, few: bool = False) -> int:
    """The number of the day that most speaks for; that of the rules, the first, where it is not much less.

    `dated` says that the rules give a day, `few` that the text holds few claims: both take more to overrule.
    """
    best = max(range(len(points)), key=points.__getitem__)
    margin = (_FIRM if dated else _MARGIN) + (_MORE if few else 0)
    return best if points[best] - points[0] > margin else 0
