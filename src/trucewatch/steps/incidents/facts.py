"""The facts of one event: who, to whom, where, what was suffered, what was broken; as ranges of the working text."""

import re

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import pattern_of, word_set

from .asserted import Manner, manner_of
from .clauses import (
    Range,
    agent_of,
    clause_words,
    goals_of,
    is_noun_after_all,
    is_passive,
    is_weapon,
    joined,
    lemmas_of,
    objects_of,
    phrase,
    subject_of,
    verb_above,
)
from .events import Event

_NO_VICTIM = frozenset(
    {"troop-movement", "line-crossing", "airspace-violation", "fortification", "weapons-in-violation", "occupation"}
)
SO_FAR = re.compile(
    r"\b(?:since\s+(?:the|its|their|last|early|late|[A-Z]|\d)|so far|to date|(?:this|last) (?:year|month|week))\b", re.I
)
_OPENERS = re.compile(r"(?:the|its|their|a|an)\s+", re.I)
_GAP = 60
_BEHIND = 80
_CUT_OFF = ("Art.", "Arts.", "art.", "para.", "Para.", "Sec.")
_DENIED = re.compile(r"\b(?:not|no|would|could|may|might)\s+(?:\w+\s+){0,3}$", re.I)
_OPERATE = frozenset("operate fly launch fire pilot control send deploy".split())
# What is extorted, what the rest of a predicate is: "set huts alight", "rules the shelling a breach".
_NOBODY = frozenset("money cash tax toll fee ransom bribe alight ablaze violation breach".split())
_LEAVE = frozenset("access passage entry permission clearance cover hostage".split())


def doer_of(parse: Parse, event: Event) -> Token | None:
    """Who did it, as the event's own clause has it; None where it names nobody."""
    head, accuser = event.head, event.told.verb
    if accuser is not None and event.told.manner is Manner.ACCUSE and _under_of(parse, head, accuser):
        return next(iter(parse.children(accuser, "dobj", "nsubjpass")), None)
    if event.noun or is_noun_after_all(parse, head):
        return _doer_of_noun(parse, head)
    if event.act.subject != "doer":
        return None
    if head.dep == "advcl" and head.tag == "VBG" and manner_of(parse.tokens[head.head]) is not None:
        # "residents reported shelling, wounding one woman": it was not the residents who wounded her.
        return None
    doer = agent_of(parse, head) if is_passive(parse, head) else subject_of(parse, head)
    if doer is not None and is_weapon(parse, doer) and doer.lemma != "sniper":
        return _operator(parse, doer)
    return None if doer is None or _does_nothing(parse, doer) else doer


def _operator(parse: Parse, weapon: Token) -> Token | None:
    """Who stands behind a weapon: "a drone operated by the army hit the clinic"."""
    by = (agent_of(parse, kid) for kid in parse.children(weapon, "acl") if kid.lemma in _OPERATE)
    return next((who for who in by if who is not None), None)


def _does_nothing(parse: Parse, noun: Token) -> bool:
    """Whether a subject is nobody: a bare number, "both sides of the road"."""
    if noun.lemma in ("there", "fighting") or noun.pos == "NUM" or not any(c.isalnum() for c in noun.text):
        return True
    return noun.lemma == "side" and any(o.lemma in word_set("place") for o in parse.behind(noun, "of"))


