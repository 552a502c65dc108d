"""Trains the head that judges stances, and writes its weights into the package.

Run from the repository's root, first with the project's environment, then with one that has what training needs:

    python -m scripts.train_stances gather
    python -m scripts.train_stances fit --pieces TOKENIZER.json
    python -m scripts.train_stances clauses

`gather` reads every sentence and passage to learn from and keeps what the cues say of their propositions, in `build/`.
`fit` trains an encoder without one block of sentences and one passage in six. On those, which it has not learned from, it
weighs it against the cues, chooses which stances are left to the cues and how sure the head must be, and prints how often
each is right. `weigh` does the second half again with the encoder of the last `fit`: enough after small changes of the cues.
`clauses` trains the network that judges how clauses are built, without the same sentences and passages, and on those weighs
it against the encoder of the package; then it chooses again. `choose` only chooses again, with the weights of the package; the
project's environment is enough for it.
"""

import argparse
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from quality.claims import FAMILIES
from trucewatch.trained.clauses import ClauseHead
from trucewatch.trained.encoder import piece_vectors
from trucewatch.trained.judge import TrainedJudge, answered
from trucewatch.trained.wordpieces import WordPieces

from .stance_examples import NO_CLAIM, ROOT, Sentence, sentences

if TYPE_CHECKING:
    from .stance_layers import Case, Layers

KEPT = ROOT / "build" / "stances"
EXAMPLES, ENCODER = KEPT / "examples.pickle", KEPT / "encoder.pickle"
TARGET = ROOT / "src" / "trucewatch" / "trained" / "stances.npz"
CLAUSES = TARGET.with_name("clauses.npz")
ROUNDS = 6


def main() -> None:
    """Gather the examples, or fit on what was gathered."""
    options = argparse.ArgumentParser(prog="scripts.train_stances", description=__doc__)
    options.add_argument("what", choices=("gather", "fit", "weigh", "clauses", "choose"))
    options.add_argument(
        "--pieces", type=Path, help="the tokenizer.json of an uncased MiniLM, for its list of word pieces"
    )
    given = options.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    if given.what == "gather":
        gathered = sentences()
        EXAMPLES.write_bytes(pickle.dumps(gathered))
        print(f"{len(gathered)} sentences, {sum(len(s.spans) for s in gathered)} propositions")
        return
    if given.what == "fit" and given.pieces is None:
        options.error("fit needs --pieces")
    examples = pickle.loads(EXAMPLES.read_bytes())
    if given.what == "clauses":
        learn_clauses(examples)
    if given.what in ("clauses", "choose"):
        choose(examples)
        return
    if given.what == "fit":
        ENCODER.write_bytes(pickle.dumps(fit(examples, given.pieces)))
    weigh(examples, *pickle.loads(ENCODER.read_bytes()))


def fit(examples: Sequence[Sentence], tokenizer: Path) -> tuple[Any, list[str], list[str], list[str]]:
    """The trained weights, and the stances, word pieces and conditions that belong to them."""
    from . import stance_encoder

    codes = sorted({span.stance for example in examples for span in example.spans})
    start, pieces = stance_encoder.pretrained(tokenizer, [example.text for example in examples])
    inside = [e for e in examples if not e.held_out]
    conditions = sorted({c for e in examples for span in e.spans if span.question for c in span.question.conditions})
    begin = stance_encoder.fresh(start, codes, conditions)
    families = [family_of(code) for code in codes]
    weights = stance_encoder.train(begin, inside, codes, families, pieces, conditions, ROUNDS)
    return weights, codes, pieces, conditions


def weigh(
    examples: Sequence[Sentence], weights: Any, codes: Sequence[str], pieces: Sequence[str], conditions: Sequence[str]
) -> None:
    """Weighs cues against encoder where neither has learned, prints how often each is right, and writes the weights."""
    from . import stance_encoder, stance_layers, stance_thresholds

    families = np.asarray([family_of(code) for code in codes])
    shown = stance_layers.reliability(examples)
    outside = [e for e in examples if e.held_out]
    known = stance_layers.cases(stance_encoder.judged(weights, outside, pieces, conditions), outside)
    layers = stance_layers.Layers(codes, families, conditions, shown)
    layers.fit(known)
    likely = stance_layers.crossed(known, stance_layers.parts(outside), layers)
    firm = stance_thresholds.left_to_cues([span for _, span in known], likely, codes, families)
    sure = stance_thresholds.SURE
    in_passage = [e.in_passage for e in outside for span in e.spans if span.question]
    for title, passages in (("sentences", False), ("passages", True)):
        rows = [n for n, inside in enumerate(in_passage) if inside == passages]
        for line in compared([known[n] for n in rows], likely[rows], codes, sure):
            print(f"{title}, {line}")
    print(json.dumps(sure))
    write(TARGET, weights, layers, pieces, firm, sure)


