"""Words that bind without a modal: "agrees to", "are to", "is forbidden to", "it falls to", the present tense."""

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.core.model import Modality
from trucewatch.core.parse import Parse, Token

from . import lexicon as lex
from .binding import Predicate, coordinated, has_to, is_actor, is_named_actor, polarity, subject_of


def has_right(parse: Parse, token: Token) -> bool:
    subject, _ = subject_of(parse, token)
    rights = [k for k in parse.children(token, "dobj") if k.lemma in lex.RIGHTS and not parse.children(token, "neg")]
    return bool(rights) and subject is not None and is_actor(subject) and token.dep not in ("relcl", "acl", "advcl")


def acts_now(parse: Parse, token: Token) -> bool:
    """Whether somebody who can bear a duty is said to do, in the present, what only a duty would say."""
    negated = bool(parse.children(token, "neg")) and any(k.lemma == "do" for k in parse.children(token, "aux"))
    finite = token.tag in ("VBZ", "VBP") or (token.tag == "VB" and not parse.children(token, "aux"))
    if not (finite or negated) or not _states(parse, token):
        return False
    subject, passive = subject_of(parse, token)
    if subject is None or passive:
        return False
    acting = lex.BARE_VERBS - lex.STATIVE | lex.ACTING | lex.MOVING
    # "Take over", "keep open": with its particle the verb does something.
    if token.lemma not in acting and not (token.lemma in ("take", "keep", "hold", "give") and _completed(parse, token)):
        return False
    if negated or subject.lower in ("they", "both", "each"):
        return True
    return (
        is_named_actor(subject) or subject.lemma in lex.PEOPLE or _nobody(parse, subject) or _somebodys(parse, subject)
    )


def _somebodys(parse: Parse, noun: Token) -> bool:
    """Whether the things are said to be somebody's: "boats of the Coast Guard"."""
    owners = [n for p in parse.children(noun, "prep") if p.lower == "of" for n in parse.children(p, "pobj")]
    return noun.lemma not in lex.NON_ACTORS and any(is_named_actor(n) for n in owners)


def _completed(parse: Parse, verb: Token) -> bool:
    return bool(parse.children(verb, "prt", "acomp", "oprd")) or any(
        k.lower in ("open", "closed", "clear", "free") for k in parse.children(verb, "xcomp", "ccomp")
    )


def _nobody(parse: Parse, noun: Token) -> bool:
    return any(k.lower in lex.NOBODY for k in (noun, *parse.children(noun, "det", "preconj")))


def _states(parse: Parse, verb: Token) -> bool:
    """Whether the verb carries a sentence, or one of the sentences that a semicolon or "failing that" ties together."""
    if verb.head == verb.i:
        return True
    head, marks = parse.tokens[verb.head], parse.children(verb, "mark")
    if verb.dep != "ccomp" or any(not _failing(parse, k) for k in marks):
        return False
    between = parse.tokens[min(verb.i, head.i) : max(verb.i, head.i)]
    return bool(marks) or any(t.text in (";", ":") for t in between)


def _failing(parse: Parse, token: Token) -> bool:
    """Whether the word is the "that" of "failing that"."""
    return token.i > 0 and token.lower == "that" and parse.tokens[token.i - 1].lower == "failing"


def done_now(parse: Parse, token: Token) -> bool:
    """Whether something is said to be done in the present, without a modal: "guns are brought no closer"."""
    be = [k for k in parse.children(token, "auxpass") if k.tag in ("VBZ", "VBP")]
    if token.tag != "VBN" or not be or parse.children(token, "aux") or not _states(parse, token):
        return False
    subject, _ = subject_of(parse, token)
    if subject is None or subject.lemma in lex.TEXT_NOUNS or subject.lower in ("it", "that", "this"):
        return False
    if token.lemma in lex.IMPOSING:
        return subject.lemma in lex.CEASING_NOUNS
    return token.lemma in (lex.BARE_VERBS | lex.MOVING | lex.ACTING) - lex.STATIVE - lex.SETTING_UP