def _under_of(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether the event stands after "of" or "for" of a verb: "accused the army of shelling", "blamed it for the attack"."""
    path = list(parse.ancestors(head))
    below = path[: next((n for n, a in enumerate(path) if a.i == verb.i), 0)]
    return any(a.lower in ("of", "for") and a.dep == "prep" for a in below)


def _doer_of_noun(parse: Parse, noun: Token) -> Token | None:
    by = agent_of(parse, noun) or next(iter(parse.children(noun, "poss")), None)
    if by is not None:
        return by
    verb = verb_above(parse, noun)
    if lemmas_of(parse, verb) & word_set("light") and verb.pos == "VERB":
        who = agent_of(parse, verb) if is_passive(parse, verb) else subject_of(parse, verb)
        return who if who is not noun and (who is None or not is_weapon(parse, who)) else None
    return None


def victims_of(parse: Parse, event: Event) -> list[Token]:
    """Who or what it was done to."""
    head = event.head
    if event.kind.id in _NO_VICTIM:
        return []
    if event.noun:
        found = list(goals_of(parse, head))
    elif event.act.subject == "victim":
        who = subject_of(parse, head)
        found = [who] if who is not None else []
    elif event.act.subject == "finder":
        found = []
    elif is_passive(parse, head):
        who = subject_of(parse, head)
        found = (
            list(joined(parse, who)) if who is not None and not is_weapon(parse, who) else list(goals_of(parse, head))
        )
    else:
        found = list(objects_of(parse, head)) or _fought(parse, head)
    found = [t for who in found for t in (_kept_out(parse, who) if who.lemma in _LEAVE else [who])]
    return [who for who in found if not is_weapon(parse, who) and _is_somebody(who)]


def _is_somebody(noun: Token) -> bool:
    """Whether a word can suffer something: no letter of a list, no time of day."""
    return len(noun.text) > 1 and not noun.text[0].isdigit() and noun.lemma not in _NOBODY


def _kept_out(parse: Parse, leave: Token) -> list[Token]:
    """The team of "denied the team access", read as one noun phrase."""
    return [k for k in parse.children(leave, "compound", "nmod") if k.pos in ("NOUN", "PROPN") and k.i == leave.i - 1]


def _fought(parse: Parse, head: Token) -> list[Token]:
    """Whom somebody clashed or exchanged fire with."""
    return [
        inner
        for kid in parse.children(head, "prep")
        if kid.lower == "with"
        for inner in parse.children(kid, "pobj")
        if head.lemma in ("clash", "fight", "skirmish", "exchange", "engage") and not is_weapon(parse, inner)
    ]


def span_of(parse: Parse, event: Event) -> Range:
    """The clause that tells of the event, without the sentences that are joined to it."""
    if event.noun:
        verb = verb_above(parse, event.head)
        words = tuple(t for t in clause_words(parse, verb) if t.pos not in ("SPACE",))
        inside = [t for t in words if t.start >= 0] or [event.head]
    else:
        inside = list(clause_words(parse, event.head))
        who = subject_of(parse, event.head)
        if who is not None and event.head.dep in ("conj", "acl", "relcl", "xcomp", "advcl"):
            near = phrase(parse, who)
            inside += near if near[-1].i < event.head.i else []
    inside = [t for t in inside if t.text.strip()]
    inside.sort(key=lambda t: t.i)
    while len(inside) > 1 and inside[-1].pos == "PUNCT" and inside[-1].text not in ')"':
        inside.pop()
    while len(inside) > 1 and (inside[0].pos == "PUNCT" or inside[0].lower in ("that", "when", "where")):
        inside.pop(0)
    return inside[0].start, max(t.end for t in inside)


def casualties_in(parse: Parse, sentence: tuple[int, int], text: str, offset: int) -> list[Range]:
    """The words for who was killed or hurt, and those that say that nobody was."""
    found: list[Range] = [(offset + m.start(), offset + m.end()) for m in pattern_of("nobody_hurt").finditer(text)]
    for token in parse.tokens[sentence[0] : sentence[1]]:
        dead = token.lemma == "shoot" and any(k.lower == "dead" for k in parse.children(token))
        if (not dead and token.lemma not in word_set("casualty")) or token.pos not in ("VERB", "AUX", "ADJ"):
            continue
        span = _suffered(parse, token)
        if span and not any(a < span[1] and span[0] < b for a, b in found):
            found.append(span)
    return sorted(found)


def _suffered(parse: Parse, verb: Token) -> Range | None:
    """The sufferers with the verb: "two soldiers were wounded", "killing three", "one received wounds"."""
    if any(k.dep == "neg" for k in parse.children(verb)) or any(k.tag == "MD" for k in parse.children(verb, "aux")):
        return None
    takes = verb.lemma in ("lose", "suffer", "receive", "sustain", "burn", "cut")
    if takes and (verb.lemma == "lose" or not is_passive(parse, verb)):
        if not any(k.lemma in word_set("harm") for k in parse.children(verb, "dobj", "nsubjpass")):
            return None
    elif verb.lemma == "burn":
        return None
    sufferers: list[Token] = []
    if is_passive(parse, verb) or takes or verb.lemma in ("die", "perish", "drown"):
        own = [k for k in parse.children(verb, "nsubj", "nsubjpass") if k.tag not in ("WDT", "WP")]
        who = own[0] if own else subject_of(parse, verb)
        sufferers = [who] if who is not None else []
    else:
        sufferers = list(parse.children(verb, "dobj"))
    sufferers = [_whole(parse, s) for s in sufferers]
    sufferers = [s for s in sufferers if not is_weapon(parse, s) and s.lemma not in word_set("property") - {"vehicle"}]
    if not sufferers:
        return None
    words = [t for s in sufferers for j in joined(parse, s) for t in phrase(parse, j)] + [verb]
    words += [k for k in parse.children(verb, "dobj", "oprd") if takes or k.dep == "oprd"]
    words = [w for w in words if w.lower != "that"]
    return min(t.start for t in words), max(t.end for t in words)


def _whole(parse: Parse, sufferer: Token) -> Token:
    """The members of "two members of the force, who were killed"."""
    of = parse.tokens[sufferer.head]
    over = parse.tokens[of.head]
    return over if sufferer.dep == "pobj" and of.lower == "of" and parse.children(over, "nummod") else sufferer


def whole_entry(document: str, text: str, offset: int) -> str:
    """The words with what follows them where "contrary to Art." was taken for the end of the sentence."""
    cut = text.rstrip().endswith(_CUT_OFF)
    return document[offset : offset + len(text) + _BEHIND] if cut else text


def provisions_in(text: str, offset: int) -> list[Range]:
    """The articles or agreements that the words say were broken."""
    found: list[Range] = []
    for cue in pattern_of("broken").finditer(text):
        if _DENIED.search(text[max(0, cue.start() - 24) : cue.start()]):
            continue
        after = pattern_of("provision").search(text, cue.end(), cue.end() + _GAP + 80)
        if after and after.start() - cue.end() <= _GAP and "." not in text[cue.end() : after.start()]:
            found.append((offset + after.start(), offset + after.end()))
            continue
        before = [
            m
            for m in pattern_of("provision").finditer(text[: cue.start()])
            if m[0][0].isupper() or m[0][:3] in ("par", "art")
        ]
        if before and re.search(r"\b(?:was|were|been)\s+(?:\w+\s+)?$", text[: cue.start()]):
            found.append((offset + before[-1].start(), offset + before[-1].end()))
    return [r for n, r in enumerate(found) if not any(r[0] < b and a < r[1] for a, b in found[:n])]
