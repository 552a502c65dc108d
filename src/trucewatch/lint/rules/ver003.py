"""VER003: monitor cannot attribute."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:mission|monitors?|observers?|mechanism|commission)\b(?: \w+){0,2}? (?:shall |will |"
    r"to )?reports?\b(?: \w+){0,3} to\b"
)
_LET_UNLESS_ANYWHERE = (
    r"\battribut|\bpublish|\bmade? public|\bpublicly|who (?:was|is) responsible|determine whether|find(?:s|"
    r"ings?)? (?:of )?(?:fact|responsib)"
)

RULE = Rule(
    code="VER003",
    name="monitor-cannot-attribute",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds a monitor that reports, with no power to say who was responsible or to publish.",
    why=(
        "A violation without an author troubles nobody. The mission in Ukraine recorded explosions and "
        "did not attribute them."
    ),
    bad="The Mission reports to the two commanders.",
    good="The Mission finds who was responsible and publishes its findings every 14 days.",
    readings=(
        "The bearer reads: a note for the file. It asks that it stay there.",
        "The other side reads: a finding. It publishes its own.",
    ),
    suggestion="Give the monitor the power to name who was responsible and to publish, with a rhythm.",
    check=flag(
        _CUE,
        '"{words}": nothing says that it names who was responsible, or publishes',
        once=True,
        unless=r"\bresponsib|\battribut|\bpublish|\bpublic",
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
