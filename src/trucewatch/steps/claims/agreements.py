"""The agreements that a report speaks of: names, date and place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.model import AgreementMention, Document
from trucewatch.core.parse import Parse, Token
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.reports import ReportVocabulary

from .agreement_dates import IN_SENTENCE, NOUNS, WEAK, Told, beside, of_name
from .duty_phrases import whole_words, without_praise
from .report_dates import ReportDates

# Words that show another contract than the ceasefire.
OTHER_TOPICS = frozenset(
    "cooperation security training trade maritime energy defence defense economic contract gas oil supply".split()
)
# Bodies that bear the name of an accord: "Government of National Accord".
_NAMED_BY = frozenset("government party movement alliance front coalition bloc cabinet council".split())
_NAMES = frozenset("signature name initial".split())
_SIGN = frozenset("sign undersign conclude reach agree strike adopt initial announce declare broker".split())


@dataclass
class _Named:
    """One agreement: its mentions as ranges, the lemmas of their modifiers, its date and place."""

    main: bool
    ranges: list[tuple[int, int]] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    when: When | None = None
    place: tuple[int, int] | None = None
    id: str = ""
    told: list[Told] = field(default_factory=list)


class Subjects:
    """The agreements that the claims of a report can be about."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary, dates: ReportDates) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.dates = dates
        self.agreements: list[_Named] = []
        self._heads: dict[int, _Named] = {}
        self._made: dict[str, AgreementMention] = {}

    # ------------------------------------------------------------------ agreements

    def collect(self, parse: Parse, sentences: Sequence[tuple[int, int]]) -> None:
        """Finds the agreements, their dates and places."""
        tokens = [t for a, b in sentences for t in parse.tokens[a:b]]
        nouns = [t for t in tokens if t.pos in ("NOUN", "PROPN")]
        for token in nouns:
            if token.lemma in NOUNS or (token.lemma in WEAK and self._is_signed(parse, token)):
                self._agreement(parse, token)
        # "the arrangement" means the signed one once the text has called it so.
        covered = {i for a in self.agreements for s, e in a.ranges for i in range(s, e)}
        weak = {t.lemma for t in nouns if t.lemma in WEAK and t.start in self._heads}
        for token in nouns:
            if token.lemma in weak and token.start not in covered:
                self._agreement(parse, token)
        for sentence in sentences:
            self._dated(parse, sentence)
        for named in self.agreements:
            told = of_name(
                self.document.text, self._name(named).exact, [*beside(self.dates, named.ranges), *named.told]
            )
            if told is not None:
                named.when, named.place = told.when, told.place or named.place
        main = self.main
        if main is not None and main.when is not None:
            self.dates.event_day = main.when.earliest

    @property
    def main(self) -> _Named | None:
        """The agreement that the report is about: the ceasefire, before other contracts."""
        return next((a for a in self.agreements if a.main), self.agreements[0] if self.agreements else None)

    def _is_signed(self, parse: Parse, token: Token) -> bool:
        """Whether a word like "statement" names something signed: "of 27 November", "signed on ..."."""
        below = parse.children(token, "acl", "relcl")
        if any(k.lemma in _SIGN for k in below):
            return True
        named = token.lemma in ("understanding", "arrangement", "roadmap", "act", "concordat") and (
            any(k.pos == "PROPN" for k in parse.children(token, "compound", "nmod", "amod"))
            or any(
                o.pos == "PROPN" for k in parse.children(token, "prep") if k.lower == "of" for o in parse.children(k)
            )
        )
        if named or (token.dep in ("dobj", "nsubjpass") and parse.tokens[token.head].lemma in _SIGN - {"reach"}):
            return True
        capital = token.text[:1].isupper() and token.i > 0 and parse.tokens[token.i - 1].lower in ("the", "a")
        if capital and token.lemma == "package":
            return True
        of = [k for k in parse.children(token, "prep") if k.lower == "of"]
        return any(self.dates.between(k.end, k.end + 6) for k in of) and token.lemma in (
            "arrangement",
            "statement",
            "declaration",
            "understanding",
        )

    def _agreement(self, parse: Parse, token: Token) -> None:
        if token.start in self._heads or (token.dep == "compound" and parse.tokens[token.head].lemma in NOUNS):
            return
        if token.lemma in ("cessation",) and not any(k.lower == "of" for k in parse.children(token)):
            return
        governor = parse.tokens[token.head]
        whose = parse.tokens[governor.head]
        if governor.lower == "of" and whose.pos == "PROPN" and whose.lemma.lower() in _NAMED_BY:
            # The "Accord" of a "Government of National Accord" is part of a body's name.
            return
        if governor.lower == "of" and parse.tokens[governor.head].lemma == "cessation":
            return
        start, end = _noun_phrase(parse, token)
        gerund = any(k.i == token.i + 1 and k.tag == "VBG" for k in parse.children(token, "acl"))
        if token.dep == "compound" or gerund:
            # "The UNSMIL ceasefire monitoring component": what stands before it belongs to the component.
            start = token.start
        words = {t.lemma for t in parse.tokens[max(0, token.i - 12) : token.i + 12] if start <= t.start < end}
        topics = words & OTHER_TOPICS
        ceasefire = bool(words & self.vocabulary.classes["ceasefire"])
        below = {t.lemma for k in parse.children(token, "prep", "conj") for t in parse.subtree(k)[:8]}
        if not ceasefire:
            topics = topics | (below & OTHER_TOPICS if token.lemma == "memorandum" else set())
            if topics and token.dep == "conj":
                topics = topics | ({governor.lemma} & OTHER_TOPICS)
        if token.tag == "NNS" and not topics and not ceasefire:
            return
        indefinite = parse.tokens[max(0, token.i - 4) : token.i] and not any(
            t.lower in ("the", "this", "their", "its", "our") for t in parse.tokens[max(0, token.i - 4) : token.i]
        )
        if (
            indefinite
            and any(k.lower == "with" for k in parse.children(token, "prep"))
            and not ceasefire
            and self.agreements
            and not topics
        ):
            return
        other = not ceasefire and (bool(topics) or token.lemma == "memorandum")
        found = self._same(other, topics)
        if found is None:
            found = _Named(main=not other)
            self.agreements.append(found)
        found.topics |= topics
        found.ranges.append((start, end))
        self._heads[token.start] = found

    def _same(self, other: bool, topics: set[str]) -> _Named | None:
        for agreement in self.agreements:
            if agreement.main != other and (not other or not topics or agreement.topics & topics):
                return agreement
        return None

    def _dated(self, parse: Parse, sentence: tuple[int, int]) -> None:
        """Date and place of the signing, from a sentence that tells of it."""
        tokens = parse.tokens[sentence[0] : sentence[1]]
        for token in tokens:
            named = self._heads.get(token.start)
            if named is None:
                continue
            verb = _signing(parse, token)
            if verb is None:
                continue
            near = [
                d
                for d in self.dates.dated(tokens[0].start, tokens[-1].end)
                if not d.bound and not _parted(tokens, d.mention.start, verb)
            ]
            place = _place(parse, tokens, token)
            if near:
                best = min(near, key=lambda d: abs(d.mention.start - verb.start))
                own = next(r for r in named.ranges if r[0] <= token.start < r[1])
                named.told.append(Told(own, best.when, IN_SENTENCE, place))
            elif named.place is None:
                named.place = place

    def is_text(self, parse: Parse, token: Token | None) -> bool:
        """Whether a noun phrase means an agreement or its text."""
        if token is None:
            return False
        if token.start in self._heads or token.lemma in self.vocabulary.classes["agreement"]:
            return True
        return token.lemma in ("statement", "signing", "order", "clause") and any(
            t.start in self._heads for t in parse.subtree(token)
        )

    def is_main(self, token: Token) -> bool | None:
        """True for the ceasefire, False for another agreement, None for something else."""
        named = self._heads.get(token.start)
        return named is self.main if named is not None else None

    def mentions(self) -> tuple[AgreementMention, ...]:
        """The agreements as values; sets the ids that links refer to."""
        made = []
        for number, named in enumerate(self.agreements, 1):
            spans = self._spans(named)
            named.id = f"a{number}"
            place = self.document.span(*named.place) if named.place else None
            made.append(AgreementMention(named.id, self._name(named), named.when, place, tuple(spans)))
            self._made[named.id] = made[-1]
        return tuple(made)

    def _spans(self, named: _Named) -> list[Span]:
        return list(dict.fromkeys(self.document.span(*whole_words(self.document.text, *r)) for r in named.ranges))

    def _name(self, named: _Named) -> Span:
        """The fullest of its names, one with capitals before others."""
        return max(
            self._spans(named),
            key=lambda s: (sum(c.isupper() for c in s.exact) > 1, len(s.exact) if len(s.exact) < 70 else 0),
        )

    def named_in(self, tokens: Iterable[Token]) -> AgreementMention | None:
        """The agreement that some words name; another contract that a duty is about is none. Call `mentions` first."""
        named = next((self._heads[t.start] for t in tokens if t.start in self._heads), None)
        return self._made.get(named.id) if named is not None and named.main else None

    def names(self, tokens: Iterable[Token]) -> bool:
        """Whether some words name an agreement."""
        return any(t.start in self._heads for t in tokens)

    @property
    def main_range(self) -> tuple[int, int] | None:
        """Where the text first names the agreement that it is about."""
        return self.main.ranges[0] if self.main is not None and self.main.main else None

    @property
    def main_mention(self) -> AgreementMention | None:
        """The agreement that the report is about, as a value; call `mentions` first."""
        return self._made.get(self.main.id) if self.main is not None else None


