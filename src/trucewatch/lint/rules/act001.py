"""ACT001: no prohibited acts."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue, flag
from trucewatch.lint.sentences import definition_sentences, sentences, whole_text

_ACTS = (
    r"\b(?:attack|assault)",
    r"\bshell|\bartillery fire|\bbombard|\bair ?strikes?|\bstrikes?\b",
    r"\breconnaissance|\bsurveillance",
    r"\bmines\b|\bminefields?\b",
    r"\bpatrol",
    r"\bfiring\b",
    r"\brecruit",
    r"\bfortif|\btrench",
    r"\bambush",
    r"\bsabotage|\bsnip",
    r"\bhostage|\babduct|\bkidnap|\bextort",
    r"\bdrones?\b|\bunmanned|\bflights? of|\baviation",
    r"\bpropaganda|\bhate speech",
    r"\b(?:re)?supply\b",
    r"\bmovement of (?:forces|troops|armed)|\badvanc",
    r"\bsexual violence",
    r"\boffensive (?:action|operation)",
    r"\buse of (?:all )?(?:types of )?weapons",
)
_BAN = re.compile(
    r"\b(?:prohibit|forbid|forbidden|ban\b|banned|shall\s+not|refrain|cease|suspend|hostilities\s+means?|following\s+acts|abstain|must\s+not)",
    re.I,
)
_LIST = r"\b(?:acts|actions)\b.{0,30}\b(?:in|of|under) (?:article|annex|paragraph|section)|\bfollowing (?:acts|actions)|\bincluding the following"
_NEEDED = 3

_cease = flag(
    r"\b(?:ceas(?:e|ing)|cessation|stop|suspend|suspension|halt|end)\b(?: of)?(?: \w+){0,3} (?:hostilities|fire|fighting|(?:use of )?force|military (?:actions?|operations?|activities)|hostile \w+|combat)\b"
    r"|\bhostilities (?:shall|must|will) (?:cease|end|stop)\b|\b(?:declare|establish|agree (?:to|on)|proclaim|announce|observe|implement|respect|maintain|ensure)\w* (?:\w+ ){0,4}(?:ceasefire|cease-fire|truce)\b(?! (?:commission|committee|mechanism|zone|violation|cell))"
    r"|\b(?:ceasefire|cease-fire|truce)\b(?= (?:shall|is|will|takes?|begins?|enters?|starts?|holds?|comes?|lasts?)\b)|^\W*(?:\w+ ){0,4}(?:ceasefire|cease-fire|truce)\b(?= (?:in|throughout|between|from|at|\d))",
    '"{words}", and the text nowhere lists the acts that are forbidden',
)


def check(agreement: Agreement) -> Iterator[Hit]:
    if cue(_LIST).search(whole_text(agreement)) or _kinds_forbidden(agreement) >= _NEEDED:
        return
    # One gap of the whole text: shown where the duty first stands.
    yield from list(_cease(agreement))[:1]


def _kinds_forbidden(agreement: Agreement) -> int:
    """How many kinds of hostile act are named where the text forbids, in the points below that, or in definitions."""
    chapeaux = {clause.id for clause in agreement.clauses if _BAN.search(agreement.words(clause))}
    bans = [s.text for s in sentences(agreement) if _BAN.search(s.full) or s.clause.parent in chapeaux]
    words = "\n".join([*bans, *(s.text for s in definition_sentences(agreement))])
    return sum(bool(cue(kind).search(words)) for kind in _ACTS)


RULE = Rule(
    code="ACT001",
    name="no-prohibited-acts",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds a duty to cease hostilities or fire in a text that nowhere lists which acts are forbidden.",
    why=(
        "Each side then counts other acts. The Stockholm agreement of December 2018 gave neither scope "
        "nor nature nor duration nor a definition of breaches; the Libyan text of 2020 gives no list "
        "either."
    ),
    bad="The Parties shall stop fighting.",
    good="The Parties shall stop the acts in Article 4 (a) to (n).",
    readings=(
        "One side reads: shots only. It digs, scouts and recruits.",
        "The other side reads: everything hostile. It counts each trench as a breach.",
    ),
    suggestion="List the forbidden acts, and add a catch-all with somebody who decides.",
    check=check,
)
