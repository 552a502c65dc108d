"""The command line: arguments in, exit code out.

Exit codes: 0 clean, 1 findings, 2 bad input, 3 our bug (only 3 prints a traceback).
"""

import io
import sys
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import __version__
from .commands import case as case_command
from .commands.opened import CaseDir, KnownBy
from .commands.register import register_app
from .commands.review import review_app
from .commands.shell import Batch, ExitCode, Format, console
from .core.errors import BadInput, TrucewatchError
from .outputs import LintFormat, plan, save_picture, save_text, write

if TYPE_CHECKING:
    from .core.model import LintResult, Report
    from .settings import Settings


# Text in a file has no terminal to take its width from.
FILE_WIDTH = 100
# `metavar` keeps the help readable at 80 columns.
Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Texts to read: .txt .md .html .pdf .docx")]
AsFormat = Annotated[Format, typer.Option("--format", help="text for people; json is one object a line for each file")]
AsLintFormat = Annotated[
    LintFormat,
    typer.Option("--format", help="text for people; the others for files: docx is your document with comments"),
]
Output = Annotated[
    Path | None, typer.Option(metavar="PATH", help="File to write; for html or docx of several files, a folder")
]
SignedOn = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of signature, when the text does not give it (YYYY-MM-DD)")
]
PublishedOn = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The report's date (YYYY-MM-DD; of YYYY-MM and YYYY a dateline gives the rest)"),
]
TranslationOf = Annotated[
    Path | None, typer.Option(metavar="PATH", help="The original of FILE, which is a translation; both are kept")
]
AsOf = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day to judge by; without it, the newest day that the reports name")
]
Levels = Annotated[
    list[str] | None, typer.Option(metavar="CODE=LEVEL", help="Another severity for a rule; commas between several")
]
WaiverFile = Annotated[Path | None, typer.Option(metavar="PATH", help="File of waivers; without it, FILE.waivers")]
WaiverDay = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day to compare dates of waivers with; without it, the day of signature"),
]
Today = Annotated[bool, typer.Option("--today", help="Compare dates of waivers with the day on the clock")]
KnownIn = Annotated[Path | None, typer.Option(metavar="PATH", help="Show only what is new against this baseline")]
KnownTo = Annotated[Path | None, typer.Option(metavar="PATH", help="Write down all findings as known")]
FixSuggestions = Annotated[
    bool, typer.Option("--fix-suggestions", help="Add to findings a clearer wording in the clause's own words")
]
Codes = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Codes of rules, commas between several")]
Fronts = Annotated[list[str] | None, typer.Option("--front", metavar="PLACE", help="An active front; commas between")]
AsType = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="unilateral, cessation, preliminary or definitive; else read from it"),
]

Suggest = Annotated[
    bool, typer.Option("--suggest", help="Ask the second reader that the settings name; it changes no claim")
]

