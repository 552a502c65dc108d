"""A claim in the making, and what can be said of a proposition before it is one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.parse import FINITE, Parse, Token

from .announcing import announces
from .mentions import Entity
from .phrase_bounds import QUESTIONED
from .polarity import is_denied
from .propositions import SUBJECTS, Frame, Proposition, subject_of
from .ruled_case import to_be_done
from .signings import SIGNED
from .speakers import FIRST, PERSONAL
from .unsaid import is_asked_for, is_doubted
from .word_groups import THEY
from .wording import CONTRAST

# The widest gap between "X said" and the words, when a claim quotes the attribution too.
_NEAR = 120
# Manners of saying whose content is not put forward where they are denied.
_TOLD = frozenset({"say", "admit", "accuse"})
BACKGROUND = frozenset("after when since following".split())
_UNASSERTED = frozenset("if unless whether before until once as because lest so".split())
# Clauses that go on with what is said, or tell what somebody says beside it.
SAYING = frozenset({"saying", "who", SIGNED})
_GOVERNED = frozenset({"ccomp", "xcomp", "pcomp", "acl", "relcl", "csubj"})
_READERS = frozenset("people reader you everyone everybody many".split())
_QUESTIONS = frozenset("if whether what how why when where who which".split())
_LIGHT = frozenset("have begin start continue be want intend plan refuse fail go decline try".split())
_HEARD = frozenset("say quote cite report believe understand think know rumour rumor hear reckon allege".split())
_SOME = frozenset("one another others some many both neither them".split())
_WILL = frozenset("would will must shall should could may might".split())


@dataclass
class Draft:
    """A claim in the making. Ranges are of the working text; `order` counts sentences through the report."""

    stance: str
    speaker: Entity | None
    target: Entity | None
    relay: Entity | None
    start: int
    end: int
    content: tuple[int, int]
    quoted: bool
    tokens: tuple[Token, ...]
    frame: Frame | None
    order: int
    sentence_start: int
    paragraph: int
    private: bool
    polarity: str
    time: str
    # The predicate, and who or what its subject is.
    head: Token
    subject: Token | None
    said: When | None = None
    happened: When | None = None
    grounds: tuple[tuple[int, int], ...] = ()
    noted: bool = False
    social: bool = False
    # Whether a leaked paper tells it.
    leaked: bool = False
    # Whether a source says that somebody unnamed told it.
    confided: bool = False
    # Whether a source gave the day, the day of the sentence itself, and whether a source has the same.
    settled: bool = False
    own_day: When | None = None
    borne_out: bool = False
    # Whether only a source gave the day on which it was said.
    sourced: bool = False
    # Why its words of time give no day; "" without such words.
    undated: str = ""
    # Whose position is repeated, where the words say so.
    after: Entity | None = None
    # The polarity and time of what its own verb of saying introduces.
    told: tuple[str, str] | None = None
    # Where the verb stands by which all of it is told, -1 without one.
    teller: int = -1
    # Whether its words show whose it is, so that nobody else near it can be meant.
    named: bool = False
    # Whether it is told in passing, in a sentence about something else.
    passing: bool = False
    # Whether only somebody can say it, and the rules name nobody.
    adrift: bool = False
    # Papers and stations that carry it.
    outlets: list[Entity] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_told_on(self) -> bool:
        """Whether its speaker was named in the sentence before: "He denied it. His men had not left"."""
        verb = self.frame.verb if self.frame is not None else None
        return verb is not None and verb.end <= self.sentence_start


_ABLE = frozenset({"able", "unable"})
_ASIDES = frozenset({"relcl", "pcomp"})
# What somebody did about an agreement, told by the way.
_TAKES_ON = frozenset("sign join ratify accept endorse conclude reject violate break".split())
_SPANS = frozenset("day week month year hour decade".split())
_ASKED = frozenset("who whose whom which whether where when".split())
# "The Navy blamed the LTTE, which in turn accused the Navy": both do.
_CHARGES = frozenset("accuse blame charge condemn denounce criticise criticize".split())


def without_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """The claims without those that are a part of what the same speaker is said to say as a whole."""

    def within(part: Draft, whole: Draft) -> bool:
        inside = whole.start <= part.start and part.end <= whole.end and part.end - part.start < whole.end - whole.start
        verb = part.frame.verb if part.frame is not None else None
        # "I regret to conclude that trust has gone": who regrets it concludes it.
        leads = verb is not None and verb.dep == "xcomp" and verb.head == whole.head.i
        told = verb_of(part.frame) == whole.teller or leads
        return inside and part.speaker == whole.speaker and told and whole.teller >= 0

    def repeated(part: Draft, whole: Draft) -> bool:
        """Whether it is the "able to confirm it" of "They have been able to confirm it"."""
        inside = whole.start <= part.start and part.end == whole.end and part.start > whole.start
        same = part.stance == whole.stance and part.speaker == whole.speaker and part.frame is whole.frame
        return inside and same and part.quoted == whole.quoted and part.head.dep == "xcomp"

    def asked(part: Draft, whole: Draft) -> bool:
        """Whether it is the "where the truce applies" of "The text only says where the truce applies"."""
        inside = whole.start < part.start and part.end == whole.end and part.speaker == whole.speaker
        return inside and part.head.dep == "ccomp" and part.tokens[0].lower in _ASKED

    def relays(whole: Draft, part: Draft) -> bool:
        """Whether it only names whoever says it: "The general met Bishop Reyes, who said that the army had broken the truce"."""
        verb = part.frame.verb if part.frame is not None else None
        aside = part.head.dep in _ASIDES or (verb is not None and verb.dep in _ASIDES)
        inside = whole.start < part.start and part.end <= whole.end and aside
        charges = whole.head.lemma in _CHARGES
        same = part.stance == whole.stance and part.speaker is not whole.speaker
        return inside and same and whole.frame is None and not charges

    def left_out(one: Draft) -> bool:
        return any(
            within(one, other) or repeated(one, other) or asked(one, other) or relays(one, other) for other in drafts
        )

    return [one for one in drafts if not left_out(one)]


def is_fragment(p: Proposition) -> bool:
    """Whether a sentence has no verb: "Next question, please"; or a verb tells nothing alone: the "known" of "let it be known"."""
    if p.under is not None:
        return p.head.lemma == "know" and p.under.lemma == "let"
    return not any(t.pos in ("VERB", "AUX") for t in p.subtree)


def is_inverted(parse: Parse, p: Proposition) -> bool:
    """Whether a condition stands without "if": "Should snow close the airport"."""
    first = min((k.i for k in parse.children(p.head, "nsubj", "nsubjpass")), default=-1)
    before = [
        k for k in parse.children(p.head, "aux", "auxpass") if k.lower in ("should", "had", "were") and k.i < first
    ]
    # "Should the army attack again, we shall take up arms": what follows the comma is what is said.
    return any(all(t.text != "," for t in parse.tokens[k.i : first]) for k in before)


def is_nor(parse: Parse, head: Token) -> bool:
    """Whether a verb is the second half of "neither negotiated nor accepted", which is one statement."""
    above = parse.tokens[head.head]
    joined = head.dep == "conj" and any(k.lower == "nor" for k in parse.children(above, "cc"))
    return joined and not parse.children(head, "nsubj")


def is_unsaid(parse: Parse, verb: Token, manner: str | None) -> bool:
    """Whether what follows a verb of saying was not said: "did not say who had fired", "none of them admitted that it had"."""
    unwilling = verb.dep == "xcomp" and parse.tokens[verb.head].lemma in ("refuse", "decline")
    return manner in _TOLD and (unwilling or is_denied(parse, verb))


def _has_that(parse: Parse, head: Token) -> bool:
    return any(k.lower == "that" for k in parse.children(head, "mark"))


def said_too(parse: Parse, p: Proposition) -> bool:
    """Whether it is one of several things that somebody is said to say: "that it had left and that its men would stay".

    What merely goes on with the same subject, "came at night and took a truck", is one thing; quotations stay whole up to a
    semicolon.
    """
    if verb_of(p.frame) < 0:
        return False
    if p.quoted and not _has_that(parse, p.head):
        return _behind_semicolon(parse, p.head)
    if p.head.dep == "ccomp":
        return any(_apart(parse, k) for k in parse.children(p.head, "conj"))
    return p.head.dep == "conj" and (_apart(parse, p.head) or _set_against(parse, p.head))


def _set_against(parse: Parse, verb: Token) -> bool:
    """Whether "but" sets one thing against another, each with its own time: "had stopped attacks but had not stopped extortion"."""
    above = parse.tokens[verb.head]
    contrast = any(k.lower == "but" and above.i < k.i < verb.i for k in parse.children(above, "cc"))
    return contrast and (verb.tag in FINITE or any(k.i > above.i for k in parse.children(verb, "aux", "auxpass")))


def _behind_semicolon(parse: Parse, head: Token) -> bool:
    """Whether a clause with a subject of its own begins behind a semicolon."""
    first = parse.subtree(head)[0]
    own = any(k.dep in SUBJECTS for k in parse.children(head))
    return own and ";" in (first.text, parse.tokens[first.i - 1].text if first.i else "")


def only_leads(parse: Parse, verb: Token, speech: Mapping[str, str]) -> bool:
    """Whether a verb only leads to the one that tells: "began to withdraw", "was quoted as saying"."""
    said = [k for lead in parse.children(verb, "prep") if lead.lower == "as" for k in parse.children(lead, "pcomp")]
    below = (*parse.children(verb, "xcomp"), *said)
    if _counts_time(parse, verb):
        return True
    return (verb.lemma in _LIGHT and goes_over(parse, verb)) or says_below(parse, verb, below, speech)


def _counts_time(parse: Parse, verb: Token) -> bool:
    """Whether it only tells how long ago something was: "It has been fourteen months since they signed the truce"."""
    it = any(k.lower == "it" for k in parse.children(verb, "nsubj"))
    units = any(k.lemma in _SPANS for k in parse.children(verb, "attr", "npadvmod"))
    since = any(m.lower == "since" for k in parse.children(verb, "advcl") for m in parse.children(k, "mark"))
    return verb.lemma == "be" and it and units and since


def says_below(parse: Parse, verb: Token | None, below: Sequence[Token], speech: Mapping[str, str]) -> bool:
    """Whether somebody "keeps saying" something, "is said to have told" it or "was quoted as saying" it."""
    if verb is None:
        return False
    told = verb.tag == "VBN" and verb.lemma in _HEARD and parse.children(verb, "nsubjpass")
    return (bool(told) or verb.lemma == "keep") and any(k.lemma in speech for k in below)


def tells_several(parse: Parse, verb: Token) -> bool:
    """Whether a verb of saying has several clauses: "said that it had left and that its men would stay"."""
    clauses = parse.children(verb, "ccomp")
    return len(clauses) > 1 or any(_apart(parse, k) for c in clauses for k in parse.children(c, "conj"))


def asked_last(parse: Parse, p: Proposition) -> bool:
    """Whether the clauses below a verb of saying tell more than the whole: several, or "X, which signed the truce, said it ..."."""
    beside = p.subject is not None and any(
        k.i > p.subject.i and k.lemma in _TAKES_ON for k in parse.children(p.subject, "relcl")
    )
    return tells_several(parse, p.head) or (beside and bool(parse.children(p.head, "ccomp")))


def _apart(parse: Parse, verb: Token) -> bool:
    helped = parse.children(verb, "aux", "auxpass")
    if _has_that(parse, verb) or any(k.lower in _WILL for k in helped):
        return True
    return bool(parse.children(verb, *SUBJECTS)) and any(t.tag in FINITE for t in (verb, *helped))


def is_main(parse: Parse, head: Token) -> bool:
    """Whether a verb is its sentence's, or one that goes on beside it: also the "enter" of "was able to enter"."""
    above = parse.tokens[head.head]
    if head.dep == "xcomp" and above.dep == "acomp" and above.lower in _ABLE:
        head = parse.tokens[above.head]
    while head.dep == "conj" and head.head != head.i:
        head = parse.tokens[head.head]
    return head.dep == "ROOT"


