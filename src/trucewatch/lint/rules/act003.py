"""ACT003: ambiguous movement."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import articles, cue
from trucewatch.lint.sentences import sentences

_MOVE = re.compile(
    r"\b(?:withdraw(?:n|s)?|redeploy(?:ed|s)?|re-deploy(?:ed)?|relocat(?:e|ed)|reposition(?:ed)?|disengage[ds]?|pull(?:ed|s)?\s+(?:back|out)|moved?\s+back|freeze|vacated?|evacuated?|"
    r"stop\s+in\s+their|retreat)\b",
    re.I,
)
_NOUN = re.compile(
    r"^\W*(?:(?:the|full|complete|immediate|and|setting\s+up|phased)\s+)*(?P<at>withdrawal|redeployment|disengagement|relocation|separation\s+of\s+forces|pull-?back)\b",
    re.I,
)
_NOT_FORCES = r"withdraw\w* (?:its|their|his|her)? ?(?:signature|consent|objection|reservation|complaint|support|nomination)|(?:withdraw\w*|retreat) from (?:this|the) (?:agreement|truce|arrangement|commission|protocol|talks|committee)"
_CIVIL = r"(?:wounded|sick|injured|dead|civilians?|patients|casualties)\b[^.;]{0,30}evacuat\w*|(?:hospitals?|schools?|buildings?|premises|houses|offices|stations?|homes)\b[^.;]{0,60}vacat\w*|vacat\w* [^.;]{0,60}(?:hospitals?|schools?|buildings?|premises|houses|offices|homes)\b|evacuat\w* (?:of )?(?:the )?(?:\w+ )?(?:wounded|sick|civilians?|casualt|patients|injured|dead)|\bfreeze\w* (?:of )?(?:assets|funds|accounts|prices)"
_SETTLED = (
    r"\d+ ?-?(?:km|kms|kilomet\w+|met(?:re|er)s?|miles?|m)\b|\bcoordinates\b|\bgrid\b|\bannex|\bmap \w|\bas specified\b|"
    r"\bto (?:the )?(?:[\w'’-]+ ){0,6}(?:sites?|barracks|camps?|bases?|cantonments?|lines?|positions?|assembly|zones?|quarters|areas? (?:in|listed)|bank|north|south|east|west)\b|"
    r"\b(?:behind|beyond|outside|west of|east of|north of|south of|to) (?:the )?(?:line|river|[A-Z]\w+)\b|"
    r"\bfrom (?:the )?(?:\w+ )?(?:territory|country|soil)\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    around = articles(agreement)
    for sentence in sentences(agreement):
        match = _MOVE.search(sentence.text) or _NOUN.search(sentence.text)
        if match is None or cue(_NOT_FORCES).search(sentence.text) or cue(_CIVIL).search(sentence.text):
            continue
        if sentence.text.rstrip().endswith(":"):
            continue
        noun = match.re is _NOUN
        if noun and sentence.is_heading:
            continue
        if re.search(_SETTLED.replace(" ", r"\s+"), around[sentence.clause.id] if noun else sentence.full, re.I):
            continue
        if not noun and not re.search(r"\b(?:shall|must|will|to|should|agree|agrees)\b", sentence.full, re.I):
            continue
        yield sentence.hit(match.start(), match.end(), '"{words}": neither a distance nor a destination is given')


RULE = Rule(
    code="ACT003",
    name="ambiguous-movement",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds verbs of movement (withdraw, redeploy, disengage, freeze, vacate) without destination, distance or list."
    ),
    why=("A unit that goes one street back has withdrawn. In Sudan in 2023 the parties disputed what it is to vacate."),
    bad="The units shall pull back from the village.",
    good="The units in Annex H shall leave grid squares 1 to 9 and assemble at Camp Ada by 12:00 on 9 May.",
    readings=(
        "The bearer reads: one step back is enough. It keeps the high ground.",
        "The other side reads: out of range. It counts each unit in sight as a breach.",
    ),
    suggestion="Give the units, from where, to where, how far and by when.",
    check=check,
)
