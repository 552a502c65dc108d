"""Clauses of a parse: what belongs to a predicate, what it is done by and to, and the noun phrases of both."""

import re
from collections.abc import Iterator

from trucewatch.core.date_words import MONTHS, WEEKDAYS
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import word_set

_LEFT = frozenset("det compound amod poss nummod nmod quantmod predet punct case preconj advmod npadvmod".split())
_CLAUSES = frozenset("conj advcl parataxis relcl acl ccomp cc mark csubj".split())
_PARTICLES = frozenset("over out back on by across into away off down up in at under dead".split())
_AT = frozenset("at on towards toward against upon over of to".split())
# What follows "at" or "on" of these suffers it; of others it is only where they happen.
_AIMED = frozenset(
    "fire shoot throw hurl lob launch aim direct fall land open set drop impact rain toss attack".split()
)
_TRANSITIVE = frozenset("kill wound injure hurt maim abduct kidnap detain".split())
_MARKED_BY = frozenset("weapon rifle gun arm uniform mask clothes clothing plain camouflage fatigue".split())
_SIDED_WITH = frozenset("loyal allied aligned affiliated".split())
_NUMBERED = frozenset("battalion brigade regiment division company".split())
_YEAR = re.compile(r"(?:19|20)\d\d")

Range = tuple[int, int]


def phrase(parse: Parse, head: Token) -> tuple[Token, ...]:
    """The noun phrase of a head: what stands before it, and what "of" ties to it."""
    left = head
    for kid in reversed(parse.children(head)):
        if kid.i < head.i and kid.dep in _LEFT and (kid.dep != "punct" or kid.text in "-\"'"):
            left = min(left, parse.subtree(kid)[0], key=lambda t: t.i)
    if left.dep == "advmod" and left.pos == "SCONJ":
        left = head
    right = head
    for kid in parse.children(head):
        if kid.i > right.i and kid.dep == "prep" and (kid.lower == "of" or _is_of_the_name(parse, head, kid)):
            for inner in parse.children(kid, "pobj"):
                right = max(right, phrase(parse, inner)[-1], key=lambda t: t.i)
    words = list(parse.tokens[left.i : _end_of_name(parse, right) + 1])
    # A date in front belongs to the sentence: "On 4 March LTTE cadres", read as one phrase.
    if head.entity not in ("DATE", "TIME"):
        dated = [n for n, w in enumerate(words) if w.i < head.i and (w.lower in MONTHS or w.lower in WEEKDAYS)]
        words = words[dated[-1] + 1 :] if dated else words
        clock = [n for n, w in enumerate(words) if w.i < head.i and w.lower in ("hrs", "hours", "h")]
        words = words[clock[-1] + 1 :] if clock else words
        while len(words) > 1 and words[0].i < head.i and _YEAR.fullmatch(words[0].text):
            words.pop(0)
    while len(words) > 1 and (words[0].pos in ("PUNCT", "SPACE") or words[0].dep == "preconj"):
        words.pop(0)
    return tuple(words)


def _end_of_name(parse: Parse, last: Token) -> int:
    """The place of a name's last word: the Islam of "Jaish al-Islam", the 408 of "Battalion 408"."""
    rest = parse.tokens[last.i + 1 : last.i + 3]
    if len(rest) > 1 and rest[0].text == "-" and rest[0].start == last.end and rest[1].start == rest[0].end:
        return rest[1].i if last.pos == "PROPN" and rest[1].pos == "PROPN" else last.i
    return rest[0].i if rest and rest[0].text.isdigit() and last.lemma.lower() in _NUMBERED else last.i


def _is_of_the_name(parse: Parse, head: Token, prep: Token) -> bool:
    """Whether "for" stands in a name: "the Coalition for Change"."""
    inner = parse.children(prep, "pobj")
    return (
        prep.lower == "for"
        and head.pos == "PROPN"
        and bool(inner)
        and inner[0].pos == "PROPN"
        and inner[0].i == prep.i + 1
    )


def bounds(tokens: tuple[Token, ...]) -> Range:
    """Where the tokens begin and end in the working text."""
    return tokens[0].start, tokens[-1].end


def joined(parse: Parse, head: Token) -> Iterator[Token]:
    """A noun and those joined to it: "the hospital and the mission"."""
    yield head
    for kid in parse.children(head, "conj"):
        if any(c.isalnum() for c in kid.text) and kid.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield from joined(parse, kid)


def joined_below(parse: Parse, head: Token) -> Range | None:
    """All of "fighters of the front and soldiers", where the soldiers were read as those whom the fighters are of."""
    inner = parse.behind(head, "of")
    if not any(parse.children(noun, "conj") for noun in inner):
        return None
    return phrase(parse, head)[0].start, max(
        t.end for noun in inner for j in joined(parse, noun) for t in phrase(parse, j)
    )


