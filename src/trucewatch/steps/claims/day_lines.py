"""Lines and sentences in which a text names the day that it bears itself, apart from its title and dateline."""

import re
from collections.abc import Callable, Iterator, Sequence

from trucewatch.core.date_words import DateMention
from trucewatch.core.model import Block, Document

Between = Callable[[int, int], Sequence[DateMention]]

STATEMENT = re.compile(
    r"(?i)\b(?:communiqu[eé]|statement|(?:press|news|media|daily|noon|background)\s+briefing(?!\s+(?:note|paper))"
    r"|^\W*briefing(?:\s+(?:by|on|to|of)\b|\W*$)"
    r"|transcript|remarks|(?:press|news|media)\s+release|press\s+note|notes?\s+to\s+(?:the\s+press|correspondents)|open\s+letter|circular|manifesto"
    r"|summary\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:meeting|session|sitting)s?"
    r"|declaration|press conference|interview|hearing|proceedings|(?:minutes|notes|(?:summary|verbatim)\s+record|record)\s+of"
    r")\b|^\W*live\b"
)
# A short paragraph is no title: "On 12 January 2012 the delegates signed a ceasefire."
PROSE = re.compile(
    r"\W*(?:On|In|At|The|A|An|It|He|She|They|We|There|By|Since|After)\s.*"
    r"\b(?:is|are|was|were|has|have|had|will|would|said|told|met|[a-z]{3,}ed)\b.*[.!?][\"'”’)]*\s*$"
)
# A line that holds a place and a day, and nothing else: "Dakar, 19 February 2006".
_PLACE = re.compile(
    r"\W*(?:(?:Done|Issued|Given|Made|Signed|Published|Updated|Posted|Released)?\W*(?:[aA]t|[iI]n|[oO]n|[Ff]rom)?\s*(?:the\s+[a-z]+(?:\s+of(?:\s+the)?)?\s*)?)"
    r"(?:[A-Z][\w.'’-]*+(?:[\s,/()-]+(?:[A-Z][\w.'’-]*+|of|the|de|el|al))*)?\W*(?:on\s*)?(?:the\s*)?\W*"
)
ALONE_WORDS = 9
_RULE = re.compile(r"(\W{3})\W+")
# "This note, completed on 25 August", "as this paper went to press on 14 March", "closed on 23 February 2018".
_OF_ITSELF = re.compile(
    r"(?i)\b(?:this|the\s+present|our)\s+(?:[\w-]+\s+)?(?:note|brief|briefing|report|paper|article|update|text|dispatch|analysis|study|post|thread)"
    r"\s*,?\s+(?:(?:was|is|has been)\s+)?(?:completed|went\s+to\s+(?:press|print)|closed|finished|finali[sz]ed|written|concluded|published|dated|goes\s+to\s+press)"
    r"\s+(?:(?:in|at)\s+[A-Z][\w'’-]+\s+)?(?:on\s+)?(?:the\s+)?$"
    r"|\bthe\s+(?:record|picture|position|situation|balance)\s*,?\s+as\s+of\s+(?:the\s+)?$"
)
# "The conversation, on 27 April 1995, lasted forty minutes": the day of an interview that is told between its turns.
_CONVERSATION = re.compile(
    r"(?i)\b(?:the|this|our)\s+(?:conversation|interview|talk|exchange)\s*,?\s+(?:(?:was|is|took place|held|conducted|recorded)\s+){0,2}"
    r"(?:(?:in|at|by)\s+[\w'’-]+\s+(?:[\w'’-]+\s+)?)?(?:on\s+)(?:the\s+)?$"
)
# "Done at Ngiva, 4 May 1984, in Portuguese and English."
_DONE = re.compile(r"\W*(?:Done|Given|Signed|Issued|Adopted)\s+(?:at|in)\s+[A-Z][^.\n]{0,60}$")
# "Signed in Lusaka on 10 July 1999, the accord was never kept": a sentence about another paper.
_TOLD = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
# "Institut du Fleuve, Note d'analyse 22, 26 July 2014. Translated from the French."
_IMPRINT = re.compile(r"\W*(?:[A-Z][^.!?\n]{0,90},\s*)?$")
_BEHIND_IMPRINT = re.compile(r"\W*(?:\(?(?:unofficial\s+|machine\s+)?translat[^.\n]{0,60}\W*)?$", re.I)
# "Ahvaz, 11 Shahrivar 1367 (2 September 1988), News Unit: ...": the day in another calendar stands in front.
_OTHER_CALENDAR = re.compile(r"\W*[A-Z][\w'’-]+(?:[\s/][A-Z][\w'’-]+)?,?\s+\d{1,2}\s+[A-Z][\w'’-]+\s+\d{4}\s*[(/=]\s*$")
# "Monitoring group established under the Understanding of 26 April 1996": a day that a title names an agreement by.
_OF_AGREEMENT = re.compile(
    r"(?i)\b(?:understanding|agreement|accord|protocol|cease-?fire|truce|armistice|memorandum|pact|treaty)s?\s+"
    r"(?:of|dated|signed(?:\s+(?:in|at)\s+\w+)?(?:\s+on)?|reached\s+on)\s+(?:the\s+)?$"
)
# "Following the recommitment to the ceasefire on 29 December 2018", "since the signing of the accord on 22 February 2002".
_COUNTED_FROM = re.compile(
    r"(?i)\b(?:since|following|after|until|before|prior\s+to)\s+(?:the|its|their)\s+[^.;:\n]{0,60}\b(?:on|of)\s+(?:the\s+)?$"
)
# "© 2021 Caucasus Monitor. First published 24 February 2021 18:40; updated 25 February 2021."
_PUBLISHED = re.compile(
    r"(?i)(?:^|[.;|·•—–(©]|\s-)\s*(?:(?:this\s+)?(?:article|story|report|page)\s+(?:was\s+)?)?(?:first\s+|originally\s+)?(?P<how>published|posted|issued|filed|released|last\s+updated|updated|modified)"
    r"(?:\s+(?:on|at)\b)?\s*:?\s*(?:(?:[a-z]{3,6}day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?(?:\d{1,2}[:.]\d\d,?\s+)?$"
)
# "Letter dated 18 June 2019 from the Coordinator of the Panel addressed to the Chair".
_LETTER = re.compile(r"(?i)\W*(?:identical\s+)?(?:letters?|notes?\s+verbales?)\s+dated\s+(?:the\s+)?")
# A line that holds the address of the page and nothing else.
_ADDRESS = re.compile(r"\W*(?:(?:url|link|permalink|address|web)\s*:\s*)?(?:https?://|www\.)\S+\s*", re.I)
_EDGE = 2
_OPENING = 1500
_LAST_WORDS = 25
_SOURCE_WORDS = 40


