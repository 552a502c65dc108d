"""Made-up histories of a case in memory: what was read is taken from real readings, everything else is drawn."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from trucewatch.casework import marking, register
from trucewatch.casework.case import Case
from trucewatch.casework.folder import CaseFolder
from trucewatch.casework.settings import set_setting
from trucewatch.core.errors import BadInput, Refused
from trucewatch.core.ledger import Event
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event, payload
from trucewatch.ledger.decide import NOTHING, Decision, documents, review
from trucewatch.ledger.state import CASE, CaseState
from trucewatch.stores.memory import MemoryStore

from .cases import AGREEMENT, MINISTER, MISSION, SetClock, a_case, put

TEXTS = {
    "agreement": (AGREEMENT, AGREEMENT.replace("thirty days", "sixty days")),
    "minister": (MINISTER, MINISTER + "\nThe LNA said on Monday that it had released all prisoners of war.\n"),
    "mission": (MISSION, MISSION.replace("had begun", "had not begun")),
}
ID = "history"
Draw = Callable[[int], int]
Readings = Mapping[str, list[dict[str, Any]]]


def readings(folder: Path) -> Readings:
    """Both versions of each text as a case reads them, the agreement being its first document."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TEXTS}
    with a_case(folder) as case:
        for name, texts in TEXTS.items():
            for text in texts:
                put(case, folder, f"{name}.txt", text)
        for event in case.events(names=[e.AgreementRead, e.ReportRead]):
            what, document = payload(event), case.state().documents[event.stream.partition(":")[2]]
            found[document.name.partition(".")[0]].append(
                dict(what.agreement if isinstance(what, e.AgreementRead) else what.report)
            )
    return found


def in_memory(folder: Path, events: list[Event] = (), clock: SetClock | None = None) -> Case:
    """A case that holds these events."""
    store = MemoryStore()
    store.restore(ID, events)
    return Case(CaseFolder(folder, ID), store, "ada", clock or SetClock())


