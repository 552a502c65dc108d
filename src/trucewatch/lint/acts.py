"""What kind of act a commitment asks for, as far as an observer on the ground is concerned."""

import re
from collections.abc import Iterable
from enum import StrEnum

from trucewatch.core.model import Agreement, Commitment, Missing, Modality, Slot
from trucewatch.core.quotes import Span

from .cues import cue


class Act(StrEnum):
    """What there is to be seen.

    ban: something must not happen. move: forces or weapons change place. counted: persons or things are
    handed over, freed or destroyed. visible: one act that leaves a trace, such as a list or a meeting.
    standing: access or notice, whenever it is asked for. conduct: a way of behaving that no single act
    shows. monitor: a task of the monitor itself. none: words with legal effect only.
    """

    BAN = "ban"
    MOVE = "move"
    COUNTED = "counted"
    VISIBLE = "visible"
    STANDING = "standing"
    CONDUCT = "conduct"
    MONITOR = "monitor"
    NONE = "none"


_MOVE = r"withdr\w+|redeploy\w*|return\w*|leav\w+|left|depart\w*|exit\w*|mov(?:e|ed|ing)\b|pull\w*|disengage\w*|freez\w+|frozen|vacat\w+|relocat\w+|retreat\w*|canton\w*|separat\w+|deploy\w*|stop\b(?=.*\bposition|.*juxtaposition)|reposition\w*"
_COUNTED = r"releas\w+|exchang\w+|freed\b|frees\b|free(?= (?:the|all|every|any|its|their|each)\b)|hand(?:ed|s|ing)? over|handover|disarm\w*|demob\w+|dismantl\w+|destr\w+|stor(?:e|ed|ing)\b|surrender\w*|collect\w*|remov\w+|clear(?:ed|ance|ing)?\b|transfer\w*|repatriat\w*"
_CONDUCT = (
    r"facilitat\w+|support\w*|cooperat\w+|co-operat\w+|promot\w+|respect\w*|protect\w*|uphold\w*|striv\w+|endeavo\w+|assist\w*|guarante\w+|engag\w+|encourag\w+|"
    r"prevent\w*|implement\w*|abide\w*|comply|compl(?:ies|iance)|intensif\w+|seek\w*|consider\w*|contribut\w+|continu\w+|assum\w+|mobili[sz]\w+|deter\w*|refrain\w*|"
    r"undertak\w+|work\w* (?:towards|for)|commit\w*|address\w*|normali[sz]\w+|improv\w+|restor\w+|reinstat\w+|resolv\w+|take (?:\w+ ){0,3}(?:steps|measures)|investigat\w+|reflect\w*|apply|call\w*"
)
_VISIBLE = (
    r"submit\w*|notif\w+|inform\w*|report\w*|disclos\w+|provid\w+|publish\w*|announc\w+|sign\w*|adopt\w*|establish\w*|form(?:s|ed|ation)?\b|creat\w+|set(?:s|ting)? up|appoint\w*|designat\w+|"
    r"open\w*|clos(?:e|ed|ing)\b|meet\w*|conven\w+|held|hold\w*|launch\w*|begin\w*|start\w*|develop\w*|propos\w+|agree\w*|introduc\w+|deposit\w*|pay\w*|suspend\w*|lift\w*|"
    r"restructur\w+|reconstitut\w+|elect\w*|identif\w+|list\w*|map\w*|regist\w+|defin\w+|renew\w*|enact\w*|complet\w+|finish\w*|discuss\w*|broadcast\w*|carry\w* out|organi[sz]\w+|install\w*|resum\w+|enacting|divid\w+|draw\w* up|prepar\w+|issu(?:e|ed|es)\b"
)
# Access that is owed to those who watch; access to people in need is another duty.
_STANDING = r"\b(?:allow|grant|permit|give|provide)\w*\b.{0,60}\b(?:access|to monitor|to verify|to inspect|notification|notice)\b"
_STOPPING = r"^(?:cease|stop|halt|end|suspend|refrain|desist)|cease-?fire|truce|cessation"
_STOPPED = r"fire|hostil\w*|attack\w*|operations?|fighting|violence|shelling|arrests?|incitement|speech|campaigns?|harassment|actions?|offensives?|propaganda|use of"
_MONITORING = r"monitor\w*|verif\w+|observ\w+|supervis\w+|determin\w+|report\w*|investigat\w+|inspect\w*|facilitat\w+|support\w*|take into account|meet\w*"
_LEGAL = r"(?:\bthe )?\b(?:(?:this|the(?: present)?) (?:agreement|memorandum|protocol|truce|accord|declaration|annex)|the (?:obligations|provisions|rules)|(?:any|a) disputes?|cease-?\s?fire|cessation of hostilities(?: \(\w+\))?)\b"
_LEGAL_VERB = r"\b(?:apply|applies|become|becomes|enter|enters|come into force|considered|terminat\w+|amend\w*|interpret\w*|resolved|prevail\w*|authentic|supersed\w+|cover|bind\w*)\b"
_REFERRAL = r"\b(?:refer|submit) (?:the|such|any|this) (?:matter|dispute|question|difference)|\bdisputes?\b"

# Words between act and object that are shown rather than left out.
_SMALL_GAP = 12


