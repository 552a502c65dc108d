"""Claims out as a CSV file, and what was changed in it back in as corrections: all of it, or nothing where a row is wrong."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trucewatch import wiring
from trucewatch.core.errors import BadInput, Refused, StaleVersion, TrucewatchError
from trucewatch.core.ledger import Event
from trucewatch.ledger.decide import NOTHING, Decision
from trucewatch.ledger.decide import review as decide

from .case import Case
from .cells import csv_lines, plain
from .claims import Asked, Claims, ShownClaim, asked_for
from .corrections import FIELDS, Corrections, as_text
from .folder import write_whole
from .shown import state_of

KEYS = ("id", "version")
# What the source says, and what other commands decide.
FIXED = ("document", "state", "quote")
COLUMNS = (*KEYS, *FIXED, *FIELDS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: where it begins, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: the corrections as recorded, and how many rows changed nothing."""

    events: tuple[Event, ...]
    unchanged: int


def export_claims(case: Case, path: Path) -> int:
    """Writes every claim that counts, or would, to a CSV file; how many they are. Raises LedgerError."""
    claims = Claims(case, case.state())
    written = 0

    def rows() -> Iterator[list[str]]:
        nonlocal written
        for document in claims.state.documents.values():
            if document.kind != "report" or document.retracted is not None:
                continue
            own = claims.reading(document.id).claims
            for claim in claims.find_all(f"{document.id}/{name}" for name in own):
                if not claim.review.closed:
                    written += 1
                    yield [_cell(claim, column) for column in COLUMNS]

    write_whole(path, csv_lines(COLUMNS, rows()))
    return written


def import_claims(case: Case, path: Path, reason: str) -> Imported:
    """Records each changed cell as a correction, all in one.

    Raises BadInput with every fault and its line, and StaleVersion for rows that were exported before somebody else
    changed the claim; nothing is recorded then.
    """
    if not reason.strip():
        raise Refused("an import needs a reason. Give one with --reason")
    header, rows, faults = _read(path)
    streams = {stream for row in rows if (asked := _asked(row)) for stream in asked.streams}
    versions = case.store.versions(case.id, streams)
    claims, total, unchanged = Claims(case, case.state()), NOTHING, 0
    stale: list[str] = []
    rests_on: set[str] = set()
    seen: dict[str, int] = {}
    for row in rows:
        try:
            asked = asked_for(row.cells.get("id", ""))
            if asked.id in seen:
                raise BadInput(f"{asked.id} stands in line {seen[asked.id]} already; expected each claim once")
            seen[asked.id] = row.line
            claim = claims.find(asked.id, versions[asked.streams[0]])
            if row.cells.get("version") not in (None, claim.version):
                stale.append(f"line {row.line}: {claim.id} is at version {claim.version}, not {row.cells['version']}")
                continue
            decision = _correction(claims, claim, row, header, reason, versions)
        except TrucewatchError as error:
            faults.append(f"line {row.line}: {error.args[0]}")
            continue
        unchanged += decision is NOTHING
        if decision is not NOTHING:
            total += decision
            rests_on |= set(asked.streams)
    if faults:
        raise BadInput(_told(path, [*faults, *stale], "Mend them and import it again; nothing was recorded"))
    if stale:
        raise StaleVersion(_told(path, stale, "Export it anew and make the changes again; nothing was recorded"))
    if not total.events:
        return Imported((), unchanged)
    return Imported(case.record(Decision(total.events, {s: versions[s] for s in rests_on})), unchanged)


def _correction(
    claims: Claims, claim: ShownClaim, row: Row, header: Sequence[str], reason: str, versions: Mapping[str, int]
) -> Decision:
    """The correction that a row asks for; NOTHING where it has what stands already."""
    for column in FIXED:
        if column in header and _flat(row.cells[column]) != _flat(_cell(claim, column)):
            what = "is decided by `trucewatch review`" if column == "state" else "is what the source says, and stays"
            raise BadInput(f"the {column} of {claim.id} was changed; it {what}")
    wished = {
        field: row.cells[field]
        for field in FIELDS
        if field in header and row.cells[field].strip() != _cell(claim, field).strip()
    }
    fields = Corrections(claims).changes(claim, wished) if wished else {}
    return decide.correct(claims.state, claim.id, fields, reason, versions) if fields else NOTHING


def _cell(claim: ShownClaim, column: str) -> str:
    match column:
        case "id":
            return claim.id
        case "version":
            return claim.version
        case "document":
            return claim.document.name
        case "state":
            return state_of(claim.review)
        case "quote":
            return str(claim.now["quote"]["exact"])
        case _:
            return as_text(claim.now, column)


def _read(path: Path) -> tuple[list[str], list[Row], list[str]]:
    """The header, the rows, and the faults of the form; raises BadInput where it cannot be read at all."""
    try:
        text = wiring.file_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not UTF-8 ({error.reason}); expected CSV as UTF-8. Save it so") from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        header = [name.strip() for name in next(reader, [])]
        if "id" not in header:
            raise BadInput(
                f'{path} has no column "id" in its first line; expected the file that `review export` writes'
            )
        faults = [
            f'line 1: "{name}" is no column; expected {", ".join(COLUMNS)}' for name in header if name not in COLUMNS
        ]
        faults += [f'line 1: "{name}" stands there twice' for name in dict.fromkeys(header) if header.count(name) > 1]
        rows, line = [], reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    faults.append(f"line {line}: it has {len(cells)} cells; expected {len(header)}")
                else:
                    rows.append(Row(line, {n: plain(c) for n, c in zip(header, cells, strict=True)}))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(f"{path} is no CSV: line {reader.line_num}: {error}") from error
    return header, rows, faults


def _asked(row: Row) -> Asked | None:
    try:
        return asked_for(row.cells["id"])
    except BadInput:
        return None


def _told(path: Path, lines: Sequence[str], what_next: str) -> str:
    count = "1 row" if len(lines) == 1 else f"{len(lines)} rows"
    return f"{path}: {count} cannot be used: {'; '.join(lines)}. {what_next}"


def _flat(text: str) -> str:
    return " ".join(text.split())
