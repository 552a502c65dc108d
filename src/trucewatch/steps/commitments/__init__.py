"""Step 4 of an agreement: who must, may or must not do what, by when, where, verified by whom, else what."""

from .extract import extract_commitments
from .passages import passages

__all__ = ["extract_commitments", "passages"]
