"""Mends verbs inside quotation marks that taggers take for participles: '"Our last fighters left at dawn," he said'."""

from collections.abc import Mapping
from dataclasses import replace

from trucewatch.core.parse import FINITE, Token

from .name_mending import NOUNS

# What is not done to anybody: "the men killed at dawn" killed nobody.
_GOES = frozenset("leave return retreat withdraw move advance arrive cross enter depart stay remain".split())


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
