"""Mends names that taggers and parsers take apart: for verbs, for adjectives, at their hyphens."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trucewatch.core.date_words import MONTH_NAMES, WEEKDAYS
from trucewatch.core.parse import AS_PRONOUNS, DOERS, FINITE, Token

from .mentions import TITLES

NOUNS = frozenset({"NOUN", "PROPN"})
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "agent"})
# Pieces of names: "al-Burhan".
_ARTICLES = frozenset("al el ul as ad an ash bin ibn ben".split())
_MINISTERS = frozenset("minister secretary commissioner adviser advisor".split())
_PORTFOLIOS = frozenset(
    "peace defence defense justice interior finance health education information labour labor trade transport agriculture "
    "planning reconciliation reconstruction integration security affairs".split()
)
_SHORT_OFFICES = frozenset({"spox"})
_WITH_OTHERS = frozenset({"co", "vice", "ex"})
# Nouns that some write with a hyphen: what "cease-fire" means is not in "fire", nor "pull-out" in "out".
_ONE_WORD = frozenset(
    "ceasefire standoff standstill pullout pullback handover takeover walkout buildup drawdown lookout rollout "
    "demining demobilization demobilisation disarmament redeployment reopening restart resupply".split()
)


def root_of(tokens: Sequence[Token], low: int, high: int) -> Token | None:
    """The first word of a sentence that hangs on no other."""
    return next((t for t in tokens[low:high] if t.head == t.i), None)


def _join_root(tokens: list[Token], low: int, high: int) -> None:
    """Makes a name of the "Adan Warsame" of "Adan Warsame in a statement called ...", taken for subject and verb."""
    last = root_of(tokens, low, high)
    if last is None or last.pos != "PROPN" or last.i == low:
        return
    first = tokens[last.i - 1]
    verb = next(
        (t for t in tokens[last.i + 1 : high] if t.head == last.i and t.tag in FINITE and t.pos == "VERB"), None
    )
    if verb is None or first.head != last.i or first.dep != "nsubj" or first.pos != "PROPN":
        return
    tokens[first.i] = replace(first, dep="compound")
    tokens[last.i] = replace(last, head=verb.i, dep="nsubj")
    tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    for token in tokens[low : last.i]:
        if token.head == first.i:
            tokens[token.i] = replace(token, head=last.i)
    for token in tokens[last.i + 1 : high]:
        if token.head == last.i and token.dep in ("punct", "advmod", "npadvmod"):
            tokens[token.i] = replace(token, head=verb.i)


def as_name(token: Token) -> Token:
    """A capitalised adjective in the place of a noun is a name: "Kigali maintains", "Kyiv's"."""
    handle = token.text.startswith("@") and len(token.text) > 2
    name = handle or (
        token.tag == "JJ" and token.dep in _NOUN_PLACES and token.text[:1].isupper() and len(token.text) > 2
    )
    return replace(token, pos="PROPN", tag="NNP", lemma=token.text) if name else token


def _join_hyphens(tokens: list[Token], low: int, high: int) -> None:
    """Makes one noun of "ex-fighter", "Co-Chairs" and "al-Khatib", whose pieces a parser tied to different words."""
    for hyphen in tokens[low + 1 : high - 1]:
        first, last = tokens[hyphen.i - 1], tokens[hyphen.i + 1]
        joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start
        if joined and first.pos == "PROPN" and last.pos == "ADJ" and first.dep == last.dep and first.head == last.head:
            # "Anti-balaka", taken for adjectives in the place of a noun.
            last = tokens[last.i] = replace(last, pos="PROPN", tag="NNP")
        named = (first.pos == "PROPN" and last.pos == "PROPN") or first.lower in _WITH_OTHERS
        # "the co-chairman", where the hyphen itself is taken for a subject.
        place = (hyphen.dep, hyphen.head) if first.head == hyphen.i else (first.dep, first.head)
        alike = place == (last.dep, last.head)
        if not joined or last.pos not in NOUNS or first.pos not in NOUNS or not (alike or named):
            continue
        top = last
        while top.head in (first.i, hyphen.i) and top.head != top.i:
            top = tokens[top.head]
        if top.head in (last.i, first.i, hyphen.i) and top.head != top.i:
            continue
        if is_below(tokens, tokens[top.head], first) and top.i not in (first.i, hyphen.i):
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


def _join_words(tokens: list[Token], low: int, high: int) -> None:
    """Gives the last piece of "cease-fire", on which all else hangs, the lemma of the one word "ceasefire"."""
    for hyphen in tokens[low + 1 : high - 1]:
        first, last = tokens[hyphen.i - 1], tokens[hyphen.i + 1]
        word = (first.lower + last.lower).removesuffix("s")
        if hyphen.text == "-" and last.head != first.i and word in _ONE_WORD:
            tokens[last.i] = replace(last, lemma=word)


def _give_name(tokens: list[Token], low: int, last: Token, at: int) -> None:
    """Ties the "assistant Ibrahim" before "al-Tom" to the name, where a parser made two subjects of them."""
    while at > low and tokens[at - 1].end + 1 >= tokens[at].start and tokens[at - 1].head != last.i:
        before = tokens[at - 1]
        title = before.pos == "NOUN" and (before.dep, before.head) == (last.dep, last.head)
        if not title and before.pos != "PROPN":
            return
        if is_below(tokens, tokens[last.head], before):
            return
        for token in tokens[low : before.i]:
            if token.head == before.i:
                tokens[token.i] = replace(token, head=last.i)
        tokens[before.i] = replace(before, head=last.i, dep="compound")
        if title:
            return
        at -= 1


def is_below(tokens: Sequence[Token], token: Token, above: Token) -> bool:
    """Whether a word depends on another, at whatever depth."""
    while token.i != above.i and token.head != token.i:
        token = tokens[token.head]
    return token.i == above.i


def _join_first_name(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Khaing Thuu Min" of "Khaing Thuu Min said ...", whose first word was taken for a verb."""
    for first in tokens[low:high]:
        inside = first.i > low and tokens[first.i - 1].text in (",", '"', "and", "but")
        if first.pos != "VERB" or not first.text[:1].isupper() or not (first.entity == "PERSON" or inside):
            continue
        last = first
        while last.i + 1 < high and tokens[last.i + 1].pos == "PROPN":
            last = tokens[last.i + 1]
        verb = next((t for t in tokens[last.i + 1 : high] if t.tag in FINITE and t.pos in ("VERB", "AUX")), None)
        clause = first.dep in ("csubj", "csubjpass", "advcl", "ccomp") and verb is not None
        if last.i == first.i or last.head != first.i or not clause or verb is None or first.i == low + 1:
            continue
        verb = tokens[first.head] if first.head > last.i else verb
        if is_below(tokens, verb, first):
            verb = tokens[verb.i] = replace(verb, head=first.head, dep=first.dep)
        for token in tokens[first.i : last.i]:
            tokens[token.i] = replace(token, head=last.i, dep="compound", pos="PROPN", tag="NNP", lemma=token.lower)
        tokens[last.i] = replace(last, head=verb.i, dep="nsubjpass" if first.dep == "csubjpass" else "nsubj")
        for token in tokens[last.i + 1 : high]:
            if token.head == first.i and token.i != verb.i:
                tokens[token.i] = replace(token, head=last.i, dep="appos" if token.dep == "conj" else token.dep)


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


