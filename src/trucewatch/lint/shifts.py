"""What a redraft made vaguer or more specific in one provision, read from its slots and its words.

Likeness plays no part here: a shift is a slot that came or went, a duty word that binds more or less, a
number that came or went, a list that opened or closed. Words that merely stand elsewhere in the same
provision are not lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from trucewatch.core.date_words import read_number
from trucewatch.core.drafts import Direction, Shift
from trucewatch.core.model import Agreement, Clause, Commitment, Missing, Modality
from trucewatch.core.quotes import Span
from trucewatch.core.time_limits import find_limits

from .align import likeness, times, words_of
from .sentences import own_words, text_without_waivers

Pairing = tuple[Commitment | None, Commitment | None]
VAGUER, MORE_SPECIFIC, OTHER = Direction.VAGUER, Direction.MORE_SPECIFIC, Direction.OTHER

# What these slots say can be held against somebody; less of it is vaguer.
_HOLDS_TO = ("bearer", "object", "beneficiary", "place", "quantity", "deadline", "verifier", "consequence")
# These bend the duty: whether that makes it vaguer depends on who decides, so it is only shown.
_BENDS = ("trigger", "condition", "exception")
_CHANGE_IS_SHOWN = frozenset({"bearer", "place", "quantity", "deadline", "verifier", *_BENDS})

# Who must act is bound most, who tries less, who may or declares not at all.
_BINDS = {
    Modality.OBLIGATION: 2,
    Modality.PROHIBITION: 2,
    Modality.EFFORT: 1,
    Modality.PERMISSION: 0,
    Modality.DECLARATION: 0,
}
_DUTY_WORD = re.compile(
    r"\b(?:shall|must|will|should|may|might|can|could|would|ought)(?:\s+not)?\b|"
    r"\b(?:agrees?|undertakes?|commits?|pledges?|declares?|intends?|endeavou?rs?|strives?|seeks?)(?:\s+to)?\b",
    re.I,
)
# Words after which a list is no longer closed.
_OPENS_A_LIST = re.compile(
    r"\bsuch as\b|\betc\b\.?|\band so (?:on|forth)\b|\binter alia\b|\bamong others?\b|\bfor (?:example|instance)\b|"
    r"\be\.g\.|\band the like\b|\bincluding,? but not limited to\b|\b(?:and|or) (?:any )?(?:other|similar)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\b\d+(?:[.:,]\d+)*\b|\b(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|"
    r"seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|"
    r"nine)teen|hundred)\b",
    re.I,
)
# The number of a provision is no quantity.
_PROVISION = re.compile(
    r"\b(?:art(?:icle)?s?|par(?:a|agraph)s?|sub-?paragraphs?|points?|clauses?|sections?|chapters?|parts?|annex(?:es)?|"
    r"appendi(?:x|ces)|nos?|resolutions?)\.?\s+(?:\d[\d.]*(?:\s*(?:,|and|or|to|-)\s*)?)*$",
    re.I,
)


@dataclass(frozen=True)
class Side:
    """A provision in one draft, with what was split off from it or taken into it."""

    agreement: Agreement
    clauses: tuple[Clause, ...]

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        ids = {clause.id for clause in self.clauses}
        text = text_without_waivers(self.agreement)
        return tuple(c for c in self.agreement.commitments if c.clause in ids and text[c.start : c.end].strip())

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the provision, and of the chapeaux that it completes."""
        by_id = {clause.id: clause for clause in self.agreement.clauses}
        told = {clause.id: clause for clause in self.clauses}
        for clause in self.clauses:
            above = by_id.get(clause.parent or "")
            while above is not None:
                told.setdefault(above.id, above)
                above = by_id.get(above.parent or "")
        return tuple(word for clause in told.values() for word in words_of(own_words(self.agreement, clause)))

    def found(self, pattern: re.Pattern[str]) -> Iterator[Span]:
        """The places of a pattern in the provision."""
        text = text_without_waivers(self.agreement)
        for clause in self.clauses:
            for match in pattern.finditer(text, clause.start, clause.end):
                yield self.agreement.document.span(*match.span())

    def before(self, span: Span) -> str:
        """The words on the same line before a place."""
        return self.agreement.document.original[max(0, span.start - 60) : span.start]


@dataclass(frozen=True)
class Comparison:
    """One provision in both drafts."""

    id: str
    old: Side
    new: Side

    def shift(self, direction: Direction, what: str, message: str, old: Span | None, new: Span | None) -> Shift:
        return Shift(direction, what, message, self.id, old, new)

    def lost(self, span: Span) -> bool:
        """Whether words of the old draft stand less often in the new one."""
        return _times(span, self.old) > _times(span, self.new)

    def gained(self, span: Span) -> bool:
        return _times(span, self.new) > _times(span, self.old)


