"""A run of words that says what an agreement asks, cut into the single duties that it lists.

Parsers break long lists ("roadblocks are to be removed, prisoners released, equipment handed back"), so the cuts go by
commas, "and" and the kinds of words between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.core.parse import DOERS, Parse, Token

_JOINS = frozenset("and or while but plus".split())
_MEANS = ("plan", "way", "need", "use", "right", "attempt")
_RELATIVE = frozenset("which who whom whose where when because although though since unless until till if as".split())
_LEADS = frozenset("that for to and or also while but both then plus on".split())
_DEVERBAL = ("tion", "sion", "ment", "wal", "sal", "ture", "ance", "ing", "lease", "turn", "change", "over", "access")
_FINITE = frozenset("VBD VBZ VBP".split())
_VERBAL = frozenset("VB VBZ VBP VBD VBN MD".split())
_LONGEST = 16
_ENDS = frozenset({".", "!", "?", '"', "”", "(", "[", "—", "–"})
_FIRSTLY = frozenset("firstly secondly thirdly fourthly fifthly lastly".split())
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())
TIMES = ("DATE", "TIME")
BE = frozenset("is are was were".split())
# What stands before the noun that it belongs to.
BEFORE_NOUN = ("amod", "compound", "nummod", "nmod", "det", "poss", "quantmod")
# How many words may follow the longest run, where it would break off inside a name, a figure or a day.
_REST = 4
# How many words may stand between "between" and its "and".
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The words between two cuts, the cut in front of them, and whether they have a verb of their own."""

    tokens: tuple[Token, ...]
    after: str
    clause: bool


def items(
    parse: Parse, tokens: Sequence[Token], *, nouns: bool = False, owed: bool = False
) -> list[tuple[Token, Token]]:
    """First and last word of each duty that the words list, in order; `nouns` says that they list things, `owed`
    that each clause with a subject must say that something is to be done."""
    chunks = list(_chunks(parse, _without_numbers(tokens)))
    if not chunks:
        return []
    listed = sum(c.after in (",", ";") for c in chunks[1:]) > 0
    groups: list[list[Token]] = []
    # The last chunk of a subject that is cut by commas.
    ends = 0
    for number, chunk in enumerate(chunks):
        if number and (chunk.after == "but" or owed) and _tells_otherwise(chunk):
            break
        if number and chunk.after == "but" and chunk.tokens[0].head > chunk.tokens[-1].i:
            # "..., but until May he had not spoken": what leads to another clause.
            break
        carried = number > 0 and (number <= ends or _waits(chunks[number - 1], chunk))
        begins = number > 0 and not carried and _has_duty(chunks, number)
        before = chunks[number - 1] if number else None
        if not groups or begins or (not carried and _opens(chunk, listed, before, nouns=nouns)):
            groups.append(list(chunk.tokens))
            ends = _end_of(chunks, number) if begins else ends
        else:
            groups[-1] = [*groups[-1], *chunk.tokens]
    found = []
    for group in groups:
        words = _trimmed(parse, group)
        if words:
            found.append((words[0], words[-1]))
    return found


def _without_numbers(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without what counts the items of a list: "(1) to silence all guns, (2) to mark minefields, and, thirdly, ..."."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        opens = not kept or kept[-1].text in (",", ";", ":") or kept[-1].lower in _JOINS
        number = at + (tokens[at].text == "(")
        closed = number + 1 < len(tokens) and tokens[number + 1].text == ")"
        if opens and closed and _counts(tokens[number].lower):
            at = number + 2
        elif opens and tokens[at].lower in _FIRSTLY:
            at += 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ",")
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _counts(word: str) -> bool:
    return word in _ROMAN or (len(word) == 1 and word.isalpha()) or (len(word) < 3 and word.isdigit())


