"""TEXT004: final clauses."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_SHARE = (
    r"\b(?:two[- ]thirds?|three[- ](?:quarters?|fourths?)|(?:simple |absolute |qualified )?majority|2/3|3/4|half)(?: majority)? of (?:all )?(?:the )?(?:\w+ )?(?:part(?:y|ies)|signator(?:y|ies)|members of the parties)\b"
    r"|\bamend\w*\b[^.;]{0,50}\bmost (?:of the )?parties\b"
)
_CHANGE = r"\b(?:amend\w*|modif(?:y|ied|ication)\w*|revis(?:e|ed|ion))\b"
_FORCE = r"\b(?:ent(?:ry|ers?|er) into (?:force|effect)|com(?:e|es|ing) into (?:force|effect)|take[s]? effect|with effect|effective (?:from|on|date|as|upon|immediately)|upon (?:signature|signing)|starting (?:from|on|at)|begins? (?:at|on))\b|\bat \d{1,2}[:.]\d{2}\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    text = whole_text(agreement)
    for sentence in sentences(agreement):
        match = cue(_SHARE).search(sentence.text)
        if match and not cue(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) parties\b").search(
            sentence.text
        ):
            yield sentence.hit(match.start(), match.end(), '"{words}": a share of a number that is not fixed')
            return
    if is_whole(agreement):
        lacking = [
            name
            for name, pattern in (("how it is amended", _CHANGE), ("when it enters into force", _FORCE))
            if not cue(pattern).search(text)
        ]
        if lacking:
            yield from on_document(agreement, f"The text does not say {' or '.join(lacking)}")


RULE = Rule(
    code="TEXT004",
    name="final-clauses",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        "Finds amendment by a share of an uncounted number of Parties, and long texts without amendment "
        "or entry into force."
    ),
    why=(
        "A majority of an unknown number is no majority. The South Sudanese text of December 2017 is "
        "amended by two thirds of Parties whose number it does not fix."
    ),
    bad="This truce may be changed by three quarters of the Parties.",
    good="This truce may be changed in writing signed by both Armed Parties.",
    readings=(
        "One side reads: the armed parties only. The vote carried.",
        "The other side reads: all who signed. It did not.",
    ),
    suggestion="Say who must sign an amendment, and when the text enters into force.",
    check=check,
)