def lemmas_of(parse: Parse, head: Token) -> frozenset[str]:
    """The predicate's lemma, alone and with each particle: take, take_away."""
    found = {head.lemma, head.lower}
    after = parse.tokens[head.i + 1] if head.i + 1 < len(parse.tokens) else head
    kids = [k for k in parse.children(head) if k.dep in ("prt", "prep", "advmod", "oprd", "acomp", "dobj")]
    for kid in (*kids, after):
        if kid.lemma in _PARTICLES or kid.lemma in ("place", "fire", "hostage"):
            found.add(f"{head.lemma}_{kid.lemma}")
    return frozenset(found)


def clause_words(parse: Parse, head: Token) -> tuple[Token, ...]:
    """The predicate with its arguments, without the clauses joined to it; its own relative clauses neither."""
    found = [head]
    for kid in parse.children(head):
        bare = kid.dep == "ccomp" and kid.i > head.i and is_bare(parse, kid)
        if kid.dep in _CLAUSES and not bare:
            continue
        found += _without_clauses(parse, kid)
    return tuple(sorted(set(found), key=lambda t: t.i))


def is_bare(parse: Parse, clause: Token) -> bool:
    """Whether a clause has no finite verb: "the inspectors to enter", "forces fire"."""
    return not parse.children(clause, "auxpass", "mark") and all(k.lower == "to" for k in parse.children(clause, "aux"))


def _without_clauses(parse: Parse, top: Token) -> list[Token]:
    found, stack = [], [top]
    while stack:
        token = stack.pop()
        found.append(token)
        for kid in parse.children(token):
            clause = kid.dep in ("relcl", "advcl", "ccomp", "parataxis") or (kid.dep == "conj" and kid.pos == "VERB")
            if not clause:
                stack.append(kid)
    return found


def is_passive(parse: Parse, head: Token) -> bool:
    """Whether the predicate is done to its subject: a passive, or a participle behind its noun."""
    if parse.children(head, "auxpass", "nsubjpass"):
        return True
    if _real_subject(parse, head) is not None:
        return False
    if head.lemma in _TRANSITIVE and head.tag in ("VBN", "VBD") and not parse.children(head, "dobj"):
        # "Two people killed": nobody kills without somebody who is killed.
        return True
    if head.tag in ("VBN", "VBD") and not parse.children(head, "dobj") and _done_by(parse, head):
        # "Speedboat shot at near Haruku by unknown men"
        return True
    return head.tag in ("VBN", "VBD") and head.dep == "acl" and not parse.children(head, "dobj")


def _done_by(parse: Parse, head: Token) -> bool:
    """Whether a "by" with armed men behind it follows a verb."""
    by = (o for k in parse.children(head, "agent", "prep") if k.lower == "by" for o in parse.children(k, "pobj"))
    return any(o.lemma in word_set("soldier") or o.lemma in ("man", "gunman") for o in by)


def _real_subject(parse: Parse, head: Token) -> Token | None:
    """The fighters of "fighters manning the bridge fired", which parsers read as a clause on the bridge."""
    noun = parse.tokens[head.head]
    if head.dep != "acl" or head.tag != "VBD" or noun.i != head.i - 1 or noun.dep not in ("dobj", "pobj"):
        return None
    over = parse.tokens[noun.head]
    over = parse.tokens[over.head] if noun.dep == "pobj" else over
    return parse.tokens[over.head] if over.tag == "VBG" and over.dep == "acl" else None


def subject_of(parse: Parse, head: Token) -> Token | None:
    """The grammatical subject, looked for at the predicate, then at what it is joined to."""
    real = _real_subject(parse, head)
    if real is not None:
        return real
    token = head
    for _ in range(6):
        for kid in parse.children(token, "nsubj", "nsubjpass"):
            if kid.tag in ("WDT", "WP") and token.dep in ("relcl", "ccomp", "acl"):
                return parse.tokens[token.head] if token.dep != "ccomp" else kid
            return kid
        if token.dep in ("conj", "xcomp", "advcl") and token.head != token.i:
            above = parse.tokens[token.head]
            if above.pos == "ADJ" and above.dep == "acomp":
                # "was able to confirm"
                above = parse.tokens[above.head]
            if above.pos not in ("VERB", "AUX") or (token.dep == "conj" and above.i > token.i):
                break
            token = above
            continue
        if token.dep in ("acl", "relcl"):
            return parse.tokens[token.head]
        break
    return _before(parse, head) if token is head else None


