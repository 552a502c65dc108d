"""Terms that stand after the words that announce them: lines under "Under the accord:", the steps of a timetable."""

from collections.abc import Iterator, Sequence

from trucewatch.core.parse import Token

from .agreed_terms import AgreedTerms
from .duty_phrases import NONE
from .owed_terms import AGREES, BY_TEXT, OWED, PROMISED, THINGS, Term
from .term_items import TIMES, items

_TIMETABLES = frozenset("timetable schedule calendar roadmap phase stage timeline sequence".split())
_STEPS = frozenset("phase stage step day week month year".split())
_THINKS = frozenset(
    "hope believe think remain know see need want expect seem appear fear look mean feel worry doubt wait like".split()
)
_MARKS = frozenset("- – — • * ·".split())
_POINTS = THINGS | frozenset("thing part rule".split())
_COUNTS = {w: n for n, w in enumerate("two three four five six seven eight nine ten".split(), 2)}
# How many sentences tell what is announced without a number.
_SOME = 6
# How many words may announce what follows, and how many letters stand at least before a line with a mark of its own.
_SHORT, _MARKED = 16, 3


class LedTerms(AgreedTerms):
    """Finds the terms of a sentence by the one in front of it."""

    def _after_leads(self) -> Iterator[Term]:
        lead: Sequence[Token] = ()
        # How surely the lines of a list under way are owed; 0 outside lists.
        by = 0
        for low, high in self.parse.sentences:
            sentence = [t for t in self.parse.tokens[low:high] if t.pos != "SPACE"]
            if not sentence:
                continue
            marked = bool(lead) and (sentence[0].start - lead[-1].end >= _MARKED or sentence[0].text in _MARKS)
            by = (by or self._leads(lead)) if marked else 0
            if by:
                for first, last in items(self.parse, sentence[sentence[0].text in _MARKS :])[:2]:
                    yield Term(first, last, by, "listed")
            elif self._is_timetable(lead):
                yield from self._scheduled(sentence)
            lead = sentence

    def _leads(self, lead: Sequence[Token]) -> int:
        """How surely the lines are owed that follow "Under the accord:" or "The front agreed to"; 0 where they are not."""
        if len(lead) < 2 or len(lead) > _SHORT or not (lead[-1].text.endswith(":") or lead[-1].lower == "to"):
            return 0
        if any(t.lemma in AGREES and t.pos == "VERB" and not self._is_denied(t) for t in lead[-6:]):
            return PROMISED
        tells = any(t.tag in ("VBD", "MD") for t in lead)
        return BY_TEXT if not tells and lead[-1].lower != "to" and any(self._is_text(t) for t in lead) else 0

    def _announces(self, token: Token) -> bool:
        """Whether somebody promises things that are told after it: "They promised each other three things."."""
        if token.pos != "VERB" or token.lemma not in AGREES:
            return False
        below = self.parse.subtree(token)
        return any(t.lemma in THINGS | {"thing"} and self.parse.children(t, "nummod") for t in below)

    def _after_announcing(self) -> Iterator[Term]:
        """ "They promised me three things. The airport reopens. No more conscription of pupils."."""
        left, end = 0, 0
        for low, high in self.parse.sentences:
            sentence = [t for t in self.parse.tokens[low:high] if t.pos != "SPACE"]
            if not sentence:
                continue
            told = self._is_directive(sentence) if left and sentence[0].start - end <= 1 else False
            if told:
                for first, last in items(self.parse, sentence)[:1]:
                    yield Term(first, last, OWED, "listed")
            left = left - 1 if told else self._promises_number(sentence)
            end = sentence[-1].end

    def _promises_number(self, sentence: Sequence[Token]) -> int:
        """How many duties a sentence announces: "the truce has three points"; 0 where it announces none."""
        if not 0 < len(sentence) <= _SHORT or any(t.text == ":" for t in sentence):
            return 0
        agreed = any(t.lemma in AGREES and t.pos == "VERB" and not self._is_denied(t) for t in sentence)
        if not agreed and not any(self._is_text(t) and t.lemma not in THINGS for t in sentence):
            return 0
        for token in sentence:
            counts = self.parse.children(token, "nummod") if token.lemma in _POINTS else ()
            if counts and token.dep in ("dobj", "attr", "pobj", "nsubj", "ROOT"):
                return _COUNTS.get(counts[0].lower, _SOME)
        return 0

    def _is_directive(self, words: Sequence[Token]) -> bool:
        """Whether words tell what is to be by themselves: "soldiers stay in their camps", "no forced porters"."""
        if any(t.tag in ("VBD", "MD") or t.lower in ("i", "we", "you", "has", "have", "had") for t in words):
            return False
        inside = {t.i for t in words}
        roots = [t for t in words if t.pos in ("VERB", "AUX") and (t.head == t.i or t.head not in inside)]
        if not roots:
            verbs = any(t.tag in ("VBZ", "VBP") for t in words)
            return not verbs and words[0].lower in NONE and any(t.pos == "NOUN" for t in words)
        root = roots[0]
        subject = next(iter(self.parse.children(root, "nsubj", "nsubjpass")), None)
        shown = root.tag in ("VBZ", "VBP") or any(k.tag in ("VBZ", "VBP") for k in self.parse.children(root, "auxpass"))
        plain = root.pos == "VERB" and root.lemma not in self.speech and root.lemma not in _THINKS
        return plain and shown and subject is not None and subject.pos in ("NOUN", "PROPN")

    def _is_timetable(self, lead: Sequence[Token]) -> bool:
        """Whether a sentence announces steps: "The timetable is tight.", "The accord has three phases."."""
        if not 0 < len(lead) <= _SHORT or any(t.lemma in self.speech for t in lead):
            return False
        parts = _TIMETABLES | THINGS if any(self._is_text(t) and t.lemma not in THINGS for t in lead) else _TIMETABLES
        return any(t.lemma in parts and t.dep in ("nsubj", "dobj", "attr", "ROOT") for t in lead)

    def _scheduled(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "On the third day the army leaves the mill", told in the present or as what will be."""
        for root in sentence:
            if (
                root.dep not in ("ROOT", "conj", "ccomp")
                or root.pos != "VERB"
                or root.lemma in self.speech
                or root.lemma in _THINKS
            ):
                continue
            will = any(k.lower == "will" for k in self.parse.children(root, "aux"))
            shown = any(k.tag in ("VBZ", "VBP") for k in self.parse.children(root, "auxpass"))
            if not (will or shown or (root.tag in ("VBZ", "VBP") and not self.parse.children(root, "aux"))):
                continue
            for subject in self.parse.children(root, "nsubj", "nsubjpass")[:1]:
                low = self.parse.subtree(subject)[0]
                before = [t for t in sentence if low.i - 7 <= t.i < low.i]
                dated = any(
                    t.entity in TIMES or t.lemma in _STEPS or t.lower in ("first", "second", "then") for t in before
                )
                if subject.pos in ("NOUN", "PROPN") and dated:
                    end = next((t.i for t in sentence if t.i > root.i and t.text == ";"), sentence[-1].i + 1)
                    for first, last in items(self.parse, self.parse.tokens[low.i : end])[:1]:
                        yield Term(first, last, BY_TEXT, "under")
