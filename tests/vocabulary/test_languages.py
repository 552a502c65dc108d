"""Words of other languages: complete, and usable as they are."""

import pytest

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.languages import LanguageWords, language_words, latin_letters
from trucewatch.vocabulary.loader import load, read
from trucewatch.vocabulary.reports import report_vocabulary


def test_every_language_has_twelve_months_or_none_and_no_form_means_two():
    for entry in load("language_words.yaml", LanguageWords):
        forms = [form for month in entry.months for form in month.split("|")]
        assert len(forms) == len(set(forms)), entry.id
        assert all(form == form.lower() and not any(map(str.isdigit, form)) for form in forms), entry.id


def test_states_are_those_of_the_actor_table():
    codes = {actor.ids["iso3"] for actor in report_vocabulary().actors if actor.kind == "state" and "iso3" in actor.ids}
    for entry in load("language_words.yaml", LanguageWords):
        assert set(entry.states) <= codes, entry.id
        names = [name for forms in entry.states.values() for name in forms.split("|")]
        assert len(names) == len(set(names)), entry.id


def test_an_unknown_language_is_named_by_its_code():
    assert language_words("qu") == LanguageWords("qu", 'language "qu"')


def test_letters_stand_for_latin_ones():
    assert "Хафтар".lower().translate(latin_letters()) == "khaftar"
    assert "حفتر".translate(latin_letters()) == "hftr"


def test_a_wrong_number_of_months_is_refused():
    with pytest.raises(BadVocabulary, match='"months" has 2 entries, expected 12 or none'):
        read("x.yaml", "- {id: xx, name: X, months: [a, b]}", LanguageWords)
