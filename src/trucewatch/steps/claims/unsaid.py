"""What nobody said: verbs of saying that are denied give no stance of the words they would have said.

Nor do the words with which a communiqué opens, and its courtesies.
"""

from collections.abc import Mapping
from itertools import pairwise

from trucewatch.core.parse import FINITE, PLACE_LABELS, Parse, Token

from .polarity import is_denied, negated, time_of
from .propositions import Proposition
from .ruled_case import to_be_done
from .voices import where_met

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
_BOASTS = frozenset("claim pretend boast".split())
_BELIEVES = frozenset("convince persuade believe think expect".split())
_SURE = frozenset("clear certain sure convinced persuaded evident obvious".split())
_CHECKS = frozenset("confirm verify corroborate authenticate check".split())
_BY_ITSELF = frozenset("independently immediately separately".split())
_TOLD = frozenset("account claim figure toll number version video footage picture statement".split())
_CAN = frozenset("can could ca".split())
_GOES = frozenset("visit interview go travel meet establish inspect search tour deploy arrive proceed patrol".split())
_TOO = frozenset("conj advcl relcl ccomp".split())
_HEARS = frozenset("hear receive consider examine discuss study".split())
_REPORTS = frozenset("report briefing presentation statement account explanation delegation".split())
_FINDINGS = frozenset("finding conclusion accusation allegation charge report assessment".split())
_CALLS = frozenset("call call_on call_upon appeal".split())
# "Informs public opinion as follows": what is said comes after.
_FOLLOWS = frozenset({("as", "follows"), ("the", "following"), ("what", "follows"), ("record", "straight")})
_COURTESIES = frozenset("thank congratulate salute greet wish extend express convey pay".split())
_KIND = frozenset(
    "thank thanks congratulate congratulation salute greet greeting condolence sympathy gratitude appreciation tribute "
    "hospitality happy".split()
)


_HIDES = frozenset("publish use print disclose reveal withhold give mention quote".split())
_NAMES = frozenset("name identify quote".split())
_WANTS = frozenset("ask want wish decline refuse request prefer insist".split())
_SHORT_WISH = 16


def said_at_all(parse: Parse, p: Proposition, stance: str | None, speech: Mapping[str, str]) -> str | None:
    """The stance of a proposition, knowing whether anything was said.

    "Has not admitted that his men fired" is silence and no admission, "has not accused the army" no accusation, "did not
    deny it" no denial; what nobody said is nobody's claim.
    """
    manner = speech.get(p.head.lemma)
    if stance is None or _only_opens(parse, p) or _is_courtesy(parse, p) or _only_hears(parse, p):
        return None
    if (stance == "THIRD_PARTY_FINDING" and _only_goes(parse, p, speech)) or any(
        where_met(parse, t, speech) for t in _met(parse, p)
    ):
        return None
    if p.frame is None and stance == "DENY_OBLIGATION" and _is_outside(parse, p):
        # "Eritrea isn't a signatory", "nobody signed anything": so the author says, and they do not.
        return None
    if manner == "deny" and stance in _DENIALS and not p.control and negated(parse, p):
        # Who does not deny has not admitted either.
        return None
    if stance is not None and cannot_claim(parse, p):
        return "ASSESS"
    turn = p.frame is not None and p.frame.verb is None
    if turn and stance == "PUBLIC_SILENCE" and _keeps_to_himself(parse, p):
        return None
    openly = p.where == "report" and manner in _OPENLY and not p.control
    if (stance in _TELLS and not (stance == "ASSESS" and openly)) or turn:
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


def cannot_claim(parse: Parse, p: Proposition) -> bool:
    """Whether it is the teller's judgement of somebody: "neither side can claim to have kept it", not said by either."""
    able = any(k.lower in _CAN for k in parse.children(p.head, "aux"))
    return p.where == "report" and p.head.lemma in _BOASTS and able and negated(parse, p)


def stays_unnamed(parse: Parse, p: Proposition) -> bool:
    """Whether somebody only wants to be left unnamed: "asked that his name not be published", "declined to be identified"."""
    words = parse.subtree(p.head)
    hides = any(t.lemma in _HIDES for t in words)
    named = any(t.lemma == "name" and t.pos == "NOUN" and parse.children(t, "poss") for t in words)
    passive = any(t.lemma in _NAMES and parse.children(t, "auxpass") for t in words)
    wants = p.head.lemma in _WANTS and p.frame is None
    return wants and len(words) < _SHORT_WISH and ((named and hides) or passive)


def is_disclaimer(parse: Parse, head: Token, subject: Token | None) -> bool:
    """Whether a report says that it could not check what it tells: "the figures could not be independently confirmed"."""
    passive = bool(parse.children(head, "auxpass")) and not parse.children(head, "agent")
    alone = any(k.lower in _BY_ITSELF for k in parse.children(head, "advmod"))
    told = subject is not None and subject.lemma in _TOLD
    return head.lemma in _CHECKS and passive and (alone or told) and is_denied(parse, head)


