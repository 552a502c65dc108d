"""TIME004: uncomputable deadline."""

from collections.abc import Iterator

from trucewatch.core.dates import CannotCompute
from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import NUMBER, cue
from trucewatch.lint.sentences import commitments_of, sentences

_PROCESS = (
    r"(?:withdrawals?|redeployments?|disengagement|pull-?back|deployment|releases?|exchange|elections?|settlement|demobili[sz]ation|disarmament|cantonment|reintegration|formation|"
    r"establishment|separation|demining|transition|evacuation|vetting|registration|integration|handover)"
)
_COUNTED = (
    rf"\b(?:(?:the )?day (?:\d+|one|two|three|four|five|six|seven|ten)|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|tenth|\d+(?:st|nd|rd|th)) day|{NUMBER}(?: \(\w+\))? (?:hours?|days?|weeks?|months?))"
    rf" (?:of|after|from|following) (?:the )?(?:(?!sign|entry|approv|adopt|date|notif|request|receipt)[\w-]+ ){{0,4}}?{_PROCESS}\b"
)
_CERTIFIED = (
    r"\bcertif\w*|\bconfirm\w*|\brecord(?:s|ed)\b|\bdeclared? (?:in writing|complete)|\bannounced? by\b|\bverified\b"
)


# A bare "within three months", and a step that waits for a completion that nobody establishes.
_FROM_NOTHING = (
    rf"\bwithin (?:a (?:maximum|period) of )?(?:the next )?{NUMBER}(?: \(\w+\))? (?:hours?|days?|weeks?|months?)\b"
    r"(?! (?:of|after|from|following|before|prior|since|upon|as of|counted|thereafter|later))"
)
_COMPLETION = (
    r"\b(?:upon|after|following|on) (?:the )?(?:full |successful )?(?:completion|conclusion|finali[sz]ation|establishment|formation) of\b"
    r"(?! (?:this|the present) )"
)
_WHEN_COMPLETE = rf"\b(?:until|once|when|after) (?:the )?(?:(?!and|or)[\w-]+ ){{0,3}}?{_PROCESS} (?:(?!not|shall|will|must)[\w-]+ ){{0,4}}?(?:is|are|has been|have been) (?:fully |wholly )?(?:complete|completed|finished|concluded|over)\b"
_RECURS = (
    r"\b(?:if|when|any|each|every|upon|after|once|case|request|receipt|who|that|where|until|report\w*|incident\w*|violation\w*|signature|signing|"
    r"complaint|notif\w*|notice|dispute\w*|decide\w*|not later|latest)\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    for sentence in sentences(agreement):
        if cue(_CERTIFIED).search(sentence.text):
            continue
        match = cue(_COUNTED).search(sentence.text)
        due = [c.due for c in commitments_of(agreement, sentence) if c.due is not None]
        known = bool(due) and not any(isinstance(d, CannotCompute) for d in due)
        if match and (not known or cue(r"\bday \d").search(match[0])):
            yield sentence.hit(
                match.start(),
                match.end(),
                '"{words}": a process has no single day, and nobody is named who establishes it',
            )
        elif match := cue(_COMPLETION).search(sentence.text) or cue(_WHEN_COMPLETE).search(sentence.text):
            yield sentence.hit(
                match.start(), match.end(), '"{words}": nobody is named who establishes it', Severity.MEDIUM
            )
        elif (
            (match := cue(_FROM_NOTHING).search(sentence.text)) and not cue(_RECURS).search(sentence.full) and not known
        ):
            yield sentence.hit(match.start(), match.end(), '"{words}": counted from which day?', Severity.MEDIUM)


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