def of_agreement(text: str, mention: DateMention) -> bool:
    """Whether a day is that of an agreement which is called by it, or that something is counted from."""
    before = text[max(0, mention.start - 90) : mention.start]
    return _OF_AGREEMENT.search(before) is not None or _COUNTED_FROM.search(before) is not None


def day_of_post(document: Document, between: Between) -> DateMention | None:
    """The day that ends the first line of a thread, behind the handle of who writes it."""
    first, end = (
        next(_lines(document.text, document.blocks[0].start, document.blocks[0].end), (0, 0))
        if document.blocks
        else (0, 0)
    )
    days = [m for m in between(first, end) if m.kind == "day" and m.year_known]
    ends = len(days) == 1 and re.fullmatch(r"\W*(?:\d{1,2}:\d\d\W*)?", document.text[days[0].end : end])
    return days[0] if ends and "@" in document.text[first:end] else None


def day_of_source(document: Document, between: Between) -> DateMention | None:
    """The day in a first paragraph that stands in brackets and tells where the text comes from."""
    block = document.blocks[0] if document.blocks else Block(0, 0)
    words = document.text[block.start : block.end].strip()
    days = [m for m in between(block.start, block.end) if m.kind == "day" and m.year_known]
    inside = re.fullmatch(r"[(\[][^()\[\]]*[)\]]", words) is not None and len(words.split()) <= _SOURCE_WORDS
    return days[0] if inside and len(days) == 1 else None


def day_of_itself(text: str, between: Between) -> DateMention | None:
    """The day on which a text says of itself that it was closed, or an interview that it was held."""
    for m in between(0, len(text)):
        before = text[max(0, m.start - 110) : m.start]
        if m.kind == "day" and (_OF_ITSELF.search(before) or (m.year_known and _CONVERSATION.search(before))):
            return m
    return None


