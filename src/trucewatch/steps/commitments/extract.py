"""Every binding statement of an agreement as a commitment with its slots and its due day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trucewatch.core.dates import CannotCompute, Due, edtf_range
from trucewatch.core.due_days import due_day
from trucewatch.core.model import Anchor, Clause, ClauseKind, Commitment, Document, Missing, Modality, Slot, Slots
from trucewatch.core.parse import Parse, Token
from trucewatch.core.time_limits import Limit, find_limits

from .binding import Predicate
from .passages import Chapeau, chapeaux, passages
from .phrases import Phrases
from .predicates import find_predicates
from .refine import refine
from .slots import fill_slots

_POINTS = (ClauseKind.POINT, ClauseKind.SUBPOINT)
_ANNOUNCING = (Chapeau.BAN, Chapeau.LEAVE, Chapeau.STEPS)
_NO_ANTECEDENT = Missing("no earlier bearer")


def extract_commitments(
    document: Document, clauses: Sequence[Clause], parses: Mapping[str, Parse], anchors: Mapping[str, Anchor]
) -> tuple[Commitment, ...]:
    """Commitments in order of place. `parses` hold each operative clause's passage, relocated."""
    kinds = chapeaux(document, clauses)
    pieces = {p.clause: p.pieces for p in passages(document, clauses)}
    found: list[Commitment] = []
    antecedent: Slot = _NO_ANTECEDENT
    above_bearer: dict[str, Slot] = {}
    for clause in clauses:
        parse = parses.get(clause.id)
        if parse is None or not parse.tokens:
            continue
        above, own = kinds.get(clause.parent or ""), kinds.get(clause.id)
        phrases = Phrases(document, parse, pieces[clause.id])
        if own in _ANNOUNCING:
            # The list's points have no subject of their own: the chapeau names who is bound.
            above_bearer[clause.id] = _ClauseReader(phrases, clause, above, None, anchors).bearer()
        inherited = above_bearer.get(clause.parent or "")
        for commitment in _ClauseReader(phrases, clause, above, own, anchors).commitments(antecedent):
            if inherited is not None and isinstance(commitment.slots.bearer, Missing):
                commitment = replace(commitment, slots=replace(commitment.slots, bearer=inherited))
            found.append(commitment)
            if not isinstance(commitment.slots.bearer, Missing):
                antecedent = commitment.slots.bearer
    return tuple(found)


