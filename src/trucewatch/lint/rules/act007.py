"""ACT007: effort verb."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

# "A mechanism to facilitate transfers" and "encourage the communities to support" tell what for, or what others may
# do: a bare infinitive is a duty at the start of a point and after words that bind.
_CUE_1 = (
    r"(?:\b(?:shall|will|must|(?:agree[ds]?|undertakes?|undertook|commit(?:s|ted)?|resolved?|pledge[ds]?|promise[ds]?|continues?|decided|determined|"
    r"ready|prepared|willing|obliged|bound|is|are|and|or) to)|^\W*to) (?:\w+ly )?(?:also )?(?:endeavou?r|strive|seek to|seek the|work towards?|work to|make (?:every|all|best|"
    r"reasonable|their best|its best|the necessary|maximum) efforts?|exert (?:every|all|their|its)? ?efforts?|"
    r"use (?:its|their|all|every)? ?(?:best|reasonable) (?:efforts?|endeavou?rs?)|do (?:its|their) (?:best|"
    r"utmost)|consider|explore|promote|support|cooperate|facilitate|take steps|contribute to|attempt|try)\b"
)
_CUE_2 = (
    r"\b(?:best|every|all|reasonable) (?:efforts?|endeavou?rs?)\b|\bconsideration (?:shall|will) be given\b|"
    r"\b(?:shall|will) (?:\w+ly )?support and facilitate\b"
)

RULE = Rule(
    code="ACT007",
    name="effort-verb",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds duties to endeavour, strive, seek, support, promote or consider: an effort, and no result.",
    why="Whoever tried has kept the promise, and trying leaves no trace.",
    bad="The Parties shall endeavour to reopen the market.",
    good="The Parties shall reopen the market at Tessa, 06:00 to 18:00 daily, from 10 May.",
    readings=(
        "The bearer reads: we tried. Nothing more can be asked.",
        "The other side reads: it must happen. It counts each day without it as a breach.",
    ),
    suggestion="Put the result in place of the effort, with a date.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}" promises an effort and no result',
            unless=r"\ballow and facilitate\b|\bsupport and facilitate\b(?=.*\ballow)",
        ),
        flag(_CUE_2, '"{words}" promises an effort and no result'),
    ),
)
