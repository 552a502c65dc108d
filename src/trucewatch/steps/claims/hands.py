"""Through whose hands words have come: the papers and stations that carry them, and whoever tells what others told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .draft import Draft
from .mentions import Entity
from .outlets import cited, is_outlet, is_quoted
from .papers import is_paper
from .propositions import Frame, agent_of
from .word_groups import QUOTES

_TOLD = frozenset("tell inform brief assure".split())
# What is said to an outlet, and in it.
_WORDS = frozenset("comment remark interview statement conversation answer message letter article e-mail email".split())
_SPEAKS = frozenset("speak talk confirm deny admit appear confide comment reply".split())
_CARRIES = frozenset("report quote cite carry publish broadcast air run relay release distribute post".split())


def name_hands(parse: Parse, drafts: list[Draft], actors: ActorFinder, vocabulary: ReportVocabulary) -> list[Draft]:
    """The claims, each with the outlets that carry it and whoever passes on what its speaker told him."""
    classes = vocabulary.classes
    for draft in drafts:
        frames = [*_frames(draft.frame)]
        quoted = draft.relay is not None and _is_quoted(draft, actors, vocabulary.speech)
        if quoted and draft.relay is not None and _is_paper(parse, draft.relay, classes):
            # Not told of by the outlet, but told to it: the speaker himself is where it comes from.
            draft.relay = None
        if draft.target is not None and vocabulary.speech.get(draft.head.lemma) != "accuse":
            # "TASS, 23 July: the rebels have fired": nobody charges the paper that he reads it in.
            draft.target = None if _is_paper(parse, draft.target, classes) else draft.target
        for token in _apart(_carriers(parse, draft, frames, actors, classes)):
            entity = actors.entity(token) or actors.labelled(*actors.phrase(parse, token), person=False)
            if entity not in (draft.speaker, draft.relay, *draft.outlets):
                draft.outlets.append(entity)
        if draft.relay is None and not draft.private and not draft.stance.startswith("REPORT_"):
            draft.relay = _passes_on(parse, draft, frames[1:], actors, classes)
    return drafts


def _is_quoted(draft: Draft, actors: ActorFinder, speech: Mapping[str, str]) -> bool:
    """Whether what is passed on is what its speaker says or is quoted as saying."""
    said = [draft.subject] if speech.get(draft.head.lemma) in ("accuse", "deny") else []
    said += [draft.frame.speaker] if draft.frame is not None else []
    return any(who is not None and actors.entity(who) is draft.speaker for who in said)


def _is_paper(parse: Parse, entity: Entity, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether somebody is an outlet."""
    return any(is_outlet(parse, m.head, classes) for m in entity.mentions if m.head.i >= 0)


def _apart(tokens: Iterable[Token]) -> list[Token]:
    """The nouns, those that stand side by side once: "the news agency SANA"."""
    found: list[Token] = []
    for token in tokens:
        if not any(abs(token.i - other.i) <= 1 for other in found):
            found.append(token)
    return found


def _frames(frame: Frame | None) -> Iterator[Frame]:
    while frame is not None and frame.verb is not None:
        yield frame
        frame = frame.outer


def _passes_on(
    parse: Parse, draft: Draft, outer: Sequence[Frame], actors: ActorFinder, classes: Mapping[str, frozenset[str]]
) -> Entity | None:
    """Who tells it in "A monitor said the commander had told him that ...": the nearest who is neither speaker nor outlet."""
    for frame in outer:
        who = frame.speaker
        if who is not None and who.pos in ("NOUN", "PROPN") and not is_outlet(parse, who, classes):
            found = actors.entity(who)
            if found is not None and found is not draft.speaker:
                return found
    return None


def _carriers(
    parse: Parse, draft: Draft, frames: Sequence[Frame], actors: ActorFinder, classes: Mapping[str, frozenset[str]]
) -> Iterator[Token]:
    for frame in frames:
        quotes = cited(parse, frame, classes, lambda t: t is not None and actors.is_actor(t)) is not None
        if frame.speaker is not None and (quotes or is_outlet(parse, frame.speaker, classes)):
            yield frame.speaker
    for verb in [frame.verb for frame in frames if frame.verb is not None] or [draft.head]:
        yield from (t for t in _quoting(parse, verb) if is_outlet(parse, t, classes))
        said = {t.i for k in parse.children(verb, "ccomp") for t in parse.subtree(k) if t.i > verb.i or k.i > verb.i}
        for token in parse.subtree(verb):
            if is_outlet(parse, token, classes) and _carries(parse, token, verb, inside=token.i in said):
                yield token


def _quoting(parse: Parse, verb: Token) -> Iterator[Token]:
    """Who quotes it: the "agency" of "The agency quoted him as saying", "He was quoted by the agency as saying"."""
    lead = parse.tokens[verb.head]
    above = parse.tokens[lead.head]
    if verb.dep == "pcomp" and lead.lower == "as" and above.lemma in QUOTES:
        yield from parse.children(above, "nsubj")
        by = agent_of(parse, above)
        if by is not None:
            yield by


def _carries(parse: Parse, token: Token, verb: Token, *, inside: bool) -> bool:
    """Whether an outlet that stands beside a verb of saying carries what is said, by how it is tied to it."""
    lead = parse.tokens[token.head]
    if token.dep in ("dobj", "dative"):
        return not inside and lead is verb and verb.lemma in _TOLD
    if token.dep != "pobj":
        return False
    above = parse.tokens[lead.head]
    if lead.lower == "by":
        if is_quoted(parse, above):
            # "He was quoted as saying by the agency"
            return True
        passed_on = above.lemma in _CARRIES and above.tag == "VBN"
        return passed_on and (parse.tokens[above.i - 1].lower == "as" if inside else True)
    if inside:
        return False
    if lead.lower in ("to", "with", "for"):
        says = above is verb and lead.lower == "to"
        return says or above.lemma in _WORDS | _SPEAKS or is_paper(parse, above)
    return lead.lower in ("on", "in", "via", "through") and (above is verb or above.lemma in _WORDS | _SPEAKS)
