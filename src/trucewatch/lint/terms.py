"""The words that an agreement treats as names: defined and used, defined in vain, used undefined, nearly alike."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from trucewatch.core.analysis import CrossReference, NearMiss, Term, Terms
from trucewatch.core.model import Agreement, Clause, ClauseKind, Definition
from trucewatch.core.quotes import Span

from .references import Reference, index_of, label, references
from .sentences import sentences

# Words that end the name of a body, a place, a day or a paper which an agreement itself brings into being.
_HEADS = (
    "Room|Commission|Committee|Mechanism|Cell|Board|Council|Mission|Centre|Center|Office|Team|Group|Force|Forces|Unit|Body|Secretariat|Forum|Panel|"
    "Zone|Zones|Line|Lines|Area|Areas|Corridor|Site|Sites|Period|Date|Day|Phase|Stage|Plan|Matrix|Map|Annex|Roadmap|Guard|Party|Parties|Side|Sides|"
    "Envoy|Agreement|Memorandum|Protocol|Arrangements|Ceasefire"
)
_NAME = re.compile(rf"\b(?:[A-Z][\w’'-]+\s+(?:(?:and|of|for|on)\s+|of\s+the\s+)?){{1,6}}?(?:{_HEADS})\b")
_LONE = re.compile(rf"(?<=[a-z,] )(?:{_HEADS})\b")
_SHORT = re.compile(r"(?<![\w/])[A-Z][A-Z/&-]{1,}[A-Z](?:s\b|(?![\w]))")
_SPELLED = re.compile(
    r"(?P<long>(?:[A-Z][\w’'/.-]*|of|the|and|for|on|in|to)(?:[ \t]+(?:[A-Z][\w’'/.-]*|of|the|and|for|on|in|to|[-–])){1,14})\s*\(\s*[\"“'‘]?(?P<short>[A-Z][A-Za-z]*[A-Z][\w/+&-]*)[\"”'’]?\)"
)
# Names that the world knows; whether a text spells them out is no question of clarity.
_KNOWN = frozenset(
    "UN EU AU US USA UK NATO ICRC UNICEF UNHCR NGO NGOs GPS AM PM UTC GMT II III IV VI VII VIII IX XI XII OSCE".split()
)
_SMALL = frozenset("the a an of for and on in to this that its their any each all other said".split())
_FOLD_SHORT = re.compile(r"[\s/&.–-]|s$")
_LIKE = 0.84
_MOST_USES = 20


def terms(agreement: Agreement) -> Terms:
    """The index of terms with every place; nothing is called an error, a near miss is set side by side."""
    defined = _by_term(agreement.definitions)
    lists = _lists(agreement)
    used: list[Term] = []
    unused: list[Term] = []
    for term, definition in defined.items():
        uses = _uses(agreement, term, definition, lists)
        (used if uses else unused).append(Term(term, definition.span, uses))
    names = _names(agreement)
    return Terms(
        tuple(used),
        tuple(unused),
        tuple(_undefined(agreement, names, defined)),
        tuple(_near(agreement, names, defined)),
        tuple(_two_meanings(agreement)),
    )


def cross_references(agreement: Agreement) -> tuple[CrossReference, ...]:
    """Every reference to a place of the text itself, annexes included, with the clause it leads to."""
    index = index_of(agreement)
    numbered: dict[str, list[Clause]] = {}
    for clause in agreement.clauses:
        if clause.number:
            numbered.setdefault(label(clause.number), []).append(clause)
    found = []
    for sentence in sentences(agreement):
        for reference in references(sentence.text):
            span = agreement.document.span(sentence.start + reference.start, sentence.start + reference.end)
            known = index.get(reference.kind)
            target = _target(numbered.get(reference.number, ()), reference, sentence.clause)
            found.append(CrossReference(span, target, can_tell=known is not None or target is not None))
    return tuple(found)


def _target(numbered: Iterable[Clause], reference: Reference, here: Clause) -> str | None:
    """The clause of that kind and number: in the same article first, then at the top, then anywhere."""
    same = [clause for clause in numbered if _fits(clause, reference.kind)]
    article = here.id.split("__")[0]
    same.sort(
        key=lambda c: (not (reference.kind == "paragraph" and c.id.startswith(article)), c.id.count("__"), c.start)
    )
    return same[0].id if same else None


def _fits(clause: Clause, kind: str) -> bool:
    points = clause.kind in (ClauseKind.POINT, ClauseKind.PARAGRAPH, ClauseKind.SUBPOINT)
    match kind:
        case "annex":
            return clause.kind is ClauseKind.ANNEX
        case "paragraph":
            return points
        case "part" | "chapter":
            return clause.kind is ClauseKind.PART or clause.id.startswith("chp")
        case _:
            # In a text without articles the numbered points are called so.
            return clause.kind is ClauseKind.ARTICLE or (points and clause.parent is None)


# --------------------------------------------------------------------------- where terms stand


def _by_term(definitions: Sequence[Definition]) -> Mapping[str, Definition]:
    found: dict[str, Definition] = {}
    for definition in definitions:
        found.setdefault(definition.term, definition)
    return found


def _uses(
    agreement: Agreement, term: str, definition: Definition, lists: Sequence[tuple[int, int]]
) -> tuple[Span, ...]:
    """Places outside the definition; the term of several words may be broken over lines, and stand in the plural."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    plural = "" if term.endswith("s") else "(?:s|es)?"
    pattern = re.compile(rf"(?<![\w/]){words}{plural}(?![\w])")
    text = agreement.document.text
    if text.find(term.split()[0]) < 0:
        return ()
    spans = []
    for match in pattern.finditer(text):
        if any(start <= match.start() < end for start, end in lists):
            continue
        span = agreement.document.span(match.start(), match.end())
        if not (span.start < definition.span.end and definition.span.start < span.end):
            spans.append(span)
        if len(spans) == _MOST_USES:
            break
    return tuple(spans)


