"""Names without a parser: handles, known actors in any script, states, and words with a capital."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from trucewatch.steps.claims.actor_table import ActorTable
from trucewatch.steps.claims.mentions import folded, skeleton
from trucewatch.vocabulary.languages import LanguageWords, language_words, latin_letters
from trucewatch.vocabulary.reports import KnownActor, ReportVocabulary

_HANDLE = re.compile(r"(?<!\w)@\w{2,30}")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
# Words of any language that may stand inside a name.
_INSIDE = frozenset(
    "al el ul as ad an ash bin ibn ben de del der den da das do dos du di des la le les van von y e of".split()
)
_ENDS = ".!?:;…\n•–—"
_OPENS = " \t\"'«»“”‘’(["
# The point of "M.", "Dr." and initials ends no sentence.
_TITLE = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]?\.\Z")
_LONGEST = 6
# Consonants that a name in another script must share with a known one: fewer are shared by chance.
_ENOUGH = 4
_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})

Piece = tuple[int, int, str]
Found = tuple[int, int, str, KnownActor | None]


def plain_names(
    text: str, blocks: Sequence[tuple[int, int]], language: str, vocabulary: ReportVocabulary
) -> list[Found]:
    """(start, end, kind, known actor) of every name in order of place, without overlaps."""
    words = language_words(language)
    table = ActorTable(vocabulary)
    small = frozenset(m[0] for m in _WORD.finditer(text) if m[0].islower())
    found: list[Found] = [(*hit.span(), "handle", table.alias(hit[0].casefold())) for hit in _HANDLE.finditer(text)]
    found += _states(text, words, vocabulary)
    for start, end in blocks:
        pieces = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
        found += _known(pieces, table)
        found += _capitalised(text, pieces, small, words.capitals, table)
    return _apart(found)


def _apart(found: Sequence[Found]) -> list[Found]:
    """The names in order, without overlaps: a known actor before words with capitals, the longer before the shorter."""
    kept: list[Found] = []
    for name in sorted(found, key=lambda f: (f[3] is None, f[0], f[0] - f[1])):
        at = bisect_left(kept, name[:2], key=lambda f: f[:2])
        if (at == 0 or kept[at - 1][1] <= name[0]) and (at == len(kept) or kept[at][0] >= name[1]):
            kept.insert(at, name)
    return kept


def _states(text: str, words: LanguageWords, vocabulary: ReportVocabulary) -> Iterator[Found]:
    pattern, codes = _state_names(words.id)
    by_code = {actor.ids.get("iso3"): actor for actor in vocabulary.actors if actor.kind == "state"}
    if pattern is not None:
        for hit in pattern.finditer(text):
            yield *hit.span(), "name", by_code.get(codes[hit[0]])


@lru_cache(maxsize=128)
def _state_names(language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    states = language_words(language).states
    codes = {name: code for code, names in states.items() for name in names.split("|")}
    either = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    bounded = either if language in _UNSPACED else rf"(?<!\w)(?:{either})(?!\w)"
    return (re.compile(bounded) if codes else None), codes


def _known(pieces: Sequence[Piece], table: ActorTable) -> Iterator[Found]:
    """Known actors in a script without capitals or in another one than Latin, by the consonants of their names."""
    for at, (start, _, word) in enumerate(pieces):
        if not _foreign(word):
            continue
        for size in (3, 2, 1):
            some = pieces[at : at + size]
            latin = " ".join(_in_latin(piece[2]) for piece in some)
            if len(some) == size and len(skeleton(latin)) >= _ENOUGH and (known := table.named(latin)) is not None:
                yield start, some[-1][1], "name", known
                break


def _foreign(word: str) -> bool:
    return any(ord(letter) in latin_letters() for letter in word.lower())


def _in_latin(word: str) -> str:
    return word.lower().translate(latin_letters()).replace("dzh", "j")


def _capitalised(
    text: str, pieces: Sequence[Piece], small: frozenset[str], capitals: str, table: ActorTable
) -> Iterator[Found]:
    """Names by their capitals; `small` are the words that the text also writes without one."""
    if not pieces or text[pieces[0][0] : pieces[-1][1]].isupper():
        return
    block = pieces[0][0]
    for run in _runs(text, pieces):
        opens = _opens_sentence(text, block, run[0][0])
        known = _known_part(run, table)
        if known is not None:
            yield known
            continue
        if opens and len(run) > 1 and (run[0][2].lower() in small or capitals == "nouns"):
            run, opens = run[1:], False
        alone = len(run) == 1 and not _is_acronym(run[0][2])
        if alone and (opens or capitals == "nouns" or len(run[0][2]) == 1):
            continue
        yield run[0][0], run[-1][1], "name", _named(run, table)


def _runs(text: str, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Words with a capital that stand side by side, with the small words that names have inside."""
    run: list[Piece] = []
    waiting: list[Piece] = []
    for piece in pieces:
        last = [*run[-1:], *waiting][-1:]
        joined = bool(last) and text[last[0][1] : piece[0]] in (" ", "'", "’", "-", "\u00a0")
        capital = _has_capital(piece[2])
        if run and joined and not capital and not waiting and piece[2] in _INSIDE:
            waiting.append(piece)
        elif capital and run and joined:
            run += [*waiting, piece]
            waiting = []
        else:
            if run:
                yield run
            run, waiting = ([piece] if capital else []), []
    if run:
        yield run


def _has_capital(word: str) -> bool:
    """Whether a word starts with a capital, also after "al-" and its like."""
    first, _, rest = word.partition("-")
    return word[0].isupper() or (first in _INSIDE and rest[:1].isupper())


def _known_part(run: Sequence[Piece], table: ActorTable) -> Found | None:
    """The longest part of a run that names a known actor by an alias."""
    for size in range(min(len(run), _LONGEST), 0, -1):
        for at in range(len(run) - size + 1):
            part = run[at : at + size]
            known = _named(part, table) if size > 1 else _not_a_state(table.alias(folded(part[0][2])))
            if known is not None:
                return part[0][0], part[-1][1], "name", known
    return None


def _named(run: Sequence[Piece], table: ActorTable) -> KnownActor | None:
    return _not_a_state(table.named(" ".join(word for _, _, word in run))) if len(run) <= _LONGEST else None


def _not_a_state(known: KnownActor | None) -> KnownActor | None:
    """Only the language's own list names states: its table of aliases has capitals, which here are places as often."""
    return None if known is not None and known.kind == "state" else known


def _opens_sentence(text: str, block: int, start: int) -> bool:
    before = text[max(block, start - 12) : start].rstrip(_OPENS)
    return not before or (before[-1] in _ENDS and not _TITLE.search(before))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
