"""Deterministic identifiers: the same input gives the same id on every machine."""

import hashlib
import re
import unicodedata


def sha256_of(data: bytes) -> str:
    """The hexadecimal SHA-256 of the bytes."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(*parts: str) -> str:
    """A short hash of the parts that ignores case, spacing and typographic variants."""
    folded = "\x1f".join(" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()[:16]


def slug(words: str, limit: int = 40) -> str:
    """Lower-case ASCII letters, digits and underscores; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:limit].strip("_")
