"""The words of a sentence that bind: verbs under a modal, performatives, bans, bare infinitives, nominal points."""

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.core.model import Modality
from trucewatch.core.parse import Parse, Token

from . import lexicon as lex
from .binding import Predicate, coordinated, has_to, modal_modality, polarity, subject_of
from .frames import (
    acts_now,
    charged,
    copula,
    done_now,
    falls_to,
    has_right,
    let,
    performative,
    permitted,
    requested,
)

_ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "al", "ing", "ure")


def find_predicates(parse: Parse, sentence: tuple[int, int], *, point: bool) -> list[Predicate]:
    """The binding words of one sentence in order of place.

    `point` says that the clause is a numbered point or list item, where a bare infinitive or a noun
    alone states a duty.
    """
    tokens = parse.tokens[sentence[0] : sentence[1]]
    found: dict[int, Predicate] = {}
    for token in tokens:
        for predicate in _bound_by(parse, token):
            found.setdefault(predicate.head.i, predicate)
    if not found:
        for predicate in _bare(parse, sentence, tokens, point):
            found.setdefault(predicate.head.i, predicate)
    return [found[i] for i in sorted(found)]


def _bound_by(parse: Parse, token: Token) -> Iterator[Predicate]:
    """What the token makes binding, by the first construction that it fits."""
    for reading in (_modal, _told, _given, _present, _headline):
        found = list(reading(parse, token))
        if found:
            yield from found
            return


def _modal(parse: Parse, token: Token) -> Iterator[Predicate]:
    if token.tag == "MD" and token.dep in ("aux", "ROOT") and token.lower in lex.MODALS | {"'ll"}:
        verb = parse.tokens[token.head]
        # "Should a dispute arise, the Parties shall consult": only the second modal is the verb's own.
        inverted = any(k.tag == "MD" and k.i > token.i for k in parse.children(verb, "aux"))
        framed = verb.lemma in lex.FALLING | {"be"} and any(falls_to(parse, verb))
        if verb is not token and not inverted and not framed and _counts(parse, verb, token):
            yield from coordinated(parse, verb, modal_modality(parse, verb, token.lower), token)


def _told(parse: Parse, token: Token) -> Iterator[Predicate]:
    """Who is said to be bound: "agree to", "are to", "it falls to", "we ask", "let"."""
    if token.lemma in lex.FALLING | {"be"} and token.dep not in ("aux", "auxpass"):
        found = list(falls_to(parse, token))
        yield from found or (copula(parse, token) if token.lemma == "be" else ())
    elif token.lemma in lex.PERFORMATIVES and token.pos in ("VERB", "AUX", "NOUN"):
        yield from performative(parse, token)
    elif token.lemma in lex.REQUESTING and token.pos == "VERB" and token.tag != "VBN":
        yield from requested(parse, token)
    elif token.lemma == "let" and token.head == token.i:
        yield from let(parse, token)
    elif (
        token.lemma in lex.DECLARING and token.tag in ("VBP", "VBZ", "VBD") and subject_of(parse, token)[0] is not None
    ):
        yield from coordinated(parse, token, Modality.DECLARATION, token, form="present")


def _given(parse: Parse, token: Token) -> Iterator[Predicate]:
    """What participles bind: "is prohibited", "are encouraged to", "is charged with", "is introduced"."""
    if token.tag not in ("VBN", "JJ") or not parse.children(token, "auxpass"):
        return
    if token.lemma in lex.BANNING | lex.ALLOWING:
        yield from permitted(parse, token)
    elif token.dep in ("relcl", "acl") or _modal_above(parse, token):
        return
    elif token.lemma in lex.CHARGING:
        yield from charged(parse, token)
    elif token.lemma in lex.ENCOURAGING:
        subject, _ = subject_of(parse, token)
        for verb in parse.children(token, "xcomp"):
            if has_to(parse, verb):
                yield Predicate(verb, Modality.EFFORT, subject, False, token.i, verb)
    elif token.lemma in lex.IMPOSING:
        subject, _ = subject_of(parse, token)
        if subject is not None and subject.lemma in lex.BAN_NOUNS:
            yield Predicate(token, Modality.PROHIBITION, subject, True, token.i, token)


def _modal_above(parse: Parse, token: Token) -> bool:
    return any(k.tag == "MD" for k in parse.children(token, "aux"))


def _present(parse: Parse, token: Token) -> Iterator[Predicate]:
    """Verbs that bind in the present tense: "takes effect", "does not apply", "withdraws its units"."""
    subject, _ = subject_of(parse, token) if token.pos in ("VERB", "AUX") else (None, False)
    negated = bool(parse.children(token, "neg"))
    if (
        token.tag in ("VBZ", "VBP")
        and token.lemma in lex.IN_EFFECT
        and token.head == token.i
        and subject is not None
        and subject.lemma in lex.NON_ACTORS
        and not negated
    ):
        # The text itself taking effect is a statement; a truce that begins on a day binds.
        kind = Modality.DECLARATION if subject.lemma in lex.TEXT_NOUNS else Modality.OBLIGATION
        yield from coordinated(parse, token, kind, token, form="present")
    elif (
        token.lemma in ("apply", "extend", "cover")
        and negated
        and any(k.lemma == "do" for k in parse.children(token, "aux"))
    ):
        yield from coordinated(parse, token, Modality.EXCEPTION, token, form="present")
    elif token.lemma == "have" and token.tag in ("VBP", "VBZ") and has_right(parse, token):
        yield Predicate(token, Modality.PERMISSION, subject, False, token.i, token)
    elif token.pos in ("VERB", "AUX") and (acts_now(parse, token) or done_now(parse, token)):
        # "Each Party withdraws its units": the drafter's present tense binds like "shall".
        yield from coordinated(parse, token, polarity(parse, token, Modality.OBLIGATION), token, form="present")