def _join_apposed(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Beso Zaria" of "Colonel Beso Zaria said", whose last word was put beside the first."""
    for last in tokens[low + 1 : high]:
        first = tokens[last.head]
        run = tokens[first.i : last.i + 1]
        if last.dep != "appos" or len(run) < 2 or not all(t.pos == "PROPN" for t in run):
            continue
        if any(t.text.isupper() or not t.text[:1].isupper() for t in (first, last)):
            # "The Front FC" has a short name behind it.
            continue
        for token in tokens[low:high]:
            if token.head == first.i and token.i not in (first.i, last.i):
                tokens[token.i] = replace(token, head=last.i)
        root = first.head == first.i
        tokens[last.i] = replace(last, head=last.i if root else first.head, dep=first.dep)
        tokens[first.i] = replace(first, head=last.i, dep="compound")


def whole_sentences(tokens: Sequence[Token], sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, of which none ends inside a person's name: "spokesman Col. Lam | Paul Gabriel said"."""
    begun: int | None = None
    for low, high in sentences:
        begun = low if begun is None else begun
        pair = tokens[high - 1 : high + 1]
        names = len(pair) == 2 and all((t.pos, t.entity) == ("PROPN", "PERSON") for t in pair)
        if names and pair[0].end + 1 == pair[1].start and not pair[0].text.endswith("."):
            continue
        yield begun, high
        begun = None


def _join_cut_name(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Lam Paul Gabriel" of "spokesman Col. Lam Paul Gabriel said", of which parsers make two people."""
    for first in tokens[low + 1 : high - 1]:
        last, office = tokens[first.i + 1], tokens[first.head]
        while last.dep == "compound" and last.head == last.i + 1 and last.i + 2 < high and last.pos == "PROPN":
            last = tokens[last.head]
        run, subject = tokens[first.i : last.i + 1], last.dep in DOERS and last.head > last.i
        if not subject or first.dep == "compound" or any((t.pos, t.entity) != ("PROPN", "PERSON") for t in run):
            continue
        title = next((t for t in reversed(tokens[low : first.i]) if not _is_stop(t)), first)
        if title.lower.rstrip(".") not in TITLES or is_below(tokens, tokens[last.head], first):
            continue
        for token in tokens[low : first.i]:
            if token.head == first.i:
                tokens[token.i] = replace(token, head=last.i)
        if office.i < first.i and (office.dep, office.head) == (last.dep, last.head):
            tokens[office.i] = replace(office, head=last.i, dep="compound")
        for token in (first, office):
            if token.head == token.i:
                tokens[token.i] = replace(token, head=last.i, dep="compound")
        tokens[first.i] = replace(first, head=last.i, dep="compound")


def _raise_fellow(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "Amal" of "Its rival Amal denied it" the subject, where an adjective was taken for it."""
    for word in tokens[low + 1 : high - 1]:
        if word.tag != "JJ" or word.dep not in DOERS or word.head < word.i:
            continue
        name = next((t for t in tokens[word.i + 1 : word.head] if t.head == word.i and t.dep == "appos"), None)
        if name is None or any(t.pos != "PROPN" for t in tokens[word.i + 1 : name.i + 1]):
            continue
        for token in tokens[low:high]:
            if token.head == word.i and token.i != name.i:
                tokens[token.i] = replace(token, head=name.i)
        tokens[name.i] = replace(name, head=word.head, dep=word.dep)
        tokens[word.i] = replace(word, head=name.i, dep="amod")


def _part_holders(tokens: list[Token], low: int, high: int) -> None:
    """Makes two of the "president Ahmed Saleh and SDF commander Mazloum Abdi" whom parsers take for one president."""
    for second in tokens[low + 4 : high]:
        office = tokens[second.head]
        if second.dep != "appos" or (second.pos, second.entity) != ("PROPN", "PERSON") or office.pos != "NOUN":
            continue
        joint = next((t for t in tokens[office.i + 1 : second.i] if t.pos == "CCONJ"), None)
        run = tokens[office.i + 1 : joint.i] if joint is not None else []
        if joint is None or not run or any(t.entity != "PERSON" for t in run) or run[-1].pos != "PROPN":
            continue
        first = run[-1]
        for token in tokens[joint.i + 1 : second.i]:
            if token.head <= joint.i:
                tokens[token.i] = replace(token, head=second.i, dep="compound")
        tokens[first.i] = replace(first, head=office.i, dep="appos")
        tokens[joint.i] = replace(joint, head=office.i, dep="cc")
        tokens[second.i] = replace(second, head=office.i, dep="conj")


def _upwards(tokens: Sequence[Token], token: Token) -> list[Token]:
    """The words that a word depends on, nearest first."""
    found: list[Token] = []
    while token.head != token.i and len(found) < 40:
        token = tokens[token.head]
        found.append(token)
    return found


def _join_names(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Khaing Myo Thu" of "spokesman Khaing Myo Thu", whose first word was taken for a verb."""
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


def _join_title(tokens: list[Token], low: int, high: int) -> None:
    """Makes one name of the "Lt. Col. Roden Orbon" of which parsers take the first word for the subject."""
    for title in tokens[low : high - 2]:
        if title.lower not in TITLES or title.dep not in ("nsubj", "nsubjpass") or not _is_stop(tokens[title.i + 1]):
            continue
        last = title
        for token in tokens[title.i + 1 : min(high, title.i + 9)]:
            if token.pos != "PROPN" and not _is_stop(token) and token.lower.rstrip(".") not in TITLES:
                break
            last = last if _is_stop(token) else token
        if last.i == title.i or not last.text[:1].isupper() or tokens[title.head].i < last.i:
            continue
        run = range(title.i, last.i + 1)
        for token in tokens[low:high]:
            if token.head in run and token.i not in run:
                tokens[token.i] = replace(token, head=last.i)
        for i in range(title.i, last.i):
            word = not _is_stop(tokens[i])
            tokens[i] = replace(tokens[i], head=last.i, dep="compound" if word else "punct")
        tokens[last.i] = replace(last, head=title.head, dep=title.dep)


def _is_stop(token: Token) -> bool:
    """Whether a token is the stop behind an abbreviation, or the gap that stands for it in a parse."""
    return token.text == "." or token.pos == "SPACE"


def _part_office(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "Kabalu" of "Moro Islamic Liberation Front (MILF) spokesman Eid Kabalu denied ..." the subject, not the front."""
    for opened in tokens[low + 1 : max(low + 1, high - 4)]:
        body, closed = tokens[opened.i - 1], tokens[opened.i + 2]
        if opened.text != "(" or closed.text != ")" or body.pos != "PROPN" or body.dep not in ("nsubj", "nsubjpass"):
            continue
        last = closed
        while last.i + 1 < high and tokens[last.i + 1].pos in NOUNS:
            last = tokens[last.i + 1]
        offices = [t for t in tokens[closed.i + 1 : last.i] if t.pos == "NOUN" and t.lower == t.text]
        same = last.head == body.i if last.dep == "appos" else (last.dep, last.head) == (body.dep, body.head)
        if last.pos != "PROPN" or not offices or not same or tokens[body.head].i < last.i:
            continue
        tokens[last.i] = replace(last, head=body.head, dep=body.dep)
        tokens[body.i] = replace(body, head=last.i, dep="nmod")
        for token in tokens[opened.i : last.i]:
            # The brackets and what is in them belong to the name before them.
            head = body.i if token.i <= closed.i else last.i
            tokens[token.i] = replace(token, head=head, dep=token.dep if token.i > closed.i else "punct")
        tokens[opened.i + 1] = replace(tokens[opened.i + 1], dep="appos")


def _part_owner(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "superior" of "Anal's superior, Comrade Sunil, said ..." the subject, where it was taken for an adjective."""
    for noun in tokens[low + 2 : high - 1]:
        sign, owner, after = tokens[noun.i - 1], tokens[noun.i - 2], tokens[noun.i + 1]
        if noun.tag != "JJ" or sign.lower not in ("'s", "’s") or sign.head != owner.i or noun.head != owner.i:
            continue
        if after.text != "," and after.tag not in FINITE:
            continue
        tokens[noun.i] = replace(noun, head=owner.head, dep=owner.dep, pos="NOUN", tag="NN")
        tokens[owner.i] = replace(owner, head=noun.i, dep="poss")
        for token in tokens[noun.i + 1 : high]:
            if token.head == owner.i:
                tokens[token.i] = replace(token, head=noun.i)


def _join_office(tokens: list[Token], low: int, high: int) -> None:
    """Ties the "spox" of "Front spox Major Adan Rifai: ...", a word that parsers do not know, to the name behind it."""
    for office in tokens[low : high - 1]:
        if office.lower not in _SHORT_OFFICES or tokens[office.i + 1].pos != "PROPN":
            continue
        last = tokens[office.i + 1]
        while last.i + 1 < high and (tokens[last.i + 1].pos == "PROPN" or tokens[last.i + 1].text == "-"):
            last = tokens[last.i + 1]
        if last.head != office.i or last.pos != "PROPN":
            continue
        root = office.head == office.i
        for token in tokens[low:high]:
            if token.head == office.i and token.i not in (office.i, last.i):
                tokens[token.i] = replace(token, head=last.i)
        tokens[last.i] = replace(last, head=last.i if root else office.head, dep=office.dep)
        tokens[office.i] = replace(office, head=last.i, dep="compound", pos="NOUN", tag="NN")


def _part_pair(tokens: list[Token], low: int, high: int) -> None:
    """Joins the "Front" of "the government of Kenya and the Valley Front" to the government, and not to Kenya."""
    for second in tokens[low + 3 : high]:
        first = tokens[second.head]
        of = tokens[first.head]
        whole = tokens[of.head]
        if second.dep != "conj" or first.dep != "pobj" or of.lower != "of" or whole.pos not in NOUNS:
            continue
        state = first.entity == "GPE" and whole.tag in ("NN", "NNP") and second.pos == "PROPN"
        named = second.entity != "GPE" and any(
            t.lower == "the" and t.head == second.i for t in tokens[first.i + 1 : second.i]
        )
        if state and named:
            tokens[second.i] = replace(second, head=whole.i)
            for token in tokens[first.i + 1 : second.i]:
                if token.head == first.i:
                    tokens[token.i] = replace(token, head=whole.i)


def _name_pronoun(tokens: list[Token], low: int, high: int) -> None:
    """Makes a name of the WHO of "WHO confirmed the attack", and a pronoun of the US of "THE ARMY ATTACKED US".

    Capitals tell the two apart where other words are in small letters; "Who broke the truce?" asks, and "men who fired" goes on.
    """
    written = [t for t in tokens[low:high] if t.text.isalpha() and len(t.text) > 2]
    loud = bool(written) and all(t.text.isupper() for t in written)
    asks = high > low and tokens[high - 1].text == "?"
    for token in tokens[low:high]:
        if token.text not in AS_PRONOUNS:
            continue
        verb, before = tokens[token.head], tokens[max(low, token.i - 1)]
        begins = verb.dep not in ("relcl", "acl") and not (loud or asks)
        behind_noun = before.i < token.i and before.pos in NOUNS and not _is_day(before) and verb.head != verb.i
        if token.pos == "PROPN" and loud and token.dep in ("dobj", "pobj", "dative"):
            tokens[token.i] = replace(token, pos="PRON", tag="PRP")
        elif token.tag in ("WP", "PRP") and begins and not behind_noun:
            tokens[token.i] = replace(token, pos="PROPN", tag="NNP", lemma=token.text, entity="ORG")


def _is_day(token: Token) -> bool:
    """Whether a noun ends a date: "On 3 May WHO condemned it"."""
    return token.entity in ("DATE", "TIME") or token.text in MONTH_NAMES or token.lower in WEEKDAYS


def _put_name_first(tokens: list[Token], low: int, high: int) -> None:
    """Makes the initials act in "CVO, a local group of observers, counted ...", and not what is told of them."""
    name, root = tokens[low], root_of(tokens, low, high)
    if root is None or not (name.text.isupper() and len(name.text) > 2) or tokens[min(low + 1, high - 1)].text != ",":
        return
    told = next((t for t in tokens[low + 2 : root.i] if t.head == root.i and t.dep in ("nsubj", "nsubjpass")), None)
    if told is None or name.dep in ("nsubj", "nsubjpass") or name.head not in (root.i, told.i):
        return
    if tokens[low + 2].lower not in ("a", "an", "the") or tokens[root.i - 1].text != ",":
        return
    tokens[name.i] = replace(name, head=root.i, dep=told.dep, pos="PROPN", tag="NNP")
    tokens[told.i] = replace(told, head=name.i, dep="appos")


def _part_dash(tokens: list[Token], low: int, high: int) -> None:
    """Makes two of the "India–Pakistan" of "On India–Pakistan: India said ...", the second taken for another name of the first."""
    for dash in tokens[low + 1 : high - 1]:
        first, last = tokens[dash.i - 1], tokens[dash.i + 1]
        joined = dash.text in ("–", "-") and first.end == dash.start and dash.end == last.start
        names = first.pos == "PROPN" and last.text[:1].isupper() and not last.text.isupper()
        if joined and names and last.dep == "appos" and last.head == first.i:
            tokens[last.i] = replace(last, dep="conj", pos="PROPN", tag="NNP", lemma=last.text)


def _part_portfolio(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "Poudel" of "Minister for Peace Ram Poudel said" the subject, where peace was taken for his name."""
    for name in tokens[low + 3 : high]:
        lead = tokens[name.head]
        office = tokens[lead.head]
        if name.dep != "pobj" or name.pos != "PROPN" or lead.lower not in ("for", "of") or office.i + 1 != lead.i:
            continue
        run = tokens[lead.i + 1 : name.i + 1]
        tasks = [t for t in run if t.lower in _PORTFOLIOS]
        if office.lower not in _MINISTERS or office.head == office.i or not tasks or tasks[-1].i == name.i:
            continue
        if not all(t.pos == "PROPN" for t in run):
            continue
        task = tasks[-1]
        for token in run:
            head, dep = (task.i, "compound") if token.i < task.i else (name.i, "compound")
            tokens[token.i] = replace(token, head=head, dep=dep)
        tokens[task.i] = replace(task, head=lead.i, dep="pobj")
        tokens[name.i] = replace(name, head=office.head, dep=office.dep)
        for token in tokens[name.i + 1 : high]:
            if token.head == office.i:
                tokens[token.i] = replace(token, head=name.i)
        tokens[office.i] = replace(office, head=name.i, dep="nmod")


# What makes one noun of each name of a sentence, in this order.
JOINS = (
    _name_pronoun,
    _part_dash,
    _put_name_first,
    _join_title,
    _join_hyphens,
    _join_words,
    _join_first_name,
    _join_names,
    _join_surname,
    _join_apposed,
    _join_cut_name,
    _raise_fellow,
    _part_holders,
    _join_root,
    _join_office,
    _part_office,
    _part_portfolio,
    _part_owner,
    _part_pair,
)
