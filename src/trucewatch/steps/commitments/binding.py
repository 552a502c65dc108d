"""A binding word, whom it binds and how: what every construction shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.core.model import Modality
from trucewatch.core.parse import Parse, Token

from . import lexicon as lex


@dataclass(frozen=True, slots=True)
class Predicate:
    """A binding word and how it binds.

    `head` governs the action's own dependents; `subject` is who the sentence names as acting (or what
    it names as acted upon when `passive`); `group` ties coordinated verbs that share what precedes them.
    """

    head: Token
    modality: Modality
    subject: Token | None
    passive: bool
    group: int
    first: Token
    nominal: bool = False
    form: str = "modal"


def modal_modality(parse: Parse, verb: Token, modal: str) -> Modality:
    """How a verb under the modal binds."""
    if modal in ("may", "can"):
        base = Modality.PERMISSION
    elif modal in ("should", "ought"):
        base = Modality.EFFORT
    else:
        base = Modality.OBLIGATION
    return polarity(parse, verb, base)


def polarity(parse: Parse, verb: Token, base: Modality) -> Modality:
    """The modality that the verb keeps or turns into by its "not", its "no" or its own meaning."""
    subject, _ = subject_of(parse, verb)
    negated = bool(parse.children(verb, "neg")) or any(
        t.lower in ("not", "never") and t.i < verb.i for t in parse.children(verb, "advmod")
    )
    words = {t.lower for t in parse.subtree(subject)} if subject is not None else set()
    if "nothing" in words:
        return Modality.EXCEPTION
    if negated and verb.lemma in lex.UNTOUCHING and (subject is None or not is_actor(subject)):
        return Modality.EXCEPTION
    if (
        words & lex.NOBODY
        and subject is not None
        and any(k.lower in lex.NOBODY for k in (subject, *parse.children(subject, "det", "preconj", "cc", "advmod")))
    ):
        negated = not negated
    before = {k.lower for k in parse.children(verb) if k.i < verb.i}
    if _in_no_case(parse, verb) or before & {"neither", "nor"}:
        negated = not negated
    if _of_nothing(parse, verb):
        negated = not negated
    if negated:
        return Modality.PROHIBITION
    if verb.lemma in lex.REFRAINING:
        return Modality.PROHIBITION
    if base is not Modality.PERMISSION and _is_effort(parse, verb):
        return Modality.EFFORT
    return base


def _of_nothing(parse: Parse, verb: Token) -> bool:
    """Whether the object is ruled out: "perform no operations"."""
    return any(k.lower == "no" for n in parse.children(verb, "dobj", "attr") for k in parse.children(n, "det"))


def _in_no_case(parse: Parse, verb: Token) -> bool:
    """Whether "under no circumstances" or "at no time" stands before the verb in its own clause."""
    for token in reversed(parse.tokens[: verb.i]):
        if token.text in (".", ";"):
            return False
        if token.lower == "no" and token.i and parse.tokens[token.i - 1].lower in ("in", "under", "at", "on", "by"):
            return parse.tokens[token.i + 1].lemma in lex.CASES
    return False


def _is_effort(parse: Parse, verb: Token) -> bool:
    if verb.lemma in lex.EFFORTS and not parse.children(verb, "auxpass"):
        return True
    if verb.lemma in ("make", "use", "do", "exert", "take") and any(
        k.lemma in lex.EFFORT_OBJECTS for k in parse.children(verb, "dobj")
    ):
        return True
    if verb.lemma == "work" and any(k.lower in ("towards", "toward", "for") for k in parse.children(verb, "prep")):
        return True
    hedged = any(
        t.lower in lex.HEDGES and parse.tokens[t.i - 1].lower in ("as", "where", "if", "whenever")
        for t in parse.subtree(verb)
        if t.i
    )
    return verb.lemma in ("facilitate", "support", "promote") and hedged


def subject_of(parse: Parse, verb: Token) -> tuple[Token | None, bool]:
    """(subject, passive): the verb's own subject, or the one it shares with the verb it is joined to."""
    passive = bool(parse.children(verb, "auxpass", "nsubjpass"))
    own_modal = _modal(parse, verb)
    if own_modal and (noun := _before_modal(parse, verb)) is not None:
        return noun, passive
    nearest = None
    for link in (verb, *parse.ancestors(verb)):
        # "determine whether it is a breach, and shall report": "shall" goes back to who determines.
        for kid in parse.children(link, "nsubj", "nsubjpass", "csubj", "expl"):
            if link is verb or not own_modal or _modal(parse, link):
                return kid, passive or kid.dep == "nsubjpass"
            nearest = nearest or kid
        if link.dep not in ("conj", "xcomp", "ccomp"):
            break
    if nearest is None and own_modal:
        # "Both will keep a room and, if asked, will send teams": the parser puts the first verb below the second.
        for kid in parse.children(verb, "ccomp"):
            if kid.i < verb.i and parse.children(kid, "cc") and _modal(parse, kid):
                return subject_of(parse, kid)[0], passive
    # "The Parties accept the mandate and shall not obstruct it": no modal stands above.
    return nearest, passive


