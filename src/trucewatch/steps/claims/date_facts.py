"""On which days a claim may have been made, and what speaks for each: facts that can be told in words, each with a weight.

The weights were learned from passages read by hand (`scripts/train_dates.py`) and lie in `vocabulary/date_weights.yaml`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse
from trucewatch.vocabulary.reports import ReportVocabulary

from .complaints import is_of_complaint
from .date_bounds import is_as_of
from .date_places import DatePlaces, acts, kind_of_days, voice_of
from .date_signs import age_of, asked, called, heard, kind_of_text, opening, tense_of
from .date_wording import signed_then
from .draft import Draft
from .matching import manner
from .mentions import Entity
from .report_dates import Governed, ReportDates, whole_of
from .unplaced_times import is_unplaced
from .untold_days import is_owed

# What somebody will do or is asked to do: a limit in its sentence is when it is due.
_UNDERTAKES = frozenset("COMMIT RECOMMIT AFFIRM AMEND DELAY CONDITION CALL_TO_COMPLY THREATEN DECLARE_CONTINUE".split())
_PROMISES = frozenset({"COMMIT", "RECOMMIT"})
# Characters in front that can name whose report it is.
_FRONT = 300
# In how many characters the first word of a sentence ends.
_OPENING = 24


def day_of(draft: Draft) -> When | None:
    """The day that a claim bears: on which it was said, or for what is done, done."""
    return (draft.happened or draft.said) if acts(draft) else draft.said


@dataclass(slots=True)
class _Found:
    """A candidate in the making: where the text gives it, and what speaks for it."""

    when: When | None
    places: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A day that a claim may have, None for no day, with what speaks for it.

    A fact is a head alone, or a head with something that is told of the claim: "own", "own | said". `heads` go with every
    one of `ties`, `alone` with none.
    """

    when: When | None
    heads: frozenset[str]
    ties: frozenset[str]
    alone: frozenset[str]

    def names(self) -> frozenset[str]:
        """Every fact by its name."""
        pairs = {f"{head} | {tie}" for head in self.heads for tie in self.ties}
        return frozenset(self.heads | self.alone | pairs)

    def points(self, weights: Mapping[str, Mapping[str, float]]) -> float:
        """What the facts count together; `weights` hold the ties of each head, "" for the head alone."""
        found: list[float] = []
        for head in self.heads:
            of_head = weights.get(head)
            if of_head is not None:
                found += [of_head[tie] for tie in of_head.keys() & self.ties]
                found.append(of_head.get("", 0.0))
        found += [weights[head].get("", 0.0) for head in self.alone if head in weights]
        return fsum(found)


