"""What concerns work on drafts in the view of an agreement: wordings, waivers that fit nothing, what is known."""

from rich.console import Console
from rich.text import Text

from trucewatch.core.model import LintResult
from trucewatch.core.quotes import Span
from trucewatch.core.wording import Blank, Wording

from .wording import QUIET, flat, gap


def wording_line(wording: Wording) -> Text:
    """The clearer wording; the clause's own words stand out from the rule's, and blanks from both."""
    text = Text("write: ", style="green")
    own = [flat(part.exact) for part in wording.parts if isinstance(part, Span)]
    blanks = [str(part) for part in wording.parts if isinstance(part, Blank)]
    words = Text(str(wording), style="green")
    words.highlight_words(own, style="bold")
    words.highlight_words(blanks, style="yellow")
    return text.append_text(words)


def show_known(result: LintResult, console: Console) -> None:
    """How the result stands against a baseline, and what is to be said about waivers."""
    if result.baseline is not None:
        counts = result.baseline
        line = f"against the baseline: {counts.new} new · {counts.known} known · {counts.resolved} resolved"
        console.print(Text(line, style=QUIET))
    for note in result.waiver_notes:
        console.print(gap(note))
