"""Data files of the vocabulary as typed, frozen values.

A file is a YAML list; each entry becomes one instance of a frozen dataclass. Fields may be `str`, `int`,
`bool`, `str | None`, `tuple[str, ...]` or `Mapping[str, str]`; a field with a default may be left out.
A dataclass may refuse a value by raising ValueError in `__post_init__`. All faults of a file are
reported together, so that whoever mends it does so once.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

import yaml

from trucewatch.core.errors import BadVocabulary

Entry = TypeVar("Entry")
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str, entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of the vocabulary file `name`, in the file's order; raises BadVocabulary."""
    return read(name, (files("trucewatch.vocabulary") / name).read_text(encoding="utf-8"), entry)


def read(name: str, content: str, entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries that YAML text holds; `name` is what messages call it. Raises BadVocabulary."""
    try:
        rows = yaml.load(content, Loader=_SAFE)
    except yaml.YAMLError as error:
        raise _bad(name, [f"no YAML: {' '.join(str(error).split())}"]) from error
    if not isinstance(rows, list):
        raise _bad(name, [f"the file holds {_kind(rows)}, expected a list of entries"])
    faults: list[str] = []
    values: list[Entry] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        where = f"entry {number}"
        if not isinstance(row, dict):
            faults.append(f"{where} is {_kind(row)}, expected a mapping")
            continue
        key = row.get("id")
        if isinstance(key, str):
            where += f" ({key})"
            if key in seen:
                faults.append(f"{where}: this id is already taken")
            seen.add(key)
        arguments, wrong = _arguments(row, entry)
        try:
            if not wrong:
                values.append(entry(**arguments))
        except ValueError as error:
            wrong = [str(error)]
        faults += [f"{where}: {fault}" for fault in wrong]
    if faults:
        raise _bad(name, faults)
    return tuple(values)


def _bad(name: str, faults: list[str]) -> BadVocabulary:
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    return BadVocabulary(f"{name} has {count}: {'; '.join(faults)}. Mend the file and run again")


def _arguments(row: Mapping[Any, Any], entry: type[Any]) -> tuple[dict[str, Any], list[str]]:
    """The constructor's arguments and what is wrong with the row."""
    types = get_type_hints(entry)
    known: dict[str, Field[Any]] = {f.name: f for f in fields(entry)}
    arguments: dict[str, Any] = {}
    wrong = [f'unknown field "{key}", expected one of {", ".join(known)}' for key in row if key not in known]
    for name, spec in known.items():
        if name in row:
            value, fault = _convert(row[name], types[name])
            if fault:
                wrong.append(f'"{name}" is {fault}')
            arguments[name] = value
        elif spec.default is MISSING and spec.default_factory is MISSING:
            wrong.append(f'"{name}" is missing')
    return arguments, wrong


def _convert(value: Any, wanted: Any) -> tuple[Any, str | None]:
    """The frozen value, and the fault if it is not of the wanted type."""
    if wanted == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value), None
        return None, f"{_kind(value)}, expected a list of texts"
    if wanted == Mapping[str, str]:
        if isinstance(value, dict) and all(isinstance(x, str) for pair in value.items() for x in pair):
            return MappingProxyType(dict(value)), None
        return None, f"{_kind(value)}, expected a mapping from text to text"
    plain = {str: (str,), int: (int,), bool: (bool,), str | None: (str, type(None))}.get(wanted)
    if plain is None:
        raise TypeError(f"a vocabulary field cannot be of type {wanted}")
    if isinstance(value, plain) and (wanted is not int or not isinstance(value, bool)):
        return value, None
    return None, f"{_kind(value)}, expected {_NAMES[plain[0]]}"


_NAMES = {str: "a text", int: "a whole number", bool: "true or false"}
_KINDS = {str: "a text", int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "a mapping"}


def _kind(value: object) -> str:
    return "empty" if value is None else _KINDS.get(type(value), type(value).__name__)
