"""Heavy libraries are loaded when a file needs them, not before."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("spacy", "pypdfium2", "docx", "lxml", "trafilatura", "py3langid", "numpy")


def test_importing_the_readers_loads_no_heavy_library() -> None:
    source = Path(__file__).resolve().parents[2] / "src"
    code = f"import sys; sys.path.insert(0, {str(source)!r}); import trucewatch.readers, trucewatch.readers.table; "
    code += f"print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
