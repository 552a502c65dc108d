"""The day of a meeting for what is told behind it: "On 3 March I met General Sarr. He said ..."."""

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse, Token

from .propositions import SUBJECTS
from .undated import Undated, root_of
from .word_groups import THEY, WE

_MEETS = frozenset("meet see phone telephone ring call speak talk visit receive".split())
# How far behind the meeting, in characters, what was said at it is told.
_NEAR = 400


class MetDays:
    """Remembers on which day whoever writes met or called somebody."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._met: tuple[int, int, When] | None = None

    def note(self, verb: Token, paragraph: int, day: When) -> None:
        """Takes note of a dated sentence; one of anything else than a meeting ends what was said at the last."""
        we = any(k.lower in WE for k in self._parse.children(verb, *SUBJECTS))
        calls = verb.lemma == "call" and not self._parse.children(verb, "dobj")
        meets = we and verb.tag == "VBD" and verb.lemma in _MEETS and not calls
        self._met = (paragraph, verb.end, day) if meets else None

    def day_of(self, draft: Undated) -> When | None:
        """The day of the meeting at which a claim was made: somebody said it in the sentences right behind; None without one."""
        if self._met is None:
            return None
        paragraph, end, day = self._met
        verb = draft.frame.verb if draft.frame is not None else root_of(draft)
        if paragraph != draft.paragraph or not 0 < draft.content[0] - end < _NEAR or verb is None or verb.tag != "VBD":
            return None
        who = next(iter(self._parse.children(verb, *SUBJECTS)), None)
        if who is None or verb.dep != "ROOT":
            return None
        known = any(k.lower in ("the", "his", "her", "their") for k in self._parse.children(who, "det", "poss"))
        return day if who.lower in THEY or known or who.pos == "PROPN" else None
