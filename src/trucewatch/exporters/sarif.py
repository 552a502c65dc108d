"""Findings as a SARIF 2.1.0 log, for editors, code review sites and everything else that reads SARIF.

Offsets are Unicode code points of the text as read. Where the file is no plain text (a Word document, a
PDF), that text is in the log too, so that every region can be found again. Waived findings stay, marked
as suppressed. What was not checked is a notification of the run.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from trucewatch.core.model import Agreement, Clause, Document, Finding, LintResult, Rule, Severity
from trucewatch.core.quotes import Span

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "trucewatch/v1"
LEVELS = {
    Severity.BLOCKER: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "none",
}
_PLAIN_TEXT = {".txt": "text/plain", ".md": "text/markdown"}
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")


def sarif_log(results: Sequence[LintResult], rules: Mapping[str, Rule], version: str, root: Path) -> Json:
    """One run over all the results. Paths below the folder `root` are given relative to it."""
    descriptors = [_descriptor(rule) for rule in rules.values()]
    descriptors += [_bare_descriptor(finding) for finding in _of_unknown_rules(results, rules)]
    places = {descriptor["id"]: index for index, descriptor in enumerate(descriptors)}
    sheets = _sheets(results, root)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "trucewatch",
                        "semanticVersion": version,
                        "version": version,
                        "shortDescription": {
                            "text": "Finds the gaps in a ceasefire agreement, each tied to its words."
                        },
                        "rules": descriptors,
                    }
                },
                "invocations": [_invocation(sheets, places)],
                "language": "en",
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n"],
                "artifacts": [sheet.artifact() for sheet in sheets],
                "logicalLocations": [location for sheet in sheets for location in sheet.logical_locations()],
                "results": [
                    _result(finding, sheet, places[finding.code])
                    for sheet in sheets
                    for finding in sheet.result.findings
                ],
            }
        ],
    }


# --------------------------------------------------------------------------- rules


def _descriptor(rule: Rule) -> Json:
    why = [("Why", rule.why), ("Bad", rule.bad), ("Good", rule.good)]
    readings = [(f"Reading {letter}", reading) for letter, reading in zip("abcdefgh", rule.readings, strict=False)]
    parts = [*why, *readings, ("Instead", rule.suggestion)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.what},
        "help": {
            "text": "\n\n".join(f"{name}: {words}" for name, words in parts if words),
            "markdown": "\n\n".join(f"**{name}**: {_markdown(words)}" for name, words in parts if words),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"severity": rule.severity.value, "since": rule.since},
    }


def _of_unknown_rules(results: Sequence[LintResult], rules: Mapping[str, Rule]) -> list[Finding]:
    """The first finding of each code that the rules given do not have."""
    first: dict[str, Finding] = {}
    for result in results:
        for finding in result.findings:
            if finding.code not in rules:
                first.setdefault(finding.code, finding)
    return list(first.values())


def _bare_descriptor(finding: Finding) -> Json:
    return {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": finding.name.replace("-", " ")},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
    }


# --------------------------------------------------------------------------- files


class _Sheet:
    """One agreement on its way into the log: where lines start, and its place in the run's lists."""

    def __init__(self, result: LintResult, index: int, first_clause: int, root: Path) -> None:
        self.result, self.index, self.first_clause, self.root = result, index, first_clause, root
        self.agreement: Agreement = result.agreement
        self.document: Document = self.agreement.document

    @cached_property
    def uri(self) -> str:
        """Relative to the root where the file lies below it, else a file address."""
        path = Path(self.document.path)
        absolute = path if path.is_absolute() else self.root / path
        if absolute.is_relative_to(self.root) and ".." not in absolute.parts:
            # Path.as_uri knows how to escape; cutting the root's own address off leaves the relative part.
            return absolute.as_uri().removeprefix(self.root.as_uri().rstrip("/") + "/")
        return absolute.resolve().as_uri()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.document.original))]

    @cached_property
    def _clauses(self) -> dict[str, tuple[int, Clause]]:
        return {clause.id: (at, clause) for at, clause in enumerate(self.agreement.clauses, start=self.first_clause)}

    def region(self, start: int, end: int) -> Json:
        """The region of the original text, by lines and columns from 1 and by characters from 0."""
        first, last = bisect_right(self._line_starts, start), bisect_right(self._line_starts, end)
        return {
            "startLine": first,
            "startColumn": start - self._line_starts[first - 1] + 1,
            "endLine": last,
            "endColumn": end - self._line_starts[last - 1] + 1,
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": self.document.original[start:end]},
        }

    def context(self, finding: Finding) -> tuple[int, int]:
        """The clause around a finding; its lines where it reaches beyond the clause or has none."""
        span, (_, clause) = finding.span, self._clauses.get(finding.clause or "", (0, None))
        if clause and clause.span and clause.span.start <= span.start and span.end <= clause.span.end:
            return clause.span.start, clause.span.end
        start = self._line_starts[bisect_right(self._line_starts, span.start) - 1]
        line_end = self.document.original.find("\n", span.end)
        return start, len(self.document.original) if line_end < 0 else line_end

    def logical_locations(self) -> Iterator[Json]:
        for clause in self.agreement.clauses:
            # Two agreements may both have an art_1, and SARIF wants no two places alike.
            location: Json = {
                "name": clause.number or clause.id,
                "fullyQualifiedName": clause.id,
                "kind": clause.kind.value,
                "properties": {"artifact": self.index},
            }
            if clause.parent in self._clauses:
                location["parentIndex"] = self._clauses[clause.parent][0]
            yield location

    def logical_location(self, clause_id: str | None) -> list[Json]:
        if clause_id is None or clause_id not in self._clauses:
            return []
        return [{"fullyQualifiedName": clause_id, "index": self._clauses[clause_id][0]}]

    def artifact(self) -> Json:
        suffix = Path(self.document.path).suffix.lower()
        artifact: Json = {
            "location": {"uri": self.uri, "index": self.index},
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": self.document.sha256},
        }
        if suffix in _PLAIN_TEXT:
            return artifact | {"mimeType": _PLAIN_TEXT[suffix]}
        words = "Regions count characters of the text as read from this file, which is in `contents`."
        return artifact | {"description": {"text": words}, "contents": {"text": self.document.original}}


