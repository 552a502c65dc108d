"""A user's choices about rules: other severities, told as `CODE=level`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement, Hit, Rule, Severity

LEVELS = tuple(severity.value for severity in Severity)


def read_severities(choices: Iterable[str], where: str = "--severity") -> dict[str, Severity]:
    """The severity chosen for each code (`TIME002=low`); raises BadInput with all faults at once.

    Whether there is a rule of that code is seen by `with_severities`.
    """
    severities: dict[str, Severity] = {}
    faults: list[str] = []
    for choice in choices:
        code, equals, level = (part.strip() for part in choice.partition("="))
        if not equals or not code:
            faults.append(f'{where} has "{choice}"; expected CODE=level, such as TIME002=low')
        elif level.lower() not in LEVELS:
            faults.append(f"{where} has {unknown_level(code, level)}")
        else:
            severities[code.upper()] = Severity(level.lower())
    if faults:
        raise BadInput("; ".join(faults))
    return severities


def unknown_level(code: str, level: str) -> str:
    """What is wrong with a severity, and what is expected."""
    nearest = get_close_matches(level.lower(), LEVELS, n=1, cutoff=0.6)
    meant = f", nearest: {nearest[0]}" if nearest else ""
    return f'"{level}" for {code}{meant}; expected {", ".join(LEVELS[:-1])} or {LEVELS[-1]}'


def with_severities(rules: Iterable[Rule], severities: Mapping[str, Severity]) -> tuple[Rule, ...]:
    """The rules, those named with the severity chosen for them: also where a rule would choose by place."""
    return tuple(_regraded(rule, severities[rule.code]) if rule.code in severities else rule for rule in rules)


def _regraded(rule: Rule, severity: Severity) -> Rule:
    def check(agreement: Agreement) -> Iterator[Hit]:
        return (replace(hit, severity=severity) for hit in rule.check(agreement))

    return replace(rule, severity=severity, check=check)
