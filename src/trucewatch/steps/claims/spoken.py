"""Whom a text has just spoken of, for the pronouns that follow."""

from collections.abc import Callable, Mapping, Sequence

from trucewatch.core.model import Document
from trucewatch.core.parse import FINITE, Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .mentions import Entity, last_somebody
from .note_mending import MEETS
from .noun_phrases import NounPhrases
from .standing import authority_of

# "SLMM", and not "I".
_SHORT = 2
_MEETS = frozenset("meet speak talk interview".split())
_ASKERS = frozenset(
    "team patrol mission monitor observer delegation panel investigator verifier committee commission".split()
)
_INTERVIEWS = frozenset("speak talk ask meet interview call reach phone visit chat sit find".split())
# What stands in front of a noun: "the Prime Minister", "the mediator's office".
_PARTS = frozenset({"compound", "poss", "amod", "nmod"})
# What somebody gives whose words follow.
_ACCOUNTS = frozenset("version account list story line catalogue view reading case explanation side".split())
# Where a programme has its guests, and what they do there.
_WITH_US = frozenset("studio microphone telephone phone line programme program newsroom join speak talk guest".split())
HIS = frozenset("spokesman chairman king mr sheikh brother ombudsman".split())
HERS = frozenset("spokeswoman chairwoman queen mrs ms sister".split())


class Spoken(NounPhrases):
    """Remembers the actors in the order in which a text speaks of them."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary) -> None:
        super().__init__(document, vocabulary)
        self._used: list[Entity] = []

    def use(self, entity: Entity) -> None:
        """Remembers that the text has just spoken of an actor, for the pronouns that follow."""
        owned = entity.mentions[0].text.lower().startswith(("its ", "his ", "her ", "their ", "our "))
        if (entity.named or not owned) and (not self._used or self._used[-1] is not entity):
            self._used.append(entity)

    def forget(self) -> None:
        """Starts anew: nobody has been spoken of yet."""
        self._used.clear()

    def last(self, own: Entity | None = None) -> Entity | None:
        """Whom the text spoke of last; never `own`."""
        return next((entity for entity in reversed(self._used) if entity is not own), None)

    def last_monitor(self) -> Entity | None:
        """The third party that the text spoke of last."""
        for entity in self._used[:-30:-1]:
            if authority_of(entity, self.vocabulary) == "T":
                return entity
        return None

    def pronoun(self, word: str, own: Entity | None = None) -> Entity | None:
        """The last fitting actor: a person for he and she, anybody else for it, any for they and we; never `own`."""
        for entity in self._used[:-9:-1]:
            if entity is own or (word in ("it", "its", "they", "them") and self._is_speaker(entity)):
                continue
            if word in ("he", "she", "his", "her", "him"):
                single = not entity.mentions[0].plural and not entity.words & (
                    HERS if word in ("he", "his", "him") else HIS
                )
                if single and (entity.person or entity.mentions[-1].head.lemma in self._persons):
                    return entity
            elif word in ("it", "its"):
                if not entity.person and not entity.mentions[0].plural:
                    return entity
            elif not entity.person:
                return entity
        bodies = self.vocabulary.classes["people"] | self.vocabulary.classes["third_party"]
        return last_somebody(self._used[:-9:-1], bodies) if word in ("he", "she", "his", "her", "him") else None

    def _is_speaker(self, entity: Entity) -> bool:
        """Whether somebody speaks in a transcript by a name that is no body's: nobody else calls him "they"."""
        group = self.vocabulary.classes["group"]
        labels = [m for m in entity.mentions if m.head.i < 0 and self.document.text[m.start] != "@"]
        return bool(labels) and entity.lemmas.isdisjoint(group) and entity.known is None


