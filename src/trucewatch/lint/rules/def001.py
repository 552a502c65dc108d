"""DEF001: undefined key term."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import sentences, whole_text
from trucewatch.lint.watchlist import WatchedTerm, watched_terms

_LISTED_NEXT = r"\bsuch acts as\b|\bfollowing acts\b|\bincludes, but\b"
_NAMED_HERE = r"\bannex|\blisted\b|\blist of\b|\bnamely\b|\bcalib|\d ?mm\b|\bas defined\b|\bmeans\b|\bhereinafter|grade|\bsuch acts as\b|\bspecified\b"

# "the Terrorist Ordinance" is the name of a law.
_IN_A_NAME = re.compile(r"[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*\s+(?:Act|Ordinance|Law|Code|Decree|Bill|Order)\b")


def check(agreement: Agreement) -> Iterator[Hit]:
    text = whole_text(agreement)
    known = {definition.term.lower() for definition in agreement.definitions}
    terms = [term for term in watched_terms() if not _defined(term, text, known)]
    reported: set[str] = set()
    for sentence in sentences(agreement):
        for term in terms:
            match = None if term.id in reported else cue(term.pattern).search(sentence.text)
            if (
                match is None
                or cue(_NAMED_HERE).search(sentence.full)
                or _IN_A_NAME.match(sentence.text[match.start() :])
            ):
                continue
            reported.add(term.id)
            yield sentence.hit(
                match.start(), match.end(), '"{words}" carries a duty and is defined nowhere', Severity(term.severity)
            )
            break


def _defined(term: WatchedTerm, text: str, known: set[str]) -> bool:
    if any(cue(term.pattern).search(other) for other in known):
        return True
    lines = text.splitlines()
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        # The list of what a term covers may stand in the sentence after it.
        if cue(term.pattern).search(line) and (cue(_NAMED_HERE).search(line) or cue(_LISTED_NEXT).search(following)):
            return True
    return bool(
        cue(
            rf"[\"“'‘]?(?:{term.pattern})[\"”'’]? (?:\([^)]*\) )?(?:means?|shall mean|(?:in this (?:case|context) )?is (?:any|an?)|are (?:those|all)|refers? to|includes?|is understood|comprises?)\b"
            rf"|(?:{term.pattern})[\"”]?,? (?:including|such as|namely)\b"
        ).search(text)
    )


RULE = Rule(
    code="DEF001",
    name="undefined-key-term",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds terms of a watch-list (foreign fighter, heavy weapons, violation, front line and others) "
        "that a duty uses and nothing defines."
    ),
    why=(
        "A duty reaches as far as its words. For the mercenaries and foreign fighters of the Libyan text "
        "analysts asked at once for a definition; the day in January 2021 passed without movement."
    ),
    bad="Mercenaries shall leave by 1 May.",
    good='"Mercenary" means any person named in Annex F. Mercenaries shall leave by 1 May.',
    readings=(
        "The bearer reads: the narrow sense. Advisers and trainers stay.",
        "The other side reads: the wide sense. It counts each adviser as a breach.",
    ),
    suggestion="Define the term in the first article, or list what it covers in an annex.",
    check=check,
)
