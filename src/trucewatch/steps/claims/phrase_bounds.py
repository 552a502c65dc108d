"""Where the words end by which a text calls somebody: what stands before, behind and inside them and is no part of a name."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from trucewatch.core.date_words import MONTH_NAMES, WEEKDAYS
from trucewatch.core.parse import Parse, Token

from .mentions import TITLES
from .word_groups import ME

_MONTHS = frozenset(MONTH_NAMES)
_NOT_NAMED = frozenset("today yesterday tonight".split())
# What posts begin with.
ALERTS = frozenset(
    "unconfirmed confirmed breaking update alert exclusive correction reminder recap note fact background context thread".split()
)
# What is done to whoever answers: "Asked about the shelling, ...".
QUESTIONED = frozenset("asked questioned pressed quizzed queried challenged".split())
# "In public X", "for the present X", which parsers take for one phrase.
_ADVERBIAL = frozenset("public present private same".split())
_BEFORE_MONTHS = frozenset("in since until by before after of".split())
# "for its part", "in a whisper" and "to our reporter" say how or to whom somebody speaks.
_MANNERS = frozenset(
    "part turn whisper private confidence secret reporter correspondent newspaper statement letter interview video "
    "tweet message communique communiqué".split()
)
# What is done to somebody "of" something.
_CHARGES = frozenset("accuse suspect convict absolve acquit warn inform notify remind".split())
_OFFICE = frozenset({"of", "for"})
_JOINS = frozenset("of for and in to the de del la el du des al".split())
# What begins a phrase without being of the name: "No Russian", "His Ministry", "Maj. Gen.".
BEFORE_NAMES = re.compile(
    r"(?:no|this|that|these|those|his|her|its|their|our|every|each|any|some|same|another|both|all|[A-Z][a-z]{1,4}\.)\s",
    re.IGNORECASE,
)
_TELLS = frozenset("tell inform notify assure brief".split())
_DEMANDS = frozenset("demand seek expect require want ask".split())
# Before the place or the means of something, and nobody who is accused of it.
_WHERE_OR_HOW = frozenset("in at near inside outside through during after before since as into within aboard".split())
_LONGEST_NAME = 9
# What a name in apposition may be that of.
PLACES = frozenset(
    "city town village port district province region valley island area suburb capital camp stronghold bastion hometown "
    "birthplace settlement hamlet".split()
)


def is_name(text: str) -> bool:
    """Whether all of a phrase is a name: "Mission in Georgia", not "Army of the north"."""
    words = text.split()
    plain = not any(sign in text for sign in ',;:()"“”\n') and " in the " not in text and not BEFORE_NAMES.match(text)
    return plain and len(words) <= _LONGEST_NAME and all(w[:1].isupper() or w in _JOINS or w.isdigit() for w in words)


_IRREGULAR = {"swear": "swore", "write": "wrote", "say": "said", "tell": "told", "vow": "vowed", "hold": "held"}


def without_lead(parse: Parse, first: Token, head: Token) -> Token:
    """Where a phrase begins without what is no part of a name: quotation marks, numbers of a list, adverbs, a date."""
    while first.i < head.i and _is_lead(first, parse.tokens[first.i + 1], parse.tokens[max(0, first.i - 1)]):
        first = parse.tokens[first.i + 1]
    return first


def _is_lead(first: Token, after: Token, before: Token) -> bool:
    return (
        (first.pos in ("PUNCT", "SPACE", "ADV", "CCONJ", "ADP") and after.lower != "hoc")
        or first.lower in _NOT_NAMED
        or first.lower in ALERTS
        # "On Monday Colonel Beso Zaria said", which parsers take for one phrase.
        or (first.lower in WEEKDAYS and after.pos == "PROPN")
        or after.text == ":"
        # A "Private" with a capital may be a soldier.
        or ((first.text in _ADVERBIAL or first.text == "Same") and after.pos == "PROPN")
        or (first.lower == "the" and after.lower == "present")
        or (after.text == ")" and len(first.text) < 3)
        or "/" in first.text
        # "On 11 October FRAPH gunmen kept ...", which parsers take for one phrase.
        or (first.entity == "DATE" and (first.pos == "NUM" or first.text in _MONTHS))
        or (first.pos == "NUM" and after.text in _MONTHS)
        or (first.text in _MONTHS and (before.pos == "NUM" or before.lower in _BEFORE_MONTHS) and before is not first)
    )


def past_office(
    parse: Parse, first: Token, run: Token, head: Token, roles: Container[str], tasks: Container[str]
) -> Token:
    """Where a person's name begins behind an office: at "Kamal" in "Minister for Humanitarian Affairs Kamal Bashari"."""
    before = parse.tokens[first.i : run.i]
    if not before or not (before[-1].lower in _OFFICE or (before[-1].lower == "the" and before[-2:-1])):
        return run
    if not any(t.lower in roles for t in before) or not any(t.lower in _OFFICE for t in before):
        return run
    last = max((t.i for t in parse.tokens[run.i : head.i] if t.lower in tasks), default=run.i - 1)
    return parse.tokens[last + 1]


