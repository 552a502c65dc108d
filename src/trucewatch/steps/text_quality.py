"""Doubts about a text itself: that a machine translated it, or reworded it."""

import re
from collections.abc import Sequence

from trucewatch.core.model import Document, Flag
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.text_quality import EITHER, FLAGS, Sign, signs

# Signs that a text of any length must show; a slip of the pen is not one more for every page.
_LEAST = 2
_WORDS_PER_SIGN = 2000
# Two weak signs weigh as much as one other.
_WEIGHT, _WEIGHT_WEAK = 2, 1
_BEGINNING = re.compile(r"(?:^\W*|[.!?]\s+)([^\W\d_])")
_SAYS = {
    "machine-translated": "the text reads as if a machine had translated it",
    "spun-text": "the text reads as if a program had reworded it",
}


def text_quality(document: Document) -> tuple[Flag, ...]:
    """A flag for each doubt, with every sign of it as evidence; none for a text that shows fewer than two different signs.

    A flag says how far the wording can be trusted. It is no verdict on the text or on whoever wrote it.
    """
    small = _is_small(document.text)
    found = [
        (sign, document.span(*_shown(match)))
        for sign, pattern in signs()
        if not (sign.cased and small)
        for match in pattern.finditer(document.text)
        if match.end() > match.start()
    ]
    least = _LEAST + len(document.text.split()) // _WORDS_PER_SIGN
    flags = (_flag(code, found, least) for code in FLAGS)
    return tuple(flag for flag in flags if flag is not None)


def _flag(code: str, found: Sequence[tuple[Sign, Span]], least: int) -> Flag | None:
    """The flag of that code: its own signs, and those that speak for either flag beside them."""
    own = [pair for pair in found if pair[0].flag == code]
    shared = [pair for pair in found if pair[0].flag == EITHER]
    if not own and (code != "spun-text" or any(sign.flag != EITHER for sign, _ in found)):
        return None
    signs_of_it = own + shared
    if _weight(signs_of_it) < _WEIGHT * least and not any(sign.alone for sign, _ in own):
        return None
    ordered = sorted(signs_of_it, key=lambda pair: pair[1])
    kinds = list(dict.fromkeys(sign.what for sign, _ in ordered))
    message = f"{_SAYS[code]}: {', '.join(kinds)}. A doubt, not a verdict; compare with the first text"
    return Flag(code, message, tuple(span for _, span in ordered))


def _shown(match: re.Match[str]) -> tuple[int, int]:
    """What is shown of a sign: all of it, or the part that its expression names."""
    names = (name for name, words in match.groupdict().items() if words and name.startswith("shown"))
    return match.span(next(names, 0))


def _weight(found: Sequence[tuple[Sign, Span]]) -> int:
    """How much different signs weigh together; the same words count once, however often they stand there."""
    different = {(sign.id, span.exact.lower()): sign for sign, span in found}
    return sum(_WEIGHT_WEAK if sign.weak else _WEIGHT for sign in different.values())


def _is_small(text: str) -> bool:
    """Whether a text begins most of its sentences with small letters, as chats do."""
    begins = _BEGINNING.findall(text)
    small = sum(1 for letter in begins if letter.islower())
    return bool(2 * small > len(begins))
