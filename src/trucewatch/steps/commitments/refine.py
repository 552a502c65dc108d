"""Where the verb under the modal is only a frame ("shall be prohibited from"), the words that really bind."""

from dataclasses import replace

from trucewatch.core.model import Modality
from trucewatch.core.parse import Parse, Token

from . import lexicon as lex
from .binding import Predicate

_FREE = frozenset("free entitled able authorised authorized permitted allowed".split())
_CHARGED = frozenset("responsible".split())
_OPPOSITE = {Modality.OBLIGATION: Modality.PROHIBITION, Modality.PROHIBITION: Modality.PERMISSION}


def refine(parse: Parse, predicate: Predicate) -> Predicate:
    """The predicate with its head moved onto the binding word; the same one when no frame stands."""
    head = predicate.head
    if predicate.nominal:
        return predicate
    if head.lemma in lex.BANNING and predicate.passive:
        return _framed(parse, predicate, _OPPOSITE.get(predicate.modality, Modality.PROHIBITION), "ban")
    if head.lemma in lex.ALLOWING and predicate.passive:
        kind = Modality.PROHIBITION if predicate.modality is Modality.PROHIBITION else Modality.PERMISSION
        return _framed(parse, predicate, kind, "leave")
    if head.lemma in lex.ENCOURAGING and predicate.passive:
        return _to_verb(parse, predicate, head, Modality.EFFORT)
    if head.lemma in lex.REQUIRING and predicate.passive:
        return _to_verb(parse, predicate, head, predicate.modality)
    if head.lemma in ("have", "enjoy", "retain", "reserve"):
        right = next((k for k in parse.children(head, "dobj") if k.lemma in lex.RIGHTS), None)
        if right is not None:
            return _to_verb(parse, predicate, right, Modality.PERMISSION)
    if head.lemma == "be":
        return _copular(parse, predicate)
    if head.lemma in lex.IMPOSING and predicate.subject is not None and predicate.subject.lemma in lex.BAN_NOUNS:
        return _banned_by_noun(parse, predicate)
    if head.lemma in lex.REFRAINING:
        froms = [p for p in parse.children(head, "prep") if p.lower == "from"]
        act = next((v for p in froms for v in parse.children(p, "pcomp", "pobj")), None)
        return (
            replace(predicate, head=act, modality=Modality.PROHIBITION, nominal=act.pos == "NOUN", form="refrain")
            if act
            else predicate
        )
    return predicate


def _framed(parse: Parse, predicate: Predicate, kind: Modality, form: str) -> Predicate:
    moved = _to_verb(parse, predicate, predicate.head, kind)
    if moved.head is not predicate.head:
        return moved
    for prep in parse.children(predicate.head, "prep"):
        if prep.lower == "from":
            for verb in parse.children(prep, "pcomp"):
                return replace(predicate, head=verb, first=verb, modality=kind, passive=False)
    subject = predicate.subject
    if subject is None or subject.pos == "PRON" or (form == "leave" and parse.children(predicate.head, "prep")):
        return replace(predicate, modality=kind)
    return replace(predicate, head=subject, first=subject, modality=kind, subject=None, nominal=True, form=form)


def _to_verb(parse: Parse, predicate: Predicate, frame: Token, kind: Modality) -> Predicate:
    for verb in parse.children(frame, "xcomp", "acl", "advcl", "relcl"):
        if any(k.lower == "to" for k in parse.children(verb, "aux")):
            return replace(
                predicate, head=verb, first=verb, modality=kind, passive=bool(parse.children(verb, "auxpass"))
            )
    return replace(predicate, modality=kind)


def _copular(parse: Parse, predicate: Predicate) -> Predicate:
    for quality in parse.children(predicate.head, "acomp"):
        if quality.lower in _FREE:
            kind = Modality.PROHIBITION if predicate.modality is Modality.PROHIBITION else Modality.PERMISSION
            return _to_verb(parse, predicate, quality, kind)
        if quality.lower in _CHARGED:
            for prep in parse.children(quality, "prep"):
                for act in parse.children(prep, "pcomp", "pobj"):
                    return replace(predicate, head=act, first=predicate.head, nominal=act.pos == "NOUN")
        return replace(predicate, head=quality, first=predicate.head, form="state")
    for noun in parse.children(predicate.head, "attr"):
        if noun.lemma in lex.BAN_NOUNS:
            return _banned_by_noun(parse, replace(predicate, subject=noun))
        if parse.children(predicate.head, "expl"):
            # "There shall be no reprisals": what there shall or shall not be is the act.
            return replace(predicate, head=noun, first=noun, subject=None, nominal=True, form="nominal")
    return predicate


def _banned_by_noun(parse: Parse, predicate: Predicate) -> Predicate:
    """ "A ban is to be introduced on flights": what is banned hangs under "on", of the noun or of the verb."""
    for frame in (predicate.subject, predicate.head):
        for prep in parse.children(frame, "prep") if frame else ():
            if prep.lower in ("on", "of", "against"):
                for act in parse.children(prep, "pobj", "pcomp"):
                    return replace(
                        predicate,
                        head=act,
                        first=act,
                        modality=Modality.PROHIBITION,
                        subject=None,
                        passive=True,
                        nominal=True,
                        form="ban",
                    )
    return predicate