def is_manner(parse: Parse, token: Token) -> bool:
    """Whether a preposition only says how, when or to whom somebody speaks: "for its part", "on Tuesday", "to me"."""
    if token.lower not in ("for", "in", "on", "to"):
        return False
    aside = token.lower != "for" and token.i and parse.tokens[token.i - 1].text == ","
    return any(
        # "..., in a letter of 13 June, ..."; of "another one, in Nyala," the place says who it is.
        (aside and k.entity not in ("GPE", "LOC"))
        or (k.lemma in _MANNERS and (token.lower != "for" or k.lower == "part"))
        or k.lower in WEEKDAYS
        or (token.lower == "to" and k.lower in ME)
        or (token.lower == "on" and (k.text in _MONTHS or k.pos == "NUM"))
        or (token.lower == "in" and k.text in _MONTHS)
        for k in parse.children(token, "pobj")
    )


def is_inner(parse: Parse, i: int) -> bool:
    """Whether a token is the hyphen inside a word: "go-betweens"."""
    hyphen = parse.tokens[i]
    return hyphen.text == "-" and i > 0 and parse.tokens[i - 1].end == hyphen.start


def opens_clause(token: Token) -> bool:
    """Whether a word begins "who ..." or "which ..."."""
    return token.lower in ("who", "which", "that") and token.tag in ("WDT", "WP")


def names_next(below: Sequence[Token], n: int) -> bool:
    """Whether a comma in "the prefect of Bignona, Mamadou Ka" stands before the name of whoever the phrase means."""
    rest = below[n + 1 :]
    return below[n].text == "," and len(rest) > 1 and all(t.pos == "PROPN" or t.text in ("-", ",") for t in rest)


def names_place(parse: Parse, head: Token, name: Token) -> bool:
    """Whether a name is that of the town somebody is in: "officials in the rebel capital, Dahra"; not "the mayor of the town, X"."""
    first = min([name, *parse.children(name, "compound", "nmod")], key=lambda t: t.i)
    before = parse.tokens[max(0, first.i - 2) : first.i]
    if len(before) < 2 or before[1].text != "," or before[0].lemma not in PLACES or first.lower.rstrip(".") in TITLES:
        return False
    leads = [t for t in parse.tokens[head.i : first.i - 1] if t.pos == "ADP"]
    within = bool(leads) and leads[-1].lower in ("in", "at", "from", "near", "outside")
    return within and (head.tag in ("NNS", "NNPS") or first.i == name.i or name.entity in ("GPE", "LOC", "FAC"))


def is_aside(parse: Parse, kid: Token) -> bool:
    """Whether a word is the "X" of "X, Y said, has ...", which is no part of Y's name."""
    return kid.dep == "nmod" and parse.tokens[kid.i + 1].text == ","


def numbered(
    parse: Parse, token: Token, name: tuple[int, int] | None, last: Token
) -> tuple[tuple[int, int] | None, Token]:
    """A name with the number behind it: "Light Infantry Battalion 298"."""
    after = parse.tokens[last.i + 1 : last.i + 2]
    number = bool(after) and after[0].dep == "nummod" and after[0].head == token.i
    return ((name[0], after[0].end), after[0]) if name is not None and number else (name, last)