def _headline(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "JMEC to be restructured", "The Mission to place teams": the headline's way of saying "is to"."""
    if token.tag not in ("VB", "VBN") or not has_to(parse, token):
        return
    kind = polarity(parse, token, Modality.OBLIGATION)
    if token.dep == "ROOT":
        yield from coordinated(parse, token, kind, token)
    elif (name := _named_before(parse, token)) is not None:
        yield from (replace(p, subject=name) for p in coordinated(parse, token, kind, token))


def _named_before(parse: Parse, verb: Token) -> Token | None:
    """The name that opens the sentence right before "to", where the parser lost its sentence for it."""
    to = next(k for k in parse.children(verb, "aux") if k.lower == "to")
    head = parse.tokens[verb.head]
    opens = head.head == head.i and head.i < to.i and all(t.dep != "aux" for t in parse.children(head))
    named = head.pos == "PROPN" or (head.text.isupper() and len(head.text) > 1)
    return head if opens and named and verb.dep in ("advcl", "xcomp", "acl", "relcl") else None


def _counts(parse: Parse, verb: Token, modal: Token) -> bool:
    """Whether a verb under a modal binds where it stands."""
    strong = modal.lower in ("shall", "must", "should")
    for link in (verb, *parse.ancestors(verb)):
        if link.dep in ("relcl", "acl") and not strong:
            return False
        if link.dep == "advcl" and any(
            k.lower in ("if", "unless", "whether", "should", "because", "so")
            for k in parse.children(link, "mark", "aux")
        ):
            return False
        # "Agree that it may" gives leave; "ensure that they can" says what to bring about.
        deep = link is not verb or parse.tokens[link.head].lemma in lex.ASSURING
        if link.dep == "ccomp" and deep and modal.lower in ("may", "can", "could", "might"):
            return False
    if modal.lower in ("would", "could", "might"):
        head = parse.tokens[verb.head]
        return verb.dep == "ccomp" and head.lemma in lex.PERFORMATIVES
    # "should a dispute arise" is a condition.
    subject, _ = subject_of(parse, verb)
    inverted = subject is not None and modal.i < subject.i < verb.i
    return not (modal.lower == "should" and (verb.dep == "advcl" or inverted))


def _bare(parse: Parse, sentence: tuple[int, int], tokens: tuple[Token, ...], point: bool) -> Iterator[Predicate]:
    """A bare infinitive or a noun phrase that states a duty without a subject."""
    root = parse.root(sentence)
    opening = next((t for t in tokens if t.pos not in ("PUNCT", "SPACE", "ADV", "CCONJ") and t.lower != "to"), root)
    if opening.lemma == "do" and opening.dep == "aux":
        opening = parse.tokens[opening.head]
    verbal = opening.tag in ("VB", "VBP") or opening.lemma in lex.BARE_VERBS or opening.lower in lex.BARE_VERBS
    if (
        verbal
        and not subject_of(parse, opening)[0]
        and opening.dep in ("ROOT", "compound", "nmod", "amod", "dep", "advcl", "csubj", "nsubj", "ccomp")
    ):
        kind = polarity(parse, opening, Modality.OBLIGATION)
        if any(t.lower in ("not", "n't") and t.i < opening.i for t in tokens):
            kind = Modality.PROHIBITION
        for found in coordinated(parse, opening, kind, opening):
            yield Predicate(found.head, found.modality, None, found.passive, found.group, found.first, form="bare")
        return
    finite = any(t.tag in ("VBZ", "VBP", "VBD") for t in (root, *parse.children(root, "aux", "auxpass")))
    if not point or any(t.tag == "MD" for t in tokens):
        return
    # "Vacation of illegally seized buildings": the parser takes the participle for the sentence's verb.
    act = opening.pos in ("NOUN", "PROPN") and opening.lemma.endswith(_ACT_ENDINGS) and _of(parse, opening)
    if act and not parse.children(root, "aux", "auxpass"):
        yield Predicate(opening, Modality.OBLIGATION, None, False, opening.i, opening, nominal=True, form="nominal")
        return
    if finite:
        return
    if root.tag in ("VB", "VBP", "VBZ", "VBD") and parse.children(root, "nsubj", "nsubjpass"):
        return
    noun = root
    if root.pos in ("VERB", "AUX") and root.tag not in ("VBG", "VB"):
        noun = next((k for k in parse.children(root, "nsubj", "nsubjpass") if k.pos in ("NOUN", "PROPN")), root)
    if noun.pos in ("NOUN", "PROPN", "VERB") and noun.tag not in ("VBD",):
        banned = any(k.lower == "no" for k in parse.children(noun, "det"))
        kind = Modality.PROHIBITION if banned else Modality.OBLIGATION
        yield Predicate(noun, kind, None, False, noun.i, noun, nominal=True, form="nominal")


def _of(parse: Parse, noun: Token) -> bool:
    return noun.i + 1 < len(parse.tokens) and parse.tokens[noun.i + 1].lower == "of"
