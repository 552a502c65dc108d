"""Two drafts compared, as a plain dictionary in the shape of `docs/schema/diff-1.schema.json`."""

from collections import Counter
from typing import Any

from trucewatch.core.drafts import Redraft
from trucewatch.core.model import Clause, Finding, LintResult
from trucewatch.core.quotes import Span

from .json_export import lint_json

Json = dict[str, Any]


def diff_json(redraft: Redraft) -> Json:
    """Provisions, shifts and findings of two drafts: `trucewatch.diff/1`. Clause ids at the top level are stable ids."""
    old, new = _Shown(redraft.old), _Shown(redraft.new)
    return {
        "schema": "trucewatch.diff/1",
        "old": old.document,
        "new": new.document,
        "clauses": [
            {
                "id": change.id,
                "change": change.change.value,
                "reworded": change.reworded,
                "renumbered": change.renumbered,
                "split_from": change.split_from,
                "merged_into": change.merged_into,
                "old": old.clause(change.old),
                "new": new.clause(change.new),
            }
            for change in redraft.clauses
        ],
        "shifts": [
            {
                "direction": shift.direction.value,
                "what": shift.what,
                "message": shift.message,
                "clause": shift.clause,
                "old": _span(shift.old),
                "new": _span(shift.new),
            }
            for shift in redraft.shifts
        ],
        "findings": [
            {
                "fate": change.fate.value,
                "clause": change.clause,
                "old": old.finding(change.old),
                "new": new.finding(change.new),
            }
            for change in redraft.findings
        ],
        "retired": list(redraft.retired),
        "counts": {
            "clauses": Counter(change.change.value for change in redraft.clauses),
            "shifts": Counter(shift.direction.value for shift in redraft.shifts),
            "findings": Counter(change.fate.value for change in redraft.findings),
        },
    }


class _Shown:
    """One draft's clauses and findings as the lint JSON has them."""

    def __init__(self, result: LintResult) -> None:
        shown = lint_json(result)
        self.document: Json = shown["document"]
        self._clauses = {clause["id"]: clause for clause in shown["clauses"]}
        self._findings = dict(zip((f.fingerprint for f in result.findings), shown["findings"], strict=True))

    def clause(self, clause: Clause | None) -> Json | None:
        return None if clause is None else self._clauses[clause.id]

    def finding(self, finding: Finding | None) -> Json | None:
        return None if finding is None else self._findings[finding.fingerprint]


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "exact": span.exact}
