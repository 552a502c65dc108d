"""Who waits for whom: duties, the events that they wait for, and what the words leave in a circle or undated."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from trucewatch.core.analysis import Circle, Clash, Order, Step, TooEarly, Undated, Wait
from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Commitment
from trucewatch.core.quotes import Span
from trucewatch.core.time_limits import anchor_kind

from .acts import act_words, clip, spans_of, subject
from .awaited import Awaited, awaited, piece_around
from .cues import article_ids
from .references import label
from .rules import time005, time006
from .sentences import Sentence, commitments_of, once_for_each_agreement, sentences
from .topics import stems

if TYPE_CHECKING:
    from networkx import DiGraph

# Verbs that say that something is done and not what.
_EMPTY = frozenset(
    "carry carryi out launch ensure finish conduc implem undert effect happen occur provid guaran set settin up work act measur".split()
)
_PHRASE_END = re.compile(
    r"\s(?:of|by|in|from|to|on|with|for|that|who|which|over|against|around|at|between|along|within|during|near|under|after|before|into)\s|,|\s\("
)
_MOST_CIRCLES = 12


@once_for_each_agreement
def order(agreement: Agreement) -> Order:
    """The order that the agreement's words set."""
    builder = _Builder(agreement)
    for sentence in sentences(agreement):
        builder.read(sentence)
    steps, waits = builder.finish()
    return Order(
        steps,
        waits,
        _circles(waits),
        tuple(_undated(steps, waits)),
        tuple(_too_early(steps, waits)),
        tuple(_clashes(agreement)),
    )


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
        cases = {wait.awaited for wait in self.waits if wait.kind == "if"}
        for event in self.events.values():
            known = anchor_kind(event.name) or event.id in cases
            # What waits for an event does not bring it about.
            waiting = {wait.waiter for wait in self.waits if wait.awaited == event.id}
            bringers = () if known else tuple(duty for duty in self._bringers(event) if duty not in waiting)
            self.waits += [Wait(event.id, duty, "is", event.span, len(bringers) == 1) for duty in bringers]
            if len(bringers) == 1:
                # The duty and the event are one, so the duty is part of what the event is part of.
                parts = [w for w in self.waits if w.kind == "part" and w.waiter == event.id]
                self.waits += [replace(part, waiter=bringers[0]) for part in parts]
            events.append(_with_bringers(event, bringers, self.duties))
        unique = dict.fromkeys(wait for wait in self.waits if wait.waiter != wait.awaited)
        return (*self.duties.values(), *events), tuple(unique)

    def _waiter(self, sentence: Sentence, duties: Sequence[Commitment], wait: Awaited) -> str:
        """The duty that the wait belongs to: the one whose slots hold its words, else the last that begins before."""
        text_range = self.agreement.document.text_range
        first, last = (sentence.start + at for at in piece_around(sentence.text, wait.start - sentence.start))
        undivided = last - first == len(sentence.text.rstrip())
        acts = {duty.id: [text_range(span)[0] for span in spans_of(duty.slots.action)] for duty in duties}
        near = [duty for duty in duties if undivided or any(first <= at < last for at in acts[duty.id])]
        if not near:
            # Another part of the sentence holds the duties; this one has a step of its own.
            return self._piece(sentence, wait).id
        for duty in near:
            for slot in (duty.slots.deadline, duty.slots.trigger, duty.slots.condition):
                if any(_overlap(text_range(span), (wait.start, wait.end)) for span in spans_of(slot)):
                    return duty.id
        begun = [duty for duty in near if any(at < wait.start for at in acts[duty.id])]
        return (begun[-1] if begun else near[0]).id

    def _piece(self, sentence: Sentence, wait: Awaited) -> Step:
        """A piece of a sentence in which no duty was found still says what waits for what."""
        start, end = piece_around(sentence.text, wait.start - sentence.start)
        step_id = f"{sentence.clause.id}__s{sentence.start - sentence.clause.start + start}"
        if step_id not in self.duties:
            span = self.agreement.document.span(sentence.start + start, sentence.start + end)
            before, after = (
                " ".join(words.split()).strip(" ,;.-•")
                for words in (
                    sentence.text[start : wait.start - sentence.start],
                    sentence.text[wait.end - sentence.start : end],
                )
            )
            name = max((before, after), key=lambda words: (len(words.split()) > 1, words == before and bool(words)))
            self.duties[step_id] = Step(step_id, sentence.clause.id, clip(name or span.exact), span)
            self.topics[step_id] = stems(name)
        return self.duties[step_id]

    def _event(self, bounds: tuple[int, int]) -> Step:
        span = self.agreement.document.span(*bounds)
        words = self.agreement.document.text[slice(*bounds)]
        anchor = anchor_kind(words)
        key: frozenset[str] | str = anchor or stems(words)
        if key not in self.events:
            known = self.agreement.anchors.get(anchor or "")
            self.events[key] = Step(
                f"event_{len(self.events) + 1}",
                None,
                clip(words),
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
        sought = stems(words)
        head = stems(_first_phrase(words).split()[-1]) if words.split() else frozenset()
        for commitment in self.agreement.commitments:
            act, wide = _topics(self.agreement, commitment)
            said = sought <= wide and bool(sought & act)
            if sought and act and (said or (act <= sought and bool(head & act))):
                yield commitment.id
        for step_id, topic in self.topics.items():
            if sought and sought <= topic and not _same_place(self.duties[step_id].span, event.span):
                yield step_id


def _duty(agreement: Agreement, commitment: Commitment) -> Step:
    due = commitment.due if isinstance(commitment.due, Due) else None
    return Step(
        commitment.id,
        commitment.clause,
        act_words(agreement, commitment),
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


def _topics(agreement: Agreement, commitment: Commitment) -> tuple[frozenset[str], frozenset[str]]:
    """(the act with the head of its object, all words of act, object and bearer) as stems."""
    acts, wide = frozenset[str](), frozenset[str]()
    for slot in (commitment.slots.action, commitment.slots.object, commitment.slots.bearer):
        for span in spans_of(slot):
            wide |= stems(span.exact) | stems(_first_phrase(span.exact))
    for span in spans_of(commitment.slots.action):
        acts |= stems(span.exact)
    for span in spans_of(commitment.slots.object)[:1]:
        acts |= stems(_first_phrase(span.exact))
    if not spans_of(commitment.slots.object):
        # "The siege is lifted": what stands before the verb, as far back as this part of the sentence goes.
        before = stems(_first_phrase(subject(agreement, commitment).rsplit(";", 1)[-1]))
        acts, wide = acts | before, wide | before
    return acts - _EMPTY, wide - _EMPTY


def _first_phrase(words: str) -> str:
    """The first noun phrase, as far as small words tell: "the withdrawal" of "the withdrawal of troops"."""
    flat = " ".join(words.split())
    end = _PHRASE_END.search(flat, 1)
    return flat[: end.start()] if end else flat


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


def _clashes(agreement: Agreement) -> Iterator[Clash]:
    """What the two rules on contradictory limits find, so that there is one place that decides it."""
    for rule in (time005.RULE, time006.RULE):
        for hit in rule.check(agreement):
            yield Clash(rule.name, hit.clause, agreement.document.span(hit.start, hit.end), hit.message)


def _too_early(steps: Sequence[Step], waits: Sequence[Wait]) -> Iterator[TooEarly]:
    by_id = {step.id: step for step in steps}
    for wait in waits:
        waiter, other = by_id[wait.waiter], by_id[wait.awaited]
        if wait.kind in ("after", "condition") and waiter.latest and other.earliest and waiter.latest < other.earliest:
            yield TooEarly(wait, waiter.latest, other.earliest)
