"""What a report says of a duty that it does not quote: who owes what, where, by when, on what condition.

The words come from where the report speaks of the duty, and from claims about it that tell what is owed or what was done of
it. An accusation tells of something else than the duty, and gives none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from trucewatch.core.date_words import MONTHS, WEEKDAYS
from trucewatch.core.model import NOT_STATED, Document, Missing, Slots
from trucewatch.core.parse import PLACE_LABELS, Parse, Token
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.reports import ReportVocabulary

from .draft import Draft
from .duty_phrases import BROKEN, DEVERBAL, NO_ACTS, NO_THINGS, DutyMention, noun_phrase, whole_words
from .term_items import TIMES

# Claims that tell what is owed, and claims that tell of doing it or leaving it undone.
TELLS_OWED = frozenset("COMMIT CALL_TO_COMPLY AMEND REPORT_PRIVATE_COMMIT".split())
_DONE = frozenset(
    "CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PARTIAL REPORT_PROGRESS REPORT_NOT_DONE MISSED_DEADLINE".split()
)
# What only those words give that tell what is owed: who did something somewhere is not who had to, and where.
_TERMS = ("bearer", "place", "deadline", "condition", "verifier")
_OBJECTS = ("dobj", "nsubjpass", "attr")
# What leads from a verb to the act that is meant: "agreed to free", "has begun pulling back", "is to leave".
_BELOW = ("xcomp", "ccomp", "pcomp")
_LEADS = ("DET", "PUNCT", "SPACE", "ADP", "PART", "CCONJ")
# Of these, words that say how many or none: "all prisoners", "no armed men".
_HOW_MANY = frozenset("all both each every any no neither half".split())
_GIVES = frozenset({"give", "have"})
# Names of a duty as such, and of a time: they say nothing of what is done.
_DUTIES = frozenset("commitment obligation duty undertaking pledge promise word".split())
_SPANS = frozenset("hour day week month year".split())
# Who is asked to do something is its bearer, not who asks.
_CALLS = frozenset("ask oblige require order bind allow let force invite call urge demand instruct tell".split())
# What these are done to is who hears it.
_TELLS = frozenset("tell inform remind assure warn notify".split())
_ON = frozenset("on upon to".split())
_BY = frozenset("by within before until till".split())
_WHERE = frozenset(
    "in at on from to into near along across around inside outside through between beyond over off towards".split()
)
_IF = frozenset("if once unless when until before provided".split())
_CHECKS = frozenset("verify monitor observe supervise certify oversee inspect check".split())
_NAMES = ("GPE", "NORP", "ORG", "PERSON")
_WHO = ("group", "third_party", "people", "body", "rebel_camp")
_LONGEST = 16


@dataclass
class _Found:
    """Ranges of the working text by slot, in the order in which they were met."""

    ranges: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, slot: str, words: Sequence[Token]) -> None:
        """Counts words in, without what leads to them."""
        kept = list(words)
        while len(kept) > 1 and kept[0].pos in _LEADS and kept[0].lower not in _HOW_MANY:
            kept.pop(0)
        while kept and (kept[-1].pos in ("PUNCT", "SPACE", "CCONJ") or kept[-1].dep == "prep"):
            kept.pop()
        if kept and any(t.pos not in ("PRON", "DET") for t in kept):
            self.ranges.setdefault(slot, []).append((kept[0].start, kept[-1].end))


class DutySlots:
    """Fills the slots of the duties of one report."""

    def __init__(self, document: Document, parse: Parse, vocabulary: ReportVocabulary) -> None:
        self.document = document
        self.parse = parse
        classes = vocabulary.classes
        self._speech = vocabulary.speech
        self._calls = frozenset(verb for verb, manner in vocabulary.speech.items() if manner == "call") | _CALLS
        self._who = frozenset(vocabulary.roles).union(*(classes[name] for name in _WHO))
        self._texts = classes["agreement"]
        self._acts = frozenset(noun for duty in vocabulary.duties for noun in duty.nouns)
        self._at = {t.start: t for t in parse.tokens}

    def of(
        self, mentions: Iterable[DutyMention], drafts: Iterable[Draft], others: Sequence[tuple[int, int]] = ()
    ) -> Slots:
        """The slots of a duty, from its mentions and the claims about it; a reason where nothing was found.

        What stands in the words of other duties is theirs: "A by 30 June and B by 15 July".
        """
        found, done, mentions = _Found(), _Found(), tuple(mentions)
        for mention in mentions:
            words = self._within(mention.start, mention.end)
            if mention.name and words and (mention.told == BROKEN or words[0].pos == "PROPN"):
                # "Ceasefire violations", "the Cessation of Hostilities Agreement": it goes by this name, too.
                done.add("action", words)
            if mention.told == BROKEN or mention.owed < 0:
                continue
            inside = {t.i for t in words}
            top = next((t for t in words if t.head not in inside or t.head == t.i), None)
            if top is not None:
                self._fill(found if mention.required else done, top)
        places = [(m.start, m.end) for m in mentions if m.required]
        for draft in drafts:
            if draft.stance in TELLS_OWED and any(draft.start <= a and b <= draft.end for a, b in places):
                # The duty's own words tell the rest: "undertook to lift A and to free B" states two.
                whose = _Found()
                self._fill(whose, draft.head)
                found.ranges.setdefault("bearer", []).extend(whose.ranges.get("bearer", ()))
            elif draft.stance in TELLS_OWED | _DONE:
                self._fill(found if draft.stance in TELLS_OWED else done, draft.head)
        for name in done.ranges.keys() - _TERMS:
            found.ranges.setdefault(name, []).extend(done.ranges[name])
        theirs = [o for o in others if not any(o[0] < m.end and m.start < o[1] for m in mentions)]
        slots = {
            name: [r for r in ranges if not any(a <= r[0] and r[1] <= b for a, b in theirs)]
            for name, ranges in found.ranges.items()
        }
        return Slots(**{name: self._spans(ranges) for name, ranges in slots.items()})

    def _within(self, start: int, end: int) -> list[Token]:
        first = self._at.get(start)
        if first is None:
            return []
        return list(takewhile(lambda t: t.start < end, self.parse.tokens[first.i :]))

    def _spans(self, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...] | Missing:
        """The ranges as spans, each wording once, the fuller one of two that stand in each other."""
        ranges = [whole_words(self.document.text, *r) for r in ranges]
        whole = [r for r in ranges if not any(o != r and o[0] <= r[0] and r[1] <= o[1] for o in ranges)]
        texts: dict[str, tuple[int, int]] = {}
        for start, end in sorted(set(whole)):
            texts.setdefault(self.document.text[start:end].casefold(), (start, end))
        return tuple(self.document.span(*r) for r in texts.values()) or NOT_STATED

    # ------------------------------------------------------------------ words

    def _fill(self, found: _Found, top: Token) -> None:
        if top.pos in ("VERB", "AUX"):
            self._of_verb(found, top)
        elif top.pos == "NOUN":
            self._of_noun(found, top)

    def _of_verb(self, found: _Found, top: Token) -> None:
        parse = self.parse
        verb, chain = top, [top]
        while (below := self._below(verb)) is not None:
            verb = below
            chain.append(verb)
        if verb.pos == "AUX":
            return
        if verb.lemma in self._speech or verb.lemma in self._calls:
            # Who announces or demands something need not be who owes it.
            for kid in parse.children(verb, *_OBJECTS) if verb.lemma not in _TELLS else ():
                if kid.pos == "NOUN" and self._is_thing(kid) and not self._is_somebody(kid):
                    self._of_noun(found, kid)
            return
        if verb.lemma not in NO_ACTS:
            found.add("action", [verb, *(k for k in parse.children(verb, "prt") if k.i == verb.i + 1)])
        passive = bool(parse.children(verb, "auxpass"))
        for kid in parse.children(verb, *_OBJECTS):
            if self._is_thing(kid):
                found.add("object", noun_phrase(self.parse, kid))
        for given in self._times_given(chain):
            found.add("deadline", noun_phrase(self.parse, given))
        doer = self._doer(chain)
        if doer is not None and passive and doer.head != verb.i:
            found.add("object", noun_phrase(self.parse, doer))
        elif doer is not None and doer.dep != "nsubjpass" and self._is_somebody(doer):
            found.add("bearer", noun_phrase(self.parse, doer))
        for agent in parse.children(verb, "agent"):
            for noun in parse.children(agent, "pobj"):
                if self._is_somebody(noun):
                    found.add("verifier" if verb.lemma in _CHECKS else "bearer", noun_phrase(self.parse, noun))
        for kid in parse.children(verb, "advcl"):
            below_it = parse.subtree(kid)
            if len(below_it) <= _LONGEST and any(k.lower in _IF for k in parse.children(kid, "mark", "advmod")):
                found.add("condition", below_it)
        self._around(found, verb)

    def _below(self, verb: Token) -> Token | None:
        """The next verb on the way to the act that is meant: "free" for "agreed to free"."""
        times = self._times_given([verb])
        given = [k for time in times for k in self.parse.children(time, "acl", "relcl")]
        given += self.parse.children(verb, "advcl") if times else ()
        for kid in (*self.parse.children(verb, *_BELOW), *given):
            if kid.pos in ("VERB", "AUX") and kid.i > verb.i:
                return kid
        return None

    def _times_given(self, chain: Sequence[Token]) -> list[Token]:
        """What time somebody gets to do something: "ten days" of "gives the army ten days to leave"."""
        return [
            k
            for verb in chain
            if verb.lemma in _GIVES
            for k in self.parse.children(verb, "dobj", "npadvmod")
            if k.entity in TIMES or k.lemma in _SPANS
        ]

    def _is_thing(self, noun: Token) -> bool:
        """Whether something is done to what a noun names: no time, no duty as such, not "place" of "took place"."""
        if noun.entity in TIMES or noun.lemma in _DUTIES:
            return False
        return noun.lemma not in NO_THINGS or bool(self.parse.children(noun))

    def _doer(self, chain: Sequence[Token]) -> Token | None:
        """Who does what a chain of verbs leads to: "the army" in "the army agreed to leave" and "urged the army to leave"."""
        parse = self.parse
        for at in range(len(chain) - 1, -1, -1):
            own = parse.children(chain[at], "nsubj", "nsubjpass")
            asks = chain[at].lemma in self._calls or chain[at].lemma == "give"
            if own and (at == len(chain) - 1 or not asks):
                return own[0]
            if at < len(chain) - 1 and asks:
                on = [o for k in parse.children(chain[at], "prep") for o in parse.children(k, "pobj") if k.lower in _ON]
                near = (*parse.children(chain[at], "dative", "dobj", "nsubjpass"), *on)
                asked = [k for k in near if k.i < chain[at + 1].i]
                return asked[0] if asked else None
        return None

    def _of_noun(self, found: _Found, noun: Token) -> None:
        parse = self.parse
        if noun.lemma not in self._acts and not noun.lemma.endswith(DEVERBAL):
            found.add("object", noun_phrase(self.parse, noun))
            return
        found.add("action", [*(k for k in parse.children(noun, "compound") if k.i == noun.i - 1), noun])
        for kid in parse.children(noun, "prep"):
            for thing in parse.children(kid, "pobj") if kid.lower == "of" else ():
                if self._is_thing(thing):
                    found.add("object", noun_phrase(self.parse, thing))
        for whose in parse.children(noun, "poss"):
            if self._is_somebody(whose):
                found.add("bearer", noun_phrase(self.parse, whose))
        self._around(found, noun)

    def _is_somebody(self, noun: Token) -> bool:
        if noun.pos not in ("NOUN", "PROPN") or noun.lemma.lower() in self._texts:
            return False
        return noun.entity in _NAMES or noun.lemma.lower() in self._who

    def _around(self, found: _Found, head: Token) -> None:
        """Where and by when, as phrases beside a verb or a noun."""
        for kid in self.parse.children(head, "prep"):
            for goal in self.parse.children(kid, "pobj"):
                words = noun_phrase(self.parse, goal)
                if goal.entity in TIMES:
                    if kid.lower in _BY:
                        found.add("deadline", [*words, *self._rest_of_time(words[-1])])
                elif kid.lower in _WHERE and self._is_site(goal):
                    found.add("place", words)
                elif kid.lower in _WHERE and self._is_thing(goal) and not self.parse.children(head, *_OBJECTS):
                    # "Return to barracks": where the act leads says what it is done to.
                    found.add("object", words)

    def _rest_of_time(self, last: Token) -> list[Token]:
        """What of a day or an hour stands behind a word: "24" of "February 24"."""
        return list(takewhile(lambda t: t.entity in TIMES, self.parse.tokens[last.i + 1 :]))

    def _is_site(self, goal: Token) -> bool:
        """Whether it is a place by its label, or by a name that is nobody's."""
        word = goal.lemma.lower()
        named = goal.pos == "PROPN" and goal.entity in ("", "ORG") and word not in self._texts | self._who
        # "Palm Sunday" and "10 March" are taken for places.
        day = word in WEEKDAYS or (word in MONTHS and any(k.text.isdigit() for k in self.parse.children(goal)))
        return (goal.entity in PLACE_LABELS or named) and not day
