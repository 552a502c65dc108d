"""One claim of a case as it stands: what was read, what people decided, and the version that is shown of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from trucewatch import wiring
from trucewatch.core.errors import BadInput, Refused, StaleVersion
from trucewatch.core.model import Document
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.decide.documents import stream_of as stream_of_document
from trucewatch.ledger.decide.review import stream_of
from trucewatch.ledger.state import CaseState, ClaimReview, DocumentState

from .case import Case
from .evidence import laid_over

Json = Mapping[str, Any]
_NAME = re.compile(r"(?P<document>[^/@\s]+)/(?P<own>[^/@\s]+?)(?:@(?P<version>\d+\.\d+))?")
# So many letters of the text are shown before and after a quote.
AROUND = 240


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim that a person names, and the version that they saw of it where they say so."""

    id: str
    version: str | None = None

    @property
    def streams(self) -> tuple[str, str]:
        """What a decision on it rests on: its own events, and those of its document."""
        return stream_of(self.id), stream_of_document(self.id.partition("/")[0])


def asked_for(name: str) -> Asked:
    """The claim of "d2/k1" or "d2/k1@0.15"; raises BadInput."""
    found = _NAME.fullmatch(name.strip())
    if found is None:
        raise BadInput(
            f'"{name}" names no claim; expected DOCUMENT/CLAIM such as d2/k1, or d2/k1@0.15 with the version that was shown'
        )
    return Asked(f"{found['document']}/{found['own']}", found["version"])


@dataclass(frozen=True)
class Reading:
    """The newest reading of a report. `at` gives for each claim the event that last changed what was read of it."""

    document: DocumentState
    data: Json
    at: Mapping[str, int]

    @cached_property
    def claims(self) -> dict[str, Json]:
        """The claims by their ids below the document."""
        return {claim["id"]: claim for claim in self.data["claims"]}

    @cached_property
    def actors(self) -> dict[str, Json]:
        return {actor["id"]: actor for actor in self.data.get("actors", ())}


@dataclass(frozen=True)
class ShownClaim:
    """A claim with its reading and review. `version` changes whenever anything changes that is shown of it."""

    id: str
    reading: Reading
    review: ClaimReview
    decided: int

    @property
    def own(self) -> str:
        """The id below the document."""
        return self.id.partition("/")[2]

    @property
    def document(self) -> DocumentState:
        return self.reading.document

    @property
    def version(self) -> str:
        return f"{self.decided}.{self.reading.at[self.own]}"

    @property
    def read(self) -> Json:
        """The claim as the program read it."""
        return self.reading.claims[self.own]

    @property
    def now(self) -> dict[str, Any]:
        """The claim with what people set right in it; what is not public about its document is not public about it."""
        marked = {"visibility": self.document.visibility} if self.document.visibility else {}
        return {**self.read, **self.review.fields, **marked}

    @property
    def anonymous(self) -> bool:
        """Whether its speaker is not to be named: said in private without a name, or by somebody unnamed."""
        now = self.now
        speaker = self.reading.actors.get(now["speaker"] or "", {})
        return now["visibility"] == "private-anonymous" or speaker.get("kind") == "anonymous"

    def refuse_other_than(self, version: str | None) -> None:
        """Raises StaleVersion where another version was shown than the one that stands now."""
        if version is not None and version != self.version:
            raise StaleVersion(
                f"{self.id} is at version {self.version}; your decision was based on {version}. "
                f"Look at it again: trucewatch review show {self.id}; nothing was recorded"
            )


