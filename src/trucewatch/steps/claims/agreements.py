"""The agreements that a report speaks of, the duties it implies, and which of them a claim is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.ids import slug
from trucewatch.core.model import AgreementMention, Document, ImpliedCommitment, Link, Unlinked
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import Duty, ReportVocabulary

from .mentions import folded
from .report_dates import ReportDates

_NOUNS = frozenset(
    "agreement accord deal ceasefire cease-fire truce pact memorandum protocol armistice cessation treaty".split()
)
_WEAK = frozenset("arrangement statement package declaration document text roadmap understanding".split())
_OTHER_TOPICS = frozenset(
    "cooperation security training trade maritime energy defence defense economic contract gas oil supply".split()
)
_SIGN = frozenset("sign conclude reach agree strike adopt initial announce declare broker".split())
_FROM_SOURCE = "implied; clause text not quoted in the source"


@dataclass
class _Named:
    """One agreement: its mentions as ranges, the lemmas of their modifiers, its date and place."""

    main: bool
    ranges: list[tuple[int, int]] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    when: When | None = None
    place: tuple[int, int] | None = None
    id: str = ""


@dataclass
class _Duty:
    """One implied commitment: where the text speaks of it."""

    duty: Duty
    ranges: list[tuple[int, int, bool, bool]] = field(default_factory=list)
    id: str = ""

    @property
    def lemmas(self) -> frozenset[str]:
        return frozenset((*self.duty.verbs, *self.duty.nouns, *self.duty.objects))


class Subjects:
    """What the claims of a report can be about."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary, dates: ReportDates) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.dates = dates
        self.agreements: list[_Named] = []
        self.duties: dict[str, _Duty] = {}
        self._heads: dict[int, _Named] = {}
        self._duty_at: dict[int, set[str]] = {}
        self._by_word: dict[str, list[Duty]] = {}
        for duty in vocabulary.duties:
            for word in dict.fromkeys(w.split("_")[0] for w in (*duty.verbs, *duty.nouns)):
                self._by_word.setdefault(word, []).append(duty)

    # ------------------------------------------------------------------ agreements

    def collect(self, parse: Parse, sentences: Sequence[tuple[int, int]]) -> None:
        """Finds the agreements, their dates and places, and the implied duties."""
        tokens = [t for a, b in sentences for t in parse.tokens[a:b]]
        nouns = [t for t in tokens if t.pos in ("NOUN", "PROPN")]
        for token in nouns:
            if token.lemma in _NOUNS or (token.lemma in _WEAK and self._is_signed(parse, token)):
                self._agreement(parse, token)
        # "the arrangement" means the signed one once the text has called it so.
        covered = {i for a in self.agreements for s, e in a.ranges for i in range(s, e)}
        weak = {t.lemma for t in nouns if t.lemma in _WEAK and t.start in self._heads}
        for token in nouns:
            if token.lemma in weak and token.start not in covered:
                self._agreement(parse, token)
        for sentence in sentences:
            self._dated(parse, sentence)
        main = self.main
        if main is not None and main.when is not None:
            self.dates.event_day = main.when.earliest
        for token in tokens:
            self._duty(parse, token)

    @property
    def main(self) -> _Named | None:
        """The agreement that the report is about: the ceasefire, before other contracts."""
        return next((a for a in self.agreements if a.main), self.agreements[0] if self.agreements else None)

    def _is_signed(self, parse: Parse, token: Token) -> bool:
        """Whether a word like "statement" names something signed: "of 27 November", "signed on ..."."""
        below = parse.children(token, "acl", "relcl")
        if any(k.lemma in _SIGN for k in below):
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
        if token.start in self._heads or (token.dep == "compound" and parse.tokens[token.head].lemma in _NOUNS):
            return
        if token.lemma in ("cessation",) and not any(k.lower == "of" for k in parse.children(token)):
            return
        governor = parse.tokens[token.head]
        if governor.lower == "of" and parse.tokens[governor.head].lemma == "cessation":
            return
        start, end = _noun_phrase(parse, token)
        words = {t.lemma for t in parse.tokens[max(0, token.i - 12) : token.i + 12] if start <= t.start < end}
        topics = words & _OTHER_TOPICS
        ceasefire = bool(words & self.vocabulary.classes["ceasefire"])
        below = {t.lemma for k in parse.children(token, "prep", "conj") for t in parse.subtree(k)[:8]}
        if not ceasefire:
            topics = topics | (below & _OTHER_TOPICS if token.lemma == "memorandum" else set())
            if topics and token.dep == "conj":
                topics = topics | ({governor.lemma} & _OTHER_TOPICS)
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
        for k in parse.children(token, "prep"):
            for d in self.dates.dated(k.end, k.end + 8):
                if k.lower in ("of", "on", "from", "dated") and found.when is None:
                    found.when = d.when

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
            verb = parse.tokens[token.head]
            signs = verb.lemma in _SIGN and token.dep in ("dobj", "nsubjpass", "pobj")
            signs = signs or any(k.lemma in _SIGN for k in parse.children(token, "acl", "relcl"))
            if not signs:
                continue
            near = [d for d in self.dates.dated(tokens[0].start, tokens[-1].end) if not d.bound]
            if named.when is None and near:
                best = min(
                    near,
                    key=lambda d: (
                        abs(d.mention.start - verb.start) if verb.lemma in _SIGN else abs(d.mention.start - token.start)
                    ),
                )
                named.when = best.when
            if named.place is None:
                named.place = _place(parse, tokens, token)

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
            spans = list(dict.fromkeys(self.document.span(a, b) for a, b in named.ranges))
            longest = max(
                spans, key=lambda s: (sum(c.isupper() for c in s.exact) > 1, len(s.exact) if len(s.exact) < 70 else 0)
            )
            named.id = f"a{number}"
            place = self.document.span(*named.place) if named.place else None
            made.append(AgreementMention(named.id, longest, named.when, place, tuple(spans)))
        return tuple(made)

    # ------------------------------------------------------------------ implied duties

    def _duty(self, parse: Parse, token: Token) -> None:
        for duty in self._by_word.get(token.lemma, ()):
            bounds = _nominal(parse, token, duty) if token.pos in ("NOUN", "PROPN") else _verbal(parse, token, duty)
            if bounds is not None:
                entry = self.duties.setdefault(duty.id, _Duty(duty))
                entry.ranges.append((*bounds, token.pos != "VERB", _is_required(parse, token)))
                self._duty_at.setdefault(bounds[0], set()).add(duty.id)
                return

    def commitments(self) -> tuple[ImpliedCommitment, ...]:
        """The implied commitments as values; sets their ids."""
        main = self.main
        made = []
        for duty in self.duties.values():
            start, end, *_ = max(duty.ranges[:12], key=lambda r: (self._told(duty, r), r[2], min(r[1] - r[0], 70)))
            span = self.document.span(start, end)
            duty.id = f"c_{slug(duty.duty.id)}"
            made.append(ImpliedCommitment(duty.id, main.id if main else None, span, _FROM_SOURCE))
        return tuple(made)

    def _told(self, duty: _Duty, bounds: tuple[int, int, bool, bool]) -> int:
        """How much of the duty a mention names: its act and its object."""
        words = set(folded(self.document.text[bounds[0] : bounds[1]]).split())
        if duty.duty.id == "ceasefire":
            return 2 if words & {"ceasefire", "truce", "cessation", "armistice"} else 1
        if bounds[2]:
            return 4 if len(words) > 1 else 1
        return 4 if bounds[3] else 2

    def link(self, tokens: Iterable[Token], inherited: Link | None) -> Link | Unlinked:
        """What a proposition is about: the duty and the agreement whose words stand in it."""
        tokens = list(tokens)
        lemmas = {t.lemma for t in tokens}
        inside = {duty_id for t in tokens for duty_id in self._duty_at.get(t.start, ())}
        scored = sorted(((self._score(d.duty, inside, lemmas), d) for d in self.duties.values()), key=lambda s: -s[0])
        named = next((self._heads[t.start] for t in tokens if t.start in self._heads), None)
        main = self.main
        agreement = named if named is not None and named.main else main
        if scored and scored[0][0] >= 1.6:
            duty = scored[0][1]
            return Link(duty.id, agreement.id if agreement else None, f'its words speak of "{duty.duty.id}"')
        if inherited is not None and named is None:
            return Link(inherited.commitment, inherited.agreement, "taken over from the claim it refers to")
        if agreement is not None:
            duty_id = self.duties["ceasefire"].id if "ceasefire" in self.duties else None
            reason = "names the agreement" if named is not None else "the agreement that the report is about"
            return Link(duty_id, agreement.id, reason)
        return Unlinked("no agreement and no duty is named near the claim")

    def _score(self, duty: Duty, inside: set[str], lemmas: set[str]) -> float:
        score = 2.0 * (duty.id in inside) + len(lemmas & set(duty.objects))
        score += bool(lemmas & {*duty.verbs, *duty.nouns})
        # The ceasefire is in everything: a more specific duty that fits as well comes first.
        return score - 0.4 * (duty.id == "ceasefire")


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
    last = token
    for kid in parse.children(token, "prep", "appos"):
        if kid.i > token.i and kid.lower in ("of", "on") and token.lemma in ("memorandum", "cessation", "package"):
            below = [t for t in parse.subtree(kid) if t.i - kid.i < 6]
            ends = (
                t.i - kid.i for t in below[1:] if t.pos in ("PUNCT", "PRON", "VERB") or t.lower in ("in", "at", "with")
            )
            last = max(last, below[next(ends, len(below)) - 1], key=lambda t: t.i)
    nxt = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if last is token and nxt is not None and nxt.lower == "agreement":
        last = nxt
    return first.start, last.end