def act_of(agreement: Agreement, commitment: Commitment, monitors: re.Pattern[str]) -> Act:
    """The kind of act; `monitors` finds the names of those who watch."""
    if commitment.modality in (Modality.DECLARATION, Modality.PERMISSION, Modality.EXCEPTION):
        return Act.NONE
    words = agreement.document.reads(commitment.span)
    action, what, bearer = said(commitment.slots.action), subject(agreement, commitment), said(commitment.slots.bearer)
    if _legal_only(action, what, before_action(agreement, commitment), bearer):
        return Act.NONE
    watching = cue(rf"^(?:be |effective |undertake |formally )*(?:{_MONITORING})").search
    if (not bearer or monitors.search(bearer)) and (
        (bearer and watching(action))
        or cue(r"^(?:effective )?(?:monitor|verif|supervis)").search(f"{action} {what}")
        or cue(r"^(?:ensure|undertake|carry out) (?:effective |full )?(?:monitor|verif|supervis)").search(
            f"{action} {what}"
        )
    ):
        return Act.MONITOR
    if cue(r"^(?:be )?deploy").search(action) and monitors.search(what):
        return Act.VISIBLE
    if commitment.modality is Modality.PROHIBITION:
        return Act.BAN
    if cue(_STOPPING).search(f"{action} {what}") and cue(_STOPPED).search(f"{action} {what} {words}"):
        return Act.BAN
    if cue(_STANDING).search(f"{action} {what}") and monitors.search(f"{what} {said(commitment.slots.beneficiary)}"):
        return Act.STANDING
    means = cue(rf"\bby (?P<act>(?:{_COUNTED}|{_VISIBLE}))").search(words)
    if means and means["act"].endswith("ing") and cue(r"^(?:ensur|guarant|promot|facilitat)").search(action):
        return _by_words(means["act"], "")
    return _by_words(action, what)


def _legal_only(action: str, what: str, before: str, bearer: str) -> bool:
    """Whether the words only say what the text is or how a dispute goes on."""
    if cue(_REFERRAL).search(f"{action} {what}"):
        return True
    about_text = cue(rf"^{_LEGAL}").search(what) or (not bearer and cue(_LEGAL).search(before))
    return bool(about_text and cue(_LEGAL_VERB).search(action))


def subject(agreement: Agreement, commitment: Commitment) -> str:
    """What the act is done to or with: the object, else what stands before the verb."""
    return said(commitment.slots.object) or (
        "" if said(commitment.slots.bearer) else before_action(agreement, commitment)
    )


def before_action(agreement: Agreement, commitment: Commitment) -> str:
    """The words of the sentence up to the verb."""
    actions = spans_of(commitment.slots.action)
    end = agreement.document.text_range(actions[0])[0] if actions else commitment.start
    return " ".join(agreement.document.text[commitment.start : max(end, commitment.start)].split())


def _by_words(action: str, what: str) -> Act:
    kinds = ((Act.COUNTED, _COUNTED), (Act.MOVE, _MOVE), (Act.VISIBLE, _VISIBLE), (Act.CONDUCT, _CONDUCT))
    # "Ensure the release of ...": what is to be ensured is the act.
    if re.match(r"(?:ensur|guarant|carr|complet|finish|start|begin|launch|set)", action, re.I):
        for kind, pattern in kinds[:2]:
            if cue(rf"^(?:that )?(?:the |a |an |full |safe |their |its )*(?:{pattern})").search(what) or cue(
                rf"^that\b.*\b(?:{pattern})"
            ).search(what):
                return kind
        if re.match(r"(?:ensur|guarant|facilitat)", action, re.I):
            return Act.CONDUCT
    for kind, pattern in kinds:
        if cue(rf"^(?:be |fully |jointly )*(?:{pattern})").search(action):
            return kind
    for kind, pattern in kinds:
        if cue(rf"\b(?:{pattern})").search(action):
            return kind
    return Act.CONDUCT


def said(slot: Slot) -> str:
    """The slot's words on one line; empty when it is missing."""
    return "" if isinstance(slot, Missing) else " ".join(" ".join(span.exact.split()) for span in slot)


def spans_of(slot: Slot) -> tuple[Span, ...]:
    return () if isinstance(slot, Missing) else slot


def act_words(agreement: Agreement, commitment: Commitment) -> str:
    """Act and object as the text has them, in its order; the whole sentence where neither was found."""
    slots = commitment.slots
    # "depart" alone says nothing: without an object, those who act or what stands before the verb belong to it.
    whom = slots.object if spans_of(slots.object) else slots.bearer
    own = commitment.span
    spans = sorted({*spans_of(slots.action), *(s for s in spans_of(whom) if own.start <= s.start < own.end)})
    before = before_action(agreement, commitment)
    if len(spans) == 1 and before:
        return clip(re.split(r"[,;] ", before)[-1], 42) + " " + clip(said(slots.action), 24)
    name, at = "", 0
    for start, end in (agreement.document.text_range(span) for span in _outer(spans)):
        between = agreement.document.text[at:start] if name else ""
        name += (between if len(between) <= _SMALL_GAP else " … ") + agreement.document.text[start:end]
        at = end
    return clip(name or commitment.span.exact)


def _outer(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def clip(words: str, limit: int = 72) -> str:
    """The words on one line, cut at a word's end where they run over the limit."""
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
