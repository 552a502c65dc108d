"""Which predicates of a sentence belong to an event, so that the days and places named with them are the event's."""

from collections.abc import Iterator

from trucewatch.core.parse import Parse, Token

from .asserted import Manner
from .clauses import is_bare, verb_above
from .events import Event, Happening
from .facts import doer_of

# Who watches, enters or mans a place is there.
AT_A_PLACE = frozenset(
    "watch patrol observe enter visit guard man monitor approach reach cross leave inspect travel pass".split()
)

_LEFT_THERE = frozenset("throw toss hurl lob drop plant lay place hide leave bury".split())


def reach(parse: Parse, happening: Happening) -> set[int]:
    """The places in the parse of all predicates that say when and where the events were."""
    return {token.i for event in happening.events for token in _of_event(parse, event)}


def _of_event(parse: Parse, event: Event) -> Iterator[Token]:
    head, told = event.head, event.told
    above = parse.tokens[head.head]
    yield verb_above(parse, head)
    if told.verb is not None and told.manner is Manner.SEE:
        yield told.verb
    if head.dep == "amod" or (
        head.dep == "relcl" and (above.entity == "DATE" or above.lemma in ("incident", "occasion", "event"))
    ):
        # "accused of recruiting boys", "an incident on 5 April, when a fighter threatened monitors"
        yield verb_above(parse, above)
    if event.act.subject == "finder":
        # "saw a launcher parked between two houses"
        yield from (k for o in parse.children(head, "dobj") for k in parse.children(o, "acl") if k.tag == "VBN")
    yield from (kid for kid in parse.children(head, "ccomp") if is_bare(parse, kid))
    # "a bomb thrown into a shop in Orr killed three"
    yield from (k for s in parse.children(head, "nsubj") for k in parse.children(s, "acl") if k.lemma in _LEFT_THERE)
    yield from (kid for kid in _beside(parse, event) if kid.tag == "VBG" and kid.lemma in AT_A_PLACE)


def _beside(parse: Parse, event: Event) -> Iterator[Token]:
    """Participles of being at a place: "fighters manning the bridge", "barred a patrol from entering the area"."""
    doer = doer_of(parse, event)
    yield from parse.children(doer, "acl") if doer is not None else ()
    for kid in parse.children(event.head, "prep", "xcomp", "advcl"):
        if kid.dep != "prep":
            yield kid
        elif kid.lower in ("from", "while", "when"):
            yield from parse.children(kid, "pcomp")


def verb_at(parse: Parse, sentence: tuple[int, int], offset: int) -> int:
    """The place in the parse of the predicate over what stands at an offset; -1 where there is none."""
    for token in parse.tokens[sentence[0] : sentence[1]]:
        if token.end > offset:
            return verb_above(parse, token).i
    return -1
