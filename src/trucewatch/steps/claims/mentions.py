"""How a text names an actor: mentions, the actors they add up to, and what two spellings share."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from trucewatch.core.parse import Token
from trucewatch.vocabulary.reports import KnownActor

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ARTICLES = re.compile(r"^(?:the|a|an)\s|(?<=\s)(?:the|a|an)\s", re.IGNORECASE)
# Before a person's name, and no part of it.
TITLES = frozenset(
    "mr mrs ms miss dr prof professor comrade com cde lt lieut lieutenant col colonel gen general maj major capt captain brig "
    "brigadier sgt adm sheikh father rev sir lord lady dame bishop field marshal mullah maulvi".split()
)

# Words before the name of a group that say what it is, and not which.
SORTS = frozenset(
    "paramilitary rebel separatist secessionist jihadist islamist militant shiite shia shi'ite sunni kurdish communist leftist "
    "marxist guerrilla insurgent ruling armed powerful".split()
)


# Parts of an office that name nobody's.
_PLAIN = frozenset(
    "the a an its his her their our prime deputy vice foreign interior chief senior acting former national security presidential "
    "military defense defence justice finance information".split()
)


@lru_cache(maxsize=8192)
def folded(words: str) -> str:
    """Lower case without accents, articles, apostrophes and hyphens: what two spellings share."""
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['`’‘]s?\b", "", plain)
    return " ".join(w for w in re.findall(r"[\w@]+", plain) if w not in ("the", "a", "an"))


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a name, doubled ones once: Serraj and Sarraj, Haftar and Hifter agree."""
    plain = re.sub(r"^(?:al|el|ash|as|ad|an)(?=\w{4})", "", folded(word).replace(" ", ""))
    plain = plain.replace("ph", "f").replace("kh", "h").replace("gh", "g").replace("q", "k").replace("dj", "j")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", plain))


