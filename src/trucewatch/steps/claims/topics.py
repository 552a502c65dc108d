"""The words in which a claim says what it is about: a phrase that neither breaks off nor begins with who says it."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token

from .term_items import BEFORE_NOUN, TIMES

_LONGEST = 14
_NAMES_SOMETHING = ("NOUN", "VERB", "PROPN")
# Without it the words would say the opposite.
_NONE = frozenset("no neither".split())
# Names of the parts of a text: "[Article] II".
_PARTS = frozenset("article annex chapter clause paragraph phase point section stage".split())
_NO_END = frozenset("PUNCT ADP DET SPACE CCONJ AUX".split())
_JUDGES = frozenset("commend praise thank condemn blame criticise criticize congratulate rebuke fault".split())
_BREAKS = frozenset({'"', "“", "”", ":", "—", "(", "["})
# How many words may complete a verb or a noun at the end of a phrase.
_COMPLETED = 6
# What says when or why, rather than what.
_BESIDE = frozenset("after since before under despite during following until by without because with for".split())


def topic_of(parse: Parse, telling: Sequence[Token], end: int) -> tuple[Token, Token] | None:
    """First and last word of what a claim speaks of: "pulling soldiers out of forest villages".

    `telling` are the words of the claim that can say it, `end` is where the claim's words end. None where they name nothing.
    """
    told = _without_lead(parse, _what_is_said(parse, telling))
    while len(told) > 1 and (told[0].entity == "DATE" or (told[0].pos == "NUM" and told[1].i > told[0].i + 1)):
        told = told[1:]
    if not any(t.pos in _NAMES_SOMETHING for t in told):
        return None
    first = told[0]
    last = _unbroken(parse, first, _whole(parse, first, _last(parse, told), end))
    # "Isn't covered", "attacked": a verb alone does not say what it is about.
    return None if last is first and last.pos == "VERB" else (_first(parse, first), last)


def _what_is_said(parse: Parse, telling: Sequence[Token]) -> Sequence[Token]:
    """What is said, without who says it: "[accepted in private that] abductions had to stop"."""
    told = telling
    for token in (*parse.ancestors(telling[0]), *telling) if telling else ():
        if token.i < told[0].i and token.i >= telling[0].i:
            continue
        if token.lemma in _JUDGES:
            # "[Commends the front for having] taken down five of its six posts"
            deeds = [d for k in parse.children(token, "prep") if k.lower == "for" for d in parse.children(k, "pcomp")]
            told = [t for t in told if t.i >= deeds[0].i] or told if deeds else told
        for below in parse.children(token, "ccomp"):
            first = parse.subtree(below)[0].i
            inside = [t for t in told if t.i >= first]
            if token.i < first and told[0].i < first and any(t.pos in ("NOUN", "PROPN") for t in inside):
                told = inside
    return told


def _without_lead(parse: Parse, told: Sequence[Token]) -> Sequence[Token]:
    """What is told, without what leads to it: "[in connection with the reports] the headquarters denies"."""
    while told and (lead := _lead(parse, told[0])) is not None:
        rest = [t for t in told if t.i > lead]
        if not any(t.pos in _NAMES_SOMETHING for t in rest):
            break
        told = rest
    return told


def _lead(parse: Parse, token: Token) -> int | None:
    """Where the phrase ends that stands in front of its verb and that the word belongs to; None where it does not."""
    up = token
    while up.head != up.i and up.dep != "prep":
        up = parse.tokens[up.head]
    if up.dep != "prep" or up.i > token.i or parse.tokens[up.head].i < up.i:
        return None
    return parse.subtree(up)[-1].i


def _first(parse: Parse, first: Token) -> Token:
    """The first word with what counts it or says that there is none: "[40 per] cent of its fighters", "[no] post"."""
    while first.i:
        before = parse.tokens[first.i - 1]
        if before.dep == "det" and before.i and parse.tokens[before.i - 1].lower == "neither":
            # "[Neither the] planting of mines nor ..."
            return parse.tokens[before.i - 1]
        counts = before.pos == "NUM" or before.lower == "per" or before.lower in _NONE
        named = before.lower in _PARTS and before.head == first.i
        more = first.lower in ("more", "further") and before.lower in _NONE
        if not (counts or named) or (before.head < first.i and not more):
            break
        first = before
    return first


def _last(parse: Parse, told: Sequence[Token]) -> Token:
    """The last word, of very many the last where nothing breaks off whose governor would follow."""
    low = told[0].i
    near = [t for t in told if t.i <= low + _LONGEST]
    if near[-1] is told[-1]:
        return near[-1]
    furthest = [max((t.head for t in parse.tokens[low : last.i + 1]), default=0) for last in near]
    return next((t for t, far in zip(reversed(near), reversed(furthest), strict=True) if far <= t.i), near[-1])


def _whole(parse: Parse, first: Token, last: Token, end: int) -> Token:
    """The last word of a phrase that must not break off: "political [delegates]", "leaving Arawa [on 8] June"."""
    while last.dep in BEFORE_NOUN and last.i < last.head and parse.tokens[last.head].end <= end:
        last = parse.tokens[last.head]
    for particle in parse.children(last, "prt"):
        last = particle if particle.i == last.i + 1 and particle.end <= end else last
    if last.entity not in TIMES:
        return _completed(parse, last, end)
    before = last
    while before.i > first.i and (before.entity in TIMES or before.pos in ("ADP", "PUNCT", "DET")):
        before = parse.tokens[before.i - 1]
    return before


def _completed(parse: Parse, last: Token, end: int) -> Token:
    """The last word with what a verb is done to or a noun is of: "to respect [their word]", "the sense [of the text]"."""
    wanted = ("dobj", "prep") if last.pos == "VERB" else ("prep",) if last.pos == "NOUN" else ()
    for kid in parse.children(last, *wanted):
        below = parse.subtree(kid)
        near = below[0].i == last.i + 1 and len(below) <= _COMPLETED and below[-1].end <= end
        of = last.pos == "VERB" or kid.lower == "of"
        whole = not any(t.entity in TIMES or t.pos in ("PUNCT", "VERB", "AUX") for t in below)
        if near and of and whole and kid.lower not in _BESIDE:
            return below[-1]
    return last


def _unbroken(parse: Parse, first: Token, last: Token) -> Token:
    """The last word before a quotation or an aside begins or ends inside the phrase, if that leaves something named."""
    for token in parse.tokens[first.i + 1 : last.i + 1]:
        if token.text not in _BREAKS:
            continue
        kept = parse.tokens[first.i : token.i]
        while len(kept) > 1 and (kept[-1].pos in _NO_END or kept[-1].dep in BEFORE_NOUN):
            kept = kept[:-1]
        return kept[-1] if any(t.pos in _NAMES_SOMETHING for t in kept) else last
    return last
