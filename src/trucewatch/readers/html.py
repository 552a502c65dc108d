"""Web pages and saved documents: .html and .htm.

A web page has menus, footers and advertisements around its text: trafilatura takes the text out. A saved
document (an agreement exported from an office program) has none, and every paragraph of it counts.
"""

import codecs
import re
from pathlib import Path
from typing import Any

from trucewatch.core.dates import When, when
from trucewatch.core.errors import EmptyDocument, UnreadableFile
from trucewatch.core.model import BlockKind, Flag
from trucewatch.core.ports import Extract

from .encoding import decode
from .numbering import label
from .writing import Manuscript, Paragraph

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_PAGE_FURNITURE = ("nav", "footer", "header", "article", "main", "aside")
_NEVER_READ = frozenset(
    "script style noscript template title meta link iframe object svg canvas select button del".split()
)
_HEADING_LEVELS = {f"h{n}": n for n in range(1, 7)}
# What opens and closes a paragraph; every other element is part of one.
_PARAGRAPHS = frozenset(
    "p div section article main header footer aside nav blockquote pre address figure figcaption dl dt dd ul ol "
    "li table thead tbody tfoot tr caption body html center fieldset hr quote list item row head".split()
) | frozenset(_HEADING_LEVELS)
# Telling text from menus takes time that grows with the square of a page's size: seconds at this many elements.
_MOST_ELEMENTS = 10_000
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PUBLISHED_NAMES = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "date",
)
_JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?=\D|\Z)")
_WHITE, _WHITE_LINE = re.compile(r"[ \t\r\n\f\v]+"), re.compile(r"[ \t\r\f\v]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class HtmlReader:
    """Web pages through trafilatura, plain documents by their own structure."""

    suffixes: tuple[str, ...] = (".html", ".htm")

    def extract(self, path: Path, data: bytes) -> Extract:
        """The text as a reader of the page sees it, in paragraphs parted by blank lines."""
        from lxml import etree, html

        markup, flags = _decode(path, data)
        # The parser drops what is nested too deeply: "huge" puts that far off, and the log tells of the rest.
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
        try:
            tree = html.document_fromstring(_XML_DECLARATION.sub("", markup, count=1), parser=parser)
        except etree.LxmlError as error:
            raise _empty(path) from error
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise UnreadableFile(f"{path} nests its tags too deeply to be read in full. Save it as plain text")
        published_on, dated = _published_on(tree)
        article = _article(markup) if _is_web_page(tree) and not _is_huge(tree) else None
        manuscript = _Transcriber().read(tree if article is None else article)
        if not manuscript.blocks:
            raise _empty(path)
        left_out = _left_out(tree, manuscript.text)
        return Extract(manuscript.text, tuple(manuscript.blocks), (*flags, *dated, *left_out), published_on)


def _empty(path: Path) -> EmptyDocument:
    return EmptyDocument(f"{path} has no words between its tags. Check that the page was saved in full")


def _decode(path: Path, data: bytes) -> tuple[str, tuple[Flag, ...]]:
    """The markup in the encoding it declares, else as plain text is decoded."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii").lower()
        # The HTML standard reads Latin-1 as Windows-1252.
        name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
        try:
            codecs.lookup(name)
            if not name.startswith("utf"):
                return data.decode(name), ()
        except (LookupError, UnicodeDecodeError):
            pass
    markup, flags = decode(path, data)
    return markup.removeprefix("\ufeff"), flags


def _is_web_page(tree: Any) -> bool:
    return any(tree.find(f".//{tag}") is not None for tag in _PAGE_FURNITURE) or any(
        meta.get("property", "").startswith(("og:", "article:")) for meta in tree.iter("meta")
    )


def _is_huge(tree: Any) -> bool:
    return sum(1 for _ in tree.iter()) > _MOST_ELEMENTS


def _article(markup: str) -> Any | None:
    """The main text of a web page as trafilatura's tree, or None when it finds none."""
    import trafilatura

    page = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, favor_recall=True)
    return None if page is None or isinstance(page, dict) else page.body


def _left_out(tree: Any, text: str) -> list[Flag]:
    """Says how much of the page was not read, so that a clause lost with the menus is missed by someone."""
    flags: list[Flag] = []
    if _is_web_page(tree):
        read, whole = len(text.split()), len(_Transcriber().read(tree).text.split())
        message = f"{read} of the page's {whole} words were read as its text; the rest was taken for menus and footers"
        flags += [Flag("not-read", message)] if read < whole else []
        if _is_huge(tree):
            flags.append(
                Flag("whole-page-read", "the page is too large to tell its text from menus: all of it was read")
            )
    deletions = sum(1 for _ in tree.iter("del"))
    if deletions:
        flags.append(Flag("tracked-changes", f"deletions left out: {deletions}"))
    return flags


def _published_on(tree: Any) -> tuple[When | None, tuple[Flag, ...]]:
    """The day that the page's own metadata give, and a flag that quotes them."""
    for source, value in _dates_given(tree):
        found = _DAY.match(value)
        if found:
            try:
                day = when(found[1])
            except ValueError:
                continue
            return day, (Flag("published-on", f'the page gives its date as {source} = "{value.strip()}"'),)
    return None, ()


