"""A log that may be shown to others: what is restricted is left out, and nothing that stays points to it.

Pure. Documents above the limit go with everything that was said of them; what stays is numbered anew, so that gaps
tell nothing; names of people on the team, paths, and free text of reasons and records are withheld. The new log has
a chain of its own. `leaks` looks for what was left out in the finished lines, so that a slip is found and not sent.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.core.ledger import Event, Head, NewEvent
from trucewatch.core.model import Unlinked

from . import events as e
from .chain import head_after, sealed
from .codec import new_event, payload
from .decide.documents import HANDLINGS, stream_of
from .state import CaseState, DocumentState, subject

WITHHELD = "withheld"
# Restricted words shorter than this are in every text; longer ones tell something.
TELLING = 12
_PRIVATE = "private"
_DOCUMENT = re.compile(r"\bd\d+\b")
_REVIEW = (
    e.ClaimAccepted, e.ClaimCorrected, e.ClaimRejected, e.ClaimsMerged, e.ClaimSplit, e.ClaimCoded, e.ClaimCurated,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What may stay: documents marked at most `limit` of the Traffic Light Protocol; `unmarked` counts as that."""

    limit: str = "TLP:GREEN"
    unmarked: str = "TLP:RED"

    def allows(self, document: DocumentState) -> bool:
        """Whether a document may be shown: by its handling, and only what was public."""
        handling = document.handling or self.unmarked
        private = (document.visibility or "").startswith((_PRIVATE, "leaked"))
        return HANDLINGS.index(handling) >= HANDLINGS.index(self.limit) and not private


@dataclass
class _Redaction:
    state: CaseState
    shown: Mapping[str, str]
    people: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    dropped_claims: set[str] = field(default_factory=set)
    seqs: dict[int, int] = field(default_factory=dict)


def redacted(events: Sequence[Event], state: CaseState, rules: Rules, title: str = "redacted") -> tuple[Event, ...]:
    """The events of a redacted log, sealed anew, oldest first. `state` is the case at the last of `events`."""
    allowed = [id_ for id_, document in state.documents.items() if rules.allows(document)]
    work = _Redaction(state, {old: f"d{number}" for number, old in enumerate(allowed, 1)})
    out: list[Event] = []
    head, versions = Head(), dict[str, int]()
    for event in events:
        for new in _kept(event, payload(event), work, title):
            versions[new.stream] = versions.get(new.stream, 0) + 1
            by = work.people.setdefault(event.by, f"person {len(work.people) + 1}")
            at = {"learned_at": event.learned_at, "recorded_at": event.recorded_at}
            out.append(sealed(new, head, version=versions[new.stream], by=by, **at))
            head = head_after(out[-1])
            work.seqs[event.seq] = head.seq
    return tuple(out)


def leaks(lines: Iterable[str], restricted: Iterable[str]) -> list[str]:
    """The restricted words that stand in the lines all the same; there must be none."""
    text = "\n".join(lines)
    return [words for words in dict.fromkeys(restricted) if words in text or json.dumps(words)[1:-1] in text]


def restricted_words(events: Iterable[Event], state: CaseState, rules: Rules) -> Iterator[str]:
    """What must not stand in a redacted log: names, paths, hashes and texts of documents left out, and who is on the team.

    What an open document says as well is no secret.
    """
    hidden = {id_ for id_, document in state.documents.items() if not rules.allows(document)}
    closed: list[str] = []
    shown: list[str] = []
    for event in events:
        what = payload(event)
        closed += [event.by, *([what.key] if isinstance(what, e.DocumentAdded) else [])]
        if isinstance(what, e.DocumentAdded | e.DocumentRevised | e.ReportRead | e.AgreementRead):
            (closed if subject(event) in hidden else shown).extend(_texts_in(what))
    open_text = "\n".join(shown)
    yield from (text for text in closed if len(text) >= TELLING and text not in open_text)


