"""`review`: the claims that wait, what people decide on them, and how far coders agree."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .opened import Anyway, AsOfDay, By, CaseDir, Reason, day, named, opened, today
from .shell import ExitCode, Format, console

if TYPE_CHECKING:
    from trucewatch.casework.case import Case
    from trucewatch.core.ledger import Event

review_app = typer.Typer(
    help="Decide on what was read: accept, correct, reject, merge, split, undo; code twice and settle it.",
    pretty_exceptions_enable=False,
)
ClaimName = Annotated[
    str, typer.Argument(metavar="CLAIM", help="Its id, such as d2/k1; d2/k1@0.15 names the version you saw")
]
Set = Annotated[
    list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A value, such as stance=ACCUSE; once for each")
]
Coder = Annotated[str, typer.Option("--coder", metavar="NAME", help="Who codes it")]
CoderToBe = Annotated[
    str | None, typer.Option("--coder", metavar="NAME", help="Show it to this coder: nobody else's codings")
]
Blind = Annotated[bool, typer.Option("--blind", help="With --coder: hide the program's values, too")]
AsFormat = Annotated[Format, typer.Option("--format", help="text for people, json for programs")]


@review_app.command("queue")
def queue(
    case: CaseDir = None,
    as_of: AsOfDay = None,
    limit: Annotated[int, typer.Option(help="How many claims to show")] = 10,
    offset: Annotated[int, typer.Option(help="How many to pass over")] = 0,
    coder: CoderToBe = None,
    blind: Blind = False,
    by: By = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """List the claims that wait, those first whose acceptance would change a status or a sign; with the reasons."""
    from trucewatch import wiring
    from trucewatch.casework.queue import coding_queue_json, queue_json
    from trucewatch.casework.snapshots import evidence_of

    _blind_for_somebody(coder, blind)
    with opened(case, by) as here:
        evidence, on = evidence_of(here), day("as-of", as_of) or today()
        if coder is None:
            data = queue_json(here, evidence, as_of=on, viewer=here.by, limit=limit, offset=offset)
        else:
            data = coding_queue_json(
                here, evidence, as_of=on, coder=named(coder), blind=blind, limit=limit, offset=offset
            )
    _print(data, output, wiring.terminal().show_queue)
    return ExitCode.CLEAN


@review_app.command("show")
def show(
    claim: ClaimName,
    case: CaseDir = None,
    coder: CoderToBe = None,
    blind: Blind = False,
    by: By = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """Show one claim: its words in their context, its values, what was decided on it, and its version."""
    from trucewatch import wiring
    from trucewatch.casework.claims import asked_for
    from trucewatch.casework.shown import claim_json

    _blind_for_somebody(coder, blind)
    with opened(case, by) as here:
        data = claim_json(here, asked_for(claim).id, viewer=here.by, coder=coder, blind=blind)
    _print(data, output, wiring.terminal().show_claim)
    return ExitCode.CLEAN


@review_app.command("accept")
def accept(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM", help="Claims such as d2/k1 or d2/k1@0.15")],
    reason: Reason = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Stand behind claims as they are; all of them, or none where one cannot be accepted."""
    from trucewatch.casework import review

    return _decide(case, by, anyway, lambda here: review.accept(here, claims, reason))


@review_app.command("correct")
def correct(
    claim: ClaimName, set_: Set = None, reason: Reason = "", case: CaseDir = None, by: By = None, anyway: Anyway = False
) -> int:
    """Accept a claim with other values: --set stance=ACCUSE --set speaker=none --set said_on=2020-10."""
    from trucewatch.casework import corrections, review

    wished = corrections.wishes(set_ or ())
    return _decide(case, by, anyway, lambda here: review.correct(here, claim, wished, reason))


@review_app.command("reject")
def reject(claim: ClaimName, reason: Reason = "", case: CaseDir = None, by: By = None, anyway: Anyway = False) -> int:
    """Say that a claim is none; it counts no more."""
    from trucewatch.casework import review

    return _decide(case, by, anyway, lambda here: review.reject(here, claim, reason))


