"""Small text files that stand beside a draft: waivers, a baseline, stable ids."""

from pathlib import Path

from trucewatch.core.errors import BadInput, FileMissing, TooLarge, UnreadableFile

from .limits import megabytes

MOST_BYTES = 20_000_000


def read_side_file(path: Path) -> str:
    """The file's text, in UTF-8; raises a BadInput error that names it."""
    if not path.is_file():
        raise FileMissing(f"{path} does not exist or is no file. Check the path")
    if path.stat().st_size > MOST_BYTES:
        raise TooLarge(
            f"{path} is {megabytes(path.stat().st_size)}; at most {megabytes(MOST_BYTES)} are read. Check the path"
        )
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path} is no UTF-8 text (byte {error.start}). Save it as UTF-8") from error
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened ({error.strerror}). Check that you may read it") from error


def write_side_file(path: Path, text: str) -> None:
    """Writes the text in UTF-8; raises BadInput where the place cannot be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}). Choose another place") from error
