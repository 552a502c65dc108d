"""Which case a command works on, who works on it, and the instants and days that its options name."""

import getpass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.core.errors import BadInput

if TYPE_CHECKING:
    from trucewatch.casework.case import Case

CaseDir = Annotated[
    Path | None,
    typer.Option("--case", metavar="DIR", help="The case's folder; else the setting, else the folder you are in"),
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who records this; else the setting, else your login name")
]
AsOfDay = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Day in the world to judge by; without it, today")
]
KnownBy = Annotated[
    str | None,
    typer.Option(
        "--known-by", metavar="WHEN", help="Only what was learned by then: a day (its end, UTC) or an instant"
    ),
]
LearnedAt = Annotated[
    str | None,
    typer.Option(
        "--learned-at", metavar="WHEN", help="When the case learned it, where that was before now: day or instant"
    ),
]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept with the decision")]

Anyway = Annotated[bool, typer.Option("--anyway", help="Record text that may name somebody who is not to be named")]


def opened(folder: Path | None, by: str | None = None, anyway: bool = False) -> "Case":
    """The case that the option, the settings or the folder one is in name, opened; close it after use.

    With `anyway` it takes text that may name somebody who is not to be named.
    """
    from trucewatch.casework.case import open_case
    from trucewatch.settings import read_settings

    settings = read_settings()
    path = folder or (Path(settings.case) if settings.case else Path())
    case = open_case(path, by=named(by or settings.by))
    case.anyway = anyway
    return case


def named(by: str | None) -> str:
    """The name that stands on what is recorded."""
    if by is not None and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise BadInput("nobody's name is known; expected one. Pass --by, or set TRUCEWATCH_BY") from error


def day(name: str, text: str | None) -> date | None:
    """The day that an option gives; raises BadInput."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f'--{name} is "{text}"; expected a day as YYYY-MM-DD') from None


def instant(name: str, text: str | None) -> datetime | None:
    """The instant that an option gives, in UTC; a day stands for its end. Raises BadInput."""
    if text is None:
        return None
    try:
        if len(text) == len("2020-10-31"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(
            f'--{name} is "{text}"; expected a day as YYYY-MM-DD, or an instant such as 2020-10-31T09:30:00Z'
        ) from None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def today() -> date:
    """The day on the clock, in UTC."""
    return datetime.now(UTC).date()
