"""Finds who is named in a report, and which mentions mean the same actor."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import KnownActor, ReportVocabulary

from .actor_table import are_several_armies
from .forces import is_abbreviation, owners
from .machines import acts_as_machine, is_body_word, owner_keys, owner_word
from .mentions import (
    Entity,
    Mention,
    called_by_word,
    fits,
    folded,
    given_names,
    given_names_of,
    holds_another,
    initials,
    is_aide_only,
    is_called,
    issuer_meant,
    looks_named,
    owned_body,
    same_given,
    without_inner,
)
from .noun_phrases import is_month
from .paired import act_together, are_one_body, each_of, is_one_of_two, ones_of_two, together_with
from .person_names import PersonNames
from .setting import Setting
from .sides import side_of_office, with_owner
from .spoken import brought_up
from .standing import authority_of, is_armed_group
from .whole_names import whole_names, with_whole_names

_ABBREVIATED = re.compile(r"(?:'s)?\s*\((?:the\s+)?[\"']?(?P<short>[A-Z@][\w+@/-]{1,14})[\"']?(?:\s+or\s+[\w-]+)?\)")
# "Spokesman (Mr. Arnaud)", the label of a transcript.
_NAMED_BESIDE = re.compile(r"\s\((?P<name>[A-Z][\w.'’-]*(?:\s(?:of|de|al|da|van|[A-Z][\w.'’-]*)){0,5})\)")
# Nouns that names of bodies have in them and that nobody calls a body by.
_ANYBODY = frozenset("people man person member".split())
# Nouns that translators and reporters put for each other.
_TWINS = {"committee": "commission", "commission": "committee"}
_HANDLE = re.compile(r"@\w{2,30}")


class ActorFinder(PersonNames):
    """Collects mentions in reading order and answers who a noun phrase or a pronoun means."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary, setting: Setting) -> None:
        super().__init__(document, vocabulary, setting)
        self.entities: list[Entity] = []
        self._by_text: dict[str, Entity] = {}
        self._by_surname: dict[str, Entity] = {}
        self._by_part: dict[str, Entity | None] = {}
        self._by_initials: dict[str, Entity | None] = {}
        self._by_known: dict[str, Entity] = {}
        self._mention_at: dict[int, Entity] = {}
        self._by_lemma: dict[str, dict[Entity, None]] = {}
        self._men = vocabulary.classes["forces"] | vocabulary.classes["units"]
        self._one_of_two: set[int] = set()
        self._issuers: list[Entity] = []
        self._joint: dict[int, Entity] = {}
        self._whole: Sequence[tuple[int, int]] = ()

    # ------------------------------------------------------------------ collecting

    def collect(
        self, parse: Parse, sentences: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Registers every noun phrase that can name an actor, names before descriptions; `names` are known to be one each."""
        found = [m for bounds in sentences for m in self.mentions(parse, bounds) if not is_month(m.head)]
        found = [m for m in found if not is_one_of_two(parse, m.head)]
        names = self._whole = (*names, *whole_names(self.document.text, self.vocabulary))
        found, parts = with_whole_names(self.document.text, parse, found, names)
        found, inner = without_inner(found)
        text = self.document.text
        # "The Ombudsman, Carlos Camargo Assis" names somebody as "Camargo" does that follows.
        named = [m.proper or any(self._names_person(m, text[a:b]) for a, b in m.extra) for m in found]
        for first in (True, False):
            for mention, has_name in zip(found, named, strict=True):
                if has_name is first:
                    self._register(mention)
        for offset, outer in (*inner.items(), *parts.items()):
            if outer in self._mention_at:
                self._mention_at[offset] = self._mention_at[outer]
        for mention in found:
            self._give_machine(parse, mention)
        for token, entity in list(ones_of_two(parse, lambda t: self.entity(t) if self.is_actor(t) else None)):
            entity.mentions.append(self.mention(parse, token))
            self._mention_at[token.start] = entity
            self._one_of_two.add(token.start)
        self._handles()

    def _give_machine(self, parse: Parse, mention: Mention) -> None:
        """Makes what a machine does the deed of its owner, where the text names one: "army helicopters fired"."""
        own = self._mention_at.get(mention.head.start)
        word = owner_word(parse, mention.head)
        if own is None or word is None or not acts_as_machine(parse, mention.head, self.vocabulary.classes["engine"]):
            return
        owner = next((e for key in owner_keys(word) if (e := self._by_text.get(key)) is not None), None)
        if owner is None and is_body_word(word):
            owner = self.labelled(word.start, word.end, person=False)
        if owner is None or owner is own or owner.person:
            return
        own.mentions.remove(mention)
        if not own.mentions:
            self.entities.remove(own)
        owner.aliases.append((mention.start, mention.full_end))
        self._mention_at[mention.head.start] = owner

    def is_actor(self, token: Token) -> bool:
        """Whether a noun can do or say something; "the latter" can where it is somebody."""
        return token.start in self._one_of_two or super().is_actor(token)

    # ------------------------------------------------------------------ clustering

    def _register(self, mention: Mention) -> Entity:
        entity = self._match(mention)
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
        self._mention_at[mention.head.start] = entity
        if mention.head.lemma in self._men and entity.mentions and not mention.proper:
            # The men of a body lend it no words.
            entity.mentions.append(mention)
            return entity
        entity.add(mention)
        text = self.document.text
        if entity.named:
            for lemma in mention.lemmas:
                self._by_lemma.setdefault(lemma, {})[entity] = None
        names = [mention.text, mention.name_text, *(text[a:b] for a, b in mention.extra)]
        if mention.proper and not mention.plural:
            self._note_parts(entity, mention.name_text)
        entity.aliases += mention.extra
        short = _ABBREVIATED.match(text, mention.end) or _ABBREVIATED.match(text, mention.full_end)
        if short and self._is_short_for(short["short"], mention, short.start()):
            entity.aliases.append(short.span("short"))
            names.append(short["short"])
        if mention.proper and self._is_person(mention):
            entity.person = True
            self._by_surname.setdefault((folded(mention.name_text).split() or [""])[-1], entity)
        if mention.proper and not entity.person:
            for form in initials(text[mention.start : mention.full_end]):
                # Initials that two bodies have stand for neither.
                self._by_initials[form] = entity if self._by_initials.get(form, entity) is entity else None
        for a, b in mention.extra:
            if self._names_person(mention, text[a:b]):
                entity.person = True
                self._note_parts(entity, text[a:b])
                self._by_surname.setdefault((folded(text[a:b]).split() or [""])[-1], entity)
        for name in names:
            if name and (mention.proper or mention.definite or name is not mention.text):
                self._by_text.setdefault(folded(name), entity)
        known = (
            entity.known
            or next((k for n in names if (k := self.table.named(n)) and self._may_be(entity, k)), None)
            or self.table.by_kind(mention)
        )
        if known is not None:
            entity.known = known
            self._by_known.setdefault(known.id, entity)
            if not entity.named and not are_several_armies(text):
                # "The army" after "the Lebanese army", where the text has no other.
                for lemma in mention.lemmas:
                    self._by_lemma.setdefault(lemma, {})[entity] = None
        return entity

    def _is_short_for(self, short: str, mention: Mention, end: int) -> bool:
        """Whether an abbreviation in brackets is somebody's, and not that of a name inside the phrase: "its envoy to the
        Trilateral Contact Group (TCG)"."""
        if not self.is_actor(mention.head) or any(mention.head.end <= a and b == end for a, b in self._whole):
            return False
        return (
            fits(short, self.document.text[mention.start : end]) or self.table.in_brackets(short, mention) is not None
        )

    def _match(self, mention: Mention) -> Entity | None:
        text = self.document.text
        keys = [folded(mention.text), folded(text[mention.start : mention.full_end])]
        if mention.proper:
            keys.append(folded(mention.name_text))
        keys += [folded(text[a:b]) for a, b in mention.extra]
        if mention.proper or mention.definite or mention.extra:
            for key in keys:
                if key and key in self._by_text and not self._holds_too(mention, self._by_text[key]):
                    return self._by_text[key]
        said_by_kind = self.table.by_kind(mention)
        if said_by_kind is not None:
            return self._by_known.get(said_by_kind.id)
        behind = _ABBREVIATED.match(text, mention.end)
        short = self.table.in_brackets(behind["short"], mention) if behind else None
        if short is not None and short.id in self._by_known:
            return self._by_known[short.id]
        for a, b in mention.extra:
            known = self.table.named(text[a:b]) if looks_named(text[a:b]) else None
            if known is not None and known.kind == "person" and known.id in self._by_known:
                return self._by_known[known.id]
            words = folded(text[a:b]).split()
            if len(words) > 1 and looks_named(text[a:b]) and (same := self._of_surname(text[a:b])):
                return same
            last = self._by_text.get(words[-1]) if len(words) > 1 and self._is_office(mention.lemmas) else None
            if last is not None and last.person and self._of_surname(text[a:b]) is not None:
                # "The spokesman of the LNA" is not the LNA.
                return last
        if mention.proper:
            issuer = issuer_meant(mention, self._issuers)
            if issuer is not None:
                return issuer
            same = self._of_surname(mention.name_text)
            if same is not None:
                return same
            known = self.table.named(mention.name_text) or self.table.named(mention.text)
            if known is not None and known.id in self._by_known:
                return self._by_known[known.id]
            part = self._by_part.get(folded(mention.name_text))
            # "Israel says" after "Israel Katz" is the state.
            if part is not None and (known is None or (part.person and known.kind != "state")):
                return part
            if known is not None:
                return None
            initial = self._by_initials.get(mention.name_text)
            return initial or self._shortened(mention) or owned_body(mention, self.entities)
        known = self.table.alias(keys[0])
        if known is not None and known.id in self._by_known:
            return self._by_known[known.id]
        if mention.head.lemma in self._men and (owner := self._whose_forces(mention)) is not None:
            return owner
        named = any(looks_named(text[a:b]) for a, b in mention.extra)
        return self._described(mention) or self._brought_in(mention) if mention.definite and not named else None

    def _brought_in(self, mention: Mention) -> Entity | None:
        """The one somebody without a name whom the text brought in before: "the official" after "a senior official"."""
        role = mention.head.lemma
        if role not in self.vocabulary.roles and role not in self.vocabulary.classes["anonymous"]:
            return None
        hits = [
            e
            for e in self.entities
            if not e.named
            and e.mentions[0].head.lemma == role
            and not e.mentions[0].definite
            and e.mentions[0].plural == mention.plural
            and mention.lemmas <= e.mentions[0].lemmas
        ]
        return hits[0] if len(hits) == 1 else None

    def _of_surname(self, name: str) -> Entity | None:
        """The person with the last word of a name for a surname, unless both have given names and these differ."""
        surname = (folded(name).split() or [""])[-1]
        entity = self._by_surname.get(surname) if len(surname) > 2 else None
        given = given_names(name)
        if entity is None or not given:
            return entity
        others = given_names_of(entity, self.document.text)
        return entity if not others or any(same_given(given, other) for other in others) else None

    def _may_be(self, entity: Entity, known: KnownActor) -> bool:
        """Whether somebody's given name does not speak against the entry of a surname: "Otty Patiño" is no Putin."""
        mine = given_names_of(entity, self.document.text) if known.kind == "person" else []
        theirs = [given for alias in known.aliases if (given := given_names(alias))]
        return not mine or not theirs or any(same_given(one, other) for one in mine for other in theirs)

    def _note_parts(self, entity: Entity, name: str) -> None:
        """Keeps the single words by which somebody may be called later: "Getachew" of "Getachew Reda"."""
        words = name.split()
        if not 1 < len(words) < 5 or not all(w[:1].isupper() and not w.isupper() for w in words):
            return
        if words[-1].lower() in self._things:  # "Lado Bridge" is not Peter Lado.
            return
        if {w.lower() for w in words} & (self._bodies | self.vocabulary.classes["engine"] | self._texts):
            return
        for word in folded(name).split():
            # A word that two names share stands for neither.
            self._by_part[word] = entity if self._by_part.get(word, entity) is entity else None

    def _shortened(self, mention: Mention) -> Entity | None:
        """The one body whose full name has the word: "the Front" after the "Moro Islamic Liberation Front"."""
        word = mention.head.lemma.lower()
        if not mention.definite or len(mention.name_text.split()) != 1 or word not in self._groups:
            return None
        if word in self.vocabulary.roles:
            # "The Secretary General" is not the "General Staff".
            return None
        hits = [
            e
            for e in self._by_lemma.get(word, ())
            if not e.person and any(word in m.name_text.lower().split() for m in e.mentions[:3])
        ]
        hits = hits or called_by_word(self._by_known.values(), word)
        return hits[0] if len(hits) == 1 else None

    def _described(self, mention: Mention) -> Entity | None:
        """The one named person whose title, or body whose name, has the words of a description."""
        role = mention.head.lemma
        plain = {w for w in mention.lemmas if w in self.vocabulary.classes["title_modifier"] or w == role} - {"based"}
        hits = self._with_role(mention, role, plain)
        words = {word.lower() for word in mention.text.split()} - {"the", "this", "that"}
        if not hits and role in _TWINS and len(words) > 1:
            # "The military committee", where the text names a "Joint Military Commission".
            hits = self._with_role(mention, _TWINS[role], words - {role} | {_TWINS[role]})
        return hits[0] if len(hits) == 1 else None

    def _holds_too(self, mention: Mention, entity: Entity) -> bool:
        """Whether somebody else holds the office that a mention calls by nothing else: two foreign ministers."""
        role = mention.head.lemma
        if mention.proper or mention.extra or not entity.person or role not in self.vocabulary.roles:
            return False
        words = {word.lower() for word in mention.text.split()} - {"the", "this", "that"}
        return any(other is not entity for other in self._with_role(mention, role, words))

    def _with_role(self, mention: Mention, role: str, words: Set[str]) -> list[Entity]:
        """The named ones who are called by a noun and have all the words of a description."""
        hits = [e for e in self._by_lemma.get(role, ()) if words <= e.lemmas | e.words]
        if role.lower() in (roles := self.vocabulary.roles):
            hits = [e for e in hits if e.person and not is_aide_only(e, role, self.document.text)]
            return [e for e in hits if not holds_another(mention, e, roles.keys() | self._men)]
        # "The Ethiopian army" is no "Oromo Liberation Army", and "his people" no "People's Front".
        said = {w.lower() for w in mention.text.split()[1:] if w[:1].isupper()}
        hits = [e for e in hits if not e.person and said <= e.words and role not in _ANYBODY]
        hits = [e for e in hits if is_called(e, role, self.document.text)]
        # "The tribes' council" is not the "Druze Military Council".
        owner = re.match(r"(?:the\s+)?([a-z][\w-]*)['’]s?\s", mention.text, re.I)
        hits = [e for e in hits if owner is None or owner[1].lower() in e.words | e.lemmas]
        # Beside the "Arakan Army", "the army" is the one that it fights.
        return [e for e in hits if role != "army" or not is_armed_group(e, self.vocabulary)]

    def _whose_forces(self, mention: Mention) -> Entity | None:
        """The body that "1,500 Tatmadaw soldiers" or "fighters of the FRUD" belong to."""
        text = self.document.text
        named = list(owners(text, mention.start, (mention.head.start, mention.head.end), mention.full_end))
        for low, high in named:
            owner = self._by_text.get(folded(text[low:high]))
            if owner is not None and not owner.person:
                return owner
        for low, high in named:
            # The text calls it by nothing else: "SPLA troops", in a text without another word of the SPLA.
            if self._is_body(text[low:high]):
                return self.labelled(low, high, person=False)
        return None

    def _is_body(self, name: str) -> bool:
        """Whether a name is a known body's, an abbreviation, or ends in what a body is: "Sudan Armed Forces"."""
        if (known := self.table.named(name)) is not None:
            return known.kind not in ("person", "state")
        last = name.lower().rpartition(" ")[2]
        return is_abbreviation(name) or (" " in name and {last, last.removesuffix("s")} & self._bodies != set())

    def _handles(self) -> None:
        """Ties @names to those whose names they contain, or whom the table knows."""
        for hit in _HANDLE.finditer(self.document.text):
            key = folded(hit[0])
            owner = self._by_known.get(known.id) if (known := self.table.alias(key)) else None
            bare = key.lstrip("@").replace("_", "")
            for surname, entity in self._by_surname.items():
                if owner is None and len(surname) > 3 and surname in bare:
                    owner = entity
            # "@RSF_press" posts for the RSF.
            parts = (self._by_text.get(folded(w)) for w in hit[0][1:].split("_") if len(w) > 2 and is_abbreviation(w))
            owner = owner or next((e for e in parts if e is not None and not e.person), None)
            if owner is not None:
                owner.aliases.append(hit.span())
                self._by_text[key] = owner
                self._by_text[key.lstrip("@")] = owner

    def side_of(self, entity: Entity) -> str | None:
        """The side of a known actor, or of a person whose office belongs to one."""
        if entity.known is not None or not (entity.person or entity.mentions[0].head.lemma in self.vocabulary.roles):
            return entity.known.side if entity.known else None
        if authority_of(entity, self.vocabulary) in ("T", "A", "L"):
            return None
        text = self.document.text
        said = [with_owner(text, m.start, m.end, self._whole) for m in entity.mentions]
        said += [with_owner(text, a, b, self._whole) for m in entity.mentions for a, b in m.extra]
        sides = {side_of_office(phrase, self.vocabulary.roles, self._named_known) for phrase in said} - {None}
        return sides.pop() if len(sides) == 1 else None

    def _named_known(self, key: str) -> KnownActor | None:
        """The known actor that a folded name stands for in the table, or in this text."""
        owner = self._by_text.get(key)
        return self.table.alias(key) or (owner.known if owner is not None else None)

    # ------------------------------------------------------------------ answering

    def entity(self, token: Token) -> Entity | None:
        """Who a noun phrase names; None for a pronoun or a thing."""
        if token.text.startswith("@") and folded(token.text) in self._by_text:
            return self._by_text[folded(token.text)]
        return self._mention_at.get(token.start)

    def bring_up(self, parse: Parse, tokens: Sequence[Token], *, asked: bool) -> None:
        """Takes note of whom a sentence brings up for the pronouns that follow."""
        noun = brought_up(parse, tokens, self.is_actor, asked=asked)
        entity = self.entity(noun) if noun is not None else None
        if entity is not None:
            self.use(entity)

    def met(self, parse: Parse, token: Token) -> Entity | None:
        """Somebody who speaks, and whom the reading of noun phrases left out."""
        if token.text.startswith("@"):
            return self.labelled(token.start, token.end, person=False)
        if token.pos not in ("NOUN", "PROPN"):
            return None
        return self._register(self.mention(parse, token))

    def also_called(self, entity: Entity, start: int, end: int) -> None:
        """Adds a phrase of the text to the ways in which it names an actor."""
        known = [(m.start, m.end) for m in entity.mentions] + entity.aliases
        if end > start and (start, end) not in known:
            entity.aliases.append((start, end))

    def joint(self, parse: Parse, token: Token) -> Entity | None:
        """Several named actors who do something together: "Rwanda and the DRC"; None for one."""
        own = self._mention_at.get(token.start)
        others = [
            k
            for k in together_with(parse, token)
            if k.pos in ("NOUN", "PROPN") and self.is_actor(k) and self._mention_at.get(k.start) is not own
        ]
        if own is None or not others or not act_together(parse, token, others[-1]):
            return None
        if token.start not in self._joint:
            first, last = self.mention(parse, token), self.mention(parse, others[-1])
            # "Neither the army nor the rebels": without its first word it would name both.
            start = min([first.start, *(k.start for k in parse.children(token) if k.lower == "neither")])
            text = self.document.text[start : last.end]
            short = _ABBREVIATED.match(self.document.text, last.end)
            both = replace(
                first, start=start, end=last.end, full_end=last.end, whole_end=last.end, text=text, plural=True
            )
            entity = Entity()
            lemmas = first.lemmas | last.lemmas
            entity.add(replace(both, name=(start, last.end), name_text=text, lemmas=lemmas, extra=()))
            if short is not None:
                entity.aliases.append((start, short.end()))
            self._joint[token.start] = entity
            if not are_one_body(parse, token, others[-1]):
                each = each_of(parse, [token, *others], self._mention_at)
                entity.consist_of([self._mention_at[t.start] for t in each])
            self.entities.append(entity)
        return self._joint[token.start]

    def labelled(self, start: int, end: int, *, person: bool = True) -> Entity:
        """The actor whom a transcript's label names, or a note as its publisher."""
        text = self.document.text[start:end]
        words = folded(text).split()
        if folded(text) in self._by_text:
            return self._by_text[folded(text)]
        known = self.table.named(text)
        entity = self._by_known.get(known.id) if known else None
        if entity is None and person and words:
            # "HARTE:" after "ROSALIND HARTE (Secretary of State):".
            entity = self._by_surname.get(words[-1]) or self._by_part.get(words[-1])
            if entity is not None:
                entity.person = True
        token = Token(-1, text, text.lower(), "PROPN", "NNP", "ROOT", -1, start, end)
        entity = entity or Entity(person=person and len(words) > 1, known=known)
        entity.add(Mention(token, start, end, end, end, text, frozenset(words), (start, end), text, False, False, True))
        if entity not in self.entities:
            self.entities.append(entity)
        self._by_text[folded(text)] = entity
        if person and len(words) > 1:
            self._by_surname.setdefault(words[-1], entity)
        if person and words:
            self._name_beside(entity, words, end)
        return entity

    def _name_beside(self, entity: Entity, words: Sequence[str], end: int) -> None:
        """Gives an office on a transcript's label the name that stands in brackets behind it."""
        beside = _NAMED_BESIDE.match(self.document.text, end)
        if beside is None or beside.span("name") in entity.aliases or not self._is_office((words[0], words[-1])):
            return
        entity.aliases.append(beside.span("name"))
        entity.person = True
        self._by_text.setdefault(folded(beside["name"]), entity)
        self._by_surname.setdefault((folded(beside["name"]).split() or [""])[-1], entity)

    def issuer(self, name: tuple[int, int], short: tuple[int, int] | None) -> Entity:
        """The body that a title names as the author of the text, with its abbreviation; named before all others."""
        text = self.document.text
        entity = self.labelled(*name, person=False)
        self._issuers.append(entity)
        for word in entity.lemmas:
            self._by_lemma.setdefault(word, {})[entity] = None
        entity.named = True
        if entity.known is not None:
            self._by_known.setdefault(entity.known.id, entity)
        for form in initials(text[slice(*name)]):
            # "The KNU" of a statement of the "Karen National Union".
            self._by_initials.setdefault(form, entity)
        if short is not None:
            entity.aliases.append(short)
            self._by_text.setdefault(folded(text[slice(*short)]), entity)
        return entity
