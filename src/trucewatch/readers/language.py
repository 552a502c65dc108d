"""The language of a text, judged only where there is enough of it."""

from trucewatch.core.errors import UnsupportedLanguage
from trucewatch.core.model import Document

UNDETERMINED = "und"
# Below this many letters the detector errs too often to be believed.
_ENOUGH_LETTERS = 200
_SAMPLE = 20_000


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "und" for a text too short to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return UNDETERMINED
    import py3langid

    return str(py3langid.classify(sample)[0])


def require_language(document: Document, allowed: tuple[str, ...] = ("en",)) -> None:
    """Raises UnsupportedLanguage for a text in none of the allowed languages; a short text passes."""
    if document.language not in (*allowed, UNDETERMINED):
        raise UnsupportedLanguage(
            f'{document.path} reads as language "{document.language}"; expected {" or ".join(allowed)}. '
            "Give the text in that language"
        )
