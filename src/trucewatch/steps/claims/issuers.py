"""Who issues a text, or a part of it: the body in the title of a communiqué, of an answer, of a mission's report."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trucewatch.core.model import Document
from trucewatch.vocabulary.reports import ReportVocabulary

from .label_words import is_thing
from .mentions import fits
from .passages import Stretch
from .signed_papers import signer
from .speeches import QUOTATION

_STATEMENT = re.compile(
    r"(?i)\b(?:communiqu[eé]|(?:press )?statement|declaration|answer|reply|response|rejoinder|press release|message|open letter"
    r"|appeal|notice|proclamation|press note|note to the press|(?:news|media) release|clarification|circular|manifesto)\b"
)
_REPORT = re.compile(
    r"(?i)\b(?:report|bulletin|sitrep|update|findings|summary|determination|(?:thematic|situation) note)\b"
)
# Words of several bodies, which have no one voice, and of texts that quote others; a joint commission has one.
_SHARED = re.compile(
    r"(?i)\b(?:joint(?! (?:[\w-]+ ){0,2}(?:commission|committee|mission|mechanism|team)\b)|common|between"
    r"|press (?:conference|briefing)|transcript|brief|interview|live)\b"
)
_BY = re.compile(
    r"(?i)\b(?P<how>of|by|from|on)\s+(?:the\s+)?(?P<name>[A-Z](?:(?! (?:to|addressed) )[^,;:()\d\n]){2,90})"
)
_BY_THE = re.compile(r"\b(?P<how>by|from)\s+the\s+(?P<name>[A-Z](?:(?! (?:to|addressed) )[^,;:()\d\n]){2,90})")
# "Statement by the Patriotic Front on the ceasefire"
_ABOUT = re.compile(
    r" (?:on|about|regarding|concerning|following|after|in (?:response|reply|view|light))\s(?:(?:the|its|to|of)\s)*(?=[a-z])"
)
# "of the X", "Meeting of the X", "of the first session of the X"
_GOES_ON = re.compile(
    r"(?i)(?:(?:of|by|from)\s(?:the\s(?:\w+\s){0,2}(?:session|meeting|sitting)\s(?=of\s))?|meeting\s(?=of\s))"
)
_LINE = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?:\d+(?:ST|ND|RD|TH|st|nd|rd|th)\s)?[A-Z][^,;:()\n]{2,90}?)\s*(?:\((?P<short>[A-Z][\w/-]{1,12})\))?"
    r"\s*(?P<stop>$|[,:]|\.\s|(?<=\s)[-–—]\s|(?<=\s)/\s(?=[a-z\d]))"
)
_WHOLE = re.compile(r"(?P<name>[A-Z][^,;:()\n]{2,90}?)\s*(?:\((?P<short>[A-Z][\w/-]{1,12})\))?\s*(?:$|,)")
# "NATIONAL LIBERATION ARMY - ELN"
_AND_SHORT = re.compile(r"(?P<name>[A-Z][^,;:()\n]{2,90}?)\s+[-–—]\s+(?P<short>[A-Z][\w/-]{1,12})\s*(?:$|,)")
_SITTINGS = ("session", "meeting", "sitting")
_CAPITALS = re.compile(r"[A-Z]{4,}$")
# "ELN", "SPLM-IO", "SPLM/A-IO": a name that is nothing but initials, up to where the title tells of what it speaks.
_INITIALS = re.compile(
    r"(?P<name>[A-Z][A-Z\d]{1,9}(?:[-/][A-Z\d]{1,6}){0,2})"
    r"(?:\s*(?:$|(?=[(,:–—-]))|\s+(?=(?i:on|to|about|regarding|concerning|in)\s))"
)
# Words in capitals before "STATEMENT" that are no initials.
_NO_INITIALS = frozenset(
    "press public final joint open official urgent full first second short written closing opening new news media our the "
    "a an this my your their re no daily weekly peace war draft interim important special general policy live spot incident "
    "violation monthly quarterly annual summary situation field update progress report security council radio television news wire".split()
)
# What is written on top of a paper and names nobody: "EMBARGOED UNTIL NOON", "CONFIDENTIAL".
_MARKS = frozenset(
    "urgent confidential embargoed embargo secret restricted unclassified exclusive unofficial provisional corrected correction revised "
    "translated translation original copy draft flash thread highlights bulletin immediate strictly advance".split()
)
# What a paper is, on a line that says nothing in front of it but a mark: "URGENT: Statement on the attack at Lel".
_UNSIGNED = re.compile(
    r"(?i)(?:[a-z]+:\s)?(?:press\s|public\s|open\s|short\s|urgent\s)?(?:communiqu[eé]|statement|declaration|message)\b"
    r"(?:\s(?:no\.?\s\d+|on|about|regarding|concerning|to|following|after)\b|\s*$)"
)
_NOT_FOR = re.compile(r"(?i)(?:not )?for (?:immediate |internal |official )?(?:release|publication|distribution|use)\b")
# "Prepared by the Nile Basin Monitoring Desk"
_CREDIT = re.compile(
    r"(?i)(?:prepared|compiled|drafted|written|edited|produced|published|issued)\s+by:?\s+(?:the\s+)?(?=[A-Z])"
)
# "CTSAMM VIOLATION REPORT", "CTSAMM - Summary Report"
_REPORTER = re.compile(r"(?P<name>[A-Z][A-Z\d]{2,9})(?:\s+[-–—]\s|(?:\s+[A-Z]{4,}){0,2}\s*$)")
# Below a title: when, where and on what grounds it was written.
_TAIL = re.compile(r"(?i)\W*(?:issued|based on|(?:reporting )?period|covering|as (?:at|of))\b")
# What heads a section, and is no name.
_NUMBERED = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s")
# Bodies that have missions and commissions, which speak for themselves below their name.
_PARENT = re.compile(
    r"(?i)(?:organi[sz]ation (?:of|for)\b.*|united nations|(?:african|european) union|league of arab states|economic community\b.*)$"
)
_JOINT_STATEMENT = re.compile(r"(?i)\bjoint (?=(?:press )?(?:statement|communiqu[eé]|declaration)\b)")
_JOINT_BODY = re.compile(r"(?i)\b(?:group|commission|committee|mechanism|team)\s*$")
_OTHERS_SPEAK = re.compile(r"(?i)\W*(?:reactions?|responses?|comments?|analysis|commentary)\W*$")
# A name of whatever language: words with capitals, and at least two of them.
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s(?:[a-zé]{1,3}|[-–—]|[^\W\d_a-z][\w'’-]*))*\s[^\W\d_a-z][\w'’-]+$")
_OPEN_LETTER = re.compile(r"(?i)\W*(?:an? )?(?:open )?letter to\b")
# Whoever signs a letter, and says "I" or "we" in it.
_WRITER = re.compile(
    r"(?i:\bletters? dated [^,;:()\n]{6,30}? from|\b(?:letter|cable|note) from)\s+(?:[Tt]he\s+)?"
    r"(?P<name>[A-Za-z][\w .'’-]{3,110}?)(?=\s+(?:addressed|to|on|concerning|pursuant|regarding)\b|[,;:(\n]|$)"
)
# "From: Ingrid Solheim, Special Envoy", above or below "To: ..." at the head of a note.
_FROM = re.compile(
    r"^\s*(?i:from)\s*:\s+(?:(?:[Tt]he|[Mm]rs?|[Mm]s)\.?\s+)?(?P<name>[A-Z][^,;:()\n]{2,60}?)\s*(?=[,;(\n]|$)",
    re.MULTILINE,
)
# However long the line is that says from whom and to whom a letter is.
_LETTER = re.compile(r"(?:(?:Identical l|L)etters?) dated [^\n]{10,400}(?=\n|$)")
_TO_LINE = re.compile(r"(?im)^\s*to\s*:")
_HEAD_OF_NOTE = 600
# "Report of the Secretary-General on the situation in ...": he says "I" in it.
_REPORT_OF = re.compile(
    r"(?i:\breport of the)\s+(?P<name>(?i:(?:un\s)?secretary-general|chairperson of the [\w ]{3,40}?commission))(?=\s|$)"
)
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][\w-]{1,12})\)")
_BODIES = ("group", "third_party", "state_camp", "rebel_camp")
_PERSON = re.compile(
    r"(?i)(?:acting |deputy )?(?:(?:executive )?secretary-general|executive secretary|special (?:representative|envoy)"
    r"|high representative)\b"
)
# Whoever heads a body is not the body: "Communiqué of the Head of Mission".
_HEAD = re.compile(
    r"(?i)(?:acting |deputy )?(?:head of (?:the )?mission|chief of (?:staff|mission)|chief (?:military observer|monitor)"
    r"|force commander|chair(?:man|person|woman)?)\s*$"
)
_OTHERS = frozenset("wing bureau office spokesperson spokesman directorate secretariat".split())
_TO = re.compile(r"(?i)\bto\b")
_TITLE_WORDS = 20
# ... in a line above everything else.
_FIRST_WORDS = 26
# What heads the papers of parties: "General Command of the Karvian Army", and no "Fragile Truce on the Northern Front".
_LETTERHEAD = re.compile(
    r"(?i)(?:the\s)?(?:(?!(?:on|in|at|with|against|over|and|a|an|as)\s)[\w'’-]+\s){0,4}"
    r"(?:headquarters|command|bureau|directorate|office|ministry|presidency|army|armed forces|defen[cs]e forces?|movement|front|guard)"
    r"(?:\s(?:of|for)\s[\w'’ -]+)?\s*(?:[(,].*)?$"
)
# Whose text it is that says "we" outside quotation marks.
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
# The ranges of a name and of its initials.
_Named = tuple[tuple[int, int], tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that speaks below a title.

    `name` and `short` are ranges of the title; `reports` says that it tells of others, as a mission does,
    rather than of itself.
    """

    title: tuple[int, int]
    name: tuple[int, int]
    short: tuple[int, int] | None
    reports: bool


