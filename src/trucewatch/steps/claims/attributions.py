"""Who is said to say a sentence, found by the shape of the attribution rather than by how a parser ties it.

", the minister boasts", ", wrote the Elders,", "according to X", "In Bogotá's telling,", "For the rebels,",
"The spokesman had a different story: ...". Parsers tie these to their words in many ways and often wrongly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.core.parse import FINITE, Parse, Token

from .attribution_words import NOUNS, RELATIVE, SUBORDINATE, CanSpeak, Clause, IsActor, begins_quoted
from .label_words import heads_words, is_day_and_place, is_meant_for, is_time
from .phrase_bounds import ALERTS, QUESTIONED, finite_forms
from .voices import REACHED, is_certain, is_rejoinder

_STARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV"})
_HEADINGS = frozenset("note take reading update summary background verdict point".split())
_ABOUT = frozenset("on as about regarding concerning with re".split())
_ADDRESSED = frozenset("tell inform notify brief answer address remind assure quote cite see hear meet".split())
_CONTRAST = frozenset("while whereas although though".split())
_JOINS = frozenset("but and yet".split())
_VIEWS = frozenset(
    "view opinion eye reading estimation word account understanding judgement judgment telling reckoning estimate "
    "scheme count version mind interpretation assessment analysis belief calculation logic terms book log".split()
)
_VOUCHES = frozenset("verify confirm certify establish attest record report note document observe witness".split())
# How something is reported, not by whom.
_BY = frozenset("telephone phone radio letter e-mail email telegram satellite".split())
_VIEWED = frozenset("in by to".split())
_STATES = frozenset("be seem look mean remain stand count appear sound matter concern cover fall owe come".split())
# Words that are a noun far more often than a verb of saying.
_NAMES_A_THING = frozenset(
    "list order present style rule phrase detail outline document log register count label brand term message point post "
    "note record radio cable charge hold".split()
)
_LONGEST_ASIDE = 22
_LONGEST_TAIL = 12
_LONGEST_NAMED = 24
# Whom posts name by one word before a colon: "Army: rebels broke the truce".
_LABELS = frozenset(
    "army military police government govt opposition rebels junta coalition presidency mission un".split()
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the speaker, the verb (or preposition), token ranges of what is said.

    `words` is the working-text range of the phrase that names the speaker, where the shape shows it.
    """

    speaker: Token
    verb: Token
    contents: tuple[tuple[int, int], ...]
    words: tuple[int, int] | None = None

    def covers(self, token: Token) -> bool:
        """Whether a token belongs to what is said."""
        return any(low <= token.i < high for low, high in self.contents)


def find_attributions(
    parse: Parse,
    bounds: tuple[int, int],
    speech: Mapping[str, str],
    can_speak: CanSpeak,
    is_actor: IsActor,
    *,
    in_turn: bool = False,
) -> list[Attribution]:
    """The attributions of a sentence; each half of "...; ..." is looked at on its own. `in_turn` says that somebody speaks it."""
    found: list[Attribution] = []
    for low, high in _halves(parse, bounds):
        finder = _Finder(parse, low, high, speech, can_speak, is_actor)
        found += finder.asides() or finder.fronted() or finder.before_colon(bounds[1], in_turn=in_turn)
    return found


