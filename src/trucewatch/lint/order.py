"""Who waits for whom: duties, the events that they wait for, and what the words leave in a circle or undated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Commitment, Missing, Slot
from trucewatch.core.quotes import Span
from trucewatch.core.time_limits import anchor_kind

from .awaited import Awaited, awaited
from .cues import article_ids
from .references import label
from .sentences import Sentence, commitments_of, sentences
from .waiting import topic_of

if TYPE_CHECKING:
    from networkx import DiGraph

# Verbs that say that something is done and not what.
_EMPTY = frozenset(
    "carry carryin out launch ensure finish finishe conduct implem undertak effect happen occur provide guarant set setting up".split()
)
_PHRASE_END = (
    " of ",
    " by ",
    " in ",
    " from ",
    " to ",
    " on ",
    " with ",
    " for ",
    " that ",
    " who ",
    " which ",
    ",",
    " (",
)
_MOST_CIRCLES = 12


@dataclass(frozen=True, slots=True)
class Step:
    """A duty of the agreement, or an event that it names (`clause` is None).

    `span` are its words. `earliest`, `latest` are the days that the text gives it; both None when it
    gives none. `brought_by` are the duties whose performance is the event; several when the words fit several.
    """

    id: str
    clause: str | None
    name: str
    span: Span
    earliest: date | None = None
    latest: date | None = None
    brought_by: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        return self.clause is None


@dataclass(frozen=True, slots=True)
class Wait:
    """`waiter` waits for `awaited` (ids of steps); `span` are the words that say so, `kind` says how.

    The kinds are those of `awaited.Kind`, and "is": an event that a duty, once done, brings about.
    `certain` is False where the words leave open what waits.
    """

    waiter: str
    awaited: str
    kind: str
    span: Span
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """Waits that lead back to where they start, in order."""

    waits: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """A duty that cannot begin before an event without a day; `way` leads from the duty to that event."""

    duty: str
    event: str
    way: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class TooEarly:
    """A duty that falls due before what it waits for can have happened."""

    wait: Wait
    due: date
    not_before: date


@dataclass(frozen=True, slots=True)
class Order:
    """The graph and what it shows."""

    steps: tuple[Step, ...]
    waits: tuple[Wait, ...]
    circles: tuple[Circle, ...]
    undated: tuple[Undated, ...]
    too_early: tuple[TooEarly, ...]

    def step(self, step_id: str) -> Step:
        return next(step for step in self.steps if step.id == step_id)


def order(agreement: Agreement) -> Order:
    """The order that the agreement's words set."""
    builder = _Builder(agreement)
    for sentence in sentences(agreement):
        builder.read(sentence)
    steps, waits = builder.finish()
    return Order(steps, waits, _circles(waits), tuple(_undated(steps, waits)), tuple(_too_early(steps, waits)))


# --------------------------------------------------------------------------- building


