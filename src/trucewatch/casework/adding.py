"""Files go into a case: kept, read, tied to the agreements, held against near-copies, recorded.

The bytes are kept before anything is recorded, and a document with what was read in it is one record: a case that
is cut off in the middle of adding has the whole document or nothing of it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from trucewatch import __version__, flow, wiring
from trucewatch.core.dates import When, when
from trucewatch.core.errors import BadInput
from trucewatch.core.ledger import NewEvent
from trucewatch.core.model import Agreement, Document, Link, Report, Unlinked
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.decide import NOTHING, Decision
from trucewatch.ledger.decide import documents as decide
from trucewatch.ledger.recorded import report_of
from trucewatch.ledger.state import CaseState
from trucewatch.settings import Settings

from .agreements import agreement_read, agreements_at
from .case import Case
from .evidence import newest_reading
from .neighbours import Neighbours

TABLES = {".csv", ".tsv", ".xlsx", ".parquet", ".json", ".jsonl"}
# A page names its own address; a copy of it that was saved again is the same living source.
_ADDRESS = re.compile(
    rb"""<link\b[^>]{0,400}?rel=["']?canonical["']?[^>]{0,400}?>|<meta\b[^>]{0,400}?og:url[^>]{0,400}?>""", re.I
)
_VALUE = re.compile(rb"""(?:href|content)=["']([^"']{1,2000})["']""", re.I)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person says of a document when adding it."""

    kind: str | None = None
    published_on: str | None = None
    source: str | None = None
    handling: str | None = None
    visibility: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file came to: `how` is added, revised or seen; `claims` were read, `tied` of them to a commitment."""

    document: str
    name: str
    kind: str
    how: str
    claims: int = 0
    tied: int = 0
    copies_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it comes in: its bytes' hash, what it is, and what was read in it."""

    incoming: e.DocumentAdded
    document: Document | None = None
    report: Report | None = None
    agreement: Mapping[str, Any] | None = None


