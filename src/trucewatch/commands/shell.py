"""What every command needs: exit codes, forms of output, several files, and the way to the terminal."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from trucewatch.core.errors import TrucewatchError

if TYPE_CHECKING:
    from rich.console import Console


class ExitCode(IntEnum):
    """What a command ends with."""

    CLEAN = 0
    FINDINGS = 1
    BAD_INPUT = 2
    OUR_BUG = 3


class Format(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


Result = TypeVar("Result")


class Batch:
    """Files to work through, one bad file not losing the others; shows how far it is on a terminal."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = files
        self.failed = 0
        self.out = console()
        self.err = console(stderr=True)

    def results(self, work: Callable[[Path], Result]) -> Iterator[Result]:
        """What `work` returns for each file; a file that cannot be used is named on stderr and left out."""
        with self._progress() as progress:
            for path in self.files if progress is None else progress.track(self.files, description="Reading"):
                try:
                    result = work(path)
                except TrucewatchError as error:
                    self.failed += 1
                    self.say(str(error))
                else:
                    yield result

    def show(self, value: Any, output: Format, view: Callable[[Any, "Console"], None]) -> None:
        """Print one result whole, for people or as one line of JSON."""
        if output is Format.JSON:
            from trucewatch.wiring import to_json

            print(json.dumps(to_json(value), ensure_ascii=False), file=self.out.file)
        else:
            view(value, self.out)

    def say(self, line: str) -> None:
        """One line on stderr, as it stands."""
        self.err.print(line, markup=False, highlight=False, soft_wrap=True)

    def exit_code(self, otherwise: ExitCode = ExitCode.CLEAN) -> ExitCode:
        """2 when a file failed, else what the results say."""
        if self.failed and len(self.files) > 1:
            self.say(f"{self.failed} of {len(self.files)} files could not be used; the others were.")
        return ExitCode.BAD_INPUT if self.failed else otherwise

    def _progress(self) -> AbstractContextManager[Any]:
        if len(self.files) < 2 or not self.err.is_terminal:
            return nullcontext()
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            ProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.text import Text

        class Rate(ProgressColumn):
            def render(self, task: Any) -> Text:
                return Text(f"{task.speed:.1f} files/s" if task.speed else "")

        # Results on the same terminal must scroll above the bar, not through it.
        console = self.out if self.out.is_terminal else self.err
        return Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(),
            console=console, transient=True,
        )  # fmt: skip


def console(*, stderr: bool = False, file: io.StringIO | None = None, width: int | None = None) -> "Console":
    """The terminal, or a file of a width, without colours of its own choosing."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, file=file, width=width)
