"""Reads ceasefire agreements and reports; every value it returns is tied to its words.

    agreement = trucewatch.read_agreement("agreement.txt", signed_on="2020-10-23")
    result = trucewatch.lint(agreement)
    report = trucewatch.read_report("report.txt", published_on="2020-10-31")
    case = trucewatch.status(agreement, [report], as_of="2020-10-31")

Functions load when they are first used, so that the import itself is quick.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import (
        against_baseline,
        diff,
        explain,
        lint,
        order_png,
        order_svg,
        read_agreement,
        read_report,
        rules,
        status,
        suggest,
        to_docx,
        to_html,
        to_json,
        to_sarif,
        write_baseline,
    )
    from .core.drafts import Redraft
    from .core.errors import TrucewatchError
    from .core.model import Agreement, CaseStatus, Finding, LintResult, Report, Rule
    from .core.quotes import Span
    from .settings import Settings

__version__ = "0.1.0"

_HOME = {
    "against_baseline": "api",
    "diff": "api",
    "components_svg": "api",
    "explain": "api",
    "lint": "api",
    "order_png": "api",
    "order_svg": "api",
    "read_agreement": "api",
    "read_report": "api",
    "rules": "api",
    "status": "api",
    "suggest": "api",
    "to_docx": "api",
    "to_html": "api",
    "to_json": "api",
    "to_sarif": "api",
    "write_baseline": "api",
    "Agreement": "core.model",
    "CaseStatus": "core.model",
    "Finding": "core.model",
    "LintResult": "core.model",
    "Redraft": "core.drafts",
    "Report": "core.model",
    "Rule": "core.model",
    "Settings": "settings",
    "Span": "core.quotes",
    "TrucewatchError": "core.errors",
}

__all__ = [
    "Agreement",
    "CaseStatus",
    "Finding",
    "LintResult",
    "Redraft",
    "Report",
    "Rule",
    "Settings",
    "Span",
    "TrucewatchError",
    "against_baseline",
    "components_svg",
    "diff",
    "explain",
    "lint",
    "order_png",
    "order_svg",
    "read_agreement",
    "read_report",
    "rules",
    "status",
    "suggest",
    "to_docx",
    "to_html",
    "to_json",
    "to_sarif",
    "write_baseline",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _Package(ModuleType):
    """This package, in which `lint` stays the function although a subpackage has the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        # Importing `trucewatch.lint.engine` would otherwise put the subpackage in the function's place.
        if not (name == "lint" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
