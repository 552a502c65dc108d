"""QTY001: no number."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import LISTED, articles, cue
from trucewatch.lint.sentences import sentences

_DUTY = (
    r"\b(?:hand(?:ed)? over|surrender(?:ed)?|withdraw|withdrawn|withdrawal of|release|released|free|freed|exchange|exchanged|deliver(?:ed)?|destroy(?:ed)?|store[d]?|collect(?:ed)?|"
    r"disarm(?:ed)?|disarmament of|cantoned?|repatriated?|turn(?:ed)? in|turn(?:ed)? over|leave|exit|evacuated?|dismantle[d]?)\b"
)
_THINGS = (
    r"\b(?:weapons?(?!-free)|weaponry|arms|rifles?|guns?|artillery|tanks|ammunition|(?:military )?equipment|prisoners?|PoWs?|detainees?|detained persons|captives?|hostages?|troops?|"
    r"fighters?|mercenar(?:y|ies)|militants?|camps?|crossing points?|check ?points?|posts)\b"
)
_COUNTED = (
    rf"{LISTED}|\bmap \w|\bcoordinates\b|\ball for all\b(?!.)|\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand) (?:\w+ ){{0,2}}(?:weapons?|rifles?|guns?|tanks|"
    r"prisoners?|detainees?|captives?|hostages?|troops?|soldiers|fighters?|mercenar|persons|people|camps?|posts|check ?points?|crossing|officers|vehicles)|\bnumbers? (?:and|of)\b|\binventor|\bserial|\bas specified\b|\babove\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    around = articles(agreement)
    for sentence in sentences(agreement):
        duty = cue(_DUTY).search(sentence.text)
        thing = cue(_THINGS).search(sentence.text)
        if duty is None or thing is None or abs(thing.start() - duty.start()) > 80:
            continue
        if not re.search(r"\b(?:shall|must|will|(?:is|are)\s+to|agree)\b", sentence.full, re.I) and duty.start() > 40:
            continue
        # Who may leave with a weapon owes none.
        if re.search(r"\bmay\b", sentence.full) and not re.search(r"\b(?:shall|must|will)\b", sentence.full, re.I):
            continue
        between = sentence.text[min(duty.end(), thing.end()) : max(duty.start(), thing.start())]
        if cue(r"\b(?:who|which|that|from criminal)\b").search(between):
            continue
        if cue(_COUNTED).search(around[sentence.clause.id]) or re.search(
            r"\b(?:shall|must|may)\s+not\b|\bwithin\s+the\s+limits", sentence.full, re.I
        ):
            continue
        yield sentence.hit(thing.start(), thing.end(), '"{words}": neither a number nor a list says how many')


RULE = Rule(
    code="QTY001",
    name="no-number",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds duties to hand over, withdraw or free weapons, people or posts with no number, list or declared stock."
    ),
    why=(
        "Nobody can say how many are missing. In more than one handover there was no agreed inventory, "
        "and hidden stocks came to light later."
    ),
    bad="The Front shall hand over its rifles.",
    good="The Front shall hand over the 114 rifles declared on 3 May and verified on 9 May.",
    readings=(
        "The bearer reads: what I bring is all there is. It is done.",
        "The other side reads: there is more. It calls what is missing a breach.",
    ),
    suggestion="Attach a declared and verified list, or give the number.",
    check=check,
)
