"""PLACE003: two reference lines."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\bfrom (?:the )?(?:current|present|actual|existing|"
    r"de facto)[\w ]{0,12}\bline\b[^.]{0,160}\bfrom (?:the )?(?:[\w'’]+ ){0,3}line\b"
)
_CUE_2 = r"\bfrom (?:the )?(?:current|present|actual|existing|de facto)[\w ]{0,12}\blines?(?: of contact)?\b"
_LET_2_UNLESS_IN_ARTICLE = (
    r"^(?:(?!\bline(?:s)? (?:of contact )?(?:according to|of last|as of|of (?:the )?\d|under the|agreed (?:on|in)|"
    r"set (?:by|in))).)*$|land between"
)

RULE = Rule(
    code="PLACE003",
    name="two-reference-lines",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds two sides told to move from two different lines.",
    why=(
        "The land between belongs to nobody or to both. In the Minsk package of 2015 one side's guns are "
        "measured from the line as it stands and the other's from the line of 19 September 2014."
    ),
    bad="The Army withdraws from the present line, the Front from the line of last spring.",
    good="Both withdraw from line R; the land between R and S is under the Mission.",
    readings=(
        "The side in front reads: what we took since is ours to keep. It stays.",
        "The other side reads: the old line counts. It calls staying an occupation.",
    ),
    suggestion="Use one line, or say who controls the land between the two.",
    check=all_of(
        flag(
            _CUE_1,
            "Two sides are measured from two lines; the land between is not spoken of",
            unless=r"land between|between the (?:two )?lines",
        ),
        flag(
            _CUE_2,
            '"{words}", while the other side is measured from another line; the land between is not spoken of',
            unless_in_article=_LET_2_UNLESS_IN_ARTICLE,
        ),
    ),
)