class Issuers:
    """Answers who issues the text at a place."""

    def __init__(
        self,
        found: Sequence[Issuer],
        writer: tuple[int, int] | None = None,
        ends: Sequence[int] = (),
        *,
        unsigned: bool = False,
    ) -> None:
        self.found = tuple(found)
        # Where others have their say: "Reactions".
        self._ends = tuple(ends)
        # Whether it is a statement, and nobody says whose.
        self.unsigned = unsigned and not found
        # Whose "I" and "we" it is, where nobody issues the text.
        self.writer = writer
        self._starts = [i.title[0] for i in found]

    def at(self, offset: int) -> Issuer | None:
        """The issuer of the last title above an offset, or None."""
        at = bisect_right(self._starts, offset) - 1
        over = at >= 0 and any(self._starts[at] < end < offset for end in self._ends)
        return self.found[at] if at >= 0 and not over else None


def find_issuers(document: Document, parts: Sequence[Stretch], vocabulary: ReportVocabulary) -> Issuers:
    """The bodies that titles name as the authors of what follows, in order of place, and who signs a letter."""
    bodies = _OTHERS.union(*(vocabulary.classes[name] for name in _BODIES))
    found: list[Issuer] = []
    writer: tuple[int, int] | None = None
    unsigned = False
    if (sender := sender_of(document.text)) is not None and (
        sender[1] or _is_body(document.text[slice(*sender[0])], bodies | frozenset(vocabulary.roles))
    ):
        writer = sender[0]
    for lines in _titles(document, parts):
        whole = document.text[lines[0][0] : lines[-1][1]]
        stated = _STATEMENT.search(whole) is not None or _OPEN_LETTER.match(whole) is not None
        signed = _WRITER.search(document.text, lines[0][0], lines[-1][1])
        if signed is not None and writer is None and _is_body(signed["name"], bodies | frozenset(vocabulary.roles)):
            # "Letter from Goma" is by nobody known.
            writer = signed.span("name")
        if any(_JOINT_BODY.search(document.text, *line) for line in lines):
            # A joint statement of one body: "MONITORING GROUP", and below it "Joint statement".
            whole = _JOINT_STATEMENT.sub("", whole)
        own = not found and lines[0][0] <= document.blocks[0].end and "@" not in whole
        own = own and any(_is_letterhead(line) for line in whole.split("\n")) and says_we(document.text[lines[-1][1] :])
        if _SHARED.search(whole) or not (stated or own or _REPORT.search(whole)):
            continue
        unsigned = unsigned or any(_UNSIGNED.match(document.text, *line) for line in lines)
        named = next(_names(document.text, lines, bodies), None)
        if named is None and stated and len(found) == 0 and says_we(document.text[lines[-1][1] :]):
            signed_by = signer(document, lines[-1][1])
            named = (signed_by, None) if signed_by is not None else None
        if named is not None:
            reports = (
                not (stated or own)
                or re.search(r"(?i)\bjoint\b", document.text[slice(lines[0][0], lines[-1][1])]) is not None
            )
            found.append(Issuer((lines[0][0], lines[-1][1]), *named, reports))
    ends = [part.start for part in parts if part.heading and _OTHERS_SPEAK.match(document.text, part.start, part.end)]
    return Issuers(found, writer if not found else None, ends, unsigned=unsigned)


