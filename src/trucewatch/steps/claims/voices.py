"""Who speaks where the grammar gives a verb of saying another subject, or where no such verb stands.

"The agency quotes the general as saying that ...", "The front's position is that ...", "..., a charge the army denied".
"""

from collections.abc import Callable, Iterator, Mapping

from trucewatch.core.parse import Parse, Token

from .hearsay import told_by
from .word_groups import DENIES, QUOTES, THEY

# What somebody's words are called: "its answer was that ...".
_VIEWS = frozenset(
    "position view line stance reading interpretation answer reply response argument contention message explanation "
    "conclusion complaint defence defense justification understanding opinion claim version word thesis retort rejoinder "
    "excuse assertion verdict".split()
)
_CHARGES = frozenset("accusation allegation charge claim assertion suggestion".split())
ALLEGATIONS = _CHARGES | {"report", "account", "version"}
# What is done to whoever answers: "..., reached by telephone, said".
REACHED = frozenset("reach ask contact interview question press confront phone approach".split())
_CERTAIN = frozenset("clear adamant categorical blunt explicit unequivocal firm emphatic unambiguous frank".split())
_AGAIN = frozenset("rededicate renew recommit".split())
_MEETS = frozenset("meet convene gather".split())
UTTERS = frozenset("send put give serve issue leave pass have".split())
WORDS_OF = frozenset("word writing notice message assurance".split())
_ANSWERS = THEY | frozenset("we i each neither".split())
# What somebody does who gives his word.
_GIVES = frozenset("promise pledge vow undertake agree commit sign accept initial".split())

# Through what somebody speaks for a body, and who does.
_MOUTHS = frozenset("voice mouth tongue person lip pen".split())
_SPEAKS_FOR = frozenset(
    "spokesman spokeswoman spokesperson minister ambassador envoy secretary representative commissioner chief chairman commander "
    "delegate president leader head deputy adviser advisor general colonel".split()
)

IsActor = Callable[[Token | None], bool]

_THROUGH = frozenset("through via by".split())
# Who carries words between two sides speaks for neither.
_BETWEEN = frozenset("mediator intermediary go-between envoy channel facilitator".split())
_LONGEST_OFFICE = 14
_NOW = frozenset({"VBZ", "VBP"})


def quoted_speaker(parse: Parse, head: Token, speech: Mapping[str, str]) -> Token | None:
    """Who speaks in "The agency quotes General Vukelic as saying that ...": the one who is quoted, and no agency; or for whom
    another speaks: "Ankara, through its defence minister, denied that ..."."""
    if head.lemma in speech and (speaks := mouth(parse, head)) is not None:
        return speaks
    preposition = parse.tokens[head.head]
    above = parse.tokens[preposition.head]
    if head.dep != "pcomp" or preposition.lower != "as" or above.lemma not in QUOTES:
        return None
    return next(iter(parse.children(above, "nsubjpass") or parse.children(above, "dobj")), None)


def mouth(parse: Parse, verb: Token) -> Token | None:
    """The one who says what a body says: "through its ambassador", "by the voice of its minister", "said by its envoy"."""
    speaking = [k for k in parse.children(verb, "advcl") if k.lemma == "speak"]
    for said in (verb, *speaking):
        agents = parse.children(said, "agent") if parse.children(said, "nsubj") else ()
        by = [o for k in agents for o in parse.children(k, "pobj")]
        for noun in (*parse.behind(said, "through", "via", "by", "on", "in"), *by):
            lead = parse.tokens[noun.head].lower
            if noun.lemma in _MOUTHS:
                return next(iter(parse.behind(noun, "of")), None)
            front = [t for t in parse.subtree(noun) if t.i <= noun.i]
            office = {t.lemma.lower() for t in front}
            # "Through its ambassador", whom the text does not name, a state speaks itself.
            named = noun.pos == "PROPN" or any(k.pos == "PROPN" for k in parse.children(noun, "appos"))
            own = lead in ("through", "via") or (lead == "by" and front[0].lower in ("its", "their"))
            if named and own and office & _SPEAKS_FOR:
                return noun
    return None