def _sheets(results: Sequence[LintResult], root: Path) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    clauses = 0
    for index, result in enumerate(results):
        sheets.append(_Sheet(result, index, clauses, root))
        clauses += len(result.agreement.clauses)
    return sheets


# --------------------------------------------------------------------------- results


def _result(finding: Finding, sheet: _Sheet, rule_index: int) -> Json:
    level = LEVELS[finding.severity]
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        # SARIF knows no weight below a note; what is only information is a kind of its own there.
        "kind": "informational" if level == "none" else "fail",
        "level": level,
        "message": {"text": finding.message, "markdown": _message(finding)},
        "locations": [_location(finding, sheet)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "severity": finding.severity.value,
            "readings": list(finding.readings),
            "suggestion": finding.suggestion,
        },
    }
    return result | {"suppressions": [_suppression(finding, sheet.document)] if finding.waived else []}


def _location(finding: Finding, sheet: _Sheet) -> Json:
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": sheet.uri, "index": sheet.index},
            "region": sheet.region(finding.span.start, finding.span.end),
            "contextRegion": sheet.region(*sheet.context(finding)),
        }
    }
    logical = sheet.logical_location(finding.clause)
    return location | ({"logicalLocations": logical} if logical else {})


def _message(finding: Finding) -> str:
    readings = [f"- {_markdown(reading)}" for reading in finding.readings]
    instead = [f"**Instead**: {_markdown(finding.suggestion)}"] if finding.suggestion else []
    return "\n\n".join([_markdown(finding.message), *(["\n".join(readings)] if readings else []), *instead])


def _suppression(finding: Finding, document: Document) -> Json:
    waiver = finding.waived
    if waiver is None:
        raise ValueError(f"{finding.code} is not waived")
    return {
        "kind": "inSource" if _stands_in(document, waiver.rule, waiver.reason) else "external",
        "status": "accepted",
        "justification": f"{waiver.reason}; {waiver.by} clears it up by {waiver.until}",
    }


def _stands_in(document: Document, code: str, reason: str) -> bool:
    """Whether the waiver with this reason is written in the document itself."""
    text = " ".join(document.text.split()).lower()
    return (
        re.search(rf"accepted-ambiguity:\s*{re.escape(code.lower())}\s*,\s*{re.escape(reason.lower())}", text)
        is not None
    )


def _invocation(sheets: Sequence[_Sheet], rule_places: Mapping[str, int]) -> Json:
    notes: list[Json] = []
    for sheet in sheets:
        location = {"physicalLocation": {"artifactLocation": {"uri": sheet.uri, "index": sheet.index}}}
        for words in sheet.result.not_checked:
            note: Json = {"level": "note", "message": {"text": words}, "locations": [location]}
            code = words.partition(" ")[0]
            if code in rule_places:
                note["associatedRule"] = {"id": code, "index": rule_places[code]}
            notes.append(note)
        for flag in sheet.document.flags:
            notes.append(
                {
                    "level": "note",
                    "message": {"text": flag.message},
                    "descriptor": {"id": flag.code},
                    "locations": [_flag_location(sheet, flag.evidence) if flag.evidence else location],
                }
            )
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _flag_location(sheet: _Sheet, evidence: Sequence[Span]) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": sheet.uri, "index": sheet.index},
            "region": sheet.region(evidence[0].start, evidence[0].end),
        }
    }


def _markdown(words: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(words.split()))
