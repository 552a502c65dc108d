"""Clauses that sentences hide who acts or speaks in: "It is the Government that walked out", "the letter in which he says"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import FINITE, Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .known import NOTICE
from .mending import is_tree, uncleft
from .propositions import Proposition

_BODIES = ("group", "state_camp", "rebel_camp", "third_party", "forces", "units", "people")
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_WHO = frozenset("that which who".split())
_TO_BLAME = frozenset({"SUSPEND", "WITHDRAW", "BREACH"})
_FAILS = frozenset("fail refuse decline neglect".split())
WRONGS = ("attack", "seize", "violate", "obstruct")
# What agreements forbid beside the use of force.
_FORBIDDEN = frozenset(
    "enter cross plant lay recruit enlist conscript arm supply use deploy target support harbour harbor smuggle shelter".split()
)
_OF_NO_PARTY = frozenset({"DENY_OBLIGATION", "REINTERPRET_EXCLUDE", "REINTERPRET_NARROW"})
_JOINED = frozenset("sign join conclude accept enter reach".split())
_LEAVES = frozenset("withdraw leave quit exit abandon renounce repudiate scrap end".split())
_ONES = frozenset("we they you he she i".split())


def plain_clauses(parse: Parse, vocabulary: ReportVocabulary) -> Parse:
    """The parse with such clauses read as sentences of their own: "The Government walked out", "he says".

    Whoever is denied to be somebody ("the TNLA (not a signatory)") lends him no name.
    """
    bodies = frozenset().union(*(vocabulary.classes[name] for name in _BODIES))
    tokens = list(parse.tokens)
    changed = False
    for low, high in parse.sentences:
        before = tokens[low:high]
        if not any(t.tag in _RELATIVE or t.dep == "neg" for t in before):
            continue
        for who in before:
            if who.dep == "neg" and tokens[who.head].pos in ("NOUN", "PROPN"):
                _part(tokens, high, who)
            elif who.lower in _WHO and who.dep == "nsubj" and who.tag in _RELATIVE:
                _raise(tokens, low, high, who, bodies)
            elif who.lower in ("which", "where") and tokens[who.head].lemma in ("in", *vocabulary.speech):
                _free(tokens, low, high, who, vocabulary.speech)
        if tokens[low:high] != before and not is_tree(tokens, low, high):
            tokens[low:high] = before
        changed |= tokens[low:high] != before
    return Parse(tuple(tokens), parse.sentences) if changed else parse


def _part(tokens: list[Token], high: int, denied: Token) -> None:
    """Makes "the front" no other name of the government in "the Government, not the front, that ..."."""
    named = next((t for t in tokens[denied.i : high] if t.head == denied.head and t.dep == "appos"), None)
    if named is not None and denied.lower == "not":
        tokens[named.i] = replace(named, dep="dep")
        tokens[denied.i] = replace(denied, head=named.i)


def _raise(tokens: list[Token], low: int, high: int, who: Token, bodies: frozenset[str]) -> None:
    """Makes whoever acts the subject of the clause behind "that"; who does not ("not we but the army") stays beside."""
    clause = tokens[who.head]
    noun = _put_first(tokens, low, who, clause)
    first = tokens[noun.head] if noun.dep == "conj" else noun
    be = tokens[first.head]
    kids = [t for t in tokens[low:high] if t.head == be.i and t.i != be.i]
    it = next((t for t in kids if t.lower == "it" and t.dep == "nsubj" and t.i < be.i), None)
    if it is None or be.lemma != "be" or first.dep != "attr" or not _acts(tokens, noun, bodies):
        return
    denied = [t for t in kids if t.dep == "neg"]
    if first is not noun and not (denied and any(t.head == first.i and t.lower == "but" for t in tokens[low:high])):
        return
    uncleft(tokens, low, high, clause, noun, (be, it, who))
    for token in (first, *denied) if first is not noun else ():
        tokens[token.i] = replace(tokens[token.i], head=noun.i, dep="dep")


def _put_first(tokens: list[Token], low: int, who: Token, clause: Token) -> Token:
    """Who stands behind "It is", wherever the clause behind "that" hangs: under it, under "not the front", above both."""
    if clause.dep == "relcl":
        noun = tokens[clause.head]
        denied = noun.dep == "dep" and any(t.head == noun.i and t.dep == "neg" for t in tokens[low : noun.i])
        return tokens[noun.head] if denied else noun
    before = [t for t in tokens[low : who.i] if t.dep == "attr"]
    if clause.dep == "ccomp" and clause.i > who.i:
        # "It is Armenia that has failed to withdraw"
        for noun in reversed(before):
            if noun.head == clause.head and noun.i > clause.head:
                return noun
    return next((t for t in before if tokens[t.head].head == clause.i and tokens[t.head].dep == "ccomp"), clause)


def _free(tokens: list[Token], low: int, high: int, which: Token, speech: Mapping[str, str]) -> None:
    """Lets somebody speak beside the main clause: "take note of the letter in which the general says that ..."."""
    said = tokens[which.head] if which.lower == "where" else tokens[tokens[which.head].head]
    below = [t for t in tokens[low:high] if t.head == said.i and t.i != said.i]
    speaks = said.dep == "relcl" and said.lemma in speech and any(t.dep == "ccomp" and t.i > said.i for t in below)
    if not speaks or not any(t.dep == "nsubj" and t.tag not in _RELATIVE for t in below):
        return
    above = tokens[said.head]
    while above.head != above.i and above.pos not in ("VERB", "AUX"):
        above = tokens[above.head]
    if above.tag not in FINITE or above.dep not in ("ROOT", "conj"):
        return
    tokens[said.i] = replace(said, head=above.i, dep="conj")
    kids = [t for t in tokens[low:high] if t.head == above.i and t.i != above.i]
    if above.dep == "ROOT" and above.lemma == "take" and any(t.dep == "dobj" and t.lemma in NOTICE for t in kids):
        # Who takes note of a letter says nothing.
        tokens[said.i] = replace(said, head=said.i, dep="ROOT")
        tokens[above.i] = replace(above, head=said.i, dep="dep", pos="X")
        for token in kids:
            if token.dep == "nsubj":
                tokens[token.i] = replace(token, dep="dep")


def _acts(tokens: Sequence[Token], noun: Token, bodies: frozenset[str]) -> bool:
    """Whether a noun is somebody in particular: "It is the agreement that binds us" speaks of what went before."""
    if any(t.head == noun.i and t.lower in ("a", "an", "only") for t in tokens[max(0, noun.i - 8) : noun.i]):
        return False
    return noun.text[:1].isupper() or noun.lower in _ONES or noun.lemma.lower() in bodies


def by_clause(
    parse: Parse,
    p: Proposition,
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
    stance: str,
    is_text: Callable[[Token | None], bool],
) -> str:
    """The stance, or what takes its place by the way the clause is built; "" for none."""
    stance = _beside_the_main(parse, p, _blames(parse, p, conditions, stance), is_text)
    says = (p.frame is not None or p.where == "report") and "party" in conditions
    return _denies_all(parse, p, classes, stance) if stance and says else stance


def _blames(parse: Parse, p: Proposition, conditions: frozenset[str], stance: str) -> str:
    """The stance of what stood behind "It is X that ...": whoever says so of another accuses him of it."""
    verbs = (p.head, *p.control)
    singled_out = any(
        k.lower == "it" and k.dep == "dep" and k.pos == "X" for verb in verbs for k in parse.children(verb)
    )
    if not singled_out:
        return stance
    failed = any(verb.lemma in _FAILS and not parse.children(verb, "neg") for verb in verbs)
    others = p.subject is not None and any(k.lower == "other" for k in parse.children(p.subject))
    others = others or not conditions.isdisjoint(("other", "event"))
    return (
        "ACCUSE"
        if (failed and others and "party" in conditions) or ("other" in conditions and stance in _TO_BLAME)
        else stance
    )


def _denies_all(parse: Parse, p: Proposition, classes: Mapping[str, frozenset[str]], stance: str) -> str:
    """The stance of "has not and will not attack the rebels", whoever says it of himself or others: that nothing was done."""
    for verb in (p.head, *parse.children(p.head, "ccomp")):
        both = any(k.tag == "MD" and k.dep == "conj" for a in parse.children(verb, "aux") for k in parse.children(a))
        wrong = verb.lemma in _FORBIDDEN or any(verb.lemma in classes[name] for name in WRONGS)
        if both and wrong and parse.children(verb, "neg"):
            return "DENY_CONDUCT"
    return stance


def _beside_the_main(parse: Parse, p: Proposition, stance: str, is_text: Callable[[Token | None], bool]) -> str:
    """The stance, or what takes its place where only words about the subject gave it; "" for none.

    "The movement, which signed the ceasefire, said it was withdrawing from it" withdraws; "The Arakan Army, not a signatory,
    has a truce with the military" denies nothing.
    """
    subject = p.subject
    if subject is None:
        return stance
    denied = [t.i for k in parse.children(subject, "dep") if parse.children(k, "neg") for t in parse.subtree(k)]
    if denied and p.frame is None and p.where == "act" and stance in _OF_NO_PARTY:
        apart = frozenset(denied)
        return stance if any(t.dep == "neg" and t.i not in apart for t in p.subtree) else ""
    teller = p.frame.speaker if p.frame is not None else subject
    clauses = (p.head,) if p.frame is not None else parse.children(p.head, "ccomp")
    signed = teller is not None and any(
        clause.lemma in _JOINED and any(is_text(k) for k in parse.children(clause, "dobj"))
        for clause in parse.children(teller, "relcl")
    )
    return "WITHDRAW" if signed and any(_leaves_it(parse, clause) for clause in clauses) else stance


def _leaves_it(parse: Parse, verb: Token) -> bool:
    """Whether somebody leaves what was named before: "was withdrawing from it", "were leaving it"."""
    helped = {k.lower for k in parse.children(verb, "aux", "neg")}
    own = any(k.lower in _ONES | {"it"} for k in parse.children(verb, "nsubj"))
    left = [*(parse.children(verb, "dobj") if verb.lemma in _LEAVES else ()), *parse.behind(verb, "from", "of", "out")]
    if verb.lemma not in _LEAVES and not any(k.lower == "out" for k in parse.children(verb)):
        return False
    return (
        own and "it" in [t.lower for t in left] and helped.isdisjoint(("not", "n't", "never", "might", "may", "could"))
    )
