"""Mends what taggers and parsers often get wrong in short sentences of reports.

Names taken for adjectives ("Kigali maintains that ..."), main verbs taken for participles ("The militia boasted of
..."), verbs of saying taken for plural nouns ("The movement pledges to ...").
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from trucewatch.core.date_words import MONTH_NAMES, MONTHS, WEEKDAYS
from trucewatch.core.parse import FINITE, Parse, Token

from .caused_mending import free_caused
from .charge_mending import free_denier
from .clause_mending import SUBJECTS as ANY_SUBJECT
from .clause_mending import part_at_semicolon
from .hearsay import tie_hearsay
from .helper_mending import free_quoted, free_sufferers, join_helpers, join_tellers
from .mentions import TITLES
from .name_mending import JOINS, NOUNS, as_name, root_of, whole_sentences
from .note_mending import free_meeting
from .phrase_bounds import ALERTS
from .picture_mending import free_shown
from .place_mending import part_places
from .subject_mending import SUBJECTS, give_teller, join_deeds, part_day, part_teller, raise_met
from .text_mending import RULES, free_ruler, free_ruler_behind_lead
from .verb_mending import (
    free_answer,
    free_keeper,
    free_thanks,
    free_verb,
    hang_message,
    join_parted,
    join_to_relative,
    make_verb,
    part_label,
    part_time,
    part_view,
    participle,
    raise_poster,
    raise_verb,
    tie_told,
)
from .voices import ALLEGATIONS, REACHED, UTTERS, WORDS_OF

_DATES = frozenset((*MONTHS, *WEEKDAYS))
# What something is written or said in.
_PAPERS = frozenset("letter statement interview speech broadcast message note post memo video press telegram".split())
_DISSENTS = frozenset("disagree differ dissent demur renew reserve".split())
_BODIES = frozenset(
    "government army opposition rebel movement ministry group front side mission party junta council".split()
)
# Verbs whose object is who hears it.
_ADDRESSED = frozenset("tell inform assure remind notify warn brief advise".split())


def mended(parse: Parse, speech: Mapping[str, str]) -> Parse:
    """The parse with these faults put right; a sentence without them is left alone."""
    tokens = [as_name(t) for t in parse.tokens]
    mends: tuple[Callable[[list[Token], int, int], None], ...] = (
        part_day,
        free_meeting,
        free_shown,
        *JOINS,
        part_places,
        partial(free_denier, speech=speech),
        partial(_tie_clauses, speech=speech),
        *SUBJECTS,
        tie_hearsay,
        _part_month,
        _join_verbs,
        join_to_relative,
        _give_subject,
        free_keeper,
        free_thanks,
        free_ruler_behind_lead,
        free_ruler,
        partial(free_verb, speech=speech),
        part_time,
        part_view,
        part_label,
        partial(part_teller, speech=speech),
        partial(give_teller, speech=speech),
        free_answer,
        partial(raise_poster, speech=speech),
        partial(tie_told, speech=speech),
        partial(hang_message, speech=speech),
        partial(join_parted, speech=speech),
        partial(free_quoted, speech=speech),
        partial(join_deeds, speech=speech),
        partial(raise_met, speech=speech),
        join_helpers,
        partial(join_tellers, speech=speech),
        free_sufferers,
        free_caused,
        _raise_cleft,
        _raise_known,
        partial(_part_vocative, speech=speech),
        part_at_semicolon,
        _part_aside,
        _part_rejoinder,
        partial(_raise_teller, speech=speech),
        _raise_noun,
        partial(_mend_root, speech=speech),
    )
    sentences = tuple(whole_sentences(tokens, parse.sentences))
    for low, high in sentences:
        for mend in mends:
            before = tokens[low:high]
            mend(tokens, low, high)
            if tokens[low:high] != before and not is_tree(tokens, low, high):
                # Where words would hang on each other in a circle, the parser's own reading is the better one.
                tokens[low:high] = before
    return Parse(tuple(tokens), sentences)


def is_tree(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether every word of a sentence hangs, at whatever depth, on a root of that sentence."""
    hung = {t.i for t in tokens[low:high] if t.head == t.i}
    for token in tokens[low:high]:
        path: list[int] = []
        while token.i not in hung:
            if not low <= token.head < high or len(path) > high - low:
                return False
            path.append(token.i)
            token = tokens[token.head]
        hung.update(path)
    return bool(hung)


