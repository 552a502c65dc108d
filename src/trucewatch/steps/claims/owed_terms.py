"""Duties as a report tells of them: "A is to ...", "A agreed to ...", "the ban on ...", "the withdrawal foreseen in ..."."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .clause_ends import before_its_predicate
from .duty_phrases import DEVERBAL, NONE
from .term_items import BE, items

# How surely a report states a duty: as a term of a text, as what somebody is to do, as a promise.
BY_TEXT, OWED, PROMISED = 3, 2, 1
MODALS = frozenset("must shall".split())
NEGATED = frozenset({"not", "n't", "never", "nowhere"})
_PROMISES = frozenset("agree pledge undertake promise commit vow consent".split())
VOWS = frozenset("swear resolve offer guarantee bind".split())
AGREES = _PROMISES | {"settle", "accept"}
WORDS_OF_HONOUR = frozenset("assurance promise pledge undertaking commitment guarantee word".split())
_DUE = frozenset(
    "due supposed oblige require bind expect mean schedule commit bound obliged entitle allow forbid".split()
)
DUE_WHEN = frozenset("to since on by before in".split())
_WHILES = frozenset("deadline limit period time".split())
ALLOWS = frozenset({"allow", "permit"})
BINDS = frozenset("require oblige obliged bind bound commit".split())
BANS = frozenset("ban prohibition moratorium freeze embargo halt curb bar obligation duty right".split()) | _WHILES
CLAUSES = frozenset("clause provision".split())
_PARTS = frozenset("point item clause article".split())
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last other".split())
THINGS = frozenset("point term provision clause item condition step obligation commitment duty promise demand".split())
_NO_PROMISE = THINGS | {"day", "meeting", "thing"}
NEAR, _FAR = 6, 16
_FORBIDDEN = ("nsubjpass", "csubjpass", "csubj")
_OVER = frozenset("pass expire lapse end elapse come".split())
_THEMSELVES = frozenset("itself themselves himself herself".split())
_TAILS = frozenset("of to from for on between into in".split())


@dataclass(frozen=True, slots=True)
class Term:
    """A duty as a report states it: its first and last word, how surely it is stated, and in which form."""

    first: Token
    last: Token
    by: int
    form: str = ""


def in_form(form: str, terms: Iterable[Term]) -> Iterator[Term]:
    """The terms, each with the form in which it is told."""
    return (replace(term, form=form) for term in terms)


class OwedTerms:
    """Finds what somebody is said to owe, in whatever words."""

    def __init__(self, parse: Parse, vocabulary: ReportVocabulary) -> None:
        self.parse = parse
        classes = vocabulary.classes
        self.speech = vocabulary.speech
        self.texts = classes["agreement"] | classes["binding_text"]
        self.lists = classes["term_list"]
        self.forbids = classes["term_forbid"]
        self.asks = classes["term_ask"]
        self.does = classes["term_do"]
        self.no_terms = classes["no_term"]
        self._lists_terms = self.lists | self.forbids | self.asks
        self.held, self.duties = classes["ceasefire"], classes["duty_noun"]
        self._participles = {f"{verb.removesuffix('e')}ing": verb for verb in self._lists_terms}
        self.hostile = classes["attack"] | classes["violate"]
        self.roles = frozenset(vocabulary.roles)
        self.people = classes["group"] | classes["people"] | classes["state_camp"]

    def _is_text(self, token: Token) -> bool:
        return token.pos in ("NOUN", "PROPN") and token.lemma.lower() in self.texts

    def _is_numbered(self, token: Token) -> bool:
        """Whether a noun is a part of a text by its number: "point 4", "the third point"."""
        if token.lemma not in _PARTS:
            return False
        after = self.parse.tokens[token.i + 1 : token.i + 2]
        before = self.parse.tokens[token.i - 1 : token.i] if token.i else ()
        return any(t.pos == "NUM" for t in after) or any(t.lower in ORDINALS or t.pos == "NUM" for t in before)

    def _is_denied(self, verb: Token) -> bool:
        if verb.dep == "xcomp" and self.parse.tokens[verb.head].lemma in ("refuse", "decline", "fail"):
            return True
        return any(k.lower in NEGATED for k in self.parse.children(verb, "neg", "advmod")) or any(
            k.lower in ("nothing", "nobody") for k in self.parse.children(verb, "dobj", "nsubj")
        )

    def _is_deed(self, noun: Token) -> bool:
        """Whether a noun says that something is done: "exchange", "deployment"."""
        return noun.lemma.endswith(DEVERBAL) or noun.lemma in self.duties

    def _nothing_that(self, verb: Token) -> Sequence[Token]:
        """The subject of which a verb says nothing: "no fighter", "neither army", "none of the boats"."""
        verb = self.parse.tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
        subjects = self.parse.children(verb, "nsubj", "nsubjpass")
        return [s for s in subjects if any(k.lower in NONE for k in (s, *self.parse.children(s, "det", "preconj")))]

    def _is_asked(self, verb: Token) -> bool:
        """Whether a verb is told as what somebody is to do: "to pay"."""
        return verb.tag == "VB" and any(k.lower == "to" and k.i == verb.i - 1 for k in self.parse.children(verb, "aux"))

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
                # "A mine was to blame"
                return verb is not None and verb.tag == "VB" and token.lower in BE and verb.lower != "blame"
            if t.pos not in ("ADV", "PART", "DET", "PRON") or t.lower in ("there", "nobody", "nothing", "anything"):
                return False
        return False

    def _owed(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "Troops are to keep to agreed areas; liaison offices are to open"."""
        if token.lower in BE:
            yield from self._due_on(sentence, token)
        alone = token.lower == "ought" and token.dep != "aux"
        done = self.parse.children(token, "xcomp") if alone else (self.parse.tokens[token.head],)
        unmet = token.lower in ("should", "ought") and any(
            k.lower == "have" for verb in done for k in self.parse.children(verb)
        )
        if not (self._is_be_to(token) or unmet or (token.lower in MODALS and token.tag == "MD")):
            return
        verb = token if token.lower in BE or alone else self.parse.tokens[token.head]
        subjects: Sequence[Token] = self.parse.children(verb, "nsubj", "nsubjpass")
        if any(s.lower in ("i", "we", "you", "there") for s in subjects):
            return
        if verb.dep == "advcl" and any(s.lower in ("it", "this") for s in subjects):
            # "The withdrawal of the militia has not begun, although it was to be finished by May."
            for deed in self.parse.children(self.parse.tokens[verb.head], "nsubj", "nsubjpass"):
                if deed.pos == "NOUN" and self._is_deed(deed):
                    whole = self.parse.subtree(deed)
                    yield Term(whole[0], whole[-1], OWED)
                    return
        if token.i and self.parse.tokens[token.i - 1].lower == "who" and sentence[0].lower == "it":
            # "It is the rebels who must reopen the canal."
            subjects, verb = [], replace(verb, dep="relcl")
        elif verb.dep == "relcl" and any(s.lower in ("which", "that", "who") for s in subjects):
            # "The second stage of registration, which was to begin on 19 April": what it is said of tells the duty.
            who = any(s.lower == "who" for s in subjects)
            subjects = [] if who else [self._deed_over(self.parse.tokens[verb.head], subjects[0])]
        if none := self._nothing_that(verb):
            # "No fighters are supposed to be in the town"; "nobody was obliged to leave" tells of no duty.
            if any(t.lemma in BINDS for t in self.parse.tokens[token.i : token.i + 4]):
                return
            subjects = none
        low = min((t.i for s in subjects for t in self.parse.subtree(s)), default=token.i)
        if not subjects and verb.dep == "relcl":
            yield from self._owed_by_those_who(sentence, token, verb)
            return
        rest: Sequence[Token] = self.parse.tokens[low if 0 <= token.i - low < 12 else token.i : sentence[-1].i + 1]
        inside = [(s, t) for s in subjects for t in self.parse.subtree(s)]
        said = [t for s, t in inside if t.dep == "relcl" or (t.dep == "acl" and t.head == s.i)]
        if inserted := [t.i for clause in said for t in self.parse.subtree(clause) if t.i < token.i]:
            # "Work on the road, which passes through Leer, was to stop in May", "fighters who lay down arms are to be paid"
            begun = [t for t in rest if t.i < min(inserted)]
            rest = [*(begun[:-1] if begun and begun[-1].text == "," else begun), *(t for t in rest if t.i >= token.i)]
        rest = before_its_predicate(self.parse, tuple(rest), verb)
        for first, last in items(self.parse, self._up_to_teller(rest), owed=True):
            yield Term(first, last, OWED)

    def _owed_by_those_who(self, sentence: Sequence[Token], token: Token, verb: Token) -> Iterator[Term]:
        """ "The soldiers who must leave the town": who owes it is no duty; "the men who are to be freed" is one."""
        to = next((t for t in self.parse.tokens[token.i : token.i + 6] if t.lower == "to"), token)
        begins = min(to.i + 1, sentence[-1].i)
        deed = self.parse.tokens[begins]
        rest = before_its_predicate(self.parse, self.parse.tokens[begins : sentence[-1].i + 1], deed)
        whom = self.parse.subtree(self.parse.tokens[verb.head])[0]
        passive = deed.lower == "be" and 0 < begins - whom.i < NEAR + 4
        if passive and self.parse.tokens[verb.head].pos == "PRON":
            # "A list of those who are to be released"
            return
        for first, last in items(self.parse, self._up_to_teller(rest), owed=True)[:3]:
            if last.i > first.i:
                yield Term(whom if passive and first is rest[0] else first, last, OWED)

    def _due_on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "The withdrawal of heavy weapons was due on 15 June", "Its provisions are a ceasefire and ..."."""
        subject = next(iter(self.parse.children(self.parse.tokens[token.i], "nsubj")), None)
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if subject is None or subject.i > token.i or len(rest) < 3:
            return
        if subject.lower == "which" and token.dep == "relcl" and rest[0].lower == "due" and rest[1].lower in DUE_WHEN:
            # "The list of its locations, which was due on 8 July"
            if any(t.entity in ("DATE", "TIME") for t in rest[:4]):
                yield from self._told_of(self.parse.tokens[token.head], subject.i, OWED)
            return
        if subject.lemma in THINGS and any(k.lower == "its" for k in self.parse.children(subject, "poss")):
            for first, last in items(self.parse, rest, nouns=True):
                yield Term(first, last, BY_TEXT)
        elif rest[0].lower == "due" and subject.pos == "NOUN":
            # "Due with the commission on 1 November"
            by = next((t for t in rest[1:6] if t.lower in ("on", "by", "before", "within", "in")), None)
            if by is None or any(t.text == "," for t in rest[1:6] if t.i < by.i):
                return
            low = self.parse.subtree(subject)[0]
            when = self.parse.subtree(by)[-1]
            if self.parse.children(subject, "prep", "compound") and subject.i - low.i < 8:
                yield Term(low, when, OWED)

    def _promised(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They agreed to exchange prisoners", "gave assurances that the road would be opened"."""
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if token.pos == "VERB" and token.lemma in _PROMISES | VOWS and not self._is_denied(token):
            if token.lemma == "bind" and not any(t.lower in _THEMSELVES for t in rest[:1]):
                return
            to = self._begins(rest)
        elif token.pos == "NOUN" and token.lemma in WORDS_OF_HONOUR:
            given = token.lemma != "word" or bool(self.parse.children(token, "poss"))
            to = next((n for n, t in enumerate(rest[:6]) if t.lower in ("to", "that")), None) if given else None
        else:
            return
        yield from self._promised_thing(token, rest)
        if token.pos == "VERB" and to is None:
            yield from self._promised_would(token)
        if to is None or len(rest) < to + 2:
            return
        if (
            token.dep == "relcl"
            and rest[to].lower == "to"
            and any(t.lower in ("which", "that") for t in self.parse.children(rest[to + 1], "dobj"))
        ):
            # "The telephones, which the government undertook to restore": what it is said of tells the duty.
            yield from self._told_of(self.parse.tokens[token.head], self.parse.subtree(token)[0].i, OWED)
            return
        body = self._up_to_teller(rest[to + 1 :])
        if token.dep == "relcl" and body and self.parse.subtree(token)[-1].i >= body[0].i:
            # "The rebels, who had agreed to leave the dam, stayed."
            body = self._own_clause(token, body)
        bound = token.lemma == "commit" and body and body[0].tag == "VBG"
        if rest[to].lower == "to" and body and body[0].tag != "VB" and not bound:
            return
        for first, last in items(self.parse, body, owed=True)[:4]:
            # "Not to touch the candidates": without its first word it would say the opposite.
            forsworn = first is body[0] and to > 0 and rest[to - 1].lower in NEGATED | {"neither"}
            yield Term(rest[to - 1] if forsworn else first, last, PROMISED)

    def _begins(self, rest: Sequence[Token]) -> int | None:
        """Where "to" or "that" leads to what was promised: "agreed, through the Swiss, [to] stop", "pledged on 3 June [to] go"."""
        aside = (
            next((n for n, t in enumerate(rest[1:_FAR], 1) if t.text == ","), 0) if rest and rest[0].text == "," else 0
        )
        for n, token in enumerate(rest[:_FAR]):
            after = rest[n + 1 : n + 2]
            if n < aside:
                continue
            if (token.tag in ("VBD", "VBZ", "VBP", "MD") and (n or token.lower not in BE)) or token.text in (
                ";",
                ":",
                '"',
                "“",
            ):
                break
            if token.lower == "that" or (token.lower == "to" and after and (n < NEAR or after[0].tag == "VB")):
                if after and after[0].pos not in ("PRON", "PROPN") and after[0].lower not in BE:
                    return n
                if token.lower == "that" and after and after[0].lower not in BE:
                    return n
        return None

    def _promised_would(self, token: Token) -> Iterator[Term]:
        """ "Both sides promised they would not shell towns"."""
        for clause in self.parse.children(token, "ccomp"):
            would = [k for k in self.parse.children(clause, "aux") if k.lower in ("would", "will")]
            if would and clause.i > token.i and not any(t.text in ('"', "“") for t in self.parse.subtree(clause)):
                begins = self.parse.subtree(clause)[0]
                if begins.i != token.i + 1 or begins.lower in ("i", "we", "he", "she", "you"):
                    continue
                rest = self.parse.tokens[begins.i : self.parse.subtree(clause)[-1].i + 1]
                for first, last in items(self.parse, rest, owed=True)[:3]:
                    yield Term(first, last, PROMISED)

    def _promised_thing(self, token: Token, rest: Sequence[Token]) -> Iterator[Term]:
        """ "The guarantee of free movement for observers", "promised a list of those who are to be released"."""
        if token.pos == "NOUN":
            led = [t for lead in self.parse.children(token, "prep") for t in self.parse.children(lead, "pobj")]
            if led and rest and rest[0].lower == "of" and self._is_given(token, led[0]):
                below = self.parse.subtree(led[0])
                last = self._tail(led[0]) if below[-1].i <= led[0].i else below[-1]
                beside = [k for k in self.parse.children(token, "prep") if k.i == last.i + 1 and k.lower == "for"]
                # "A guarantee of safe passage for convoys", of which parsers make two.
                end = self.parse.subtree(beside[0])[-1].i if beside else last.i
                for first, last in items(self.parse, self.parse.tokens[below[0].i : end + 1], nouns=True)[:3]:
                    yield Term(first, last, PROMISED)
        elif token.lemma in ("promise", "pledge", "guarantee"):
            for thing in self.parse.children(token, "dobj"):
                if token.lemma == "guarantee" and rest and rest[0].pos not in ("DET", "ADJ", "NOUN", "PRON"):
                    # "Guaranteed behind closed doors that ..."
                    continue
                plain = thing.pos == "NOUN" and thing.i > token.i and thing.entity not in ("DATE", "TIME")
                if self._is_asked_after(thing):
                    # "Promised the mediators to leave the town": who was told.
                    continue
                if plain and not self._is_text(thing) and thing.lemma not in _NO_PROMISE | self.hostile:
                    for first, last in items(self.parse, self._up_to_teller(rest), nouns=True)[:3]:
                        yield Term(first, last, PROMISED)

    def _is_asked_after(self, thing: Token) -> bool:
        """Whether "to ..." follows somebody that something is done to."""
        after = self.parse.tokens[self.parse.subtree(thing)[-1].i + 1 :][:2]
        return len(after) > 1 and after[0].lower == "to" and after[1].tag == "VB"

    def _is_given(self, word: Token, thing: Token) -> bool:
        """Whether what is promised can be owed: "a promise of the release of ...", "guarantees of free access"."""
        if any(self._is_text(k) for k in self.parse.children(word, "poss")):
            # "The deal's promise of jobs for fighters"
            return True
        sure = word.lemma in ("guarantee", "assurance") and thing.pos == "NOUN" and thing.lemma not in self.people
        return (
            self._is_deed(thing)
            or thing.lemma in BANS - _WHILES
            or (sure and bool(self.parse.children(thing, "amod", "prep")))
        )

    def _until(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They have thirty days to reach the camps", "had until May to leave"."""
        given = token.lemma == "give" and bool(self.parse.children(token, "auxpass"))
        if (token.lemma != "have" and not given) or token.pos not in ("VERB", "AUX"):
            return
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if rest and rest[0].lower == "to" and len(rest) > 1 and rest[1].tag == "VB" and token.pos in ("VERB", "AUX"):
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

    def _told_of(self, noun: Token, end: int, by: int) -> Iterator[Term]:
        """What a clause behind a comma is said of: the release, in "the release of captives, which they promised"."""
        aside = self.parse.tokens[end - 1].text == ","
        return self._in_front(self._top(noun) if aside else noun, end, by)

    def _top(self, noun: Token) -> Token:
        """The noun that another one only says more of: the "amnesty" of "amnesty for tax debts"."""
        while noun.dep == "pobj":
            above = self.parse.tokens[self.parse.tokens[noun.head].head]
            if above.pos != "NOUN" or above.i > noun.i:
                break
            noun = above
        return noun

    def _deed_over(self, noun: Token, relative: Token) -> Token:
        """What "which" behind a comma stands for: the handover of "the handover of the barracks, which ..."."""
        top = self._top(noun) if self.parse.tokens[relative.i - 1].text == "," else noun
        return top if self._is_deed(top) and not self._is_deed(noun) else noun

    def _in_front(self, noun: Token, end: int, by: int) -> Iterator[Term]:
        """What a noun names, without what is said of it from the word number `end` on."""
        words = [t for t in self.parse.subtree(noun) if t.i < end and noun.i - t.i < NEAR]
        while words and words[-1].pos in ("PUNCT", "ADP"):
            words = words[:-1]
        if words:
            yield Term(words[0], words[-1], by)

    def _tail(self, noun: Token) -> Token:
        """The last word of what a noun is of, from, for or to: "payment [of wages to the guards]"."""
        last = noun
        for kid in self.parse.children(noun, "prep"):
            below = self.parse.subtree(kid)
            broken = any(t.pos in ("PUNCT", "VERB", "AUX") for t in below) or kid.lower not in _TAILS
            if broken or below[0].i != last.i + 1:
                break
            last = below[-1]
        return last

    def _clause_called(self, clause: Token) -> Iterator[Term]:
        """ "The disarmament clause": a part of a text by what is owed."""
        for kid in self.parse.children(clause, "amod", "compound"):
            if kid.i == clause.i - 1 and self._is_deed(kid):
                yield Term(kid, kid, OWED)

    def _banned(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "The ban on flights", "the duty to free prisoners", "flights are banned", "no side may recruit"."""
        if token.pos == "NOUN" and token.lemma in BANS and token.i < sentence[-1].i - 1:
            after = self.parse.tokens[token.i + 1]
            goals = self.parse.children(after, "pobj", "pcomp") if after.lower in ("on", "of", "for", "against") else ()
            below = self.parse.subtree(after)[:10] if goals and goals[0].entity not in ("DATE", "TIME") else ()
            if after.lower == "to" and self.parse.tokens[token.i + 2].tag == "VB":
                below = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
            elif after.lower == "of":
                # "The obligation of the army to pay compensation"
                asked = [k for k in self.parse.children(token, "acl") if self._is_asked(k)]
                below = self.parse.tokens[after.i : self.parse.subtree(asked[0])[-1].i + 1] if asked else below
            for whom in self._for_somebody(sentence, token):
                yield whom
                return
            if token.lemma in ("time", "period"):
                return
            named = [t for k in self.parse.children(token, "compound", "amod") for t in self.parse.subtree(k)]
            named = [t for t in named if token.i - len(named) <= t.i < token.i]
            # "The deadline for the withdrawal of troops passed in January"
            over = next((n for n, t in enumerate(below) if t.lemma in _OVER and t.tag in ("VBN", "VBD")), len(below))
            for first, last in items(self.parse, [*named, token, *below[:over]])[:1] if below else ():
                yield Term(first, last, OWED)
        elif token.pos == "VERB" and token.lemma in self.forbids | ALLOWS and self.parse.children(token, "auxpass"):
            tells = token.lemma in ("ban", "bar", "forbid", "prohibit", "outlaw") or (
                token.lemma in ALLOWS and (self._is_denied(token) or bool(self._nothing_that(token)))
            )
            for subject in self.parse.children(token, *_FORBIDDEN) if tells and token.tag == "VBN" else ():
                low = min(t.i for t in self.parse.subtree(subject))
                for first, last in items(self.parse, self.parse.tokens[low : sentence[-1].i + 1])[:1]:
                    yield Term(first, last, OWED)
        elif token.lower == "may" and token.tag == "MD":
            verb = self.parse.tokens[token.head]
            under = [k for k in self.parse.children(verb, "prep") if k.lower == "under"]
            allowed = any(self._is_text(t) for k in under for t in self.parse.children(k, "pobj"))
            if self._nothing_that(verb) or self._is_denied(verb) or allowed:
                low = min(
                    (t.i for s in self.parse.children(verb, "nsubj", "nsubjpass") for t in self.parse.subtree(s)),
                    default=token.i,
                )
                end = under[0].i if allowed and under[0].i > verb.i else sentence[-1].i + 1
                for first, last in items(self.parse, self.parse.tokens[low:end])[:2]:
                    yield Term(first, last, OWED)

    def _for_somebody(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "The deadline for both sides to leave the town"."""
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if token.lemma in _WHILES:
            # "The time limit of three months for all fighters to leave expired"
            rest = rest[next((n for n, t in enumerate(rest[:9]) if t.lower == "for"), 0) :]
            rest = rest[: next((n for n, t in enumerate(rest) if n > 1 and t.tag in ("VBD", "VBZ")), len(rest))]
            if len(rest) > 2 and rest[0].lower == "for" and rest[1].lower.endswith("ing"):
                # "The time for handing in weapons ended at midnight."
                for first, last in items(self.parse, rest[1:])[:1]:
                    yield Term(first, last, OWED)
                return
        to = next((n for n, t in enumerate(rest[:10]) if t.lower == "to"), None)
        if not rest or rest[0].lower != "for" or to is None or len(rest) < to + 2 or rest[to + 1].tag != "VB":
            return
        if any(t.text == "," or t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest[:to]):
            return
        for first, last in items(self.parse, rest[1:])[:1]:
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
