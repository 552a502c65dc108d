"""Places in a text that speak of a duty: an act with its object, a ceasefire by its name, a halt to attacks."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import Duty

CEASEFIRE = "ceasefire"
_HALTS = frozenset("stop cease end halt hold silence suspend".split())
_OBLIGES = frozenset(
    "agree commit undertake oblige require promise pledge have urge call invite ask press enjoin order be bind vow".split()
)
_OWED = frozenset("duty obligation commitment promise undertaking pledge requirement".split())
_MUST = frozenset("must shall should ought".split())
# Words of fighting that mean other things as often: "the armed forces", "a campaign", "broke off".
NOT_FIGHTS = frozenset("arm force operation campaign violate break strike war".split())
NO_ACTS = frozenset(
    "say tell do make take begin start continue finish go come have get put be meet talk attend".split()
)
NO_THINGS = frozenset(
    "talk meeting session step measure way part place time day week month hour effect condition word statement assurance lack sum number "
    "accusation report question account role note point position reason seat participation everything anything process half rest matter need date deadline promise trust confidence public world rule truth lie blame excuse decision "
    "comment answer offer proposal view attention responsibility opinion idea reality situation group story headline news summary".split()
)
# Acts that a noun names without its object, and what they are not about: nobody owes the "withdrawal from the talks".
_TELLING = frozenset(
    "withdrawal pullback pullout redeployment disengagement release handover disarmament demobilisation demobilization "
    "cantonment repatriation".split()
)
_NOT_OWED = NO_THINGS | frozenset(
    "agreement accord deal truce ceasefire pact treaty committee commission process".split()
)
_AGAINST = frozenset("violation breach defiance spite contravention line accordance".split())
# Prepositions that say when, why or against what rather than what was done.
_BESIDE = frozenset("after since before under despite during following until by without because with".split())
# What an agreement does to make a duty: "the understanding bans roadblocks", "the text demands that they stay in their bases".
STIPULATES = frozenset(
    "ban bar forbid prohibit outlaw demand require oblige provide foresee stipulate prescribe envisage commit bind entitle "
    "order call allow permit".split()
)
THESE = frozenset("this that these those such both".split())
LETS = frozenset({"let", "allow", "permit"})
_TOWARDS = frozenset("to into in at on from inside within past".split())
_WITH_PARTICLE = frozenset("hand turn bring give".split())
_WIDEST = 9
_HYPHENS = ("-", "–")
# How much of a duty a mention tells: its act with its object, the act alone as a noun, as a verb, only what breaks it,
# or only a thing's name.
TOLD, NOUN, DONE, BROKEN, BARE = 4, 3, 2, 1, 0
# A ceasefire that is called so or told by what it is, and one by another name.
BY_NAME, BY_OTHER_NAME = 2, 1
_HALT_NOUNS = frozenset("cessation halt end stop suspension pause lull".split())
# What is thought of an agreement and is none of its terms. As part of a title it has a capital.
_PRAISE = frozenset(
    "historic lasting landmark fragile shaky tenuous precarious uneasy brittle shattered tattered battered faltering failed failing "
    "crumbling frayed fraying hard-won long-awaited long-sought much-vaunted vaunted hailed so-called supposed ostensible nominal "
    "infamous famous celebrated controversial disputed ill-fated short-lived".split()
)
NONE = frozenset("no neither none nobody nothing".split())
_FIGHTING = frozenset("hostility fighting attack enmity shelling bombardment combat violence firing offensive".split())


@dataclass(frozen=True, slots=True)
class DutyMention:
    """A place that speaks of a duty: `thing` is the lemma of its object, "" when none is named.

    `required` says that it stands under an obligation, `owed` is 1 where its act carries a duty out and -1 where it goes
    against one; `name` is more than 0 where it is a ceasefire's name.
    """

    act: str
    thing: str
    words: frozenset[str]
    start: int
    end: int
    told: int
    required: bool = False
    owed: int = 0
    name: int = 0


def is_required(parse: Parse, token: Token) -> bool:
    """Whether a verb stands under an obligation: "was to free", "must withdraw", "agreed to open", "duty to lift"."""
    above = parse.tokens[token.head]
    if any(k.dep == "neg" or k.lower == "never" for k in parse.children(above)) and above.pos == "VERB":
        # "Never agreed to leave", "does not require the Houthis to leave"
        return False
    to = any(k.lower == "to" for k in parse.children(token, "aux"))
    if token.dep in ("xcomp", "advcl", "ccomp") and above.lemma in _OBLIGES and (to or above.lemma != "be"):
        passive = any(k.lower == "be" for k in parse.children(token, "auxpass"))
        if above.lemma == "be" and token.i - above.i > 2 + passive:
            # "It was there to stop thieves" tells what for.
            return False
        return to or any(k.lower == "on" for k in parse.children(above, "prep"))
    if token.dep == "acl" and to and above.lemma in _OWED:
        return True
    aux = {k.lower for k in parse.children(token, "aux")}
    none = any(
        k.lower in ("neither", "no")
        for s in parse.children(token, "nsubj")
        for k in parse.children(s, "det", "preconj")
    )
    return bool(aux & _MUST) or (none and "may" in aux)


def places_of(parse: Parse, token: Token) -> list[Token]:
    """Where an act without an object leads: "return to barracks", "remain in their bases", "interfere in Liberian affairs"."""
    if parse.children(token, "dobj", "nsubjpass"):
        return []
    return [o for o in parse.behind(token, *_TOWARDS) if o.pos == "NOUN" and o.entity not in ("DATE", "TIME")]


def act_of(parse: Parse, verb: Token) -> str:
    """A verb with its particle: who hands out rifles does not hand them over."""
    return verb.lemma + "".join(f"_{k.lower}" for k in parse.children(verb, "prt"))


def things_of(parse: Parse, token: Token) -> list[Token]:
    """What an act is done to: its object, or its subject where it stands in the passive."""
    things = [*parse.children(token, "dobj", "nsubjpass"), *parse.children(token, "nsubj"), *parse.behind(token, "on")]
    if token.lemma in _WITH_PARTICLE and not parse.children(token, "dobj"):
        # "Handing in weapons": the parser takes the particle for a preposition.
        things += parse.behind(token, "in", "over", "up")
    if token.lemma in LETS and not parse.children(token, "dobj"):
        # "Let aid convoys pass", "let go all abducted children".
        below = parse.children(token, "ccomp", "xcomp")
        things += [k for b in below for k in parse.children(b, "nsubj", "dobj", "nsubjpass")]
    above = parse.tokens[token.head]
    if token.dep == "xcomp" and above.lemma == "be" and not parse.children(token, "nsubjpass", "nsubj"):
        # "All camps were to be withdrawn", "the army was to dismantle its posts".
        passive = bool(parse.children(token, "auxpass"))
        things += [k for k in parse.children(above, "nsubj") if passive or not parse.children(token, "dobj")]
    if token.dep == "conj" and not any(t.dep != "nsubj" for t in things):
        # "Had been moved forward and would be withdrawn": the joined verb has the subject of the first.
        things += parse.children(parse.tokens[token.head], "nsubjpass")
    return things


def mention_over(parse: Parse, act: str, token: Token, thing: Token, told: int) -> DutyMention:
    """The mention from the act to the end of its object, or the other way round."""
    below = [t for t in noun_phrase(parse, thing) if -5 <= t.i - thing.i < _WIDEST]
    breaks = [t.i for t in parse.tokens[below[0].i : thing.i] if t.text in (",", ";", ":", "(")]
    below = [t for t in below if not breaks or t.i > breaks[-1]]
    first, last = min([token, *below], key=lambda t: t.i), max([token, *below], key=lambda t: t.i)
    if last.i - first.i > 14:
        first, last = below[0], below[-1]
    while last.pos in ("PUNCT", "SPACE", "ADP") and last.i > first.i:
        last = parse.tokens[last.i - 1]
    while first.pos in ("PUNCT", "SPACE", "DET", "PRON") and first.i < last.i:
        if first.lower in NONE and token.pos == "VERB":
            # "No students had been freed": without its first word it would say the opposite.
            break
        first = parse.tokens[first.i + 1]
    words = {t.lemma for t in below if t.pos in ("NOUN", "PROPN", "ADJ")}
    if told == TOLD and any(t.dep == "poss" and t.lower == "their" for t in below):
        told = NOUN
    start = _with_not(parse, token) if first is token else first.start
    return DutyMention(act, thing.lemma, frozenset(words), start, last.end, told)


def _with_not(parse: Parse, verb: Token) -> int:
    """Where "not to touch the candidates" begins: without its first word it would say the opposite."""
    if not any(k.lower == "to" for k in parse.children(verb, "aux")):
        return verb.start
    near = [k.start for k in parse.children(verb, "neg") if 0 < verb.i - k.i <= 2]
    return min([verb.start, *near])


def clause_over(parse: Parse, act: str, head: Token, thing: Token, told: int) -> DutyMention:
    """The mention from an act's object, or its passive subject, to the end of what completes it: "left the
    demilitarized zone", "two camps were closed by May"."""
    kids = [
        k for k in parse.children(head) if k.dep in ("dobj", "prep", "prt", "acomp", "advmod", "oprd", "attr", "dative")
    ]
    after = [k for k in kids if k.i > head.i]
    ends, last = [thing, head], max(thing, head, key=lambda t: t.i)
    for kid in sorted(after, key=lambda t: t.i):
        below = parse.subtree(kid)
        if (
            kid.lower in _BESIDE
            or any(o.lemma in _AGAINST for o in parse.children(kid, "pobj"))
            or len(below) > _WIDEST + 3
            or any(t.dep in ("relcl", "acl", "advcl", "mark") for t in below)
        ):
            break
        if any(t.text in (",", ";", ":", '"') for t in parse.tokens[last.i : below[-1].i]) or any(
            t.entity in ("DATE", "TIME") for t in below
        ):
            break
        last = below[-1]
        ends.append(last)
    own = mention_over(parse, act, head, thing, told)
    start = min(own.start, head.start)
    end = max(own.end, *(t.end for t in ends))
    words = {t.lemma for t in parse.tokens[min(thing.i, head.i) : last.i + 1] if t.pos in ("NOUN", "PROPN", "ADJ")}
    return DutyMention(act, thing.lemma, own.words | words, start, end, told)