def _mend_root(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Finds the subject and the verb on which a sentence hangs."""
    root = root_of(tokens, low, high)
    if root is not None and root.tag == "VB" and _has_many(tokens, root, low, high):
        # "The bishops of Acholi ask all sides", taken for an infinitive.
        root = tokens[root.i] = replace(root, tag="VBP")
    lead = tokens[low]
    follows = low + 1 < high and tokens[low + 1].text == ":"
    if root is not None and lead.head == root.i and lead.i != root.i and lead.lower in ALERTS and follows:
        # "Reminder: on 5 March Erdoğan agreed ...": it is who does it.
        tokens[low] = replace(lead, dep="dep")
    if root is not None and root.tag in FINITE and root.pos == "VERB":
        _find_subject(tokens, root, low, high)
        _part_from_date(tokens, root, low, high)
    if root is not None:
        _part_from_front(tokens, root, low, high)
    if root is None or root.pos not in NOUNS or any(t.tag in FINITE for t in _main(tokens, low, high)):
        return
    verb = participle(tokens, root, high)
    if verb is not None:
        raise_verb(tokens, root, verb, high)
    elif root.tag == "NNS" and (root.lemma in speech or root.lemma in RULES | _DISSENTS) and root.i > low:
        make_verb(tokens, root, low, high)


def _has_many(tokens: Sequence[Token], verb: Token, low: int, high: int) -> bool:
    """Whether a verb without "will" or "to" has several for its subject."""
    kids = [t for t in tokens[low:high] if t.head == verb.i and t.i < verb.i]
    return any(t.dep == "nsubj" and t.tag in ("NNS", "NNPS") for t in kids) and not any(t.dep == "aux" for t in kids)


def _tie_clauses(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Ties the clause of "X informed the mission on Sunday that it had left" to the verb, not to the noun before "that"."""
    for that in tokens[low:high]:
        if that.lower != "that" or that.dep not in ("mark", "dobj", "advmod"):
            continue
        clause = tokens[that.head]
        noun = tokens[clause.head]
        after_day = noun.entity in ("DATE", "TIME") and clause.i > that.i
        heard = noun.dep == "dobj" and tokens[noun.head].lemma in _ADDRESSED and noun.i + 1 == that.i
        by = tokens[noun.head].dep == "agent" and tokens[tokens[noun.head].head].lemma in speech
        if by and any(t.head == clause.i and t.dep == "nsubjpass" for t in tokens[that.i : clause.i]):
            # "We were assured by the rebels that the hostages would be freed": nobody frees the rebels.
            tokens[that.i] = replace(that, dep="mark", tag="IN", pos="SCONJ")
            tokens[clause.i] = replace(clause, head=tokens[noun.head].head, dep="ccomp")
            continue
        if that.dep != "mark":
            # "told Tanjug the same day that sentries had fired": nobody fires a day; "told the patrol that soldiers had fired".
            if not after_day and not (
                heard and any(t.head == clause.i and t.dep == "nsubj" for t in tokens[that.i : clause.i])
            ):
                continue
            tokens[that.i] = replace(that, dep="mark", tag="IN", pos="SCONJ")
        if clause.dep not in ("acl", "relcl", "ccomp") or tokens[clause.head].pos not in NOUNS or clause.i < that.i:
            continue
        above = tokens[clause.head]
        while above.head != above.i and not (above.pos == "VERB" and above.lemma in speech):
            above = tokens[above.head]
        between = tokens[above.i + 1 : that.i]
        near = tokens[clause.head]
        # "on the grounds that ...", "denied the claim that ...": there the noun itself has the clause.
        written = near.dep == "pobj" and near.lemma in _PAPERS and tokens[near.head].lower == "in"
        named = near.pos == "PROPN" or near.entity in ("DATE", "TIME", "PERSON", "ORG") or written
        if near.dep == "dobj" and near.lemma in WORDS_OF and tokens[near.head].lemma in UTTERS:
            # "sent word that its men had not fired"
            tokens[clause.i] = replace(clause, head=near.head, dep="ccomp")
            continue
        free = (near.dep == "dobj" and above.lemma in _ADDRESSED) or (near.dep in ("pobj", "npadvmod") and named)
        says = above.pos == "VERB" and above.lemma in speech and above.i < that.i
        if free and says and not any(t.tag in FINITE and t.pos == "VERB" for t in between):
            tokens[clause.i] = replace(clause, head=above.i, dep="ccomp")


def _part_month(tokens: list[Token], low: int, high: int) -> None:
    """Gives the "May" of "On 14 May Ansar Allah withdrew" to its day, not to the name behind it."""
    for month in tokens[low + 1 : high]:
        day, name = tokens[month.i - 1], tokens[month.head]
        apart = day.text.isdigit() and day.head not in (month.i, name.i)
        inside = month.dep in ("compound", "nmod") and name.i > month.i
        if month.text in MONTH_NAMES and inside and apart:
            tokens[month.i] = replace(month, head=day.i, dep="nmod")
        elif month.lower in WEEKDAYS and inside and day.lower == "on" and day.dep == "prep" and day.head != name.i:
            # "On Sunday government troops seized the town"
            tokens[month.i] = replace(month, head=day.i, dep="pobj")


def _join_verbs(tokens: list[Token], low: int, high: int) -> None:
    """Joins the "told" of "X blamed the budget and, on 8 November, told the board" to the verb before "and"."""
    for verb in tokens[low:high]:
        above = tokens[verb.head]
        if verb.dep != "dep" or verb.tag not in FINITE or above.tag not in FINITE or above.i >= verb.i:
            continue
        kids = [t for t in tokens[above.i + 1 : verb.i] if t.head == above.i and t.dep == "cc"]
        if kids and not any(t.head == verb.i and t.dep in ANY_SUBJECT for t in tokens[low:high]):
            tokens[verb.i] = replace(verb, dep="conj")


def _give_subject(tokens: list[Token], low: int, high: int) -> None:
    """Gives the "does" of "We stand by our ties and the signing does not change them" the signing, taken for one of "ties".

    Only where the first subject cannot be its own: "we does".
    """
    subjects = {t.head: t for t in tokens[low:high] if t.dep == "nsubj"}
    for verb in [t for t in tokens[low:high] if t.dep in ("conj", "dep") and t.pos in ("VERB", "AUX")]:
        kids = [t for t in tokens[low:high] if t.head == verb.i]
        finite = next((t for t in (*kids, verb) if t.tag == "VBZ" and t.dep in ("aux", "auxpass", "conj", "dep")), None)
        if finite is None or any(k.dep in ANY_SUBJECT for k in kids):
            continue
        before = [t for t in tokens[max(low, verb.head) : verb.i] if t.tag in FINITE and t.i in subjects]
        above = tokens[finite.i - 1]
        while above.i > low and not (above.dep == "conj" and above.tag in ("NN", "NNP")) and above.head != above.i:
            above = tokens[above.head]
        joins = [t for t in tokens[low : above.i] if t.dep == "cc"][-1:]
        own = above.dep == "conj" and joins and all(t.head == above.i for t in tokens[joins[0].i + 1 : above.i])
        if own and before and before[-1].i < joins[0].i and _is_many(subjects[before[-1].i]):
            tokens[above.i] = replace(above, head=verb.i, dep="nsubj")
            tokens[joins[0].i] = replace(joins[0], head=before[-1].i)
            tokens[verb.i] = replace(verb, head=before[-1].i, dep="conj")


def _is_many(subject: Token) -> bool:
    return subject.lower in ("we", "they", "you", "i") or subject.tag in ("NNS", "NNPS")


def _raise_cleft(tokens: list[Token], low: int, high: int) -> None:
    """Reads "It was the colonel who said that ..." as "The colonel said that ...", also inside what somebody says."""
    for who in tokens[low + 2 : high]:
        if who.tag != "WP" or who.lower != "who" or who.dep != "nsubj":
            continue
        clause = tokens[who.head]
        noun = tokens[clause.head]
        while noun.dep in ("appos", "prep", "pobj") and low <= noun.head < noun.i and tokens[who.i - 1].text == ",":
            # "It was Vera Grabe, head of the delegation, who had told ..."
            noun = tokens[noun.head]
        be = tokens[noun.head]
        it = next((t for t in tokens[low : be.i] if t.head == be.i and t.lower == "it"), None)
        if it is None or be.lemma != "be" or clause.dep != "relcl" or noun.dep != "attr":
            continue
        uncleft(tokens, low, high, clause, noun, (be, it, who))


def uncleft(
    tokens: list[Token], low: int, high: int, clause: Token, noun: Token, frame: tuple[Token, Token, Token]
) -> None:
    """Makes a noun the subject of the clause behind "that" or "who"; `frame` are the "was", "it" and "who" around it."""
    be = frame[0]
    if be.head != clause.i:
        tokens[clause.i] = replace(clause, head=be.head if be.head != be.i else clause.i, dep=be.dep)
    tokens[noun.i] = replace(noun, head=clause.i, dep="nsubj")
    for token in frame:
        tokens[token.i] = replace(tokens[token.i], head=clause.i, dep="dep", pos="X")
    for token in tokens[low:high]:
        if token.head == be.i and token.i not in (noun.i, be.i):
            tokens[token.i] = replace(tokens[token.i], head=clause.i)


def _raise_teller(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "announced" of '"...," the front's secretary, X, announced' the main verb, which a parser hung under X."""
    root = root_of(tokens, low, high)
    for verb in tokens[low:high]:
        noun = tokens[verb.head]
        if verb.dep not in ("acl", "relcl") or verb.tag not in ("VBN", "VBD") or verb.lemma not in speech:
            continue
        told = root is not None and noun.head == root.i and root.tag in FINITE | {"VBN", "VBG"} and noun.i > root.i
        if root is None or not told or noun.pos not in NOUNS or tokens[verb.i - 1].text != ",":
            continue
        between = tokens[root.i + 1 : noun.i]
        if not any(t.text == '"' for t in between) or any(t.text == '"' for t in tokens[noun.i : verb.i]):
            continue
        tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")
        tokens[root.i] = replace(root, head=verb.i, dep="ccomp")
        return


def _raise_noun(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "communiqué" of "A communiqué read out on Monday said ..." the subject, and not "read"."""
    for verb in tokens[low:high]:
        if verb.dep not in ("nsubj", "csubj") or verb.tag not in ("VBN", "VBD", "VBG") or verb.pos != "VERB":
            continue
        noun = next((t for t in tokens[low : verb.i] if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")), None)
        if noun is not None:
            tokens[noun.i] = replace(noun, head=verb.head, dep="nsubj")
            tokens[verb.i] = replace(verb, head=noun.i, dep="acl")


def _raise_known(tokens: list[Token], low: int, high: int) -> None:
    """Gives the clause of "let it be known that ..." to "let": that is what somebody says."""
    for known in tokens[low:high]:
        let = tokens[known.head]
        clause = next((t for t in tokens[known.i + 1 : high] if t.head == known.i and t.dep == "ccomp"), None)
        if known.lemma == "know" and known.dep == "ccomp" and let.lemma == "let" and clause is not None:
            tokens[known.i] = replace(known, dep="oprd")
            tokens[clause.i] = replace(clause, head=let.i)


def _part_aside(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "said" of "The spokesman, reached by telephone, said ..." the verb of the spokesman, who is reached."""
    for comma in tokens[low + 1 : high - 2]:
        told = tokens[comma.i + 1]
        if comma.text != "," or told.tag not in ("VBN", "VBD"):
            continue
        subject = next((t for t in tokens[low : comma.i] if t.head == told.i and t.dep in ("nsubj", "nsubjpass")), None)
        end = next((t for t in tokens[told.i + 1 : high] if t.text == ","), None)
        if subject is None or end is None:
            continue
        verb = next((t for t in tokens[end.i + 1 : high] if t.tag in FINITE), None)
        if verb is None or verb.i > end.i + 2:
            continue
        # "The release, promised for May, has not taken place": no "and" joins the two.
        verb = tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
        joined = any(t.head == told.i and t.dep == "cc" for t in tokens[told.i : verb.i])
        own = any(t.head == verb.i and t.dep in ANY_SUBJECT for t in tokens[low:high])
        beside = verb.head == told.i and verb.dep == "conj" and not joined and not own
        reached = told.lemma in REACHED and (verb.head == told.i or told.head == verb.i)
        if not (beside or reached):
            continue
        if told.head != verb.i:
            head, dep = (verb.i, "ROOT") if told.head == told.i else (told.head, told.dep)
            tokens[verb.i] = replace(verb, head=head, dep=dep)
        tokens[told.i] = replace(told, head=subject.i, dep="acl", tag="VBN")
        tokens[subject.i] = replace(subject, head=verb.i, dep="nsubj")
        for token in tokens[end.i : high]:
            if token.head == told.i and token.i != verb.i:
                tokens[token.i] = replace(token, head=verb.i)


def _part_rejoinder(tokens: list[Token], low: int, high: int) -> None:
    """Hangs the "a charge Y rejected" of "X accused Y of it, a charge Y rejected" under what it answers."""
    root = root_of(tokens, low, high)
    if root is None or root.tag not in FINITE:
        return
    charge = next((t for t in tokens[low : root.i] if t.head == root.i and t.dep in ("dobj", "npadvmod")), None)
    first = next((t for t in tokens[low : root.i] if t.head == root.i and t.dep in ("ccomp", "advcl")), None)
    if charge is None or first is None or charge.i < first.i or charge.lemma not in ALLEGATIONS:
        return
    tokens[first.i] = replace(first, head=first.i, dep="ROOT")
    tokens[charge.i] = replace(charge, head=first.i, dep="npadvmod")
    tokens[root.i] = replace(root, head=charge.i, dep="relcl")
    for token in tokens[low : charge.i]:
        if token.head == root.i and token.i != first.i and token.dep == "punct":
            tokens[token.i] = replace(token, head=first.i)


def _find_subject(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Makes the noun before a main verb without a subject its subject: "in Buin, the commander announced ..."."""
    if any(t.head == root.i and t.dep in ANY_SUBJECT for t in tokens[low:high]):
        return
    at = root.i - 1
    while at > low and tokens[at].head == root.i and tokens[at].pos in ("AUX", "ADV", "PART"):
        at -= 1
    if at <= low or tokens[at].pos not in NOUNS:
        return
    noun = tokens[at]
    while noun.head < root.i and tokens[noun.head].pos in NOUNS and noun.dep in ("compound", "nmod"):
        noun = tokens[noun.head]
    before = next((t for t in reversed(tokens[low : noun.i]) if t.text == ","), None)
    if noun.dep == "appos" and before is not None and noun.head < before.i and noun.head != root.i:
        tokens[noun.i] = replace(noun, head=root.i, dep="nsubj")


def _part_vocative(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "source" of "General Laqwar, a source in your council says ..." the subject, which is no word for him."""
    comma = next((t for t in tokens[low + 1 : min(high, low + 5)] if t.text == ","), None)
    if comma is None or any(t.pos not in ("PROPN", "X") and t.text != "." for t in tokens[low : comma.i]):
        return
    name = next((t for t in tokens[low : comma.i] if t.dep == "nsubj"), None)
    if name is None:
        return
    verb, behind = tokens[name.head], tokens[comma.i + 1 : high]
    other = next((t for t in behind if (t.head, t.dep) == (verb.i, "nsubj") and t.i < verb.i), None)
    if other is not None and verb.lemma in speech:
        # Two subjects: "Mr de Boer, the government says ..."
        tokens[name.i] = replace(name, dep="vocative")
        return
    noun = next((t for t in behind if (t.head, t.dep) == (name.i, "appos") and t.pos in NOUNS), None)
    asked = any(t.lower in ("you", "your") for t in behind)
    if noun is not None and noun.pos == "PROPN" and not (asked and noun.i + 1 == verb.i):
        # "Mr Orlov, Kyiv says you broke the truce"; "Mr Orlov, Kyiv, said" would be one.
        noun = None
    if noun is None or verb.lemma not in speech or verb.i < noun.i:
        return
    first = [t for t in tokens[comma.i + 1 : noun.i + 1] if t.head == noun.i and t.dep == "det"]
    anybody = noun.pos == "PROPN" or any(t.lower in ("a", "an") for t in first) or (noun.tag == "NNS" and not first)
    anybody = anybody or (noun.lemma in _BODIES and tokens[low].lower.rstrip(".") in TITLES)
    if anybody and not any(t.text == "," for t in tokens[noun.i : verb.i]):
        tokens[name.i] = replace(name, dep="vocative")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")


def _part_from_date(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Makes the "militia" of "On 19 March militia overran a post" the subject, which a parser took into the date."""
    if any(t.head == root.i and t.dep in ANY_SUBJECT for t in tokens[low:high]):
        return
    for noun in tokens[low : root.i]:
        before = tokens[noun.head]
        if noun.dep != "pobj" or before.head != root.i or noun.pos not in NOUNS or noun.lower in _DATES:
            continue
        inside = [t for t in tokens[before.i + 1 : noun.i] if t.head == noun.i]
        month = next((t for t in inside if t.lower in _DATES), None)
        if month is None:
            continue
        for token in inside:
            if token.i < month.i or token.text.isdigit():
                tokens[token.i] = replace(token, head=month.i)
        tokens[month.i] = replace(month, head=before.i, dep="pobj")
        tokens[noun.i] = replace(noun, head=root.i, dep="nsubj", entity="" if noun.entity == "DATE" else noun.entity)
        return


def _part_from_front(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Makes the "mission" of "At the same meeting the mission said ..." the subject, which a parser took into the front.

    A phrase in front ends where a second noun phrase begins right behind its noun.
    """
    front = next((t for t in tokens[low : root.i] if t.pos not in ("PUNCT", "SPACE", "CCONJ")), None)
    below = [t for t in tokens[low:high] if t.head == root.i]
    finite = root.tag in FINITE or any(t.tag in FINITE for t in below if t.dep in ("aux", "auxpass"))
    if front is None or front.pos != "ADP" or not finite or any(t.dep in ANY_SUBJECT for t in below):
        return
    for first in tokens[front.i + 2 : root.i]:
        if not _begins_anew(tokens[first.i - 1], first):
            continue
        noun = first
        while first.i < tokens[noun.head].i < root.i and noun.head != noun.i:
            noun = tokens[noun.head]
        if noun.pos not in NOUNS or noun.entity in ("DATE", "TIME") or tokens[noun.head].i > root.i:
            return
        passive = any(t.dep == "auxpass" for t in below)
        tokens[noun.i] = replace(noun, head=root.i, dep="nsubjpass" if passive else "nsubj")
        return


def _begins_anew(before: Token, first: Token) -> bool:
    """Whether a noun phrase ends and another begins: "the meeting | the mission", "20 May | Sudan's", "writing | the office"."""
    closed = before.pos in NOUNS or before.pos == "NUM" or before.lower in ("writing", ",")
    if first.tag in ("DT", "PRP$") and first.lower not in ("all", "both", "each", "that", "which"):
        return closed
    dated = before.lower in _DATES or (before.pos == "NUM" and len(before.text) == 4)
    return dated and first.pos == "PROPN"


def _main(tokens: Sequence[Token], low: int, high: int) -> list[Token]:
    """The sentence's tokens that stand in no clause of their own."""
    found = []
    # "demands of the Government that the withdrawal begin": that clause hangs on what is demanded.
    marked = {t.head for t in tokens[low:high] if t.dep == "mark" and t.lower == "that"}
    for token in tokens[low:high]:
        above = token
        while above.head != above.i and above.dep not in ("relcl", "ccomp", "advcl", "acl", "pcomp"):
            above = tokens[above.head]
        if above.head == above.i or above is token:
            found.append(token)
    clauses = ("relcl", "ccomp", "advcl", "pcomp")
    return [t for t in found if t.dep not in clauses and not (t.dep == "acl" and t.i in marked)]
