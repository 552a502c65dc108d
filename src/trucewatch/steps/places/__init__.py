"""Places: the names of places in a report, and where a gazetteer has them."""

from .step import find_places

__all__ = ["find_places"]