def _before(parse: Parse, head: Token) -> Token | None:
    """The noun right before a finite verb that a parser gave no subject: "On 4 March fighters abducted ..."."""
    aux = parse.children(head, "auxpass")
    finite = head.tag in ("VBD", "VBZ", "VBP") or (head.tag == "VBN" and aux)
    start = min([head.i, *(a.i for a in aux)])
    if not finite or start == 0 or parse.children(head, "nsubj", "nsubjpass"):
        return None
    before = parse.tokens[start - 1]
    while before.dep == "pobj" and (parse.tokens[before.head].lower == "of" or before.lemma in _MARKED_BY):
        before = parse.tokens[parse.tokens[before.head].head]
    side = parse.tokens[parse.tokens[before.head].head]
    if before.dep == "pobj" and side.pos == "ADJ" and side.lemma in _SIDED_WITH:
        # "forces loyal to the general attacked": it was the forces.
        before = parse.tokens[side.head]
    lone = before.pos in ("NOUN", "PROPN") and before.entity not in ("DATE", "TIME")
    return before if lone and before.dep in ("pobj", "compound", "npadvmod", "appos", "dep", "nmod") else None


def agent_of(parse: Parse, head: Token) -> Token | None:
    """The "by ..." of a passive, also where the parser hung it on a noun behind the verb."""
    behind = [k for noun in _nouns_behind(parse, head) for k in parse.children(noun, "prep")]
    for kid in (*parse.children(head, "agent", "prep"), *behind):
        if kid.lower == "by":
            for inner in parse.children(kid, "pobj"):
                return inner
    return None


def _nouns_behind(parse: Parse, head: Token) -> Iterator[Token]:
    """Those of "denied access to the port by ..." where the verb is a passive."""
    if not parse.children(head, "auxpass"):
        return
    rest = [kid for kid in parse.children(head, "dobj", "oprd", "attr", "prep", "dative") if kid.i > head.i]
    while rest:
        word = rest.pop()
        if word.pos in ("NOUN", "PROPN"):
            yield word
        rest += parse.children(word, "prep", "pobj")


def objects_of(parse: Parse, head: Token) -> tuple[Token, ...]:
    """What it is done to: the direct object, else what follows "at", "on", "towards", "against"."""
    direct = [kid for kid in parse.children(head, "dobj", "dative") if kid.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    direct += [
        s for k in parse.children(head, "ccomp") for s in parse.children(k, "nsubj") if k.i > head.i and not direct
    ]
    things = [kid for kid in direct if not is_weapon(parse, kid)]
    if head.dep == "amod" and head.tag == "VBG":
        things = [parse.tokens[head.head]]
    if things:
        return tuple(t for thing in things for t in joined(parse, thing))
    return tuple(g for kid in (head, *direct) for g in goals_of(parse, kid)) if head.lemma in _AIMED else ()


def goals_of(parse: Parse, head: Token) -> tuple[Token, ...]:
    """What follows "at", "on", "towards" or "against" of a verb or noun."""
    found = []
    for kid in parse.children(head, "prep"):
        if (
            kid.i > head.i
            and kid.lower in _AT
            and (kid.lower != "of" or head.pos == "NOUN")
            and (kid.lower != "to" or head.lemma == "set")
        ):
            found += [
                goal
                for inner in parse.children(kid, "pobj")
                for goal in joined(parse, inner)
                if any(c.isalnum() for c in inner.text)
                and inner.entity not in ("DATE", "TIME")
                and not is_weapon(parse, inner)
            ]
    return tuple(found)


def forms(token: Token) -> tuple[str, str, str]:
    """What a word may be listed as; parsers leave the plural of a capitalised noun as it is."""
    return token.lemma, token.lower, token.lower.removesuffix("s")


def is_weapon(parse: Parse, noun: Token) -> bool:
    """Whether a noun is a weapon, what comes out of it, or an attack: no doer and no victim."""
    return not word_set("weapon").isdisjoint(forms(noun)) or (
        noun.lemma in ("system", "launcher", "rifle", "number", "trap", "vehicle")
        and any(k.lemma in word_set("weapon") for k in parse.children(noun, "compound", "amod"))
    )


def is_noun_after_all(parse: Parse, head: Token) -> bool:
    """Whether a noun was read as a participle: the shelling of "residents reported mortar shelling"."""
    before = parse.tokens[head.i - 1] if head.i else head
    return head.tag == "VBG" and before.dep in ("dobj", "pobj") and is_weapon(parse, before) and before.tag == "NN"


def verb_above(parse: Parse, token: Token) -> Token:
    """The nearest verb that a token stands under, itself if it is one; the topmost token where there is none."""
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = parse.tokens[token.head]
    return token


def with_arms(parse: Parse, noun: Token) -> Range:
    """The phrase with what marks the people it means: "men with weapons", "men in uniform"."""
    words = phrase(parse, noun)
    end = words[-1].end
    for kid in parse.children(noun, "amod"):
        # "elements loyal to the general"
        if kid.i == words[-1].i + 1 and kid.lemma in _SIDED_WITH:
            end = parse.subtree(kid)[-1].end
    for kid in parse.children(noun, "prep"):
        if kid.lower in ("with", "in") and kid.i == words[-1].i + 1:
            marks = [k for k in parse.children(kid, "pobj") if k.lemma in _MARKED_BY]
            end = max([end, *(phrase(parse, k)[-1].end for k in marks)])
    return words[0].start, end
