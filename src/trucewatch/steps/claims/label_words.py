"""Words in front of a colon that are nobody who speaks: a day, the heading of a section, a place, whom the words are meant for."""

import re
from collections.abc import Sequence
from functools import cache

from trucewatch.core.date_words import MONTH_NAMES
from trucewatch.vocabulary.reports import report_vocabulary

from .mentions import TITLES

_SHORT_MONTH = "|".join((*(m[:3] for m in MONTH_NAMES), "Sept"))
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)"
_LONG_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# "Early May: ...", "Monday: ...", "Tues 4 May: ..." of a chronology: when, and not who; "APRIL: ..." is somebody.
_TIME = re.compile(
    r"(?:(?:Early|Mid|Late|End|Beginning|Start|Middle|Morning|Evening|Night|Of|of|the|in|on|On|In|That|Next|Same|Last|Day|day|Week|week"
    rf"|{_LONG_WEEKDAY}|{_WEEKDAY}\b|{'|'.join(MONTH_NAMES)}|(?:{_SHORT_MONTH})\b"
    r"|Yesterday|Today|Tomorrow|Tonight|Later|morning|afternoon|evening|night|\d{1,4}(?:st|nd|rd|th)?)[\s.,-]*)++\Z"
)
# What heads a part of a text, alone or behind other words: "Key findings", "OUR TAKE", "Security update".
_HEADINGS = frozenset(
    "note update background summary thread breaking source date subject re from to cc release report correspondents editors "
    "transcript speakers participants speaking panel finding decision action assessment outcome remark comment commentary conclusion "
    "place location recommendation highlight overview outlook verdict point line take analysis context annex item issue incident "
    "status result step time type topic title headline objective purpose detail description cause casualties evidence warning reminder "
    "correction clarification caveat lesson trend risk implication judgement judgment reading explainer fact myth claim "
    "allegation article clause paragraph section part chapter phase table figure box map photo caption video agenda minutes "
    "on after ago later since year month week what why how next matter news situation development violation event activity observation flash urgent alert".split()
)
_QUESTIONS = frozenset("what why how where when who which whether".split())
# "To the Government: release them": whom it is meant for.
_MEANT_FOR = re.compile(r"(?:To|For)\s(?:the\s|all\s|both\s)?[A-Za-z]")
# Places without a name of their own, and what stands behind or in front of one: "Donetsk region", "Sector East".
_GROUND = (
    r"(?:region|area|sector|district|province|governorate|village|town|city|camp|zone|corridor|oblast|municipality|county|capital|"
    r"countryside|suburb|outskirt|airport|port|border|bridge|road|valley|hill|mountain|coast|island|crossing|river|checkpoint)s?"
)
_DIRECTION = (
    r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|cent(?:re|er)|northern|southern|eastern|western|central)"
)
_PLACE = re.compile(
    rf"(?i:(?:the\s)?{_DIRECTION}(?:(?:\s|,\s|\s?/\s?|\sand\s){_DIRECTION})*\Z"
    rf"|(?:[\w'’-]+\s){{0,4}}(?:[\w-]+-held\s)?{_GROUND}(?:\s(?:of|in)\s.+)?\Z"
    rf"|(?:sector|zone|area|district|region|checkpoint|camp)\s(?:{_DIRECTION}|\d{{1,3}}|[A-Z]|one|two|three|four|five|six)\Z)"
)


# What heads a list of what happened, place by place; "Statements" and "Reactions" head a list of those who speak.
_EVENTS = frozenset(
    "incident event violation report security military overview situation development access activity attack clash ground "
    "observation finding highlight field chronology fighting shelling operation patrol".split()
)
_HEAD_WORDS, _HEADING_WORDS, _PLACE_WORDS = 5, 3, 3


# What stands in an office beside words for somebody: "deputy minister for foreign affairs".
_QUALIFIES = frozenset(
    "of the for and to in al el de special deputy acting chief senior foreign defence defense interior prime press military former vice "
    "official affairs security peace political regional local head general principal".split()
)
_DESKS = frozenset("press media spox desk duty ops".split())
_NEWSPAPERS = frozenset("time times mirror post daily globe sun star".split())


def is_time(label: str) -> bool:
    """Whether words say when and not who."""
    return _TIME.match(label) is not None


def is_day_and_place(label: str) -> bool:
    """Whether words say when and where: "3 May 2021, Kilo", "Old Ferry, 9 May"."""
    parts = [part.strip() for part in label.split(",")]
    days = [part for part in parts if is_time(part)]
    names = [part for part in parts if not is_time(part)]
    if not any(re.search(r"\d", day) for day in days) or len(names) != 1:
        return False
    words = names[0].split()
    return 0 < len(words) <= _PLACE_WORDS and all(w[:1].isupper() for w in words) and not is_known(names[0])


