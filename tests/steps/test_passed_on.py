"""What somebody in a turn passes on of others: whose it is, and whom "it", "we" and "you" mean in it."""

import pytest

from .reading_reports import read, told

TURNS = ["HOST: Is the truce holding?", "ENVOY ITO: It is.", "HOST: In the port as well?", "ENVOY ITO: Yes."]


def last(turn: str, *, by: str = "ENVOY ITO") -> tuple[str | None, str]:
    """Who makes the last claim of a transcript that ends in a turn, and its stance."""
    return told(read("\n\n".join([*TURNS, f"{by}: {turn}"])))[-1]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The government has told us that it will open the road to Marib.", ("government", "COMMIT")),
        ("The rebels say that their fighters have left the port.", ("rebels", "CLAIM_COMPLIANCE")),
        ("The commanders told me that they have withdrawn from the port.", ("commanders", "CLAIM_COMPLIANCE")),
        ("The government denies that its planes bombed Hajjah.", ("government", "DENY_CONDUCT")),
    ],
)
def test_it_and_its_men_are_theirs_who_told_it(words, claim):
    assert last(words) == claim


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The army says your troops opened fire on a patrol last night.", ("army", "ACCUSE")),
        ("The army says that we attacked its post.", ("army", "ACCUSE")),
        ("The army says that our fighters attacked its post.", ("army", "ACCUSE")),
    ],
)
def test_we_and_you_are_not_those_who_told_it(words, claim):
    assert last(words, by="HOST" if "your" in words else "ENVOY ITO") == claim


@pytest.mark.parametrize(
    "words", ["I can tell you that we have withdrawn from the port.", "We say that our fighters have left the port."]
)
def test_whoever_speaks_of_himself_speaks_of_himself(words):
    assert last(words, by="COLONEL BAH") == ("COLONEL BAH", "CLAIM_COMPLIANCE")
