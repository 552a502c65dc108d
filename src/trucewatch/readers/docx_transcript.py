"""A Word document's parts written down as text.

Read: paragraphs, headings, automatic numbers, tables cell by cell, tracked insertions, text boxes, footnotes
and endnotes. Not read, and said so in a flag: tracked deletions, comments, page headers and footers,
pictures, the table of contents.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from trucewatch.core.model import BlockKind, Flag
from trucewatch.core.quotes import Span

from .docx_numbering import Numbering, Place, W
from .writing import Manuscript, Paragraph

_PROPERTIES = frozenset(W + name for name in "pPr rPr sectPr sdtPr sdtEndPr instrText".split())
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = W + "txbxContent"
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_INSERTED, _DELETED = frozenset({W + "ins", W + "moveTo"}), frozenset({W + "del", W + "moveFrom"})
# Containers that hold paragraphs without being one.
_WRAPPERS = frozenset(W + name for name in "sdt sdtContent customXml ins moveTo smartTag".split())
_READ_PARTS = ("numbering", "styles", "footnotes", "endnotes", "comments", "header", "footer")
_MOST_EVIDENCE = 20


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph, its element, and what the tracked changes say of it; a deletion has no words."""

    words: str
    element: Any
    change: Literal["", "inserted", "deleted"] = ""


class Origin(NamedTuple):
    """Where a stretch of the original text was read from: an element of a run, or a whole note."""

    start: int
    end: int
    element: Any


@dataclass
class Transcript:
    """Writes a document down paragraph by paragraph and keeps account of what is not read.

    `origins` tells, in order, which element each stretch of the text comes from.
    """

    part: Any
    manuscript: Manuscript = field(default_factory=Manuscript)
    origins: list[Origin] = field(default_factory=list)
    _insertions: list[Span] = field(default_factory=list)
    _deletions: int = 0
    _has_contents: bool = False
    _parts: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._body = self.part.element.body
        for relation in self.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind in _READ_PARTS and not relation.is_external:
                self._parts.setdefault(kind, []).append(_parse(relation.target_part.blob))
        self._numbering = Numbering(self._part("numbering"), self._part("styles"))

    def read(self) -> None:
        """Reads the body, then the notes."""
        self._read_all(self._body)
        for kind, tag in (("footnotes", W + "footnote"), ("endnotes", W + "endnote")):
            root = self._part(kind)
            # The lines that part notes from text are stored as notes with a type.
            notes = [] if root is None else [note for note in root.findall(tag) if note.get(W + "type") is None]
            for number, note in enumerate(notes, start=1):
                lines = (_words(_pieces(paragraph)) for paragraph in note.iter(W + "p"))
                start = self.manuscript.add(Paragraph("\n".join(lines), BlockKind.FOOTNOTE, number=str(number)))
                self.origins.append(Origin(start, len(self.manuscript.text), note))

    def flags(self) -> tuple[Flag, ...]:
        """What a reader should know: tracked changes, and what was not read."""
        found: list[Flag] = []
        if self._insertions or self._deletions:
            message = (
                f"tracked changes: {_counted(len(self._insertions), 'insertion')} read as text, "
                f"{_counted(self._deletions, 'deletion')} left out"
            )
            found.append(Flag("tracked-changes", message, tuple(self._insertions[:_MOST_EVIDENCE])))
        unread = self._unread()
        if unread:
            found.append(Flag("not-read", f"not read: {', '.join(unread)}"))
        return tuple(found)

    def _part(self, kind: str) -> Any | None:
        return next(iter(self._parts.get(kind, ())), None)

    def _unread(self) -> list[str]:
        pictures = sum(1 for _ in self._body.iter(*_PICTURES))
        unread = [_counted(pictures, "picture")] if pictures else []
        unread += ["the table of contents"] if self._has_contents else []
        for kinds, name in ((("comments",), "comments"), (("header", "footer"), "page headers and footers")):
            roots = (root for kind in kinds for root in self._parts.get(kind, ()))
            if any((text.text or "").strip() for root in roots for text in root.iter(W + "t")):
                unread.append(name)
        return unread

    def _read_all(self, container: Any) -> None:
        for element in _below(container, W + "p", W + "tbl"):
            if element.tag == W + "p":
                self._read_paragraph(element)
                continue
            for row in _below(element, W + "tr"):
                self._read_row(row)

    def _read_paragraph(self, element: Any) -> None:
        place, pieces = self._numbering.place(element), list(_pieces(element))
        if place.contents:
            # Its entries repeat the headings and would be taken for them.
            self._has_contents = True
            return
        paragraph = Paragraph(_words(pieces), _kind(place), place.heading, place.number or None)
        start = self.manuscript.add(paragraph)
        self._keep_account(start, pieces, written=bool(paragraph.words.strip()))
        for box in _text_boxes(element):
            self._read_all(box)

    def _read_row(self, row: Any) -> None:
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            self._deletions += 1
            return
        cells: list[list[Paragraph]] = []
        read: list[list[_Piece]] = []
        for cell in _below(row, W + "tc"):
            cells.append([])
            for element in cell.iter(W + "p"):
                place, pieces = self._numbering.place(element), list(_pieces(element))
                kind = _kind(place, BlockKind.TABLE_CELL)
                cells[-1].append(Paragraph(_words(pieces), kind, place.heading, place.number or None))
                if cells[-1][-1].words.strip():
                    read.append(pieces)
        for start, pieces in zip(self.manuscript.add_row(cells), read, strict=True):
            self._keep_account(start, pieces)

    def _keep_account(self, start: int, pieces: list[_Piece], *, written: bool = True) -> None:
        """Notes tracked changes, and for a paragraph that was written where its words come from."""
        for piece in pieces:
            end = start + len(piece.words)
            self._deletions += piece.change == "deleted"
            if written and piece.words:
                self.origins.append(Origin(start, end, piece.element))
            if piece.change == "inserted" and piece.words.strip():
                self._insertions.append(Span(start, end, piece.words))
            start = end


def _kind(place: Place, plain: BlockKind = BlockKind.PARAGRAPH) -> BlockKind:
    if place.heading is not None:
        return BlockKind.HEADING
    return plain if place.number is None else BlockKind.LIST_ITEM


def _below(container: Any, *tags: str) -> Iterator[Any]:
    """The elements of these kinds that stand in the container, through wrappers but not through each other."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _below(child, *tags)


def _pieces(element: Any, change: Literal["", "inserted"] = "") -> Iterator[_Piece]:
    """The text of a paragraph, piece by piece; text boxes anchored in it are left for later."""
    for child in element:
        if child.tag in _PROPERTIES or child.tag in (_FALLBACK, _TEXT_BOX):
            continue
        if child.tag in _DELETED:
            yield _Piece("", child, "deleted")
        elif child.tag == W + "t":
            yield _Piece(child.text or "", child, change)
        elif child.tag in _SIGNS:
            yield _Piece(_SIGNS[child.tag], child, change)
        else:
            yield from _pieces(child, "inserted" if child.tag in _INSERTED else change)


def _words(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.words for piece in pieces)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph; the older copy that Word keeps of each is passed over."""
    for box in paragraph.iter(_TEXT_BOX):
        above = list(box.iterancestors())
        inside = above[: above.index(paragraph)]
        if not any(element.tag in (_FALLBACK, _TEXT_BOX) for element in inside):
            yield box


def _parse(blob: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
