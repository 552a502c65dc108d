"""Weights written by hand: no layer, a width of twelve, so that a reader can follow each figure."""

import json
from typing import Any

import numpy as np

PIECES = ["[UNK]", "[CLS]", "[SEP]", "fire", "peace", "."]
WIDTH = 12
SURE = {
    "cue": 0.6,
    "default": 0.0,
    "open": 0.0,
    "main": 0.0,
    "cue_none": 0.8,
    "default_none": 0.5,
    "open_none": 0.5,
    "apart_none": 0.2,
}


def arrays(**facts: Any) -> dict[str, Any]:
    """A head that answers ACCUSE where "fire" stands in the proposition, and COMMIT where "peace" does."""
    word = np.zeros((len(PIECES), WIDTH), np.int8)
    word[3, 0], word[4, 1] = 100, 100
    w = np.zeros((3 * WIDTH, 3), np.float16)
    w[0, 0], w[1, 1] = 4, 4
    told = {
        "codes": ["ACCUSE", "COMMIT", "NONE"],
        "families": [0, 1, 2],
        "conditions": ["negative"],
        "rules": [["cue", "COMMIT"], ["default", ""]],
        "firm": [],
        "sure": SURE,
        "layers": 0,
        "pieces": PIECES,
        **facts,
    }
    return {
        "word": word,
        "word_factor": np.full(len(PIECES), 0.01, np.float32),
        "pos": np.zeros((128, WIDTH), np.float16),
        "typ": np.zeros(WIDTH, np.float16),
        "g": np.ones(WIDTH, np.float16),
        "b": np.zeros(WIDTH, np.float16),
        "w": w,
        "c": np.zeros(3, np.float16),
        "scale": np.float32(1),
        "by_rule": np.asarray([[0, 30, 0], [0, 0, 0]], np.float16),
        "by_condition": np.asarray([[0, 0, 40]], np.float16),
        "facts": np.frombuffer(json.dumps(told).encode(), np.uint8),
    }