def _chunks(parse: Parse, tokens: Sequence[Token]) -> Iterator[_Chunk]:
    run: list[Token] = []
    after = ""
    depth = False
    for token in tokens:
        cut = token.text in (",", ";") or (token.lower in _JOINS and token.pos in ("CCONJ", "SCONJ"))
        cut = cut and not (token.pos == "CCONJ" and (_joins_adjectives(parse, token) or _joins_ends(parse, token)))
        if not cut:
            run.append(token)
            continue
        if run:
            yield _Chunk(tuple(run), after, _is_clause(parse, run))
            run, after = [], ""
        after = token.text if token.text == ";" or not after else f"{after}"
        if token.lower in _JOINS and after in ("", ",", "but"):
            after = ", and" if after == "," and token.lower != "but" else token.lower
        depth = True
    if run:
        yield _Chunk(tuple(run), after if depth else "", _is_clause(parse, run))


def _joins_adjectives(parse: Parse, token: Token) -> bool:
    """Whether "and" stands between two words for what one noun is like: "all civil and military institutions"."""
    before, after = parse.tokens[token.i - 1], parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    behind = before.head > after.i and after.pos in ("ADJ", "NOUN")
    return before.pos == "ADJ" and (behind or after.pos == "ADJ") and after.head == before.i and before.dep == "amod"


def _joins_ends(parse: Parse, token: Token) -> bool:
    """Whether "and" stands in "the road between Aden and Taiz"."""
    before = parse.tokens[token.head]
    lead = parse.tokens[before.head]
    return before.dep == "pobj" and lead.lower == "between" and token.i - lead.i < _NEAR


def _is_clause(parse: Parse, run: Sequence[Token]) -> bool:
    """Whether a chunk has a verb of its own, in front or after its subject: "prisoners released", "to open roads"."""
    words = [t for t in run if t.pos not in ("ADV", "PUNCT", "SPACE")]
    if words and words[0].lower == "not":
        words = words[1:]
    while words and words[0].lower in _LEADS:
        if words[0].lower == "to" and len(words) > 1 and words[1].pos in ("VERB", "AUX"):
            return True
        words = words[1:]
    if not words:
        return False
    if words[0].tag in _VERBAL - {"VBN"} and words[0].pos in ("VERB", "AUX"):
        return True
    seen = False
    for token in words:
        if token.lower in _RELATIVE or (token.pos == "ADP" and not seen):
            return False
        if token.pos in ("VERB", "AUX") and seen and token.tag in _VERBAL and token.dep != "amod":
            above = parse.tokens[token.head]
            return not (token.dep in ("acl", "relcl") and token.tag == "VB" and above.lemma in _MEANS)
        seen = seen or token.pos in ("NOUN", "PROPN", "PRON")
    return False


def _tells_otherwise(chunk: _Chunk) -> bool:
    """Whether a chunk has a subject and a verb of its own that obliges nobody: "gunmen roam its creeks"."""
    words = list(chunk.tokens)
    inside = {t.i for t in words}
    if words[0].text in ('"', "“"):
        return True
    if not any(t.dep in ("nsubj", "nsubjpass") and t.head in inside for t in words):
        return False
    owing = any(t.tag == "MD" or (t.lower == "to" and t.pos == "PART") for t in words)
    if chunk.after == "but" and any(t.tag in _FINITE for t in words):
        return not owing
    return not (owing or (words[-1].tag == "VBN" or any(t.tag == "VBN" and t.dep != "amod" for t in words)))


