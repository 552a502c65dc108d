"""Where an agreement's title, abbreviations, preamble, body and signatures begin."""

import re

from .lines import Line

ENACTING = re.compile(
    r"(?i)\b(?:(?:have\s+|do\s+|has\s+)?(?:hereby\s+|therefore\s+|mutually\s+|also\s+)*(?:agree[ds]?|decide[ds]?|resolve[ds]?|declare[ds]?|commit(?:s|ted)?|undertakes?|undertook)"
    r"(?:\s+(?:on|to|as|upon))*\s*(?:the\s+)?(?:follow(?:s|ing)[\w\s]{0,40}|that)?\s*:?$|as\s+follows\s*[:.]?$|(?:the\s+)?following(?:\s+\w+){0,4}\s*:$)"
)
ABBREVIATIONS = re.compile(
    r"(?i)^(?:list\s+of\s+)?(?:abbreviations|acronyms)(?:\s+and\s+(?:abbreviations|acronyms))?:?$"
)
ABBREVIATION = re.compile(
    r"^(?P<short>[A-Z][\w/&.’'-]*(?:\s*[–-]\s*[A-Z]+)?)(?:\s*[:=–—-]\s*|\s+)(?P<long>[A-Z].{3,120})$"
)
RECITAL = re.compile(
    r"(?i)^(?:whereas|we,|the\s+(?:parties|undersigned|representatives)\b[^.]*,$|preamble|noting|recalling|recogni[sz]ing|reaffirming|affirming|welcoming|determined|mindful|"
    r"aware|acknowledging|commending|deploring|considering|convinced|concerned|conscious|having|desir(?:ing|ous)|guided|stressing|emphasi[sz]ing|bearing|taking|"
    r"expressing|believing|committed|underlining|inspired|cognizant|further\s+\w+ing|also\s+\w+ing|in\s+the\s+presence|pursuant|resolved|seeking|wishing|appreciating|condemning|"
    r"alarmed|grateful|encouraged|on\s+the\s+basis|and\s+\w+ing)\b"
)
SIGNATURE = re.compile(
    r"(?i)^(?:in\s+witness\b|in\s+faith\b|signatures?\b|signed\s+(?:at|in|on|by|this|for)\b|done\s+(?:at|in|on|this)\b|(?-i:For|FOR)\s+(?:and\s+on\s+behalf|the\s+(?:government|republic|party|parties|movement|army|front|islamic|united|state|people))\b[^.]{0,80}$|"
    r"on\s+behalf\s+of\b[^.]{0,80}$|(?:participants|signatories|witnesses|witnessed\s+by|guarantors|mediators?)\b[^.]{0,80}:$|(?:for\s+)?the\s+parties\s*:$|(?-i:For\s+the\s+[A-Z])[^.;]{0,80}:$|(?:participants|signatories)\s*$|witnessed\s+by\b|as\s+witness(?:es)?\b|\(signed\)|_{4,})"
)
FOOTNOTE = re.compile(r"\n[ \t]*(?:[ivx]{1,4}|\d{1,2}|\*{1,3}|[†‡])[ \t]*\n\s*(?=\S[^\n]{60})")
DEFINITIONS = re.compile(r"(?i)\b(?:definitions?|interpretation|use\s+of\s+terms|terms\s+used|glossary)\b")
DEFINES = re.compile(
    r"^[\"'“‘]?[^\"'”’]{2,60}[\"'”’]\s+(?:\([^)]*\)\s+)?(?:shall\s+)?(?:means?|refers?\s+to|denotes?|includes?|is\s+understood|shall\s+be\s+understood|has\s+the\s+meaning)\b"
)

_BINDS = re.compile(r"(?i)\b(?:shall|must|prohibited|forbidden|banned|permitted|allowed|authori[sz]ed|refrain\w*)\b")
_STRUCTURAL = ("article", "part", "number", "bracket")


def title_lines(lines: list[Line]) -> int:
    """How many of the first lines are the title and the place and date below it."""
    count = 0
    for line in lines[:8]:
        if (
            line.marker not in ("", "heading")
            or RECITAL.match(line.text)
            or ABBREVIATIONS.match(line.text)
            or ENACTING.search(line.text)
        ):
            break
        if line.terminated and not line.text.isupper():
            break
        # Below "# Title", "## Fire" heads what follows.
        if count and line.number.startswith("##"):
            break
        if len(line.text.split()) > 30:
            break
        count += 1
    # A text of one line is its own clause, not a title.
    return count if count < len(lines) else 0


def body_start(lines: list[Line], after: int) -> int:
    """The index of the first operative line: after the enacting formula, or at the first number."""
    first_marker = next((i for i, line in enumerate(lines) if i >= after and line.marker in _STRUCTURAL), len(lines))
    # The last formula counts: a recital may quote what somebody else decided.
    for i in reversed(range(after, min(first_marker, len(lines) - 1))):
        if (
            ENACTING.search(lines[i].text)
            and not _quoted(lines[i + 1].text)
            and not _opens_list(lines[i], lines[i + 1])
        ):
            return i + 1
    if first_marker < len(lines) and _first_of_list(lines[first_marker]):
        while first_marker > after and lines[first_marker - 1].marker == "heading":
            first_marker -= 1
        return first_marker
    # No numbering and no formula: everything that is not a recital binds.
    at = after
    while at < len(lines) and RECITAL.match(lines[at].text):
        at += 1
    return at if at < len(lines) else after


def _opens_list(line: Line, following: Line) -> bool:
    """Whether the line binds with the list below it: "The following acts are prohibited:", "Each Party undertakes: (a)"."""
    if not line.text.endswith(":"):
        return False
    lettered = following.marker in ("letter", "roman") and not re.search(r"(?i)\b(?:follow|agree)", line.text)
    return bool(lettered or _BINDS.search(line.text))


def _quoted(text: str) -> bool:
    return text[:1] in "\"'“‘«"


def _first_of_list(line: Line) -> bool:
    return line.marker not in ("number", "bracket") or line.number.split(".")[0].lower() in ("0", "1", "first")