def _lists(agreement: Agreement) -> tuple[tuple[int, int], ...]:
    """The list of abbreviations and the signatures, which name terms and use none."""
    kinds = (ClauseKind.ABBREVIATIONS, ClauseKind.SIGNATURE)
    return tuple((c.start, c.end) for c in agreement.clauses if c.kind in kinds and c.end > c.start)


def _names(agreement: Agreement) -> Mapping[str, tuple[Span, ...]]:
    """Capitalised names of bodies, places, days and papers in the operative clauses, with their places."""
    found: dict[str, list[Span]] = {}
    for sentence in sentences(agreement):
        for match in [*_NAME.finditer(sentence.text), *_LONE.finditer(sentence.text)]:
            name, lead = _trimmed(match[0])
            if name:
                start = sentence.start + match.start() + lead
                found.setdefault(name, []).append(agreement.document.span(start, sentence.start + match.end()))
    return {name: tuple(spans) for name, spans in found.items()}


def _trimmed(words: str) -> tuple[str, int]:
    """The name without small words that only begin a sentence, and how many characters those take."""
    lead = re.match(
        r"(?:(?:The|This|That|A|An|Each|Any|All|Both|Such|Said|Within|In|On|By|To|For|Upon|If|When|Members|Representatives|Chairperson|Chair|Head|President)\s+(?:(?:the|of|a)\s+)*)*",
        words,
    )
    offset = lead.end() if lead else 0
    return " ".join(words[offset:].split()), offset


# --------------------------------------------------------------------------- undefined


def _undefined(
    agreement: Agreement, names: Mapping[str, tuple[Span, ...]], defined: Mapping[str, Definition]
) -> Iterator[Term]:
    """Names and short forms that nothing in the text introduces."""
    known = {_fold(term) for term in defined} | {_fold(d.meaning.exact) for d in defined.values() if d.meaning}
    text = agreement.document.text
    for name, spans in names.items():
        # A paper that is named stands outside this text; a body of a body that is defined is known by it.
        paper = re.search(r"\b(?:Agreement|Memorandum|Protocol|Annex|Part(?:y|ies)|Ceasefire)$", name)
        if _fold(name) in known or paper or name.split()[0] in defined or _said_in_full(text, name):
            continue
        if _belongs_elsewhere(name):
            continue
        yield Term(name, None, spans[:_MOST_USES])
    shorts: dict[str, list[Span]] = {}
    folded = {_FOLD_SHORT.sub("", term) for term, d in defined.items() if d.abbreviation or term.isupper()}
    for sentence in sentences(agreement):
        for match in _SHORT.finditer(sentence.text):
            if (
                match[0] not in _KNOWN
                and _FOLD_SHORT.sub("", match[0]) not in folded
                and not _shouted(sentence.text, match)
            ):
                place = agreement.document.span(sentence.start + match.start(), sentence.start + match.end())
                shorts.setdefault(match[0], []).append(place)
    yield from (Term(short, None, tuple(spans[:_MOST_USES])) for short, spans in shorts.items())


def _said_in_full(text: str, name: str) -> bool:
    """Whether a lone head ("the Commission") is the short form of a longer name in the same text."""
    return " " not in name and re.search(rf"\b(?:[A-Z][\w-]+\s+(?:and\s+|of\s+)?)+{name}\b", text) is not None