def noun_phrase(parse: Parse, noun: Token) -> list[Token]:
    """A noun with its modifiers and its "of ...", without clauses, asides and joined nouns."""
    found = [noun]
    for kid in parse.children(noun):
        if kid.dep in ("compound", "amod", "nmod", "nummod", "poss", "det", "case") and kid.i < noun.i:
            found += (t for t in parse.subtree(kid) if t.pos != "PUNCT")
        elif kid.dep == "prep" and kid.lower in ("of", "on", "in", "at", "to", "from", "with"):
            below = parse.subtree(kid)
            if len(below) <= _WIDEST and not any(t.dep in ("relcl", "acl", "advcl", "pcomp") for t in below):
                found += below
    return sorted(found, key=lambda t: t.i)


def act_as_noun(parse: Parse, token: Token, duty: Duty) -> DutyMention | None:
    """ "withdrawal of heavy weapons", "prisoner exchange", "withdrawal lines", "the redeployment"."""
    if token.lemma not in duty.nouns:
        return None
    left = [k for k in parse.children(token, "compound", "amod", "poss", "nmod") if k.i < token.i and k.pos in _CONTENT]
    right = [k for k in parse.children(token, "prep") if k.lower in ("of", "on", "from", "by", "to", "for")]
    below = [t for k in right for t in parse.subtree(k)[:_WIDEST]]
    thing = next((t for t in (*left, *below) if t.lemma in duty.objects), None)
    if (
        thing is None
        and duty.bare
        and token.lemma in _TELLING
        and not any(t.lemma in _NOT_OWED for t in (*left, *below))
    ):
        # "The withdrawal from Hodeidah": the act says enough.
        thing = next((t for t in below if t.pos in ("NOUN", "PROPN") and t.entity not in ("DATE", "TIME")), None)
    elif thing is None and not (duty.bare and not left and not below):
        return None
    if duty.id == CEASEFIRE and thing is None and token.lemma not in ("hostility", "shelling", "attack"):
        return None
    first = min((k for k in left if k.i >= token.i - 3), key=lambda t: t.i, default=token)
    last = token
    for kid in (k for k in right if k.i > token.i):
        span = [t for t in parse.subtree(kid) if t.i - kid.i <= _WIDEST]
        if (kid.lower == "of" or (kid.lower in ("from", "to") and thing in span)) and len(span) <= _WIDEST:
            last = span[-1] if span[-1].pos != "PUNCT" else parse.tokens[span[-1].i - 1]
    above = parse.tokens[token.head]
    if token.dep == "compound" and above.i == token.i + 1:
        last = above
    told = BROKEN if duty.id == CEASEFIRE else TOLD if last.i > first.i else NOUN
    words = {t.lemma for t in (*left, *below) if t.pos in _CONTENT}
    return DutyMention(duty.id, thing.lemma if thing else "", frozenset(words), first.start, last.end, told)


