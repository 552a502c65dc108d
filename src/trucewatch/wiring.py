"""The only module that names concrete adapters. Each is imported when it is first asked for."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .core.analysis import Order
from .core.case import CaseOverview
from .core.drafts import Redraft
from .core.errors import BadInput, BadSetting, MissingExtra
from .core.ids import sha256_of
from .core.model import Agreement, CaseStatus, Document, LintResult, Missing, Report, Rule
from .core.ports import DutyJudge, Encoder, Gazetteer, Parser, StanceJudge
from .settings import KEY_VARIABLE, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from .core.coding import FieldAgreement
    from .core.ledger import LedgerStore
    from .second_reader.reader import ChatReader
    from .vocabulary.reports import ReportVocabulary


def read(path: Path) -> Document:
    """The file as a document, by the reader for its format; refuses a language that the pipeline cannot read."""
    document = read_in_any_language(path)
    require_parsed(document)
    return document


def read_in_any_language(path: Path) -> Document:
    """The file as a document, by the reader for its format, whatever its language."""
    from .readers import read_document

    return read_document(path)


def require_parsed(document: Document) -> None:
    """Raises UnsupportedLanguage for a language that the pipeline cannot read."""
    from .readers import require_language

    require_language(document)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file that a reader would take; raises a BadInput."""
    from .readers.document import load

    return load(path)


def read_bytes(path: Path, data: bytes) -> Document:
    """As `read`, from bytes that are at hand; `path` is the name that says their format."""
    from .readers.document import document_from

    return document_from(path, data)


def parser(settings: Settings) -> Parser:
    """The language pipeline behind the parser's port."""
    from .nlp.spacy_parser import DEFAULT_PIPELINE, SpacyParser

    return SpacyParser(settings.pipeline or DEFAULT_PIPELINE)


class Stopwatch:
    """Measures the time for one document from when it is made."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self._start = time.monotonic()

    def passed(self, share: float = 1.0) -> bool:
        return time.monotonic() - self._start > share * self.limit


def stopwatch(settings: Settings) -> Stopwatch:
    """The time that one document may take, running from now."""
    return Stopwatch(settings.time_limit)


def side_file(path: Path) -> str:
    """The text of a small file beside a draft."""
    from .readers.side_file import read_side_file

    return read_side_file(path)


def write_side_file(path: Path, text: str) -> None:
    """Writes a small file beside a draft."""
    from .readers.side_file import write_side_file

    write_side_file(path, text)


def second_reader(settings: Settings) -> "ChatReader":
    """The second reader that the settings name; raises BadSetting where they name none, and MissingExtra."""
    if settings.second_reader_url is None:
        raise BadSetting(
            "second_reader.base_url is not set; expected the address of a chat server, such as "
            "http://127.0.0.1:8080/v1. Set it in trucewatch.toml or in TRUCEWATCH_SECOND_READER_URL"
        )
    key, name = settings.second_reader_key, settings.second_reader_key_env
    if name and not key:
        raise BadSetting(f"second_reader.key_env names {name}, which is not set; expected the key in it. Set {name}")
    if key and not (key.isascii() and key.isprintable()):
        raise BadSetting(f"{name or KEY_VARIABLE} holds characters that no key has; expected a key. Copy it again")
    from .second_reader.client import ChatClient
    from .second_reader.reader import ChatReader

    client = ChatClient(
        settings.second_reader_url,
        settings.second_reader_model,
        key=key,
        timeout=settings.second_reader_timeout,
        time_limit=settings.second_reader_time_limit,
    )
    return ChatReader(client, vocabulary().stances)


def open_store(where: str | Path) -> "LedgerStore":
    """The store at a path or address; close it after use. Raises BadSetting, MissingExtra and LedgerError."""
    from .stores import open_store

    return open_store(where)


def gazetteer() -> Gazetteer | Missing:
    """The gazetteer behind its port, loaded when a name is first looked up; why there is none without its libraries."""
    from .gazetteer.geonames import geonames

    try:
        return geonames()
    except MissingExtra as error:
        return Missing(error.args[0])


def duty_judge() -> DutyJudge:
    """The trained head that compares claims with duties; its weights are loaded once."""
    from .trained.meaning import trained_duty_judge

    return trained_duty_judge()


def stance_judge() -> StanceJudge:
    """The trained head behind the judge's port; its weights are loaded once."""
    from .trained.judge import trained_judge

    return trained_judge()


