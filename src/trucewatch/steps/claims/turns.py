"""Whose turn it is in a transcript: the names in front of its paragraphs, and which of them only ask."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.core.model import Document

from .chats import NEW_LINE
from .label_words import heads_words, is_known, is_meant_for, is_office, is_thing, is_time, names_nobody, names_places
from .mentions import TITLES

# From this many labels on a text is a transcript, and a paragraph without a label goes on with the last speaker.
_TURNS = 3
_LONGEST = 130
# Words that the name of a place has at most.
_PLACE_WORDS = 3
# Above this many blocks stand title, place and speakers.
_HEAD_BLOCKS = 6

# What records put behind a name: "(Veskia) (spoke in Russian)", "(Arvonia), speaking on behalf of the Group of Friends".
_BRACKETS = (
    r"(?:\s\([^()\n]{2,60}\)){1,3}(?:,\s(?:also\s)?(?:speaking|on\sbehalf\sof|in\s(?:his|her|their))\b[^:.\n]{2,110})?"
)
# "SPOKESMAN NADIM HADDAD: ..." of a transcript; a colon after a few capitalised words, nothing else.
_LABEL = re.compile(
    r"(?P<name>@\w+|u/[\w-]{2,30}|[A-Z][\w.'’-]*(?:[^\S\n]+(?:of|the|for|al|de|[A-Z@][\w.'’-]*|\d{1,2}(?=:))){0,7})"
    rf"(?P<office>{_BRACKETS}|,\s[A-Z][^:.\n]{{2,60}})?:\s+(?=[\"A-Z])"
)
# "Donetsk region: ...", "Key findings: ...": words in small letters.
_FRONT = re.compile(r"(?P<name>[A-Z][\w'’-]*(?:[^\S\n][\w'’-]+){1,4}):\s+(?=[\"A-Z])")
# The same among other turns, where a remark may stand beside the name or open the turn: "SUAREZ [by telephone]: (laughs) No."
_REMARKED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:[^\S\n]+(?:of|the|for|al|de|[A-Z][\w.'’-]*)){0,7})"
    r"(?P<office>(?:\s[(\[][^()\[\]\n]{2,60}[)\]]){0,3}):\s+(?=[\"A-Z(\[\d]|…|\.\.\.)"
)
# "Lahpai Naw Seng, spokesman of the front: ...", "The mediator's spokesman, Mr Lual Deng: ..."; and "Q. Has it begun?".
_INTRODUCED = re.compile(
    r"(?P<front>[A-Z](?:[^.:!?\"\n(\[\d]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\.)"
    r"{2,110}?"
    r"(?:\s[(\[][^()\[\]\n]{2,60}[)\]])?):\s+(?=[\"A-Z(\[\d]|…|\.\.\.)"
)
# "Special envoy Karim Odeh: ...", "Army spokesman Ali Haddad: ...": an office in small letters in front of a name, or alone.
_OFFICED = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?:[^\S\n]+[\w.'’-]+){1,7}?)(?P<office>(?:\s[(\[][^()\[\]\n]{2,60}[)\]])?):\s+(?=[A-Z(\[]|…|\.\.\.)"
)
# The line above a post on a notice board: "Adan Farah, Boma spokesman, Wed 21 July:".
_HEAD = re.compile(
    r"(?P<name>@\w+|[A-Z][\w.'’-]*(?:\s(?:of|the|for|al|de|[A-Z][\w.'’-]*)){0,6})"
    r"(?P<more>(?:\s\([^()\n]{2,60}\))?(?:,\s[^:\n]{2,40}?){0,3}):[ \t]*\n\s*(?=\S)"
)
_DAYS = re.compile(r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\d{1,2}[:.]\d\d|\d{1,2} [A-Z][a-z]{2,8}\b)")
_OURS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b")
_LETTER = re.compile(r"(?P<name>[QA])\.\s+(?=[\"A-Z(])")
_ASKED = re.compile(r"Q\.\s+[\"A-Z(][^\n]*\?[\"')]*\s*$", re.MULTILINE)
# A line of a paragraph with a turn of its own: "Q: Have they left?", and on the next line "A: Most of them."
_NEW_TURN = re.compile(r"\n(?=(?:[QA]|Question|Answer|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})\s?[:.]\s+[\"“A-Z])")
# The lines of a log: "14:02 ...".
_STAMP = r"\d{1,2}[:.]\d\d\s+(?:[-–—]\s+)?[\"“A-Z@]"
_ENTRY_LINE = re.compile(_STAMP)
_NEW_ENTRY = re.compile(rf"\n(?={_STAMP})")
_NEW_MESSAGE = re.compile(NEW_LINE)
_NAMES = re.compile(r"[A-Z@][\w.'’-]*(?:\s+(?:of|the|for|al|de|[A-Z][\w.'’-]*))+\Z")
_NO_NAME = re.compile(r"(?:In|On|At|For|From|With|The|This|That|After|Before|As|And|But|To|By|Of|First|Second|Third)\b")
_QUESTION = re.compile(
    r"(?i)(?:q|questions?|reporter|journalist|correspondent|interviewer|host|anchor|presenter|from the floor)(?:\s\d{1,2})?$"
)
_ANSWER = re.compile(r"(?i)(?:a|answers?|reply|response)$")
# "Reply from Lysenko: ..."
_ANSWER_FROM = re.compile(r"(?:Reply|Answer|Response|Comment)\s(?:from|by)\s(?:the\s)?(?=[A-Z][^\n:]{1,60}:\s)")
# Who speaks, named above the turns: "Speakers: Major Ito (mission); Dr. Bello, government spokesman".
_SPEAKERS = re.compile(
    r"^(?:The\s)?(?:[Ss]peakers?|[Pp]articipants|[Pp]resent|[Pp]anel(?:l?ists)?|On the panel|Speaking)\s?:\s+(?=[A-Z])(?P<names>.+)$",
    re.MULTILINE,
)
# The name at the end of "Lt. Gen. (retd) R. K. Ito" or "Salim al-Kut (Ministry of Defence)".
_LISTED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:\s(?:(?:al|el|de|da|bin|van|von|der|den)(?=\s)|(?:[a-z]{2,4}-)?[A-Z][\w.'’-]*))*)"
    r"\s*(?:\([^()]*\)?\s*)?(?=,|\Z)"
)
_WORD = re.compile(r"(?P<word>[^\s]+)\s*")
# Whom a question addresses: "General, a spokesman said ...", "And Mr. Orlov, Kyiv says ...".
_ADDRESS = re.compile(
    r"(?:(?:And|So|But|Well|Yes|Thank you|Good (?:morning|afternoon|evening)),?\s)?"
    r"(?P<whom>Secretary of State|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}),\s+(?=\S)"
)
_ADDRESS_LAST = re.compile(r",\s(?P<whom>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3})\?[\"')]*\s*\Z")
# Whom every speech of a parliament or a council addresses.
_CHAIR = re.compile(
    r"(?:(?:I\s)?[Tt]hank(?:s|\syou),?\s)?(?:Mr|Mrs|Ms|Madam|Mister|Honourable|Hon)\.?\s(?:Deputy\s|Acting\s)?"
    r"(?:Speaker|President|Chair(?:man|person|woman)?|Secretary-General|Moderator)[,.]\s+(?=\S)"
)
_OFFICES = TITLES | frozenset(
    "ambassador minister secretary president prime commander spokesman spokeswoman attorney pastor madam ma'am excellency chairman "
    "chairwoman governor deputy of state".split()
)


def is_answer(label: str) -> bool:
    """Whether a label says that a turn answers, and not who does: "A", "Answer"."""
    return _ANSWER.match(label) is not None


@dataclass(frozen=True, slots=True)
class Turn:
    """The label of a paragraph: where the name stands, where what is said begins, whether it asks, or answers unnamed."""

    name: tuple[int, int]
    end: int
    asks: bool = False
    answers: bool = False


class Turns:
    """Answers who speaks in a document's paragraphs, by their labels."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        blocks = [(start, end) for _, start, end in turn_blocks(document)]
        # "Q. Did they leave?" makes "A. Damascus promised it." an answer, and not somebody's initial.
        self._places = self._listed_places(blocks)
        self._lettered = any(_ASKED.match(self._text, *block) for block in blocks)
        self._headed = self._is_board(blocks)
        plain = [turn for block in blocks if (turn := self._plain(*block)) is not None]
        asked = any(_QUESTION.match(self._text[slice(*turn.name)]) for turn in plain)
        self.transcript = len(plain) > _TURNS or (asked and len(plain) == _TURNS) or self._headed
        self._surnames: set[str] = set()
        self._askers = self._who_asks(blocks) if self.transcript else frozenset()

    def at(self, start: int, end: int) -> Turn | None:
        """The label at the beginning of a paragraph; None without one."""
        head = self._head(start, end) if self._headed else None
        found = head or self._plain(start, end) or (self._among_turns(start, end) if self.transcript else None)
        if found is None:
            return None
        name = self._text[slice(*found.name)]
        asks = _QUESTION.match(name) is not None or name in self._askers
        chair = _CHAIR.match(self._text, found.end, end)
        behind = chair.end() if chair is not None and chair.end() < end else found.end
        begins = self._behind_address(behind, end) if asks else behind
        return Turn(found.name, begins, asks, _ANSWER.match(name) is not None)

    def _behind_address(self, start: int, end: int) -> int:
        """Where a question goes on behind whom it addresses, who is not the one that it tells of."""
        hit = _ADDRESS.match(self._text, start, end)
        words = re.findall(r"[\w'-]+", hit["whom"].lower().replace("’", "'")) if hit is not None else []
        addressed = bool(words) and (_OFFICES.issuperset(words) or words[-1] in self._surnames)
        return hit.end() if hit is not None and addressed and hit.end() < end else start

    def addressed(self, document: Document) -> tuple[int, int] | None:
        """Whom the questions of a transcript address by title or office, for answers that bear no name: "Minister, ..."."""
        for _, start, end in turn_blocks(document) if self.transcript else ():
            turn = self._plain(start, end)
            if turn is None or not _QUESTION.match(self._text[slice(*turn.name)]):
                continue
            hit = _ADDRESS.match(self._text, turn.end, end) or _ADDRESS_LAST.search(self._text, turn.end, end)
            words = hit["whom"].lower().replace(".", "").split() if hit is not None else []
            if hit is not None and words and words[0] in _OFFICES - {"madam", "ma'am", "sir", "excellency"}:
                return hit.span("whom")
        return None

    def _is_board(self, blocks: Sequence[tuple[int, int]]) -> bool:
        """Whether a text is posts below names: some with their day, and in some of them people speak of themselves."""
        heads = [(turn, end) for start, end in blocks if (turn := self._head(start, end)) is not None]
        dated = sum(_DAYS.search(self._text, turn.name[1], turn.end) is not None for turn, _ in heads)
        spoken = sum(_OURS.search(self._text, turn.end, end) is not None for turn, end in heads)
        return len(heads) >= _TURNS and dated > 1 and spoken > 1

    def _head(self, start: int, end: int) -> Turn | None:
        """The line above a post that names whoever posts it, and perhaps the office and the day."""
        hit = _HEAD.match(self._text, start, min(end, start + _LONGEST))
        if hit is None or names_nobody(hit["name"]):
            return None
        called = hit["more"] or hit["name"].startswith("@") or " " in hit["name"]
        return Turn(hit.span("name"), hit.end()) if called else None

    def lead(self, start: int, end: int) -> int:
        """Where the words begin behind a place or a heading in front of a colon; `start` without one."""
        limit = min(end, start + _LONGEST)
        hit = _LABEL.match(self._text, start, limit)
        front = _FRONT.match(self._text, start, limit)
        spoken_of = hit is not None and not (is_meant_for(hit["name"]) or is_time(hit["name"]))
        nobody = hit is not None and spoken_of and self._is_nobody(hit, end)
        if nobody and hit is not None:
            return hit.end()
        return front.end() if front is not None and heads_words(front["name"]) else start

    def _is_nobody(self, hit: re.Match[str], end: int) -> bool:
        """Whether a label is nobody who speaks: a heading, a thing of which it tells, a place among others."""
        if _QUESTION.match(hit["name"]) or _ANSWER.match(hit["name"]):
            return False
        if names_nobody(hit["name"]) or hit.start() in self._places:
            return True
        return is_thing(hit["name"]) and _OURS.search(self._text, hit.end(), end) is None

    def _listed_places(self, blocks: Sequence[tuple[int, int]]) -> frozenset[int]:
        """Where the labels of neighbouring paragraphs begin that are places, one of them known as one or what happened heads them."""
        found: set[int] = set()
        run: list[re.Match[str]] = []
        above: tuple[int, int] | None = None
        for start, end in [*blocks, (0, 0)]:
            hit = _LABEL.match(self._text, start, min(end, start + _LONGEST))
            spoken = hit is not None and (_OURS.search(self._text, hit.end(), end) or is_known(hit["name"]))
            if hit is not None and not hit["office"] and not spoken and len(hit["name"].split()) <= _PLACE_WORDS:
                run.append(hit)
                continue
            head = self._text[slice(*above)].strip() if above is not None else ""
            if names_places(self._text, [h["name"] for h in run], head):
                found.update(h.start() for h in run)
            run, above = [], (start, end)
        return frozenset(found)

    def _plain(self, start: int, end: int) -> Turn | None:
        start = answer.end() if (answer := _ANSWER_FROM.match(self._text, start, end)) is not None else start
        hit = _LABEL.match(self._text, start, min(end, start + _LONGEST)) or self._officed(start, end)
        if hit is None and self._lettered and (letter := _LETTER.match(self._text, start, end)) is not None:
            return Turn(letter.span("name"), letter.end())
        if hit is None or self._is_nobody(hit, end):
            return None
        # An office behind a comma takes a name in capitals.
        spelt = any(w.isupper() and len(w) > 2 for w in hit["name"].split())
        office = hit["office"] or ""
        # "M. Adamou, Minister of Defence (Cyprus)"
        placed = office.endswith(")") and is_known(office.partition("(")[0]) and " " in hit["name"]
        return Turn(hit.span("name"), hit.end()) if spelt or placed or not office.startswith(",") else None

    def _officed(self, start: int, end: int) -> re.Match[str] | None:
        """A label with an office in small letters: "Special envoy Karim Odeh", "Army spokesman"."""
        hit = _OFFICED.match(self._text, start, min(end, start + _LONGEST))
        return hit if hit is not None and is_office(hit["name"]) else None

    def _among_turns(self, start: int, end: int) -> Turn | None:
        """The label of a paragraph in a transcript, in the forms that would be none elsewhere."""
        end = min(end, start + _LONGEST)
        hit = _LETTER.match(self._text, start, end) or _REMARKED.match(self._text, start, end)
        if hit is not None:
            return None if names_nobody(hit["name"]) else Turn(hit.span("name"), hit.end())
        hit = _INTRODUCED.match(self._text, start, end)
        parts = hit["front"].split(", ") if hit is not None else []
        if hit is None or len(parts) < 2:
            return None
        first, last = parts[0], re.sub(r"\s[(\[].*", "", parts[-1])
        if _is_name(first):
            return Turn((start, start + len(first)), hit.end())
        at = hit.start() + hit["front"].rindex(last)
        return Turn((at, at + len(last)), hit.end()) if _is_name(last) else None

    def _who_asks(self, blocks: Sequence[tuple[int, int]]) -> frozenset[str]:
        """The labels of those whose turns are mostly questions: a presenter, a newspaper."""
        turns: Counter[str] = Counter()
        questions: Counter[str] = Counter()
        for start, end in blocks:
            turn = self._plain(start, end) or self._among_turns(start, end)
            if turn is not None:
                name = self._text[slice(*turn.name)]
                turns[name] += 1
                self._surnames.add(name.lower().split()[-1])
                questions[name] += self._text[turn.end : end].rstrip(" \"'”’)\n").endswith("?")
        return frozenset(name for name, times in turns.items() if times > 1 and 2 * questions[name] >= times)


