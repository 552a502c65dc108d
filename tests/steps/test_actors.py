"""Who is named in a report: spellings, clusters, kinds; names are always words of the text."""

import pytest

from tests.steps.reading_reports import read, told
from trucewatch.steps.claims.mentions import folded, skeleton
from trucewatch.vocabulary.reports import report_vocabulary


def test_two_spellings_of_a_name_fold_alike():
    assert folded("The Türkiye’s army") == folded("turkiye army")
    assert folded("Salah al-Din") == "salah al din"


@pytest.mark.parametrize(("one", "other"), [("Serraj", "Sarraj"), ("Haftar", "Hifter"), ("Namroush", "al-Namrush")])
def test_transliterations_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


def test_different_names_do_not_share_a_skeleton():
    assert skeleton("Machar") != skeleton("Maduro")


def test_an_abbreviation_introduced_in_the_text_is_a_name():
    report = read("The Joint Ceasefire Board (JCB) met. The JCB recorded 14 violations.")
    (claim,) = report.claims
    actor = next(a for a in report.actors if a.id == claim.speaker)
    assert {"Joint Ceasefire Board", "JCB"} <= {m.exact for m in actor.mentions}


def test_two_names_side_by_side_are_two_actors():
    report = read("President Anna Berg and Prime Minister Tomas Lind signed the ceasefire agreement.")
    names = {m.exact for a in report.actors if a.name.exact == "Anna Berg" for m in a.mentions}
    assert not any("Lind" in name for name in names)


def test_unnamed_officials_are_anonymous():
    report = read("Two officials who asked not to be named said the army had violated the truce.")
    (claim,) = report.claims
    actor = next(a for a in report.actors if a.id == claim.speaker)
    assert (actor.kind, actor.authority, actor.name.exact) == ("anonymous", "5", "Two officials")
    assert claim.visibility == "private-anonymous"


def test_a_statement_is_its_authors():
    report = read('"The truce is dead," said a statement from the Front.')
    assert told(report) == [("Front", "WITHDRAW")]


def test_a_title_gives_the_level_of_authority():
    report = read("Defence minister Lena Okafor said the rebels had violated the truce.")
    assert report.actors[0].authority == "2"


def test_somebody_called_only_he_is_an_actor_called_he():
    assert told(read("He said the truce did not cover the port.")) == [("He", "REINTERPRET_EXCLUDE")]


def test_no_alias_stands_for_two_actors():
    seen: dict[str, str] = {}
    for actor in report_vocabulary().actors:
        for alias in actor.aliases:
            assert seen.setdefault(folded(alias), actor.id) == actor.id, alias


def test_every_cue_names_a_known_stance_and_known_classes():
    vocabulary = report_vocabulary()
    for cue in vocabulary.cues:
        assert cue.stance in vocabulary.stances, cue
        named = [w[1:] for w in (*cue.head, *cue.words, *cue.also, *cue.without) if w.startswith("@")]
        assert set(named) <= vocabulary.classes.keys(), cue
