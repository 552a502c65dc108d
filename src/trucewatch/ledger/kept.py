"""The documents of a state, and their sketches, as bytes that can be kept in a file, and back."""

from collections.abc import Mapping

import msgspec

from trucewatch.core.errors import BrokenLedger

from .state import DocumentState

# The values of a sketch, the row of each document's newest one, and the rows one after the other.
Sketches = tuple[int, dict[str, int], bytearray]


def kept_documents(documents: Mapping[str, DocumentState]) -> bytes:
    """The documents in their order."""
    return msgspec.msgpack.encode(list(documents.values()))


def documents_kept(data: bytes) -> dict[str, DocumentState]:
    """The documents by their id; raises BrokenLedger where the bytes are not what `kept_documents` gives."""
    try:
        found = msgspec.msgpack.decode(data, type=list[DocumentState])
    except (msgspec.MsgspecError, ValueError) as error:
        raise BrokenLedger(f"what was kept of the documents of a case cannot be read: {error}") from error
    return {document.id: document for document in found}


def kept_sketches(width: int, rows: Mapping[str, int], sketches: bytearray) -> bytes:
    """The sketches of a case."""
    return msgspec.msgpack.encode((width, dict(rows), sketches))


def sketches_kept(data: bytes) -> Sketches:
    """The sketches again; raises BrokenLedger where the bytes are not what `kept_sketches` gives."""
    try:
        width, rows, sketches = msgspec.msgpack.decode(data, type=Sketches)
    except (msgspec.MsgspecError, ValueError) as error:
        raise BrokenLedger(f"what was kept of the sketches of a case cannot be read: {error}") from error
    if any((row + 1) * width * 4 > len(sketches) for row in rows.values()):
        raise BrokenLedger("what was kept of the sketches of a case is not whole")
    return width, rows, sketches