class _Builder:
    """Collects steps and waits; an event that is named twice is one event."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.home = article_ids(agreement)
        self.duties = {c.id: _duty(agreement, c) for c in agreement.commitments}
        self.events: dict[frozenset[str] | str, Step] = {}
        self.topics: dict[str, frozenset[str]] = {}
        self.waits: list[Wait] = []

    def read(self, sentence: Sentence) -> None:
        duties = commitments_of(self.agreement, sentence)
        for wait in awaited(sentence):
            waiter = self._waiter(sentence, duties, wait)
            words = self.agreement.document.span(wait.start, wait.end)
            if wait.label is not None:
                self._on_clause(sentence, waiter, wait, words)
                continue
            event = self._event(wait.event)
            pair = (event.id, waiter) if wait.kind == "before" else (waiter, event.id)
            self.waits.append(Wait(*pair, wait.kind, words))
            for part in wait.parts:
                inner = self._event(part)
                # Brackets say what the event consists of: it is reached with its parts, and they with it.
                self.waits.append(Wait(inner.id, event.id, "part", self.agreement.document.span(*part)))

    def finish(self) -> tuple[tuple[Step, ...], tuple[Wait, ...]]:
        """All steps and waits, events tied to the duties that bring them about."""
        events = []
        for event in self.events.values():
            bringers = () if anchor_kind(event.name) else tuple(self._bringers(event))
            self.waits += [Wait(event.id, duty, "is", event.span, len(bringers) == 1) for duty in bringers]
            events.append(_with_bringers(event, bringers, self.duties))
        unique = dict.fromkeys(wait for wait in self.waits if wait.waiter != wait.awaited)
        return (*self.duties.values(), *events), tuple(unique)

    def _waiter(self, sentence: Sentence, duties: Sequence[Commitment], wait: Awaited) -> str:
        """The duty that the wait belongs to: the one whose slots hold its words, else the last that begins before."""
        text_range = self.agreement.document.text_range
        for duty in duties:
            for slot in (duty.slots.deadline, duty.slots.trigger, duty.slots.condition):
                if any(_overlap(text_range(span), (wait.start, wait.end)) for span in _spans(slot)):
                    return duty.id
        begun = [d for d in duties if any(text_range(s)[0] < wait.start for s in _spans(d.slots.action))]
        if begun or duties:
            return (begun[-1] if begun else duties[0]).id
        return self._sentence(sentence).id

    def _sentence(self, sentence: Sentence) -> Step:
        """A sentence in which no duty was found still says what waits for what."""
        step_id = f"{sentence.clause.id}__s{sentence.start - sentence.clause.start}"
        if step_id not in self.duties:
            first = self.agreement.document.span(sentence.start, sentence.end)
            self.duties[step_id] = Step(step_id, sentence.clause.id, _short(first.exact), first)
            self.topics[step_id] = topic_of(sentence.text)
        return self.duties[step_id]

    def _event(self, bounds: tuple[int, int]) -> Step:
        span = self.agreement.document.span(*bounds)
        words = self.agreement.document.text[slice(*bounds)]
        anchor = anchor_kind(words)
        key: frozenset[str] | str = anchor or topic_of(words)
        if key not in self.events:
            known = self.agreement.anchors.get(anchor or "")
            self.events[key] = Step(
                f"event_{len(self.events) + 1}",
                None,
                _short(_until_phrase_end(words, 6)),
                span,
                known.when.earliest if known else None,
                known.when.latest if known else None,
            )
        return self.events[key]

    def _on_clause(self, sentence: Sentence, waiter: str, wait: Awaited, words: Span) -> None:
        number = label(wait.label or "")
        targets = [
            c for c in self.agreement.clauses if c.number and label(c.number) == number and self.home[c.id] == c.id
        ]
        if not targets or targets[0].id == self.home[sentence.clause.id]:
            return
        aims = [d.id for d in self.duties.values() if d.clause and self.home.get(d.clause) == targets[0].id]
        for aim in aims:
            if wait.whole is not None:
                self.waits.append(Wait(self._event(wait.whole).id, aim, wait.kind, words, certain=False))
            self.waits.append(Wait(waiter, aim, wait.kind, words, wait.certain))

    def _bringers(self, event: Step) -> Iterator[str]:
        """Duties that, once done, are the event: same act, same object."""
        words = self.agreement.document.reads(event.span)
        sought = topic_of(words)
        head = topic_of(_until_phrase_end(words, 99).split()[-1]) if words.split() else frozenset()
        for commitment in self.agreement.commitments:
            act, wide = _topics(commitment)
            said = sought <= wide and bool(sought & act)
            if sought and act and (said or (act <= sought and bool(head & act))):
                yield commitment.id
        for step_id, topic in self.topics.items():
            if sought and sought <= topic and not _same_place(self.duties[step_id].span, event.span):
                yield step_id


def _duty(agreement: Agreement, commitment: Commitment) -> Step:
    due = commitment.due if isinstance(commitment.due, Due) else None
    spans = sorted({s for slot in (commitment.slots.action, commitment.slots.object) for s in _spans(slot)})
    name = " ".join(agreement.document.reads(s) for s in _outer(spans)) or commitment.span.exact
    return Step(
        commitment.id,
        commitment.clause,
        _short(name),
        commitment.span,
        due.earliest if due else None,
        due.latest if due else None,
    )


def _with_bringers(event: Step, bringers: tuple[str, ...], duties: Mapping[str, Step]) -> Step:
    """The event, dated by the duties that bring it about when all of them have a day."""
    days = [duties[duty] for duty in bringers]
    dated = bool(days) and all(day.latest for day in days)
    return Step(
        event.id,
        None,
        event.name,
        event.span,
        event.earliest or (min((d.earliest for d in days if d.earliest), default=None) if dated else None),
        event.latest or (max((d.latest for d in days if d.latest), default=None) if dated else None),
        bringers,
    )


def _topics(commitment: Commitment) -> tuple[frozenset[str], frozenset[str]]:
    """(the act with the head of its object, all words of act, object and bearer) as stems."""
    acts, wide = frozenset[str](), frozenset[str]()
    for slot in (commitment.slots.action, commitment.slots.object, commitment.slots.bearer):
        for span in _spans(slot):
            wide |= topic_of(span.exact) | topic_of(_until_phrase_end(span.exact, 99))
    for span in _spans(commitment.slots.action):
        acts |= topic_of(span.exact)
    for span in _spans(commitment.slots.object)[:1]:
        acts |= topic_of(_until_phrase_end(span.exact, 99))
    return acts - _EMPTY, wide - _EMPTY


def _spans(slot: Slot) -> tuple[Span, ...]:
    return () if isinstance(slot, Missing) else slot


def _outer(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _until_phrase_end(words: str, most: int) -> str:
    """The first noun phrase, as far as its words tell: "the withdrawal" of "the withdrawal of troops"."""
    flat = " ".join(words.split())
    ends = [at for mark in _PHRASE_END if (at := flat.find(mark, 1)) > 0]
    if most < 99:
        return flat
    return flat[: min(ends)] if ends else flat


def _short(words: str, limit: int = 60) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _same_place(one: Span, two: Span) -> bool:
    return one.start <= two.start and two.end <= one.end


# --------------------------------------------------------------------------- what the graph shows


def _circles(waits: Sequence[Wait]) -> tuple[Circle, ...]:
    """Circles, shortest first; leave and mere cases ("if", "until") hold nobody up and close none."""
    import networkx

    graph: DiGraph[str] = networkx.DiGraph()
    by_ends: dict[tuple[str, str], Wait] = {}
    for wait in waits:
        if wait.kind not in ("if", "until"):
            graph.add_edge(wait.waiter, wait.awaited)
            by_ends.setdefault((wait.waiter, wait.awaited), wait)
    found = []
    for nodes in islice(networkx.simple_cycles(graph, length_bound=8), _MOST_CIRCLES):
        start = nodes.index(min(nodes, key=lambda node: (node.startswith("event_"), node)))
        turned = [*nodes[start:], *nodes[:start]]
        found.append(Circle(tuple(by_ends[a, b] for a, b in zip(turned, [*turned[1:], turned[0]], strict=True))))
    return tuple(sorted(found, key=lambda c: (len(c.waits), c.waits[0].span)))


def _undated(steps: Sequence[Step], waits: Sequence[Wait]) -> Iterator[Undated]:
    """For each duty that waits, the nearest event without a day, if there is one."""
    by_id = {step.id: step for step in steps}
    out: dict[str, list[Wait]] = {}
    for wait in waits:
        if wait.kind in ("after", "condition", "is"):
            out.setdefault(wait.waiter, []).append(wait)
    for duty in steps:
        if duty.is_event:
            continue
        queue: list[tuple[str, tuple[Wait, ...]]] = [(duty.id, ())]
        seen = {duty.id}
        for at, way in queue:
            step = by_id[at]
            if way and step.is_event and step.latest is None:
                yield Undated(duty.id, at, way)
                break
            for wait in out.get(at, ()):
                if wait.awaited not in seen:
                    seen.add(wait.awaited)
                    queue.append((wait.awaited, (*way, wait)))


def _too_early(steps: Sequence[Step], waits: Sequence[Wait]) -> Iterator[TooEarly]:
    by_id = {step.id: step for step in steps}
    for wait in waits:
        waiter, other = by_id[wait.waiter], by_id[wait.awaited]
        if wait.kind in ("after", "condition") and waiter.latest and other.earliest and waiter.latest < other.earliest:
            yield TooEarly(wait, waiter.latest, other.earliest)
