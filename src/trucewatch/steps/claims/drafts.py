"""Turns propositions into draft claims: who, which stance, against whom, in which words, when."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from trucewatch.core.dates import When
from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import StanceJudge
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .agreements import Subjects
from .bare_answers import bare_answer
from .bidding import bidden, is_bidden
from .claim_dates import ClaimDates
from .clause_facts import classes_of
from .conditions import Conditions
from .deciding import StanceDecider
from .draft import (
    BACKGROUND,
    SAYING,
    Draft,
    asked_last,
    for_its_side,
    goes_on,
    is_asserted,
    is_main,
    only_leads,
    said_too,
    stands_alone,
    teller_of,
    verb_of,
    widen,
    without_parts,
)  # fmt: skip
from .issuers import Issuers
from .known import Known
from .mentions import Entity
from .ours import is_ours
from .outlets import is_quoted, only_quotes
from .papers import PAPERS
from .passages import Stretch
from .plain_clauses import by_clause
from .posting import Topic
from .propositions import Frame, Proposition, SentenceReader
from .quotations import find_quotations
from .quote_ends import closed, quoted_part
from .report_dates import ReportDates
from .ruled_clauses import RULES
from .ruled_deeds import decides
from .ruled_forms import set_right_by_form
from .ruled_out import is_charged, is_sorry_for_others, ruled_out
from .ruled_words import blamed, set_right
from .signings import SIGNED, signed
from .speakers import FIRST, PERSONAL
from .spoken import guest, speaks_himself, version_of
from .stances import Features, StanceRules
from .targets import Targets
from .telling import is_elsewhere, is_headlines, is_leaked, on_a_network, what_is_told
from .terms import is_due, tells_terms
from .told_clauses import put_right
from .unsaid import said_at_all, stays_unnamed
from .verbless import verbless
from .voices import quoted
from .wording import CONTRAST, grounds, in_private

_OWN = frozenset({"COMMIT", "RECOMMIT", "AMEND", "SUSPEND", "COMPLY"})
# What a sentence must speak of for a claim without a cue of its own.
_MATTER = "warlike topic agreement attack breach_noun duty_object position group monitor body fulfil harm".split()
# What stands in a report without anybody's having said it.
_NOBODYS = frozenset({"MISSED_DEADLINE", "ASSESS", "REPORT_NOT_DONE", "COMPLY", "CALL_TO_COMPLY"})


class DraftReader(Conditions):
    """Reads one paragraph after the other, in order, remembering who spoke last."""

    def __init__(
        self,
        parse: Parse,
        known: Known,
        vocabulary: ReportVocabulary,
        actors: ActorFinder,
        subjects: Subjects,
        dates: ReportDates,
        issuers: Issuers,
        narrator: Entity | None = None,
        judge: StanceJudge | None = None,
    ) -> None:
        super().__init__(parse, known, vocabulary, actors, Targets(actors, subjects, vocabulary))
        self.subjects = subjects
        self.dates = dates
        self.decider = StanceDecider(StanceRules(vocabulary), judge, dates.document.text)
        self.last_frame: Frame | None = None
        self.order = 0
        self._days = ClaimDates(parse, vocabulary, dates)
        self._told_of: Entity | None = None
        self._topic = Topic(parse, vocabulary.speech, actors.is_actor)
        # Who makes a statement, and speaks wherever nobody else does.
        self.narrator = Frame(narrator.mentions[0].head, None, 0) if narrator is not None else None
        self.issuers = issuers
        self._matter = frozenset(vocabulary.roles).union(*(vocabulary.classes[name] for name in _MATTER))
        self._classes = classes_of(vocabulary)
        self._speaking: set[Entity] = set()
        # The last sentence that somebody was said to say, its paragraph, and who says it.
        self._tells: tuple[int, int, Frame] | None = None
        self._told_on: Frame | None = None
        self._last_said: When | None = None

    def read(
        self, part: Stretch, sentences: Sequence[tuple[int, int]], skip: Sequence[tuple[int, int]]
    ) -> Iterator[Draft]:
        """The drafts of one stretch; `skip` are the ranges of citations, in order."""
        self._issued(part)
        self._days.in_turns |= part.label is not None
        before = Frame(None, None, 0, part.label) if part.label else self.last_frame
        who = (self.speakers.can_speak, self.speakers.named_speaker)
        inside = find_quotations(self.parse, sentences, self.vocabulary.speech, before, *who)
        reader = SentenceReader(self.parse, self.vocabulary.speech, inside, part.label, *who)
        starts = [a for a, _ in skip]
        for bounds in sentences:
            tokens = self.parse.tokens[bounds[0] : bounds[1]]
            self.order += 1
            at = bisect_right(starts, tokens[0].start + 1) - 1
            if at >= 0 and skip[at][1] > tokens[0].start + 1:
                continue
            end = next((t.text for t in reversed(tokens) if t.pos != "SPACE" and t.text not in "\"')"), ".")
            if reader.account is not None and speaks_himself(tokens, self.vocabulary.speech):
                reader.account = None
            lead = self._topic.lead(tokens, reader.subjects, part.start if part.label else 0)
            where = (bounds, self.speakers.text_in_focus, before, lead)
            propositions = self.known.propositions(where, partial(reader.read, self.order, bounds, end))
            self._told_on = None
            yield from self._sentence(tokens, propositions, part.paragraph)
            self._note_teller(part.paragraph)
            self._focus(propositions)
            if self._told_of is not None:
                # "A friend tells me the minister privately accepted it. In public he ...": the minister.
                self.actors.use(self._told_of)
            if (teller := version_of(self.parse, tokens, self.actors.is_actor)) is not None:
                reader.account = Frame(teller, None, self.order)
            if bounds is sentences[-1] and (who_came := guest(self.parse, tokens, self.actors.is_actor)) is not None:
                # What stands in quotation marks below is theirs.
                self.last_frame = Frame(who_came, None, self.order)
            self.actors.bring_up(self.parse, tokens, asked=end == "?")
            self._topic.note(tokens, self.last_frame, self.order, asked=end == "?")

    def _issued(self, part: Stretch) -> None:
        """Takes note of who issues a stretch: theirs are "we" and "it", and what nobody else is said to say."""
        if self.issuers.writer is not None and self.speakers.writer is None:
            self.speakers.writer = self.actors.labelled(*self.issuers.writer, person=False)
        issuer = self.issuers.at(part.start)
        if issuer is not self.issuer:
            self.issuer = issuer
            self.speakers.author = self.actors.labelled(*issuer.name, person=False) if issuer is not None else None
            self.narrator = Frame(None, None, 0, issuer.name) if issuer is not None else None
            if self.speakers.author is not None:
                self.actors.use(self.speakers.author)

    def _note_teller(self, paragraph: int) -> None:
        """Remembers who spoke in the sentence that was read, for one that goes on without saying who speaks."""
        frame = self.last_frame if self.last_frame is not None and self.last_frame.sentence == self.order else None
        if frame is None or frame.verb is None or frame.verb.tag != "VBD":
            frame = self._told_on
        self._tells = (self.order, paragraph, frame) if frame is not None else None

    def _focus(self, propositions: Sequence[Proposition]) -> None:
        """Notes whether "it" at the start of the next sentence will mean the agreement."""
        for p in propositions:
            if p.subject is not None and p.subject.lower not in PERSONAL:
                self.speakers.text_in_focus = self.subjects.is_text(self.parse, p.subject)
                self.speakers.topic = p.subject
                label = p.frame.label if p.frame is not None and p.frame.verb is None else None
                if label is not None and is_ours(self.parse, p.subject):
                    # "Our patrol reached Boma. It counted ...", in a post: theirs.
                    self.actors.use(self.actors.labelled(*label))
                elif label is not None and p.where != "aside" and p.subject.pos in ("NOUN", "PROPN"):
                    self._bring_up(p.subject, self.actors.labelled(*label))
                if p.frame is None and p.where != "aside" and self.actors.is_actor(p.subject):
                    # Who has just been spoken of is who "he" or "it" will be.
                    paper = p.subject.lemma in PAPERS
                    entity = self.speakers.who(self.parse, p.subject, p) if paper else self.actors.entity(p.subject)
                    for one in (entity, self.actors.joint(self.parse, p.subject)):
                        if one is not None:
                            self.actors.use(one)
                return

    def _bring_up(self, subject: Token, teller: Entity) -> None:
        """Takes note of others of whom somebody speaks in a turn: "What have the rebels done? They promised to ..."."""
        none = any(k.lower == "no" for k in self.parse.children(subject, "det"))
        other = (
            not none
            and self.actors.is_actor(subject)
            and not self.speakers.same_side(self.parse, teller, subject, own=True)
        )
        entity = self.actors.entity(subject) if other else None
        if entity is not None:
            self.actors.use(entity)

    def _sentence(
        self, tokens: Sequence[Token], propositions: Sequence[Proposition], paragraph: int
    ) -> Iterator[Draft]:
        taken: set[int] = set()
        unasserted: set[int] = set()
        drafts: list[Draft] = []
        left: list[Proposition] = []
        words = {t.lemma for t in tokens}
        if is_headlines(self.actors.document.text, tokens[0].start):
            return
        apart = self.issuer is None and is_elsewhere(self.parse, tokens, words, self.vocabulary.classes)
        self._tokens, self._private, self._told_of = tokens, in_private(tokens), None
        self.decider.begin(tokens)
        governors = self._days.governors(tokens, propositions, paragraph)
        asserts = partial(is_asserted, self.parse, self.vocabulary.speech)
        for p in propositions:
            below = p.under is not None and p.under.i in taken and not goes_on(self.parse, p.under, p.head)
            if below and p.mark not in CONTRAST | BACKGROUND | SAYING:
                taken.add(p.head.i)
                continue
            quiet = verbless(self.parse, p, tokens, self.actors.is_actor)
            quiet = self._quiet = quiet or bare_answer(self.parse, p, tokens, self.vocabulary.classes)
            if p.where == "aside" and quiet is None:
                self._note_frame(p)
                continue
            if only_leads(self.parse, p.head, self.vocabulary.speech):
                continue
            asserted = quiet is not None or self.known.asserted(p, asserts)
            if not asserted or (p.under is not None and p.under.i in unasserted):
                unasserted.add(p.head.i)
                continue
            self._note_frame(p)
            draft = None
            if quiet is not None:
                draft = self._draft(p, paragraph, tokens[0].start)
            elif not apart:
                draft = self._told(p, paragraph, tokens[0].start) or self._draft(p, paragraph, tokens[0].start)
            if draft is not None:
                taken.add(p.head.i)
                if not self._told_already(draft, drafts):
                    drafts.append(draft)
            else:
                left.append(p)
        self._quiet = None
        about = not apart and (words & self._matter or any(self._heard(p) for p in left))
        told = [d for d in drafts if not d.passing]
        drafts += self._by_default(left, told, paragraph, tokens[0].start, "default" if about else "apart")
        for draft in (drafts := without_parts(drafts)):
            self._days.give(draft, governors)
            if draft.is_told_on:
                # What was done is told when the sentence before was.
                draft.happened, draft.said = draft.happened or draft.said, self._last_said
            self._as_teller_has_it(draft)
            if draft.speaker is None and draft.frame is None and self.issuer is not None:
                draft.speaker = self.speakers.author
        widen(self.parse, drafts)
        for draft in drafts:
            draft.end = closed(self.parse, tokens, draft.start, draft.end)
        self._remember(drafts)
        yield from sorted(drafts, key=lambda d: d.content)

    def _remember(self, drafts: Sequence[Draft]) -> None:
        """Takes note of who spoke, of whom it was told in private, and of the day, for the sentences that follow."""
        for draft in drafts:
            if draft.speaker is not None:
                self._speaking.add(draft.speaker)
                if not draft.passing:
                    self.actors.use(draft.speaker)
            if draft.target is not None and draft.target.person and self._is_private(draft.stance):
                self._told_of = draft.target
        said = (d.said for d in drafts if d.frame is not None)
        self._last_said = next((day for day in said if day is not None), self._last_said if self._told_on else None)

    def _told(self, p: Proposition, paragraph: int, start: int, source: str = "cue") -> Draft | None:
        """What a statement asserts in its own voice, as a claim of whoever makes the statement."""
        narrator = self.narrator or self._goes_on_telling(p, paragraph)
        if narrator is None or p.frame is not None or (p.where == "report" and not self._others_decide(p)):
            return None
        if self.issuer is not None and self.issuer.reports and self._done_by_others(p):
            doer = self.speakers.speaker(self.parse, p)
            if not self.known.facts(p).negative or (doer is not None and self.speakers.class_of(doer) == "third"):
                # A report that tells what a party did, or another mission could not: that is theirs.
                return None
        if source != "cue" and not self._matters(p):
            return None
        draft = self._draft(self.known.told(p, narrator), paragraph, start, source)
        if draft is None or draft.stance == "PUBLIC_SILENCE" or (self._told_on and draft.stance in _NOBODYS):
            return None
        # "The government put its name to the accord": also in its enemy's statement that is the government's act.
        owned = p.subject is not None and any(k.pos == "PRON" for k in self.parse.children(p.subject, "poss"))
        reports = self.issuer is not None and self.issuer.reports
        others = (self.issuer is not None or self._told_on) and (reports or self._done_by_others(p)) and not owned
        # "He promised it. The army had shelled Dol": nobody owns up to what he tells of others.
        theirs = _OWN | {"ECHO", "COMPLY_PART"} | ({"BREACH_ADMITTED"} if self._told_on else set())
        return None if draft.stance in theirs and others else draft

    def _goes_on_telling(self, p: Proposition, paragraph: int) -> Frame | None:
        """Who spoke in the sentence before, where this one goes on in the past perfect: "He denied it. His men had not left"."""
        if self._tells is None or self._tells[:2] != (self.order - 1, paragraph) or p.frame is not None:
            return None
        first = p.head
        while first.dep == "conj" and first.head != first.i:
            first = self.parse.tokens[first.head]
        perfect = first.tag == "VBN" and any(k.lower == "had" for k in self.parse.children(first, "aux"))
        if p.where != "act" or not perfect or not is_main(self.parse, p.head):
            return None
        speaker = self.speakers.speaker(self.parse, self.known.told(p, self._tells[2]))
        if speaker is None or self.speakers.class_of(speaker) != "party":
            # What monitors tell is told by the text as well.
            return None
        self._told_on = self._tells[2]
        return self._told_on

    def _others_decide(self, p: Proposition) -> bool:
        """Whether a statement tells what others have decided: they say nothing by that."""
        if not decides(p) or p.subject is None or self.issuer is None:
            return False
        names = set(self.actors.document.text[slice(*self.issuer.name)].lower().split())
        # "The leadership of the Tigers has decided ...", in the statement of the Tigers.
        own = any(t.lower in names for t in self.parse.subtree(p.subject) if t.pos in ("NOUN", "PROPN"))
        return not own and p.subject.pos != "PRON" and self._done_by_others(p)

    def _heard(self, p: Proposition) -> bool:
        """Whether somebody speaks whose claims the text has told before: what they say next belongs to it."""
        return p.frame is not None and self.speakers.speaker(self.parse, p) in self._speaking

    def _matters(self, p: Proposition) -> bool:
        """Whether a proposition speaks of anything that a truce is about."""
        return not self._matter.isdisjoint(self.known.facts(p).lemmas)

    def _done_by_others(self, p: Proposition) -> bool:
        speaker = self.speakers.speaker(self.parse, p)
        if self.speakers.doer(self.parse, p, self.speakers.author) == "nobody":
            # "The guns will be removed by 3 June": guns remove nothing.
            return False
        return speaker is not None and speaker is not self.speakers.author

    def _by_default(
        self, left: Sequence[Proposition], drafts: Sequence[Draft], paragraph: int, start: int, source: str = "default"
    ) -> list[Draft]:
        """The claims of verbs of saying that no cue fits, one each; without any, one thing that is done.

        A speaker's aside in a transcript, "I have promised my wife to repair it", is left to the judge.
        """
        found: list[Draft] = []
        told = {verb_of(d.frame) for d in drafts}
        order = sorted(left, key=lambda p: p.frame is None and not self._matters(p))
        # Several clauses are asked one by one before the whole; so is what somebody says of whom more is told by the way.
        for p in sorted(order, key=lambda p: p.where == "report" and asked_last(self.parse, p)):
            alone = stands_alone(self.parse, p)
            if drafts and (p.frame is None or p.frame.verb is None) and not alone:
                continue
            if self._is_empty(p) or (p.under is not None and self.vocabulary.speech.get(p.under.lemma) == "call"):
                # What somebody is called on to do is not said to be so.
                continue
            if (verb_of(p.frame) in told and not said_too(self.parse, p) and not alone) or (
                p.where == "report" and p.head.start in told
            ):
                continue
            aside = p.frame is not None and p.frame.verb is None and not self._matters(p) and not for_its_side(p)
            asked = "apart" if aside else source
            draft = self._told(p, paragraph, start, asked) or self._draft(p, paragraph, start, asked)
            if draft is None or self._told_already(draft, [*drafts, *found]):
                continue
            same = (d for d in [*drafts, *found] if d.stance == draft.stance)
            if not said_too(self.parse, p) and any(verb_of(d.frame) == verb_of(p.frame) >= 0 for d in same):
                continue
            draft.adrift = draft.speaker is None and draft.stance not in _NOBODYS
            found.append(draft)
            told |= {verb_of(p.frame), p.head.start}
        return found

    def _told_already(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether what somebody passes on is within what is passed on already: "aides say he promised that ..."."""
        if not self._is_private(draft.stance):
            return False
        same = (d for d in drafts if d.teller == draft.teller and self._is_private(d.stance))
        return any(d.content[0] <= draft.content[0] and draft.content[1] <= d.content[1] for d in same)

    def _note_frame(self, p: Proposition) -> None:
        """Remembers who speaks, for quotations and pronouns that follow."""
        if p.where in ("report", "aside") and p.subject is not None:
            speaker = quoted(self.parse, p.head) or p.subject
            self.last_frame = Frame(speaker, p.head, p.sentence)
            entity = self.speakers.who(self.parse, speaker, p)
            teller = p.frame.speaker if p.frame is not None and p.frame.verb is not None else None
            # "It said that the government had added conditions": the government is not who "it" is.
            it = teller is not None and teller.lower in ("it", "they")
            if entity is not None and not it:
                self.actors.use(entity)

    # ------------------------------------------------------------------ one proposition

    def _owners(
        self, p: Proposition, stance: str, speaker: Entity | None
    ) -> tuple[Entity | None, Entity | None, Entity | None]:
        """Whose claim it is, who passes it on, and at whom it is aimed."""
        if speaker is not None and is_bidden(self.parse, p, stance):
            return None, None, speaker
        owner, relay = self._owner(p, stance, speaker)
        return owner, relay, self.speakers.target(self.parse, p, stance, owner)

    def _draft(self, p: Proposition, paragraph: int, sentence_start: int, source: str = "cue") -> Draft | None:
        own, quiet = (facts := self.known.facts(p)).own, self._quiet
        speaker = self.speakers.speaker(self.parse, p)
        conditions = facts.by_words | self._conditions(*self._as_told(p, speaker))
        verb = "report" in conditions and self.vocabulary.speech.get(p.head.lemma) == "say"
        words = facts.words(verb=verb, acts=not conditions.isdisjoint(("self", "other")))
        features = Features(facts.predicate, *words, conditions)
        main = p.frame is not None or (p.where == "report" if source == "apart" else is_main(self.parse, p.head))
        never = partial(ruled_out, self.parse, p, own, self._tokens, conditions, self.vocabulary)
        clause = partial(facts.clause, self._tokens, self._classes)
        decision = self.decider.decide(features, own, source, alone=main, never=never, clause=clause)
        stance = set_right(self.parse, p, own, conditions, self.vocabulary.classes, decision.stance)
        stance = set_right_by_form(self.parse, p, own, conditions, self.vocabulary.classes, stance)
        stance = signed(self.parse, p.head) if p.mark == SIGNED else bidden(self.parse, p, stance)
        if stance is None and source == "cue" and self._unspoken(p) and blamed(self.parse, p.head) is not None:
            stance = "THIRD_PARTY_FINDING"
        stance = quiet.stance if quiet else self._put_right(p, own, conditions, stance)
        if stance is None or (p.mark in BACKGROUND and stance != "COMMIT"):
            return None
        if self._claims_nothing(p, stance, conditions, speaker):
            return None
        stance = by_clause(self.parse, p, conditions, self.vocabulary.classes, stance, self._is_text)
        terms = self._unspoken(p) and tells_terms(self.parse, p, stance, self._is_text)
        other = p.frame is None and stance in ("COMMIT", "AMEND") and self._about_other_agreement(own)
        if not stance or terms or other or is_due(self.parse, p, stance):
            return None
        speaker, relay, target = self._owners(p, stance, speaker)
        if quiet is not None and speaker is None:
            return None
        first, last = quoted_part(self.parse, own)
        return Draft(
            stance=stance,
            speaker=speaker,
            target=target,
            relay=relay,
            start=first.start,
            end=last.end,
            content=(first.start, last.end),
            quoted=p.quoted,
            tokens=own,
            frame=p.frame,
            order=p.sentence,
            sentence_start=sentence_start,
            paragraph=paragraph,
            private="private" in conditions,
            polarity="negative" if "negative" in conditions else "positive",
            time=next(c for c in ("past", "present", "ongoing", "future", "must", "possible") if c in conditions),
            head=p.head,
            subject=p.subject,
            grounds=tuple(grounds(self.parse, p)),
            social=on_a_network(self.parse, own, p.frame),
            leaked=is_leaked(self.parse, p.frame),
            after=self.speakers.repeated(self.parse, p, own) if stance == "ECHO" else None,
            told=what_is_told(self.parse, p, self.vocabulary.speech),
            teller=teller_of(p),
            passing=p.mark == SIGNED,
            notes=[decision.by] if decision.by else [],
            named=quiet is not None or self._settled,
        )

    def _put_right(
        self, p: Proposition, own: Sequence[Token], conditions: frozenset[str], stance: str | None
    ) -> str | None:
        """The stance, knowing whether anything was said, and what its words rule out beside that."""
        said = said_at_all(self.parse, p, stance, self.vocabulary.speech)
        return self._noted(p, said, put_right(RULES, p, own, conditions, self.vocabulary.classes, said))

    def _claims_nothing(self, p: Proposition, stance: str, conditions: frozenset[str], speaker: Entity | None) -> bool:
        """Whether somebody only tells of a charge against himself, is sorry for what others did, of his enemy's "we", or what an
        agency quotes another as saying."""
        if stays_unnamed(self.parse, p):
            return True
        says = self.vocabulary.speech.get(p.head.lemma) == "say"
        if only_quotes(self.parse, p.head) or (says and is_quoted(self.parse, p.head)):
            return True
        ours = partial(self.speakers.same_side, self.parse, speaker or self.speakers.author)
        if stance == "ACCUSE":
            return is_charged(self.parse, p, ours)
        if stance in ("BREACH_ADMITTED", "THIRD_PARTY_FINDING"):
            return is_sorry_for_others(self.parse, p, conditions)
        # "The rebels say that we promised it" is no promise of theirs.
        mine = p.subject is not None and p.subject.lower in FIRST
        return stance == "COMMIT" and "other" in conditions and mine

    def _is_text(self, subject: Token | None) -> bool:
        it = subject is not None and subject.lower == "it" and self.speakers.text_in_focus
        return it or self.subjects.is_text(self.parse, subject)

    def _about_other_agreement(self, own: Iterable[Token]) -> bool:
        kinds = [kind for t in own if (kind := self.subjects.is_main(t)) is not None]
        main = self.subjects.main
        return bool(kinds) and not any(kinds) and main is not None and main.main
