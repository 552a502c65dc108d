"""Faults of taggers and parsers that are put right, on parses built by hand."""

from dataclasses import replace

from trucewatch.core.parse import Parse, Token
from trucewatch.steps.claims import mending
from trucewatch.steps.claims.mending import is_tree, mended


def parse_of(*rows: tuple[str, str, str, str, int]) -> Parse:
    """A sentence of (word, pos, tag, dep, head) rows."""
    tokens, at = [], 0
    for i, (word, pos, tag, dep, head) in enumerate(rows):
        lemma = word.lower().removesuffix("s") if tag == "NNS" else word.lower()
        tokens.append(Token(i, word, lemma, pos, tag, dep, head, at, at + len(word)))
        at += len(word) + 1
    return Parse(tuple(tokens), ((0, len(tokens)),))


def shown(parse: Parse) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.tag, t.dep, parse.tokens[t.head].text) for t in parse.tokens]


def test_a_capitalised_adjective_in_the_place_of_a_noun_is_a_name():
    parse = parse_of(
        ("Kigali", "ADJ", "JJ", "nsubj", 1), ("denies", "VERB", "VBZ", "ROOT", 1), ("it", "PRON", "PRP", "dobj", 1)
    )
    assert shown(mended(parse, {}))[0] == ("Kigali", "NNP", "nsubj", "denies")


def test_a_participle_under_the_only_noun_is_the_main_verb():
    parse = parse_of(
        ("The", "DET", "DT", "det", 1),
        ("militia", "NOUN", "NN", "ROOT", 1),
        ("boasted", "VERB", "VBN", "acl", 1),
        ("of", "ADP", "IN", "prep", 2),
        ("victory", "NOUN", "NN", "pobj", 3),
        (".", "PUNCT", ".", "punct", 1),
    )
    assert shown(mended(parse, {})) == [
        ("The", "DT", "det", "militia"),
        ("militia", "NN", "nsubj", "boasted"),
        ("boasted", "VBD", "ROOT", "boasted"),
        ("of", "IN", "prep", "boasted"),
        ("victory", "NN", "pobj", "of"),
        (".", ".", "punct", "boasted"),
    ]


def test_a_plural_noun_that_is_a_verb_of_saying_takes_the_noun_before_it_as_its_subject():
    parse = parse_of(
        ("The", "DET", "DT", "det", 2),
        ("movement", "NOUN", "NN", "compound", 2),
        ("pledges", "NOUN", "NNS", "ROOT", 2),
        ("to", "PART", "TO", "aux", 4),
        ("leave", "VERB", "VB", "xcomp", 2),
    )
    made = mended(parse, {"pledge": "promise"})
    assert shown(made)[:3] == [
        ("The", "DT", "det", "movement"),
        ("movement", "NN", "nsubj", "pledges"),
        ("pledges", "VBZ", "ROOT", "pledges"),
    ]
    assert shown(mended(parse, {})) == shown(parse)


def test_a_sentence_with_a_main_verb_is_left_alone():
    parse = parse_of(
        ("The", "DET", "DT", "det", 1),
        ("militia", "NOUN", "NN", "nsubj", 3),
        ("accused", "VERB", "VBN", "acl", 1),
        ("left", "VERB", "VBD", "ROOT", 3),
    )
    assert shown(mended(parse, {})) == shown(parse)


def test_the_clause_after_a_weekday_belongs_to_the_verb_of_saying():
    rows = (
        ("They", "PRON", "PRP", "nsubj", 1),
        ("informed", "VERB", "VBD", "ROOT", 1),
        ("us", "PRON", "PRP", "dobj", 1),
        ("on", "ADP", "IN", "prep", 1),
        ("Sunday", "PROPN", "NNP", "pobj", 3),
        ("that", "SCONJ", "IN", "mark", 7),
        ("tanks", "NOUN", "NNS", "nsubj", 7),
        ("left", "VERB", "VBD", "acl", 4),
    )
    parse = mended(parse_of(*rows), {"informed": "say"})
    assert shown(parse)[7] == ("left", "VBD", "ccomp", "informed")
    reasons = [(("grounds", "NOUN", "NNS", "pobj", 3) if word == "Sunday" else (word, *rest)) for word, *rest in rows]
    assert shown(mended(parse_of(*reasons), {"informed": "say"}))[7] == ("left", "VBD", "acl", "grounds")


