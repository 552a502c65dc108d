"""The words of a sentence that bind: verbs under a modal, performatives, bans, bare infinitives, nominal points."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    if token.tag == "MD" and token.dep in ("aux", "ROOT") and token.lower in lex.MODALS | {"'ll"}:
        verb = parse.tokens[token.head]
        # "Should a dispute arise, the Parties shall consult": only the second modal is the verb's own.
        inverted = any(k.tag == "MD" and k.i > token.i for k in parse.children(verb, "aux"))
        if verb is not token and not inverted and _counts(parse, verb, token):
            yield from _coordinated(parse, verb, _modal_modality(parse, verb, token.lower), token)
    elif token.lemma == "be" and token.dep not in ("aux", "auxpass"):
        yield from _copula(parse, token)
    elif token.lemma in lex.IMPOSING and token.tag == "VBN" and parse.children(token, "auxpass"):
        subject, _ = _subject(parse, token)
        if subject is not None and subject.lemma in lex.BAN_NOUNS and token.dep not in ("relcl", "acl"):
            yield Predicate(token, Modality.PROHIBITION, subject, True, token.i, token)
    elif token.lemma in lex.PERFORMATIVES and token.pos in ("VERB", "AUX", "NOUN"):
        yield from _performative(parse, token)
    elif token.lemma in lex.BANNING | lex.ALLOWING and token.tag == "VBN" and parse.children(token, "auxpass"):
        yield from _permitted(parse, token)
    elif (
        token.lemma in lex.ENCOURAGING
        and token.tag == "VBN"
        and parse.children(token, "auxpass")
        and token.dep not in ("relcl", "acl")
    ):
        for verb in parse.children(token, "xcomp"):
            if _has_to(parse, verb):
                subject, _ = _subject(parse, token)
                yield Predicate(verb, Modality.EFFORT, subject, False, token.i, verb)
    elif token.lemma in lex.DECLARING and token.tag in ("VBP", "VBZ", "VBD") and _subject(parse, token)[0] is not None:
        yield from _coordinated(parse, token, Modality.DECLARATION, token, form="present")
    elif token.tag in ("VBZ", "VBP") and token.lemma in lex.IN_EFFECT and token.head == token.i:
        subject, _ = _subject(parse, token)
        if subject is not None and subject.lemma in lex.NON_ACTORS and not parse.children(token, "neg"):
            # The text itself taking effect is a statement; a truce that begins on a day binds.
            kind = Modality.DECLARATION if subject.lemma in lex.TEXT_NOUNS else Modality.OBLIGATION
            yield from _coordinated(parse, token, kind, token, form="present")
    elif (
        token.lemma in ("apply", "extend", "cover")
        and parse.children(token, "neg")
        and any(k.lemma == "do" for k in parse.children(token, "aux"))
    ):
        yield from _coordinated(parse, token, Modality.EXCEPTION, token, form="present")
    elif token.lemma == "have" and token.tag in ("VBP", "VBZ") and _has_right(parse, token):
        yield Predicate(token, Modality.PERMISSION, _subject(parse, token)[0], False, token.i, token)
    elif _acts_now(parse, token):
        # "Each Party withdraws its units": the drafter's present tense binds like "shall".
        yield from _coordinated(parse, token, _polarity(parse, token, Modality.OBLIGATION), token, form="present")
    elif token.tag in ("VB", "VBN") and token.dep == "ROOT" and _has_to(parse, token):
        # "JMEC to be restructured": the headline's way of saying "is to be".
        yield from _coordinated(parse, token, _polarity(parse, token, Modality.OBLIGATION), token)


def _has_right(parse: Parse, token: Token) -> bool:
    subject, _ = _subject(parse, token)
    rights = [k for k in parse.children(token, "dobj") if k.lemma in lex.RIGHTS and not parse.children(token, "neg")]
    return bool(rights) and subject is not None and is_actor(subject) and token.dep not in ("relcl", "acl", "advcl")


def _acts_now(parse: Parse, token: Token) -> bool:
    """Whether somebody who can bear a duty is said to do, in the present, what only a duty would say."""
    if token.tag not in ("VBZ", "VBP") or token.head != token.i or token.lemma not in lex.BARE_VERBS - lex.STATIVE:
        return False
    subject, passive = _subject(parse, token)
    return (
        subject is not None and not passive and (is_named_actor(subject) or subject.lower in ("they", "both", "each"))
    )


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
    return not (modal.lower == "should" and verb.dep == "advcl")


def _modal_modality(parse: Parse, verb: Token, modal: str) -> Modality:
    if modal in ("may", "can"):
        base = Modality.PERMISSION
    elif modal in ("should", "ought"):
        base = Modality.EFFORT
    else:
        base = Modality.OBLIGATION
    return _polarity(parse, verb, base)


def _polarity(parse: Parse, verb: Token, base: Modality) -> Modality:
    subject, _ = _subject(parse, verb)
    negated = bool(parse.children(verb, "neg")) or any(
        t.lower in ("not", "never") and t.i < verb.i for t in parse.children(verb, "advmod")
    )
    words = {t.lower for t in parse.subtree(subject)} if subject is not None else set()
    if "nothing" in words:
        return Modality.EXCEPTION
    if negated and verb.lemma in lex.UNTOUCHING and (subject is None or not is_actor(subject)):
        return Modality.EXCEPTION
    if (
        words & {"no", "neither", "none", "nobody"}
        and subject is not None
        and any(
            k.lower in ("no", "neither", "none")
            for k in (subject, *parse.children(subject, "det", "preconj", "cc", "advmod"))
        )
    ):
        negated = not negated
    if _in_no_case(parse, verb) or any(k.lower == "neither" for k in parse.children(verb)):
        negated = not negated
    if any(k.lower == "no" for n in parse.children(verb, "dobj", "attr") for k in parse.children(n, "det")):
        negated = not negated
    if negated:
        return Modality.PROHIBITION
    if verb.lemma in lex.REFRAINING:
        return Modality.PROHIBITION
    if base is not Modality.PERMISSION and _is_effort(parse, verb):
        return Modality.EFFORT
    return base


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


def _subject(parse: Parse, verb: Token) -> tuple[Token | None, bool]:
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


def _coordinated(
    parse: Parse, verb: Token, modality: Modality, binder: Token, *, form: str = "modal"
) -> Iterator[Predicate]:
    """The verb and the verbs joined to it under the same binder."""
    subject, passive = _subject(parse, verb)
    yield Predicate(verb, modality, subject, passive, binder.i, verb, form=form)
    last = verb
    for other in _conjuncts(parse, verb):
        merged, last = _merged(parse, last, other), other
        if merged:
            continue
        own, other_passive = _subject(parse, other)
        negated = bool(parse.children(other, "neg"))
        kind = modality
        if negated or other.lemma in lex.REFRAINING:
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
        if kid.pos in ("VERB", "AUX") and kid.tag != "VBG" and not stray and not _modal(parse, kid):
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


def _has_to(parse: Parse, verb: Token) -> bool:
    return any(k.lower == "to" for k in parse.children(verb, "aux"))


def _copula(parse: Parse, be: Token) -> Iterator[Predicate]:
    """ "are to stop", "there is a ban on", "it is forbidden to"."""
    # "The elections, which are to be held in May" tells of the elections.
    if any(k.tag == "MD" for k in parse.children(be, "aux")) or be.dep in ("relcl", "acl"):
        return
    for quality in parse.children(be, "acomp"):
        if quality.lower == "committed":
            yield from _given_to(parse, quality, _subject(parse, be)[0])
    for verb in parse.children(be, "xcomp"):
        if _has_to(parse, verb) and not parse.children(be, "acomp", "attr"):
            base = Modality.PROHIBITION if parse.children(be, "neg") else _polarity(parse, verb, Modality.OBLIGATION)
            yield from _coordinated(parse, verb, base, be)
    for noun in parse.children(be, "attr"):
        yield from _duty_noun(parse, noun)


def _duty_noun(parse: Parse, noun: Token) -> Iterator[Predicate]:
    if noun.lemma in lex.BAN_NOUNS:
        for prep in parse.children(noun, "prep"):
            for act in parse.children(prep, "pobj", "pcomp"):
                yield Predicate(act, Modality.PROHIBITION, None, True, noun.i, act, nominal=True, form="ban")
    elif noun.lemma in lex.DUTY_NOUNS:
        for verb in parse.children(noun, "acl", "xcomp"):
            yield from _coordinated(parse, verb, Modality.OBLIGATION, noun)


def _performative(parse: Parse, token: Token) -> Iterator[Predicate]:
    subject, passive = _subject(parse, token)
    if (
        token.pos == "NOUN"
        or any(k.tag == "MD" for k in parse.children(token, "aux"))
        or (token.dep in ("relcl", "acl", "amod"))
    ):
        return
    # "The Commander is instructed to open": who is told to is who must.
    told = passive and subject is not None and is_actor(subject)
    if token.lemma in ("require", "oblige", "instruct") and not passive:
        return
    if token.lemma == "engage" and not any(
        k.tag == "PRP" or k.lemma == "themselves" for k in parse.children(token, "dobj")
    ):
        return
    if token.lemma in ("commit", "pledge"):
        yield from _given_to(parse, token, subject)
    for verb in parse.children(token, "xcomp", "advcl", "ccomp"):
        if _has_to(parse, verb) and not any(k.tag == "MD" for k in parse.children(verb, "aux")):
            base = _polarity(parse, verb, Modality.OBLIGATION)
            for found in _coordinated(parse, verb, base, token):
                yield Predicate(
                    found.head,
                    found.modality,
                    found.subject or subject,
                    found.passive and (not told or bool(parse.children(found.head, "auxpass"))),
                    found.group,
                    found.first,
                )


def _given_to(parse: Parse, token: Token, subject: Token | None) -> Iterator[Predicate]:
    """ "commit to withdrawing", "commit themselves to an immediate ceasefire"."""
    if subject is None or not is_actor(subject):
        return
    for prep in parse.children(token, "prep"):
        if prep.lower == "to":
            for act in parse.children(prep, "pcomp"):
                yield from (replace(p, subject=subject) for p in _coordinated(parse, act, Modality.OBLIGATION, token))
            for act in parse.children(prep, "pobj") if token.pos == "VERB" and token.tag in ("VBP", "VBZ") else ():
                yield Predicate(act, Modality.OBLIGATION, subject, False, token.i, act, nominal=True)


def _permitted(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "X is prohibited", "X is permitted to", where no modal stands."""
    if any(k.tag == "MD" for k in parse.children(token, "aux")) or token.dep in ("relcl", "acl"):
        return
    negated = bool(parse.children(token, "neg"))
    banned = (token.lemma in lex.BANNING) != negated
    kind = Modality.PROHIBITION if banned else Modality.PERMISSION
    subject, _ = _subject(parse, token)
    verbs = [v for v in parse.children(token, "xcomp", "advcl") if _has_to(parse, v)]
    verbs += [
        v for prep in parse.children(token, "prep") if prep.lower == "from" for v in parse.children(prep, "pcomp")
    ]
    for verb in verbs:
        yield Predicate(verb, kind, subject, False, token.i, verb)
    if not verbs and subject is not None:
        yield Predicate(subject, kind, None, True, token.i, subject, nominal=True, form="ban" if banned else "leave")


def _bare(parse: Parse, sentence: tuple[int, int], tokens: tuple[Token, ...], point: bool) -> Iterator[Predicate]:
    """A bare infinitive or a noun phrase that states a duty without a subject."""
    root = parse.root(sentence)
    opening = next((t for t in tokens if t.pos not in ("PUNCT", "SPACE", "ADV", "CCONJ") and t.lower != "to"), root)
    if opening.lemma == "do" and opening.dep == "aux":
        opening = parse.tokens[opening.head]
    verbal = opening.tag in ("VB", "VBP") or opening.lemma in lex.BARE_VERBS or opening.lower in lex.BARE_VERBS
    if (
        verbal
        and not _subject(parse, opening)[0]
        and opening.dep in ("ROOT", "compound", "nmod", "amod", "dep", "advcl", "csubj", "nsubj", "ccomp")
    ):
        kind = _polarity(parse, opening, Modality.OBLIGATION)
        if any(t.lower in ("not", "n't") and t.i < opening.i for t in tokens):
            kind = Modality.PROHIBITION
        for found in _coordinated(parse, opening, kind, opening):
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
    if token.pos == "PROPN":
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
