"""ACTOR003: two names for one body."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.sentences import sentences

_HEADS = r"Room|Commission|Committee|Mechanism|Cell|Board|Council|Mission|Centre|Center|Office|Team|Group|Force"
_NAME = re.compile(rf"\b((?:[A-Z][\w-]+\s+(?:and\s+|for\s+|of\s+)?){{1,5}}(?:{_HEADS}))\b")
_PLAIN = {"the", "and", "for", "of", "a"}


def check(agreement: Agreement) -> Iterator[Hit]:
    known: dict[frozenset[str], str] = {}
    for sentence in sentences(agreement):
        for match in _NAME.finditer(sentence.text):
            words = match[1].removeprefix("The ").split()
            key = frozenset(word.lower() for word in words) - _PLAIN
            other = next((name for k, name in known.items() if _near(key, k)), None)
            if other and key not in known:
                yield sentence.hit(match.start(1), match.end(1), f'"{{words}}" and "{other}" may be one body or two')
            known.setdefault(key, " ".join(words))


def _near(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two names have the same kind of body and differ in one word, or say one kind in two words."""
    kinds = {kind.lower() for kind in _HEADS.split("|")}
    same = one & two
    one_word = len(one - two) == len(two - one) == 1 and len(same) >= 2 and bool(same & kinds)
    return one_word or _alike_kinds(one, two)


def _alike_kinds(one: frozenset[str], two: frozenset[str]) -> bool:
    places = {"room", "centre", "center", "cell", "office"}
    return bool(one & places) and bool(two & places) and one & places != two & places


RULE = Rule(
    code="ACTOR003",
    name="two-names-for-one-body",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        "Finds bodies whose names share their main words and differ in one: a Joint Operations Room and a "
        "Security Operations Room."
    ),
    why=(
        "A body with two names is two bodies when it suits. Two United Nations texts of one day in "
        "October 2020 call the same Libyan body a Joint Police Operations Room and a Security and "
        "Operations Room."
    ),
    bad="The Joint Police Room shall report daily. The Joint Security Room shall patrol.",
    good='The Joint Police Room ("JPR") shall report daily. The JPR shall patrol.',
    readings=(
        "One side reads: one body. It refuses a second budget and a second chair.",
        "The other side reads: two bodies. It claims the chair of the second.",
    ),
    suggestion="Define one name and use it everywhere.",
    check=check,
)
