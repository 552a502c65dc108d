"""XAGR001: third party agreements unlisted."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:all|any|existing|such|the|military|foreign|bilateral|training|security|"
    r"defen[cs]e)(?: \w+)? ?(?:military|training|security|defen[cs]e|cooperation)? (?:agreements?|pacts?|accords?|"
    r"memorand(?:a|um)|treat(?:y|ies)|contracts?)\b[^.;]{0,90}\b(?:suspended|frozen|freeze|halted|void|annulled|"
    r"cancelled|terminated|stopped)\b|\b(?:freez\w+|suspen\w+|halt\w*|cancel\w*|terminat\w+) (?:of )?(?:all |any |"
    r"the )*(?:\w+ )?(?:military|training|security|defen[cs]e)(?: \w+){0,2} (?:agreements?|pacts?|accords?|"
    r"memorand\w+|contracts?)\b"
)
_LET_UNLESS = r"\bannex|\blisted|\b(?:19|20)\d\d\b|without prejudice|\bthis agreement\b.{0,20}(?:suspended|terminated)"

RULE = Rule(
    code="XAGR001",
    name="third-party-agreements-unlisted",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds clauses on military agreements with outsiders that name none of them.",
    why=(
        "Which agreement is meant is what is disputed. The Libyan text of October 2020 does not name the "
        "memorandum of November 2019; two days later a minister said that it did not include military "
        "cooperation with Turkey."
    ),
    bad="All training pacts with other states are suspended.",
    good=(
        "The agreements in Annex C (C1: memorandum of 27 November 2019, and others by title and date) are "
        "suspended; no others exist."
    ),
    readings=(
        "The bearer reads: not the agreement that matters. It goes on.",
        "The other side reads: every agreement. It calls the next delivery a breach.",
    ),
    suggestion="List each agreement by title and date, and say which is suspended and which is not.",
    check=flag(_CUE, '"{words}": no agreement is named by title and date', unless=_LET_UNLESS),
)
