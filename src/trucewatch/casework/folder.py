"""The files of a case: `case.toml` (format, id, where the log is kept), `originals/` and `cache/`.

`actors.yaml`, where there is one, holds the case's own actors. Originals lie under the SHA-256 of their bytes and are never changed. The cache can be thrown away at any time.
"""

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trucewatch.core.errors import BadInput, BrokenLedger, CaseMissing, LedgerError, NewerCase
from trucewatch.core.ids import sha256_of

FORMAT = 1
FILE = "case.toml"
LEDGER = "ledger.sqlite"
_KEYS = {"format", "id", "store"}


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A case's folder. `store` is an address of a database, None for the file `ledger.sqlite` beside it."""

    path: Path
    id: str
    store: str | None = None

    @property
    def where(self) -> Path | str:
        """What `open_store` takes."""
        return self.store or self.path / LEDGER

    @property
    def cache(self) -> Path:
        return self.path / "cache"

    @property
    def actors(self) -> Path:
        """The case's own actors and aliases, where somebody wrote some down."""
        return self.path / "actors.yaml"

    def original(self, sha256: str) -> Path:
        """Where the bytes of that hash lie, whether they are there or not."""
        return self.path / "originals" / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Keeps bytes under their hash, durable when this returns; the hash. Bytes that are there stay as they are."""
        sha256 = sha256_of(data)
        path = self.original(sha256)
        if not path.exists():
            write_whole(path, data)
        return sha256

    def bytes_of(self, sha256: str) -> bytes | None:
        """The bytes of that hash, None where they are not kept here; raises BrokenLedger where they were changed."""
        path = self.original(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise LedgerError(f"{path} cannot be read ({error.strerror}). Check that you may read it") from error
        if sha256_of(data) != sha256:
            raise BrokenLedger(f"{path} is not the file that was added: its bytes were changed. Restore it from a copy")
        return data


def make_room(folder: CaseFolder) -> None:
    """Makes the folder itself; raises BadInput where a file stands there, LedgerError where it cannot be made."""
    if folder.path.exists() and not folder.path.is_dir():
        raise BadInput(f"{folder.path} is a file; expected a folder, or a name for a new one. Choose another name")
    with _told(folder.path):
        folder.path.mkdir(parents=True, exist_ok=True)


def write_down(folder: CaseFolder) -> None:
    """Writes `case.toml`, which makes the folder a case."""
    lines = [f"format = {FORMAT}", f"id = {_quoted(folder.id)}"]
    lines += [f"store = {_quoted(folder.store)}"] if folder.store else []
    write_whole(folder.path / FILE, ("\n".join(lines) + "\n").encode())


def open_folder(path: Path) -> CaseFolder:
    """The case folder at a path; raises CaseMissing, NewerCase, or BrokenLedger naming the file and its fault."""
    file = path / FILE
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CaseMissing(f"{path} holds no case: {FILE} is missing. `trucewatch case new DIR` makes one") from None
    except OSError as error:
        raise LedgerError(f"{file} cannot be read ({error.strerror}). Check that you may read it") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenLedger(f"{file} is damaged: {error}. Restore it from a copy; nothing was changed") from error
    version = table.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerCase(
            f"{file} has format {version}; this version knows format {FORMAT}. Update trucewatch; nothing was changed"
        )
    case, store = table.get("id"), table.get("store")
    if version != FORMAT or not isinstance(case, str) or not isinstance(store, str | None) or table.keys() - _KEYS:
        raise BrokenLedger(
            f"{file} does not say what a case is: expected format = {FORMAT}, an id, and perhaps a store. "
            "Restore it from a copy; nothing was changed"
        )
    return CaseFolder(path, case, store)


def folders_in(path: Path) -> Iterator[CaseFolder]:
    """The case folders at a path and right below it, by name."""
    for candidate in (path, *(sorted(path.iterdir()) if path.is_dir() else ())):
        if (candidate / FILE).is_file():
            yield open_folder(candidate)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Writes a file that is there whole or not at all, even if the power fails; raises LedgerError."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        _settle(path.parent)


def _settle(folder: Path) -> None:
    """Makes the folder's own entry durable, where the system has that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be written ({error.strerror}); the ledger is as it was. "
            "Free some space or make the folder writable, and do it again"
        ) from error


def _quoted(text: str) -> str:
    """A TOML string."""
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
        raise BadInput(f"{text!r} holds control characters. Remove them")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
