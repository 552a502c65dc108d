"""Where a commitment is to be met: the phrases that name a place."""

from collections.abc import Callable

from trucewatch.core.parse import Parse, Token

from . import lexicon as lex
from .binding import Predicate, has_to, merged_end
from .phrases import Phrases


def places(phrases: Phrases, predicate: Predicate, keep: Callable[[Token], bool]) -> list[tuple[int, int]]:
    """The working-text ranges of the phrases that say where; `keep` refuses words that belong to another duty."""
    parse, head = phrases.parse, predicate.head
    last = merged_end(parse, head) if not predicate.nominal else head
    heads = [*dict.fromkeys((head, last)), *_below(parse, predicate, head), *_below(parse, predicate, last)]
    heads += _framing(parse, head)
    moving = head.lemma in lex.MOVING or last.lemma in lex.MOVING
    found = []
    for token in dict.fromkeys(heads):
        for prep in parse.children(token, "prep", "dative"):
            pointed = prep.lower == "of" and token.lower in lex.DIRECTIONS
            if keep(prep) and (pointed or is_place(phrases, prep, moving)):
                start, end = phrases.prepositional(prep, keep)
                found.append((min(start, _measured(parse, token, prep).start), end))
    if not predicate.nominal:
        found = _with_objects(
            found, [noun for v in parse.children(last, "dobj") if (noun := _taken(phrases, v, last, keep))]
        )
    return _joined(phrases, sorted(found))


def _joined(phrases: Phrases, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges, two with only "and" or "or" between them as one: "along the road and on both banks"."""
    made: list[tuple[int, int]] = []
    for start, end in found:
        between = phrases.document.text[made[-1][1] : start].split() if made else []
        if made and (between in (["and"], ["or"]) or start < made[-1][1]):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _framing(parse: Parse, head: Token) -> list[Token]:
    """The verbs above that share their place: "in the zone no flights are permitted", "undertake, in all camps, to"."""
    frames = lex.REFRAINING | lex.BANNING | lex.ALLOWING
    above = [verb for verb in list(parse.ancestors(head))[:4] if verb.pos == "VERB"]
    # Where the sides "agreed in Muscat" is told in the past tense.
    return [v for v in above if v.lemma in frames or (v.lemma in lex.PERFORMATIVES and v.tag in ("VBP", "VBZ"))]


def _taken(phrases: Phrases, noun: Token, verb: Token, keep: Callable[[Token], bool]) -> tuple[int, int] | None:
    """The object of a verb that acts on a place: "leave the heights"."""
    stranded = stranded_before(phrases, noun)
    if stranded is not None and noun.lemma in lex.SITE_NOUNS:
        return stranded.start, phrases.noun_phrase(noun, keep=keep)[1]
    if (noun.lemma in lex.SITE_NOUNS or _is_name(noun)) and verb.lemma in lex.PLACE_TAKING:
        return phrases.noun_phrase(noun, keep=keep)
    return None


def _with_objects(found: list[tuple[int, int]], objects: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges with the objects, each drawn together with the phrase in it or right behind it."""
    for start, end in objects:
        tied = [b for a, b in found if start <= a <= end + 1]
        found = [(a, b) for a, b in found if not start <= a <= end + 1]
        found.append((start, max([end, *tied])))
    return found


_INTO = ("advmod", "prt", "npadvmod", "xcomp", "dobj", "conj", "appos", "acomp", "oprd", "nsubjpass", "pcomp")


def _below(parse: Parse, predicate: Predicate, top: Token) -> list[Token]:
    """The words below the act that a phrase of place may hang on; clauses about a noun are not entered."""
    found, queue = [], [top]
    while queue:
        token = queue.pop()
        for kid in parse.children(token):
            verb = kid.pos in ("VERB", "AUX") and kid.dep == "conj" and token is top
            to_do = kid.dep in ("acl", "relcl", "advcl") and has_to(parse, kid) and not parse.children(kid, "auxpass")
            if (kid.dep in _INTO or to_do) and not verb and (kid.i > top.i or predicate.passive):
                found.append(kid)
                queue.append(kid)
            elif kid.dep in ("prep", "dative") and kid.i > top.i and (kid.lower in _THROUGH or predicate.nominal):
                inner = parse.children(kid, "pobj", "pcomp")
                found += inner
                queue += inner
    return sorted(found, key=lambda t: t.i)


def _measured(parse: Parse, token: Token, prep: Token) -> Token:
    """Where a distance before the preposition begins: "at least two kilometres away from", "5 km north of"."""
    if token.lower in lex.DIRECTIONS and prep.lower == "of":
        return min(parse.subtree(token), key=lambda t: t.i)
    if token.pos not in ("ADV", "NOUN") or not (token.dep == "npadvmod" or parse.children(token, "npadvmod")):
        return prep
    first = min(parse.subtree(token), key=lambda t: t.i)
    return first if first.i < token.i < prep.i else prep


_THROUGH = frozenset("of for from over in into to".split())


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
    for inner in parse.children(prep, "prep", "pcomp", "conj"):
        if inner.dep in ("prep", "conj") and is_place(phrases, inner, moving):
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
        if noun.lemma in lex.SITE_NOUNS or any(k.lemma in lex.SITE_NOUNS for k in parse.children(noun, "conj")):
            return noun.lemma != "side" or (
                prep.lower == "on" and any(k.lower in ("either", "each", "both") for k in parse.children(noun, "det"))
            )
        if noun.pos != "PROPN" or noun.lemma in lex.NON_ACTORS or noun.lemma in lex.ACTOR_NOUNS | lex.ACTING_BODIES:
            return False
        if noun.text.isupper() and len(noun.text) > 1:
            return False
        if prep.lower == "between":
            return parse.tokens[prep.head].lemma not in lex.RELATIONS and bool(parse.children(noun, "conj"))
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
    if (
        before is not None
        and before.pos == "ADP"
        and before.dep in ("prep", "advmod")
        and before.i < noun.i
        and not parse.children(before)
    ):
        return before if before.lower in lex.PLACE_PREPOSITIONS else None
    return None
