"""What holds of a proposition beside its words: who does it, whether it is said, to whom it belongs."""

from dataclasses import replace

from trucewatch.core.parse import Parse
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .known import Known
from .mentions import Entity
from .owners import Owners
from .propositions import Proposition, subject_of
from .speakers import PERSONAL
from .targets import Targets
from .telling import in_public

_PAPERS = frozenset("report figure".split())
_CONFIRMING = frozenset("confirm acknowledge recognise recognize concede admit grant certify confess".split())


class Conditions(Owners):
    """Finds the conditions under which cues hold, in the words of `vocabulary.reports.CONDITIONS`."""

    def __init__(
        self, parse: Parse, known: Known, vocabulary: ReportVocabulary, actors: ActorFinder, speakers: Targets
    ) -> None:
        super().__init__(parse, known, vocabulary, actors, speakers)
        self._private = False

    def _conditions(self, p: Proposition, speaker: Entity | None) -> frozenset[str]:
        """What holds of the proposition beside its words, in those of `vocabulary.reports.CONDITIONS`."""
        found = {
            self.speakers.doer(self.parse, p, speaker),
            "act" if p.frame is None else "said",
        }
        if p.frame is not None and p.frame.verb is not None and p.frame.verb.lemma in _CONFIRMING:
            found.add("confirmed")
        if p.where == "report":
            found.add("report")
            if self._about_others(p, speaker):
                found.add("theirs")
        if p.subject is not None and p.subject.lemma in self.vocabulary.classes["monitor"] - _PAPERS:
            found.add("monitor")
        if p.frame is not None and self._private and not in_public(self.parse, self.known.facts(p).own, p.frame):
            found.add("private")
        if speaker is not None:
            found.add(self.speakers.class_of(speaker))
        elif p.frame is not None:
            found.add("party")
        return frozenset(found)

    def _as_told(self, p: Proposition, speaker: Entity | None) -> tuple[Proposition, Entity | None]:
        """What somebody in a turn tells of others' words as any text tells it, and who said them; else just what is given."""
        if not self._tells_for_others(p):
            return p, speaker
        plain = replace(p, frame=None, quoted=False)
        return plain, self.speakers.speaker(self.parse, plain)

    def _about_others(self, p: Proposition, speaker: Entity | None) -> bool:
        """Whether what is denied or admitted is somebody else's doing: "denied that the army had left"."""
        for kid in self.parse.children(p.head, "ccomp"):
            inner = subject_of(self.parse, kid)
            owned = inner is not None and any(k.pos == "PRON" for k in self.parse.children(inner, "poss"))
            if inner is not None and not owned and inner.lower not in PERSONAL and self.actors.is_actor(inner):
                return not self.speakers.same_side(self.parse, speaker, inner)
        return False
