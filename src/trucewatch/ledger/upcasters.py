"""How events under older names are read today: old name -> function from what it held to a newer name and what that holds.

Stored events are never rewritten. An upcaster may lead to a name that has an upcaster itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

Upcaster = Callable[[Mapping[str, Any]], tuple[str, Mapping[str, Any]]]

UPCASTERS: dict[str, Upcaster] = {}
