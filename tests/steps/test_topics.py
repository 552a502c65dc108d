"""The words in which a claim says what it is about."""

import pytest

from tests.steps.reading_reports import document_of, parser
from trucewatch.steps.claims import report_passages
from trucewatch.steps.claims.topics import topic_of


def topic(text: str, *untold: str) -> str | None:
    """What a sentence speaks of, every noun, verb, adjective and number of it telling something, but for `untold`."""
    document = document_of(text)
    (passage,) = report_passages(document)
    parse = passage.relocate(parser().parse([passage.text], entities=True)[0])
    telling = [t for t in parse.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")]
    telling = [t for t in telling if t.entity not in ("DATE", "TIME") or t.pos == "NUM"]
    telling = [t for t in telling if t.text not in untold]
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
        ("The committee commended the front for having taken down five posts.", "taken down five posts"),
        ("The committee thanked the mayor for two bridges.", "committee thanked the mayor for two bridges"),
        ("No post would be given up.", "No post would be given up"),
        ("Two bridges were blown up.", "Two bridges were blown up"),
        ('The bus was an open "insult to the town".', "bus"),
        ("The handover of the mills: the guide speaks of two.", "handover of the mills"),
    ],
)
def test_a_topic_begins_with_what_is_said_and_ends_with_its_phrase(text, words):
    assert topic(text) == words


def test_a_verb_alone_names_nothing():
    assert topic("It was attacked.") is None


def test_a_topic_keeps_what_its_last_word_is_done_to_or_is_of():
    assert topic("The two camps have to keep their word.", "word") == "two camps have to keep their word"
    assert topic("They are police in the sense of the accord.", "accord") == "police in the sense of the accord"
    assert topic("The camps must return to their posts.", "posts") == "camps must return to their posts"


def test_a_part_of_a_text_keeps_its_name():
    assert topic("Article II speaks of two bridges.", "Article") == "Article II speaks of two bridges"
