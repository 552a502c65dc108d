"""WEASEL002: discretion."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:where(?:ver)?|when(?:ever)?|if|as far as|insofar as|in so far as|as much as|"
    r"to the (?:\w+ )?extent) (?:it (?:is )?)?(?:reasonably )?(?:possible|practicable|feasible)\b|"
    r"\bin principle\b|\bas (?:far|much) as (?:circumstances|conditions) (?:allow|permit)\b|\bpossibly\b|"
    r"\bat (?:its|their) (?:own )?discretion\b|\bif (?:it|they) (?:so )?(?:wish|decide|choose|deem)s?\b|"
    r"\bdeem(?:s|ed)? (?:necessary|appropriate|fit)\b|\bas (?:it|they) (?:see|deem)s? fit\b|"
    r"\bunless (?:circumstances|conditions)\b"
)
_CUE_2 = (
    r"\b(?:where|when|if|whenever|wherever) (?:needed|necessary|appropriate|required|applicable|so required)\b|"
    r"\bshould the need arise\b"
)

RULE = Rule(
    code="WEASEL002",
    name="discretion",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds duties softened by where possible, to the extent possible, in principle, if needed.",
    why="What is possible is what the bearer says is possible.",
    bad="Patrols shall be joint where possible.",
    good="Patrols shall be joint; a Party that cannot join one tells the Mission why 12 hours before.",
    readings=(
        "The bearer reads: I judge what is possible. It was not.",
        "The other side reads: it was possible. It calls the refusal a breach.",
    ),
    suggestion="Drop the words, or say who decides that it is not possible and for how long.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}" leaves the duty to the bearer\'s judgement',
            unless=r"as soon as|\b(?:mission|monitors?|observers?|chair)\b.*\bdiscretion\b",
        ),
        flag(_CUE_2, '"{words}" leaves the duty to the bearer\'s judgement', severity=Severity.MEDIUM),
    ),
)