def _signing(parse: Parse, token: Token) -> Token | None:
    """The verb that tells of an agreement's signing: "signed it", "it was drafted and signed", "put their names to it"."""
    while token.dep in ("nmod", "compound", "appos") and parse.tokens[token.head].pos == "PROPN":
        # "The Cessation of Hostilities Agreement (CoHA)", where parsers take the letters for the noun.
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    if verb.lemma in _SIGN and token.dep in ("dobj", "nsubjpass", "pobj"):
        return verb
    if token.dep == "nsubjpass" and (later := [k for k in parse.children(verb, "conj") if k.lemma in _SIGN]):
        return later[0]
    named = parse.tokens[verb.head]
    if verb.lower == "to" and token.dep == "pobj":
        named = parse.tokens[named.head] if named.lemma in _NAMES else named
        if _puts_name(parse, named):
            return named
    below = parse.children(token, "acl", "relcl")
    return next((k for k in below if k.lemma in _SIGN or _puts_name(parse, k)), None)


def _puts_name(parse: Parse, verb: Token) -> bool:
    return verb.lemma in ("put", "set", "give", "append") and any(
        k.lemma in _NAMES for k in parse.children(verb, "dobj")
    )


def _parted(tokens: Sequence[Token], at: int, verb: Token) -> bool:
    """Whether another verb stands between a date and the signing: it is that one's date."""
    low, high = sorted((at, verb.start))
    return any(t.tag in ("VBD", "VBZ", "VBP") and t.pos == "VERB" and low < t.start < high for t in tokens)


