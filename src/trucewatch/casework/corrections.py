"""What a person may set in a claim, as words: checked against the case, and as the JSON that an event holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trucewatch import wiring
from trucewatch.core.dates import edtf_range
from trucewatch.core.errors import BadInput, TrucewatchError
from trucewatch.ledger.decide.documents import VISIBILITIES

from .agreements import agreements_at
from .claims import Claims, ShownClaim
from .register import full_name

Json = Mapping[str, Any]
NONE = "none"
VOICES = ("quoted", "paraphrased", "author")
FACTUALITIES = ("CERTAIN+", "PROBABLE+", "POSSIBLE+", "UNKNOWN", "POSSIBLE−", "PROBABLE−", "CERTAIN−")
BETWEEN_NOTES, BETWEEN_TIES = " | ", ", "
GRADES = ("grade_said", "grade_true")
# Who set a value stands on the event, once, where a redacted copy finds it.
IN_REVIEW = "set in review"
FIELDS = (
    "speaker", "stance", "axis", "about", "target", "said_on", "happened_on", "voice", "visibility", "factuality",
    "echo_of", "independence_group", *GRADES, "notes",
)  # fmt: skip


def wishes(settings: Sequence[str]) -> dict[str, str]:
    """The fields of "NAME=VALUE" texts; raises BadInput for one of another form, or a field named twice."""
    found: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        name = name.strip()
        if not equals:
            raise BadInput(f'"{setting}" sets nothing; expected NAME=VALUE, such as stance=ACCUSE')
        if name in found:
            raise BadInput(f'"{name}" is set twice; expected it once. Leave one out')
        found[name] = value.strip()
    return found


@dataclass
class Corrections:
    """Turns words into values for the claims of one state of a case."""

    claims: Claims

    def values(self, claim: ShownClaim, wished: Mapping[str, str]) -> dict[str, Any]:
        """The values by field; raises BadInput with all faults at once."""
        found: dict[str, Any] = {}
        faults: list[str] = []
        for name, text in wished.items():
            if name not in FIELDS:
                faults.append(f'"{name}" is no field of a claim; expected some of {", ".join(FIELDS)}')
                continue
            try:
                found[name] = self._readers[name](claim, text.strip())
            except TrucewatchError as error:
                faults.append(str(error.args[0]))
        stance, axis = found.get("stance", claim.now["stance"]), found.get("axis")
        own = self._vocabulary.stances[stance].axis if stance in self._vocabulary.stances else None
        if axis is not None and own is not None and axis != own:
            faults.append(f'axis is "{axis}"; expected {own}, which {stance} is on')
        if faults:
            raise BadInput("; ".join(faults))
        return found

    def changes(self, claim: ShownClaim, wished: Mapping[str, str]) -> dict[str, Any]:
        """The fields of a correction: only what is other than before, and what follows from it. Raises BadInput."""
        values = self.values(claim, wished)
        changed = {name: value for name, value in values.items() if as_text(claim.now, name) != _text(name, value)}
        return self._with_what_follows(claim, changed)

    def coded(self, claim: ShownClaim, wished: Mapping[str, str]) -> dict[str, Any]:
        """The fields of a coding: every value given, whatever the claim has. Raises BadInput."""
        values = self.values(claim, wished)
        return as_fields(values, {})

    def _with_what_follows(self, claim: ShownClaim, changed: dict[str, Any]) -> dict[str, Any]:
        fields = as_fields(changed, claim.now["grades"])
        if "grades" in fields:
            fields["grades"] = {**fields["grades"], "set_by": IN_REVIEW}
        if "about" in fields:
            fields["about"] = {**fields["about"], "reason": IN_REVIEW}
        if "stance" in changed:
            fields.setdefault("axis", self._vocabulary.stances[changed["stance"]].axis)
            if fields["axis"] == claim.now["axis"]:
                del fields["axis"]
        if "speaker" in changed:
            fields |= _of_the_speaker(claim.now, changed["speaker"], "independence_group" in changed)
        return fields

    # ----------------------------------------------------------------------- reading one value

    @cached_property
    def _readers(self) -> Mapping[str, Callable[[ShownClaim, str], Any]]:
        return {
            "speaker": lambda claim, text: None if text == "author" else self._actor("speaker", claim, text),
            "target": lambda claim, text: self._actor("target", claim, text),
            "stance": lambda _, text: one_of("stance", text.upper(), self._vocabulary.stances),
            "axis": lambda _, text: one_of("axis", text, ("speech", "conduct")),
            "about": lambda _, text: self._about(text),
            "said_on": lambda _, text: _when("said_on", text),
            "happened_on": lambda _, text: _when("happened_on", text),
            "voice": lambda _, text: one_of("voice", text, VOICES),
            "visibility": lambda _, text: one_of("visibility", text, VISIBILITIES),
            "factuality": lambda _, text: one_of("factuality", text.upper().replace("-", "−"), FACTUALITIES),
            "echo_of": self._echo,
            "independence_group": lambda _, text: _given("independence_group", text),
            "grade_said": lambda _, text: _grade("grade_said", text),
            "grade_true": lambda _, text: _grade("grade_true", text),
            "notes": lambda _, text: [note.strip() for note in text.split(BETWEEN_NOTES.strip()) if note.strip()],
        }

    @cached_property
    def _vocabulary(self) -> Any:
        return wiring.vocabulary()

    @cached_property
    def _ties(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of all agreements and of all commitments of the case."""
        agreements = agreements_at(self.claims.case, self.claims.state)
        return tuple(agreements), tuple(c.id for agreement in agreements.values() for c in agreement.commitments)

    def _actor(self, field: str, claim: ShownClaim, text: str) -> str | None:
        if text in ("", NONE):
            return None
        actors = claim.reading.actors
        if text in actors:
            return text
        named = [key for key, actor in actors.items() if actor["name"].casefold() == text.casefold()]
        if len(named) == 1:
            return named[0]
        raise BadInput(
            f'{field} is "{text}"; expected {NONE}, or somebody whom {claim.document.id} names: '
            f"{', '.join([*actors][:20]) or 'nobody'}"
        )

    def _about(self, text: str) -> dict[str, Any]:
        agreements, commitments = self._ties
        if text in ("", NONE):
            return {"commitment": None, "agreement": None, "reason": "", "also": []}
        if text in agreements:
            return {"commitment": None, "agreement": text, "reason": "", "also": []}
        named = [full_name(name.strip(), commitments) for name in text.split(BETWEEN_TIES.strip())]
        for name in named:
            if name not in commitments:
                near = [c for c in commitments if name in c][:3]
                hint = f"such as {', '.join(near)}" if near else "as `trucewatch status` prints it"
                raise BadInput(f'about is "{name}"; expected {NONE}, an agreement of the case, or a commitment, {hint}')
        return {"commitment": named[0], "agreement": named[0].partition("/")[0], "reason": "", "also": named[1:]}

    def _echo(self, claim: ShownClaim, text: str) -> str | None:
        if text in ("", NONE):
            return None
        name = text if "/" in text else f"{claim.document.id}/{text}"
        if name == claim.id:
            raise BadInput(f"echo_of is {text}, the claim itself; expected the claim that it repeats")
        found = self.claims.find(name)
        return found.own if found.document.id == claim.document.id else found.id