def field_agreement() -> "Callable[[Mapping[str, Mapping[str, str]]], FieldAgreement]":
    """The function that says how far coders agree on a field; it raises MissingExtra without its library."""
    from .coders.agreement import field_agreement

    return field_agreement


def encoder() -> Encoder:
    """The sentence encoder behind its port; nothing uses it unless it is handed on. Raises MissingExtra without it."""
    from .encoders.universal import UniversalEncoder

    return UniversalEncoder()


def vocabulary(settings: Settings | None = None) -> "ReportVocabulary":
    """The words and codes of the field, with the actors of the settings' own file before the packaged ones.

    Raises BadSetting when that file cannot be read and BadVocabulary, with all of them, when it has faults.
    """
    from .vocabulary.reports import own_actors, report_vocabulary, with_actors

    packaged = report_vocabulary()
    if settings is None or settings.actors is None:
        return packaged
    try:
        content = Path(settings.actors).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise BadSetting(f"actors: {settings.actors} cannot be read: {reason}. Name a YAML file of actors") from error
    return with_actors(packaged, own_actors(settings.actors, content))


def rules() -> Mapping[str, Rule]:
    """Every lint rule by its code."""
    from .lint.registry import all_rules

    return all_rules()


def rule(code: str) -> Rule:
    """The lint rule of that code; raises UnknownRule, which names the nearest."""
    from .lint.registry import rule_for

    return rule_for(code)


def component_names() -> Mapping[str, str]:
    """What each component of the checklist is called, by its id."""
    from .lint.components import components

    return {component.id: component.name for component in components()}


def to_json(value: LintResult | Report | CaseStatus | CaseOverview | Redraft) -> dict[str, Any]:
    """The result as the JSON contract has it."""
    from .exporters import json_export, redraft_json

    match value:
        case LintResult():
            return json_export.lint_json(value)
        case Report():
            return json_export.read_json(value)
        case CaseStatus():
            return json_export.status_json(value)
        case CaseOverview():
            return json_export.overview_json(value)
        case Redraft():
            return redraft_json.diff_json(value)


def to_sarif(results: Sequence[LintResult], root: Path) -> dict[str, Any]:
    """The results as one SARIF log; paths below the folder `root` are given relative to it."""
    from . import __version__
    from .exporters.sarif import sarif_log

    return sarif_log(results, rules(), __version__, root.resolve())


def to_html(result: LintResult) -> str:
    """The marked-up agreement as one HTML page."""
    from . import __version__
    from .exporters.html_report import html_report

    return html_report(result, component_names(), __version__)


def order_svg(order: Order, agreement: Agreement) -> str:
    """The order of the agreement as a picture."""
    from .charts.order_graph import order_svg

    return order_svg(order, _name_of(agreement))


def components_svg(result: LintResult) -> str:
    """The strip of components as a picture."""
    from .charts.component_strip import component_strip_svg

    return component_strip_svg(result.components, _name_of(result.agreement))


def _name_of(agreement: Agreement) -> str:
    title = agreement.document.reads(agreement.title) if agreement.title else Path(agreement.document.path).name
    return " ".join(title.split())


def png_of(svg: str) -> bytes:
    """The picture as PNG."""
    from .charts.png import png_of

    return png_of(svg)


def to_docx(result: LintResult) -> bytes:
    """The user's own Word document with comments, or a new one for an agreement in another format."""
    from .exporters.docx_comments import commented_copy, commented_transcript

    document = result.agreement.document
    path = Path(document.path)
    if path.suffix.lower() != ".docx":
        return commented_transcript(result)
    from .readers.docx import origins_in

    data = path.read_bytes() if path.is_file() else b""
    if sha256_of(data) != document.sha256:
        raise BadInput(f"{path} is not the file that was read; expected it unchanged. Read and lint it again")
    return commented_copy(result, data, origins_in)


def terminal() -> ModuleType:
    """The views for people: `show_lint`, `show_read`, `show_status`, `show_rules`, `show_rule`."""
    from .exporters import terminal

    return terminal
