"""CONS003: no last word."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import articles, cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_SOFT = (
    r"\b(?:disputes?|differences?|disagreements?|matters?|problems?|questions?|issues?|controvers\w+|conflict of interpretation)\b[^.;]{0,100}\b(?:amicabl\w*|friendly|(?:by|through|in) (?:mutual )?(?:consultations?|negotiations?|dialogue|talks|consensus|discussion|agreement|"
    r"diplomatic \w+|peaceful means)|in an? (?:brotherly|neighbourly|amicable|working|fraternal|friendly) (?:way|manner|order|spirit|fashion)|by the parties|between the (?:parties|signatories))"
)
_LAST = r"\b(?:binding|binds?|final(?:ly)?|decides?|decided|arbitrat\w*|last word|casting vote|umpire|rul(?:es|ing)|determin(?:e|es|ation) (?:is|shall be)|final authority)\b"
_REFERRED = r"\b(?:refer(?:s|red)?|submit(?:s|ted)?|brought|taken|go|goes)\b[^.;]{0,60}\b(?:to|before)\b"
_ANY = r"\b(?:disputes?|disagreements?|differences? (?:of|in|about|over|on|between)|interpretation|controvers\w+)\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    around = articles(agreement)
    for sentence in sentences(agreement):
        match = cue(_SOFT).search(sentence.text)
        article = around[sentence.clause.id]
        if match and not cue(_LAST).search(article):
            referred = cue(_REFERRED).search(article)
            then = (
                "nothing says that whoever it is then referred to decides"
                if referred
                else "nobody decides when this fails"
            )
            yield sentence.hit(match.start(), match.end(), f'"{{words}}", and {then}')
            return
    if is_whole(agreement) and not cue(_ANY).search(whole_text(agreement)):
        yield from on_document(agreement, "Nobody is named who settles a dispute about this text", Severity.MEDIUM)


RULE = Rule(
    code="CONS003",
    name="no-last-word",
    severity=Severity.HIGH,
    since="0.1.0",
    what=("Finds disputes that are to be settled amicably or by consultation, with nobody who decides in the end."),
    why=(
        "A dispute without a last word is settled on the ground. In South Sudan the text of 2017 asks for "
        "amicable settlement and then refers to ministers; in Sri Lanka the head of the monitors had the "
        "last word on what the text means."
    ),
    bad="Differences are settled by friendly talks.",
    good=("Differences go to the Commission for 5 days; then the Chair decides within 5 days, and the decision binds."),
    readings=(
        "Each side reads: nothing binds me that I did not accept. It keeps its reading.",
        "Third parties read: somebody must decide. They have no mandate.",
    ),
    suggestion="Name who decides in the end, within how many days, and say that the decision binds.",
    check=check,
)
