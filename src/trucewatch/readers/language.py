"""The language of a text, judged only where there is enough of it."""

import re

from trucewatch.core.errors import UnsupportedLanguage
from trucewatch.core.model import Document

UNDETERMINED = "und"
# Below this many letters the detector errs too often to be believed.
_ENOUGH_LETTERS = 200
# With fewer, another language than English is believed where it is far ahead of the next one: of 1,600 short
# English sentences the detector took two for something else, with a lead under 4.
_SOME_LETTERS = 30
_SURE = 12
_SAMPLE = 20_000
_NO_WORDS = re.compile(r"[\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "und" for a text too short to tell."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < _SOME_LETTERS:
        return UNDETERMINED
    import py3langid

    if letters >= _ENOUGH_LETTERS:
        # Numbers and marks are of no language: five thousand of them in notes would decide.
        return str(py3langid.classify(_NO_WORDS.sub(" ", sample))[0])
    (first, score), (_, next_score) = py3langid.rank(sample)[:2]
    return str(first) if first != "en" and score - next_score > _SURE else UNDETERMINED


def require_language(document: Document, allowed: tuple[str, ...] = ("en",)) -> None:
    """Raises UnsupportedLanguage for a text in none of the allowed languages; a short text passes."""
    if document.language not in (*allowed, UNDETERMINED):
        raise UnsupportedLanguage(
            f'{document.path} reads as language "{document.language}"; expected {" or ".join(allowed)}. '
            "Give the text in that language"
        )