def quoted(parse: Parse, verb: Token) -> Token | None:
    """Whom a verb quotes: the "source" of "The agency quotes a military source"."""
    return next(iter(parse.children(verb, "dobj")), None) if verb.lemma in QUOTES else None


def holder_of_view(parse: Parse, head: Token, is_actor: IsActor) -> Token | None:
    """Whose view it is in "X's position is that ...", "The reply from X was that ...", "What X said was that ..."; or who
    told it in "We know from X that ..."."""
    if head.lemma != "be":
        source = told_by(parse, head)
        return source if is_actor(source) else None
    for clause in parse.children(head, "csubj"):
        if parse.children(head, "ccomp") and clause.i < head.i:
            return next(iter(parse.children(clause, "nsubj")), None)
    for noun in parse.children(head, "nsubj", "attr"):
        told = parse.children(head, "ccomp")
        if noun.dep == "attr":
            it = any(k.lower == "it" for k in parse.children(head, "nsubj", "expl"))
            told = parse.children(noun, "acl", "ccomp", "relcl") or told if it else ()
        that = any(m.lower == "that" for clause in told for m in parse.children(clause, "mark"))
        if noun.lemma.lower() in _VIEWS and that:
            return _owner(parse, noun)
    return None


def _owner(parse: Parse, noun: Token) -> Token | None:
    """Whose something is: "X's answer", "the answer of X"."""
    owners = [*parse.children(noun, "poss")]
    for preposition in parse.children(noun, "prep"):
        if preposition.lower in ("of", "from", "by"):
            owners += parse.children(preposition, "pobj")
    return owners[0] if owners else None


def lets_know(parse: Parse, head: Token) -> bool:
    """Whether somebody says something with other words: "sent word that", "let it be known that"."""
    clauses = [k for k in parse.children(head, "ccomp") if any(m.lower == "that" for m in parse.children(k))]
    if head.lemma == "let" and any(k.lemma == "know" for k in parse.children(head, "oprd", "ccomp", "xcomp")):
        return bool(clauses)
    if head.lemma == "speak":
        # "spoke of a flagrant violation"
        return any(k.lower == "of" for k in parse.children(head, "prep"))
    words = {t.lemma for k in parse.children(head, "dobj", "prep") for t in parse.subtree(k)[:4]}
    return head.lemma in UTTERS and bool(words & WORDS_OF) and bool(clauses)


def says_who(parse: Parse, noun: Token, speech: Mapping[str, str]) -> Iterator[tuple[Token, Token]]:
    """The verb of saying, with who says it, in "X, who told parliament that ..., had not come", "Y, which accused X", "Z, who
    called it a dead letter", "in what the mission called a violation", "a complaint from Lebanon alleging that"."""
    for clause in parse.children(noun, "pcomp"):
        what = any(k.lower == "what" for k in parse.children(clause, "dobj"))
        if what and speech.get(clause.lemma) == "view":
            yield from ((clause, who) for who in parse.children(clause, "nsubj"))
    for clause in parse.children(noun, "acl") if parse.tokens[noun.head].lower == "from" else ():
        if clause.tag == "VBG" and clause.lemma in speech and parse.children(clause, "ccomp"):
            yield clause, noun
    for clause in parse.children(noun, "relcl"):
        who, manner = parse.children(clause, "nsubj"), speech.get(clause.lemma)
        # "Mr Ona, who had let it be known that ..."
        manner = manner or ("say" if lets_know(parse, clause) else None)
        if not who or who[0].lower not in ("who", "which") or manner is None:
            continue
        # "Who calls himself Major Prosper" names himself.
        others = [k for k in parse.children(clause, "dobj") if not k.lower.endswith(("self", "selves"))]
        charges = manner in ("accuse", "view") and others
        told = parse.children(clause, "ccomp") or manner == "deny" or charges
        if told and parse.tokens[who[0].i - 1].text == ",":
            yield clause, noun


