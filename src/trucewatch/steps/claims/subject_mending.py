"""Mends subjects: lists of names and tellers taken for other names of the first noun, and nouns hung on an auxiliary."""

from collections.abc import Mapping
from dataclasses import replace

from trucewatch.core.date_words import MONTHS, WEEKDAYS
from trucewatch.core.parse import DOERS, FINITE, Token

from .label_words import is_day_and_place, is_time
from .name_mending import NOUNS, is_below
from .signings import SIGNS

_DATES = frozenset((*MONTHS, *WEEKDAYS))
# Words of a day, and of a place, in front of an entry: "Mon 22 May, 2023, Old Ferry".
_DAY_WORDS = 9


def join_listed(tokens: list[Token], low: int, high: int) -> None:
    """Makes three of "Sudan, the Front and the Movement signed", where parsers take the Front for another name of Sudan.

    A comma behind the last ("The mediators, Egypt and Qatar, said") makes it an apposition.
    """
    for name in tokens[low:high]:
        first = tokens[name.head]
        single = first.dep in DOERS and first.tag not in ("NNS", "NNPS") and first.entity != "PERSON"
        if name.dep != "appos" or name.pos != "PROPN" or not single:
            continue
        last = next((t for t in tokens[name.i : high] if t.dep == "conj" and t.head == name.i), None)
        if last is None or last.pos != "PROPN" or "PERSON" in (name.entity, last.entity):
            continue
        end = max(t.i for t in tokens[last.i : high] if is_below(tokens, t, last))
        verb = tokens[first.head]
        if end + 1 < high and verb.i in (end + 1, tokens[end + 1].head) and tokens[end + 1].pos in ("VERB", "AUX"):
            tokens[name.i] = replace(name, dep="conj")


def part_day(tokens: list[Token], low: int, high: int) -> None:
    """Makes "7 Nov" the day of "7 Nov: the mission reported a clash", and nobody who acts in it; so with "7 Nov, Kilo"."""
    colon = next((i for i in range(low + 1, min(high - 1, low + _DAY_WORDS + 1)) if tokens[i].text == ":"), None)
    front = tokens[low:colon] if colon is not None else []
    words = " ".join(t.text for t in front)
    placed = is_day_and_place(words) and not any(t.entity == "PERSON" for t in front)
    if colon is None or not (is_time(words) or placed):
        return
    behind = range(colon + 1, high)
    root = next((tokens[i] for i in behind if tokens[i].head == i), None)
    root = root or next((tokens[i] for i in behind if tokens[i].head <= colon and tokens[i].pos != "PUNCT"), None)
    if root is None:
        return
    tokens[root.i] = replace(root, head=root.i, dep="ROOT")
    for token in tokens[low : colon + 1]:
        outside = token.head == token.i or token.head > colon
        dep = token.dep if token.pos in ("PUNCT", "NUM") else "npadvmod"
        entity = token.entity if token.text == ":" else "DATE"
        tokens[token.i] = replace(token, head=root.i if outside else token.head, dep=dep, entity=entity)
    for token in tokens[colon + 1 : high]:
        if token.head <= colon:
            tokens[token.i] = replace(token, head=root.i)


def hang_on_verb(tokens: list[Token], low: int, high: int) -> None:
    """Hangs the commentators of "Commentators have for weeks accused the mission" on the verb instead of "have"."""
    subjects = [t for t in tokens[low:high] if t.dep in DOERS]
    for subject in subjects:
        helper = tokens[subject.head]
        # "Should a shell fall, the army will answer": the verb has a subject of its own.
        if helper.dep in ("aux", "auxpass") and all(t.head != helper.head for t in subjects):
            tokens[subject.i] = replace(subject, head=helper.head)


