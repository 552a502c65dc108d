"""Who is told in passing to have signed something: "the accord that A and B signed in Sirte", "the truce, signed by A"."""

from collections.abc import Callable

from trucewatch.core.parse import Parse, Token

from .word_groups import THEY

# How a clause of this kind is marked among the propositions.
SIGNED = "signed"
SIGNS = frozenset("sign initial countersign cosign".split())
# What parties do to a paper that they may do to other things too.
_AGREES = frozenset("conclude accept endorse approve ratify strike".split())
_PAPERS = frozenset(
    "agreement accord pact deal truce ceasefire cease-fire armistice protocol memorandum declaration understanding text "
    "document treaty charter code statement package cessation roadmap formula arrangement timetable calendar schedule date "
    "extension communique communiqué".split()
)
# A later day for what was agreed is another agreement about it.
_TERMS = frozenset("timetable calendar schedule date extension deadline".split())
_NAMES = frozenset("name signature initial seal".split())
# All verbs of such clauses.
TELLING = SIGNS | _AGREES | {"put"}
_ON_NOUNS = frozenset({"relcl", "acl"})
_IN_PASSING = _ON_NOUNS | {"ccomp", "advcl"}
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})

IsActor = Callable[[Token | None], bool]


def tells_signing(parse: Parse, clause: Token, is_actor: IsActor) -> bool:
    """Whether a clause tells of a paper, in passing, who signed it and when or where."""
    if clause.dep not in _IN_PASSING or not _signs(parse, clause):
        return False
    by = [who for k in parse.children(clause, "agent") for who in parse.children(k, "pobj")]
    paper = _paper(parse, clause, passive=bool(by))
    hangs = clause.lemma not in _AGREES and clause.dep in _ON_NOUNS
    none = paper is not None and any(k.lower == "no" for k in parse.children(paper, "det"))
    if paper is None or none or not (hangs or paper.lemma.lower() in _PAPERS):
        # "It said on Wednesday that Rwanda had signed for itself" speaks of no paper.
        return False
    who = next(iter(by or parse.children(clause, "nsubj")), None)
    return who is not None and _is_party(parse, who, is_actor) and _placed(parse, paper, clause, who)


def signed(parse: Parse, clause: Token) -> str:
    """The stance of whoever signed: what is signed is undertaken, a new date is agreed."""
    paper = _paper(parse, clause, passive=True)
    return "AMEND" if paper is not None and paper.lemma.lower() in _TERMS else "COMMIT"


def _paper(parse: Parse, clause: Token, *, passive: bool) -> Token | None:
    """What a clause says is signed: the noun before its "that" or "which", or the one that it hangs on."""
    above = parse.tokens[clause.head]
    for kid in parse.children(clause):
        if kid.lower in ("that", "which") and kid.i < clause.i and kid.dep not in ("nsubj", "nsubjpass"):
            before = parse.tokens[kid.i - 1] if kid.i else kid
            noun = above if clause.dep in _ON_NOUNS else _whole(parse, before)
            return noun if before.pos in ("NOUN", "PROPN", "NUM", "PUNCT") and noun.pos in _NOUNS else None
    bare = clause.dep == "relcl" or (clause.dep == "acl" and (passive or parse.children(clause, "nsubj")))
    return above if bare and above.pos in _NOUNS else None


def _whole(parse: Parse, noun: Token) -> Token:
    """The noun that a phrase begins with: the code of "the code of conduct"."""
    above = parse.tokens[noun.head]
    return parse.tokens[above.head] if noun.dep == "pobj" and above.lower == "of" else noun


def _signs(parse: Parse, clause: Token) -> bool:
    if clause.tag not in ("VBD", "VBN") or parse.children(clause, "neg", "xcomp", "ccomp"):
        return False
    if any(k.tag in ("MD", "TO") or k.lower == "be" for k in parse.children(clause, "aux", "auxpass")):
        return False
    objects = [k for k in parse.children(clause, "dobj") if k.lower not in ("that", "which")]
    if clause.lemma == "put":
        return any(k.lemma in _NAMES for k in objects)
    # "The village whose elders signed a truce" is no paper.
    return not objects


def _is_party(parse: Parse, who: Token, is_actor: IsActor) -> bool:
    """Whether somebody in particular signs: not the "who" of "everybody who signed it", nor "its envoy"."""
    if who.lower in THEY:
        return True
    owned = any(k.pos == "PRON" for k in parse.children(who, "poss"))
    named = any(k.pos == "PROPN" for k in parse.children(who, "appos"))
    return who.pos != "PRON" and (not owned or named) and is_actor(who)


def _placed(parse: Parse, paper: Token, clause: Token, who: Token) -> bool:
    """Whether it is told when or where: without that it is a remark on whoever signs things."""
    named = {t.i for t in parse.subtree(who)}
    below = [t for t in parse.subtree(clause) if t.i not in named]
    if who.lower in THEY:
        return any(t.entity == "DATE" for t in below)
    return any(t.entity in ("DATE", "GPE") for t in (*below, *parse.children(paper)))
