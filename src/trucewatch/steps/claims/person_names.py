"""Whether a name is a person's, by the office and the title beside it, its words, and what it does."""

from collections.abc import Iterable

from trucewatch.core.model import Document
from trucewatch.vocabulary.reports import ReportVocabulary

from .actor_table import ActorTable
from .mentions import TITLES, Mention, folded, looks_named
from .setting import Setting
from .spoken import Spoken


class PersonNames(Spoken):
    """Tells the names of persons from those of bodies and places."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary, setting: Setting) -> None:
        super().__init__(document, vocabulary)
        self.table = ActorTable(vocabulary, setting)

    def _is_office(self, words: Iterable[str]) -> bool:
        return any(word in self.vocabulary.roles for word in words)

    def _is_person(self, mention: Mention) -> bool:
        last = mention.name_text.lower().rpartition(" ")[2]
        if last in self._bodies or last.removesuffix("s") in self._bodies:
            # The labels take "the Syrian Observatory" and "the Joint Forces" for people.
            return False
        known = self.table.alias(folded(mention.name_text))
        if known is not None and known.kind != "person" and not self._has_title(mention):
            # "The Estado Mayor Central (EMC)" holds the word "mayor"; labels take "Kiev" for somebody.
            return False
        # "The Houthis", whom the labels take for a person: no "the" stands right before anybody's name.
        low, high = mention.start, mention.name[0] if mention.name else mention.start
        article = self.document.text[low:high].lower().strip() == "the"
        if (
            (mention.head.entity == "PERSON" and not article)
            or self._holds_office(mention)
            or self._is_somebody_of(mention.name_text, mention.end)
        ):
            return True
        words = self.document.text[mention.start : mention.name[0]].split() if mention.name else []
        before = {w.lower().strip(".,") for w in words}
        cut = self.document.text[mention.end : mention.end + 2].strip().isupper()
        if self._is_office(before) or (self._has_title(mention) and not cut):
            return True
        # Two capitalised words that speak, and that nobody takes for a body or a place.
        name = mention.name_text.split()
        plain = len(name) in (2, 3) and all(w[:1].isupper() and not w.isupper() for w in name)
        body = mention.lemmas & (self.vocabulary.classes["group"] | self.vocabulary.classes["third_party"])
        # "Sinn Fein's Conor Doherty", whom taggers take for a body.
        owned = mention.name is not None and self.document.text[mention.start : mention.name[0]].rstrip().endswith("'s")
        who = self.document.text.startswith(", who ", mention.end)
        return plain and (mention.head.entity == "" or owned or who) and mention.head.dep == "nsubj" and not body

    def _has_title(self, mention: Mention) -> bool:
        """Whether a title stands right before a name: "Mr. Putin"."""
        start = mention.name[0] if mention.name else mention.start
        title = self.document.text[max(0, start - 12) : start].split()[-1:]
        return bool(title) and title[0].lower().rstrip(".") in TITLES

    def _holds_office(self, mention: Mention) -> bool:
        """Whether an office stands in apposition to a name: "X Y, the group's spokesman", "Ujwal, deputy commander of"."""
        words = mention.name_text.split()
        if not all(w[:1].isupper() and not w.isupper() for w in words):
            return False
        if len(words) < 2 and (mention.head.entity in ("GPE", "LOC", "NORP") or self.table.named(mention.name_text)):
            return False
        said = (self.document.text[a:b].partition(" of ")[0].split() or [""] for a, b in mention.extra)
        return any(phrase[-1].lower() in self.vocabulary.roles for phrase in said)

    def _names_person(self, mention: Mention, name: str) -> bool:
        """Whether an apposition names a single somebody: "the coordinator, Eriya Kabanda", "the leader, X"."""
        if not looks_named(name) or len(name.split()) < 2 or " and " in name:
            return False
        if self._is_office(mention.lemmas):
            # The "General Staff" in Abidjan is nobody's name.
            return name.lower().rpartition(" ")[2] not in self._bodies
        classes = self.vocabulary.classes
        body = classes["group"] | classes["third_party"] | classes["people"]
        single = mention.head.pos == "NOUN" and mention.head.tag == "NN" and mention.head.lemma not in body
        plain = all(w[:1].isupper() and w[1:].islower() for w in name.split())
        return single and plain and len(name.split()) <= 3 and not {w.lower() for w in name.split()} & body
