"""Segmentation: one test per layout, and what holds for every text."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paths import SHARED
from trucewatch.core.model import Block, BlockKind, Clause, ClauseKind, Document
from trucewatch.core.quotes import Repairs
from trucewatch.core.repairs import find_repairs
from trucewatch.steps.segment import segment

GOLD = Path(__file__).parents[1] / "gold" / "agreements"
TEXTS = sorted((SHARED / "cases" / "agreements").glob("*.txt")) + sorted(GOLD.glob("dev/*.txt"))


def document(text: str, blocks: tuple[Block, ...] = ()) -> Document:
    return Document("a.txt", hashlib.sha256(text.encode()).hexdigest(), text, text, Repairs(), blocks, "en")


def outline(text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[str, str]]:
    """(id, own words) of every clause."""
    made = document(text, blocks)
    return [(c.id, made.text[c.start : c.end]) for c in segment(made)]


def headings(text: str) -> dict[str, str]:
    return {c.id: c.heading.exact for c in segment(document(text)) if c.heading}


def kinds(text: str) -> dict[str, ClauseKind]:
    return {c.id: c.kind for c in segment(document(text))}


def test_lone_numbers_on_their_lines() -> None:
    text = "Memorandum\nKado, 3 May 2021\n\nThe sides have agreed as follows:\n\n1.\nStop all fire.\n\n2.\n\nLift the siege.\n"
    assert outline(text) == [
        ("title", "Memorandum"),
        ("title_2", "Kado, 3 May 2021"),
        ("preamble", "The sides have agreed as follows:"),
        ("point_1", "Stop all fire."),
        ("point_2", "Lift the siege."),
    ]


ARTICLES = """Accord of Tana

PREAMBLE

The Parties,
Recalling the talks in Tana;
Have agreed as follows:

Article One
End of fighting

The Parties shall stop fighting.

The Parties shall:
withdraw their tanks;
free all captives; and
open the road.

Article Two
Follow-up

