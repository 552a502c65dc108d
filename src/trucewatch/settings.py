"""What a user can set. Environment variables and `trucewatch.toml` are read here and nowhere else.

| setting    | variable              | in the file          | meaning                                        |
|------------|-----------------------|----------------------|------------------------------------------------|
| `pipeline` | `TRUCEWATCH_PIPELINE` | `pipeline`           | the installed spaCy pipeline that parses texts |
| `select`   | `TRUCEWATCH_SELECT`   | `[lint] select`      | the rules to run, all when none is named       |
| `ignore`   | `TRUCEWATCH_IGNORE`   | `[lint] ignore`      | rules not to run                               |
| `severity` | `TRUCEWATCH_SEVERITY` | `[lint] severity`    | other severities for rules                     |
| `type`     | `TRUCEWATCH_TYPE`     | `[lint] type`        | the agreement's type, instead of the text's    |

A variable wins over the file, an option of a command over both. The file is `trucewatch.toml` in the
folder where the command runs.
"""

import os
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .core.analysis import AgreementType
from .core.errors import BadSetting
from .core.model import Severity

FILE_NAME = "trucewatch.toml"
PREFIX = "TRUCEWATCH_"
_PACKAGE_NAME = re.compile(r"[A-Za-z_]\w*")
_LEVELS = tuple(severity.value for severity in Severity)
_TYPES = tuple(kind.value for kind in AgreementType if kind is not AgreementType.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. `pipeline` None means the parser's own default."""

    pipeline: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    type: AgreementType | None = None


SETTINGS = tuple(field.name for field in fields(Settings))
_OF_LINT = ("select", "ignore", "severity", "type")


def read_settings(
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    rules: Callable[[], Collection[str]] | None = None,
) -> Settings:
    """The settings in force; raises BadSetting with all faults of file and environment at once.

    `rules` gives the codes that there are; it is asked only when a setting names one.
    """
    folder = Path.cwd() if folder is None else folder
    environ = os.environ if environ is None else environ
    check = _Check(rules)
    values = dict(check.of_file(folder / FILE_NAME)) | dict(check.of_environment(environ))
    if check.faults:
        raise BadSetting("; ".join(check.faults))
    return Settings(**values)


class _Check:
    """Reads values and keeps a list of what is wrong with them."""

    def __init__(self, rules: Callable[[], Collection[str]] | None) -> None:
        self.faults: list[str] = []
        self._rules = rules

    def of_file(self, path: Path) -> Iterator[tuple[str, Any]]:
        """The settings of the file by name."""
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.faults.append(f"{path.name} cannot be read: {error}. Correct it, or move it away to use the defaults")
            return
        for key, value in table.items():
            if key == "lint" and isinstance(value, dict):
                for name, inner in value.items():
                    yield from self._setting(name, f"{path.name}: lint.{name}", inner, _OF_LINT)
            elif key == "lint":
                self.faults.append(f"{path.name}: lint is {value!r}; expected a section, [lint]")
            else:
                yield from self._setting(key, f"{path.name}: {key}", value, ("pipeline", "lint"))

    def of_environment(self, environ: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """The settings of the variables by name; lists and pairs stand between commas."""
        for variable, text in environ.items():
            if not variable.startswith(PREFIX):
                continue
            name = variable.removeprefix(PREFIX).lower()
            parts = [part.strip() for part in text.split(",") if part.strip()]
            value: object = text
            if name in ("select", "ignore"):
                value = parts
            elif name == "severity":
                value = {code.strip(): level.strip() for code, _, level in (part.partition("=") for part in parts)}
            yield from self._setting(name, variable, value, SETTINGS)

    def _setting(self, name: str, where: str, value: object, known: Collection[str]) -> Iterator[tuple[str, Any]]:
        if name not in known:
            self.faults.append(f"{where} is no setting{_nearest(name, known)}. Settings: {', '.join(SETTINGS)}")
        elif name == "severity":
            yield name, dict(self._severities(where, value))
        elif name in ("select", "ignore"):
            yield name, tuple(self._codes(where, value))
        elif name == "type":
            yield from self._type(where, value)
        elif isinstance(value, str) and _PACKAGE_NAME.fullmatch(value):
            yield name, value
        else:
            self.faults.append(
                f"{where} is {value!r}; expected the name of an installed package, such as en_core_web_md"
            )

    def _codes(self, where: str, value: object) -> Iterator[str]:
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            self.faults.append(f'{where} is {value!r}; expected a list of rule codes, such as ["TIME001", "TIME002"]')
            return
        yield from (code.upper() for code in value if self._is_rule(where, code))

    def _severities(self, where: str, value: object) -> Iterator[tuple[str, Severity]]:
        if not isinstance(value, dict):
            self.faults.append(f'{where} is {value!r}; expected a severity for each rule, such as TIME002 = "low"')
            return
        for code, level in value.items():
            known = self._is_rule(where, code)
            if not isinstance(level, str) or level.lower() not in _LEVELS:
                nearest = _nearest(level, _LEVELS) if isinstance(level, str) else ""
                expected = f"{', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}"
                self.faults.append(f"{where} has {level!r} for {code}{nearest}; expected {expected}")
            elif known:
                yield code.upper(), Severity(level.lower())

    def _type(self, where: str, value: object) -> Iterator[tuple[str, AgreementType]]:
        if isinstance(value, str) and value.lower() in _TYPES:
            yield "type", AgreementType(value.lower())
            return
        nearest = _nearest(value, _TYPES) if isinstance(value, str) else ""
        self.faults.append(f"{where} is {value!r}{nearest}; expected {', '.join(_TYPES[:-1])} or {_TYPES[-1]}")

    def _is_rule(self, where: str, code: str) -> bool:
        codes = self._rules() if self._rules else None
        if codes is None or code.upper() in codes:
            return True
        self.faults.append(
            f'{where} has no rule "{code}"{_nearest(code.upper(), codes, cutoff=0.0)}. See all: trucewatch rules'
        )
        return False


def _nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f", nearest: {found[0]}" if found else ""
