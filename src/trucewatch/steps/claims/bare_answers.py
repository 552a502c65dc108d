"""What a bare answer tells in a transcript, by the question before it: "Did you fire first?" "No."."""

import re
from collections.abc import Mapping, Sequence

from trucewatch.core.parse import Parse, Token

from .plain_clauses import WRONGS
from .propositions import Proposition
from .verbless import Verbless
from .wording import words_of

_SURE = r"(?:absolutely|certainly|definitely|of course|categorically|obviously|clearly|simply|again|well)"
_NO = re.compile(
    rf"(?:{_SURE} ,? ?)?(?:no|not|never|not us|not at all|we did not|we did n't|i did not|that is not true|it is not true|that is false|"
    rf"not our (?:men|people|side|forces|fighters|troops|soldiers))"
    rf"(?: ,? (?:never|not at all|sir|we did not|{_SURE}|i did not))* ?[.!]*$"
)
_NOT_YET = re.compile(r"(?:no ,? )?not yet(?: ,? [a-z]+)? ?[.!]*$")
_YES = re.compile(
    rf"(?:{_SURE}|yes|yes ,? (?:{_SURE}|we did|we have|we will|i did|sir)|we did|we have|we will) ?[.!]*$"
)
_LONGEST = 9
_ASKS_AGAIN = re.compile(
    r"(?:and |so |but )?(?:did|have|has|were|are|is) (?:you|they|your \w+|that|this|it)(?: (?:true|correct|so|right))? \?$"
)
_YOURS = frozenset({"you", "your", "yours"})
_GOOD = ("withdraw", "deliver", "abide")
_ENTERS = frozenset("enter cross start begin mine hold".split())
_WILL = frozenset("will would 'll shall".split())
_PAST = frozenset("did have has had were was 've".split())
_SIGNS = frozenset("sign attend join".split())


def bare_answer(
    parse: Parse, p: Proposition, sentence: Sequence[Token], classes: Mapping[str, frozenset[str]]
) -> Verbless | None:
    """What somebody in a transcript owns up to, denies or promises in a word; None where the question does not tell it."""
    if p.frame is None or p.frame.label is None or p.frame.speaker is not None or p.under is not None:
        return None
    words = [t for t in sentence if t.pos != "SPACE" and t.text != '"']
    said = words_of(words)
    if not words or len(words) > _LONGEST:
        return None
    no, yes, yet = (bool(form.match(said)) for form in (_NO, _YES, _NOT_YET))
    asked = _asked(parse, words[0]) if no or yes or yet else None
    if asked is None:
        return None
    stance = _stance(parse, asked, classes, yes=yes, yet=yet)
    return Verbless(stance, None) if stance is not None else None


def _asked(parse: Parse, first: Token) -> Token | None:
    """What whoever answers is asked to have done, right before an answer: the "fire" of "Did your men fire first?"."""
    number = next((n for n, (low, high) in enumerate(parse.sentences) if low <= first.i < high), 0)
    found = [parse.tokens[low:high] for low, high in parse.sentences[max(0, number - 2) : number]]
    if not found or not _is_question(found[-1]):
        return None
    if _ASKS_AGAIN.match(words_of([t for t in found[-1] if t.pos != "SPACE"])):
        # "The army says you shelled the market. Did you?"
        return _done_by_you(parse, found[0]) if len(found) > 1 else None
    return _done_by_you(parse, found[-1])


def _is_question(words: Sequence[Token]) -> bool:
    last = next((t for t in reversed(words) if t.pos != "SPACE" and t.text not in "\"')"), None)
    return last is not None and last.text == "?" and words[0].tag not in ("WP", "WRB", "WDT")


def _done_by_you(parse: Parse, words: Sequence[Token]) -> Token | None:
    """The one verb whose subject is "you" or somebody of yours."""
    found: list[Token] = []
    for verb in words:
        who = parse.children(verb, "nsubj") if verb.pos == "VERB" else ()
        if any(t.lower in _YOURS for k in who for t in (k, *parse.children(k, "poss"))):
            found.append(verb)
    return found[0] if len(found) == 1 and not parse.children(found[0], "neg") else None


def _stance(parse: Parse, verb: Token, classes: Mapping[str, frozenset[str]], *, yes: bool, yet: bool) -> str | None:
    helped = {k.lower for k in parse.children(verb, "aux")}
    past = bool(helped & _PAST) or verb.tag == "VBD"
    ill = verb.lemma in _ENTERS or any(verb.lemma in classes[name] for name in WRONGS)
    good = any(verb.lemma in classes[name] for name in _GOOD)
    if ill and past and not yet:
        return "BREACH_ADMITTED" if yes else "DENY_CONDUCT"
    if good and past and not ill:
        return "CLAIM_COMPLIANCE" if yes else "REPORT_NOT_DONE"
    if helped & _WILL and yes and (good or verb.lemma in _SIGNS) and not ill:
        return "COMMIT"
    return None
