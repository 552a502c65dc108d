"""What a binding word says about who, what, where, when, verified by whom, else what."""

import re
from collections.abc import Callable, Iterator, Sequence

from trucewatch.core.model import Missing, Modality, Slot, Slots
from trucewatch.core.parse import Token
from trucewatch.core.quotes import Span
from trucewatch.core.time_limits import Limit

from . import lexicon as lex
from .binding import Predicate, is_actor, is_named_actor, merged_end
from .phrases import Phrases, spans_of
from .places import is_place, places, stranded_before

_CONDITION = re.compile(
    r"(?i)\b(?:provided(?:\s+that)?\b(?!\s+(?:by|for|with|to|in))|on\s+(?:the\s+)?condition\s+that|subject\s+to|if\b(?:\s*,[^,.;:]{1,60},)?(?!\s+(?:needed|necessary|possible))|unless|in\s+(?:the\s+)?(?:case|event)\s+(?:of|that)|failing\s+(?=that\b|this\b)|"
    r"only\s+(?:after|when|if|where)|as\s+long\s+as|so\s+long\s+as|where\b|whenever\b|should\s+(?=(?:an?|the|any|either|one|both|such|this|these|no|they|it)\b))(?:(?!\s+(?:and|they|it|(?:the|each|both|either)\s+\w+)\s+(?:shall|will|must|may)\b)[^,;.:])*"
)
_TRIGGER = re.compile(
    r"(?i)\b(?:once|after(?!\s+\d)|following\s+(?=(?:the|an?|its|their|this|such|any|each)\s+(?!following)|\w+(?:ion|al|ment|ure)\b)|as\s+soon\s+as(?!\s+(?:possible|practicable|feasible))|when\b|upon\s+(?=(?:\w+\s+){0,3}?(?:completion|receipt|request|notification|arrival|withdrawal|ratification|establishment|deployment|conclusion|expiry)))\s*(?:(?!\s+(?:shall|will|must|may)\b)[^,;.:])*"
)
_BEFORE = re.compile(
    r"(?i)\b(?:before(?!\s+(?:an?|the|any)\s+(?:\w+\s+)?(?:courts?|tribunals?|judges?|public|council|commission|committee)\b)|"
    r"prior\s+to|for\s+as\s+long\s+as)\s(?:(?!\s+(?:they|it|(?:the|each|both|either)\s+\w+)\s+(?:shall|will|must|may)\b)[^,;.:])*"
)
_EXCEPTION = re.compile(
    r"(?i)\b(?:except(?:ing)?(?:\s+(?:for|in|that|as|where|to|by|with|when))?|with\s+the\s+exception\s+of|excluding|save\s+(?:for|in|as|where)|other\s+than|apart\s+from)\s(?:(?!\s+(?:shall|will|must|may)\b)[^,;.:)])*"
)
_VERIFIER = re.compile(
    r"(?i)\b(?:under\s+(?:the\s+)?(?:close\s+|joint\s+|effective\s+|international\s+)*(?:monitoring|supervision|observation|verification|oversight|auspices)\s+(?:of|by)\s+|"
    r"(?:monitored|verified|supervised|certified|observed|witnessed|confirmed|inspected|overseen)(?:\s+and\s+\w+ed)?\s+by\s+|in\s+the\s+presence\s+of\s+|(?:monitoring|verification|supervision)\s+(?:\w+\s+){0,14}?by\s+(?=the\b|[A-Z]))"
)
_VERIFIER_FIRST = re.compile(
    r"\b(?:under|with)\s+(?:the\s+)?(?P<who>[A-Z][\w/-]*(?:\s+[A-Z][\w/-]*)*)\s+(?:monitoring|supervision|observation|verification|oversight)\b"
)
_VERIFIER_SAYS = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)\s+(?:has\s+|have\s+)?(?:confirms?|confirmed|certif(?:ies|y|ied)|verif(?:ies|y|ied))\b"
)
_CONSEQUENCE = re.compile(
    r"(?i)\b(?:failing\s+(?:which|that)|(?<=[,;.]\s)otherwise|in\s+default\s+of\s+which|on\s+pain\s+of|or\s+else)\b[^.;]*"
)
_NUMBERED = ("nummod", "quantmod")