def day_in_brackets(document: Document, between: Between) -> DateMention | None:
    """The day that stands alone in brackets behind a sentence near the opening: "A few notes. (8 March 2021)"."""
    text = document.text
    for m in between(0, _OPENING):
        alone = text[: m.start].endswith("(") and re.match(r"\)\.?\s*(?:\n|$)", text[m.end : m.end + 4])
        if (
            m.kind == "day"
            and m.year_known
            and alone
            and re.search(r"[.!?:]\s+\($", text[max(0, m.start - 4) : m.start])
        ):
            return m
    return None


def day_of_signing(document: Document, between: Between) -> DateMention | None:
    """The day of a line "Done at Ngiva, 4 May 1984", wherever a text has it."""
    for block in document.blocks:
        for line in _lines(document.text, block.start, block.end):
            days = [m for m in between(*line) if m.kind == "day" and m.year_known]
            told = len(days) == 1 and _TOLD.search(document.text, days[0].end, line[1])
            if len(days) == 1 and not told and _DONE.fullmatch(document.text[line[0] : days[0].start]):
                return days[0]
    return None


def day_of_imprint(document: Document, between: Between) -> DateMention | None:
    """The day that ends the last line of a text, behind the name of who publishes it."""
    text = document.text
    for block in document.blocks[-1:]:
        for start, end in list(_lines(text, block.start, block.end))[-1:]:
            days = [m for m in between(start, end) if m.kind == "day"]
            if len(days) != 1 or not days[0].year_known or len(text[start:end].split()) > _LAST_WORDS:
                continue
            behind = text[days[0].end : end].lstrip(".)")
            if _IMPRINT.fullmatch(text[start : days[0].start]) and _BEHIND_IMPRINT.fullmatch(behind):
                return days[0]
    return None


def day_of_letter(document: Document, between: Between) -> DateMention | None:
    """The day of a letter whose title names it."""
    for block in document.blocks[: _EDGE + 1]:
        first = next(iter(between(block.start, block.end)), None)
        if (
            first
            and first.kind == "day"
            and first.year_known
            and _LETTER.fullmatch(document.text, block.start, first.start)
        ):
            return first
    return None


def day_of_footer(document: Document, between: Between) -> DateMention | None:
    """The day on which a page says at its edge that it was published, else that it was updated."""
    text = document.text
    found: dict[bool, DateMention] = {}
    for block in (*document.blocks[:_EDGE], *document.blocks[-_EDGE:]):
        for m in between(block.start, block.end):
            hit = _PUBLISHED.search(text[max(block.start, m.start - 80) : m.start])
            if hit and m.kind == "day" and m.year_known:
                found.setdefault(hit["how"].lower().endswith(("updated", "modified")), m)
    return found.get(False) or found.get(True)


def day_of_address(document: Document, between: Between) -> DateMention | None:
    """The day in the address of the page, which stands alone on a line at its edge: "https://site/2021/02/24/road-talks"."""
    for block in (*document.blocks[:_EDGE], *document.blocks[-_EDGE:]):
        for line in _lines(document.text, block.start, block.end):
            days = [m for m in between(*line) if m.kind == "day" and m.year_known]
            if len(days) == 1 and _ADDRESS.fullmatch(document.text, *line):
                return days[0]
    return None


def day_in_two_calendars(document: Document, between: Between) -> DateMention | None:
    """The day in brackets behind that of another calendar, at the head of one of the first paragraphs."""
    for block in document.blocks[:3]:
        for m in between(block.start, min(block.end, block.start + 80)):
            if m.kind == "day" and m.year_known and _OTHER_CALENDAR.fullmatch(document.text[block.start : m.start]):
                return m
    return None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


def short_lines(text: str, start: int, end: int, words: int) -> Iterator[tuple[int, int]]:
    """The lines of at most so many words that are no sentence of their own, as places in the text."""
    for first, last in _lines(text, start, end):
        if 0 < len(text[first:last].split()) <= words and not PROSE.match(text[first:last]):
            yield first, last


def stands_alone(text: str, start: int, end: int, mentions: Sequence[DateMention], *, year: bool = True) -> bool:
    """Whether a line holds one day, of a known year or where `year` is false of any, a place perhaps, and nothing else."""
    days = [m for m in mentions if m.kind == "day" and (m.year_known or not year)]
    if len(days) != 1:
        return False
    rest = text[start : days[0].start] + " " + text[days[0].end : end]
    # A rule of dashes counts as three signs: looking through all of it takes time out of all proportion.
    return bool(_PLACE.fullmatch(_RULE.sub(r"\1", rest.strip())))