def find_shifts(comparison: Comparison) -> tuple[Shift, ...]:
    """Every shift of one provision, in the order of duty, slots, lists and numbers."""
    if comparison.old.words == comparison.new.words:
        return ()
    shifts: list[Shift] = []
    pairs = _pair_up(comparison.old.commitments, comparison.new.commitments)
    for before, after in pairs:
        shifts += _duty_shifts(comparison, before, after)
    # Duties that share a sentence share its deadline, and lose it together.
    shifts = list(dict.fromkeys(shifts))
    shifts += _list_shifts(comparison, pairs)
    # A number inside a slot that is already told about is told once.
    told_old, told_new = [s.old for s in shifts if s.old], [s.new for s in shifts if s.new]
    shifts += [
        shift
        for shift in _number_shifts(comparison)
        if not _inside(shift.old, told_old) and not _inside(shift.new, told_new)
    ]
    return tuple(shifts)


def duties_of(side: Side, stable_id: str, *, dropped: bool) -> Iterator[Shift]:
    """One shift for each sentence with a duty in a provision that was deleted, or that is new."""
    seen: set[Span] = set()
    for commitment in side.commitments:
        if commitment.span in seen:
            continue
        seen.add(commitment.span)
        kind = commitment.modality.value
        if dropped:
            message = f"the {kind} went with its provision"
            yield Shift(_if_it_binds(commitment, VAGUER), "duty", message, stable_id, commitment.span, None)
        else:
            direction = _if_it_binds(commitment, MORE_SPECIFIC)
            yield Shift(direction, "duty", f"the {kind} is new", stable_id, None, commitment.span)


def _if_it_binds(commitment: Commitment, direction: Direction) -> Direction:
    """The direction for a duty; a leave or a declaration that comes or goes is only shown."""
    return direction if _BINDS.get(commitment.modality) else OTHER


# --------------------------------------------------------------------------- commitments


def _pair_up(old: Sequence[Commitment], new: Sequence[Commitment]) -> list[tuple[Commitment | None, Commitment | None]]:
    """Commitments that ask for the same thing, the most alike first; then those left over, in order."""
    scores = sorted((-_same_duty(a, b), abs(i - j), i + j, i, j) for i, a in enumerate(old) for j, b in enumerate(new))
    partner: dict[int, int] = {}
    for score, _, _, i, j in scores:
        if score < 0 and i not in partner and j not in partner.values():
            partner[i] = j
    left = [i for i in range(len(old)) if i not in partner]
    right = [j for j in range(len(new)) if j not in partner.values()]
    if len(left) == len(right):
        partner |= dict(zip(left, right, strict=True))
        left = right = []
    pairs: list[Pairing] = [(old[i], new[j]) for i, j in sorted(partner.items())]
    return [*pairs, *((old[i], None) for i in left), *((None, new[j]) for j in right)]


def _same_duty(a: Commitment, b: Commitment) -> float:
    """How far the two ask for the same act on the same thing by the same body."""
    weights = {"action": 0.5, "object": 0.3, "bearer": 0.2}
    shared = {name: likeness(_slot_words(a, name), _slot_words(b, name)) for name in weights}
    return sum(weight * shared[name] for name, weight in weights.items()) if any(shared.values()) else 0.0


def _slot_words(commitment: Commitment, name: str) -> tuple[str, ...]:
    return tuple(word for span in _spans(commitment, name) for word in words_of(span.exact))


def _spans(commitment: Commitment, name: str) -> tuple[Span, ...]:
    slot = getattr(commitment.slots, name)
    return () if isinstance(slot, Missing) else slot


def _duty_shifts(comparison: Comparison, old: Commitment | None, new: Commitment | None) -> Iterator[Shift]:
    match old, new:
        case Commitment(), None:
            if any(comparison.lost(span) for span in _spans(old, "action")):
                direction = _if_it_binds(old, VAGUER)
                yield comparison.shift(direction, "duty", f"the {old.modality.value} is gone", old.span, None)
            else:
                # The verb is still there but was not read as a duty: what stood around it may be gone.
                for name in _HOLDS_TO:
                    yield from _slot_shift(comparison, name, _spans(old, name), ())
        case None, Commitment():
            if any(comparison.gained(span) for span in _spans(new, "action")):
                direction = _if_it_binds(new, MORE_SPECIFIC)
                yield comparison.shift(direction, "duty", f"the {new.modality.value} is new", None, new.span)
            else:
                for name in _HOLDS_TO:
                    yield from _slot_shift(comparison, name, (), _spans(new, name))
        case Commitment(), Commitment():
            yield from _modality_shift(comparison, old, new)
            for name in (*_HOLDS_TO, *_BENDS):
                yield from _slot_shift(comparison, name, _spans(old, name), _spans(new, name))


def _modality_shift(comparison: Comparison, old: Commitment, new: Commitment) -> Iterator[Shift]:
    if old.modality is new.modality:
        return
    message = f"from {old.modality.value} to {new.modality.value}"
    places = _duty_word(comparison.old, old), _duty_word(comparison.new, new)
    if words_of(places[0].exact) == words_of(places[1].exact):
        # "Shall use its influence" and "shall keep out": the verb makes the difference.
        places = _first(old, "action", places[0]), _first(new, "action", places[1])
    before, after = _BINDS.get(old.modality), _BINDS.get(new.modality)
    if before is None or after is None or before == after:
        yield comparison.shift(OTHER, "modality", message, *places)
    else:
        yield comparison.shift(VAGUER if before > after else MORE_SPECIFIC, "modality", message, *places)


