"""The step itself: a report's document, parses and actors in, incidents out."""

import re
from collections.abc import Sequence
from functools import cached_property

from trucewatch.core.dates import When
from trucewatch.core.incidents import AttributedBy, Incident, Verification
from trucewatch.core.model import Actor, Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import nouns_by_head, pattern_of, word_set

from .asserted import Manner, apart
from .clauses import (
    Range,
    bounds,
    is_passive,
    joined,
    joined_below,
    phrase,
    subject_of,
    verb_above,
    with_arms,
)
from .days import Days, first_day, length_of
from .drafts import Draft
from .events import Happening, happenings
from .facts import SO_FAR, casualties_in, doer_of, provisions_in, span_of, victims_of, whole_entry
from .follow import Follow
from .labels import Label, after, behind, is_topic, label_of
from .places import is_place, named_in, named_object, place_span, places_of
from .reach import AT_A_PLACE, reach, verb_at
from .sources import Sources

_NUMBER = re.compile(r"\(?[a-z\d]{1,2}\)\s+")
_EACH_OTHER = frozenset({"clash", "skirmish", "exchange"})
_DEFINITE = frozenset({"the", "this", "that", "these"})
_HEARSAY = frozenset({"allegedly", "reportedly", "purportedly"})
# "in late December": one event of a day that is not told.
_ROUGH = re.compile(r"(?:early|mid|late)\b", re.I)
_GOES_SOMEWHERE = ("troop-movement", "line-crossing", "airspace-violation")
_TITLE_WORDS = 20
_LONGEST = 300
# A date that opens a sentence is of all of it.
_OPENING = 40


def find_incidents(document: Document, parses: Sequence[Parse], actors: Sequence[Actor] = ()) -> tuple[Incident, ...]:
    """The events that a monitors' report tells of, in order of place; empty where it tells of none.

    `parses` are those that the report's claims were read from, with entities. What a party says of another is
    an incident `attributed_by` a party, and no finding. Plans, conditions, denials, calls, rules, "no incidents"
    and counts for a whole period are none. Sentences on one event are one incident.
    """
    reader = _Reader(document, actors)
    for parse in parses:
        reader.read(parse)
    return tuple(draft.made(number, document) for number, draft in enumerate(reader.drafts, 1))


