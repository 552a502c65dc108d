"""The words in which a claim says what it is about."""

import pytest

from tests.steps.reading_reports import document_of, parser
from trucewatch.steps.claims import report_passages
from trucewatch.steps.claims.topics import topic_of


def topic(text: str) -> str | None:
    """What a sentence speaks of, every noun, verb, adjective and number of it telling something."""
    document = document_of(text)
    (passage,) = report_passages(document)
    parse = passage.relocate(parser().parse([passage.text], entities=True)[0])
    telling = [t for t in parse.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")]
    telling = [t for t in telling if t.entity not in ("DATE", "TIME") or t.pos == "NUM"]
    found = topic_of(parse, telling, len(document.text))
    return document.text[found[0].start : found[1].end] if found is not None else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The committee accepted in private that abductions had to stop.", "abductions had to stop"),
        ("The envoy said the mayor knew that two bridges were closed.", "two bridges were closed"),
        ("The army began leaving Arawa on 8 June.", "army began leaving Arawa"),
        ("In private he told a newspaper that the two bridges were closed.", "two bridges were closed"),
        ("In connection with the raid the mayor closed two bridges.", "mayor closed two bridges"),
        ("No post would be given up.", "No post would be given up"),
        ("Two bridges were blown up.", "Two bridges were blown up"),
    ],
)
def test_a_topic_begins_with_what_is_said_and_ends_with_its_phrase(text, words):
    assert topic(text) == words


def test_a_verb_alone_names_nothing():
    assert topic("It was attacked.") is None