def _duty_word(side: Side, commitment: Commitment) -> Span:
    """The word that binds ("shall", "should"); the action where there is none."""
    document = side.agreement.document
    action = _first(commitment, "action", commitment.span)
    limit = max(document.text_range(action)[0], commitment.start)
    words = list(_DUTY_WORD.finditer(document.text, commitment.start, limit))
    return document.span(*words[-1].span()) if words else action


def _first(commitment: Commitment, name: str, otherwise: Span) -> Span:
    return next(iter(_spans(commitment, name)), otherwise)


# --------------------------------------------------------------------------- slots


def _slot_shift(comparison: Comparison, name: str, old: Sequence[Span], new: Sequence[Span]) -> Iterator[Shift]:
    lost = [span for span in old if comparison.lost(span)]
    gained = [span for span in new if comparison.gained(span)]
    # A slot that only grew or shrank is not gone: "twelve checkpoints" became "checkpoints".
    if lost and not gained:
        gained = [span for span in new if _overlaps(span, lost)]
    elif gained and not lost:
        lost = [span for span in old if _overlaps(span, gained)]
    for before, after in zip_longest(lost, gained):
        yield from _one_shift(comparison, name, before, after)


def _one_shift(comparison: Comparison, name: str, old: Span | None, new: Span | None) -> Iterator[Shift]:
    holds = name in _HOLDS_TO
    if old and new:
        if name == "deadline" and _firm(old) != _firm(new):
            direction, message = (
                (VAGUER, "the deadline can no longer be measured")
                if _firm(old)
                else (MORE_SPECIFIC, "the deadline can be measured now")
            )
            yield comparison.shift(direction, name, message, old, new)
        elif name in _CHANGE_IS_SHOWN:
            yield comparison.shift(OTHER, name, f"the {name} is another", old, new)
        return
    span, message = (old, f"the {name} is gone") if old else (new, f"the {name} is new")
    # "As soon as possible" holds nobody to a day, whether it comes or goes.
    if not holds or (name == "deadline" and span and not _firm(span)):
        direction = OTHER
    else:
        direction = VAGUER if old else MORE_SPECIFIC
    yield comparison.shift(direction, name, message, old, new)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether the words hold, or stand among, those of the same slot in the other draft."""
    words = words_of(span.exact)
    return any(times(words, other) or times(other, words) for other in (words_of(o.exact) for o in others))


def _firm(span: Span) -> bool:
    return any(limit.firm for limit in find_limits(" ".join(span.exact.split())))


def _times(span: Span, side: Side) -> int:
    return times(words_of(span.exact), side.words)


# --------------------------------------------------------------------------- lists and numbers


def _list_shifts(comparison: Comparison, pairs: Iterable[Pairing]) -> Iterator[Shift]:
    """Lists that opened or closed, beside the object of the same duty in the other draft."""
    old, new = list(comparison.old.found(_OPENS_A_LIST)), list(comparison.new.found(_OPENS_A_LIST))
    pairs = list(pairs)
    for span in new[len(old) :]:
        before = next((a for a, b in pairs if a and b and _inside(span, (b.span,))), None)
        yield comparison.shift(VAGUER, "list", "the list is open now", _object(before), span)
    for span in old[len(new) :]:
        after = next((b for a, b in pairs if a and b and _inside(span, (a.span,))), None)
        yield comparison.shift(MORE_SPECIFIC, "list", "the list is closed now", span, _object(after))


def _object(commitment: Commitment | None) -> Span | None:
    return next(iter(_spans(commitment, "object")), None) if commitment else None


def _number_shifts(comparison: Comparison) -> Iterator[Shift]:
    """Numbers that came, went or changed, whatever slot they stand in."""
    old, new = _numbers(comparison.old), _numbers(comparison.new)
    lost, gained = _missing_from(old, new), _missing_from(new, old)
    for before, after in zip_longest(lost, gained):
        if after is None:
            yield comparison.shift(VAGUER, "number", "the number is gone", before, None)
        elif before is None:
            yield comparison.shift(MORE_SPECIFIC, "number", "the number is new", None, after)
        else:
            yield comparison.shift(OTHER, "number", "the number is another", before, after)


def _numbers(side: Side) -> list[tuple[str, Span]]:
    """Each number with its value, so that "48" and "forty-eight" are one; not those of provisions."""
    found = []
    for span in side.found(_NUMBER):
        if not _PROVISION.search(side.before(span)):
            value = read_number(span.exact)
            found.append((span.exact.casefold() if value is None else str(value), span))
    return found


def _missing_from(numbers: list[tuple[str, Span]], others: list[tuple[str, Span]]) -> list[Span]:
    """The numbers that the other side lacks; a number said twice must be there twice."""
    counts = Counter(value for value, _ in others)
    missing = []
    for value, span in numbers:
        if counts[value]:
            counts[value] -= 1
        else:
            missing.append(span)
    return missing


def _inside(span: Span | None, others: Iterable[Span]) -> bool:
    return span is not None and any(other.start <= span.start and span.end <= other.end for other in others)
