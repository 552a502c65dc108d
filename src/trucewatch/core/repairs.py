"""Finds the small repairs that turn a file's text into the text that the steps read."""

from .quotes import Repairs


def find_repairs(original: str) -> Repairs:
    """The repairs of a text, in order and not overlapping."""
    return Repairs()
