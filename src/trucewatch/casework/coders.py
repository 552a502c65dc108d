"""How far the coders of a case agree, field by field."""

from typing import Any

from trucewatch import wiring
from trucewatch.core.coding import Coefficient, FieldAgreement, Undefined
from trucewatch.ledger import events as e
from trucewatch.ledger.state import CaseState, fold

from .case import Case
from .corrections import FIELDS, coded_texts

Json = dict[str, Any]


def agreement_json(case: Case) -> Json:
    """Alpha and kappa of every field that somebody coded (trucewatch.coder-agreement/1). Raises MissingExtra."""
    state = case.state()
    # The state looks reviews up one by one; here all codings are wanted.
    codings = fold(case.events(until=state.seq, names=[e.ClaimCoded]), CaseState()).reviews
    coded = {
        claim: {coder: coded_texts(fields) for coder, fields in review.codings.items()}
        for claim, review in codings.items()
    }
    compare = wiring.field_agreement()
    fields = []
    for field in FIELDS:
        values = {
            claim: {coder: texts[field] for coder, texts in by_coder.items() if field in texts}
            for claim, by_coder in coded.items()
        }
        if any(values.values()):
            fields.append(_row(field, compare(values)))
    return {
        "schema": "trucewatch.coder-agreement/1",
        "case": case.id,
        "known_at": state.seq,
        "units": len(coded),
        "coders": sorted({coder for by_coder in coded.values() for coder in by_coder}),
        "fields": fields,
    }


def _row(field: str, found: FieldAgreement) -> Json:
    return {
        "field": field,
        "units": found.units,
        "coders": len(found.coders),
        "alike": found.alike,
        "alpha": _number(found.alpha),
        "pairs": [
            {"coders": list(pair.coders), "units": pair.units, "kappa": _number(pair.kappa)} for pair in found.pairs
        ],
    }


def _number(value: Coefficient) -> float | Json:
    return {"missing": value.reason} if isinstance(value, Undefined) else value
