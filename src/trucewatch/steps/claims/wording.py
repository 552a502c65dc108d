"""Which words belong to a proposition, and what they say about it beside the predicate."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from trucewatch.core.parse import FINITE, Parse, Token

from .clause_ends import comes_and_goes, stands_alone
from .propositions import Proposition, is_infinite
from .voices import answers_by_the_way

CONTRAST = frozenset("while whereas although though but".split())
PRIVATE = frozenset("privately secretly confidentially quietly discreetly confide whisper".split())
_COMMENTS = frozenset("claim charge allegation accusation assertion account version figure statement".split())
_PARTIAL = frozenset("half part partial partially partly percent portion third quarter".split())
_SOME = re.compile(r"\b(?:some|most|part|many|several|few|half) of\b|\bnot all\b|\bfirst batch\b")
_PRIVATELY = (
    "in private",
    "behind closed doors",
    "off the record",
    "in confidence",
    "among friends",
    "between ourselves",
    "over coffee",
    "over tea",
    "over dinner",
    "over lunch",
    "over breakfast",
    "over whisky",
    "over drinks",
)


def words_of(tokens: Sequence[Token]) -> str:
    """Tokens as words in lower case, with a space between them."""
    return " ".join(t.lower for t in tokens)


def own_tokens(parse: Parse, p: Proposition, speech: Mapping[str, str]) -> list[Token]:
    """The proposition's tokens without what stands beside it: other statements, attributions, asides.

    Only the run around the predicate is kept, so that the words can be quoted: "The port, he said, had been handed over" goes
    on behind the attribution.
    """
    control = p.control
    top = control[-1] if control and (len(control) > 1 or control[0].lemma != "be") else p.head
    out: set[int] = set()
    for kid in parse.children(top):
        if _beside(parse, p, top, kid):
            out |= {t.i for t in parse.subtree(kid)}
    subtree = parse.subtree(top)
    for token in subtree:
        if token.i in out or token.i == top.i or token.dep not in ("conj", "relcl"):
            continue
        # "agreed to reduce X and renewed Y": the finite verb was joined to the infinitive by mistake.
        wrong = token.dep == "conj" and token.tag in FINITE and token.head != top.i
        wrong = wrong and is_infinite(parse, parse.tokens[token.head])
        # "..., which the Front called a trick": another's words end what is said.
        if wrong or (token.i > top.i and answers_by_the_way(parse, token, speech)):
            out |= {t.i for t in parse.subtree(token)}
    run = {t.i for t in subtree if t.i not in out}
    verb = p.frame.verb if p.frame is not None else None
    told = {t.i for t in parse.subtree(verb)} if verb is not None and verb.i in out else set()
    low = high = p.head.i
    while (before := _next(parse, low, -1, run, told)) is not None:
        low = before
    before_it = next((t for t in reversed(parse.tokens[:low]) if t.pos != "SPACE"), None)
    if before_it is not None and before_it.lower == "nor":
        # "Nor will we respect it": without its first word it would say the opposite.
        low = before_it.i
    while (behind := _next(parse, high, 1, run, told)) is not None:
        high = behind
    return [t for t in parse.tokens[low : high + 1] if t.i not in told]


def _next(parse: Parse, at: int, step: int, run: set[int], told: set[int]) -> int | None:
    """The next word of a run in one direction, over a mark or over the attribution inside it; None at the run's end."""
    at += step
    if at in run or (at + step in run and parse.tokens[at].pos in ("SPACE", "PUNCT")):
        return at
    passed = False
    while 0 <= at < len(parse.tokens) and (at in told or parse.tokens[at].pos in ("SPACE", "PUNCT")):
        passed, at = passed or at in told, at + step
    return at if passed and at in run else None


def _beside(parse: Parse, p: Proposition, top: Token, kid: Token) -> bool:
    if p.frame is not None and p.frame.verb is not None and kid.start == p.frame.verb.start:
        return True
    if kid.dep == "ccomp":
        spliced = kid.i < top.i and any(k.i > top.i for k in (*parse.children(top, "ccomp"), *_of(parse, top)))
        return spliced or stands_alone(parse, kid, top, p.where == "report")
    if comes_and_goes(top, kid):
        return False
    if kid.dep in ("conj", "parataxis"):
        # "could neither confirm nor rule out" is one statement.
        either = any(k.lower in ("nor", "or") for k in parse.children(top, "cc"))
        return kid.pos in ("VERB", "AUX") and not (either and kid.dep == "conj" and not parse.children(kid, "nsubj"))
    if kid.dep == "cc":
        return kid.i < top.i and kid.lower != "nor"
    return kid.dep == "advcl" and any(m.lemma in CONTRAST for m in parse.children(kid, "mark", "advmod"))


def _of(parse: Parse, verb: Token) -> list[Token]:
    return [k for k in parse.children(verb, "prep") if k.lower == "of"]


