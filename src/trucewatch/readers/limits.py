"""How much is read at most. A report of a monitoring body has about one million characters.

The limits keep memory below about two gigabytes in the worst case; docs/decisions/0002-repairs.md says how.
"""

MAX_CHARACTERS = 10_000_000
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
