"""Whether a text says that something happened, and on whose word."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.core.parse import Parse, Token, sender_of
from trucewatch.vocabulary.incidents import pattern_of, word_set

from .clauses import agent_of, is_noun_after_all, subject_of

_MODALS = frozenset("will would shall should must may might can could wo ca 'll 'd ought".split())
_IF = frozenset("if unless whether lest until once".split())
_WHEN = frozenset("before after when".split())
_BARE = frozenset("without from against instead despite to".split())
_UP = 14
# Forms of the past that the parser takes for a base form.
_PAST = ("flew",)
# "when shells hit a market": of many the parser cannot tell the past from the present.
_SAME_IN_PAST = frozenset({"hit", "set", "put", "burst", "beat"})


class Manner(StrEnum):
    """How somebody stands behind what is told."""

    SEE = "see"
    VERIFY = "verify"
    TELL = "tell"
    ACCUSE = "accuse"


@dataclass(frozen=True, slots=True)
class Told:
    """Who stands behind an event, how, and by which word; None for the report's own voice."""

    source: Token | None = None
    manner: Manner | None = None
    verb: Token | None = None


def told(parse: Parse, head: Token, text: str, *, denied: bool = False) -> Told | None:
    """On whose word the text says that the predicate or noun happened; None where it does not say so.

    Plans, conditions, calls, duties, denials, questions and rules are none. `denied` asks for a predicate
    under "not": "was not allowed to pass".
    """
    if pattern_of("untrue").search(text) or text.rstrip().endswith("?"):
        return None
    if _negated(parse, head) is not denied or _unreal(parse, head) or _timeless(parse, head) or _asked(parse, head):
        return None
    source = _according_to(parse, head)
    token, factual = head, True
    for _ in range(_UP):
        if token.head == token.i:
            break
        above = parse.tokens[token.head]
        link = token.dep
        if _misread(parse, token, above):
            link, above = "ccomp", parse.tokens[above.head]
            above = parse.tokens[above.head] if above.pos == "ADP" else above
        if link == "ccomp" and _stands_alone(parse, token, above):
            break
        if link == "advcl" and is_noun_after_all(parse, token):
            link = "dobj"
        if link in ("advcl", "relcl", "conj", "parataxis") and not (link == "conj" and _shares(parse, token)):
            factual = factual and link not in ("advcl", "relcl")
            if link == "advcl" and _conditional(parse, token):
                return None
            token = above
            continue
        if not _lets_stand(parse, token, above, link, factual):
            return None
        frame = _frame(parse, token, above, link)
        if frame is not None and (source is None or (source.source is not None and source.source.pos == "PRON")):
            # "Residents said that they had heard shots": the residents tell it.
            source = frame
        token = above
    return source or Told()


def stands(parse: Parse, verb: Token) -> bool:
    """Whether a verb is neither denied nor possible, conditional or a wish."""
    return not _negated(parse, verb) and not _unreal(parse, verb)


def _misread(parse: Parse, token: Token, above: Token) -> bool:
    """Whether "told the monitors that X had shelled Y" was read as a clause on the monitors."""
    if token.dep not in ("relcl", "acl") or above.dep not in ("dobj", "pobj", "dative"):
        return False
    that = any(k.lower == "that" and k.dep == "mark" for k in parse.children(token))
    own = any(k.tag not in ("WDT", "WP") for k in parse.children(token, "nsubj", "nsubjpass"))
    verb = parse.tokens[above.head]
    verb = parse.tokens[verb.head] if verb.pos == "ADP" else verb
    first = next(iter(parse.subtree(token)), token)
    return own and (that or first.lower == "that") and verb.lemma in word_set("tell")


def _stands_alone(parse: Parse, token: Token, above: Token) -> bool:
    """Whether a clause is a sentence of its own, put before another with a semicolon or a comma."""
    says = above.lemma in word_set("tell") | word_set("verify") | word_set("see")
    if token.i > above.i:
        return False
    between = [t.text for t in parse.tokens[token.i : above.i]]
    return ";" in between or not says


