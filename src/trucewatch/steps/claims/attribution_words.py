"""A stretch of a sentence in which an attribution is looked for, and what the words in it are."""

from collections.abc import Callable, Mapping, Sequence

from trucewatch.core.parse import FINITE, Parse, Token

_STOPS = frozenset((",", '"', "-", "--", "–", "—", "(", ")", ":", "?", "!", "...", "…"))
_ENDS = frozenset((".", ";"))
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = frozenset("who which whose whom that where what whatever how why".split())
SUBORDINATE = frozenset("after when as while although though since before because once until whereas where".split())
_LONGEST_FRONT = 14
MARK = '"'
CanSpeak = Callable[[Parse, Token | None], bool]
IsActor = Callable[[Token | None], bool]


def closes(parse: Parse, mark: Token) -> bool:
    """Whether a quotation mark ends a quotation: it stands close behind a word, and not close before one."""
    if mark.i == 0:
        return False
    before = parse.tokens[mark.i - 1]
    after = parse.tokens[mark.i + 1] if mark.i + 1 < len(parse.tokens) else None
    parted = after is None or after.start > mark.end or after.pos == "PUNCT"
    return before.pos != "SPACE" and before.end == mark.start and parted


def begins_quoted(parse: Parse, low: int, high: int) -> bool:
    """Whether a stretch begins inside quotation marks: the 'We have proof," he said' of '"They broke it. We have proof," he said'.

    The first mark tells: one that closes stands close behind a word.
    """
    mark = next((t for t in parse.tokens[low:high] if t.text == MARK), None)
    return mark is not None and mark.i > low and closes(parse, mark)


class Clause:
    """The tokens from `low` to `high`, without the marks at their end."""

    def __init__(
        self, parse: Parse, low: int, high: int, speech: Mapping[str, str], can_speak: CanSpeak, is_actor: IsActor
    ) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        while high > low and (self.tokens[high - 1].text in _ENDS or self.tokens[high - 1].pos == "SPACE"):
            high -= 1
        self.low, self.high = low, high
        self.speech = speech
        self.can_speak = can_speak
        self.is_actor = is_actor
        self._quoted = self._inside_quotes()

    def _stops(self, i: int) -> bool:
        """Whether a token sets words off; the hyphen of "co-chair" does not."""
        token = self.tokens[i]
        return token.text in _STOPS and not (token.text == "-" and self.tokens[i - 1].end == token.start)

    def _inside_quotes(self) -> frozenset[int]:
        inside, quoted = set(), begins_quoted(self.parse, self.low, self.high)
        for i in range(self.low, self.high):
            if self.tokens[i].text == '"':
                quoted = not quoted
            elif quoted:
                inside.add(i)
        return frozenset(inside)

    def _phrase_start(self, end: int) -> int:
        start = end
        while start > self.low and not self._stops(start - 1):
            start -= 1
        if start - 3 > self.low and self.tokens[start - 1].text == ")" and self.tokens[start - 3].text == "(":
            # "the Popular Front (FPR) also said"
            return self._phrase_start(start - 3)
        return start

    def _says(self, part: tuple[int, int]) -> bool:
        """Whether what stands in front can be what is said: a clause that is no mere "After he left"."""
        low, high = part
        words = [t for t in self.tokens[low:high] if t.pos not in ("PUNCT", "SPACE")]
        if not words:
            return False
        verbs = sum(t.tag in FINITE for t in words)
        return bool(verbs) and not (words[0].lower in SUBORDINATE and verbs < 2 and self._begins(words))

    def _begins(self, words: Sequence[Token]) -> bool:
        """Whether a word that joins is followed by its clause: "After he left", but not "Since 4 May no shots were fired"."""
        subjects = [t for t in words if t.dep in ("nsubj", "nsubjpass", "expl")]
        return not subjects or self.parse.subtree(subjects[0])[0].i <= words[min(1, len(words) - 1)].i

    def _has_verb(self, part: tuple[int, int]) -> bool:
        return any(t.tag in FINITE or t.pos in ("VERB", "AUX") for t in self.tokens[part[0] : part[1]])

    def _noun(self, low: int, high: int) -> Token | None:
        """The noun that speaks in a stretch: the one that the others depend on, before any "who ..."."""
        words = self.tokens[low:high]
        for n, token in enumerate(words):
            if token.lower in RELATIVE or (token.pos in ("VERB", "AUX") and n):
                words = words[:n]
                break
        nouns = [t for t in words if t.pos in NOUNS and t.tag not in ("PRP$", "WP$")]
        if not nouns:
            return None
        inside = range(low, low + len(words))
        heads = [t for t in nouns if t.head not in inside or t.head == t.i]
        for token in [*heads, *reversed(nouns)]:
            before = self.tokens[token.i - 1]
            if before.pos == "ADP" and before.i >= low:
                continue
            after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else token
            if after.tag == "POS":
                continue
            return token if self.can_speak(self.parse, token) else None
        return None

    def _first(self) -> int:
        first = self.low
        while first < self.high and self.tokens[first].pos in ("PUNCT", "SPACE", "CCONJ"):
            first += 1
        return first

    def _phrase_end(self, start: int) -> int:
        end = start
        while end < self.high and not self._stops(end) and end - start < _LONGEST_FRONT:
            end += 1
        return end
