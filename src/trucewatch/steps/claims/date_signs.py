"""Signs in a text that say when its words were said: kinds of text, turns of phrase, forms of the verb."""

import re
from datetime import date

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse, Token

from .draft import Draft
from .report_dates import ReportDates

# From so many speakers on a text is a sitting.
_SITTING = 3
_KINDS = ("thread", "live", "interview", "minutes", "statement", "daily", "report", "filed")
_OPEN_KINDS = frozenset("filed dated period undated".split())
_AHEAD = frozenset("will would shall must should may might can could to".split())
_HAS = frozenset("has have 've".split())
_IS = frozenset("is are am 's 're does do".split())
_WAS = frozenset("was were did".split())
_PERSONAL = {"he": "he", "she": "he", "it": "it", "they": "they", "we": "we", "i": "we"}
_THEIRS = frozenset("his her its their our my same".split())
_OPENERS = frozenset(
    "he she it they we i his her its their asked but however yet still also then later earlier according for in on at by to when "
    "while as since so and both neither nobody none that this these the meanwhile elsewhere once after before if".split()
)
# How far back a question from the floor is looked for.
_QUESTION = 400

# Where words were heard, and turns of phrase that say until when, since when, how often something holds.
_TURNS = {
    "briefing": "news conference, press conference, briefing, reporters, journalists, newsmen",
    "paper": "statement, letter, communiqué, communique, bulletin, leaflet, release, report, note, memo, order",
    "air": "radio, television, tv, station, agency, newspaper, daily, interview, by telephone, by phone",
    "post": "post, posts, posted, tweet, tweets, tweeted, wrote, writes, channel, video",
    "us": "us, me, our reporter, our correspondent, this newspaper",
    "meeting": "meeting, session, sitting, talks, rally, parliament, assembly, council, hearing, visit",
    "till now": "so far, until now, until today, to date, up to now, as yet, yet to, still",
    "since": "since",
    "today": "today, this morning, this afternoon, this evening, tonight, just now, at noon, at midday",
    "also": "also, too, likewise, as well, in turn, for his part, for her part, for its part, for their part",
    "earlier": "earlier, before, previously, already, once, again, repeatedly, often, long",
    "later": "later, afterwards, then, thereupon, next, finally",
    "private": "private, privately, quietly, confidence, closed, anonymity, off the record, not to be named, behind",
    "public": "public, publicly, openly",
}
_ALL = [(phrase, name) for name, phrases in _TURNS.items() for phrase in phrases.split(", ")]
_OF_WORD = {phrase: name for phrase, name in _ALL if " " not in phrase}
_PHRASES = [(f" {phrase} ", name) for phrase, name in _ALL if " " in phrase]
_WORD = re.compile(r"\w+")
# A bulletin speaks of its own day as it passes.
_NOW = re.compile(
    r"(?i)\b(?:this (?:morning|afternoon|evening|hour)|tonight|good (?:morning|evening|afternoon)"
    r"|our (?:correspondent|reporter)|just in)\b"
)
_ASKED = re.compile(r"(?:^|\n)(?:Q|QUESTION|Question|REPORTER|JOURNALIST)\b[^\n:]{0,50}:[^\n]*$")
# What carries words, in front of its day: "in a letter of 2 June".
_PAPER = re.compile(
    r"(?i)\b(?:letters?|statements?|messages?|notes?|communiqu[eé]s?|posts?|tweets?|broadcasts?|speech|address|interviews?"
    r"|meeting|session|sitting|briefing|conference|reports?|bulletins?|reply|answer|memo|cable|video|hearing|column"
    r"|article|editorial|document|order|release)\b[^.;:]{0,30}?\s*,?\s*(?:of|on|from|dated|for)\s+(?:the\s+)?$"
)


def kind_of_text(dates: ReportDates, speakers: int, noted: bool) -> str:
    """What kind of text it is, as far as its days go; `noted` says that its sources are named."""
    kind = next((name for name in _KINDS if getattr(dates, name)), None)
    if kind is None:
        kind = "dated" if dates.published is not None else "period" if dates.period is not None else "undated"
    if kind not in _OPEN_KINDS:
        return kind
    if speakers >= _SITTING:
        return f"{kind} sitting"
    if noted:
        return f"{kind} noted"
    return f"{kind} bulletin" if len(_NOW.findall(dates.document.text)) > 1 else kind


def heard(words: str) -> set[str]:
    """The turns of phrase in some words, by name."""
    found = _WORD.findall(words.lower())
    line = f" {' '.join(found)} "
    return {_OF_WORD[word] for word in found if word in _OF_WORD} | {name for p, name in _PHRASES if p in line}


def asked(text: str, offset: int) -> bool:
    """Whether words stand in a question from the floor."""
    return _ASKED.search(text, max(0, offset - _QUESTION), offset) is not None


def of_paper(before: str) -> bool:
    """Whether the words in front of a day name a letter, a meeting or the like, whose day it is."""
    return _PAPER.search(before) is not None


def tense_of(parse: Parse, verb: Token) -> str:
    """The form of a verb with its auxiliaries: past, perfect, now, ahead, or its tag."""
    helped = {kid.lower for kid in parse.children(verb, "aux", "auxpass")}
    if helped & _AHEAD:
        return "ahead"
    if helped & _HAS:
        return "perfect"
    if "had" in helped:
        return "past perfect"
    if verb.tag in ("VBZ", "VBP") or helped & _IS:
        return "now"
    return "past" if verb.tag == "VBD" or helped & _WAS else verb.tag


def opening(words: str) -> str:
    """The first word of a sentence, where it is one that ties the sentence to what was told before."""
    first = _WORD.search(words.lower())
    return first[0] if first and first[0] in _OPENERS else "other"


def called(parse: Parse, draft: Draft) -> str:
    """How the text calls whoever speaks or acts: by a pronoun, a name, a noun, as somebody's, not at all."""
    token = draft.frame.speaker if draft.frame is not None else draft.subject
    if token is None:
        return "nobody"
    if token.lower in _PERSONAL:
        return _PERSONAL[token.lower]
    kids = {kid.lower for kid in parse.children(token, "poss", "amod")}
    if kids & _THEIRS:
        return "same" if "same" in kids else "theirs"
    if token.pos == "PROPN":
        return "name"
    return "nouns" if token.tag == "NNS" else "noun" if token.pos == "NOUN" else "else"


def age_of(when: When, own: date | None) -> str:
    """How long before the report's own day a day lies."""
    if when.latest is None or own is None:
        return "unknown"
    days = (own - when.latest).days
    if days < 0:
        return "ahead"
    return "same" if days == 0 else "a day" if days == 1 else "week" if days <= 7 else "month" if days <= 31 else "old"
