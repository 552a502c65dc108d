"""Documents without a file, and agreements read by the real flow with one parser for the whole run."""

from collections.abc import Callable

import pytest

from tests.lint.reading import agreement_of as _agreement_of
from trucewatch.core.model import Agreement


@pytest.fixture(scope="session")
def agreement_of() -> Callable[..., Agreement]:
    return _agreement_of