def sender_of(text: str) -> tuple[tuple[int, int], bool] | None:
    """Whom the head of a note, with its lines "To:" and "From:", or a letter's first line names as the sender.

    Also whether it is a note, whose sender may be anybody.
    """
    sender = _FROM.search(text, 0, _HEAD_OF_NOTE)
    if sender is not None and _TO_LINE.search(text, 0, _HEAD_OF_NOTE):
        return sender.span("name"), True
    letter = _LETTER.match(text)
    signed = _WRITER.search(text, letter.start(), letter.end()) if letter is not None else None
    return (signed.span("name"), False) if signed is not None else None


def _is_letterhead(line: str) -> bool:
    """Whether a line is nothing but the name of a body that speaks for itself."""
    return _LETTERHEAD.match(line.strip()) is not None


def says_we(text: str) -> bool:
    """Whether a text speaks of its own side as "we" or "our", other than in quotations."""
    return _WE.search(QUOTATION.sub("", text)) is not None


def _titles(document: Document, parts: Sequence[Stretch]) -> Iterator[list[tuple[int, int]]]:
    """Short lines without a full stop, those of neighbouring blocks together."""
    title: list[tuple[int, int]] = []
    for _, group in groupby(parts, key=lambda part: part.paragraph):
        block = list(group)
        first = block[0] is parts[0]
        lines = _first_lines(document.text, block) if first else []
        if not lines and not any(part.label for part in block):
            # A name in capitals before a dash is taken for a dateline.
            lines = [(part.dateline[0] if part.dateline else part.start, part.end) for part in block]
        texts = [document.text[a:b].strip() for a, b in lines]
        ends = [
            not t.endswith((".", "?", "!", ":")) or (n > 0 and first and _TAIL.match(t)) for n, t in enumerate(texts)
        ]
        longest = _FIRST_WORDS if first else _TITLE_WORDS
        if lines and all(ends) and all(len(t.split()) <= longest for t in texts):
            title += lines
        elif title:
            yield title
            title = []
    if title:
        yield title


