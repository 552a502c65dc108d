"""ACT005: response undefined."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:may|right to|entitled to|reserves? the right to|free to) (?:\w+ly )?(?:respond|retaliate|return fire|"
    r"repel|react|answer)\b"
)

RULE = Rule(
    code="ACT005",
    name="response-undefined",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds a right to respond or retaliate that has no test: who may order it, with what, for how long.",
    why="A right to respond without a test turns every exchange into two responses.",
    bad="Each side may respond to attacks.",
    good=(
        "A unit under direct fire may return it at the source while the fire lasts, and shall report within one hour."
    ),
    readings=(
        "The side that fires reads: what we did was an answer. It need not stop.",
        "The side that is hit reads: an attack. It answers in turn.",
    ),
    suggestion="Say who may order a response, at what target, for how long, and when it is to be reported.",
    check=flag(
        _CUE,
        '"{words}": no test says when, with what and for how long',
        unless=r"\breport|hotline|source\b.*\bwhile|order of",
    ),
)