def test_the_noun_before_a_main_verb_without_a_subject_is_its_subject():
    parse = parse_of(
        ("In", "ADP", "IN", "prep", 6),
        ("Buin", "PROPN", "NNP", "pobj", 0),
        (",", "PUNCT", ",", "punct", 1),
        ("the", "DET", "DT", "det", 5),
        ("commander", "NOUN", "NN", "compound", 5),
        ("Tovai", "PROPN", "NNP", "appos", 1),
        ("spoke", "VERB", "VBD", "ROOT", 6),
    )
    assert shown(mended(parse, {}))[5] == ("Tovai", "NNP", "nsubj", "spoke")


def test_the_pieces_of_a_hyphenated_noun_are_one_noun():
    tokens = [
        Token(0, "An", "a", "DET", "DT", "det", 1, 0, 2),
        Token(1, "ex", "ex", "NOUN", "NN", "nsubj", 4, 3, 5),
        Token(2, "-", "-", "NOUN", "NN", "nsubj", 4, 5, 6),
        Token(3, "fighter", "fighter", "NOUN", "NN", "nsubj", 4, 6, 13),
        Token(4, "spoke", "speak", "VERB", "VBD", "ROOT", 4, 14, 19),
    ]
    made = mended(Parse(tuple(tokens), ((0, 5),)), {})
    assert shown(made)[:4] == [
        ("An", "DT", "det", "fighter"),
        ("ex", "NN", "compound", "fighter"),
        ("-", "HYPH", "punct", "fighter"),
        ("fighter", "NN", "nsubj", "spoke"),
    ]


def test_the_noun_that_a_parser_took_into_a_date_is_the_subject():
    parse = parse_of(
        ("On", "ADP", "IN", "prep", 4),
        ("2", "NUM", "CD", "nummod", 3),
        ("March", "PROPN", "NNP", "compound", 3),
        ("militia", "NOUN", "NN", "pobj", 0),
        ("overran", "VERB", "VBD", "ROOT", 4),
    )
    assert shown(mended(parse, {}))[1:4] == [
        ("2", "CD", "nummod", "March"),
        ("March", "NNP", "pobj", "On"),
        ("militia", "NN", "nsubj", "overran"),
    ]


def test_the_participle_behind_an_apposition_is_the_main_verb():
    rows = (
        ("fronts", "NOUN", "NNS", "ROOT", 0),
        (",", "PUNCT", ",", "punct", 0),
        ("north", "NOUN", "NN", "conj", 0),
        (",", "PUNCT", ",", "punct", 2),
        ("accepted", "VERB", "VBN", "acl", 2),
    )
    assert shown(mended(parse_of(*rows), {}))[4] == ("accepted", "VBD", "ROOT", "accepted")
    without = [row if row[0] != "," else ("and", "CCONJ", "CC", "cc", 0) for row in rows]
    assert shown(mended(parse_of(*without), {}))[4] == ("accepted", "VBN", "acl", "north")


def test_the_pieces_of_a_name_with_a_hyphen_are_one_subject():
    parse = Parse(
        tuple(
            Token(i, word, word.lower(), pos, tag, dep, head, at, at + len(word))
            for i, (word, pos, tag, dep, head, at) in enumerate(
                [
                    ("adviser", "NOUN", "NN", "nsubj", 5, 0),
                    ("Nabil", "PROPN", "NNP", "appos", 0, 8),
                    ("al", "PROPN", "NNP", "nsubj", 5, 14),
                    ("-", "PROPN", "NNP", "nsubj", 5, 16),
                    ("Khatib", "PROPN", "NNP", "nsubj", 5, 17),
                    ("said", "VERB", "VBD", "ROOT", 5, 24),
                ]
            )
        ),
        ((0, 6),),
    )
    assert [(t.dep, parse.tokens[t.head].text) for t in mended(parse, {}).tokens] == [
        ("compound", "Khatib"),
        ("compound", "Khatib"),
        ("compound", "Khatib"),
        ("punct", "Khatib"),
        ("nsubj", "said"),
        ("ROOT", "said"),
    ]


