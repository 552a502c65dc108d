import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters import samples
from tests.exporters.marked import WAIVER, finding, result_in, result_of
from tests.exporters.samples import document, words
from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.core.model import LintResult, Severity
from trucewatch.core.quotes import Span
from trucewatch.exporters.html_report import html_report

VOID = {"meta", "wbr"}
STYLE = (files("trucewatch.exporters") / "templates" / "report.css").read_text(encoding="utf-8")


@dataclass
class Element:
    """An element of a parsed page, with its attributes and children."""

    name: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def all(self, name: str = "", class_: str = "") -> "list[Element]":
        inside = [e for child in self.children if isinstance(child, Element) for e in [child, *child.all()]]
        return [e for e in inside if name in ("", e.name) and (not class_ or class_ in e.classes)]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def words(self, *without: str) -> str:
        """The text inside, leaving out elements of these names or classes."""
        return "".join(
            child if isinstance(child, str) else child.words(*without)
            for child in self.children
            if isinstance(child, str) or not {child.name, *child.classes} & set(without)
        )


class Page(HTMLParser):
    """A page as a browser takes it in; an element that is not closed, or closed twice, is a fault."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(source)
        self.close()
        assert len(self._open) == 1, f"not closed: {[element.name for element in self._open[1:]]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def all(self, name: str = "", class_: str = "") -> list[Element]:
        return self.root.all(name, class_)

    def of_id(self, wanted: str) -> Element:
        [found] = [element for element in self.all() if element.attributes.get("id") == wanted]
        return found

    @cached_property
    def agreement(self) -> str:
        """The agreement's words alone: no clause ids, notes, numbers of notes or commitments."""
        return self.of_id("agreement").words("h2", "id", "aside", "ref", "commitments")


def page_of(result: LintResult, **more: dict[str, str]) -> Page:
    return Page(html_report(result, **more))


def plain(text: str) -> str:
    """The text with the line ends that HTML knows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


# --------------------------------------------------------------------------- one file, nothing else


def test_the_page_asks_for_nothing_from_outside():
    source = html_report(samples.lint_result())
    assert not re.search(r"""(?:src|href|srcset|action|data|poster)\s*=\s*["']?\s*(?:\w+:)?//""", source, re.IGNORECASE)
    assert "http:" not in source
    assert "https:" not in source
    assert not re.search(r"url\(|@import|@font-face", source)
    assert {e.name for e in Page(source).all()} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert any(e.attributes.get("content", "").startswith("default-src 'none'") for e in Page(source).all("meta"))


def test_every_link_leads_to_a_place_on_the_page_and_no_id_is_taken_twice():
    page = page_of(samples.lint_result())
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"].removeprefix("#") for link in page.all("a")} <= set(ids)


def test_the_page_names_its_language_and_that_of_the_document():
    result = samples.lint_result()
    french = replace(result.agreement, document=replace(result.agreement.document, language="fr"))
    page = page_of(replace(result, agreement=french))
    assert page.all("html")[0].attributes["lang"] == "en"
    assert {e.attributes["lang"] for e in page.all(class_="text")} == {"fr"}


def test_a_document_cannot_add_markup_of_its_own():
    attack = '<script>alert("1")</script> & <b onclick=\'x\'>soon</b> </style><img src="http://x">'
    source = document(attack, 'a"><script>.txt')
    result = result_of(source, finding(words(source, attack), message=attack, waived=replace(WAIVER, reason=attack)))
    page = page_of(replace(result, not_checked=(attack,)))
    assert {"script", "img", "b onclick"} & {element.name for element in page.all()} == set()
    assert not any("onclick" in element.attributes for element in page.all())
    assert page.agreement == attack


# --------------------------------------------------------------------------- the agreement in full


def test_the_agreement_stands_in_full_with_its_clause_ids():
    page = page_of(samples.lint_result())
    assert page.agreement == samples.AGREEMENT
    assert [e.words() for e in page.of_id("agreement").all("a", "id")] == ["point_1", "point_2"]
    assert "The Parties shall withdraw" in page.of_id("point_1").words()


@given(st.text(st.sampled_from("ab <>&\"'\n\r\té🕊"), min_size=1, max_size=120), st.data())
def test_no_character_of_the_text_is_lost_or_added(text, data):
    source = document(text, "draft.txt")
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    spans = [Span(start, min(start + 9, len(text)), text[start : start + 9]) for start in starts]
    page = page_of(result_of(source, *(finding(span) for span in spans)))
    assert page.agreement == plain(text)


