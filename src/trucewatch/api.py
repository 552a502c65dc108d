"""The Python API: what `import trucewatch` offers, and what the command line is built on.

Every function takes and returns plain frozen values; a path may be a string, a day an ISO string.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path

from . import drafting, flow, wiring
from .core.analysis import AgreementType
from .core.dates import When, when
from .core.drafts import Redraft
from .core.errors import BadInput
from .core.model import Agreement, CaseStatus, Document, LintResult, Report, Rule
from .settings import Settings, read_settings

AnyPath = str | PathLike[str]


def read_agreement(
    path: AnyPath, *, signed_on: date | str | None = None, settings: Settings | None = None
) -> Agreement:
    """The agreement in the file: its clauses, and what each one asks of whom, where and by when.

    `signed_on` is the day of signature when the text does not give it, or gives it wrongly.
    """
    parser = wiring.parser(settings or read_settings(rules=wiring.rules))
    return flow.read_agreement(wiring.read(Path(path)), parser, signed_on=_day("signed_on", signed_on))


def lint(
    agreement: Agreement,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severity: Iterable[str] = (),
    as_type: AgreementType | str | None = None,
    fronts: Collection[str] = (),
    waivers: AnyPath | None = None,
    as_of: date | str | None = None,
    wordings: bool = False,
) -> LintResult:
    """The gaps that the rules find in the agreement, how far it covers the checklist, and what it shows as a whole.

    `select` and `ignore` take rule codes, `severity` other severities (`TIME002=low`). `as_type` overrules the
    type that is read from the obligations; `fronts` are the active fronts that the text should name. `waivers` is a file of waivers; their dates are compared with
    `as_of`, else with the day of signature. With `wordings` each finding has a clearer wording in the
    clause's own terms.
    """
    if as_type is not None:
        agreement = replace(agreement, stated_type=_type("as_type", as_type))
    agreement = replace(agreement, fronts=tuple(fronts))
    return flow.lint_agreement(
        agreement,
        wiring.rules(),
        select=select,
        ignore=ignore,
        severities=drafting.severities_in(severity),
        waivers=() if waivers is None else drafting.waivers_in(Path(waivers)),
        as_of=_day("as_of", as_of),
        wordings=wordings,
    )


def write_baseline(result: LintResult, path: AnyPath) -> int:
    """Writes the findings that nobody has waived to a file, as known, and returns how many they are."""
    return drafting.write_baseline(result, Path(path))


def against_baseline(result: LintResult, path: AnyPath) -> LintResult:
    """The result with only the findings that are new against the baseline in the file, and the counts."""
    return drafting.against_baseline(result, Path(path))


def diff(old: LintResult, new: LintResult, *, ids: AnyPath | None = None) -> Redraft:
    """What a new draft changed: provisions, what got vaguer or more specific, findings that came and went.

    `ids` is the file that remembers stable ids from draft to draft; where there is none it is made.
    """
    return drafting.compare(old, new, None if ids is None else Path(ids))


def order_svg(agreement: Agreement) -> str:
    """What waits for what, as a picture: an SVG document."""
    return wiring.order_svg(flow.order_of(agreement), agreement)


def components_svg(result: LintResult) -> str:
    """How far the agreement covers the checklist, as a strip of cells: an SVG document."""
    return wiring.components_svg(result)


def order_png(agreement: Agreement) -> bytes:
    """The same picture as PNG; raises MissingExtra where the library for it is not installed."""
    return wiring.png_of(order_svg(agreement))


def read_report(
    path: AnyPath,
    *,
    published_on: str | None = None,
    translation_of: AnyPath | None = None,
    settings: Settings | None = None,
) -> Report:
    """The report in the file: who said or did what about an agreement, each claim with its exact quote.

    `published_on` is the report's date (`2020-11-04`, or `2020-11` or `2020` for what is known: a dateline in it gives the
    rest). `translation_of` is the file that this one was translated from: both texts are kept, and every quote is marked.
    """
    settings = settings or read_settings(rules=wiring.rules)
    parser = wiring.parser(settings)
    document = wiring.read_in_any_language(Path(path))
    if translation_of is not None:
        document = replace(document, translation_of=_original(document, Path(translation_of)))
    if published_on is not None:
        document = replace(document, published_on=_edtf("published_on", published_on))
    return flow.read_report(
        document,
        parser,
        wiring.vocabulary(settings),
        wiring.gazetteer(),
        wiring.stopwatch(settings),
        wiring.stance_judge(),
        wiring.duty_judge(),
    )


def _original(document: Document, path: Path) -> Document:
    original = wiring.read_in_any_language(path)
    if original.language == document.language != "und":
        raise BadInput(
            f'translation_of is {path}, which reads as language "{original.language}" as {document.path} does; '
            "expected the text in the language that it was translated from. Name that file"
        )
    return original


def suggest(report: Report, *, settings: Settings | None = None) -> Report:
    """The report with what the second reader of the settings suggests beside its claims, which stay as they are.

    Raises BadSetting where no second reader is set. A server that fails is told in `second_reading.faults`.
    """
    reader = wiring.second_reader(settings or read_settings(rules=wiring.rules))
    return replace(report, second_reading=reader.read(report))


def status(agreement: Agreement, reports: Iterable[Report], *, as_of: date | str | None = None) -> CaseStatus:
    """Where each commitment stands on a day, with reasons and what would change the answer.

    Without `as_of` the day is the newest one that the reports themselves name; the clock is never read.
    """
    reports = tuple(reports)
    day = _day("as_of", as_of) or flow.newest_day(reports)
    if day is None:
        raise BadInput("as_of is not given and the reports name no day; expected one of them. Pass a day as YYYY-MM-DD")
    return flow.assess_case(agreement, reports, day, wiring.rules())


def rules() -> Mapping[str, Rule]:
    """Every lint rule by its code."""
    return wiring.rules()


def explain(code: str) -> Rule:
    """The rule with this code; raises UnknownRule, naming the nearest."""
    return wiring.rule(code)


def to_json(result: LintResult | Report | CaseStatus | Redraft) -> dict[str, object]:
    """The result as a dictionary in the shape that `docs/schema/` publishes."""
    return wiring.to_json(result)


def to_sarif(results: Iterable[LintResult], *, root: AnyPath = ".") -> dict[str, object]:
    """The results as one SARIF 2.1.0 log, as a dictionary; paths below the folder `root` are given relative to it."""
    return wiring.to_sarif(tuple(results), Path(root))


def to_html(result: LintResult) -> str:
    """The marked-up agreement as one HTML page that needs nothing else."""
    return wiring.to_html(result)


def to_docx(result: LintResult) -> bytes:
    """The user's own Word document with comments on the words found; for other formats a new document."""
    return wiring.to_docx(result)


def _day(name: str, value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadInput(f'{name} is "{value}"; expected a day as YYYY-MM-DD') from None


def _type(name: str, value: AgreementType | str) -> AgreementType:
    known = [kind for kind in AgreementType if kind is not AgreementType.UNKNOWN]
    if value in known:
        return AgreementType(value)
    raise BadInput(f'{name} is "{value}"; expected one of {", ".join(known)}')


def _edtf(name: str, value: str) -> When:
    try:
        return when(value)
    except ValueError:
        raise BadInput(
            f'{name} is "{value}"; expected a date such as 2020-11-04, 2020-11 or 2020-11-02/2020-11-04'
        ) from None
