"""What a monitor's report tells of single events: who did what to whom, where, when, and how sure the text is."""

from dataclasses import dataclass
from enum import StrEnum

from .dates import When
from .quotes import Span


class Verification(StrEnum):
    """How the text says an event is known. STATED: it tells of the event and does not say how it is known."""

    VERIFIED = "verified"
    REPORTED = "reported"
    UNVERIFIED = "unverified"
    STATED = "stated"


class AttributedBy(StrEnum):
    """Whose word it is that somebody did it: what a PARTY says of another is an accusation, no finding.

    MONITOR: the text says that the mission found it; AUTHOR: the text tells it in its own voice.
    """

    MONITOR = "monitor"
    AUTHOR = "author"
    PARTY = "party"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class NotAttributed:
    """Nobody is named as the doer. `span` holds the words that say so; None where the text is silent."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One event, however many sentences tell of it.

    `span` is the clause that tells of it, `act` the words for what was done, `also` the other sentences on the
    same event. `kind` is an id of vocabulary/incident_kinds.yaml. `attributed_by` says who names the doer, or
    who says that nobody can be named; `source` holds the words for them. `where` stands from the nearest to
    the widest place. `provisions` are the articles or agreements that the text says were broken.
    """

    id: str
    kind: str
    span: Span
    act: Span
    perpetrator: tuple[Span, ...] | NotAttributed
    attributed_by: AttributedBy
    source: Span | None = None
    victims: tuple[Span, ...] = ()
    where: tuple[Span, ...] = ()
    when: When | None = None
    casualties: tuple[Span, ...] = ()
    provisions: tuple[Span, ...] = ()
    verification: Verification = Verification.STATED
    verification_words: Span | None = None
    also: tuple[Span, ...] = ()
