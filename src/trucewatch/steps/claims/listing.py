"""Which of the actors that a report names are listed: those of claims, and the others that the text shows acting."""

from collections.abc import Sequence

from trucewatch.core.model import Document
from trucewatch.core.parse import DOERS, PLACE_LABELS

from .actors import ActorFinder
from .citations import Citation
from .draft import Draft
from .mentions import Entity, folded

_NO_ACTORS = frozenset("DATE EVENT TIME CARDINAL LAW MONEY WORK_OF_ART".split())
_PRONOUNS = frozenset("i you u he she it we they one somebody someone anybody anyone nobody".split())


def add_publishers(document: Document, actors: ActorFinder, citations: Sequence[Citation]) -> list[Entity]:
    """The publishers of what the notes cite; those whom a note interviewed are tied to the body's unnamed sources."""
    found: dict[Entity, None] = {}
    unnamed = [
        (entity, {m.head.lower for m in entity.mentions})
        for entity in actors.entities
        if not entity.named and entity.mentions[0].plural
    ]
    for citation in citations:
        publisher = citation.source.publisher
        if publisher is not None:
            found.setdefault(actors.labelled(*document.text_range(publisher), person=False))
        if citation.who is not None and citation.source.anonymous:
            _tie_to_sources(document, unnamed, citation.who)
    return list(found)


def _tie_to_sources(document: Document, unnamed: Sequence[tuple[Entity, set[str]]], who: tuple[int, int]) -> None:
    """ "Tripoli politicians" of a note are the "politicians and officials in Tripoli" of the body."""
    words = set(folded(document.text[who[0] : who[1]]).split())
    for entity, heads in unnamed:
        if heads & words:
            entity.aliases.append(who)
            return


def listed(drafts: Sequence[Draft], actors: ActorFinder, publishers: Sequence[Entity]) -> list[Entity]:
    """The actors of the claims, then the others that have a name and are known, are persons or do something."""
    needed = {e: None for d in drafts for e in (d.speaker, d.target, d.relay, *d.outlets) if e is not None}
    for entity in actors.entities:
        if entity in publishers or (entity.named and not _is_nameless(entity) and _is_listed(entity, actors)):
            needed.setdefault(entity)
    return list(needed)


def _is_nameless(entity: Entity) -> bool:
    """Whether the text calls somebody by nothing but a pronoun."""
    return all(m.text.lower() in _PRONOUNS for m in entity.mentions)


def _is_listed(entity: Entity, actors: ActorFinder) -> bool:
    labels = {m.head.entity for m in entity.mentions}
    if entity.known is not None:
        return entity.known.kind != "state"
    together = entity.mentions[0].plural and " and " in entity.mentions[0].name_text
    if labels & _NO_ACTORS or together:
        return False
    classes = actors.vocabulary.classes
    if all(m.head.lemma.lower() in classes["agreement"] for m in entity.mentions):
        # "The Agreement", as somebody who acts in "the Agreement does not make it a condition".
        return False
    if entity.lemmas & (classes["group"] | classes["third_party"]):
        return bool(labels & {"ORG", "NORP", "PERSON", ""})
    acts = any(m.head.dep in DOERS or (entity.person and m.head.dep == "conj") for m in entity.mentions)
    titled = entity.person and any(word in actors.vocabulary.roles for word in entity.lemmas)
    several_words = any(len(m.name_text.split()) > 1 for m in entity.mentions)
    said = labels & ({"PERSON", "ORG", "NORP"} if several_words else {"ORG", "NORP"})
    return not labels & PLACE_LABELS and (titled or (acts and bool(said)))
