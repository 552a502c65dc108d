"""CONS001: violation without consequence."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_MILD = r"\b(?:violations?|breach(?:es)?)\b(?: of [\w ]{1,40}?)? (?:is|are|shall be|will be|must be|to be) (?:\w+ly )?(?:regret\w*|deplor\w*|condemn\w*|avoided|unacceptable|inadmissible|noted|discouraged|discussed|addressed)"
_CONSEQUENCE = r"\b(?:sanction\w*|disciplin\w*|punish\w*|penalt\w*|compensat\w*|restor(?:e|ed|ation)|corrective|remed(?:y|ial|ied|ies)|accountab\w*|prosecut\w*|consequence|removed? from|grade[- ]?\d)\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    if cue(_CONSEQUENCE).search(whole_text(agreement)):
        return
    mild = next(((s, m) for s in sentences(agreement) if (m := cue(_MILD).search(s.text))), None)
    if mild:
        yield mild[0].hit(mild[1].start(), mild[1].end(), '"{words}", and nothing follows')
    elif is_whole(agreement):
        yield from on_document(agreement, "Nothing follows from a violation of this text")


RULE = Rule(
    code="CONS001",
    name="violation-without-consequence",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds texts in which a violation leads to nothing.",
    why=("What costs nothing is repeated. The Libyan text of October 2020 leaves the matter to the Security Council."),
    bad="Violations are deplored.",
    good=(
        "For each violation of grade 3 the Commission asks for restoration within 48 hours and the name "
        "of the officer disciplined."
    ),
    readings=(
        "The violator reads: a reproach. It goes on.",
        "The other side reads: I may answer. It answers.",
    ),
    suggestion="Say what the violator must do, within what time, and what follows if not.",
    check=check,
)