def names_any(text: str, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether some words have a capital in front."""
    return any(text[a].isupper() for a, _ in ranges)


def joined_to(parse: Parse, token: Token) -> list[Token]:
    """What "and" and commas join to a noun, in order: "Russia" and "States" of "Portugal, Russia and the United States"."""
    found: list[Token] = []
    for kid in parse.children(token, "conj"):
        found += [kid, *joined_to(parse, kid)]
    return found


def acts_beside(parse: Parse, token: Token, other: Token) -> bool:
    """Whether whoever "and" joins to somebody who acts is somebody else: "the army and the rebels signed"."""
    acts = token.dep == "nsubj" or parse.tokens[token.head].dep == "agent"
    return (
        acts
        and not are_of(parse, token, other)
        and any(k.i < other.i for k in parse.children(other, "det", "poss", "nummod"))
    )


def are_of(parse: Parse, token: Token, other: Token) -> bool:
    """Whether several are of both whom "and" joins behind them: "delegates of the army and the rebels"."""
    several = token.tag in ("NNS", "NNPS")
    return several and any(k.lower == "of" and k.i < other.i for k in parse.children(token, "prep"))


def goes_on_apart(parse: Parse, token: Token, other: Token) -> bool:
    """Whether a comma parts a noun from a name, or an apposition from somebody else: "the army, the FDLR and ...", "Doha, the
    host, and the Omani envoy"."""
    comma = any(t.text == "," for t in parse.tokens[token.i : other.i])
    own = bool(parse.children(other, "det", "poss"))
    return comma and (other.pos == "PROPN" or (token.dep == "appos" and own))


def is_charge(parse: Parse, token: Token, preposition: Token) -> bool:
    """Whether an "of" says what is charged, though a parser ties it to somebody: "accused the army of attacks", "by the army of"."""
    above = parse.tokens[token.head]
    verb = parse.tokens[above.head] if above.dep == "agent" else above
    charged = token.dep == "dobj" or above.dep == "agent"
    return preposition.lower == "of" and charged and verb.lemma in _CHARGES


def is_beside_charge(parse: Parse, verb: Token, kid: Token) -> bool:
    """Whether what hangs on a verb is where or how something is done, or who is told of others: "told the radio that they had fired"."""
    from_there = kid.lower == "from" and verb.lemma not in _DEMANDS
    hears = kid.dep == "dobj" and verb.lemma in _TELLS and bool(parse.children(verb, "ccomp"))
    return from_there or hears or kid.lower in _WHERE_OR_HOW


@lru_cache(maxsize=8)
def finite_forms(verbs: frozenset[str]) -> frozenset[str]:
    """How verbs of saying end a sentence, where taggers take them for nouns: "swears", "boasted", "swore"."""
    forms = {form for v in verbs for form in (f"{v}s", f"{v}d" if v.endswith("e") else f"{v}ed")}
    return frozenset(forms | {_IRREGULAR[v] for v in verbs if v in _IRREGULAR})


def is_one_of_several(parse: Parse, token: Token) -> bool:
    """Whether a name is one of those who are called by a plural: "the mediators, Egypt and Qatar"."""
    joined = joined_to(parse, token)
    several = parse.tokens[token.head].tag in ("NNS", "NNPS") and token.pos == "PROPN"
    return several and bool(joined) and all(k.pos == "PROPN" for k in joined)


def without_listed(parse: Parse, token: Token, beside: Sequence[Token]) -> Sequence[Token]:
    """What stands in apposition, without the others of a list: "Present: the Chair, the Government delegation, the Front's"."""
    listed = [k for k in beside if k.pos == "NOUN" and _has_the(parse, k)]
    return [k for k in beside if k not in listed] if len(listed) > 1 and _has_the(parse, token) else beside


def _has_the(parse: Parse, noun: Token) -> bool:
    return any(k.lower == "the" for k in parse.children(noun, "det"))
