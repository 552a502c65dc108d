"""`register`: days that became known, new terms, lapses, relations between agreements."""

import json
from typing import Annotated

import typer

from .opened import Anyway, AsOfDay, By, CaseDir, KnownBy, day, instant, opened, today
from .shell import ExitCode, Format, console

register_app = typer.Typer(
    help="Record what became known of agreements: days, new terms, lapses, relations. Old values are kept.",
    pretty_exceptions_enable=False,
)
Agreement = Annotated[str, typer.Argument(metavar="AGREEMENT", help="An agreement's id in the case, such as d1")]
Commitment = Annotated[str, typer.Argument(metavar="COMMITMENT", help="A commitment's id, as `status` prints it")]
Source = Annotated[str, typer.Option("--source", metavar="TEXT", help="A document of the case, or where it is from")]
AsFormat = Annotated[Format, typer.Option("--format", help="text for people, json for programs")]


@register_app.command("show")
def show(
    case: CaseDir = None,
    as_of: AsOfDay = None,
    known_by: KnownBy = None,
    output: AsFormat = Format.TEXT,
) -> int:
    """List every commitment with its last days, old and new, what kind of duty it is, and whether it ended."""
    from trucewatch import wiring
    from trucewatch.casework.register import register_json

    with opened(case) as here:
        seq = here.seq_known_by(instant("known-by", known_by))
        data = register_json(here, day("as-of", as_of) or today(), seq)
    if output is Format.JSON:
        print(json.dumps(data, ensure_ascii=False))
    else:
        wiring.terminal().show_register(data, console())
    return ExitCode.CLEAN


@register_app.command("anchor")
def anchor(
    agreement: Agreement,
    kind: Annotated[
        str, typer.Argument(metavar="EVENT", help="signature, entry-into-force, or the text's words for the event")
    ],
    on: Annotated[str, typer.Argument(metavar="DAY", help="The day (EDTF), or none to take it back")],
    source: Source = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Record a day that deadlines count from; every deadline that counts from it is computed anew."""
    from trucewatch.casework.register import set_anchor

    with opened(case, by, anyway) as here:
        set_anchor(here, agreement, kind, None if on == "none" else on, source)
    return ExitCode.CLEAN


@register_app.command("renegotiate")
def renegotiate(
    commitment: Commitment,
    due: Annotated[str, typer.Argument(metavar="DAY", help="The new last day (EDTF)")],
    agreed_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was agreed; before that day the old term holds")
    ] = None,
    source: Source = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Record a new last day that was agreed; the old one stays on record."""
    from trucewatch.casework.register import renegotiate

    with opened(case, by, anyway) as here:
        renegotiate(here, commitment, due, source, agreed_on)
    return ExitCode.CLEAN


@register_app.command("lapse")
def lapse(
    commitment: Commitment,
    on: Annotated[str, typer.Argument(metavar="DAY", help="The day on which it came (EDTF)")],
    source: Source = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Record that the event until which a duty runs has come."""
    from trucewatch.casework.register import lapse

    with opened(case, by, anyway) as here:
        lapse(here, commitment, on, source)
    return ExitCode.CLEAN


@register_app.command("relate")
def relate(
    agreement: Agreement,
    relation: Annotated[
        str, typer.Argument(metavar="RELATION", help="supersedes, silent-about, conflicts-with or implements")
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another agreement's id, or the title of one outside")],
    commitment: Annotated[
        str | None, typer.Option(metavar="COMMITMENT", help="The one commitment that it is about")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Since when it is so")] = None,
    source: Source = "",
    case: CaseDir = None,
    by: By = None,
    anyway: Anyway = False,
) -> int:
    """Record how an agreement stands to another one."""
    from trucewatch.casework.register import relate

    with opened(case, by, anyway) as here:
        relate(here, agreement, relation, other, source, commitment=commitment, since=since)
    return ExitCode.CLEAN