def stands_alone(parse: Parse, p: Proposition) -> bool:
    """Whether a clause with a subject of its own is a sentence or goes on beside it, and nobody is said to say it."""
    spoken = p.frame is None or p.frame.verb is None
    # "The army accused the rebels of five attacks; the rebels admitted one": each half says a thing of its own.
    apart = p.where != "report" or _is_parted(parse, p.head)
    return spoken and apart and p.subject is not None and is_main(parse, p.head)


def _is_parted(parse: Parse, head: Token) -> bool:
    """Whether a semicolon parts a clause from the one before it."""
    first = parse.subtree(head)[0]
    parted = ";" in (first.text, parse.tokens[first.i - 1].text)
    return parted and head.dep == "conj" and bool(parse.children(head, *SUBJECTS))


def goes_on(parse: Parse, before: Token, head: Token) -> bool:
    """Whether a clause with a subject of its own stands behind a colon: "He rejects it: his men had searched every site"."""
    if not parse.children(head, *SUBJECTS):
        return False
    return any(t.text in (":", ";") for t in parse.tokens[before.i + 1 : head.i])


def goes_over(parse: Parse, verb: Token) -> bool:
    """Whether another verb says what this one leads to: "began to withdraw", "was able to enter"."""
    able = [k for k in parse.children(verb, "acomp") if k.lower in _ABLE]
    return any(parse.children(t, "xcomp") for t in (verb, *able))


