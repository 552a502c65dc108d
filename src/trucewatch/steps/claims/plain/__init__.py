"""Reading a report in a language that the pipeline does not parse: dates, names and numbers, no claims."""

from .reading import read_plainly

__all__ = ["read_plainly"]