def learn_clauses(examples: Sequence[Sentence]) -> None:
    """Trains the head for clauses, weighs it against the encoder of the package, and writes its weights."""
    from . import stance_clauses

    arrays = _arrays(TARGET)
    judge = TrainedJudge(arrays)
    vectors = piece_vectors(arrays)
    pieces = json.loads(arrays["facts"].tobytes())["pieces"]
    families = [family_of(code) for code in judge.codes]
    learned = [span for e in examples if not e.held_out for span in e.spans if span.question]
    clauses = stance_clauses.train(learned, pieces, vectors, judge.codes, families)
    head = ClauseHead(clauses, WordPieces(pieces), vectors)
    held_out = [span for e in examples if e.held_out and e.in_passage for span in e.spans if span.question]
    asked = [span for span in held_out if span.stance in judge.codes]
    built = np.asarray([head.likely(span.question) for span in asked if span.question])
    by_words = np.asarray([judge.by_sentence(span.question) for span in asked if span.question])
    weighed = stance_clauses.weighed(asked, built, by_words, judge.codes, families)
    told = json.loads(clauses["facts"].tobytes()) | {"weighs": weighed}
    clauses["facts"] = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), np.uint8)
    np.savez_compressed(CLAUSES, **clauses)


def _arrays(path: Path) -> dict[str, Any]:
    with np.load(path) as found:
        return {name: found[name] for name in found.files}


def choose(examples: Sequence[Sentence]) -> None:
    """Chooses again, with the weights of the package, which stances are left to the cues."""
    from .stance_thresholds import SURE, left_to_cues

    arrays = _arrays(TARGET)
    judge = TrainedJudge(arrays, _arrays(CLAUSES))
    families = np.asarray([family_of(code) for code in judge.codes])
    # As the head is asked in running text, not in sentences that mostly hold a claim.
    asked = [span for e in examples if e.held_out and e.in_passage for span in e.spans if span.question]
    likely = np.asarray([judge.likely(span.question) for span in asked if span.question])
    firm = left_to_cues(asked, likely, judge.codes, families)
    encoded = sum(judge.is_encoded(span.question) for span in asked if span.question)
    print(f"left to the cues: {', '.join(firm)}; encoded for {encoded} of {len(asked)} questions")
    facts = json.loads(arrays["facts"].tobytes()) | {"firm": firm, "sure": SURE}
    arrays["facts"] = np.frombuffer(json.dumps(facts, ensure_ascii=False).encode(), np.uint8)
    np.savez_compressed(TARGET, **arrays)


def family_of(code: str) -> int:
    """The number of the family; what is told in private is a family of its own."""
    if code.startswith("REPORT_PRIVATE") or code == "REPORT_KNOWLEDGE":
        return len(FAMILIES)
    return next(number for number, family in enumerate(FAMILIES) if code in family.split())


def compared(known: "Sequence[Case]", likely: Any, codes: Sequence[str], sure: Mapping[str, float]) -> Iterator[str]:
    """How often the cues and the head give the right family of stance, for each kind of question, and what it drops."""
    from .stance_thresholds import kind_of

    families = np.asarray([family_of(code) for code in codes])
    for kind in ("cue", "default", "open", "apart"):
        rows = [(row, span) for row, (_, span) in zip(likely, known, strict=True) if kind_of(span.question) == kind]
        claims = [(row, span) for row, span in rows if span.stance != NO_CLAIM]
        cues = sum(s.question.rule is not None and family_of(s.question.rule) == family_of(s.stance) for _, s in claims)
        head = sum(family_of(_best(row, codes)) == family_of(s.stance) for row, s in claims)
        answers = [(answered(s.question, row, codes, families, sure) or s.question.rule, s.stance) for row, s in rows]
        kept = sum(a not in (None, NO_CLAIM) for a, stance in answers if stance != NO_CLAIM)
        left = sum(a in (None, NO_CLAIM) for a, stance in answers if stance == NO_CLAIM)
        yield (
            f"{kind}: family right of {len(claims)} claims by cues {cues}, by the head {head}; "
            f"claims kept {kept}, no claims left alone {left} of {len(rows) - len(claims)}"
        )


def _best(row: Any, codes: Sequence[str]) -> str:
    return max((share, code) for share, code in zip(row, codes, strict=True) if code != NO_CLAIM)[1]


# ---------------------------------------------------------------------- writing


def write(
    path: Path,
    weights: Mapping[str, Any],
    layers: "Layers",
    pieces: Sequence[str],
    firm: Sequence[str],
    sure: Mapping[str, float],
) -> None:
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
    # What the encoder's own layer learned of conditions, and what was added to it where it had not learned.
    scaled = layers.weights["scale"] * weights["u"]
    arrays["by_condition"] = np.asarray(layers.weights["by_condition"] + scaled, np.float16)
    facts = {
        "codes": layers.codes,
        "families": [int(family) for family in layers.families],
        "conditions": layers.conditions,
        "rules": layers.rules,
        "firm": list(firm),
        "sure": dict(sure),
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
