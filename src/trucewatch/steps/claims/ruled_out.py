"""Stances that the words of a proposition rule out, whatever they sound like to a judge."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .polarity import negated
from .propositions import Proposition
from .telling import in_public, what_is_told

_PRIVATE = (
    ("REPORT_PRIVATE_AFFIRM", "AFFIRM"),
    ("REPORT_PRIVATE_COMMIT", "COMMIT"),
    ("REPORT_PRIVATE_DENY", "DENY_OBLIGATION"),
    ("REPORT_PRIVATE_DELAY", "DELAY"),
    ("REPORT_PRIVATE_WITHDRAW", "WITHDRAW"),
    ("REPORT_PRIVATE_ADMIT", "BREACH_ADMITTED"),
)
# What somebody says who will not say more.
_SAYS_NOTHING = frozenset(
    "comment say add answer discuss respond reply speak statement response word silent silence aware know remark speculate "
    "disclose reveal unanswered mum quiet decline ignore absent intervene elaborate explain confirm deny decide early".split()
)
# Who may be a monitor without being called one.
_ADDRESSED = frozenset("you your team delegation patrol this they them".split())
_NO_PARTY = frozenset({"analyst", "third"})


def ruled_out(
    parse: Parse,
    p: Proposition,
    own: tuple[Token, ...],
    sentence: Sequence[Token],
    conditions: frozenset[str],
    vocabulary: ReportVocabulary,
) -> tuple[tuple[str, str], ...]:
    """The stances that a proposition cannot take, each with the one that takes its place or ""."""
    found: list[tuple[str, str]] = []
    classes, speech = vocabulary.classes, vocabulary.speech
    lemmas = {t.lemma for t in own}
    around = {t.lemma.lower() for t in sentence}
    if in_public(parse, own, p.frame):
        found += _PRIVATE
    monitors = classes["monitor"] | classes["third_party"] | classes["biased"] | _ADDRESSED
    if around.isdisjoint(monitors):
        found.append(("ATTACK_MONITOR", "ACCUSE"))
    told, denied = what_is_told(parse, p, speech), negated(parse, p)
    says = told is not None or (p.frame is not None and not denied)
    if says and lemmas.isdisjoint(_SAYS_NOTHING - {p.head.lemma} if told else _SAYS_NOTHING):
        found.append(("PUBLIC_SILENCE", ""))
    denies = denied or speech.get(p.head.lemma) == "deny" or (told is not None and told[0] == "negative")
    if conditions & _NO_PARTY and not denies:
        # A journalist who says that shells hit a mill denies nothing and did not fire them.
        found += [("DENY_CONDUCT", ""), ("JUSTIFY", "")]
    return tuple(found)
