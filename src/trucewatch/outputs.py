"""Where lint results go: which file each one is written to, and what is written there."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from .core.errors import BadInput

if TYPE_CHECKING:
    from .core.model import LintResult


class LintFormat(StrEnum):
    """How findings are shown or written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"
    DOCX = "docx"

    @property
    def printed(self) -> bool:
        """Whether results are shown one after the other, as they come."""
        return self in (LintFormat.TEXT, LintFormat.JSON)


_ONE_EACH = (LintFormat.HTML, LintFormat.DOCX)

# The file for each input; the key None stands for one file that holds all of them.
Plan = Mapping[Path | None, Path]


def plan(files: Sequence[Path], form: LintFormat, output: Path | None) -> Plan:
    """Where results are to be written, empty for the standard output; raises BadInput where that cannot be."""
    if output is None:
        if form is LintFormat.DOCX:
            raise BadInput(
                "--format docx writes a Word file; expected --output PATH. Name a file, or a folder for several"
            )
        if form is LintFormat.HTML and len(files) > 1:
            raise _needs_folder(form, files)
        return {}
    if form in _ONE_EACH and (len(files) > 1 or output.is_dir()):
        if not output.is_dir():
            raise _needs_folder(form, files)
        places: dict[Path | None, Path] = {path: output / _name(path, form) for path in files}
    else:
        places = {files[0] if form in _ONE_EACH else None: output}
    _check(files, list(places.values()))
    return places


def write(results: Sequence["LintResult"], form: LintFormat, places: Plan) -> str:
    """Writes SARIF, HTML or Word files; returns what goes to the standard output instead, or ""."""
    from . import wiring

    if form is LintFormat.SARIF:
        log = json.dumps(wiring.to_sarif(results, Path.cwd()), ensure_ascii=False, indent=2) + "\n"
        if None not in places:
            return log
        _save(places[None], log.encode())
        return ""
    shown = ""
    for result in results:
        place = places.get(Path(result.agreement.document.path))
        if form is LintFormat.DOCX and place:
            _save(place, wiring.to_docx(result))
        elif place:
            _save(place, wiring.to_html(result).encode())
        else:
            shown += wiring.to_html(result)
    return shown


def save_text(text: str, places: Plan) -> None:
    """Writes what was printed into the file for all results, where one was named."""
    for place in places.values() if text else ():
        _save(place, text.encode())


def save_picture(svg: str, file: Path, place: Path) -> None:
    """Writes the picture of the agreement in `file` as SVG or PNG, as the name of `place` asks."""
    from . import wiring

    kind = place.suffix.lower()
    if kind not in (".svg", ".png"):
        raise BadInput(f"{place} is no name for a picture; expected one that ends in .svg or .png. Change --output")
    _check([file], [place])
    _save(place, svg.encode() if kind == ".svg" else wiring.png_of(svg))


def _save(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise BadInput(
            f"{place} cannot be written ({error.strerror}); expected a place for a file. Choose another"
        ) from error


def _name(path: Path, form: LintFormat) -> str:
    return f"{path.stem}-comments.docx" if form is LintFormat.DOCX else f"{path.stem}.{form}"


def _check(files: Sequence[Path], places: Sequence[Path]) -> None:
    """Nothing that was read is written over, and no two results go to one file."""
    read = {path.resolve() for path in files}
    for place in places:
        if place.resolve() in read:
            raise BadInput(
                f"{place} is one of the files to read; expected another name for the result. Change --output"
            )
        if place.is_dir():
            raise BadInput(f"{place} is a folder; expected the name of a file to write. Add one to --output")
        if not place.parent.is_dir():
            raise BadInput(f"{place} cannot be written: there is no folder {place.parent}. Make it or change --output")
    if len(set(places)) < len(places):
        raise BadInput(
            "two of the files have the same name; expected results under names of their own. Lint one by one"
        )


def _needs_folder(form: LintFormat, files: Sequence[Path]) -> BadInput:
    return BadInput(
        f"--format {form} writes a file for each of the {len(files)} files; expected --output to name a folder that "
        "exists. Make one, or lint one file"
    )
