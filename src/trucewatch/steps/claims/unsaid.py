"""What nobody said: verbs of saying that are denied give no stance of the words they would have said."""

from collections.abc import Mapping

from trucewatch.core.parse import Parse, Token

from .polarity import negated, time_of
from .propositions import Proposition

# What can be told of somebody who did not say something.
_TELLS = frozenset(
    "PUBLIC_SILENCE REPORT_NOT_DONE ASSESS MISSED_DEADLINE THIRD_PARTY_FINDING THIRD_PARTY_INTERPRET DELAY REPORT_PARTIAL".split()
)
# What the words themselves, denied, are a stance of: "did not recognise it", "has never accepted the line".
_REFUSES = frozenset("DENY_OBLIGATION REINTERPRET_EXCLUDE REINTERPRET_NARROW CAST_DOUBT DENY_CONDUCT".split())
_DENIALS = frozenset({"DENY_CONDUCT", "DENY_OBLIGATION"})
_SAYS = frozenset({"say", "admit", "find"})
_OPENLY = _SAYS | {"accuse", "promise", "threaten"}
# Where these are left unsaid, somebody keeps silent about what others did.
_CONDEMNS = frozenset("condemn denounce deplore criticise criticize censure protest".split())
# "Does not recognise that it has a role" says that it has none.
_ACCEPTS = frozenset("recognise recognize accept see".split())
# Who does not do this says something all the same: "did not rule out a return to war", "did not object to observers".
_SIDES = frozenset("rule rule_out exclude object oppose hide conceal hesitate dispute".split())
_PARTIES = frozenset("signatory party member".split())
_OWNS = frozenset("responsibility blame".split())
_FINDINGS = frozenset("finding conclusion accusation allegation charge report assessment".split())


def said_at_all(parse: Parse, p: Proposition, stance: str | None, speech: Mapping[str, str]) -> str | None:
    """The stance of a proposition, knowing whether anything was said.

    "Has not admitted that his men fired" is silence and no admission, "has not accused the army" no accusation, "did not
    deny it" no denial; what nobody said is nobody's claim.
    """
    manner = speech.get(p.head.lemma)
    if p.frame is None and stance == "DENY_OBLIGATION" and _is_outside(parse, p):
        # "Eritrea isn't a signatory", "nobody signed anything": so the author says, and they do not.
        return None
    if manner == "deny" and stance in _DENIALS and not p.control and negated(parse, p):
        # Who does not deny has not admitted either.
        return None
    turn = p.frame is not None and p.frame.verb is None
    if stance is None or stance in _TELLS or turn:
        # Whoever says in his turn that somebody never said it denies it.
        return stance
    if _is_nobody(parse, p.subject) and (p.where == "report" or _says_itself(p)):
        # "No one spoke of it at Kitona": whoever says so reads the agreement.
        return stance if stance.startswith("REINTERPRET") else None
    if p.where != "report" or manner is None or p.control or p.head.lemma in _SIDES or not negated(parse, p):
        return stance
    if time_of(parse, p) not in ("past", "present") or any(
        t.lower == "longer" for t in parse.tokens[max(0, p.head.i - 3) : p.head.i]
    ):
        # "Will not accept one comma less" is said, and so is "no longer recognises it".
        return stance
    if manner not in _OPENLY:
        # "No longer considers itself bound"
        return stance
    clause = p.frame is None and any(k.i > p.head.i for k in parse.children(p.head, "ccomp"))
    owns = manner == "admit" and any(k.lemma in _OWNS for k in parse.children(p.head, "dobj"))
    if stance in _REFUSES and not owns and not (clause and manner in _SAYS and p.head.lemma not in _ACCEPTS):
        return stance
    if p.head.lemma == "accept" and any(k.lemma in _FINDINGS for k in parse.children(p.head, "dobj")):
        # "Did not accept the finding that its troops had fired" is said, though not which words were.
        return "CAST_DOUBT"
    silent = manner in _SAYS or p.head.lemma in _CONDEMNS
    return "PUBLIC_SILENCE" if silent else None


def _is_outside(parse: Parse, p: Proposition) -> bool:
    """Whether the words only tell who is no party to an agreement, or that nobody is."""
    no_party = p.head.lemma == "be" and any(k.lemma in _PARTIES for k in parse.children(p.head, "attr"))
    return no_party or (p.head.lemma in ("sign", "agree") and _is_nobody(parse, p.subject))


def _says_itself(p: Proposition) -> bool:
    """Whether somebody is said to say what he himself does: "no commander has agreed to withdraw"."""
    return p.where == "said" and p.frame is not None and p.frame.speaker is p.subject


def _is_nobody(parse: Parse, noun: Token | None) -> bool:
    """Whether a subject is "no commander" or "nobody": an actor whom there is not."""
    if noun is None:
        return False
    return noun.lemma in ("nobody", "none", "nothing") or any(k.lower == "no" for k in parse.children(noun, "det"))