app = typer.Typer(
    help="Reads ceasefire agreements and reports; shows commitments, gaps, claims and status, each tied to its words.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> int:
    """Reads ceasefire agreements and reports; shows commitments, gaps, claims and status, each tied to its words."""
    if version:
        print(f"trucewatch {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
    return ExitCode.CLEAN


@app.command()
def lint(
    files: Files,
    form: AsLintFormat = LintFormat.TEXT,
    output: Output = None,
    signed_on: SignedOn = None,
    select: Codes = None,
    ignore: Codes = None,
    severity: Levels = None,
    as_type: AsType = None,
    front: Fronts = None,
    waivers: WaiverFile = None,
    as_of: WaiverDay = None,
    today: Today = False,
    baseline: KnownIn = None,
    write_baseline: KnownTo = None,
    fix_suggestions: FixSuggestions = False,
) -> int:
    """Mark up agreements: who must do what by when, and every gap a party can slip through.

    Exit code 1 says that a rule of severity low or above found something that nobody has waived.
    """
    from . import api, drafting, wiring
    from .settings import read_settings

    settings = read_settings(rules=wiring.rules)
    chosen = _choices(settings, select, ignore, severity, as_type) | {
        "as_of": _day_to_judge_by(as_of, today),
        "fronts": _listed(front),
        "wordings": fix_suggestions,
    }
    _one_draft(files, baseline, write_baseline)
    batch, names = Batch(files), wiring.component_names()

    def work(path: Path) -> "LintResult":
        agreement = api.read_agreement(path, signed_on=signed_on, settings=settings)
        result = api.lint(agreement, waivers=waivers or drafting.waivers_beside(path), **chosen)
        shown = api.against_baseline(result, baseline) if baseline else result
        if write_baseline:
            batch.say(f"Wrote {api.write_baseline(result, write_baseline)} findings to {write_baseline}.")
        return shown

    places, into_file = plan(files, form, output), io.StringIO()
    if places and form.printed:
        batch.out = console(file=into_file, width=FILE_WIDTH)
    found, results = False, []
    for result in batch.results(work):
        found = found or _has_findings(result)
        if not form.printed:
            results.append(result)
        else:
            batch.show(
                result, Format(form), lambda result, console: wiring.terminal().show_lint(result, console, names)
            )
    if form.printed:
        save_text(into_file.getvalue(), places)
    elif results:
        print(write(results, form, places), end="", file=batch.out.file)
    return batch.exit_code(ExitCode.FINDINGS if found else ExitCode.CLEAN)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier draft")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later draft")],
    output: AsFormat = Format.TEXT,
    ids: Annotated[
        Path | None, typer.Option(metavar="PATH", help="File that carries stable ids from draft to draft")
    ] = None,
    signed_on: SignedOn = None,
) -> int:
    """Compare two drafts: what each provision became, what got vaguer, which findings came and went.

    Exit code 1 says that something got vaguer.
    """
    from . import api, drafting, wiring
    from .settings import read_settings

    settings = read_settings(rules=wiring.rules)
    chosen = _choices(settings, None, None, None, None)

    def result(path: Path) -> "LintResult":
        agreement = api.read_agreement(path, signed_on=signed_on, settings=settings)
        return api.lint(agreement, waivers=drafting.waivers_beside(path), **chosen)

    redraft = api.diff(result(old), result(new), ids=ids)
    Batch([new]).show(redraft, output, wiring.terminal().show_diff)
    return ExitCode.FINDINGS if redraft.vaguer else ExitCode.CLEAN


@app.command()
def graph(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The agreement's text")],
    output: Annotated[Path | None, typer.Option(metavar="PATH", help="File to write, .svg or .png; else SVG")] = None,
    components: Annotated[bool, typer.Option("--components", help="Draw the strip of components instead")] = False,
    signed_on: SignedOn = None,
) -> int:
    """Draw what waits for what, with circles and events without a day; or the strip of components."""
    from . import api

    agreement = api.read_agreement(file, signed_on=signed_on)
    picture = api.components_svg(api.lint(agreement)) if components else api.order_svg(agreement)
    if output is None:
        print(picture, end="", file=console().file)
    else:
        save_picture(picture, file, output)
    return ExitCode.CLEAN


@app.command()
def read(
    files: Files,
    output: AsFormat = Format.TEXT,
    published_on: PublishedOn = None,
    translation_of: TranslationOf = None,
    suggest: Suggest = False,
) -> int:
    """Read reports: who said or did what about an agreement, when, through whom, in which words."""
    from . import api, flow, wiring
    from .settings import read_settings

    settings = read_settings(rules=wiring.rules)
    if translation_of is not None and len(files) > 1:
        raise BadInput(
            f"--translation-of names the original of one text; expected one file, {len(files)} were given. "
            "Read them one by one"
        )
    batch = Batch(files)
    if suggest and not (server := wiring.second_reader(settings).client).on_this_machine:
        batch.say(f"The second reader is at {server.host}: the text of what you read leaves this machine.")

    def work(path: Path) -> "Report":
        report = api.read_report(path, published_on=published_on, translation_of=translation_of, settings=settings)
        return api.suggest(report, settings=settings) if suggest else report

    # Near-copies and contradictions are known only when all files are read.
    reports = flow.compared(flow.told_once(tuple(batch.results(work))))
    for report in reports:
        batch.show(report, output, wiring.terminal().show_read)
        if output is Format.JSON and report.second_reading:
            for fault in report.second_reading.faults:
                batch.say(f"{report.document.path}: {fault}")
    if output is Format.TEXT:
        wiring.terminal().show_copies(reports, batch.out)
    return batch.exit_code()


