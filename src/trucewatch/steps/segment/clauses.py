"""The walk over logical lines that builds the tree of clauses."""

from dataclasses import dataclass, field

from trucewatch.core.model import Clause, ClauseKind, Document

from .lines import Line, label_id, logical_lines, roman_value
from .regions import (
    ABBREVIATION,
    ABBREVIATIONS,
    DEFINES,
    DEFINITIONS,
    FOOTNOTE,
    SIGNATURE,
    body_start,
    title_lines,
)

# Numbers of several levels ("2.3.1") take the ranks between "number" and "letter".
_RANKS = {"annex": 0, "part": 1, "article": 2, "number": 3, "bracket": 9, "letter": 10, "roman": 11, "bullet": 12}


@dataclass(frozen=True, slots=True)
class _Open:
    """A container that the next lines may belong to."""

    rank: int
    clause: Clause
    number: str = ""


@dataclass
class _Walk:
    document: Document
    clauses: list[Clause] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    counts: dict[tuple[str | None, str], int] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    chapeau: Clause | None = None
    item_open: bool = False

    def add(
        self, name: str, kind: ClauseKind, line: Line, parent: Clause | None, *, number: str = "", heading: bool = False
    ) -> Clause:
        base = f"{parent.id}__{name}" if parent and parent.kind is not ClauseKind.PART else name
        clause_id, again = base, 2
        while clause_id in self.taken:
            clause_id, again = f"{base}-{again}", again + 1
        self.taken.add(clause_id)
        span = self.document.span(line.start, line.end) if line.end > line.start else None
        clause = Clause(
            id=clause_id,
            kind=kind,
            number=number,
            heading=span if heading else None,
            span=None if heading else span,
            start=line.start,
            end=line.start if heading else line.end,
            parent=parent.id if parent else None,
        )
        self.clauses.append(clause)
        return clause

    def count(self, parent: Clause | None, name: str) -> int:
        key = (parent.id if parent else None, name)
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def close_to(self, rank: int) -> Clause | None:
        """Leave containers of this rank and below; returns the one that is left, if any."""
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        return self.stack[-1].clause if self.stack else None

    def replace_last(self, clause: Clause) -> None:
        self.clauses[-1] = clause


def segment(document: Document) -> tuple[Clause, ...]:
    """The clauses of an agreement in order: title, preamble, body, annexes, signature block."""
    lines = logical_lines(document)
    if not lines:
        return ()
    walk = _Walk(document)
    titled = title_lines(lines)
    at = _front(walk, lines, titled)
    while at < len(lines):
        at += _signatures(walk, lines, at) if _signs_off(walk, lines, at) else _body(walk, lines, at)
    return tuple(walk.clauses)


def _front(walk: _Walk, lines: list[Line], titled: int) -> int:
    """Adds title, abbreviations and preamble; returns the index of the first operative line."""
    start = body_start(lines, titled)
    for line in lines[:titled]:
        _loose(walk, line, ClauseKind.TITLE)
    abbreviations = False
    for line in lines[titled:start]:
        if ABBREVIATIONS.match(line.text):
            abbreviations = True
        elif abbreviations and ABBREVIATION.match(line.text) and not line.terminated:
            _loose(walk, line, ClauseKind.ABBREVIATIONS)
        else:
            abbreviations = False
            _loose(walk, line, ClauseKind.PREAMBLE)
    return start


def _loose(walk: _Walk, line: Line, kind: ClauseKind) -> None:
    n = walk.count(None, kind)
    heading = line.text.rstrip(":").lower() == "preamble"
    walk.add(kind.value if n == 1 else f"{kind.value}_{n}", kind, line, None, heading=heading)


def _signs_off(walk: _Walk, lines: list[Line], at: int) -> bool:
    line = lines[at]
    if not any(clause.operative for clause in walk.clauses) or line.marker:
        return False
    return bool(SIGNATURE.match(line.text))


def _signatures(walk: _Walk, lines: list[Line], at: int) -> int:
    """Adds the signature block and the notes after it, up to an annex; returns how many lines they took."""
    after = next((i for i in range(at, len(lines)) if lines[i].marker == "annex"), len(lines))
    start, end = lines[at].start, lines[after - 1].end
    # Names stand one to a line there, so the block is kept whole and only a note's mark ends it.
    note = FOOTNOTE.search(walk.document.text, start, end)
    stop = note.start() if note else end
    _loose(walk, Line(start, stop, walk.document.text[start:stop]), ClauseKind.SIGNATURE)
    if note:
        _loose(walk, Line(note.end(), end, walk.document.text[note.end() : end]), ClauseKind.FOOTNOTE)
    return after - at


