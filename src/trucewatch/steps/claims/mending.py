"""Mends what taggers and parsers often get wrong in short sentences of reports.

Names taken for adjectives ("Kigali maintains that ..."), main verbs taken for participles ("The militia boasted of
..."), verbs of saying taken for plural nouns ("The movement pledges to ...").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token

from .voices import ALLEGATIONS

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "agent"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
# Pieces of names: "al-Burhan".
_ARTICLES = frozenset("al el ul as ad an ash bin ibn ben".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# What something is written or said in.
_PAPERS = frozenset("letter statement interview speech broadcast message note post memo video press telegram".split())
_WORD = frozenset("word notice message assurance".split())
_UTTERS = frozenset("send give serve leave pass".split())
# Verbs whose object is who hears it.
_ADDRESSED = frozenset("tell inform assure remind notify warn brief advise".split())
_BELOW_VERB = frozenset({"xcomp", "ccomp", "relcl", "acl", "prep", "dobj", "advmod", "advcl"})


def mended(parse: Parse, speech: Mapping[str, str]) -> Parse:
    """The parse with these faults put right; a sentence without them is left alone."""
    tokens = [_as_name(t) for t in parse.tokens]
    for low, high in parse.sentences:
        _join_hyphens(tokens, low, high)
        _join_names(tokens, low, high)
        _join_surname(tokens, low, high)
        _tie_clauses(tokens, low, high, speech)
        _join_verbs(tokens, low, high)
        _raise_cleft(tokens, low, high)
        _part_vocative(tokens, low, high, speech)
        _part_at_semicolon(tokens, low, high)
        _part_rejoinder(tokens, low, high)
        _raise_teller(tokens, low, high, speech)
        _raise_noun(tokens, low, high)
        root = next((t for t in tokens[low:high] if t.head == t.i), None)
        if root is not None and root.tag in _FINITE and root.pos == "VERB":
            _find_subject(tokens, root, low, high)
            _part_from_date(tokens, root, low, high)
        if root is not None:
            _part_from_front(tokens, root, low, high)
        if root is None or root.pos not in _NOUNS or any(t.tag in _FINITE for t in _main(tokens, low, high)):
            continue
        verb = _participle(tokens, root, high)
        if verb is not None:
            _raise_verb(tokens, root, verb, high)
        elif root.tag == "NNS" and root.lemma in speech and root.i > low:
            _make_verb(tokens, root, low, high)
    return Parse(tuple(tokens), parse.sentences)


def _join_hyphens(tokens: list[Token], low: int, high: int) -> None:
    """Makes one noun of "ex-fighter", "Co-Chairs" and "al-Khatib", whose pieces a parser tied to different words."""
    for hyphen in tokens[low + 1 : high - 1]:
        first, last = tokens[hyphen.i - 1], tokens[hyphen.i + 1]
        joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start
        if joined and first.pos == "PROPN" and last.pos == "ADJ" and first.dep == last.dep and first.head == last.head:
            # "Anti-balaka", taken for adjectives in the place of a noun.
            last = tokens[last.i] = replace(last, pos="PROPN", tag="NNP")
        named = first.pos == "PROPN" and last.pos == "PROPN"
        # "the co-chairman", where the hyphen itself is taken for a subject.
        place = (hyphen.dep, hyphen.head) if first.head == hyphen.i else (first.dep, first.head)
        alike = place == (last.dep, last.head)
        if not joined or last.pos not in _NOUNS or first.pos not in _NOUNS or not (alike or named):
            continue
        top = last
        while top.head in (first.i, hyphen.i) and top.head != top.i:
            top = tokens[top.head]
        if top.head in (last.i, first.i, hyphen.i) and top.head != top.i:
            continue
        if _is_below(tokens, tokens[top.head], first) and top.i not in (first.i, hyphen.i):
            continue
        head = last.i if top.head == top.i else top.head
        tokens[last.i] = replace(last, head=head, dep=top.dep)
        for token in tokens[low : hyphen.i]:
            if token.head == first.i and token.i != first.i:
                tokens[token.i] = replace(token, head=last.i)
        tokens[first.i] = replace(first, head=last.i, dep="compound")
        tokens[hyphen.i] = replace(hyphen, head=last.i, dep="punct", pos="PUNCT", tag="HYPH")
        if first.lower in _ARTICLES:
            _give_name(tokens, low, tokens[last.i], first.i)


def _give_name(tokens: list[Token], low: int, last: Token, at: int) -> None:
    """Ties the "assistant Ibrahim" before "al-Tom" to the name, where a parser made two subjects of them."""
    while at > low and tokens[at - 1].end + 1 >= tokens[at].start and tokens[at - 1].head != last.i:
        before = tokens[at - 1]
        title = before.pos == "NOUN" and (before.dep, before.head) == (last.dep, last.head)
        if not title and before.pos != "PROPN":
            return
        if _is_below(tokens, tokens[last.head], before):
            return
        for token in tokens[low : before.i]:
            if token.head == before.i:
                tokens[token.i] = replace(token, head=last.i)
        tokens[before.i] = replace(before, head=last.i, dep="compound")
        if title:
            return
        at -= 1


def _is_below(tokens: Sequence[Token], token: Token, above: Token) -> bool:
    """Whether a word depends on another, at whatever depth."""
    while token.i != above.i and token.head != token.i:
        token = tokens[token.head]
    return token.i == above.i


def _tie_clauses(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Ties the clause of "X informed the mission on Sunday that it had left" to the verb, not to the noun before "that"."""
    for that in tokens[low:high]:
        if that.lower != "that" or that.dep not in ("mark", "dobj", "advmod"):
            continue
        clause = tokens[that.head]
        after_day = tokens[clause.head].entity in ("DATE", "TIME") and clause.i > that.i
        if that.dep != "mark":
            # "told Tanjug the same day that sentries had fired": nobody fires a day.
            if not after_day:
                continue
            tokens[that.i] = replace(that, dep="mark", tag="IN", pos="SCONJ")
        if clause.dep not in ("acl", "relcl", "ccomp") or tokens[clause.head].pos not in _NOUNS or clause.i < that.i:
            continue
        above = tokens[clause.head]
        while above.head != above.i and not (above.pos == "VERB" and above.lemma in speech):
            above = tokens[above.head]
        between = tokens[above.i + 1 : that.i]
        near = tokens[clause.head]
        # "on the grounds that ...", "denied the claim that ...": there the noun itself has the clause.
        written = near.dep == "pobj" and near.lemma in _PAPERS and tokens[near.head].lower == "in"
        named = near.pos == "PROPN" or near.entity in ("DATE", "TIME", "PERSON", "ORG") or written
        if near.dep == "dobj" and near.lemma in _WORD and tokens[near.head].lemma in _UTTERS:
            # "sent word that its men had not fired"
            tokens[clause.i] = replace(clause, head=near.head, dep="ccomp")
            continue
        free = (near.dep == "dobj" and above.lemma in _ADDRESSED) or (near.dep in ("pobj", "npadvmod") and named)
        says = above.pos == "VERB" and above.lemma in speech and above.i < that.i
        if free and says and not any(t.tag in _FINITE and t.pos == "VERB" for t in between):
            tokens[clause.i] = replace(clause, head=above.i, dep="ccomp")