class _Reader:
    """Reads paragraph after paragraph and keeps the incidents found so far."""

    def __init__(self, document: Document, actors: Sequence[Actor]) -> None:
        self.document = document
        self.sources = Sources(document, actors)
        self.follow = Follow(document, self.sources)
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.paragraph = 0
        self.day: When | None = None

    @cached_property
    def days(self) -> Days:
        # Looking for dates takes longer than all else; a report without an event needs none.
        return Days(self.document)

    def read(self, parse: Parse) -> None:
        """Reads one paragraph."""
        if not parse.tokens or self._is_title(parse):
            return
        label = label_of(self.document.text, parse, parse.sentences[0])
        self.current, self.day = self._goes_on(parse), None
        self.paragraph = len(self.drafts)
        for sentence in parse.sentences:
            low, high = sentence
            opens = sentence != parse.sentences[0] and self._opens_line(parse, low)
            if opens or (sentence != parse.sentences[0] and label.end > label.start):
                # A list of entries, "8 May, Lobo: ...", one a line.
                below = label_of(self.document.text, parse, sentence)
                row = "|" in self.document.text[parse.tokens[low].start : parse.tokens[high - 1].end]
                if below.end > below.start or (row and opens):
                    label, self.current, self.day = below, None, None
            if high - low > _LONGEST or high <= low or parse.tokens[high - 1].end <= label.end:
                continue
            if self._holds_rows(parse, sentence):
                self.current = None
                continue
            begin = max(parse.tokens[low].start, label.end)
            text = self.document.text[begin : parse.tokens[high - 1].end]
            found = [
                d
                for h in happenings(parse, sentence, text, self.sources)
                if (d := self._draft(parse, sentence, h, label))
            ]
            for draft in found:
                self._join(parse, draft, sentence)
            if not found and self.current is not None and self._moves_on(parse, sentence, text, self.current):
                self.current = None
            elif not found and self.current is not None:
                self.follow.read(parse, sentence, begin, text, self._meant(parse, sentence, self.current))

    def _holds_rows(self, parse: Parse, sentence: tuple[int, int]) -> bool:
        """Whether a sentence was cut from rows of a table, so that what belongs together cannot be told."""
        text = self.document.text
        line_end = text.find("\n", parse.tokens[sentence[1] - 1].end)
        line_start = text.rfind("\n", 0, parse.tokens[sentence[0]].start + 1) + 1
        return text.count("|", line_start, line_end if line_end >= 0 else len(text)) > 1

    def _opens_line(self, parse: Parse, low: int) -> bool:
        before = self.document.text[parse.tokens[low - 1].start : parse.tokens[low].end]
        return "\n" in before

    def _moves_on(self, parse: Parse, sentence: tuple[int, int], text: str, current: Draft) -> bool:
        """Whether a sentence is of another day and place: "On 8 May a patrol saw new posts near Lobo"."""
        if current.when is None or self.follow.is_of_the_event(parse, sentence, text):
            return False
        start, end = parse.tokens[sentence[0]].start, parse.tokens[sentence[1] - 1].end
        fixed = [n for n in self.days.between(start, end, first_day(current.when)) if n.fixed]
        if not fixed or any(n.when.edtf == current.when.edtf for n in fixed):
            return False
        opens = fixed[0].start - start < _OPENING
        return self.follow.is_elsewhere(parse, sentence, current) and (bool(current.where) or opens)

    def _meant(self, parse: Parse, sentence: tuple[int, int], current: Draft) -> Draft:
        """The event of the paragraph that a sentence goes on with: the last one, unless it names another kind."""
        for token in parse.tokens[slice(*sentence)]:
            kinds = {kind.id for kind, _ in nouns_by_head().get(token.lemma, ())} if token.pos == "NOUN" else set()
            definite = any(k.lower in _DEFINITE for k in parse.children(token, "det"))
            if kinds and definite and current.kind not in kinds:
                return next((d for d in reversed(self.drafts[self.paragraph :]) if d.kind in kinds), current)
        return current

    def _is_title(self, parse: Parse) -> bool:
        """Whether a passage is a heading: short, and no sentence."""
        last = next((t for t in reversed(parse.tokens) if t.text.strip()), parse.tokens[-1])
        return len(parse.sentences) < 2 and last.text[-1:] not in ".!?:;\"')]" and len(parse.tokens) <= _TITLE_WORDS

    def _goes_on(self, parse: Parse) -> Draft | None:
        """The incident before, where a paragraph begins with "The incident ..." or "This attack ..."."""
        first = [t for t in parse.tokens[:3] if t.text.strip()]
        anaphor = (
            len(first) > 1
            and first[0].lower in ("the", "this", "these")
            and first[1].lemma in ("incident", "attack", "event")
        )
        return self.current if anaphor else None

    def _stands_in_front(self, label: Label) -> None:
        """Reads day and places of a label, once there is an event to date."""
        if label.start == label.end or label.read:
            return
        label.read = True
        named = self.days.between(label.start, label.end, first_day(self.day))
        fixed = [n for n in named if n.fixed] or named
        self.day = label.day = fixed[0].when if fixed else None
        names = named_in(self.document.text, label.start, label.end)
        label.where = [
            name
            for name in names
            if (label.places is None or name[0] in label.places)
            and not is_topic(self.document.text, name[1], label.end)
        ]

    # ------------------------------------------------------------------ one event

    def _draft(self, parse: Parse, sentence: tuple[int, int], happening: Happening, label: Label) -> Draft | None:
        """The facts of one event of a sentence; None where it is the mission's own doing, or many events."""
        main = happening.main
        doer = doer_of(parse, main)
        if doer is None:
            doers = [d for e in happening.events if not e.kind.weak and (d := doer_of(parse, e)) is not None]
            # What suffers it did not do it: "a tractor drove over a mine, killing the driver".
            doer = next((d for d in doers if d not in victims_of(parse, main)), None)
        if doer is not None and doer.start < label.end:
            doer = behind(parse, label.end, main.head)
        if doer is not None and (self.sources.is_monitor(parse, doer) or doer.lemma in word_set("unreal_nouns")):
            return None
        if doer is not None and _is_the_other(parse, doer):
            return None
        if main.head.lemma == "fly" and any(
            t.lemma == "patrol" for k in parse.children(main.head, "dobj") for t in parse.subtree(k)
        ):
            # "The helicopter flew four of its planned patrols": whoever patrols from the air is a mission.
            return None
        self._stands_in_front(label)
        when, own = self._when(parse, sentence, happening)
        span = self._without_number(after(label.end, span_of(parse, main)))
        if self._many(parse, sentence, when, span if own else None) or self._is_figure(parse, sentence, happening):
            return None
        draft = Draft(main.kind.id, span, bounds((main.head,)), weak=main.kind.weak, when=when)
        draft.definite = main.noun and any(k.lower in _DEFINITE for k in parse.children(main.head, "det"))
        draft.outcome = main.head.lemma in word_set("casualty") and doer is None
        self._attribute(parse, happening, doer, draft)
        doing = [e for e in happening.events if e is main or not (e.kind.weak or e.head.lemma in word_set("casualty"))]
        victims = [v for e in doing for v in victims_of(parse, e)]
        victims = [v for v in victims if v.pos != "PRON"] or victims
        draft.add(
            "victims",
            [place_span(parse, v) if is_place(v) else bounds(phrase(parse, v)) for v in victims if v is not doer],
        )
        self._locate(parse, sentence, happening, victims, draft)
        draft.add("where", label.where)
        start, end = parse.tokens[sentence[0]].start, parse.tokens[sentence[1] - 1].end
        text = self.document.text[start:end]
        draft.add("casualties", casualties_in(parse, sentence, text, start))
        text = whole_entry(self.document.text, text, start)
        draft.add("provisions", provisions_in(text, start))
        draft.where = [w for w in draft.where if not any(a <= w[0] < b for a, b in draft.provisions)]
        self.follow.standing(text, start, draft)
        if main.noun and main.head.tag == "NNS" and when is None and not draft.where:
            # "forces under him carried out attacks"
            return None
        perceived = main.act.subject == "finder"
        counted = not perceived and any(parse.children(v, "nummod") for v in victims)
        return draft if self._is_single(draft, perceived, counted) else None

    def _attribute(self, parse: Parse, happening: Happening, doer: Token | None, draft: Draft) -> None:
        """Who did it, and on whose word."""
        main = happening.main
        if doer is not None:
            words = phrase(parse, doer)
            if {w.lemma for w in words} & word_set("unknown"):
                draft.nobody = bounds(words)
            elif doer.pos == "PRON":
                draft.doers = list(self.current.doers) if self.current is not None else []
            else:
                both = main.head.lemma in _EACH_OTHER and joined_below(parse, doer)
                draft.add("doers", [both] if both else [with_arms(parse, d) for d in joined(parse, doer)])
        near = (e for e in happening.events if not apart(parse, e.head, main.head))
        on = next((e.told for e in near if e.told.manner is not None), main.told)
        finder = next((e for e in happening.events if e.act.subject == "finder"), None)
        if on.manner is None and finder is not None:
            self._found(parse, finder.head, draft)
            return
        if on.manner is None:
            hearsay = next((k for k in parse.children(main.head, "advmod") if k.lemma in _HEARSAY), None)
            if hearsay is not None:
                draft.by, draft.verification = AttributedBy.WITNESS, Verification.REPORTED
                draft.verification_words = bounds((hearsay,))
            return
        draft.by = self.sources.of(parse, on.source)
        if on.source is not None and on.source.pos == "PRON" and on.manner in (Manner.SEE, Manner.VERIFY):
            draft.by = AttributedBy.MONITOR
        if on.manner is Manner.SEE and on.source is None:
            draft.by = AttributedBy.MONITOR
        draft.source = bounds(phrase(parse, on.source)) if on.source is not None else None
        sure = draft.by is AttributedBy.MONITOR and on.manner in (Manner.SEE, Manner.VERIFY)
        draft.verification = Verification.VERIFIED if sure else Verification.REPORTED
        if on.verb is not None:
            draft.verification_words = bounds((on.verb,))

    def _found(self, parse: Parse, head: Token, draft: Draft) -> None:
        """An event that somebody perceived: the mission did, or the report says who else."""
        who = None if is_passive(parse, head) else subject_of(parse, head)
        if who is None:
            return
        if self.sources.is_monitor(parse, who) or who.lower in ("we", "they", "i"):
            draft.by, draft.verification = AttributedBy.MONITOR, Verification.VERIFIED
        elif self.sources.of(parse, who) is AttributedBy.WITNESS:
            draft.by, draft.verification = AttributedBy.WITNESS, Verification.REPORTED
        else:
            return
        draft.source, draft.verification_words = bounds(phrase(parse, who)), bounds((head,))

    def _when(self, parse: Parse, sentence: tuple[int, int], happening: Happening) -> tuple[When | None, bool]:
        """The day named with the event, else the one in front of the paragraph; whether its own words hold it."""
        start, end = parse.tokens[sentence[0]].start, parse.tokens[sentence[1] - 1].end
        base = first_day(self.current.when if self.current is not None and self.current.when else None)
        if base is None and self.drafts and self.day is None:
            base = first_day(self.drafts[-1].when)
        named = self.days.between(start, end, base or first_day(self.day))
        verbs = reach(parse, happening)
        dates_told = (Manner.SEE, Manner.ACCUSE)
        told = {
            e.told.verb.i
            for e in happening.events
            # "On 8 June firing was reported": the day of the firing.
            if e.told.verb is not None and e.told.manner not in dates_told and not _is_its_subject(e.head, e.told.verb)
        }
        # "visited Lobo on 3 May following reports that ...": the day of the visit.
        nouns = [e.told.verb for e in happening.events if e.told.verb is not None and e.told.verb.pos == "NOUN"]
        told |= {above.i for noun in nouns for above in parse.ancestors(noun)}
        # "reached Lobo on 3 May and confirmed that ...": the day of the visit, too.
        joined_to = [parse.tokens[v] for v in told if parse.tokens[v].dep == "conj"]
        told |= {above.i for verb in joined_to for above in parse.ancestors(verb)}
        accusers = [e.told.verb for e in happening.events if e.told.verb is not None and e.told.manner is Manner.ACCUSE]
        # "On 3 May the army accused the rebels of ...": the day of the accusation.
        named = [n for n in named if not any(n.end <= verb.start for verb in accusers)]
        own = [n for n in named if verb_at(parse, sentence, n.start) in verbs - told]
        loose = [n for n in named if verb_at(parse, sentence, n.start) not in told]
        opens = [n for n in loose if n.start - start < _OPENING]
        for choice in (own, [] if happening.main.noun else opens):
            if choice:
                day = next((n for n in choice if n.fixed), choice[0])
                return day.when, day.fixed and choice is own
        return self.day, False

    def _many(self, parse: Parse, sentence: tuple[int, int], when: When | None, dated: Range | None) -> bool:
        """Whether the sentence counts events rather than tells of one; a `dated` clause must count them itself."""
        begin = parse.tokens[sentence[0]].start
        many = pattern_of("many").search(self.document.text, begin, parse.tokens[sentence[1] - 1].end)
        if many and (dated is None or (many.start() < dated[1] and dated[0] < many.end())):
            return True
        rough = when is not None and any(_ROUGH.match(span.exact) for span in when.spans)
        return when is not None and not rough and length_of(when) > 2

    def _without_number(self, span: Range) -> Range:
        """The span without the number or letter of a list in front."""
        number = _NUMBER.match(self.document.text, *span)
        return (number.end(), span[1]) if number else span

    def _is_figure(self, parse: Parse, sentence: tuple[int, int], happening: Happening) -> bool:
        """Whether a sentence says how many were hurt since something: "since the truce 74 people have been killed"."""
        text = self.document.text[parse.tokens[sentence[0]].start : parse.tokens[sentence[1] - 1].end]
        if not SO_FAR.search(text):
            return False
        victims = [v for e in happening.events for v in victims_of(parse, e)]
        named = [who for e in happening.events if (who := subject_of(parse, e.head)) is not None]
        return any(v.text[0].isdigit() for v in named) or any(parse.children(v, "nummod") for v in victims)

    def _is_single(self, draft: Draft, perceived: bool, counted: bool) -> bool:
        """Whether the draft tells of one event and not of a figure: it has a day, a place with a name, or a doer.

        `counted` says that its sufferers are numbered: without a day and a doer that is a figure.
        """
        named = any(any(c.isupper() for c in self.document.text[slice(*where)]) for where in draft.where)
        if counted and not named and not draft.doers and draft.when is None and self.current is None:
            return False
        if self.current is not None and (draft.definite or draft.outcome or draft.victims):
            return True
        if perceived or draft.outcome:
            return named or (draft.when is not None and draft.kind != "weapons-in-violation")
        return named or draft.when is not None or bool(draft.doers) or draft.nobody is not None or bool(draft.where)

    def _locate(
        self, parse: Parse, sentence: tuple[int, int], happening: Happening, victims: list[Token], draft: Draft
    ) -> None:
        verbs = reach(parse, happening)
        taken = [*draft.doers, *draft.victims]
        source = next((e.told.source for e in happening.events if e.told.source is not None), None)
        if source is not None:
            taken.append(bounds(parse.subtree(source)))
        # "refused passage to the team"
        team = [t for t in parse.tokens[slice(*sentence)] if t.dep == "pobj" and self.sources.is_monitor(parse, t)]
        kept_out = draft.kind == "access-denial"
        taken += [bounds(phrase(parse, t)) for t in team if kept_out]
        draft.add("where", places_of(parse, sentence, verbs, taken))
        struck = happening.main.head.lemma in ("shell", "bombard", "bomb")
        struck_at = [v for v in victims if not self.sources.is_monitor(parse, v)]
        places = [named_object(parse, v, struck=struck or self._is_placed(v)) for v in struck_at]
        places += [
            where for v in struck_at if is_place(v) and (where := place_span(parse, v))[1] > phrase(parse, v)[-1].end
        ]
        for verb in verbs:
            if parse.tokens[verb].lemma in AT_A_PLACE:
                objects = parse.children(parse.tokens[verb], "dobj")
                draft.add("where", [place_span(parse, o) for o in objects if is_place(o)])
        if not victims:
            for event in happening.events:
                places += [named_object(parse, o) for o in parse.children(event.head, "dobj")]
                places += [
                    bounds(phrase(parse, o))
                    for o in parse.children(event.head, "dobj")
                    if event.kind.id in _GOES_SOMEWHERE
                    and not _is_moved(parse, event.head, o)
                    and not _is_distance(parse, o)
                ]
        draft.add("where", [p for p in places if p])
        draft.add("where", self._visited(parse, happening) if not draft.where else ())
        if source is not None and draft.by is AttributedBy.WITNESS:
            # Those who tell of it where it happened: "residents of X told the patrol that ...".
            draft.add("where", places_of(parse, sentence, {verb_above(parse, source).i}, []))

    def _visited(self, parse: Parse, happening: Happening) -> list[Range]:
        """Where a team went and found it: "visited Wonduruba and found that troops were occupying the school"."""
        on = happening.main.told
        if on.verb is None or on.verb.dep != "conj" or on.manner not in (Manner.SEE, Manner.VERIFY):
            return []
        went = parse.tokens[on.verb.head]
        objects = parse.children(went, "dobj") if went.lemma in AT_A_PLACE else ()
        return [place_span(parse, o) for o in objects if is_place(o) and o.pos == "PROPN"]

    def _is_placed(self, noun: Token) -> bool:
        """Whether the report elsewhere names a place by the same name: "in Lobo", "reached Lobo"."""
        if noun.pos != "PROPN" or len(noun.text) < 3:
            return False
        return (
            re.search(
                rf"\b(?:in|at|near|around|outside|reached|entered)\s+{re.escape(noun.text)}\b", self.document.text
            )
            is not None
        )

    # ------------------------------------------------------------------ one incident from several sentences

    def _join(self, parse: Parse, draft: Draft, sentence: tuple[int, int]) -> None:
        """Joins the draft to the incident before it, or begins a new one."""
        before = self.current
        if before is not None and self.follow.is_same(parse, sentence, before, draft):
            self.current = self.follow.merged(before, draft)
            self.drafts[-1] = self.current
            return
        if before is not None and not draft.where and draft.when is None:
            # With neither day nor place of its own it goes on with the scene before.
            counter = draft.by is AttributedBy.PARTY and draft.doers and draft.doers != before.doers
            # What a side says of the other may be of any day before.
            draft.when = None if counter else before.when
            draft.where = [] if draft.doers else list(before.where)
        self.current = draft
        self.drafts.append(draft)


def _is_its_subject(event: Token, verb: Token) -> bool:
    return event.head == verb.i and event.dep in ("nsubjpass", "csubjpass")


def _is_moved(parse: Parse, verb: Token, noun: Token) -> bool:
    """Whether an object is what was moved rather than where to: "moved about 200 troops"."""
    soldiers = {w.lemma for w in phrase(parse, noun)} & (word_set("soldier") | word_set("heavy"))
    return verb.lemma in ("move", "deploy", "send", "bring", "mass", "redeploy") and bool(
        soldiers or not is_place(noun)
    )


def _is_distance(parse: Parse, noun: Token) -> bool:
    """Whether an object says how far: "penetrated about 2 km"."""
    return noun.lemma in ("km", "kilometre", "kilometer", "metre", "meter", "mile", "m") and bool(
        parse.children(noun, "nummod")
    )


def _is_the_other(parse: Parse, doer: Token) -> bool:
    """Whether both sides name each other: "each says that the other side shot first"."""
    words = {w.lower for w in phrase(parse, doer)}
    return words >= {"other", "side"} or words == {"the", "other"}