def _before_modal(parse: Parse, verb: Token) -> Token | None:
    """The noun right before a joined verb's own modal, which the parser gave to the verb before.

    "Suspend training agreements and training crews shall leave": the crews leave.
    """
    modal = next((k for k in parse.children(verb, "aux") if k.tag == "MD"), None)
    if (
        modal is None
        or not modal.i
        or verb.dep != "conj"
        or parse.children(verb, "nsubj", "nsubjpass", "csubj", "expl")
    ):
        return None
    noun = parse.tokens[modal.i - 1]
    joined = noun.dep == "conj" and noun.pos in ("NOUN", "PROPN")
    return noun if joined and verb.head in {t.i for t in parse.ancestors(noun)} else None


def _modal(parse: Parse, verb: Token) -> bool:
    return any(k.tag == "MD" for k in parse.children(verb, "aux"))


def coordinated(
    parse: Parse, verb: Token, modality: Modality, binder: Token, *, form: str = "modal"
) -> Iterator[Predicate]:
    """The verb and the verbs joined to it under the same binder."""
    subject, passive = subject_of(parse, verb)
    yield Predicate(verb, modality, subject, passive, binder.i, verb, form=form)
    last = verb
    for other in _conjuncts(parse, verb):
        merged, last = _merged(parse, last, other), other
        if merged:
            continue
        own, other_passive = subject_of(parse, other)
        negated = bool(parse.children(other, "neg"))
        kind = modality
        if negated or other.lemma in lex.REFRAINING or (modality is Modality.OBLIGATION and _of_nothing(parse, other)):
            kind = Modality.PROHIBITION
        elif (
            modality is Modality.EFFORT and not _is_effort(parse, other) and form == "modal" and _is_effort(parse, verb)
        ) or (
            modality is Modality.PROHIBITION
            and any(k.lower == "but" for k in parse.children(parse.tokens[other.head], "cc"))
        ):
            kind = Modality.OBLIGATION
        yield Predicate(other, kind, own, other_passive, binder.i, other, form=form)


def _conjuncts(parse: Parse, verb: Token) -> Iterator[Token]:
    """The verbs joined to this one; one with a modal of its own starts a group of its own."""
    for kid in parse.children(verb, "conj"):
        # A participle joined to a bare verb is an adjective further on: "release hostages and detained persons".
        # So is a past tense right after a noun: "extend the truce agreed on 1 October".
        participle = kid.tag == "VBN" or (kid.tag == "VBD" and parse.tokens[kid.i - 1].pos in ("NOUN", "PROPN"))
        stray = participle and verb.tag in ("VB", "VBP") and not parse.children(kid, "auxpass", "aux")
        feeling = kid.lemma in lex.FEELING and not _modal(parse, verb)
        if kid.pos in ("VERB", "AUX") and kid.tag != "VBG" and not (stray or feeling or _modal(parse, kid)):
            yield kid
            yield from _conjuncts(parse, kid)


def _merged(parse: Parse, verb: Token, other: Token) -> bool:
    """Whether two joined verbs stand side by side and share what follows: "monitor and verify"."""
    between = parse.tokens[verb.i + 1 : other.i]
    return len(between) <= 3 and all(t.pos in ("CCONJ", "PUNCT", "ADV") for t in between)


def merged_end(parse: Parse, verb: Token) -> Token:
    """The last of the verbs that stand side by side with this one."""
    last = verb
    for other in _conjuncts(parse, verb):
        if _merged(parse, last, other):
            last = other
    return last


def has_to(parse: Parse, verb: Token) -> bool:
    return any(k.lower == "to" for k in parse.children(verb, "aux"))


def is_named_actor(token: Token) -> bool:
    """Whether the noun surely names somebody: a known role, or a name that is no text or place."""
    if token.lemma in lex.ACTOR_NOUNS or token.lemma in lex.ACTING_BODIES:
        return True
    return (
        token.pos == "PROPN"
        and token.lemma not in lex.NON_ACTORS | lex.TIME_NOUNS | lex.PLACE_NOUNS
        and token.text[:1].isupper()
    )


def is_actor(token: Token) -> bool:
    """Whether the noun names somebody who can bear a duty."""
    lemma = token.lemma
    if lemma in lex.ACTOR_NOUNS or lemma in lex.ACTING_BODIES or token.lower in lex.ACTOR_NOUNS:
        return True
    if lemma in lex.NON_ACTORS or lemma in lex.TIME_NOUNS or token.lower in lex.NON_ACTORS:
        return False
    if token.pos == "PROPN" or token.lower in lex.ANYBODY:
        return True
    if token.pos == "PRON":
        return token.lower in (
            "they",
            "it",
            "he",
            "she",
            "we",
            "each",
            "both",
            "neither",
            "either",
            "all",
            "none",
            "themselves",
        )
    return not lemma.endswith(("tion", "ment", "sion", "ance", "ence", "ity", "al", "ness", "ing", "ure"))
