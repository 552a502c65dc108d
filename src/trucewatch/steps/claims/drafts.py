"""Turns propositions into draft claims: who, which stance, against whom, in which words, when."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder, Entity, authority_of, kind_of
from .agreements import Subjects
from .propositions import (
    Frame, Proposition, Quotations, SentenceReader, agent_of, negated, predicate_lemmas, subject_of, time_of,
)
from .report_dates import Dated, ReportDates
from .stances import Features, StanceRules

_PERSONAL = frozenset("he she it they we i you his her its their our my him them us".split())
_FIRST = frozenset("we i our my us".split())
_PAPERS = frozenset("statement report letter tweet post communiqué communique message note article video interview text memo".split())
_CONTRAST = frozenset("while whereas although though but".split())
_BACKGROUND = frozenset("after when since following".split())
_UNASSERTED = frozenset("if unless whether before until once as because lest so to".split())
_PRIVATE = frozenset("privately secretly confidentially quietly discreetly".split())
_PARTIAL = frozenset("half part partial partially partly percent portion third quarter".split())
_GOVERNED = frozenset({"ccomp", "xcomp", "pcomp", "acl", "relcl", "csubj"})
_COLLECTIVE = frozenset("party side delegation committee commission government army meeting negotiator capital leader both commander".split())
_JOINT = frozenset({"COMMIT", "RECOMMIT", "AMEND", "REPORT_PROGRESS"})
_TARGETED = frozenset({"ACCUSE", "CALL_TO_COMPLY", "ATTACK_MONITOR", "THIRD_PARTY_FINDING_BY_COUNTERPARTY", "REPORT_KNOWLEDGE"})


@dataclass
class Draft:
    """A claim in the making. Ranges are of the working text; `order` counts sentences through the report."""

    stance: str
    speaker: Entity | None
    target: Entity | None
    relay: Entity | None
    start: int
    end: int
    content: tuple[int, int]
    where: str
    quoted: bool
    parse: Parse
    tokens: tuple[Token, ...]
    frame: Frame | None
    order: int
    paragraph: int
    private: bool
    polarity: str
    time: str
    said: When | None = None
    happened: When | None = None
    grounds: tuple[tuple[int, int], ...] = ()
    noted: bool = False
    social: bool = False
    notes: list[str] = field(default_factory=list)


class DraftReader:
    """Reads one sentence after the other, in order, remembering who spoke last."""

    def __init__(
        self, document: Document, vocabulary: ReportVocabulary, actors: ActorFinder, subjects: Subjects, dates: ReportDates
    ) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.actors = actors
        self.subjects = subjects
        self.dates = dates
        self.rules = StanceRules(vocabulary)
        self.last_frame: Frame | None = None
        self.text_in_focus = False
        self.order = 0

    def read(self, parse: Parse, paragraph: int, label: tuple[int, int] | None, skip: Sequence[tuple[int, int]]) -> Iterator[Draft]:
        """The drafts of one stretch; `skip` are the ranges of citations in order."""
        inside = self._quotations(parse, label)
        reader = SentenceReader(parse, self.vocabulary.speech, inside, label, self._can_speak)
        starts = [a for a, _ in skip]
        for bounds in parse.sentences:
            tokens = parse.tokens[bounds[0] : bounds[1]]
            if not tokens:
                continue
            self.order += 1
            at = bisect_right(starts, tokens[0].start + 1) - 1
            if at >= 0 and skip[at][1] > tokens[0].start + 1:
                continue
            end = next((t.text for t in reversed(tokens) if t.pos != "SPACE" and t.text not in "\"')"), ".")
            propositions = list(reader.read(self.order, bounds, end))
            yield from self._sentence(parse, tokens, propositions, paragraph)
            self._focus(parse, propositions)

    # ------------------------------------------------------------------ quotation marks

    def _quotations(self, parse: Parse, label: tuple[int, int] | None) -> Quotations:
        inside = Quotations()
        marks = [t for t in parse.tokens if t.text == '"']
        regions = [(a.end, b.start) for a, b in zip(marks[::2], marks[1::2], strict=False)]
        if len(marks) % 2:
            regions.append((marks[-1].end, parse.tokens[-1].end))
        verbs = [
            t for t in parse.tokens
            if t.lemma in self.vocabulary.speech and t.pos == "VERB" and (parse.children(t, "nsubj") or agent_of(parse, t))
        ]
        spans = [(parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.sentences if b > a]
        starts = [t.start for t in verbs]
        last = Frame(None, None, 0, label) if label else self.last_frame
        outer = _outside(verbs, regions)
        outer_starts = [t.start for t in outer]
        for start, end in regions:
            verb = _nearest(outer, outer_starts, spans, start, end)
            if verb is not None:
                last = Frame(subject_of(parse, verb) or agent_of(parse, verb), verb, 0)
            inside.add(start, end, last)
        del starts
        return inside

    def _can_speak(self, parse: Parse, token: Token | None) -> bool:
        """Whether the subject of a verb of saying is somebody rather than a text or a thing."""
        if token is None:
            return False
        if token.lower == "it" and self.text_in_focus:
            return False
        if token.lower in _PERSONAL or token.pos == "PRON":
            return token.lower not in ("this", "that", "which", "what", "there", "nothing")
        if token.lemma in _PAPERS and not self.subjects.is_text(parse, token):
            return True
        return not self.subjects.is_text(parse, token) and self.actors.is_actor(token)

    def _focus(self, parse: Parse, propositions: Sequence[Proposition]) -> None:
        """Whether "it" at the start of the next sentence will mean the agreement."""
        for p in reversed(propositions):
            if p.subject is not None and p.subject.lower not in _PERSONAL and p.where != "report":
                self.text_in_focus = self.subjects.is_text(parse, p.subject)
                return

    # ------------------------------------------------------------------ one sentence

    def _sentence(
        self, parse: Parse, tokens: Sequence[Token], propositions: Sequence[Proposition], paragraph: int
    ) -> Iterator[Draft]:
        taken: set[int] = set()
        heads = {p.head.i for p in propositions}
        drafts: list[Draft] = []
        for p in propositions:
            if p.under is not None and p.under.i in taken and p.mark not in _CONTRAST:
                taken.add(p.head.i)
                continue
            if p.frame is not None and p.frame.verb is not None and p.frame.speaker is not None:
                self.last_frame = p.frame
            if p.where == "report" and p.subject is not None:
                self.last_frame = Frame(p.subject, p.head, p.sentence)
            if not self._asserted(parse, p):
                continue
            draft = self._draft(parse, p, paragraph)
            if draft is not None:
                taken.add(p.head.i)
                drafts.append(draft)
            elif p.where == "report":
                self._remember(parse, p.subject, p)
        self._place_dates(parse, tokens, drafts, heads)
        _widen(drafts)
        for draft in drafts:
            if draft.speaker is not None:
                self.actors.use(draft.speaker)
        yield from drafts

    def _remember(self, parse: Parse, token: Token | None, p: Proposition) -> None:
        if token is not None:
            entity = self._who(parse, token, p)
            if entity is not None:
                self.actors.use(entity)

    def _asserted(self, parse: Parse, p: Proposition) -> bool:
        """Whether the text, or somebody in it, puts the proposition forward as so."""
        if p.question:
            return False
        if p.mark in _UNASSERTED and p.mark != "to":
            return False
        if p.mark in _BACKGROUND and p.where != "act":
            return False
        if p.head.dep in ("relcl", "acl", "advcl") and p.mark not in _CONTRAST | _BACKGROUND:
            return False
        if p.head.dep in _GOVERNED and p.under is not None and not p.control:
            above = p.under
            return above.lemma in self.vocabulary.speech or (p.frame is not None and p.frame.verb is above)
        has_goal = parse.children(p.head, "xcomp")
        return not (has_goal and p.head.lemma in ("have", "begin", "start", "continue", "be", "want", "intend", "plan", "refuse", "fail", "go", "decline", "try"))

    def _draft(self, parse: Parse, p: Proposition, paragraph: int) -> Draft | None:
        own = tuple(_own(parse, p))
        speaker = self._speaker(parse, p)
        polarity = "negative" if negated(parse, p) else "positive"
        time = time_of(parse, p)
        doer = self._doer(parse, p, speaker)
        lemmas = frozenset(t.lemma for t in own)
        head = predicate_lemmas(parse, p.head)
        conditions = {polarity, time, doer, "act" if p.frame is None else "said"}
        if p.where == "report" or (p.head.lemma in self.vocabulary.speech and p.head.pos == "VERB"):
            conditions.add("report")
        if speaker is not None:
            conditions.add(self._class_of(speaker))
        elif p.frame is not None:
            conditions.add("party")
        conditions |= _flags(own, lemmas)
        stance = self.rules.decide(Features(head, lemmas, " ".join(t.lemma for t in own), frozenset(conditions)))
        if stance is None or (p.mark in _BACKGROUND and stance != "COMMIT"):
            return None
        if p.frame is None and stance in ("COMMIT", "AMEND") and self._about_other_agreement(own):
            return None
        relay = None
        subject = self._who(parse, p.subject, p)
        if stance in _JOINT and p.frame is not None and subject is not None and p.subject is not None:
            if speaker is not None and self._class_of(speaker) == "third" and subject is not speaker and self._joint(parse, p.subject):
                relay, speaker = speaker, subject
        if p.frame is None and doer in ("text", "event", "nobody") and p.where != "report":
            speaker = None
        target = self._target(parse, p, stance, speaker, subject)
        first, last = own[0], own[-1]
        first, last = _trim(own)
        return Draft(
            stance=stance, speaker=speaker, target=target, relay=relay, start=first.start, end=last.end,
            content=(first.start, last.end), where=p.where, quoted=p.quoted, parse=parse, tokens=own, frame=p.frame,
            order=p.sentence, paragraph=paragraph, private="private" in conditions, polarity=polarity, time=time,
            grounds=tuple(_grounds(parse, p)), social=bool(lemmas & {"tweet", "twitter", "post", "facebook", "telegram", "x"}),
        )

    def _joint(self, parse: Parse, token: Token) -> bool:
        words = {t.lemma for t in parse.subtree(token)[:14]}
        return bool(words & _COLLECTIVE) and (token.tag == "NNS" or bool(words & {"committee", "commission", "joint"}))

    def _about_other_agreement(self, own: Iterable[Token]) -> bool:
        flags = [f for t in own if (f := self.subjects.is_main(t)) is not None]
        main = self.subjects.main
        return bool(flags) and not any(flags) and main is not None and main.main

    # ------------------------------------------------------------------ who

    def _speaker(self, parse: Parse, p: Proposition) -> Entity | None:
        if p.frame is None:
            return self._who(parse, p.subject, p)
        if p.frame.label is not None and p.frame.speaker is None:
            return self.actors.labelled(*p.frame.label)
        return self._who(parse, p.frame.speaker, p, framed=True)

    def _who(self, parse: Parse, token: Token | None, p: Proposition, *, framed: bool = False) -> Entity | None:
        """The actor that a token names or stands for."""
        if token is None:
            return None
        word = token.lower
        if word in _FIRST:
            if p.frame is not None and not framed:
                return self._speaker(parse, p)
            return None
        if word in _PERSONAL:
            return self.actors.pronoun(word)
        if word in ("who", "which", "that") and token.pos == "PRON":
            return None
        if token.lemma in _PAPERS:
            return self._author_of(parse, token)
        if not self.actors.is_actor(token) or self.subjects.is_text(parse, token):
            return self._inside(parse, token) if token.lemma in ("meeting", "talk", "round") else None
        return self.actors.entity(parse, token)

    def _inside(self, parse: Parse, token: Token) -> Entity | None:
        """The body whose meeting is spoken of."""
        for kid in parse.children(token, "prep"):
            if kid.lower in ("of", "between"):
                for inner in parse.children(kid, "pobj"):
                    return self.actors.entity(parse, inner)
        return None

    def _author_of(self, parse: Parse, token: Token) -> Entity | None:
        """Whose statement, report or post it is: "a statement from X", "X's report"."""
        for kid in parse.children(token, "poss", "compound", "nmod"):
            if self.actors.is_actor(kid) and kid.lower not in _PERSONAL:
                found = self.actors.entity(parse, kid)
                if found is not None:
                    return found
        for kid in parse.children(token, "prep", "agent", "acl"):
            for inner in (*parse.children(kid, "pobj"), *(i for a in parse.children(kid, "agent", "prep") for i in parse.children(a, "pobj"))):
                if kid.lower in ("from", "by", "of") or kid.dep == "acl":
                    return self.actors.entity(parse, inner)
        return None

    def _class_of(self, entity: Entity) -> str:
        level = authority_of(entity, self.vocabulary)
        if level == "T":
            return "third"
        if level == "A" or entity.lemmas & self.vocabulary.classes["analyst"]:
            return "analyst"
        return "anonymous" if kind_of(entity, self.vocabulary) == "anonymous" else "party"

    def _doer(self, parse: Parse, p: Proposition, speaker: Entity | None) -> str:
        """self, other, text, event or nobody: who does what the predicate says, seen from the speaker."""
        subject = p.subject
        passive = any(k.dep == "nsubjpass" for k in parse.children(p.head)) and agent_of(parse, p.head) is None
        if subject is None:
            return "nobody"
        if subject.lower == "it" and self.text_in_focus and not p.frame:
            return "text"
        if self.subjects.is_text(parse, subject):
            return "nobody" if passive else "text"
        if passive:
            return "nobody"
        word = subject.lower
        if p.frame is not None:
            if word in _FIRST:
                return "self"
            if word in _PERSONAL:
                if word == "it" and self.text_in_focus:
                    return "text"
                return "other" if p.quoted else "self"
        owner = [k for k in parse.children(subject, "poss") if k.lower in _PERSONAL]
        if owner and p.frame is not None and (not p.quoted or owner[0].lower in _FIRST):
            return "self" if self.actors.is_actor(subject) or subject.lemma not in self.vocabulary.classes["breach_noun"] else "event"
        if word in _PERSONAL:
            return "self"
        if not self.actors.is_actor(subject):
            return "event"
        if p.frame is None:
            return "self"
        return "self" if self._same_side(parse, speaker, subject) else "other"

    def _same_side(self, parse: Parse, speaker: Entity | None, subject: Token) -> bool:
        if speaker is None:
            return False
        entity = self.actors.entity(parse, subject)
        if entity is speaker:
            return True
        if entity is not None and entity.known and speaker.known and entity.known.side and speaker.known.side:
            return entity.known.side == speaker.known.side
        mine = speaker.lemmas
        theirs = {t.lemma for t in parse.subtree(subject)[:10]}
        camps = self.vocabulary.classes["state_camp"], self.vocabulary.classes["rebel_camp"]
        if self._class_of(speaker) in ("third", "anonymous", "analyst"):
            return False
        if subject.pos == "PROPN":
            return bool({w for w in mine if w} & {subject.lemma})
        mine = mine | self._camp_by_name(speaker)
        return any(mine & camp and theirs & camp for camp in camps) and not any(
            mine & a and theirs & b for a, b in (camps, camps[::-1])
        )

    def _camp_by_name(self, speaker: Entity) -> frozenset[str]:
        head = speaker.mentions[0].head
        if speaker.person:
            return frozenset({"army"}) if speaker.lemmas & {"general", "colonel", "minister", "president"} else frozenset()
        return frozenset({"state"}) if head.entity == "GPE" else frozenset({"movement"}) if head.pos == "PROPN" else frozenset()

    def _target(self, parse: Parse, p: Proposition, stance: str, speaker: Entity | None, subject: Entity | None) -> Entity | None:
        """Whom the claim accuses, calls on or reports about."""
        if stance.startswith("REPORT_PRIVATE") or stance == "REPORT_KNOWLEDGE":
            return subject if subject is not speaker else None
        if stance not in _TARGETED and not (stance == "THIRD_PARTY_FINDING" and p.where == "said"):
            return None
        if p.frame is not None and subject is not None and subject is not speaker and p.subject is not None:
            return subject
        for dep in ("dobj", "prep", "ccomp", "xcomp"):
            for kid in parse.children(p.head, dep):
                for inner in [kid] if dep == "dobj" else parse.children(kid, "pobj", "nsubj", "nsubjpass"):
                    if self.actors.is_actor(inner) and not self.subjects.is_text(parse, inner) and inner.lemma != "reporter":
                        found = self._who(parse, inner, p)
                        if found is not None and found is not speaker:
                            return found
        return None

    # ------------------------------------------------------------------ when

    def _place_dates(self, parse: Parse, tokens: Sequence[Token], drafts: Sequence[Draft], heads: set[int]) -> None:
        """Gives every draft of a sentence the dates that belong to its saying and to what it tells."""
        dated = self.dates.dated(tokens[0].start, tokens[-1].end) if drafts else []
        if not dated:
            return
        starts = [t.start for t in tokens]
        for d in dated:
            token = tokens[max(0, bisect_right(starts, d.mention.start) - 1)]
            governor = next((a for a in parse.ancestors(token) if a.i in heads), None)
            for draft in drafts:
                self._give(parse, draft, d, governor)

    def _give(self, parse: Parse, draft: Draft, d: Dated, governor: Token | None) -> None:
        verb = draft.frame.verb if draft.frame else None
        silence = draft.stance == "PUBLIC_SILENCE" and d.until
        if d.bound and not silence:
            return
        inside = draft.start <= d.mention.start < draft.end
        if governor is not None and verb is not None and governor.i == verb.i and governor.start == verb.start:
            draft.said = draft.said or d.when
        elif draft.frame is None:
            if inside or (governor is not None and any(governor.i == t.i for t in draft.tokens[:40])):
                draft.said = draft.said or d.when
                draft.happened = draft.happened or d.when
            elif governor is None or governor.dep == "ROOT":
                draft.said = draft.said or d.when
        elif inside:
            draft.happened = draft.happened or d.when
        elif governor is not None and governor.dep == "ROOT" and verb is not None and d.mention.start < verb.start:
            draft.said = draft.said or d.when


# ---------------------------------------------------------------------- words of a proposition


def _own(parse: Parse, p: Proposition) -> list[Token]:
    """The proposition's tokens without what stands beside it: other statements, attributions, asides."""
    top = p.control[-1] if p.control and p.control[-1].lemma != "be" else p.head
    out: set[int] = set()
    for kid in parse.children(top):
        beside = kid.dep in ("conj", "parataxis", "cc") and (kid.pos in ("VERB", "AUX", "CCONJ")) or (
            kid.dep == "advcl" and any(m.lemma in _CONTRAST for m in parse.children(kid, "mark", "advmod"))
        )
        said = p.frame is not None and p.frame.verb is not None and kid.i == p.frame.verb.i
        if beside and kid.dep == "cc" and kid.i < top.i:
            beside = True
        if beside or said:
            out |= {t.i for t in parse.subtree(kid)}
    tokens = [t for t in parse.subtree(top) if t.i not in out]
    # Only the unbroken run around the predicate is a quotation.
    run = {t.i for t in tokens}
    low = high = p.head.i
    while low - 1 in run or (low - 1 >= 0 and parse.tokens[low - 1].pos in ("SPACE", "PUNCT") and low - 2 in run):
        low -= 1
    while high + 1 in run or (high + 2 in run and parse.tokens[high + 1].pos in ("SPACE", "PUNCT")):
        high += 1
    return [t for t in parse.tokens[low : high + 1] if t.i in run or low < t.i < high]


