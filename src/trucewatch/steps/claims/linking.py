"""What each claim is about: a duty by the claim's own words, else by what it goes on with, else the agreement.

Where a report states what the agreement asks ("Under the accord A must leave X"), its claims are tied to these duties: see
`choosing`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from trucewatch.core.model import Document, ImpliedCommitment, Link, Unlinked
from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import DutyJudge
from trucewatch.vocabulary.reports import ReportVocabulary

from .agreements import Subjects
from .choosing import Choice, choose
from .claim_duties import ClaimDuties
from .draft import Draft
from .duties import DutyFinder, FoundDuty
from .duty_phrases import CEASEFIRE
from .duty_slots import DutySlots
from .headings import Headings
from .implied import implied_commitments
from .matching import WHOLE, Candidate
from .passages import Stretch
from .stated_duties import StatedDuties, Weighed
from .topics import topic_of

# Claims that tell of doing what is owed: what their predicate is done to is the duty.
_DOING = frozenset(
    "CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PARTIAL COMMIT DELAY CALL_TO_COMPLY REPORT_NOT_DONE MISSED_DEADLINE "
    "AMEND CONDITION THIRD_PARTY_FINDING_BY_COUNTERPARTY".split()
)
# Claims that bring up what they are about; the others answer, weigh or go on.
_INTRODUCE = frozenset(
    "ACCUSE BREACH BREACH_ADMITTED DECLARE_CONTINUE COMMIT CALL_TO_COMPLY CLAIM_COMPLIANCE COMPLY COMPLY_PART "
    "REPORT_PRIVATE_COMMIT REPORT_PROGRESS THIRD_PARTY_FINDING_BY_COUNTERPARTY AMEND SUSPEND".split()
)
_LATE = frozenset(
    "REPORT_PARTIAL REPORT_NOT_DONE DELAY CONDITION MISSED_DEADLINE THIRD_PARTY_FINDING DENY_CONDUCT CONDUCT_SIGNAL".split()
)
# Claims that weigh or carry the agreement as a whole when they name it.
_WHOLE = frozenset("ASSESS COMMIT RECOMMIT AFFIRM AMEND REPORT_PROGRESS CAST_DOUBT SUSPEND WITHDRAW".split())
_TOPICAL = frozenset("REINTERPRET_NARROW REINTERPRET_EXCLUDE DENY_OBLIGATION THIRD_PARTY_INTERPRET AFFIRM".split())
# Claims that speak of nothing that is owed.
# Claims of leaving or coming back to what the parties do together.
_LEAVES = frozenset("SUSPEND CALL_TO_COMPLY THREATEN CONDITION WITHDRAW COMMIT".split())
_TRUCE = frozenset("ceasefire cease-fire truce armistice lull pause calm".split())
_NOTHING = frozenset("ATTACK_MONITOR ECHO".split())
_READINGS = frozenset("REINTERPRET_NARROW REINTERPRET_EXCLUDE DENY_OBLIGATION".split())
# Claims that speak of a matter told before, be it in the paragraph before.
_FOLLOW = frozenset("CAST_DOUBT PUBLIC_SILENCE REPORT_KNOWLEDGE".split())
_ANSWERS = frozenset("DENY_CONDUCT JUSTIFY BREACH_ADMITTED".split())
_NAMED, _TAKEN, _FALLBACK = "named", "taken", "fallback"
_CONDITIONS = {
    "THREATEN": frozenset({"if", "unless", "until"}),
    "CONDITION": frozenset({"until", "before", "once", "when", "after", "till", "as"}),
}
_ALLEGATIONS = frozenset("accusation allegation charge complaint".split())
_POINTS = frozenset("this that it they these those".split())
# How many claims an answer to "the accusation" looks back.
_ANSWERED = 6
_FURTHEST = 2


class Linker:
    """Answers claim by claim, in order, and keeps what it answered for the claims that follow."""

    def __init__(
        self,
        document: Document,
        parse: Parse,
        drafts: Sequence[Draft],
        subjects: Subjects,
        vocabulary: ReportVocabulary,
        parts: Sequence[Stretch] = (),
        judge: DutyJudge | None = None,
    ) -> None:
        self.document = document
        self.judge = judge
        self.vocabulary = vocabulary
        self.parse = parse
        self.drafts = drafts
        self.subjects = subjects
        self.duties = DutyFinder(document, vocabulary)
        self.duties.collect(parse, [t for a, b in parse.sentences for t in parse.tokens[a:b]])
        self.told = ClaimDuties(self.duties)
        self._names_truce = self._truce_named()
        self._dialogue = any(d.frame is not None and d.frame.label is not None for d in drafts)
        self._block_starts = [b.start for b in document.blocks]
        self._headings = Headings(document, parse, parts, vocabulary, self.duties)
        self._headed = self._headings.duties
        stated = [(m.start, d) for d in self.duties.duties for m in d.mentions if m.required and d.act != CEASEFIRE]
        self._stated = sorted(stated, key=lambda s: s[0])
        self._own = [self._by_words(draft) for draft in drafts]
        self._own = [own or self._akin(draft) for own, draft in zip(self._own, drafts, strict=True)]
        self._own = [self._under_heading(n, own) for n, own in enumerate(self._own)]
        self._answers: list[tuple[Link | Unlinked, str]] = []
        self._found: list[Link | Unlinked] = []
        self.stated = StatedDuties(document, parse, vocabulary, self.duties)

    # ------------------------------------------------------------------ answers

    def answers(self, echoes: Sequence[int | None]) -> list[Link | Unlinked]:
        """What each claim is about; `echoes` hold the number of the claim that it repeats."""
        for n, echoed in enumerate(echoes):
            self._answers.append(self._about(n, echoed))
        by_rules = [about for about, _ in self._answers]
        asked = self.weighed()
        self._found = by_rules
        if asked is None:
            return by_rules
        for duty in self.duties.duties:
            duty.linked = False
        choices = choose(asked.candidates, asked.asked, asked.rules, asked.meant)
        found = [self._chosen(asked, *one) for one in zip(self.drafts, choices, by_rules, strict=True)]
        self.duties.forget_unspoken(self.subjects.main_range)
        self._found = found
        return found

    def commitments(self) -> tuple[ImpliedCommitment, ...]:
        """The duties as values, once the claims are linked."""
        main = self.subjects.main_mention
        slots = DutySlots(self.document, self.parse, self.vocabulary)
        linked = zip(self.drafts, self._found, strict=True)
        agreement = main.id if main is not None else None
        return implied_commitments(self.document, agreement, self.stated, self.duties.duties, slots, linked)

    # ------------------------------------------------------------------ stated duties

    def weighed(self) -> Weighed | None:
        """What the claims may be about; None without claims, or without a judge to choose."""
        if self.judge is None or not self._answers:
            return None
        by_rules = [(self._duty_of(about), how) for about, how in self._answers]
        stated = self.stated.candidates(self.drafts)
        asked = [self.stated.values.asked(d, self.subjects, self._fights, self.told.tells) for d in self.drafts]
        over = (self._headings.words(self._block(d.start)) for d in self.drafts)
        asked = [replace(one, heading=words) for one, words in zip(asked, over, strict=True)]
        topics = [*(self._topic(draft) for draft in self.drafts), *self._headings.matters]
        weighed = self.stated.weighed(stated, asked, by_rules, self._truce(), topics, named=self._names_truce)
        return replace(weighed, meant=self.meant(weighed.candidates))

    def meant(self, candidates: Sequence[Candidate]) -> list[list[float]]:
        """How well each candidate goes with each claim, by meaning; 0 for the agreement as a whole, and without a judge."""
        duties = [self.document.text[c.start : c.end] for c in candidates if c.kind != WHOLE]
        if self.judge is None or not duties:
            return [[0.0] * len(candidates) for _ in self.drafts]
        rows = self.judge.meant([self.stated.values.in_sentence(d) for d in self.drafts], duties)
        told = (iter(row) for row in rows)
        return [[0.0 if c.kind == WHOLE else next(row) for c in candidates] for row in told]

    def _topic(self, draft: Draft) -> tuple[Token, Token] | None:
        """The words in which a claim says what it is about, first and last: "pulling soldiers out of forest villages"."""
        low, high = draft.content
        actors = self._actors_of(draft)
        told = [
            t
            for t in self._matter(draft)
            if low <= t.start < high and t.start not in actors and (self.told.tells(t) or t.pos == "NUM")
        ]
        topic = topic_of(self.parse, told, high)
        # "Not mentioned in the cease-fire" brings up no other matter than the ceasefire.
        names = topic is not None and topic[0] is topic[1] and topic[0].lemma in self.vocabulary.classes["ceasefire"]
        return None if names and self.duties.ceasefire is not None else topic

    def _duty_of(self, about: Link | Unlinked) -> FoundDuty | None:
        name = about.commitment if isinstance(about, Link) else None
        return next((d for d in self.duties.duties if d.id == name), None) if name is not None else None

    def _chosen(self, asked: Weighed, draft: Draft, choice: Choice, by_rules: Link | Unlinked) -> Link | Unlinked:
        """The link to the duty that was chosen; where the rules chose the same, with their reason."""
        duty = asked.duties[choice.at]
        if duty is None:
            main = self.subjects.main_mention
            if main is not None and (isinstance(by_rules, Unlinked) or by_rules.commitment is not None):
                return Link(None, main.id, choice.reason)
            # Without an agreement to name, the rules' duty stands.
            ruled = self._duty_of(by_rules)
            if ruled is not None:
                ruled.linked = True
            return by_rules
        same = isinstance(by_rules, Link) and by_rules.commitment == duty.id
        claimed = self.document.text[draft.content[0] : draft.content[1]]
        link = self._link(duty, by_rules.reason if same else choice.told(claimed, self._wordings(duty)))
        also = [d for n in choice.also if (d := asked.duties[n]) is not None]
        for other in also:
            other.linked = True
        return replace(link, also=tuple(d.id for d in also))

    def _about(self, n: int, echoed: int | None) -> tuple[Link | Unlinked, str]:
        draft, own = self.drafts[n], self._own[n]
        if echoed is not None and own is None:
            about = self._answers[echoed][0]
            if isinstance(about, Link):
                return Link(about.commitment, about.agreement, "repeats an earlier claim"), _TAKEN
        named = self.subjects.named_in(draft.tokens)
        if own is not None:
            return self._link(own, f'its words speak of "{self._words(own)}"'), _NAMED
        if named is not None and draft.stance in _READINGS:
            topic = self.told.topic(self.parse, draft.tokens, self._actors_of(draft))
            if topic is not None:
                return self._link(topic, f'its words speak of "{self._words(topic)}"'), _NAMED
        headed = self._headed.get(self._block(draft.start)) if named is None else None
        if draft.stance not in _NOTHING and not self._fights(draft) and headed is None and not self._narrows(n):
            thing = self.told.named(self.parse, self._matter(draft), self._actors_of(draft))
            if thing is not None:
                return self._link(thing, f'its words speak of "{self._words(thing)}"'), _NAMED
        if named is not None and draft.stance in _TOPICAL:
            before = self._before(n)
            same = n and self.drafts[n - 1].paragraph == draft.paragraph
            if before is not None and (
                self.drafts[n - 1].stance in _TOPICAL or (same and before.commitment is not None)
            ):
                # "The arrangement covers the whole of it" answers "the ban covers only the plateau".
                return Link(before.commitment, named.id, "answers on what the duty covers"), _TAKEN
        if named is not None and draft.stance in _WHOLE:
            return Link(None, named.id, "names the agreement"), _NAMED
        fights = self._fights(draft)
        answered = self._answered(n)
        if answered is not None:
            return Link(answered.commitment, answered.agreement, "answers an accusation"), _TAKEN
        before = self._before(n) if named is None and (not fights or draft.stance in _ANSWERS) else None
        if before is not None and before.commitment is not None:
            return Link(before.commitment, before.agreement, "taken over from the claim it goes on with"), _TAKEN
        if fights and draft.stance in _ANSWERS and (truce := self._truce()) is not None:
            return self._link(truce, "answers on an attack"), _TAKEN
        made = self._last_made(draft) if headed is None else None
        if made is not None:
            return self._link(made, f'its words speak of "{self._words(made)}"'), _NAMED
        if headed is not None:
            self.told.fulfil(self.parse, draft.tokens, headed)
            return self._link(headed, f'stands under "{self._words(headed)}"'), _TAKEN
        if before is not None:
            return Link(None, before.agreement, "taken over from the claim it goes on with"), _TAKEN
        if named is None and draft.stance not in _NOTHING and not fights:
            thing = self.told.any_thing(self.parse, self._matter(draft), self._actors_of(draft))
            if thing is not None:
                return self._link(thing, f'its words speak of "{self._words(thing)}"'), _FALLBACK
        agreement = named or self.subjects.main_mention
        if agreement is None:
            return Unlinked("no agreement and no duty is named near the claim"), _FALLBACK
        truce = self.duties.ceasefire if named is None or draft.stance not in _WHOLE else None
        if truce is not None:
            truce.linked = True
        reason = "names the agreement" if named is not None else "the agreement that the report is about"
        return Link(truce.id if truce else None, agreement.id, reason), _NAMED if named else _FALLBACK

    def _narrows(self, n: int) -> bool:
        """Whether a claim says how far what was spoken of before reaches: "The ban applies only to military aircraft"."""
        draft = self.drafts[n]
        return draft.stance == "REINTERPRET_NARROW" and n > 0 and self.drafts[n - 1].paragraph == draft.paragraph

    def _link(self, duty: FoundDuty, reason: str) -> Link:
        duty.linked = True
        agreement = self.subjects.main_mention
        return Link(duty.id, agreement.id if agreement else None, reason)

    def _words(self, duty: FoundDuty) -> str:
        return self.document.text[duty.best.start : duty.best.end]

    def _wordings(self, duty: FoundDuty) -> str:
        return " ".join(self.document.text[m.start : m.end] for m in duty.mentions)

    # ------------------------------------------------------------------ own words

    def _matter(self, draft: Draft) -> Sequence[Token]:
        """The words that say what a claim is about: of a threat its "if ...", of a condition what waits for it, of a reading what
        follows its "but"."""
        if draft.stance == "REINTERPRET_EXCLUDE":
            # "The agreement bans hostile acts, but it does not apply to reconnaissance."
            but = next((n for n, t in enumerate(draft.tokens) if t.lower == "but"), 0)
            return draft.tokens[but:]
        marks = _CONDITIONS.get(draft.stance)
        if marks is None:
            return draft.tokens
        inside = {t.i for t in draft.tokens}
        clauses = [t for t in draft.tokens if t.dep == "advcl" and t.head in inside and self._is_marked(t, marks)]
        below = {t.i for clause in clauses for t in self.parse.subtree(clause)}
        wanted = [t for t in draft.tokens if (t.i in below) == (draft.stance == "THREATEN")]
        return wanted if clauses and self._names_thing(wanted) else draft.tokens

    def _points_back(self, draft: Draft) -> bool:
        """Whether a threat is made in case what was told goes on: "If they continue, we will shoot"."""
        if draft.stance != "THREATEN":
            return False
        marks = _CONDITIONS["THREATEN"]
        clauses = [t for t in draft.tokens if t.dep == "advcl" and self._is_marked(t, marks)]
        subjects = [k for t in clauses for k in self.parse.children(t, "nsubj", "nsubjpass")]
        return bool(subjects) and all(k.lower in _POINTS for k in subjects)

    def _is_marked(self, token: Token, marks: Collection[str]) -> bool:
        return any(k.lower in marks for k in self.parse.children(token, "mark", "advmod"))

    def _names_thing(self, tokens: Sequence[Token]) -> bool:
        """Whether some words name something that is owed."""
        owed, matters = self.vocabulary.classes["duty_object"], self.vocabulary.matters
        return any(t.pos == "NOUN" and (t.lemma in owed or t.lemma in matters) for t in tokens)

    def _under_heading(self, n: int, own: FoundDuty | None) -> FoundDuty | None:
        """A claim's duty, or that of its section's heading where only the section speaks of it."""
        headed = self._headed.get(self._block(self.drafts[n].start))
        if own is None or headed is None or own is headed or own.act == CEASEFIRE:
            return own
        elsewhere = any(self._headed.get(self._block(m.start)) is not headed for m in own.mentions)
        if elsewhere or not self.duties.falls_under(own, headed):
            return own
        for mention in own.mentions:
            if mention not in headed.mentions:
                headed.add(mention)
        return headed

    def _by_words(self, draft: Draft) -> FoundDuty | None:
        """The duty that the claim's own words speak of, the ceasefire last."""
        if self._points_back(draft):
            return None
        tokens, truce = self._matter(draft), self.duties.ceasefire
        left = self.told.body_left(self.parse, tokens) if draft.stance in _LEAVES else None
        found = left or self.duties.among(self.parse, tokens)
        if found is not None and found is not truce:
            return found
        if found is truce and truce is not None and self._only_uses(draft):
            # "Using the truce to build new lines" is about the lines.
            return self.told.made(self.parse, tokens, self._actors_of(draft)) or truce
        topical = draft.stance in _TOPICAL or draft.stance in _DOING or draft.stance.startswith("REPORT_")
        told = self.told.spoken_of(self.parse, tokens, anywhere=topical)
        if told is not None:
            return told
        if draft.stance in _ANSWERS and (akin := self.told.akin(self.parse, tokens, draft.start)) is not None:
            return akin
        if found is None and self._fights(draft) and draft.stance not in _ANSWERS:
            found = self._truce() if self._names_truce else self._incident(draft) or self._truce()
        if found is not None or self._fights(draft):
            return found
        akin = self._akin(draft)
        if akin is not None:
            return akin
        if draft.stance not in _DOING | _INTRODUCE or draft.stance in _LATE:
            return None
        if (draft.stance in _WHOLE and self.subjects.names(tokens)) or self._block(draft.start) in self._headed:
            return None
        return self.told.made(self.parse, tokens, self._actors_of(draft))

    def _incident(self, draft: Draft) -> FoundDuty | None:
        """The attack that a claim tells of, where the report names no ceasefire that it could be about."""
        return self.told.attack(self.parse, self._matter(draft), self._actors_of(draft))

    def _truce(self) -> FoundDuty | None:
        main = self.subjects.main_range
        return self.duties.ceasefire or (self.duties.by_name_of(main) if main is not None else None)

    def _truce_named(self) -> bool:
        """Whether the report speaks of a ceasefire in words, not only of attacks."""
        truce = self.duties.ceasefire
        return truce is not None and any(m.name for m in truce.mentions)

    def _only_uses(self, draft: Draft) -> bool:
        """Whether a ceasefire is what something else is done with: "using the truce to build new lines"."""
        named = [t for t in self._matter(draft) if t.lemma in _TRUCE and t.dep == "dobj"]
        return any(self.parse.tokens[t.head].lemma in ("use", "exploit", "abuse", "take") for t in named)

    def _actors_of(self, draft: Draft) -> frozenset[int]:
        """The places of those who speak or act in a claim: what a claim is about is done to something else."""
        who = (draft.speaker, draft.relay)
        return frozenset(m.head.start for e in who if e is not None for m in e.mentions)

    def _akin(self, draft: Draft) -> FoundDuty | None:
        """A duty whose words the claim takes up in another form, unless it weighs the agreement itself."""
        if self._fights(draft) or (draft.stance in _WHOLE and self.subjects.names(self._matter(draft))):
            return None
        return self.told.akin(self.parse, self._matter(draft), draft.start)

    def _last_made(self, draft: Draft) -> FoundDuty | None:
        """What a claim tells of that goes on with nothing: its own object or subject."""
        if (
            self._fights(draft)
            or draft.stance in _NOTHING
            or (draft.stance in _WHOLE and self.subjects.names(self._matter(draft)))
        ):
            return None
        return self.told.made(self.parse, self._matter(draft), self._actors_of(draft))

    def _fights(self, draft: Draft) -> bool:
        return not self._points_back(draft) and self.duties.fights(self.parse, self._matter(draft))

    # ------------------------------------------------------------------ what it goes on with

    def _answered(self, n: int) -> Link | None:
        """What the last accusation was about, for whoever rejects "the accusation"."""
        draft = self.drafts[n]
        if draft.stance != "DENY_CONDUCT" or not any(t.lemma in _ALLEGATIONS for t in draft.tokens):
            return None
        for m in range(n - 1, max(-1, n - _ANSWERED), -1):
            about = self._answers[m][0]
            if self.drafts[m].stance == "ACCUSE" and self.drafts[m].speaker is not draft.speaker:
                return about if isinstance(about, Link) and about.commitment is not None else None
        return None

    def _before(self, n: int) -> Link | None:
        """The duty of a claim in the same sentence, else of the claim before it in the paragraph."""
        draft = self.drafts[n]
        for m in range(n + 1, min(n + 4, len(self.drafts))):
            duty = self._own[m]
            if self.drafts[m].order != draft.order:
                break
            if duty is not None:
                return self._link(duty, "")
        for m in range(n - 1, max(-1, n - 4), -1):
            other, (about, how) = self.drafts[m], self._answers[m]
            stated = self._stated_between(other.content[1], draft)
            if stated is not None:
                return self._link(stated, "")
            near = draft.order - other.order <= _FURTHEST
            same = other.paragraph == draft.paragraph or draft.stance in _ANSWERS | _FOLLOW
            same = same or (self._dialogue and draft.stance not in _INTRODUCE)
            if not near or not same:
                return None
            if isinstance(about, Link) and how is not _FALLBACK:
                return about
        stated = self._stated_between(0, draft)
        return self._link(stated, "") if stated is not None else None

    def _stated_between(self, start: int, draft: Draft) -> FoundDuty | None:
        """The duty that a sentence states in front of a claim, in its paragraph: "The army was to dismantle its posts"."""
        block = self.document.blocks[self._block(draft.start)].start
        at = bisect_left(self._stated, draft.content[0], key=lambda s: s[0]) - 1
        return self._stated[at][1] if at >= 0 and self._stated[at][0] >= max(start, block) else None

    def _block(self, at: int) -> int:
        return bisect_right(self._block_starts, at) - 1
