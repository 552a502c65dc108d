"""References inside an agreement and the numbers that its parts bear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.core.date_words import read_number
from trucewatch.core.model import Agreement, Clause, ClauseKind

from .cues import cue

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_KINDS = {
    "article": {"article"},
    "section": {"section"},
    "paragraph": {"paragraph", "point", "item", "clause"},
    "annex": {"annex", "appendix"},
    "chapter": {"chapter"},
    "part": {"part"},
}
_LABEL = r"\b(?:\d{1,3}|[IVXLC]{1,6}\b|[A-Z]\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b)"
_REFERENCE = re.compile(
    rf"\b(?P<kind>Articles?|Sections?|Paragraphs?|Points?|Clauses?|Annex(?:es)?|Appendix|Chapters?|Parts?)\s+(?P<label>{_LABEL})"
    rf"(?:\s*\(\w{{1,3}}\))*(?P<more>(?:\s*(?:,|and|or|to|-|–)\s*(?:{_LABEL})(?:\(\w{{1,3}}\))*)*)",
    re.I,
)
# "Article 51 of the Charter" is a place in another text.
_ELSEWHERE = re.compile(
    r"^(?:\s*\(\w{1,3}\))*,?\s*(?:of|to|in|under)\s+(?:the\s+|its\s+|that\s+|common\s+)?(?!(?:this|present)\b|the\s+present\b|(?:peace\s+)?(?:agreement|truce|arrangement|protocol|annex|article|section|part)\s*(?:$|[.,;]|is|are|shall|applies|apply|and|or))[A-Z][\w-]+",
)
_STATED = r"\b(?P<n>\d{1,3}) (?P<kind>articles|sections|paragraphs|points|annexes|chapters)\b"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a numbered place of the same text; offsets into the words searched."""

    start: int
    end: int
    kind: str
    number: str


def number_of(words: str) -> int | None:
    """The number that a label names: 4, IV, four; None for a letter."""
    words = words.strip(" ().").lower()
    value = read_number(words)
    if value is not None:
        return value
    # A lone letter is a letter, except for those that open a Roman list.
    if words and set(words) <= set(_ROMAN) and (len(words) > 1 or words in "ivx"):
        total = 0
        for here, following in zip(words, [*words[1:], ""], strict=True):
            sign = -1 if following and _ROMAN[here] < _ROMAN[following] else 1
            total += sign * _ROMAN[here]
        return total
    return None


def label(words: str) -> str:
    """A label in one spelling: digits where it is a number, else lower case without marks."""
    plain = re.sub(
        r"^(?:articles?|sections?|paragraphs?|points?|clauses?|annex|appendix|chapters?|parts?)\s+",
        "",
        words.strip(),
        flags=re.I,
    )
    plain = plain.strip(" ().:-–").lower()
    value = number_of(plain)
    return str(value) if value is not None else plain


def references(words: str) -> Iterator[Reference]:
    """References to places of the text itself, in order; those into other texts are left out."""
    for match in _REFERENCE.finditer(words):
        if _ELSEWHERE.match(words[match.end() :]) or (not match["kind"][0].isupper() and match["label"].isalpha()):
            continue
        kind = next(
            (
                k
                for k, names in _KINDS.items()
                if match["kind"].lower().rstrip("s") in names or match["kind"].lower() in names
            ),
            None,
        )
        if match["kind"].lower() == "annexes":
            kind = "annex"
        if kind is None:
            continue
        yield Reference(match.start(), match.end("label"), kind, label(match["label"]))
        for more in re.finditer(_LABEL, match["more"], re.I):
            if more[0].lower() not in ("and", "or", "to"):
                at = match.start("more") + more.start()
                yield Reference(at, at + len(more[0]), kind, label(more[0]))


def index_of(agreement: Agreement) -> dict[str, frozenset[str]]:
    """By kind of place the labels that the text has; a kind that cannot be judged is left out."""
    found: dict[str, set[str]] = {}
    for clause in agreement.clauses:
        kind = _kind_of(clause)
        if kind and clause.number:
            found.setdefault(kind, set()).add(label(clause.number))
        if clause.kind is ClauseKind.PART and clause.number:
            # A part may be called Part, Section or Chapter; the clause does not keep the word.
            for name in ("section", "chapter"):
                found.setdefault(name, set()).add(label(clause.number))
    for match in cue(_STATED).finditer(agreement.document.text):
        kind = (
            match["kind"].lower().rstrip("s").removesuffix("e")
            if match["kind"].lower() == "annexes"
            else match["kind"].lower().rstrip("s")
        )
        found.setdefault("paragraph" if kind == "point" else kind, set()).update(
            str(n) for n in range(1, int(match["n"]) + 1)
        )
    if len(agreement.operative) > 3:
        # A whole text that never has an annex, and speaks of one.
        found.setdefault("annex", set())
    # Paragraph numbers restart in each article, and a draft that numbers points calls them anything.
    numbered = [
        c
        for c in agreement.clauses
        if c.kind in (ClauseKind.POINT, ClauseKind.PARAGRAPH) and c.number and c.parent is None
    ]
    if "paragraph" in found and not numbered and len(found["paragraph"]) < 2:
        del found["paragraph"]
    if numbered:
        found.setdefault("article", set()).update(label(c.number) for c in numbered)
    for kind in ("article", "section", "chapter", "part"):
        if len(found.get(kind, ())) < 2:
            found.pop(kind, None)
    return {kind: frozenset(labels) for kind, labels in found.items()}


def _kind_of(clause: Clause) -> str | None:
    match clause.kind:
        case ClauseKind.ARTICLE:
            word = clause.id.split("__")[-1].split("_")[0]
            return {"sec": "section", "chp": "chapter"}.get(word, "article")
        case ClauseKind.PARAGRAPH | ClauseKind.POINT | ClauseKind.SUBPOINT:
            return "paragraph"
        case ClauseKind.ANNEX:
            return "annex"
        case ClauseKind.PART:
            return "part"
        case _:
            return None


def gaps_in(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, str]]:
    """Clauses whose number does not follow that of the clause of the same rank before, and why."""
    last: dict[tuple[str | None, ClauseKind], tuple[int, bool, str]] = {}
    for clause in clauses:
        rank = (None if clause.kind is ClauseKind.ARTICLE else clause.parent, clause.kind)
        before, lettered, shown = last.get(rank, (None, None, ""))
        place = _place(clause.number, lettered)
        if place is None:
            continue
        last[rank] = (*place, clause.number.strip(" ()."))
        value = place[0]
        if before is None or value in (1, before + 1):
            continue
        kind = clause.kind.value
        if value > before + 1:
            yield clause, f"{kind} {clause.number} follows {kind} {shown}: is something missing between them?"
        elif value == before:
            yield clause, f"two {kind}s bear the number {clause.number}"


def _place(number: str, lettered: bool | None) -> tuple[int, bool] | None:
    """The place in its list that a label names, and whether the list counts in letters: (i) follows (h)."""
    plain = number.strip(" ().").lower()
    if len(plain) == 1 and plain.isalpha() and (lettered or (lettered is None and plain == "a")):
        return ord(plain) - 96, True
    value = number_of(plain) if plain else None
    return (value, False) if value is not None else None