class History:
    """A case to which one thing after the other happens, by numbers that are drawn."""

    def __init__(self, folder: Path, read: Readings, draw: Draw) -> None:
        self.clock = SetClock()
        self.case, self.read, self.draw = in_memory(folder, clock=self.clock), read, draw
        self.case.record(Decision((new_event(e.CaseOpened(title="A history", program="0"), CASE),), {CASE: 0}))
        self.steps = (
            self.document, self.document, self.document, self.retraction, self.mark, self.review, self.review,
            self.two_reviews, self.undo, self.setting, self.register, self.linked, self.copies,
        )  # fmt: skip

    def step(self) -> None:
        """One more thing happens, at the same instant as the last or later; what is refused does not."""
        self.clock.at += timedelta(hours=self.draw(1))
        with suppress(Refused, BadInput):
            self.one_of(self.steps)()

    def one_of(self, things):
        return things[self.draw(len(things) - 1)]

    # ----------------------------------------------------------------------- documents

    def document(self) -> None:
        """A text comes for the first time, comes in its other version, or comes again."""
        state, name = self.case.state(), self.one_of([*TEXTS])
        kind = "agreement" if name == "agreement" else "report"
        known = state.by_key.get(name)
        streams = [documents.stream_of(known or documents.next_id(state))]
        data = self.read[name][self.draw(1)]
        incoming = e.DocumentAdded(kind=kind, name=f"{name}.txt", key=name, sha256=data["document"]["sha256"], size=100)
        placed = documents.place(state, incoming, self.case.store.versions(ID, streams))
        decision = placed.decision
        if placed.new_bytes:
            sha256 = incoming.sha256
            read = (
                e.AgreementRead(sha256=sha256, program="0", agreement=data)
                if kind == "agreement"
                else e.ReportRead(sha256=sha256, program="0", report=self._tied(data, state))
            )
            decision += Decision((new_event(read, streams[0]),))
        self.case.record(decision)

    def _tied(self, data: dict[str, Any], state: CaseState) -> dict[str, Any]:
        """The reading, tied to the agreement where the case has one."""
        return {**data, "claims": [claim | {"about": self._about(claim, state)} for claim in data["claims"]]}

    def _about(self, claim: Mapping[str, Any], state: CaseState) -> dict[str, Any]:
        agreement, about = state.by_key.get("agreement"), claim["about"]
        if agreement is None or not about["commitment"]:
            return {"commitment": None, "agreement": None, "reason": "no agreement", "also": []}
        return about | {"commitment": about["commitment"].replace("d1/", f"{agreement}/"), "agreement": agreement}

    def linked(self) -> None:
        """The claims of a report are tied anew."""
        document, data = self._report()
        if document is not None:
            about = {claim["id"]: self._about(claim, self.case.state()) for claim in data["claims"]}
            self._found(document, e.ClaimsLinked(agreement="d1", about=about))

    def copies(self) -> None:
        """A claim of a report goes back to the same text as another."""
        document, data = self._report()
        if document is not None:
            groups = {data["claims"][0]["id"]: f"wire {self.draw(1)}"}
            self._found(document, e.CopiesFound(others=["d1"], groups=groups))

    def _found(self, document: str, what: e.Payload) -> None:
        self.case.record(Decision((new_event(what, f"document:{document}"),)))

    def _report(self) -> tuple[str | None, dict[str, Any]]:
        """A report of the case, and its newest reading."""
        read = list(self.case.events(names=[e.ReportRead]))
        if not read:
            return None, {}
        document = self.one_of(read).stream
        newest = [event for event in read if event.stream == document][-1]
        return document.partition(":")[2], dict(newest.data["report"])

    def retraction(self) -> None:
        marking.retract(self.case, self._any_document(), "it was withdrawn")

    def mark(self) -> None:
        visibility = self.one_of(["leaked", "public-oral", None])
        marking.mark(self.case, self._any_document(), source="a friend", handling=None, visibility=visibility)

    def _any_document(self) -> str:
        return self.one_of([*self.case.state().documents, "d9"])

    # ----------------------------------------------------------------------- decisions of people

    def review(self) -> None:
        self._decide([self._claim()])

    def two_reviews(self) -> None:
        """Two decisions in one transaction, of two claims or of one."""
        self._decide([self._claim(), self._claim()])

    def undo(self) -> None:
        claim = self._claim()
        self._record(review.undo(self.case.state(), claim, "a slip", self._versions(claim)))

    def _decide(self, claims: list[str]) -> None:
        self._record(sum((self._verdict(claim) for claim in claims), start=NOTHING))

    def _verdict(self, claim: str) -> Decision:
        state, other = self.case.state(), self._claim()
        versions = self._versions(claim, other)
        return self.one_of(
            [
                lambda: review.accept(state, claim, versions),
                lambda: review.reject(state, claim, "it is none", versions),
                lambda: review.correct(state, claim, {"stance": "AFFIRM"}, "as it is meant", versions),
                lambda: review.merge(state, claim, other, "the same", versions),
                lambda: review.split(state, claim, self._parts(claim), "two in one", versions),
                lambda: review.code(state, claim, "bo", {"stance": "ACCUSE"}, versions),
            ]
        )()

    def _record(self, decision: Decision) -> None:
        self.case.record(decision)

    def _versions(self, *claims: str) -> Mapping[str, int]:
        return self.case.store.versions(ID, [review.stream_of(claim) for claim in claims])

    def _claim(self) -> str:
        document, data = self._report()
        if document is None or not data["claims"]:
            raise Refused("no claim yet")
        return f"{document}/{self.one_of(data['claims'])['id']}"

    def _parts(self, claim: str) -> list[dict[str, Any]]:
        document, _, own = claim.partition("/")
        newest = list(self.case.events(names=[e.ReportRead], streams=[f"document:{document}"]))[-1]
        (whole,) = (c for c in newest.data["report"]["claims"] if c["id"] == own)
        return [whole, whole | {"stance": "COMMIT"}]

    def setting(self) -> None:
        set_setting(self.case, "provisional", self.one_of(["true", "false"]))

    def register(self) -> None:
        """Something becomes known of an agreement or one of its duties."""
        agreement = self.case.state().by_key.get("agreement", "d1")
        duty = f"{agreement}/art_1#1"
        self.one_of(
            [
                lambda: register.set_anchor(self.case, agreement, "signature", "2020-10-24", "the mission"),
                lambda: register.set_anchor(self.case, agreement, "signature", None, "the mission"),
                lambda: register.set_anchor(
                    self.case, agreement, "the new government assumes its functions", "2020-10-28", "the wire"
                ),
                lambda: register.renegotiate(self.case, duty, "2020-12-31", "the annex", "2020-10-25"),
                lambda: register.lapse(self.case, duty, "2020-10-27", "the annex"),
                lambda: register.relate(self.case, agreement, "silent-about", "d2", "the annex"),
            ]
        )()