def verb_of(frame: Frame | None) -> int:
    """Where the verb of saying stands; -1 for what nobody is said to say."""
    return frame.verb.start if frame is not None and frame.verb is not None else -1


def teller_of(p: Proposition) -> int:
    """Where the outermost verb of saying stands; -1 for what nobody is said to say."""
    return verb_of(p.frame.outermost) if p.frame is not None else p.head.start if p.where == "report" else -1


def widen(parse: Parse, drafts: Sequence[Draft]) -> None:
    """Lets the first claim of "X said that ..." quote the attribution too, where it stands in front."""
    seen: set[int] = set()
    for draft in drafts:
        verb = draft.frame.verb if draft.frame else None
        if verb is None or draft.quoted or verb.start in seen or draft.is_told_on:
            continue
        seen.add(verb.start)
        speaker = subject_of(parse, verb)
        if speaker is None or verb.end > draft.start or draft.start - verb.end > _NEAR:
            continue
        if any(t.tag in FINITE and verb.end <= t.start and t.end <= draft.start for t in parse.subtree(verb)):
            # "He said the convoys were routine and that ...": what he said first is no part of it.
            continue
        if (
            verb.dep == "conj"
            and speaker.i < verb.head
            and any(other.head.i == verb.head for other in drafts if other is not draft)
        ):
            # "He warned of war but insisted that ...": the words in front are a claim of their own.
            helps = parse.children(verb, "aux", "auxpass", "neg")
            draft.start = min(draft.start, verb.start, *(k.start for k in helps if k.i > verb.head))
            continue
        whole = speaker
        while whole.head not in (verb.i, whole.i) and parse.tokens[whole.head].i < speaker.i:
            # "None of the ministers": without the first words it would be the opposite.
            whole = parse.tokens[whole.head]
        left = [t.start for t in parse.subtree(whole)[:30] if 0 <= speaker.i - t.i < 15 and t.pos != "SPACE"]
        draft.start = min(draft.start, min(left, default=verb.start))


