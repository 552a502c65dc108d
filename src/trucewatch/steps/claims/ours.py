"""What somebody calls his own: "our forces", "a unit of ours", and what is done to "us"."""

from trucewatch.core.parse import Parse, Token

from .propositions import Proposition

# Who speaks for those who are named before him: "The rebels are leaving, their commander said", and not "its mayor".
_SPEAKS_FOR = frozenset(
    "spokesman spokeswoman spokesperson commander leader chief chairman chairwoman command leadership delegation delegate "
    "negotiator representative envoy headquarters office bureau staff general".split()
)


def is_spoken_for(parse: Parse, p: Proposition, subject: Token) -> bool:
    """Whether a subject's own man says it: "The army did not fire, its spokesman said"."""
    teller = p.frame.speaker if p.frame is not None else None
    if teller is None or teller.lemma not in _SPEAKS_FOR or teller.i < subject.i:
        return False
    ours = {"its": subject.tag in ("NN", "NNP"), "their": True}
    return any(ours.get(k.lower, False) for k in parse.children(teller, "poss"))


def is_ours(parse: Parse, noun: Token) -> bool:
    """Whether a noun is "our forces" or "a unit of ours"."""
    ours = any(o.lower == "ours" for o in parse.behind(noun, "of"))
    return ours or any(k.lower == "our" for k in parse.children(noun, "poss"))


_HOLDS = frozenset("keep hold maintain retain occupy station".split())
# What is kept by whoever keeps to what was agreed.
_KEPT = frozenset(
    "side word part promise pledge commitment obligation truce ceasefire accord agreement peace deal calm fire".split()
)


# Whoever tells of "our patrol" need not be a party.
_WITNESSES = frozenset(
    "team patrol observer monitor mission inspector staff colleague reporter correspondent crew convoy driver".split()
)


# "On my orders", "on our side": nothing is done to us by that.
_MANNERS = frozenset("order instruction command behalf side part initiative request watch".split())


def holds_on(parse: Parse, verb: Token) -> bool:
    """Whether somebody holds what he might have to give up: "keeps its posts in the zone", and not "has kept its word"."""
    return verb.lemma in _HOLDS and any(t.lemma not in _KEPT for t in parse.children(verb, "dobj"))


def hits_us(parse: Parse, verb: Token) -> bool:
    """Whether something is done to "us" or to what is "ours": "attacked us", "opened fire on our posts"."""
    hit = parse.children(verb, "dobj", "prep")
    goals = [*hit, *(o for one in (verb, *hit) for o in parse.behind(one, "on", "at", "against", "upon"))]
    mine = (o for o in goals if any(k.lower in ("our", "my") for k in parse.children(o, "poss")))
    return any(o.lower in ("us", "me") for o in goals) or any(_is_no_witness(parse, o) for o in mine)


def _is_no_witness(parse: Parse, noun: Token) -> bool:
    return noun.lemma not in _MANNERS and all(
        t.lemma not in _WITNESSES for t in (noun, *parse.children(noun, "compound"))
    )