def _place(parse: Parse, tokens: Sequence[Token], token: Token) -> tuple[int, int] | None:
    for kid in tokens[token.i - tokens[0].i :]:
        if kid.lower in ("in", "at") and kid.dep == "prep":
            for place in parse.children(kid, "pobj"):
                if place.pos == "PROPN" and place.entity not in ("DATE", "PERSON", "TIME"):
                    start = min(
                        (t.start for t in parse.children(place, "compound") if t.i < place.i), default=place.start
                    )
                    return start, place.end
    return None


def _nominal(parse: Parse, token: Token, duty: Duty) -> tuple[int, int] | None:
    """ "withdrawal of heavy weapons", "prisoner exchange", "attacks on pipelines"."""
    if token.lemma not in duty.nouns:
        return None
    objects = set(duty.objects)
    left = [
        k
        for k in parse.children(token, "compound", "amod", "poss", "nmod")
        if k.i < token.i and k.pos not in ("DET", "PRON")
    ]
    right = [k for k in parse.children(token, "prep") if k.lower in ("of", "on", "from", "by")]
    below = [t for k in right for t in parse.subtree(k)[:9]]
    named = bool({t.lemma for t in (*left, *below)} & objects)
    if not named and not (duty.bare and (duty.id == "ceasefire" or not left + below)):
        return None
    start = min((k.start for k in left if k.i >= token.i - 3), default=token.start)
    last = token
    for kid in right:
        span = parse.subtree(kid)
        if kid.lower == "of" and len(span) <= 9:
            last = span[-1] if span[-1].pos != "PUNCT" else parse.tokens[span[-1].i - 1]
    return start, max(last.end, token.end)


