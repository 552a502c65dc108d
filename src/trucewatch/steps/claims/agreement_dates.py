"""When and where an agreement was signed, by the words around its name, and whose name it is that a day stands beside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.core.dates import When

from .report_dates import Dated, ReportDates

Range = tuple[int, int]

_SIGNED = r"(?:co-?)?(?:signed|concluded|reached|agreed|adopted|initialled|initialed|brokered|struck|sealed|declared|announced|proclaimed|negotiated|made)"
_PLACE = r"(?P<place>[A-Z][\w'’-]+(?:[ ,]+(?:(?:el|al|es|de|of|the)[- ])?[A-Z][\w'’-]+){0,3})"
_WHO = r"(?:by|between|with|among)\s[^.;:()\n]{3,70}?"
# What may still belong to a name or stand behind it: ", Salif and Ra's Issa", "between the army and the front".
_STILL = (
    r"(?:['’\"”]|\s*\([A-Z][\w&/-]{1,9}\))?(?:(?:,|\s+and)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*){0,4}"
    r"(?:\s+(?:between|by|among)\s[^.;:()\n]{3,90}?)?"
)
# Between a name and its day: "(CoHA), which was signed in Pretoria on", " of", " (", ", reached at Rimbo, near Stockholm, on".
_AFTER = re.compile(
    rf"{_STILL}(?:,?\s*(?:which|that)\s+(?:was|were|had been)|,?\s*(?:was|were|had been))?"
    rf"(?:(?:\s*,\s*|\s+|\s*\()(?:first\s+|originally\s+)?(?:{_SIGNED}\s+(?:in|at|on)\s[^.,;:()\n]{{3,40}}?\s+and\s+)?{_SIGNED}(?:\s+and\s+{_SIGNED})?(?:\s+there)?(?:\s+{_WHO})??"
    rf"(?:(?:\s+(?:in|at)(?:\s+the\s+\w+\s+(?:\w+\s+)?of)?|,)?\s+{_PLACE}(?:,?\s+(?:near|outside)\s+[A-Z][\w'’-]+)?)?(?:\s+{_WHO})?,?|(?P<of>\s+(?:of|from|dated)|\s*\())"
    r"\s*(?:(?:on|in|up|effective|since)\s+)*(?:the\s+)?"
)
# A day on which it began to hold: told where no day of signing is.
_IN_FORCE = re.compile(
    rf"{_STILL},?\s*(?:(?:which|that)\s+)?(?:has\s+been\s+|have\s+been\s+|had\s+been\s+|was\s+)?(?:(?:came|come|went|gone|entered|put)\s+into\s+(?:force|effect)|took\s+(?:effect|hold)"
    r"|in\s+(?:force|effect|place)|began|begun|started|(?:that\s+)?has\s+(?:largely\s+)?held|observed)[^.;:()\n]{0,30}?\s+(?:on|in|since|from|at\s+[\w: ]{3,20}\s+on)\s+(?:the\s+)?"
)
_FARTHEST = 160
# How surely a day is that of the signing: beside the name, in a sentence that tells of it, and when it began to hold.
BESIDE, IN_SENTENCE, IN_FORCE = 0, 1, 2
# Nouns that name an agreement, and those that do where the text shows that it was signed.
NOUNS = frozenset(
    "agreement accord deal ceasefire cease-fire truce pact memorandum protocol armistice cessation treaty".split()
)
WEAK = frozenset(
    "arrangement statement package declaration document text roadmap understanding act charter concordat settlement".split()
)
# Words of names that many agreements have in common.
_COMMON = frozenset(f"{noun}{ending}" for noun in NOUNS | WEAK for ending in ("", "s")) | frozenset(
    "hostilities peace general comprehensive permanent bilateral national temporary political joint military final initial "
    "framework implementation revitalised revitalized additional of and on the for in".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """A day that is told of a mention of an agreement, how surely it is that of the signing, and where that was."""

    mention: Range
    when: When
    rank: int
    place: Range | None = None
    # The day is what tells this one from others of its kind: "the cessation of 1997".
    names: bool = False


def beside(dates: ReportDates, mentions: Iterable[Range]) -> Iterator[Told]:
    """The days that stand right before, in and right behind the mentions of an agreement."""
    text = dates.document.text
    for start, end in mentions:
        within = _dated(dates, start, end)
        before = [
            d for d in _dated(dates, max(0, start - 30), start) if text[d.mention.end : start].strip("'’s ") == ""
        ]
        for dated in (*within, *before[-1:]):
            # "Friday" tells no day in "the Good Friday Agreement".
            if dated.mention.edtf:
                yield Told((start, end), dated.when, BESIDE, names=True)
        after = next((d for d in _dated(dates, end, end + _FARTHEST) if _is_day(d)), None)
        if after is None:
            continue
        lead = _AFTER.fullmatch(text, end, after.mention.start)
        if lead is not None:
            place = lead.span("place") if lead["place"] else None
            yield Told((start, end), after.when, BESIDE, place, names=bool(lead["of"]))
        elif _IN_FORCE.fullmatch(text, end, after.mention.start):
            yield Told((start, end), after.when, IN_FORCE)


def of_name(text: str, name: str, told: Sequence[Told]) -> Told | None:
    """The day that goes with a name: beside the name itself before one beside "the agreement", never beside another name."""
    own = _proper(name)
    noun = _noun(name)
    fitting: list[tuple[int, int, int, Told]] = []
    for one in told:
        words = text[slice(*one.mention)]
        other = _proper(words)
        if own and other and not own & other:
            continue
        if own and not other and (one.names or one.rank == IN_FORCE) and _noun(words) != noun:
            continue
        fitting.append((0 if own & other or words == name else 1, one.rank, one.mention[0], one))
    if not fitting:
        return None
    best = min(fitting, key=lambda f: f[:3])[3]
    # "The 2006 agreement" is that of 7 September 2006.
    return next((f[3] for f in sorted(fitting, key=lambda f: f[:3]) if _is_within(f[3].when, best.when)), best)


def _is_within(one: When, other: When) -> bool:
    """Whether some days are a part of others, and not all of them."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    inside = other.earliest <= one.earliest and one.latest <= other.latest
    return inside and one.latest - one.earliest < other.latest - other.earliest


def _dated(dates: ReportDates, start: int, end: int) -> list[Dated]:
    """The days that start in a stretch, but those counted from an event: "the day after the deal" waits for the deal's."""
    found = (dates.resolve(m) for m in dates.between(start, end) if m.base != "event")
    return [dated for dated in found if dated is not None]


def _is_day(dated: Dated) -> bool:
    return dated.mention.kind in ("day", "days", "span", "month", "year", "weekday", "relative", "monthday")


def _proper(name: str) -> frozenset[str]:
    """The words of a name that other agreements do not have."""
    words = (word.strip("\"'“”’,()").removesuffix("'s").removesuffix("’s") for word in name.split())
    return frozenset(w.lower() for w in words if w[:1].isupper() and w.lower() not in _COMMON and not w.isdigit())


def _noun(name: str) -> str:
    """What a name calls the agreement: "agreement" in "Cessation of Hostilities Agreement" and in "Agreement for Peace"."""
    words = [w.strip("\"'“”’,()").lower() for w in re.split(r"\s(?:for|on)\s", name)[0].split()]
    return next((w for w in reversed(words) if w in NOUNS | WEAK), "")