class _ClauseReader:
    """Reads the sentences of one clause."""

    def __init__(
        self,
        phrases: Phrases,
        clause: Clause,
        above: Chapeau | None,
        own: Chapeau | None,
        anchors: Mapping[str, Anchor],
    ) -> None:
        self.phrases, self.clause, self.above, self.own, self.anchors = phrases, clause, above, own, anchors
        self.point = clause.kind in _POINTS and above not in (Chapeau.OBJECTS, Chapeau.JOIN)

    def bearer(self) -> Slot:
        """Who the clause's first binding word binds."""
        first = next(self.commitments(_NO_ANTECEDENT), None)
        return first.slots.bearer if first else Missing("the chapeau names nobody")

    def commitments(self, antecedent: Slot) -> Iterator[Commitment]:
        number = 0
        for sentence in self.phrases.parse.sentences:
            for predicate, limits, siblings, owned, start, end in self._bindings(sentence):
                number += 1
                slots = fill_slots(self.phrases, predicate, owned, limits, siblings, antecedent, end)
                if not isinstance(slots.bearer, Missing):
                    antecedent = slots.bearer
                yield Commitment(
                    id=f"{self.clause.id}__c{number}",
                    clause=self.clause.id,
                    span=self.phrases.document.span(start, end),
                    start=start,
                    end=end,
                    modality=predicate.modality,
                    slots=slots,
                    due=self._due(predicate, limits, siblings, slots),
                )

    def _bindings(
        self, sentence: tuple[int, int]
    ) -> Iterator[tuple[Predicate, list[Limit], list[Limit], tuple[int, int], int, int]]:
        tokens = self.phrases.parse.tokens[sentence[0] : sentence[1]]
        own = [t for t in tokens if t.start >= self.clause.start and t.text.strip()]
        if not own:
            return
        predicates = self._predicates(sentence, own)
        # A chapeau that the points complete, or that only announces them, binds through its points.
        if not predicates or self.own is Chapeau.JOIN:
            return
        start, end = own[0].start, own[-1].end
        if self.own in _ANNOUNCING and _only_announces(self.phrases.document.text[start:end]):
            return
        limits = self._limits(tokens)
        owners = [(limit, _owners(self.phrases.parse, limit, predicates, tokens)) for limit in limits]
        for predicate in predicates:
            owned = _owned(self.phrases.parse, predicate, predicates, tokens[0].start, end)
            yield (
                predicate,
                [limit for limit, bound in owners if predicate in bound],
                limits,
                owned,
                start,
                end,
            )

    def _predicates(self, sentence: tuple[int, int], own: list[Token]) -> list[Predicate]:
        parse = self.phrases.parse
        found = [refine(parse, p) for p in find_predicates(parse, sentence, point=self.point)]
        found = [p for p in found if p.head.start >= self.clause.start]
        if self.above is Chapeau.OBJECTS:
            return [p for p in found if p.form == "modal"]
        # A drafter's slip, "the following are prohibited: cease all harassment", means what it says to do.
        stops = own[0].lemma in ("cease", "stop", "halt", "end", "refrain")
        if self.above in (Chapeau.BAN, Chapeau.LEAVE) and not stops and not any(p.form == "modal" for p in found):
            kind = Modality.PROHIBITION if self.above is Chapeau.BAN else Modality.PERMISSION
            head = _nominal_head(parse, sentence)
            return (
                [Predicate(head, kind, None, False, head.i, head, nominal=head.pos in ("NOUN", "PROPN"), form="ban")]
                if sentence[0] == 0
                else []
            )
        if self.above is Chapeau.JOIN and not found and sentence[0] == 0:
            return self._completed(sentence, own)
        unique: dict[int, Predicate] = {}
        for predicate in found:
            unique.setdefault(predicate.head.i, predicate)
        return list(unique.values())

    def _completed(self, sentence: tuple[int, int], own: list[Token]) -> list[Predicate]:
        """A point that completes its chapeau where the parse did not see the tie."""
        parse = self.phrases.parse
        before = [t for t in parse.tokens[sentence[0] : sentence[1]] if t.start < self.clause.start]
        subject = next((t for t in before if t.dep in ("nsubj", "nsubjpass")), None)
        words = {t.lower for t in before}
        kind = (
            Modality.PROHIBITION
            if words & {"not", "refrain", "abstain", "neither", "no"}
            else Modality.PERMISSION
            if "may" in words
            else Modality.OBLIGATION
        )
        head = next((t for t in own if t.pos in ("VERB", "NOUN", "PROPN", "AUX")), own[0])
        if head.tag not in ("VB", "VBG") and head.pos in ("NOUN", "PROPN"):
            head = _nominal_head(parse, (own[0].i, sentence[1]))
        return [
            Predicate(head, kind, subject, False, head.i, head, nominal=head.pos in ("NOUN", "PROPN"), form="modal")
        ]

    def _limits(self, tokens: tuple[Token, ...]) -> list[Limit]:
        """Time limits of the sentence, with offsets into the document."""
        found = []
        for low, high in self.phrases.stretches(0, len(self.phrases.document.text)):
            inside = [t for t in tokens if low <= t.start < high]
            if inside:
                offset, stop = inside[0].start, inside[-1].end
                found += [_moved(m, offset) for m in find_limits(self.phrases.document.text[offset:stop])]
        return [limit for limit in found if not self._past(limit)]

    def _past(self, limit: Limit) -> bool:
        """Whether the words name a day before the signature: that dates a fact, and limits no duty."""
        signed = self.anchors.get("signature")
        if limit.kind != "date" or limit.mention is None or not limit.mention.year_known or signed is None:
            return False
        latest = edtf_range(limit.mention.edtf)[1]
        return latest is not None and signed.when.earliest is not None and latest < signed.when.earliest

    def _due(
        self, predicate: Predicate, limits: list[Limit], siblings: list[Limit], slots: Slots
    ) -> Due | CannotCompute | None:
        results = [due for m in limits if (due := due_day(m, self.anchors, siblings)) is not None]
        firm = [due for due in results if isinstance(due, Due)]
        if firm:
            starts = predicate.head.lemma in ("start", "begin", "commence")
            return (min if starts else max)(firm, key=lambda due: (due.latest is not None, due.latest))
        if results:
            measured = [due for m in limits if m.firm and (due := due_day(m, self.anchors, siblings)) is not None]
            return (measured or results)[0]
        # A period ("for 72 hours") sets no day by which a thing is done.
        if limits or isinstance(slots.deadline, Missing):
            return None
        return CannotCompute("waits for an event that the text does not date")


def _only_announces(words: str) -> bool:
    """ "The following acts are prohibited:" binds only through its points."""
    head = words.lower().replace(":", " ").split()
    return "following" in head[:4] or ("following" in head[-8:] and "including" not in head)


