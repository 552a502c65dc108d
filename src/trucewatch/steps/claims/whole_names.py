"""Names that stand in a text as one and that parsers take apart: "the Tigray People's Liberation Front (TPLF)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from trucewatch.core.parse import Parse, Token
from trucewatch.core.patterns import one_of
from trucewatch.vocabulary.reports import ReportVocabulary

from .mentions import Mention

Range = tuple[int, int]

_JOINS = frozenset("of for and in on to the de del la el du des da do e y et al".split())
_INTRODUCED = re.compile(r"(?:[’']s)?\s\((?:the\s)?[\"'“]?(?P<short>[A-Z][\w&/-]{1,13})[\"'”]?\)")
_WORD = re.compile(r"[^\W_][\w'’./-]*+,?")
_CAPITALS = r"(?:(?!The |A |An )[A-Z][\w-]++ ){0,3}+"
# "Women's" and its like never own a body: they are the first words of its name.
_OF_THE_PEOPLE = re.compile(
    rf"\b{_CAPITALS}(?:People|Peoples|Women|Worker|Workers|Farmers|Peasants|Citizens|Bishops|Students|Youth|Veterans|Lords)"
    r"[’']s? [A-Z][\w/-]++(?: [A-Z][\w/-]++){0,4}"
)
# "The Monitoring and Verification Mechanism": two tasks before the noun of one body.
_TASK = r"[A-Z][\w-]*+(?<=(?:ing|ion|ent|nce|ity|son|rol|ace|ery))"
_OF_TWO_TASKS = re.compile(
    rf"(?<=[Tt]he )(?:[A-Z][\w-]++ ){{0,3}}?{_TASK}(?:, {_TASK})? and {_TASK}(?: [A-Z][\w-]++){{1,3}}"
)
# "Front de libération du Grand Ouest": a noun for a body, small words of its language, and what they lead to.
_SMALL = r"(?:de|du|des|da|do|dos|das|del|pour|para)(?: (?:la|le|les|los|las))?"
_IN_ITS_LANGUAGE = re.compile(
    r"\b(?:Front|Frente|Mouvement|Movimento|Movimiento|Parti|Partido|Union|Unión|União|Rassemblement|Ejército|Exército|Armée|"
    r"Forces|Fuerzas|Forças|Conseil|Consejo|Conselho|Congrès|Congreso|Alliance|Alianza|Aliança|Ligue|Liga|Comité|Comisión|"
    rf"Ministère|Ministerio|Ministério|Assemblée|Asamblea)(?: (?:[^\W\d_a-z][\w'’-]+|\w+(?:al|ale|el|elle|aire|ien|ique))){{0,2}}?(?: {_SMALL} (?:[ld]['’])?[\w-]+(?: [^\W\d_a-z][\w-]+)*)+"
)
_PEOPLES = re.compile(r"(?<=[a-z])[’']s? ")
_TEXTS = frozenset(
    "agreement accord accords protocol treaty memorandum act law plan convention roadmap declaration".split()
)
# Words before a bracket among which its long form is looked for.
_FARTHEST = 14


def whole_names(text: str, vocabulary: ReportVocabulary) -> tuple[Range, ...]:
    """Where names of bodies stand: what an abbreviation in brackets is short for, known names, and "X People's Y"."""
    introduced = {text[a:b] for a, b in _introduced(text)}
    found = [m.span() for m in _OF_THE_PEOPLE.finditer(text)]
    if introduced:
        again = re.compile(rf"\b{one_of(introduced)}(?!\w)")
        found += [m.span() for m in again.finditer(text)]
    found += [m.span() for form in (_OF_TWO_TASKS, _IN_ITS_LANGUAGE) for m in form.finditer(text)]
    found += [m.span() for m in _known(vocabulary).finditer(text)]
    kept: list[Range] = []
    for start, end in sorted(found, key=lambda r: (r[0], -r[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _introduced(text: str) -> Iterator[Range]:
    """The long forms of the abbreviations that a text introduces in brackets."""
    for hit in _INTRODUCED.finditer(text):
        letters = [c.lower() for c in hit["short"] if c.isalpha()]
        if len(letters) < 2 or not hit["short"][:2].isupper():
            continue
        words = _words_before(text, hit.start())
        start = _long_form(text, words, letters)
        if start is None:
            start = _in_another_order(text, words, letters)
        if start is not None:
            yield start, hit.start()


def _words_before(text: str, end: int) -> list[Range]:
    """The capitalised words right before an offset, with the small words between them; the first one is capitalised."""
    words = [m.span() for m in _WORD.finditer(text, max(0, end - 160), end)][-_FARTHEST:]
    if not words or text[slice(*words[-1])].lower() in _TEXTS:
        return []
    run: list[Range] = []
    for start, stop in reversed(words):
        word = text[start:stop]
        gap = text[stop : run[0][0]] if run else text[stop:end]
        if gap.strip() or "\n\n" in gap or not (word[0].isupper() or word.rstrip(",") in _JOINS or "'" in word):
            break
        run.insert(0, (start, stop))
    return run


def _long_form(text: str, words: Sequence[Range], letters: Sequence[str]) -> int | None:
    """Where the shortest run of words begins that the letters stand for, from the last word back; None without.

    After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions (2003), but every letter has
    to begin a word or follow one that does, and of the capitalised words only one may give no letter.
    """
    left, passed = list(letters), 0
    for start, stop in reversed(words):
        word = text[start:stop].lower()
        capital = text[start].isupper()
        at = _last_letters(word, left)
        if at:
            del left[-at:]
        elif capital and (passed or len(left) == len(letters)):
            return None
        else:
            passed += capital
        if not left:
            return start if capital else None
    return None


def _in_another_order(text: str, words: Sequence[Range], letters: Sequence[str]) -> int | None:
    """Where a name begins whose abbreviation is another language's: "Popular Front for Recovery (FPR)"."""
    capitals = [start for start, _ in words if text[start].isupper()][-len(letters) :]
    whole = len(capitals) == len(letters) > 2 and sorted(text[c].lower() for c in capitals) == sorted(letters)
    return capitals[0] if whole else None


