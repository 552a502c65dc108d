"""What each claim is about: a duty by the claim's own words, else by what it goes on with, else the agreement."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from trucewatch.core.model import Document, ImpliedCommitment, Link, Unlinked
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .agreements import Subjects
from .drafts import Draft
from .duties import DutyFinder, FoundDuty

_FROM_SOURCE = "implied; clause text not quoted in the source"
# Claims that tell of doing what is owed: what their predicate is done to is the duty.
_DOING = frozenset(
    "CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PARTIAL COMMIT DELAY CALL_TO_COMPLY REPORT_NOT_DONE MISSED_DEADLINE "
    "AMEND CONDITION THIRD_PARTY_FINDING_BY_COUNTERPARTY".split()
)
# Claims that weigh or carry the agreement as a whole when they name it.
_WHOLE = frozenset("ASSESS COMMIT RECOMMIT AFFIRM AMEND REPORT_PROGRESS CAST_DOUBT SUSPEND WITHDRAW".split())
_TOPICAL = frozenset("REINTERPRET_NARROW REINTERPRET_EXCLUDE DENY_OBLIGATION THIRD_PARTY_INTERPRET AFFIRM".split())
_ANSWERS = frozenset("DENY_CONDUCT JUSTIFY BREACH_ADMITTED".split())
_NAMED, _TAKEN, _FALLBACK = "named", "taken", "fallback"
# A heading in front of a paragraph ("B. Roadblocks. On 6 August ...") or a topic ("As to the blockade at X, ...").
_HEADING = re.compile(
    r"(?:(?:[A-Z]|\d{1,2})[.)]\s+)?(?P<words>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3})[.:]\s+(?=[A-Z\"“])"
    r"|(?:[^\w\n]{0,3}\w[.)]\s+)?(?:As (?:to|for)|Regarding|Concerning|With regard to|On the (?:matter|question) of)\s+"
    r"(?P<topic>(?:the\s+)?[^,.;:\n]{3,60}),"
)
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
    ) -> None:
        self.document = document
        self.parse = parse
        self.drafts = drafts
        self.subjects = subjects
        self.duties = DutyFinder(document, vocabulary)
        self.duties.collect(parse, [t for a, b in parse.sentences for t in parse.tokens[a:b]])
        self._block_starts = [b.start for b in document.blocks]
        self._headed = dict(self._headings())
        self._own = [self._by_words(draft) for draft in drafts]
        self._answers: list[tuple[Link | Unlinked, str]] = []

    # ------------------------------------------------------------------ answers

    def about(self, echoed: int | None) -> Link | Unlinked:
        """What the next claim is about; `echoed` is the number of the claim that it repeats."""
        self._answers.append(self._about(len(self._answers), echoed))
        return self._answers[-1][0]

    def commitments(self) -> tuple[ImpliedCommitment, ...]:
        """The duties as values: those of the list, and the others that a claim is about."""
        main = self.subjects.main_mention
        kept = [d for d in self.duties.duties if d.linked or (d.listed and d.best.told > 1)]
        return tuple(
            ImpliedCommitment(
                d.id, main.id if main else None, self.document.span(d.best.start, d.best.end), _FROM_SOURCE
            )
            for d in kept
        )

    def _about(self, n: int, echoed: int | None) -> tuple[Link | Unlinked, str]:
        draft, own = self.drafts[n], self._own[n]
        if echoed is not None:
            about = self._answers[echoed][0]
            if isinstance(about, Link):
                return Link(about.commitment, about.agreement, "repeats an earlier claim"), _TAKEN
        named = self.subjects.named_in(draft.tokens)
        if own is not None:
            return self._link(own, f'its words speak of "{self._words(own)}"'), _NAMED
        if named is not None and draft.stance in _TOPICAL:
            before = self._before(n)
            if before is not None and self.drafts[n - 1].stance in _TOPICAL:
                # "The arrangement covers the whole of it" answers "the ban covers only the plateau".
                return Link(before.commitment, named.id, "answers on what the duty covers"), _TAKEN
        if named is not None and draft.stance in _WHOLE:
            return Link(None, named.id, "names the agreement"), _NAMED
        before = self._before(n) if named is None and not self._fights(draft) else None
        if before is not None:
            return Link(before.commitment, before.agreement, "taken over from the claim it goes on with"), _TAKEN
        headed = self._headed.get(self._block(draft.start)) if named is None else None
        if headed is not None:
            return self._link(headed, f'stands under "{self._words(headed)}"'), _TAKEN
        agreement = named or self.subjects.main_mention
        if agreement is None:
            return Unlinked("no agreement and no duty is named near the claim"), _FALLBACK
        truce = self.duties.ceasefire if named is None or draft.stance not in _WHOLE else None
        if truce is not None:
            truce.linked = True
        reason = "names the agreement" if named is not None else "the agreement that the report is about"
        return Link(truce.id if truce else None, agreement.id, reason), _NAMED if named else _FALLBACK

    def _link(self, duty: FoundDuty, reason: str) -> Link:
        duty.linked = True
        agreement = self.subjects.main_mention
        return Link(duty.id, agreement.id if agreement else None, reason)

    def _words(self, duty: FoundDuty) -> str:
        return self.document.text[duty.best.start : duty.best.end]

    # ------------------------------------------------------------------ own words

    def _by_words(self, draft: Draft) -> FoundDuty | None:
        """The duty that the claim's own words speak of, the ceasefire last."""
        tokens, truce = draft.tokens, self.duties.ceasefire
        found = self.duties.among(self.parse, tokens)
        if found is not None and found is not truce:
            return found
        topical = draft.stance in _TOPICAL or draft.stance in _DOING or draft.stance.startswith("REPORT_")
        told = self.duties.spoken_of(self.parse, tokens, anywhere=topical)
        if told is not None:
            return told
        if found is None and self._fights(draft):
            main = self.subjects.main_range
            found = self.duties.ceasefire or (self.duties.by_name_of(main) if main else None)
        if found is not None or draft.stance not in _DOING or self._fights(draft):
            return found
        if self.subjects.names(tokens) or self._block(draft.start) in self._headed:
            return None
        return self.duties.made(self.parse, tokens)

    def _fights(self, draft: Draft) -> bool:
        return self.duties.fights(draft.tokens)

    # ------------------------------------------------------------------ what it goes on with

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
            near = draft.order - other.order <= _FURTHEST
            same = other.paragraph == draft.paragraph or draft.stance in _ANSWERS
            if not near or not same:
                return None
            if isinstance(about, Link) and how is not _FALLBACK:
                return about
        return None

    def _block(self, at: int) -> int:
        return bisect_right(self._block_starts, at) - 1

    def _headings(self) -> Iterator[tuple[int, FoundDuty]]:
        """Blocks that open with a heading or a topic, and the duty that it names."""
        tokens = {t.start: t for t in self.parse.tokens}
        common = {t.lemma for t in self.parse.tokens if t.pos == "NOUN"}
        for number, block in enumerate(self.document.blocks):
            hit = _HEADING.match(self.document.text, block.start, block.end)
            if hit is None:
                continue
            start, end = hit.span("words") if hit["words"] else hit.span("topic")
            inside = [_common(t, common) for at in range(start, end) if (t := tokens.get(at))]
            duty = self._of_heading(inside)
            if duty is not None:
                yield number, duty

    def _of_heading(self, inside: Sequence[Token]) -> FoundDuty | None:
        nouns = [t for t in inside if t.pos == "NOUN"]
        if not nouns or any(t.pos in ("VERB", "AUX") for t in inside):
            return None
        head = nouns[-1] if all(t.dep != "pobj" for t in nouns) else nouns[0]
        return self.duties.among(self.parse, inside) or self.duties.of_heading(inside, head)


def _common(token: Token, common: Collection[str]) -> Token:
    """A word that a tagger took for a name because a heading has capitals, when the text has it as a noun."""
    if token.pos == "PROPN":
        for lemma in (token.lower, token.lower.removesuffix("s")):
            if lemma in common:
                return replace(token, pos="NOUN", lemma=lemma, entity="")
    return token