def rejoinders(
    parse: Parse, noun: Token, speech: Mapping[str, str], is_actor: IsActor
) -> Iterator[tuple[Token, Token | None]]:
    """The verbs by which somebody answers a charge, each with whom its pronoun means where that is plain.

    "..., a charge the army denied", "..., which it denied"; or brings one by the way: "the mission, which the rebels accuse
    of bias, left"; or has given his word: "the road, which it promised to open".
    """
    for clause in parse.children(noun, "relcl"):
        who = next(iter(parse.children(clause, "nsubj")), None)
        if who is None or not (is_actor(who) or who.lower in _ANSWERS):
            continue
        if gave_word(parse, clause):
            giver = gave_it(parse, clause, is_actor) if who.lower in THEY else who
            if giver is not None:
                yield clause, giver
            continue
        if where_met(parse, clause, speech):
            yield clause, None
            continue
        aside = answers_by_the_way(parse, clause, speech)
        if aside or (speech.get(clause.lemma) == "deny" and (noun.lemma in ALLEGATIONS or sums_up(parse, noun))):
            yield clause, None


def answers_by_the_way(parse: Parse, clause: Token, speech: Mapping[str, str]) -> bool:
    """Whether a clause behind a comma tells what somebody says of what stands before it: "..., which the Front called a trick"."""
    manner = speech.get(clause.lemma)
    if manner not in ("deny", "accuse", "view") or clause.dep != "relcl" or not parse.children(clause, "nsubj"):
        return False
    objects = parse.children(clause, "dobj")
    which = next((k for k in objects if k.lower in ("which", "whom") and k.i < clause.i), None)
    if which is None or parse.tokens[parse.subtree(clause)[0].i - 1].text != ",":
        return False
    return manner != "view" or any(k is not which for k in (*objects, *parse.children(clause, "oprd")))


def where_met(parse: Parse, clause: Token, speech: Mapping[str, str]) -> bool:
    """Whether somebody speaks or promises where others meet: "The Committee met at Lira, where the army agreed to leave"."""
    met = (clause.lemma in speech or clause.lemma in _GIVES | _AGAIN) and any(
        a.lemma in _MEETS for a in parse.ancestors(clause)
    )
    return (
        clause.dep in ("relcl", "advcl") and met and any(k.lower == "where" for k in parse.children(clause, "advmod"))
    )


def gave_word(parse: Parse, clause: Token) -> bool:
    """Whether somebody promised or signed something that is told of by the way: "..., which it had undertaken to open"."""
    if clause.dep != "relcl" or clause.lemma not in _GIVES or parse.children(clause, "neg"):
        return False
    below = parse.subtree(clause)
    which = any(t.lower == "which" and t.dep not in ("nsubj", "nsubjpass") for t in below[:2])
    return which and parse.tokens[below[0].i - 1].text == ","


def gave_it(parse: Parse, clause: Token, is_actor: IsActor) -> Token | None:
    """Who is "it" in "The army has not opened the road, which it had promised": the nearest who acts in what is told."""
    for above in parse.ancestors(parse.tokens[clause.head]):
        # "Attacked our camp": the camp has promised nothing.
        objects = [k for k in parse.children(above, "dobj") if not parse.children(k, "poss")]
        near = [above, *objects, *parse.children(above, "nsubj", "nsubjpass")]
        found = next((t for t in near if t.pos in ("NOUN", "PROPN") and t.i < clause.head and is_actor(t)), None)
        if found is not None:
            return found
    return None


def denies_charge(parse: Parse, clause: Token) -> bool:
    """Whether a clause tells who denies the charge before it: "a charge the army rejects", "allegations it has dismissed"."""
    charge = parse.tokens[clause.head]
    called = charge.lemma.lower() in _CHARGES or sums_up(parse, charge)
    charged = clause.dep == "relcl" and called and clause.lemma in DENIES
    return charged and bool(parse.children(clause, "nsubj")) and not parse.children(clause, "neg")