def requested(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "We ask the Mission to patrol", "recommends that the Council extend": what somebody is wished to do."""
    wisher, passive = subject_of(parse, token)
    if token.lemma not in lex.REQUESTING or token.tag not in ("VBZ", "VBP", "VBD", "VB") or not _states(parse, token):
        return
    if wisher is None or passive or not is_actor(wisher) or any(k.tag == "MD" for k in parse.children(token, "aux")):
        return
    for verb in parse.children(token, "xcomp", "ccomp"):
        whom = next(iter(parse.children(verb, "nsubj", "nsubjpass")), None) or next(
            iter(parse.children(token, "dobj")), None
        )
        if whom is not None and (has_to(parse, verb) or verb.tag in ("VB", "VBP")):
            for found in coordinated(parse, verb, Modality.EFFORT, token):
                yield replace(found, subject=whom)


def let(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "Let nobody set fire": what the third person is told."""
    for verb in parse.children(token, "ccomp", "xcomp"):
        if parse.children(verb, "nsubj") and verb.tag in ("VB", "VBP"):
            yield from coordinated(parse, verb, polarity(parse, verb, Modality.OBLIGATION), token)


def falls_to(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "It falls to the elders to settle", "it is incumbent upon the Commission to", "it is for the Mission to"."""
    if not any(k.lower == "it" for k in parse.children(token, "nsubj", "expl")):
        return
    # "It is for the Mission to inspect".
    for verb in parse.children(token, "ccomp", "xcomp", "advcl") if token.lemma == "be" else ():
        named = [k for k in parse.children(verb, "nsubj") if is_actor(k)]
        plain = not parse.children(token, "acomp", "attr")
        if named and plain and has_to(parse, verb) and any(k.lower == "for" for k in parse.children(verb, "mark")):
            yield from coordinated(parse, verb, polarity(parse, verb, Modality.OBLIGATION), token)
            return
    frames = [token]
    if token.lemma == "be":
        qualities = parse.children(token, "acomp", "attr")
        frames += [q for q in qualities if q.lemma in lex.INCUMBENT]
        if len(frames) == 1 and (qualities or not any(k.lower == "for" for k in parse.children(token, "prep"))):
            return
    whom = [
        n
        for frame in frames
        for prep in parse.children(frame, "prep")
        if prep.lower in ("to", "upon", "on", "for", "of", "with")
        for n in parse.children(prep, "pobj")
        if is_actor(n)
    ]
    if not whom:
        return
    for frame in (*frames, whom[0]):
        for verb in parse.children(frame, "xcomp", "advcl", "acl", "relcl", "ccomp"):
            if has_to(parse, verb):
                found = coordinated(parse, verb, polarity(parse, verb, Modality.OBLIGATION), token)
                yield from (replace(p, subject=whom[0], passive=False) for p in found)


def charged(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "The association is charged with taking", "the Mission is tasked to observe"."""
    subject, _ = subject_of(parse, token)
    if token.dep in ("relcl", "acl", "amod") or subject is None or not is_actor(subject):
        return
    acts = [v for p in parse.children(token, "prep") if p.lower == "with" for v in parse.children(p, "pcomp")]
    acts += [v for v in parse.children(token, "xcomp", "advcl") if has_to(parse, v)]
    for act in acts:
        found = coordinated(parse, act, Modality.OBLIGATION, token)
        yield from (replace(p, subject=subject, passive=False) for p in found)


def copula(parse: Parse, be: Token) -> Iterator[Predicate]:
    """ "are to stop", "there is a ban on", "it is forbidden to"."""
    # "The elections, which are to be held in May" tells of the elections.
    if any(k.tag == "MD" for k in parse.children(be, "aux")) or be.dep in ("relcl", "acl"):
        return
    for quality in parse.children(be, "acomp"):
        if quality.lower == "committed":
            yield from _given_to(parse, quality, subject_of(parse, be)[0])
    for verb in parse.children(be, "xcomp"):
        if has_to(parse, verb) and not parse.children(be, "acomp", "attr"):
            base = Modality.PROHIBITION if parse.children(be, "neg") else polarity(parse, verb, Modality.OBLIGATION)
            yield from coordinated(parse, verb, base, be)
    for noun in parse.children(be, "attr"):
        yield from _duty_noun(parse, noun)


def _duty_noun(parse: Parse, noun: Token) -> Iterator[Predicate]:
    if noun.lemma in lex.BAN_NOUNS:
        for prep in parse.children(noun, "prep"):
            for act in parse.children(prep, "pobj", "pcomp"):
                yield Predicate(act, Modality.PROHIBITION, None, True, noun.i, act, nominal=True, form="ban")
    elif noun.lemma in lex.DUTY_NOUNS:
        for verb in parse.children(noun, "acl", "xcomp"):
            yield from coordinated(parse, verb, Modality.OBLIGATION, noun)


def performative(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "Agrees to withdraw", "undertake not to fire", "is instructed to open": what the promise or order binds to."""
    subject, passive = subject_of(parse, token)
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
        if has_to(parse, verb) and not any(k.tag == "MD" for k in parse.children(verb, "aux")):
            base = polarity(parse, verb, Modality.OBLIGATION)
            for found in coordinated(parse, verb, base, token):
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
                yield from (replace(p, subject=subject) for p in coordinated(parse, act, Modality.OBLIGATION, token))
            for act in parse.children(prep, "pobj") if token.pos == "VERB" and token.tag in ("VBP", "VBZ") else ():
                yield Predicate(act, Modality.OBLIGATION, subject, False, token.i, act, nominal=True)


def permitted(parse: Parse, token: Token) -> Iterator[Predicate]:
    """ "X is prohibited", "X is permitted to", where no modal stands."""
    if any(k.tag == "MD" for k in parse.children(token, "aux")) or token.dep in ("relcl", "acl"):
        return
    subject, _ = subject_of(parse, token)
    negated = bool(parse.children(token, "neg")) != (subject is not None and _nobody(parse, subject))
    banned = (token.lemma in lex.BANNING) != negated
    kind = Modality.PROHIBITION if banned else Modality.PERMISSION
    verbs = [v for v in parse.children(token, "xcomp", "advcl") if has_to(parse, v)]
    verbs += [
        v for prep in parse.children(token, "prep") if prep.lower == "from" for v in parse.children(prep, "pcomp")
    ]
    for verb in verbs:
        yield Predicate(verb, kind, subject, False, token.i, verb)
    if not verbs and subject is not None:
        yield Predicate(subject, kind, None, True, token.i, subject, nominal=True, form="ban" if banned else "leave")