def _texts_in(what: e.Payload) -> Iterator[str]:
    """Names, hashes, quotes with what stands around them, names of actors, places, and the words of an agreement."""
    if isinstance(what, e.DocumentAdded | e.DocumentRevised):
        yield from (what.name, what.sha256)
    elif isinstance(what, e.AgreementRead):
        yield what.agreement["document"]["original"]
        yield from (commitment["exact"] for commitment in what.agreement["commitments"])
    elif isinstance(what, e.ReportRead):
        for claim in what.report["claims"]:
            quote = claim["quote"]
            yield from (quote["exact"], quote["prefix"] + quote["exact"] + quote["suffix"])
        for actor in what.report["actors"]:
            yield from (mention["exact"] for mention in actor["mentions"])
        places = what.report.get("places")
        yield from (json.dumps(place, ensure_ascii=False) for place in (places if isinstance(places, list) else ()))


# --------------------------------------------------------------------------- event by event


def _kept(event: Event, what: e.Payload, work: _Redaction, title: str) -> Iterator[NewEvent]:
    about = subject(event)
    match what:
        case e.CaseOpened():
            yield new_event(e.CaseOpened(title=title, program=what.program), event.stream)
        case e.SettingChanged():
            yield new_event(what, event.stream)
        case e.AnchorSet() | e.AgreementsRelated() | e.CommitmentRenegotiated() | e.CommitmentLapsed():
            yield from _of_register(event, what, work)
        case _ if event.stream.startswith("claim:"):
            yield from _of_review(about, what, work)
        case _ if about in work.shown:
            yield from _of_document(about, what, work)
        case _:
            return


def _of_document(about: str, what: e.Payload, work: _Redaction) -> Iterator[NewEvent]:
    stream, document = stream_of(work.shown[about]), work.state.documents[about]
    match what:
        case e.DocumentAdded():
            source = WITHHELD if what.source else None
            added = _with(what, key=f"{work.shown[about]}:{what.name}", source=source, sketch=[])
            # What a person said later of a document holds for all of it.
            yield new_event(_with(added, handling=document.handling, visibility=document.visibility), stream)
        case e.DocumentRevised():
            yield new_event(_with(what, sketch=[]), stream)
        case e.DocumentSeen():
            yield new_event(e.DocumentSeen(name=work.state.documents[about].name), stream)
        case e.DocumentRetracted():
            yield new_event(e.DocumentRetracted(reason=WITHHELD), stream)
        case e.AgreementRead():
            yield new_event(_with(what, agreement=_named(what.agreement, document.name)), stream)
        case e.ReportRead():
            yield new_event(_with(what, report=_report(about, what.report, work)), stream)
        case e.ClaimsLinked():
            about_ = {
                c: _about(tie, work) for c, tie in what.about.items() if f"{about}/{c}" not in work.dropped_claims
            }
            agreement = work.shown.get(what.agreement)
            if agreement is not None:
                yield new_event(e.ClaimsLinked(agreement=agreement, about=about_), stream)
        case e.CopiesFound():
            others = [work.shown[other] for other in what.others if other in work.shown]
            if others:
                groups = {
                    c: _group(g, work) for c, g in what.groups.items() if f"{about}/{c}" not in work.dropped_claims
                }
                yield new_event(e.CopiesFound(others=others, groups=groups), stream)
        case _:
            return


def _report(about: str, report: Mapping[str, Any], work: _Redaction) -> dict[str, Any]:
    """The reading without ties to what is left out; the file is called by its name alone."""
    claims = []
    for claim in report["claims"]:
        group = claim["independence_group"]
        claims.append(
            claim
            | {"about": _about(claim["about"], work), "independence_group": _group(group, work) if group else group}
        )
    return {**_named(report, work.state.documents[about].name), "claims": claims, "copies": None, "contradictions": []}


def _of_review(about: str, what: e.Payload, work: _Redaction) -> Iterator[NewEvent]:
    document, _, claim = about.partition("/")
    if document not in work.shown:
        return
    stream = f"claim:{work.shown[document]}/{claim}"
    if isinstance(what, e.ReviewUndone):
        if what.seq in work.seqs:
            yield new_event(e.ReviewUndone(seq=work.seqs[what.seq], reason=WITHHELD), stream)
        return
    if not isinstance(what, _REVIEW):
        return
    if isinstance(what, e.ClaimsMerged):
        into_document, _, into = what.into.partition("/")
        if into_document not in work.shown:
            yield new_event(e.ClaimRejected(reason=WITHHELD), stream)
            return
        what = _with(what, into=f"{work.shown[into_document]}/{into}")
    if isinstance(what, e.ClaimSplit):
        what = _with(what, parts=[part | {"about": _about(part["about"], work)} for part in what.parts])
    if isinstance(what, e.ClaimCorrected | e.ClaimCurated | e.ClaimCoded):
        what = _with(what, fields=_fields(what.fields, work))
    if isinstance(what, e.ClaimCoded):
        what = _with(what, coder=work.people.setdefault(what.coder, f"person {len(work.people) + 1}"))
    yield new_event(_with(what, reason=WITHHELD) if hasattr(what, "reason") else what, stream)


