"""What kind of actor somebody is and with what authority, and the actors as values."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import MappingProxyType

from trucewatch.core.ids import slug
from trucewatch.core.model import Actor, Document
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.reports import ReportVocabulary
from trucewatch.vocabulary.states import states_named

from .forces import is_abbreviation
from .mentions import TITLES, Entity, folded
from .phrase_bounds import BEFORE_NAMES, is_name

_UN_BODY = re.compile(r"(?:[Tt]he )?(UN[A-Z]{2,})")
_BODIES = frozenset(
    "the special un united nations african union european international regional arab league peace".split()
)
_PARTICLES = frozenset("al el ul de da dos van von bin ibn ben y".split())
_OF = frozenset({"of", "for"})
# Armies by these names are seldom a state's.
_RISEN = frozenset("liberation resistance revolutionary".split())
# Bodies that a state has too, and words of one that has them.
_ANYBODYS = frozenset("commission board panel inquiry programme mechanism watchdog".split())
_OF_STATE = frozenset("state government presidential parliamentary ministerial ministry".split())
_FIRMS = frozenset("company contractor firm".split())
# "Those close to him", "someone who was in the room".
_UNKNOWN = re.compile(
    r"(?i)(?:those|some|many|several|someone|somebody|(?:an?\s)?(?:unnamed|anonymous|unidentified))\s|(?:another|others?)\Z"
)
_OWNED = re.compile(r"(?i)(?:its|their|our|his|her)\s")
_OWNS = re.compile(r"(?<=[a-z])['’]s\Z")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def make_actors(
    document: Document,
    entities: Iterable[Entity],
    vocabulary: ReportVocabulary,
    side_of: Callable[[Entity], str | None],
) -> tuple[Actor, ...]:
    """The actors as values, each named by words of the text; sets the ids that claims refer to."""
    taken: dict[str, int] = {}
    made: list[Actor] = []
    for entity in entities:
        spans = _by_full_name(document, _spans(document, entity, vocabulary), entity, vocabulary)
        # A name that the table knows has one id in all reports, however it is spelt.
        base = entity.known.id if entity.known else slug(spans[0].exact) or "actor"
        taken[base] = taken.get(base, 0) + 1
        entity.id = base if taken[base] == 1 else f"{base}_{taken[base]}"
        known = entity.known
        made.append(
            Actor(
                id=entity.id,
                name=spans[0],
                kind=known.kind if known else kind_of(entity, vocabulary),
                side=side_of(entity),
                authority=authority_of(entity, vocabulary),
                ids=MappingProxyType(dict(known.ids) | {"trucewatch": known.id} if known else {}),
                mentions=tuple(spans),
            )
        )
    return tuple(made)


def _spans(document: Document, entity: Entity, vocabulary: ReportVocabulary) -> list[Span]:
    """The name first, then every other way the text names the actor, without doubles."""
    ranges: list[tuple[int, int]] = []
    told = [m for m in entity.mentions if m.proper and m.head.i >= 0]
    if not told and not any(m.extra for m in entity.mentions):
        # Only a transcript's label or a note names them.
        told = [m for m in entity.mentions if m.proper]
    if entity.person and any(m.extra for m in entity.mentions):
        # "The OSCE Special Representative, Ambassador Annika Söder": the office is no name.
        told = [m for m in told if m.head.lower not in vocabulary.roles]
    # A body is called by a name under which it acts, not by that of the office that puts out its films.
    acts = [m.name_text.split() for m in told if m.head.dep in ("nsubj", "nsubjpass")]
    acting = {word for words in acts for word in words if len(words) > 1 and word[:1].isupper()}
    named = sorted(told, key=lambda m: (acting.isdisjoint(m.name_text.split()), -len(m.name_text.split())))
    if entity.known is not None and entity.known.kind == "state":
        # "Turkish authorities" rather than "Ankara": the words that speak, then the fullest.
        said = min(entity.mentions, key=lambda m: (m.head.dep != "nsubj", -len(m.text.split())))
        ranges.append((said.start, said.end))
    for m in [*named[:1], *entity.mentions]:
        if m.proper and m.name:
            ranges.append(m.name)
        elif m is not (named[0] if named else None):
            ranges.append((m.start, m.full_end))
        ranges += [(m.start, m.end), (m.start, m.full_end), (m.start, m.whole_end), *m.extra]
    if not named and entity.mentions[0].extra and _names(document.text, *entity.mentions[0].extra[0]):
        ranges = [*entity.mentions[0].extra[:1], *ranges]
    spans = [document.span(*_bare(document.text, a, b)) for a, b in [*ranges, *entity.aliases] if b > a]
    return list(dict.fromkeys(spans))


def _names(text: str, start: int, end: int) -> bool:
    """Whether what stands beside somebody names them: "the prefect, a government man," is the prefect."""
    some = re.match(r"an?\s", text[start:end], re.IGNORECASE) or re.search(
        r"\ban?\s\Z", text[max(0, start - 4) : start]
    )
    return some is None and any(c.isupper() for c in text[start:end])


def _by_full_name(document: Document, spans: list[Span], entity: Entity, vocabulary: ReportVocabulary) -> list[Span]:
    """The spans, the fullest name of a body first: "Justice and Equality Movement", not "Equality Movement"."""
    short = spans[0].exact.split()
    state = entity.known is not None and entity.known.kind == "state"
    if entity.person and not state and short[-1].lower() not in _bodies(vocabulary):
        return _by_whole_person(document, spans, vocabulary)
    if state:
        return spans
    fuller = [s for s in spans if is_name(s.exact) and _holds(s.exact.split(), short, vocabulary)]
    longest = max(fuller, key=lambda s: len(s.exact), default=spans[0])
    return [longest, *(s for s in spans if s is not longest)]


def _by_whole_person(document: Document, spans: list[Span], vocabulary: ReportVocabulary) -> list[Span]:
    """The spans, a person's name first with all its words and without titles: "Suba Loro Samuel", not "Samuel"."""
    last = spans[0].exact.split()[-1]
    names = [name for span in spans if _is_personal((name := _untitled(document, span, vocabulary)).exact, last)]
    longest = max(names, key=lambda span: len(span.exact.split()), default=spans[0])
    return [longest, *(span for span in spans if span != longest)]


