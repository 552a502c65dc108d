"""Mends subjects: lists of names taken for other names of the first, and nouns hung on an auxiliary."""

from dataclasses import replace

from trucewatch.core.parse import Token

from .name_mending import is_below

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def join_listed(tokens: list[Token], low: int, high: int) -> None:
    """Makes three of "Sudan, the Front and the Movement signed", where parsers take the Front for another name of Sudan.

    A comma behind the last ("The mediators, Egypt and Qatar, said") makes it an apposition.
    """
    for name in tokens[low:high]:
        first = tokens[name.head]
        single = first.dep in _SUBJECTS and first.tag not in ("NNS", "NNPS") and first.entity != "PERSON"
        if name.dep != "appos" or name.pos != "PROPN" or not single:
            continue
        last = next((t for t in tokens[name.i : high] if t.dep == "conj" and t.head == name.i), None)
        if last is None or last.pos != "PROPN" or "PERSON" in (name.entity, last.entity):
            continue
        end = max(t.i for t in tokens[last.i : high] if is_below(tokens, t, last))
        verb = tokens[first.head]
        if end + 1 < high and verb.i in (end + 1, tokens[end + 1].head) and tokens[end + 1].pos in ("VERB", "AUX"):
            tokens[name.i] = replace(name, dep="conj")


def hang_on_verb(tokens: list[Token], low: int, high: int) -> None:
    """Hangs the commentators of "Commentators have for weeks accused the mission" on the verb instead of "have"."""
    subjects = [t for t in tokens[low:high] if t.dep in _SUBJECTS]
    for subject in subjects:
        helper = tokens[subject.head]
        # "Should a shell fall, the army will answer": the verb has a subject of its own.
        if helper.dep in ("aux", "auxpass") and all(t.head != helper.head for t in subjects):
            tokens[subject.i] = replace(subject, head=helper.head)