def sums_up(parse: Parse, noun: Token) -> bool:
    """Whether "something" behind a comma stands for all that is told before it: "..., something they deny"."""
    return noun.lower == "something" and noun.i > 0 and parse.tokens[noun.i - 1].text == ","


def is_rejoinder(parse: Parse, noun: Token) -> bool:
    """Whether a noun behind a comma is the "charge" of "X accused Y of it, a charge Y denied", or its "something"."""
    if sums_up(parse, noun):
        return True
    determiner = next(iter(parse.children(noun, "det")), noun if noun.tag == "NNS" else None)
    before = parse.tokens[determiner.i - 1] if determiner is not None and determiner.i else None
    return noun.lemma in ALLEGATIONS and before is not None and before.text == ","


def is_certain(parse: Parse, verb: Token) -> bool:
    """Whether somebody "has been clear" or "was adamant" before a colon."""
    return verb.lemma == "be" and any(k.lemma in _CERTAIN for k in parse.children(verb, "acomp"))


def mouthpiece(parse: Parse, noun: Token) -> Token | None:
    """Who speaks for somebody in "The army, through Gen. Adan, ...", "The front, by its spokesman Paul Lado: ..."."""
    behind = parse.tokens[noun.i + 1 : noun.i + _LONGEST_OFFICE]
    if len(behind) < 3 or behind[0].text != "," or behind[1].lower not in _THROUGH:
        return None
    if behind[1].lower == "by" and behind[2].lower not in ("its", "their"):
        return None
    last = None
    for token in behind[2:]:
        if token.text in (",", ":", "(", "):") or token.pos in ("ADP", "VERB", "AUX", "CCONJ"):
            break
        if token.lemma in _BETWEEN:
            return None
        last = token if token.pos == "PROPN" and token.entity not in ("GPE", "LOC", "ORG") else last
    return last


def let_me_say(parse: Parse, let: Token) -> Token | None:
    """What follows "Let me say at the outset that ...", "Let me be clear: ..."; None for "Let the army leave"."""
    for says in parse.children(let, "ccomp", "xcomp"):
        if not any(k.lower in ("me", "us") for one in (let, says) for k in parse.children(one)):
            continue
        states = (says, *parse.children(says, "acomp", "xcomp"))
        told = [k for t in states for k in parse.children(t, "ccomp", "parataxis")]
        said = [k for k in (*told, *parse.children(let, "parataxis", "ccomp")) if k is not says]
        return next((k for k in said if k.i > says.i and k.pos in ("VERB", "AUX")), None)
    return None


def breaks_off(parse: Parse, kid: Token, head: Token, verb: Token) -> bool:
    """Whether a verb joined to what somebody says is no part of it: behind the attribution, or in the time of the telling.

    "It has left, an official said, but the rebels denied it", "The army said it had left, and the rebels denied it", "One says
    that it left, and the other denies it".
    """
    if head.i < verb.i < kid.i:
        return True
    bare = not parse.children(kid, "aux", "auxpass")
    plain = kid.tag == "VBD" and verb.tag == "VBD" and bare
    earlier = any(k.lower == "had" for k in parse.children(head, "aux"))
    if kid.tag in _NOW and verb.tag in _NOW and bare:
        plain = earlier = _is_past(parse, head)
    joins = [k for k in parse.children(head, "cc") if k.i < kid.i]
    return plain and earlier and bool(joins) and parse.tokens[joins[-1].i - 1].text == ","


def _is_past(parse: Parse, verb: Token) -> bool:
    """Whether something is told to have been so: "left", "has left", "was shelled"."""
    helped = {k.lower for k in parse.children(verb, "aux", "auxpass")}
    return verb.tag == "VBD" or (verb.tag == "VBN" and bool(helped & {"was", "were", "had", "has", "have"}))