def _noun_phrase(parse: Parse, token: Token) -> tuple[int, int]:
    left = [
        k
        for k in parse.children(token)
        if k.i < token.i and k.dep in ("compound", "amod", "nmod", "poss") and k.lower not in ("the",)
    ]
    first = min(
        [token, *left, *(t for k in left for t in parse.children(k, "compound", "amod", "nmod") if t.i < token.i)],
        key=lambda t: t.i,
    )
    while first.i < token.i and first.pos in ("PUNCT", "DET", "PRON"):
        first = parse.tokens[first.i + 1]
    first = without_praise(parse, first, token)
    last = token
    for kid in parse.children(token, "prep", "appos"):
        if kid.i > token.i and kid.lower in ("of", "on") and token.lemma in ("memorandum", "cessation", "package"):
            below = [t for t in parse.subtree(kid) if t.i - kid.i < 6]
            ends = (
                t.i - kid.i for t in below[1:] if t.pos in ("PUNCT", "PRON", "VERB") or t.lower in ("in", "at", "with")
            )
            last = max(last, below[next(ends, len(below)) - 1], key=lambda t: t.i)
    last = max(last, _titled_end(parse, token), key=lambda t: t.i)
    nxt = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if last is token and nxt is not None and nxt.lower == "agreement":
        last = nxt
    return first.start, last.end


def _titled_end(parse: Parse, token: Token) -> Token:
    """The last word of a name that goes on: "Agreement for Peace and Reconciliation", "arrangement of Pyla"."""
    last = token
    after = parse.tokens[token.i + 1 : token.i + 18]
    if not after or after[0].lower not in ("of", "for", "on") or not (token.text[:1].isupper() or token.lemma in WEAK):
        return token
    for t in after:
        if t.text[:1].isupper() and t.pos in ("PROPN", "NOUN", "ADJ") and t.entity != "DATE":
            last = t
        elif t.lower not in ("of", "for", "on", "and", "the", "in", "a", "an", "its", "to"):
            break
    return last


def _place(parse: Parse, tokens: Sequence[Token], token: Token) -> tuple[int, int] | None:
    for kid in tokens[token.i - tokens[0].i :]:
        if kid.lower in ("in", "at") and kid.dep == "prep":
            for place in parse.children(kid, "pobj"):
                named = place.lemma.lower() not in NOUNS | WEAK
                if named and place.pos == "PROPN" and place.entity not in ("DATE", "PERSON", "TIME"):
                    start = min(
                        (t.start for t in parse.children(place, "compound") if t.i < place.i), default=place.start
                    )
                    return start, place.end
    return None
