"""Making, filling and looking through a case: `case`, `cases`, `add`, and what `status` and `why` show of one."""

import getpass
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.core.errors import BadInput

from .opened import Anyway, AsOfDay, By, CaseDir, KnownBy, LearnedAt, Reason, day, instant, named, opened, today
from .shell import Batch, ExitCode, Format, console

if TYPE_CHECKING:
    from trucewatch.casework.adding import Added
    from trucewatch.casework.case import Case
    from trucewatch.casework.views import CaseView
    from trucewatch.core.case import CaseOverview, CaseStatus


class LogFormat(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


case_app = typer.Typer(
    help="Make a case, look through it, and check that its ledger is whole.", pretty_exceptions_enable=False
)
Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's id in the case, such as d3")]
Dir = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the case")]
Store = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Keep the ledger there: postgresql://USER@HOST/NAME; else in the folder"),
]
AsFormat = Annotated[Format, typer.Option("--format", help="text for people, json for programs")]
Handling = Annotated[
    str | None, typer.Option(metavar="TLP", help="TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR")
]
Visibility = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help="public-signed, public-oral, public-social, leaked, private-on-record or private-anonymous",
    ),
]
# So many commitments with claims on them are shown with their reasons unless `--in-full` asks for more.
MOST_IN_FULL = 25
SourceOption = Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Where it is from, in your words")]


@case_app.command("new")
def new(
    folder: Dir,
    title: Annotated[str | None, typer.Option(help="What the case is called; else the folder's name")] = None,
    store: Store = None,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="Let suggestions set a status, marked as provisional")
    ] = False,
    by: By = None,
) -> int:
    """Make a case."""
    from trucewatch.casework.case import new_case
    from trucewatch.casework.settings import set_setting
    from trucewatch.settings import read_settings

    with new_case(folder, by=named(by or read_settings().by), title=title, store=store) as case:
        if provisional:
            set_setting(case, "provisional", "true")
        console().print(f"Made the case {case.id} in {folder}.", markup=False, soft_wrap=True)
    return ExitCode.CLEAN


@case_app.command("join")
def join(
    folder: Dir,
    store: Annotated[str, typer.Option(metavar="ADDRESS", help="Where the team keeps it: postgresql://USER@HOST/NAME")],
    case_id: Annotated[
        str, typer.Option("--id", metavar="CASE", help="The case's id there; `cases --store` lists them")
    ],
    by: By = None,
) -> int:
    """Make a folder of your own for a case that a team keeps in PostgreSQL."""
    from trucewatch.casework.case import join_case
    from trucewatch.settings import read_settings

    with join_case(folder, store, case_id, by=named(by or read_settings().by)) as case:
        console().print(f"{folder} works on the case {case.id}.", markup=False, soft_wrap=True)
    return ExitCode.CLEAN


@case_app.command("show")
def show(case: CaseDir = None, known_by: KnownBy = None, output: AsFormat = Format.TEXT) -> int:
    """List the documents of a case, as known now or at an instant."""
    from trucewatch import wiring
    from trucewatch.casework.lists import case_json

    with opened(case) as here:
        data = case_json(here, here.seq_known_by(instant("known-by", known_by)))
    if output is Format.JSON:
        print(json.dumps(data, ensure_ascii=False))
    else:
        wiring.terminal().show_case(data, console())
    return ExitCode.CLEAN


@case_app.command("set")
def set_(
    setting: Annotated[str, typer.Argument(metavar="NAME=VALUE", help="provisional=true or provisional=false")],
    case: CaseDir = None,
    by: By = None,
) -> int:
    """Change a setting of the case; the change is an event like any other."""
    from trucewatch.casework.settings import set_setting

    name, _, value = setting.partition("=")
    with opened(case, by) as here:
        set_setting(here, name.strip(), value.strip())
    return ExitCode.CLEAN


@case_app.command("verify")
def verify(case: CaseDir = None) -> int:
    """Check that the ledger is as it was recorded, and the originals as they were added; name the first fault."""
    from trucewatch.casework.verify import faults

    with opened(case) as here:
        found, events, originals = faults(here)
    for line in found:
        console().print(line, markup=False, soft_wrap=True)
    if not found:
        console().print(f"The chain of {events:,} events is whole; {originals:,} originals are as they were added.")
    return ExitCode.BAD_INPUT if found else ExitCode.CLEAN