def _shares(parse: Parse, token: Token) -> bool:
    """Whether a joined verb has its auxiliary with the verb before: "would attack and loot"."""
    return token.tag == "VB" and not parse.children(token, "aux", "nsubj")


def _negated(parse: Parse, head: Token) -> bool:
    if any(k.dep == "neg" or k.lemma in ("never", "hardly") for k in parse.children(head)):
        return True
    nouns = [*parse.children(head, "nsubj", "nsubjpass", "dobj", "attr"), *([] if head.pos == "VERB" else [head])]
    for noun in nouns:
        if noun.lemma in ("nobody", "none", "nothing", "neither"):
            return True
        if any(k.lemma in ("no", "neither") and k.dep in ("det", "neg", "preconj") for k in parse.children(noun)):
            return True
    above = parse.tokens[head.head]
    if head.dep == "xcomp" and above.i != head.i:
        return _negated(parse, above) or above.lemma in ("unable",)
    if head.pos != "VERB":
        return any(k.lower in ("no", "any") for k in parse.children(head, "det"))
    return False


def _unreal(parse: Parse, head: Token) -> bool:
    """Whether the predicate itself stands in a form that asserts nothing: modals, infinitives, imperatives."""
    if head.pos not in ("VERB", "AUX"):
        return False
    aux = {k.lower for k in parse.children(head, "aux", "auxpass")}
    if aux & _MODALS:
        return True
    if "to" in aux:
        above = parse.tokens[head.head]
        return head.dep != "xcomp" or above.lemma not in word_set("factual") or above.lemma in ("be", "have")
    if head.dep == "conj" and head.tag == "VB" and not aux:
        return _unreal(parse, parse.tokens[head.head])
    if head.dep == "pcomp" and parse.tokens[head.head].lower in _BARE:
        return True
    return _conditional(parse, head)


def _timeless(parse: Parse, head: Token) -> bool:
    """Whether the predicate tells of no time past: "Article 3 forbids", "they move troops", an imperative."""
    if head.pos not in ("VERB", "AUX"):
        return False
    aux = {k.lower for k in (*parse.children(head, "aux"), *parse.children(head, "auxpass"))}
    if head.tag == "VBG" and not aux:
        return _hangs_on_present(parse, head)
    if aux & {"is", "are"} and not aux & {"been"}:
        return True
    if head.tag == "VBP" and head.lower in _SAME_IN_PAST:
        return False
    if head.tag in ("VBZ", "VBP", "VB") and not head.lower.endswith(_PAST):
        above = parse.tokens[head.head]
        seen = head.dep in ("ccomp", "xcomp") and above.lemma in word_set("see")
        return not seen and not aux & {"did", "have", "has", "had"}
    return False


def _hangs_on_present(parse: Parse, head: Token) -> bool:
    """Whether a participle goes on with a sentence about what is always so: "the sides target drones, jamming them"."""
    token = head
    while token.dep in ("advcl", "xcomp", "conj") and token.head != token.i:
        token = parse.tokens[token.head]
        if token.tag in ("VBZ", "VBP") and not parse.children(token, "auxpass"):
            return manner_of(token) is None
    return False


def _asked(parse: Parse, head: Token) -> bool:
    """Whether the predicate stands in an indirect question: "could not say who had fired"."""
    if head.dep in ("relcl", "acl"):
        return False
    kids = [*parse.children(head), *(k for p in parse.children(head, "prep") for k in parse.children(p))]
    subjects = parse.children(head, "nsubj", "nsubjpass")
    if any(
        k.lower in ("which", "whose", "what") and k.dep in ("det", "poss") for s in subjects for k in parse.children(s)
    ):
        # "not known which side opened fire"
        return True
    asking = {k.tag for k in kids if k.i < head.i and k.tag in ("WP", "WRB")}
    # "when rebels attacked" tells when; "when or by whom it was laid" asks.
    return "WP" in asking or ("WRB" in asking and head.dep != "advcl")


def _conditional(parse: Parse, head: Token) -> bool:
    marks = {k.lower for k in parse.children(head) if k.dep in ("mark", "advmod") and k.i < head.i}
    return bool(marks & _IF) or _awaited(parse, head, marks)


