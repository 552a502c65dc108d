"""Where a commitment is to be met: the phrases that name a place."""

from collections.abc import Callable, Iterator

from trucewatch.core.parse import Token

from . import lexicon as lex
from .phrases import Phrases
from .predicates import Predicate, merged_end


def places(phrases: Phrases, predicate: Predicate, keep: Callable[[Token], bool]) -> Iterator[tuple[int, int]]:
    """The working-text ranges of the phrases that say where; `keep` refuses words that belong to another duty."""
    parse, head = phrases.parse, predicate.head
    last = merged_end(parse, head) if not predicate.nominal else head
    heads = list(dict.fromkeys((head, last)))
    heads += [a for v in heads for a in parse.children(v, "advmod", "prt") if a.i > v.i]
    heads += [v for w in heads for v in parse.children(w, "xcomp")]
    heads += [
        n for v in heads for n in parse.children(v, "dobj", "nsubjpass", "pobj") if n.i > head.i or predicate.passive
    ]
    if predicate.nominal:
        heads += [n for p in parse.children(head, "prep") for n in parse.children(p, "pobj", "pcomp")]
    if predicate.passive and predicate.subject is not None and not predicate.nominal:
        heads.append(predicate.subject)
    # In a long list, or after "movement of traders", the parser hangs what follows on the last noun.
    heads += [
        t
        for n in heads[1:]
        for t in parse.subtree(n)
        if t.dep in ("conj", "appos", "dobj") or (t.dep == "pobj" and parse.tokens[t.head].lower == "of")
    ]
    moving = head.lemma in lex.MOVING or last.lemma in lex.MOVING
    for token in dict.fromkeys(heads):
        for prep in parse.children(token, "prep"):
            if keep(prep) and is_place(phrases, prep, moving):
                yield phrases.prepositional(prep, keep)
    if not predicate.nominal and not predicate.passive:
        for noun in parse.children(last, "dobj"):
            stranded = stranded_before(phrases, noun)
            if stranded is not None and noun.lemma in lex.PLACE_NOUNS:
                yield stranded.start, phrases.noun_phrase(noun, keep=keep)[1]
            elif (noun.lemma in lex.PLACE_NOUNS or _is_name(noun)) and last.lemma in (
                "leave",
                "vacate",
                "enter",
                "open",
                "visit",
                "reopen",
                "occupy",
                "observe",
                "patrol",
                "clear",
                "secure",
            ):
                yield phrases.noun_phrase(noun, keep=keep)


def _is_name(noun: Token) -> bool:
    return (
        noun.pos == "PROPN"
        and noun.lemma not in lex.ACTOR_NOUNS | lex.ACTING_BODIES | lex.NON_ACTORS
        and not (noun.text.isupper() and len(noun.text) > 1)
    )


def is_place(phrases: Phrases, prep: Token, moving: bool) -> bool:
    """Whether the preposition leads to a place; after a verb of movement more of them do."""
    parse = phrases.parse
    if prep.lower not in lex.PLACE_PREPOSITIONS:
        return False
    for inner in parse.children(prep, "prep", "pcomp"):
        if inner.dep == "prep" and is_place(phrases, inner, moving):
            return True
    for outer in parse.children(prep, "pobj"):
        noun = outer
        if outer.lemma in (
            "any",
            "some",
            "all",
            "each",
            "one",
            "whole",
            "length",
            "end",
            "rest",
            "part",
            "entirety",
            "entrance",
            "vicinity",
        ):
            noun = next((n for p in parse.children(outer, "prep") for n in parse.children(p, "pobj")), outer)
        if noun.lemma in lex.TIME_NOUNS | lex.LANGUAGES or noun.lower in lex.LANGUAGES or noun.pos == "NUM":
            return False
        if noun.lemma in lex.PLACE_NOUNS:
            return noun.lemma != "side" or (
                prep.lower == "on" and any(k.lower in ("either", "each", "both") for k in parse.children(noun, "det"))
            )
        if noun.pos != "PROPN" or noun.lemma in lex.NON_ACTORS or noun.lemma in lex.ACTOR_NOUNS | lex.ACTING_BODIES:
            return False
        if noun.text.isupper() and len(noun.text) > 1:
            return False
        return prep.lower in (
            "in",
            "at",
            "near",
            "around",
            "along",
            "across",
            "over",
            "throughout",
            "outside",
            "inside",
            "within",
        ) or (moving and prep.lower in ("from", "to", "into"))
    return False


def stranded_before(phrases: Phrases, noun: Token) -> Token | None:
    """The preposition before a noun that the parser hung on the verb: "freeze in their locations"."""
    parse = phrases.parse
    first = parse.subtree(noun)[0].i - 1
    before = parse.tokens[first] if first >= 0 else None
    if before is not None and before.dep == "prep" and before.i < noun.i and not parse.children(before):
        return before if before.lower in lex.PLACE_PREPOSITIONS else None
    return None
