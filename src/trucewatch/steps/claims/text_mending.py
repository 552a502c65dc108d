"""Mends what texts say, which taggers take for things: "Article 4 bars ...", "the deal, in force since Monday, obliges ..."."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import Token

from .name_mending import NOUNS, root_of
from .verb_mending import LEFT

# What texts do; taggers take it for many things.
RULES = frozenset(
    "oblige bind bar forbid commit entitle ban require provide stipulate prohibit foresee prescribe".split()
)
_ALSO_THINGS = frozenset("deal limit demand concern cover list reserve guarantee let".split())
_BELOW = frozenset("dobj prep ccomp xcomp advcl relcl acl appos".split())


def free_ruler(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "bars" of "Article 4 bars either side from ..." the verb of the article."""
    root = root_of(tokens, low, high)
    if root is None or root.i == low:
        return
    if root.pos == "VERB" and root.tag == "VBZ" and root.lemma in RULES | _ALSO_THINGS:
        _give_noun(tokens, root, low, high)
        return
    rules = root.tag == "NNS" and root.lemma in RULES | _ALSO_THINGS
    subject = _subject(tokens, root, low) if rules else None
    if subject is None or not any(t.head == root.i and t.dep in _BELOW for t in tokens[root.i + 1 : high]):
        return
    tokens[root.i] = replace(root, pos="VERB", tag="VBZ")
    _make_subject(tokens, subject, tokens[root.i], low)
    for token in tokens[root.i + 1 : high]:
        if token.head == root.i and token.dep == "appos":
            tokens[token.i] = replace(token, dep="dobj")


def free_ruler_behind_lead(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "reserves" of "The protocol on political questions reserves thirty seats" the verb of the protocol."""
    for verb in tokens[low + 3 : high - 2]:
        lead, before = tokens[verb.head], tokens[verb.i - 1]
        rules = verb.tag == "NNS" and verb.dep == "pobj" and verb.lemma in RULES | _ALSO_THINGS
        if (
            not rules
            or before.head != verb.i
            or before.dep != "compound"
            or tokens[verb.i + 1].pos not in ("DET", "NUM")
        ):
            continue
        noun, root = tokens[lead.head], root_of(tokens, low, high)
        if root is None or noun.pos not in NOUNS or noun.i > lead.i or lead.lower != "on":
            continue
        tokens[before.i] = replace(before, head=lead.i, dep="pobj")
        for token in tokens[lead.i + 1 : before.i]:
            if token.head == verb.i:
                tokens[token.i] = replace(token, head=before.i)
        teller = tokens[noun.head]
        told = teller.i < noun.i and teller.pos == "VERB"
        # "The lawyers maintain that the ban on recruitment concerns the army only"
        head, dep = (teller.i, "ccomp") if told else (verb.i, "ROOT")
        tokens[verb.i] = replace(verb, head=head, dep=dep, pos="VERB", tag="VBZ")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
        if root.i > verb.i:
            tokens[root.i] = replace(root, head=verb.i, dep="dobj")
        return


def _subject(tokens: Sequence[Token], root: Token, low: int) -> Token | None:
    """Whose verb a word is: the noun that the parser made its subject, or one by its number, "Article 4"."""
    for token in tokens[low : root.i]:
        if token.head == root.i and token.dep == "nsubj" and token.pos in NOUNS:
            return token
    number = tokens[root.i - 1]
    noun = tokens[number.i - 1] if number.i > low else number
    numbered = number.pos == "NUM" and noun.pos in NOUNS and number.head in (noun.i, root.i)
    return noun if numbered and noun.head == root.i and noun.dep in LEFT else None


def _give_noun(tokens: list[Token], verb: Token, low: int, high: int) -> None:
    """Gives "foresees" in "The protocol foresees a commission" the noun in front of it, taken for a part of its name."""
    noun = tokens[verb.i - 1]
    owned = any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in tokens[low:high])
    if not owned and noun.pos in NOUNS and noun.head == verb.i and noun.dep in ("compound", "nmod"):
        _make_subject(tokens, noun, verb, low)


def _make_subject(tokens: list[Token], noun: Token, verb: Token, low: int) -> None:
    tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
    for token in tokens[low : verb.i]:
        if token.i != noun.i and token.head == verb.i and token.dep in LEFT:
            tokens[token.i] = replace(token, head=noun.i)
