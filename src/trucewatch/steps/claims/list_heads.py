"""Who heads a list whose items begin with what they do: "The Government and the Movement, meeting in Abuja, / 1. Agree that ..."."""

from collections.abc import Callable, Sequence

from trucewatch.core.parse import FINITE, Parse, Token

from .propositions import SUBJECTS


class ListHeads:
    """Remembers the head of the list that is being read."""

    def __init__(self, parse: Parse, is_actor: Callable[[Token], bool]) -> None:
        self._parse, self._is_actor = parse, is_actor
        self._head: Token | None = None

    def note(self, sentence: Sequence[Token]) -> None:
        """Takes note of a sentence that breaks off after its subject, and forgets it at the next whole one."""
        words = [t for t in sentence if t.pos != "SPACE"]
        root = next((t for t in words if t.head == t.i), None)
        if root is None or not words:
            return
        subjects = self._parse.children(root, *SUBJECTS)
        finite = root.tag in FINITE or any(k.tag in FINITE or k.tag == "MD" for k in self._parse.children(root, "aux"))
        if words[-1].text in (",", ":") and not finite:
            found = next((t for t in (*subjects, root) if t.pos in ("NOUN", "PROPN") and self._is_actor(t)), None)
            self._head = found or self._head
        elif subjects and finite:
            self._head = None

    def of(self, sentence: Sequence[Token]) -> Token | None:
        """The head of the list whose item a sentence is: it begins with a verb that nobody in it does."""
        first = next((t for t in sentence if t.pos not in ("PUNCT", "SPACE", "NUM", "X") and t.tag != "LS"), None)
        if first is None or first.tag not in ("VB", "VBP") or first.head != first.i:
            return None
        return None if self._parse.children(first, *SUBJECTS) else self._head