def _body(walk: _Walk, lines: list[Line], at: int) -> int:
    """Adds the clause that starts at line `at`; returns how many lines it took."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    match line.marker:
        case "annex" | "part" | "article":
            return _container(walk, line, following)
        case "heading":
            _heading(walk, line)
            return 1
        case "":
            if _is_heading(line, following):
                _heading(walk, line)
            else:
                _unmarked(walk, line)
            return 1
        case _:
            return _marked(walk, line, following)


def _is_heading(line: Line, following: Line | None) -> bool:
    return (
        line.titled
        and following is not None
        and (line.gap or line.text.isupper())
        and not following.text[:1].islower()
        and (following.gap or bool(following.marker))
    )


def _container(walk: _Walk, line: Line, following: Line | None) -> int:
    parent = walk.close_to(_RANKS[line.marker])
    kind = {"annex": ClauseKind.ANNEX, "part": ClauseKind.PART, "article": ClauseKind.ARTICLE}[line.marker]
    short = {"annex": "annex", "part": "part", "article": "art"}[line.marker]
    number = line.number
    if line.marker == "part" and not number and line.text:
        number, _, rest = line.text.partition(" ")
        line = Line(line.end - len(rest), line.end, rest, "part", number, line.gap)
    label = label_id(number) if number else str(walk.count(parent, short))
    took, words = 1, line
    if not line.text and following and not following.marker and following.titled:
        took, words = 2, following
    heading = words.titled or line.marker in ("annex", "part")
    clause = walk.add(f"{short}_{label}", kind, words, parent, number=number, heading=heading and bool(words.text))
    walk.stack.append(_Open(_RANKS[line.marker], clause, number))
    walk.chapeau = clause if clause.end > clause.start and words.text.endswith(":") else None
    walk.item_open = False
    return took


def _heading(walk: _Walk, line: Line) -> None:
    parent = walk.close_to(
        _RANKS["part"] if not any(o.rank == _RANKS["article"] for o in walk.stack) else _RANKS["number"]
    )
    clause = walk.add(f"hd_{walk.count(parent, 'hd')}", ClauseKind.PART, line, parent, heading=True)
    if parent is None or parent.kind is ClauseKind.ANNEX:
        walk.stack.append(_Open(_RANKS["part"], clause))
    walk.chapeau, walk.item_open = None, False


def _rank(walk: _Walk, line: Line) -> int:
    """The rank of a list marker where it stands: (i) is a letter after (h), a Roman numeral otherwise."""
    if line.marker == "number":
        return _RANKS["number"] + line.number.count(".")
    if line.marker in ("roman", "letter") and len(line.number) == 1 and line.number.islower():
        before = chr(ord(line.number) - 1)
        letters = [o for o in walk.stack if o.rank == _RANKS["letter"]]
        if letters and letters[-1].number == before:
            return _RANKS["letter"]
        if roman_value(line.number) is None:
            return _RANKS["letter"]
        romans = [o for o in walk.stack if o.rank == _RANKS["roman"]]
        if line.number == "i" or romans:
            return _RANKS["roman"]
        return _RANKS["letter"]
    return _RANKS[line.marker]


def _marked(walk: _Walk, line: Line, following: Line | None) -> int:
    if line.number.isupper() and line.marker in ("roman", "letter") and line.titled:
        return _container(walk, Line(line.start, line.end, line.text, "part", line.number, line.gap), following)
    rank = _rank(walk, line)
    # A paragraph without a number is on no stack, but its list is its own.
    loose = walk.chapeau if not any(o.clause is walk.chapeau for o in walk.stack) else None
    parent = walk.close_to(rank)
    if loose and not any(o.rank >= _RANKS["letter"] for o in walk.stack):
        parent = loose
    heading = line.titled and following is not None and _heads(line, following)
    # Above "1.1" stands "1. Scope", one list with it; above "(1)" or "(a)" a section of its own.
    section = heading and following is not None and following.marker != "number"
    name, kind = _name(walk, line, rank, parent, section)
    clause = walk.add(
        name,
        _defines(walk, line, kind),
        line,
        parent,
        number="" if line.marker == "bullet" else line.number,
        heading=heading,
    )
    walk.stack.append(_Open(rank, clause, line.number))
    walk.chapeau = clause if line.text.endswith(":") else loose
    walk.item_open = False
    return 1


def _heads(line: Line, following: Line) -> bool:
    """Whether a numbered title stands over what follows rather than being a nominal point itself."""
    if following.marker == "number":
        return following.number.startswith(f"{line.number}.")
    if following.marker == line.marker:
        return False
    if following.marker == "bracket":
        return True
    return following.marker in ("letter", "roman") or (not following.marker and following.text[:1].isupper())


def _name(walk: _Walk, line: Line, rank: int, parent: Clause | None, section: bool) -> tuple[str, ClauseKind]:
    if line.marker == "bullet":
        return f"point_{_letter(walk.count(parent, 'point'))}", ClauseKind.POINT
    if line.marker in ("number", "bracket"):
        last = label_id(line.number).split("_")[-1]
        if parent is not None and parent.kind is ClauseKind.ARTICLE:
            return f"para_{last}", ClauseKind.PARAGRAPH
        if section:
            return f"sec_{label_id(line.number)}", ClauseKind.ARTICLE
        nested = parent is not None and parent.kind in (ClauseKind.POINT, ClauseKind.PARAGRAPH)
        return f"point_{last if nested else label_id(line.number)}", ClauseKind.POINT
    nested = rank >= _RANKS["roman"] and parent is not None and parent.kind is ClauseKind.POINT
    walk.count(parent, "point")
    return f"point_{label_id(line.number)}", ClauseKind.SUBPOINT if nested else ClauseKind.POINT


def _letter(n: int) -> str:
    return chr(ord("a") + n - 1) if n <= 26 else f"{chr(ord('a') + (n - 1) // 26 - 1)}{chr(ord('a') + (n - 1) % 26)}"


def _defines(walk: _Walk, line: Line, kind: ClauseKind) -> ClauseKind:
    headed = any(o.clause.heading and DEFINITIONS.search(walk.document.reads(o.clause.heading)) for o in walk.stack)
    return ClauseKind.DEFINITION if headed or DEFINES.match(line.text) else kind


def _unmarked(walk: _Walk, line: Line) -> None:
    """A paragraph without a marker: an item of an open list, a continuation, or a new paragraph."""
    if walk.chapeau is not None and _is_item(walk, line):
        clause = walk.add(f"point_{_letter(walk.count(walk.chapeau, 'point'))}", ClauseKind.POINT, line, walk.chapeau)
        walk.item_open = line.text.endswith((";", ","))
        if not walk.item_open and not line.text.endswith("."):
            walk.item_open = True
        return
    last = walk.clauses[-1] if walk.clauses else None
    if _continues_point(walk, line, last) and last is not None:
        span = walk.document.span(last.start, line.end)
        walk.replace_last(
            Clause(last.id, last.kind, last.number, last.heading, span, last.start, line.end, last.parent)
        )
        walk.chapeau = walk.clauses[-1] if line.text.endswith(":") else None
        if walk.stack and walk.stack[-1].clause is last:
            walk.stack[-1] = _Open(walk.stack[-1].rank, walk.clauses[-1], walk.stack[-1].number)
        return
    while walk.stack and walk.stack[-1].rank > _RANKS["number"]:
        walk.stack.pop()
    parent = walk.stack[-1].clause if walk.stack else None
    n = walk.count(parent, "para")
    if n == 1 and parent is not None and parent.end > parent.start:
        n = walk.count(parent, "para")
    kind = _defines(walk, line, ClauseKind.PARAGRAPH)
    clause = walk.add(f"para_{n}", kind, line, parent)
    walk.chapeau = clause if line.text.endswith(":") else None
    walk.item_open = False


def _is_item(walk: _Walk, line: Line) -> bool:
    """Whether an unmarked line belongs to the list that the chapeau opened."""
    if walk.item_open or line.text[:1].islower():
        return True
    first = walk.clauses[-1] is walk.chapeau
    return first and (line.text.endswith((";", ",")) or not line.terminated)


def _continues_point(walk: _Walk, line: Line, last: Clause | None) -> bool:
    """Whether the line goes on with a numbered point's own words."""
    if last is None or line.gap or last.end == last.start or not walk.stack or walk.stack[-1].clause.id != last.id:
        return False
    # After a finished list item a new sentence belongs to the clause above the list.
    if walk.stack[-1].rank >= _RANKS["letter"] and walk.document.text[last.end - 1] in ".;" and line.text[:1].isupper():
        return False
    return last.kind in (ClauseKind.POINT, ClauseKind.SUBPOINT) or (
        last.kind is ClauseKind.PARAGRAPH and bool(last.number)
    )
