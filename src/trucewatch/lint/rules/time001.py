"""TIME001: no deadline."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import article_sentences, cue
from trucewatch.lint.sentences import Sentence, has_firm_limit

_VERB = (
    r"withdraw|redeploy|release|free|submit|disclose|hand over|surrender|leave|exit|vacate|disarm|dismantle|demobili[sz]e|open|reopen|appoint|nominate|establish|set up|deploy|remove|"
    r"exchange|repatriate|deliver|publish|notify|designate|destroy|evacuate|depart|disband|restructure|reinstate"
)
_PARTICIPLE = (
    r"withdrawn|redeployed|released|freed|submitted|disclosed|handed over|surrendered|vacated|disarmed|dismantled|demobili[sz]ed|opened|reopened|appointed|nominated|established|set up|deployed|"
    r"removed|exchanged|repatriated|delivered|published|designated|destroyed|evacuated|disbanded|restructured|moved back"
)
_NOUN = r"withdrawal|release|exchange|disarmament|removal|dismantl\w+|vacation|establishment|creation|setting up|reinstatement|opening|repatriation|deployment|redeployment|demobili[sz]ation|evacuation"
_DUTY = (
    rf"\b(?:shall|must|will|agrees? to|undertakes? to|commits? to|(?:is|are) to) (?:(?:also|fully|then|unconditionally|accordingly|immediately|\w+ly) )*(?:(?:{_VERB})|be (?:\w+ly )?(?:{_PARTICIPLE}))\b"
    rf"|^\W*(?:(?:the|full|complete|immediate|all|and) )*(?:{_NOUN}) (?:and \w+ )?of\b(?!.{{0,90}}\b(?:shall|will|must|is|are) )"
    rf"|\bensure (?:the )?(?:{_NOUN})\b|\bensure that [^.;]{{0,60}}\b(?:leave|withdraw|disarm|depart|disband|vacate)\b|^\W*(?:{_VERB})\b(?! (?:shall|will|must|is|are|of|from))"
)
# A standing duty, a consequence or a matter of course has no day of its own.
_STANDING = (
    r"\b(?:whoever|anyone who|everyone who|any person who|those who|daily|weekly|monthly|every|at all times|any (?:movement|violation|incident|breach|change|dispute)|each time|whenever|upon request|in (?:the )?(?:case|event) of|if|when|"
    r"shall not|must not|may not|will not|advance|hours? before|prior|until|during|before|while|unless|where|on request)\b|\bas soon as\b|\bimmediately\b|\bwithout (?:undue |any )?delay\b|\bpromptly\b|\bimmediate effect\b|\bforthwith\b|\bat once\b|\bin accordance with (?:article|paragraph|annex|section|point)\b"
)


def check(agreement: Agreement) -> Iterator[Hit]:
    for parts in article_sentences(agreement).values():
        for index, sentence in enumerate(parts):
            match = cue(_DUTY).search(sentence.text)
            if match is None or has_firm_limit(sentence.full) or cue(_STANDING).search(sentence.full):
                continue
            if (
                cue(r"^\W*(?:at|by|within) the same time\b").match(sentence.text)
                and index
                and has_firm_limit(parts[index - 1].text)
            ):
                continue
            if _dated_by_neighbour(parts, index) or (sentence.lead and cue(r"prohibit|forbid").search(sentence.lead)):
                continue
            yield sentence.hit(match.start(), match.end(), '"{words}": no day is named by which this is due')


def _dated_by_neighbour(parts: tuple[Sentence, ...], index: int) -> bool:
    """Whether a sentence of the same clause gives the day for "this" or "the process"."""
    back = r"^\W*(?:this|these|the) (?:\w+ ){0,3}?(?:process|withdrawal|release|exchange|step|measures?|deployment|above|is to|shall|are to|redeployment|handover)\b"
    after = parts[index + 1 : index + 5]
    return any(cue(back).search(other.text) and has_firm_limit(other.text) for other in after)


RULE = Rule(
    code="TIME001",
    name="no-deadline",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds duties of a kind that needs a day (withdraw, free, submit, open, appoint) and has none.",
    why=(
        "A duty without a day is never late. In the Minsk package of 2015 the withdrawal of foreign "
        "formations has no date while its neighbours have one."
    ),
    bad="The garrison shall leave the fort.",
    good="The garrison shall leave the fort by 24:00 on 23 January 2027.",
    readings=(
        "The bearer reads: one day. It is never late.",
        "The other side reads: at once, or by the next date in the text. It calls the stay a breach.",
    ),
    suggestion="Give the day and the hour, or the days after an event that somebody certifies.",
    check=check,
)
