"""The registry: every rule found, none by a side effect, and a clear word for an unknown code."""

import pytest

from trucewatch.core.errors import UnknownRule
from trucewatch.lint.registry import all_rules, choose, rule_for


def test_the_whole_catalogue_is_registered_in_order_of_code():
    codes = list(all_rules())
    assert codes == sorted(codes)
    assert sum(not code.startswith("COMP-") for code in codes) == 84
    assert sum(code.startswith("COMP-") for code in codes) == 35


def test_names_are_unique_because_a_waiver_may_use_them():
    names = [rule.name for rule in all_rules().values()]
    assert len(set(names)) == len(names)


def test_an_unknown_code_names_the_nearest():
    with pytest.raises(UnknownRule) as caught:
        rule_for("TIME99")
    assert str(caught.value) == 'UnknownRule: no rule "TIME99". Nearest: TIME009. See all: trucewatch rules'


def test_a_code_may_be_written_in_lower_case():
    assert rule_for("time002").code == "TIME002"


def test_choose_selects_and_ignores():
    rules = all_rules()
    assert [r.code for r in choose(rules, select=["TIME002", "MOD001"])] == ["TIME002", "MOD001"]
    assert "TIME002" not in {r.code for r in choose(rules, ignore=["TIME002"])}
    with pytest.raises(UnknownRule):
        choose(rules, select=["NONE"])
