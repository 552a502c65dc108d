"""Ties each claim of a report to the commitment of an agreement that it is about, or says why not.

Only words decide: the matter words that a claim shares with a commitment's slots, each weighted by how
few commitments of this agreement have it. Two clauses that fit equally well give no link but a reason.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.core.dates import When
from trucewatch.core.model import (
    Agreement,
    AgreementMention,
    Claim,
    ClauseKind,
    Commitment,
    Document,
    Link,
    Missing,
    Report,
    Unlinked,
)
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.matter_words import is_weak, matter_words
from trucewatch.vocabulary.states import is_state, placings

OUTSIDE_THE_LETTER = "outside the letter of the clause"
# Slots that say who does what to whom and where; words elsewhere in the sentence weigh half.
MATTER_SLOTS = ("bearer", "action", "object", "beneficiary", "place")
# The runner-up must stay below this share of the best.
CLEAR_LEAD = 0.8
# Stances whose words tell of conduct, beside those on the conduct axis.
TELLS_OF_CONDUCT = frozenset({"ACCUSE", "JUSTIFY", "BREACH_ADMITTED"})
NAMES_ITSELF = re.compile(
    r"\b(?:[Tt]his|[Tt]he [Pp]resent|[Tt]he)\s+(?:Agreement|Protocol|Memorandum|Declaration|Arrangement|Accord)\b"
)
POINTS_BACK = re.compile(r"\b(?:this|that|the)\s+(?:matter|issue|question|subject|point)\b|\bdid so\b", re.I)
# How many characters may lie between a claim and the one it points back to: about two sentences.
NEAR = 300


@dataclass(frozen=True)
class _Target:
    """A commitment as something to tie a claim to. `article` is the outermost clause it stands in."""

    commitment: Commitment
    article: str
    action: frozenset[str]
    matter: frozenset[str]
    rest: frozenset[str]


@dataclass(frozen=True)
class _Fit:
    """How well a claim fits a commitment, and the shared words that say so.

    `telling`: one of them stands in no other article. `acts`: one of them is the commitment's own act.
    """

    target: _Target
    weight: float
    shared: tuple[str, ...]
    telling: bool
    acts: bool


@dataclass(frozen=True)
class _Index:
    """An agreement prepared for linking. `spread` counts, per word, the commitments that have it.

    `qualifiers` are words that the agreement uses as adjectives or adverbs only.
    """

    agreement: Agreement
    targets: tuple[_Target, ...]
    spread: Mapping[str, int]
    qualifiers: frozenset[str]
    articles: Mapping[str, frozenset[str]]


def link(report: Report, agreement: Agreement) -> Report:
    """The report with every claim tied to a commitment, to the agreement as a whole, or to nothing, with reasons."""
    index = _index(agreement)
    ours = tuple(mention for mention in report.agreements if _is_ours(mention, agreement))
    linked: dict[str, Claim] = {}
    in_text_order = sorted(report.claims, key=lambda claim: (claim.quote.span.start, claim.quote.span.end))
    for claim in in_text_order:
        about = _about(claim, report, index, ours)
        if not (isinstance(about, Link) and about.commitment):
            about = _taken_up(claim, report.document, list(linked.values())) or about
        linked[claim.id] = _with_letter(replace(claim, about=about), report.document, agreement)
    return replace(report, claims=tuple(_after_echoed(linked[claim.id], linked) for claim in report.claims))


# --------------------------------------------------------------------------- the agreement


def _index(agreement: Agreement) -> _Index:
    targets = tuple(_target(agreement, commitment) for commitment in agreement.commitments)
    spread: dict[str, int] = {}
    articles: dict[str, set[str]] = {}
    for target in targets:
        for word in target.matter | target.rest:
            spread[word] = spread.get(word, 0) + 1
            articles.setdefault(word, set()).add(target.article)
    return _Index(
        agreement, targets, spread, _qualifiers(agreement), {word: frozenset(ids) for word, ids in articles.items()}
    )


def _qualifiers(agreement: Agreement) -> frozenset[str]:
    tokens = [token for parse in agreement.parses.values() for token in parse.tokens]
    qualifying = {word for t in tokens if t.pos in ("ADJ", "ADV") for word in matter_words(t.text)}
    return frozenset(
        qualifying - {word for t in tokens if t.pos not in ("ADJ", "ADV") for word in matter_words(t.text)}
    )


def _target(agreement: Agreement, commitment: Commitment) -> _Target:
    document, slots = agreement.document, commitment.slots
    sentence = _words(document.text[commitment.start : commitment.end])
    by_slot = {
        name: frozenset(word for span in slot for word in _words(document.reads(span)))
        for name, slot in slots.items()
        if not isinstance(slot, Missing)
    }
    matter = frozenset[str]().union(*(by_slot.get(name, frozenset()) for name in MATTER_SLOTS)) or sentence
    article = _outermost(agreement, commitment.clause)
    return _Target(commitment, article, by_slot.get("action", frozenset()), matter, sentence - matter)


def _words(text: str) -> frozenset[str]:
    """Matter words; what an agreement calls itself ("this Agreement") is none."""
    return frozenset(matter_words(NAMES_ITSELF.sub(" ", text)))


def _outermost(agreement: Agreement, clause_id: str) -> str:
    """The article or top-level point that a clause stands in."""
    clause = agreement.clause(clause_id)
    while clause.parent is not None:
        parent = agreement.clause(clause.parent)
        if parent.kind in (ClauseKind.PART, ClauseKind.ANNEX, ClauseKind.TITLE):
            break
        clause = parent
    return clause.id


def _is_ours(mention: AgreementMention, agreement: Agreement) -> bool:
    """Whether a report's mention of an agreement is of this one: by its date, else by the words of its title."""
    signed = agreement.anchors.get("signature")
    if signed and mention.date and mention.date.earliest and mention.date.latest and signed.when.earliest:
        return mention.date.earliest <= signed.when.earliest <= mention.date.latest
    title = agreement.document.reads(agreement.title) if agreement.title else ""
    shared = matter_words(mention.name.exact).keys() & matter_words(title).keys()
    return bool(shared - {"agreement"})


