"""Plain text: .txt and .md."""

import re
from pathlib import Path

from trucewatch.core.ports import Extract, RawBlock

_PARAGRAPH = re.compile(r"[^\n]+")


class TextReader:
    """Plain text, one block per line that has words."""

    suffixes = (".txt", ".md")

    def extract(self, path: Path, data: bytes) -> Extract:
        """The decoded text, newlines as the file has them."""
        original = data.decode("utf-8")
        blocks = tuple(
            RawBlock(m.start(), m.end()) for m in _PARAGRAPH.finditer(original) if not m.group().isspace()
        )
        return Extract(original, blocks)