def part_teller(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Takes "the commander observed" for an insertion in "Drones, the commander observed, are not banned", not for a name of drones."""
    for verb in tokens[low + 3 : high - 2]:
        noun = tokens[verb.i - 1]
        subject = tokens[noun.head]
        told = verb.tag == "VBD" and verb.lemma in speech and tokens[verb.i + 1].text == ","
        if not told or noun.dep != "appos" or subject.dep not in DOERS or subject.i > noun.i:
            continue
        main = tokens[subject.head]
        if subject.head == verb.i:
            # The parser took what is observed for what the drones do next.
            main = next((t for t in tokens[verb.i + 1 : high] if t.dep == "conj" and t.head == verb.i), verb)
            joined = any(
                (t.dep == "cc" and t.head == verb.i) or (t.head == main.i and t.dep in DOERS) for t in tokens[low:high]
            )
            if main is verb or joined:
                continue
            tokens[main.i] = replace(main, head=verb.head if verb.head != verb.i else main.i, dep=verb.dep)
            passive = any(t.dep == "auxpass" and t.head == main.i for t in tokens[verb.i : high])
            tokens[subject.i] = replace(subject, head=main.i, dep="nsubjpass" if passive else "nsubj")
        elif verb.dep != "acl" or verb.head != noun.i or main.i < verb.i:
            continue
        tokens[verb.i] = replace(verb, head=main.i, dep="parataxis")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")


def raise_main(tokens: list[Token], low: int, high: int) -> None:
    """Makes "accused" the main verb of "The spokesman, writing on X as @front, accused the army", and not what he did meanwhile."""
    for aside in tokens[low + 2 : high]:
        if aside.tag != "VBG" or aside.head != aside.i or tokens[aside.i - 1].text != ",":
            continue
        own = [t for t in tokens[low:high] if t.head == aside.i and t.i != aside.i]
        subject = next((t for t in own if t.dep in DOERS and t.i < aside.i), None)
        verb = next((t for t in own if t.dep == "conj" and t.tag in FINITE), None)
        if (
            subject is None
            or verb is None
            or any(t.dep in ("aux", "cc") for t in own)
            or tokens[verb.i - 1].text != ","
        ):
            continue
        tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        tokens[aside.i] = replace(aside, head=verb.i, dep="advcl")
        tokens[subject.i] = replace(subject, head=verb.i)
        return


def give_teller(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes "Farhad Shami" the subject of "The army shelled the dam, Farhad Shami, head of the press centre, said"."""
    for verb in tokens[low + 4 : high]:
        ends = verb.i + 1 >= high or tokens[verb.i + 1].pos in ("PUNCT", "ADP")
        if verb.tag != "VBD" or verb.lemma not in speech or not ends or tokens[verb.i - 1].text != ",":
            continue
        own = [t for t in tokens[low:high] if t.head == verb.i and t.i != verb.i]
        told = next((t for t in own if t.dep == "ccomp" and t.i < verb.i), None)
        if told is None or any(t.dep in DOERS for t in own):
            continue
        named = (t for t in tokens[told.i + 1 : verb.i] if (t.head, t.entity, t.pos) == (told.i, "PERSON", "PROPN"))
        name = next((t for t in named if t.dep in ("npadvmod", "dobj", "appos", "dep", "conj")), None)
        first = min(
            [t.i for t in tokens[low:high] if name is not None and t.head == name.i and t.i < name.i], default=0
        )
        if name is not None and tokens[(first or name.i) - 1].text == ",":
            tokens[name.i] = replace(name, head=verb.i, dep="nsubj")
            return


def join_deeds(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Lets one subject do all in "He rejected the complaint, said that nobody was there, and invited the mission".

    Parsers take what he did first for what is said, and what he did last for what those did of whom he spoke.
    """
    for said in tokens[low:high]:
        if said.lemma not in speech or said.tag != "VBD":
            continue
        own = [t for t in tokens[low:high] if t.head == said.i and t.i != said.i]
        if any(t.dep in DOERS for t in own):
            continue
        first = next((t for t in own if t.dep == "ccomp" and t.i < said.i and t.tag == "VBD"), None)
        clause = next((t for t in own if t.dep == "ccomp" and t.i > said.i), None)
        if first is None or clause is None or tokens[said.i - 1].text != ",":
            continue
        if tokens[said.i + 1].lower != "that" or not any(
            t.head == first.i and t.dep in DOERS for t in tokens[low:high]
        ):
            continue
        head, dep = (first.i, "ROOT") if said.head == said.i else (said.head, said.dep)
        tokens[first.i] = replace(first, head=head, dep=dep)
        tokens[said.i] = replace(said, head=first.i, dep="conj")
        for last in tokens[clause.i : high]:
            listed = last.dep == "conj" and last.head == clause.i and last.tag == "VBD"
            if listed and tokens[last.i - 1].lower == "and" and tokens[last.i - 2].text == ",":
                tokens[last.i] = replace(last, head=first.i)
                tokens[last.i - 1] = replace(tokens[last.i - 1], head=first.i)


def join_signers(tokens: list[Token], low: int, high: int) -> None:
    """Joins the second to the first who signs in "signed by A for the government and by B for the rebels"."""
    for verb in tokens[low:high]:
        first = next((t for t in tokens[verb.i + 1 : high] if t.head == verb.i and t.dep == "agent"), None)
        if verb.lemma not in SIGNS or verb.tag != "VBN" or first is None:
            continue
        signer = next((t for t in tokens[first.i + 1 : high] if t.head == first.i and t.dep == "pobj"), None)
        for again in tokens[first.i + 2 : high - 1]:
            both = tokens[again.i - 1]
            other = next((t for t in tokens[again.i + 1 : high] if t.head == again.i and t.dep == "pobj"), None)
            if again.lower != "by" or both.text not in ("and", ",") or signer is None or other is None:
                continue
            # "Signed by A on 3 May and by B on 4 May": each has a day of its own.
            dated = any(t.lower in _DATES for t in tokens[first.i : again.i])
            if dated or other.pos not in NOUNS or other.entity in ("DATE", "TIME") or other.tag == "VBG":
                continue
            tokens[other.i] = replace(other, head=signer.i, dep="conj")
            tokens[again.i] = replace(again, head=other.i, dep="case")
            if both.text == "and":
                tokens[both.i] = replace(both, head=signer.i, dep="cc")
            signer = tokens[other.i]


def raise_met(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "civilians" of "Civilians interviewed at Ganyiel said that ..." those who say it, and not who interview."""
    for met in tokens[low + 1 : high]:
        said, who = tokens[met.head], tokens[met.i - 1]
        taken = met.dep == "ccomp" and met.tag in ("VBD", "VBN") and said.i > met.i and said.lemma in speech
        if not taken or who.head != met.i or who.dep not in DOERS or who.pos not in NOUNS:
            continue
        own = any(t.head == said.i and t.dep in DOERS for t in tokens[low:high])
        done = any(t.head == met.i and t.dep in ("dobj", "aux", "ccomp", "xcomp", "neg") for t in tokens[low:high])
        if own or done or said.tag not in FINITE or any(t.text in (",", ";", '"') for t in tokens[met.i : said.i]):
            continue
        tokens[who.i] = replace(who, head=said.i, dep="nsubj")
        tokens[met.i] = replace(met, head=who.i, dep="acl", tag="VBN")


# What finds the subjects of a sentence, in this order.
SUBJECTS = (raise_main, join_listed, join_signers, hang_on_verb)