# What the words behind it would be without is the opposite, or half.
_PAIRS = frozenset("neither either both nor if unless".split())
# "1) The army", "b) The team".
_ITEM = re.compile(r"\d{1,2}|[a-z]|[ivx]{1,4}")
# At the front of a sentence parsers take them for words that join: "Since the signing no shots have been fired".
_SINCE = frozenset("Since Until Before After".split())


def trimmed(own: Sequence[Token]) -> tuple[Token, Token]:
    """The first and last token that are words, without a leading "and", "but" or "that"; "neither" and "if" stay.

    What was opened in brackets is closed: "by the Government and the Front (RUF)". Numbers of notes and of items are left out.
    """
    low, high = 0, len(own) - 1
    while low < high and (own[low].pos in ("PUNCT", "SPACE", "CCONJ") or own[low].dep == "mark"):
        if own[low].lower in _PAIRS or own[low].text in _SINCE or _opens_clause(own, low):
            break
        low += 1
    if high - low > 2 and own[low + 1].text == ")" and _ITEM.fullmatch(own[low].text):
        low += 2
    while high > low and (own[high].pos in ("PUNCT", "SPACE", "CCONJ") or _leads_on(own[high - 1], own[high])):
        opened = _opened(own, low, high) if own[high].text == ")" else None
        if opened is not None and opened > low:
            if opened + 2 != high or not own[opened + 1].text.isdigit():
                break
            high = opened
        high -= 1
    return own[low], own[high]


def _opens_clause(own: Sequence[Token], at: int) -> bool:
    """Whether a word that joins opens a clause in front of the main one: "As regards the road, the army has not opened it"."""
    mark = own[at]
    clause = next((t for t in own[at:] if t.i == mark.head), None)
    fronted = clause is not None and clause.dep == "advcl" and clause.head > clause.i
    return mark.dep == "mark" and mark.lower != "that" and fronted and own[-1].i >= (clause or mark).head


def _opened(own: Sequence[Token], low: int, high: int) -> int | None:
    """Where the bracket opens that closes at `high`; None where it does not."""
    depth = 0
    for at in range(high, low - 1, -1):
        depth += (own[at].text == ")") - (own[at].text == "(")
        if depth == 0:
            return at
    return None


def _leads_on(before: Token, last: Token) -> bool:
    """Whether a last word only leads to the next clause, "They have not reported yet, so", or to a note: "the camps.(1"."""
    note = before.text == "(" and _ITEM.fullmatch(last.text) is not None
    return note or (before.text == "," and last.lower in ("so", "yet", "though"))


def flags(own: Sequence[Token], lemmas: frozenset[str]) -> set[str]:
    """partial, conditional, only: what the words add to the predicate."""
    text = words_of(own)
    found: set[str] = set()
    pairs = list(pairwise(own))
    few = any(a.lower == "only" and b.pos == "NUM" for a, b in pairs)
    share = re.search(r"\bof (?:the|its|their|his|our)? ?\d", text) is not None or any(
        a.pos == "NUM" and b.lower == "of" and not _is_number(a, before)
        for before, (a, b) in zip([None, *own], pairs, strict=False)
    )
    if lemmas & _PARTIAL or few or share or _SOME.search(text):
        found.add("partial")
    marks = any(t.dep == "mark" and t.lower in ("if", "unless", "once") for t in own)
    if marks or "only if" in text or "only when" in text or "only after" in text:
        found.add("conditional")
    if lemmas & {"only", "solely", "merely", "exclusively"}:
        found.add("only")
    return found


def without_comment(parse: Parse, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without what the text says of them: "it has freed 40 men, a claim that the mission could not confirm"."""
    for before, article, noun in zip(words, words[1:], words[2:], strict=False):
        beside = before.text == "," and article.lower in ("a", "an") and noun.lemma in _COMMENTS
        if beside and parse.children(noun, "relcl", "acl"):
            below = {t.i for t in parse.subtree(noun)}
            return tuple(t for t in words if t.i not in below)
    return words


def _is_number(figure: Token, before: Token | None) -> bool:
    """Whether a figure numbers what stands before it: "point 6 of the statement", "resolution 1701 of the Council"."""
    return before is not None and before.pos in ("NOUN", "PROPN") and figure.dep in ("nummod", "appos", "npadvmod")


def in_private(words: Sequence[Token]) -> bool:
    """Whether something is said to have been said behind closed doors."""
    if not PRIVATE.isdisjoint([t.lemma for t in words]):
        return True
    text = " ".join([t.lower for t in words])
    return any(phrase in text for phrase in _PRIVATELY)


def grounds(parse: Parse, p: Proposition) -> Iterator[tuple[int, int]]:
    """The reasons given, as ranges: "on the grounds that ...", "because ...", "citing ..."."""
    for token in parse.subtree(p.head):
        if (token.lower == "because" and token.dep == "mark") or (
            token.lower in ("grounds", "reason", "reasons") and token.dep == "pobj"
        ):
            below = parse.subtree(parse.tokens[token.head])
        elif token.lower == "citing":
            below = parse.subtree(token)
        else:
            continue
        words = [t for t in below if t.pos not in ("PUNCT", "SPACE")]
        if words:
            yield words[0].start, words[-1].end