def _verbal(parse: Parse, token: Token, duty: Duty) -> tuple[int, int] | None:
    """ "free all prisoners of war", "pull his troops back"."""
    lemma = token.lemma
    particles = {f"{lemma}_{k.lemma}" for k in parse.children(token, "prt", "advmod")}
    if token.pos != "VERB" or not ({lemma} | particles) & set(duty.verbs):
        return None
    goals = [o for k in parse.children(token, "prep") if k.lower == "on" for o in parse.children(k, "pobj")]
    for thing in (*parse.children(token, "dobj", "nsubjpass", "nsubj"), *goals):
        if thing.lemma not in duty.objects:
            continue
        if thing.dep == "nsubj" and not duty.id.startswith("withdraw"):
            continue
        span = [t for t in parse.subtree(thing) if t.dep not in ("relcl", "acl") and abs(t.i - thing.i) < 7]
        if thing.i > token.i:
            return token.start, max(t.end for t in span)
        return thing.start, token.end
    return None


def _is_required(parse: Parse, token: Token) -> bool:
    """Whether a verb stands under an obligation: "was to free", "must withdraw", "agreed to open"."""
    above = parse.tokens[token.head]
    governed = token.dep == "xcomp" and above.lemma in (
        "be",
        "require",
        "oblige",
        "agree",
        "commit",
        "undertake",
        "have",
    )
    return governed or any(k.lower in ("must", "shall", "should") for k in parse.children(token, "aux"))
