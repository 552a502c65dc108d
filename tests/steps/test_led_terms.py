"""Terms that stand after the words that announce them, and lists whose items are counted."""

import pytest

from tests.steps.reading_reports import document_of, parser
from tests.steps.test_stated_terms import words
from trucewatch.core.parse import Parse, Token
from trucewatch.steps.claims import report_passages
from trucewatch.steps.claims.mending import mended
from trucewatch.steps.claims.stated_terms import TermFinder
from trucewatch.vocabulary.reports import report_vocabulary


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The parties agreed (1) to silence all guns, (2) to mark minefields and (3) to open the road.",
            ["silence all guns", "mark minefields", "open the road"],
        ),
        (
            "The accord provides for 1) the return of tools, 2) the return of shops.",
            ["the return of tools", "the return of shops"],
        ),
        (
            "The agreement calls for: a) the withdrawal of tanks; b) the release of prisoners.",
            ["the withdrawal of tanks", "the release of prisoners"],
        ),
        (
            "The two sides agreed, firstly, to free all prisoners and, secondly, to open the bridge.",
            ["free all prisoners", "open the bridge"],
        ),
        ("The parties agreed to free 20 prisoners and 3 officers.", ["free 20 prisoners and 3 officers"]),
        ("Both sides agreed to keep Article 5 (3) in force.", ["keep Article 5"]),
    ],
)
def test_what_counts_the_items_of_a_list_is_no_part_of_them(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The timetable is tight. Sixty days after signature both navies withdraw.", ["both navies withdraw"]),
        ("The accord sets a timetable. On the third day the army leaves the mill.", ["the army leaves the mill"]),
        (
            "The accord has three phases. In a first phase, the Hill Army frees its captives; in a second, the junta lifts "
            "the siege.",
            ["the Hill Army frees its captives", "the junta lifts the siege"],
        ),
        ("The accord was read out. On Friday the army leaves for the capital.", []),
        ("The accord has three phases. The army is weak.", []),
        ("Villagers are poor. On Friday the market opens at dawn.", []),
        ("The timetable is tight. On Friday the minister wants more rain.", []),
    ],
)
def test_the_steps_of_a_timetable(text, terms):
    assert words(text) == terms


def on_lines(text: str) -> list[str]:
    """The words of each term of a report of several lines."""
    document = document_of(text)
    passages = report_passages(document)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for passage, parse in zip(passages, parser().parse([p.text for p in passages], entities=True), strict=True):
        shift = len(tokens)
        tokens += (t.moved(shift, t.start, t.end) for t in passage.relocate(parse).tokens)
        sentences += ((low + shift, high + shift) for low, high in parse.sentences)
    vocabulary = report_vocabulary()
    found = TermFinder(mended(Parse(tuple(tokens), tuple(sentences)), vocabulary.speech), vocabulary).terms()
    return [document.text[t.first.start : t.last.end] for t in found]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Under the accord:\n- prisoners are exchanged by June\n- the airport reopens\n- both sides clear mines\n",
            ["prisoners are exchanged by June", "the airport reopens", "both sides clear mines"],
        ),
        (
            "The Front agreed to\n- surrender its missiles\n- vacate the port\n",
            ["surrender its missiles", "vacate the port"],
        ),
        ("Talks on the truce resumed on Monday.\n- The army was ready\n- The rebels were late\n", []),
        ("The government signed the accord:\n- a photo was taken\n", []),
    ],
)
def test_lines_under_words_that_announce_them(text, terms):
    assert on_lines(text) == terms
