"""Cases in a temporary folder, with a clock that a test moves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from trucewatch.casework.adding import Adding
from trucewatch.casework.case import Case, new_case
from trucewatch.casework.evidence import Evidence
from trucewatch.casework.settings import set_setting
from trucewatch.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "libya"

AGREEMENT = """AGREEMENT ON A CEASEFIRE

Signed at Geneva on 23 October 2020 by the Government of National Accord (GNA) and the Libyan National Army (LNA).

Article 1
The parties shall release all prisoners of war within thirty days of signature.

Article 2
The GNA shall suspend all military training agreements until the new government assumes its functions.

Article 3
All foreign fighters shall depart the territory of Libya within three months of signature.
"""
MINISTER = """TRIPOLI, 25 October 2020

The defence minister of the Government of National Accord (GNA), Salah al-Namroush, said on Sunday that the ceasefire
agreement signed in Geneva does not cover the military training agreements with Turkey.
"""
MISSION = """GENEVA, 26 October 2020

The United Nations mission said on Monday that the release of prisoners of war had begun.
"""


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = datetime(2020, 10, 23, 12, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def on(self, day: int, month: int = 10, year: int = 2020) -> None:
        self.at = datetime(year, month, day, 12, tzinfo=UTC)

    def later(self, **delta: float) -> None:
        self.at += timedelta(**delta)


def a_case(folder: Path, *, provisional: bool = True, store: str | None = None) -> Case:
    """An empty case opened on the day of signature, by Ada."""
    case = new_case(folder / "case", by="ada", title="Libya", store=store, clock=SetClock())
    if provisional:
        set_setting(case, "provisional", "true")
    return case


def put(case: Case, folder: Path, name: str, text: str, adding: Adding | None = None, **marks: str):
    """Writes a text to a file of that name and adds it."""
    from trucewatch.casework.adding import Marks

    path = folder / name
    path.write_text(text, encoding="utf-8")
    return (adding or Adding(case, Settings())).add(path, Marks(**marks))


def evidence(case: Case) -> Evidence:
    """The evidence built anew from the whole log."""
    built = Evidence(case)
    built.update()
    return built
