"""`make demo`: the main job on the example case, one command after the other."""

import subprocess
import sys
from pathlib import Path

CASE = Path("examples/libya")
AGREEMENT = CASE / "agreement.txt"
REPORTS = CASE / "reports"
AS_OF = "2020-10-31"


def main() -> int:
    """0 when every command did its work; findings are what the demonstration is about."""
    reports = sorted(str(path) for path in REPORTS.glob("*.txt"))
    for arguments in (
        ["lint", str(AGREEMENT)],
        ["read", str(REPORTS / "2020-10-31-analyst-note.txt")],
        ["status", "--agreement", str(AGREEMENT), "--as-of", AS_OF, *reports],
    ):
        shown = " ".join(arguments).replace(" ".join(reports), f"{REPORTS}/*.txt")
        print(f"\n$ trucewatch {shown}\n", flush=True)
        code = subprocess.run([sys.executable, "-m", "trucewatch", *arguments], check=False).returncode
        if code not in (0, 1):
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
