"""The language is told where there is enough text, and agreements in others are refused."""

from pathlib import Path

import pytest

from tests.readers.samples import make_text
from trucewatch.core.errors import UnsupportedLanguage
from trucewatch.core.model import Document
from trucewatch.readers import read_document, require_language

FRENCH = (
    "Les Parties s'engagent à cesser immédiatement toutes les hostilités et à retirer leurs forces de la zone. "
    "Chaque Partie remet à la Commission la liste des prisonniers dans un délai de dix jours à compter de la "
    "signature du présent accord, et la Commission en informe les garants sans retard."
)


def read(tmp_path: Path, words: str) -> Document:
    path = tmp_path / "accord.txt"
    path.write_text(words, encoding="utf-8")
    return read_document(path)


def test_english_passes(tmp_path: Path) -> None:
    require_language(read_document(make_text(tmp_path / "a.txt")))


def test_another_language_is_refused(tmp_path: Path) -> None:
    document = read(tmp_path, FRENCH)
    assert document.language == "fr"
    with pytest.raises(UnsupportedLanguage) as caught:
        require_language(document)
    assert str(caught.value) == (
        f'UnsupportedLanguage: {document.path} reads as language "fr"; expected en. Give the text in that language'
    )
    require_language(document, allowed=("en", "fr"))


def test_a_short_text_is_not_judged(tmp_path: Path) -> None:
    document = read(tmp_path, "Accord de cessez-le-feu")
    assert document.language == "und"
    require_language(document)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Le gouvernement a rejeté hier l'accord signé par les deux parties.", "fr"),
        ("El gobierno dijo que no aceptaría el acuerdo firmado ayer.", "es"),
        ("وقع الطرفان اتفاقا لوقف إطلاق النار في جنيف يوم الجمعة", "ar"),
        ("The militia denied shelling Bunia on Monday, its spokesman said.", "und"),
    ],
)
def test_a_short_text_is_judged_where_the_detector_is_far_from_doubt(tmp_path: Path, words: str, language: str) -> None:
    assert read(tmp_path, words).language == language
