"""The whole log of a case out as lines of JSON and in again: the same events, the same hashes.

A file that ends in `.zip` holds the originals as well, and is a case that can be taken elsewhere whole.
"""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from trucewatch import wiring
from trucewatch.core.errors import BadInput, BrokenLedger, CaseExists, FileMissing, LedgerError
from trucewatch.core.ids import sha256_of, slug
from trucewatch.core.ledger import Event
from trucewatch.ledger.codec import decoded, from_json, payload
from trucewatch.ledger.events import CaseOpened
from trucewatch.ledger.jsonl import dump, load

from .case import Case, open_case
from .folder import FILE, CaseFolder, make_room, write_down, write_whole

LOG = "ledger.jsonl"
ORIGINALS = "originals/"
# Nobody's case is larger; an archive that unpacks to more is no case.
PIECE = 1 << 20
MOST_BYTES = 64 * 1024**3


def export_case(case: Case, path: Path) -> int:
    """Writes the log, or with `.zip` the whole case, to a file that is there whole or not at all; how many events."""
    if path.suffix.lower() == ".zip":
        with tempfile.TemporaryFile() as packed:
            _pack(case, packed)
            packed.seek(0)
            write_whole(path, iter(lambda: packed.read(PIECE), b""))
    else:
        write_whole(path, _lines(case))
    return case.head().seq


def import_case(folder: Path, path: Path, *, by: str, store: str | None = None) -> Case:
    """A new case in a folder with the log, and the originals where there are any, of a file.

    Raises CaseExists, FileMissing, BadInput, and BrokenLedger naming the first line that is damaged; then nothing is there.
    """
    if (folder / FILE).exists():
        raise CaseExists(f"{folder} holds a case already. Choose another folder")
    if not path.is_file():
        raise FileMissing(f"{path} does not exist. Check the path")
    with path.open("rb") as file:
        if zipfile.is_zipfile(file):
            return _import_archive(folder, path, by, store)
        file.seek(0)
        made = CaseFolder(folder, _id_in(path, file.readline()), store)
        file.seek(0)
        return _restored(made, file, path, by)


def _import_archive(folder: Path, path: Path, by: str, store: str | None) -> Case:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise BadInput(f"{path} unpacks to more than a case can hold; nothing was recorded")
            names = set(archive.namelist())
            if LOG not in names:
                raise BadInput(f"{path} holds no {LOG}; expected an archive that `trucewatch case export` wrote")
            with archive.open(LOG) as log:
                made = CaseFolder(folder, _id_in(path, log.readline()), store)
            make_room(made)
            for name in sorted(names - {LOG}):
                data = archive.read(name)
                if name != ORIGINALS + sha256_of(data):
                    raise BrokenLedger(f"{path}: {name} is not the original of that name. Take an undamaged copy")
                made.keep(data)
            with archive.open(LOG) as log:
                return _restored(made, log, path, by)
    except zipfile.BadZipFile as error:
        raise BrokenLedger(f"{path} is damaged: {error}. Take an undamaged copy; nothing was recorded") from error


def _restored(made: CaseFolder, lines: Iterable[bytes], path: Path, by: str) -> Case:
    make_room(made)
    kept = wiring.open_store(made.where)
    try:
        kept.restore(made.id, _named(load(lines), path))
    except LedgerError:
        kept.close()
        raise
    kept.close()
    write_down(made)
    return open_case(made.path, by=by)


def _named(events: Iterator[Event], path: Path) -> Iterator[Event]:
    """The events; a fault in them names the file."""
    try:
        yield from events
    except BrokenLedger as error:
        raise BrokenLedger(f"{path}: {error.args[0]}") from error


def _id_in(path: Path, line: bytes) -> str:
    """The id of the case whose log begins with a line: its title's, as when it was made."""
    try:
        event = from_json(decoded(line))
        what = payload(event)
    except ValueError as error:
        raise BrokenLedger(
            f"{path}: line 1: it is no event ({error}). Take an undamaged copy; nothing was recorded"
        ) from error
    if not isinstance(what, CaseOpened):
        raise BadInput(f"{path} is no log of a case; expected a file that `trucewatch case export` wrote")
    return slug(what.title) or "case"


def _lines(case: Case) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in dump(case.store.read(case.id)))


def _pack(case: Case, into: IO[bytes]) -> None:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(LOG, "w", force_zip64=True) as log:
            for line in _lines(case):
                log.write(line)
        hashes = {r.sha256 for d in case.state().documents.values() for r in d.revisions}
        for sha256 in sorted(hashes):
            data = case.folder.bytes_of(sha256)
            if data is not None:
                archive.writestr(ORIGINALS + sha256, data)
