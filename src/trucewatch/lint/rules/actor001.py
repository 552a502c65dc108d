"""ACTOR001: duty without bearer."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.sentences import Sentence, sentences, speaks_in_the_present

# No duty of anybody: what these verbs say is done by the text itself, or binds everyone.
_BY_THE_TEXT = re.compile(
    r"considered|deemed|construed|interpreted|understood|regarded|deposited|annexed|attached|called|known|named|defined|"
    r"prohibited|forbidden|banned|excluded|bound|entitled|permitted|allowed|composed|based|limited|agreed|discussed|amended|"
    r"applied|governed|authentic|signed|terminated|extended|renewed|referred|taken|situated|located|required|held|bothered|asked|obliged|"
    r"concerned|affected|responsible|resolved|settled|counted|delimited|drawn|headed|chaired|led|made|used|given",
    re.I,
)
# "taken into account" is no duty of anybody, "taken out of the city" is.
_CARRIED = re.compile(r"\s+(?:out|away|back|down|off|over)\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:shall|must|will|(?:is|are)\s+to)\s+(?:(?:also|then|immediately|thereafter|[a-z]+ly)\s+)*be\s+(?:[a-z]+ly\s+)?"
    r"(?P<verb>[a-z-]+(?:ed|en|wn|ne|ld|nt|et|ut|pt|ft|id|lt|de))\b"
    r"(?!\s+(?:from|of)\s+(?:(?:its|their|his|all|any|the)\s+)+(?:obligation|dut(?:y|ies)|commitment|undertaking))",
    re.I,
)
# "This process is to be finished by" dates a step that stands before it.
_PROCESS = re.compile(
    r"^\W*(?:this|these|the)\s+(?:process|withdrawal|release|exchange|activity|work|task|disarmament|redeployment|measures?|steps?)\b",
    re.I,
)
_ENDS = re.compile(r"finished|completed|concluded|started|ended", re.I)
_HEADLESS = re.compile(r"^\W*(?:[\w-]+\s+){1,4}?to\s+be\s+(?P<verb>[a-z]+(?:ed|en|wn))\b", re.I)
# How the text itself is changed or ended is no duty on the ground.
_MECHANICS = re.compile(
    r"^\W*(?:(?:such|any|the|all)\s+)?(?:amendments?|notices?|communications?|modifications?)\b", re.I
)
# In a text whose duties stand in the present tense "are withdrawn" is a duty too.
_PRESENT = re.compile(
    r"^(?P<subject>[^,;:.]{3,80}?)\s(?:is|are)\s+(?:[a-z]+ly\s+)?(?P<verb>withdrawn|returned|exchanged|released|freed|moved|removed|dismantled|lifted|opened|"
    r"reopened|handed|evacuated|disarmed|pulled|destroyed|cleared|established|created|repaired|searched\s+for|suspended)\b",
    re.I,
)
_CONSIDERATION = re.compile(r"\b(?:consideration|priority|attention)\s+(?:shall|must|will)\s+be\s+given\b", re.I)
# "by 4 May" and "by all means" name nobody.
_AGENT = re.compile(
    r"\b(?:by|between|among|amongst|(?:obtained|received|sought|requested|selected|recruited|drawn|appointed)\s+from)\s+(?!\d|no\b|not\b|at\b|means|consensus|mutual|agreement|way|virtue|force|land|sea|air|name|D\b|"
    r"(?:the\s+)?(?:end|beginning|middle|start|day|first|second|third|\w+th|latest|same|line|front|territory|area|city|port|contact|zone)\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|\w+day|noon|midnight)\b|\w+ing\b)"
    r"(?:the|an?|each|both|all|their|its|his|either|every|any|one|two|\w+)\s*\w*",
    re.I,
)
_BY_NAME = re.compile(r"\bby\s+(?:the\s+)?(?:government|[A-Z])")
_BY_PARTIES = re.compile(r"\bby\s+(?:the|both|each|all|either)\s+(?:\w+\s+)?(?:sides?|part(?:y|ies)|government)", re.I)
_STEP = (
    r"withdrawal|release|exchange|disarmament|demobili[sz]ation|cessation|establishment|creation|setting\s+up|removal|dismantling|dismantlement|"
    r"vacation|vacating|opening|reopening|restoration|renewal|reinstatement|resumption|definition|carrying\s+out|adoption|return|handover|"
    r"hand-over|handing\s+over|delivery|deployment|cantonment|lifting|clearance|evacuation|redeployment|separation|appointment|launching|decentrali[sz]ation|pardon"
)
_NOMINAL = re.compile(
    rf"^\W*(?:(?:the|full|complete|immediate|unconditional|early|safe|and|guaranteed)\s+)*(?P<step>{_STEP})\s+(?:and\s+\w+\s+)?(?:of|for|from|out)?\b",
    re.I,
)
_INFINITIVE = re.compile(
    r"^\W*(?:to\s+)?(?P<step>ensure|launch|adopt|intensify|remove|withdraw|release|establish|create|provide|conduct|implement|hold|guarantee|"
    r"refrain|cease|stop|open|return|exchange|disarm|allow|begin|start|carry\s+out|set\s+up|grant|lift|dismantle|pass|decentrali[sz]e|continue)\b"
    r"(?!\s+(?:shall|will|must|is|are|may))",
    re.I,
)
_BELOW = re.compile(r"\b(?:before|after|when|until|if|that|which|who|once|while|where|as)\b", re.I)
_FINITE = re.compile(r"\b(?:shall|must|will|may|should|is|are|was|were|has|have|falls?|begins?|starts?|ends?)\b", re.I)


def check(agreement: Agreement) -> Iterator[Hit]:
    introduced = {c.id for c in agreement.clauses if agreement.words(c).rstrip().endswith(":")}
    for sentence in sentences(agreement):
        if _MECHANICS.match(sentence.text):
            continue
        if _AGENT.search(sentence.text) is None or _CONSIDERATION.search(sentence.text):
            hit = _passive(sentence) or (_present(sentence) if speaks_in_the_present(agreement) else None)
            if hit:
                yield hit
                continue
        # A point under a chapeau has its subject there.
        if sentence.clause.parent in introduced or _BY_PARTIES.search(sentence.text):
            continue
        if hit := _step(sentence):
            yield hit


def _passive(sentence: Sentence) -> Hit | None:
    for match in (*_CONSIDERATION.finditer(sentence.text), *_PASSIVE.finditer(sentence.text)):
        verb = match.groupdict().get("verb")
        by_the_text = verb and _BY_THE_TEXT.fullmatch(verb) and not _CARRIED.match(sentence.text[match.end() :])
        if by_the_text or (verb and _PROCESS.match(sentence.text) and _ENDS.fullmatch(verb)):
            continue
        return sentence.hit(match.start(), match.end(), '"{words}": nobody is named who shall do it')
    headless = _HEADLESS.match(sentence.text)
    if headless and not _FINITE.search(sentence.full):
        return sentence.hit(headless.start("verb"), headless.end(), '"{words}": nobody is named who shall do it')
    return None


def _present(sentence: Sentence) -> Hit | None:
    match = _PRESENT.match(sentence.text)
    if match is None or sentence.lead or _BELOW.search(match["subject"]):
        return None
    return sentence.hit(match.end("subject") + 1, match.end(), '"{words}": nobody is named who does it')


def _step(sentence: Sentence) -> Hit | None:
    """A step without a subject: a noun or an infinitive where a sentence should stand."""
    if sentence.lead or sentence.is_heading:
        return None
    nominal = _NOMINAL.match(sentence.text)
    match = nominal or _INFINITIVE.match(sentence.text)
    if match is None or (nominal and _FINITE.search(_BELOW.split(sentence.text)[0])):
        return None
    if nominal and _BY_NAME.search(sentence.text[match.end() :]):
        return None
    return sentence.hit(
        match.start("step"), match.end("step"), 'The step "{words}" has no subject: nobody is named who shall take it'
    )


RULE = Rule(
    code="ACTOR001",
    name="duty-without-bearer",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds duties that nobody bears: passives without an agent, bare infinitives, and steps that are only nouns."
    ),
    why=(
        "Each side says that the other one owed it. The twelve steps of the Minsk Protocol of September "
        "2014 have no addressee; the Libyan text of October 2020 has foreign fighters depart without "
        "saying who sees to it."
    ),
    bad="The guns shall be moved behind the river.",
    good="Each Party shall move the guns listed in Annex B behind the river.",
    readings=(
        "Each side reads: the other owes this. It waits.",
        "Third parties read: both owe it. They cannot say who failed.",
    ),
    suggestion="Put the bearer in front: each Party, or the Party by name, shall.",
    check=check,
)
