"""CONS005: outsider attack unaddressed."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_OUTSIDERS = r"\bnon-?signator|\bnot (?:a )?part(?:y|ies) to|\bnot part of (?:this|the)|\bthird[- ]part|\bsplinter|\bspoiler|\bother armed (?:groups?|actors)|\bnon-?part(?:y|ies)|\bby others\b|\bnot signed"
_BLAMED = r"\b(?:any|every|each|all|an?) attacks?\b[^.;]{0,60}\b(?:violation|breach)"


def check(agreement: Agreement) -> Iterator[Hit]:
    text = whole_text(agreement)
    if cue(_OUTSIDERS).search(text):
        return
    blamed = next(((s, m) for s in sentences(agreement) if (m := cue(_BLAMED).search(s.text))), None)
    if blamed:
        yield blamed[0].hit(
            blamed[1].start(), blamed[1].end(), '"{words}", also when somebody attacks who has not signed?'
        )
    elif is_whole(agreement) and cue(r"\b(?:attack|hostilit|ceasefire|cease-fire|truce)").search(text):
        yield from on_document(agreement, "The text says nothing about attacks by those who have not signed")


RULE = Rule(
    code="CONS005",
    name="outsider-attack-unaddressed",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds ceasefires that say nothing about attacks by those who have not signed.",
    why=(
        "A spoiler needs one attack to set the signatories on each other. In January 2018 an attack in "
        "Juba was made by somebody who had not signed."
    ),
    bad="Every attack on a post is a violation by the other Party.",
    good="An attack by a non-signatory is no violation unless the Chair finds that a Party controlled it.",
    readings=(
        "The victim reads: the other side's hand. It answers.",
        "The other side reads: not us. It calls the answer a breach.",
    ),
    suggestion="Say whose act it is, who establishes that, and how both sides respond.",
    check=check,
)
