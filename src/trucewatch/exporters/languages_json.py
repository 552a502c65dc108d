"""What is read of other languages, and the original of a translation, as the JSON contract has them."""

from collections.abc import Sequence
from typing import Any

from trucewatch.core.mentioned import Mentioned
from trucewatch.core.model import Document

from .values_json import span_json, when_json

Json = dict[str, Any]


def mentioned_json(found: Sequence[Mentioned]) -> list[Json]:
    """Every date, name and number of a text that is read for these only, in order of place."""
    return [
        {
            "kind": mention.kind,
            **span_json(mention.span),
            "when": when_json(mention.when),
            "value": mention.value,
            "actor": mention.actor,
        }
        for mention in found
    ]


def translation_json(original: Document | None) -> Json:
    """The text that a document was translated from, whole; nothing where it is no translation."""
    if original is None:
        return {}
    text = {
        "path": original.path,
        "sha256": original.sha256,
        "language": original.language,
        "original": original.original,
    }
    return {"translation_of": text}
