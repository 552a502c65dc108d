"""Which stance a proposition takes: cues that can be relied on first, then the trained judge, then the other cues."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.core.parse import Token
from trucewatch.core.ports import StanceJudge, StanceQuestion

from .stances import Features, StanceRules
from .wording import trimmed


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance code, or None where nothing is claimed, and who decided: the note that a claim carries."""

    stance: str | None
    by: str


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

    def decide(self, features: Features, own: Sequence[Token], *, by_default: bool) -> Decision:
        """The stance of a proposition; `by_default` says that no cue of its own fits it."""
        rule = self.rules.default(features) if by_default else self.rules.decide(features)
        source = "default" if by_default else "cue"
        name = "default cue" if by_default else "cue"
        told = Decision(rule.stance, f"stance by {name} {rule.name}") if rule else Decision(None, "")
        if self.judge is None or (rule is None and not by_default):
            return told
        low, high = self._sentence
        first, last = trimmed(own)
        question = StanceQuestion(
            self.text[low:high],
            first.start - low,
            last.end - low,
            features.conditions,
            told.stance,
            source,
        )
        verdict = self.judge.judge(question)
        return told if verdict is None else Decision(verdict.stance, verdict.why)