@case_app.command("export")
def export(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="File to write: .jsonl for the log, .zip with the originals")
    ],
    case: CaseDir = None,
    redacted: Annotated[
        bool, typer.Option("--redacted", help="Leave out what is restricted, and all that points to it; .jsonl only")
    ] = False,
    limit: Annotated[
        str, typer.Option(metavar="TLP", help="With --redacted: the most restricted handling that may stay")
    ] = "TLP:GREEN",
    unmarked: Annotated[
        str, typer.Option(metavar="TLP", help="With --redacted: what documents without a mark count as")
    ] = "TLP:RED",
    title: Annotated[str, typer.Option(help="With --redacted: what the copy is called")] = "redacted",
) -> int:
    """Write the whole log of the case to a file, or a copy that may be shown to others."""
    from trucewatch.casework.exchange import export_case
    from trucewatch.casework.redacted import export_redacted

    with opened(case) as here:
        if redacted:
            number, left_out = export_redacted(here, path, limit=limit, unmarked=unmarked, title=title)
            line = f"Wrote {number:,} events to {path}; {left_out} documents were left out."
        else:
            line = f"Wrote {export_case(here, path):,} events to {path}."
    console().print(line, markup=False, soft_wrap=True)
    return ExitCode.CLEAN


@case_app.command("import")
def import_(
    folder: Dir,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `case export` wrote")],
    store: Store = None,
    by: By = None,
) -> int:
    """Make a case from an exported file: the same events with the same hashes, all or none."""
    from trucewatch.casework.exchange import import_case
    from trucewatch.settings import read_settings

    with import_case(folder, path, by=named(by or read_settings().by), store=store) as case:
        line = f"Made the case {case.id} in {folder}: {case.head().seq:,} events."
        console().print(line, markup=False, soft_wrap=True)
    return ExitCode.CLEAN


@case_app.command("log")
def log(
    case: CaseDir = None,
    form: Annotated[
        LogFormat, typer.Option("--format", help="text for people; csv; json is one object a line for each event")
    ] = LogFormat.TEXT,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="File to write; else the terminal")] = None,
) -> int:
    """List every event of the case: number, instant, who, what, on which thing, and why."""
    from trucewatch import wiring
    from trucewatch.casework.audit import log_lines, log_of, write_log

    with opened(case) as here:
        if output is not None:
            number = write_log(here, output, form.value)
            console().print(f"Wrote {number:,} events to {output}.", markup=False, soft_wrap=True)
        elif form is LogFormat.TEXT:
            wiring.terminal().show_log(here.state().title, log_of(here), console())
        else:
            for line in log_lines(log_of(here), form.value):
                print(line.decode("utf-8").removeprefix("\ufeff"), end="")
    return ExitCode.CLEAN


@case_app.command("protect")
def protect(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Names; without any they are read, a line each, unseen")
    ] = None,
    case: CaseDir = None,
) -> int:
    """Protect names of people who are not to be named: only salted hashes are kept, in the case's folder."""
    from trucewatch.casework.protection import protect

    given = names or [line for line in _unseen_lines() if line.strip()]
    if not given:
        raise BadInput("no name was given; expected names as arguments, or a line each on standard input")
    with opened(case) as here:
        count = protect(here.folder, given)
    what = "1 name is" if count == 1 else f"{count} names are"
    console().print(f"{what} protected in this folder.", markup=False, soft_wrap=True)
    return ExitCode.CLEAN


def _unseen_lines() -> list[str]:
    """Lines of standard input; on a terminal one that is not shown."""
    if sys.stdin.isatty():
        return [getpass.getpass("Name (not shown): ")]
    return sys.stdin.read().splitlines()


@case_app.command("retract")
def retract(
    document: Document, reason: Reason = "", case: CaseDir = None, by: By = None, anyway: Anyway = False
) -> int:
    """Take a document back: its claims count no more from now on, and nothing is deleted."""
    from trucewatch.casework.marking import retract

    with opened(case, by, anyway) as here:
        retract(here, document, reason)
    return ExitCode.CLEAN


