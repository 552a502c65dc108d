"""The public function: a report and an agreement in, the report with its claims tied out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trucewatch.core.dates import When
from trucewatch.core.model import Agreement, AgreementMention, Claim, Document, Link, Report, Unlinked
from trucewatch.core.ports import Encoder
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.matter_words import is_weak, matter_words

from .candidates import with_candidates
from .fit import by_number, decide, fits
from .index import Index, index_of
from .letter import compared_with_letter, towns_of
from .numbers import targets_named

# A bare "ceasefire" is what the first clause is about; with one of these words it is the agreement's name.
NAMES_AN_AGREEMENT = re.compile(
    r"\b(?:agreements?|deal|accords?|pact|treaty|memorandum|protocol|package|declaration|arrangement|text|document)\b",
    re.I,
)
ITS_KIND = re.compile(r"\b(?:cease-?fire|truce|armistice|peace)\s+(?:agreement|deal|accord|pact)s?\b", re.I)
POINTS_BACK = re.compile(r"\b(?:this|that|the)\s+(?:matter|issue|question|subject|point)\b|\bdid so\b", re.I)
# Claims of something left undone, whose subject may be taken for who says it: "The foreign fighters have yet to leave".
TELLS_WHO = frozenset({"REPORT_NOT_DONE", "MISSED_DEADLINE"})
# How many characters may lie between a claim and the one it points back to: about two sentences.
NEAR = 300
# How far from a text's beginning and end it may say where it was signed.
HEAD = 400
SIGNED_AT = re.compile(r"\b(?i:done|signed|concluded|adopted)\s(?i:in|at)\s([A-Z][\w'’-]*+(?:\s[A-Z][\w'’-]*+){0,2})")


def link(report: Report, agreement: Agreement, encoder: Encoder | None = None) -> Report:
    """The report with every claim tied to a commitment, to the agreement as a whole, or to nothing, with reasons.

    An encoder adds to the reasons of untied claims which clauses are nearest in meaning; it ties nothing.
    """
    index = index_of(agreement)
    ours = tuple(mention for mention in report.agreements if _is_ours(mention, agreement))
    linked: dict[str, Claim] = {}
    towns = towns_of(report)
    in_text_order = sorted(report.claims, key=lambda claim: (claim.quote.span.start, claim.quote.span.end))
    for claim in in_text_order:
        about = _about(claim, report, index, ours)
        if not (isinstance(about, Link) and about.commitment):
            about = _taken_up(claim, report.document, list(linked.values())) or about
        linked[claim.id] = compared_with_letter(replace(claim, about=about), report.document, agreement, towns)
    claims = tuple(_after_echoed(linked[claim.id], linked) for claim in report.claims)
    if encoder is not None:
        claims = with_candidates(claims, report.document, index, encoder)
    return replace(report, claims=claims)


def _is_ours(mention: AgreementMention, agreement: Agreement) -> bool:
    """Whether a report's mention of an agreement is of this one: by its date, else by the words of its title, or by where
    it was signed ("Done in Nairobi")."""
    signed = agreement.anchors.get("signature")
    if signed and mention.date and mention.date.earliest and mention.date.latest and signed.when.earliest:
        return mention.date.earliest <= signed.when.earliest <= mention.date.latest
    title = agreement.document.reads(agreement.title) if agreement.title else ""
    text = agreement.document.text
    signed_at = " ".join(SIGNED_AT.findall(f"{text[:HEAD]}\n{text[-HEAD:]}"))
    names = " ".join(span.exact for span in (mention.name, *mention.mentions))
    return any(not is_weak(word) for word in matter_words(names).keys() & matter_words(f"{title} {signed_at}").keys())


def _about(claim: Claim, report: Report, index: Index, ours: Sequence[AgreementMention]) -> Link | Unlinked:
    named = next((mention.id for mention in ours if _mentioned(mention.mentions, claim)), None)
    elsewhere = _other_agreement(claim, ours) if named is None else None
    if elsewhere:
        return elsewhere
    too_early = _before_signature(claim, index.agreement)
    if too_early:
        return too_early
    names = [s for mention in ours for s in mention.mentions if NAMES_AN_AGREEMENT.search(report.document.reads(s))]
    found = fits(_words_of(claim.proposition or claim.quote.span, report, [*names, *_speakers(claim, report)]), index)
    if not found and (claim.axis == "conduct" or claim.stance in TELLS_WHO):
        # What somebody did may be known by who did it: the guard that has to meet, met.
        found = fits(_words_of(claim.quote.span, report, names), index, by_name=True)
    # In a report that speaks of other agreements only, the numbers are theirs.
    numbered = targets_named(report.document.reads(claim.quote.span), index) if ours or not report.agreements else ()
    if numbered:
        return by_number(numbered, found, named or (ours[0].id if len(ours) == 1 else None))
    if not found:
        if named is not None:
            return Link(None, named, "names the agreement and no clause of it")
        if isinstance(claim.about, Link) and claim.about.agreement in {m.id for m in ours}:
            return Link(None, claim.about.agreement, "stands in a report on the agreement; names no clause of it")
        return Unlinked("shares no telling word with a commitment of the agreement")
    return decide(found, named or (ours[0].id if len(ours) == 1 else None))


def _other_agreement(claim: Claim, ours: Sequence[AgreementMention]) -> Unlinked | None:
    about = claim.about
    if not isinstance(about, Link) or about.agreement is None or not ours:
        return None
    if about.agreement in {mention.id for mention in ours}:
        return None
    return Unlinked(f"is about another agreement: {about.agreement}")


def _before_signature(claim: Claim, agreement: Agreement) -> Unlinked | None:
    signed = agreement.anchors.get("signature")
    day = claim.happened_on if isinstance(claim.happened_on, When) else claim.said_on
    if signed is None or signed.when.earliest is None or not isinstance(day, When) or day.latest is None:
        return None
    if day.latest >= signed.when.earliest:
        return None
    return Unlinked(f"dated {day.edtf}, before the agreement was signed on {signed.when.edtf}")


def _speakers(claim: Claim, report: Report) -> list[Span]:
    """The names of those who say or do it, and of those who pass it on: not what it is about."""
    who = {claim.speaker} | {hop.actor for hop in claim.chain}
    return [span for actor in report.actors if actor.id in who for span in actor.mentions]


def _words_of(span: Span, report: Report, hidden: Sequence[Span]) -> Mapping[str, str]:
    """The span's matter words, outside the hidden spans and without the name of an agreement of this kind."""
    start, end = report.document.text_range(span)
    text = report.document.text[start:end]
    ranges = [report.document.text_range(other) for other in hidden]
    ranges += [(start + name.start(), start + name.end()) for name in ITS_KIND.finditer(text)]
    letters = list(text)
    for first, last in ranges:
        for at in range(max(first, start), min(last, end)):
            letters[at - start] = " "
    return matter_words("".join(letters))


def _mentioned(spans: Sequence[Span], claim: Claim) -> bool:
    quote = claim.quote.span
    return any(span.start < quote.end and quote.start < span.end for span in spans)


def _taken_up(claim: Claim, document: Document, earlier: Sequence[Claim]) -> Link | None:
    """The link of the claim before it, when the words point back ("had not spoken on the matter")."""
    if claim.echo_of or not POINTS_BACK.search(document.reads(claim.quote.span)):
        return None
    for before in reversed(earlier):
        if claim.quote.span.start - before.quote.span.end > NEAR:
            return None
        if isinstance(before.about, Link) and before.about.commitment:
            return replace(before.about, reason=f"takes up {before.id}, which {before.about.reason}")
    return None


def _after_echoed(claim: Claim, linked: Mapping[str, Claim]) -> Claim:
    """An echo is about what the echoed claim is about."""
    echoed = linked.get(claim.echo_of) if claim.echo_of else None
    if echoed is None or not isinstance(echoed.about, Link) or echoed.about.commitment is None:
        return claim
    about = replace(echoed.about, reason=f"repeats {echoed.id}, which {echoed.about.reason}")
    return replace(claim, about=about)
