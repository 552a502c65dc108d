"""What was agreed, told from the side: "as the accord requires", "what the army must do is ...", "it falls to the police to ..."."""

from collections.abc import Iterator, Sequence

from trucewatch.core.parse import Token

from .named_terms import NamedTerms
from .owed_terms import AGREES, BY_TEXT, CLAUSES, MODALS, NEGATED, OWED, PROMISED, THINGS, Term, in_form
from .term_items import BE, TIMES, items

_AS_SAID = frozenset(
    "agree promise pledge stipulate require demand prescribe provide foresee envisage oblige specify undertake".split()
)
# What two sides that accept it then have to set up.
_SET_UP = frozenset("mechanism commission committee hotline corridor zone".split())
_REQUIRES = frozenset("require demand stipulate prescribe".split())
_CENTRAL = frozenset("central crucial essential key fundamental part heart core centre center".split())
_RENOUNCES = frozenset("renounce forswear forgo forego waive".split())
_ASSURES = frozenset("assure guarantee".split())
_TASKS = frozenset("job task responsibility duty".split())
_TASKED = {"responsible": "for", "tasked": "with", "entrusted": "with"}
_SPANS = frozenset("hour day fortnight week month year".split())
_GRANTS = frozenset("give grant allow".split())
_ALLOTS = frozenset("assign allot allocate award entrust give grant divide share split place exempt reserve".split())
# "Opened the way to peace", "cut ties", "placed the government under pressure": what came of it.
_FIGURES = frozenset(
    "way door path chapter tie link hope tension fear question doubt pressure strain position risk danger "
    "spotlight fire peace end stop halt burden blame gap cost violence life score mind defensive".split()
)
_SAID_NOUNS = frozenset(
    "explanation conclusion recommendation invitation suggestion version decision assertion mediation".split()
)
# How many words may stand between what a form begins with and what it says.
_NEAR, _FAR, _SHORT = 6, 12, 16


