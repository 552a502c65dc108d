"""What an agreement asks, as a report tells it: "Under the accord A must leave X", "it bans Y and provides for Z"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .agreements import OTHER_TOPICS
from .term_items import BE, items

# How surely a report states a duty: as a term of a text, as what somebody is to do, as a promise.
BY_TEXT, OWED, PROMISED = 3, 2, 1
_UNDER = frozenset({"under", "by"})
_ASIDE = frozenset({"according", "pursuant", "accordance", "line", "terms"})
_MODALS = frozenset("must shall".split())
_OWES = BE | _MODALS | {"should"}
_NEGATED = frozenset({"not", "n't", "never", "nowhere"})
_PROMISES = frozenset("agree pledge undertake promise commit vow consent".split())
_AGREES = _PROMISES | {"settle", "accept"}
_WORDS_OF_HONOUR = frozenset("assurance promise pledge undertaking commitment guarantee".split())
_DUE = frozenset(
    "due supposed oblige require bind expect mean schedule commit bound obliged entitle allow forbid".split()
)
_SAID_SO = frozenset(
    "foresee require set provide agree promise demand stipulate prescribe order envisage lay guarantee impose establish "
    "list plan owe name".split()
)
_BANS = frozenset(
    "ban prohibition moratorium freeze embargo halt curb limit bar deadline obligation duty right".split()
)
_THINGS = frozenset("point term provision clause item condition step obligation commitment promise demand".split())
_ITS = frozenset("it they this".split())


@dataclass(frozen=True, slots=True)
class Term:
    """A duty as a report states it: its first and last word, and how surely it is stated."""

    first: Token
    last: Token
    by: int


class TermFinder:
    """Finds the terms of agreements in the sentences of a report."""

    def __init__(self, parse: Parse, vocabulary: ReportVocabulary) -> None:
        self.parse = parse
        classes = vocabulary.classes
        self.speech = vocabulary.speech
        self.texts = classes["agreement"] | classes["binding_text"]
        self.lists = classes["term_list"]
        self.forbids = classes["term_forbid"]
        self.asks = classes["term_ask"]
        self.no_terms = classes["no_term"]
        self.people = classes["group"] | classes["people"] | classes["state_camp"]

    def terms(self) -> list[Term]:
        """The terms in order of place; where two runs of words overlap, the surer one."""
        found: list[Term] = []
        spoken = False
        for low, high in self.parse.sentences:
            sentence = self.parse.tokens[low:high]
            found += self._of_sentence(sentence, spoken)
            spoken = any(self._is_text(t) for t in sentence)
        kept: list[Term] = []
        for term in sorted(
            filter(self._is_owed, map(self._without_when, found)), key=lambda t: (-t.by, t.first.i, -t.last.i)
        ):
            if all(term.last.i < k.first.i or term.first.i > k.last.i for k in kept):
                kept.append(term)
        return sorted(map(self._without_asked, kept), key=lambda t: t.first.i)

    def _without_asked(self, term: Term) -> Term:
        """The term without the pronoun for who is asked: "[it to] hand the ports to the coastguard"."""
        after = self.parse.tokens[term.first.i + 1 : term.first.i + 3]
        asked = term.first.pos == "PRON" and term.last.i > term.first.i + 1 and after[0].lower == "to"
        return replace(term, first=after[1]) if asked else term

    def _without_when(self, term: Term) -> Term:
        """The term without the time or place in front of what is owed: "accepted on [2 August, that] the calendar be extended"."""
        lead = self.parse.tokens[term.first.i - 1] if term.first.i else term.first
        if lead.pos != "ADP" or term.first.entity not in ("DATE", "TIME", "GPE"):
            return term
        begins = self.parse.subtree(lead)[-1].i + 1
        while begins < term.last.i and (self.parse.tokens[begins].pos in ("PUNCT", "SCONJ")):
            begins += 1
        return replace(term, first=self.parse.tokens[begins]) if term.first.i < begins < term.last.i else term

    def _is_owed(self, term: Term) -> bool:
        """Whether words tell something that can be owed: neither only who signed nor what has happened."""
        words = self.parse.tokens[term.first.i : term.last.i + 1]
        if not any(t.pos == "VERB" or (t.pos == "NOUN" and t.lemma not in self.people) for t in words):
            return not any(t.pos == "PROPN" for t in words)
        finite = next((t for t in words if t.tag in ("VBD", "VBZ", "VBP", "MD")), None)
        if finite is None or finite.tag == "MD" or self._is_be_to(finite):
            return True
        if finite.lemma in self.speech and finite is not term.first:
            # "The minister wrote on Sunday that": who says it, not what is owed.
            return False
        if finite.lemma in ("have", "do"):
            # "Has not begun", "had accepted", "did not take place".
            return not any(
                t.tag in ("VBN", "VB") and (t.i == finite.head or t.head in (finite.head, finite.i)) and t.i > finite.i
                for t in words
            )
        if term.by == BY_TEXT and (finite is not term.first or self.parse.children(finite, "dative")):
            # "Roadblocks are to be removed, the border reopened": taggers take the second for past.
            return True
        above = self.parse.tokens[finite.head]
        inner = finite.dep in ("relcl", "acl", "advcl", "ccomp") and any(t.i == above.i for t in words)
        passive = finite.dep in ("aux", "auxpass")
        return finite.tag != "VBD" or finite.lower in ("was", "were") or inner or passive or term.by == PROMISED

    def _of_sentence(self, sentence: Sequence[Token], spoken: bool) -> Iterator[Term]:
        yield from self._listed(sentence)
        yield from self._under(sentence)
        for token in sentence:
            if token.pos in ("NOUN", "PROPN"):
                yield from self._by_noun(sentence, token)
            elif token.pos in ("VERB", "AUX"):
                yield from self._by_verb(sentence, token, spoken)

    def _by_noun(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        if self._is_text(token):
            yield from self._on(sentence, token)
        elif token.pos == "NOUN":
            yield from self._foreseen(token)
        if token.lemma in _WORDS_OF_HONOUR:
            yield from self._promised(sentence, token)
        if token.lemma in _BANS:
            yield from self._banned(sentence, token)

    def _by_verb(self, sentence: Sequence[Token], token: Token, spoken: bool) -> Iterator[Term]:
        if token.lower in _OWES:
            yield from self._owed(sentence, token)
        elif token.lower == "would" and (spoken or any(self._is_text(t) for t in sentence)):
            yield from self._would(sentence, token)
        if token.lemma in ("have", "give"):
            yield from self._until(sentence, token)
        if token.pos == "VERB":
            yield from self._stipulated(sentence, token, spoken)
        if token.lemma in _AGREES:
            yield from self._promised(sentence, token)
            yield from self._agreed_on(sentence, token)
        if token.lower == "may" or token.lemma in self.forbids or token.lemma == "allow":
            yield from self._banned(sentence, token)

    def _is_text(self, token: Token) -> bool:
        return token.pos in ("NOUN", "PROPN") and token.lemma.lower() in self.texts

    # ------------------------------------------------------------------ the text says

    def _stipulated(self, sentence: Sequence[Token], verb: Token, spoken: bool) -> Iterator[Term]:
        """ "The accord bans A, provides for B and promises to C"."""
        if verb.pos != "VERB" or not self._by_text(verb, spoken) or self._is_denied(verb):
            return
        known = verb.lemma in self.lists | self.forbids | self.asks
        if not known and (verb.tag not in ("VBZ", "VBP") or verb.lemma in self.no_terms or not self._reaches(verb)):
            return
        last = self.parse.subtree(verb)[-1].i if verb.dep == "relcl" else sentence[-1].i
        rest = self.parse.tokens[verb.i : last + 1]
        yield from self._terms_of(rest, BY_TEXT)

    def _by_text(self, verb: Token, spoken: bool) -> bool:
        if self.parse.children(verb, "auxpass"):
            return False
        for subject in self.parse.children(verb, "nsubj"):
            if self._is_text(subject):
                return True
            if (
                subject.lower in ("which", "that")
                and verb.dep == "relcl"
                and self._is_text(self.parse.tokens[verb.head])
            ):
                return True
            if subject.lower in ("one", "other", "first", "second", "third", "former", "latter") and spoken:
                return True
            if subject.lower in _ITS and spoken and verb.lemma in self.lists | self.forbids | self.asks | {"hand"}:
                return True
        return False

    def _is_denied(self, verb: Token) -> bool:
        return any(k.lower in _NEGATED for k in self.parse.children(verb, "neg", "advmod")) or any(
            k.lower in ("nothing", "nobody") for k in self.parse.children(verb, "dobj", "nsubj")
        )

    def _reaches(self, verb: Token) -> bool:
        return bool(self.parse.children(verb, "dobj", "ccomp", "xcomp"))

    def _terms_of(self, tokens: Sequence[Token], by: int) -> Iterator[Term]:
        """Cuts a run that begins with the verb of a text; what follows another such verb is cut in its own way."""
        starts = [0] + [
            n
            for n, t in enumerate(tokens)
            if n
            and t.pos == "VERB"
            and t.tag in ("VBZ", "VBP", "VBD")
            and t.dep in ("conj", "ROOT", "ccomp")
            and (tokens[n - 1].text in (",", ";") or tokens[n - 1].lower in ("and", "also", "but"))
            and not self.parse.children(t, "nsubj", "nsubjpass")
        ]
        for n, start in enumerate(starts):
            end = starts[n + 1] if n + 1 < len(starts) else len(tokens)
            run = tokens[start:end]
            verb = run[0]
            if verb.lemma in self.forbids or verb.lemma not in self.lists | self.asks:
                for first, last in items(self.parse, run)[:1]:
                    yield Term(first, last, by)
                continue
            # "Gives the army ten days to leave": without its verb no sentence is left.
            body = run if self.parse.children(verb, "dative") else self._body(verb, run)
            nouns = verb.lemma in self.lists
            for first, last in items(self.parse, body, nouns=nouns):
                yield Term(first, last, by)

    def _body(self, verb: Token, run: Sequence[Token]) -> Sequence[Token]:
        rest = run[1:]
        while rest and (rest[0].pos in ("ADV", "PART", "ADP", "PUNCT") or rest[0].lower in ("that", "for", "both")):
            if rest[0].lower == "to" and verb.lemma in self.asks:
                break
            rest = rest[1:]
        return rest

    # ------------------------------------------------------------------ lists, "a deal on ..."

    def _listed(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "An understanding of four points: A, B, C"."""
        for n, token in enumerate(sentence):
            if token.text != ":" or n + 2 >= len(sentence):
                continue
            before = sentence[max(0, n - 6) : n]
            if not any(t.lemma in _THINGS or self._is_text(t) for t in before):
                continue
            if not any(self._is_text(t) or t.lower in _ITS for t in sentence[:n]):
                continue
            rest = sentence[n + 1 :]
            if any(t.text in (",", ";") for t in rest) and rest[0].text not in ('"', "“", "'"):
                for first, last in items(self.parse, rest, nouns=True):
                    yield Term(first, last, BY_TEXT)

    def _on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "An agreement on the exchange of prisoners", "a deal to reopen the road", "an accord providing for ..."."""
        if not self._is_text(token) or token.i >= sentence[-1].i - 2:
            return
        after = self.parse.tokens[token.i + 1]
        rest = self.parse.tokens[token.i + 2 : sentence[-1].i + 1]
        if after.lower == "to" and rest[0].pos == "VERB" and rest[0].tag == "VB":
            for first, last in items(self.parse, self._own_clause(rest[0], rest))[:3]:
                yield Term(first, last, BY_TEXT)
        elif after.lower in ("on", "for", "about", "concerning", "regarding") and after.dep in ("prep", "acl"):
            below = self.parse.subtree(after)
            goals = self.parse.children(after, "pobj", "pcomp")
            if goals and goals[0].entity not in ("DATE", "TIME", "GPE", "EVENT") and self._is_plain(goals[0], below):
                for first, last in items(self.parse, below[1:], nouns=True):
                    yield Term(first, last, BY_TEXT)
        elif after.tag == "VBG" and after.lemma in self.lists | self.forbids | self.asks:
            yield from self._terms_of(self.parse.tokens[after.i : sentence[-1].i + 1], BY_TEXT)

    def _is_plain(self, goal: Token, below: Sequence[Token]) -> bool:
        """Whether what follows "agreement on" says what is owed: it is no part of its name, no time, no other contract."""
        first = next((t for t in below[1:] if t.pos not in ("DET", "ADJ")), goal)
        return (
            goal.pos in ("NOUN", "VERB")
            and not first.text[:1].isupper()
            and goal.lemma not in ("month", "week", "day", "year")
            and not any(t.lemma in OTHER_TOPICS for t in below[:4])
        )

    # ------------------------------------------------------------------ "Under the accord, A is to ..."

    def _under(self, sentence: Sequence[Token]) -> Iterator[Term]:
        for n, token in enumerate(sentence[:-3]):
            part = token.lower == "as" and sentence[n + 1].lower == "part"
            if not (part or token.lower in _UNDER | _ASIDE | {"whereby"}) or (
                n and sentence[n - 1].pos == "VERB" and token.lower == "by"
            ):
                continue
            which = token.lower == "whereby" or sentence[n + 1].lower == "which"
            text = next((t for t in sentence[n + 1 : n + 9] if self._is_text(t)), None)
            if which and any(self._is_text(t) for t in sentence[max(0, n - 8) : n]):
                text = token if token.lower == "whereby" else sentence[n + 1]
            if text is None:
                continue
            start = self._clause_after(sentence, text)
            if start is None:
                continue
            rest = [t for t in sentence if t.i >= start.i]
            for first, last in items(self.parse, rest):
                yield Term(first, last, BY_TEXT)
            return

    def _clause_after(self, sentence: Sequence[Token], text: Token) -> Token | None:
        """The first word of the clause that follows "Under the accord ...", if it tells what is owed."""
        for token in sentence:
            if token.i <= text.i or not self._is_owing(token):
                continue
            subject = next(iter(self.parse.children(token, "nsubj", "nsubjpass")), None)
            if subject is None or not text.i < subject.i < token.i:
                subject = next((t for t in sentence if text.i < t.i < token.i and t.dep.startswith("nsubj")), None)
            if subject is None:
                return None
            if token.pos == "VERB" and subject.lower in ("i", "we", "he", "she", "you"):
                return None
            # "Under article 10 prisoners were to be freed."
            begins = text.i + 1 + (self.parse.tokens[text.i + 1].pos == "NUM")
            low = min((t.i for t in self.parse.subtree(subject) if t.i >= begins and subject.i - t.i < 8), default=0)
            return self.parse.tokens[low]
        return None

    def _is_owing(self, token: Token) -> bool:
        """Whether a verb tells what is owed: "is to", "must", or the plain present."""
        if token.lower in BE:
            return self._is_be_to(token)
        if token.lower in _MODALS | {"will", "may", "should", "would"} and token.tag == "MD":
            return True
        return token.pos == "VERB" and token.tag in ("VBZ", "VBP") and token.dep in ("ROOT", "conj", "ccomp")

    # ------------------------------------------------------------------ "A is to ...", "A agreed to ..."

    def _is_be_to(self, token: Token) -> bool:
        if token.lower not in BE:
            return False
        after = self.parse.tokens[token.i + 1 : token.i + 5]
        for n, t in enumerate(after[:-1]):
            if t.lower in _DUE or t.lemma in _DUE:
                continue
            if t.lower == "to":
                verb = after[n + 1] if n + 1 < len(after) else None
                return verb is not None and verb.tag == "VB" and token.lower in BE
            if t.pos not in ("ADV", "PART", "DET", "PRON") or t.lower in ("there", "nobody", "nothing", "anything"):
                return False
        return False

    def _owed(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "Troops are to keep to agreed areas; liaison offices are to open"."""
        if token.lower in BE:
            yield from self._due_on(sentence, token)
        unmet = token.lower == "should" and any(
            k.lower == "have" for k in self.parse.children(self.parse.tokens[token.head])
        )
        if not (self._is_be_to(token) or unmet or (token.lower in _MODALS and token.tag == "MD")):
            return
        verb = token if token.lower in BE else self.parse.tokens[token.head]
        subjects = self.parse.children(verb, "nsubj", "nsubjpass")
        if any(s.lower in ("i", "we", "you", "there") for s in subjects):
            return
        if verb.dep == "relcl" and any(s.lower in ("which", "that", "who") for s in subjects):
            # "The second stage of registration, which was to begin on 19 April": what it is said of tells the duty.
            subjects = (self.parse.tokens[verb.head],)
        low = min((t.i for s in subjects for t in self.parse.subtree(s)), default=token.i)
        low = low if 0 <= token.i - low < 12 else token.i
        rest = self.parse.tokens[low : sentence[-1].i + 1]
        for first, last in items(self.parse, self._up_to_teller(rest), owed=True):
            yield Term(first, last, OWED)

    def _due_on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "The withdrawal of heavy weapons was due on 15 June", "Its provisions are a ceasefire and ..."."""
        subject = next(iter(self.parse.children(self.parse.tokens[token.i], "nsubj")), None)
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if subject is None or subject.i > token.i or len(rest) < 3:
            return
        if subject.lemma in _THINGS and any(k.lower == "its" for k in self.parse.children(subject, "poss")):
            for first, last in items(self.parse, rest, nouns=True):
                yield Term(first, last, BY_TEXT)
        elif (
            rest[0].lower == "due" and rest[1].lower in ("on", "by", "before", "within", "in") and subject.pos == "NOUN"
        ):
            low = self.parse.subtree(subject)[0]
            when = self.parse.subtree(rest[1])[-1]
            if self.parse.children(subject, "prep", "compound") and subject.i - low.i < 8:
                yield Term(low, when, OWED)

    def _promised(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They agreed to exchange prisoners", "gave assurances that the road would be opened"."""
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if token.pos == "VERB" and token.lemma in _PROMISES and not self._is_denied(token):
            to = next((n for n, t in enumerate(rest[:5]) if t.lower in ("to", "that")), None)
        elif token.pos == "NOUN" and token.lemma in _WORDS_OF_HONOUR:
            to = next((n for n, t in enumerate(rest[:6]) if t.lower in ("to", "that")), None)
        else:
            return
        if to is None or len(rest) <= to + 2:
            return
        body = self._up_to_teller(rest[to + 1 :])
        bound = token.lemma == "commit" and body and body[0].tag == "VBG"
        if rest[to].lower == "to" and body and body[0].tag != "VB" and not bound:
            return
        for first, last in items(self.parse, body, owed=True)[:4]:
            # "Not to touch the candidates": without its first word it would say the opposite.
            forsworn = first is body[0] and to > 0 and rest[to - 1].lower in _NEGATED
            yield Term(rest[to - 1] if forsworn else first, last, PROMISED)

    def _until(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They have thirty days to reach the camps", "had until May to leave"."""
        given = token.lemma == "give" and bool(self.parse.children(token, "auxpass"))
        if (token.lemma != "have" and not given) or token.pos not in ("VERB", "AUX"):
            return
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if rest and rest[0].lower == "to" and len(rest) > 2 and rest[1].tag == "VB" and token.pos in ("VERB", "AUX"):
            subjects = self.parse.children(token, "nsubj")
            if any(s.lower not in ("i", "we", "you") for s in subjects) and not self._is_reported(token):
                for first, last in items(self.parse, self._up_to_teller(rest[1:]), owed=True)[:3]:
                    yield Term(first, last, PROMISED)
            return
        timed = any(t.entity in ("DATE", "TIME") or t.lower == "until" for t in rest[:4])
        to = next((n for n, t in enumerate(rest[:9]) if t.lower == "to"), None)
        if timed and to is not None and len(rest) > to + 2 and rest[to + 1].tag == "VB":
            for first, last in items(self.parse, self._up_to_teller(rest[to + 1 :]), owed=True)[:3]:
                yield Term(first, last, OWED)

    def _foreseen(self, token: Token) -> Iterator[Term]:
        """ "The withdrawal foreseen in article 3", "the release of prisoners, which the accord requires"."""
        if token.pos != "NOUN" or self._is_text(token) or token.entity in ("DATE", "TIME"):
            return
        passive = self.parse.tokens[token.head]
        if token.dep == "nsubjpass" and passive.lemma in _SAID_SO and passive.tag == "VBN":
            below = self.parse.subtree(passive)
            if any(self._is_text(t) for t in below if t.i > passive.i):
                whole = [t for t in self.parse.subtree(token) if t.i < passive.i]
                for first, last in items(self.parse, whole, nouns=True):
                    yield Term(first, last, BY_TEXT)
            return
        for verb in self.parse.children(token, "acl", "relcl"):
            if verb.lemma not in _SAID_SO:
                continue
            below = self.parse.subtree(verb)
            if any(self._is_text(t) for t in below[:10]) and verb.tag != "VBG":
                words = [t for t in self.parse.subtree(token) if t.i < below[0].i and token.i - t.i < 6]
                while words and words[-1].pos in ("PUNCT", "ADP"):
                    words = words[:-1]
                if words:
                    yield Term(words[0], words[-1], BY_TEXT)

    def _banned(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "The ban on flights", "the duty to free prisoners", "flights are banned", "no side may recruit"."""
        if token.pos == "NOUN" and token.lemma in _BANS and token.i < sentence[-1].i - 1:
            after = self.parse.tokens[token.i + 1]
            goals = self.parse.children(after, "pobj", "pcomp") if after.lower in ("on", "of", "for", "against") else ()
            below = self.parse.subtree(after)[:10] if goals and goals[0].entity not in ("DATE", "TIME") else ()
            if after.lower == "to" and self.parse.tokens[token.i + 2].tag == "VB":
                below = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
            named = [t for t in self.parse.children(token, "compound", "amod") if t.i == token.i - 1]
            for first, last in items(self.parse, [*named, token, *below])[:1] if below else ():
                yield Term(first, last, OWED)
        elif token.pos == "VERB" and token.lemma in self.forbids | {"allow"} and self.parse.children(token, "auxpass"):
            tells = token.lemma in ("ban", "bar", "forbid", "prohibit", "outlaw") or (
                token.lemma == "allow" and self._is_denied(token)
            )
            for subject in self.parse.children(token, "nsubjpass") if tells and token.tag == "VBN" else ():
                low = min(t.i for t in self.parse.subtree(subject))
                for first, last in items(self.parse, self.parse.tokens[low : sentence[-1].i + 1])[:1]:
                    yield Term(first, last, OWED)
        elif token.lower == "may" and token.tag == "MD":
            verb = self.parse.tokens[token.head]
            none = any(
                k.lower in ("neither", "no", "nobody", "none")
                for s in self.parse.children(verb, "nsubj", "nsubjpass")
                for k in (s, *self.parse.children(s, "det", "preconj"))
            )
            if none or self._is_denied(verb):
                low = min(
                    (t.i for s in self.parse.children(verb, "nsubj", "nsubjpass") for t in self.parse.subtree(s)),
                    default=token.i,
                )
                for first, last in items(self.parse, self.parse.tokens[low : sentence[-1].i + 1])[:2]:
                    yield Term(first, last, OWED)

    def _agreed_on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They agreed on a ceasefire, the release of prisoners and joint patrols", "accepted the withdrawal of ..."."""
        if token.pos != "VERB" or token.lemma not in _AGREES or self._is_denied(token):
            return
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        while rest and rest[0].lower in ("also", "themselves", "itself", "only"):
            rest = rest[1:]
        if (
            len(rest) < 2
            or rest[0].lower not in ("on", "to", "upon")
            or rest[1].pos not in ("DET", "NOUN", "ADJ", "NUM")
        ):
            return
        if any(self._is_text(t) or t.entity in ("DATE", "TIME") for t in rest[1:4]) and "," not in [
            t.text for t in rest
        ]:
            return
        for first, last in items(self.parse, self._up_to_teller(rest[1:]), nouns=True)[:6]:
            yield Term(first, last, OWED)

    def _would(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "In return the rebels would stop their attacks", told by the author next to the agreement."""
        verb = self.parse.tokens[token.head]
        if verb.dep not in ("ROOT", "conj", "relcl") or self._is_reported(verb) or self._is_reported(token):
            return
        subjects = self.parse.children(verb, "nsubj", "nsubjpass")
        if not subjects or any(
            s.pos == "PRON" and s.lower not in ("both", "each", "they", "neither") for s in subjects
        ):
            return
        low = min(t.i for s in subjects for t in self.parse.subtree(s))
        low = low if 0 <= token.i - low < 12 else token.i
        for first, last in items(self.parse, self.parse.tokens[low : sentence[-1].i + 1], owed=True)[:4]:
            yield Term(first, last, OWED)

    def _is_reported(self, token: Token) -> bool:
        """Whether somebody is said to say it."""
        return any(a.lemma in self.speech for a in self.parse.ancestors(token)) or any(
            k.lemma in self.speech and k.dep in ("ccomp", "parataxis", "advcl") for k in self.parse.children(token)
        )

    def _own_clause(self, verb: Token, rest: Sequence[Token]) -> Sequence[Token]:
        last = max(t.i for t in self.parse.subtree(verb))
        return [t for t in rest if t.i <= last]

    def _up_to_teller(self, rest: Sequence[Token]) -> Sequence[Token]:
        """Words without the ", he said" behind them."""
        for n, token in enumerate(rest):
            if token.text == "," and any(
                t.lemma in ("say", "add", "tell") and t.tag == "VBD" for t in rest[n + 1 : n + 5]
            ):
                return rest[:n]
        return rest
