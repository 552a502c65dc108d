"""What the flow needs from the outside, as roles. Adapters are named in `wiring` only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .dates import When
from .model import BlockKind, Flag
from .parse import Parse
from .places import Extent, GazetteerEntry


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A paragraph as a reader finds it: offsets into the ORIGINAL text."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    number: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format's reader returns: the text as the file has it, and its paragraphs.

    `published_on` is set only where the file itself says so, never from the file system.
    """

    original: str
    blocks: tuple[RawBlock, ...]
    flags: tuple[Flag, ...] = ()
    published_on: When | None = None


class Reader(Protocol):
    """Takes a file of one format apart."""

    suffixes: tuple[str, ...]

    def extract(self, path: Path, data: bytes) -> Extract:
        """The text of `data`; raises a BadInput error that names `path`."""
        ...


class Parser(Protocol):
    """Turns text into plain parses."""

    def parse(self, texts: Sequence[str], *, entities: bool = False) -> list[Parse]:
        """One parse per text, in order; offsets are into that text."""
        ...


class Stopwatch(Protocol):
    """Says when the time for one document is over. `limit` is that time in seconds."""

    @property
    def limit(self) -> float: ...

    def passed(self, share: float = 1.0) -> bool:
        """Whether that share of the time is over."""
        ...


class Encoder(Protocol):
    """Turns sentences of any language into vectors that lie near when the sentences mean alike."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector of length 1 for each text, in order."""
        ...


class Gazetteer(Protocol):
    """Says where places of a name are. `title` names it and its version, for the mark on every look-up."""

    @property
    def title(self) -> str: ...

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """The places with that name, the most populous first."""
        ...

    def like(self, name: str, countries: Collection[str]) -> tuple[GazetteerEntry, ...]:
        """The towns of those countries whose name is nearly spelled so, the most populous first."""
        ...

    def extent(self, country: str) -> Extent | None:
        """How far the towns of the country reach; None where that cannot be said."""
        ...


@dataclass(frozen=True, slots=True)
class Clause:
    """What can be told in words of how a proposition is built: `facts`, and in `parts` the words in its places, none of them a name."""

    facts: frozenset[str]
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StanceQuestion:
    """A proposition whose stance is asked for: its place in its sentence, and what the cues say of it.

    `conditions` are those of `vocabulary.reports.CONDITIONS`; `rule` is the answer of the cues, None without one,
    and `source` says which cues were asked: "cue" or "default", or "apart" where none was because the words seem to be
    about other things. `never` are stances that the words rule out, whatever they sound like, each with the one that
    takes its place, "" for none. `clause` says how it is built.
    """

    sentence: str
    start: int
    end: int
    conditions: frozenset[str]
    rule: str | None
    source: str
    never: tuple[tuple[str, str], ...] = ()
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judge's answer: a stance code, or None for words that claim nothing; `why` says what it rests on."""

    stance: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their sentence: a half-open range of its characters."""

    sentence: str
    start: int
    end: int


class DutyJudge(Protocol):
    """Says how well what claims say goes with what duties say, by what both mean."""

    def meant(self, claims: Sequence[Words], duties: Sequence[str]) -> list[list[float]]:
        """For each claim one number for each duty: the greater, the likelier that the claim is about it."""
        ...


class StanceJudge(Protocol):
    """Says which stance a proposition takes, or nothing where it is not sure enough."""

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        """Hears what it will probably be asked next, in order, so that it can prepare; no answer depends on it."""
        ...

    def judge(self, question: StanceQuestion) -> Verdict | None:
        """The answer, or None: then that of the cues stands."""
        ...
