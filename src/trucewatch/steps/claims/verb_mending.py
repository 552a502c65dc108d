"""Mends verbs that taggers take for nouns: "the Front thanks", "officers in Gao concede that", "the movement pledges to"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import Token, sender_of

from .name_mending import NOUNS
from .phrase_bounds import QUESTIONED

# Verbs that are no nouns, with what they are forms of.
_KEEPS = {"complies": "comply", "abides": "abide", "adheres": "adhere", "denies": "deny", "insists": "insist"}
_SHOOTS = {"fires": "fire", "shoots": "shoot"}
_JOINS = frozenset({"and", "or", "nor"})
_VIEWS = frozenset("view opinion reading understanding judgement judgment".split())
LEFT = frozenset("det poss compound amod nmod nummod".split())
_AUXILIARIES = frozenset("have be will would".split())
_TIMES = frozenset("today yesterday tonight tomorrow morning afternoon evening night week month".split())
_PARTED = frozenset({"dep", "conj", "advcl", "acl", "xcomp", "ccomp"})
_BELOW_VERB = frozenset({"xcomp", "ccomp", "relcl", "acl", "prep", "dobj", "advmod", "advcl"})
_GETS = frozenset("receive get obtain collect have".split())


def free_thanks(tokens: list[Token], low: int, high: int) -> None:
    """Makes "thanks" the verb of the noun in front of it: "The Front thanks Turkey, but ..."."""
    for thanks in tokens[low + 1 : high - 1]:
        who, whom = tokens[thanks.i - 1], tokens[thanks.i + 1]
        if thanks.lower == "thanks" and thanks.pos != "VERB" and whom.lower != "to" and who.pos in NOUNS:
            _free_thanks(tokens, low, high, thanks)


def free_keeper(tokens: list[Token], low: int, high: int) -> None:
    """Makes "complies" the verb of "The Army complies with the truce", and "fires" that of "The Front fires on our men"."""
    for keeps in tokens[low + 1 : high - 1]:
        who, above = tokens[keeps.i - 1], tokens[keeps.head]
        below = keeps.dep == "nsubj" and above.i > keeps.i
        shoots = (
            keeps.lower in _SHOOTS and keeps.pos == "NOUN" and _hits_us(tokens[keeps.i + 1 : min(high, keeps.i + 3)])
        )
        if (keeps.lower not in _KEEPS and not shoots) or who.head != keeps.i or who.pos not in (*NOUNS, "ADJ"):
            continue
        if who.dep == "nsubj" and not below:
            # It is a verb already.
            continue
        for token in tokens[low : who.i]:
            if token.head == keeps.i and token.dep in LEFT:
                tokens[token.i] = replace(token, head=who.i)
        name = who.pos == "PROPN" or who.text[:1].isupper()
        tokens[who.i] = replace(who, dep="nsubj", pos="PROPN" if name else "NOUN", tag="NNP" if name else "NN")
        tokens[keeps.i] = replace(keeps, pos="VERB", tag="VBZ", lemma=(_KEEPS | _SHOOTS)[keeps.lower])
        if below:
            _put_below(tokens, low, high, tokens[keeps.i], above)


def _hits_us(behind: Sequence[Token]) -> bool:
    """Whether the words behind a verb of shooting are "on our" or "at us"."""
    return len(behind) > 1 and behind[0].lower in ("on", "at") and behind[1].lower in ("our", "us", "my")


def _put_below(tokens: list[Token], low: int, high: int, verb: Token, above: Token) -> None:
    """Puts a verb in the place of the one that it hung on, which then is what was done to the noun in front of it."""
    head, dep = (verb.i, "ROOT") if above.head == above.i else (above.head, above.dep)
    for token in tokens[low:high]:
        if token.head == above.i and token.dep in ("punct", "mark", "cc"):
            tokens[token.i] = replace(token, head=verb.i)
    tokens[verb.i] = replace(verb, head=head, dep=dep)
    tokens[above.i] = replace(above, head=above.i - 1, dep="acl", tag="VBN")


def join_parted(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Joins the "had" of "Troops had, the minister insisted, already left Bor" to its verb behind the attribution."""
    for had in tokens[low + 1 : high - 2]:
        teller = tokens[had.head]
        parted = had.dep == "ccomp" and had.lemma in _AUXILIARIES and tokens[had.i + 1].text == ","
        if not parted or teller.i < had.i or teller.lemma not in speech or _after(tokens, teller) != ",":
            continue
        behind = (t for t in tokens[teller.i + 1 : high] if t.head == teller.i and t.dep in _PARTED)
        verb = next((t for t in behind if t.tag in ("VBN", "VB", "VBG", "VBD")), None)
        if verb is None or any(t.head == had.i and t.dep in ("dobj", "attr", "acomp") for t in tokens[low:high]):
            continue
        above = verb.i if teller.head == teller.i else teller.head
        tokens[verb.i] = replace(verb, head=above, dep=teller.dep, pos="VERB")
        tokens[teller.i] = replace(teller, head=verb.i, dep="parataxis")
        tokens[had.i] = replace(had, head=verb.i, dep="aux", pos="AUX")
        for token in tokens[low:high]:
            aside = teller.i < token.i < verb.i and token.head == teller.i and token.pos == "ADV"
            if (token.head == had.i and token.i != had.i) or aside:
                tokens[token.i] = replace(tokens[token.i], head=verb.i)


