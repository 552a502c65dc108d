"""Marks what is read from a translation: the words are the translator's, and one hand more has passed them on."""

from dataclasses import replace

from trucewatch.core.model import Claim, Flag, Hop, Report
from trucewatch.vocabulary.languages import language_words

NOTE = "translated: the quoted words are the translation's, not the speaker's own"


def as_translation(report: Report) -> Report:
    """The report with a flag, and every claim with a note and one hop more; unchanged where it is no translation."""
    original = report.document.translation_of
    if original is None:
        return report
    language = "" if original.language == "und" else f" ({language_words(original.language).name})"
    message = f"a translation of {original.path}{language}, which is kept with it; every quote is the translation's"
    document = replace(report.document, flags=(*report.document.flags, Flag("translation", message)))
    return replace(report, document=document, claims=tuple(_translated(claim) for claim in report.claims))


def _translated(claim: Claim) -> Claim:
    last = next((i for i, hop in enumerate(claim.chain) if hop.role == "text"), len(claim.chain))
    chain = (*claim.chain[:last], Hop("translation"), *claim.chain[last:])
    return replace(claim, chain=chain, notes=(*claim.notes, NOTE))