class AgreedTerms(NamedTerms):
    """Finds the terms that a report takes up as known, and those that are some one's task."""

    def _taken_up(self, sentence: Sequence[Token]) -> Iterator[Term]:
        for n, token in enumerate(sentence[:-1]):
            if token.lower == "as" and self._is_as_agreed(sentence[n + 1 : n + _NEAR + 2]):
                yield from in_form("promised", self._done_as(sentence, n))
            elif token.lower in ("what", "all"):
                yield from self._what_is(sentence[n:])
        yield from in_form("says", self._among(sentence))
        yield from self._named(sentence)

    # ------------------------------------------------------------------ "agreed on A and B"

    def _agreed_on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "They agreed on a ceasefire, the release of prisoners and joint patrols", "accepted the withdrawal of ..."."""
        if token.pos != "VERB" or token.lemma not in AGREES or self._is_denied(token):
            return
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        while rest and rest[0].lower in ("also", "themselves", "itself", "ourselves", "only"):
            rest = rest[1:]
        if rest and rest[0].text == "," and token.lemma in ("agree", "commit"):
            # "Agreed, without wishing it to be known, to a common police force"
            rest = rest[next((n for n, t in enumerate(rest[:_FAR]) if n and t.text == ","), 0) + 1 :]
        if len(rest) > 2 and rest[0].lower == "on" and rest[2].lemma in ("day", "occasion", "date"):
            # "Undertook on that day not to recruit"
            return
        if len(rest) > 1 and rest[1].entity in TIMES and not any(t.lower == "that" for t in rest[:_FAR]):
            # "Agreed on 11 October to a new timetable"
            rest = rest[next((n for n, t in enumerate(rest) if n and t.entity not in TIMES), len(rest)) :]
        if token.lemma == "accept":
            yield from self._accepted(token, rest)
        if (
            len(rest) < 2
            or rest[0].lower not in ("on", "to", "upon")
            or rest[1].pos not in ("DET", "NOUN", "ADJ", "NUM")
        ):
            return
        if any(self._is_text(t) or t.entity in ("DATE", "TIME") for t in rest[1:4]) and "," not in [
            t.text for t in rest
        ]:
            return
        for first, last in items(self.parse, _led_once(self._up_to_teller(rest)), nouns=True)[:6]:
            yield Term(first, last, OWED)

    def _accepted(self, token: Token, rest: Sequence[Token]) -> Iterator[Term]:
        """ "Both sides accepted a ceasefire and the withdrawal of heavy weapons"."""
        thing = next(iter(self.parse.children(token, "dobj")), None)
        owed = thing is not None and (self._is_deed(thing) or thing.lemma in self.held | _SET_UP)
        if owed and thing is not None and thing.lemma not in _SAID_NOUNS and thing.i - token.i < 6:
            for first, last in items(self.parse, self._up_to_teller(rest), nouns=True)[:6]:
                yield Term(first, last, OWED)

    # ------------------------------------------------------------------ "as agreed", "as the accord requires"

    def _is_as_agreed(self, after: Sequence[Token]) -> bool:
        words = [t for t in after if t.lower not in ("was", "had", "been", "it", "they")]
        if words[:1] and words[0].lemma in _AS_SAID and words[0].tag in ("VBN", "VBD"):
            return True
        text = next((n for n, t in enumerate(after) if self._is_text(t)), None)
        if text is None and after and after[0].pos in ("DET", "PROPN", "NOUN"):
            # "As the summit demanded", "as Geneva requires"
            return any(t.lemma in _REQUIRES and t.tag in ("VBZ", "VBD") for t in after[1:4])
        if text is None or not any(t.tag in ("VBZ", "VBP", "VBD") or t.lower == "require" for t in after[text + 1 :]):
            return False
        if any(t.lower == "of" for t in after[text + 1 : text + 2]):
            # "As the rules of the truce require"
            return any(t.lemma in _REQUIRES for t in after[text + 2 :])
        return any(t.lemma in _AS_SAID for t in after[text + 1 : text + 3])

    def _done_as(self, sentence: Sequence[Token], n: int) -> Iterator[Term]:
        """ "The army did not leave the mill as agreed", "as the truce requires, the north removed its nets"."""
        if n > 1:
            verb = self._verb_before(sentence, n)
            run = [t for t in sentence[:n] if verb is not None and t.i >= verb.i]
        else:
            comma = next((k for k, t in enumerate(sentence) if t.text == "," and k > n), len(sentence))
            main = [t for t in sentence[comma:] if t.pos == "VERB" and t.dep in ("ROOT", "ccomp")]
            verb = main[0] if main and main[0].tag == "VBD" else None
            run = [t for t in sentence if verb is not None and t.i >= verb.i]
        if verb is None or self.parse.children(verb, "auxpass") or verb.lemma in self.speech or verb.tag == "VBG":
            return
        near = sentence[n : n + _FAR]
        by_text = any(self._is_text(t) for t in near)
        would = any(k.tag == "MD" for k in self.parse.children(verb, "aux"))
        said = any(a.lemma in self.speech for a in self.parse.ancestors(verb))
        said = said and not would and not self._is_asked(verb)
        if not (self._is_left_undone(verb) or by_text or would) or said:
            # "He said that the two went hand in hand, as agreed": what somebody says of what was done.
            return
        if not self.parse.children(verb, "dobj", "prep", "prt", "xcomp", "ccomp"):
            return
        for first, last in items(self.parse, run)[:1]:
            yield Term(first, last, PROMISED)

    def _is_left_undone(self, verb: Token) -> bool:
        """Whether somebody did not do it: "did not leave", "has yet to free", "failed to reopen", "refused to pay"."""
        above = self.parse.tokens[verb.head]
        return self._is_denied(verb) or self._is_denied(above) or (verb.tag == "VB" and verb.dep == "xcomp")

    def _verb_before(self, sentence: Sequence[Token], n: int) -> Token | None:
        """The verb of what was or was not done "as agreed": the last one that is no part of another's clause."""
        verbs = [t for t in sentence[:n] if t.pos == "VERB" and t.dep not in ("amod", "acl", "relcl", "compound")]
        return verbs[-1] if verbs else None

    # ------------------------------------------------------------------ "What the army must do is leave the mill"

    def _what_is(self, rest: Sequence[Token]) -> Iterator[Term]:
        at = next(
            (k for k, t in enumerate(rest[:_FAR]) if k > 1 and t.lower in BE and self._says_what(rest[1:k])), None
        )
        if at is None or at + 2 >= len(rest):
            return
        inner, said = rest[1:at], rest[at + 1 :]
        if inner[-1].lemma in self.forbids:
            # "What the accord forbids is the sale of oil": the sale alone would say the opposite.
            for _, last in items(self.parse, said, nouns=True)[:1]:
                yield Term(rest[0], last, BY_TEXT, "ban")
            return
        for first, last in items(self.parse, said, nouns=inner[-1].lower != "do" and said[0].lower != "that"):
            yield Term(first, last, BY_TEXT, "says")

    def _says_what(self, inner: Sequence[Token]) -> bool:
        """Whether the words between "what" and "is" say what is owed: "the army must do", "the accord demands"."""
        if inner[-1].lower == "do":
            return len(inner) > 1 and (inner[-2].lower == "to" or inner[-2].lower in MODALS)
        if inner[-1].lemma in AGREES | {"sign"} and inner[-1].tag in ("VBN", "VBD"):
            # "What was agreed", "what both sides signed"
            return not any(t.lower in ("i", "we", "not") for t in inner)
        return inner[-1].lemma in self._lists_terms and any(self._is_text(t) for t in inner)

    def _among(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "Among the terms is a halt to conscription", "central to the protocol is the return of the archive"."""
        at = next((k for k, t in enumerate(sentence[:_FAR]) if t.lower in BE), None)
        if at is None or at < 2 or at + 3 >= len(sentence):
            return
        lead = sentence[:at]
        if any(t.dep.startswith("nsubj") or t.pos == "VERB" for t in lead):
            return
        named = [t for t in lead if self._is_text(t) or t.lemma in THINGS]
        if not named and lead[-1].lower in ("them", "these") and lead[0].i:
            # "The text has five points. Among them are an end to flights and ..."
            before = self.parse.tokens[max(0, lead[0].i - _SHORT) : lead[0].i]
            named = [t for t in before if t.lemma in THINGS]
        among = lead[0].lower == "among" or any(t.lower in _CENTRAL for t in lead[:3])
        if not among or not named or sentence[at + 1].pos not in ("DET", "NOUN", "ADJ", "NUM"):
            return
        for first, last in items(self.parse, sentence[at + 1 :], nouns=True):
            yield Term(first, last, BY_TEXT)

    # ------------------------------------------------------------------ what a text does

    def _end_of(self, sentence: Sequence[Token], verb: Token) -> int:
        """Where a clause with "which" ends: also behind what parsers tie to another verb, "[, hand over the fields]"."""
        last = self.parse.subtree(verb)[-1].i
        after = self.parse.tokens[last + 1 : min(last + 4, sentence[-1].i + 1)]
        told = next((n for n, t in enumerate(after) if t.text != "," and t.lower not in ("and", "or")), 0)
        main = next((t for t in sentence if t.dep == "ROOT"), verb)
        goes_on = told > 0 and main.i < verb.i and after[told].tag == "VB"
        behind = [t for t in sentence if t.i > last]
        # "A paper that includes a halt to shelling, the reopening of the airport and a swap"
        lists = told > 0 and verb.lemma in self.lists and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in behind)
        return sentence[-1].i if goes_on or lists else last

    def _called(self, text: Token, first: Token, last: Token) -> Token:
        """The first word of what a part of a text is on: of "the clause on prisoners" the clause, things alone are not owed."""
        inside = self.parse.tokens[first.i : last.i + 1]
        alone = first.i == text.i + 2 and not any(t.pos == "VERB" or self._is_deed(t) for t in inside)
        return text if alone and text.lemma in CLAUSES else first

    def _with_not(self, verb: Token) -> Token:
        """The first word of what is to be left off: "not to fly over the valley"."""
        lead = self.parse.tokens[max(0, verb.i - 2)]
        return lead if lead.lower in NEGATED and self.parse.tokens[verb.i - 1].lower == "to" else verb

    def _lays_down(self, verb: Token) -> bool:
        """Whether a verb that is no word of demanding tells what a text says, and not what came of it: "the accord returned
        the mill to its owners", but "the accord drew criticism"."""
        if verb.lemma == "make" and verb.tag in ("VBZ", "VBP"):
            # "Makes the army responsible for the convoys", but "makes no sense", "makes it clear"
            made = self.parse.children(verb, "ccomp", "oprd", "xcomp")
            return any(k.pos == "NOUN" for m in made for k in self.parse.children(m, "nsubj")) and made[0].tag != "VB"
        if verb.tag in ("VBZ", "VBP"):
            return verb.lemma not in self.no_terms
        if verb.tag != "VBD" or verb.lemma not in self.does:
            return False
        if verb.lemma == "make":
            # "Made the monastery a neutral zone", but "made headlines"
            return any(k.pos == "NOUN" for k in self.parse.children(verb, "ccomp", "oprd", "xcomp"))
        return not any(t.lemma in _FIGURES for t in self.parse.subtree(verb) if t.i > verb.i)

    def _is_allotted(self, token: Token) -> bool:
        """Whether something was allotted by a text, "was assigned to a neutral company", rather than done under it."""
        verb = self.parse.tokens[token.head]
        return token.dep == "auxpass" and token.tag == "VBD" and verb.dep == "ROOT" and verb.lemma in _ALLOTS

    # ------------------------------------------------------------------ vows and tasks

    def _vowed(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "Both sides renounced the use of mines", "assured the envoys that the road would stay open"."""
        rest = self.parse.tokens[verb.i + 1 : sentence[-1].i + 1]
        if self._is_denied(verb):
            return
        if verb.lemma in _RENOUNCES:
            things = [t for t in self.parse.children(verb, "dobj") if t.pos == "NOUN" and not self._is_text(t)]
            for first, last in items(self.parse, [verb, *rest])[:1] if things else ():
                yield Term(first, last, PROMISED)
        elif verb.lemma in _ASSURES:
            that = next((n for n, t in enumerate(rest[:_NEAR]) if t.lower == "that"), None)
            would = that is not None and any(t.lower in ("would", "will") for t in rest[that : that + _FAR])
            if that is not None and that + 1 < len(rest) and rest[that + 1].pos == "PRON":
                # "Assured us that he would come back": what somebody says of himself.
                return
            for first, last in items(self.parse, self._up_to_teller(rest[that or 0 :]), owed=True)[:3] if would else ():
                yield Term(first, last, PROMISED)

    def _tasked(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "It falls to the police to guard the bridge", "was tasked with counting the dead", "the job of clearing ..."."""
        rest = self.parse.tokens[token.i + 1 : sentence[-1].i + 1]
        if len(rest) < 3:
            return
        begins: int | None = None
        if token.lemma == "fall" and rest[0].lower == "to" and self.parse.tokens[token.i - 1].lower == "it":
            whom = next((n for n, t in enumerate(rest[1:_NEAR], 1) if t.lower == "to"), None)
            named = [t for t in rest[1 : whom or 1] if t.pos == "PROPN" or t.lemma in self.people]
            begins = whom + 1 if whom is not None and named else None
        elif token.lower in _TASKED or (token.pos == "NOUN" and token.lemma in _TASKS):
            lead = _TASKED.get(token.lower, "of")
            begins = (
                1 if rest[0].lower == lead and rest[1].tag == "VBG" and not self._is_blame(token, rest[1]) else None
            )
        if begins is not None:
            for first, last in items(self.parse, rest[begins:])[:2]:
                if last.i > first.i and last.pos != "PRON":
                    yield Term(first, last, OWED)

    def _is_blame(self, token: Token, deed: Token) -> bool:
        """Whether somebody is said to have done it: "is responsible for shelling the market"."""
        past = any(t.lower in ("was", "were", "been") for t in self.parse.tokens[max(0, token.i - 3) : token.i])
        return token.lower == "responsible" and (past or deed.lemma in self.hostile)

    def _granted(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "The brigades were given a fortnight to pull back", "the accord allows them ten days to leave"."""
        rest = self.parse.tokens[verb.i + 1 : sentence[-1].i + 1]
        to = next((n for n, t in enumerate(rest[:9]) if t.lower == "to"), None)
        if verb.lemma not in _GRANTS or to is None or len(rest) < to + 3 or rest[to + 1].tag != "VB":
            return
        between = rest[:to]
        if any(t.lemma in _SPANS or t.lower == "until" or t.entity in TIMES for t in between):
            for first, last in items(self.parse, self._up_to_teller(rest[to + 1 :]), owed=True)[:3]:
                yield Term(first, last, BY_TEXT)


def _led_once(words: Sequence[Token]) -> Sequence[Token]:
    """What is agreed on, without the word that leads to each part: "to the lifting of the siege, [to] a halt in fighting"."""
    again = {
        t.i
        for before, t, after in zip(words[1:], words[2:], words[3:], strict=False)
        if t.lower == words[0].lower and (before.text == "," or before.pos == "CCONJ") and after.entity not in TIMES
    }
    return [t for t in words[1:] if t.i not in again]
