"""VER002: monitor without access."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import MONITOR, cue
from trucewatch.lint.sentences import sentences, whole_text

_TASK = (
    rf"\b{MONITOR}(?:, [^.;]{{0,120}},)?(?: \w+){{0,3}}? (?:shall|will|must|is to|are to) (?:\w+ly )?(?:be deployed|monitor|observe|verify|supervise|oversee|inspect|patrol)\b"
    rf"|\b(?:under|with) (?:the )?(?:\w+ ){{0,2}}?(?:monitoring|supervision|observation|verification)\b|\b(?:OSCE|UN) monitoring\b|\bmonitor(?:ed|ing)(?: and verif\w+)?\b[^.;]{{0,80}}\bby (?:the )?{MONITOR}"
    rf"|\bmonitor\w+ mission\b[^.;]{{0,90}}\b(?:is|are) to be deployed"
)
_WATCHER = r"(?:missions?|monitor\w*|observers?|mechanisms?|verif\w*|teams?|[A-Z][A-Z]{2,}|joint \w+)"
_ACCESS = (
    r"\b(?:any|all) (?:place|time|site|location)s?\b|\bany (?:place|time|site)|\binspect any\b|\bwithout (?:prior )?notice\b|"
    rf"\b{_WATCHER}\b[^.;]{{0,80}}\b(?:access|freedom of movement|free movement)\b|"
    rf"\b(?:access|freedom of movement|free movement)\b[^.;]{{0,80}}\b{_WATCHER}\b|"
    rf"\b{_WATCHER}\b[^.;]{{0,30}}\bmay (?:enter|visit|go|move)\b|\b(?:it|they) (?:has|have|shall have|enjoys?) [^.;]{{0,20}}\baccess\b|\b(?:move|patrol) freely\b|\bhours'? (?:of )?(?:advance )?notice\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    if cue(_ACCESS).search(whole_text(agreement)):
        return
    for sentence in sentences(agreement):
        match = cue(_TASK).search(sentence.text)
        if match:
            # One gap of the whole text, shown where the task first stands.
            yield sentence.hit(
                match.start(), match.end(), '"{words}", and the text nowhere says where and when it may go'
            )
            return


RULE = Rule(
    code="VER002",
    name="monitor-without-access",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds a monitor that is given a task and no right to go anywhere.",
    why=(
        "A monitor sees what it is shown. Observers were not let into Debaltseve in February 2015; a "
        "South Sudanese team was stopped at a checkpoint in Juba in November 2016 and detained in "
        "December 2018."
    ),
    bad="The Mission shall monitor the truce.",
    good="The Mission may go to any place at any time without notice; a refusal is a violation.",
    readings=(
        "Those who are visited read: by appointment. A closed road is no breach.",
        "The other side reads: everywhere. A closed road hides something.",
    ),
    suggestion="Grant any place, any time, after how many hours' notice, and make a refusal a violation.",
    check=check,
)
