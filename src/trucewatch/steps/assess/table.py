"""The evidence of a case as a table: a row for each claim and commitment, with the time for which the row was known."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np

from trucewatch.core.model import Actor, Claim, Link, Report
from trucewatch.vocabulary.signals import bits_of

from .columns import NONE, Array, Columns, Texts, Wording
from .marks import READS_THE_CLAUSE, day_of, last_day, marks_of, origin_of, past_matter, stance_of
from .order import Ordered, ordered
from .people import Entry, People, entry_of, people

# `about` of a row on the agreement as a whole, and of one that is tied to nothing.
WHOLE, NOWHERE = -1, -2
UNDATED = 0
NEVER = 2**31 - 1

ROWS = {
    "document": "i4", "claim": "i4", "claim_id": "i4", "about": "i4", "agreement": "i4", "stance": "i2", "speaker": "i4",
    "target": "i4", "day": "i4", "happened": "i4", "origin": "i4", "grade": "i2", "said": "i2", "visibility": "i2", "marks": "u1", "cues": "u8",
    "from_seq": "i4", "to_seq": "i4", "accepted_from": "i4", "words_at": "i8", "words": "i4", "grounds": "i4",
}  # fmt: skip
TEXTS = (
    "document", "prefix", "path", "claim_id", "commitment", "agreement", "stance", "grade", "visibility", "origin", "word",
)  # fmt: skip
# Stances that a row may be given by the clause that it is about.
KNOWN = {"stance": ("SUSPEND", "CLAIM_COMPLIANCE", "finding-done", "finding-partial")}
DOCUMENTS = {"number": "i4", "prefix": "i4", "path": "i4", "published": "i4", "from_seq": "i4", "to_seq": "i4"}


class EvidenceTable:
    """What the reports of a case say, ready for the rules. Nothing is removed: a row that no longer holds gets an end.

    `seq` counts what happened to the case. A row is known at a seq from `from_seq` and before `to_seq`, and accepted
    from `accepted_from` on. Reports are added and changed in the order of seq.

    rows       a claim tied to two commitments has two rows; `claim` is the number of its first one
    documents  every version of every report; a report that comes anew under its name replaces the one before
    cast       which entry of the actors stands in which document
    told       the words of what is told as past; readings: the words of what a clause is taken to mean
    """

    def __init__(self) -> None:
        self.rows = Columns(**ROWS)
        self.documents = Columns(**DOCUMENTS)
        self.cast = Columns(document="i4", entry="i4")
        self.told = Columns(word="i4", row="i4")
        self.readings = Columns(row="i4", start="i4", end="i4", words_at="i8", words="i4")
        self.texts: Mapping[str, Texts] = {name: Texts(KNOWN.get(name, ())) for name in TEXTS}
        self.entries: list[Entry] = []
        self.wording = Wording()
        self.version = self.newest = 0
        self._entry_numbers: dict[Entry, int] = {}
        self._people: tuple[object, People] | None = None
        self._ordered: Ordered | None = None
        self._keys = _Keys(self)
        self._grades = _Grades(self)
        self._told: tuple[Array, Array] | None = None
        # Where the rows of each version of a document stand, found when it is first asked for.
        self._runs: dict[int, list[tuple[int, int]]] | None = None

    # ----------------------------------------------------------------------- what comes in

    def add(
        self, report: Report, seq: int = 0, *, document: str, prefix: str | None = None, accepted: bool = True
    ) -> None:
        """Takes in a linked report under a name of its own; what stood under that name ends.

        `prefix` stands before the ids of its claims where they are shown; "<document>/" unless it is given.
        """
        self.end(document, seq)
        number = len(self.documents)
        published = report.document.published_on
        self.documents.append(
            number=[self.texts["document"].number(document)],
            prefix=[self.texts["prefix"].number(f"{document}/" if prefix is None else prefix)],
            path=[self.texts["path"].number(report.document.path)],
            published=[published.latest.toordinal() if published and published.latest else UNDATED],
            from_seq=[seq],
            to_seq=[NEVER],
        )
        entries = [self._entry(actor) for actor in {actor.id: actor for actor in report.actors}.values()]
        self.cast.append(document=[number] * len(entries), entry=entries)
        self._take(report, report.claims, number, seq, accepted)

    def correct(
        self, report: Report, claims: Collection[str], seq: int, *, document: str, accepted: bool = True
    ) -> None:
        """These claims of the document are from now on as the report has them; those that it has not are gone.

        So a claim is corrected, rejected, merged, split, and any of that undone.
        """
        number = self._open(document)
        self.rows["to_seq"][self._holding(number, claims)] = seq
        self._take(report, [claim for claim in report.claims if claim.id in claims], number, seq, accepted)

    def accept(self, document: str, claims: Collection[str], seq: int) -> None:
        """A person stands behind these claims from now on."""
        rows, now = self.rows, self._holding(self._open(document), claims)
        rows["accepted_from"][now] = np.minimum(rows["accepted_from"][now], seq)
        self._changed(seq)

    @contextmanager
    def supposing(self, document: str, claim: str) -> Iterator[None]:
        """Inside it, the claim counts as accepted; afterwards as before."""
        rows, own = self.rows, self._holding(self._open(document), [claim])
        before = rows["accepted_from"][own]
        rows["accepted_from"][own] = np.minimum(before, self.newest)
        try:
            yield
        finally:
            self.rows["accepted_from"][own] = before

    def end(self, document: str, seq: int) -> None:
        """The document counts no more from now on, and none of its claims and actors."""
        number = self._open(document)
        if number != NONE:
            self.documents["to_seq"][number] = seq
            self.rows["to_seq"][self._holding(number)] = seq
        self._changed(seq)

    def take_entries(self, entries: Iterable[Entry]) -> None:
        """Takes over the actors of a table that was kept, in their order."""
        self.entries = list(entries)
        self._entry_numbers = {entry: number for number, entry in enumerate(self.entries)}
        self.version += 1

    # ----------------------------------------------------------------------- what is asked of it

    def people(self, seq: int) -> People:
        """Who is who by all reports that were known at the seq."""
        known = (self.version, min(seq, self.newest))
        if self._people is None or self._people[0] != known:
            self._people = (known, people(self.entries, self._first_seen(seq)))
        return self._people[1]

    def ordered(self) -> Ordered:
        """All rows in the order in which they are shown."""
        if self._ordered is None or len(self._ordered.rows) != len(self.rows):
            self._ordered = ordered(self.rows, self.documents, self.texts)
        return self._ordered

    def told_with(self, words: Iterable[int]) -> Array:
        """The first rows of the claims told as past that have one of the words; a row comes once for each word."""
        if self._told is None or len(self._told[0]) != len(self.told):
            order = np.argsort(self.told["word"], kind="stable")
            self._told = (self.told["word"][order], self.told["row"][order])
        by_word, rows = self._told
        return np.concatenate([rows[slice(*np.searchsorted(by_word, [word, word + 1]))] for word in words])

    def keys(self, rows: Array) -> tuple[str, ...]:
        """The names of the rows' claims in the output."""
        return tuple(map(self._keys.__getitem__, rows.tolist()))

    def graded(self, rows: Array) -> list[Mapping[str, str]]:
        """The grades of the rows' claims: that it was said, and that it is true; those that were given."""
        pairs = zip(self.rows["said"][rows].tolist(), self.rows["grade"][rows].tolist(), strict=True)
        return [self._grades[pair] for pair in pairs]

    def path(self, row: int) -> str:
        return self.texts["path"][self.documents["path"][self.rows["document"][row]]]

    def words(self, row: int) -> str:
        """The claim's words as the working text has them."""
        return self.wording.read(int(self.rows["words_at"][row]), int(self.rows["words"][row]))

    def grounds(self, row: int) -> str:
        """The words that the speaker gives as grounds, joined."""
        start = int(self.rows["words_at"][row]) + int(self.rows["words"][row])
        return self.wording.read(start, int(self.rows["grounds"][row]))

    # ----------------------------------------------------------------------- inside

    def _changed(self, seq: int) -> None:
        self.version += 1
        self.newest = max(self.newest, seq)

    def _open(self, document: str) -> int:
        """The number of the version that holds now; -1 where there is none."""
        columns = self.documents
        name = self.texts["document"].find(document)
        found = (
            np.flatnonzero((columns["number"] == name) & (columns["to_seq"] == NEVER)) if name != NONE else np.empty(0)
        )
        return int(found[0]) if len(found) else NONE

    def _holding(self, number: int, claims: Collection[str] | None = None) -> Array:
        """The rows of a version of a document that hold now: of all its claims, or of these."""
        if self._runs is None:
            documents = self.rows["document"]
            starts = np.flatnonzero(np.diff(documents, prepend=NONE)).tolist()
            self._runs = {}
            for start, stop in pairwise([*starts, len(documents)]):
                self._runs.setdefault(int(documents[start]), []).append((start, stop))
        own: Array = np.concatenate([np.arange(0), *(np.arange(*run) for run in self._runs.get(number, ()))])
        holds = self.rows["to_seq"][own] == NEVER
        if claims is not None:
            named = np.array([self.texts["claim_id"].find(claim) for claim in claims], np.int32)
            holds &= np.isin(self.rows["claim_id"][own], named)
        held: Array = own[holds]
        return held

    def _first_seen(self, seq: int) -> Iterable[tuple[int, int]]:
        """Each entry of the documents known at the seq with the number of the first one, in order."""
        documents = self.documents
        known = (documents["from_seq"] <= seq) & (seq < documents["to_seq"])
        here = known[self.cast["document"]]
        report, entry = documents["number"][self.cast["document"][here]], self.cast["entry"][here]
        order = np.argsort(report, kind="stable")
        _, first = np.unique(entry[order], return_index=True)
        at = order[np.sort(first)]
        return zip(report[at].tolist(), entry[at].tolist(), strict=True)

    def _entry(self, actor: Actor) -> int:
        entry = entry_of(actor)
        number = self._entry_numbers.get(entry)
        if number is None:
            number = self._entry_numbers[entry] = len(self.entries)
            self.entries.append(entry)
            self.texts["origin"].number(f"actor:{entry.id}")
        return number

    def _take(self, report: Report, claims: Iterable[Claim], document: int, seq: int, accepted: bool) -> None:
        cast = {actor.id: self._entry(actor) for actor in report.actors}
        found: dict[str, list[Any]] = {name: [] for name in ROWS}
        for claim in claims:
            first = len(self.rows) + len(found["claim"])
            values = {
                "document": document, "claim": first, "from_seq": seq, "to_seq": NEVER,
                "accepted_from": seq if accepted else NEVER, **self._values(claim, report, cast, first),
            }  # fmt: skip
            for about, agreement in self._places(claim):
                for name, value in (values | {"about": about, "agreement": agreement}).items():
                    found[name].append(value)
        if found["claim"]:
            if self._runs is not None:
                start = len(self.rows)
                self._runs.setdefault(document, []).append((start, start + len(found["claim"])))
            self.rows.append(**found)
        self._changed(seq)

    def _places(self, claim: Claim) -> Iterable[tuple[int, int]]:
        """The commitments a claim is tied to, or the agreement as a whole, or nothing."""
        link = claim.about
        if not isinstance(link, Link):
            return ((NOWHERE, NONE),)
        own = () if link.commitment is None else (link.commitment,)
        commitments = dict.fromkeys((*own, *link.also))
        places = [(self.texts["commitment"].number(commitment), NONE) for commitment in commitments]
        if link.commitment is None and link.agreement is not None:
            places.append((WHOLE, self.texts["agreement"].number(link.agreement)))
        return places or ((NOWHERE, NONE),)

    def _values(self, claim: Claim, report: Report, cast: Mapping[str, int], row: int) -> dict[str, int]:
        words = report.document.reads(claim.quote.span)
        grounds = " ".join(ground.exact for ground in claim.grounds)
        (start, length), (_, more) = self.wording.put(words), self.wording.put(grounds)
        day, happened = day_of(claim, report.document), last_day(claim.happened_on)
        stance = stance_of(claim, words)
        told = [self.texts["word"].number(word) for word in past_matter(words)]
        if told:
            self.told.append(word=told, row=[row] * len(told))
        if stance in READS_THE_CLAUSE:
            self._read(claim, row)
        return {
            "claim_id": self.texts["claim_id"].number(claim.id),
            "stance": self.texts["stance"].number(stance),
            "speaker": cast.get(claim.speaker, NONE) if claim.speaker else NONE,
            "target": cast.get(claim.target, NONE) if claim.target else NONE,
            "day": day.toordinal() if day else UNDATED,
            "grade": self.texts["grade"].number(claim.grades.get("true", "")),
            "said": self.texts["grade"].number(claim.grades.get("said", "")),
            "visibility": self.texts["visibility"].number(claim.visibility),
            "marks": marks_of(claim, words),
            "cues": bits_of(f"{words} {grounds}" if grounds else words),
            "words_at": start,
            "words": length,
            "grounds": more,
            "origin": self._origin(claim, report, cast),
            "happened": happened.toordinal() if happened else UNDATED,
        }

    def _read(self, claim: Claim, row: int) -> None:
        span = claim.proposition or claim.quote.span
        start, length = self.wording.put(span.exact)
        self.readings.append(row=[row], start=[span.start], end=[span.end], words_at=[start], words=[length])

    def _origin(self, claim: Claim, report: Report, cast: Mapping[str, int]) -> int:
        """A number of texts["origin"]; for an actor of the report -1 less its entry, because reports to come say who it is."""
        origin = origin_of(claim, report.document)
        if origin.actor is not None and origin.actor in cast:
            return -1 - cast[origin.actor]
        return self.texts["origin"].number(origin.group or f"actor:{origin.actor}")


class _Keys(dict[int, str]):
    """By row, what names its claim in the output; kept because the same rows are shown under many headings."""

    def __init__(self, table: EvidenceTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, row: int) -> str:
        table = self._table
        before = table.texts["prefix"][table.documents["prefix"][table.rows["document"][row]]]
        key = self[row] = before + table.texts["claim_id"][table.rows["claim_id"][row]]
        return key


class _Grades(dict[tuple[int, int], Mapping[str, str]]):
    """The two grades by their numbers, one mapping for all claims with the same ones."""

    def __init__(self, table: EvidenceTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, pair: tuple[int, int]) -> Mapping[str, str]:
        names = self._table.texts["grade"]
        found = {axis: names[number] for axis, number in zip(("said", "true"), pair, strict=True)}
        given = self[pair] = MappingProxyType({axis: grade for axis, grade in found.items() if grade})
        return given