@review_app.command("merge")
def merge(
    claim: ClaimName,
    into: Annotated[str, typer.Option("--into", metavar="CLAIM", help="The claim that stays")],
    reason: Reason = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Say that a claim says the same as another one, which stays."""
    from trucewatch.casework import review

    return _decide(case, by, anyway, lambda here: review.merge(here, claim, into, reason))


@review_app.command("split")
def split(
    claim: ClaimName,
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="PART",
            help='Words of the document, or START:END in it, with values: "WORDS => stance=ACCUSE; speaker=ly_gna"',
        ),
    ] = None,
    reason: Reason = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Say that a claim holds several: two parts or more, each with its own words; they are accepted."""
    from trucewatch.casework import review
    from trucewatch.casework.splitting import part_wish

    parts = [part_wish(text) for text in part or ()]
    return _decide(case, by, anyway, lambda here: review.split(here, claim, parts, reason))


@review_app.command("undo")
def undo(claim: ClaimName, reason: Reason = "", case: CaseDir = None, by: By = None, anyway: Anyway = False) -> int:
    """Take back the last decision on a claim that holds; both stay in the log."""
    from trucewatch.casework import review

    return _decide(case, by, anyway, lambda here: review.undo(here, claim, reason))


@review_app.command("code")
def code(
    claim: ClaimName, coder: Coder, set_: Set = None, case: CaseDir = None, by: By = None, anyway: Anyway = False
) -> int:
    """Give a coder's own values for a claim. A coding is no verdict; a later one by the same coder replaces it."""
    from trucewatch.casework import corrections, review

    wished = corrections.wishes(set_ or ())
    return _decide(case, by, anyway, lambda here: review.code(here, claim, coder, wished))


@review_app.command("curate")
def curate(
    claim: ClaimName, set_: Set = None, reason: Reason = "", case: CaseDir = None, by: By = None, anyway: Anyway = False
) -> int:
    """Settle a claim that two coders coded: what they agree on is taken, --set decides where they differ."""
    from trucewatch.casework import corrections, review

    wished = corrections.wishes(set_ or ())
    return _decide(case, by, anyway, lambda here: review.curate(here, claim, wished, reason))


@review_app.command("agreement")
def agreement(case: CaseDir = None, output: AsFormat = Format.TEXT) -> int:
    """Say how far coders agree, field by field: Krippendorff's alpha, and Cohen's kappa of each two."""
    from trucewatch import wiring
    from trucewatch.casework.coders import agreement_json

    with opened(case) as here:
        data = agreement_json(here)
    _print(data, output, wiring.terminal().show_coder_agreement)
    return ExitCode.CLEAN


@review_app.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .csv file to write")], case: CaseDir = None
) -> int:
    """Write the claims of a case to a CSV file: a row each, with the values that can be changed in it."""
    from trucewatch.casework.spreadsheet import export_claims

    with opened(case) as here:
        number = export_claims(here, file)
    console().print(f"Wrote {number:,} claims to {file}.", markup=False, soft_wrap=True)
    return ExitCode.CLEAN


@review_app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv file that `review export` wrote")],
    reason: Reason = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Take changed cells of a CSV file in as corrections: all of them, or none where a row is wrong or stale."""
    from trucewatch.casework.spreadsheet import import_claims

    with opened(case, by, anyway) as here:
        found = import_claims(here, file, reason)
    line = f"Corrected {len(found.events):,} claims; {found.unchanged:,} rows changed nothing."
    console().print(line, markup=False, soft_wrap=True)
    return ExitCode.CLEAN


def _decide(case: Path | None, by: str | None, anyway: bool, act: Callable[["Case"], Sequence["Event"]]) -> int:
    """Records, and prints a line for each event."""
    from trucewatch.casework.audit import entry

    with opened(case, by, anyway) as here:
        for event in act(here):
            told = entry(event)
            console().print(
                f"{told['on']}: {told['what']} (event {event.seq}, {event.by})", markup=False, soft_wrap=True
            )
    return ExitCode.CLEAN


def _print(data: Mapping[str, Any], output: Format, view: Callable[[Any, Any], None]) -> None:
    if output is Format.JSON:
        print(json.dumps(data, ensure_ascii=False))
    else:
        view(data, console())


def _blind_for_somebody(coder: str | None, blind: bool) -> None:
    from trucewatch.core.errors import BadInput

    if blind and coder is None:
        raise BadInput("--blind hides values from a coder; expected --coder NAME with it")