def _nominal_head(parse: Parse, sentence: tuple[int, int]) -> Token:
    tokens = parse.tokens[sentence[0] : sentence[1]]
    first = next((t for t in tokens if t.pos in ("NOUN", "PROPN", "VERB")), tokens[0])
    if first.tag == "VBG" or first.pos == "VERB":
        return first
    # The noun that the first words belong to: "deliberate attacks", "armed vehicles".
    while _modifies(parse, first) and sentence[0] <= first.head < sentence[1]:
        first = parse.tokens[first.head]
    return first


def _modifies(parse: Parse, token: Token) -> bool:
    joined = token.dep == "conj" and parse.tokens[token.head].pos == "ADJ"
    return joined or token.dep in ("compound", "amod", "nmod", "poss", "npadvmod", "advmod")


def _owned(parse: Parse, predicate: Predicate, predicates: list[Predicate], start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence that belongs to one of several binding words."""
    later = [p for p in predicates if p.head.i > predicate.head.i]
    earlier = [p for p in predicates if p.head.i < predicate.head.i]
    low = start if not earlier else max(p.head.end for p in earlier)
    high = end
    if later:
        following = min(later, key=lambda p: p.head.i)
        opens = (
            parse.subtree(following.subject)[0].start
            if following.subject and following.subject.i > predicate.head.i
            else following.head.start
        )
        high = min(opens, following.head.start)
        # A semicolon ends what belongs to the verb before it: "; failing that, the Council may".
        marks = (t.start for t in parse.tokens[predicate.head.i : following.head.i] if t.text == ";")
        high = min(high, next(marks, high))
    return low, max(high, predicate.head.end)


def _moved(limit: Limit, offset: int) -> Limit:
    return replace(limit, start=limit.start + offset, end=limit.end + offset)


def _owners(parse: Parse, limit: Limit, predicates: list[Predicate], tokens: tuple[Token, ...]) -> list[Predicate]:
    """The binding words that a time limit applies to."""
    first = min(predicates, key=lambda p: p.head.i)
    heads = {p.head.i: p for p in predicates}
    token = next((t for t in tokens if t.start >= limit.start and t.text.strip()), None)
    owner = None
    for link in (token, *parse.ancestors(token)) if token is not None else ():
        if link.i in heads:
            owner = heads[link.i]
            break
        if _dates_a_noun(parse, limit, token, link):
            return []
    if limit.end <= first.head.start:
        # What stands before the first verb holds for all verbs that share its subject.
        return [p for p in predicates if p.group == first.group and (p.subject is first.subject or p is first)] or [
            first
        ]
    nearest = max((p for p in predicates if p.head.start < limit.start), key=lambda p: p.head.i, default=None)
    after = [p for p in predicates if p.head.start >= limit.end]
    if token is not None and after and _opens_next(parse, token):
        return [min(after, key=lambda p: p.head.i)]
    if owner is not None:
        # A limit does not reach back over another binding word.
        passed = nearest is not None and owner.head.i < nearest.head.i and owner.head.start < limit.start
        return [nearest if nearest is not None and passed else owner]
    before = [p for p in predicates if p.head.start < limit.start]
    return [max(before, key=lambda p: p.head.i)] if before else [first]


def _opens_next(parse: Parse, token: Token) -> bool:
    """Whether the limit stands right after ", and,": it belongs to the verb that follows."""
    before = parse.tokens[max(0, token.i - 2) : token.i]
    return len(before) == 2 and before[0].dep == "cc" and before[1].text == ","


def _dates_a_noun(parse: Parse, limit: Limit, token: Token | None, link: Token) -> bool:
    """Whether the limit stands in a clause about a noun.

    "A settlement to be finalized by the end of 2015" dates the settlement, not the duty; "the positions
    held on 1 March" dates the positions.
    """
    infinitive = any(k.lower == "to" for k in parse.children(link, "aux"))
    stated = limit.kind == "date" and token is not None and token.lower in ("on", "in", "at", "since")
    # "Fighters who lay down their arms before 1 May" have until then; the duty towards them does not.
    told = link.dep == "relcl" and limit.kind in ("date", "duration", "day-number")
    # "Talks on a truce, to be concluded by 31 March".
    # "If no attack takes place for seven days" says how long the case must last.
    told = told or (
        limit.kind == "period"
        and link.dep == "advcl"
        and any(k.lower in ("if", "unless", "when", "where") for k in parse.children(link, "mark", "advmod"))
    )
    told = told or (infinitive and link.dep in ("advcl", "xcomp") and bool(parse.children(link, "auxpass")))
    return told or (link.dep in ("relcl", "acl") and (infinitive or stated))