def for_its_side(p: Proposition) -> bool:
    """Whether somebody in a transcript says what the own side does: "We handed over 38 people"."""
    spoken = p.frame is not None and p.frame.label is not None and p.frame.verb is None
    return spoken and p.subject is not None and p.subject.lower == "we" and p.head.dep in ("ROOT", "conj")


def _asks_the_author(parse: Parse, verb: Token) -> bool:
    """Whether it is what people want to know: "People keep asking me if the truce is real", "readers ask us what is left"."""
    if verb.lemma == "keep":
        verb = next(iter(parse.children(verb, "xcomp")), verb)
    if verb.lemma not in ("ask", "wonder"):
        return False
    readers = any(k.lemma in _READERS for k in parse.children(verb, "nsubj"))
    told = any(k.lower in ("me", "us") for k in parse.children(verb, "dobj", "dative"))
    asked = told or (verb.lemma == "wonder" and readers)
    clauses = parse.children(verb, "ccomp", "advcl", "xcomp")
    return asked and any(t.lower in _QUESTIONS for k in clauses for t in parse.subtree(k)[:3])


def _is_to_follow(parse: Parse, p: Proposition) -> bool:
    """Whether it is an infinitive that goes on with a finite verb: the "let" of "committed to vacate hospitals and to let aid pass"."""
    above = parse.tokens[p.head.head]
    return (
        p.frame is None
        and p.where == "act"
        and p.head.dep == "conj"
        and above.tag in FINITE
        and to_be_done(parse, p.head)
    )


