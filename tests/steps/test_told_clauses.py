"""Which rules on told clauses are asked about a stance: those that name it, however they do."""

import json
from pathlib import Path

import pytest

from tests.steps.reading_wholly import told_wholly
from trucewatch.steps.claims import ruled_forms, told_clauses
from trucewatch.steps.claims.ruled_clauses import RULES
from trucewatch.vocabulary.reports import report_vocabulary

SENTENCES = Path(__file__).parents[1] / "gold" / "reports" / "sentences_dev_wide.jsonl"


def test_every_rule_names_a_stance():
    stances = set(report_vocabulary().stances)
    assert [rule.__name__ for rule in RULES if not told_clauses.codes_of(rule) & stances] == []


def test_asking_all_rules_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    texts = [json.loads(line)["text"] for line in SENTENCES.read_text(encoding="utf-8").splitlines()[:120]]
    few = [told_wholly(text) for text in texts]
    for module in (told_clauses, ruled_forms):
        monkeypatch.setattr(module, "codes_of", lambda _: frozenset(report_vocabulary().stances))
    assert [told_wholly(text) for text in texts] == few