def _awaited(parse: Parse, head: Token, marks: Set[str]) -> bool:
    """Whether something is still to come: "no gun will be given up before the last soldier has crossed the border"."""
    first = parse.subtree(head)[0].i
    # Parsers take "before" for a preposition, too.
    lead = {parse.tokens[first - 1].lower} if first and head.dep == "conj" else frozenset[str]()
    marks = marks | lead
    perfect = any(k.lower in ("has", "have", "'ve") for k in parse.children(head, "aux"))
    ahead = any(k.lower in _MODALS for k in parse.children(parse.tokens[head.head], "aux"))
    clause = head.dep == "advcl" or bool(lead & _WHEN)
    return clause and ((perfect and bool(marks & _WHEN)) or (ahead and "before" in marks))


def _lets_stand(parse: Parse, token: Token, above: Token, link: str, factual: bool) -> bool:
    """Whether what governs a word leaves it a fact."""
    if above.pos in ("VERB", "AUX"):
        complement = link in ("ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "prep", "acl", "relcl", "conj", "pcomp")
        if link == "relcl":
            return True
        if complement and above.lemma in word_set("unreal") and link not in ("nsubj", "nsubjpass"):
            return False
        says = above.lemma in word_set("tell") | word_set("see") | word_set("verify")
        if says and _negated(parse, above) and link not in ("prep", "nsubjpass"):
            return False
        aux = {k.lower for k in parse.children(above, "aux")}
        return not (factual and complement and aux & _MODALS)
    if above.pos == "ADP" and above.dep == "agent" and _negated(parse, parse.tokens[above.head]):
        # "no civilian has been killed by shelling"
        return False
    if link in ("prep", "acl", "relcl", "pobj", "pcomp", "compound") and above.lemma in word_set("unreal_nouns"):
        return False
    return not (above.pos == "ADP" and above.lower in ("without", "against", "despite") and token.pos == "VERB")


def _frame(parse: Parse, token: Token, above: Token, link: str) -> Told | None:
    """Who says, sees or establishes what stands under a word."""
    manner = manner_of(above)
    if manner is None:
        return None
    if above.pos == "NOUN":
        return Told(above, Manner.TELL, above) if link in ("acl", "relcl") and above.lemma in _REPORTS else None
    if above.pos not in ("VERB", "AUX") or link not in (
        "ccomp",
        "xcomp",
        "dobj",
        "prep",
        "relcl",
        "acl",
        "nsubjpass",
        "csubjpass",
        "agent",
    ):
        return None
    if link == "prep" and token.lower not in ("of", "for", "about", "with", "in"):
        return None
    if parse.children(above, "auxpass"):
        # "The team was told by elders of fighting": the elders tell.
        return Told(agent_of(parse, above), manner, above)
    return Told(sender_of(parse.tokens, above) or subject_of(parse, above), manner, above)


_REPORTS = frozenset("report allegation claim complaint account accusation information rumour rumor".split())


def manner_of(word: Token) -> Manner | None:
    """How the subject of a word stands behind what it tells."""
    lemma = word.lemma
    if lemma in word_set("accuse"):
        return Manner.ACCUSE
    if lemma in word_set("tell") or (word.pos == "NOUN" and lemma in _REPORTS):
        return Manner.TELL
    if lemma in word_set("see"):
        return Manner.SEE
    return Manner.VERIFY if lemma in word_set("verify") else None


def _according_to(parse: Parse, head: Token) -> Told | None:
    """The source of "according to X" in the sentence of the predicate."""
    for token in parse.tokens[max(0, head.i - 40) : head.i + 40]:
        if token.lower == "according" and not apart(parse, token, head) and _same_sentence(parse, token, head):
            for to in parse.children(token, "prep"):
                for who in parse.children(to, "pobj"):
                    return Told(who, Manner.TELL, token)
    return None


def apart(parse: Parse, one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" for t in parse.tokens[first:last])


def _same_sentence(parse: Parse, one: Token, other: Token) -> bool:
    return any(a <= one.i < b and a <= other.i < b for a, b in parse.sentences)