def brought_up(
    parse: Parse, tokens: Sequence[Token], is_actor: Callable[[Token], bool], *, asked: bool
) -> Token | None:
    """Whom a question without a verb is about ("And the government? It promised to ..."), to whom the author spoke: "I spoke to a
    clerk today. He says ...", "Met Ali Saleh.", or whose report was heard."""
    if asked and not any(t.pos in ("VERB", "AUX") for t in tokens):
        nouns = (t for t in tokens if t.pos in ("NOUN", "PROPN") and t.dep not in _PARTS)
        return next((t for t in nouns if is_actor(t)), None)
    for verb in tokens:
        noted = verb.lower in MEETS and verb.tag == "VBD" and verb.dep == "ROOT" and not parse.children(verb, "nsubj")
        subjects = parse.children(verb, "nsubj")
        ours = verb.lemma in _INTERVIEWS and any(k.lower in ("i", "we", "you") for k in subjects)
        theirs = verb.lemma in _MEETS and any(_asks_around(k) for k in subjects)
        if noted or ours or theirs:
            met = (*parse.children(verb, "dobj"), *parse.behind(verb, "to", "with"))
            return next((k for k in met if k.pos in ("NOUN", "PROPN") and is_actor(k)), None)
        if verb.lemma == "hear":
            # "The Commission heard a report from the Investigator. He established ..."
            told = (k for paper in parse.children(verb, "dobj") for k in parse.behind(paper, "from", "of", "by"))
            return next((k for k in told if k.pos in ("NOUN", "PROPN") and is_actor(k)), None)
    return None


def _asks_around(subject: Token) -> bool:
    """Whether it is somebody who goes to meet people for a mission: "The team met the commander. He said ..."."""
    named = subject.text.isupper() and len(subject.text) > _SHORT
    return subject.lemma.lower() in _ASKERS or named


def guest(parse: Parse, tokens: Sequence[Token], is_actor: Callable[[Token], bool]) -> Token | None:
    """Whom a programme has with it, "General Ito was in our studio this afternoon.", or whom a line without a verb leads in."""
    led = [t for t in tokens if t.pos != "SPACE"]
    if led and led[-1].text == ":" and not any(t.tag in FINITE for t in led):
        # "Mr. Tesfay Abay, at a press conference on 20 November 2022:"
        named = (t for t in led if t.entity == "PERSON" and t.dep not in _PARTS and is_actor(t))
        return next(named, None)
    if not any(t.lemma in _WITH_US for t in tokens) or any(t.text == '"' for t in tokens):
        return None
    here = any(t.lower in ("us", "our") for t in tokens)
    subjects = (t for t in tokens if t.dep == "nsubj" and t.pos == "PROPN" and parse.tokens[t.head].dep == "ROOT")
    return next((t for t in subjects if is_actor(t)), None) if here else None


def version_of(parse: Parse, tokens: Sequence[Token], is_actor: Callable[[Token], bool]) -> Token | None:
    """Whose account follows in plain sentences: "The minister's version, this morning.", "Mr. Ito gave me the usual list."."""
    for noun in tokens:
        if noun.lemma not in _ACCOUNTS or noun.pos != "NOUN" or parse.behind(noun, "of"):
            # "A list of prisoners" is no account.
            continue
        verb = parse.tokens[noun.head]
        to_us = any(t.lower in ("me", "us") for t in parse.children(verb))
        if noun.dep == "dobj" and verb.lemma in ("give", "offer", "hand") and to_us:
            return next((t for t in parse.children(verb, "nsubj") if t.pos in ("NOUN", "PROPN") and is_actor(t)), None)
        if noun.dep == "ROOT" and not any(t.pos in ("VERB", "AUX") for t in tokens):
            return next((t for t in parse.children(noun, "poss") if is_actor(t)), None)
    return None


def speaks_himself(tokens: Sequence[Token], speech: Mapping[str, str]) -> bool:
    """Whether a sentence is no part of somebody's account: "I" tell it, or somebody says it."""
    return any(
        t.lower in ("i", "me", "we", "us", "our", '"') or (t.pos == "VERB" and t.lemma in speech) for t in tokens
    )
