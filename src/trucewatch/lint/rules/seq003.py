"""SEQ003: open condition."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:subject to|depending on|taking into (?:account|consideration)|in (?:the )?light of|considering|"
    r"bearing in mind|as|if|when|where) (?:the )?(?:\w+ )?(?:security |military |prevailing |general |"
    r"local )*(?:situation|conditions?|circumstances|realities|developments)\b(?: on the ground| (?:allow|"
    r"permit)s?)?"
)
_LET_1_UNLESS = (
    r"\b(?:certif|as determined by|decided by|the (?:mission|chair|commission|head) (?:determine|decide|confirm)|"
    r"confirmed? (?:in writing )?by)"
)
_CUE_2 = (
    r"\b(?:as soon as|once|when|if|where) (?:(?:the|its|their|both|all) )*(?:\w+ )?(?:commanders?|part(?:y|ies)|sides?|units?|forces|army|front|government|it|they) (?:considers?|deems?|judges?|finds?|thinks?|feels?) (?:it|this|that|the \w+) (?:to be )?(?:safe|possible|necessary|appropriate|secure|fit|feasible)\b"
    r"|\b(?:once|when|if|after) (?:the )?(?:\w+ )?(?:situation|conditions?|circumstances) (?:has|have|is|are) (?:been )?(?:assessed|reviewed|evaluated|suitable|appropriate|ripe|favourable)\b"
    r"|\b(?:provided that|on (?:the )?condition that|as long as the (?:other|opposing)|so long as the (?:other|"
    r"opposing)|conditional (?:up)?on|contingent (?:up)?on|only if)\b"
)
_LET_2_UNLESS = (
    r"\b(?:certif\w*|as determined by|decided by|(?:mission|chair|commission|mechanism|committee|"
    r"head of \w+) (?:has |have )?(?:been )?(?:determine|decide|confirm|inform|notif|agree)\w*|"
    r"confirmed? (?:in writing )?by|notified)\b"
)

RULE = Rule(
    code="SEQ003",
    name="open-condition",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds conditions that one side can read for itself: provided that, subject to the situation, "
        "taking into account security on the ground."
    ),
    why=(
        "Whoever judges the condition decides whether the duty exists. The Pretoria agreement of November "
        "2022 puts disarmament under the security situation on the ground."
    ),
    bad="The crossing shall open subject to the security situation.",
    good=(
        "The crossing shall open unless the Head of Mission certifies in writing that the route is "
        "unsafe, for at most 7 days at a time."
    ),
    readings=(
        "The bearer reads: I judge the situation. The duty is not due yet.",
        "The other side reads: the situation allows it. It calls the delay a breach.",
    ),
    suggestion="Name who certifies the condition, in what form and for how long.",
    check=all_of(
        flag(_CUE_1, '"{words}": nobody is named who judges it', unless=_LET_1_UNLESS),
        flag(_CUE_2, '"{words}": nobody is named who judges whether this is met', unless=_LET_2_UNLESS),
    ),
)