def fill_slots(
    phrases: Phrases,
    predicate: Predicate,
    owned: tuple[int, int],
    limits: Sequence[Limit],
    siblings: Sequence[Limit],
    antecedent: Slot,
    end: int,
) -> Slots:
    """The slots of one commitment.

    `owned` is the stretch of the sentence that belongs to this binding word, `limits` its time limits,
    `siblings` all limits of the sentence, `antecedent` the bearer of the sentence before, for "they",
    `end` where the sentence ends.
    """
    timed = _in_limits(limits)
    keep = _Keeper(limits)
    return Slots(
        bearer=_bearer(phrases, predicate, keep, antecedent),
        action=_slot(spans_of(phrases, [_action(phrases, predicate)]), "no verb or action noun"),
        object=_slot(
            spans_of(phrases, [_cut(phrases, r, owned[1]) for r in _objects(phrases, predicate, keep)]), "no object"
        ),
        beneficiary=_slot(
            spans_of(phrases, list(_beneficiaries(phrases, predicate, keep))), "nobody is named as receiving it"
        ),
        place=_slot(spans_of(phrases, places(phrases, predicate, keep)), "no place"),
        quantity=_slot(spans_of(phrases, list(_quantities(phrases, predicate, timed, owned))), "no number"),
        deadline=_slot(
            spans_of(phrases, [(m.start, m.end) for m in limits] or list(_found(phrases, _BEFORE, owned))),
            "no time limit",
        ),
        trigger=_slot(
            spans_of(phrases, [r for r in _found(phrases, _TRIGGER, owned) if not _touches(r, siblings)]), "no trigger"
        ),
        condition=_slot(spans_of(phrases, list(_conditions(phrases, predicate, owned))), "no condition"),
        verifier=_verifier(phrases, owned),
        consequence=_slot(
            spans_of(
                phrases,
                [
                    r
                    for r in _found(phrases, _CONSEQUENCE, (owned[0], end))
                    if predicate.head.start < r[0] <= owned[1] + 2
                ],
            ),
            "nothing follows if it is not done",
        ),
        exception=_exception(phrases, predicate, owned),
    )


def _slot(spans: tuple[Span, ...], reason: str) -> Slot:
    return spans or Missing(reason)


def _cut(phrases: Phrases, bounds: tuple[int, int], high: int) -> tuple[int, int]:
    """The bounds without what belongs to the next binding word."""
    start, end = bounds
    if not start < high < end:
        return bounds
    start, end = phrases.trimmed(start, high)
    joiner = re.search(r"\s*,?\s+(?:and|or|but)$", phrases.document.text[start:end])
    return start, start + joiner.start() if joiner else end


def _in_limits(limits: Sequence[Limit]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in limits]


def _touches(bounds: tuple[int, int], limits: Sequence[Limit]) -> bool:
    return any(m.start < bounds[1] and bounds[0] < m.end for m in limits)


