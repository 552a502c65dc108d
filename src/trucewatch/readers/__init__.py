"""From a file to a `Document`: one module per format, and `read_document` over all of them."""

from .document import read_document

__all__ = ["read_document"]
