"""Which date of a sentence is a claim's: the day of the saying, the day of what is told, or neither."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .complaints import is_of_complaint
from .date_bounds import has_passed
from .date_clauses import is_supposed, tells_other_time
from .date_wording import as_agreed, counted_clause, days_meant, held_then, holds_now, in_brackets, leads
from .met_days import MetDays
from .propositions import SUBJECTS, Proposition
from .report_dates import Dated, Governed, ReportDates, whole_of
from .undated import Undated, root_of
from .word_groups import THEY

# What carries words: its day is that of what is said in it.
_CARRIERS = frozenset(
    "letter statement message note communiqué communique post tweet broadcast speech address interview "
    "release declaration report bulletin reply answer memo cable video remark comment word "
    "sermon homily article transcript text column picture image photograph photo footage map survey study".split()
)
# What people say things at; the day of the sitting is that of all that is said there.
_OCCASIONS = frozenset(
    "meeting session sitting briefing conference presser podcast phone-in call hearing visit ceremony rally round talk gathering summit".split()
)
_DETERMINERS = frozenset("the a an its their this that his her our".split())
_KNOWN = frozenset("the that this his her its".split())
_TIMES = frozenset("morning afternoon evening night noon midnight dawn dusk week weekend day".split())

_TALKS = frozenset("meet speak talk interview conduct record hold receive".split())
# Where an interview says when it was held, at the latest.
_INTRODUCTION = 1500
# How far, in characters, "he said" goes on with the day of the sentence before.
_NEAR = 250
_LONGEST = 60
_AT_ONCE, _WORDS_ON, _SOON = 40, 10, 12
_OF_OCCASION = re.compile(rf"['’]s?\s+(?:[\w-]+\s+)?(?:{'|'.join(sorted(_CARRIERS | _OCCASIONS))})\b")
_THAT = re.compile(r",?\s+that\b")
_VISITS = frozenset(
    "visit inspect tour check patrol search examine go survey drive walk travel reach arrive enter fly".split()
)
_MEETS = frozenset("meet convene gather hold".split())
# "ended a two-day meeting on Tuesday": only with what was held behind them.
_HOLDS = frozenset("hold open begin end close conclude finish attend".split())
# "On 24 August the Commission considered the progress of disarmament", "received on 1 and 2 May delegations of both".
_DELIBERATES = frozenset("consider examine review discuss deliberate".split())
_RECEIVED = frozenset("delegation representative chairman leader delegate party side envoy".split())
_SEES = frozenset("see count observe watch witness".split())
_SEEKS = frozenset("seek request ask".split())
_UNDERTAKINGS = frozenset({"COMMIT", "RECOMMIT", "AFFIRM", "AMEND"})
_SIGNS = frozenset("sign conclude initial agree reach adopt".split())
# "Reached by telephone on Wednesday, an officer said": when somebody could be asked is when he answered.
_REACHED = frozenset(
    "reach contact interview ask quote question telephone phone speak talk address meet write catch cite monitor hear".split()
)
_BELOW = frozenset({"advcl", "ccomp", "acl", "relcl", "pcomp"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


class ClaimDates:
    """Gives drafts the dates of their sentence; verbs of saying remember theirs for what they say further on."""

    def __init__(self, parse: Parse, vocabulary: ReportVocabulary, dates: ReportDates) -> None:
        self.parse = parse
        self.vocabulary = vocabulary
        self.dates = dates
        self._said_at: dict[int, When] = {}
        # Claims whose verb of saying has no day yet: "'We jumped. It is bad faith,' he told reporters on Monday."
        self._waiting: dict[int, list[Undated]] = {}
        self._carried: tuple[int, When] | None = None
        self._tellings = _VISITS.union(vocabulary.speech)
        self._told: tuple[int, int, When] | None = None
        self._sitting: tuple[int, When] | None = None
        self._occasions: dict[str, When] = {}
        self._session: When | None = None
        self._met = MetDays(parse)
        # "We met the monitors yesterday", in an answer, is not when the interview was held.
        self.in_turns = False

    def governors(self, tokens: Sequence[Token], propositions: Sequence[Proposition], paragraph: int) -> list[Governed]:
        """The dates of a sentence, each with the predicate it depends on."""
        heads = {p.head.i for p in propositions}
        starts = [t.start for t in tokens]
        found: list[Governed] = []
        for d in self.dates.dated(tokens[0].start, tokens[-1].end):
            token = tokens[max(0, bisect_right(starts, d.mention.start) - 1)]
            if self._names_something(token, d):
                continue
            verb = next((a for a in self.parse.ancestors(token) if a.pos in ("VERB", "AUX") or a.i in heads), None)
            if verb is not None and verb.dep in ("acl", "relcl") and verb.i not in heads:
                found.append(Governed(d, None, verb))
                self._note(d, token, None, paragraph)
                continue
            governor = next((a for a in (verb, *self.parse.ancestors(verb)) if a.i in heads), None) if verb else None
            found.append(Governed(d, governor, verb))
            if self._is_ahead(d):
                continue
            if governor is not None and governor.lemma in self.vocabulary.speech and not d.bound:
                self._said_at.setdefault(governor.start, d.when)
                for draft in self._waiting.pop(governor.start, ()):
                    draft.said = draft.said or d.when
            self._note(d, token, governor, paragraph)
            if verb is not None and verb.dep == "ROOT" and verb.lemma in self._tellings and not d.bound:
                # "The reporter visited the place yesterday. He found ...", "'Theatre,' he told the press in the evening."
                self._told = (paragraph, verb.end, d.when)
        self._forget_teller(tokens, found)
        self._sit(tokens, paragraph)
        self.dates.governed[tokens[0].start] = found
        return found

    def _forget_teller(self, tokens: Sequence[Token], found: Sequence[Governed]) -> None:
        """Somebody else who tells something, on no day of their own, is who "he" and "it" will be from there on."""
        root = next((t for t in tokens if t.dep == "ROOT"), None)
        if root is None or root.lemma not in self._tellings or any(g.governor is root for g in found):
            return
        if any(k.pos in ("NOUN", "PROPN") for k in self.parse.children(root, *SUBJECTS)):
            self._told = None

    def _note(self, d: Dated, token: Token, governor: Token | None, paragraph: int) -> None:
        """Keeps what a date says about the sentences that follow."""
        if d.mention.kind == "span" and governor is not None and governor.dep == "ROOT":
            # "The Group met from 12 to 14 September": no limit, but how long it sat.
            self._convene(governor, d, paragraph)
        if d.bound:
            return
        for above in list(self.parse.ancestors(token))[:5]:
            # "The session, which took place on Thursday", "at a meeting in Kuala Lumpur on 7 August".
            if above.lemma in _OCCASIONS and above.pos == "NOUN":
                self._occasions[above.lemma] = d.when
        if governor is None:
            return
        introduced = self.dates.interview and d.mention.start < _INTRODUCTION and not self.in_turns
        if introduced and governor.lemma in _TALKS:
            self.dates.spoken_on = self.dates.spoken_on or d.when
        if governor.dep == "ROOT":
            self._met.note(governor, paragraph, d.when)
            self.dates.stand_at(d.mention.start, d.when)
            self._sitting = None
            self._convene(governor, d, paragraph)
        subjects = self.parse.children(governor, *SUBJECTS)
        self._occasions |= {k.lemma: d.when for k in subjects if k.lemma in _OCCASIONS}
        if any(k.lemma in _CARRIERS for k in subjects):
            # "The reply came within hours": the day of what "the post read" in the sentences that follow.
            self._carried = (paragraph, d.when)
        held = [o for o in self._held_at(governor) if o.i < governor.i]
        self._occasions |= {o.lemma: d.when for o in held}
        if held:
            self._sitting = (paragraph, d.when)

    def _convene(self, verb: Token, d: Dated, paragraph: int) -> None:
        """Opens a sitting: "The committee met on 18 June", "held its second meeting yesterday", "agreed on Thursday to ..."."""
        if verb.lemma in _SIGNS:
            for name in ("session", "talk", "signing"):
                self._occasions.setdefault(name, d.when)
        opens = self.dates.statement and d.mention.start < _INTRODUCTION
        if not self._sits(verb) and not (opens and self._session is None and self._deliberates(verb)):
            return
        self._sitting = (paragraph, whole_of(d))
        if opens:
            # What a press note goes on to report in the past tense was said at the sitting with which it begins.
            self._session = self._session or self.dates.session_of(d)

    def _deliberates(self, verb: Token) -> bool:
        """Whether a sentence says what people did at a sitting: "considered the progress", "received both delegations"."""
        received = verb.lemma == "receive" and any(k.lemma in _RECEIVED for k in self.parse.children(verb, "dobj"))
        return verb.tag == "VBD" and (verb.lemma in _DELIBERATES or received)

    def _sits(self, verb: Token) -> bool:
        """Whether a sentence says that people met: "met", "held its session", "the meeting was held", "took place"."""
        held = any(k.lemma in _OCCASIONS for k in self.parse.children(verb, "dobj"))
        if verb.tag == "VBD" and ((held and verb.lemma in _HOLDS) or verb.lemma in _MEETS - _HOLDS):
            return verb.lemma != "meet" or not self.parse.children(verb, "dobj")
        was = any(k.tag == "VBD" for k in self.parse.children(verb, "auxpass"))
        took = (
            verb.tag == "VBD"
            and verb.lemma == "take"
            and any(k.lemma == "place" for k in self.parse.children(verb, "dobj"))
        )
        happens = (was and verb.lemma in _MEETS | {"convene"}) or took
        return happens and any(k.lemma in _OCCASIONS for k in self.parse.children(verb, *SUBJECTS))

    def _held_at(self, verb: Token) -> list[Token]:
        """The occasions at which a verb has something happen: "at the session", "during the same meeting"."""
        return [o for o in self.parse.behind(verb, "at", "during") if o.lemma in _OCCASIONS]

    def _sit(self, tokens: Sequence[Token], paragraph: int) -> None:
        """Goes on with a sitting whose day the text told before: "At the session the delegate accused ..."."""
        for o in tokens:
            if o.lemma not in self._occasions or self.parse.tokens[o.head].lower not in ("at", "during", "after"):
                continue
            known = [k for k in self.parse.children(o, "det", "poss") if k.lower in _KNOWN]
            if known and not self.dates.between(known[0].start, o.end + 12):
                self._sitting = (paragraph, self._occasions[o.lemma])

    def give(self, draft: Undated, governed: Sequence[Governed]) -> None:
        """Gives a draft its dates; one inside the claim's own words comes before one elsewhere in the sentence."""
        text, (low, high) = self.dates.document.text, draft.content
        own = draft.frame.verb if draft.frame is not None else root_of(draft)

        def further(g: Governed) -> tuple[bool, bool, bool]:
            at = g.dated.mention.start
            other = own is None or g.governor is None or g.governor.i != own.i
            return in_brackets(text, draft.sentence_start, at), not low <= at < high, other

        draft.said = draft.happened = counted_clause(
            self.dates.document, draft.sentence_start, draft.content, own, governed
        )
        for g in sorted(governed, key=further):
            self._give(draft, g)
        if draft.frame is not None and draft.frame.verb is not None and draft.said is None:
            draft.said = self._said_at.get(draft.frame.verb.start) or self._of_carrier(draft)
            if draft.said is None and draft.frame.verb.start > draft.content[1]:
                self._waiting.setdefault(draft.frame.verb.start, []).append(draft)
        if draft.said is None and self._sitting is not None and self._is_heard(draft):
            draft.said = self._sitting[1] if self._sitting[0] == draft.paragraph else None
        if draft.said is None and self._session is not None and self._is_heard(draft):
            draft.said = self._session if own is not None and own.tag == "VBD" else None
        if draft.said is None and self._told is not None and self._is_theirs(draft):
            paragraph, end, day = self._told
            draft.said = day if paragraph == draft.paragraph and 0 < draft.content[0] - end < _NEAR else None
        if draft.said is None and (draft.frame is not None or self._speaks(draft)):
            draft.said = self._met.day_of(draft)

    def _is_heard(self, draft: Undated) -> bool:
        """Whether a claim is something that a sitting hears: words, findings, agreement."""
        if holds_now(self.dates.document.text, draft.sentence_start, draft.content[1] + _SOON):
            return False
        root = root_of(draft)
        agrees = root is not None and (root.lemma in _SIGNS or draft.stance in _UNDERTAKINGS)
        if draft.frame is None and root is not None and root.lemma in _SEES:
            # What patrols counted they saw elsewhere.
            return False
        return draft.frame is not None or agrees or draft.stance == "THIRD_PARTY_FINDING" or self._speaks(draft)

    def _is_theirs(self, draft: Undated) -> bool:
        """Whether a claim is what "he" or "they" said or found, of whom the sentences before told."""
        if draft.frame is not None:
            who, verb = draft.frame.speaker, draft.frame.verb
        else:
            verb = root_of(draft)
            tells = verb is not None and (self._speaks(draft) or draft.stance == "THIRD_PARTY_FINDING")
            who = next(iter(self.parse.children(verb, *SUBJECTS)), None) if verb is not None and tells else None
        if who is None or verb is None or who.lower not in THEY or verb.tag != "VBD":
            return False
        # "The government called it a farce; it said ...": the sentence has its own subject.
        before = self.parse.tokens[max(0, who.i - _LONGEST) : who.i]
        content = {t.i for t in draft.tokens}
        subjects = [
            t for t in before if t.start >= draft.sentence_start and t.dep in SUBJECTS and t.head not in content
        ]
        subjects = [t for t in subjects if all(a.i != verb.i for a in self.parse.ancestors(t))]
        return not any(t.pos in ("NOUN", "PROPN") for t in subjects)

    def _of_carrier(self, draft: Undated) -> When | None:
        """The day of the letter or reply that a sentence before told of, for what "the letter" or "it" says."""
        speaker = draft.frame.speaker if draft.frame is not None else None
        if self._carried is None or self._carried[0] != draft.paragraph or speaker is None:
            return None
        return self._carried[1] if speaker.lemma in _CARRIERS or speaker.lower in ("it", "they") else None

    def _names_something(self, token: Token, d: Dated) -> bool:
        """Whether a date is part of a name: "the 1 July order"; "Tuesday's meeting" is when people met."""
        while token.i != token.head and d.mention.start <= self.parse.tokens[token.head].start < d.mention.end:
            token = self.parse.tokens[token.head]
        above = self.parse.tokens[token.head]
        if as_agreed(self.dates.document.text, d):
            return True
        if held_then(self.dates.document.text, d, _OF_OCCASION):
            return False
        if token.dep == "poss":
            held = self.parse.tokens[above.head]
            return above.lemma not in _TIMES and not (
                above.lemma in _CARRIERS | _OCCASIONS and held.lower in ("at", "in", "during", "by", "after")
            )
        before = self.dates.document.text[: d.mention.start].rstrip()[-6:].lower().split()
        if not before or before[-1] not in _DETERMINERS:
            return False
        if token.dep not in ("compound", "nmod", "amod", "nummod") or above.pos not in ("NOUN", "PROPN"):
            return False
        known = _TIMES | _CARRIERS | _OCCASIONS
        return above.lemma not in known and above.entity not in ("DATE", "TIME") and above.start >= token.end

    def _give(self, draft: Undated, g: Governed) -> None:
        """Gives a draft a date of its sentence: of the saying, or of what is told."""
        d, governor = g.dated, g.governor
        inside = draft.content[0] <= d.mention.start < draft.content[1]
        # What was counted since a day was not counted on that day, and who has been silent since is so still.
        # Nor was what has not been done since, or what somebody tells of a time since, done on that day.
        lasts = draft.stance not in ("PUBLIC_SILENCE", "THIRD_PARTY_FINDING") and draft.polarity != "negative"
        lasts = lasts and g.governor is not None and not self._speaks(draft)
        since = d.since and draft.frame is None and inside and lasts
        visited = g.verb is not None and g.verb.lemma in _VISITS and d.mention.kind == "span"
        passed = draft.frame is None or has_passed(self.dates.document.text, d.mention.end)
        if d.bound and draft.stance == "MISSED_DEADLINE" and inside and passed:
            # "They missed the date of 30 May": on that day it was clear.
            draft.happened = draft.happened or d.when
        if d.bound and not since and not visited and not (draft.stance == "PUBLIC_SILENCE" and d.until):
            return
        if ";" in self.dates.document.text[draft.content[1] : d.mention.start]:
            # "He undertook to take it down; on 15 August it was gone": two statements in one sentence.
            return
        if inside and tells_other_time(self.parse, draft, d.mention.start, self.vocabulary.speech):
            return
        verb = draft.frame.verb if draft.frame else None
        heard = verb is not None and g.verb is not None and not inside and self._is_visit(g.verb, verb)
        if (
            heard
            or leads(self.dates.document.text, d, draft.sentence_start, draft.content[0])
            or (verb is not None and self._at_once(d, governor, verb))
        ):
            self._say(draft, d)
        elif g.governor is None and g.verb is not None and g.verb.dep in ("acl", "relcl"):
            self._give_aside(draft, g, verb, inside)
        elif self._is_beside(g):
            # "As the two countries agreed two weeks ago": a side clause that is no statement of its own.
            told = inside and draft.frame is None and not is_supposed(self.parse, g.verb)
            draft.happened = draft.happened or (d.when if told else None)
        elif governor is not None and verb is not None and governor.start in self._told_by(verb):
            self._say(draft, d)
        elif inside and verb is not None and governor is not None and self._is_named(governor, verb):
            # "Declared it null and void on Monday": the words that it was called have no day.
            self._say(draft, d)
        elif (
            governor is not None
            and (verb is None or verb.pos == "ADP")
            and governor in draft.tokens
            and self._tells(governor)
        ):
            # Somebody else's words inside a question: "The commander told the radio on Wednesday that ...".
            self._say(draft, d)
        elif draft.frame is None:
            if not self._is_told(draft, g) and (inside or self._stands_over(draft, governor)):
                self._say(draft, d)
            if inside:
                self._do(draft, d)
        elif inside:
            self._do(draft, d)
        elif verb is not None and self._opens(d, governor, verb, draft):
            self._say(draft, d)

    def _is_visit(self, aside: Token, verb: Token) -> bool:
        """Whether a side clause tells when somebody came to hear it: "said the commandant, when I visited on 9 March"."""
        if aside.dep not in ("advcl", "relcl") or aside.lemma not in _VISITS | _REACHED:
            return False
        when_ = any(k.lower == "when" for k in self.parse.children(aside, "advmod"))
        return when_ and any(a.i == verb.i for a in self.parse.ancestors(aside))

    def _at_once(self, d: Dated, governor: Token | None, verb: Token) -> bool:
        """Whether a date follows a verb of saying before anything that is said: "said on Monday they would not ..."."""
        if not 0 <= d.mention.start - verb.end < _AT_ONCE:
            return False
        between = [t for t in self.parse.tokens[verb.i + 1 : verb.i + _WORDS_ON] if t.end <= d.mention.start]
        if governor is not None and governor.tag == "VBG" and d.mention.end <= governor.start:
            # "Confirmed that on state radio on Thursday, saying ...": what goes on behind the date has none of its own.
            return all(t.pos not in ("VERB", "AUX") and t.dep not in SUBJECTS for t in between)
        # "Stated in Paris on Monday that ..."
        names = {"PROPN", "NOUN"} if _THAT.match(self.dates.document.text, d.mention.end) else set()
        return all((t.pos in ("ADP", "ADV", "DET", "SPACE") or t.pos in names) and t.lower != "that" for t in between)

    def _told_by(self, verb: Token) -> set[int]:
        """Where a verb of saying stands, and the verb that it only goes on from: "confirmed it on Thursday, saying ..."."""
        told = {verb.start}
        while verb.dep == "advcl" and verb.tag == "VBG" and not self.parse.children(verb, *SUBJECTS):
            verb = self.parse.tokens[verb.head]
            told.add(verb.start)
        return told

    def _give_aside(self, draft: Undated, g: Governed, verb: Token | None, inside: bool) -> None:
        """A date in a relative clause: of the claim, if the clause is the claim; of the saying, if it tells of the words."""
        aside = g.verb
        if aside is None:
            return
        root = root_of(draft)
        signed = draft.stance == "COMMIT" and aside.lemma in _SIGNS
        if draft.frame is None and inside and (root is None or root.i == aside.i or signed):
            self._say(draft, g.dated)
            draft.happened = draft.happened or g.dated.when
        elif inside and aside.tag == "VBG" and (draft.stance == "PUBLIC_SILENCE" or aside.lemma in _SEEKS):
            # "Did not return calls seeking comment on Wednesday."
            self._say(draft, g.dated)
        elif (
            (inside and aside.dep == "acl" and aside.lemma in self.vocabulary.speech and draft.content[0] < aside.start)
            # "... despite the truce announced by the minister on 1 October"
            and self.parse.tokens[aside.head].lemma not in self.vocabulary.classes["agreement"]
        ):
            self._say(draft, g.dated)
        elif (
            draft.stance.startswith("THIRD_PARTY_FINDING")
            and (aside.lemma in _VISITS and (aside.lemma != "arrive" or not (draft.frame or self._speaks(draft))))
            and aside.dep == "relcl"
            and next((a for a in self.parse.ancestors(aside) if a.pos == "VERB"), None) in (root, verb)
        ):
            # "The coordinator, who visited the road on 1 June, found soldiers there."
            self._say(draft, g.dated)
        elif (verb := verb or self._saying(draft)) is not None and g.dated.mention.start < verb.start:
            # "Interviewed on 28 November, a member said": the parser hangs the participle on the noun behind it.
            noun = self.parse.tokens[aside.head]
            opens = aside.i < noun.i and self._is_participle(aside)
            asked = noun.head == verb.i and noun.dep in SUBJECTS and aside.lemma in _REACHED
            if (
                asked
                or (self._carries(aside) and (not inside or noun.lemma in _CARRIERS))
                or (opens and any(a.i == verb.i for a in self.parse.ancestors(noun)))
            ):
                self._say(draft, g.dated)

    def _carries(self, aside: Token) -> bool:
        """Whether a relative clause tells of words: "a letter published on Friday", "whose remarks were aired on Monday"."""
        noun = self.parse.tokens[aside.head]
        near = {t.lemma for k in self.parse.children(aside) for t in (k, *self.parse.children(k))}
        before = self.parse.tokens[max(0, aside.i - 6) : aside.i]
        comma = max((t.i for t in before if t.text in (",", ";", ":")), default=-1)
        near |= {t.lemma for t in before if t.i > comma}
        return noun.lemma in _CARRIERS or bool(near & _CARRIERS) or aside.lemma in self.vocabulary.speech

    def _say(self, draft: Undated, d: Dated) -> None:
        """Nobody has spoken on a day that is still ahead of the report."""
        if not self._is_ahead(d):
            draft.said = draft.said or d.when

    def _do(self, draft: Undated, d: Dated) -> None:
        """Nor has anything happened then: "agreed that they will meet on 16 November"."""
        if not self._is_ahead(d):
            draft.happened = draft.happened or days_meant(self.dates.document.text, d)

    def _is_ahead(self, d: Dated) -> bool:
        at = d.mention.start
        last = self.dates.written_at(at) if self.dates.day_at(at) is not None else None
        return last is not None and d.when.earliest is not None and d.when.earliest > last and not self.dates.reacts(at)

    def _stands_over(self, draft: Undated, governor: Token | None) -> bool:
        """Whether a date outside a claim's words dates the sentence: by its main verb, or by "Meeting on 27 February, ..."."""
        if governor is None or governor.dep == "ROOT":
            return True
        above = self.parse.tokens[governor.head]
        return self._is_participle(governor) and governor.i < above.i and any(t.i == above.i for t in draft.tokens)

    def _opens(self, d: Dated, governor: Token | None, verb: Token, draft: Undated) -> bool:
        """Whether a date in front of a verb of saying dates it: "On Friday ... he said", "Interviewed on Friday, he said"."""
        if d.mention.start >= verb.start:
            return False
        if governor is None:
            return True
        if governor.dep == "ROOT":
            # "The government freed 82 in January, and he confirmed it": two statements side by side.
            beside = verb.dep == "conj" and self.parse.children(verb, *SUBJECTS)
            return not (beside and governor.start < d.mention.start)
        if ":" in self.dates.document.text[d.mention.end : draft.content[0]] and governor.head == verb.i:
            # "The wing went further on Friday: the text was dead, it told a local station."
            return True
        return self._is_participle(governor) and any(a.i == verb.i for a in self.parse.ancestors(governor))

    def _is_participle(self, token: Token) -> bool:
        return token.tag in _PARTICIPLES and not self.parse.children(token, *SUBJECTS) and token.dep != "conj"

    def _is_beside(self, g: Governed) -> bool:
        """Whether a date stands in a side clause below the predicate that it was counted to."""
        verb, governor = g.verb, g.governor
        if verb is None or governor is None or verb.i == governor.i:
            return False
        return verb.dep in ("advcl", "relcl") and bool(self.parse.children(verb, *SUBJECTS))

    def _is_told(self, draft: Undated, g: Governed) -> bool:
        """Whether a date is that of what is told: "acknowledges that it released them on 11 May"."""
        inside = {t.i for t in draft.tokens}
        root = root_of(draft)
        if root is None or root.lemma not in self.vocabulary.speech or self._at_once(g.dated, g.governor, root):
            return False
        if is_of_complaint(self.parse, self.vocabulary, root, self.dates.document.text, g.dated):
            return True
        if g.verb is not None and self._is_participle(g.verb) and g.verb.head == root.i and g.verb.i < root.i:
            # "Speaking in Khartoum on 24 July, the general said ...": the sentence begins with when he spoke.
            return False
        if root.lemma in _SEES and g.verb is not None and g.verb.tag == "VBG":
            # "The mission counted 240 soldiers embarking on 20 March": what is seen is of the day of seeing.
            return False
        nearest = g.verb if g.verb is not None and g.verb.dep in _BELOW else g.governor
        return nearest is not None and nearest.i != root.i and nearest.i in inside

    def _saying(self, draft: Undated) -> Token | None:
        root = root_of(draft)
        return root if root is not None and root.lemma in self.vocabulary.speech else None

    def _is_named(self, word: Token, verb: Token) -> bool:
        """Whether a word is what a verb of saying calls something: an adjective or a noun without a verb of its own."""
        bare = not self.parse.children(word, "cop", "aux", "auxpass") and word.pos in ("ADJ", "NOUN")
        return bare and word.head == verb.i and word.dep in ("ccomp", "oprd", "xcomp")

    def _tells(self, verb: Token) -> bool:
        """Whether a verb of saying has what is said below it."""
        return verb.lemma in self.vocabulary.speech and bool(self.parse.children(verb, "ccomp"))

    def _speaks(self, draft: Undated) -> bool:
        """Whether a claim is a verb of saying itself: "called on both sides to ..."."""
        return self._saying(draft) is not None