def test_a_second_noun_phrase_behind_a_phrase_in_front_is_the_subject():
    rows = [
        ("On", "ADP", "IN", "prep", 6),
        ("16", "NUM", "CD", "nummod", 2),
        ("October", "PROPN", "NNP", "pobj", 0),
        ("the", "DET", "DT", "det", 4),
        ("Commission", "PROPN", "NNP", "appos", 2),
        ("calmly", "ADV", "RB", "advmod", 6),
        ("found", "VERB", "VBD", "ROOT", 6),
        ("mines", "NOUN", "NNS", "dobj", 6),
    ]
    assert shown(mended(parse_of(*rows), {}))[4] == ("Commission", "NNP", "nsubj", "found")
    # A verb that has a subject keeps it, and "the office of the mission" is one phrase.
    owned = [*rows[:7], ("they", "PRON", "PRP", "nsubj", 6)]
    assert shown(mended(parse_of(*owned), {}))[4] == ("Commission", "NNP", "appos", "October")
    within = [
        ("In", "ADP", "IN", "prep", 5),
        ("the", "DET", "DT", "det", 2),
        ("office", "NOUN", "NN", "pobj", 0),
        ("of", "ADP", "IN", "prep", 2),
        ("May", "PROPN", "NNP", "pobj", 3),
        ("began", "VERB", "VBD", "ROOT", 5),
    ]
    assert [row[2] for row in shown(mended(parse_of(*within), {}))][2] == "pobj"


def test_a_month_before_a_name_belongs_to_its_day():
    rows = [
        ("On", "ADP", "IN", "prep", 5),
        ("14", "NUM", "CD", "pobj", 0),
        ("May", "PROPN", "NNP", "compound", 4),
        ("Ansar", "PROPN", "NNP", "compound", 4),
        ("Allah", "PROPN", "NNP", "nsubj", 5),
        ("left", "VERB", "VBD", "ROOT", 5),
    ]
    assert shown(mended(parse_of(*rows), {}))[2] == ("May", "NNP", "nmod", "14")
    # "April Glaspie" is somebody.
    named = [(*row[:4], row[4] - 2) for row in rows[2:]]
    assert shown(mended(parse_of(*named), {}))[0] == ("May", "NNP", "compound", "Allah")


CLAUSES = [
    ("We", "PRON", "PRP", "nsubj", 1),
    ("keep", "VERB", "VBP", "ROOT", 1),
    ("our", "PRON", "PRP$", "poss", 3),
    ("ties", "NOUN", "NNS", "dobj", 1),
    ("and", "CCONJ", "CC", "cc", 3),
    ("the", "DET", "DT", "det", 6),
    ("signing", "NOUN", "NN", "conj", 3),
    ("does", "AUX", "VBZ", "aux", 9),
    ("not", "PART", "RB", "neg", 9),
    ("end", "VERB", "VB", "conj", 1),
    ("them", "PRON", "PRP", "dobj", 9),
]


def test_a_verb_that_cannot_have_the_first_subject_gets_the_noun_before_it():
    after = shown(mended(parse_of(*CLAUSES), {}))
    assert after[6] == ("signing", "NN", "nsubj", "end")
    assert after[4] == ("and", "CC", "cc", "keep")


def test_a_verb_that_can_have_the_first_subject_keeps_it():
    rows = [("He", "PRON", "PRP", "nsubj", 1), ("keeps", "VERB", "VBZ", "ROOT", 1), *CLAUSES[2:]]
    assert shown(mended(parse_of(*rows), {}))[6] == ("signing", "NN", "conj", "ties")


def test_a_mend_that_ties_words_in_a_circle_is_undone(monkeypatch):
    def tie_in_a_circle(tokens, low, high):
        tokens[low] = replace(tokens[low], head=high - 1)
        tokens[high - 1] = replace(tokens[high - 1], head=low)

    parse = parse_of(("armies", "NOUN", "NNS", "nsubj", 1), ("left", "VERB", "VBD", "ROOT", 1))
    monkeypatch.setattr(mending, "_join_verbs", tie_in_a_circle)
    assert mended(parse, {"said": "say"}).tokens == parse.tokens