class Adding:
    """Adds files to one case; holds what is asked of the case again and again."""

    def __init__(self, case: Case, settings: Settings) -> None:
        own = case.folder.actors
        # A case has its own people: the file in its folder comes before the settings' one.
        self.case, self.settings = case, replace(settings, actors=str(own)) if own.is_file() else settings
        self.neighbours = Neighbours(case)

    def add(self, path: Path, marks: Marks = Marks(), *, learned_at: datetime | None = None) -> Added:
        """Keeps, reads and records one file; raises BadInput for a file that cannot be used, and LedgerError."""
        data = wiring.file_bytes(path)
        sha256 = self.case.folder.keep(data)
        read = self._read(path, data, sha256, marks)
        outcome: list[Added] = []

        def decision(state: CaseState, versions: Mapping[str, int]) -> Decision:
            placed = decide.place(state, read.incoming, versions)
            found, added = self._with_what_was_read(placed, read, state, versions)
            outcome[:] = [added]
            return found

        def streams(state: CaseState) -> set[str]:
            return {decide.stream_of(document) for document in self._rests_on(read, state)}

        self.case.decide_again(decision, streams, learned_at=learned_at)
        return outcome[0]

    def _rests_on(self, read: Read, state: CaseState) -> Iterable[str]:
        """The documents that must not change meanwhile. Whoever adds another one takes the id of this one, and is seen."""
        known = state.by_key.get(read.incoming.key) or state.by_sha256.get(read.incoming.sha256)
        yield known or decide.next_id(state)
        if read.agreement is not None:
            yield from state.documents
            return
        yield from (document.id for document in state.documents.values() if document.kind == "agreement")
        yield from self.neighbours.like(read.incoming.sketch)

    # ----------------------------------------------------------------------- reading

    def _read(self, path: Path, data: bytes, sha256: str, marks: Marks) -> Read:
        """The bytes that are kept, as what they are; the file itself may have changed meanwhile."""

        def incoming(kind: str, language: str | None = None, on: str | None = None, sketch: Iterable[int] = ()) -> Read:
            return Read(
                e.DocumentAdded(
                    kind=kind,
                    name=path.name,
                    key=_address(path, data),
                    sha256=sha256,
                    size=len(data),
                    language=language,
                    published_on=on or marks.published_on,
                    source=marks.source,
                    handling=marks.handling,
                    visibility=marks.visibility,
                    sketch=list(sketch),
                )
            )

        kind = marks.kind
        if kind == "data" or (kind is None and path.suffix.lower() in TABLES):
            return incoming("data")
        document = wiring.read_bytes(path, data)
        kind = kind or ("agreement" if flow.is_agreement(document) else "report")
        if kind not in decide.KINDS:
            raise BadInput(f'kind is "{kind}"; expected one of {", ".join(decide.KINDS)}')
        document = replace(document, path=path.name)
        if kind == "agreement":
            wiring.require_parsed(document)
            return replace(incoming(kind, document.language), document=document, agreement=self._lint(document))
        report = self._report(document, marks)
        stated = report.document.published_on
        read = incoming(kind, document.language, stated.edtf if stated else None, flow.sketch(document))
        return replace(read, document=document, report=report)

    def _report(self, document: Document, marks: Marks) -> Report:
        if marks.published_on is not None:
            document = replace(document, published_on=_day(marks.published_on))
        parser = wiring.parser(self.settings)
        return flow.read_report(
            document,
            parser,
            wiring.vocabulary(self.settings),
            wiring.gazetteer(),
            wiring.stopwatch(self.settings),
            wiring.stance_judge(),
            wiring.duty_judge(),
        )

    def _lint(self, document: Document) -> dict[str, Any]:
        agreement = flow.read_agreement(document, wiring.parser(self.settings))
        data = wiring.to_json(flow.lint_agreement(agreement, wiring.rules()))
        # The text goes with it: a status needs it wherever the log is opened.
        return {**data, "document": {**data["document"], "original": document.original}}

    # ----------------------------------------------------------------------- what is recorded

    def _with_what_was_read(
        self, placed: decide.Placed, read: Read, state: CaseState, versions: Mapping[str, int]
    ) -> tuple[Decision, Added]:
        added = Added(placed.id, read.incoming.name, read.incoming.kind, placed.how)
        if not placed.new_bytes or read.document is None:
            return placed.decision, added
        if read.agreement is not None:
            return self._agreement(placed, read.agreement, state, versions), added
        return self._tied_report(placed, read, state, versions, added)

    def _agreement(
        self, placed: decide.Placed, data: Mapping[str, Any], state: CaseState, versions: Mapping[str, int]
    ) -> Decision:
        """The agreement as read, and the reports that came before tied to it."""
        event = e.AgreementRead(sha256=data["document"]["sha256"], program=__version__, agreement=dict(data))
        found = placed.decision + Decision((new_event(event, decide.stream_of(placed.id)),))
        known = agreements_at(self.case, state) | {placed.id: agreement_read(placed.id, data)}
        for document in state.documents.values():
            if document.kind == "report" and document.retracted is None:
                found += self._tied_anew(document.id, placed.id, known, versions)
        return found

    def _tied_anew(
        self, document: str, agreement: str, known: Mapping[str, Agreement], versions: Mapping[str, int]
    ) -> Decision:
        reading = newest_reading(self.case, document)
        text = self._text_of(document)
        if text is None:
            return NOTHING
        before = {claim["id"]: claim["about"] for claim in reading["claims"]}
        report = tied_to_all(report_of(reading, text), known)
        about = {c.id: about_json(c.about) for c in report.claims if about_json(c.about) != before[c.id]}
        return decide.linked_anew(document, agreement, about, versions)

    def _text_of(self, document: str) -> Document | None:
        """The report's text, read anew from its original; None where that is not kept here."""
        now = self.case.state().documents[document].now
        data = self.case.folder.bytes_of(now.sha256)
        return None if data is None else wiring.read_bytes(Path(now.name), data)

    def _tied_report(
        self,
        placed: decide.Placed,
        read: Read,
        state: CaseState,
        versions: Mapping[str, int],
        added: Added,
    ) -> tuple[Decision, Added]:
        if read.report is None or read.document is None:
            raise ValueError("a report was expected")
        agreements = agreements_at(self.case, state)
        report = tied_to_all(read.report, agreements)
        data = with_case_links(wiring.to_json(report), report)
        earlier = newest_reading(self.case, placed.id) if placed.how == "revised" else None
        data = decide.with_stable_ids(data, earlier if earlier and earlier["claims"] else None)
        data, others = self._copies(placed.id, data, read, versions)
        event = e.ReportRead(sha256=read.incoming.sha256, program=__version__, report=data)
        recorded: tuple[NewEvent, ...] = (new_event(event, decide.stream_of(placed.id)),)
        known = tuple(f"{agreement}/" for agreement in agreements)
        tied = sum((claim["about"]["commitment"] or "").startswith(known) for claim in data["claims"] if known)
        names = tuple(sorted(others))
        return (
            sum(others.values(), start=placed.decision + Decision(recorded)),
            replace(added, claims=len(data["claims"]), tied=tied, copies_of=names),
        )

    def _copies(
        self, document: str, data: dict[str, Any], read: Read, versions: Mapping[str, int]
    ) -> tuple[dict[str, Any], dict[str, Decision]]:
        """The reading with the claims of shared passages counted with the near-copies', and what that changes in those."""
        others = [other for other in self.neighbours.like(read.incoming.sketch) if other != document]
        texts = {other: text for other in others if (text := self._text_of(other)) is not None}
        if not texts or read.document is None:
            return data, {}
        reports = {document: report_of(data, read.document)} | {
            other: report_of(newest_reading(self.case, other), text) for other, text in texts.items()
        }
        once = dict(zip(reports, flow.told_once(tuple(reports.values())), strict=True))
        groups = {name: _new_groups(reports[name], once[name]) for name in reports}
        own = groups.pop(document)
        data["claims"] = [c | ({"independence_group": own[c["id"]]} if c["id"] in own else {}) for c in data["claims"]]
        return data, {name: decide.copies(name, [document], found, versions) for name, found in groups.items() if found}