def _is_personal(text: str, last: str) -> bool:
    """Whether words are somebody's name of two words and more: capitalised, no owner, the short name in it."""
    words = text.split()
    plain = not any(sign in text for sign in ',;:()"“”\n/') and not BEFORE_NAMES.match(f"{text} ".lower().lstrip())
    owned = any(w.endswith(("'s", "’s")) for w in words)
    return (
        plain
        and not owned
        and len(words) > 1
        and last in {*words, *(_without_article(w) for w in words)}
        and all(w[:1].isupper() or w.partition("-")[0] in _PARTICLES for w in words)
    )


def _without_article(word: str) -> str:
    """ "Mismari" of "al-Mismari"."""
    article, _, rest = word.partition("-")
    return rest if article.lower() in _PARTICLES else word


def _untitled(document: Document, span: Span, vocabulary: ReportVocabulary) -> Span:
    """The part of a name behind the last title or office in it."""
    start, end = document.text_range(span)
    words = [(m.start(), m[0].lower().rstrip(".")) for m in re.finditer(r"\S+", document.text[start:end])]
    no_name = [
        n
        for n, (_, word) in enumerate(words[:-1])
        if word in TITLES or word in vocabulary.roles or word.partition("-")[0] in TITLES
    ]
    if not no_name or words[no_name[-1] + 1][1] in _OF:
        # "The MINISTER OF DEFENCE:" is nobody called "OF DEFENCE".
        return span
    return document.span(start + words[no_name[-1] + 1][0], end)


@lru_cache(maxsize=4)
def _bodies(vocabulary: ReportVocabulary) -> frozenset[str]:
    classes = vocabulary.classes
    return (classes["third_party"] | classes["body"] | classes["group"]) - frozenset(vocabulary.roles) - {"observer"}


def _holds(name: list[str], short: list[str], vocabulary: ReportVocabulary) -> bool:
    """Whether a name is a shorter one with more around it, and neither somebody's office nor something of theirs."""
    at = next((n for n in range(len(name) - len(short) + 1) if name[n : n + len(short)] == short), None)
    if at is None or not name[0][:1].isupper():
        return False
    if (
        name[1:2] == ["of"]
        and name[0].endswith(("s", "men"))
        and name[0].lower().removesuffix("s") in vocabulary.classes["group"]
    ):
        # "Fighters of the Popular Front" is no name of the front.
        return False
    body = short[-1].lower() in _bodies(vocabulary)
    if not body and name[at + len(short) : at + len(short) + 1] == ["in"]:
        # "Mission in Georgia" is a name, "Tigers in Lel and Dor" are the Tigers.
        return False
    owned = any(w.endswith(("'s", "’s", "`s")) for w in name[:at])
    # "Observer Mission" is no observer, "Minister Villegas" is one.
    return not owned and (body or not any(w.lower() in vocabulary.roles for w in name[:at]))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article, an abbreviation cut in two, and the sign that something is its own: "the Mission's (UNM"."""
    opened = text.rfind("(", start, end)
    if opened > start and ")" not in text[opened:end]:
        end = opened
    while end > start and (text[end - 1].isspace() or _OWNS.search(text, start, end)):
        end -= 1 if text[end - 1].isspace() else 2
    article = _ARTICLE.match(text, start, end)
    return (article.end() if article and article.end() < end else start), end


def kind_of(entity: Entity, vocabulary: ReportVocabulary) -> str:
    """person, anonymous, body, armed_group, state or party, as far as the words show it."""
    head = entity.mentions[0].head
    words = entity.lemmas
    first = entity.mentions[0]
    # The labels take "the Mission" and "the Junta" for people.
    if entity.person and first.name_text.lower().rpartition(" ")[2] not in _bodies(vocabulary):
        return "person"
    if first.plural and " and " in first.name_text:
        return "body"
    if is_somebody(entity):
        return "anonymous"
    held = "'s " in first.text and not first.plural and _is_high(head.lemma, vocabulary)
    unnamed = not entity.named and (first.plural or not first.definite) and not held
    if unnamed and head.lemma in vocabulary.classes["anonymous"]:
        return "anonymous"
    if words & (vocabulary.classes["third_party"] | {"committee", "commission", "council"}):
        return "body"
    if head.lemma in vocabulary.roles or (head.lemma in vocabulary.classes["person"] and head.tag == "NN"):
        return "person"
    if "wing" in words and {"armed", "military"} & words and not first.plural:
        # "The Karenni Army, armed wing of the KNPP"
        return "armed_group"
    if words & (vocabulary.classes["rebel_camp"] - {"group", "opposition"}) or (
        first.proper and _RISEN & entity.words and "guard" not in entity.words
    ):
        return "armed_group"
    if words & _FIRMS and not first.plural:
        # "The Wagner Group, a Russian private military company"
        return "body"
    if (head.entity in ("GPE", "NORP") and not is_abbreviation(head.text)) or words & vocabulary.classes["state_camp"]:
        return "state"
    return "party" if head.lemma in ("party", "side", "belligerent") else "body"


def is_somebody(entity: Entity) -> bool:
    """Whether the text calls somebody by nothing but "those close to him" or "someone who was there"."""
    return _UNKNOWN.match(entity.mentions[0].text) is not None


def _is_high(office: str, vocabulary: ReportVocabulary) -> bool:
    """Whether only one at a time holds an office of somebody's: "Jordan's foreign minister"."""
    return office in vocabulary.roles and vocabulary.roles[office].authority in ("1", "2", "3")


