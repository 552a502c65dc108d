"""Whose papers a text speaks of: "a statement from X", "X's report", and "the statement" after it."""

from trucewatch.core.parse import Parse, Token

from .actors import ActorFinder
from .mentions import Entity

PAPERS = frozenset(
    "statement report letter tweet post communiqué communique message note article video interview memo comment response "
    "reaction readout account version reply answer log table record minute diary leaflet telegram cable e-mail email "
    "inquiry bulletin sheet weekly newsletter estimate tally assessment briefing denial answer word".split()
)


# What is seen or heard: nobody speaks in it whom the text does not name.
PICTURES = frozenset("video photograph photo picture footage image clip recording film".split())
_POSTS = frozenset("post publish release share circulate upload air".split())
_RELEASES = frozenset("press news media".split())


def is_paper(parse: Parse, token: Token) -> bool:
    """Whether a noun is something that is written and says things, a press release among them; the release of somebody is none."""
    release = token.lemma == "release" and any(k.lower in _RELEASES for k in parse.children(token, "compound", "nmod"))
    return token.lemma in PAPERS | PICTURES or release


class Papers:
    """Knows who wrote or issued what, and remembers it."""

    def __init__(self, actors: ActorFinder) -> None:
        self._actors = actors
        # By what it is called: whose was the last one.
        self._last: dict[str, Entity] = {}

    def author(self, parse: Parse, token: Token) -> Entity | None:
        """Whose paper it is, named beside it or before."""
        found = self.named_author(parse, token)
        if found is not None:
            self._last[token.lemma] = found
        return found or self._last_author(parse, token)

    def named_author(self, parse: Parse, token: Token) -> Entity | None:
        """Whose statement, report or post it is: "a statement from X", "X's report"."""
        for kid in parse.children(token, "poss", "compound", "nmod"):
            if kid.pos != "PRON" and kid.lower not in _RELEASES and self._actors.is_actor(kid):
                found = self._actors.entity(kid)
                if (
                    found is None
                    and is_paper(parse, token)
                    and kid.dep == "compound"
                    and parse.tokens[kid.i + 1].lower in _RELEASES | {token.lower}
                ):
                    # "Israeli army statement"
                    sorts = [
                        k.start
                        for k in parse.children(token, "amod", "compound")
                        if k.i < kid.i and k.text[0].isupper()
                    ]
                    found = self._actors.labelled(min([kid.start, *sorts]), kid.end, person=False)
                if found is not None:
                    return found
        above = parse.tokens[token.head]
        # "A video posted by the Front purports to show ...", where "posted" is taken for what the video did.
        taken = (
            [above] if above.lemma in _POSTS and token.dep == "nsubj" and parse.children(above, "agent", "prep") else []
        )
        for kid in (*parse.children(token, "prep", "agent", "acl"), *taken):
            inner = [*parse.children(kid, "pobj")]
            # "A note drawn up by the mission", and not "sent to both capitals on Tuesday".
            hands = [
                k
                for k in parse.children(kid, "agent", "prep")
                if (kid.dep != "acl" and kid not in taken) or k.lower in ("by", "from")
            ]
            inner += [i for below in hands for i in parse.children(below, "pobj")]
            found = self._actors.entity(inner[0]) if inner else None
            if found is not None and (kid.lower in ("from", "by", "of") or kid.dep == "acl" or kid in taken):
                return found
        return None

    def _last_author(self, parse: Parse, token: Token) -> Entity | None:
        """ "The post" after "the reply from X" is X's; an account may speak for itself."""
        definite = any(k.lower in ("the", "its", "their", "this") for k in parse.children(token, "det", "poss"))
        plural = any(k.lower == "their" for k in parse.children(token, "poss"))
        owner = next((k.lower for k in parse.children(token, "poss") if k.lower in ("his", "her")), None)
        if owner is not None and (person := self._actors.pronoun(owner)) is not None:
            return person
        if any(k.lower in ("the", "this") for k in parse.children(token, "det")) and token.lemma in self._last:
            # "The statement repeats ..." after "A Houthi statement".
            return self._last[token.lemma]
        found = self._actors.pronoun("they" if plural else "it") if definite else None
        if found is not None:
            return found
        if token.lemma in PICTURES:
            return None
        # "According to a leaked cable": a paper of unknown hand speaks for itself.
        return self._actors.entity(token) or (None if definite else self._actors.met(parse, token))
