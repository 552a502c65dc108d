"""An agreement prepared for linking: the words of each commitment, and how well they tell it apart."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.core.model import Agreement, ClauseKind, Commitment, Missing
from trucewatch.core.parse import Parse, Token
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.matter_words import is_weak, matter_words, stem
from trucewatch.vocabulary.states import is_state

# Slots that say who does what to whom and where.
MATTER_SLOTS = ("bearer", "action", "object", "beneficiary", "place")
# Of these, the slots whose head says what the duty is about ("agreements" in "agreements on training").
CORE_SLOTS = ("bearer", "action", "object")
NAMES_ITSELF = re.compile(
    r"\b(?:[Tt]his|[Tt]he [Pp]resent|[Tt]he)\s+(?:Agreement|Protocol|Memorandum|Declaration|Arrangement|Accord)\b"
)
_NUMBERS = frozenset(
    stem(word)
    for word in "three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety "
    "hundred thousand dozen half second third".split()
)


@dataclass(frozen=True)
class Target:
    """A commitment as something to tie a claim to, with the outermost clause it stands in.

    `action` is in `core`, the heads of its main slots; `core` is in `matter`, all words of its slots; `rest` are
    the other words of its sentence.
    """

    commitment: Commitment
    article: str
    action: frozenset[str]
    core: frozenset[str]
    matter: frozenset[str]
    rest: frozenset[str]

    def weight(self, word: str) -> float:
        """How much it says that a claim shares this word."""
        return 1.5 if word in self.core else 1.0 if word in self.matter else 0.5


@dataclass(frozen=True)
class Index:
    """An agreement's commitments with what is known of their words.

    `spread` counts, per word, the commitments that have it; `articles` and `core_articles` are the outermost
    clauses that have it at all, and as a core word; `qualifiers` are used as adjectives or adverbs only; `names` are
    names of who is bound and of what the title is about.
    """

    agreement: Agreement
    targets: tuple[Target, ...]
    spread: Mapping[str, int]
    articles: Mapping[str, frozenset[str]]
    core_articles: Mapping[str, frozenset[str]]
    qualifiers: frozenset[str]
    names: frozenset[str] = frozenset()

    def rarity(self, word: str) -> float:
        """The fewer commitments have the word, the more it says."""
        return math.log(1 + len(self.targets) / self.spread[word])

    def strong(self, word: str) -> bool:
        """Whether the word says something of its own: no country, no number, and no word that fits any agreement."""
        return not is_weak(word) and not is_state(word) and word not in _NUMBERS

    def counts(self, word: str) -> bool:
        """Whether it makes a second word: the country's name stands everywhere and does not."""
        return not is_state(word)

    def tells(self, word: str, target: Target) -> bool:
        """Whether the word alone can tie a claim to the target: it singles out one article."""
        if word not in target.matter or not self.strong(word) or word in self.qualifiers:
            return False
        return self.singles_out(word) or self.core_articles.get(word) == frozenset({target.article})

    def singles_out(self, word: str) -> bool:
        """Whether a strong word stands in one article only."""
        return self.strong(word) and word not in self.qualifiers and len(self.articles[word]) == 1


def index_of(agreement: Agreement) -> Index:
    """The agreement prepared."""
    targets = tuple(_target(agreement, commitment) for commitment in agreement.commitments)
    spread: dict[str, int] = {}
    for target in targets:
        for word in target.matter | target.rest:
            spread[word] = spread.get(word, 0) + 1
    return Index(
        agreement=agreement,
        targets=targets,
        spread=spread,
        articles=_articles((target.article, target.matter | target.rest) for target in targets),
        core_articles=_articles((target.article, target.core) for target in targets),
        qualifiers=_qualifiers(agreement),
        names=_names(agreement),
    )


def _articles(words_of: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for article, words in words_of:
        for word in words:
            found.setdefault(word, set()).add(article)
    return {word: frozenset(articles) for word, articles in found.items()}


def _qualifiers(agreement: Agreement) -> frozenset[str]:
    tokens = [token for parse in agreement.parses.values() for token in parse.tokens]
    qualifying = {word for t in tokens if t.pos in ("ADJ", "ADV") for word in matter_words(t.text)}
    return frozenset(
        qualifying - {word for t in tokens if t.pos not in ("ADJ", "ADV") for word in matter_words(t.text)}
    )


def _names(agreement: Agreement) -> frozenset[str]:
    """Words that stand in the text only as names, where they say who owes something or what land the title speaks of."""
    tokens = [token for parse in agreement.parses.values() for token in parse.tokens]
    named = {word for t in tokens if t.pos == "PROPN" for word in matter_words(t.text)}
    common = {word for t in tokens if t.pos in ("NOUN", "VERB", "ADJ") for word in matter_words(t.text)}
    reads = agreement.document.reads
    bearers = [s for c in agreement.commitments if not isinstance(c.slots.bearer, Missing) for s in c.slots.bearer]
    texts = [*map(reads, bearers), *([reads(agreement.title)] if agreement.title else [])]
    return _words(texts) & frozenset(named - common)


def _target(agreement: Agreement, commitment: Commitment) -> Target:
    document = agreement.document
    slots = {name: slot for name, slot in commitment.slots.items() if not isinstance(slot, Missing)}
    sentence = _words([document.text[commitment.start : commitment.end]])
    action = _words(document.reads(span) for span in slots.get("action", ()))
    heads = _words(
        head for name in CORE_SLOTS for span in slots.get(name, ()) for head in _heads(agreement, commitment, span)
    )
    matter = _words(document.reads(span) for name in MATTER_SLOTS for span in slots.get(name, ())) or sentence
    article = outermost(agreement, commitment.clause)
    return Target(commitment, article, action, (action | heads) & matter, matter, sentence - matter)


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Matter words; what an agreement calls itself ("this Agreement") is none."""
    return frozenset(word for text in texts for word in matter_words(NAMES_ITSELF.sub(" ", text)))


def _heads(agreement: Agreement, commitment: Commitment, span: Span) -> Sequence[str]:
    """The words that the rest of a slot hangs on, with those joined to them by "and"; all words without a parse."""
    parse = agreement.parses.get(commitment.clause, Parse())
    start, end = agreement.document.text_range(span)
    inside = {token.i: token for token in parse.tokens if start <= token.start and token.end <= end}
    if not inside:
        return [agreement.document.reads(span)]
    return [token.text for token in inside.values() if _is_head(token, inside)]


def _is_head(token: Token, inside: Mapping[int, Token]) -> bool:
    if token.head == token.i or token.head not in inside:
        return True
    return token.dep == "conj" and _is_head(inside[token.head], inside)


def outermost(agreement: Agreement, clause_id: str) -> str:
    """The article or top-level point that a clause stands in."""
    clause = agreement.clause(clause_id)
    while clause.parent is not None:
        parent = agreement.clause(clause.parent)
        if parent.kind in (ClauseKind.PART, ClauseKind.ANNEX, ClauseKind.TITLE):
            break
        clause = parent
    return clause.id
