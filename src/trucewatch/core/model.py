"""The values that flow from one end to the other. All are frozen; none knows where it came from.

Offsets named `start` and `end` are half-open positions in a document's WORKING text. A `Span` points
into the ORIGINAL text instead, and is what leaves the program. `Document.span` turns one into the other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType

from .analysis import AgreementType, Analysis
from .case import Balance as Balance
from .case import CaseStatus as CaseStatus
from .case import CommitmentStatus as CommitmentStatus
from .case import Reading as Reading
from .case import Signal as Signal
from .copies import SharedText
from .counts import Contradiction as Contradiction
from .counts import Count as Count
from .counts import Previous as Previous
from .dates import CannotCompute, Due, When
from .incidents import Incident as Incident
from .known import KnownCounts
from .mentioned import Mentioned
from .mentioned import Skipped as Skipped
from .parse import Parse
from .places import Place
from .quotes import Quote, Repairs, Span
from .sources import Source as Source
from .suggestions import SecondReading
from .wording import Wording


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that the text does not give, and why we say so."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A claim that was not tied to one commitment, and why."""

    reason: str


Slot = tuple[Span, ...] | Missing

# --------------------------------------------------------------------------- documents


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a document: working-text offsets, and what the file format says about it.

    `number` is a label the format computes and the text does not contain (Word's automatic numbering).
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    number: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something about a document that a reader should know, with its evidence."""

    code: str
    message: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `original` is its decoded text; `text` is the original with `repairs` applied."""

    path: str
    sha256: str
    original: str
    text: str
    repairs: Repairs
    blocks: tuple[Block, ...]
    language: str
    flags: tuple[Flag, ...] = ()
    published_on: When | None = None
    # The text that this one was translated from, where it was given.
    translation_of: "Document | None" = None

    def span(self, start: int, end: int) -> Span:
        """The span of the original that the working-text range comes from."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text between {start} and {end} of {len(self.text)} characters")
        a, b = self.repairs.start_in_original(start), self.repairs.end_in_original(end)
        return Span(a, b, self.original[a:b])

    def text_range(self, span: Span) -> tuple[int, int]:
        """The working-text range that a span of the original reads as."""
        return self.repairs.start_in_text(span.start), self.repairs.end_in_text(span.end)

    def reads(self, span: Span) -> str:
        """The span as the working text has it."""
        start, end = self.text_range(span)
        return self.text[start:end]


# --------------------------------------------------------------------------- agreements


class ClauseKind(StrEnum):
    TITLE = "title"
    PREAMBLE = "preamble"
    ABBREVIATIONS = "abbreviations"
    DEFINITION = "definition"
    PART = "part"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    POINT = "point"
    SUBPOINT = "subpoint"
    ANNEX = "annex"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"


OPERATIVE = frozenset({ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.SUBPOINT})


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision's OWN words: a chapeau does not contain its points; `parent` ties them together.

    `start`, `end` bound those words in the working text, after the number and without the heading.
    A container without words of its own (a part, an article that is only a heading) has start == end
    and no span. `id` is in the style of Akoma Ntoso eId: `art_3__para_2__point_a`, `annex_1__point_2`.
    """

    id: str
    kind: ClauseKind
    number: str
    heading: Span | None
    span: Span | None
    start: int
    end: int
    parent: str | None = None

    @property
    def operative(self) -> bool:
        return self.kind in OPERATIVE and self.end > self.start


class Modality(StrEnum):
    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    EFFORT = "effort"
    DECLARATION = "declaration"
    EXCEPTION = "exception"


NOT_STATED = Missing("not stated")


@dataclass(frozen=True, slots=True)
class Slots:
    """What a commitment says about each question a monitor asks; every answer a span or a reason."""

    bearer: Slot = NOT_STATED
    action: Slot = NOT_STATED
    object: Slot = NOT_STATED
    beneficiary: Slot = NOT_STATED
    place: Slot = NOT_STATED
    quantity: Slot = NOT_STATED
    deadline: Slot = NOT_STATED
    trigger: Slot = NOT_STATED
    condition: Slot = NOT_STATED
    verifier: Slot = NOT_STATED
    consequence: Slot = NOT_STATED
    exception: Slot = NOT_STATED

    def items(self) -> Iterable[tuple[str, Slot]]:
        return ((f.name, getattr(self, f.name)) for f in fields(self))


@dataclass(frozen=True, slots=True)
class Commitment:
    """One duty, ban, leave or statement of one sentence. `start`, `end` bound that sentence."""

    id: str
    clause: str
    span: Span
    start: int
    end: int
    modality: Modality
    slots: Slots
    due: Due | CannotCompute | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that deadlines count from, and where the text (or the user) gives it.

    `kind` is signature, entry-into-force, ceasefire-start or a name the text gives ("D-Day").
    """

    kind: str
    when: When
    given_by: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and the place that defines it; `abbreviation` is True for a short form of a name."""

    term: str
    span: Span
    meaning: Span | None
    abbreviation: bool = False


@dataclass(frozen=True)
class Agreement:
    """An agreement taken apart; `parses` by clause id. `stated_type` and `fronts` hold what a person says."""

    document: Document
    title: Span | None
    clauses: tuple[Clause, ...]
    definitions: tuple[Definition, ...]
    anchors: Mapping[str, Anchor]
    commitments: tuple[Commitment, ...]
    parses: Mapping[str, Parse] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    stated_type: AgreementType | None = None
    fronts: tuple[str, ...] = ()

    def clause(self, clause_id: str) -> Clause:
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def words(self, clause: Clause) -> str:
        """The clause's own words in the working text."""
        return self.document.text[clause.start : clause.end]

    @property
    def operative(self) -> tuple[Clause, ...]:
        """Clauses that can bind: articles, paragraphs, points, in the body and in annexes."""
        return tuple(clause for clause in self.clauses if clause.operative)


# --------------------------------------------------------------------------- lint


class Severity(StrEnum):
    BLOCKER = "blocker"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's decision to live with a finding: why, who clears it up, until when.

    `clause` limits it to one clause; `where` says where it is written, when that is not the text itself.
    """

    rule: str
    reason: str
    by: str
    until: str
    clause: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's check returns: a place in the working text and what is to be said about it.

    `readings`, `suggestion` and `severity` stand in for the rule's own where this place calls for others.
    """

    start: int
    end: int
    message: str
    clause: str | None = None
    readings: tuple[str, ...] = ()
    suggestion: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint rule: what it does, why it matters, how to do better, and the check itself.

    `good` is never flagged by the rule and `bad` always is; a test holds every rule to that.
    `needs` names what the text alone cannot give (a map, a list of fronts); None when nothing.
    """

    code: str
    name: str
    severity: Severity
    since: str
    what: str
    why: str
    bad: str
    good: str
    readings: tuple[str, ...]
    suggestion: str
    check: Callable[[Agreement], Iterable[Hit]]
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's hit on an agreement, ready to be shown. `fingerprint` survives moves within the text.

    `wording` is the rule's good wording in the clause's own terms, where it was asked for.
    """

    code: str
    name: str
    severity: Severity
    message: str
    readings: tuple[str, ...]
    suggestion: str
    clause: str | None
    span: Span
    waived: Waiver | None
    fingerprint: str
    wording: Wording | None = None


class Level(StrEnum):
    SPECIFIC = "specific"
    VAGUE = "vague"
    MENTIONED = "mentioned"
    ABSENT = "absent"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class ComponentCoverage:
    """How far an agreement covers one component of the field's checklist."""

    id: str
    level: Level
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LintResult:
    """What was found in an agreement. `waiver_notes`: waivers without a finding; a `baseline` hides old findings."""

    agreement: Agreement
    findings: tuple[Finding, ...]
    components: tuple[ComponentCoverage, ...]
    not_checked: tuple[str, ...] = ()
    waiver_notes: tuple[str, ...] = ()
    baseline: KnownCounts | None = None
    analysis: Analysis | None = None


# --------------------------------------------------------------------------- reports


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in a text. `name` is how the text names them (a span), never a look-up's name."""

    id: str
    name: Span
    kind: str
    side: str | None
    authority: str | None
    ids: Mapping[str, str | int]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """An agreement that a report speaks of."""

    id: str
    name: Span
    date: When | None
    place: Span | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ImpliedCommitment:
    """A duty that a report speaks of without quoting the clause.

    `wordings` are other words in which the report states it, where they say something that `span` does not.
    """

    id: str
    agreement: str | None
    span: Span
    note: str
    slots: Slots = Slots()
    wordings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of an attribution chain: role is speaker, relay, outlet or text."""

    role: str
    actor: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The commitment or agreement a claim is about, with the reason for the tie.

    `also` names commitments of the same article that the same words reach.
    """

    commitment: str | None
    agreement: str | None
    reason: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One speaker, one commitment, one stance, one time, one chain of sources; tied to its words.

    `stance` is a code of `vocabulary/stances.yaml`. `speaker` is an actor id, or None for the author
    of the text. `grades` hold the Admiralty pair twice: for "it was said" and for "it is true".
    """

    id: str
    speaker: str | None
    stance: str
    axis: str
    about: Link | Unlinked
    quote: Quote
    target: str | None = None
    said_on: When | Missing = NOT_STATED
    happened_on: When | Missing = NOT_STATED
    voice: str = "author"
    visibility: str | None = None
    chain: tuple[Hop, ...] = ()
    independence_group: str | None = None
    factuality: str | None = None
    echo_of: str | None = None
    grounds: tuple[Span, ...] = ()
    grades: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    proposition: Span | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report taken apart."""

    document: Document
    agreements: tuple[AgreementMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    commitments: tuple[ImpliedCommitment, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    counts: tuple[Count, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    places: tuple[Place, ...] | Missing = NOT_STATED
    copies: SharedText | None = None
    second_reading: SecondReading | None = None
    incidents: tuple[Incident, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    mentioned: tuple[Mentioned, ...] = ()
