"""The marked-up agreement as one HTML file that needs nothing else: no script, no font, no request.

The agreement stands in full with its clause ids, the findings beside their clauses with the quoted words
marked, what each clause commits to below it. Counts by severity and component, and no score.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from trucewatch.core.dates import CannotCompute, Due
from trucewatch.core.model import (
    Clause,
    ClauseKind,
    Commitment,
    ComponentCoverage,
    Level,
    LintResult,
    Missing,
    Severity,
    Slot,
)
from trucewatch.core.quotes import Span

from .html_elements import Html, join, tag
from .html_text import ORDER, Note, Row, plain, row_text, rows
from .terminal.agreement import QUESTIONS
from .terminal.wording import clip, count_of, days_text, flat

# A shape for each severity and level, so that nothing hangs on colour.
SHAPES = {
    "blocker": '<path d="M1 1h12v12H1z"/>',
    "high": '<path d="M7 1l7 13H0z"/>',
    "medium": '<path d="M7 0l7 7-7 7-7-7z"/>',
    "low": '<circle cx="7" cy="7" r="5"/>',
    "info": '<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="2"/>',
}
SIGNS = {"specific": "●", "vague": "◐", "mentioned": "○", "absent": "×", "not-applicable": "–"}
_MOST_EVIDENCE = 3


def html_report(result: LintResult, component_names: Mapping[str, str] | None = None, version: str = "") -> str:
    """The page; `component_names` put words to the ids of components."""
    agreement = result.agreement
    title = flat(agreement.title.exact) if agreement.title else agreement.document.path
    notes = _numbered(result)
    body = tag(
        "body",
        tag("a", "Skip to the agreement", class_="skip", href="#agreement"),
        _header(result, title, notes),
        tag(
            "main",
            _agreement(result, notes),
            _whole(notes),
            _components(result, component_names or {}),
            _not_checked(result),
        ),
        _footer(result, version),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{title}: findings"),
        tag("style", Html(_style())),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _style() -> str:
    return (files(__package__) / "templates" / "report.css").read_text(encoding="utf-8")


def _numbered(result: LintResult) -> list[Note]:
    """The findings with their numbers: as the text has them, then those about the agreement as a whole."""
    whole = sorted((f for f in result.findings if f.clause is None), key=lambda f: (ORDER.index(f.severity), f.code))
    inside = sorted((f for f in result.findings if f.clause is not None), key=lambda f: (f.span.start, f.span.end))
    explained: dict[object, int] = {}
    return [
        Note(number, finding, explained.setdefault((finding.code, finding.readings, finding.suggestion), number))
        for number, finding in enumerate([*inside, *whole], start=1)
    ]


# --------------------------------------------------------------------------- the top of the page


def _header(result: LintResult, title: str, notes: Sequence[Note]) -> Html:
    agreement, document = result.agreement, result.agreement.document
    facts = [document.path, count_of(len(agreement.clauses), "clause")]
    facts.append(count_of(len(agreement.commitments), "commitment"))
    days = [f"{a.kind.replace('-', ' ')} {a.when.edtf} (given by {a.given_by})" for a in agreement.anchors.values()]
    return tag(
        "header",
        tag("p", "Marked-up copy", class_="eyebrow"),
        tag("h1", title, lang=document.language),
        tag("p", " · ".join(facts), class_="facts"),
        tag("p", "Days to count from: ", "; ".join(days), class_="facts") if days else None,
        [tag("p", tag("b", "Note "), flag.message, class_="flag") for flag in document.flags],
        _counts(notes),
        _index(notes),
        _contents(result, notes),
    )


def _counts(notes: Sequence[Note]) -> Html:
    """Counts by severity; each leads to the first finding of that weight."""
    live = [note for note in notes if not note.finding.waived]
    counts = Counter(note.finding.severity for note in live)
    items = []
    for severity in Severity:
        first = next((note for note in live if note.finding.severity is severity), None)
        if first:
            label = join(tag("b", str(counts[severity])), " ", _badge(severity))
            items.append(tag("li", tag("a", label, href=f"#n{first.number}")))
    if len(notes) > len(live):
        items.append(tag("li", tag("b", str(len(notes) - len(live))), " ", tag("span", "accepted", class_="accepted")))
    return tag("ul", items or tag("li", "No findings"), class_="counts")


def _index(notes: Sequence[Note]) -> Html | None:
    if not notes:
        return None
    groups = []
    for severity in Severity:
        links = [
            tag("li", tag("a", f"{note.finding.code} {note.finding.name}", href=f"#n{note.number}"), _place(note))
            for note in notes
            if note.finding.severity is severity
        ]
        groups += [tag("section", tag("h3", _badge(severity)), tag("ol", links))] if links else []
    return tag("details", tag("summary", "All findings, the gravest first"), tag("div", groups, class_="index"))


def _place(note: Note) -> Html:
    accepted = ", accepted" if note.finding.waived else ""
    return tag("span", f" {note.finding.clause or 'whole agreement'}{accepted}", class_="quiet")


def _contents(result: LintResult, notes: Sequence[Note]) -> Html:
    links = [("#agreement", "The agreement")]
    links += [("#whole", "The agreement as a whole")] if any(n.finding.clause is None for n in notes) else []
    links += [("#components", "Components")] if result.components else []
    links += [("#not-checked", "Not checked")] if result.not_checked else []
    return tag(
        "nav", tag("ul", [tag("li", tag("a", name, href=at)) for at, name in links]), aria_label="Parts of this page"
    )


# --------------------------------------------------------------------------- the agreement


def _agreement(result: LintResult, notes: Sequence[Note]) -> Html:
    commitments: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in result.agreement.commitments:
        commitments[commitment.clause].append(commitment)
    beside = [note for note in notes if note.finding.clause is not None]
    known = {clause.id for clause in result.agreement.clauses}
    blocks = []
    for row in rows(result.agreement):
        own = [n for n in beside if row.clause and n.finding.clause == row.clause.id]
        own += [n for n in beside if n.finding.clause not in known and row.start <= n.finding.span.start < row.end]
        block = _row(result, row, own, beside, commitments[row.clause.id] if row.clause else [])
        blocks += [block] if block else []
    return tag("section", tag("h2", "The agreement"), blocks, id="agreement", class_="agreement")


def _row(
    result: LintResult, row: Row, own: Sequence[Note], beside: Sequence[Note], commitments: Sequence[Commitment]
) -> Html | None:
    document, clause = result.agreement.document, row.clause
    if not own and not commitments and not document.original[row.start : row.end].strip():
        # Nothing to show; the anchor keeps links to the clause alive.
        return tag("span", plain(document.original, row.start, row.end), id=clause.id if clause else None)
    words = tag("div", row_text(document.original, row, beside), class_="text", lang=document.language)
    left = tag("div", _clause_id(clause), words, _commitments(commitments), class_="clause")
    right = None
    if own and clause:
        right = tag("aside", [_note(note) for note in own], class_="notes", aria_label=f"Findings on {clause.id}")
    elif own:
        right = tag("aside", [_note(note) for note in own], class_="notes", aria_label="Findings")
    kind = clause.kind.value if clause else "rest"
    return tag("div", left, right, class_=f"row {kind} depth-{_depth(clause)}", id=clause.id if clause else None)


def _depth(clause: Clause | None) -> int:
    return min(3, clause.id.count("__")) if clause else 0


def _clause_id(clause: Clause | None) -> Html | None:
    if clause is None or clause.kind is ClauseKind.TITLE:
        return None
    return tag("a", _breakable(clause.id), class_="id", href=f"#{clause.id}")


def _breakable(clause_id: str) -> Html:
    """The id with places where a line may break: it must not be cut inside a step."""
    steps = clause_id.split("__")
    return join([piece for step in steps for piece in (tag("wbr"), "__", step)][2:])


def _note(note: Note) -> Html:
    finding, number = note.finding, str(note.number)
    # What concerns the agreement as a whole has no words of its own to go back to.
    back = tag("a", number, class_="no", href=f"#r{number}", aria_label=f"finding {number}, to its words")
    mark = back if finding.clause else tag("span", number, class_="no")
    waiver = finding.waived
    accepted = None
    if waiver:
        words = f"{waiver.reason}; {waiver.by} clears it up by {waiver.until}"
        accepted = tag("p", tag("b", "Accepted: "), words, class_="accepted")
    return tag(
        "article",
        tag("h4", mark, _badge(finding.severity), tag("span", f"{finding.code} {finding.name}", class_="rule")),
        tag("p", finding.message),
        accepted,
        _readings(note),
        class_=f"note {'waived' if waiver else finding.severity.value}",
        id=f"n{number}",
    )


def _readings(note: Note) -> Html | None:
    """Readings and remedy, folded; on paper they stand with the first of the notes that share them."""
    readings, suggestion = note.finding.readings, note.finding.suggestion
    if not readings and not suggestion:
        return None
    named = [count_of(len(readings), "reading")] if readings else []
    summary = " and ".join([*named, *(["a remedy"] if suggestion else [])])
    folded = tag(
        "details",
        tag("summary", summary[0].upper() + summary[1:]),
        tag("ol", [tag("li", reading) for reading in readings]) if readings else None,
        tag("p", tag("b", "Instead: "), suggestion) if suggestion else None,
        class_="again" if note.first != note.number else None,
    )
    pointer = tag("p", f"{summary} as at {note.first}", class_="on-paper quiet") if note.first != note.number else None
    return join(folded, pointer)


def _badge(severity: Severity) -> Html:
    shape = Html(f'<svg viewBox="-1 -1 16 16" aria-hidden="true" fill="currentColor">{SHAPES[severity.value]}</svg>')
    return tag("span", shape, severity.value, class_=f"badge {severity.value}")


# --------------------------------------------------------------------------- what a clause commits to


def _commitments(commitments: Sequence[Commitment]) -> Html | None:
    if not commitments:
        return None
    kinds = Counter(commitment.modality.value for commitment in commitments)
    summary = ", ".join(count_of(number, kind) for kind, number in kinds.items())
    return tag("details", tag("summary", summary), [_commitment(c) for c in commitments], class_="commitments")


def _commitment(commitment: Commitment) -> Html:
    answers, unanswered = [], []
    for question, name in QUESTIONS.items():
        slot = _together(commitment) if question == "what" else getattr(commitment.slots, name)
        due = _due(commitment.due) if question == "when" else None
        if not isinstance(slot, Missing):
            answers.append(join(tag("dt", question), tag("dd", _quoted(slot), due)))
        elif due:
            answers.append(join(tag("dt", question), tag("dd", due)))
        else:
            unanswered.append(f"{question}: {slot.reason}")
    kind = join(tag("dt", "kind"), tag("dd", commitment.modality.value))
    gaps = join(tag("dt", "not stated"), tag("dd", "; ".join(unanswered), class_="quiet")) if unanswered else None
    return tag("dl", kind, answers, gaps)


def _together(commitment: Commitment) -> Slot:
    """The action with its object, in the order of the text; a span inside another falls away."""
    slots = [slot for slot in (commitment.slots.action, commitment.slots.object) if not isinstance(slot, Missing)]
    spans = sorted({span for slot in slots for span in slot}, key=lambda s: (s.start, -s.end))
    kept = [s for s in spans if not any(o.start <= s.start and s.end <= o.end and o != s for o in spans)]
    return tuple(kept) or commitment.slots.action


def _quoted(spans: Sequence[Span]) -> Html:
    return tag("q", " … ".join(flat(span.exact) for span in spans))


def _due(due: Due | CannotCompute | None) -> Html | None:
    if due is None:
        return None
    if isinstance(due, CannotCompute):
        return tag("span", f"no day can be computed: {due.reason}", class_="due")
    assumes = f" ({'; '.join(due.assumes)})" if due.assumes else ""
    return tag("span", f"computed: {days_text(due.earliest, due.latest)}{assumes}", class_="due")


# --------------------------------------------------------------------------- the agreement as a whole


def _whole(notes: Sequence[Note]) -> Html | None:
    whole = [note for note in notes if note.finding.clause is None]
    if not whole:
        return None
    return tag(
        "section",
        tag("h2", "The agreement as a whole"),
        tag("div", [_note(note) for note in whole], class_="notes wide"),
        id="whole",
    )


def _components(result: LintResult, names: Mapping[str, str]) -> Html | None:
    if not result.components:
        return None
    levels = Counter(component.level for component in result.components)
    legend = [tag("li", _level(level), f" {levels[level]}") for level in Level]
    cells = [_cell(component, names) for component in result.components]
    head = tag("tr", [tag("th", name, scope="col") for name in ("Component", "Level", "Where the text speaks of it")])
    lines = [_line(result, component, names) for component in result.components]
    return tag(
        "section",
        tag("h2", "Components"),
        tag("ul", legend, class_="legend"),
        tag("ol", cells, class_="strip", aria_label="Components by level"),
        tag("table", tag("thead", head), tag("tbody", lines)),
        id="components",
    )


def _level(level: Level) -> Html:
    sign = tag("span", SIGNS[level.value], class_="sign", aria_hidden="true")
    return tag("span", sign, level.value.replace("-", " "), class_=f"level {level.value}")


def _cell(component: ComponentCoverage, names: Mapping[str, str]) -> Html:
    level = component.level.value
    words = f"{component.id} {names.get(component.id, '')}".strip() + f": {level.replace('-', ' ')}"
    sign = tag("span", SIGNS[level], aria_hidden="true")
    link = tag("a", sign, href=f"#c-{component.id}", title=words, aria_label=words)
    return tag("li", link, class_=level)


def _line(result: LintResult, component: ComponentCoverage, names: Mapping[str, str]) -> Html:
    name = names.get(component.id, "")
    places = []
    for span in component.evidence[:_MOST_EVIDENCE]:
        clause = _clause_at(result, span.start)
        link = tag("a", clause.id, href=f"#{clause.id}", class_="id") if clause else None
        places.append(tag("li", link, " ", tag("q", clip(span.exact, 110))))
    more = len(component.evidence) - _MOST_EVIDENCE
    if more > 0:
        places.append(tag("li", f"and {more} more", class_="quiet"))
    where = tag("ul", places) if places else tag("span", "—", class_="quiet")
    label = join(name[:1].upper() + name[1:], " ", tag("span", component.id, class_="id"))
    return tag(
        "tr",
        tag("th", label, scope="row"),
        tag("td", _level(component.level)),
        tag("td", where),
        id=f"c-{component.id}",
    )


def _clause_at(result: LintResult, at: int) -> Clause | None:
    places: Iterable[Clause] = (c for c in result.agreement.clauses if c.span and c.span.start <= at < c.span.end)
    return next(iter(places), None)


def _not_checked(result: LintResult) -> Html | None:
    if not result.not_checked:
        return None
    items = [tag("li", words) for words in result.not_checked]
    return tag("section", tag("h2", "Not checked"), tag("ul", items), id="not-checked", class_="not-checked")


def _footer(result: LintResult, version: str) -> Html:
    document = result.agreement.document
    made = " ".join(f"Made by trucewatch {version}".split())
    words = f"{made} from {document.path}, SHA-256 {document.sha256}. Quotations are the document's own words."
    return tag("footer", tag("p", words))