def _after(tokens: Sequence[Token], token: Token) -> str:
    """The word behind a token, or nothing at the end of the text."""
    return tokens[token.i + 1].lower if token.i + 1 < len(tokens) else ""


def _free_thanks(tokens: list[Token], low: int, high: int, thanks: Token) -> None:
    """Makes "thanks" the verb of the noun in front of it; what follows goes on from it."""
    who, root = tokens[thanks.i - 1], next((t for t in tokens[low:high] if t.head == t.i), thanks)
    top = who
    while top.head != top.i and low <= top.head < thanks.i:
        top = tokens[top.head]
    if root.i not in (thanks.i, top.i) and not (top.head == root.i and root.i > thanks.i):
        return
    tokens[thanks.i] = replace(thanks, head=thanks.i, dep="ROOT", pos="VERB", tag="VBZ", lemma="thank")
    tokens[top.i] = replace(top, head=thanks.i, dep="nsubj")
    if root.i > thanks.i:
        tokens[root.i] = replace(root, head=thanks.i, dep="conj")
    for token in tokens[thanks.i + 1 : high]:
        again = token.tag == "NNS" and tokens[token.i - 1].lower == "and" and _after(tokens, token) in ("to", "on")
        if token.head == top.i:
            tokens[token.i] = replace(token, head=thanks.i, dep="dobj" if token.pos in NOUNS else token.dep)
        elif again and token.dep == "conj":
            # "thanks the Government and appeals to it"
            tokens[token.i] = replace(token, head=thanks.i, pos="VERB", tag="VBZ")
            _hang_on(tokens, token, high, thanks)


def _hang_on(tokens: list[Token], verb: Token, high: int, before: Token) -> None:
    """What stands behind a verb and hung on the one before it hangs on the later one."""
    for token in tokens[verb.i + 1 : high]:
        if token.head == before.i and token.dep in ("prep", "xcomp", "advcl", "ccomp", "dobj"):
            tokens[token.i] = replace(token, head=verb.i)


