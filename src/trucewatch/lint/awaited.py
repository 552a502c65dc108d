"""What the words say about one thing waiting for another: the connector, the event, and its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trucewatch.core.time_limits import find_limits

from .cues import cue
from .sentences import Sentence
from .topics import stems

# after: cannot start before. until: ends with. if: only in that case. condition: only once it is met.
# before: the event waits for the duty. part: the event is reached only together with its whole.
Kind = Literal["after", "until", "if", "condition", "before", "part"]


@dataclass(frozen=True, slots=True)
class Awaited:
    """One wait. All offsets are into the working text; `start`, `end` bound the words that say so.

    `label` is the number of a clause that is awaited instead of a named event; `whole` bounds the event
    that the wait hangs on, where that is not the duty of the sentence; `parts` bound what an event is
    said to consist of. `certain` is False where the words leave open what the wait hangs on.
    """

    start: int
    end: int
    kind: Kind
    event: tuple[int, int]
    label: str | None = None
    whole: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()
    certain: bool = True


_AFTER = (
    r"\b(?:(?:only |immediately |promptly |directly )?after|(?<!the )(?<!as )following|(?:only )?(?<!at )once|as soon as|(?:only )?when|"
    r"not before|no earlier than|upon|(?:is |are )?conditional (?:up)?on|depends? (?:up)?on|waits? for|(?<!measures to )follows?(?! up))\b"
)
_BEFORE = r"\b(?:before|prior to|ahead of|in advance of)\b"
_CONDITION = (
    r"\b(?:provided that|provided(?! (?:in|for|by|with|to|under|that))|on (?:the )?condition (?:that|of)|only if)\b"
)
_IF = r"\b(?:(?<!only )if|unless|as long as|in (?:the )?(?:case|event) (?:of|that)|where(?= \w+ (?:\w+ )?(?:are|is|has|have)\b))"
_CLAUSE = (
    r"\b(?P<link>provided (?:that )?|on condition that |subject to |after |once |upon |when |only if |conditional (?:up)?on |until |following )"
    r"(?:the )?(?:(?:full |complete )?(?:implementation|fulfilment|completion|execution) of )?(?:paragraph|point|article|step|clause|section|phase|stage)s? "
    r"(?P<n>\d+|[IVX]+\b|\([a-z]\))(?:[^.;,]{0,40}?\b(?:implemented|fulfilled|completed|complete|carried out|done|executed|over))?"
)
# Where the words that name an event end.
_STOP = re.compile(
    r"[,;:.()\[\]]|\b(?:and (?:ending|starting|beginning|shall|will|to)|shall|will|must|to be (?:finali[sz]ed|completed)|at the latest|"
    r"provided|they|in accordance|on the basis|by the end|throughout|within|each|the part(?:y|ies)|both sides)\b",
    re.I,
)
_PARTIES = re.compile(r"\s*(?:the part(?:y|ies)|both sides|each (?:party|side))\b(?!\s+(?:shall|will|must))", re.I)
_NO_EVENT = re.compile(
    r"^\s*(?:possible|practicable|feasible|appropriate|necessary|needed|required|conditions|acts?\b|persons?\b|points?\b|measures?\b|the following|which|that\b|it\b|"
    r"neighbouring|either part|god\b|witness|dawn|noon|midnight|that (?:time|date|day)|its date|each (?:day|week|month|year|calendar)|\d{1,2}(?:st|nd|rd|th)?\b|january|february|march|april|may\b|june|july|august|september|october|november|december)",
    re.I,
)
# What every limit that counts from something has; looking for these words first saves most of the time.
_HAS_LIMIT = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|hrs?|until|till|pending|upon|on|from|as of)\b|\bD\s*\+|D-?Day|\bup to the",
    re.I,
)
# The end of a period is no step that somebody takes.
_PERIOD_END = re.compile(r"^\s*(?:the |its |their |this )?(?:expiry|end|expiration|lapse)\b", re.I)
_PIECE = re.compile(r";\s*|,\s+(?:while|whereas|but)\s+")
_STATED = re.compile(r"(?:is |are )?(?:conditional|depend|wait|follow)", re.I)
_FORBIDDEN = re.compile(r"\b(?:no|not|never|nobody|none|neither|nor)\b", re.I)
# "call upon", "agreed upon", "based upon": the preposition belongs to the verb.
_BOUND_UPON = re.compile(
    r"\b(?:call(?:s|ed)?|agreed?|based|bas(?:is|ing)|impos\w+|incumbent|depend\w*|rely|look\w*)\s+$", re.I
)
_INNER = re.compile(r"\s*\((?P<inner>[^()]{8,})\)")
_LONGEST = 14


def awaited(sentence: Sentence) -> tuple[Awaited, ...]:
    """The waits that a sentence states, in order; limits that count from an event are waits for it."""
    found = [*_counted(sentence), *_on_clauses(sentence)]
    for pattern, kind in ((_AFTER, "after"), (_BEFORE, "before"), (_CONDITION, "condition"), (_IF, "if")):
        for wait in _named(sentence, pattern, kind):  # type: ignore[arg-type]
            if not any(wait.start < other.end and other.start < wait.event[1] for other in found):
                found.append(wait)
    return tuple(sorted(found, key=lambda wait: (wait.start, wait.end)))


def _counted(sentence: Sentence) -> Iterator[Awaited]:
    if not _HAS_LIMIT.search(sentence.text):
        return
    for limit in find_limits(sentence.text):
        if limit.anchor is None or limit.mention is not None or limit.before:
            continue
        at = sentence.text.find(limit.anchor, limit.start)
        if at < 0 or _NO_EVENT.match(limit.anchor) or (limit.kind == "until" and not stems(limit.anchor)):
            continue
        end = at + len(limit.anchor)
        if limit.kind == "until":
            end = min(end, _event_end(sentence.text, at))
        kind: Kind = "until" if limit.kind == "until" else "after"
        if end > at:
            yield _wait(sentence, limit.start, max(end, limit.end) if kind == "after" else end, kind, at, end)


def _named(sentence: Sentence, pattern: str, kind: Kind) -> Iterator[Awaited]:
    for match in cue(pattern).finditer(sentence.text):
        rest = sentence.text[match.end() :]
        at = match.end() + len(rest) - len(rest.lstrip())
        if _NO_EVENT.match(rest) or (
            match[0].lower().endswith("upon") and _BOUND_UPON.search(sentence.text[: match.end() - 4])
        ):
            continue
        if kind == "before" and _PERIOD_END.match(rest):
            continue
        piece = piece_around(sentence.text, match.start())
        if _STATED.match(match[0]) and _FORBIDDEN.search(sentence.text[piece[0] : piece[1]]):
            # "No step depends on a later one" says that nothing waits.
            continue
        end = _event_end(sentence.text, at)
        if end > at and stems(sentence.text[at:end]):
            # "Nobody may enter before the Mission arrives": entering waits.
            forbidden = kind == "before" and _FORBIDDEN.search(sentence.full[: -len(rest) or None])
            yield _wait(sentence, match.start(), end, "after" if forbidden else kind, at, end)


def piece_around(text: str, at: int) -> tuple[int, int]:
    """The part of the sentence, between semicolons or joined clauses, in which the place lies."""
    start = 0
    for stop in _PIECE.finditer(text):
        if stop.start() >= at:
            return start, stop.start()
        start = stop.end()
    return start, len(text.rstrip())


def _wait(sentence: Sentence, start: int, stop: int, kind: Kind, at: int, end: int) -> Awaited:
    """The wait with places in the working text; `at`, `end` bound the event."""
    by = sentence.start
    return Awaited(by + start, by + stop, kind, (by + at, by + end), parts=_parts(sentence, end))


def _on_clauses(sentence: Sentence) -> Iterator[Awaited]:
    events = [(m.end(), _event_end(sentence.text, m.end())) for m in cue(_AFTER).finditer(sentence.text)]
    for match in cue(_CLAUSE).finditer(sentence.text):
        before = [(a, b) for a, b in events if b > a and b <= match.start()]
        # "... after the settlement, provided that paragraph 11 ...": the settlement or the whole duty?
        whole = (sentence.start + before[-1][0], sentence.start + before[-1][1]) if before else None
        yield Awaited(
            sentence.start + match.start(),
            sentence.start + match.end(),
            "condition" if match["link"].lower().startswith(("provided", "on", "subject", "only")) else "after",
            (sentence.start + match.start(), sentence.start + match.end()),
            label=match["n"],
            whole=whole,
            certain=whole is None,
        )


def _event_end(text: str, start: int) -> int:
    """Where the words that name the event end; `start` when there are none."""
    # "After the Parties have signed": they open the event here, elsewhere they open the next clause.
    opening = _PARTIES.match(text, start)
    stop = _STOP.search(text, opening.end() if opening else start)
    words = text[start : stop.start() if stop else len(text)]
    kept = re.match(rf"\s*(?:\S+\s+){{0,{_LONGEST - 1}}}\S+", words)
    return start + len(kept[0].rstrip()) if kept and kept[0].strip() else start


def _parts(sentence: Sentence, end: int) -> tuple[tuple[int, int], ...]:
    """What an event consists of, as brackets right after its name list it."""
    match = _INNER.match(sentence.text, end)
    if match is None:
        return ()
    found: list[tuple[int, int]] = []
    at = match.start("inner")
    for stop in [*re.finditer(r",|\band\b", match["inner"]), None]:
        last = match.start("inner") + (stop.start() if stop else len(match["inner"]))
        words = sentence.text[at:last]
        start, finish = at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        # In "the regions of Aland and Bland" the two names belong to one part.
        if found and words.strip()[:1].isupper() and sentence.text[: found[-1][1]].split()[-1][:1].isupper():
            found[-1] = (found[-1][0], finish)
        elif stems(words):
            found.append((start, finish))
        at = match.start("inner") + stop.end() if stop else last
    return tuple((sentence.start + a, sentence.start + b) for a, b in found) if len(found) > 1 else ()
