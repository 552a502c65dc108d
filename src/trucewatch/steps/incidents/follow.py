"""What later sentences say of an incident: who was hurt, what was broken, whether it is verified, who did it."""

import re

from trucewatch.core.incidents import AttributedBy, Verification
from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import nouns_by_head, pattern_of, word_set

from .asserted import Told, stands, told
from .clauses import Range, agent_of, bounds, is_passive, joined, phrase, subject_of
from .drafts import Draft
from .facts import SO_FAR, casualties_in, provisions_in, whole_entry
from .places import places_of
from .sources import Sources

_STRICT = frozenset(
    "verify confirm conclude establish rule determine corroborate attribute ascertain substantiate find".split()
)
_TRACE = frozenset("see observe note inspect assess hear witness document".split())
_ANAPHOR = re.compile(
    r"\W*(?:it|they|he|she|this|these|both|the (?:incident|attack|event|shooting|shelling|fire|fighting|clash|clashes|ambush|explosion|blast|abduction|detention|killing|group|men|soldiers|company|team|victims?))\b",
    re.I,
)
_MISSION_SAYS = re.compile(
    r"\b(?:team|mission|monitors?|observers?|[A-Z]{3,}[A-Z]*|force|we)\s+(?:\w+\s+){0,2}?(?:could|can|cannot|was|were|has|have|is)\b"
)
_SEEN = frozenset("saw seen observed noted heard witnessed inspected found spotted".split())
_ANOTHER = re.compile(r"\s+(?:any|an|the)?\s*(?:earlier|prior|previous|preceding|other|further|second)\b", re.I)
# "finds it likely that the front was behind this attack" establishes nothing.
_HEDGED = re.compile(r"\b(?:likely|probabl[ey]|possibl[ey]|plausibl[ey]|presum\w+)\b(?<!not likely)", re.I)
# "Participation of army troops cannot be confirmed": of the attack itself there is no doubt.
_SHARE_IN_IT = re.compile(r"\b(?:participation|involvement|presence|role)\s+of\b", re.I)
_GONE_TO = re.compile(r"\b(?:get to|reach|visit|access|go to) (?:the )?(?:\w+ of )?([A-Z][\w-]+)")
_MARK = re.compile(r"\W*(?P<how>confirmed|verified)(?:\W*$|\s+(?:as|by)\b)", re.I)
_CALL = frozenset("call describe denounce condemn brand term label".split())
_OPENING = 30
_PRONOUNS = frozenset("he she it they him her them who which that this".split())
_EVENT = frozenset("incident attack event it this that allegation complaint claim killing death".split())
_CLASHES = frozenset({"armed-clash", "small-arms-fire", "shelling"})


