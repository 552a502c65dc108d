"""The name that a text gives somebody whom it calls by an office first: "the delegate to the talks, alias Rosendo"."""

import re
from collections.abc import Container

from trucewatch.core.parse import Parse, Token

from .mentions import TITLES
from .phrase_bounds import names_place

# A person of unknown name "identified himself as" one.
_CALLED = re.compile(
    r"(?:, an? (?:[\w-]+ ){1,4}(?:named|called)\b|[^.;:\"“”\n]{0,40}?\b(?:known (?:only |locally )?as|alias|nicknamed|(?:by|under) the name(?: of)?"
    r"|(?:identif|introduc|call|styl)(?:ied|ying|ed|ing|es|s) (?:him|her)self(?: only)?(?: as)?"
    r"|(?:gave|gives|giving) (?:his|her) name(?: only)? as))\s+"
    r"[\"“'‘]?(?P<name>[A-Z][\w’'.-]*[\w](?: (?:[A-Z][\w’'-]*|(?:al|el|de|da|dos)\b)){0,3})"
)
_BETWEEN = frozenset("ADP DET ADJ NOUN PROPN PART NUM".split())
_FARTHEST, _LONGEST = 9, 7
_PARTICLES = frozenset("al el ul de da dos van von bin ibn ben".split())
_IN_FRONT = frozenset({"nmod", "compound", "amod", "poss"})
_BODIES = frozenset("GPE ORG NORP LOC DATE TIME FAC EVENT LAW CARDINAL".split())


def introduced(
    parse: Parse, head: Token, text: str, offices: Container[str], bodies: Container[str] = (), *, titled: bool = False
) -> tuple[int, int] | None:
    """Where the name stands by which somebody is introduced whom `head`, an office or a single person, calls; None without.

    `bodies` are words that no person's name has; with `titled` only a name behind a title counts: "The Chair, General X,".
    """
    above = parse.tokens[head.head]
    one = head.tag == "NNS" and above.lower == "of" and parse.tokens[above.head].lower == "one"
    if head.tag not in ("NN", "NNP") and not one:
        return None
    if titled and (head.lemma.lower() in bodies or head.dep == "pobj"):
        # "For the government, Mr. Bruton, ...": a body is nobody's office.
        return None
    if titled and head.dep in _IN_FRONT and above.i > head.i:
        # "The SPLM-IO deputy spokesperson, Col X": the name is the spokesperson's.
        return None
    hit = None if titled else _CALLED.match(text, head.end)
    if hit is not None:
        return hit.span("name")
    comma = _comma_behind(parse, head)
    found = _name_behind(parse, comma, offices, bodies, titled) if comma is not None else None
    if found is None or "\n" in text[head.end : found[0]]:
        return None
    last = next(t for t in parse.tokens[head.i :] if t.end == found[1])
    return None if names_place(parse, head, last) else found


def _comma_behind(parse: Parse, head: Token) -> Token | None:
    """The comma that ends "the chairman of the team from the Russian side", with no verb before it."""
    depth = 0
    for token in parse.tokens[head.i + 1 : head.i + 2 + _FARTHEST]:
        if token.text == "," and not depth:
            return token
        if token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif depth:
            continue
        elif token.lower in ("'s", "’s", "'") or (token.pos not in _BETWEEN and token.text != "-"):
            return None
    return None


def _name_behind(
    parse: Parse, comma: Token, offices: Container[str], bodies: Container[str], titled: bool
) -> tuple[int, int] | None:
    """The person's name between a comma and a stop: "Dr. Casto Valverde,"."""
    run: list[Token] = []
    at = comma.i + 1
    if [t.pos for t in parse.tokens[at : at + 2]] == ["DET", "NOUN"]:
        # "The movement's leader, the priest Augustin Senghor"
        at += 2
    behind = parse.tokens[at : at + 1 + _LONGEST]
    for token in behind:
        if token.pos != "PROPN" and token.text != "-" and token.lower not in _PARTICLES:
            break
        run.append(token)
    names = [t for t in run if t.lower.rstrip(".") not in offices and t.lower.rstrip(".") not in TITLES]
    after = behind[len(run)].lower if len(run) < len(behind) else ""
    if after not in (",", ":", "(", "of", "from", ".") or not names or run[-1].lower.rstrip(".") in offices:
        return None
    kinds = {t.entity for t in names} - {""}
    ranked = run[0].lower.rstrip(".")
    listed = len(run) + 1 < len(behind) and behind[len(run) + 1].pos == "CCONJ"
    if titled and (listed or (ranked not in TITLES and ranked not in offices)):
        return None
    person = "PERSON" in kinds or (len(names) < len(run) and not kinds & {"DATE", "TIME"})
    # Taggers take an unusual name for that of a body: "the chief of cabinet, Othmane Belkadi,".
    spelt = kinds == {"ORG"} and not any(t.lower in bodies or t.text.isupper() for t in names)
    if not person and (after in ("of", "from") or len(names) < 2 or (kinds & _BODIES and not spelt)):
        return None
    return run[0].start, run[-1].end
