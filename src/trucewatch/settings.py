"""What a user can set. Environment variables and `trucewatch.toml` are read here and nowhere else.

| setting    | variable              | meaning                                        |
|------------|-----------------------|------------------------------------------------|
| `pipeline` | `TRUCEWATCH_PIPELINE` | the installed spaCy pipeline that parses texts |

A variable wins over the file. The file is `trucewatch.toml` in the folder where the command runs.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from .core.errors import BadSetting

FILE_NAME = "trucewatch.toml"
PREFIX = "TRUCEWATCH_"
_PACKAGE_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. `pipeline` None means the parser's own default."""

    pipeline: str | None = None


SETTINGS = tuple(field.name for field in fields(Settings))


def read_settings(folder: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force; raises BadSetting with all faults of file and environment at once."""
    folder = Path.cwd() if folder is None else folder
    environ = os.environ if environ is None else environ
    faults: list[str] = []
    given: dict[str, tuple[str, object]] = {}
    for key, value in _from_file(folder / FILE_NAME, faults).items():
        given[key] = (f"{FILE_NAME}: {key}", value)
    for variable, text in environ.items():
        if variable.startswith(PREFIX):
            given[variable.removeprefix(PREFIX).lower()] = (variable, text)
    for key, (where, value) in given.items():
        faults += _fault(key, where, value)
    if faults:
        raise BadSetting("; ".join(faults))
    return Settings(**{key: str(value) for key, (_, value) in given.items()})


def _from_file(path: Path, faults: list[str]) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(f"{path.name} cannot be read: {error}. Correct it, or move it away to use the defaults")
        return {}


def _fault(key: str, where: str, value: object) -> list[str]:
    if key not in SETTINGS:
        return [f"{where} is no setting. Settings: {', '.join(SETTINGS)}"]
    if not isinstance(value, str) or not _PACKAGE_NAME.fullmatch(value):
        return [f"{where} is {value!r}; expected the name of an installed package, such as en_core_web_md"]
    return []