def test_a_circle_is_no_tree():
    circle = parse_of(("a", "NOUN", "NN", "dep", 1), ("b", "NOUN", "NN", "dep", 0), ("c", "VERB", "VB", "ROOT", 2))
    assert not is_tree(circle.tokens, 0, 3)


def test_the_verb_below_a_name_taken_for_a_verb_takes_its_place():
    """The verb hung below "Khaing", which is made to hang on its own last name: a circle, if the verb stayed."""
    parse = parse_of(
        ("It", "PRON", "PRP", "nsubj", 1),
        ("ended", "VERB", "VBD", "ROOT", 1),
        (",", "PUNCT", ",", "punct", 1),
        ("Khaing", "VERB", "VBG", "advcl", 1),
        ("Min", "PROPN", "NNP", "dobj", 3),
        ("said", "VERB", "VBD", "ccomp", 3),
    )
    after = mended(parse, {"said": "say"}).tokens
    assert (after[5].dep, after[5].head) == ("advcl", 1)
    assert (after[4].dep, after[4].head, after[3].head) == ("nsubj", 5, 4)


def test_a_verb_taken_for_a_part_of_the_place_before_it_is_the_verb_of_those_who_are_there():
    parse = parse_of(
        ("Fighters", "NOUN", "NNS", "nsubjpass", 10),
        ("in", "ADP", "IN", "prep", 0),
        ("Gao", "PROPN", "NNP", "compound", 3),
        ("admit", "NOUN", "NN", "pobj", 1),
        (",", "PUNCT", ",", "punct", 0),
        ("privately", "ADV", "RB", "advmod", 0),
        ("that", "SCONJ", "IN", "mark", 10),
        ("the", "DET", "DT", "det", 8),
        ("town", "NOUN", "NN", "nsubjpass", 10),
        ("was", "AUX", "VBD", "auxpass", 10),
        ("shelled", "VERB", "VBN", "ROOT", 10),
    )
    made = shown(mended(parse, {"admit": "admit"}))
    assert made[0] == ("Fighters", "NNS", "nsubj", "admit")
    assert made[2:4] == [("Gao", "NNP", "pobj", "in"), ("admit", "VBP", "ROOT", "admit")]
    assert made[10] == ("shelled", "VBN", "ccomp", "admit")


def test_thanks_is_a_verb_behind_the_noun_that_thanks():
    parse = parse_of(
        ("The", "DET", "DT", "det", 1),
        ("Front", "PROPN", "NNP", "nsubj", 2),
        ("thanks", "NOUN", "NNS", "ROOT", 2),
        ("Turkey", "PROPN", "NNP", "dobj", 2),
        ("and", "CCONJ", "CC", "cc", 3),
        ("appeals", "NOUN", "NNS", "conj", 3),
        ("to", "ADP", "IN", "prep", 2),
        ("it", "PRON", "PRP", "pobj", 6),
    )
    made = shown(mended(parse, {"appeal": "call"}))
    assert made[2] == ("thanks", "VBZ", "ROOT", "thanks")
    assert made[5:7] == [("appeals", "VBZ", "conj", "thanks"), ("to", "IN", "prep", "appeals")]


def test_once_more_is_not_the_subject_of_the_verb_behind_it():
    parse = parse_of(
        ("The", "DET", "DT", "det", 1),
        ("envoy", "NOUN", "NN", "nsubj", 4),
        ("once", "ADV", "RB", "advmod", 4),
        ("more", "ADJ", "JJR", "amod", 4),
        ("calls", "NOUN", "NNS", "ROOT", 4),
        ("on", "ADP", "IN", "prep", 4),
        ("both", "PRON", "DT", "pobj", 5),
    )
    made = shown(mended(parse, {"call": "call"}))
    assert made[1] == ("envoy", "NN", "nsubj", "calls")
    assert made[3:5] == [("more", "RBR", "advmod", "calls"), ("calls", "VBZ", "ROOT", "calls")]