def _trim(own: Sequence[Token]) -> tuple[Token, Token]:
    low, high = 0, len(own) - 1
    while low < high and (own[low].pos in ("PUNCT", "SPACE", "CCONJ") or (own[low].dep == "mark" and own[low].lower == "that")):
        low += 1
    while high > low and own[high].pos in ("PUNCT", "SPACE", "CCONJ"):
        high -= 1
    return own[low], own[high]


def _flags(own: Sequence[Token], lemmas: frozenset[str]) -> set[str]:
    text = " ".join(t.lower for t in own)
    found = set()
    if lemmas & _PRIVATE or "in private" in text or "behind closed doors" in text or "off the record" in text:
        found.add("private")
    few = any(t.lower == "only" and own[i + 1].pos == "NUM" for i, t in enumerate(own[:-1]))
    some = any(t.pos == "NUM" and own[i + 1].lower == "of" for i, t in enumerate(own[:-1]))
    if lemmas & _PARTIAL or few or some:
        found.add("partial")
    if any(t.dep == "mark" and t.lower in ("if", "unless", "once") for t in own) or "only if" in text or "only when" in text:
        found.add("conditional")
    if lemmas & {"only", "solely", "merely", "exclusively"}:
        found.add("only")
    return found


def _grounds(parse: Parse, p: Proposition) -> Iterator[tuple[int, int]]:
    """The reasons given: "on the grounds that ...", "because ...", "citing ..."."""
    for token in parse.subtree(p.head):
        if token.lower in ("because", "since") and token.dep == "mark":
            below = parse.subtree(parse.tokens[token.head])
        elif token.lower in ("grounds", "reason", "reasons") and token.dep == "pobj":
            below = parse.subtree(parse.tokens[token.head])
        elif token.lower == "citing":
            below = parse.subtree(token)
        else:
            continue
        words = [t for t in below if t.pos not in ("PUNCT", "SPACE")]
        if words:
            yield words[0].start, words[-1].end