def is_doubted(parse: Parse, p: Proposition) -> bool:
    """Whether somebody is told not to believe it: "was not convinced that the rebels intended to resume the war"."""
    wants = (p.frame.verb,) if p.frame is not None and p.frame.verb is not None else p.control
    clause = next((t for t in wants if t.dep == "ccomp"), None)
    if clause is None or clause.head == clause.i:
        return False
    above = parse.tokens[clause.head]
    believes = above.lemma in _BELIEVES or any(k.lemma in _SURE for k in parse.children(above, "acomp"))
    return believes and is_denied(parse, above)


def is_asked_for(parse: Parse, p: Proposition, speech: Mapping[str, str]) -> bool:
    """Whether somebody is only called on to say it: "We call on the mediators to hold Israel responsible"."""
    verb = p.frame.verb if p.frame is not None else None
    if verb is None or not to_be_done(parse, verb) or verb.dep not in ("xcomp", "ccomp", "advcl"):
        return False
    above = parse.tokens[verb.head]
    return above.lemma in _CALLS or speech.get(above.lemma) == "call"


def _only_opens(parse: Parse, p: Proposition) -> bool:
    """Whether somebody says that he will speak: "informs the public as follows", "makes known the following"."""
    below = parse.subtree(p.head)
    at = next((n for n, pair in enumerate(pairwise(below)) if tuple(t.lower for t in pair) in _FOLLOWS), None)
    if at is None:
        return False
    # "Denied it the following day", "declares the following: the truce is over"
    rest = below[at + 2 :]
    return not any(t.pos in ("VERB", "AUX") for t in rest) and not (rest and rest[0].pos in ("NOUN", "PROPN", "NUM"))


def _is_courtesy(parse: Parse, p: Proposition) -> bool:
    """Whether somebody thanks, greets or mourns: "extends its condolences", and not "thanks the army for having left"."""
    if p.head.lemma not in _COURTESIES:
        return False
    below = parse.subtree(p.head)
    return not _KIND.isdisjoint(t.lemma for t in below) and not any(
        t.pos in ("VERB", "AUX") and t is not p.head for t in below
    )


def _only_hears(parse: Parse, p: Proposition) -> bool:
    """Whether somebody only hears what others have found: "The Commission heard a report from its observers"."""
    told = p.frame is not None and p.frame.verb is not None
    heard = parse.children(p.head, "dobj") if p.head.lemma in _HEARS and not told else ()
    reports = [k for k in heard if k.lemma in _REPORTS]
    return bool(reports) and not any(t.pos in ("VERB", "AUX") for k in reports for t in parse.subtree(k))


def _met(parse: Parse, p: Proposition) -> tuple[Token, ...]:
    """The verbs below "met", which says nothing where others speak there."""
    return (
        tuple(t for t in parse.subtree(p.head) if t.pos == "VERB")
        if p.head.lemma == "meet" and p.where != "said"
        else ()
    )


def _only_goes(parse: Parse, p: Proposition, speech: Mapping[str, str]) -> bool:
    """Whether a mission only goes where it may find something: "visited the site", "interviewed eleven persons".

    What it "found" there, in the same sentence, is told on its own.
    """
    told = p.frame is not None and p.frame.verb is not None
    if told or p.head.lemma not in _GOES:
        return False
    if p.head.lemma == "establish":
        # "The Commission established under the agreement"
        return not parse.children(p.head, "dobj", "ccomp", "nsubjpass", "auxpass") and bool(
            parse.behind(p.head, "under")
        )
    if negated(parse, p):
        # "Its patrol could not reach the tower"
        return False
    found = [k for k in parse.children(p.head, "conj") if speech.get(k.lemma) == "find" and _is_finite(parse, k)]
    apart = {t.i for k in found for t in parse.subtree(k)} | {p.head.i}
    return not any(t.pos in ("VERB", "AUX") and t.i not in apart and t.dep in _TOO for t in parse.subtree(p.head))


def _is_finite(parse: Parse, verb: Token) -> bool:
    """Whether a verb has a tense of its own, also by a helper: "found", "could not establish"."""
    return any(t.tag in FINITE for t in (verb, *parse.children(verb, "aux", "auxpass")))


def _keeps_to_himself(parse: Parse, p: Proposition) -> bool:
    """Whether who speaks in a turn will not speak of others: "I don't comment on rumours". "I have no comment" is silence."""
    if p.subject is None or p.subject.lower not in ("i", "we"):
        return False
    said = {k.lemma for k in parse.children(p.head, "dobj", "attr")}
    return said.isdisjoint(("comment", "answer", "reply")) and not parse.children(p.head, "ccomp")


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


def acts_for_none(parse: Parse, noun: Token) -> bool:
    """Whether the subject of a clause does nothing itself: "no unit moves forward", "Agdam changed hands", "Goma fell"."""
    if any(k.lower == "no" for k in parse.children(noun, "det")) and noun.dep.startswith("nsubj"):
        return True
    verb = parse.tokens[noun.head]
    if noun.dep == "nsubj" and verb.lemma == "change" and any(k.lemma == "hand" for k in parse.children(verb, "dobj")):
        return True
    place = noun.entity in PLACE_LABELS and noun.dep == "nsubj"
    return place and verb.lemma == "fall" and not parse.children(verb, "advmod", "acomp")