class DateFacts:
    """Offers candidates for the days of a report's claims.

    `present` are those who speak in a statement or at a sitting; `read` the days that the claims' own sentences gave them.
    """

    def __init__(
        self,
        parse: Parse,
        vocabulary: ReportVocabulary,
        dates: ReportDates,
        drafts: Sequence[Draft],
        present: Collection[Entity],
        read: Sequence[When | None],
    ) -> None:
        self._parse = parse
        self._vocabulary = vocabulary
        self._dates = dates
        self._drafts = drafts
        self._present = present
        self._read = read
        self._places = DatePlaces(parse, vocabulary, dates, day_of)
        self._kind = kind_of_text(dates, len(present), any(d.sources for d in drafts))
        ruled = [day_of(draft) for draft in drafts]
        self._borne = Counter(when.edtf for when in ruled if when is not None)
        self._common = next((edtf for edtf, _ in self._borne.most_common(1)), None)
        share = sum(self._borne.values()) / max(1, len(drafts))
        self._share = "all" if share > 0.9 else "most" if share > 0.7 else "half" if share > 0.4 else "few"
        dated = dates.dated(0, len(dates.document.text))
        # "As of 30 June two camps were closed": the day of this count, and of nothing that is told behind it.
        counted = {d.when.edtf for d in dated if is_as_of(dates.document.text, d.mention.start)}
        others = (d.when.edtf for d in dated if not is_as_of(dates.document.text, d.mention.start))
        self._standing = frozenset(counted.difference(others))
        self._front = min(dates.document.blocks[0].end, _FRONT) if dates.document.blocks else 0

    def candidates(self, n: int) -> list[DayFacts]:
        """The days around a claim; that of the rules comes first."""
        draft = self._drafts[n]
        ruled = day_of(draft)
        key = ruled.edtf if ruled is not None else None
        found: dict[str | None, _Found] = {key: _Found(ruled)}
        found.setdefault(None, _Found(None))
        limits, shut = self._limits(draft) | self._listed(draft, key), self._is_shut(draft, key)
        owed = is_owed(self._parse, draft)
        for place, when, facts in self._places.of(self._drafts, n):
            closed = self._is_ahead(draft, when) or when.edtf in limits or self._is_of_deed(draft, when)
            closed = closed or self._is_report_day(draft, when)
            closed = closed or (when.edtf in self._standing and not self.names(draft, when))
            if when.edtf != key and (owed or closed or (shut and not self.names(draft, when))):
                continue
            kept = found.setdefault(when.edtf, _Found(when))
            kept.places.add(place)
            kept.facts.update(facts)
        ties = frozenset(self._ties(draft, n))
        found[None].places = {"none"}
        if len(found) > 1:
            found[None].facts.add("some near")
        made = []
        for edtf, day in found.items():
            day.places = day.places or {"nowhere"}
            heads, alone = self._of_day(draft, day, self._borne[edtf or ""] - (edtf == key))
            if edtf == key:
                stage = self._stage(n)
                heads |= {"rule", f"rule, {stage}"}
                alone |= {tie for p in day.places for tie in (f"rule, {p}", f"rule, {stage}, {p}")}
            made.append(DayFacts(day.when, frozenset(heads), ties, frozenset(alone)))
        return made

    def names(self, draft: Draft, when: When) -> bool:
        """Whether a claim's own sentence names a day."""
        return any(g.dated.when.edtf == when.edtf for g in self._dates.governed.get(draft.sentence_start, ()))

    def _limits(self, draft: Draft) -> frozenset[str]:
        """The days of a sentence on which nobody speaks: "by 31 August", and those of an agreement signed before."""
        told = self._dates.governed.get(draft.sentence_start, ())
        start, end = self._places.sentence(draft)
        own = self._dates.dated(start, end)
        agreed = {d.when.edtf for d in own if signed_then(self._dates.document.text, d.mention.start)}
        if draft.stance in _UNDERTAKES:
            agreed |= {g.dated.when.edtf for g in told if g.dated.bound}
        return frozenset(agreed - {g.dated.when.edtf for g in told if not self._limits_it(g)})

    def _limits_it(self, g: Governed) -> bool:
        return g.dated.bound or signed_then(self._dates.document.text, g.dated.mention.start)

    def _listed(self, draft: Draft, key: str | None) -> frozenset[str]:
        """The first of several days where the claim is given all of them: "on 3 and 4 May"."""
        told = self._dates.governed.get(draft.sentence_start, ())
        return frozenset(g.dated.when.edtf for g in told if whole_of(g.dated).edtf == key)

    def _is_shut(self, draft: Draft, key: str | None) -> bool:
        """Whether a claim can have no other day than those of its sentence.

        "Two weeks later they attacked" where nobody knows from when, "have held it since 2014".
        """
        told = self._dates.governed.get(draft.sentence_start, ())
        lasts = acts(draft) and any(g.dated.since and g.dated.when.edtf == key for g in told)
        return lasts or is_unplaced(self._dates, draft) or self._told_elsewhere(draft)

    def _told_elsewhere(self, draft: Draft) -> bool:
        """Whether somebody tells in a speech what others said or promised before: "They promised to free our men"."""
        frame, speaker = draft.frame, draft.speaker
        if frame is None or frame.label is None or speaker is None or draft.stance not in _PROMISES:
            return False
        teller = self._dates.document.text[slice(*frame.label)].lower().split()
        if speaker in self._present or len(set(self._present)) != 1 or not speaker.words.isdisjoint(teller):
            return False
        return (frame.verb or draft.head).tag in ("VBD", "VBN")

    def _is_of_deed(self, draft: Draft, when: When) -> bool:
        """Whether a day is that of what somebody tells in a statement of their own: "On 22 May they shelled Kara".

        So is that of "complained about overflights on 3 May".
        """
        text = self._dates.document.text
        told = [g for g in self._dates.governed.get(draft.sentence_start, ()) if g.dated.when.edtf == when.edtf]
        if any(is_of_complaint(self._parse, self._vocabulary, draft.head, text, g.dated) for g in told):
            return True
        speaks = draft.speaker is not None and draft.speaker in self._present
        here = speaks and not acts(draft) and (draft.frame is None or draft.frame.verb is None)
        return here and draft.happened is not None and bool(told or draft.happened.edtf == when.edtf)

    def _is_report_day(self, draft: Draft, when: When) -> bool:
        """Whether a day is only that on which a report was written, and a deed is told in it that has no day."""
        dates = self._dates
        written = dates.published is not None and dates.published.edtf == when.edtf
        # "January 2014" is no day of a deed, either.
        report = dates.report or dates.period is not None or len(when.edtf) < len("2014-01-01")
        return written and acts(draft) and report and not dates.daily and not self.names(draft, when)

    def _is_ahead(self, draft: Draft, when: When) -> bool:
        """Whether a day is still ahead of the report: nobody has spoken then, and nothing has happened."""
        own = self._dates.written_at(draft.content[0])
        late = own is not None and when.earliest is not None and when.earliest > own
        return late and not self._dates.reacts(draft.content[0])

    # ------------------------------------------------------------------ facts

    def _ties(self, draft: Draft, n: int) -> Iterator[str]:
        """What can be told of a claim, to be tied to where a day is found."""
        voice, way, kind, stage = voice_of(draft), manner(draft.stance), self._kind, self._stage(n)
        verb = draft.frame.verb if draft.frame is not None else draft.head
        tense = tense_of(self._parse, verb) if verb is not None else "turn"
        here, where = self._here(draft), self._where(draft)
        yield from (voice, kind, tense, here, where, way, draft.stance, f"rules: {stage}", f"{self._share} dated")
        yield from (f"{voice}, {tie}" for tie in (way, kind, tense, called(self._parse, draft), where))
        yield from (f"{kind}, {tie}" for tie in (here, way, tense))
        first = opening(self._dates.document.text[draft.sentence_start : draft.sentence_start + _OPENING])
        yield from (f"opens {first}", f"{voice}, opens {first}")
        if verb is not None:
            yield from (f"by {verb.lemma}", f"{voice}, by {verb.lemma}")
        yield from (tie for word in self._heard(draft) for tie in (word, f"{voice}, {word}"))

    def _of_day(self, draft: Draft, day: _Found, others: int) -> tuple[set[str], set[str]]:
        """The heads of a day, and further facts: where it stands, how long ago it is, how many other claims have it."""
        heads, alone = set(day.places), set(day.facts)
        if day.when is not None:
            borne = f"borne by {'none' if others <= 0 else 'one' if others == 1 else 'few' if others < 4 else 'many'}"
            heads |= {f"age {age_of(day.when, self._dates.reference_at(draft.content[0]))}", borne}
            alone |= {kind_of_days(day.when), *(f"{place}, {borne}" for place in day.places)}
            if day.when.edtf == self._common:
                heads.add("common")
        return heads, alone

    def _stage(self, n: int) -> str:
        """By what the rules came to their day: the sentence, a note, what holds without being repeated, nothing."""
        draft = self._drafts[n]
        if day_of(draft) is None:
            return "nothing"
        return "sentence" if self._read[n] is not None else "note" if draft.sources else "default"

    def _here(self, draft: Draft) -> str:
        """Whether the speaker speaks here, is named in the title, or is somewhere else."""
        if draft.speaker is None:
            return "nobody"
        if draft.speaker in self._present:
            return "present"
        return "titled" if any(m.start < self._front for m in draft.speaker.mentions) else "absent"

    def _where(self, draft: Draft) -> str:
        """Where in the text a claim stands."""
        starts = self._places.starts
        at = bisect_right(starts, draft.sentence_start)
        share = at / max(1, len(starts))
        return "opening" if at <= 1 else "start" if share < 0.2 else "end" if share > 0.9 else "middle"

    def _heard(self, draft: Draft) -> list[str]:
        """The turns of phrase of a claim's sentence that say when something holds or was said."""
        text = self._dates.document.text
        start, end = self._places.sentence(draft)
        return [*heard(text[start:end]), *(["asked"] if asked(text, draft.content[0]) else [])]
