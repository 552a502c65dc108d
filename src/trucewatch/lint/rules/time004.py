"""TIME004: uncomputable deadline."""

from collections.abc import Iterator

from trucewatch.core.dates import CannotCompute
from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import NUMBER, cue
from trucewatch.lint.sentences import commitments_of, sentences

_PROCESS = (
    r"(?:withdrawals?|redeployments?|disengagement|pull-?back|deployment|releases?|exchange|elections?|settlement|demobili[sz]ation|disarmament|cantonment|reintegration|formation|"
    r"establishment|separation|demining|transition|evacuation|vetting|registration|integration|handover|transfer)"
)
_COUNTED = (
    rf"\b(?:(?:the )?day (?:\d+|one|two|three|four|five|six|seven|ten)|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|tenth|\d+(?:st|nd|rd|th)) day|{NUMBER}(?: \(\w+\))? (?:hours?|days?|weeks?|months?))"
    rf" (?:of|after|from|following) (?:the )?(?:(?!sign|entry|approv|adopt|date|notif|request|receipt)[\w-]+ ){{0,4}}?{_PROCESS}\b"
)
_CERTIFIED = (
    r"\bcertif\w*|\bconfirm\w*|\brecord(?:s|ed)\b|\bdeclared? (?:in writing|complete)|\bannounced? by\b|\bverified\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    for sentence in sentences(agreement):
        match = cue(_COUNTED).search(sentence.text)
        if match is None or cue(_CERTIFIED).search(sentence.text):
            continue
        due = [c.due for c in commitments_of(agreement, sentence) if c.due is not None]
        if due and not any(isinstance(d, CannotCompute) for d in due) and not cue(r"\bday \d").search(match[0]):
            continue
        yield sentence.hit(
            match.start(), match.end(), '"{words}": a process has no single day, and nobody is named who establishes it'
        )


RULE = Rule(
    code="TIME004",
    name="uncomputable-deadline",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what=(
        "Finds deadlines counted from a process or an undated event: the first day of the withdrawal, "
        "three days after the elections."
    ),
    why=(
        "A process has a first and a last day, and the text does not say which counts or who establishes "
        "it. The Minsk package of 2015 counts from day 1 of the withdrawal and to day 5 after it."
    ),
    bad="The lists are due on the third day after the disengagement.",
    good=(
        "The lists are due on the third day after the Mission certifies in writing that the disengagement is complete."
    ),
    readings=(
        "The bearer reads: counted from its end. It is not due yet.",
        "The other side reads: counted from its beginning. It is late.",
    ),
    suggestion="Define the day, or name who certifies the event that it is counted from.",
    check=check,
)
