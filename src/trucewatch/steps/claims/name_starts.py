"""Where the name of a body begins: with the country whose it is, with its number, and with the "General" of a staff."""

from collections.abc import Container, Set

from trucewatch.core.parse import Parse, Token

_OWNS = frozenset({"'s", "’s", "'", "’"})
# With other such words they name a body that many have: "Federal Security Service", "High Command".
_OF_MANY = frozenset(
    "general high supreme federal central joint service command headquarters directorate office attorney prosecutor "
    "ombudsman commissioner police border intelligence armed forces".split()
)
UNITS = frozenset("brigade battalion division regiment corps company squadron bn btn bde div regt coy sqn".split())


def is_of_body(word: Token, head: Token, bodies: Container[str]) -> bool:
    """Whether a word that may be a rank is of a body's name: the "General" of "General Staff"."""
    return word.text[:1].isupper() and word.lower == "general" and head.lower in bodies


def with_owner(parse: Parse, first: Token, run: Token, head: Token, plain: Set[str]) -> Token:
    """Where a name begins that many bodies have: with its owner, "Ukraine's Foreign Ministry", "Attorney General's Office".

    `plain` are words that alone name no body in particular.
    """
    plain = plain | _OF_MANY
    if not {t.lower for t in parse.tokens[run.i : head.i + 1]} <= plain:
        return run
    found = start = run
    while start.i > first.i and parse.tokens[start.i - 1].pos == "PROPN" and parse.tokens[start.i - 1].lower in plain:
        # "The Polisario's High Command"
        start = parse.tokens[start.i - 1]
    while start.i >= first.i + 2:
        sign, owner = parse.tokens[start.i - 1], parse.tokens[start.i - 2]
        if sign.lower not in _OWNS or owner.pos != "PROPN":
            break
        found = start = owner
        while start.i > first.i and _is_beside(parse.tokens[start.i - 1], owner):
            found = start = parse.tokens[start.i - 1]
    return found


def _is_beside(before: Token, owner: Token) -> bool:
    """Whether a word is of an owner's name: the "South" of "South Sudan's"."""
    return before.pos == "PROPN" and before.head == owner.i and before.dep == "compound"


def with_number(parse: Parse, run: Token, head: Token) -> Token:
    """Where the name of a unit begins: with its number, "444 Brigade"."""
    before = parse.tokens[run.i - 1] if run.i else run
    numbered = before.text.isdigit() and before.end + 1 == run.start and run.text[:1].isupper()
    return before if numbered and head.lower.rstrip(".") in UNITS else run
