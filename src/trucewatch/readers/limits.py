"""How much is read at most. A report of a monitoring body has about one million characters.

The worst text tried within them (a repair for every character) took 1.3 GB and 12 seconds. Reasons:
docs/decisions/0002-repairs.md.
"""

MAX_CHARACTERS = 5_000_000
MAX_FILE_BYTES = {
    ".txt": 20_000_000,
    ".md": 20_000_000,
    ".html": 20_000_000,
    ".htm": 20_000_000,
    ".pdf": 100_000_000,
    ".docx": 100_000_000,
}
# Everything inside a .docx together, once unpacked.
MAX_UNPACKED_BYTES = 200_000_000


def megabytes(size: int) -> str:
    """The size as people read it: "52.4 MB"."""
    return f"{size / 1_000_000:.1f} MB".replace(".0 MB", " MB")