def _belongs_elsewhere(name: str) -> bool:
    return (
        re.match(
            r"(?:United Nations|UN|African Union|European|Security Council|International|Russian|General Assembly)\b",
            name,
        )
        is not None
    )


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands in a line in capitals, where every word looks like a short form."""
    around = re.findall(r"[A-Za-z]{2,}", text[max(0, match.start() - 40) : match.end() + 40])
    return sum(word.isupper() for word in around) > len(around) / 2 and len(around) > 3


# --------------------------------------------------------------------------- alike


def _near(
    agreement: Agreement, names: Mapping[str, tuple[Span, ...]], defined: Mapping[str, Definition]
) -> Iterator[NearMiss]:
    """Names that share their kind and most of their words, and short forms that differ by marks or one letter."""
    places: dict[str, Span] = {name: spans[0] for name, spans in names.items() if " " in name}
    for definition in defined.values():
        if definition.meaning and " " in definition.meaning.exact:
            places.setdefault(" ".join(definition.meaning.exact.split()), definition.meaning)
    shorts = {_fold(d.meaning.exact): term for term, d in defined.items() if d.meaning}
    short = {name: shorts.get(_fold(name)) for name in places}
    for one, other in combinations(places, 2):
        # Two names that have short forms of their own are two on purpose.
        if one[-1] != other[-1] or (short[one] and short[other] and short[one] != short[other]):
            continue
        why = _alike(one, other)
        if why:
            first, second = sorted((places[one], places[other]))
            yield NearMiss(first, second, why)
    yield from _alike_shorts(agreement, defined)


def _alike(one: str, other: str) -> str | None:
    a, b = _content(one), _content(other)
    # "The Office of the Envoy" is not the Envoy, and both are meant.
    if re.search(rf"\bof (?:the )?{re.escape(other)}$", one) or re.search(rf"\bof (?:the )?{re.escape(one)}$", other):
        return None
    if a == b or len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return None
    if "".join(a) == "".join(b):
        return "written in two ways"
    shared, extra = set(a) & set(b), set(a) ^ set(b)
    pairs = [(x, y) for x in set(a) - shared for y in set(b) - shared if SequenceMatcher(None, x, y).ratio() >= _LIKE]
    if len(pairs) == 1 and len(extra) == 2:
        return f"“{pairs[0][0]}” here and “{pairs[0][1]}” there"
    if a[-1] in ("agreement", "memorandum", "protocol", "parties", "party", "area", "areas", "forces"):
        return None
    if set(a) < set(b) or set(b) < set(a):
        return f"the same but for “{' '.join(sorted(extra))}”" if len(extra) == 1 else None
    if len(shared) >= 2 and len(extra) <= 3:
        return f"both “{' '.join(w for w in a if w in shared)}”"
    return None


def _content(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w]+", name.lower()) if word not in _SMALL]


def _alike_shorts(agreement: Agreement, defined: Mapping[str, Definition]) -> Iterator[NearMiss]:
    shorts: dict[str, Span] = {term: d.span for term, d in defined.items() if d.abbreviation}
    for sentence in sentences(agreement):
        for match in _SHORT.finditer(sentence.text):
            place = agreement.document.span(sentence.start + match.start(), sentence.start + match.end())
            shorts.setdefault(match[0], place)
    for one, other in combinations(shorts, 2):
        a, b = _FOLD_SHORT.sub("", one), _FOLD_SHORT.sub("", other)
        # "PoW" and "PoWs" are one word in two numbers.
        if one.removesuffix("s") == other.removesuffix("s"):
            continue
        if a == b or (min(len(a), len(b)) >= 5 and abs(len(a) - len(b)) == 1 and _within(a, b)):
            first, second = sorted((shorts[one], shorts[other]))
            yield NearMiss(first, second, "short forms that differ by a mark or a letter")


def _within(one: str, other: str) -> bool:
    """Whether the shorter is the longer with one letter left out."""
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _two_meanings(agreement: Agreement) -> Iterator[NearMiss]:
    """Short forms that the text spells out in two ways."""
    first: dict[str, tuple[str, Span]] = {}
    for short, meaning in _spelled(agreement):
        words = " ".join(meaning.exact.split())
        known = first.setdefault(short, (words, meaning))
        one, other = sorted((_squeezed(known[0]), _squeezed(words)), key=len)
        # Words before the name ("the delegation of ...") make no other name.
        if not other.endswith(one):
            yield NearMiss(known[1], meaning, f"both are {short}")


def _spelled(agreement: Agreement) -> Iterator[tuple[str, Span]]:
    document = agreement.document
    for definition in agreement.definitions:
        if definition.abbreviation and definition.meaning:
            start, end = document.text_range(definition.meaning)
            article = re.match(r"(?:the|an?)\s+", document.text[start:end], re.I)
            yield definition.term, document.span(start + (article.end() if article else 0), end)
    for match in _SPELLED.finditer(document.text):
        long = re.sub(r"^(?:(?:of|the|and|for|on|in|to|The|In|By)\s+)+", "", match["long"])
        long = _cut_to(long, match["short"])
        if long:
            end = match.end("long")
            yield match["short"], document.span(end - len(long), end)


def _cut_to(long: str, short: str) -> str:
    """The end of the words that can be what the letters stand for: it begins with the first letter."""
    capitals = sum(c.isupper() for c in short)
    starts = [m.start() for m in re.finditer(r"\b[A-Z]", long) if long[m.start()] == short[0]]
    return long[min(starts, key=lambda at: abs(len(re.findall(r"\b[A-Z]", long[at:])) - capitals)) :] if starts else ""


def _squeezed(words: str) -> str:
    return re.sub(r"[^a-z]", "", words.lower())


def _fold(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.lower().split()))