_CONTENT = ("NOUN", "PROPN", "ADJ")


def is_ceasefire(parse: Parse, token: Token, words: Collection[str]) -> bool:
    """Whether a word names a ceasefire; of "cease-fire", which parsers cut in three, the last part does."""
    return token.lemma in words or _hyphened(parse, token) is not token


def _hyphened(parse: Parse, token: Token) -> Token:
    """The first part of a "cease-fire" whose last part the word is, else the word."""
    before = parse.tokens[max(0, token.i - 2) : token.i]
    return before[0] if token.lower in ("fire", "fires") and [t.lower for t in before] == ["cease", "-"] else token


def ceasefire_named(parse: Parse, token: Token, agreements: Collection[str]) -> DutyMention:
    """A ceasefire by its name: one that stands alone tells more than a "ceasefire agreement" or "ceasefire violations"."""
    left = [k for k in parse.children(token, "compound", "amod", "nmod", "poss") if k.i < token.i and k.pos in _CONTENT]
    first = min([_hyphened(parse, token), *(k for k in left if k.lower != "cease")], key=lambda t: t.i)
    first = without_praise(parse, first, token)
    start, end, above, told = first.start, token.end, parse.tokens[token.head], NOUN
    if token.lemma == "hostility":
        halted = fighting_halted(parse, parse.tokens[above.head]) if above.lower in ("of", "to", "in") else None
        return halted or DutyMention(CEASEFIRE, "", frozenset(), token.start, token.end, BROKEN)
    if token.dep == "compound" and 0 < above.i - token.i <= 2:
        end, told = (above.end, DONE) if above.lemma in agreements else (end, BROKEN)
    elif any(k.i == token.i + 1 and k.tag == "VBG" for k in parse.children(token, "acl")):
        # "The ceasefire monitoring body", read as a clause.
        told = BROKEN
    name = BY_NAME if token.lemma not in ("truce", "armistice") else BY_OTHER_NAME
    return DutyMention(CEASEFIRE, "", frozenset(), start, end, told, name=name)


