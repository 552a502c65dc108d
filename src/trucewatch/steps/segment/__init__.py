"""Step 1 of an agreement: its clauses, with ids in eId style. Headings are not clauses."""

from .clauses import segment

__all__ = ["segment"]
