"""Whether a predicate is denied, and when it is said to hold."""

from trucewatch.core.parse import Parse, Token

from .propositions import SUBJECTS, Proposition

_BACKWARD = frozenset("fail refuse decline yet unable cease".split())
_WILL = frozenset("will would shall 'll wo 'd".split())
_MAY = frozenset("may might could can".split())
_MUST = frozenset("must should ought".split())
# What somebody says to have had to do, and did.
_FORCED = frozenset("defend respond react retaliate fire shoot intervene return answer".split())


def negated(parse: Parse, proposition: Proposition) -> bool:
    """Whether the predicate is denied: not, never, no longer, neither, nothing, yet to, refused to, failed to."""
    head = proposition.head
    chain = (head, *proposition.control)
    flips = sum(_denied(parse, token) for token in chain)
    flips += _after_nor(parse, head)
    flips += sum(token.lemma in _BACKWARD for token in proposition.control)
    flips += any(k.lemma == "yet" for token in proposition.control for k in parse.children(token, "advmod"))
    if not flips and proposition.subject is not None:
        flips += _none_of(parse, proposition.subject) or any(
            # In "None of the ministers has said" the ministers are the subject, and none of them.
            _none_of(parse, k) or _not_one(parse, k)
            for k in parse.children(head, *SUBJECTS)
        )
    if not flips:
        goals = parse.children(head, "dobj", "attr", "acomp", "oprd")
        flips += any(_none_of(parse, goal) for goal in goals)
    if not flips:
        flips += any(
            _denied(parse, kid) for kid in parse.children(head, "acomp", "attr", "oprd", "advmod", "auxpass", "aux")
        )
    return bool(flips % 2)


def is_denied(parse: Parse, verb: Token) -> bool:
    """Whether a verb is denied by itself or by its subject: "has not said", "never admitted", "neither of them has said"."""
    own = any((k.dep == "neg" or k.lemma == "never") and k.i < verb.i for k in parse.children(verb))
    return own or any(_none_of(parse, k) for k in parse.children(verb, *SUBJECTS))


def _denied(parse: Parse, token: Token) -> bool:
    for kid in parse.children(token):
        if kid.dep == "neg" and not (kid.lemma == "not" and _only_follows(parse, kid)):
            return True
        if kid.dep == "advmod" and kid.lemma in ("never", "hardly", "nowhere"):
            return True
        if kid.lemma == "longer" and any(k.lemma == "no" for k in parse.children(kid)):
            return True
        if kid.dep == "preconj" and kid.lemma == "neither":
            return True
    return False


def _after_nor(parse: Parse, head: Token) -> bool:
    """Whether a clause stands behind "nor": "nor will we respect it"."""
    first = parse.subtree(head)[0]
    before = next((t for t in reversed(parse.tokens[max(0, first.i - 2) : first.i]) if t.pos != "SPACE"), first)
    return "nor" in (first.lower, before.lower) and bool(parse.children(head, *SUBJECTS))


def _only_follows(parse: Parse, token: Token) -> bool:
    return token.i + 1 < len(parse.tokens) and parse.tokens[token.i + 1].lemma == "only"


def _not_one(parse: Parse, noun: Token) -> bool:
    """Whether a subject begins with "not a single ...", "not one ..."."""
    first, second = (*parse.subtree(noun)[:2], noun, noun)[:2]
    return first.lower == "not" and second.lower in ("a", "one", "single")


def _none_of(parse: Parse, noun: Token) -> bool:
    if noun.lemma in ("nothing", "none", "nobody", "neither"):
        return True
    return any(
        k.lemma in ("no", "neither", "nor") and k.dep in ("det", "neg", "preconj", "advmod")
        for k in parse.children(noun)
    )


def time_of(parse: Parse, proposition: Proposition) -> str:
    """past, present, ongoing, future, must or possible, from auxiliaries and the verbs above."""
    head = proposition.head
    aux = {k.lower for t in (head, *proposition.control) for k in parse.children(t, "aux", "auxpass")}
    aux |= {k.lower for a in parse.children(head, "auxpass") for k in parse.children(a, "aux")}
    words = {t.lemma for t in proposition.control}
    if aux & _MUST:
        return "must"
    if aux & _WILL or words & {"intend", "plan", "want", "hope", "expect"} or {"going", "go"} & words & aux:
        return "future"
    if aux & _MAY:
        return "possible"
    if (
        words & {"begin", "start", "continue", "keep"}
        or head.lemma in ("begin", "start")
        or (head.tag == "VBG" and aux & {"is", "are", "was", "were", "'re", "'s", "been"})
    ):
        return "ongoing"
    had = any(t.lower != "have" and t.lower != "has" for t in proposition.control)
    to_do = head.tag == "VB" or (head.tag == "VBN" and "to" in aux and had)
    if proposition.control and words <= {"be", "have"} and to_do and head.lemma not in _FORCED:
        # "Was to leave", "has to leave", "had to be withdrawn by Friday"
        return "must"
    if head.tag == "VB" and not aux and proposition.quoted and proposition.subject is None:
        # "Stop the shelling!"
        return "must"
    if head.dep == "xcomp" and head.tag == "VB" and not proposition.control:
        return "future"
    if head.tag == "VB" and aux & {"do", "does"}:
        return "present"
    return "present" if head.tag in ("VBP", "VBZ") and not aux & {"had", "did", "was", "were"} else "past"
