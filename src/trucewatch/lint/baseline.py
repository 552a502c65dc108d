"""Baselines: the findings that a draft is known to have, so that only new ones are shown.

A baseline is JSON, `trucewatch.baseline/1`: for each finding its fingerprint, rule and clause, and a print
of the clause's words. The fingerprint survives a move within the text. The print of the words survives a
new version of a rule that marks other words of the same clause. Findings that somebody has waived are
not in it: when the waiver ends they are new.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from trucewatch.core.errors import BadInput
from trucewatch.core.ids import fingerprint
from trucewatch.core.known import KnownCounts
from trucewatch.core.model import Agreement, Finding, LintResult

from .sentences import own_words

SCHEMA = "trucewatch.baseline/1"
_EXPECTED = f'expected a file that "trucewatch lint --write-baseline" writes ("schema": "{SCHEMA}"). Write it again'


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of a baseline. `clause_words` is the print of its clause's words, or of its rule alone."""

    fingerprint: str
    code: str
    clause: str | None
    clause_words: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings known of a draft."""

    findings: tuple[Known, ...]


def baseline_of(result: LintResult) -> Baseline:
    """The baseline that makes every finding of the result a known one, but for those waived."""
    return Baseline(tuple(_known(result.agreement, f) for f in result.findings if f.waived is None))


def against(result: LintResult, baseline: Baseline) -> LintResult:
    """The result with the findings that are new against the baseline, the waived ones, and the counts."""
    known_prints = Counter(known.fingerprint for known in baseline.findings)
    # Accepted since then is not resolved.
    known_prints -= Counter(finding.fingerprint for finding in result.findings if finding.waived is not None)
    open_ = [finding for finding in result.findings if finding.waived is None]
    unmatched = [f for f in open_ if not _take(known_prints, f.fingerprint)]
    # What the fingerprints leave over is matched by the words of the clause: the rule has changed since.
    left = Counter(known_prints)
    known_words = Counter(known.clause_words for known in baseline.findings if _take(left, known.fingerprint))
    new = [f for f in unmatched if not _take(known_words, _known(result.agreement, f).clause_words)]
    counts = KnownCounts(known=len(open_) - len(new), new=len(new), resolved=known_words.total())
    shown = tuple(f for f in result.findings if f.waived is not None or f in new)
    return replace(result, findings=shown, baseline=counts)


def write_baseline(baseline: Baseline) -> str:
    """The baseline as JSON text, one finding a line so that changes to it can be read."""
    rows = [
        json.dumps({f.name: getattr(k, f.name) for f in fields(Known)}, ensure_ascii=False) for k in baseline.findings
    ]
    return f'{{"schema": "{SCHEMA}", "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def read_baseline(text: str, name: str) -> Baseline:
    """The baseline that JSON text holds; `name` is what messages call it. Raises BadInput."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{name} is no JSON (line {error.lineno}); {_EXPECTED}") from error
    rows = value.get("findings") if isinstance(value, dict) and value.get("schema") == SCHEMA else None
    if not isinstance(rows, list):
        raise BadInput(f"{name} is no baseline; {_EXPECTED}")
    faults = [fault for number, row in enumerate(rows, start=1) for fault in _faults(number, row)]
    if faults:
        raise BadInput(f"{name} has {'; '.join(faults)}; {_EXPECTED}")
    return Baseline(tuple(Known(**{f.name: row[f.name] for f in fields(Known)}) for row in rows))


def _faults(number: int, row: object) -> Iterable[str]:
    if not isinstance(row, dict):
        return [f"finding {number} that is no object"]
    bad = [
        f.name
        for f in fields(Known)
        if not isinstance(row.get(f.name), str) and not (f.name == "clause" and row.get("clause") is None)
    ]
    return [f"finding {number} without {', '.join(bad)}"] if bad else []


def _known(agreement: Agreement, finding: Finding) -> Known:
    words = "document" if finding.clause is None else own_words(agreement, agreement.clause(finding.clause))
    return Known(finding.fingerprint, finding.code, finding.clause, fingerprint(finding.code, words))


def _take(counts: Counter[str], key: str) -> bool:
    """Whether there is one left, which is then used up."""
    if not counts[key]:
        return False
    counts[key] -= 1
    return True
