"""Every rule against its own examples, the pages beside this file, and the shared pairs."""

import csv
import re
from pathlib import Path

import pytest

from tests.lint.reading import findings_in, live_codes
from tests.paths import SHARED, needs_shared
from trucewatch.lint.registry import all_rules

HERE = Path(__file__).parent
FENCE = re.compile(r"^```(hit|clean|waived) (\S+)\n(.*?)^```", re.M | re.S)
RULES = all_rules()
PLAIN = [code for code in RULES if not code.startswith("COMP-")]


def family(code: str) -> str:
    return re.match(r"[A-Z]+", code)[0]


def fences() -> list[pytest.param]:
    return [
        pytest.param(kind, code, text.strip(), id=f"{path.stem}-{number}-{kind}")
        for path in sorted(HERE.glob("*.md"))
        for number, (kind, code, text) in enumerate(FENCE.findall(path.read_text(encoding="utf-8")), start=1)
    ]


@pytest.mark.parametrize(("kind", "code", "text"), fences())
def test_fenced_clauses(kind: str, code: str, text: str):
    found = [finding for finding in findings_in(text) if finding.code == code]
    match kind:
        case "hit":
            assert any(finding.waived is None for finding in found)
        case "clean":
            assert not found
        case "waived":
            assert found
            assert all(finding.waived is not None for finding in found)


@pytest.mark.parametrize("code", PLAIN)
def test_the_bad_example_is_hit_and_the_good_one_by_no_rule_of_the_family(code: str):
    rule = RULES[code]
    assert code in live_codes(rule.bad)
    assert not {c for c in live_codes(rule.good) if family(c) == family(code)}


@pytest.mark.parametrize("code", RULES)
def test_every_rule_explains_itself(code: str):
    rule = RULES[code]
    assert rule.code == code
    assert re.fullmatch(r"[a-z][a-z-]+[a-z]", rule.name)
    for text in (rule.what, rule.why, rule.bad, rule.good, rule.suggestion):
        assert text.strip()
    assert len(rule.readings) >= 2


@pytest.mark.parametrize("code", PLAIN)
def test_every_rule_has_a_page_of_tests_with_three_near_misses(code: str):
    kinds = [(kind, c) for kind, c, _ in FENCE.findall((HERE / f"{code}.md").read_text(encoding="utf-8"))]
    assert kinds.count(("clean", code)) >= 4
    assert ("hit", code) in kinds
    assert ("waived", code) in kinds


def pairs() -> list[pytest.param]:
    path = SHARED / "domain" / "rules_examples.tsv"
    if not path.exists():
        return [pytest.param("", "", "", marks=needs_shared, id="shared-absent")]
    with path.open(encoding="utf-8") as lines:
        return [
            pytest.param(row["id"], row["bad"], row["good"], id=row["id"])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["id"] in RULES
        ]


@needs_shared
@pytest.mark.parametrize(("code", "bad", "good"), pairs())
def test_the_catalogue_pairs(code: str, bad: str, good: str):
    if re.fullmatch(r"\[[^\]]*\]", bad):
        pytest.skip(f"the bad side of {code} is a remark about silence and no text")
    assert code in live_codes(bad)
    assert not {c for c in live_codes(good) if family(c) == family(code)}
