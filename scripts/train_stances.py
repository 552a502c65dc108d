"""Trains the head that judges stances, and writes its weights into the package.

Run from the repository's root, first with the project's environment, then with one that has what training needs:

    python -m scripts.train_stances gather
    python -m scripts.train_stances fit --pieces TOKENIZER.json

`gather` reads every sentence to learn from and keeps what the cues say of its propositions, in `build/`. `fit` trains
without one block of sentences in six. On those, which neither cues nor encoder have learned from, it weighs the one against
the other and prints how often each is right.
"""

import argparse
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from quality.claims import FAMILIES

from .stance_examples import HELD_OUT, NO_CLAIM, ROOT, Sentence, sentences

if TYPE_CHECKING:
    from .stance_layers import Case, Layers

KEPT = ROOT / "build" / "stances"
TARGET = ROOT / "src" / "trucewatch" / "trained" / "stances.npz"
ROUNDS = 6
# How sure the head must be, from 0 to 1: to overrule a cue, to answer instead of the default cues, to answer where neither
# does (for a verb of saying, for anything else), and to drop each.
SURE = {"cue": 0.4, "default": 0.25, "open": 0.8, "main": 0.0, "cue_none": 0.8, "default_none": 0.5, "open_none": 0.3}


def main() -> None:
    """Gather the examples, or fit on what was gathered."""
    options = argparse.ArgumentParser(prog="scripts.train_stances", description=__doc__)
    options.add_argument("what", choices=("gather", "fit"))
    options.add_argument(
        "--pieces", type=Path, help="the tokenizer.json of an uncased MiniLM, for its list of word pieces"
    )
    given = options.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    if given.what == "gather":
        gathered = sentences()
        (KEPT / "examples.pickle").write_bytes(pickle.dumps(gathered))
        print(f"{len(gathered)} sentences, {sum(len(s.spans) for s in gathered)} propositions")
        return
    if given.pieces is None:
        options.error("fit needs --pieces")
    fit(pickle.loads((KEPT / "examples.pickle").read_bytes()), given.pieces)


def fit(examples: Sequence[Sentence], tokenizer: Path) -> None:
    """Trains, prints how often cues and head are right where neither has learned, and writes the weights."""
    from . import stance_encoder, stance_layers

    codes = sorted({span.stance for example in examples for span in example.spans})
    families = [family_of(code) for code in codes]
    start, pieces = stance_encoder.pretrained(tokenizer, [example.text for example in examples])
    shown = stance_layers.reliability(examples)
    layers = stance_layers.Layers(codes, families, shown)
    outside = [e for e in examples if not e.tuned_on and e.block == HELD_OUT]
    inside = [e for e in examples if e.tuned_on or e.block != HELD_OUT]
    begin = stance_encoder.fresh(start, codes)
    weights = stance_encoder.train(begin, inside, codes, families, pieces, ROUNDS)
    known = stance_layers.cases(stance_encoder.judged(weights, outside, pieces), outside)
    layers.fit(known)
    for line in compared(known, stance_layers.crossed(known, codes, families, shown), codes):
        print(line)
    write(TARGET, weights, layers, pieces, stance_layers.firm(shown))


def family_of(code: str) -> int:
    """The number of the family; what is told in private is a family of its own."""
    if code.startswith("REPORT_PRIVATE") or code == "REPORT_KNOWLEDGE":
        return len(FAMILIES)
    return next(number for number, family in enumerate(FAMILIES) if code in family.split())


def compared(known: "Sequence[Case]", likely: Any, codes: Sequence[str]) -> Iterator[str]:
    """How often the cues and the head give the right family of stance, for each kind of cue."""
    for source in ("cue", "default"):
        rows = [(row, span) for row, (_, span) in zip(likely, known, strict=True) if span.question.source == source]
        claims = [(row, span) for row, span in rows if span.stance != NO_CLAIM]
        cues = sum(s.question.rule is not None and family_of(s.question.rule) == family_of(s.stance) for _, s in claims)
        head = sum(family_of(_best(row, codes)) == family_of(s.stance) for row, s in claims)
        yield f"{source}: {len(claims)} claims of {len(rows)}; family right by cues {cues}, by the head {head}"


def _best(row: Any, codes: Sequence[str]) -> str:
    return max((share, code) for share, code in zip(row, codes, strict=True) if code != NO_CLAIM)[1]


# ---------------------------------------------------------------------- writing


def write(path: Path, weights: Mapping[str, Any], layers: "Layers", pieces: Sequence[str], firm: Sequence[str]) -> None:
    """The weights as `trucewatch.trained.judge` reads them: matrices as bytes, all else in half precision."""
    encoder = weights["encoder"]
    arrays: dict[str, Any] = {}
    arrays["word"], arrays["word_factor"] = _bytes(np.asarray(encoder["word"]), 1)
    for name in ("pos", "typ", "g", "b"):
        arrays[name] = np.asarray(encoder[name], np.float16)
    for number, layer in enumerate(encoder["layers"]):
        for name, value in layer.items():
            if value.ndim == 2:
                arrays[f"{number}.{name}"], arrays[f"{number}.{name}_factor"] = _bytes(np.asarray(value), 0)
            else:
                arrays[f"{number}.{name}"] = np.asarray(value, np.float16)
    arrays["w"], arrays["c"] = np.asarray(weights["w"], np.float16), np.asarray(weights["c"], np.float16)
    arrays["scale"] = np.asarray(layers.weights["scale"], np.float32)
    arrays["by_rule"] = layers.by_rule().astype(np.float16)
    arrays["by_condition"] = np.asarray(layers.weights["by_condition"], np.float16)
    facts = {
        "codes": layers.codes,
        "families": [int(family) for family in layers.families],
        "conditions": layers.conditions,
        "rules": layers.rules,
        "firm": list(firm),
        "sure": SURE,
        "layers": len(encoder["layers"]),
        "pieces": list(pieces),
    }
    arrays["facts"] = np.frombuffer(json.dumps(facts, ensure_ascii=False).encode(), np.uint8)
    np.savez_compressed(path, **arrays)


def _bytes(matrix: Any, axis: int) -> tuple[Any, Any]:
    """A matrix as whole numbers from -127 to 127, with one factor for each column (axis 0) or row (axis 1)."""
    factor = np.maximum(np.abs(matrix).max(axis), 1e-8) / 127
    wide = factor if axis == 0 else factor[:, None]
    return np.round(matrix / wide).astype(np.int8), factor.astype(np.float32)


if __name__ == "__main__":
    main()
