"""VER001: no monitor."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import MONITOR, PARTY, cue
from trucewatch.lint.sentences import is_whole, on_document, sentences, whole_text

_WATCH = r"(?:monitor|verify|supervise|oversee|observe(?= (?:compliance|the implementation|and verify))|control(?= (?:compliance|the implementation)))"
_SELF = rf"\b{PARTY} (?:themselves |jointly |shall |will |must |agree to |undertake to |also )+(?:\w+ly )?{_WATCH}\b|\bmonitored (?:only |jointly )?by (?:the |both )?(?:part(?:y|ies)|sides)\b"
_ANY = r"\b(?:monitor\w*|verif\w*|observ(?:er|ation|e the)\w*|supervis\w*|inspect\w*)\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    text = whole_text(agreement)
    for sentence in sentences(agreement):
        match = cue(_SELF).search(sentence.text)
        if (
            match
            and not cue(MONITOR).search(sentence.text[match.end() :])
            and not cue(rf"\b(?:the )?(?:{MONITOR})[^.]{{0,60}}\b(?:monitor|verif)").search(text)
        ):
            yield sentence.hit(match.start(), match.end(), '"{words}": those who are watched do the watching')
    if is_whole(agreement) and not cue(_ANY).search(text):
        yield from on_document(
            agreement, "Nobody is named who monitors or verifies what this text asks", Severity.MEDIUM
        )


RULE = Rule(
    code="VER001",
    name="no-monitor",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds agreements that name no monitor, and duties to monitor that only the parties bear.",
    why=(
        "Each side then judges the other. The joint commission of the Lusaka agreement of 1999 was made "
        "up of the belligerents."
    ),
    bad="The Parties shall monitor this truce themselves.",
    good="The Neutral Mission monitors and verifies Articles 3 to 12.",
    readings=(
        "Each side reads: my own count is as good as theirs. It denies every breach.",
        "Third parties read: nobody may establish anything. They wait.",
    ),
    suggestion="Name a monitor that is none of the parties, with mandate, numbers and first day.",
    check=check,
)
