"""Mends verbs that parsers part from their helpers or take for participles, most often in what is quoted.

'"Our last fighters left at dawn," he said', 'it "has not and will not attack"'.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import FINITE, Token

from .name_mending import NOUNS

# What is not done to anybody: "the men killed at dawn" killed nobody.
_GOES = frozenset("leave return retreat withdraw move advance arrive cross enter depart stay remain".split())

# What has been done to people and things that are to be freed, returned or left.
_SUFFERED = frozenset(
    "capture wound detain arrest occupy seize kidnap abduct imprison jail injure displace steal loot damage destroy besiege "
    "confiscate intern disable disarm demobilise demobilize conscript recruit exile".split()
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_HELPS = frozenset("have do".split())

_MODALS = frozenset("would could should might will can".split())


def free_quoted(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "left" of '"Our last fighters left at dawn," its spokesman said' the verb of what is said.

    Where it stays a participle, '"Two soldiers killed at dawn," he said', the soldiers at least are not those who say it.
    """
    for told in tokens[low + 3 : high]:
        if told.lemma not in speech or told.tag not in FINITE:
            continue
        kids = [t for t in tokens[low : told.i] if t.head == told.i and t.i != told.i]
        noun = next((t for t in kids if t.dep in ("nsubj", "ccomp") and t.pos in NOUNS), None)
        teller = next((t for t in tokens[low:high] if t.head == told.i and t.dep == "nsubj" and t is not noun), None)
        mark = next((t for t in tokens[noun.i if noun else told.i : told.i] if t.text == '"'), None)
        if noun is None or mark is None or teller is None or teller.i < mark.i:
            continue
        verb = tokens[noun.i + 1]
        taken = verb.dep in ("acl", "relcl") and verb.head == noun.i and verb.tag in ("VBN", "VBD")
        others = any(t.tag in FINITE for t in tokens[low : mark.i] if t.i != verb.i)
        acts = verb.tag == "VBD" or verb.lemma in _GOES
        acts = acts or any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i : mark.i])
        if not taken or not acts or others:
            tokens[noun.i] = replace(noun, dep="ccomp")
            continue
        tokens[verb.i] = replace(verb, head=told.i, dep="ccomp", tag="VBD", pos="VERB")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
        for token in tokens[verb.i + 1 : mark.i]:
            if token.head in (noun.i, told.i) and token.dep != "punct":
                tokens[token.i] = replace(token, head=verb.i)


def join_helpers(tokens: list[Token], low: int, high: int) -> None:
    """Gives both helpers of "has not and will not attack" the one verb: it is denied that somebody has done it."""
    for join in tokens[low + 2 : max(low, high - 3)]:
        helper, first, later, second = tokens[join.i - 2], tokens[join.i - 1], tokens[join.i + 1], tokens[join.i + 2]
        verb = tokens[later.head]
        denied = first.dep == "neg" and second.dep == "neg" and join.lower in ("and", "or")
        if not denied or helper.lemma not in _HELPS or later.tag != "MD" or not join.i < verb.i < high:
            continue
        parted = verb.dep == "conj" and verb.head == helper.i
        tag = "VBN" if helper.lemma == "have" and verb.tag == "VB" else verb.tag
        if parted:
            tokens[verb.i] = replace(
                verb, head=verb.i if helper.head == helper.i else helper.head, dep=helper.dep, tag=tag
            )
        elif helper.head == verb.i:
            tokens[verb.i] = replace(verb, tag=tag)
        else:
            continue
        for token in tokens[low:high] if parted else ():
            if token.head == helper.i and token.i not in (verb.i, helper.i):
                tokens[token.i] = replace(token, head=verb.i)
        tokens[helper.i] = replace(helper, head=verb.i, dep="aux", pos="AUX")
        tokens[first.i] = replace(first, head=verb.i)
        tokens[join.i] = replace(join, head=helper.i)
        tokens[later.i] = replace(later, head=helper.i, dep="conj")
        tokens[second.i] = replace(second, head=later.i)


def free_sufferers(tokens: list[Token], low: int, high: int) -> None:
    """Reads "to free the captured officers and wounded soldiers" as two that are to be freed: nobody wounded them just then."""
    for verb in tokens[low + 2 : max(low, high - 1)]:
        above, noun = tokens[verb.head], tokens[verb.i + 1]
        bare = noun.head == verb.i and noun.dep == "dobj" and noun.tag == "NNS"
        joined = verb.dep == "conj" and verb.tag in ("VBD", "VBN") and tokens[verb.i - 1].lower == "and"
        if not (bare and joined and above.tag == "VB" and verb.lemma in _SUFFERED):
            continue
        kids = [t for t in tokens[low:high] if t.head == above.i and t.i < verb.i]
        first = next((t for t in reversed(kids) if t.dep in ("dobj", "attr", "oprd") and t.i > above.i), None)
        if first is None or not any(t.dep == "aux" for t in kids):
            continue
        together = first.pos == "ADJ" and first.i + 2 == verb.i
        head, dep = (above.i, "dobj") if together else (first.i, "conj")
        for token in tokens[low:high]:
            if token.head == verb.i and token.i != noun.i:
                tokens[token.i] = replace(token, head=above.i)
            elif together and token.head == first.i:
                tokens[token.i] = replace(token, head=noun.i)
        tokens[noun.i] = replace(noun, head=head, dep=dep)
        tokens[verb.i] = replace(verb, head=noun.i, dep="amod", tag="VBN")
        tokens[verb.i - 1] = replace(tokens[verb.i - 1], head=first.i)
        if together:
            # "the sick and wounded detainees"
            tokens[first.i] = replace(first, head=noun.i, dep="amod")


def join_tellers(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Joins the "pledged" of "denied that the army had shelled Mako and pledged to free them" to "denied": the tenses differ.

    So is the "complained" of "said his men would leave and complained that nobody paid them".
    """
    for verb in tokens[low + 2 : high]:
        above = tokens[verb.head]
        kids = [t for t in tokens[low:high] if t.head == verb.i]
        plain = not any(t.dep in (*_SUBJECTS, "aux", "auxpass") for t in kids) and _goes_on_saying(verb, kids)
        joined = verb.dep == "conj" and verb.tag == "VBD" and verb.lemma in speech and plain
        helpers = {t.lower for t in tokens[low : above.i] if t.head == above.i and t.dep == "aux"}
        had, would = "had" in helpers and above.tag == "VBN", above.tag == "VB" and bool(helpers & _MODALS)
        if not (joined and (had or would) and above.dep in ("ccomp", "acl", "relcl")):
            continue
        told = tokens[above.head]
        told = tokens[told.head] if told.pos in NOUNS else told
        charges = speech[verb.lemma] in ("accuse", "deny") and any(t.dep == "ccomp" for t in kids)
        apart = speech.get(told.lemma) == "deny" or (told.lemma in speech and (would or charges))
        if told.tag != verb.tag or told.i > above.i or not apart:
            continue
        tokens[verb.i] = replace(verb, head=told.i)
        join = next((t for t in reversed(tokens[above.i : verb.i]) if t.head == above.i and t.dep == "cc"), None)
        if join is not None:
            tokens[join.i] = replace(join, head=told.i)


def _goes_on_saying(verb: Token, kids: Sequence[Token]) -> bool:
    """Whether a verb that may be one of saying is: not in "had left the bridge but held the school"."""
    return verb.lemma != "hold" or any(t.dep == "ccomp" for t in kids)
