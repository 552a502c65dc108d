"""Dates, names and numbers of a text that is read for these only, for people."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from trucewatch.core.mentioned import Mentioned

from .wording import QUIET, flat, indented, section, when_text

_TITLES = (("Dates", ("date",)), ("Names", ("name", "handle")), ("Numbers", ("number",)))


def show_mentioned(found: Sequence[Mentioned], console: Console) -> None:
    """Each kind under its own title, in order of place; what is the same in the same words is shown once."""
    for title, kinds in _TITLES:
        lines = {_line(mention): None for mention in found if mention.kind in kinds}
        if lines:
            section(console, title)
        for words, meaning in lines:
            indented(console, Text(words).append(f"  {meaning}" if meaning else "", style=QUIET), 2)


def _line(mention: Mentioned) -> tuple[str, str]:
    words = flat(mention.span.exact)
    if mention.when is not None:
        return words, when_text(mention.when).plain
    if mention.value is not None:
        return words, f"{mention.value:,}"
    return words, f"known as {mention.actor}" if mention.actor else ""
