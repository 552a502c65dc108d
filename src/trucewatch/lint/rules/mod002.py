"""MOD002: declaration for duty."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:express(?:es|ed)? (?:their |its |his |an? )?(?:interest|hope|readiness|willingness|intention|commitment|"
    r"desire|support|determination)|consider(?:s)? it (?:necessary|important|essential|desirable)|(?:underlin|"
    r"stress|emphasi[sz]|underscor|highlight)(?:e|es|ed)?(?: the)?(?: \w+)? (?:importance|need|necessity|urgency)|"
    r"reaffirm(?:s|ed)? (?:their|its)|re-?commits? themselves|recogni[sz]es? the (?:need|importance)|"
    r"acknowledges? the (?:need|importance)|welcomes?|intends? to|are (?:committed|determined|ready|prepared) to|"
    r"is (?:committed|determined|ready|prepared) to|declares? (?:their|its) (?:readiness|intention|commitment|"
    r"willingness))\b"
)

RULE = Rule(
    code="MOD002",
    name="declaration-for-duty",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=("Finds operative sentences that express interest, stress importance or recall, where a duty is expected."),
    why=(
        "Such a sentence is true on the day it is signed and asks nothing afterwards. Recommitments of "
        "2018 and 2019 in Ukraine underline the importance of compliance; the Paris conclusions of "
        "December 2019 express interest."
    ),
    bad="The Parties underline the importance of disengagement.",
    good="The Parties shall disengage in the three areas of Annex H by 4 May.",
    readings=(
        "The bearer reads: a statement of mood. Nothing is due.",
        "The other side reads: a promise. It calls inaction a breach.",
    ),
    suggestion="Say what each Party shall do and by when.",
    check=flag(_CUE, '"{words}" states a mood and asks nothing'),
)
