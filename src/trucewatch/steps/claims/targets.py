"""Whom a claim accuses, calls on or reports about."""

from trucewatch.core.parse import Parse, Token

from .mentions import Entity
from .phrase_bounds import is_beside_charge
from .propositions import Proposition, agent_of, subject_of
from .speakers import PERSONAL, Speakers

_TARGETED = frozenset({"ACCUSE", "CALL_TO_COMPLY", "ATTACK_MONITOR", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"})


class Targets(Speakers):
    """Tells who speaks, and at whom what is said is aimed."""

    def target(self, parse: Parse, p: Proposition, stance: str, speaker: Entity | None) -> Entity | None:
        """Whom the claim accuses, calls on or reports about; None when nobody."""
        subject = self.who(parse, p.subject, p)
        if p.subject is not None and p.subject.lower in PERSONAL and self._of_one_side(speaker, subject):
            # "They have broken it": nobody means his own side by that.
            subject = None
        if stance.startswith("REPORT_PRIVATE") or stance == "REPORT_KNOWLEDGE":
            return subject if subject is not speaker else self._told_of(parse, p, speaker)
        finding = stance == "THIRD_PARTY_FINDING" and p.frame is not None and p.subject is not None
        if stance not in _TARGETED and not (finding and not self._nothing_bad(p)):
            return None
        accused = self.accused(parse, p) if stance == "ACCUSE" else None
        if accused is not None and (charged := self.who(parse, accused, p)) is not None and charged is not speaker:
            return charged
        if p.subject is not None and p.subject.dep == "nsubjpass" and not self._nothing_bad(p):
            # "20 people were killed": not by those.
            return self.who(parse, agent_of(parse, p.head), p)
        if p.frame is not None and subject is not None and subject is not speaker:
            return None if _no(parse, p.subject) else subject
        if stance == "ACCUSE" and not self._nothing_bad(p):
            # "They killed our people": who is killed is not accused.
            return None
        return self._object(parse, p, speaker)

    def _of_one_side(self, one: Entity | None, other: Entity | None) -> bool:
        if one is None or other is None or one is other:
            return False
        side = self.actors.side_of(one)
        return side is not None and side == self.actors.side_of(other)

    def _told_of(self, parse: Parse, p: Proposition, speaker: Entity | None) -> Entity | None:
        """Of whom it is told in "The minister replied that Rwanda had admitted it"."""
        for kid in parse.children(p.head, "ccomp"):
            inner = subject_of(parse, kid)
            found = self.who(parse, inner, p) if inner is not None and self.actors.is_actor(inner) else None
            if found is not None and found is not speaker and not _no(parse, inner):
                return found
        return None

    def _nothing_bad(self, p: Proposition) -> bool:
        classes = self.vocabulary.classes
        return p.head.lemma not in classes["attack"] | classes["violate"] | classes["seize"] | classes["harm"]

    def _object(self, parse: Parse, p: Proposition, speaker: Entity | None) -> Entity | None:
        for dep in ("dobj", "prep", "ccomp", "xcomp"):
            for kid in parse.children(p.head, dep):
                if is_beside_charge(parse, p.head, kid):
                    continue
                for inner in [kid] if dep == "dobj" else parse.children(kid, "pobj", "nsubj", "nsubjpass"):
                    if inner.lower in ("which", "whom") and p.head.dep == "relcl":
                        # "the mission, which the rebels accuse of bias"
                        inner = parse.tokens[p.head.head]
                    if (
                        inner.lemma == "reporter"
                        or _no(parse, inner)
                        or not self.actors.is_actor(inner)
                        or self.subjects.is_text(parse, inner)
                    ):
                        continue
                    found = self.who(parse, inner, p)
                    if found is not None and found is not speaker:
                        return found
        return None


def _no(parse: Parse, noun: Token | None) -> bool:
    """Whether a noun names nobody: "no American soldier had been killed"."""
    return noun is not None and any(k.lower == "no" for k in parse.children(noun, "det"))
