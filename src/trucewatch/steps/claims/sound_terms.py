"""Which words that stand in the form of a term tell something that can be owed, and where they begin and end."""

from collections.abc import Sequence

from trucewatch.core.parse import Token

from .duty_phrases import NONE
from .owed_terms import AGREES, BY_TEXT, PROMISED, THINGS, Term
from .term_bounds import before_predicate, behind_colon, forsworn, with_what, without_source, without_span, without_when
from .term_items import BE, TIMES
from .told_terms import ToldTerms

_NO_MATTER = frozenset("name subject ground day answer question matter exception requirement provision meeting".split())
_CUT_OFF = frozenset("until unless except starting including because".split())
_US = frozenset("me us you".split())
_TO_BE_SAID = frozenset("say note admit add stress remember acknowledge name identify quote".split())
_EMPTY = frozenset("this that it these".split())
_NOT_ASKED = frozenset(
    "such provision requirement exception calendar timetable penalty sanction deadline definition mention".split()
)
_LASTED = frozenset("week month year day war fighting conflict bloodshed".split())


class SoundTerms(ToldTerms):
    """Keeps what can be owed."""

    def _in_bounds(self, term: Term) -> Term:
        for part in (behind_colon, without_source, without_when, without_span, before_predicate, with_what, forsworn):
            term = part(self.parse, term)
        return term

    def _is_owed(self, term: Term) -> bool:
        """Whether words tell something that can be owed: neither only who signed nor what has happened."""
        words = self.parse.tokens[term.first.i : term.last.i + 1]
        if self._is_empty(term, words):
            return False
        told = [t for t in words if t.pos == "VERB" or (t.pos == "AUX" and t.tag == "VB") or t.pos == "NOUN"]
        counted = term.form == "foreseen" and any(t.pos == "NUM" for t in words)
        if not counted and not any(t.pos != "NOUN" or t.lemma not in self.people for t in told):
            return not any(t.pos == "PROPN" and t.entity not in ("DATE", "TIME") for t in words)
        if not counted and len(told) == 1 and told[0].lemma in self.roles:
            # "Their spokesman"
            return False
        return self._is_to_be(term, words)

    def _is_empty(self, term: Term, words: Sequence[Token]) -> bool:
        """Whether words name nothing that could be done: "the paper", "no such requirement", "this would end"."""
        if (words[0].lower == "no" and words[min(1, len(words) - 1)].lemma in _NOT_ASKED) or words[0].lower == "any":
            return True  # "No such requirement"
        if len(words) < 4 and words[-1].lemma in THINGS | {"following"}:
            return True  # "Agreed to the following"
        if all(t.entity in TIMES for t in words) or self._says_no_duty(words):
            return True
        if words[0].tag in ("WP", "WP$", "WRB") and (term.form != "ban" or words[0].lower == "who"):
            # "Did not say who was to blame": a question; "an officer, who was not allowed to be named".
            return True
        if (
            len(words) < 3
            and (words[-1].lemma in _NO_MATTER or self._is_text(words[-1]))
            and words[-1].lemma not in self.held
        ):
            # "The paper", "a name": nothing that can be done.
            return True
        if (
            words[0].lower in _EMPTY
            and term.form != "ban"
            and not any(t.pos in ("NOUN", "PROPN", "NUM") and t.entity not in TIMES for t in words)
        ):
            # "Gave their word that this would end"
            return True
        # "The truce, under whose terms the army leaves the dam, is in force."
        return words[0].lower in BE and not self._is_be_to(words[0]) and not self._has_subject_behind(words[0])

    def _says_no_duty(self, words: Sequence[Token]) -> bool:
        """Whether words are cut out of a sentence that owes nothing: "except in self-defence", "it must also be said"."""
        if words[0].lower in _CUT_OFF or words[0].lower in _US or (len(words) < 3 and words[-1].lower in _US):
            return True
        said = next((t for t in words[:6] if t.lemma in _TO_BE_SAID and t.tag == "VBN"), None)
        if said is not None and words[0].lower in BE | {"it"}:
            return True
        if words[0].lower == "never" and words[min(1, len(words) - 1)].tag == "VBD":
            return True
        # "To break it is to violate it"
        done = self.parse.children(words[0], "xcomp") if words[0].lower in BE and self._is_be_to(words[0]) else ()
        return bool(done) and done[0].lemma in self.hostile and not self._is_denied(words[0])

    def _is_to_be(self, term: Term, words: Sequence[Token]) -> bool:
        """Whether words that name something tell that it is to be, not that it has happened or who says it."""
        finite = next((t for t in words if t.tag in ("VBD", "VBZ", "VBP", "MD")), None)
        was = finite is not None and finite.lower in ("was", "were") and term.by == PROMISED
        if was and finite is not None and not self._is_be_to(finite) and self.parse.children(finite, "attr", "acomp"):
            # "Agreed that the attack was a crime"
            return False
        if finite is None or finite.tag == "MD" or self._is_be_to(finite):
            return True
        teller = finite is not term.first and words[0].lower not in NONE
        # "That the mission verifies it"
        teller = teller and not (term.by == BY_TEXT and self.parse.children(finite, "dobj"))
        if finite.lemma in self.speech and teller and finite.dep not in ("relcl", "acl"):
            # "The minister wrote on Sunday that": who says it, not what is owed; "neither side posts videos" is owed.
            return False
        if finite.lemma == "do" and term.by == BY_TEXT and self.parse.children(self.parse.tokens[finite.head], "neg"):
            # "The army does not raid the camps."
            return finite.tag != "VBD"
        if finite.lemma in ("have", "do"):
            # "Has not begun", "had accepted", "did not take place".
            return not any(
                t.tag in ("VBN", "VB")
                and (t.i == finite.head or t.head in (finite.head, finite.i))
                and t.i > finite.i
                and self.parse.tokens[t.i - 1].lower != "to"
                and t.lemma not in AGREES
                for t in words
            )
        if term.by == BY_TEXT and (finite is not term.first or self.parse.children(finite, "dative")):
            # "Roadblocks are to be removed, the border reopened": taggers take the second for past; "the two chiefs endorsed
            # it" tells what somebody did.
            return finite.tag != "VBD" or not self.parse.children(finite, "dobj") or finite.dep in ("relcl", "acl")
        if term.by == BY_TEXT and finite is term.first and finite.lemma in self.does:
            return True
        if term.by == BY_TEXT and finite is term.first and finite.lemma in self.forbids:
            # "The accords halted military operations"; "the truce ended months of war" tells what came of it.
            below = [t for t in self.parse.subtree(finite) if t.i > finite.i and finite.tag == "VBD"][:3]
            return not any(t.entity in ("DATE", "TIME") or t.lemma in _LASTED for t in below)
        above = self.parse.tokens[finite.head]
        inner = finite.dep in ("relcl", "acl", "advcl", "ccomp") and any(t.i == above.i for t in words)
        passive = finite.dep in ("aux", "auxpass")
        return finite.tag != "VBD" or finite.lower in ("was", "were") or inner or passive or term.by == PROMISED

    def _has_subject_behind(self, verb: Token) -> bool:
        return any(k.i > verb.i for k in self.parse.children(verb, "nsubj"))
