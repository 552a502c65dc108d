"""EXC004: savings clause."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\bwithout prejudice to\b(?!.{0,40}(?:international (?:humanitarian |human rights )?law|human rights|geneva|"
    r"charter of the united|status of territor|legal status))|\bsubject to (?:the )?(?:\w+ )?(?:national|domestic|"
    r"applicable|existing|internal|its|their|[a-z]+(?:an|ese|ish|i)) (?:laws?|legislation|constitution|"
    r"regulations?|agreements?)\b|\bsubject to (?:the )?constitution\b|\bnotwithstanding (?:any |"
    r"the )?(?:existing|earlier|previous)|\bwithin the (?:legal )?framework of (?:the )?(?:constitution|laws?|"
    r"legislation|national)"
    r"|\bnothing (?:here|herein|in this \w+)[^.;]{0,20}\baffects? [^.;]{0,40}\b(?:agreements?|laws?|constitution|legislation|treaties)\b(?! of (?:war|armed))"
)
_CUE_2 = (
    r"\b(?:in accordance with|within the (?:legal )?framework of) (?:the )?(?:national|domestic|applicable|"
    r"existing|[a-z]+(?:ian|ese|ish|i)) (?:laws?|legislation|constitution)\b|\bwithin the legal framework of\b"
)

RULE = Rule(
    code="EXC004",
    name="savings-clause",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        'Finds "without prejudice to" and "subject to national law" where they can take back what the sentence gives.'
    ),
    why=(
        "The older text wins whenever it suits. The reference to Yemeni law in the Stockholm agreement of "
        "2018 decided who could hold the port."
    ),
    bad="Without prejudice to earlier accords, units leave the town.",
    good="Units leave the town; only accords R1 and R2 in Annex C are unaffected.",
    readings=(
        "One side reads: the older text comes first. It stays on that ground.",
        "The other side reads: this agreement comes first. It calls staying a breach.",
    ),
    suggestion="List what is left unaffected by title and date; spare only humanitarian and human rights law.",
    check=all_of(
        flag(_CUE_1, '"{words}" can take back what the sentence gives', unless=r"\bannex"),
        flag(_CUE_2, '"{words}" can take back what the sentence gives', severity=Severity.MEDIUM, unless=r"\bannex"),
    ),
)