def free_verb(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "concede" of "Officers in Gao concede, in confidence, that ..." their verb, taken for a part of the place."""
    for verb in tokens[low + 2 : high - 1]:
        place = tokens[verb.i - 1]
        # "Envoys in Kinshasa report that ...", where "in" is left alone.
        near = tokens[verb.head] if verb.dep == "pobj" else tokens[place.i - 1]
        many = tokens[near.head]
        taken = verb.tag == "NN" and verb.dep in ("pobj", "ROOT") and verb.text == verb.lemma and verb.lemma in speech
        if not taken or place.head != verb.i or place.pos != "PROPN" or near.pos != "ADP" or many.tag != "NNS":
            continue
        that = next((t for t in tokens[verb.i + 1 : high] if t.lower == "that"), None)
        clause = tokens[that.head] if that is not None else None
        if clause is None or many.i > near.i or clause.i < verb.i:
            continue
        tokens[place.i] = replace(place, head=near.i, dep="pobj")
        tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", pos="VERB", tag="VBP")
        tokens[many.i] = replace(many, head=verb.i, dep="nsubj")
        tokens[clause.i] = replace(clause, head=verb.i, dep="ccomp")
        if that is not None and that.dep == "dobj":
            tokens[that.i] = replace(that, dep="mark")
        for token in tokens[verb.i + 1 : high]:
            if token.head == many.i:
                tokens[token.i] = replace(tokens[token.i], head=verb.i)
            elif token.head == token.i:
                # "Villagers near Bria report, as does the mission, that ..."
                tokens[token.i] = replace(token, head=verb.i, dep="advcl")


def part_view(tokens: list[Token], low: int, high: int) -> None:
    """Parts "view" from "article" in "In his view article 3 did not apply", where both were taken for one noun."""
    for view in tokens[low + 2 : high - 1]:
        noun, owner = tokens[view.head], tokens[view.i - 1]
        if view.lower not in _VIEWS or view.dep != "compound" or owner.tag != "PRP$" or noun.dep != "pobj":
            continue
        lead = tokens[noun.head]
        verb = tokens[lead.head]
        if lead.lower != "in" or lead.i + 1 != owner.i or verb.i < noun.i or verb.pos not in ("VERB", "AUX"):
            continue
        if any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[low:high]):
            continue
        tokens[view.i] = replace(view, head=lead.i, dep="pobj")
        tokens[owner.i] = replace(owner, head=view.i)
        tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")


def join_to_relative(tokens: list[Token], low: int, high: int) -> None:
    """Joins "asked" to "called" in "X rejects the charge of Y, who called it a shield and asked for more": the tenses differ."""
    for verb in tokens[low + 3 : high]:
        above = tokens[verb.head]
        if verb.dep != "conj" or verb.tag != "VBD" or above.tag not in ("VBZ", "VBP") or above.i > verb.i:
            continue
        if tokens[verb.i - 1].lower != "and" or any(
            t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[low:high]
        ):
            continue
        between = (t for t in reversed(tokens[above.i : verb.i]) if t.dep == "relcl" and t.tag == "VBD")
        told = next(between, None)
        if told is not None and any(t.head == told.i and t.lower == "who" for t in tokens[above.i : told.i]):
            tokens[verb.i] = replace(verb, head=told.i)
            tokens[verb.i - 1] = replace(tokens[verb.i - 1], head=told.i)


def part_label(tokens: list[Token], low: int, high: int) -> None:
    """Parts the "violated" of 'Army statement: "Hamas has violated it"' from the statement, of which it was a clause.

    So it does the "calls" of "Oman, facilitator: Sheikh Adan calls it a test".
    """
    colon = next((t for t in tokens[low + 1 : high] if t.text == ":"), None)
    alone = colon is not None and colon.i == low + 1
    if colon is None or colon.i + 1 >= high or (alone and tokens[colon.i + 1].text not in ('"', "“", "'")):
        return
    for verb in tokens[colon.i + 1 : high]:
        noun = tokens[verb.head]
        own = any(
            t.head == verb.i and t.dep in ("nsubj", "nsubjpass") and t.i > colon.i for t in tokens[colon.i : high]
        )
        if verb.dep not in ("acl", "relcl") or noun.i > colon.i or noun.head != noun.i or not own:
            continue
        tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        tokens[noun.i] = replace(noun, head=verb.i, dep="dep")
        for token in tokens[colon.i + 1 : high]:
            if token.head == noun.i and token.i not in (noun.i, verb.i):
                tokens[token.i] = replace(token, head=verb.i)
        return


def raise_poster(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "posted" of 'The account @Front posted at 11:40: "We hold the line"' the verb, which hung on what is said."""
    colon = next((t for t in tokens[low + 1 : high - 1] if t.text == ":"), None)
    if colon is None or tokens[colon.i + 1].text != '"':
        return
    for verb in tokens[low : colon.i]:
        said = tokens[verb.head]
        below = verb.dep in ("ccomp", "advcl", "parataxis", "dep") and said.i > colon.i and said.head == said.i
        tells = verb.tag in ("VBD", "VBN", "VBZ") and verb.lemma in speech
        if below and tells and any(t.head == verb.i and t.dep == "nsubj" for t in tokens[low : verb.i]):
            tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD" if verb.tag == "VBN" else verb.tag)
            tokens[said.i] = replace(said, head=verb.i, dep="ccomp")
            return


def tie_told(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Ties what is said in "Says only that it has put forward a plan" to the verb as what it says."""
    first = next((t for t in tokens[low:high] if t.pos not in ("PUNCT", "SPACE")), None)
    if first is None or first.head != first.i or first.lemma not in speech or first.tag not in ("VBZ", "VBD"):
        return
    for that in tokens[first.i + 1 : min(high, first.i + 4)]:
        clause = tokens[that.head]
        if that.lower == "that" and that.dep == "mark" and clause.head == first.i and clause.dep == "advcl":
            tokens[clause.i] = replace(clause, dep="ccomp")


def free_answer(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "answer" of "Asked if the army will go back he wouldn't answer" the verb on which the sentence hangs."""
    first = next((t for t in tokens[low:high] if t.pos not in ("PUNCT", "SPACE")), None)
    if first is None or first.head != first.i or first.tag != "VBN" or first.lower not in QUESTIONED:
        return
    for verb in tokens[first.i + 1 : high]:
        if verb.head != first.i or verb.dep not in ("ccomp", "conj", "parataxis") or verb.pos not in ("VERB", "AUX"):
            continue
        who = next((t for t in tokens[first.i + 1 : verb.i] if t.head == verb.i and t.dep == "nsubj"), None)
        marked = any(t.head == verb.i and t.dep == "mark" for t in tokens[first.i + 1 : verb.i])
        if who is None or marked:
            continue
        tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        tokens[first.i] = replace(first, head=verb.i, dep="advcl")
        for token in tokens[first.i + 1 : verb.i]:
            if token.head == verb.i and token.dep == "advcl":
                tokens[token.i] = replace(token, head=first.i, dep="ccomp")
        return


def part_time(tokens: list[Token], low: int, high: int) -> None:
    """Makes the "Nhaga" of "a commander, Captain Nhaga, this evening told a crowd" the subject, and not the evening."""
    for time in tokens[low + 2 : high - 1]:
        verb = tokens[time.head]
        first = next((t.i for t in tokens[low : time.i] if t.head == time.i), time.i)
        if (
            time.dep != "nsubj"
            or time.lower not in _TIMES
            or verb.pos != "VERB"
            or time.i - first > 1
            or first < low + 2
        ):
            continue
        noun = tokens[first - 2] if tokens[first - 1].text == "," else tokens[first - 1]
        if noun.pos in NOUNS and noun.dep in ("appos", "pobj", "dep", "nmod") and noun.head != verb.i:
            tokens[time.i] = replace(time, dep="npadvmod")
            tokens[noun.i] = replace(noun, head=verb.i, dep="nsubj")


def hang_message(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Hangs "alleging" on Lebanon in "The mission received a complaint from Lebanon alleging that ...", not on the mission."""
    for verb in tokens[low + 2 : high]:
        sender, got = sender_of(tokens, verb), tokens[verb.head]
        said = verb.dep == "advcl" and verb.lemma in speech and got.lemma in _GETS
        if said and sender is not None and got.i < sender.i:
            tokens[verb.i] = replace(verb, head=sender.i, dep="acl")


def participle(tokens: Sequence[Token], root: Token, high: int) -> Token | None:
    """The "boasted" of "The militia boasted of ...", hung under the noun that it follows."""
    for token in tokens[root.i + 1 : min(high, root.i + 3)]:
        if token.head == root.i and token.dep == "acl" and token.tag in ("VBN", "VBD"):
            return token
    for token in tokens[root.i + 1 : high]:
        whose = tokens[token.head]
        listed = whose.i == root.i or (whose.head == root.i and whose.dep in ("conj", "appos"))
        if token.dep == "acl" and token.tag in ("VBN", "VBD") and listed and tokens[token.i - 1].text == ",":
            # "The two fronts, the northern and the southern, accepted ..."
            return token
    return None


def raise_verb(tokens: list[Token], root: Token, verb: Token, high: int) -> None:
    tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD", pos="VERB")
    tokens[root.i] = replace(root, head=verb.i, dep="nsubj")
    for token in tokens[verb.i + 1 : high]:
        if token.head == root.i:
            tokens[token.i] = replace(token, head=verb.i)


def make_verb(tokens: list[Token], root: Token, low: int, high: int) -> None:
    """Turns the "pledges" of "The movement pledges to ..." into the verb, the noun before it into its subject."""
    before = tokens[root.i - 1]
    goes_on = any(t.head == root.i and t.i > root.i and t.dep in _BELOW_VERB for t in tokens[low:high])
    if not goes_on or before.head != root.i or before.dep not in ("compound", "amod", "nmod", "nsubj"):
        return
    tokens[root.i] = replace(root, pos="VERB", tag="VBZ", dep="ROOT")
    if before.lower == "more" and any(t.head == root.i and t.dep == "nsubj" for t in tokens[low : before.i]):
        # "The envoy once more calls on both sides"
        tokens[before.i] = replace(before, dep="advmod", pos="ADV", tag="RBR")
    else:
        name = before.pos == "PROPN" or before.text[:1].isupper()
        tokens[before.i] = replace(before, dep="nsubj", pos="PROPN" if name else "NOUN", tag="NNP" if name else "NN")
        for token in tokens[low : before.i]:
            if token.head == root.i:
                tokens[token.i] = replace(token, head=before.i)
    marked = {t.head for t in tokens[root.i + 1 : high] if t.dep == "mark" and t.lower == "that"}
    for token in tokens[root.i + 1 : high]:
        if token.head == root.i and token.dep in ("relcl", "acl") and token.pos in ("VERB", "AUX"):
            tokens[token.i] = replace(token, dep="xcomp" if token.dep == "acl" and token.i not in marked else "ccomp")
        elif token.head == root.i and token.dep == "appos":
            # "The Movement renews, with effect from today, its pledge to ..."
            tokens[token.i] = replace(token, dep="dobj")
