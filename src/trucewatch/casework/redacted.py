"""A copy of a case's log that may be shown to others, looked through for what was left out before it is written."""

from pathlib import Path

from trucewatch.core.errors import BadInput, Refused
from trucewatch.ledger.decide.documents import HANDLINGS
from trucewatch.ledger.jsonl import dump
from trucewatch.ledger.redact import Rules, leaks, redacted, restricted_words

from .case import Case
from .folder import write_whole


def export_redacted(case: Case, path: Path, *, limit: str, unmarked: str, title: str) -> tuple[int, int]:
    """Writes the redacted log; how many events it has, and how many documents were left out.

    Raises BadInput for an unknown handling, and Refused, with nothing written, where restricted words would be in it.
    """
    for name, value in (("limit", limit), ("unmarked", unmarked)):
        if value not in HANDLINGS:
            raise BadInput(f'--{name} is "{value}"; expected one of {", ".join(HANDLINGS)}')
    if path.suffix.lower() == ".zip":
        raise BadInput(
            f"{path} would hold the originals; a redacted copy is a log alone. Give a name that ends in .jsonl"
        )
    rules, state = Rules(limit, unmarked), case.state()
    events = tuple(case.store.read(case.id, until=state.seq))
    copy = redacted(events, state, rules, title)
    lines = list(dump(copy))
    found = leaks(lines, restricted_words(events, state, rules))
    if found:
        raise Refused(
            f"{len(found)} restricted names or passages would be in the copy, since what stays has them too; "
            "nothing was written. Mark what may be shown, or leave those documents out"
        )
    write_whole(path, (f"{line}\n".encode() for line in lines))
    return len(copy), sum(not rules.allows(document) for document in state.documents.values())
