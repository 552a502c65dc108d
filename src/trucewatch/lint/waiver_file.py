"""Waivers in a file beside the draft: one a line, in the words that an inline waiver has.

    # FILE.waivers; a line that opens with # is a remark
    accepted-ambiguity: TIME002, the route is mined, Joint Commission, 1 June 2027
    accepted-ambiguity: DEF003 at art_4__para_1, agreed on purpose, the Chair, 12 May 2027

With `at CLAUSE` a waiver holds for that clause alone, else for the whole draft.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches

from trucewatch.core.errors import BadInput
from trucewatch.core.model import Document, Waiver

from .waivers import inline_waivers, read_waiver

FORM = "accepted-ambiguity: RULE, reason, who clears it up, by when"
_LINE = re.compile(r"accepted-ambiguity:\s*(?P<body>.+)", re.I)
_RULE = re.compile(r"(?P<code>\S+)(?:\s+at\s+(?P<clause>\S+))?")


def read_waivers(text: str, name: str, codes: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of a file; `name` is what messages call it. Raises BadInput with all faults at once.

    What a waiver leaves out is no fault here: the finding stays, and says what is missing.
    """
    waivers: list[Waiver] = []
    faults: list[str] = []
    for number, line in _lines(text):
        match = _LINE.fullmatch(line)
        waiver = read_waiver(match["body"]) if match else None
        rule = _RULE.fullmatch(waiver.rule) if waiver else None
        if waiver is None or rule is None:
            faults.append(f'line {number} is no waiver; expected "{FORM}"')
        elif rule["code"].upper() not in codes:
            faults.append(f"line {number}: {no_rule(rule['code'], codes)}")
        else:
            where = f"{name}, line {number}"
            waivers.append(replace(waiver, rule=rule["code"].upper(), clause=rule["clause"], where=where))
    if faults:
        raise BadInput(f"{name}: {'; '.join(faults)}")
    return tuple(waivers)


def unknown_rules(document: Document, codes: Collection[str]) -> tuple[str, ...]:
    """A note for each waiver in the text that names no rule."""
    named = (inline.waiver.rule for inline in inline_waivers(document))
    return tuple(f"waiver in the text: {no_rule(code, codes)}" for code in named if code.upper() not in codes)


def no_rule(code: str, codes: Collection[str]) -> str:
    """That there is no rule of this code, and which one is nearest."""
    nearest = get_close_matches(code.upper(), codes, n=1, cutoff=0.0)
    return f'no rule "{code}"' + (f", nearest: {nearest[0]}" if nearest else "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()
