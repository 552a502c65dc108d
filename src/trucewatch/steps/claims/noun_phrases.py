"""Noun phrases that can name an actor: where they start and end, and which part of them is a name."""

import re
from collections.abc import Iterator

from trucewatch.core.date_words import MONTH_NAMES
from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .empty_subjects import SHARES
from .introduced import introduced
from .mentions import SORTS, TITLES, Entity, Mention, fits
from .name_starts import is_of_body, with_number, with_owner
from .phrase_bounds import (
    PLACES,
    acts_beside,
    goes_on_apart,
    is_aside,
    is_charge,
    is_inner,
    is_manner,
    is_name,
    is_one_of_several,
    joined_to,
    names_any,
    names_next,
    names_place,
    numbered,
    opens_clause,
    past_office,
    without_lead,
    without_listed,
)
from .wings import Wings

_LEFT = frozenset(
    {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "predet", "punct", "npadvmod", "case", "preconj"}
)
_RIGHT = frozenset("of in from for at to close on near along around with on".split())
_CORE_OF = "of"
_LOCATIVE = frozenset("in at near outside inside around across through".split())
_PARTICLES = frozenset("al el ul as ad an ash bin ibn ben".split())
# The "al-Burhan" of "Abdel Fattah al-Burhan", which taggers cut into pieces.
_NAME_GOES_ON = re.compile(rf"(?:\s+(?:{'|'.join(sorted(_PARTICLES))})[-\s][A-Z][\w’'-]+)+")
_ACTING = ("group", "anonymous", "third_party", "analyst", "rebel_camp", "person", "people", "engine")
_NAME_BEFORE = re.compile(rf"(?P<given>(?:[A-Z][\w’']+ )*)(?:{'|'.join(sorted(_PARTICLES))})-\Z", re.ASCII)
_CUT = re.compile(r"[A-Z][\w’']+-\Z|\b(?:[A-Z]{2,}/)+\Z")
_MONTHS = frozenset(MONTH_NAMES)
_OF_INITIALS = re.compile(r" of (?:the )?[A-Z][A-Z0-9/-]+\b(?! [A-Z])")
# Where something is written, and not who wrote it.
_CHANNELS = frozenset("x twitter facebook telegram whatsapp instagram youtube tiktok".split())
# "Disarmament", "Gunfire", "Complaint 12": no paper is called so, as one is called "Dawn".
_DEEDS = ("tion", "sion", "ment", "wal", "sal", "ing", "fire", "complaint")
_TEXTS = frozenset("law code decision principle".split())
# "its rival Hurras al-Din"
_SORTS = SORTS | frozenset(
    "rival neighbouring neighboring outlawed banned hardline breakaway exiled ruling allied hostile".split()
)
_MARKS = frozenset("\"“”‘’'")
# "The spokesman of its armed wing, the Qassam Brigades": no name of his.
_WINGS = frozenset("brigade brigades army front movement battalion battalions forces corps".split())
_INNER = frozenset({"compound", "npadvmod", "nummod", "appos"})
_TIMES = frozenset("second minute hour day night week month year".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BREAKS = ("PUNCT", "SPACE", "CCONJ")
# The words of the longest phrase by which somebody without a name is called.
_LONGEST = 18


class NounPhrases:
    """Reads the noun phrases of a document."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self._persons = vocabulary.classes["person"].union(vocabulary.roles)
        self._groups = vocabulary.classes["group"] | vocabulary.classes["third_party"]
        classes = vocabulary.classes
        self._bodies = (self._groups | classes["people"] | classes["body"]) - frozenset(vocabulary.roles)
        self._acting = frozenset(vocabulary.roles).union(*(vocabulary.classes[name] for name in _ACTING))
        self._texts = classes["agreement"] | _TEXTS
        self._tasks = classes["task"] | self._bodies
        self._wings = Wings(document.text, self._bodies)
        self._things = classes["thing"] - self._acting - classes["forces"] - classes["seat"]

    def mentions(self, parse: Parse, bounds: tuple[int, int]) -> Iterator[Mention]:
        """The noun phrases of a sentence that may name an actor."""
        for token in parse.tokens[bounds[0] : bounds[1]]:
            one_of = token.dep == "appos" and is_one_of_several(parse, token)
            if token.pos in ("NOUN", "PROPN") and (one_of or token.dep not in _INNER):
                if token.dep in ("amod", "nmod") and token.pos != "PROPN":
                    continue
                if self._names_no_actor(parse, token):
                    continue
                yield self.mention(parse, token)

    def _names_no_actor(self, parse: Parse, token: Token) -> bool:
        """Pieces of names, places, and the "Accord" of a "Government of National Accord"."""
        if not any(c.isalnum() for c in token.text) or token.lemma in _TIMES:
            return True
        if _is_one_of_places(parse, token):
            return True
        after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
        if token.lower in _PARTICLES and after.text.startswith("-"):
            return True
        above = parse.tokens[token.head]
        if (token.pos != "PROPN" and token.lower not in _CHANNELS) or token.dep != "pobj":
            return False
        if above.lower in _LOCATIVE or (above.lower in ("on", "via") and token.lower in _CHANNELS):
            return True
        whose = parse.tokens[above.head]
        return above.lower == "of" and (whose.lemma in PLACES or (token.dep == "pobj" and whose.pos == "PROPN"))

    def mention(self, parse: Parse, token: Token) -> Mention:
        """The noun phrase around its head."""
        left = [
            t
            for k in parse.children(token)
            if k.dep in _LEFT and k.i < token.i and not is_aside(parse, k)
            for t in _near(parse, k)
        ]
        first = min([token, *left], key=lambda t: t.i)
        first = without_lead(parse, first, token)
        last, full = self._right_end(parse, token)
        if last.i > token.i and self._is_of_somewhere(parse, first, token):
            last = token
        text = self.document.text
        name = self._name(parse, first, token)
        if name is not None and last.pos == "PROPN" and last.i > token.i:
            name = name[0], last.end
        name, last = self._titled(parse, token) or (name, last)
        name, last = numbered(parse, token, name, last)
        full = max(full, last, key=lambda t: t.i)
        end = self._name_end(name) if name is not None else last.end
        name = (self._name_start(name), max(name[1], end)) if name is not None else None
        end = max(end, last.end)
        start = min(first.start, name[0]) if name is not None else first.start
        appositions = self._appositions(parse, token, name)
        # "Two people who were in the room" are also called by the whole phrase.
        whole = full
        for clause in parse.children(token, "relcl"):
            below = parse.subtree(clause)
            ends = (n for n, t in enumerate(below) if t.tag in _FINITE and self._ends_phrase(parse, below[0].i, t))
            below = below[: next(ends, len(below))]
            if below and below[0].i == token.i + 1 and len(below) <= 14 and name is None and below[0].pos != "PUNCT":
                whole = max(full, *(t for t in below if t.pos not in ("PUNCT", "SPACE")), key=lambda t: t.i)
        extra = [e for k in appositions for e in self._apposition(parse, k)]
        extra += self._inner_name(parse, token, max(full, last, key=lambda t: t.i), name)
        name, end, extra = self._wings.added(name, end, extra)
        beside = [t for k in appositions for t in parse.subtree(k)[:14]]
        clause = parse.tokens[token.head]
        if token.dep == "dobj" and clause.dep == "acl" and clause.i < token.i <= clause.i + 2:
            # "The ceasefire monitoring body", read by parsers as "the ceasefire" with a clause.
            noun = parse.tokens[clause.head]
            beside += [noun, clause]
            first = min([first, noun, *parse.children(noun, "det", "compound", "amod")], key=lambda t: t.i)
        return Mention(
            head=token,
            start=start,
            end=end,
            full_end=max(full.end, end),
            whole_end=max(whole.end, end),
            text=text[start:end],
            lemmas=frozenset(
                t.lemma for t in (*parse.tokens[first.i : full.i + 1], *beside) if t.pos not in ("DET", "PUNCT")
            ),
            name=name,
            name_text=text[name[0] : name[1]] if name else "",
            definite=first.lower in ("the", "this", "that", "its", "his", "their", "her"),
            plural=token.tag in ("NNS", "NNPS"),
            proper=name is not None,
            extra=tuple(extra if names_any(text, extra) else [*self._introduced(parse, token), *extra]),
        )

    def _appositions(self, parse: Parse, token: Token, name: tuple[int, int] | None) -> list[Token]:
        """The nouns beside the head that mean the same, and those beside them: "the leader, the priest Augustin X"."""
        # "The army shelled the town, the mission reported": no apposition stands behind the verb.
        end = token.head if token.i < token.head and parse.tokens[token.head].pos == "VERB" else len(parse.tokens)
        near = [k for k in parse.children(token, "appos", "parataxis") if k.i < end]
        found = [k for k in without_listed(parse, token, near) if self._same_actor(parse, token, k, name)]
        beside = [(k, n) for k in found for n in parse.children(k, "appos") if n.pos == "PROPN"]
        found += [n for k, n in beside if (k.pos == "NOUN" and n.lower not in _WINGS) or n.entity == "PERSON"]
        return found or (self._names_behind(parse, token) if name is None else [])

    def _is_of_somewhere(self, parse: Parse, first: Token, token: Token) -> bool:
        """Whether the "of ..." behind a name only says where a person belongs: "General Tang Shengli of the army"."""
        if not _is_proper(token) or token.lower in self.vocabulary.roles:
            return False
        if self._is_somebody_of(self.document.text[first.start : token.end], token.end):
            return True
        titled = any(t.lower.rstrip(".") in self.vocabulary.roles for t in parse.tokens[first.i : token.i])
        return token.entity == "PERSON" or titled

    def _is_somebody_of(self, name: str, end: int) -> bool:
        """Whether a name with nothing of a body in it stands before a group's initials: "Khaing Thukha of the AA"."""
        words = name.split()
        plain = len(words) in (2, 3) and all(w[:1].isupper() and w[1:].islower() for w in words)
        body = {w.lower() for w in words} | {w.lower().removesuffix("s") for w in words}
        return plain and not body & self._bodies and _OF_INITIALS.match(self.document.text, end) is not None

    def _titled(self, parse: Parse, token: Token) -> tuple[tuple[int, int], Token] | None:
        """The name right behind a title that the parser hung elsewhere: "Turkish President Recep Tayyip Erdoğan"."""
        if token.lower not in self.vocabulary.roles or token.i + 1 >= len(parse.tokens):
            return None
        last = token
        for after in parse.tokens[token.i + 1 : token.i + 5]:
            name = after.pos == "PROPN" or after.text == "-"
            if not name or after.start > last.end + 1 or after.entity != "PERSON":
                break
            last = after
        beside = last.dep in ("appos", "npadvmod") and last.head != token.i
        # "Lawmaker Zaman al-Khafaji said": two subjects of one verb are one.
        if last is token or not (beside or (last.dep == token.dep == "nsubj" and last.head == token.head)):
            return None
        return (parse.tokens[token.i + 1].start, last.end), last

    def _name_start(self, name: tuple[int, int]) -> int:
        """Where a name begins that is cut before "al-", at a hyphen or a stroke: "Follow-" of "Up Committee", "SPLM/A"."""
        text = self.document.text
        cut = _CUT.search(text, max(0, name[0] - 20), name[0])
        if cut is not None:
            return cut.start()
        before = _NAME_BEFORE.search(text, max(0, name[0] - 60), name[0])
        if before is None:
            return name[0]
        given = before["given"].split(" ")
        titles = [n for n, w in enumerate(given) if w.lower().rstrip(".") in self.vocabulary.roles]
        kept = given[titles[-1] + 1 :] if titles else given
        return before.end("given") - len(" ".join(kept))

    def _name_end(self, name: tuple[int, int]) -> int:
        """Where a name ends that goes on with "al-...", if it does."""
        text = self.document.text
        return on.end() if (on := _NAME_GOES_ON.match(text, name[1])) else name[1]

    def _right_end(self, parse: Parse, token: Token) -> tuple[Token, Token]:
        """The last token of the phrase with its "of ...", and with its other short complements."""
        last = full = token
        for kid in parse.children(token):
            if kid.i < token.i:
                continue
            if kid.dep == "prep" and kid.lower in _RIGHT and not is_manner(parse, kid):
                if is_charge(parse, token, kid):
                    continue
                below = parse.subtree(kid)
                cut = (n for n, t in enumerate(below) if t.text == "(" or opens_clause(t) or names_next(below, n))
                below = below[: next(cut, len(below))]
                if not below:
                    continue
                end = below[-1]
                clause = any(t.dep in ("relcl", "acl", "pcomp", "advcl") for t in below)
                if len(below) <= 9 and not clause and end.pos != "NUM":
                    end = next((t for t in reversed(below) if t.pos not in ("PUNCT", "CCONJ")), end)
                    if kid.lower == _CORE_OF and last is token:
                        last = end
                    full = max(full, end, key=lambda t: t.i)
            elif kid.dep == "amod" and parse.children(kid, "prep") and len(parse.subtree(kid)) <= 6:
                # "a source close to the talks"
                full = max(full, parse.subtree(kid)[-1], key=lambda t: t.i)
            elif kid.dep == "conj" and kid.pos in ("NOUN", "PROPN") and kid.i - token.i < 8 and not _is_proper(token):
                if not self.is_actor(kid) or acts_beside(parse, token, kid) or goes_on_apart(parse, token, kid):
                    continue
                inner, outer = self._right_end(parse, kid)
                # "The government and the rebel group Seleka"
                called = [k for k in parse.children(kid, "appos") if k.i == kid.i + 1 and k.pos == "PROPN"]
                inner, outer = (called[0], called[0]) if called and inner is kid else (inner, outer)
                full = max(full, outer, key=lambda t: t.i)
                last = max(last, inner, key=lambda t: t.i) if kid.pos == "NOUN" else last
        return last, max(full, last, key=lambda t: t.i)

    def _name(self, parse: Parse, first: Token, head: Token) -> tuple[int, int] | None:
        """The proper name at the end of the phrase, after titles and offices; None for a description."""
        if not _is_proper(head):
            return None
        roles, modifiers = self.vocabulary.roles, self.vocabulary.classes["title_modifier"]
        run = head
        while run.i > first.i:
            before = parse.tokens[run.i - 1]
            if before.pos in ("DET", "PUNCT", "PART") and before.text != "-":
                break
            office = before.lower.rstrip(".") in roles and not is_of_body(before, head, self._bodies)
            if office or (before.pos != "PROPN" and before.text != "-" and before.pos != "ADJ"):
                break
            if before.lower.rstrip(".") in modifiers and not _is_name_word(parse, before):
                break
            run = before
        while run.i < head.i and run.text == "-":
            run = parse.tokens[run.i + 1]
        while run.i < head.i and run.text in _SORTS:
            run = parse.tokens[run.i + 1]
        run = past_office(parse, first, run, head, roles, self._tasks)
        if head.lower in roles and run.i == head.i:
            return None
        run = with_number(parse, with_owner(parse, first, run, head, self._tasks | modifiers), head)
        # "Armenia's defence ministry", where taggers take the last word for a name.
        named = self.document.text[run.start : head.end]
        return (run.start, head.end) if named != named.lower() or named.startswith("@") else None

    def _names_behind(self, parse: Parse, token: Token) -> list[Token]:
        """The name that a parser hung under the last noun of "the aide of the leader, Ergüven"."""
        if token.lemma not in self.vocabulary.roles:
            return []
        found = []
        for preposition in parse.children(token, "prep"):
            for below in parse.subtree(preposition):
                if below.dep != "appos" or below.pos != "PROPN":
                    continue
                above = parse.tokens[below.head]
                if names_place(parse, token, below):
                    continue
                comma = parse.tokens[parse.subtree(below)[0].i - 1].text == ","
                # "The commander of the police in Malisevo, Captain Ilic, ..."
                titled = any(k.lower in self.vocabulary.roles for k in parse.children(below, "compound"))
                person = comma and (below.entity == "PERSON" or titled)
                if person or (preposition.lower == "of" and above.pos == "NOUN" and above.head == preposition.i):
                    found.append(below)
        return found

    def _inner_name(
        self, parse: Parse, token: Token, last: Token, name: tuple[int, int] | None
    ) -> Iterator[tuple[int, int]]:
        """Somebody's bare name in "Hidipo Nghidinwa of SWAPO", "the member of parliament Hussein Zeineddine"."""
        if name is not None:
            words = self.document.text[name[0] : token.end].split()
            # "The Deputy Commissioner for Peace" is nobody's bare name.
            if (
                token.i < last.i
                and token.lower not in self._persons
                and len(words) in (2, 3)
                and all(w[:1].isupper() and not w.isupper() for w in words)
            ):
                yield name[0], token.end
            return
        if last.i == token.i or last.entity != "PERSON" or token.lemma not in self._persons:
            return
        first = last
        while first.i - 1 > token.i and parse.tokens[first.i - 1].entity == "PERSON":
            first = parse.tokens[first.i - 1]
        if first.i < last.i and parse.tokens[first.i - 1].lower not in ("of", "to", "for", "'s", "and", "or"):
            yield first.start, last.end

    def _introduced(self, parse: Parse, token: Token) -> list[tuple[int, int]]:
        """The name behind an office, or one with a title behind anybody: "a field commander, known as Iron Jacket"."""
        titled = token.lemma.lower() not in self._persons
        if titled and self._is_of_office(parse, token):
            return []
        called = introduced(parse, token, self.document.text, self._persons, self._groups, titled=titled)
        return [called] if called is not None else []

    def _same_actor(self, parse: Parse, token: Token, other: Token, name: tuple[int, int] | None) -> bool:
        """Whether what stands in apposition means the same: a name after an office, a short form, a handle."""
        closed = other.i + 1 < len(parse.tokens) and parse.tokens[other.i + 1].text == ","
        person = other.entity == "PERSON" and token.dep == "nsubj" and closed
        if other.i <= token.i or not (self.is_actor(token) or person) or names_place(parse, token, other):
            return False
        if other.pos == "NOUN" and (
            not self.is_actor(other) or any(k.lower == "no" for k in parse.children(other, "det"))
        ):
            # "The Turkish ally and the continuation of programmes", read as an apposition; "no friend of the rebels".
            return False
        if other.i and parse.tokens[other.i - 1].text == "(":
            left = [t for k in parse.children(token) if k.i < token.i for t in _near(parse, k)]
            start = min((t.start for t in left), default=token.start)
            return fits(other.text, self.document.text[start : token.end])
        if name is None and self._is_of_office(parse, token):
            # "The aide of the leader, Ergüven": the name is the aide's.
            return False
        if name is not None and other.entity in ("GPE", "FAC") and token.entity not in ("GPE", "PERSON", "LOC"):
            # "Incident Prevention Mechanism, Ergneti": where it meets.
            return False
        if self._is_of_office(parse, token) and token.lower in self._tasks:
            # "The Minister for Peace and Reconstruction, Mr. Koirala": the name is the minister's.
            return False
        # "Serraj and President Erdoğan": two proper names side by side are two actors.
        return not (name is not None and other.pos == "PROPN" and bool(parse.children(other, "compound")))

    def _is_of_office(self, parse: Parse, token: Token) -> bool:
        """Whether a noun only says what somebody's office is: "the leader" in "the aide of the leader"."""
        while token.dep == "conj":
            token = parse.tokens[token.head]
        above = parse.tokens[token.head]
        office = parse.tokens[above.head]
        return token.dep == "pobj" and above.lower in ("of", "for") and office.lemma.lower() in self.vocabulary.roles

    def _apposition(self, parse: Parse, token: Token) -> list[tuple[int, int]]:
        if token.pos not in ("NOUN", "PROPN") and not token.text.startswith("@"):
            return []
        if token.lower.rstrip(".") in TITLES and all(k.pos == "PUNCT" for k in parse.children(token)):
            # The "Brig." of "its spokesman, Brig. Gen. X", cut off by the parser.
            return []
        left = [t for k in parse.children(token) if k.dep in _LEFT and k.i < token.i for t in _near(parse, k)]
        first = without_lead(parse, min([token, *left], key=lambda t: t.i), token)
        last, full = self._right_end(parse, token)
        last = full if is_name(self.document.text[token.start : full.end]) else last
        if is_one_of_several(parse, token):
            # "The mediators, Egypt and Qatar,": neither is all of them.
            return [(first.start, joined_to(parse, token)[-1].end)]
        # "Its chairman, Djoko Suyatno of the rights office": the name alone is his too.
        alone = [(first.start, token.end)] if token.pos == "PROPN" and last.i > token.i else []
        return [(first.start, last.end), *alone]

    def phrase(self, parse: Parse, token: Token) -> tuple[int, int]:
        """The whole of an unnamed somebody's phrase: "two of his cousins", "a lawyer who helped to draft it"."""
        top = token
        above = parse.tokens[token.head]
        if token.dep == "pobj" and above.lower == "of" and above.dep == "prep":
            share = parse.tokens[above.head]
            top = share if share.lemma in SHARES or share.pos == "NUM" else token
        low = high = token.i
        inside = {t.i for t in parse.subtree(top)}
        while low - 1 in inside and (parse.tokens[low - 1].pos not in _BREAKS or is_inner(parse, low - 1)):
            low -= 1
        while high + 1 in inside and high - low < _LONGEST:
            gap = parse.tokens[high + 1]
            if is_manner(parse, gap) or is_charge(parse, token, gap):
                break
            if gap.tag in _FINITE and gap.pos == "VERB" and self._ends_phrase(parse, low, gap):
                break
            if gap.pos in ("PUNCT", "SPACE") and not (is_inner(parse, high + 1) or self._is_mark(gap)):
                break
            high += 1
        if self._is_mark(parse.tokens[high]) and sum(map(self._is_mark, parse.tokens[low : high + 1])) % 2:
            # The mark opens what stands behind the phrase.
            high -= 1
        while high > token.i and parse.tokens[high].pos in ("ADP", "CCONJ", "SPACE"):
            high -= 1
        return without_lead(parse, parse.tokens[low], token).start, parse.tokens[high].end

    def _ends_phrase(self, parse: Parse, low: int, verb: Token) -> bool:
        """Whether a verb inside a phrase is the one that its noun is the subject of: "the group that held the city said"."""
        before = parse.tokens[low : verb.i]
        clause = any(t.tag in ("WDT", "WP") for t in before)
        return not clause or (verb.lemma in self.vocabulary.speech and any(t.tag in _FINITE for t in before))

    def _is_mark(self, token: Token) -> bool:
        """Whether a gap in the parse is a quotation mark of the text: those of a "so-called" name are no words."""
        return token.pos == "SPACE" and self.document.text[token.start : token.end].strip() in _MARKS

    def is_actor(self, token: Token) -> bool:
        """Whether a noun can do or say something."""
        if _is_proper(token):
            return token.entity not in ("DATE", "TIME", "MONEY", "EVENT", "LAW") and token.text not in _MONTHS
        return token.lemma in self._acting

    def is_nobody(self, entity: Entity) -> bool:
        """Whether the text calls somebody by nothing but nouns for neither anybody nor a group, or by "no ..."."""
        return entity.known is None and all(m.head.i >= 0 and self._names_nobody(m) for m in entity.mentions)

    def _names_nobody(self, mention: Mention) -> bool:
        if mention.head.entity in ("PERSON", "GPE", "NORP"):
            return False
        if not mention.proper:
            return mention.head.lemma in self._things or mention.text.lower().startswith(("no ", "whose "))
        # "The Cuba Accords"; "Disarmament" where a sentence begins with it.
        lemma = mention.head.lemma.lower()
        begins = self.document.text[max(0, mention.start - 2) : mention.start].strip() in ("", ".")
        part = self.document.text[mention.end : mention.end + 1] == "-"  # "Vice-president"
        alone = mention.name_text.rstrip(" 0123456789") == mention.head.text.title()
        thing = lemma in self._things and (part or lemma.endswith(_DEEDS)) and alone and begins
        return thing or lemma in self._texts or lemma.removesuffix("s") in self._texts


def _is_one_of_places(parse: Parse, token: Token) -> bool:
    """Whether a name goes on with a list of places: the "Salif and Ras Isa" of "in Hays, Salif and Ras Isa"."""
    first, steps = token, 0
    while first.dep == "conj" and steps < 12:
        first, steps = parse.tokens[first.head], steps + 1
    if not steps or token.pos != "PROPN" or first.dep != "pobj" or first.pos != "PROPN":
        return False
    above = parse.tokens[first.head]
    whose = parse.tokens[above.head]
    return above.lower in _LOCATIVE or (
        above.lower == "of" and whose.lemma in PLACES and first.entity in ("GPE", "LOC")
    )


def _is_proper(token: Token) -> bool:
    """Whether a token is a name: tagged so, a handle, or an abbreviation in capitals that the tagger took for a noun."""
    named = token.pos == "NOUN" and token.text[:1].isupper() and token.entity in ("GPE", "ORG", "PERSON", "NORP")
    return token.pos == "PROPN" or named or token.text.startswith("@") or (token.text.isupper() and len(token.text) > 2)


def _near(parse: Parse, token: Token) -> tuple[Token, ...]:
    below = parse.subtree(token)
    return below if len(below) <= 12 else (token,)


def _is_name_word(parse: Parse, token: Token) -> bool:
    """Whether a title word stands inside a longer name ("National Liberation Army")."""
    return (
        token.i > 0 and token.text[:1].isupper() and parse.tokens[token.i].pos == "PROPN" and token.entity in ("ORG",)
    )


def is_month(token: Token) -> bool:
    """Whether a word is the month of a day: "24 October 2020"."""
    return token.entity == "DATE" and token.text in _MONTHS
