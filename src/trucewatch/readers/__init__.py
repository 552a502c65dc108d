"""From a file to a `Document`: one module per format behind `read_document`.

To add a format: write one module with a class that has `suffixes` and `extract` (see `core.ports.Reader`),
add one line to `table.py` and one sample to `tests/readers/samples.py`. Import the format's library inside
the method that uses it, never at the top.
"""

from .document import read_document
from .language import require_language

__all__ = ["read_document", "require_language"]
