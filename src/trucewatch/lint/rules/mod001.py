"""MOD001: weak modal."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"(?<=\w )(?:should(?! (?:a|an|any|the|there|it|they|either|one|disputes?|differences?|this|such|no)\b)|"
    r"ought to|(?:is|are) (?:encouraged|expected|invited|urged|supposed|requested) to|may wish to)\b(?! (?:occur|"
    r"arise|prove|fail))"
)
_LET_UNLESS = r"\b(?:if|in case|in the event|where|when|lest)\b[^,.;]{0,60}\bshould\b|\bwhy\b"

RULE = Rule(
    code="MOD001",
    name="weak-modal",
    severity=Severity.HIGH,
    since="0.1.0",
    what='Finds duties in "should", "ought to", "is expected to" or "is encouraged to".',
    why=(
        "A wish beside a duty is read as a wish on purpose. A British side letter of 1998 on "
        "decommissioning turned on the word should."
    ),
    bad="The Front should free the hostages.",
    good="The Front shall free the hostages by 4 May.",
    readings=(
        "The bearer reads: a recommendation. It may decline.",
        "The other side reads: a duty. It calls the refusal a breach.",
    ),
    suggestion="Write shall, or say openly that it is a recommendation.",
    check=flag(_CUE, '"{words}" is a wish and no duty', unless=_LET_UNLESS),
)
