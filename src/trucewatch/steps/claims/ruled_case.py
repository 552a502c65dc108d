"""What the rules on stances look at: a proposition with its words, and what holds of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.core.parse import Parse, Token

from .propositions import SUBJECTS, Proposition

# A stance that the form of the words rules out, and the one that takes its place, or "".
Ruled = Iterator[tuple[str, str]]

KEEPS = ("AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART", "REPORT_PROGRESS")
# What holds of a verb of saying and not of what is said.
OF_THE_CLAUSE = frozenset("report self other positive negative past present ongoing future must possible act".split())
FINDS = ("THIRD_PARTY_FINDING", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")


@dataclass(frozen=True, slots=True)
class Case:
    """A proposition with its own words and what holds of it."""

    parse: Parse
    p: Proposition
    own: Sequence[Token]
    conditions: frozenset[str]
    classes: Mapping[str, frozenset[str]]

    @property
    def head(self) -> Token:
        """The predicate."""
        return self.p.head

    @property
    def denied(self) -> bool:
        """Whether it is denied."""
        return "negative" in self.conditions

    @property
    def itself(self) -> bool:
        """Whether whoever speaks or acts does it."""
        return "self" in self.conditions

    @property
    def unsaid(self) -> bool:
        """Whether no verb of saying brings it: the text's own words, or those of a statement."""
        return self.p.frame is None or self.p.frame.verb is None

    @property
    def charge(self) -> str:
        """What somebody who finds fault with others does: a third party finds, a party accuses."""
        return "THIRD_PARTY_FINDING" if "third" in self.conditions else "ACCUSE"

    def lemmas(self, *deps: str) -> frozenset[str]:
        """The lemmas of what hangs under the predicate."""
        return frozenset(k.lemma for k in self.parse.children(self.head, *deps))


def has_particle(parse: Parse, verb: Token, *particles: str) -> bool:
    """Whether a verb has one of some particles: "called off", "took back"."""
    return any(k.lower in particles for k in parse.children(verb, "prt", "advmod", "prep"))


def to_be_done(parse: Parse, verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag == "VB" and any(k.lower == "to" for k in parse.children(verb, "aux"))


def own_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that hangs under the verb itself."""
    return next(iter(parse.children(verb, *SUBJECTS)), None)
