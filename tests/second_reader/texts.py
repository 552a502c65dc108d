"""A report built by hand, with repairs, and the second reader over a server."""

from dataclasses import replace

from trucewatch.core.model import Actor, Block, Claim, Document, Report, Unlinked
from trucewatch.core.quotes import Span, quote_of
from trucewatch.core.repairs import find_repairs
from trucewatch.core.suggestions import SecondReading
from trucewatch.second_reader.client import ChatClient
from trucewatch.second_reader.reader import ChatReader
from trucewatch.vocabulary.reports import report_vocabulary

STANCES = report_vocabulary().stances
ORIGINAL = (
    "On 5 March 2024 the Northern Council’s spokesman said the truce “does not cover”\n"
    "its bridge guard. The Council will not withdraw.\n"
    "\n"
    "The Valley Front accused the Council of shelling a school. The Council will not withdraw, the Front said on\n"
    "Tuesday. Monitors found no heavy weapons near the bridge.\n"
)
EXCLUDES = {
    "quote": 'the truce "does not cover" its bridge guard',
    "stance": "REINTERPRET_EXCLUDE",
    "speaker": "the Northern Council's spokesman",
    "said_on": "On 5 March 2024",
    "about": "the truce",
}
FINDS = {
    "quote": "Monitors found no heavy weapons near the bridge",
    "stance": "THIRD_PARTY_FINDING",
    "speaker": "Monitors",
}


def document(original: str = ORIGINAL) -> Document:
    """The text with its repairs and a block for each paragraph."""
    repairs = find_repairs(original)
    text = repairs.apply(original)
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document("news.txt", "0" * 64, original, text, repairs, tuple(blocks), "en")


def span(words: str) -> Span:
    at = ORIGINAL.index(words)
    return Span(at, at + len(words), words)


def report() -> Report:
    """One claim that the rules have found: the spokesman excludes the bridge guard."""
    spokesman = span("the Northern Council’s spokesman")
    front = span("The Valley Front")
    excludes = Claim(
        "k1", "north", "REINTERPRET_EXCLUDE", "speech", Unlinked("none fits"),
        quote_of(ORIGINAL, span("does not cover”\nits bridge guard")),
    )  # fmt: skip
    actors = tuple(
        Actor(name, words, "armed_group", None, None, {}, (words,))
        for name, words in (("north", spokesman), ("front", front))
    )
    return Report(document(), actors=actors, claims=(excludes,))


def read(url: str, of: Report | None = None, **limits: float) -> SecondReading:
    """What the server at that address makes of the report."""
    return ChatReader(ChatClient(url, "small", **limits), STANCES).read(of or report())


def short_passages(number: int) -> Report:
    """A report that is asked about in so many passages."""
    sentence = "The Council will not withdraw from the bridge. "
    return replace(report(), document=document("\n\n".join(sentence * 100 for _ in range(number))), claims=())