def is_heading(label: str) -> bool:
    """Whether words head a part of a text: "Key findings", "BOTTOM LINE"; "Mr. Point" is somebody."""
    words = re.findall(r"[a-z']+", label.lower())
    if not words or words[0] in TITLES:
        return False
    # "CONCORD TIMES" is a newspaper.
    last = words[-1] if words[-1] != "times" else ""
    return last in _HEADINGS or last.removesuffix("s") in _HEADINGS or words[0] in _QUESTIONS


def is_place(label: str) -> bool:
    """Whether words name a place by what it is: "Sector East", "Donetsk region", "North"."""
    return _PLACE.match(label) is not None


def names_nobody(label: str) -> bool:
    """Whether words in front of a colon are nobody who speaks."""
    return is_time(label) or is_heading(label) or is_place(label) or is_meant_for(label)


def is_meant_for(label: str) -> bool:
    """Whether words say whom those behind them are meant for: "To the Government"."""
    return _MEANT_FOR.match(label) is not None


def heads_words(label: str) -> bool:
    """Whether words of whatever letters head what follows: "Donetsk region", "Key findings", but not "The army's decision"."""
    short = len(label.split()) <= _HEADING_WORDS and re.search(r"['’]", label) is None
    return is_place(label) or (short and is_heading(label))


def is_thing(label: str) -> bool:
    """Whether a label of common words ends in a thing, as "Hospitals" does: what follows is about it."""
    words = re.findall(r"[a-z']+", label.lower())
    if not words or words[0] in TITLES or label.isupper():
        return False
    last = {words[-1], words[-1].removesuffix("s")} - _NEWSPAPERS
    return not last.isdisjoint(_things())


def names_places(text: str, labels: Sequence[str], head: str) -> bool:
    """Whether the labels of a list name places: one that is, or a line above that says so where they are several."""
    if not labels:
        return False
    several = len(labels) > 1 and len(set(labels)) == len(labels)
    lone = [label for label in labels if is_place(label) or _lies_in(text, label)]
    return (bool(lone) and (several or len(lone) == len(labels))) or (several and is_ground(head))


def _lies_in(text: str, label: str) -> bool:
    """Whether a text elsewhere has something happen "in" or "near" what a label names."""
    return re.search(rf"\b(?:in|at|near|around|outside|inside|into)\s{re.escape(label)}\b", text) is not None


def is_ground(head: str) -> bool:
    """Whether a line heads what happened at several places: "Incidents", "FIELD REPORTS"."""
    words = re.findall(r"[a-z]+", head.lower())
    return 0 < len(words) <= _HEAD_WORDS and not _EVENTS.isdisjoint({words[-1], words[-1].removesuffix("s"), words[0]})


@cache
def _things() -> frozenset[str]:
    """Nouns that are things in reports, and nobody who speaks; "radio" may be either."""
    vocabulary = report_vocabulary()
    somebody = frozenset().union(*(vocabulary.classes[name] for name in ("people", "group", "seat", "forces", "body")))
    return vocabulary.classes["thing"] - somebody - frozenset(vocabulary.roles)


def is_known(label: str) -> bool:
    """Whether a label names somebody by what they are, "Rebels", "Army", or by initials."""
    words = re.findall(r"[\w.'’-]+", label)
    return any(_is_somebody(word) for word in words)


def is_titled(label: str) -> bool:
    """Whether words name one person by a title or an office: "President Amadou Kone", "Special Envoy"."""
    vocabulary = report_vocabulary()
    words = [word.lower().rstrip(".") for word in label.split(" of ")[0].split()]
    persons = vocabulary.classes["person"] | frozenset(vocabulary.roles) | TITLES
    return not persons.isdisjoint(words) and words[-1] not in vocabulary.classes["group"] - persons


def is_office(label: str) -> bool:
    """Whether words are an office in small letters with or without a name: "Special envoy Karim Odeh", "Army spokesman"."""
    small = [word for word in label.split() if word[:1].islower()]
    persons = report_vocabulary().classes["person"] | frozenset(report_vocabulary().roles) | _DESKS
    offices = [word for word in small if word in persons]
    return bool(offices) and all(word in _QUALIFIES | _DESKS or is_known(word) for word in small)


def _is_somebody(word: str) -> bool:
    plain = word.lower().rstrip(".")
    short = word.isupper() and len(word) > 1
    return short or plain in TITLES or not {plain, plain.removesuffix("s")}.isdisjoint(_somebodies())


@cache
def _somebodies() -> frozenset[str]:
    vocabulary = report_vocabulary()
    named = ("group", "third_party", "state_camp", "rebel_camp", "forces", "person", "seat")
    return frozenset(vocabulary.roles).union(*(vocabulary.classes[name] for name in named))
