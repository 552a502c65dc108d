"""DEF003: threshold word."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\breduc(?:e|es|ed|tion|ing)(?: (?:of|in))?(?: \w+)? (?:violence|attacks|fighting|hostilities)\b|"
    r"\bsignificant(?:ly)? (?:reduc|decreas|lower|diminish|limit|scal)\w*|\b(?:significant|substantial|major|"
    r"serious|grave|minor|considerable|severe|material|gross|minimal|minimum) (?:\w+ )?(?:reduction|decrease|"
    r"breach(?:es)?|violations?|attacks?|incidents?|violence|withdrawals?|threats?|forces?|presence|progress|"
    r"escalation)\b|\b(?:normal|minimal|acceptable|tolerable|reasonable) (?:levels?|life|conditions|situation|"
    r"presence)\b|\blevels? compatible with\b"
)
_CUE_2 = r"\b(?:significantly|substantially|considerably|materially|minimally|seriously)\b"

RULE = Rule(
    code="DEF003",
    name="threshold-word",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds words of degree (significantly, substantial, minimal, normal, serious) that stand where a number should."
    ),
    why=(
        "The bearer stays just below a line that nobody drew. After the Doha agreement of February 2020 "
        "attacks were, by one inspector's account, kept at a level that those who attacked took to be "
        "within its limits; in Northern Ireland troops were to return to levels compatible with a normal "
        "peaceful society."
    ),
    bad="The Parties shall significantly reduce attacks.",
    good="No attack with a weapon above 12.7 mm, counted daily by the Mission, after 4 May.",
    readings=(
        "The bearer reads: fewer than last month is enough. It goes on at a lower rate.",
        "The other side reads: next to none. It counts every attack.",
    ),
    suggestion="Give the number, how it is counted and who counts.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}" sets a threshold that nobody can measure',
            unless=r"\d+ ?(?:%|per ?cent|mm|km)|\bannex|grade[- ]?\d|as counted|means\b",
        ),
        flag(
            _CUE_2,
            '"{words}" sets a threshold that nobody can measure',
            severity=Severity.MEDIUM,
            unless=r"\d+ ?(?:%|per ?cent)|\bannex|means\b",
        ),
    ),
)
