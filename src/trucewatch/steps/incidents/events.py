"""Finds the events of a sentence: predicates and nouns whose words fit a kind, and that the text says happened."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import (
    Act,
    IncidentKind,
    acts_by_head,
    first_words,
    nouns_by_head,
    rank_of,
    word_set,
)

from .asserted import Told, told
from .clauses import (
    agent_of,
    clause_words,
    forms,
    is_noun_after_all,
    is_passive,
    is_weapon,
    lemmas_of,
    phrase,
    subject_of,
    verb_above,
)
from .sources import Sources

_DURING = frozenset("during in after amid by when while of from following".split())


@dataclass(frozen=True, slots=True)
class Event:
    """One predicate or noun that tells of an event."""

    head: Token
    kind: IncidentKind
    act: Act
    told: Told
    noun: bool = False


@dataclass(slots=True)
class Happening:
    """The events of a sentence that are one: the main one first in `events`."""

    events: list[Event] = field(default_factory=list)

    @property
    def main(self) -> Event:
        strong = [e for e in self.events if not e.kind.weak] or self.events
        doing = [e for e in strong if e.act.subject != "finder" and not e.noun and not _is_result(e)] or strong
        return next((e for e in doing if _says_how(e, doing[0])), doing[0])


def _is_result(event: Event) -> bool:
    """Whether a participle tells what came of it: "reported shelling, wounding one woman"."""
    head = event.head
    return head.tag == "VBG" and head.dep == "advcl" and head.lemma in word_set("casualty")


def _says_how(event: Event, first: Event) -> bool:
    """Whether a clause with "when" or "after" says how people came to harm: "17 were killed when shells hit a market"."""
    harmed = first.head.lemma in word_set("casualty") and event.head.lemma not in word_set("casualty")
    if event.kind.id == "armed-clash":
        # "killed when fighters attacked the camp" is no clash of armed men.
        return False
    return harmed and event.head.dep == "advcl" and event.head.head == first.head.i and event.act.subject != "finder"


def happenings(parse: Parse, sentence: tuple[int, int], text: str, sources: Sources) -> list[Happening]:
    """What the sentence says happened, one entry for each event."""
    found: list[Happening] = []
    for event in _events(parse, sentence, text, sources):
        home = next((h for h in reversed(found) if _is_one(parse, h.main, event)), None)
        if home is None:
            found.append(Happening([event]))
        else:
            home.events.append(event)
    return found


def _events(parse: Parse, sentence: tuple[int, int], text: str, sources: Sources) -> Iterator[Event]:
    wanted = first_words()
    for token in parse.tokens[sentence[0] : sentence[1]]:
        if token.lemma not in wanted and token.lower not in wanted:
            continue
        gerund = token.dep == "amod" and token.tag == "VBG" and parse.tokens[token.i - 1].lower in ("of", "for")
        if token.pos in ("VERB", "AUX") and (gerund or token.dep not in ("amod", "compound")):
            found = _predicate(parse, token, text, sources)
        elif token.pos in ("NOUN", "PROPN") and token.lemma in nouns_by_head() and token.dep != "compound":
            found = _noun(parse, token, text)
        else:
            continue
        if found is not None:
            yield found


def _predicate(parse: Parse, head: Token, text: str, sources: Sources) -> Event | None:
    if head.dep in ("acomp", "oprd"):
        # "remained restricted" is a state.
        return None
    if head.dep == "acl" and head.lemma in word_set("see") and _is_counted(parse, parse.tokens[head.head]):
        # "129 exchanges of fire heard from the compound": a figure.
        return None
    words = clause_words(parse, head)
    if head.dep == "amod":
        words = (*words, parse.tokens[head.head])
    if head.dep == "acl" and is_weapon(parse, parse.tokens[head.head]) and not is_noun_after_all(parse, head):
        # "a round fired from the north" says what the round was.
        return None
    doer = agent_of(parse, head) if is_passive(parse, head) else subject_of(parse, head)
    doing = frozenset(phrase(parse, doer)) if doer is not None else frozenset[Token]()
    whom = [w for w in words if w not in doing]
    for kind, act in _in_order(acts_by_head(), lemmas_of(parse, head)):
        if all(_stands(parse, group, words, whom, doing, sources) for group in act.groups):
            on = told(parse, head, text, denied=act.denied)
            if on is not None:
                return Event(head, kind, act, on)
            if not act.denied:
                return None
    return None


def _is_counted(parse: Parse, noun: Token) -> bool:
    """Whether a noun, or what it is of, is numbered: "129 exchanges of fire"."""
    while noun.dep == "pobj" and parse.tokens[parse.tokens[noun.head].head].i < noun.i:
        noun = parse.tokens[parse.tokens[noun.head].head]
    return bool(parse.children(noun, "nummod"))


def _in_order(
    table: Mapping[str, tuple[tuple[IncidentKind, Act], ...]], lemmas: Collection[str]
) -> list[tuple[IncidentKind, Act]]:
    """All that the lemmas may show, in the order of the file."""
    found = [pair for lemma in lemmas for pair in table.get(lemma, ())]
    return sorted(found, key=lambda pair: rank_of(pair[0]))


def _stands(
    parse: Parse,
    group: tuple[str, ...],
    words: Collection[Token],
    whom: Collection[Token],
    doing: Collection[Token],
    sources: Sources,
) -> bool:
    """Whether one word of a group stands beside the predicate, in the part that it is asked for."""
    if group[0].startswith("-"):
        return not any(f"-{form}" in group for w in words for form in forms(w))
    for word in group:
        if word == "@monitor":
            if any(w.pos in ("NOUN", "PROPN") and sources.is_monitor(parse, w) for w in whom):
                return True
        elif word[0] in "@=":
            among, wanted = (whom if word[0] == "@" else doing), word_set(word[1:])
            if any(not wanted.isdisjoint(forms(w)) for w in among):
                return True
        elif any(word in forms(w) for w in words):
            return True
    return False


def _noun(parse: Parse, head: Token, text: str) -> Event | None:
    words = tuple(parse.subtree(head))
    fits = [
        (kind, act)
        for kind, act in nouns_by_head()[head.lemma]
        if all(any(w.lemma in group or w.lower in group for w in words) for group in act.groups)
    ]
    if not fits or not _happens(parse, head):
        return None
    on = told(parse, head, text)
    counted = any(k.lower not in ("one", "a") for k in parse.children(head, "nummod"))
    if on is None or (counted and (on.manner is not None or verb_above(parse, head).lemma in word_set("see"))):
        return None
    return Event(head, *fits[0], on, noun=True)


def _happens(parse: Parse, noun: Token) -> bool:
    """Whether a noun stands where an event is told: it broke out, was seen, or people died in it."""
    top = noun
    while top.dep in ("conj", "pobj", "prep", "compound") and top.head != top.i:
        above = parse.tokens[top.head]
        if above.pos in ("VERB", "AUX"):
            break
        if (
            top.dep == "prep"
            and parse.tokens[above.head].dep == "agent"
            and verb_above(parse, above).lemma in word_set("tell")
        ):
            # "was told by chiefs of fighting"
            return True
        if (
            top.dep == "prep"
            and above.pos in ("NOUN", "PROPN")
            and above.lemma not in ("burst", "outbreak", "round", "exchange", "day", "night")
        ):
            return False
        top = above
    verb = verb_above(parse, top)
    if verb.pos not in ("VERB", "AUX"):
        return False
    lemmas = lemmas_of(parse, verb)
    if not lemmas & word_set("noun_verbs"):
        return False
    if top.dep == "prep":
        return top.lower in _DURING and bool(
            lemmas & word_set("casualty") or lemmas & word_set("tell") | lemmas & word_set("accuse")
        )
    return True


def _is_one(parse: Parse, first: Event, other: Event) -> bool:
    """Whether a later predicate of the sentence tells of the same event as an earlier one."""
    sources = first.told.source, other.told.source
    if sources[0] is not None and sources[1] is not None and sources[0].i != sources[1].i:
        # "The team saw burned huts and spoke to the chief, who said that rebels had raided the camp."
        return False
    below = {a.i for a in parse.ancestors(other.head)}
    if first.head.i in below and other.head.dep not in ("conj", "parataxis"):
        return True
    if other.head.i in {a.i for a in parse.ancestors(first.head)} and not first.noun:
        return True
    own = parse.children(other.head, "nsubj", "nsubjpass")
    if not own or other.noun or first.noun:
        return True
    return other.kind.weak or (other.head.lemma in word_set("casualty") and agent_of(parse, other.head) is None)
