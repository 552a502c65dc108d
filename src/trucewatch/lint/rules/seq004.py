"""SEQ004: condition in other hands."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:begins?|starts?|commences?|open(?:s|ed)?|takes? place|enters? into force|resumes?|withdraws?|disarms?|"
    r"will be held|shall be held)\b[^.;]{0,50}\b(?:when|once|after|only if|as soon as|"
    r"on condition that) (?:the )?[\w ]{1,40} (?:has|have) (?:\w+ly )?(?:freed|released|withdrawn|disarmed|left|"
    r"handed|accepted|recogni[sz]ed|signed|paid|lifted|agreed|opened|delivered)\b"
    r"|\bonly (?:after|when|once|if) (?:the )?[\w ]{1,40} (?:has|have) (?!certif|confirm|record)\w+"
)

RULE = Rule(
    code="SEQ004",
    name="condition-in-other-hands",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds a step that starts only when somebody else has acted.",
    why=(
        "The other side, or a third one, holds the key. The talks foreseen in Doha for 10 March 2020 "
        "waited for prisoners whom a government that had not signed held; the day was missed."
    ),
    bad="Talks begin once the Governor has released the detainees.",
    good="Talks begin on 10 March. Releases follow Annex L and are no condition for the talks.",
    readings=(
        "The waiting side reads: nothing is due before that. It does nothing.",
        "The other side reads: the delay is not ours. It calls the waiting a breach.",
    ),
    suggestion="Give the step a date of its own, or let a third party certify the condition.",
    check=flag(
        _CUE, '"{words}": the step hangs on what somebody else does', unless=r"\bcertif|\bno condition|confirm|record"
    ),
)