def tied_to_all(report: Report, agreements: Mapping[str, Agreement]) -> Report:
    """The report with each claim tied to a commitment of one of the agreements, else to one of them as a whole."""
    if not agreements:
        return report
    by_agreement = {key: flow.tied(report, agreement).claims for key, agreement in agreements.items()}
    claims = []
    for number, claim in enumerate(report.claims):
        found = {key: tied[number] for key, tied in by_agreement.items()}
        key = next((k for k, c in found.items() if isinstance(c.about, Link) and c.about.commitment), None)
        key = key or next((k for k, c in found.items() if isinstance(c.about, Link)), None)
        if key is None:
            reasons = dict.fromkeys(c.about.reason for c in found.values())
            claims.append(replace(claim, about=Unlinked("; ".join(reasons))))
            continue
        about = found[key].about
        claims.append(replace(found[key], about=replace(about, agreement=key)) if isinstance(about, Link) else claim)
    return replace(report, claims=tuple(claims))


def about_json(about: Link | Unlinked) -> dict[str, Any]:
    """The tie as the `read` JSON has it; in a case `agreement` is the id of the agreement's document."""
    if isinstance(about, Unlinked):
        return {"commitment": None, "agreement": None, "reason": about.reason, "also": []}
    return {
        "commitment": about.commitment,
        "agreement": about.agreement,
        "reason": about.reason,
        "also": list(about.also),
    }


def with_case_links(data: dict[str, Any], report: Report) -> dict[str, Any]:
    """The `read` JSON of a report whose claims are tied to the agreements of a case."""
    ties = {claim.id: about_json(claim.about) for claim in report.claims}
    return {**data, "claims": [claim | {"about": ties[claim["id"]]} for claim in data["claims"]]}


def _new_groups(before: Report, after: Report) -> dict[str, str]:
    pairs = zip(before.claims, after.claims, strict=True)
    return {
        now.id: now.independence_group or "" for was, now in pairs if now.independence_group != was.independence_group
    }


def _address(path: Path, data: bytes) -> str:
    """What makes a file the same living source when it comes again: the address a page gives itself, else its path."""
    if path.suffix.lower() in (".html", ".htm"):
        for tag in _ADDRESS.finditer(data[:200_000]):
            if value := _VALUE.search(tag.group()):
                return value[1].decode("utf-8", "replace")
    return str(path.resolve())


def _day(published_on: str) -> When:
    try:
        return when(published_on)
    except ValueError:
        raise BadInput(
            f'published_on is "{published_on}"; expected a date such as 2020-11-04, 2020-11 or 2020-11-02/2020-11-04'
        ) from None
