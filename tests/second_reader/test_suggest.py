"""What is shown of an answer: spans of the text and our own codes, nothing else; the rest is counted by kind."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.second_reader.stub import completion, serving
from tests.second_reader.texts import EXCLUDES, FINDS, ORIGINAL, STANCES, document, read, report, span
from trucewatch.core.suggestions import UNMATCHED_KINDS, SecondReading
from trucewatch.second_reader.reader import instruction, passages
from trucewatch.second_reader.suggest import MOST_ENTRIES, PassageText, match_all, suggestions

REFUSED = "The Council will not withdraw"


def check(*entries, of=None):
    """Suggestions and counts for entries about the whole text."""
    of = of or report()
    passage = PassageText(of.document, 0, len(of.document.text))
    matches, unmatched = match_all(passage, entries, STANCES)
    return suggestions(of, matches, STANCES), {kind: number for kind, number in unmatched.items() if number}


def with_(**values):
    return EXCLUDES | values


def test_a_suggestion_has_the_words_of_the_original_and_not_of_the_answer():
    [found], unmatched = check(EXCLUDES)
    assert found.quote.span == span("the truce “does not cover”\nits bridge guard")
    assert found.speaker == span("the Northern Council’s spokesman")
    assert found.said_on == span("On 5 March 2024")
    assert found.about == span("the truce")
    assert (found.id, found.stance, found.axis) == ("suggestion_1", "REINTERPRET_EXCLUDE", "speech")
    assert unmatched == {}


def test_typographic_marks_and_line_ends_may_be_as_in_the_original():
    assert check(
        with_(quote="the truce “does not cover”\nits bridge guard", speaker="the Northern Council’s spokesman")
    )[0]


def test_what_the_answer_leaves_open_stays_open():
    [found], _ = check({"quote": "Monitors found no heavy weapons", "stance": "assess", "speaker": None, "said_on": ""})
    assert (found.stance, found.speaker, found.said_on, found.about) == ("ASSESS", None, None, None)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (with_(quote="the Council broke the truce on purpose"), "invented-quote"),
        (with_(quote='The truce "does not cover" its bridge guard'), "invented-quote"),
        (with_(quote="ridge guar"), "invented-quote"),
        (with_(quote="…"), "invented-quote"),
        (with_(quote="the Northern Council's spokesman … shelling a school"), "stitched-quote"),
        (with_(quote="the Northern Council's spokesman [...] shelling a school"), "stitched-quote"),
        (with_(quote="the truce \"does not cover\" its bridge guard near the bridge said on Tuesday."), "stitched-quote"),
        (with_(quote="its bridge guard. The Council of shelling a school"), "stitched-quote"),
        (with_(quote="its bridge guard of shelling a school found no heavy weapons"), "stitched-quote"),
        (with_(quote="The Council will not withdraw", speaker=None), "ambiguous-quote"),
        (with_(stance="REFUSE"), "unknown-stance"),
        (with_(stance="ACCUSE, DENY_CONDUCT"), "unknown-stance"),
        (with_(speaker="General Haddad"), "speaker-not-in-text"),
        (with_(speaker="Counci"), "speaker-not-in-text"),
        (with_(said_on="5 March 2025"), "date-not-in-text"),
        (with_(said_on="2024-03-05"), "date-not-in-text"),
        (with_(about="the Two Rivers truce"), "about-not-in-text"),
        ("The Council will not withdraw", "wrong-type"),
        (None, "wrong-type"),
        ([], "wrong-type"),
        ({}, "wrong-type"),
        (with_(quote=""), "wrong-type"),
        (with_(quote=None), "wrong-type"),
        (with_(quote=["the truce"]), "wrong-type"),
        (with_(stance=3), "wrong-type"),
        (with_(speaker={"name": "the Council"}), "wrong-type"),
        (with_(said_on=2024), "wrong-type"),
        (with_(about=False), "wrong-type"),
    ],
)  # fmt: skip
def test_an_entry_that_is_not_in_the_text_is_counted_and_not_shown(entry, kind):
    assert check(entry) == ((), {kind: 1})
    assert check(entry, FINDS)[1] == {kind: 1}
    assert len(check(entry, FINDS)[0]) == 1


def test_every_kind_says_what_it_is():
    assert all(UNMATCHED_KINDS.values())


@pytest.mark.parametrize(("speaker", "place"), [("spokesman", 0), ("the Front", 1)])
def test_of_several_places_the_one_nearest_to_the_speaker_is_taken(speaker, place):
    [found], _ = check({"quote": REFUSED, "stance": "DECLARE_CONTINUE", "speaker": speaker})
    assert found.quote.span.start == [m.start() for m in re.finditer(REFUSED, ORIGINAL)][place]


def test_the_same_entry_twice_is_one_suggestion():
    found, unmatched = check(EXCLUDES, EXCLUDES, with_(stance="reinterpret_exclude "))
    assert len(found) == 1
    assert unmatched == {"given-twice": 2}


def test_more_entries_than_a_passage_can_hold_are_counted():
    found, unmatched = check(*[with_(stance="X")] * (MOST_ENTRIES + 7))
    assert (found, unmatched) == ((), {"unknown-stance": MOST_ENTRIES, "over-the-limit": 7})


def test_suggestions_stand_in_the_order_of_the_text():
    found, _ = check(FINDS, EXCLUDES)
    assert [s.id for s in found] == ["suggestion_1", "suggestion_2"]
    assert [s.stance for s in found] == ["REINTERPRET_EXCLUDE", "THIRD_PARTY_FINDING"]


# --------------------------------------------------------------------------- beside the claims of the rules


@pytest.mark.parametrize("speaker", ["the Northern Council's spokesman", "spokesman", "its"])
def test_a_suggestion_that_repeats_a_claim_agrees_with_it(speaker):
    assert check(with_(speaker=speaker))[0][0].agrees_with == "k1"


@pytest.mark.parametrize(
    "entry",
    [
        with_(stance="REINTERPRET_NARROW"),
        with_(speaker="The Valley Front"),
        with_(speaker=None),
        with_(quote="shelling a school"),
        FINDS,
    ],
)
def test_any_other_suggestion_is_new(entry):
    assert check(entry)[0][0].agrees_with is None


def test_the_authors_own_claims_agree_where_no_speaker_is_given():
    known = report()
    of = replace(known, claims=(replace(known.claims[0], speaker=None),))
    assert check(with_(speaker=None), of=of)[0][0].agrees_with == "k1"
    assert check(EXCLUDES, of=of)[0][0].agrees_with is None


# --------------------------------------------------------------------------- passages


@given(st.lists(st.integers(1, 14_000), max_size=8))
def test_every_word_is_in_exactly_one_passage_of_bounded_length(sizes):
    text = "\n\n".join(("word. " * 3000)[:size].strip() or "x" for size in sizes) or "x"
    found = passages(document(text))
    assert all(end - start <= 6000 for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert " ".join(" ".join(text[start:end] for start, end in found).split()) == " ".join(text.split())


def test_a_text_without_a_space_is_cut_anyway():
    assert [end - start for start, end in passages(document("x" * 13_000))] == [6000, 6000, 1000]


# --------------------------------------------------------------------------- the instruction


def test_the_instruction_names_every_stance_and_gives_no_example():
    text = instruction(STANCES)
    assert all(f"\n{code}: " in text for code in STANCES)
    prose = text.split("The codes, each")[0]
    assert re.search(r"\d", prose) is None
    assert set(re.findall(r'"([^"]*)"', prose)) == {"claims", "quote", "stance", "speaker", "said_on", "about"}
    # A capital inside a sentence would be a name, and a name could come back as an answer.
    assert set(re.findall(r"(?<![.\n:])\s([A-Z]\w*)", prose)) <= {"JSON"}


def test_words_of_the_instruction_never_come_back_as_suggestions():
    words = instruction(STANCES).split()
    copied = [" ".join(words[at : at + length]) for at in range(len(words)) for length in (3, 8, 20)]
    for start in range(0, len(copied), MOST_ENTRIES):
        entries = [{"quote": quote, "stance": "ACCUSE"} for quote in copied[start : start + MOST_ENTRIES]]
        assert check(*entries)[0] == ()
    for value in copied:
        for name in ("speaker", "said_on", "about"):
            assert check(with_(**{name: value}))[0] == ()


# --------------------------------------------------------------------------- the law


def spans_of(reading: SecondReading):
    for suggestion in reading.suggestions:
        yield suggestion.quote.span
        yield from filter(None, (suggestion.speaker, suggestion.said_on, suggestion.about))


TEXT = report().document.text
PIECES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60)).map(lambda at: TEXT[at[0] : at[0] + at[1]])
VALUES = st.none() | PIECES | st.text(max_size=20) | st.integers() | st.lists(PIECES, max_size=2)
ENTRIES = st.fixed_dictionaries(
    {"quote": PIECES | VALUES, "stance": st.sampled_from(list(STANCES)) | VALUES},
    optional={"speaker": VALUES, "said_on": VALUES, "about": VALUES},
)
JSON = st.recursive(
    st.none() | st.floats() | st.text() | ENTRIES, lambda v: st.lists(v) | st.dictionaries(st.text(), v)
)


@pytest.fixture(scope="module")
def echo():
    """A server that says whatever the test has put into `saying`."""
    saying = {}
    with serving(lambda exchange: exchange.send(200, saying["body"])) as stub:
        yield stub, saying


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries=st.lists(ENTRIES, max_size=8) | JSON, as_claims=st.booleans())
def test_whatever_the_server_answers_every_span_is_exact(echo, entries, as_claims):
    stub, saying = echo
    saying["body"] = completion(json.dumps({"claims": entries} if as_claims else entries))
    reading = read(stub.url)
    for found in spans_of(reading):
        assert found.exact
        assert ORIGINAL[found.start : found.end] == found.exact
    assert {s.stance for s in reading.suggestions} <= set(STANCES)
    if as_claims and isinstance(entries, list):
        # Nothing is dropped silently.
        assert len(reading.suggestions) + sum(reading.unmatched.values()) == len(entries)
    assert (reading.answered == 1) == (reading.faults == ())


@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=300))
def test_whatever_bytes_come_there_is_a_reading(echo, body):
    stub, saying = echo
    saying["body"] = body
    assert len(read(stub.url).faults) == 1