# --------------------------------------------------------------------------- one claim


def _about(claim: Claim, report: Report, index: _Index, ours: Sequence[AgreementMention]) -> Link | Unlinked:
    named = next((mention.id for mention in ours if _mentioned(mention.mentions, claim)), None)
    elsewhere = _other_agreement(claim, ours) if named is None else None
    if elsewhere:
        return elsewhere
    too_early = _before_signature(claim, index.agreement)
    if too_early:
        return too_early
    words = _claim_words(claim, report, ours)
    fits = _fits(words, index)
    if not fits:
        if named is None and isinstance(claim.about, Link) and claim.about.agreement in {m.id for m in ours}:
            named = claim.about.agreement
        if named is not None:
            return Link(None, named, "names the agreement and no clause of it")
        return Unlinked("shares no telling word with a commitment of the agreement")
    return _decide(fits, named or (ours[0].id if len(ours) == 1 else None))


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


def _claim_words(claim: Claim, report: Report, ours: Sequence[AgreementMention]) -> Mapping[str, str]:
    """The claim's matter words, without the agreement's own name and, in speech, without who speaks."""
    document = report.document
    spans = [claim.quote.span] + ([claim.proposition] if claim.proposition else [])
    hidden = [span for mention in ours for span in mention.mentions]
    if claim.axis == "speech":
        speakers = {claim.speaker} | {hop.actor for hop in claim.chain}
        hidden += [span for actor in report.actors if actor.id in speakers for span in actor.mentions]
    found: dict[str, str] = {}
    for span in spans:
        start, end = document.text_range(span)
        text = list(document.text[start:end])
        for other in hidden:
            a, b = document.text_range(other)
            for at in range(max(a, start), min(b, end)):
                text[at - start] = " "
        found = {**matter_words("".join(text)), **found}
    return found


def _fits(words: Mapping[str, str], index: _Index) -> tuple[_Fit, ...]:
    """Commitments that the words fit, best first.

    Two shared words are enough, or one that stands in a single article.
    """
    fits = []
    for target in index.targets:
        shared = [word for word in words if word in target.matter or word in target.rest]
        matter = [word for word in shared if word in target.matter]
        telling = any(_tells(word, index) for word in matter)
        # The name of the country stands everywhere and makes no second word.
        if not telling and len([word for word in matter if not is_state(word)]) < 2:
            continue
        weight = sum(_rarity(word, index) * (1.0 if word in target.matter else 0.5) for word in shared)
        acts = bool(target.action.intersection(shared))
        fits.append(_Fit(target, weight, tuple(words[word] for word in shared), telling, acts))
    return tuple(sorted(fits, key=lambda fit: (-fit.weight, fit.target.commitment.start)))


def _tells(word: str, index: _Index) -> bool:
    """Whether the word alone can tie a claim: it stands in one article, and it is no mere qualifier."""
    return len(index.articles[word]) == 1 and not is_weak(word) and word not in index.qualifiers


def _rarity(word: str, index: _Index) -> float:
    return math.log(1 + len(index.targets) / index.spread[word])


def _decide(fits: Sequence[_Fit], agreement: str | None) -> Link | Unlinked:
    best = fits[0]
    rivals = [fit for fit in fits if fit.weight >= CLEAR_LEAD * best.weight]
    if any(fit.target.article != best.target.article for fit in rivals):
        clauses = list(dict.fromkeys(fit.target.commitment.clause for fit in rivals))
        count = {2: "two", 3: "three", 4: "four"}.get(len(clauses), str(len(clauses)))
        return Unlinked(f"{count} clauses fit: {', '.join(clauses)}")
    also = tuple(fit.target.commitment.id for fit in fits[1:] if _reached(fit, best))
    shared = ", ".join(f'"{word}"' for word in best.shared)
    return Link(best.target.commitment.id, agreement, f"shares {shared} with {best.target.commitment.clause}", also)


def _reached(fit: _Fit, best: _Fit) -> bool:
    """Whether the words reach this duty too: one of the same article, unless they name only the best one's act."""
    if fit.target.article != best.target.article or not fit.telling:
        return False
    return not best.acts or fit.acts


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


# --------------------------------------------------------------------------- the letter of the clause


def _with_letter(claim: Claim, document: Document, agreement: Agreement) -> Claim:
    """The claim, with a note when it tells of conduct in a place that the clause's words do not reach."""
    if not isinstance(claim.about, Link) or claim.about.commitment is None or OUTSIDE_THE_LETTER in claim.notes:
        return claim
    if claim.axis != "conduct" and claim.stance not in TELLS_OF_CONDUCT:
        return claim
    commitment = next(c for c in agreement.commitments if c.id == claim.about.commitment)
    clause_text = agreement.document.text[commitment.start : commitment.end]
    bounds = {(placing.state, placing.inside) for placing in placings(clause_text)}
    places = {(placing.state, placing.inside) for placing in placings(document.reads(claim.quote.span))}
    if bounds and places and not any(_reaches(bound, place) for bound in bounds for place in places):
        return replace(claim, notes=(*claim.notes, OUTSIDE_THE_LETTER))
    return claim


def _reaches(bound: tuple[str, bool], place: tuple[str, bool]) -> bool:
    """Whether conduct at the place can fall under words with that bound."""
    same_state, same_way = bound[0] == place[0], bound[1] == place[1]
    if bound[1] and place[1]:
        return same_state
    return same_way or not same_state
