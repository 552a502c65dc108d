"""Reading a report: prose in, claims out, every one tied to its words.

`report_passages` says what to parse, `read_claims` reads the parses. `read_plainly` reads what cannot be parsed.
"""

from .passages import report_passages
from .plain import read_plainly
from .reading import read_claims

__all__ = ["read_claims", "read_plainly", "report_passages"]
