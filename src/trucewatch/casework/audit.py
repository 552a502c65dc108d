"""The log of a case for people who audit it: every event with its number, instant, who, what, on which thing, and why.

Of what was read, and of a coder's values, it says that they were recorded and not what they are: a reading is as long
as its document, and a second coder must be able to read the log.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from trucewatch.core.errors import BadInput
from trucewatch.core.ledger import Event
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import instant_text, payload

from .case import Case
from .cells import csv_lines
from .corrections import coded_texts
from .folder import write_whole

Json = dict[str, Any]
COLUMNS = ("seq", "learned_at", "recorded_at", "true_on", "by", "event", "on", "what", "reason")


def log_of(case: Case) -> Iterator[Json]:
    """Every event of the case in order (trucewatch.log/1)."""
    for event in case.events():
        yield entry(event, case.id)


def entry(event: Event, case: str = "") -> Json:
    """One event as the log has it."""
    held = payload(event, case=case)
    kind, _, subject = event.stream.partition(":")
    return {
        "schema": "trucewatch.log/1",
        "seq": event.seq,
        "learned_at": instant_text(event.learned_at),
        "recorded_at": instant_text(event.recorded_at),
        "true_on": event.true_on,
        "by": event.by,
        "event": event.name,
        "on": subject or kind,
        "what": _what(held),
        "reason": getattr(held, "reason", "") or getattr(held, "source", "") or "",
    }


def _what(held: e.Payload) -> str:
    """What the event did, in words."""
    match held:
        case e.CaseOpened():
            return f"case opened: {held.title}"
        case e.SettingChanged():
            return f"setting {held.name} = {str(held.value).lower()}"
        case e.AnchorSet():
            return f"day of “{held.kind}” = {held.day or 'taken back'}"
        case e.CommitmentRenegotiated():
            return f"new last day {held.due}"
        case e.CommitmentLapsed():
            return f"lapsed on {held.on}"
        case e.AgreementsRelated():
            about = f" on {held.commitment}" if held.commitment else ""
            return f"{held.relation} {held.other}{about}"
        case _:
            return _of_document(held) or _of_claim(held)


def _of_document(held: e.Payload) -> str | None:
    match held:
        case e.DocumentAdded():
            return f"{held.kind} added: {held.name}, SHA-256 {held.sha256}"
        case e.DocumentRevised():
            return f"revision: {held.name}, SHA-256 {held.sha256}"
        case e.DocumentSeen():
            return f"came again unchanged: {held.name}"
        case e.DocumentRetracted():
            return "retracted"
        case e.DocumentMarked():
            marks = ((name, getattr(held, name)) for name in ("source", "handling", "visibility"))
            return f"marked: {_listed({name: value for name, value in marks if value is not None})}"
        case e.AgreementRead():
            return f"agreement read: {len(held.agreement['commitments'])} commitments, program {held.program}"
        case e.ReportRead():
            return f"report read: {len(held.report['claims'])} claims, program {held.program}"
        case e.ClaimsLinked():
            return f"claims tied anew to {held.agreement}: {', '.join(held.about)}"
        case e.CopiesFound():
            return f"near-copy of {', '.join(held.others)}; counted with it: {', '.join(held.groups)}"
        case _:
            return None


def _of_claim(held: e.Payload) -> str:
    match held:
        case e.ClaimAccepted():
            return "accepted"
        case e.ClaimCorrected():
            return f"corrected: {_listed(coded_texts(held.fields))}"
        case e.ClaimRejected():
            return "rejected"
        case e.ClaimsMerged():
            return f"merged into {held.into}"
        case e.ClaimSplit():
            return f"split into {', '.join(part['id'] for part in held.parts)}"
        case e.ClaimCoded():
            return f"coded by {held.coder}: {', '.join(coded_texts(held.fields))}"
        case e.ClaimCurated():
            return f"curated: {_listed(coded_texts(held.fields))}"
        case e.ReviewUndone():
            return f"undone: event {held.seq}"
        case _:
            return type(held).__name__


def _listed(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in values.items())


def log_lines(entries: Iterable[Json], form: str) -> Iterator[bytes]:
    """The entries as the lines of a file: "csv", or "json" with one object a line."""
    if form == "csv":
        return csv_lines(
            COLUMNS, (["" if row[name] is None else str(row[name]) for name in COLUMNS] for row in entries)
        )
    return (f"{json.dumps(row, ensure_ascii=False)}\n".encode() for row in entries)


def write_log(case: Case, path: Path, form: str) -> int:
    """Writes the whole log to a file; how many events it has. Raises BadInput for text, and LedgerError."""
    if form == "text":
        raise BadInput(f"{path} is to hold the log as text for people; expected --format json or csv with --output")
    written = 0

    def counted() -> Iterator[Json]:
        nonlocal written
        for row in log_of(case):
            written += 1
            yield row

    write_whole(path, log_lines(counted(), form))
    return written
