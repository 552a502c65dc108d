"""What a user can set. Environment variables and `trucewatch.toml` are read here and nowhere else.

| setting                    | variable                              | in the file                  | meaning                                        |
|----------------------------|---------------------------------------|------------------------------|------------------------------------------------|
| `pipeline`                 | `TRUCEWATCH_PIPELINE`                 | `pipeline`                   | the installed spaCy pipeline that parses texts |
| `case`                     | `TRUCEWATCH_CASE`                     | `case`                       | the folder of the case to work on              |
| `by`                       | `TRUCEWATCH_BY`                       | `by`                         | the name that stands on what is recorded       |
| `actors`                   | `TRUCEWATCH_ACTORS`                   | `actors`                     | a YAML file of further actors and names        |
| `select`                   | `TRUCEWATCH_SELECT`                   | `[lint] select`              | the rules to run, all when none is named       |
| `ignore`                   | `TRUCEWATCH_IGNORE`                   | `[lint] ignore`              | rules not to run                               |
| `severity`                 | `TRUCEWATCH_SEVERITY`                 | `[lint] severity`            | other severities for rules                     |
| `type`                     | `TRUCEWATCH_TYPE`                     | `[lint] type`                | the agreement's type, instead of the text's    |
| `time_limit`               | `TRUCEWATCH_TIME_LIMIT`               | `time_limit`                 | seconds for reading one report                 |
| `second_reader_url`        | `TRUCEWATCH_SECOND_READER_URL`        | `[second_reader] base_url`   | where a chat server listens; no default        |
| `second_reader_model`      | `TRUCEWATCH_SECOND_READER_MODEL`      | `[second_reader] model`      | the model's name there                         |
| `second_reader_timeout`    | `TRUCEWATCH_SECOND_READER_TIMEOUT`    | `[second_reader] timeout`    | seconds for one passage                        |
| `second_reader_time_limit` | `TRUCEWATCH_SECOND_READER_TIME_LIMIT` | `[second_reader] time_limit` | seconds for one text                           |
| `second_reader_key_env`    | `TRUCEWATCH_SECOND_READER_KEY_ENV`    | `[second_reader] key_env`    | the variable that holds the server's key       |

A variable wins over the file, an option of a command over both. The file is `trucewatch.toml` in the
folder where the command runs. A key is never in the file: it is in the variable that `key_env` names, or in
TRUCEWATCH_SECOND_READER_KEY.
"""

import math
import os
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .core.analysis import AgreementType
from .core.errors import BadSetting
from .core.model import Severity

FILE_NAME = "trucewatch.toml"
PREFIX = "TRUCEWATCH_"
_PACKAGE_NAME = re.compile(r"[A-Za-z_]\w*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
KEY_VARIABLE = f"{PREFIX}SECOND_READER_KEY"
_LEVELS = tuple(severity.value for severity in Severity)
_TYPES = tuple(kind.value for kind in AgreementType if kind is not AgreementType.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. `pipeline` None means the parser's own default."""

    pipeline: str | None = None
    case: str | None = None
    by: str | None = None
    actors: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    type: AgreementType | None = None
    time_limit: float = 600
    second_reader_url: str | None = None
    second_reader_model: str = "default"
    second_reader_timeout: float = 120
    second_reader_time_limit: float = 1800
    second_reader_key_env: str | None = None
    # No setting of its own: what the variable holds. Never shown.
    second_reader_key: str | None = field(default=None, repr=False)


SETTINGS = tuple(field.name for field in fields(Settings) if field.repr)
_OF_LINT = ("select", "ignore", "severity", "type")
_NAMES = {"case": "the folder of a case", "by": "a person's name", "actors": "a YAML file of actors"}
_OF_SECOND_READER = tuple(name for name in SETTINGS if name.startswith("second_reader_"))


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
    key = environ.get(values.get("second_reader_key_env") or KEY_VARIABLE)
    return Settings(**values, second_reader_key=key or None)


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
            elif key == "second_reader" and isinstance(value, dict):
                for name, inner in value.items():
                    setting = "second_reader_" + name.replace("base_url", "url")
                    yield from self._setting(setting, f"{path.name}: second_reader.{name}", inner, _OF_SECOND_READER)
            elif key in ("lint", "second_reader"):
                self.faults.append(f"{path.name}: {key} is {value!r}; expected a section, [{key}]")
            else:
                yield from self._setting(
                    key,
                    f"{path.name}: {key}",
                    value,
                    ("pipeline", "case", "by", "actors", "time_limit", "lint", "second_reader"),
                )

    def of_environment(self, environ: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """The settings of the variables by name; lists and pairs stand between commas."""
        for variable, text in environ.items():
            if not variable.startswith(PREFIX) or variable == KEY_VARIABLE:
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
        elif name == "time_limit":
            yield from self._seconds(name, where, value, such_as=600)
        elif name in _OF_SECOND_READER:
            yield from self._second_reader(name, where, value)
        elif name in _NAMES:
            yield from self._name(name, where, value)
        elif isinstance(value, str) and _PACKAGE_NAME.fullmatch(value):
            yield name, value
        else:
            self.faults.append(
                f"{where} is {value!r}; expected the name of an installed package, such as en_core_web_md"
            )

    def _name(self, name: str, where: str, value: object) -> Iterator[tuple[str, Any]]:
        if isinstance(value, str) and value.strip() and value.isprintable():
            yield name, value.strip()
        else:
            self.faults.append(f"{where} is {value!r}; expected {_NAMES[name]}")

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

    def _seconds(self, name: str, where: str, value: object, such_as: int) -> Iterator[tuple[str, Any]]:
        seconds = _number(value)
        if seconds is not None and 0 < seconds < math.inf:
            yield name, seconds
        else:
            self.faults.append(f"{where} is {value!r}; expected a number of seconds, such as {such_as}")

    def _second_reader(self, name: str, where: str, value: object) -> Iterator[tuple[str, Any]]:
        if name in ("second_reader_timeout", "second_reader_time_limit"):
            yield from self._seconds(name, where, value, such_as=120)
            return
        texts: Mapping[str, tuple[Callable[[str], object], str]] = {
            "second_reader_url": (_is_address, "the address of a chat server, such as http://127.0.0.1:8080/v1"),
            "second_reader_model": (str.strip, "the name of a model on that server"),
            "second_reader_key_env": (_VARIABLE.fullmatch, "the name of the variable that holds the key"),
        }
        fits, expected = texts[name]
        if isinstance(value, str) and fits(value):
            yield name, value
        elif name == "second_reader_key_env":
            # Somebody may have put the key itself there: it must not be repeated.
            self.faults.append(f"{where} is no name of a variable; expected {expected}, and never the key")
        else:
            self.faults.append(f"{where} is {value!r}; expected {expected}")

    def _is_rule(self, where: str, code: str) -> bool:
        codes = self._rules() if self._rules else None
        if codes is None or code.upper() in codes:
            return True
        self.faults.append(
            f'{where} has no rule "{code}"{_nearest(code.upper(), codes, cutoff=0.0)}. See all: trucewatch rules'
        )
        return False


def _number(value: object) -> float | None:
    """The number, also as a variable has it; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def _is_address(url: str) -> bool:
    """Whether the text is a whole HTTP address that a path can be added to, and holds no password."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and not set(url) & set(" @?#")
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0


def _nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f", nearest: {found[0]}" if found else ""