def _join_verbs(tokens: list[Token], low: int, high: int) -> None:
    """Joins the "told" of "X blamed the budget and, on 8 November, told the board" to the verb before "and"."""
    for verb in tokens[low:high]:
        above = tokens[verb.head]
        if verb.dep != "dep" or verb.tag not in _FINITE or above.tag not in _FINITE or above.i >= verb.i:
            continue
        kids = [t for t in tokens[above.i + 1 : verb.i] if t.head == above.i and t.dep == "cc"]
        if kids and not any(t.head == verb.i and t.dep in _SUBJECTS for t in tokens[low:high]):
            tokens[verb.i] = replace(verb, dep="conj")


def _raise_cleft(tokens: list[Token], low: int, high: int) -> None:
    """Reads "It was the colonel who said that ..." as "The colonel said that ..."."""
    root = next((t for t in tokens[low:high] if t.head == t.i), None)
    if root is None or root.lemma != "be":
        return
    it = next((t for t in tokens[low : root.i] if t.head == root.i and t.lower == "it"), None)
    who = next((t for t in tokens[root.i + 1 : high] if t.tag == "WP" and t.lower == "who" and t.dep == "nsubj"), None)
    clause = tokens[who.head] if who is not None else root
    noun = tokens[clause.head]
    if it is None or who is None or clause.dep != "relcl" or (noun.dep, noun.head) != ("attr", root.i):
        return
    tokens[clause.i] = replace(clause, head=clause.i, dep="ROOT")
    tokens[noun.i] = replace(noun, head=clause.i, dep="nsubj")
    for token in (root, it, who):
        tokens[token.i] = replace(tokens[token.i], head=clause.i, dep="dep", pos="X")
    for token in tokens[low:high]:
        if token.head == root.i and token.i != noun.i:
            tokens[token.i] = replace(token, head=clause.i)