def is_asserted(parse: Parse, speech: Mapping[str, str], p: Proposition) -> bool:
    """Whether the text, or somebody in it, puts the proposition forward as so."""
    if is_inverted(parse, p) or is_fragment(p) or is_nor(parse, p.head):
        return False
    if announces(parse, p) or is_doubted(parse, p) or _asks_the_author(parse, p.head):
        return False
    if is_asked_for(parse, p, speech) or _is_to_follow(parse, p):
        return False
    if p.head.dep == "advcl" and p.subject is None and p.head.tag == "VBN" and p.head.lower in QUESTIONED:
        # "Asked about the shelling, the spokesman said ..."
        return False
    if p.question or p.mark in _UNASSERTED or (p.mark in BACKGROUND and p.frame is not None):
        return False
    later = p.under is not None and any(k.lower in _WILL for k in parse.children(p.under, "aux"))
    if p.mark == "when" and p.head.tag in ("VBZ", "VBP") and later:
        # "The rebels will free them when the army declares a ceasefire": it has not yet.
        return False
    if (
        p.head.dep in ("relcl", "acl", "advcl")
        and p.under is not None
        and p.mark not in CONTRAST | BACKGROUND | SAYING | {"told"}
    ):
        return False
    below = p.under is not None and p.mark in ("to", "pcomp")
    if p.mark in SAYING or (below and says_below(parse, p.under, [p.head], speech)):
        return True
    if p.head.dep in _GOVERNED and p.under is not None and not p.control:
        if (manner := speech.get(p.under.lemma)) == "deny" or is_unsaid(parse, p.under, manner):
            return False
        if p.frame is not None and any(k.lemma == "clear" for k in parse.children(p.under)):
            return True
        return p.frame is not None and (p.under.lemma in speech or p.frame.verb is p.under)
    return True


def acts_for_itself(parse: Parse, p: Proposition, is_actor: Callable[[Token], bool]) -> bool:
    """Whether what somebody in a turn tells of others is theirs: "The front wrote to me that ...", "Lagos has asked for time"."""
    subject = p.subject
    asked_for = parse.children(p.head, "xcomp", "ccomp") or any(
        k.lower == "for" for k in parse.children(p.head, "prep")
    )
    if subject is None or p.head.lemma in ("see", "hear") or (p.head.lemma == "ask" and not asked_for):
        return False
    if any(k.lower in FIRST for k in parse.children(subject, "poss")):
        return False
    if any(m.lower == "if" for k in parse.children(p.head, "advcl") for m in parse.children(k, "mark")):
        # "If he said it like that, he is reading a line that isn't there": so whoever supposes it.
        return False
    return subject.lower in THEY | _SOME or (subject.lower not in PERSONAL and is_actor(subject))


def kept_silent(parse: Parse, p: Proposition, is_actor: Callable[[Token], bool]) -> Token | None:
    """Who keeps silent where somebody tells of it: "He has not said a word, diplomats noted"; None for whoever tells it."""
    if p.subject is None or p.frame is None or any(k.pos == "PRON" for k in parse.children(p.subject, "poss")):
        return None
    if p.subject.lower in FIRST and p.where == "report":
        # "I can tell you that the President has not said so"
        inner = [subject_of(parse, clause) for clause in parse.children(p.head, "ccomp")]
        return next((t for t in inner if t is not None and is_actor(t)), None)
    told = p.frame.label is None or p.subject.lower in THEY
    return p.subject if told and acts_for_itself(parse, p, is_actor) else None