_ALIKE = (
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("dj", "j"),
    ("q", "k"),
    ("c", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
)


def normal_form(name: str) -> str:
    """A name as one word in which frequent ways of writing one sound agree: "Abd al-Salaam" is "abdsalam"."""
    words = [w for w in folded(name).replace("-", " ").split() if w not in ("al", "el", "ul", "bin", "ibn")]
    plain = "".join(words)
    for written, sound in _ALIKE:
        plain = plain.replace(written, sound)
    plain = re.sub(r"(.)\1+", r"\1", plain.replace("y", "i"))
    return plain.removesuffix("h")


def given_names(name: str) -> tuple[str, ...]:
    """The words before the last one of a person's name, folded, without titles and particles; none for a bare surname."""
    words = folded(name).split()
    return tuple(w for w in words[:-1] if w not in TITLES and w not in ("al", "el"))


def given_names_of(entity: "Entity", text: str) -> list[tuple[str, ...]]:
    """Every way in which a text or the table gives somebody's given names."""
    said = [m.name_text for m in entity.mentions]
    said += [text[a:b] for m in entity.mentions for a, b in m.extra if looks_named(text[a:b])]
    said += entity.known.aliases if entity.known else ()
    return [given for name in said if (given := given_names(name))]


def same_given(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names may be one person's: "Mohamed" and "Muhammad", "A." and "Ahmed", "Wani" and "Lino Wani"."""
    if skeleton("".join(one)) == skeleton("".join(other)):
        # "Abdul-Malik" and "Abdulmalik".
        return True
    return any(
        a == b or skeleton(a) == skeleton(b) or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a in one for b in other
    )


@dataclass(frozen=True)
class Mention:
    """A noun phrase that may name an actor: working-text ends of its short, its full and its whole form.

    "officers of the brigade" is short, "officers of the brigade in Adwa" full, with "who ..." whole.
    """

    head: Token
    start: int
    end: int
    full_end: int
    whole_end: int
    text: str
    lemmas: frozenset[str]
    name: tuple[int, int] | None
    name_text: str
    definite: bool
    plural: bool
    proper: bool
    extra: tuple[tuple[int, int], ...] = ()

    def by_itself(self, others: Collection[str]) -> "Mention":
        """The mention without what stands behind it, and without the lemmas of others there that its own words have not."""
        # "The government and the Front" is the government.
        end = self.head.end if self.name is None and " and " in self.text[self.head.end - self.start :] else self.end
        words = self.text[: end - self.start]
        own = words.lower()
        kept = frozenset(lemma for lemma in self.lemmas if lemma not in others or lemma.lower() in own)
        full = self.full_end if self.name is not None else end
        return replace(self, end=end, full_end=full, whole_end=full, text=words, lemmas=kept)


@dataclass(eq=False)
class Entity:
    """Mentions that mean one actor. `lemmas` and `words` gather what all of them say, in lower case; `members` are those who
    are several together."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: list[tuple[int, int]] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    named: bool = False
    known: KnownActor | None = None
    person: bool = False
    members: list["Entity"] = field(default_factory=list)
    id: str = ""

    def consist_of(self, members: list["Entity"]) -> None:
        """Notes who are several together. None of them is called by what all are ("the government and the front"), nor is
        one what another is."""
        self.members, whole = members, self.mentions[0]
        for one in members:
            others = {lemma for other in members if other is not one for m in other.mentions for lemma in m.lemmas}
            told, one.mentions, one.lemmas, one.words = one.mentions, [], set(), set()
            for m in told:
                one.add(m.by_itself(others) if whole.start <= m.start < whole.end else m)

    def add(self, mention: Mention) -> None:
        """Counts one more mention in."""
        self.mentions.append(mention)
        self.lemmas |= mention.lemmas
        self.words |= {w.lower() for w in (*mention.lemmas, *mention.text.split())}
        self.named = self.named or mention.proper or bool(mention.extra)

    def describe(self, told: str) -> None:
        """Notes what a list of speakers tells of somebody: "deputy head, Verification Mission"."""
        # "Convenor for the front in the Monitoring Cell" is the front's.
        words = {w.lower() for w in _WORD.findall(told.partition(" in ")[0])}
        self.lemmas |= words
        self.words |= words


def is_called(entity: Entity, noun: str, text: str) -> bool:
    """Whether a body is called by a noun itself, not only by something of it: "the third member of the alliance"."""
    said = [m.name_text or m.text for m in entity.mentions]
    said += [text[a:b].partition(" of ")[0] for m in entity.mentions for a, b in m.extra]
    words = {w.strip(",.()\"'").lower() for phrase in said for w in phrase.split()}
    return bool(words & {noun, noun + "s"}) or any(m.head.lemma == noun for m in entity.mentions)


def is_aide_only(entity: Entity, office: str, text: str) -> bool:
    """Whether somebody only serves whoever holds an office: "the president's adviser", "spokesman for the governor"."""
    ranges = [(m.start, m.full_end) for m in entity.mentions] + [e for m in entity.mentions for e in m.extra]
    ends = ((a, _BEHIND.match(text, b)) for a, b in ranges)
    said = [text[a : hit.end()] for a, hit in ends if hit is not None]
    word = re.compile(rf"(?i)\b{re.escape(office)}\b(?P<owns>['’]s\b)?")
    found = [(phrase, hit) for phrase in said for hit in word.finditer(phrase)]
    return bool(found) and all(hit["owns"] or _SERVED.search(phrase[: hit.start()]) for phrase, hit in found)


_BEHIND = re.compile(r"(?: (?:of|to|for) [^,.;:()\n]{0,40})?")
# The office that "adviser to the prime minister" serves; "Chief of Staff General X" is a general.
_SERVED = re.compile(r"(?i)\b(?:of|to|for) (?:the|its|his|her|their) (?:[\w-]+ )?\Z")
# Words by which whoever issues a text calls itself: there are other governments and armies, but one "Commission".
_OWN_WORDS = frozenset(
    "commission committee mission team group mechanism secretariat office division command council headquarters presidency "
    "commissioner centre center network".split()
)
_END_OF_NAME = re.compile(r"(?i)\s(?:of|for|on|in|to)\s|[,(/]|\s[-–—]\s")


def issuer_meant(mention: Mention, issuers: Sequence[Entity]) -> Entity | None:
    """The body that issues the text, where a part of its title's name is all that a name says: "the Joint Commission" of the
    "Joint Commission for the Ceasefire", "the Committee" of the "Supreme Committee for Follow-up"."""
    words = folded(mention.name_text).split()
    if not mention.definite or mention.plural or not words or words[-1] not in _OWN_WORDS:
        return None
    for issuer in issuers:
        name = folded(_END_OF_NAME.split(issuer.mentions[0].name_text, maxsplit=1)[0]).split()
        if name[-len(words) :] == words:
            return issuer
    return None


# What a body known by its initials is called, and none of its enemies.
_SHORT_NAMES = frozenset("mission mechanism commission committee front movement".split())


def called_by_word(entities: Iterable[Entity], word: str) -> list[Entity]:
    """The known bodies a name of which ends in a word: "the Mission", in a text that calls it by nothing but "SMM"."""
    if word not in _SHORT_NAMES:
        return []
    ends = ((e, a.lower().split()) for e in entities if e.known for a in e.known.aliases)
    return list(dict.fromkeys(e for e, words in ends if len(words) > 1 and words[-1] == word))


def owned_body(mention: Mention, entities: Sequence[Entity]) -> Entity | None:
    """The one body whose name is a shorter one with its owner: "the Foreign Ministry" after "Ukraine's Foreign Ministry"."""
    if not mention.definite or " " not in mention.name_text:
        return None
    tails = tuple(f"{sign} {mention.name_text}" for sign in ("'s", "’s", "s'", "s’"))
    hits = [e for e in entities if not e.person and any(m.name_text.endswith(tails) for m in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def last_somebody(used: Sequence[Entity], bodies: Set[str]) -> Entity | None:
    """The first one of those spoken of, the last in front, who is called by a noun in the singular: "a teacher in Ponnagyun"."""
    heads = ((entity, entity.mentions[0].head) for entity in used)
    return next((e for e, h in heads if h.pos == "NOUN" and h.tag == "NN" and h.lemma not in bodies), None)


# The wing of a movement behind a stroke: "A-IO" of "SPLM/A-IO".
_WING = re.compile(r"\b[A-Z]{2,}/([A-Z]+-?[A-Z]+)\b")


def initials(name: str) -> frozenset[str]:
    """What can stand for a name of three words or more: "UNML" and "UNMIL" for "United Nations Mission in Liberia"; for
    "SPLM/A-IO" what stands behind the stroke."""
    words = _WORD.findall(_ARTICLES.sub("", name))
    capitals = "".join(w[0] for w in words if w[0].isupper())
    wings = {hit[1] for hit in _WING.finditer(name)}
    return frozenset({capitals, "".join(w[0].upper() for w in words)} | wings if len(capitals) > 2 else wings)


def fits(short: str, name: str) -> bool:
    """Whether an abbreviation in brackets can stand for the words before it."""
    if short.startswith("@"):
        return True
    letters = [c.lower() for c in short if c.isalpha()]
    initials = [w[0].lower() for w in re.findall(r"\w+", name)]
    if not letters or not initials:
        return False
    at = 0
    for letter in letters:
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
        else:
            return (len(letters) > 2 and at >= 2) or _of_beginnings("".join(letters), name)
    return True


def _of_beginnings(short: str, name: str) -> bool:
    """Whether a short name is made of the beginnings of words: "Frelimo" of "Frente de Libertação de Moçambique"."""
    reached = {0}
    for word in folded(name).split():
        steps = {at + n for at in reached for n in range(1, len(word)) if short[at : at + n] == word[:n]}
        reached = reached | steps if len(word) < 4 else steps
    return len(folded(short)) in reached


def holds_another(mention: Mention, entity: Entity, offices: Collection[str]) -> bool:
    """Whether a description names another country or body than somebody's title: "the Russian foreign minister" is no
    "Ukrainian Foreign Minister X"."""
    said = _whose(mention.text, offices)
    held = {w for m in entity.mentions if m.proper for w in _whose(m.text.replace(m.name_text, ""), offices)}
    return bool(said) and bool(held) and said.isdisjoint(held | entity.words)


def _whose(title: str, offices: Collection[str]) -> set[str]:
    """The words with a capital before an office: "ukrainian" of "Ukrainian Foreign Minister"."""
    words = [w for w in title.split()[:-1] if w[:1].isupper() and w.lower() not in TITLES | _PLAIN]
    return {w.lower() for w in words if w.lower() not in offices}


def without_inner(found: Sequence[Mention]) -> tuple[list[Mention], dict[int, int]]:
    """The mentions that are no piece of another's name, and for each piece the head of the whole."""
    pieces: dict[int, int] = {}
    by_start = sorted((m for m in found if m.name is not None), key=lambda m: (m.name or (0, 0), -m.end))
    outer: Mention | None = None
    for m in by_start:
        if outer is not None and outer.name and outer.name[0] <= m.head.start < outer.name[1] and m.head != outer.head:
            pieces[m.head.start] = outer.head.start
        else:
            outer = m
    return [m for m in found if m.head.start not in pieces], pieces


def looks_named(words: str) -> bool:
    """Whether an apposition is a name rather than an office: "the spokesman of the LNA" is none."""
    return words[:1].isupper() and " of " not in words