def test_headings_are_headings():
    result = samples.lint_result()
    title, part, first, second = result.agreement.clauses
    headed = replace(second, heading=words(result.agreement.document, "All prisoners"), span=None)
    page = page_of(replace(result, agreement=replace(result.agreement, clauses=(title, part, first, headed))))
    [heading] = [h for h in page.all("h3") if "lead" in h.classes]
    assert heading.words() == "\n2. All prisoners"
    assert page.agreement == samples.AGREEMENT


def test_a_number_that_word_counts_is_shown_and_is_no_part_of_the_text():
    result = result_in("Forces leave soon.", "soon")
    [clause] = result.agreement.clauses
    for text, number in (("Forces leave soon.", "1."), ("1. Forces leave soon.", None)):
        start = text.index("Forces")
        source = document(text, "draft.docx")
        moved = replace(clause, number="1.", span=source.span(start, len(text)), start=start, end=len(text))
        page = page_of(replace(result, agreement=replace(result.agreement, document=source, clauses=(moved,))))
        assert page.all("p", "words")[0].attributes.get("data-number") == number
        assert page.agreement == text


@needs_shared
@pytest.mark.parametrize("name", ["pax_1362", "pax_1364", "pax_1966"])
def test_real_agreements_stand_in_full(name):
    result = api.lint(api.read_agreement(SHARED / "cases" / "agreements" / f"{name}.txt"))
    page = page_of(result)
    assert page.agreement == plain(result.agreement.document.original)
    assert len(page.all("article", "note")) == len(result.findings)


# --------------------------------------------------------------------------- findings


def test_quoted_words_are_marked_and_tied_to_their_note():
    page = page_of(result_in("Forces leave the bridge soon.", "the bridge", "soon"))
    assert [mark.words() for mark in page.all("mark")] == ["the bridge", "soon"]
    assert [(ref.words(), ref.attributes["href"]) for ref in page.all("a", "ref")] == [("1", "#n1"), ("2", "#n2")]
    assert page.of_id("n2").all("a", "no")[0].attributes["href"] == "#r2"


def test_words_under_several_findings_take_the_gravest_look():
    source = document("Forces leave the bridge soon.", "draft.txt")
    low = finding(words(source, "leave the bridge soon"), severity=Severity.LOW)
    high = finding(words(source, "the bridge"), severity=Severity.HIGH)
    page = page_of(result_of(source, low, high))
    assert [(m.words(), m.classes) for m in page.all("mark")] == [
        ("leave ", ["low"]),
        ("the bridge", ["high"]),
        (" soon", ["low"]),
    ]


@pytest.mark.parametrize("severity", list(Severity))
def test_severity_is_a_word_and_a_shape(severity):
    source = document("Forces leave soon.", "draft.txt")
    page = page_of(result_of(source, finding(words(source, "soon"), severity=severity)))
    [badge] = page.of_id("n1").all("span", "badge")
    assert badge.words() == severity.value
    assert len(badge.all("svg")[0].children) == 1


def test_each_severity_has_a_shape_and_a_line_of_its_own():
    shapes = set()
    for severity in Severity:
        source = document("Forces leave soon.", "draft.txt")
        page = html_report(result_of(source, finding(words(source, "soon"), severity=severity)))
        shapes.add(re.search(r"<svg[^>]*>(.*?)</svg>", page)[1])
    assert len(shapes) == len(Severity)
    lines = re.findall(r"^mark(?:\.(?:blocker|high|medium|low))? \{.*?border-bottom: (\d\w+ \w+)", STYLE, re.M)
    assert len(set(lines)) == len(lines) == len(Severity)


def test_readings_and_remedy_are_folded():
    note = page_of(result_in("Forces leave soon.", "soon")).of_id("n1")
    [folded] = note.all("details")
    assert [li.words() for li in folded.all("li")] == ["The holder reads: some day.", "The other side reads: at once."]
    assert "Instead: Name a day and an hour." in folded.words()
    assert "open" not in folded.attributes


def test_on_paper_the_same_readings_stand_once():
    page = page_of(result_in("Forces leave soon, soon.", "soon", "leave"))
    assert [note.all("details")[0].classes for note in page.all("article")] == [[], ["again"]]
    assert page.of_id("n2").all("p", "on-paper")[0].words() == "2 readings and a remedy as at 1"


