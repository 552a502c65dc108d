"""Checks made of cue patterns, and the patterns that several rules share."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from trucewatch.core.model import Agreement, Clause, ClauseKind, Hit, Severity

from .sentences import Sentence, has_firm_limit, once_for_each_agreement, sentences, whole_text

PARTY = r"(?:(?:the|each|either|both|every|any|all|that|one|other)\s+)*(?:armed\s+|signatory\s+|warring\s+|opposing\s+)?(?:part(?:y|ies)|sides?|signator(?:y|ies))"
# Words that introduce a body which watches from outside.
MONITOR = (
    r"(?:(?:monitor|observer|verifier|inspector)s?\b|monitoring\s+(?:mission|mechanism|team|body|commission|committee)s?\b|"
    r"(?:observation|observer|verification)\s+(?:mission|mechanism|team|force)s?\b|missions?\b|mechanisms?\b|OSCE\b|UN\b|United\s+Nations\b|"
    r"African\s+Union\b|AU\b|commissions?\b|committees?\b|[A-Z]{3,}\b)"
)
LISTED = r"(?:\bannex(?:es)?\b|\bappendi(?:x|ces)\b|\bschedules?\b|\blisted\b|\blists?\b|\binventor(?:y|ies)\b|\bdeclared\b|\bregister(?:s|ed)?\b|\btables?\b)"
NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|quarter|third)"


_LOOK_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")


@cache
def cue(pattern: str) -> re.Pattern[str]:
    """The pattern compiled: a blank stands for any white space; case counts only in `[A-Z]`."""
    pattern = pattern.replace("[A-Z]", "(?-i:[A-Z])")
    # A look-behind needs a fixed width, so there a blank stands for one character.
    fixed = _LOOK_BEHIND.sub(lambda found: found[0].replace(" ", r"\s"), pattern)
    optional = re.sub(r"(?<!\\) [?*]", r"\\s*", fixed)
    return re.compile(re.sub(r"(?<!\\) ", r"\\s+", optional), re.I)


def flag(
    pattern: str,
    message: str,
    *,
    unless: str | None = None,
    unless_in_article: str | None = None,
    unless_anywhere: str | None = None,
    firm_limit_mends: bool = False,
    once: bool = False,
    first_only: bool = False,
    severity: Severity | None = None,
) -> Callable[[Agreement], Iterator[Hit]]:
    """A check that hits the first match of a cue in each sentence.

    The cue is let pass where another pattern stands in the same sentence, anywhere in its article, or
    anywhere in the agreement, and, with `firm_limit_mends`, where the sentence has a measurable time
    limit. `once` reports each wording only at its first place, `first_only` the cue as a whole. `{words}`
    in the message is the cue found.
    """
    sought = cue(pattern)

    def check(agreement: Agreement) -> Iterator[Hit]:
        if unless_anywhere and cue(unless_anywhere).search(whole_text(agreement)):
            return
        seen: set[str] = set()
        around = articles(agreement) if unless_in_article else {}
        for sentence in sentences(agreement):
            match = sought.search(sentence.text)
            if match is None or (unless and cue(unless).search(sentence.full)):
                continue
            if unless_in_article and cue(unless_in_article).search(around[sentence.clause.id]):
                continue
            if firm_limit_mends and has_firm_limit(sentence.full):
                continue
            words = " ".join(match[0].lower().split())
            if once and words in seen:
                continue
            seen.add(words)
            yield sentence.hit(match.start(), match.end(), message, severity)
            if first_only:
                return

    return check


def all_of(*checks: Callable[[Agreement], Iterator[Hit]]) -> Callable[[Agreement], Iterator[Hit]]:
    """A check that runs several and keeps one hit for each sentence: the first check's."""

    def check(agreement: Agreement) -> Iterator[Hit]:
        starts = [sentence.start for sentence in sentences(agreement)]
        taken: set[int] = set()
        for each in checks:
            for hit in each(agreement):
                place = bisect_right(starts, hit.start)
                if hit.clause is None or place not in taken:
                    taken.add(place)
                    yield hit

    return check


@once_for_each_agreement
def articles(agreement: Agreement) -> Mapping[str, str]:
    """For each operative clause the words of the whole article, or numbered point, that it belongs to."""
    home = article_ids(agreement)
    words: dict[str, list[str]] = {}
    for sentence in sentences(agreement):
        words.setdefault(home[sentence.clause.id], []).append(sentence.text)
    joined = {article: "\n".join(parts) for article, parts in words.items()}
    return {clause: joined[article] for clause, article in home.items() if article in joined}


@once_for_each_agreement
def article_ids(agreement: Agreement) -> Mapping[str, str]:
    """The id of the article, or of the outermost numbered point, for each clause."""
    by_id = {clause.id: clause for clause in agreement.clauses}

    def top(clause: Clause) -> str:
        above = by_id.get(clause.parent or "")
        while above is not None and above.kind not in (ClauseKind.PART, ClauseKind.ANNEX, ClauseKind.TITLE):
            clause, above = above, by_id.get(above.parent or "")
        return clause.id

    return {clause.id: top(clause) for clause in agreement.clauses}


@once_for_each_agreement
def article_sentences(agreement: Agreement) -> Mapping[str, tuple[Sentence, ...]]:
    """The sentences of each article, in order."""
    home = article_ids(agreement)
    grouped: dict[str, list[Sentence]] = {}
    for sentence in sentences(agreement):
        grouped.setdefault(home[sentence.clause.id], []).append(sentence)
    return {article: tuple(parts) for article, parts in grouped.items()}
