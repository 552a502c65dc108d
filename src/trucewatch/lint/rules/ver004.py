"""VER004: paired duty unverified."""

from collections.abc import Iterator
from itertools import pairwise

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import article_sentences, cue

_CHECKED = r"\b(?:is|are|shall be|will be) (?:jointly )?(?:verified|certified|monitored|inspected)\b"
_PAIRED = r"\b(?:withdraws?|departs?|leaves?|disarms?|vacates?|redeploys?|release[sd]?|hand(?:s|ed)? over)\b"
_BODY = r"\b(?:verif|certif|monitor|inspect|supervis|observ)\w*"


def check(agreement: Agreement) -> Iterator[Hit]:
    for parts in article_sentences(agreement).values():
        for one, other in pairwise(parts):
            match = cue(_PAIRED).search(other.text)
            if (
                match
                and cue(_CHECKED).search(one.text)
                and not cue(_BODY).search(other.text)
                and not cue(r"^\W*(?:this|these|all|both)\b").search(one.text)
            ):
                yield other.hit(
                    match.start(), match.end(), '"{words}" is verified by nobody, while the duty beside it is'
                )


RULE = Rule(
    code="VER004",
    name="paired-duty-unverified",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds two duties side by side of which only one is verified.",
    why=(
        "The verified side gives, the other says that it gave. In Tigray in January 2023 the handover of "
        "arms was verified and the withdrawal of foreign troops was not."
    ),
    bad="The arms depots are verified. The garrison departs.",
    good="The arms depots and the departure of the garrison are certified by the Mission.",
    readings=(
        "The unverified side reads: my word is enough. It declares the duty done.",
        "The other side reads: nothing is proved. It stops its own part.",
    ),
    suggestion="Let the same body certify both.",
    check=check,
)
