"""What the words before and behind a date say of it: that it limits something, is set for it, or is told to have passed."""

import re

_BOUND = re.compile(
    r"(?i)\b(?:by|until|till|before|within|deadline of|set for|no later than|since|from|of|after|for|to|beyond|past)\s+(?:the\s+)?"
    r"(?:(?:noon|midnight|midday|dawn|dusk|nightfall)\s+on\s+)?$"
)
# "In the early hours of 13 November": when, not until when.
_PART_OF = re.compile(r"(?i)\b(?:hours|morning|afternoon|evening|night|dawn|course|day)\s+of\s+(?:the\s+)?$")
_SINCE = re.compile(r"(?i)\bsince\s+(?:the\s+)?$")
_UNTIL = re.compile(r"(?i)\b(?:until|till|as of|by|up to)\s+(?:the\s+)?$")
_AS_OF = re.compile(r"(?i)\bas (?:of|at|on)\s+(?:the\s+)?(?:\d{1,2}[:.]?\d\d\s+(?:hours\s+)?(?:on\s+)?)?$")
# "58 breaches, against 71 in July": a date of something else that is only compared with.
_COMPARED = re.compile(r"(?i)\b(?:against|compared (?:with|to)|than|versus|up from|down from)\s+[^,.;]{0,30}$")
# "In a letter of 22 November Mr Razali maintained": the day of the paper is that of its words.
_CARRIED = re.compile(
    r"(?i)\b(?:in|by|at|during|with|through|via)\s+(?:(?:an?|the|its|his|her|their|our|this|that)\s+(?:[\w'’-]+\s+){0,3}?|"
    r"(?:joint\s+)?(?=letter|note|message|cable|telegram))"
    r"(?:letters?|statement|message|notes?|communiqu[eé]|post|tweet|broadcast|speech|address|interview|meeting|session|sitting|briefing"
    r"|complaint|submission|protest|notification|telegram|fax|release|declaration|conference|call|report|bulletin|reply|answer|memo|cable|video|hearing|sermon|homily|column|article|op-ed|editorial|summit|congress|rally|e-?mail|leaflet|decree|order)"
    r"(?:\s+verbale|\s+(?:to|from)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+)?,?\s+(?:(?:delivered|sent|issued|published|received|released|aired)\s+on|of|on|from|dated)\s+(?:the\s+)?$"
)
# "on 31 December as the closing date": the day that something is set for.
_SET = re.compile(
    r"(?i)\b(?:settled|agreed upon|fixed|set|scheduled|slated|postponed|extended|deferred|moved|put off|pushed back|due|expected"
    r"|planned|targeted)\s+(?:\w+\s+){0,2}?(?:on|for|to|until|at)\s+(?:the\s+)?$|\b(?:sets|fixes|fixed|names|foresees)\s+(?:the\s+)?$"
)
_SET_BEHIND = re.compile(
    r"(?i)\s+(?:as the\s+(?:\w+\s+)?(?:date|day|deadline|limit|target)|deadline\b|target\b|date\b)"
)
# "That day has come and gone": the day that was set before.
_PASSED = re.compile(
    r"(?i)\s+(?:(?:has|had)\s+)?(?:now\s+|since\s+)?(?:come|came|passed|gone|went|elapsed|expired|lapsed)\b"
)
_BEFORE = 90


def words_before(text: str, start: int) -> str:
    """The words in front of a date that may say what it is."""
    return text[max(0, start - _BEFORE) : start]


def limits(text: str, start: int) -> bool:
    """Whether the words in front of a date make it a limit: "by", "since", "no later than"."""
    return _BOUND.search(words_before(text, start)) is not None


def is_bound(text: str, start: int, end: int) -> bool:
    """Whether a date limits something, is compared with or is set for something, rather than dates it."""
    before = words_before(text, start)
    bound = _BOUND.search(before) or _COMPARED.search(before) or _SET.search(before) or has_passed(text, end)
    dates = _CARRIED.search(before) or _PART_OF.search(before)
    return bool((bound and not dates) or _SET_BEHIND.match(text, end))


def sides_of(text: str, start: int) -> tuple[bool, bool]:
    """Whether a date is that since which, and that until which something holds."""
    before = words_before(text, start)
    return _SINCE.search(before) is not None, _UNTIL.search(before) is not None


def is_as_of(text: str, start: int) -> bool:
    """Whether a date only says of which day a count is: "as of 30 June"."""
    return _AS_OF.search(words_before(text, start)) is not None


def has_passed(text: str, end: int) -> bool:
    """Whether a day is only said to have come or passed: "that day came and went"."""
    return _PASSED.match(text, end) is not None