def test_a_waived_finding_is_marked_and_stays():
    page = page_of(samples.lint_result())
    [note] = page.all("article", "waived")
    assert "Accepted: lists follow; Joint Commission clears it up by 2024-04-01" in note.words()
    assert [m.words() for m in page.all("mark", "waived")] == ["heavy weapons"]


def test_counts_by_severity_and_no_score():
    page = page_of(samples.lint_result())
    assert [li.words() for li in page.all("ul", "counts")[0].all("li")] == ["1 high", "1 medium", "1 accepted"]
    assert not re.search(r"\bscore|\bgrade|%", page.all("body")[0].words(), re.IGNORECASE)


def test_findings_about_the_whole_agreement_stand_apart():
    page = page_of(samples.lint_result())
    assert "nobody is named who watches" in page.of_id("whole").words()
    assert "nobody is named who watches" not in page.of_id("agreement").words()


def test_the_index_lists_every_finding_the_gravest_first():
    page = page_of(samples.lint_result())
    [index] = page.all("div", "index")
    assert [a.words() for a in index.all("a")] == [
        "COMP-MVM missing-component-mvm",
        "TIME002 elastic-deadline",
        "QTY001 no-number",
    ]


# --------------------------------------------------------------------------- commitments, components, the rest


def test_commitments_stand_with_their_clause():
    page = page_of(samples.lint_result())
    [folded] = page.of_id("point_1").all("details", "commitments")
    assert folded.all("summary")[0].words() == "1 obligation"
    named = dict(zip([e.words() for e in folded.all("dt")], [e.words() for e in folded.all("dd")], strict=True))
    assert named == {
        "kind": "obligation",
        "who": "The Parties",
        "what": "withdraw … their heavy weapons",
        "when": "within 10 dayscomputed: 11 Mar 2024 to 12 Mar 2024"
        " (counted from signature; day 0 is the day of signature)",
        "where": "from the bridge",
        "not stated": "verified by: not stated; else what: not stated",
    }
    release = page.of_id("point_2").all("details", "commitments")[0].words()
    assert 'no day can be computed: "as soon as possible" names no day' in release


def test_components_are_a_strip_and_a_table_with_words():
    page = page_of(samples.lint_result(), component_names={"HW": "heavy weapons"})
    strip = page.all("ol", "strip")[0].all("a")
    assert [a.attributes["aria-label"] for a in strip] == ["HW heavy weapons: vague", "MVM: absent"]
    line = page.of_id("c-HW")
    assert [cell.words() for cell in line.all("td")] == ["◐vague", "point_1 heavy weapons"]
    assert line.all("th")[0].words() == "Heavy weapons HW"


def test_what_was_not_checked_and_what_the_reader_flagged_is_said():
    page = page_of(samples.lint_result())
    assert "GEO002 not checked: needs a map" in page.of_id("not-checked").words()
    assert page.all("p", "flag")[0].words() == "Note This text is short."


def test_what_can_be_used_is_reached_by_keyboard():
    page = page_of(samples.lint_result())
    assert page.all("body")[0].all("a")[0].attributes == {"class": "skip", "href": "#agreement"}
    assert all(link.attributes.get("href") for link in page.all("a"))
    assert all(fold.children[0].name == "summary" for fold in page.all("details"))
    assert not any("tabindex" in element.attributes for element in page.all())


# --------------------------------------------------------------------------- style


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme: light, dark, paper."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.S)
    light, *others = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block)) for block in blocks]
    return {"light": light} | {name: light | other for name, other in zip(("dark", "print"), others, strict=True)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


SEVERITIES = ("blocker", "high", "medium", "low", "info")
PAIRS = [
    *[(ink, ground) for ink in ("ink", "quiet", "link") for ground in ("paper", "card")],
    *[(name, "paper") for name in SEVERITIES],
    *[("ink", f"{name}-mark") for name in SEVERITIES],
    ("link", "paper"),
    ("paper", "ink"),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_every_text_has_the_contrast_of_wcag_aa(scheme):
    colours = schemes()[scheme]
    faint = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


def test_the_style_knows_narrow_screens_paper_and_the_dark():
    for condition in ("max-width: 36rem", "prefers-color-scheme: dark", "@media print", "size: A4"):
        assert condition in STYLE