def listed_speakers(document: Document) -> list[tuple[tuple[int, int], str]]:
    """Whom a line above a transcript lists as its speakers: the name without titles, and all that is told of each."""
    found: list[tuple[tuple[int, int], str]] = []
    for block in document.blocks[:_HEAD_BLOCKS]:
        line = _SPEAKERS.search(document.text, block.start, block.end)
        if line is None:
            continue
        at = line.start("names")
        # "Col. Gatluak (Opposition), Ms Vik (UN observer)"
        apart = ";" if ";" in line["names"] or line["names"].count("),") < 1 else "),"
        for piece in line["names"].split(apart):
            name = _LISTED.search(document.text, at, at + len(piece))
            found += [(_untitled(document.text, *name.span("name")), piece)] if name is not None else []
            at += len(piece) + len(apart)
        break
    return [(name, told) for name, told in found if name[0] < name[1]]


def _untitled(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the name of "Maj. Gen. Mansour Ito" stands without its titles."""
    while (word := _WORD.match(text, start, end)) is not None and word["word"].lower().rstrip(".") in _OFFICES:
        start = word.end()
    return start, end


def turn_blocks(document: Document) -> list[tuple[int, int, int]]:
    """The blocks by number, start and end, those in which a question and its answer stand on lines of their own taken apart."""
    found: list[tuple[int, int, int]] = []
    for number, block in enumerate(document.blocks):
        start = block.start
        listed = _ENTRY_LINE.match(document.text, block.start, block.end)
        lines = [*_NEW_TURN.finditer(document.text, block.start, block.end)]
        lines += _NEW_ENTRY.finditer(document.text, block.start, block.end) if listed else ()
        lines += _NEW_MESSAGE.finditer(document.text, block.start, block.end)
        for line in sorted(lines, key=lambda m: m.start()):
            if line.start() > start:
                found.append((number, start, line.start()))
                start = line.end()
        found.append((number, start, block.end))
    return found


def _is_name(words: str) -> bool:
    return _NAMES.match(words) is not None and _NO_NAME.match(words) is None