def without_praise(parse: Parse, first: Token, head: Token) -> Token:
    """Where a name begins behind what somebody thinks of it: the "ceasefire" of "a historic ceasefire"."""
    while first.i < head.i and first.text in _PRAISE:
        first = parse.tokens[first.i + 1]
    return first


def fighting_halted(parse: Parse, token: Token) -> DutyMention | None:
    """ "cessation of hostilities", "a halt in cross-border attacks", "an end to the fighting": a ceasefire by what it is."""
    if token.lemma.lower() not in _HALT_NOUNS or token.pos not in ("NOUN", "PROPN"):
        return None
    for kid in parse.children(token, "prep"):
        for goal in parse.children(kid, "pobj") if kid.lower in ("of", "to", "in") else ():
            armed = any(k.lower in ("armed", "military", "hostile") for k in parse.children(goal, "amod", "compound"))
            if goal.lemma.lower() in _FIGHTING or (goal.lemma in ("operation", "activity", "action", "act") and armed):
                following = parse.tokens[goal.i + 1] if goal.i + 1 < len(parse.tokens) else goal
                told = DONE if following.lemma.lower() in ("agreement", "accord", "deal", "pact") else NOUN
                return DutyMention(CEASEFIRE, "", frozenset(), token.start, goal.end, told, name=BY_NAME)
    return None


def attacks_stopped(parse: Parse, token: Token, breaches: frozenset[str]) -> DutyMention | None:
    """ "hold their fire" for the ceasefire; "attacks on oil pipelines stop" for a duty of its own."""
    if token.pos != "VERB" or token.lemma not in _HALTS:
        return None
    for thing in parse.children(token, "dobj", "nsubj", "nsubjpass"):
        if thing.lemma not in breaches | {"fire", "gun", "hostility", "fighting", "firing"}:
            continue
        if token.lemma in ("hold", "silence") and thing.lemma not in ("fire", "gun"):
            continue
        goals = parse.behind(thing, "on", "against")
        if goals and goals[0].pos == "NOUN":
            mention = mention_over(parse, f"halt-{goals[0].lemma}", token, thing, TOLD)
            return DutyMention(mention.act, goals[0].lemma, mention.words, mention.start, mention.end, TOLD)
        mention = mention_over(parse, CEASEFIRE, token, thing, TOLD)
        return DutyMention(CEASEFIRE, "", frozenset(), mention.start, mention.end, TOLD)
    return None


_NONE_BEFORE = re.compile(r"\b(?:No|Neither)(?: more| further| the| a)? \Z")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with all parts of its first and its last word, and "No" in front: "[seven-]day ceasefire", "[No] more checkpoints"."""
    while start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        start -= 1
        while start and text[start - 1].isalnum():
            start -= 1
    while text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum():
        end += 1
        while text[end : end + 1].isalnum():
            end += 1
    none = _NONE_BEFORE.search(text, max(0, start - 20), start)
    return (start if none is None else none.start()), end


DEVERBAL = ("tion", "sion", "ment", "wal", "sal", "ture", "ance", "ing")
