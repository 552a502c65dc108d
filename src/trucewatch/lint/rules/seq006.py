"""SEQ006: first mover unprotected."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:withdraws?|disarms?|redeploys?|moves?|leaves?|releases?|pulls? back|"
    r"hands? over) [^.;]{0,40}\bfirst\b(?! (?:phase|stage|tranche|day|week|month|monday|article|meeting|time|"
    r"aid))|\bfirst\b[^.;]{0,20}\b(?:party|side) \w+ (?:shall )?(?:withdraws?|disarms?|redeploys?|releases?)"
)

RULE = Rule(
    code="SEQ006",
    name="first-mover-unprotected",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds a step that one side takes first, with no rule for the case that the other does not follow.",
    why=(
        "Nobody likes to be the only one who kept the bargain. In more than one peace process the side "
        "that moved first stopped when nothing came back."
    ),
    bad="Party A withdraws first from the ridge.",
    good=(
        "Party A withdraws first; if Party B has not matched it within 5 days of certification, Party A "
        "may return to line R."
    ),
    readings=(
        "The first mover reads: we may return if nothing follows. It returns.",
        "The other side reads: the withdrawal was final. It calls the return a breach.",
    ),
    suggestion="Say what the first mover may do when the other does not follow.",
    check=flag(
        _CUE,
        '"{words}": nothing protects the side that moves first',
        unless=r"\bif\b.*\b(?:not|fails?)\b|may return|revers",
        unless_in_article=r"may return|revers(?:e|al)|fails? to (?:match|follow)",
    ),
)