def _dates_given(tree: Any) -> list[tuple[str, str]]:
    """(where it stands, what it says) for each publication date in the metadata, the surest first."""
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        given.setdefault(name, meta.get("content") or "")
    named = [(name, given[name]) for name in _PUBLISHED_NAMES if name in given]
    scripts = (s.text or "" for s in tree.iter("script") if s.get("type") == "application/ld+json")
    linked = [("datePublished", m[1]) for script in scripts if (m := _JSON_PUBLISHED.search(script))]
    times = [
        ("time", element.get("datetime", ""))
        for element in tree.iter("time")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    return named + linked + times


class _Transcriber:
    """Writes a tree of HTML or of trafilatura's elements down as a manuscript, paragraph by paragraph."""

    def __init__(self) -> None:
        self._manuscript = Manuscript()
        self._words: list[str] = []
        self._row: list[str] | None = None
        self._kind: BlockKind = BlockKind.PARAGRAPH
        self._level: int | None = None
        self._number: str | None = None
        self._lists: list[tuple[str, int]] = []
        self._verbatim = 0

    def read(self, tree: Any) -> Manuscript:
        """The manuscript of everything below `tree`."""
        from lxml import etree

        hidden = None
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else "comment"
            if event == "start":
                if _is_hidden(tree, element, tag):
                    hidden = element
                    walk.skip_subtree()
                    continue
                self._open(element, tag)
                self._write(element.text)
                continue
            if element is hidden:
                hidden = None
            else:
                self._close(tag)
            if element is not tree:
                self._write(element.tail)
        self._end_paragraph()
        return self._manuscript

    def _open(self, element: Any, tag: str) -> None:
        if tag in ("br", "lb"):
            self._words.append("\n")
        elif tag in ("td", "th", "cell"):
            self._end_paragraph()
            if self._row is None:
                self._row = []
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
            self._verbatim += tag == "pre"
            if tag in ("tr", "row") and self._row is None:
                self._row = []
            elif tag in ("ul", "ol", "list"):
                self._lists.append(_list_style(element, tag))
            elif tag in ("li", "item"):
                self._kind, self._number = BlockKind.LIST_ITEM, self._next_number(element)
            elif tag in _HEADING_LEVELS or tag == "head":
                name = tag if tag in _HEADING_LEVELS else element.get("rend", "")
                self._kind, self._level = BlockKind.HEADING, _HEADING_LEVELS.get(name)

    def _close(self, tag: str) -> None:
        if tag in ("td", "th", "cell"):
            if self._row is not None:
                self._row.append(self._take_words())
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
            self._verbatim -= tag == "pre"
            if tag in ("tr", "row") and self._row is not None:
                cells = ([Paragraph(line, BlockKind.TABLE_CELL) for line in cell.split("\n")] for cell in self._row)
                self._manuscript.add_row(list(cells))
                self._row = None
            elif tag in ("ul", "ol", "list") and self._lists:
                self._lists.pop()
            self._kind, self._level, self._number = BlockKind.PARAGRAPH, None, None

    def _next_number(self, element: Any) -> str | None:
        if not self._lists or not self._lists[-1][0]:
            return None
        style, last = self._lists[-1]
        given = element.get("value", "")
        count = int(given) if given.isdecimal() and len(given) < 6 else last + 1
        self._lists[-1] = (style, count)
        return f"{label(count, style)}."

    def _write(self, words: str | None) -> None:
        """Takes words down with white space as a browser shows it; line ends count only within <pre>."""
        self._words.append((_WHITE_LINE if self._verbatim else _WHITE).sub(" ", words or ""))

    def _take_words(self) -> str:
        """What was written since the last paragraph, line by line."""
        lines = (_WHITE_LINE.sub(" ", line).strip(" ") for line in "".join(self._words).split("\n"))
        self._words.clear()
        return "\n".join(line for line in lines if line)

    def _end_paragraph(self) -> None:
        if self._row is not None:
            # A paragraph inside a cell stays in the cell, on a line of its own.
            self._words.append("\n")
            return
        words = self._take_words()
        if words:
            self._manuscript.add(Paragraph(words, self._kind, self._level, self._number))
            self._number = None


def _is_hidden(tree: Any, element: Any, tag: str) -> bool:
    if element is tree:
        return False
    # "head" is a heading to trafilatura and the page's metadata to HTML.
    metadata = tag == "head" and element.getparent() is not None and element.getparent().tag == "html"
    return tag == "comment" or metadata or tag in _NEVER_READ or bool(_HIDDEN.search(element.get("style", "")))


def _list_style(element: Any, tag: str) -> tuple[str, int]:
    """(numbering style, number before the first item) of a list; "" for one with bullets."""
    ordered = tag == "ol" or element.get("rend") == "ol"
    start = element.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    return (_LIST_STYLES.get(element.get("type", ""), "decimal") if ordered else ""), first - 1
