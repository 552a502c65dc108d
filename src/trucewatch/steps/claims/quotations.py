"""Who speaks inside quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from trucewatch.core.parse import FINITE, Parse, Token

from .propositions import Frame, agent_of, subject_of
from .voices import mouth

# The words of a name and what is told of it before a colon.
_LONGEST_FRONT = 30
ASKS = frozenset("ask ring call phone reach press question speak talk meet".split())


class Quotations:
    """The quoted stretches of a paragraph, in order, each with the frame of whoever speaks in it."""

    def __init__(self, regions: Sequence[tuple[int, int, Frame | None]] = ()) -> None:
        self._regions = tuple(regions)
        self._starts = [a for a, _, _ in self._regions]

    def speaker_at(self, offset: int) -> Frame | None:
        """The frame of the quotation that covers the offset; None outside, or when nobody is named."""
        at = bisect_right(self._starts, offset) - 1
        return self._regions[at][2] if at >= 0 and self._regions[at][1] > offset else None


def find_quotations(
    parse: Parse,
    sentences: Sequence[tuple[int, int]],
    speech: Mapping[str, str],
    before: Frame | None,
    can_speak: Callable[[Parse, Token | None], bool],
    named_speaker: Callable[[Token | None], bool],
) -> Quotations:
    """The quotations of one paragraph. One that is never closed runs to the paragraph's end.

    A quotation that no verb of saying introduces is by whom the sentence before it is about, else by `before`,
    who spoke last.
    """
    tokens = parse.tokens[sentences[0][0] : sentences[-1][1]]
    marks = [t for t in tokens if t.text == '"']
    regions = [(a.end, b.start) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2:
        regions.append((marks[-1].end, tokens[-1].end))
    if not regions:
        return Quotations()
    opens = [a for a, _ in regions]

    def outside(token: Token) -> bool:
        at = bisect_right(opens, token.start) - 1
        return at < 0 or regions[at][1] <= token.start

    told = [t for t in tokens if t.pos == "VERB" and outside(t) and not _bare(parse, t) and _teller(parse, t)]
    verbs = [t for t in told if t.lemma in speech]
    beside = [t for t in told if t.lemma not in speech and _touches(parse, t)]
    spans = [(parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in sentences if b > a]
    made: list[tuple[int, int, Frame | None]] = []
    for start, end in regions:
        verb = _nearest(verbs, spans, start, end) or _nearest(beside, spans, start, end)
        verb = _outer_teller(parse, verb, verbs, start) if verb is not None else None
        if (named := _named_before(parse, sentences, start)) is not None and named_speaker(named):
            before = Frame(named, None, 0)
        elif verb is not None:
            before = Frame(_teller(parse, verb), verb, 0)
        elif (did := _done_before(parse, sentences, start)) is not None and can_speak(parse, subject_of(parse, did)):
            before = Frame(subject_of(parse, did), did, 0)
        elif (handle := _handle_before(parse, sentences, start)) is not None:
            before = Frame(handle, None, 0)
        elif (shown := _shown_before(parse, sentences, start, outside)) is not None and can_speak(parse, shown):
            before = Frame(shown, None, 0)
        made.append((start, end, before))
    return Quotations(made)


def _outer_teller(parse: Parse, verb: Token, verbs: Sequence[Token], start: int) -> Token:
    """Who goes on in 'An official said the rebels had asked for time, "and that is what they got"': the official."""
    above = parse.tokens[verb.head]
    first = next((t for t in parse.tokens[verb.i :] if t.start >= start and t.text != '"'), None)
    goes_on = first is not None and first.lower in ("and", "but") and parse.tokens[first.i - 2].text == ","
    told = verb.dep == "ccomp" and verb.end <= start and above.i < verb.i and above in verbs
    return above if told and goes_on else verb


def _handle_before(parse: Parse, sentences: Sequence[tuple[int, int]], start: int) -> Token | None:
    """Whose post it is in '@ZDemir_BDP this morning: "That is a lie. ..."'."""
    low = max((low for low, high in sentences if parse.tokens[low].start < start), default=None)
    if low is None:
        return None
    front = [t for t in parse.tokens[low : low + 12] if t.end < start]
    colon = bool(front) and front[-1].text == ":"
    return next((t for t in front if colon and t.text.startswith("@")), None)


def _named_before(parse: Parse, sentences: Sequence[tuple[int, int]], start: int) -> Token | None:
    """Who is named, without a verb, before the colon of a quotation: 'Defence minister Bari, on Monday: "..."'."""
    low = max((low for low, high in sentences if parse.tokens[low].start < start), default=None)
    if low is None:
        return None
    front = [
        t for t in parse.tokens[low : low + _LONGEST_FRONT] if t.end <= start and t.text != '"' and t.pos != "SPACE"
    ]
    while (front and front[0].text in ("(", ")", "-", "*")) or (front and front[0].pos == "NUM"):
        front = front[1:]
    if len(front) < 2 or front[-1].text not in (":", "):") or any(t.tag in FINITE for t in front):
        return None
    inside = {t.i for t in front}
    nouns = [t for t in front if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "poss", "npadvmod")]
    return next((t for t in nouns if t.head not in inside or t.head == t.i), nouns[0] if nouns else None)


def _done_before(parse: Parse, sentences: Sequence[tuple[int, int]], start: int) -> Token | None:
    """What somebody does before the colon of a quotation: 'Minister Adamu came to our studio: "..."', 'And he ended: "..."'."""
    low = max((low for low, high in sentences if parse.tokens[low].start < start), default=None)
    if low is None:
        return None
    front = [t for t in parse.tokens[low : low + _LONGEST_FRONT] if t.end <= start and t.text != '"']
    verb = next((t for t in front if t.tag in FINITE), None)
    return verb if verb is not None and front[-1].text == ":" else None


def _shown_before(
    parse: Parse, sentences: Sequence[tuple[int, int]], start: int, outside: Callable[[Token], bool]
) -> Token | None:
    """Whom the sentence before a quotation is about: 'Its adjutant shrugs. "Nobody asked us."'"""
    at = next((n for n, (low, _) in enumerate(sentences) if 0 <= start - parse.tokens[low].start <= 2), 0)
    if at == 0:
        return None
    while at > 0 and any(
        t.text == "?" and outside(t) for t in parse.tokens[sentences[at - 1][1] - 2 : sentences[at - 1][1]]
    ):
        # 'Would the army go in? "We will."': whoever is asked about does not answer.
        at -= 1
    if at == 0:
        return None
    root = parse.root(sentences[at - 1])
    if root.lemma in ASKS and any(k.lower in ("i", "we") for k in parse.children(root, "nsubj")):
        # 'I asked Adan Farah, the front's adviser. "We will leave when they do."'
        return next(iter((*parse.children(root, "dobj"), *parse.behind(root, "to", "with"))), None)
    shown = root if root.pos in ("NOUN", "PROPN") else subject_of(parse, root)
    if shown is None or any(k.lower == "no" for k in parse.children(shown, "det")):
        return None
    return shown if outside(shown) and shown.pos in ("NOUN", "PROPN") else None


def _bare(parse: Parse, verb: Token) -> bool:
    """Whether a verb is a participle that says nothing: "the accord, properly read, ..."."""
    return verb.tag == "VBN" and not parse.children(verb, "aux", "auxpass", "agent") and verb.dep != "ROOT"


def _teller(parse: Parse, verb: Token) -> Token | None:
    """Who does the saying, also in '..., warned the commander', which parsers read as an object."""
    if (found := mouth(parse, verb) or subject_of(parse, verb) or agent_of(parse, verb)) is not None:
        return found
    behind = verb.i > 0 and parse.tokens[verb.i - 1].text in ('"', ",")
    return next(iter(parse.children(verb, "dobj", "attr")), None) if behind else None


def _touches(parse: Parse, verb: Token) -> bool:
    """Whether a verb that is none of saying stands between its doer and a quotation: '"...," he snapped.'"""
    subject = subject_of(parse, verb)
    if subject is None or subject.i > verb.i:
        return False
    first = parse.subtree(subject)[0].i
    around = [
        parse.tokens[i].text for i in (first - 1, first - 2, verb.i + 1, verb.i + 2) if 0 <= i < len(parse.tokens)
    ]
    return '"' in around


def _nearest(verbs: Sequence[Token], sentences: Sequence[tuple[int, int]], start: int, end: int) -> Token | None:
    """The verb of saying closest to a quotation, in the sentences where it starts and where it ends."""
    lows, starts = [a for a, _ in sentences], [v.start for v in verbs]
    first = max(0, bisect_right(lows, start) - 1)
    final = max(first, bisect_right(lows, end) - 1)
    best: Token | None = None
    distance = 10**9
    for low, high in {sentences[first], sentences[final]}:
        for verb in verbs[bisect_left(starts, low) : bisect_left(starts, high)]:
            gap = start - verb.end if verb.end <= start else verb.start - end
            if 0 <= gap < distance:
                best, distance = verb, gap
    return best