def _is_ones(name: str) -> bool:
    """Whether a body is somebody's own, by its name: a state's, "its", "the army's"."""
    return bool(states_named(name)) or _OWNED.match(name) is not None or "'s " in name or "s' " in name


def _names_side(name: str, vocabulary: ReportVocabulary) -> bool:
    """Whether a known party's or group's short name stands in a title: "MILF peace panel chair"."""
    return any(is_abbreviation(word) and folded(word) in _sides(vocabulary) for word in name.split()[:-1])


@lru_cache(maxsize=4)
def _sides(vocabulary: ReportVocabulary) -> frozenset[str]:
    known = (a for a in vocabulary.actors if a.kind in ("armed_group", "party"))
    return frozenset(folded(alias) for actor in known for alias in actor.aliases if is_abbreviation(alias))


def _own_envoy(entity: Entity, vocabulary: ReportVocabulary) -> frozenset[str]:
    """The word "envoy" where it is a party's: "the Houthi envoy", "its envoy", "Burhan's envoy"; not "the UN's envoy"."""
    first = entity.mentions[0]
    words = first.text.split() or [""]
    owned = _OWNED.match(first.text) is not None
    owner, sign, _ = first.text.partition("'s ")
    whose = {word.lower() for word in owner.split()} if sign else set[str]()
    theirs = bool(whose) and not whose & vocabulary.classes["third_party"] and not owner.split()[-1].isupper()
    tribal = any(w[:1].isupper() and not w.isupper() and w.lower() not in _BODIES for w in words[:-1])
    plain = not sign and not entity.person
    return (
        frozenset({"envoy"}) if owned or theirs or (tribal and plain and words[-1].lower() == "envoy") else frozenset()
    )


def authority_of(entity: Entity, vocabulary: ReportVocabulary) -> str | None:
    """The level of authority that the table or the words of the office give, or None."""
    if entity.known and entity.known.authority:
        return entity.known.authority
    words = entity.words
    if kind_of(entity, vocabulary) == "anonymous":
        return "5"
    third = words & vocabulary.classes["third_party"]
    if third and not third - {"envoy"}:
        third -= _own_envoy(entity, vocabulary)
    ones = any(_is_ones(m.text) or _names_side(m.text, vocabulary) for m in entity.mentions[:3])
    if third <= _ANYBODYS and (words & _OF_STATE or ones):
        # "The Azeri state commission", "the army's aid commission": nobody's third party.
        third = set()
    if third or any("UN" in m.text and is_un_body(m.text, vocabulary) for m in entity.mentions[:3]):
        return "T"
    if {"prime", "minister"} <= words:
        return "1"
    levels = sorted(vocabulary.roles[w].authority for w in words if w in vocabulary.roles)
    # A "deputy defence ministry spokesman" speaks as a spokesman: the lowest office named is the one held.
    return levels[-1] if levels else None


def is_un_body(name: str, vocabulary: ReportVocabulary) -> bool:
    """Whether a name begins with the letters of a United Nations body: "UNOMIG", but not "UNITED FRONT" or "UNITA"."""
    hit = _UN_BODY.match(name)
    return hit is not None and hit[1].lower() not in vocabulary.classes["un_letters"]


def is_armed_group(entity: Entity, vocabulary: ReportVocabulary) -> bool:
    """Whether somebody is an armed group, by the table of actors or by the words."""
    return (entity.known.kind if entity.known is not None else kind_of(entity, vocabulary)) == "armed_group"