def _of_register(event: Event, what: e.Payload, work: _Redaction) -> Iterator[NewEvent]:
    kind, _, about = event.stream.partition(":")
    agreement, _, rest = about.partition("/")
    if agreement not in work.shown:
        return
    stream = f"{kind}:{work.shown[agreement]}" + (f"/{rest}" if rest else "")
    if isinstance(what, e.AgreementsRelated):
        own = what.commitment.partition("/")[2] if what.commitment else None
        # An id of the case names a document that may be shown or not; words name something outside.
        other = work.shown.get(what.other, WITHHELD) if _DOCUMENT.fullmatch(what.other) else what.other
        what = _with(what, other=other, commitment=f"{work.shown[agreement]}/{own}" if own else None)
    yield new_event(_with(what, source=WITHHELD), stream, true_on=event.true_on)


# --------------------------------------------------------------------------- parts


def _fields(fields: Mapping[str, Any], work: _Redaction) -> dict[str, Any]:
    """The values that a person set, without their own words, and with the new ids."""
    kept = {name: value for name, value in fields.items() if name != "notes"}
    if "about" in kept:
        kept["about"] = _about(kept["about"], work)
    if kept.get("echo_of"):
        owner = kept["echo_of"].partition("/")[0]
        hidden = _DOCUMENT.fullmatch(owner) and owner not in work.shown
        kept["echo_of"] = WITHHELD if hidden else _renamed(kept["echo_of"], work)
    if kept.get("independence_group"):
        kept["independence_group"] = _own_group(kept["independence_group"], work)
    return kept


def _own_group(group: str, work: _Redaction) -> str:
    """A group that a person named is called by a number: its name is their words."""
    if group.startswith(("actor:", "text", "source:", "copies:")):
        return _group(group, work)
    return work.groups.setdefault(group, f"group {len(work.groups) + 1}")


def _about(about: Mapping[str, Any], work: _Redaction) -> dict[str, Any]:
    """The tie with the new ids; a tie to what is left out is none."""
    # A duty that a report itself implies has an id of the report, without a document before it.
    named = [name for name in (about["commitment"], *about.get("also", ())) if name and "/" in name]
    owners = {name.partition("/")[0] for name in named} | ({about["agreement"]} if about["agreement"] else set())
    if any(_DOCUMENT.fullmatch(owner) and owner not in work.shown for owner in owners):
        return {"commitment": None, "agreement": None, "reason": Unlinked(WITHHELD).reason, "also": []}
    reason = about["reason"] or ""
    return {
        "commitment": _renamed(about["commitment"], work),
        "agreement": work.shown.get(about["agreement"], about["agreement"]),
        # A reason for no tie may quote clauses of an agreement that is left out.
        "reason": reason if owners else WITHHELD,
        "also": [_renamed(name, work) for name in about.get("also", ())],
    }


def _renamed(name: str | None, work: _Redaction) -> str | None:
    if name is None:
        return None
    owner, slash, rest = name.partition("/")
    return f"{work.shown.get(owner, owner)}{slash}{rest}" if slash else name


def _group(group: str, work: _Redaction) -> str:
    """A group that goes over several documents has a name that is made of their hashes: it gets a number."""
    if not group.startswith("copies:"):
        return group
    name, _, rest = group.partition(" ")
    return f"{work.groups.setdefault(name, f'copies:{len(work.groups) + 1}')} {rest}"


def _named(reading: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {**reading, "document": {**reading["document"], "path": name}}


def _with(what: Any, **changes: Any) -> Any:
    import msgspec

    return msgspec.structs.replace(what, **changes)