def as_fields(values: Mapping[str, Any], grades: Json) -> dict[str, Any]:
    """The values under the names of the `read` JSON; a grade is laid over `grades`."""
    fields = {name: value for name, value in values.items() if name not in GRADES}
    own = {name.removeprefix("grade_"): values[name] for name in GRADES if name in values}
    return fields | ({"grades": {**grades, **own}} if own else {})


def as_text(claim: Json, field: str) -> str:
    """A field of a claim as the words that would set it; "" for none."""
    if field in GRADES:
        return str(claim.get("grades", {}).get(field.removeprefix("grade_"), ""))
    return _text(field, claim.get(field))


def coded_texts(fields: Json) -> dict[str, str]:
    """What a coding or a correction sets, by field, as words."""
    names = [name for name in FIELDS if name in fields]
    names += [name for name in GRADES if name.removeprefix("grade_") in fields.get("grades", {})]
    return {name: as_text(fields, name) or NONE for name in names}


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field == "about":
        ties = [tie for tie in (value["commitment"] or value["agreement"], *value.get("also", ())) if tie]
        return BETWEEN_TIES.join(ties)
    if field in ("said_on", "happened_on"):
        return str(value.get("edtf", ""))
    return BETWEEN_NOTES.join(value) if field == "notes" else str(value)


def _of_the_speaker(claim: Json, speaker: str | None, grouped: bool) -> dict[str, Any]:
    """What else changes with the speaker: the first hop, and the origin where that was the speaker alone."""
    was = claim["speaker"]
    hops = [hop for hop in claim["chain"] if hop["role"] != "speaker" or hop.get("actor") != was]
    own = [{"role": "speaker", "actor": speaker}] if speaker else []
    fields: dict[str, Any] = {"chain": own + hops}
    if not grouped and claim["independence_group"] == f"actor:{was}":
        fields["independence_group"] = f"actor:{speaker}" if speaker else None
    return fields


def one_of(name: str, text: str, allowed: Sequence[str] | Mapping[str, Any]) -> str:
    """The text, where it is one of these; raises BadInput."""
    if text not in allowed:
        raise BadInput(f'{name} is "{text}"; expected one of {", ".join(allowed)}')
    return text


def _given(name: str, text: str) -> str:
    if not text:
        raise BadInput(f"{name} is empty; expected a name for the source that several claims go back to")
    return text


def _grade(name: str, text: str) -> str:
    if not re.fullmatch("[A-F][1-6]", text.upper()):
        raise BadInput(f'{name} is "{text}"; expected an Admiralty grade, A to F and 1 to 6, such as B2')
    return text.upper()


def _when(name: str, text: str) -> dict[str, Any]:
    if text in ("", NONE):
        return {"missing": "not stated"}
    try:
        earliest, latest = edtf_range(text)
    except ValueError:
        raise BadInput(
            f'{name} is "{text}"; expected {NONE}, or a date such as 2021-03-15, 2021-03 or 2021-03-10/2021-03-15'
        ) from None
    ends = {"earliest": earliest, "latest": latest}
    days = {end: day.isoformat() if day else None for end, day in ends.items()}
    return {"edtf": text, **days, "conflict": False, "alternatives": [], "from": [], "computed": False}