def _first_lines(text: str, block: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The lines of the first block, with what was taken for a label in "Redeployment Committee (RC): weekly update"."""
    start, end = block[0].start, block[-1].end
    label = block[0].label or block[0].dateline
    if block[0].label and not _REPORT.search(text, start, end):
        return []
    found: list[tuple[int, int]] = []
    at = label[0] if label is not None else start
    for line in text[at:end].split("\n"):
        if line.strip():
            found.append((at, at + len(line.rstrip())))
        at += len(line) + 1
    return found


def _names(text: str, lines: Sequence[tuple[int, int]], bodies: frozenset[str]) -> Iterator[_Named]:
    """Names of bodies in a title: "Statement by the X", else a line that is a name."""
    kinds = [_kind(text, *line) for line in lines]
    for n, (start, end) in enumerate(lines):
        # "COMMUNIQUE", and on the next line "of the General Headquarters".
        goes_on = _GOES_ON.match(text, start, end) if n > 0 and kinds[n - 1] else None
        by = _author(text, start, end, kinds[n], goes_on) if kinds[n] or goes_on else None
        if by and _PERSON.match(by["name"]):
            # "Report of the Secretary-General on the Mission": a person's, who says "I" and finds nothing himself.
            return
        named = _named_author(text, end, by, goes_on is not None, bodies) if by else None
        if named is not None:
            yield named
    yield from _named_lines(text, lines, bodies)


def _kind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that make a line the title of a statement or of a report, or None."""
    return _STATEMENT.search(text, start, end) or _REPORT.search(text, start, end)


def _author(
    text: str, start: int, end: int, kind: re.Match[str] | None, goes_on: re.Match[str] | None
) -> re.Match[str] | None:
    """The "by the X" of a line, or None; `goes_on` is how the line goes on with the one above."""
    led = goes_on if kind is None else None
    # "of the first session of the Committee": behind the session.
    by = _BY.search(text, led.end() if led and led[0].rstrip().endswith(_SITTINGS) else start, end)
    if by is not None and by["how"].lower() == "on":
        # "Statement on X by the Defence Forces"
        by = _BY_THE.search(text, by.start("name"), end) or by
    if by is None or goes_on:
        return by
    if kind and by.start() < kind.start() < by.end():
        # "Head of Mission's determination"
        return None
    # "Incident report to the Head of Mission"
    return None if by["how"].lower() == "of" and _TO.search(text, start, by.start()) else by


def _named_author(text: str, end: int, by: re.Match[str], goes_on: bool, bodies: frozenset[str]) -> _Named | None:
    """The name and the initials of the body in "by the X", or None where X is no body."""
    # "of the first session of the committee"
    common = goes_on and not by["name"][0].isupper()
    if common or _HEAD.match(by["name"]):
        return None
    on = by["how"].lower() == "on"
    if not on and (called := _initials(text, by.start("name"), end, bodies)):
        # "Statement of the ELN on the ceasefire"
        return called, None
    if not _is_body(by["name"], bodies) or (on and "mission" not in by["name"].lower()):
        return None
    short = _SHORT.match(text, by.end(), end)
    listed = goes_on and text[by.end() : by.end() + 1] == ","
    # "Meeting of the Committee of the Government, the Front and the UN"
    whole = by["name"].partition(" of ")[0] if listed else by["name"]
    name_end = by.start("name") + len(_ABOUT.split(whole, maxsplit=1)[0].rstrip(" -–—"))
    return (by.start("name"), name_end), short.span("short") if short else None


def _named_lines(text: str, lines: Sequence[tuple[int, int]], bodies: frozenset[str]) -> Iterator[_Named]:
    """Names of bodies that a line of a title is, or begins with; that of a parent body comes last."""
    above: tuple[int, int] | None = None
    parent: _Named | None = None
    for n, (start, end) in enumerate(lines):
        if n and _NUMBERED.match(text, start, end):
            continue
        kind = _kind(text, start, end)
        credit = _CREDIT.match(text, start, end)
        start = credit.end() if credit is not None else start
        if _is_mark(text, start, end):
            continue
        line = _LINE.match(text, start, kind.start() if kind else end)
        told = _STATEMENT.search(text, start, end)
        if told is not None and (called := _initials(text, start, told.start(), bodies)):
            # "ELN COMMUNIQUÉ", "SPLM-IO: PRESS STATEMENT"
            yield called, None
        if kind is not None and (reporter := _reporter(text, start, kind.start(), bodies)) is not None:
            yield reporter, None
        if line is None or (kind is not None and not line["stop"]):
            # "MISSION UPDATE" is no name; "Observer Mission (OM): weekly update" begins with one.
            continue
        stop = line["stop"]
        shortened = line["short"] is not None and (fits(line["short"], line["name"]) or "/" in line["short"])
        if kind is None and stop not in ("", ",") and line["name"].isupper():
            # "NATIONAL FRONT - FAR SOUTH"
            line = _WHOLE.match(text, start, end) or line
        named = _AND_SHORT.match(text, start, end) if kind is None else None
        # "ARMY OF LIBERATION - ELN": initials of its own language, by which the text goes on to call it.
        if named is not None and (
            fits(named["short"], named["name"]) or re.search(rf"\b[Tt]he {re.escape(named['short'])}\b", text)
        ):
            yield named.span("name"), named.span("short")
            continue
        if shortened or _heads_body(line["name"], bodies) or _CAPITALS.match(line["name"]):
            found = (line.span("name"), line.span("short") if shortened else None)
            if _PARENT.match(line["name"].strip()):
                parent = parent or found
            else:
                yield found
        elif n == 0 and kind is None and stop != "," and _NAME.match(line["name"].strip()):
            above = line.span("name")
    if above is not None and any(_STATEMENT.search(text, *later) for later in lines[1:]):
        # A name of whatever language above a "COMMUNIQUÉ".
        yield above, None
    if parent is not None:
        yield parent


def _reporter(text: str, start: int, end: int, bodies: frozenset[str]) -> tuple[int, int] | None:
    """The initials of a mission before its report: "CTSAMM VIOLATION REPORT", "CTSAMM - Summary Report"."""
    hit = _REPORTER.match(text, start, end)
    if hit is None:
        return None
    # "UNIFIL" is a body's only name; "MISSION" is "the Mission" below.
    word = re.search(rf"\b{re.escape(hit['name'].title())}\b", text) is not None
    return _initials(text, start, hit.end("name"), bodies if word else frozenset())


def _initials(text: str, start: int, end: int, bodies: frozenset[str]) -> tuple[int, int] | None:
    """Initials that are all the name of a body; none for a word in capitals that the text has in small letters too."""
    hit = _INITIALS.match(text, start, end)
    if hit is None or hit["name"].lower() in _NO_INITIALS | _MARKS | bodies:
        return None
    return None if re.search(rf"\b{re.escape(hit['name'].lower())}\b", text) else hit.span("name")


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether a line begins with what papers are marked with, "URGENT: ...", or with a thing in capitals: "TRANSLATION"."""
    first = re.match(r"[A-Za-z]+", text[start:end])
    if first is None:
        return False
    word = first[0].lower()
    alone = first[0].isupper() and re.match(r"\s*(?:$|[:|–—-])", text[start + first.end() : end]) is not None
    return word in _MARKS or _NOT_FOR.match(text, start, end) is not None or (alone and is_thing(word))


def _heads_body(name: str, bodies: frozenset[str]) -> bool:
    """Whether a line names a body: by capitalised words, or by that of which the others tell.

    "Ceasefire violations and civilian harm in the Lowlands" is none.
    """
    if not _is_body(name, bodies):
        return False
    front = re.split(r"\s(?:of|for|in|on|at)\s", name, maxsplit=1)[0]
    capitals = " ".join(w for w in name.split() if not w[:1].islower())
    return _is_body(capitals, bodies) or _is_body(front.split()[-1], bodies)


def _is_body(name: str, bodies: frozenset[str]) -> bool:
    return any(w.lower() in bodies or w.lower().rstrip("s") in bodies for w in re.findall(r"\w+", name))