def _widen(drafts: Sequence[Draft]) -> None:
    """Lets the first claim of a "X said that ..." quote the attribution too, where it stands in front."""
    seen: set[int] = set()
    for draft in drafts:
        verb = draft.frame.verb if draft.frame else None
        if verb is None or draft.quoted or verb.start in seen:
            continue
        seen.add(verb.start)
        speaker = draft.frame.speaker if draft.frame else None
        if speaker is None or verb.end > draft.start or draft.start - verb.end > 120:
            continue
        left = [t.start for t in draft.parse.subtree(speaker)[:30] if t.i <= speaker.i and speaker.i - t.i < 15]
        start = min(left, default=verb.start)
        if start < draft.start:
            draft.start = start


# ---------------------------------------------------------------------- quotation marks


def _outside(verbs: Sequence[Token], regions: Sequence[tuple[int, int]]) -> list[Token]:
    starts = [a for a, _ in regions]
    kept = []
    for verb in verbs:
        at = bisect_right(starts, verb.start) - 1
        if at < 0 or regions[at][1] <= verb.start:
            kept.append(verb)
    return kept


def _nearest(
    verbs: Sequence[Token], starts: Sequence[int], sentences: Sequence[tuple[int, int]], start: int, end: int
) -> Token | None:
    """The verb of saying closest to a quotation, in the sentence where it starts or the one where it ends."""
    lows = [a for a, _ in sentences]
    first = max(0, bisect_right(lows, start) - 1)
    final = max(first, bisect_right(lows, end) - 1)
    best: Token | None = None
    distance = 10**9
    for index in {first, final, min(final + 1, len(sentences) - 1) if end >= sentences[final][1] - 2 else final}:
        low, high = sentences[index]
        for verb in verbs[bisect_right(starts, low - 1) : bisect_right(starts, high)]:
            gap = start - verb.end if verb.end <= start else verb.start - end
            if 0 <= gap < distance and not (index not in (first, final) and gap > 60):
                best, distance = verb, gap
    return best