class Follow:
    """Reads the sentences after an event."""

    def __init__(self, document: Document, sources: Sources) -> None:
        self.document = document
        self.sources = sources

    def read(self, parse: Parse, sentence: tuple[int, int], begin: int, text: str, draft: Draft) -> None:
        """Adds what a sentence without an event of its own says of the incident before it."""
        if pattern_of("none").search(text) and not pattern_of("nobody_hurt").search(text):
            return
        if pattern_of("many").search(text, 0, _OPENING):
            # "On two occasions ...": other events.
            return
        hurt = [] if SO_FAR.search(text) else casualties_in(parse, sentence, text, begin)
        changed = draft.add("casualties", hurt)
        if not self._a_party_says(parse, sentence):
            # "The rebels called it a breach of the truce": an accusation, no finding of the report.
            changed |= draft.add("provisions", provisions_in(whole_entry(self.document.text, text, begin), begin))
        changed |= self.standing(text, begin, draft)
        changed |= self._verified(parse, sentence, text, draft) or self._claimed(parse, sentence, draft)
        changed |= self._marked(parse, sentence, text, begin, draft)
        end = parse.tokens[sentence[1] - 1].end
        if changed or _ANAPHOR.match(text):
            draft.add("also", [(begin, end)])

    def _a_party_says(self, parse: Parse, sentence: tuple[int, int]) -> bool:
        """Whether a sentence is what one of the parties says."""
        for token in parse.tokens[slice(*sentence)]:
            if token.pos == "VERB" and (token.lemma in word_set("tell") or token.lemma in _CALL):
                who = subject_of(parse, token)
                if who is not None and who.pos != "PRON" and self.sources.of(parse, who) is AttributedBy.PARTY:
                    return True
        return False

    def standing(self, text: str, begin: int, draft: Draft) -> bool:
        """Words on who cannot be named, and on what could not be verified; whether there are any."""
        nobody = pattern_of("nobody_named").search(text)
        doubted = pattern_of("unverified").search(text)
        # "could not confirm any earlier fire": another event.
        doubted = None if doubted and _ANOTHER.match(text, doubted.end()) else doubted
        doubted = None if doubted and self._is_of_another_place(doubted[0], draft) else doubted
        doubted = None if draft.doers and _SHARE_IN_IT.search(text) else doubted
        changed = False
        told_of = draft.by in (AttributedBy.PARTY, AttributedBy.WITNESS)
        if nobody:
            where = begin + nobody.start(), begin + nobody.end()
            if not draft.doers:
                if draft.nobody is None or _MISSION_SAYS.search(text):
                    draft.nobody = where
                found = "claimed responsibility" not in nobody[0]
                draft.by = AttributedBy.MONITOR if draft.by is AttributedBy.AUTHOR and found else draft.by
                changed = True
            elif told_of:
                draft.verification, draft.verification_words = Verification.UNVERIFIED, where
                changed = True
        apart = doubted and not (nobody and nobody.start() <= doubted.start() < nobody.end())
        if doubted and apart and (told_of or draft.verification is Verification.STATED):
            draft.verification = Verification.UNVERIFIED
            draft.verification_words = begin + doubted.start(), begin + doubted.end()
            changed = True
        return changed

    def _is_of_another_place(self, words: str, draft: Draft) -> bool:
        """Whether what could not be reached is not where it happened: "could not go to Tembien"."""
        goal = _GONE_TO.search(words)
        told = (draft.span, *draft.where, *draft.also, *([draft.source] if draft.source else []))
        return goal is not None and not any(goal[1] in self.document.text[a:b] for a, b in told)

    def _verified(self, parse: Parse, sentence: tuple[int, int], text: str, draft: Draft) -> bool:
        """Whether the mission saw or established it: then it is verified, and the naming is the mission's."""
        if any(pattern.search(text) for pattern in (pattern_of("unverified"), pattern_of("nobody_named"), _HEDGED)):
            return False
        for token in parse.tokens[sentence[0] : sentence[1]]:
            if token.pos not in ("VERB", "AUX") or token.lemma not in _STRICT | _TRACE:
                continue
            who = subject_of(parse, token)
            now = token.tag in ("VBZ", "VBP")
            on = Told() if now and stands(parse, token) else told(parse, token, text)
            if who is None or on is None or on.manner is not None or is_passive(parse, token):
                continue
            if not (self.sources.is_monitor(parse, who) or who.lower in ("we", "they", "i")):
                continue
            if any(k.dep == "neg" for clause in parse.children(token, "ccomp") for k in parse.children(clause)):
                # "ruled that it was not a violation"
                continue
            strict = token.lemma in _STRICT and self._of_the_event(parse, token)
            if draft.by in (AttributedBy.PARTY, AttributedBy.WITNESS) and not strict:
                # Traces prove that something happened, not that the accused did it.
                continue
            draft.by, draft.verification = AttributedBy.MONITOR, Verification.VERIFIED
            draft.verification_words, draft.source = bounds((token,)), bounds(phrase(parse, who))
            self._name(parse, token, draft)
            return True
        return False

    def _marked(self, parse: Parse, sentence: tuple[int, int], text: str, begin: int, draft: Draft) -> bool:
        """Whether an entry of a list is marked as established: "Confirmed.", "Verified by the team."."""
        mark = _MARK.match(text)
        if mark is None or draft.by in (AttributedBy.PARTY, AttributedBy.WITNESS):
            return False
        by = [o for t in parse.tokens[slice(*sentence)] if t.lower == "by" for o in parse.children(t, "pobj")]
        if by and not self.sources.is_monitor(parse, by[0]):
            return False
        draft.by, draft.verification = AttributedBy.MONITOR, Verification.VERIFIED
        draft.verification_words = begin + mark.start("how"), begin + mark.end("how")
        return True

    def _claimed(self, parse: Parse, sentence: tuple[int, int], draft: Draft) -> bool:
        """Whether somebody says that it was them: "X claimed responsibility for the attack"."""
        for token in parse.tokens[sentence[0] : sentence[1]]:
            taken = token.lemma in ("claim", "admit", "accept", "acknowledge") and not draft.doers
            if (
                taken
                and any(k.lemma == "responsibility" for k in parse.children(token, "dobj"))
                and stands(parse, token)
            ):
                who = subject_of(parse, token)
                if who is not None and who.pos in ("NOUN", "PROPN") and not self.sources.is_monitor(parse, who):
                    draft.doers, draft.nobody = [bounds(phrase(parse, who))], None
                    draft.by, draft.source = AttributedBy.PARTY, bounds(phrase(parse, who))
                    return True
        return False

    @staticmethod
    def _of_the_event(parse: Parse, verb: Token) -> bool:
        """Whether what is established is the event: a clause of its own, or a word for it."""
        if parse.children(verb, "ccomp", "relcl"):
            return True
        below = {t.lemma for k in parse.children(verb, "dobj", "oprd", "nsubjpass") for t in parse.subtree(k)}
        return bool(below & (_EVENT | nouns_by_head().keys()))

    def _name(self, parse: Parse, verb: Token, draft: Draft) -> None:
        """Takes over whom the mission names: "concluded that the ambush had been carried out by X"."""
        if verb.lemma == "attribute":
            named = [
                o for k in parse.children(verb, "prep", "dative") if k.lower == "to" for o in parse.children(k, "pobj")
            ]
            draft.add("doers", [bounds(phrase(parse, o)) for o in named])
        for clause in parse.children(verb, "ccomp"):
            who = agent_of(parse, clause)
            if (
                who is None
                and clause.lemma == "be"
                and any(k.lemma == "responsible" for k in parse.children(clause, "acomp"))
            ):
                who = subject_of(parse, clause)
            unknown = who is not None and {w.lemma for w in phrase(parse, who)} & (
                word_set("unknown") | word_set("weapon")
            )
            if who is not None and not unknown:
                draft.add("doers", [bounds(phrase(parse, d)) for d in joined(parse, who)])
                draft.nobody = None

    # ------------------------------------------------------------------ two events that are one

    def is_same(self, parse: Parse, sentence: tuple[int, int], before: Draft, draft: Draft) -> bool:
        """Whether a second event of a paragraph is the first one again."""
        if before.when and draft.when and before.when.edtf != draft.when.edtf and not draft.definite:
            return False
        if draft.when and before.when is None and draft.kind != before.kind and not (draft.weak or draft.definite):
            return False
        fresh = [w for w in draft.where if not self._known(w, before.where)]
        near = before.kind == draft.kind or {before.kind, draft.kind} <= _CLASHES
        if draft.outcome:
            # "Two of them were killed": what came of it, unless it was elsewhere.
            return not fresh or not before.where
        if draft.definite:
            return True
        if not near:
            return False
        vague = not before.doers and before.when is None and not before.victims
        anaphor = _ANAPHOR.match(self.document.text, parse.tokens[sentence[0]].start)
        checked = draft.by is AttributedBy.MONITOR and draft.verification is Verification.VERIFIED
        same_doer = bool(draft.doers) and draft.doers == before.doers
        return vague or (
            (bool(anaphor) or checked or same_doer or not draft.doers) and not (fresh and before.where and not checked)
        )

    def is_of_the_event(self, parse: Parse, sentence: tuple[int, int], text: str) -> bool:
        """Whether a sentence takes up what was told before: by "it" or "the attack", or with what somebody established."""
        if _ANAPHOR.match(text):
            return True
        verbs = [t for t in parse.tokens[slice(*sentence)] if t.pos == "VERB" and t.lemma in _STRICT]
        return bool(verbs) and not pattern_of("unverified").search(text)

    def is_elsewhere(self, parse: Parse, sentence: tuple[int, int], before: Draft) -> bool:
        """Whether a sentence names a place, and none of the incident before it."""
        verbs = {t.i for t in parse.tokens[slice(*sentence)] if t.pos in ("VERB", "AUX")} or {sentence[0]}
        named = [
            where
            for where in places_of(parse, sentence, verbs, ())
            if any(c.isupper() for c in self.document.text[slice(*where)])
        ]
        named += [
            bounds((t,))
            for t in parse.tokens[slice(*sentence)]
            if t.entity in ("GPE", "LOC") and t.pos == "PROPN" and parse.tokens[t.head].lower == "of"
        ]
        return bool(named) and not any(self._known(where, before.where) for where in named)

    def _known(self, where: Range, places: list[Range]) -> bool:
        text = self.document.text
        words = text[slice(*where)].casefold().removeprefix("the ")
        return any(words in text[a:b].casefold() or text[a:b].casefold() in words for a, b in places)

    def merged(self, before: Draft, draft: Draft) -> Draft:
        """One incident of two tellings; the one that says more leads."""
        vague = not before.doers and before.when is None and not before.victims and not before.weak
        lead, other = (draft, before) if vague and (draft.doers or draft.when) and not draft.weak else (before, draft)
        for name in ("victims", "where", "casualties", "provisions"):
            more: list[Range] = getattr(other, name)
            if name == "where" and lead.where:
                # "The village" after its name says nothing new.
                more = [r for r in more if any(c.isupper() for c in self.document.text[slice(*r)])]
            if name == "victims" and lead.victims:
                more = [r for r in more if self.document.text[slice(*r)].lower() not in _PRONOUNS]
            if name != "victims" or not other.outcome:
                lead.add(name, more)
        if not lead.doers and other.doers:
            lead.doers, lead.by, lead.source, lead.nobody = other.doers, other.by, other.source, None
            if other.by in (AttributedBy.PARTY, AttributedBy.WITNESS):
                lead.verification, lead.verification_words = other.verification, other.verification_words
        lead.nobody = None if lead.doers else lead.nobody or other.nobody
        lead.when = lead.when or other.when
        named = lead.doers and lead.by in (AttributedBy.PARTY, AttributedBy.WITNESS)
        seen = other.verification_words and self.document.text[slice(*other.verification_words)].lower() in _SEEN
        if lead.doers and not other.doers and ((named and seen) or other.outcome):
            # Traces and what came of it prove that something happened, not that those named did it.
            pass
        elif other.verification is Verification.VERIFIED and other.by is AttributedBy.MONITOR:
            lead.verification, lead.verification_words = other.verification, other.verification_words
            lead.by, lead.source = other.by, other.source
        lead.add("also", [other.span, *other.also])
        return lead
