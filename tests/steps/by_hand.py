"""Agreements and reports built by hand: no file, no parser."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from trucewatch.core.dates import CannotCompute, Due, When, when
from trucewatch.core.model import (
    Actor,
    Agreement,
    AgreementMention,
    Anchor,
    Claim,
    Clause,
    ClauseKind,
    Commitment,
    Document,
    Link,
    Missing,
    Modality,
    Report,
    Slots,
    Unlinked,
)
from trucewatch.core.quotes import Repairs, Span, quote_of

SIGNED = date(2020, 10, 23)


def document(text: str, path: str = "agreement.txt", published: str | None = None) -> Document:
    published_on = when(published) if published else None
    return Document(path, "0" * 64, text, text, Repairs(), (), "en", published_on=published_on)


def span_in(text: str, words: str, after: int = 0) -> Span:
    at = text.index(words, after)
    return Span(at, at + len(words), words)


def agreement(
    *duties: tuple[str, str, Mapping[str, str]], due: Mapping[str, Due | CannotCompute] = MappingProxyType({})
) -> Agreement:
    """An agreement of (clause id, sentence, slots by name) signed on 23 October 2020.

    A clause id `art_3__para_1` stands in the article `art_3`. `due` is by clause id.
    """
    title = "Agreement on a Ceasefire in Libya"
    text, clauses, commitments = title, [], []
    known: set[str] = set()
    for clause_id, sentence, slots in duties:
        start = len(text) + 1
        text += "\n" + sentence
        span = Span(start, len(text), sentence)
        article, _, below = clause_id.partition("__")
        if article not in known:
            own = (span, start, len(text)) if not below else (None, start, start)
            clauses.append(Clause(article, ClauseKind.ARTICLE, article, None, *own))
        if below and clause_id not in known:
            clauses.append(Clause(clause_id, ClauseKind.PARAGRAPH, below, None, span, start, len(text), article))
        known |= {article, clause_id}
        found = {name: (span_in(text, words, start),) for name, words in slots.items()}
        modality = Modality.PROHIBITION if " not " in sentence else Modality.OBLIGATION
        commitment_id = f"{clause_id}#1"
        commitments.append(
            Commitment(commitment_id, clause_id, span, start, len(text), modality, Slots(**found), due.get(clause_id))
        )
    signature = Anchor("signature", when(SIGNED.isoformat()), "by hand")
    return Agreement(
        document(text), span_in(text, title), tuple(clauses), (), {"signature": signature}, tuple(commitments)
    )


def actor(actor_id: str, name: Span, authority: str | None, side: str | None = None, kind: str = "person") -> Actor:
    return Actor(actor_id, name, kind, side, authority, {}, (name,))


def claim(
    text: str,
    quote: str,
    stance: str,
    speaker: str | None = None,
    *,
    claim_id: str = "c1",
    axis: str = "speech",
    on: str | None = None,
    about: Link | Unlinked | str = "",
    **more: object,
) -> Claim:
    """A claim whose quote is found in the text; `about` may be a commitment id."""
    if isinstance(about, str):
        about = Link(about, "a1", "by hand") if about else Unlinked("not linked yet")
    said: When | Missing = when(on) if on else Missing("not stated")
    return Claim(claim_id, speaker, stance, axis, about, quote_of(text, span_in(text, quote)), said_on=said, **more)  # type: ignore[arg-type]


def report(
    text: str,
    *claims: Claim,
    actors: tuple[Actor, ...] = (),
    agreements: tuple[AgreementMention, ...] = (),
    path: str = "report.txt",
    published: str | None = None,
) -> Report:
    return Report(document(text, path, published), agreements, actors, claims=claims)


def mention(text: str, name: str, mention_id: str = "a1", on: str | None = None) -> AgreementMention:
    span = span_in(text, name)
    return AgreementMention(mention_id, span, when(on) if on else None, None, (span,))
