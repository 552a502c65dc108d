"""Whether a day stands in words that only tell since when, or what others reported, rather than when something was done."""

from collections.abc import Container

from trucewatch.core.parse import Parse, Token

from .propositions import SUBJECTS
from .undated import Undated, root_of


def tells_other_time(parse: Parse, draft: Undated, day: int, speech: Container[str]) -> bool:
    """Whether the day at an offset belongs to a clause or a noun behind "since", or to what others report.

    So in "has attacked them since the truce began on 1 May", "contrary to what media reported on Thursday".
    """
    root = root_of(draft)
    first = next((t for t in draft.tokens if t.end > day), None)
    for token in (first, *parse.ancestors(first)) if first is not None else ():
        if root is not None and token.i == root.i:
            return False
        named = parse.children(token, *SUBJECTS)
        if named and any(k.lower == "since" for k in parse.children(token, "mark")):
            return True
        lead = parse.tokens[token.head]
        if token.dep == "pobj" and lead.lower == "since" and token.entity not in ("DATE", "TIME"):
            return True
        if token.dep == "pcomp" and lead.lower == "to" and named and token.lemma in speech:
            return True
    return False


def is_supposed(parse: Parse, verb: Token | None) -> bool:
    """Whether a side clause only supposes something: "If they are still there on 10 November"."""
    return verb is not None and any(k.lower in ("if", "unless") for k in parse.children(verb, "mark"))