def _waits(before: _Chunk, chunk: _Chunk) -> bool:
    """Whether a chunk ends what the one before began: "food and medicine to reach", "the PKK and its affiliates to go"."""
    if before.clause or not chunk.clause or chunk.after not in _JOINS:
        return False
    if _owes_with(before, chunk):
        return True
    words = [t for t in before.tokens if t.lower not in _LEADS and t.pos != "DET"]
    subject = chunk.tokens[0].pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ")
    return subject and bool(words) and all(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") for t in words)


def _owes_with(before: _Chunk, chunk: _Chunk) -> bool:
    """Whether a chunk has the verb of a subject before it: "talks on a port and the release of prisoners were to open"."""
    here = range(chunk.tokens[0].i + 1, chunk.tokens[-1].i + 1)
    return not before.clause and any(t.dep in DOERS and t.head in here for t in before.tokens)


def _end_of(chunks: Sequence[_Chunk], number: int) -> int:
    """The number of the chunk that has the verb of the subject that another begins, or of that one."""
    for later in range(number + 1, len(chunks)):
        if _owes_with(chunks[number], chunks[later]):
            return later
    return number


def _has_duty(chunks: Sequence[_Chunk], number: int) -> bool:
    """Whether a chunk without a verb begins a duty: a subject that a comma cuts off from it, or one with a time of its own:
    "tanks were to leave by 10 May [and all fighters by 15 May]"."""
    chunk, before = chunks[number], chunks[number - 1]
    if chunk.clause or not any(c.clause for c in chunks[:number]):
        return False
    if (before.clause or number > 1) and _end_of(chunks, number) > number:
        return True
    named = chunk.tokens[0].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM") and chunk.tokens[0].entity not in TIMES
    return named and before.clause and _is_timed(before) and _is_timed(chunk)


def _is_timed(chunk: _Chunk) -> bool:
    """Whether a chunk ends in a limit: "by 10 May"."""
    by = next((n for n, t in enumerate(chunk.tokens) if t.lower in ("by", "within", "before")), 0)
    return by > 0 and any(t.entity in TIMES or t.pos == "NUM" for t in chunk.tokens[by + 1 : by + 3])


def _stands_beside(before: _Chunk | None, noun: Token) -> bool:
    """Whether a noun is joined to the one thing before it, of which nothing more is said: "a buffer zone and joint patrols"."""
    words = before.tokens if before is not None else ()
    plain = bool(words) and words[0].pos == "DET" and not any(t.pos in ("ADP", "VERB", "AUX") for t in words)
    return plain and noun.dep == "conj" and noun.head == words[-1].i


def _opens(chunk: _Chunk, listed: bool, before: _Chunk | None = None, *, nouns: bool) -> bool:
    """Whether a chunk begins a duty of its own rather than going on with the one before."""
    first = chunk.tokens[0]
    if chunk.after.startswith(";"):
        return any(t.pos in ("NOUN", "PROPN", "VERB") for t in chunk.tokens)
    if first.lower in _RELATIVE or (first.pos == "ADP" and first.lower != "for"):
        return False
    if first.tag in ("VBN", "VBG") and first.dep in ("acl", "advcl"):
        return False
    if chunk.clause:
        opening = first.lower in ("for", "to", "that", "not")
        return not nouns or opening or first.pos in ("DET", "NOUN", "VERB", "ADJ", "PRON", "PROPN")
    if not nouns:
        return chunk.after == ";"
    named = [t for t in chunk.tokens if t.pos in ("NOUN", "PROPN") and t.entity not in ("DATE", "TIME")]
    if not named:
        return False
    if first.lower == "for" or chunk.after == ";":
        return True
    if all(t.pos == "PROPN" for t in named) and chunk.after in _JOINS:
        # "From Ras Doumeira and Doumeira Island".
        return False
    if len(chunk.tokens) < 2 and not named[0].lemma.endswith(_DEVERBAL):
        return False
    if chunk.after == "and" and len(chunk.tokens) > 1 and _stands_beside(before, named[-1]):
        return True
    telling = first.pos == "DET" or any(t.lower == "of" for t in chunk.tokens) or named[0].lemma.endswith(_DEVERBAL)
    return telling or (listed and chunk.after in (",", ", and", "and") and len(chunk.tokens) > 1)


def _trimmed(parse: Parse, group: Sequence[Token]) -> list[Token]:
    words = list(group)
    begin = next((n for n, t in enumerate(words[:-1]) if t.lower == "to" and words[n + 1].tag == "VB"), 0)
    if 1 < begin < len(words) - 2 and words[begin - 1].lower == "not" and words[begin - 2].lower in BE:
        # "The units of the army (JNA) are not to attack them"
        words = words[begin - 1 :] if any(t.text in "(," for t in words[:begin]) else words
    elif 2 < begin < len(words) - 2 and words[begin - 1].text == ")":
        # "The rebels of the Liberation Army (LA) to keep weapons out of the towns"
        words = words[begin + 1 :]
    elif 0 < begin < len(words) - 2 and words[begin - 1].lower in BE:
        # "The units of the army (JNA) are to cease fire": who owes it stands in front.
        active = words[begin + 1].lower != "be"
        words = words[begin + 1 :] if active and any(t.text in "(," for t in words[:begin]) else words
    elif 0 < begin < len(words) - 2 and begin <= 2 and words[0].lower in BE:
        # "Rules [that were meant] to keep the road open": what it is said of stands in front, without the duty.
        words = words[begin + 1 :]
    while words and (_only_leads(words) or words[0].pos in ("PUNCT", "SPACE", "CCONJ")):
        words = words[1:]
    for n, token in enumerate(words):
        if n < _LONGEST and (_quotes_on(words, n) or _abbreviates(words, n)):
            continue
        if n and (n >= _LONGEST or token.text in _ENDS or _begins_clause(words, n)):
            words = words[: _whole(words, n) if n >= _LONGEST else n]
            break
    while words and words[-1].pos in ("PUNCT", "SPACE", "CCONJ", "ADP", "DET") and not _is_particle(parse, words[-1]):
        words = words[:-1]
    return words if any(t.pos in ("NOUN", "PROPN", "VERB") for t in words) else []


def _is_particle(parse: Parse, token: Token) -> bool:
    """Whether a verb is not whole without its last word: "let the journalists in", "a town to withdraw from"."""
    if token.dep == "prt" or token.tag == "RP":
        return True
    after = parse.tokens[token.i + 1 : token.i + 2]
    alone = (
        token.pos == "ADP"
        and not any(k.i > token.i for k in parse.children(token))
        and (not after or after[0].pos == "PUNCT")
    )
    return alone and (token.dep == "ccomp" or parse.tokens[token.head].pos == "VERB")


def _quotes_on(words: Sequence[Token], n: int) -> bool:
    """Whether a mark opens words without which the duty is none: "shall refrain from "targeting residents""."""
    if words[n].text not in ('"', "“") or not 0 < n < len(words) - 1:
        return False
    return words[n - 1].pos in ("VERB", "ADP", "AUX", "PART", "DET", "ADJ") or words[n + 1].tag == "MD"


def _abbreviates(words: Sequence[Token], n: int) -> bool:
    """Whether a bracket holds only what the name before it is called for short: "the Defence Force (PNGDF) shall leave"."""
    inside = words[n + 1 : n + 3] if words[n].text == "(" else ()
    return len(inside) > 1 and inside[0].text.isupper() and inside[1].text == ")" and n + 3 < len(words)


def _only_leads(words: Sequence[Token]) -> bool:
    """Whether a first word only leads to the duty; "both" belongs to "sides" in "both sides are to leave"."""
    first = words[0]
    return first.lower in _LEADS and not (first.lower == "both" and first.dep in ("det", "predet", "amod"))


def _begins_clause(words: Sequence[Token], n: int) -> bool:
    """Whether a word begins a clause that says more of the duty; "since 2020" and "until 3 May" are days."""
    if words[n].lower == "where" and words[n - 1].lemma in ("stay", "remain", "be"):
        # "Both armies stay where they stood"
        return False
    timed = n + 1 < len(words) and (words[n + 1].entity in TIMES or words[n + 1].pos == "NUM")
    return words[n].lower in _RELATIVE and not timed


def _whole(words: Sequence[Token], end: int) -> int:
    """Where a run that is cut for its length may end: behind the name, figure or day that it would break off."""
    for n in range(end, min(end + _REST, len(words))):
        before, token = words[n - 1], words[n]
        dated = token.entity in TIMES and (before.entity in TIMES or before.pos == "ADP")
        if not dated and not (before.dep in BEFORE_NOUN and before.i < before.head):
            return n
    return min(end + _REST, len(words))