@app.command()
def status(
    reports: Annotated[
        list[Path] | None, typer.Argument(metavar="REPORT", help="Reports about the agreement; none for a case")
    ] = None,
    agreement: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The agreement's text; none for a case")
    ] = None,
    case: CaseDir = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    signed_on: SignedOn = None,
    overview: Annotated[
        bool | None,
        typer.Option(
            "--overview/--in-full",
            help="Each commitment of a case in short, or with its reasons; default: in full up to 25 that claims bear on",
        ),
    ] = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """Show where each commitment stands on a day: legal reading, performance, trend, and why.

    Of an agreement and reports, or of a case: then as known at any instant, and by accepted claims only.
    """
    from . import api, wiring
    from .settings import read_settings

    if agreement is None:
        case_command.no_reports(reports)
        return case_command.case_status(case, as_of, known_by, output, overview)
    case_command.of_one_agreement(reports, case, known_by, overview)
    settings = read_settings(rules=wiring.rules)
    deal = api.read_agreement(agreement, signed_on=signed_on, settings=settings)
    batch = Batch(reports or [])
    read_reports = list(batch.results(lambda path: api.read_report(path, settings=settings)))
    if not read_reports:
        return ExitCode.BAD_INPUT
    found = api.status(deal, read_reports, as_of=as_of)
    if as_of is None:
        batch.say(f"As of {found.as_of}, the newest day that the reports name. For another day pass --as-of.")
    batch.show(found, output, lambda found, console: wiring.terminal().show_status(found, deal, read_reports, console))
    return batch.exit_code()


app.add_typer(case_command.case_app, name="case")
app.add_typer(register_app, name="register")
app.add_typer(review_app, name="review")
for command in (case_command.add, case_command.cases, case_command.why):
    app.command()(command)


@app.command()
def rules() -> int:
    """List the lint rules."""
    from . import api, wiring

    wiring.terminal().show_rules(api.rules(), console())
    return ExitCode.CLEAN


@app.command()
def explain(code: Annotated[str, typer.Argument(help="A rule's code")]) -> int:
    """Explain one lint rule: what it finds, why it matters, and how to do better."""
    from . import api, wiring

    wiring.terminal().show_rule(api.explain(code), console())
    return ExitCode.CLEAN


# --------------------------------------------------------------------------- options


def _listed(choices: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for choice in choices or () for code in choice.split(",") if code.strip())


def _choices(
    settings: "Settings",
    select: list[str] | None,
    ignore: list[str] | None,
    severity: list[str] | None,
    as_type: str | None,
) -> dict[str, Any]:
    """What the settings and, before them, the options say about rules."""
    return {
        "select": _listed(select) or settings.select,
        "ignore": _listed(ignore) or settings.ignore,
        "severity": (*(f"{code}={level}" for code, level in settings.severity.items()), *_listed(severity)),
        "as_type": as_type or settings.type,
    }


def _day_to_judge_by(as_of: str | None, today: bool) -> str | date | None:
    """The day that dates of waivers are compared with; None leaves it to the day of signature."""
    if today and as_of:
        raise BadInput("--today and --as-of both name a day; expected one of them. Leave the other out")
    return _today() if today else as_of


def _today() -> date:
    return date.today()


def _one_draft(files: Sequence[Path], *baselines: Path | None) -> None:
    if any(baselines) and len(files) > 1:
        raise BadInput(
            f"a baseline belongs to one draft; expected one file, {len(files)} were given. Lint them one by one"
        )


def _has_findings(result: "LintResult") -> bool:
    return any(finding.waived is None and finding.severity != "info" for finding in result.findings)


# --------------------------------------------------------------------------- the way out


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    try:
        code = app(args=arguments, prog_name="trucewatch", standalone_mode=False)
    except TrucewatchError as error:
        return _refuse(str(error))
    except typer.TyperException as error:
        return _refuse(f"BadUsage: {_one_line(error.format_message())} See: trucewatch --help")
    except SystemExit:
        # typer and rich end this way when the reader of our output has gone (`| head`): nothing is wrong.
        return ExitCode.CLEAN
    except Exception:  # noqa: BLE001  the last resort: whatever gets here is our bug, and says so
        traceback.print_exc()
        print("This is a bug in trucewatch, not in your input. Please report it with the lines above.", file=sys.stderr)
        return ExitCode.OUR_BUG
    return int(code or ExitCode.CLEAN)


def main() -> None:
    """The `trucewatch` command."""
    sys.exit(run())


def _refuse(line: str) -> int:
    print(line, file=sys.stderr)
    return ExitCode.BAD_INPUT


def _one_line(message: str) -> str:
    line = " ".join(message.replace("Value error, ", "").split())
    return line if line.endswith((".", "?")) else line + "."
