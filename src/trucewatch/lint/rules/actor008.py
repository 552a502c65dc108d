"""ACTOR008: disputed authority."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:competent|legitimate|lawful|rightful|legal|duly constituted) (?:(?:local|state|national|security|"
    r"civil) )*(?:authorit(?:y|ies)|(?:security )?forces|police|administrations?|governments?|organs?)\b"
)
_CUE_2 = r"\blocal (?:security )?(?:forces|police|guards?)\b"
_CUE_3 = (
    r"\b(?:security|police|policing|forces?|guards?|administration|"
    r"control)\b[^.;]{0,80}\bin accordance with (?:the )?(?:national|domestic|local|applicable|[A-Z]\w+(?:an|i|"
    r"ese|ish)) (?:law|laws|legislation)\b"
)
_CUE_4 = r"(?<!elections of )(?<!with the )\blocal authorities\b"

RULE = Rule(
    code="ACTOR008",
    name="disputed-authority",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what=(
        'Finds duties or powers given to the "competent", "legitimate" or "local" authorities, or to '
        'forces "in accordance with national law", where who that is is what the war is about.'
    ),
    why=(
        "Each side holds itself to be the lawful authority. In the Stockholm agreement of December 2018 "
        "security fell to local forces in accordance with Yemeni law: the government read its own forces, "
        "the Houthis read whoever held the post; a handover to a coast guard in May 2019 was contested "
        "for that reason."
    ),
    bad="The port shall be guarded by local security forces in accordance with national law.",
    good="The port shall be guarded by the 300 officers named in Annex G, vetted by the Mission before 1 June.",
    readings=(
        ("The government reads: the authorities that our constitution knows. Whoever else stays in post is in breach."),
        ("Those in control read: the authorities that are there now. Handing over to themselves fulfils the clause."),
    ),
    suggestion="Name the officers or attach a roster, and say who vets them and by when.",
    check=all_of(
        flag(
            _CUE_1, '"{words}": which authority that is, is what the sides dispute', unless=r"\bannex|named in|vetted"
        ),
        flag(
            _CUE_2,
            '"{words}": whose forces these are is what the sides dispute',
            unless=r"\bannex|named in|vetted|\bby name\b",
        ),
        flag(_CUE_3, '"{words}": each side takes its own law for the law in force'),
        flag(
            _CUE_4,
            '"{words}": which authorities hold office is not said',
            severity=Severity.MEDIUM,
            unless=r"\belection|annex|facilitat|notif|inform|coordinat",
        ),
    ),
)