A commission shall meet weekly.
"""


def test_articles_in_words_with_unnumbered_paragraphs_and_an_unmarked_list() -> None:
    assert outline(ARTICLES)[5:] == [
        ("art_1", ""),
        ("art_1__para_1", "The Parties shall stop fighting."),
        ("art_1__para_2", "The Parties shall:"),
        ("art_1__para_2__point_a", "withdraw their tanks;"),
        ("art_1__para_2__point_b", "free all captives; and"),
        ("art_1__para_2__point_c", "open the road."),
        ("art_2", ""),
        ("art_2__para_1", "A commission shall meet weekly."),
    ]
    assert headings(ARTICLES) == {"preamble": "PREAMBLE", "art_1": "End of fighting", "art_2": "Follow-up"}


def test_a_heading_of_one_word_after_the_article() -> None:
    text = "Truce\n\nArticle 2\nMonitoring\nA commission meets weekly.\n"
    assert headings(text) == {"art_2": "Monitoring"}
    assert outline(text)[-1] == ("art_2__para_1", "A commission meets weekly.")


def test_decimal_numbers_nest_and_their_titles_are_headings() -> None:
    text = "Truce\n\n1. Scope\n1.1 It covers all fronts.\n1.2 It binds all.\n2. Monitoring\n2.1 Observers come.\n2.1.1 They report.\n"
    assert outline(text)[1:] == [
        ("point_1", ""),
        ("point_1__point_1", "It covers all fronts."),
        ("point_1__point_2", "It binds all."),
        ("point_2", ""),
        ("point_2__point_1", "Observers come."),
        ("point_2__point_1__point_1", "They report."),
    ]
    assert headings(text) == {"point_1": "Scope", "point_2": "Monitoring"}


def test_letters_and_roman_numerals_nest() -> None:
    text = "Truce\n\n1. The Parties shall:\n(a) stop all fire, including:\n(i) shelling;\n(ii) sniping;\n(b) leave.\n2. It lasts ten days.\n"
    assert [clause_id for clause_id, _ in outline(text)[1:]] == [
        "point_1",
        "point_1__point_a",
        "point_1__point_a__point_i",
        "point_1__point_a__point_ii",
        "point_1__point_b",
        "point_2",
    ]
    assert kinds(text)["point_1__point_a__point_i"] is ClauseKind.SUBPOINT


def test_the_letter_i_after_h_is_no_roman_numeral() -> None:
    text = "Truce\n\n1. The Parties shall:\n(g) stop;\n(h) meet;\n(i) leave;\n(j) report.\n"
    assert [clause_id for clause_id, _ in outline(text)[2:]] == [f"point_1__point_{x}" for x in "ghij"]


def test_two_marks_on_one_line_open_two_levels() -> None:
    text = "Truce\n\n5. (1) The Parties shall stop.\n(2) They shall leave.\n"
    assert outline(text)[1:] == [
        ("point_5", ""),
        ("point_5__point_1", "The Parties shall stop."),
        ("point_5__point_2", "They shall leave."),
    ]


def test_parts_stand_over_articles() -> None:
    text = "Truce\n\nPART I\nGENERAL\n\nArticle 1\nStop at once.\n\nPART II\nMONITORING\n\nArticle 2\nObservers come.\n"
    assert outline(text)[1:] == [
        ("part_i", ""),
        ("art_1", ""),
        ("art_1__para_1", "Stop at once."),
        ("part_ii", ""),
        ("art_2", ""),
        ("art_2__para_1", "Observers come."),
    ]
    assert headings(text) == {"part_i": "GENERAL", "part_ii": "MONITORING"}


def test_sections() -> None:
    text = "Truce\n\nSection 1. Fire\nThe Parties shall stop.\n\nSection 2. Roads\nThe Parties shall open the road.\n"
    assert outline(text)[1:] == [
        ("art_1", ""),
        ("art_1__para_1", "The Parties shall stop."),
        ("art_2", ""),
        ("art_2__para_1", "The Parties shall open the road."),
    ]
    assert headings(text) == {"art_1": "Fire", "art_2": "Roads"}


def test_ordinals_in_words() -> None:
    text = "The sides agreed on the following:\nFirst: To stop all fire.\nSecond: To open the road.\n"
    assert outline(text)[1:] == [("point_1", "To stop all fire."), ("point_2", "To open the road.")]


def test_an_annex_restarts_the_numbers() -> None:
    text = "Truce\n\n1. Stop.\n2. Leave.\n\nAnnex A\nMap of positions\n\n1. Stay north.\n\nAnnex B\n\n1. Wear badges.\n"
    assert outline(text)[1:] == [
        ("point_1", "Stop."),
        ("point_2", "Leave."),
        ("annex_a", ""),
        ("annex_a__point_1", "Stay north."),
        ("annex_b", ""),
        ("annex_b__point_1", "Wear badges."),
    ]


def test_the_signature_block_is_one_clause_and_a_note_may_follow_it() -> None:
    text = (
        "Truce\n\n1. The Parties shall stop.\n\nDone at Tana on 3 May 2021.\n\nFor the Government\nA. Bel\n\n"
        "For the Movement\nC. Dor\n\n1\nThis note was added by the archive and says where the text was found.\n"
    )
    found = outline(text)
    assert [clause_id for clause_id, _ in found] == ["title", "point_1", "signature", "footnote"]
    assert found[2][1].rstrip().endswith("C. Dor")
    assert found[3][1].startswith("This note")


@pytest.mark.parametrize("gap", ["", "\n"])
def test_abbreviations(gap: str) -> None:
    text = f"Truce\n\nABBREVIATIONS\n{gap}JMC: Joint Monitoring Commission\n{gap}UN: United Nations\n\n1. The JMC shall meet.\n"
    assert outline(text)[1:] == [
        ("abbreviations", "JMC: Joint Monitoring Commission"),
        ("abbreviations_2", "UN: United Nations"),
        ("point_1", "The JMC shall meet."),
    ]


def test_hard_wrapped_lines_are_one_clause() -> None:
    text = (
        "Truce Agreement\n\n1. The Parties shall stop all military operations on land, at sea\n"
        "and in the air from midnight and shall remain in the positions that\nthey held at that hour until the "
        "Commission decides otherwise.\n2. The Parties shall give the Commission within two days a full list\n"
        "of their positions, their heavy weapons and their minefields, with\nmaps to a scale that the Commission sets.\n"
    )
    found = outline(text)
    assert [clause_id for clause_id, _ in found] == ["title", "point_1", "point_2"]
    assert found[1][1].endswith("otherwise.")


def test_markdown_headings() -> None:
    text = "# Truce\n\n## Fire\n\n1. The Parties shall stop.\n\n## Roads\n\n2. The Parties shall open the road.\n"
    assert headings(text) == {"hd_1": "Fire", "hd_2": "Roads"}
    assert [words for _, words in outline(text) if words] == [
        "Truce",
        "The Parties shall stop.",
        "The Parties shall open the road.",
    ]


def test_numbers_that_only_the_file_format_knows() -> None:
    lines = ["Truce", "The Parties shall:", "stop;", "leave."]
    text, blocks = "", []
    for line, number in zip(lines, (None, "1.", "(a)", "(b)"), strict=True):
        kind = BlockKind.LIST_ITEM if number else BlockKind.HEADING
        blocks.append(Block(len(text), len(text) + len(line), kind, number=number))
        text += line + "\n"
    assert outline(text, tuple(blocks))[1:] == [
        ("point_1", "The Parties shall:"),
        ("point_1__point_a", "stop;"),
        ("point_1__point_b", "leave."),
    ]


def test_a_waiver_behind_a_clause_leaves_the_clause() -> None:
    made = document(
        "Truce\n\n1. The road opens. [accepted-ambiguity: TIME001, no date yet, the Commission, 1 June 2027]\n2. The port opens.\n"
    )
    assert [made.text[c.start : c.end] for c in segment(made) if c.operative] == ["The road opens.", "The port opens."]


def test_waiver_comments_are_no_clauses() -> None:
    text = (
        "Truce\n\n1. Stop soon.\n<!-- accepted-ambiguity: TIME002, the road is mined, JMC, 1 June 2027 -->\n2. Leave.\n"
    )
    assert outline(text)[1:] == [("point_1", "Stop soon."), ("point_2", "Leave.")]


def test_definitions_are_of_their_own_kind() -> None:
    text = 'Truce\n\nArticle 1\nDefinitions\n\n(a) "Fire" means any shot;\n\nArticle 2\n"Road" means the road to Ain.\n'
    found = kinds(text)
    assert found["art_1__point_a"] is ClauseKind.DEFINITION
    assert found["art_2__para_1"] is ClauseKind.DEFINITION


@pytest.mark.parametrize(
    "chapeau",
    ["The following acts are prohibited:", "The following movements are permitted:", "Each Party undertakes:"],
)
def test_a_chapeau_that_binds_is_no_enacting_formula(chapeau: str) -> None:
    assert outline(f"{chapeau}\n(a) attacks;\n(b) arrests.")[0] == ("para_1", chapeau)


def test_a_text_of_one_sentence_is_its_own_clause() -> None:
    assert outline("The Parties shall stop.") == [("para_1", "The Parties shall stop.")]


def test_an_empty_text_has_no_clauses() -> None:
    assert outline("") == []
    assert outline(" \n\n\t\n") == []


def read(path: Path) -> Document:
    original = path.read_bytes().decode("utf-8")
    repairs = find_repairs(original)
    return Document(path.name, "0" * 64, original, repairs.apply(original), repairs, (), "en")


def assert_lawful(made: Document, clauses: tuple[Clause, ...]) -> None:
    ids = [c.id for c in clauses]
    assert len(ids) == len(set(ids))
    assert all(c.parent is None or c.parent in ids[: ids.index(c.id)] for c in clauses)
    at = 0
    for clause in clauses:
        assert at <= clause.start <= clause.end <= len(made.text)
        at = clause.end
        for span in (clause.span, clause.heading):
            assert span is None or made.original[span.start : span.end] == span.exact
        if clause.heading:
            assert clause.start == clause.end
        elif clause.span:
            assert made.span(clause.start, clause.end) == clause.span


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_ids_are_unique_and_clauses_follow_the_text(path: Path) -> None:
    made = read(path)
    clauses = segment(made)
    assert sum(c.operative for c in clauses) >= 10
    assert_lawful(made, clauses)


PIECES = st.sampled_from(
    [
        "Article 1",
        "ARTICLE TWO",
        "PART I",
        "Annex",
        "Annex B",
        "1.",
        "2. The Parties shall stop.",
        "1.1 They shall leave.",
        "5. (1) They shall meet.",
        "(a) stop; and",
        "(i) leave;",
        "- meet",
        "I. FIRE",
        "First: To stop.",
        "",
        "Monitoring",
        "ABBREVIATIONS",
        "JMC: Joint Commission",
        "The Parties have agreed as follows:",
        "The Parties shall:",
        "For the Government",
        "Done at Tana on 3 May 2021",
        "and",
        "1",
        "## Roads",
        "accepted-ambiguity: x",
        "the road to Ain and the bridge over the river and all the ways between the two towns",
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_any_mixture_of_layouts_is_taken_apart_lawfully(pieces: list[str]) -> None:
    made = document("\n".join(pieces))
    assert_lawful(made, segment(made))


@given(st.text(max_size=300))
def test_any_text_is_taken_apart_lawfully(text: str) -> None:
    made = document(text)
    assert_lawful(made, segment(made))
