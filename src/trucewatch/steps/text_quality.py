"""Doubts about a text itself: that a machine translated it, or reworded it."""

from collections.abc import Sequence

from trucewatch.core.model import Document, Flag
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.text_quality import EITHER, FLAGS, Sign, signs

# Signs that a text of any length must show; a slip of the pen is not one more for every page.
_LEAST = 2
_WORDS_PER_SIGN = 2000
_SAYS = {
    "machine-translated": "the text reads as if a machine had translated it",
    "spun-text": "the text reads as if a program had reworded it",
}


def text_quality(document: Document) -> tuple[Flag, ...]:
    """A flag for each doubt, with every sign of it as evidence; none for a text that shows fewer than two signs.

    A flag says how far the wording can be trusted. It is no verdict on the text or on whoever wrote it.
    """
    found = [
        (sign, document.span(match.start(), match.end()))
        for sign, pattern in signs()
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
    if len(signs_of_it) < least and not any(sign.alone for sign, _ in own):
        return None
    ordered = sorted(signs_of_it, key=lambda pair: pair[1])
    kinds = list(dict.fromkeys(sign.what for sign, _ in ordered))
    message = f"{_SAYS[code]}: {', '.join(kinds)}. A doubt, not a verdict; compare with the first text"
    return Flag(code, message, tuple(span for _, span in ordered))
