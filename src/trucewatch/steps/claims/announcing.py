"""What a presenter only announces: who is there, and what will be talked about."""

from trucewatch.core.parse import Parse

from .propositions import Proposition
from .word_groups import ME, WE

_TALKS = frozenset("talk speak discuss chat hear".split())
_JOINS = frozenset("join".split())


def announces(parse: Parse, p: Proposition) -> bool:
    """Whether somebody in a turn only says who is there, "With me is Brigadier Hassan", or what comes: "We'll talk about the truce".

    Who talks to the other side does more: "We will talk to the rebels".
    """
    if p.frame is None or p.frame.label is None or p.frame.verb is not None:
        return False
    return _presents(parse, p) or _turns_to(parse, p)


def _presents(parse: Parse, p: Proposition) -> bool:
    """Whether it names a guest behind "With me is ...", "Joining us from Goma is ..."."""
    verb = p.head
    words = parse.subtree(verb)[:12]
    first = next((t for t in words if t.pos not in ("PUNCT", "SPACE", "ADV")), verb)
    here = (first.lower == "with" or (first.lemma in _JOINS and first.tag == "VBG")) and any(
        t.lower in ME for t in words[:4]
    )
    be = next((t for t in parse.subtree(verb) if t.lemma == "be" and t.i > first.i), None)
    return here and be is not None and any(t.pos == "PROPN" and t.i > be.i for t in parse.subtree(verb))


def _turns_to(parse: Parse, p: Proposition) -> bool:
    """Whether it says what, or with which guest, the programme will talk about."""
    verb, denied = p.head, parse.children(p.head, "neg")
    we = p.subject is not None and p.subject.lower in WE
    done = verb.tag in ("VBD", "VBN") or any(k.lower in ("have", "has", "had") for k in parse.children(verb, "aux"))
    partners = parse.behind(verb, "to", "with")
    guests = all(t.pos == "PROPN" and (t.entity == "PERSON" or parse.children(t, "appos")) for t in partners)
    return verb.lemma in _TALKS and we and not denied and not done and guests