@case_app.command("mark")
def mark(
    document: Document,
    source: SourceOption = None,
    handling: Handling = None,
    visibility: Visibility = None,
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Change what is said of a document: its source, its handling, how public it is."""
    from trucewatch.casework.marking import mark

    with opened(case, by, anyway) as here:
        mark(here, document, source=source, handling=handling, visibility=visibility)
    return ExitCode.CLEAN


def cases(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to look for case folders")] = Path(),
    store: Store = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """List the cases in a folder, or in a database."""
    from trucewatch import wiring
    from trucewatch.casework.lists import cases_in

    rows = cases_in(folder, store)
    if output is Format.JSON:
        print(json.dumps({"schema": "trucewatch.cases/1", "cases": rows}, ensure_ascii=False))
    else:
        wiring.terminal().show_cases(rows, console())
    return ExitCode.CLEAN


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Agreements, reports and tables")],
    case: CaseDir = None,
    kind: Annotated[
        str | None, typer.Option("--as", metavar="KIND", help="agreement, report or data; else read from the file")
    ] = None,
    published_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published (YYYY-MM-DD, YYYY-MM or YYYY)")
    ] = None,
    source: SourceOption = None,
    handling: Handling = None,
    visibility: Visibility = None,
    learned_at: LearnedAt = None,
    by: By = None,
    anyway: Anyway = False,
    output: AsFormat = Format.TEXT,
) -> int:
    """Put documents into a case: kept untouched, read, tied to its agreements. What is read is suggestion until review."""
    from trucewatch.casework.adding import Adding, Marks
    from trucewatch.settings import read_settings

    marks = Marks(kind, published_on, source, handling, visibility)
    at = instant("learned-at", learned_at)
    batch = Batch(files)
    with opened(case, by, anyway) as here:
        adding = Adding(here, read_settings())
        for added in batch.results(lambda path: adding.add(path, marks, learned_at=at)):
            if output is Format.JSON:
                print(json.dumps(_added_json(added), ensure_ascii=False), file=batch.out.file)
            else:
                batch.out.print(_added_line(added), markup=False, soft_wrap=True)
    return batch.exit_code()


def case_status(
    case: Path | None, as_of: str | None, known_by: str | None, output: Format, overview: bool | None
) -> int:
    """Print where the commitments of a case stand; in short where it is asked for, or they are too many for a page."""
    from trucewatch.casework.snapshots import evidence_of
    from trucewatch.casework.views import case_overview, case_view

    on, by = day("as-of", as_of) or today(), instant("known-by", known_by)
    with opened(case) as here:
        evidence = evidence_of(here)
        if overview or (overview is None and output is Format.TEXT):
            short = case_overview(here, evidence, as_of=on, known_by=by)
            if overview or sum(one.claims > 0 for one in short.status.commitments) > MOST_IN_FULL:
                return _show_in_short(short, output)
        return _show_in_full(here, case_view(here, evidence, as_of=on, known_by=by), output)


def why(
    commitment: Annotated[str, typer.Argument(metavar="COMMITMENT", help="Its id, as `status` prints it")],
    case: CaseDir = None,
    as_of: AsOfDay = None,
    known_by: KnownBy = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """Explain one commitment's status: the claims, their grades, the rules that hold, and what would change it."""
    from trucewatch.casework.snapshots import evidence_of
    from trucewatch.casework.views import case_view

    on, by = day("as-of", as_of) or today(), instant("known-by", known_by)
    with opened(case) as here:
        return _show_in_full(
            here, case_view(here, evidence_of(here), as_of=on, known_by=by, commitment=commitment), output
        )


def _show_in_short(view: "CaseView[CaseOverview]", output: Format) -> int:
    from trucewatch import wiring
    from trucewatch.casework.views import head_of

    if output is Format.JSON:
        print(json.dumps(wiring.to_json(view.status), ensure_ascii=False))
    else:
        wiring.terminal().show_overview(view.status, head_of(view), console())
    return ExitCode.CLEAN


def _show_in_full(here: "Case", view: "CaseView[CaseStatus]", output: Format) -> int:
    from trucewatch import wiring
    from trucewatch.casework.views import head_of, quotes_in

    if output is Format.JSON:
        print(json.dumps(wiring.to_json(view.status), ensure_ascii=False))
    else:
        wiring.terminal().show_case_status(view.status, head_of(view), quotes_in(here, view), console())
    return ExitCode.CLEAN


def _added_json(added: "Added") -> dict[str, object]:
    return {
        "schema": "trucewatch.added/1",
        "document": added.document,
        "name": added.name,
        "kind": added.kind,
        "how": added.how,
        "claims": added.claims,
        "tied": added.tied,
        "copies_of": list(added.copies_of),
    }


def _added_line(added: "Added") -> str:
    what = {"added": f"{added.kind} added", "revised": "came with other bytes: a revision", "seen": "is here already"}
    line = f"{added.document}  {added.name}: {what[added.how]}"
    if added.kind == "report" and added.how != "seen":
        claims = "1 claim" if added.claims == 1 else f"{added.claims} claims"
        line += f", {claims}, {added.tied} of them tied to a commitment"
    return line + (f"; a near-copy of {', '.join(added.copies_of)}" if added.copies_of else "")


def no_reports(reports: list[Path] | None) -> None:
    """Raises BadInput where `status` is given reports without an agreement."""
    if reports:
        raise BadInput(
            "reports were given without an agreement; expected --agreement FILE with them. "
            "To put them into a case: trucewatch add FILE..."
        )


def of_one_agreement(
    reports: list[Path] | None, case: Path | None, known_by: str | None, overview: bool | None
) -> None:
    """Raises BadInput where `status` is given an agreement and not what goes with it."""
    if not reports:
        raise BadInput("an agreement was given without reports; expected REPORT... after it. For a case: --case DIR")
    if case is not None or known_by is not None or overview is not None:
        raise BadInput(
            "--case, --known-by, --overview and --in-full are for a case; expected none of them beside --agreement. "
            "Leave one side out"
        )
