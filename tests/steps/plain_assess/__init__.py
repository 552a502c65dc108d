"""The rules of status written plainly over single claims: what the table's engine is compared with.

Every function looks at all claims one by one. It is slow and easy to check; it knows neither a case that grows nor signs.
"""

from .status import assess

__all__ = ["assess"]
