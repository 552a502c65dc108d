"""Folders that may be read and not written, for the superuser as well."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_rights(folder, *read_only) -> Iterator[None]:
    """As somebody who may read the folder and not write these paths; root would be let through everywhere."""
    for path in read_only:
        path.chmod(0o555)
    above = [p for p in folder.parents if p.stat().st_uid == os.getuid()]
    modes = [path.stat().st_mode for path in above]
    for path in above:
        path.chmod(path.stat().st_mode | 0o055)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in read_only:
            path.chmod(0o755)
        for path, mode in zip(above, modes, strict=True):
            path.chmod(mode)
