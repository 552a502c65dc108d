"""CONS004: automatic release."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:the other|opposing party|opposing side)\b(?! (?:\w+ )?of)[^.;]{0,40}\b(?:free|released?|freed|no longer bound|not bound|"
    r"discharged|entitled to (?:suspend|withdraw|terminate|resume))\b|\bno longer (?:be )?bound\b|\b(?:right|"
    r"reserves? the right|entitled|may)\b[^.;]{0,20}\b(?:to )?(?:suspend|terminate|withdraw from|denounce|"
    r"abandon) (?:\w+ ){0,3}?(?:agreement|truce|ceasefire|cease-fire|obligations?|implementation|participation|"
    r"cooperation)\b|\bnull and void\b|\bresume (?:hostilities|military (?:operations|action))\b|"
    r"\breleased from (?:its|their|all) (?:\w+ )?obligations"
    r"|\b(?:releases?|frees?) the other\b|\bthe other (?:party |side )?(?:may|is entitled to|can) (?:resume|suspend|withdraw|terminate|retaliate)"
)
_LET_UNLESS = (
    r"\bfinding\b|\bchair\b|days' notice|\bnotice\b|\bshall not\b|\bno (?:party|side)\b|\bonly\b|\bnot (?:release|free)"
)

RULE = Rule(
    code="CONS004",
    name="automatic-release",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds a violation by one side that frees the other at once, and a right to suspend that has no test.",
    why="One shot then ends the whole. In more than one truce the first incident was cited as the end of it.",
    bad="Should one Party break this truce, the other is no longer bound.",
    good="Only a finding of grade 3 by the Chair allows a Party to suspend the same duty, for up to 10 days.",
    readings=(
        "The side that wants out reads: any incident frees me. It finds one.",
        "The other side reads: only a grave one, once established. It calls the exit a breach.",
    ),
    suggestion="Allow suspension only after a finding by a third party, of the same duty, for a limited time.",
    check=flag(_CUE, '"{words}": no finding by a third party stands before it', unless=_LET_UNLESS),
)
