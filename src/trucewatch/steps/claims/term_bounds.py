"""Where the words of a duty begin and end: neither "accepted on [2 May, that]" nor the predicate behind a relative clause."""

from dataclasses import replace

from trucewatch.core.parse import Parse

from .clause_ends import SUBJECTS, bounded
from .owed_terms import NEGATED, THINGS, WORDS_OF_HONOUR, Term
from .wording import PRIVATE

_THINGS = ("dobj", "dative", "ccomp", "attr", "oprd")
_NO_THINGS = frozenset("day date time moment hour week month year reason way place point deadline".split())
# How many words may name what is owed in front of a relative clause, and follow in it.
_HEAD, _WIDEST = 6, 14


def without_asked(parse: Parse, term: Term) -> Term:
    """The term without the pronoun for who is asked, and how it was said: "[it to] hand over the ports [privately]"."""
    after = parse.tokens[term.first.i + 1 : term.first.i + 3]
    asked = term.first.pos == "PRON" and term.last.i > term.first.i + 1 and after[0].lower == "to"
    last = parse.tokens[term.last.i - 1] if term.last.lower in PRIVATE else term.last
    return replace(term, first=after[1] if asked else term.first, last=last)


def behind_colon(parse: Parse, term: Term) -> Term:
    """The term without what only leads to it: "[clear:] no shots after dark"; "bans three things: flights" has to stay."""
    words = parse.tokens[term.first.i : term.last.i + 1]
    at = next((n for n, t in enumerate(words[:_HEAD]) if t.text == ":"), 0)
    if (
        not at
        or at + 2 >= len(words)
        or term.first.pos == "VERB"
        or words[at + 1].text in ('"', "“")
        or words[at + 1].tag == "VBD"
    ):
        return term
    lead = words[at + 1].lower == "that" and words[at + 1].dep == "mark" and at + 3 < len(words)
    return replace(term, first=words[at + 1 + lead])


def forsworn(parse: Parse, term: Term) -> Term:
    """The term with the "not" in front of it: "undertook on that day [not to] recruit", which would say the opposite."""
    lead = parse.tokens[max(0, term.first.i - 2) : term.first.i]
    denied = len(lead) == 2 and lead[1].lower == "to" and lead[0].lower in NEGATED
    return replace(term, first=lead[0]) if denied else term


def without_source(parse: Parse, term: Term) -> Term:
    """The term without who says it: "stop flights[, according to the truce]"."""
    words = parse.tokens[term.first.i : term.last.i + 1]
    at = next((n for n, t in enumerate(words) if t.lower == "according" and n > 1), 0)
    return replace(term, last=words[at - 1 - (words[at - 1].text == ",")]) if at else term


def without_when(parse: Parse, term: Term) -> Term:
    """The term without the time or place in front of what is owed: "accepted on [2 August, that] the calendar be extended"."""
    lead = parse.tokens[term.first.i - 1] if term.first.i else term.first
    if lead.pos != "ADP" or term.first.entity not in ("DATE", "TIME", "GPE"):
        return term
    begins = parse.subtree(lead)[-1].i + 1
    while begins < term.last.i and (parse.tokens[begins].pos in ("PUNCT", "SCONJ")):
        begins += 1
    return replace(term, first=parse.tokens[begins]) if term.first.i < begins < term.last.i else term


def without_span(parse: Parse, term: Term) -> Term:
    """The term without the time that somebody is given for it: "[the rebels until Friday to] leave the airport"."""
    words = parse.tokens[term.first.i : term.last.i]
    to = next((n for n, t in enumerate(words[:9]) if t.lower == "to" and parse.tokens[t.i + 1].tag == "VB"), 0)
    timed = any(t.lower == "until" or t.entity in ("DATE", "TIME") for t in words[:to])
    if not timed or any(t.pos in ("VERB", "AUX") for t in words[:to]):
        return term
    return replace(term, first=parse.tokens[words[to].i + 1])


def before_predicate(parse: Parse, term: Term) -> Term:
    """The term without the predicate of what it is said of: "the guns that the front was to surrender [have vanished]"."""
    words = parse.tokens[term.first.i : term.last.i + 1]
    above = (a for a in parse.ancestors(term.first) if a.i < term.first.i)
    return replace(term, last=min((bounded(parse, words, a)[-1] for a in above), key=lambda t: t.i, default=term.last))


def with_what(parse: Parse, term: Term) -> Term:
    """The term with what is owed, where that stands in front of it: "[the guns that] the front was to surrender"."""
    inside = parse.tokens[term.first.i : term.last.i + 1]
    clause = next((a for a in (term.first, *parse.ancestors(term.first)) if a.dep == "relcl"), None)
    if clause is None:
        return term
    thing = parse.tokens[clause.head]
    begins = parse.subtree(clause)[0]
    doers = parse.children(clause, *SUBJECTS)
    if not doers or any(d.tag in ("WP", "WDT") for d in doers) or thing.i >= term.first.i or thing.pos != "NOUN":
        return term
    if begins.i and parse.tokens[begins.i - 1].text == ",":
        # "Fire on the camp, which nobody may do": what is told of a whole clause.
        return term
    verbs = [t for t in inside if t.tag in ("VB", "VBN") and t.dep in ("xcomp", "advcl", "relcl", "ccomp")]
    if not verbs or parse.children(verbs[-1], "auxpass"):
        return term
    done = [k for k in parse.children(verbs[-1], *_THINGS) if k.i > verbs[-1].i]
    would = any(k.lower == "would" for k in parse.children(clause, "aux"))
    if would or thing.lemma in WORDS_OF_HONOUR | THINGS:
        # "The assurance that every soldier must leave": what the word says.
        return term
    if done or thing.entity in ("DATE", "TIME") or thing.lemma in _NO_THINGS or begins.tag == "WRB":
        # "The day they are to leave": what is told of it is not done to it.
        return term
    low = parse.subtree(thing)[0]
    if thing.i - low.i > _HEAD or term.last.i - low.i > _WIDEST:
        return term
    return replace(term, first=low)
