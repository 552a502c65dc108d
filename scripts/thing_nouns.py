"""Writes the nouns that name neither anybody nor a group, as data of the vocabulary.

Run from the repository's root with the `dict` folder of WordNet 3.0 or 3.1, which is not a dependency:

    python -m scripts.thing_nouns FOLDER

What is kept are single words of three letters or more without a capital of which no sense is a person or a group, and which the texts that WordNet
counted have at least once: rarer nouns hardly speak or act in a report.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "thing_nouns.yaml"
# The numbers of WordNet's files for groups and persons (lexnames(5WN)).
SOMEBODY = frozenset({14, 18})
HEAD = """\
# Nouns of which no sense is a person or a group: written by scripts/thing_nouns.py from WordNet. WordNet 3.0 Copyright 2006 by
# Princeton University. All rights reserved. Permission to use, copy, modify and distribute this software and database and its
# documentation for any purpose and without fee or royalty is hereby granted, provided that this notice appears on all copies.
# This software and database is provided "as is", without any warranty; the name of Princeton is not used to advertise it.
"""


def main(folder: Path) -> None:
    """Write the file."""
    files: dict[str, int] = {}
    common: set[str] = set()
    for offset, number, written in _senses(folder / "data.noun"):
        files[offset] = number
        common.update(w for w in written if w == w.lower())
    words = sorted(
        word
        for word, counted, senses in _nouns(folder / "index.noun")
        if counted
        and len(word) > 2
        and word in common
        and word.isascii()
        and word.isalpha()
        and not SOMEBODY & {files[s] for s in senses}
    )
    lines = fill(", ".join(f'"{w}"' if w in ("no", "yes", "on", "off", "null") else w for w in words), 120)
    TARGET.write_text(f"{HEAD}- id: thing\n  lemmas: [\n{lines}]\n", encoding="utf-8")
    print(f"{len(words)} nouns")


def _senses(path: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Every sense: its offset, its file, and its words as they are written."""
    for line in _lines(path):
        offset, number, _, count, *rest = line.split(" ")
        yield offset, int(number), rest[: 2 * int(count, 16) : 2]


def _nouns(path: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Every noun with how many of its senses are in counted texts, and its senses."""
    for line in _lines(path):
        word, _, senses, *rest = line.split()
        yield word, int(rest[-int(senses) - 1]), rest[-int(senses) :]


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith(" "))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