def _last_letters(word: str, left: Sequence[str]) -> int:
    """How many of the last letters a word stands for: its first letter, and others of it behind that."""
    for count in (1, 2, 3):
        wanted = left[-count:]
        if len(wanted) < count:
            return 0
        if wanted[0] == word[0] and _in_order(wanted[1:], word[1:]):
            return count
    return 0


def _in_order(letters: Sequence[str], word: str) -> bool:
    at = -1
    for letter in letters:
        at = word.find(letter, at + 1)
        if at < 0:
            return False
    return True


@lru_cache(maxsize=4)
def _known(vocabulary: ReportVocabulary) -> re.Pattern[str]:
    """The names of known bodies that parsers take apart: those with small words, an owner or an office in them."""
    names = {
        alias
        for actor in vocabulary.actors
        if actor.kind not in ("person", "state")
        for alias in actor.aliases
        if alias[0].isupper() and (_PEOPLES.search(alias) or _is_parted(alias, vocabulary))
    }
    return (
        re.compile(rf"\b{one_of(names | {n.replace(chr(39), '’') for n in names})}(?!\w)")
        if names
        else re.compile(r"(?!)")
    )


def _is_parted(alias: str, vocabulary: ReportVocabulary) -> bool:
    """Whether a name has small words in it, or one that is an office too: "Estado Mayor Central"."""
    words = alias.split()
    return bool(_JOINS & set(words)) or any(w.lower() in vocabulary.roles for w in words[:-1])


def with_whole_names(
    text: str, parse: Parse, found: Sequence[Mention], names: Sequence[Range]
) -> tuple[list[Mention], Mapping[int, int]]:
    """The mentions with each whole name given to one of them, and for each piece of a name the head that bears it."""
    by_name: dict[Range, list[Mention]] = {}
    kept: list[Mention] = []
    for mention in found:
        name = next((n for n in names if n[0] <= mention.head.start < n[1]), None)
        if name is None:
            # A piece of a name is no other name of somebody: "Grand Ouest" in "the leader of the Front du Grand Ouest, X".
            cut = tuple(e for e in mention.extra if not any(a < e[0] and e[1] <= b for a, b in names))
            kept.append(replace(mention, extra=cut) if cut != mention.extra else mention)
        else:
            by_name.setdefault(name, []).append(mention)
    pieces: dict[int, int] = {}
    for name, parts in by_name.items():
        # What the rest of the sentence hangs on: its own head stands outside the name.
        outer = next((m for m in parts if not name[0] <= parse.tokens[m.head.head].start < name[1]), parts[0])
        kept.append(_named(text, parse, outer, name))
        pieces |= {m.head.start: outer.head.start for m in parts if m is not outer}
    return sorted(kept, key=lambda m: m.head.start), pieces


def _named(text: str, parse: Parse, mention: Mention, name: Range) -> Mention:
    """A mention whose name is the whole one, without the pieces that the parser saw beside it."""
    start, end = min(mention.start, name[0]), name[1]
    extra = tuple(e for e in mention.extra if e[1] <= name[0] or e[0] >= name[1])
    inside = frozenset(t.lemma for t in _tokens(parse, mention, start, end) if t.pos not in ("DET", "PUNCT"))
    beside = frozenset(w for a, b in extra for w in text[a:b].partition(" of ")[0].lower().split())
    return replace(
        mention,
        start=start,
        end=end,
        full_end=end,
        whole_end=end,
        text=text[start:end],
        lemmas=inside | beside,
        name=name,
        name_text=text[name[0] : name[1]],
        plural=False,
        proper=True,
        extra=extra,
    )


def _tokens(parse: Parse, mention: Mention, start: int, end: int) -> Iterator[Token]:
    """The tokens from one offset to another that holds the mention's head."""
    first = last = mention.head.i
    while first > 0 and parse.tokens[first - 1].start >= start:
        first -= 1
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].end <= end:
        last += 1
    return iter(parse.tokens[first : last + 1])