def _halves(parse: Parse, bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    low, quoted = bounds[0], begins_quoted(parse, *bounds)
    for token in parse.tokens[bounds[0] : bounds[1]]:
        quoted ^= token.text == '"'
        if token.text == ";" and not quoted:
            yield low, token.i
            low = token.i + 1
    if low < bounds[1]:
        yield low, bounds[1]


class _Finder(Clause):
    """Looks for attributions in the tokens from `low` to `high`."""

    # ------------------------------------------------------------------ "..., the minister said, ..."

    def asides(self) -> list[Attribution]:
        """The first verb of saying that stands with its speaker between commas, or at the end after one."""
        for i in range(self.low + 1, self.high):
            verb = self.tokens[i]
            says = i not in self._quoted and self._says_so(verb)
            if not says and (i in self._quoted or not self._goes_on_speaking(i)):
                continue
            found = self._after_speaker(verb) or (self._before_speaker(verb) if says else None)
            if found is not None:
                return [found]
        return []

    def _goes_on_speaking(self, at: int) -> bool:
        """Whether "went on" or "keeps repeating" stands beside the words of somebody: "The troops, he went on, had left"."""
        if self.tokens[at].lemma == "keep" and at + 1 < self.high:
            says = self.tokens[at + 1]
            return says.tag == "VBG" and says.lemma in self.speech
        if self.tokens[at].lemma != "go":
            return False
        on = self.tokens[at + 1 : at + 3]
        return len(on) == 2 and on[0].lower == "on" and self._stops(on[1].i)

    def _says_so(self, verb: Token) -> bool:
        """Whether a word is a verb of saying with its own time: "said", "has told", a last word taken for a noun."""
        if verb.pos not in ("VERB", "AUX"):
            before = self.tokens[verb.i - 1]
            last = verb.i + 1 == self.high
            if before.pos not in NOUNS or not (last or self.tokens[verb.i + 1].text == ","):
                return False
            if not verb.text.islower():
                # "Portugal, Russia and the United States, observers of the accord, ..."
                return False
            told = verb.lower in self.speech and verb.lower not in _NAMES_A_THING
            return told or (verb.lower[-1:] in "sde" and verb.lower in finite_forms(frozenset(self.speech)))
        if verb.lemma not in self.speech:
            return False
        if verb.dep == "acl" and verb.tag == "VBN" and self._closes(verb):
            return True
        helped = any(k.lemma == "have" for k in self.parse.children(verb, "aux"))
        return verb.tag in FINITE or (verb.tag == "VBN" and helped and not self.parse.children(verb, "auxpass"))

    def _closes(self, verb: Token) -> bool:
        """Whether what parsers take for a participle is what somebody did: "..., the mission reported on Friday"."""
        who, form = self.tokens[verb.i - 1], verb.lower
        start = self._phrase_start(verb.i)
        before = self.tokens[start - 1].text if start > self.low else ""
        tail = self.tokens[verb.i + 1 : self.high]
        agents = [o for k in self.parse.children(verb, "agent") for o in self.parse.children(k, "pobj")]
        plain = len(tail) < _LONGEST_TAIL and not any(
            t.pos in ("VERB", "AUX") or t in agents for t in tail if t.lemma not in _BY
        )
        return form.endswith("ed") and who.i == verb.head and before == "," and plain and self.is_actor(who)

    def _after_speaker(self, verb: Token) -> Attribution | None:
        """ "..., the Kurdish ministry believes, ..." """
        start = before = self._phrase_start(verb.i)
        if start > self.low + 1 and all(t.pos in ("ADV", "AUX") for t in self.tokens[start : verb.i]):
            # "..., the minister, in a letter to the mission, said"
            before = self._before_insertion(start)
            start = self._phrase_start(before)
        if start == self.low or verb.i - start > _LONGEST_ASIDE:
            return None
        if self.tokens[start].lower == "as" and self.speech.get(verb.lemma) in ("promise", "call"):
            # "..., as the monitors had asked": what was asked for is no saying of what was done.
            return None
        if self.tokens[start].lower in ("so", "as", "or"):
            start += 1
        words = self.tokens[start : before if before > start else verb.i]
        if not words or words[0].pos not in _STARTS or words[0].lower in RELATIVE:
            return None
        if any(t.lower in SUBORDINATE for t in words):
            # "..., three years after it declared a ceasefire"
            return None
        speaker = self._noun(start, start + len(words))
        if speaker is not None and is_rejoinder(self.parse, speaker):
            return None
        if any(not self.is_actor(k) and k.entity not in ("DATE", "TIME") for k in self.parse.children(verb, "dobj")):
            # "..., the mission saw a trench, some forty metres long"
            return None
        end = self._end_of_tail(verb.i + 1)
        taken_for_noun = verb.pos not in ("VERB", "AUX") and verb.i + 1 == self.high
        if speaker is None and taken_for_noun and self.tokens[verb.i - 1].pos in NOUNS:
            speaker = self.tokens[verb.i - 1]
        if speaker is None or end is None or not self._owns(speaker, verb):
            return None
        if verb.pos == "NOUN" and verb.lower in self.speech and speaker.tag not in ("NNS", "NNPS"):
            # ", two hosts confide," but not "..., a report"
            return None
        last = start + len(words) - 1
        while last > speaker.i and self.tokens[last].pos in ("ADV", "AUX", "PART", "PUNCT"):
            last -= 1
        return self._attribution(speaker, verb, start, end, (self.tokens[start].start, self.tokens[last].end))

    def _before_insertion(self, start: int) -> int:
        """Where the words end before a phrase between commas that says where, when or how, and that ends at `start`."""
        inserted = self._phrase_start(start - 1)
        words = self.tokens[inserted : start - 1]
        if not words:
            return start
        first, named = words[0], all(t.pos == "PROPN" for t in words)
        reached = first.tag in ("VBG", "VBN", "WP") or (first.tag == "VBD" and first.lemma in REACHED)
        circumstance = reached or named or first.pos in ("ADP", "ADV", "SCONJ")
        commas = self.tokens[start - 1].text == "," and inserted > self.low and self.tokens[inserted - 1].text == ","
        return inserted - 1 if circumstance and commas else start

    def _owns(self, speaker: Token, verb: Token) -> bool:
        """Whether nothing but the speaker's own clauses stands between speaker and verb."""
        between = self.tokens[speaker.i + 1 : verb.i]
        if any(t.lower in RELATIVE for t in between):
            return True
        return not any(t.tag in FINITE and t.pos == "VERB" for t in between)

    def _before_speaker(self, verb: Token) -> Attribution | None:
        """ "..., wrote the Elders, ..." """
        if verb.tag not in FINITE or not self._stops(verb.i - 1):
            return None
        end = verb.i + 1
        while end < self.high and not self._stops(end):
            end += 1
        if end == verb.i + 1 or end - verb.i > _LONGEST_ASIDE or self.tokens[verb.i + 1].pos not in _STARTS - {"ADV"}:
            return None
        speaker = self._noun(verb.i + 1, end)
        if speaker is None or not self._inverted(verb, speaker) or self._acts(speaker, end):
            return None
        last = end - 1
        for i in range(speaker.i + 1, end):
            if self.tokens[i].lower in RELATIVE or self.tokens[i].pos == "SCONJ":
                last = i - 1
                break
        words = (self.tokens[verb.i + 1].start, self.tokens[last].end)
        return self._attribution(speaker, verb, verb.i, end, words)

    def _acts(self, noun: Token, end: int) -> bool:
        """Whether a noun behind a verb of saying begins what is said: "X, said the patrol had come under fire"."""
        behind = self.tokens[noun.i + 1 : end]
        clause = next((t for t in behind if t.tag in FINITE or t.lower in RELATIVE), None)
        return clause is not None and clause.lower not in RELATIVE

    def _inverted(self, verb: Token, speaker: Token) -> bool:
        """Whether the speaker follows: not in "Qatar, which hosted the talks, urged both sides", a verb with an object."""
        if verb.lemma in _ADDRESSED and verb.lemma not in ("answer", "quote", "cite", "hear"):
            # "He blamed the budget and, on 8 November, told the board ...": the board hears it.
            return False
        before = any(k.i < verb.i for k in self.parse.children(verb, "nsubj"))
        if not before:
            return True
        plain = self.speech[verb.lemma] in ("say", "admit", "find") and verb.lemma not in _ADDRESSED
        return plain and self.is_actor(speaker)

    def _end_of_tail(self, start: int) -> int | None:
        """Where "told reporters in Srinagar" ends; None when more than a tail follows."""
        for i in range(start, min(self.high, start + _LONGEST_TAIL)):
            token = self.tokens[i]
            if self._stops(i):
                return None if token.text == ":" else i
            more = token.lower in ("that", "whether") or (token.tag in ("VB", "VBG") and i == start + 1)
            if more or token.tag in FINITE:
                return None
        return self.high if self.high - start < _LONGEST_TAIL else None

    def _attribution(
        self, speaker: Token, verb: Token, start: int, end: int, words: tuple[int, int]
    ) -> Attribution | None:
        before = (self._joined_from(start, end), max(self.low, start - 1))
        after = (end + 1, self.high)
        parts = [before] if self._says(before) else []
        asked = self.tokens[self.low].lower in QUESTIONED and self.tokens[start - 1].lower == "as"
        # "Asked whether the navy had fired, as the rebels say, the minister replied ...": that is not what they say.
        if end < self.high and not asked and self._goes_on(after, bool(parts)):
            parts = [before, after]
        if not parts or not any(self._has_verb(part) for part in parts):
            return None
        return Attribution(speaker, verb, tuple(p for p in parts if p[1] > p[0]), words)

    def _joined_from(self, start: int, end: int) -> int:
        """Where the clause begins in which an aside stands: in "They signed it and, analysts say, have kept it" behind "and"."""
        for verb in self.tokens[end : self.high]:
            above = self.tokens[verb.head]
            if verb.dep != "conj" or not self.low <= above.i < start or above.pos not in ("VERB", "AUX"):
                continue
            joins = [k for k in self.parse.children(above, "cc") if above.i < k.i < start]
            if joins and above.i not in self._quoted and not self._has_verb((joins[-1].i, start)):
                return joins[-1].i
        return self.low

    def _goes_on(self, part: tuple[int, int], said: bool) -> bool:
        """Whether what follows the aside is said too; "..., who wants more money" and ", adding" are the speaker's."""
        low, high = part
        if high - low < 1:
            return False
        first = self.tokens[low]
        if first.lower in RELATIVE | _CONTRAST | {"for"} and said:
            return False
        if said and (first.tag in ("VBG", "VBN") or self._others_speak(part)):
            return False
        return said or self._has_verb(part)

    def _others_speak(self, part: tuple[int, int]) -> bool:
        """Whether somebody else has a say in what follows: "..., an official said, but the rebels denied it"."""
        if self.tokens[part[0]].lower not in _JOINS:
            return False
        says = (t for t in self.tokens[slice(*part)] if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass"))
        verb = next(says, None)
        if verb is None or verb.lemma not in self.speech or verb.i in self._quoted:
            return False
        return any(k.i > part[0] and self.is_actor(k) for k in self.parse.children(verb, "nsubj"))

    # ------------------------------------------------------------------ "According to X, ...", "For X, ..."

    def fronted(self) -> list[Attribution]:
        """ "According to X", "in X's telling", "by X's count" anywhere; "for X", "to X" in front of a view."""
        for i in range(self.low, self.high):
            token = self.tokens[i]
            if i in self._quoted:
                continue
            found = None
            if token.lower == "according" and i + 2 < self.high and self.tokens[i + 1].lower == "to":
                found = self._by_phrase(token, i, i + 2)
            elif token.lower == "as" and self._is_vouched(i):
                found = self._by_phrase(token, i, i + 3)
            elif token.lower in _VIEWED and token.dep != "aux":
                found = self._in_the_view(token)
            if found is None and i == self._first() and token.lower in ("for", "to"):
                found = self._for_somebody(token)
            if found is not None:
                return [found]
        return []

    def _is_vouched(self, at: int) -> bool:
        """Whether "as verified by" stands there: "The guns have left the strip, as verified by the mission"."""
        words = self.tokens[at : min(at + 4, self.high)]
        set_off = at == self._first() or self._stops(at - 1)
        vouched = set_off and len(words) > 3 and words[1].lemma in _VOUCHES and words[2].lower == "by"
        return vouched and not (words[1].lemma == "report" and self._is_said_before(at))

    def _is_said_before(self, at: int) -> bool:
        """Whether somebody else is said to say it, so that it only was printed: "The army said, as reported by Reuters, that"."""
        return any(t.lemma in self.speech and t.tag in FINITE and t.pos == "VERB" for t in self.tokens[self.low : at])

    def _by_phrase(self, verb: Token, start: int, noun_from: int) -> Attribution | None:
        end = self._phrase_end(noun_from)
        if start == self._first() and (
            end == self.high or not self._stops(end) or self.tokens[noun_from].pos == "PRON"
        ):
            # "According to him the army hit back"
            meant = self.parse.children(self.tokens[noun_from - 1], "pobj")
            end = self.parse.subtree(meant[0])[-1].i + 1 if meant else end
        speaker = self._noun(noun_from, end)
        name = self._phrase_end(end + 1)
        if speaker is not None and name < self.high and all(t.pos == "PROPN" for t in self.tokens[end + 1 : name]):
            # "According to its commander, Major Proaño, ..."
            end = name
        words = (self.tokens[noun_from].start, self.tokens[end - 1].end)
        return self._around(speaker, verb, start, end, words) if speaker is not None else None

    def _around(
        self, speaker: Token, verb: Token, start: int, end: int, words: tuple[int, int] | None = None
    ) -> Attribution | None:
        """Everything beside a phrase, where a comma or the end sets it off."""
        parts = [(self._joined_from(start, end), start), (end + (end < self.high), self.high)]
        parts = [p for p in parts if any(t.pos not in ("PUNCT", "SPACE", "CCONJ") for t in self.tokens[p[0] : p[1]])]
        if not any(self._has_verb(part) for part in parts):
            return None
        return Attribution(speaker, verb, tuple(parts), words)

    def _in_the_view(self, preposition: Token) -> Attribution | None:
        """ "in the colonel's view", "By the reckoning of X", "In the reading offered by Naypyitaw"."""
        start = preposition.i
        set_off = start == self._first() or self._stops(start - 1)
        # "..., and in his view the clause ends there": what stands in front is not in his view.
        goes_on = not set_off and self.tokens[start - 1].pos == "CCONJ" and self._stops(start - 2)
        if not set_off and not goes_on:
            return None
        end = self._phrase_end(start + 1)
        words = self.tokens[start + 1 : end]
        view = next((t for t in words if t.lemma in _VIEWS and t.pos in ("NOUN", "VERB", "PROPN")), None)
        if view is None:
            return None
        owned = [t for t in words if t.i + 1 < view.i and self.tokens[t.i + 1].tag == "POS" and t.pos in NOUNS]
        by = [t for t in words if t.i > view.i and t.lower in ("of", "by", "from")]
        if owned:
            speaker: Token | None = owned[-1]
        elif by:
            speaker = self._noun(by[0].i + 1, end)
        else:
            speaker = next((t for t in words if t.tag == "PRP$" and t.i < view.i), None)
        if speaker is None or not self.can_speak(self.parse, speaker) or speaker.lower in ("our", "my"):
            # Whoever says "in our reading" speaks anyway.
            return None
        if speaker.tag == "PRP$" and speaker.i + 1 == view.i and view.i + 1 < end:
            # "In his view article 3 does not apply"
            end = view.i
        if goes_on:
            rest = (end + (end < self.high), self.high)
            return Attribution(speaker, preposition, (rest,)) if self._has_verb(rest) else None
        return self._around(speaker, preposition, start, end)

    def _for_somebody(self, preposition: Token) -> Attribution | None:
        """ "For the Norwegians, the two tracks were never linked": a view, where the clause is about what is."""
        end = self._phrase_end(preposition.i + 1)
        kids = self.parse.children(preposition, "pobj")
        speaker = kids[0] if kids and kids[0].i < end else self._noun(preposition.i + 1, end)
        if speaker is None or speaker.pos == "PRON" or not self.can_speak(self.parse, speaker):
            return None
        if end >= self.high or self.tokens[end].text != ",":
            below = self.parse.subtree(speaker)
            end = below[-1].i
        rest = self.tokens[end + 1 : self.high]
        verb = next((t for t in rest if t.tag in FINITE and t.i not in self._quoted), None)
        if verb is not None and verb.dep == "aux":
            verb = self.tokens[verb.head]
        if verb is None or verb.lemma not in _STATES:
            return None
        return Attribution(speaker, preposition, ((end + 1, self.high),))

    # ------------------------------------------------------------------ "The spokesman had a different story: ..."

    def before_colon(self, end: int, *, in_turn: bool) -> list[Attribution]:
        """Whoever speaks, answers or is quoted before a colon says what follows it, up to the sentence's end if nobody else does.

        Not so in a turn: "The government signs with both hands: we will suspend offensive operations".
        """
        colon = next((i for i in range(self.low, self.high) if self.tokens[i].text in (":", "):")), None)
        if colon is None or colon in self._quoted or colon == self.low or self.high - colon < 3:
            return []
        after = (colon + 1, self.high)
        quoted = any(t.text == '"' for t in self.tokens[colon + 1 : colon + 3])
        if not quoted and not any(t.tag in FINITE for t in self.tokens[after[0] : after[1]]):
            return []
        front = self.tokens[self.low : colon]
        named = front[0].text.startswith("@") or (front[0].entity == "PERSON" and front[0].pos == "PROPN")
        if len(front) == 1 and not named and not (_is_label(front[0]) and self.is_actor(front[0])):
            return []
        verb = next((t for t in front if t.pos == "VERB" and t.tag in FINITE and self._may_tell(t)), None)
        # "The press service has replied already: ..."
        verb = verb or next((t for t in front if t.tag == "VBN" and t.dep != "relcl" and self._says_so(t)), None)
        if verb is None:
            # "The regime has torn it to pieces: ...": whoever does something before a colon is not quoted after it.
            does = any(t.pos == "AUX" and t.tag in FINITE and t.dep == "aux" for t in front)
            verb = next((t for t in front if is_certain(self.parse, t)), None)
            if verb is None:
                return [] if does else self._named_before_colon(colon)
        speaker = next(iter(self.parse.children(verb, "nsubj")), None) or self._noun(self.low, verb.i)
        ours = in_turn and self.tokens[colon + 1].lower in ("we", "our", "i", "my") and verb.lemma not in self.speech
        if speaker is None or ours or not self.can_speak(self.parse, speaker):
            return []
        rest = self.tokens[self.high : end]
        alone = not any(t.text in (":", '"') or (t.pos == "VERB" and t.lemma in self.speech) for t in rest)
        # "The commander says to you: I did not sign it; the truce does not bind me."
        after = (after[0], end) if alone and not quoted and verb.lemma in self.speech else after
        return [Attribution(speaker, verb, (after,))]

    def _somebody_says(self, start: int) -> bool:
        """Whether a person who speaks stands behind the colon of "Oman, facilitator: Sheikh Adan calls it a test"."""
        verb = next((t for t in self.tokens[start : self.high] if t.tag in FINITE), None)
        if verb is None or self.speech.get(verb.lemma) is None or verb.i in self._quoted:
            return False
        return any(
            k.pos == "PROPN" and k.entity == "PERSON" and k.i < verb.i for k in self.parse.children(verb, "nsubj")
        )

    def _may_tell(self, verb: Token) -> bool:
        """Whether a verb before a colon is no clause of another: "Whether convicts fall under it, I would say it is clear: ..."."""
        return verb.dep != "relcl" and not any(k.lower in ("whether", "if") for k in self.parse.children(verb, "mark"))

    def _named_before_colon(self, colon: int) -> list[Attribution]:
        """ "@HPG_Press this morning: ...", "A presidency tweet on Tuesday: ...", "Commander Botan in a video: ..."."""
        first = self._first()
        handle = next((t for t in self.tokens[first:colon] if t.text.startswith("@")), None)
        quoting = next((t.i for t in self.tokens[first:colon] if t.tag == "VBG" and t.lemma in ("quote", "cite")), None)
        # "State agency, quoting a military source: ..."
        speaker = handle or self._noun(first if quoting is None else quoting + 1, colon)
        heading = any(t.lemma in _HEADINGS for t in self.tokens[first:colon])
        # "On the surrender of Commander Kato: the rules provide ..."
        words = " ".join(t.text for t in self.tokens[first:colon])
        heading = (
            heading or self.tokens[first].lower in _ABOUT or is_time(words) or heads_words(words) or is_meant_for(words)
        )
        if is_day_and_place(words) and not any(t.entity == "PERSON" for t in self.tokens[first:colon]):
            heading = True
        unfit = heading or colon - first > _LONGEST_NAMED or self._somebody_says(colon + 1)
        if speaker is None or unfit or not self.is_actor(speaker):
            return []
        return [Attribution(speaker, speaker, ((colon + 1, self.high),))]


def _is_label(token: Token) -> bool:
    """Whether one word before a colon says who speaks: "RSF", "Army"; a place or a matter does not."""
    short = token.text.isupper() and 1 < len(token.text) < 8 and token.lower not in ALERTS
    return short or token.lower in _LABELS
