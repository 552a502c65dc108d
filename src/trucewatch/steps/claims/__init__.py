"""Reading a report: prose in, claims out, every one tied to its words.

`report_passages` says what to parse, `read_claims` reads the parses.
"""

from .passages import report_passages
from .reading import read_claims

__all__ = ["read_claims", "report_passages"]
