"""Which stance a proposition takes: cues that can be relied on first, then the trained judge, then the other cues."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trucewatch.core.parse import Token
from trucewatch.core.ports import Clause, StanceJudge, StanceQuestion, Verdict

from .stances import Features, Found, StanceRules
from .wording import trimmed

# Stances that the words rule out, each with what takes its place.
RuledOut = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance code, or None where nothing is claimed, and who decided: the note that a claim carries."""

    stance: str | None
    by: str


class Listener:
    """A judge that leaves everything to the cues and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[StanceQuestion] = []

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        """Nothing: a listener has nothing to prepare."""

    def judge(self, question: StanceQuestion) -> Verdict | None:
        """None, for every question."""
        self.asked.append(question)
        return None


class StanceDecider:
    """Asks the cues and, where they leave room, the judge. Without a judge the cues decide alone."""

    def __init__(self, rules: StanceRules, judge: StanceJudge | None, text: str) -> None:
        self.rules = rules
        self.judge = judge
        self.text = text
        self._sentence = (0, 0)

    def begin(self, tokens: Sequence[Token]) -> None:
        """Takes note of the sentence that the next propositions stand in."""
        self._sentence = (tokens[0].start, tokens[-1].end)

    def decide(
        self,
        features: Features,
        own: Sequence[Token],
        source: str = "cue",
        *,
        alone: bool = True,
        never: Callable[[], RuledOut] = tuple,
        clause: Callable[[], Clause] | None = None,
    ) -> Decision:
        """The stance of a proposition.

        `source` is "cue", "default" where no cue of its own fits, or "apart" for words that seem to be about other
        things: there the judge alone decides. `alone` lets it answer where no default cue fits; that takes time.
        `never` finds the stances that the judge may not give, `clause` how the proposition is built.
        """
        rule = {"cue": self.rules.decide, "default": self.rules.default}.get(source, _no_rule)(features)
        name = "default cue" if source == "default" else "cue"
        told = Decision(rule.stance, f"stance by {name} {rule.name}") if rule else Decision(None, "")
        if rule is None and (source == "cue" or not alone):
            return told
        verdict = self._judged(features, own, told.stance, source, never, clause)
        return told if verdict is None else Decision(verdict.stance, verdict.why)

    def _judged(
        self,
        features: Features,
        own: Sequence[Token],
        rule: str | None,
        source: str,
        never: Callable[[], RuledOut],
        clause: Callable[[], Clause] | None,
    ) -> Verdict | None:
        if self.judge is None:
            return None
        low, high = self._sentence
        first, last = trimmed(own)
        place = (first.start - low, last.end - low)
        # Who only listens needs no more than the words.
        ruled = () if isinstance(self.judge, Listener) else never()
        built = clause() if clause is not None else None
        return self.judge.judge(
            StanceQuestion(self.text[low:high], *place, features.conditions, rule, source, ruled, built)
        )


def _no_rule(_: Features) -> Found | None:
    return None
