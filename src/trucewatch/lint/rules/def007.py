"""DEF007: loaded status word."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:prisoners? of war|PoWs?|war prisoners|hostages?|unlawfully (?:detained|held) persons?|"
    r"political (?:prisoners|detainees)|terrorists?(?! (?:[A-Z]\w+ )*(?:act|ordinance|law|code|decree|bill|order)\b)|war criminals?|spies)\b"
)
_LET_UNLESS = r"\b(?:regardless|irrespective|whatever the|any person|all persons held|annex|listed|means)\b"
_LET_UNLESS_ANYWHERE = r"regardless of|irrespective of (?:the )?(?:charge|ground|reason|status)|whatever the charge"
_LET_UNLESS_IN_ARTICLE = r"(?:does|do|shall|will) not (?:apply|cover|extend)|deprived of (?:their )?liberty for reasons"

RULE = Rule(
    code="DEF007",
    name="loaded-status-word",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds words that carry a legal status (prisoner of war, terrorist, hostage, mercenary, spy) used "
        "to say who is to be freed or fought."
    ),
    why=(
        "Whoever refuses the status refuses the duty. After November 2020 Azerbaijan, by the account of "
        "an Armenian outlet, held that captives taken after the ceasefire were no prisoners of war, so "
        "that an exchange of all for all did not reach them."
    ),
    bad="Prisoners of war shall be exchanged by 1 May.",
    good=(
        "All persons held in connection with the conflict on 10 May, whatever the charge or the day of "
        "capture, shall be freed by 20 May."
    ),
    readings=(
        "The holder reads: ours are criminals, not prisoners of war. It frees nobody.",
        "The other side reads: all who were captured. It counts each one kept as a breach.",
    ),
    suggestion=(
        "Describe the persons by facts and a cut-off day, whatever the ground of detention or time of capture."
    ),
    check=flag(
        _CUE,
        '"{words}": whoever refuses the status refuses the duty',
        once=True,
        unless=_LET_UNLESS,
        unless_anywhere=_LET_UNLESS_ANYWHERE,
        unless_in_article=_LET_UNLESS_IN_ARTICLE,
    ),
)
