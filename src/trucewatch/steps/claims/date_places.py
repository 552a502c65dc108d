"""Where around a claim the text names days: in its sentence, in those beside it, at other claims, in front of it all."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse
from trucewatch.vocabulary.reports import ReportVocabulary

from .date_signs import of_paper, tense_of
from .draft import Draft
from .mentions import Entity
from .report_dates import Governed, ReportDates

_CONDUCT = frozenset({"COMPLY", "COMPLY_PART", "BREACH", "MISSED_DEADLINE", "CONDUCT_SIGNAL"})
# How many claims back the day of one may hold for another, and how many its speaker may have made before.
_CLAIMS_BACK, _THEIRS_BACK, _THEIRS_AHEAD = 3, 12, 3
# How many sentences ahead a speaker's next claim is near, and how many behind one still goes on.
_NEAR = 3
_STEPS = (-1, -2, -3, 1)
_WORDS_BEFORE = 3
_STEM = 6
# How far behind a claim its sentence is looked at.
_BEHIND = 120
_PREPOSITIONS = frozenset(
    "on in at by since until till from of for after before during between within to over through as than and or".split()
)
_BETWEEN = frozenset("the a early late about around".split())
_CLAUSES = frozenset("ROOT ccomp advcl relcl acl conj xcomp pcomp".split())
_SMALL = frozenset("the a an of for in and 's their its his her on to".split())
Place = tuple[str, When, Sequence[str]]


def acts(draft: Draft) -> bool:
    """Whether a claim is something done, told by the text itself."""
    return draft.stance in _CONDUCT and draft.frame is None


def voice_of(draft: Draft) -> str:
    """In which voice a claim is told: done, told by the text, in a turn of a transcript, quoted, said."""
    if draft.frame is None:
        return "done" if draft.stance in _CONDUCT else "told"
    if draft.frame.verb is None:
        return "turn"
    return "quoted" if draft.quoted else "said"


def kind_of_days(when: When) -> str:
    """How long a day is: a day, days, weeks, long, open."""
    if when.earliest is None or when.latest is None:
        return "open"
    days = (when.latest - when.earliest).days
    return "a day" if days == 0 else "days" if days <= 7 else "weeks" if days <= 31 else "long"


class DatePlaces:
    """Tells for each claim which days stand where; `day_of` gives the day of another claim."""

    def __init__(
        self, parse: Parse, vocabulary: ReportVocabulary, dates: ReportDates, day_of: Callable[[Draft], When | None]
    ) -> None:
        self._parse = parse
        self._speech = vocabulary.speech
        self._dates = dates
        self._day_of = day_of
        self.starts = sorted(dates.governed)
        self._kinship: dict[tuple[Entity, Entity], str] = {}
        self._blocks = [block.start for block in dates.document.blocks]

    def sentence(self, draft: Draft) -> tuple[int, int]:
        """The claim's sentence, up to a little behind its words."""
        at = bisect_right(self.starts, draft.sentence_start)
        end = self.starts[at] if at < len(self.starts) else len(self._dates.document.text)
        return min(draft.start, draft.sentence_start), min(end, max(draft.content[1] + _BEHIND, draft.end))

    def of(self, drafts: Sequence[Draft], n: int) -> Iterator[Place]:
        """The name of each place, the day that stands there, and further facts about it."""
        draft = drafts[n]
        yield from self._in_sentence(draft, self._dates.governed.get(draft.sentence_start, ()))
        yield from self._in_others(draft)
        yield from self._in_paragraph(draft)
        yield from self._of_claims(drafts, n)
        offset = draft.content[0]
        for name, when in (
            ("entry", self._dates.entry_at(offset)),
            ("own", self._dates.day_at(offset)),
            ("spoken", self._dates.spoken_on),
            ("period", self._dates.period),
        ):
            if when is not None:
                yield name, when, ()

    # ------------------------------------------------------------------ sentences

    def _in_sentence(self, draft: Draft, governed: Sequence[Governed]) -> Iterator[Place]:
        """The days of the claim's own sentence."""
        text, voice = self._dates.document.text, voice_of(draft)
        anchor = draft.frame.verb if draft.frame is not None and draft.frame.verb is not None else draft.head
        near = min(governed, key=lambda g: abs(g.dated.mention.start - anchor.start), default=None)
        alone = sum(not g.dated.bound for g in governed) == 1
        for g in governed:
            start = g.dated.mention.start
            side = "in front" if start < draft.content[0] else "inside" if start < draft.content[1] else "behind"
            relation, before = self._relation(draft, g), self._before(start)
            place = f"{relation} {side}"
            told = [
                f"{place}, {before}",
                f"{place}, {kind_of_days(g.dated.when)}",
                f"{place}, {'only' if alone else 'one of several'}",
                f"{relation}, {self._verb(g)}",
                f"{relation}, {before}, {voice}",
                f"{relation}, {g.dated.mention.kind}",
            ]
            if of_paper(text[max(0, start - 80) : start]):
                told += ["paper's", f"paper's, {relation}", f"paper's, {voice}"]
            if g is near:
                told += ["nearest", f"nearest, {relation}"]
            if g.dated.bound:
                told += ["limits", f"limits, {before}", f"limits, {relation}", f"limits, {draft.stance}"]
            yield place, g.dated.when, told

    def _in_others(self, draft: Draft) -> Iterator[Place]:
        """The days of the sentences before, and of the next one."""
        at = bisect_right(self.starts, draft.sentence_start) - 1
        for step in _STEPS:
            if at < 0 or not 0 <= at + step < len(self.starts):
                continue
            start = self.starts[at + step]
            same = bisect_right(self._blocks, start) == bisect_right(self._blocks, draft.sentence_start)
            if not same and step in (_STEPS[-2], _STEPS[-1]):
                continue
            far = f"{abs(step)} {'ahead' if step > 0 else 'back'}" + ("" if same else ", other paragraph")
            for g in self._dates.governed[start]:
                yield f"{far}, {self._role(g)}", g.dated.when, (f"{step}, {kind_of_days(g.dated.when)}",)

    def _in_paragraph(self, draft: Draft) -> Iterator[Place]:
        """The day that the paragraph named last before the claim's sentence, and whether it named another."""
        block = bisect_right(self._blocks, draft.sentence_start) - 1
        first = bisect_left(self.starts, self._blocks[block]) if block >= 0 else 0
        at = bisect_left(self.starts, draft.sentence_start)
        told = [g for start in self.starts[first:at] for g in self._dates.governed[start] if not g.dated.bound]
        if told:
            several = len({g.dated.when.edtf for g in told}) > 1
            place = f"last of {'several' if several else 'one'} in paragraph"
            yield place, told[-1].dated.when, (f"{place}, {self._role(told[-1])}",)

    def _relation(self, draft: Draft, g: Governed) -> str:
        """How the verb that a date depends on belongs to the claim."""
        nearest = g.verb or g.governor
        verb = draft.frame.verb if draft.frame is not None else None
        if nearest is None:
            return "loose"
        if verb is not None and nearest.i == verb.i:
            return "of the saying"
        if nearest.i == draft.head.i:
            return "of the claim"
        if draft.content[0] <= nearest.start < draft.content[1]:
            return "below the claim"
        if any(a.i == nearest.i for a in self._parse.ancestors(verb or draft.head)):
            return "above"
        over = {a.i for a in self._parse.ancestors(nearest)}
        if verb is not None and verb.i in over:
            return "below the saying"
        return "beside the claim" if draft.head.i in over else "elsewhere"

    def _before(self, start: int) -> str:
        """The preposition in front of a date."""
        text = self._dates.document.text
        for word in reversed(text[max(0, start - 24) : start].lower().split()[-_WORDS_BEFORE:]):
            if word in _PREPOSITIONS:
                return word
            if word not in _BETWEEN:
                break
        first = text[start : start + 8].lower().split()[:1]
        return first[0] if first and first[0] in _PREPOSITIONS else "bare"

    def _verb(self, g: Governed) -> str:
        """What the verb does that a date depends on, and in which form."""
        verb = g.verb or g.governor
        if verb is None:
            return "no verb"
        clause = verb.dep if verb.dep in _CLAUSES else "other"
        return f"{'speaks' if verb.lemma in self._speech else 'acts'} {clause} {tense_of(self._parse, verb)}"

    def _role(self, g: Governed) -> str:
        """What a date of another sentence does in it."""
        verb = g.verb or g.governor
        limit = ", limits" if g.dated.bound else ""
        if verb is None:
            return "loose" + limit
        root = "ROOT" if verb.dep == "ROOT" else "below"
        return f"{'speaks' if verb.lemma in self._speech else 'acts'} {root}{limit}"

    # ------------------------------------------------------------------ claims

    def _of_claims(self, drafts: Sequence[Draft], n: int) -> Iterator[Place]:
        """The days of the claims before, and of the speaker's next one."""
        draft = drafts[n]
        theirs = draft.speaker is None
        for back in range(1, min(n, _THEIRS_BACK) + 1):
            other = drafts[n - back]
            when = self._day_of(other)
            beside = _beside(draft, other)
            if when is not None and back <= _CLAIMS_BACK:
                who = self._kin(draft.speaker, other.speaker)
                told = (f"claim, {who}, {beside}", f"claim, {who}, {voice_of(other)} then {voice_of(draft)}")
                yield f"claim {back} back, {who}, {beside}", when, told
            if other.speaker is draft.speaker and not theirs and not acts(other):
                theirs = True
                gap = draft.order - other.order
                far = "next" if gap <= 1 else "near" if gap <= _NEAR else "far"
                if when is not None:
                    yield f"last of the speaker, {beside}", when, (f"last of the speaker, {far}",)
        for other in drafts[n + 1 : n + 1 + _THEIRS_AHEAD]:
            when = self._day_of(other)
            same = other.speaker is draft.speaker is not None and not acts(other)
            if same and when is not None and other.order - draft.order <= _NEAR:
                yield f"next of the speaker, {_beside(draft, other)}", when, ()
                return

    def _kin(self, one: Entity | None, other: Entity | None) -> str:
        """Whether two speakers are one, or of one side as far as their names tell."""
        if one is other:
            return "same speaker"
        if one is None or other is None:
            return "nobody"
        known = self._kinship.get((one, other))
        if known is None:
            alike = not _stems(one).isdisjoint(_stems(other))
            known = self._kinship[one, other] = "kin" if alike else "other speaker"
        return known


def _stems(speaker: Entity) -> set[str]:
    """The first letters of the words of a speaker's names."""
    return {word[:_STEM] for word in speaker.words if word not in _SMALL}


def _beside(draft: Draft, other: Draft) -> str:
    if other.order == draft.order:
        return "same sentence"
    return "same paragraph" if other.paragraph == draft.paragraph else "other paragraph"
