"""The published schemas, as validators; `closed` also refuses what the schema does not name."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"
NAMES = ("lint", "read", "status", "overview")


def schema(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}-1.schema.json").read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=FormatChecker())


def closed(name: str) -> Draft202012Validator:
    return Draft202012Validator(_close(schema(name)), format_checker=FormatChecker())


def _close(node: Any) -> Any:
    if isinstance(node, list):
        return [_close(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _close(value) for key, value in node.items()}
    if isinstance(node.get("required"), list):
        node["additionalProperties"] = False
    return node