class _Keeper:
    """Whether a dependent belongs to a phrase: time limits, conditions and carve-outs have slots of their own."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.limits = _in_limits(limits)

    def __call__(self, token: Token) -> bool:
        if any(a <= token.start < b for a, b in self.limits):
            return False
        return token.lower not in (
            "except",
            "excluding",
            "including",
            "provided",
            "unless",
            "if",
            "under",
            "with",
            "without",
            "pursuant",
        )


# --------------------------------------------------------------------------- who


def _bearer(phrases: Phrases, predicate: Predicate, keep: _Keeper, antecedent: Slot) -> Slot:
    agent = _agent(phrases, predicate, keep)
    if agent is not None:
        return _slot(spans_of(phrases, [phrases.noun_phrase(agent, keep=keep)]), "no agent")
    if predicate.nominal or predicate.form in ("bare", "nominal", "ban", "leave"):
        if predicate.subject is not None and predicate.form in ("modal", "refrain") and is_actor(predicate.subject):
            return _slot(spans_of(phrases, [phrases.noun_phrase(predicate.subject, keep=keep)]), "no subject")
        reason = (
            "bare infinitive: nobody is addressed" if predicate.form == "bare" else "noun phrase: nobody is addressed"
        )
        return Missing(reason)
    if predicate.passive:
        return Missing("passive without an agent")
    subject = predicate.subject
    if subject is not None and any(a <= subject.start < b for a, b in keep.limits):
        # "By E-Day+30, foreign troops shall leave": the day is nobody.
        others = phrases.parse.children(predicate.head, "nsubj")
        subject = next((k for k in others if not any(a <= k.start < b for a, b in keep.limits)), None)
    if subject is None:
        return Missing("no subject")
    if subject.lower == "it" and subject.dep in ("expl", "nsubjpass"):
        return Missing("“it” names nobody")
    if subject.lower == "it":
        return _it(phrases, predicate, subject, antecedent)
    if any(t.lower == "nothing" for t in phrases.parse.subtree(subject)):
        return Missing("“nothing” names nobody")
    if not is_actor(subject) or (
        _happens(phrases, predicate) and not is_named_actor(subject) and subject.lemma not in lex.PEOPLE
    ):
        return Missing("the subject is not somebody who can act")
    own = spans_of(
        phrases, [_with_first(phrases, phrases.noun_phrase(subject, keep=_without_prepositions(keep)), subject)]
    )
    if subject.lower == "they" and not isinstance(antecedent, Missing) and _agrees("they", antecedent[0].exact):
        return (*own, *antecedent)
    return _slot(own, "no subject")


def _with_first(phrases: Phrases, bounds: tuple[int, int], subject: Token) -> tuple[int, int]:
    """The subject with the name joined before it, which the parser hung on the verb: "UNSMIL and the Commission"."""
    parse = phrases.parse
    first = parse.subtree(subject)[0].i
    joiner = parse.tokens[first - 1] if first else subject
    name = parse.tokens[joiner.head]
    if joiner.dep != "cc" or joiner.lower != "and" or name.head != subject.head or name.pos not in ("PROPN", "NOUN"):
        return bounds
    return phrases.noun_phrase(name, keep=lambda _: True, conjuncts=False)[0], bounds[1]


def _it(phrases: Phrases, predicate: Predicate, subject: Token, antecedent: Slot) -> Slot:
    """Whom "it" stands for: the bearer named before it in the same clause, where the verb needs somebody to act."""
    named = None if isinstance(antecedent, Missing) else antecedent[-1]
    if named is None or _happens(phrases, predicate) or not _agrees("it", named.exact):
        return Missing("“it” stands for nobody named as bound before it")
    low, high = phrases.document.text_range(named)
    if not phrases.pieces[-1][0] <= low < high <= subject.start:
        return Missing("“it” stands for nobody named as bound before it")
    return (*spans_of(phrases, [(subject.start, subject.end)]), named)


def _happens(phrases: Phrases, predicate: Predicate) -> bool:
    """Whether the verb says that something begins, lasts or ends, and not that somebody does it."""
    kids = phrases.parse.children(predicate.head, "dobj", "xcomp", "ccomp")
    return predicate.head.lemma in lex.HAPPENING and all(k.lower in ("effect", "place", "force") for k in kids)


def _agrees(pronoun: str, words: str) -> bool:
    """Whether a pronoun can stand for the words, by number."""
    plural = bool(re.search(r"(?i)(?:s|people)$|\band\b|^(?:both|all|the\s+two)\b", words.strip()))
    return plural == (pronoun == "they")


def _without_prepositions(keep: _Keeper) -> Callable[[Token], bool]:
    def kept(token: Token) -> bool:
        return keep(token) and not (
            token.dep == "prep" and token.lower not in ("of", "for", "to", "under", "from", "on")
        )

    return kept


def _agent(phrases: Phrases, predicate: Predicate, keep: _Keeper) -> Token | None:
    """The doer after "by", where it names somebody."""
    parse = phrases.parse
    for kid in parse.children(predicate.head, "agent", "prep"):
        if kid.lower == "by":
            for noun in parse.children(kid, "pobj"):
                if noun.pos != "NUM" and noun.lemma not in lex.TIME_NOUNS and is_named_actor(noun) and keep(noun):
                    return noun
    if predicate.nominal:
        for token in parse.subtree(predicate.head):
            if token.lower == "by" and parse.tokens[token.head].lemma not in (
                "monitoring",
                "supervision",
                "verification",
                "observation",
            ):
                for noun in parse.children(token, "pobj"):
                    if (
                        noun.lemma not in lex.TIME_NOUNS
                        and noun.pos != "NUM"
                        and is_named_actor(noun)
                        and parse.tokens[token.head].tag not in ("VBG", "VBN")
                    ):
                        return noun
    return None


# --------------------------------------------------------------------------- what


def _action(phrases: Phrases, predicate: Predicate) -> tuple[int, int]:
    parse, head = phrases.parse, predicate.head
    if predicate.nominal:
        low = head.i
        kin = {t.i for t in parse.children(head, "amod", "compound") if t.i < head.i}
        while low - 1 in kin and predicate.form in ("ban", "leave"):
            low -= 1
        if predicate.form == "refrain":
            low = min(low, predicate.first.i)
        return phrases.range_of(parse.tokens[low : _joined_noun(phrases, head).i + 1], head)
    last = merged_end(parse, head)
    verbs = [head, last]
    if head.pos == "NOUN" and parse.children(head, "aux"):
        # "Shall open fire": the tagger took the verb for an adjective.
        verbs += [k for k in parse.children(head, "amod") if k.i == head.i - 1]
    for kid in parse.children(last, "prt", "acomp", "oprd"):
        if kid.i - last.i <= 3:
            verbs.append(kid)
    if predicate.modality is Modality.EFFORT:
        verbs += [k for k in parse.children(last, "dobj") if k.lemma in lex.EFFORT_OBJECTS]
        verbs += [v for v in parse.children(last, "xcomp") if v.i - last.i <= 4]
    elif last.lemma in ("take", "come", "enter", "give", "put") and (
        noun := next(
            (
                k
                for k in parse.children(last, "dobj", "prep")
                if k.lower in ("effect", "into", "force", "place", "access")
            ),
            None,
        )
    ):
        verbs.append(noun)
        verbs += [k for k in parse.children(noun, "pobj") if noun.lower == "into"]
    start = min(t.i for t in verbs)
    if predicate.form == "refrain":
        start = min(start, predicate.first.i)
    end = max(t.i for t in verbs)
    return phrases.range_of(parse.tokens[start : end + 1], head)


def _joined_noun(phrases: Phrases, head: Token) -> Token:
    """The last of the nouns that stand side by side: "release and exchange"."""
    for kid in phrases.parse.children(head, "conj"):
        if kid.i - head.i <= 2 and kid.pos in ("NOUN", "PROPN"):
            return kid
    return head


def _objects(phrases: Phrases, predicate: Predicate, keep: _Keeper) -> list[tuple[int, int]]:
    parse, head = phrases.parse, predicate.head
    if predicate.nominal:
        preps = [p for p in parse.children(head, "prep") if p.lower in ("of", "on", "to", "for", "against")]
        nouns = [n for p in preps[:1] for n in parse.children(p, "pobj", "pcomp")]
        return [phrases.noun_phrase(n, keep=keep) for n in nouns]
    last = merged_end(parse, head)
    if predicate.passive and predicate.subject is not None:
        return [phrases.noun_phrase(predicate.subject, keep=keep)]
    nouns = [
        n
        for v in dict.fromkeys((head, last))
        for n in parse.children(v, "dobj", "attr", "oprd")
        if n.lemma not in lex.EFFORT_OBJECTS
        and n.tag not in ("WDT", "WP")
        and not (n.lemma in lex.TIME_NOUNS and n.dep == "dobj" and n.i > v.i)
        and not (n.lower in ("place", "effect", "force") and v.lemma in lex.HAPPENING)
        and stranded_before(phrases, n) is None
    ] or _listed_objects(phrases, head)
    if nouns:
        return [phrases.noun_phrase(n, keep=lambda t: keep(t) and not _receiver(phrases, t)) for n in nouns]
    clauses = [c for c in parse.children(last, "ccomp", "xcomp") if c.i > last.i]
    if clauses:
        return [phrases.range_of(parse.subtree(c), c) for c in clauses[:1]]
    preps = [
        p
        for p in parse.children(last, "prep")
        if p.i > last.i
        and not (p.lower == "from" and last.lemma in lex.MOVING)
        and (p.lower in ("of", "on", "with", "in", "from") or (p.lower == "by" and last.lemma in ("abide", "stand")))
        and last.lemma not in lex.HAPPENING
        and (keep(p) or (p.lower == "with" and last.lemma in lex.GOVERNS_WITH))
    ]
    preps = [p for p in preps if not is_place(phrases, p, moving=False)]
    nouns = [n for p in preps[:1] for n in parse.children(p, "pobj", "pcomp") if n.lemma not in lex.TIME_NOUNS]
    return [phrases.noun_phrase(n, keep=keep) for n in nouns]


def _listed_objects(phrases: Phrases, verb: Token) -> list[Token]:
    """Objects of verbs in a list that the tagger took for nouns: "recruit, train or arm persons"."""
    parse, chain = phrases.parse, [verb]
    for link in chain:
        chain += [k for k in parse.children(link, "conj") if k.pos == "NOUN"]
    return [n for link in chain[1:] for n in parse.children(link, "dobj")] or [
        n for n in chain[2:] if n.tag == "NNS" and not parse.children(n, "conj")
    ]


def _receiver(phrases: Phrases, prep: Token) -> bool:
    """Whether "to" after the thing given names who gets it."""
    nouns = phrases.parse.children(prep, "pobj") if prep.lower == "to" else ()
    giver = phrases.parse.tokens[phrases.parse.tokens[prep.head].head]
    return giver.lemma in lex.GIVING and any(is_named_actor(n) and n.lemma not in lex.PLACE_NOUNS for n in nouns)


def _beneficiaries(phrases: Phrases, predicate: Predicate, keep: _Keeper) -> Iterator[tuple[int, int]]:
    parse = phrases.parse
    given = parse.children(merged_end(parse, predicate.head), "dobj")
    # "Submit a report to the Parties": the parser may hang the receiver on the thing given.
    below = [k for n in given for k in parse.children(n, "prep") if _receiver(phrases, k)]
    for kid in (*parse.children(predicate.head, "dative", "prep"), *below):
        if kid.dep == "dative" and kid.pos != "ADP":
            yield phrases.noun_phrase(kid, keep=keep)
        elif kid.lower == "to" and predicate.head.lemma not in lex.MOVING:
            for noun in parse.children(kid, "pobj"):
                if (
                    is_named_actor(noun)
                    and noun.lemma not in lex.PLACE_NOUNS
                    and not any(a <= noun.start < b for a, b in keep.limits)
                ):
                    yield phrases.noun_phrase(noun, keep=keep)


def _quantities(
    phrases: Phrases, predicate: Predicate, timed: list[tuple[int, int]], owned: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    parse = phrases.parse
    for token in parse.subtree(predicate.head):
        if not owned[0] <= token.start < owned[1] and token.i > predicate.head.i:
            continue
        if token.pos != "NUM" or token.dep not in _NUMBERED or any(a <= token.start < b for a, b in timed):
            continue
        noun = parse.tokens[token.head]
        if noun.lemma in lex.TIME_NOUNS or noun.pos not in ("NOUN", "PROPN", "SYM") or noun.i < token.i:
            continue
        first = min((k.i for k in parse.subtree(token)), default=token.i)
        yield phrases.trimmed(parse.tokens[first].start, noun.end)


# --------------------------------------------------------------------------- on what terms


def _found(phrases: Phrases, pattern: re.Pattern[str], owned: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for hit in phrases.matches(pattern, owned):
        bounds = phrases.trimmed(*hit.span())
        if bounds[1] > bounds[0]:
            yield bounds


def _conditions(phrases: Phrases, predicate: Predicate, owned: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Conditions, up to where the subject begins: "In case of an incident the chief must call"."""
    parse, subject = phrases.parse, predicate.subject
    first = parse.subtree(subject)[0].start if subject is not None and not predicate.nominal else owned[1]
    for start, stop in _found(phrases, _CONDITION, owned):
        failing = phrases.document.text[start:stop].lower().startswith("failing")
        if failing and start > predicate.head.start:
            # What comes next waits for this to fail.
            continue
        modal = next((k.start for k in parse.children(predicate.head, "aux") if k.tag == "MD"), stop)
        yield phrases.trimmed(start, first) if start < first < modal < stop else (start, stop)


def _verifier(phrases: Phrases, owned: tuple[int, int]) -> Slot:
    ranges = [r for hit in phrases.matches(_VERIFIER, owned) if (r := phrases.words_from(hit.end(), owned[1]))]
    for pattern in (_VERIFIER_FIRST, _VERIFIER_SAYS):
        ranges += [hit.span("who") for hit in phrases.matches(pattern, owned)]
    return _slot(spans_of(phrases, ranges), "nobody is named to verify it")


def _exception(phrases: Phrases, predicate: Predicate, owned: tuple[int, int]) -> Slot:
    found = spans_of(phrases, list(_found(phrases, _EXCEPTION, owned)))
    if predicate.modality is not Modality.EXCEPTION or found:
        return _slot(found, "no exception")
    parse, head = phrases.parse, predicate.head
    nouns = list(parse.children(head, "dobj"))
    nouns += [
        n
        for p in parse.children(head, "prep")
        if p.lower in ("to", "from", "with")
        for n in parse.children(p, "pobj", "pcomp")
    ]
    return _slot(spans_of(phrases, [phrases.noun_phrase(n, keep=lambda _: True) for n in nouns[:1]]), "no exception")
