"""How a claim came to be known: what its verb of saying introduces, and before whom it was said."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from trucewatch.core.parse import Parse, Token

from .draft import Draft
from .papers import PAPERS
from .polarity import negated, time_of
from .propositions import Frame, Proposition, subject_of

# Verbs that tell what somebody says even where no clause follows: "accused the army of shelling", "denied the charge".
_TELL_ALONE = frozenset("accuse deny call threaten view admit".split())
_NETWORKS = frozenset("tweet twitter facebook telegram instagram tiktok weibo vkontakte youtube".split())
_SIGNS = frozenset("sign cosign initial".split())
_NAMES_UNDER = frozenset("signature name seal initial".split())
_COMMITS = frozenset({"COMMIT", "RECOMMIT", "AMEND"})
# Verbs by which somebody else than the author says what a thing is.
_JUDGES = frozenset("see consider call describe regard view judge deem think rate term label attribute".split())
_PUBLICLY = frozenset("publicly openly".split())
_SITES = frozenset("website site homepage portal webpage".split())
_LEAKS = PAPERS | frozenset("recording audio minutes draft document file text conversation call paper".split())
_CLAUSES = frozenset({"ccomp", "conj", "parataxis", "relcl", "advcl"})
# What a bulletin announces is told again below.
_HEADLINES = re.compile(
    r"(?i)(?:first,? )?(?:the|our|here are the|tonight's|today's)\s(?:main\s|top\s)?headlines\b[^.:]{0,20}:"
)


def what_is_told(parse: Parse, p: Proposition, speech: Mapping[str, str]) -> tuple[str, str] | None:
    """(polarity, time) of what a verb of saying says: "He added that the army had not fired" is negative and past.

    None where the proposition is no verb of saying, where it says that something was not said, and where it only tells
    that somebody did something with words: "both sides announced a truce".
    """
    if p.where != "report" or negated(parse, p):
        return None
    manner = speech.get(p.head.lemma, "say")
    clause = next((k for k in parse.children(p.head, "ccomp") if k.pos in ("VERB", "AUX")), None)
    if clause is None:
        return ("negative" if manner == "deny" else "positive", time_of(parse, p)) if manner in _TELL_ALONE else None
    inner = Proposition(
        parse, p.sentence, clause, "said", p.frame, subject_of(parse, clause), p.quoted, p.question, p.head
    )
    denies = negated(parse, inner) != (manner == "deny")
    return "negative" if denies else "positive", time_of(parse, inner)


def in_public(parse: Parse, own: tuple[Token, ...], frame: Frame | None) -> bool:
    """Whether something is said to have been said in public: its own words say so, or those of its verb of saying."""
    words = (*own, *_with_the_verb(parse, frame))
    if any(t.lower in _PUBLICLY for t in words):
        return True
    return any(a.lower == "in" and b.lower == "public" for a, b in pairwise(words))


def _with_the_verb(parse: Parse, frame: Frame | None) -> list[Token]:
    """A verb of saying with what stands beside it, without what is said and who says it."""
    if frame is None or frame.verb is None:
        return []
    words = [frame.verb]
    for kid in parse.children(frame.verb):
        if kid.dep not in _CLAUSES and kid.dep != "nsubj":
            words += parse.subtree(kid)[:12]
    return words


def on_a_network(parse: Parse, own: tuple[Token, ...], frame: Frame | None) -> bool:
    """Whether something was posted: its own words say so, or those that tell who says it."""
    words = (*own, *_with_the_verb(parse, frame))
    return any(_posts(parse, t) for t in words)


def is_leaked(parse: Parse, frame: Frame | None) -> bool:
    """Whether something is known from a leaked paper: "in a leaked memo, the minister wrote that ..."."""
    who = frame.speaker if frame is not None and frame.verb is not None else None
    words = (*_with_the_verb(parse, frame), *(parse.subtree(who)[:8] if who is not None else ()))
    return any(t.lower == "leaked" and (parse.tokens[t.head].lemma in _LEAKS) for t in words)


def _posts(parse: Parse, token: Token) -> bool:
    if token.lemma == "post" and token.pos == "VERB":
        # "A statement posted on its website" is put out as statements are.
        return not any(t.lemma in _SITES for t in parse.behind(token, "on", "to"))
    if token.lemma.lower() in _NETWORKS:
        return True
    before = parse.tokens[token.i - 1].lower if token.i else ""
    return (token.text.rstrip(".") == "X" and before == "on") or (token.lower == "media" and before == "social")


def visibility(draft: Draft, *, anonymous: bool) -> str:
    """Before whom a claim was made; `anonymous` says that the speaker is not named."""
    if draft.stance.startswith("REPORT_PRIVATE") or draft.stance == "REPORT_KNOWLEDGE":
        return "private-anonymous" if anonymous or draft.speaker is None else "private-on-record"
    if draft.stance == "PUBLIC_SILENCE":
        return "public-oral"
    if anonymous and (draft.frame is not None or draft.told is not None):
        return "private-anonymous"
    if draft.leaked:
        return "leaked"
    if draft.social:
        return "public-social"
    return "public-signed" if _signs(draft) else "public-oral"


def _signs(draft: Draft) -> bool:
    """Whether the claim is that somebody signed, rather than about what was signed some day."""
    if draft.polarity == "negative":
        return False
    if draft.head.lemma in _SIGNS:
        return True
    commits = draft.stance in _COMMITS
    return commits and any(
        t.lemma in _NAMES_UNDER or (t.lemma in _SIGNS and t.head == draft.head.i) for t in draft.tokens
    )


def is_elsewhere(parse: Parse, tokens: Sequence[Token], words: set[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sentence speaks of sport, trade or the weather, and of nothing that a truce governs."""
    if not words & classes["civil"] or words & classes["warlike"]:
        return False
    for token in tokens:
        kids = {k.lemma for k in parse.children(token, "det", "compound", "amod")}
        if token.lemma in classes["agreement"] and kids & {"the", "this"} and not kids & classes["civil"]:
            return False
    return True


def is_headlines(text: str, start: int) -> bool:
    """Whether a sentence gives a bulletin's headlines."""
    return _HEADLINES.match(text, start) is not None


def is_authors(parse: Parse, p: Proposition, stance: str) -> bool:
    """Whether only the author of a text can mean what it says of somebody: "The parties read it differently", "Kenya has yet to
    free them"."""
    if stance == "REPORT_NOT_DONE":
        return p.where != "report"
    judges = p.where == "report" and (p.head.lemma in _JUDGES or bool(parse.children(p.head, "ccomp")))
    return stance == "ASSESS" and not judges
