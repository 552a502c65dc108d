"""Plain values for parsed language: what every step works on, whatever parser made them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

# The tags of verbs that make a clause by themselves: "went", "goes", "go", "will".
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What hangs on a verb as who does it or is hit by it.
DOERS = frozenset({"nsubj", "nsubjpass"})
# How the recognizer of names labels places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Names that would be pronouns in small letters: "the US" is not "us".
AS_PRONOUNS = frozenset({"US", "WHO"})


# Nothing changes a word; but a report makes thousands of them, and making one that is frozen takes three times as long.
@dataclass(unsafe_hash=True, slots=True, init=False)
class Token:
    """One word, which nothing changes. `i` is its place in the parse, `head` the place of its governor (itself for a root).

    `start`, `end` are offsets into the text that was parsed; after `Passage.relocate`, into the
    document's working text. `pos` is the universal tag, `tag` the Penn tag, `dep` the ClearNLP label.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str = ""
    # The text in small letters, but for names that would be pronouns then: it is asked for many times, of nearly every word.
    lower: str = field(init=False, compare=False, repr=False)

    def __init__(
        self,
        i: int,
        text: str,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        head: int,
        start: int,
        end: int,
        entity: str = "",
        lower: str | None = None,
    ) -> None:
        self.i = i
        self.text = text
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.head = head
        self.start = start
        self.end = end
        self.entity = entity
        if lower is None:
            lower = text if pos == "PROPN" and text in AS_PRONOUNS else text.lower()
        self.lower = lower

    def moved(self, words: int, start: int, end: int) -> "Token":
        """The same word, so many words further on and between these offsets."""
        # Written out: `dataclasses.replace` takes ten times as long, and this is done for every word of a report.
        return Token(
            self.i + words,
            self.text,
            self.lemma,
            self.pos,
            self.tag,
            self.dep,
            self.head + words,
            start,
            end,
            self.entity,
            self.lower,
        )


@dataclass(slots=True)
class _Below:
    """What was looked up below words, so that it is looked up once."""

    children: dict[int, tuple[Token, ...]] | None = None
    by_label: dict[tuple[int, str], tuple[Token, ...]] | None = None
    subtrees: dict[int, tuple[Token, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens of one passage and the sentences they form (half-open token ranges)."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    # Kept by hand: mypy's compiler takes `cached_property` for a property that keeps nothing.
    _below: _Below = field(default_factory=_Below, init=False, compare=False, repr=False)

    def _children(self) -> dict[int, tuple[Token, ...]]:
        """The dependents of every word that has any."""
        found = self._below.children
        if found is None:
            found = self._below.children = self._find_children()
        return found

    def _find_children(self) -> dict[int, tuple[Token, ...]]:
        below: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.i:
                below.setdefault(token.head, []).append(token)
        return {head: tuple(kids) for head, kids in below.items()}

    def _by_label(self) -> dict[tuple[int, str], tuple[Token, ...]]:
        """The dependents of every word by their label."""
        found = self._below.by_label
        if found is None:
            found = self._below.by_label = self._find_by_label()
        return found

    def _find_by_label(self) -> dict[tuple[int, str], tuple[Token, ...]]:
        below: dict[tuple[int, str], list[Token]] = {}
        for token in self.tokens:
            if token.head != token.i:
                below.setdefault((token.head, token.dep), []).append(token)
        return {key: tuple(kids) for key, kids in below.items()}

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The token's direct dependents in order, all or only those with one of the labels."""
        if len(deps) == 1:
            return (self._below.by_label or self._by_label()).get((token.i, deps[0]), ())
        below = (self._below.children or self._children()).get(token.i, ())
        if deps and below:
            return tuple([kid for kid in below if kid.dep in deps])
        return below

    def behind(self, token: Token, *prepositions: str) -> tuple[Token, ...]:
        """The nouns behind a word's prepositions, all or only these: the truce of "withdraw from the truce" for "from"."""
        leads = self.children(token, "prep")
        return tuple(
            [o for k in leads if not prepositions or k.lower in prepositions for o in self.children(k, "pobj")]
        )

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and everything below it, in text order."""
        known = self._below.subtrees.get(token.i)
        if known is None:
            children = self._children()
            found, queue = [token.i], [token.i]
            while queue:
                below = [kid.i for kid in children.get(queue.pop(), ())]
                found += below
                queue += below
            known = self._below.subtrees[token.i] = tuple([self.tokens[i] for i in sorted(found)])
        return known

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Governors from the nearest upwards."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def root(self, sentence: tuple[int, int]) -> Token:
        """The sentence's root token."""
        for token in self.tokens[sentence[0] : sentence[1]]:
            if token.head == token.i:
                return token
        return self.tokens[sentence[0]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of working text to parse on its own, joined from one or more pieces.

    A point under a chapeau ("The Parties shall: (a) withdraw ...") is parsed together with the
    chapeau, so a passage may be made of pieces that do not stand side by side.

    `pieces` are (start, end) offsets of the working text; `text` is their content with line ends read
    as spaces and one space between pieces.
    """

    clause: str
    text: str
    pieces: tuple[tuple[int, int], ...] = field(default=())

    def to_document(self, offset: int, *, end: bool = False) -> int:
        """The working-text offset for an offset of `text`."""
        at = 0
        for start, stop in self.pieces:
            length = stop - start
            if offset < at + length or (end and offset == at + length):
                return start + offset - at
            at += length + 1
        return self.pieces[-1][1]

    def relocate(self, parse: Parse) -> Parse:
        """The same parse with offsets into the document's working text."""
        if len(self.pieces) == 1:
            shift = self.pieces[0][0]
            moved = (t.moved(0, t.start + shift, t.end + shift) for t in parse.tokens)
        else:
            moved = (t.moved(0, self.to_document(t.start), self.to_document(t.end, end=True)) for t in parse.tokens)
        return Parse(tuple(moved), parse.sentences)


def passage_of(text: str, clause: str, *pieces: tuple[int, int]) -> Passage:
    """A passage over pieces of the working text."""
    joined = " ".join(text[a:b] for a, b in pieces)
    # Same length, so offsets stay: a line end inside a clause is only a wrap.
    flat = "".join(" " if c in "\n\r\t\x0b\x0c" else c for c in joined)
    return Passage(clause, flat, tuple(pieces))


def sender_of(tokens: Sequence[Token], verb: Token) -> Token | None:
    """Who says what a participle says: Lebanon in "the mission received a complaint from Lebanon alleging that ..."."""
    before = tokens[verb.i - 1]
    sent = verb.tag == "VBG" and before.dep == "pobj" and tokens[before.head].lower == "from"
    return before if sent and verb.i else None
