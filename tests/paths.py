"""Where tests find material that is not part of the project; they skip, saying so, when it is absent."""

from pathlib import Path

import pytest

SHARED: Path = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the shared sample texts, a folder named shared beside the project"
)