def _raise_teller(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "announced" of '"...," the front's secretary, X, announced' the main verb, which a parser hung under X."""
    root = next((t for t in tokens[low:high] if t.head == t.i), None)
    for verb in tokens[low:high]:
        noun = tokens[verb.head]
        if verb.dep not in ("acl", "relcl") or verb.tag not in ("VBN", "VBD") or verb.lemma not in speech:
            continue
        told = root is not None and noun.head == root.i and root.tag in _FINITE | {"VBN", "VBG"} and noun.i > root.i
        if root is None or not told or noun.pos not in _NOUNS or tokens[verb.i - 1].text != ",":
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
        if verb.dep != "nsubj" or verb.tag not in ("VBN", "VBD") or verb.pos != "VERB":
            continue
        noun = next((t for t in tokens[low : verb.i] if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")), None)
        if noun is not None:
            tokens[noun.i] = replace(noun, head=verb.head, dep="nsubj")
            tokens[verb.i] = replace(verb, head=noun.i, dep="acl")


def _part_rejoinder(tokens: list[Token], low: int, high: int) -> None:
    """Hangs the "a charge Y rejected" of "X accused Y of it, a charge Y rejected" under what it answers."""
    root = next((t for t in tokens[low:high] if t.head == t.i), None)
    if root is None or root.tag not in _FINITE:
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
    if any(t.head == root.i and t.dep in _SUBJECTS for t in tokens[low:high]):
        return
    at = root.i - 1
    while at > low and tokens[at].head == root.i and tokens[at].pos in ("AUX", "ADV", "PART"):
        at -= 1
    if at <= low or tokens[at].pos not in _NOUNS:
        return
    noun = tokens[at]
    while noun.head < root.i and tokens[noun.head].pos in _NOUNS and noun.dep in ("compound", "nmod"):
        noun = tokens[noun.head]
    before = next((t for t in reversed(tokens[low : noun.i]) if t.text == ","), None)
    if noun.dep == "appos" and before is not None and noun.head < before.i and noun.head != root.i:
        tokens[noun.i] = replace(noun, head=root.i, dep="nsubj")


def _join_names(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Khaing Myo Thu" of "spokesman Khaing Myo Thu", whose first word was taken for a verb."""
    _join_first_name(tokens, low, high)
    for first in tokens[low + 1 : high]:
        noun = tokens[first.i - 1]
        if first.entity != "PERSON" or first.pos != "VERB" or not first.text[:1].isupper() or first.head != noun.i:
            continue
        last = first
        while last.i + 1 < high and tokens[last.i + 1].entity == "PERSON" and tokens[last.i + 1].pos == "PROPN":
            last = tokens[last.i + 1]
        for token in tokens[low:high]:
            if token.head == first.i and token.i not in (first.i, last.i):
                tokens[token.i] = replace(token, head=last.i if token.i < last.i else noun.i)
        for token in tokens[first.i : last.i]:
            tokens[token.i] = replace(token, head=last.i, dep="compound", pos="PROPN", tag="NNP", lemma=token.lower)
        tokens[last.i] = replace(tokens[last.i], head=noun.i, dep="appos", pos="PROPN", tag="NNP")


def _join_first_name(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Khaing Thuu Min" of "Khaing Thuu Min said ...", whose first word was taken for a verb."""
    first = tokens[low]
    if first.entity != "PERSON" or first.pos != "VERB" or not first.text[:1].isupper():
        return
    last = first
    while last.i + 1 < high and tokens[last.i + 1].pos == "PROPN":
        last = tokens[last.i + 1]
    if last.i == first.i or last.head != first.i or first.dep not in ("csubj", "csubjpass", "advcl", "ccomp"):
        return
    for token in tokens[first.i : last.i]:
        tokens[token.i] = replace(token, head=last.i, dep="compound", pos="PROPN", tag="NNP", lemma=token.lower)
    tokens[last.i] = replace(last, head=first.head, dep="nsubjpass" if first.dep == "csubjpass" else "nsubj")
    for token in tokens[last.i + 1 : high]:
        if token.head == first.i:
            tokens[token.i] = replace(token, head=last.i)


def _part_vocative(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "source" of "General Laqwar, a source in your council says ..." the subject, which is no word for him."""
    comma = next((t for t in tokens[low + 1 : min(high, low + 5)] if t.text == ","), None)
    if comma is None or any(t.pos != "PROPN" and t.text != "." for t in tokens[low : comma.i]):
        return
    name = next((t for t in tokens[low : comma.i] if t.dep == "nsubj"), None)
    noun = next((t for t in tokens[comma.i + 1 : high] if name is not None and t.head == name.i and t.dep == "appos"), None)
    if name is None or noun is None or noun.pos != "NOUN":
        return
    verb = tokens[name.head]
    first = [t for t in tokens[comma.i + 1 : noun.i + 1] if t.head == noun.i and t.dep == "det"]
    anybody = any(t.lower in ("a", "an") for t in first) or (noun.tag == "NNS" and not first)
    if anybody and verb.lemma in speech and verb.i > noun.i and not any(t.text == "," for t in tokens[noun.i : verb.i]):
        tokens[name.i] = replace(name, dep="vocative")
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")


def _part_at_semicolon(tokens: list[Token], low: int, high: int) -> None:
    """Gives what stands before a semicolon back to its own verb: "X says that A; Y called it B and threatened C"."""
    for semicolon in tokens[low:high]:
        if semicolon.text != ";":
            continue
        for token in tokens[low : semicolon.i]:
            later = tokens[token.head]
            above = tokens[later.head]
            if token.dep == "ccomp" and later.i > semicolon.i and low <= above.i < token.i and later.dep == "ccomp":
                tokens[token.i] = replace(token, head=above.i)


def _join_surname(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Adan Warsame" of "told by Adan Warsame that ...", whose last word was taken for a clause."""
    for last in tokens[low + 1 : high]:
        first = tokens[last.i - 1]
        both = first.pos == last.pos == "PROPN" and first.entity == last.entity == "PERSON"
        if not both or last.dep not in ("ccomp", "advcl", "acl", "xcomp", "parataxis") or first.dep == "compound":
            continue
        verb = next((v for v in _upwards(tokens, first) if v.pos in ("VERB", "AUX") and v.i != last.i), None)
        if verb is None or any(v.i == last.i for v in _upwards(tokens, first)):
            continue
        for token in tokens[low:high]:
            if token.head == last.i and token.i > last.i:
                tokens[token.i] = replace(token, head=verb.i)
            elif token.head == first.i and token.i != first.i:
                tokens[token.i] = replace(token, head=last.i)
        tokens[last.i] = replace(tokens[last.i], head=first.head, dep=first.dep)
        tokens[first.i] = replace(tokens[first.i], head=last.i, dep="compound")


def _upwards(tokens: Sequence[Token], token: Token) -> list[Token]:
    """The words that a word depends on, nearest first."""
    found: list[Token] = []
    while token.head != token.i and len(found) < 40:
        token = tokens[token.head]
        found.append(token)
    return found


def _part_from_date(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Makes the "militia" of "On 19 March militia overran a post" the subject, which a parser took into the date."""
    if any(t.head == root.i and t.dep in _SUBJECTS for t in tokens[low:high]):
        return
    for noun in tokens[low : root.i]:
        before = tokens[noun.head]
        if noun.dep != "pobj" or before.head != root.i or noun.pos not in _NOUNS or noun.lower in _MONTHS:
            continue
        inside = [t for t in tokens[before.i + 1 : noun.i] if t.head == noun.i]
        month = next((t for t in inside if t.lower in _MONTHS), None)
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
    finite = root.tag in _FINITE or any(t.tag in _FINITE for t in below if t.dep in ("aux", "auxpass"))
    if front is None or front.pos != "ADP" or not finite or any(t.dep in _SUBJECTS for t in below):
        return
    for first in tokens[front.i + 2 : root.i]:
        if not _begins_anew(tokens[first.i - 1], first):
            continue
        noun = first
        while first.i < tokens[noun.head].i < root.i and noun.head != noun.i:
            noun = tokens[noun.head]
        if noun.pos not in _NOUNS or noun.entity in ("DATE", "TIME") or tokens[noun.head].i > root.i:
            return
        passive = any(t.dep == "auxpass" for t in below)
        tokens[noun.i] = replace(noun, head=root.i, dep="nsubjpass" if passive else "nsubj")
        return


def _begins_anew(before: Token, first: Token) -> bool:
    """Whether a noun phrase ends and another begins: "the meeting | the mission", "20 May | Sudan's", "writing | the office"."""
    closed = before.pos in _NOUNS or before.pos == "NUM" or before.lower in ("writing", ",")
    if first.tag in ("DT", "PRP$") and first.lower not in ("all", "both", "each", "that", "which"):
        return closed
    dated = before.lower in _MONTHS or (before.pos == "NUM" and len(before.text) == 4)
    return dated and first.pos == "PROPN"


def _as_name(token: Token) -> Token:
    """A capitalised adjective in the place of a noun is a name: "Kigali maintains", "Kyiv's"."""
    handle = token.text.startswith("@") and len(token.text) > 2
    name = handle or token.tag == "JJ" and token.dep in _NOUN_PLACES and token.text[:1].isupper() and len(token.text) > 2
    return replace(token, pos="PROPN", tag="NNP", lemma=token.text) if name else token


def _main(tokens: Sequence[Token], low: int, high: int) -> list[Token]:
    """The sentence's tokens that stand in no clause of their own."""
    found = []
    for token in tokens[low:high]:
        above = token
        while above.head != above.i and above.dep not in ("relcl", "ccomp", "advcl", "acl", "pcomp"):
            above = tokens[above.head]
        if above.head == above.i or above is token:
            found.append(token)
    return [t for t in found if t.dep not in ("relcl", "ccomp", "advcl", "pcomp")]


def _participle(tokens: Sequence[Token], root: Token, high: int) -> Token | None:
    """The "boasted" of "The militia boasted of ...", hung under the noun that it follows."""
    for token in tokens[root.i + 1 : min(high, root.i + 3)]:
        if token.head == root.i and token.dep == "acl" and token.tag in ("VBN", "VBD"):
            return token
    for token in tokens[root.i + 1 : high]:
        whose = tokens[token.head]
        listed = whose.i == root.i or (whose.head == root.i and whose.dep in ("conj", "appos"))
        if token.dep == "acl" and token.tag in ("VBN", "VBD") and listed and _after_comma(tokens, token):
            # "The two fronts, the northern and the southern, accepted ..."
            return token
    return None


def _after_comma(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb stands behind the second comma of an apposition."""
    return tokens[verb.i - 1].text == ","


def _raise_verb(tokens: list[Token], root: Token, verb: Token, high: int) -> None:
    tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD", pos="VERB")
    tokens[root.i] = replace(root, head=verb.i, dep="nsubj")
    for token in tokens[verb.i + 1 : high]:
        if token.head == root.i:
            tokens[token.i] = replace(token, head=verb.i)


def _make_verb(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Turns the "pledges" of "The movement pledges to ..." into the verb, the noun before it into its subject."""
    before = tokens[root.i - 1]
    goes_on = any(t.head == root.i and t.i > root.i and t.dep in _BELOW_VERB for t in tokens[low:high])
    if not goes_on or before.head != root.i or before.dep not in ("compound", "amod", "nmod"):
        return
    tokens[root.i] = replace(root, pos="VERB", tag="VBZ", dep="ROOT")
    name = before.pos == "PROPN" or before.text[:1].isupper()
    tokens[before.i] = replace(before, dep="nsubj", pos="PROPN" if name else "NOUN", tag="NNP" if name else "NN")
    for token in tokens[low : before.i]:
        if token.head == root.i:
            tokens[token.i] = replace(token, head=before.i)
    for token in tokens[root.i + 1 : high]:
        if token.head == root.i and token.dep in ("relcl", "acl") and token.pos in ("VERB", "AUX"):
            tokens[token.i] = replace(token, dep="ccomp" if token.dep == "relcl" else "xcomp")
