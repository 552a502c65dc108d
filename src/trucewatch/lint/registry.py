"""Every rule by its code. A rule is a module of `lint.rules` with a `RULE`, or a family with `RULES`."""

import importlib
import pkgutil
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from trucewatch.core.errors import UnknownRule
from trucewatch.core.model import Rule

from . import rules as _rules


@cache
def all_rules() -> Mapping[str, Rule]:
    """The rules by code, in order of code."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(_rules.__path__):
        source = importlib.import_module(f"{_rules.__name__}.{module.name}")
        for rule in getattr(source, "RULES", None) or (source.RULE,):
            if rule.code in found:
                raise ValueError(f"two rules have the code {rule.code}")
            found[rule.code] = rule
    return MappingProxyType(dict(sorted(found.items())))


def rule_for(code: str, rules: Mapping[str, Rule] | None = None) -> Rule:
    """The rule of that code; raises UnknownRule, which names the nearest code."""
    known = all_rules() if rules is None else rules
    rule = known.get(code.upper())
    if rule is not None:
        return rule
    nearest = get_close_matches(code.upper(), known, n=1, cutoff=0.0)
    raise UnknownRule(f'no rule "{code}". Nearest: {nearest[0] if nearest else "none"}. See all: trucewatch rules')


def choose(
    rules: Mapping[str, Rule], *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> tuple[Rule, ...]:
    """The rules selected (all, when none is named) less those ignored; raises UnknownRule."""
    wanted = [rule_for(code, rules) for code in select] or list(rules.values())
    unwanted = {rule_for(code, rules).code for code in ignore}
    return tuple(rule for rule in wanted if rule.code not in unwanted)