@dataclass
class Claims:
    """Finds claims of a case in one state of it; readings and texts are looked up once."""

    case: Case
    state: CaseState
    _readings: dict[str, Reading] = field(default_factory=dict)
    _texts: dict[str, Document | None] = field(default_factory=dict)

    def find(self, claim: str, version: int | None = None) -> ShownClaim:
        """The claim of that id; raises Refused where there is none. `version` is that of its stream, where it is known."""
        document, _, own = claim.partition("/")
        reading = self.reading(document)
        if own not in reading.claims:
            whole = own.partition(".")[0]
            if whole != own and whole in reading.claims:
                raise Refused(f"{claim} is a part of {document}/{whole}. Undo that split to decide on it anew")
            some = ", ".join([*reading.claims][:8]) or "no claims"
            raise Refused(f'the case has no claim "{claim}"; {document} has {some}. See: trucewatch review queue')
        if version is None:
            version = self.case.store.versions(self.case.id, [stream_of(claim)])[stream_of(claim)]
        return ShownClaim(claim, reading, self.state.review(claim), version)

    def find_all(self, claims: Iterable[str]) -> list[ShownClaim]:
        """The claims of these ids, in that order."""
        names = list(claims)
        versions = self.case.store.versions(self.case.id, [stream_of(name) for name in names])
        return [self.find(name, versions[stream_of(name)]) for name in names]

    def reading(self, document: str) -> Reading:
        """The newest reading of a report; raises Refused for a document that is none, or was retracted."""
        if document not in self._readings:
            known = self.state.documents.get(document)
            if known is None or known.kind != "report":
                have = ", ".join([d.id for d in self.state.documents.values() if d.kind == "report"][:10]) or "none yet"
                raise Refused(f'the case has no report "{document}"; it has {have}. See: trucewatch case show')
            if known.retracted is not None:
                raise Refused(f"{document} was retracted: {known.retracted}. Its claims count no more")
            self._readings[document] = read_at(self.case, known, self.state.seq)
        return self._readings[document]

    def text(self, document: str) -> Document | None:
        """The report's text, read anew from its original; None where that is not kept here."""
        if document not in self._texts:
            now = self.state.documents[document].now
            data = self.case.folder.bytes_of(now.sha256)
            self._texts[document] = None if data is None else wiring.read_bytes(Path(now.name), data)
        return self._texts[document]

    def context(self, claim: ShownClaim) -> dict[str, str]:
        """What stands in the text before and after the quote: whole words, at most so many letters on each side."""
        quote, text = claim.now["quote"], self.text(claim.document.id)
        if text is None or text.original[quote["start"] : quote["end"]] != quote["exact"]:
            return {"before": f"… {quote['prefix']}", "exact": quote["exact"], "after": f"{quote['suffix']} …"}
        before = text.original[max(0, quote["start"] - AROUND) : quote["start"]]
        after = text.original[quote["end"] : quote["end"] + AROUND]
        # An ellipsis says where the text goes on; a word is not cut.
        if quote["start"] > AROUND:
            before = "… " + before.partition(" ")[2]
        if quote["end"] + AROUND < len(text.original):
            after = after.rpartition(" ")[0] + " …"
        return {"before": before, "exact": quote["exact"], "after": after}


def read_at(case: Case, document: DocumentState, until: int) -> Reading:
    """The newest reading of a report up to a seq, with the event that last changed each claim."""
    data: Json = {"claims": []}
    at: dict[str, int] = {}
    kinds = (e.ReportRead, e.ClaimsLinked, e.CopiesFound, e.DocumentMarked)
    for event in case.events(until=until, streams=[stream_of_document(document.id)], names=kinds):
        match payload(event, case=case.id):
            case e.ReportRead() as what:
                data = what.report
                at = {claim["id"]: event.seq for claim in data["claims"]}
            case e.ClaimsLinked() as what:
                data = laid_over(data, what)
                at |= dict.fromkeys(at.keys() & what.about.keys(), event.seq)
            case e.CopiesFound() as what:
                data = laid_over(data, what)
                at |= dict.fromkeys(at.keys() & what.groups.keys(), event.seq)
            case e.DocumentMarked() as what if what.visibility is not None:
                at = dict.fromkeys(at, event.seq)
    return Reading(document, data, at)
