"""What words are about: the stems of their content words, to see that "is withdrawn" and "withdrawal" are one."""

import re

_STOP = frozenset(
    "party parties shall will must the and them they all any each both side sides with from this that these those their its his have has had been being are was were day days hour hours week "
    "weeks month months first second start starts begin begins starting ending end ends complete completed completion full only also once upon after before until when then than not taken "
    "place comprehensive basis law regions region area areas certain which whose into within immediately soon implemented implementation provided agreement article paragraph point part parts lifted "
    "held done made carrying carry out carried latest finish finished finalized process own launch take takes following follows".split()
)
_IRREGULAR = {"left": "leave", "gone": "leave", "freed": "free", "withdrew": "withdraw", "paid": "pay"}
# What a long name is about stands before these words.
_SIDE_ISSUE = re.compile(
    r"\b(?:on the basis of|in accordance with|to be finali[sz]ed|by the end of|throughout|in the|of the)\b"
)
# "Its withdrawal under Article 4" is about the withdrawal.
_BY_CLAUSE = re.compile(
    r"\s+(?:under|pursuant to|in accordance with|according to|as (?:required|provided|set out|foreseen) (?:by|in|under))\s+"
    r"(?:the\s+)?(?:article|paragraph|point|section|annex|clause)s?\s.*",
    re.I | re.S,
)
_MOST = 5


def stems(words: str) -> frozenset[str]:
    """The first content words, cut short, so that "release" and "released" are one; numbers and letters stay."""
    words = _BY_CLAUSE.sub("", words)
    if len(words.split()) > 6:
        words = _SIDE_ISSUE.split(words)[0]
    found: list[str] = []
    for word in re.findall(r"[A-Za-z0-9][\w'-]*", words):
        # "Party A", "step 2": a letter or number tells things apart that are otherwise alike.
        marks = word.isdigit() or (word.isupper() and (word != "A" or not found))
        if word.lower() not in _STOP and (len(word) > 2 or marks):
            found.append(_stem(word.lower()))
    return frozenset(found[:_MOST])


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    if len(word) <= 7:
        word = re.sub(r"(?:es|ed|s|e|ing)$", "", word) if len(word) > 4 else word
    return word[:6]
