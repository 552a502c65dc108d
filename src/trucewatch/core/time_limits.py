"""Time limits in the words of an agreement.

`find_limits` reports what the words say: a count of units and what it runs from, a calendar date, an
elastic word, an end event; `anchor_kind` says which known day that is. `due_days` does the arithmetic.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from .date_words import NUMBER, DateMention, find_dates, read_number
from .dates import Duration

Kind = Literal["duration", "day-number", "date", "elastic", "event", "until", "notice", "period"]


@dataclass(frozen=True, slots=True)
class Limit:
    """One time limit, with offsets into the text searched.

    duration: `duration` counted from `anchor` (None: the text does not say from what).
    day-number: day `duration.count` of `anchor`. date: `mention`. event: at `anchor` itself.
    until: up to `anchor` or `mention`. notice: `duration` before something. period: how long a state
    lasts. elastic: no measurable limit. `floor`: the words name the first day ("not earlier than"), not the last.
    """

    start: int
    end: int
    kind: Kind
    duration: Duration | None = None
    anchor: str | None = None
    mention: DateMention | None = None
    before: bool = False
    floor: bool = False

    @property
    def firm(self) -> bool:
        """Whether the words give something to measure by."""
        return self.kind not in ("elastic", "period")


_UNIT = r"(?P<unit>hours?|(?:working|business|calendar|consecutive)[\s-]days?|days?|weeks?|months?|years?|hrs?)"
_COUNT = rf"(?P<n>{NUMBER})(?:\s*\(\s*\w+(?:-\w+)?\s*\))?[\s-]+(?:full\s+|clear\s+)?{_UNIT}\b"
_FROM = (
    r"(?:of|after|from|following|since|upon|as\s+from|as\s+of|counting\s+from|counted\s+from|starting\s+from|starting)"
)
_LEAD = (
    r"(?:within|no\s+later\s+than|not\s+later\s+than|by\s+no\s+later\s+than|no\s+more\s+than|not\s+more\s+than|"
    r"in\s+no\s+more\s+than|in\s+not\s+more\s+than|in\s+less\s+than|in|inside|over|during|after|at\s+the\s+latest)"
)
_MAXIMUM = r"(?:\s+(?:a\s+)?(?:maximum|max\.?|period|total)(?:\s+(?:period\s+)?(?:of))?(?:\s+(?:the\s+)?(?:first|next|following))?|\s+the\s+(?P<rest>remaining|last)|\s+the\s+(?:first|next|following)|\s+at\s+most)?"
_LATEST = r"(?:\s*,?\s+at\s+(?:the\s+)?(?:very\s+)?latest)?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:\s*(?:hours|hrs|h|a\.?m\.?|p\.?m\.?))?|\d{1,2}\s*(?:a\.?m\.?|p\.?m\.?)|\d{4}\s*(?:hours|hrs|h)|midnight|noon|midday)"
_ZONE = r"(?:\s*\((?:[^()]{1,40})\)|\s+(?:[A-Z][\w]+\s+)?(?:local\s+)?time\b|\s*UTC(?:\s?[+-]\s?\d{1,2})?|\s*GMT(?:\s?[+-]\s?\d{1,2})?)?"

_DURATION = re.compile(
    rf"\b(?:(?P<lead>{_LEAD}){_MAXIMUM}\s+)?(?:the\s+)?{_COUNT}(?P<from>\s+(?P<prep>{_FROM}|before|prior\s+to|in\s+advance(?:\s+of)?|ahead\s+of)\b\s*)?",
    re.I,
)
_PERIOD_LEAD = re.compile(
    r"(?:\bfor(?:\s+(?:a\s+|an\s+)?(?:initial\s+|further\s+|renewable\s+|maximum\s+|additional\s+)*(?:period|duration|term)\s+of)?(?:\s+(?:at\s+least|up\s+to|at\s+most|a\s+further|another))?|\b(?:lasts?|lasting|valid\s+for|duration\s+of|period\s+of|term\s+of)(?:\s+for)?|\bevery|\beach|\bper)\s+$",
    re.I,
)
_NOTICE_LEAD = re.compile(
    r"(?:at\s+least|not\s+less\s+than|no\s+less\s+than|minimum\s+of|with|upon|on|giving)\s+$", re.I
)
_THEN = re.compile(r"\s+(thereafter|thereof|afterwards?|later|from\s+then|after\s+that|following\s+that)\b", re.I)
_NOTICE = re.compile(r"['’]?\s+(?:prior\s+|advance\s+|written\s+)*notice\b", re.I)
_DAY_NUMBER = re.compile(
    rf"\b(?:(?:by|on|from|as\s+of|starting\s+on|starting|no\s+later\s+than|not\s+later\s+than|at)\s+)?(?:the\s+)?(?:day\s+(?P<n>{NUMBER})|(?P<nth>{NUMBER}(?:st|nd|rd|th)?)\s+day)\s+(?P<prep>of|after|from|following)\b\s*",
    re.I,
)
# "D-Day" in any letter: "E-Day + 6".
_NAMED_DAY = r"(?:D(?:-?[Dd]ay)?|[A-Z]-[Dd]ay)"
_D_DAY = re.compile(
    rf"\b(?:(?i:by|on|from|at|before|within|no\s+later\s+than|not\s+later\s+than)\s+)?{_NAMED_DAY}\s*(?:\+|plus)\s*(?P<n>\d+)(?:\s*(?P<unit>hours?|days?|weeks?|months?))?\b"
)
_ON_D_DAY = re.compile(
    r"\b(?:(?i:by|on|from|at|before|(?:at\s+)?(?:zero|[\w:.]+)\s+(?:hours?|o['’]clock)\s+on)\s+|(?<=[Bb]etween ))(?P<day>D-?[Dd]ay|[A-Z]-[Dd]ay)\b(?!\s*(?:\+|plus)|\s+\d)(?:,?\s+(?:which|that)\s+is\s+(?P<date>[^,.;:]*))?"
)
# "By Day 10", of a plan whose text dates its Day 1.
_PLAN_DAY = re.compile(
    r"\b(?:(?i:by|on|from|at|before|until|no\s+later\s+than|not\s+later\s+than|between)\s+)[Dd]ay\s+(?P<n>\d{1,3})\b(?!\s+(?:of|after|from|following)\b)"
)
_NEXT_DAY = re.compile(
    r"\b(?:(?:on|by)\s+)?the\s+(?:same|next|following)\s+(?:working\s+|business\s+|calendar\s+)?(?:day|morning|evening|week)\b|\bthe\s+day\s+after(?=\s*[,.;:]|\s*$)",
    re.I,
)
_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RECURRING = re.compile(
    rf"(?:\b(?:on|by|at|before)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:of\s+)?)?\b(?:every|each)\s+(?:(?:second|other|third|first|last|working|calendar|[A-Z][a-z]+)\s+)?(?:day|night|morning|evening|week|month|year|{_WEEKDAYS})\b(?:\s*,?\s+from\s+{_CLOCK}\s+(?:to|until|till)\s+{_CLOCK})?"
    rf"|\bat\s+the\s+(?:end|start|beginning)\s+of\s+(?:every|each)\s+(?:quarter|half-year|season)\b|\bon\s+{_WEEKDAYS}s\b|\b(?:daily|weekly|monthly)(?=\s*(?:[,.;:]|$|and\b|by\b|at\b))",
    re.I,
)
_SEASON_END = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+end\s+of\s+)?[A-Z][a-z]+(?:\s+only)?\b(?!\s+\d)")
_FLOOR = re.compile(
    r"\b(?:(?:not|no)\s+(?:earlier|sooner|less)\s+than|(?:at\s+)?the\s+earliest|at\s+least|more\s+than|a\s+minimum\s+of)\s*$",
    re.I,
)
_ELASTIC = re.compile(
    r"\b(?:immediately|forthwith|with\s+immediate\s+effect|as\s+soon\s+as\s+(?:possible|practicable|feasible|conditions\s+(?:allow|permit))|"
    r"at\s+the\s+earliest(?:\s+(?:possible|opportunity|convenience)(?:\s+\w+)?)?|without\s+(?:undue\s+|further\s+|any\s+)?delay|promptly|"
    r"urgently|in\s+a\s+timely\s+(?:manner|fashion)|in\s+due\s+(?:course|time)|expeditiously|swiftly|speedily|"
    r"at\s+an\s+early\s+(?:date|stage)|within\s+a\s+reasonable\s+(?:time|period)|in\s+the\s+(?:near|shortest)\s+(?:future|possible\s+time)|"
    r"as\s+early\s+as\s+possible|at\s+once|(?<!as\s)soon(?!\s+as\b))\b",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:(?P<now>immediately\s+)?(?:upon\s+(?=(?:the\s+)?(?:sign|approv|entry|adopt|conclu|effective|complet|arriv|deploy|establish|publica|receipt|ratif|instal))|(?<!ban )(?<!prohibition )on\s+(?=(?:the\s+)?(?:signature|signing|approval|adoption|completion|receipt|ratification|arrival)\b))|from\s+the\s+(?:moment|date|time|day|hour)\s+of\s+|as\s+(?:of|from)\s+(?=(?:the\s+)?(?:sign|approv|entry|adopt|conclu|date)))",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till|up\s+to\s+the\s+(?:time|date|day)\s+of|pending)\s+", re.I)
_DATE_LEAD = re.compile(
    rf"(?:\b(?:by(?:\s+(?:no\s+later\s+than|the\s+latest\s+on))?|before|on\s+or\s+before|no\s+later\s+than|not\s+later\s+than|until|till|up\s+to|on|as\s+(?:of|from)|from|since|"
    rf"starting(?:\s+(?:from|on|at|as\s+of))?|beginning(?:\s+(?:on|at|from))?|between|with\s+effect\s+(?:from|as\s+of|on)|effective(?:\s+(?:from|on|as\s+of|at))?|at|prior\s+to|after|in|to|through|"
    rf"\(?deadline:?)\s+)?(?:(?:on|at)\s+)?(?:{_CLOCK}{_ZONE}\s*,?\s*(?:on\s+|of\s+)?)?(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$",
    re.I,
)
_DATE_TAIL = re.compile(rf"\s*,?\s+(?:at\s+|from\s+)?{_CLOCK}{_ZONE}|{_ZONE}", re.I)
_AT_LATEST = re.compile(r"\s*,?\s+at\s+(?:the\s+)?(?:very\s+)?latest\b", re.I)
# Where the words that name an anchor end.
_ANCHOR_STOP = re.compile(
    r"\s*(?:[,;:.()\[\]]|$|\b(?:and|or|but|shall|will|must|may|should|can|with|by|on|at|under|including|unless|provided|which|that|who|is|are|"
    r"was|were|be|each|all|both|as|using|the\s+part(?:y|ies)|to(?!\s+the\s+UN)|a|an|has|have|had|if|where|when|until|such|no|not)\b)",
    re.I,
)
_ANCHOR_TAIL = re.compile(r"(?:\s+(?:in|at|for)\s+.*)$", re.I)


def find_limits(text: str) -> list[Limit]:
    """Time limits in order of place; where two overlap the one that gives more to measure by is kept."""
    finders: tuple[Callable[[str], Iterator[Limit]], ...] = (
        _durations,
        _day_numbers,
        _dates,
        _events,
        _untils,
        _elastics,
        _recurrences,
    )
    found = [limit for finder in finders for limit in finder(text)]
    kept: list[Limit] = []
    for limit in sorted(found, key=lambda x: (x.kind == "elastic", x.kind in ("event", "until"), -(x.end - x.start))):
        if all(limit.end <= other.start or limit.start >= other.end for other in kept):
            kept.append(limit)
    return [_floored(text, limit) for limit in _lasting(text, _between(text, sorted(kept, key=lambda x: x.start)))]


def _lasting(text: str, limits: list[Limit]) -> list[Limit]:
    """ "For six months from the date of signature" is a period; where it begins is no day to be met."""
    made: list[Limit] = []
    for limit in limits:
        if (
            made
            and made[-1].kind == "period"
            and limit.kind == "event"
            and not text[made[-1].end : limit.start].strip()
        ):
            made[-1] = replace(made[-1], end=limit.end)
        else:
            made.append(limit)
    return made


def _floored(text: str, limit: Limit) -> Limit:
    """ "Not earlier than 5 days after signature" opens a time and sets no end to it."""
    if limit.kind not in ("duration", "day-number", "date"):
        return limit
    lead = (re.compile(r"(?i)\bnot\s+$") if limit.before else _FLOOR).search(text[: limit.start])
    return replace(limit, start=lead.start(), floor=True) if lead else limit


def _between(text: str, limits: list[Limit]) -> list[Limit]:
    """ "Between D+10 and D+30" is one limit, which ends with the second."""
    made: list[Limit] = []
    for limit in limits:
        lead = re.search(r"(?i)\bbetween\s+$", text[: made[-1].start]) if made else None
        if lead and re.fullmatch(r"(?i)\s+and\s+", text[made[-1].end : limit.start]):
            made[-1] = replace(limit, start=lead.start())
        else:
            made.append(limit)
    return made


def _anchor_words(text: str, start: int) -> tuple[str | None, int]:
    """The noun phrase that starts at `start`, and where it ends."""
    at = start
    article = re.compile(r"(?:the|this|its|their|that|such|each|every|any|all|both|an?)\s+", re.I)
    while match := article.match(text, at):
        at = match.end()
    stop = _ANCHOR_STOP.search(text, at)
    end = stop.start() if stop else len(text)
    words = _ANCHOR_TAIL.sub("", text[start:end])
    words = " ".join(words.split()[:12])
    if not words:
        return None, start
    return words, start + len(_ANCHOR_TAIL.sub("", text[start:end]).rstrip())


def _unit(words: str) -> str:
    words = words.lower()
    if words.startswith(("working", "business")):
        return "working-day"
    if words.startswith(("calendar", "consecutive")):
        return "day"
    return "hour" if words.startswith("h") else words.rstrip("s")


def _durations(text: str) -> Iterator[Limit]:
    for hit in _DURATION.finditer(text):
        count = read_number(hit["n"])
        if count is None:
            continue
        duration = Duration(count, _unit(hit["unit"]))
        lead, prep = (hit["lead"] or "").lower(), " ".join((hit["prep"] or "").lower().split())
        head = text[: hit.start()]
        bare_end = hit.start("from") if hit["from"] else hit.end()
        notice: re.Match[str] | None = None
        if (
            prep in ("before", "prior to", "ahead of")
            or prep.startswith("in advance")
            or (notice := _NOTICE.match(text, bare_end))
        ):
            anchor, end = (
                _anchor_words(text, hit.end())
                if prep not in ("", "in advance")
                else (None, hit.end() if prep else notice.end() if notice else bare_end)
            )
            yield Limit(_with(head, hit.start(), _NOTICE_LEAD), end, "notice", duration, anchor, before=True)
            continue
        if not lead:
            period = _PERIOD_LEAD.search(head)
            if period:
                yield Limit(period.start(), bare_end, "period", duration)
                continue
            if prep not in ("after", "from", "following", "of", "upon"):
                latest = _AT_LATEST.match(text, bare_end)
                if latest:
                    yield Limit(hit.start(), latest.end(), "duration", duration)
                continue
            if prep == "of":
                continue
        # "Over seventy years of age" says how old.
        if prep == "of" and re.match(r"ages?\b", text[hit.end() :], re.I):
            continue
        anchor, end = _anchor_words(text, hit.end()) if prep else (None, bare_end)
        if then := _THEN.match(text, bare_end):
            anchor, end = then[1], then.end()
        elif prep and anchor is None:
            # It counts from something, if not from a thing that has a name.
            anchor, end = prep, bare_end
        if hit["rest"]:
            # "The remaining nine days of the pause" are counted from a day that is not its first.
            anchor = text[hit.start("rest") : end]
        latest = _AT_LATEST.match(text, end)
        yield Limit(hit.start(), latest.end() if latest else end, "duration", duration, anchor)


def _with(head: str, start: int, lead: re.Pattern[str]) -> int:
    found = lead.search(head)
    return found.start() if found else start


def _day_numbers(text: str) -> Iterator[Limit]:
    for hit in _DAY_NUMBER.finditer(text):
        number = read_number(hit["n"] or hit["nth"])
        anchor, end = _anchor_words(text, hit.end())
        # "the 24th day of December 2017" is a date.
        if (
            number is None
            or anchor is None
            or any(m.kind != "relative" and m.start < end and m.end > hit.end() for m in find_dates(text))
        ):
            continue
        latest = _AT_LATEST.match(text, end)
        kind: Kind = "day-number" if hit["prep"].lower() == "of" else "duration"
        yield Limit(hit.start(), latest.end() if latest else end, kind, Duration(number, "day"), anchor, before=False)
    for hit in _D_DAY.finditer(text):
        yield Limit(hit.start(), hit.end(), "duration", Duration(int(hit["n"]), _unit(hit["unit"] or "day")), "D-Day")
    for hit in _ON_D_DAY.finditer(text):
        dated = hit["date"] and any(m.kind == "day" for m in find_dates(hit["date"]))
        yield Limit(hit.start(), hit.end() if dated else hit.end("day"), "event", anchor="D-Day")
    for hit in _PLAN_DAY.finditer(text):
        before = hit[0].lower().startswith("before")
        count = int(hit["n"]) - 1 - before
        if count >= 0:
            yield Limit(hit.start(), hit.end(), "duration", Duration(count, "day"), "Day 1")


def _dates(text: str) -> Iterator[Limit]:
    mentions = find_dates(text)
    for place, mention in enumerate(mentions):
        if mention.kind in ("weekday", "relative", "year"):
            continue
        lead = _DATE_LEAD.search(text[: mention.start])
        start = lead.start() if lead else mention.start
        words = lead[0].lower().split() if lead and lead[0] else []
        # "the law of 3 May", "the 2014 line": a date that names something is no time limit.
        if not words or (words[0] in ("the", "at") and len(words) == 1):
            continue
        if words[0] == "between" and mention.kind == "day":
            # Of "between 3 May and 9 May" the second day is the last.
            other = mentions[place + 1] if place + 1 < len(mentions) else None
            if other is None or not re.fullmatch(r"(?i)\s+and\s+(?:the\s+)?", text[mention.end : other.start]):
                continue
            mention = other
        season = _SEASON_END.match(text, mention.end) if mention.kind == "month" and not mention.year_known else None
        if season and words[0] in ("from", "between"):
            # "From November to April" comes every year.
            yield Limit(start, season.end(), "period")
            continue
        tail = _DATE_TAIL.match(text, mention.end)
        # The full stop after "5 May." may be the sentence's own.
        bare = mention.end - (text[mention.end - 1] == ".")
        end = tail.end() if tail and tail.end() > mention.end else bare
        latest = _AT_LATEST.match(text, end)
        kind: Kind = "until" if words[0] in ("until", "till", "through") else "date"
        yield Limit(
            start,
            latest.end() if latest else end,
            kind,
            mention=mention,
            before=words[0] in ("before", "prior"),
            floor=words[0] == "after",
        )


def _events(text: str) -> Iterator[Limit]:
    for hit in _EVENT.finditer(text):
        anchor, end = _anchor_words(text, hit.end())
        if anchor:
            yield Limit(hit.start(), end, "event", anchor=anchor)
    for hit in _NEXT_DAY.finditer(text):
        yield Limit(hit.start(), hit.end(), "event", anchor=hit[0].rstrip(","))


def _recurrences(text: str) -> Iterator[Limit]:
    for hit in _RECURRING.finditer(text):
        yield Limit(hit.start(), hit.end(), "period")


def _untils(text: str) -> Iterator[Limit]:
    for hit in _UNTIL.finditer(text):
        stop = re.search(r"[,;:.()]|$", text[hit.end() :])
        end = hit.end() + (stop.start() if stop else 0)
        words = " ".join(text[hit.end() : end].split()[:20])
        if words:
            yield Limit(hit.start(), end, "until", anchor=words)


def _elastics(text: str) -> Iterator[Limit]:
    for hit in _ELASTIC.finditer(text):
        yield Limit(hit.start(), hit.end(), "elastic")


# --------------------------------------------------------------------------- what it counts from

_INSTRUMENT = r"(?:agreement|memorandum|protocol|document|accord|declaration|statement|communiqu[eé]|arrangement|understanding|instrument|minutes|package\s+of\s+measures)s?"
# "The adoption of the constitution" is another day than that of the agreement itself.
_THIS = rf"(?:(?:this|the\s+present)\s+(?:[\w-]+\s+){{0,5}}?{_INSTRUMENT}|(?:the\s+|such\s+|said\s+)*(?:cease-?\s?fire\s+|truce\s+|cessation\s+of\s+hostilities\s+)?{_INSTRUMENT}|it)(?:\s+of\s+understanding)?"
_OF_THIS = rf"(?:\s+(?:of\s+)?{_THIS}|\s+thereof)?\s*$"

_ANCHOR_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "entry-into-force",
        re.compile(
            rf"(?:\b(?:ent(?:ry|ering)|coming)\s+into\s+(?:force|effect)|\beffective\s+date|\btaking\s+(?:of\s+)?effect|\beffectiveness){_OF_THIS}"
            rf"|^{_THIS}\s+(?:enters?|comes?)\s+into\s+(?:force|effect)|^{_THIS}\s+takes?\s+effect",
            re.I,
        ),
    ),
    ("D-Day", re.compile(r"\bD-?Day\b|(?-i:\b[A-Z]-[Dd]ay\b)", re.I)),
    ("Day 1", re.compile(r"^Day\s+(?:1|one)$", re.I)),
    (
        "signature",
        re.compile(
            rf"^(?:the\s+)?(?:(?:date|day|moment|time|hour)\s+of\s+)*(?:the\s+|its\s+|such\s+)?(?:sign(?:ing|ature|ed){_OF_THIS}|(?:approval|adoption|conclusion)\s+of\s+{_THIS}\s*$|this\s+{_INSTRUMENT}\s*$)",
            re.I,
        ),
    ),
    (
        "ceasefire-start",
        re.compile(
            r"^(?:the\s+|this\s+)?(?:(?:start|beginning|commencement|onset|declaration|(?:entry|coming)\s+into\s+(?:force|effect))\s+of\s+)?(?:the\s+)?(?:cease-?\s?fire|truce|cessation\s+of\s+hostilities|pause|humanitarian\s+pause)$",
            re.I,
        ),
    ),
)


def anchor_kind(words: str) -> str | None:
    """Which known anchor the words name, or None for an event that only the future can date."""
    for kind, pattern in _ANCHOR_KINDS:
        if pattern.search(words.strip()):
            return kind
    return None
