"""Texts that no pipeline parses: dates, names and numbers, each a span; no claims."""

from dataclasses import replace

import pytest

from tests.steps.reading_reports import document_of
from trucewatch.core.mentioned import Mentioned
from trucewatch.core.model import Missing, Report
from trucewatch.steps.claims import read_plainly

FRENCH = (
    "Le 23 octobre 2020, le maréchal Khalifa Haftar et le Premier ministre Fayez al-Sarraj ont signé un accord à Genève. "
    "La Turquie, selon l'ONU, a envoyé 1 200 soldats et 3,5 tonnes le 1er mai. Hier, M. Dupont-Aignan a parlé à Jean "
    "de La Fontaine (@BurkanLY)."
)
ARABIC = "في 23 تشرين الأول/أكتوبر 2020 وقع خليفة حفتر اتفاقا في جنيف. وأرسلت تركيا ١٢٠٠ جندي في ٢٣ أكتوبر ٢٠٢٠."
RUSSIAN = "23 октября 2020 года Халифа Хафтар и Фаиз Сарадж подписали соглашение. Турция направила 1 200 солдат."
CHINESE = "2020年10月23日，利比亚双方在日内瓦签署协议。土耳其派出1,200名士兵。"


def read(text: str, language: str) -> Report:
    return read_plainly(replace(document_of(text), language=language))


def of_kind(report: Report, *kinds: str) -> list[Mentioned]:
    return [mention for mention in report.mentioned if mention.kind in kinds]


def dates(text: str, language: str) -> list[tuple[str, str]]:
    return [(m.span.exact, m.when.edtf) for m in of_kind(read(text, language), "date") if m.when]


def names(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(m.span.exact, m.actor) for m in of_kind(read(text, language), "name", "handle")]


def numbers(text: str, language: str) -> list[int | float | None]:
    return [m.value for m in of_kind(read(text, language), "number")]


def test_no_claims_are_made_and_the_report_says_so():
    report = read(FRENCH, "fr")
    said = "is in French; it is read for dates, names and numbers only, and no claims are looked for"
    assert report.claims == ()
    assert [(flag.code, flag.message) for flag in report.document.flags] == [("other-language", f"the text {said}")]
    assert [skipped.reason for skipped in report.skipped] == [f"the whole text, for claims: it {said}"]
    assert isinstance(report.places, Missing)


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ARABIC, "ar"), (RUSSIAN, "ru"), (CHINESE, "zh")])
def test_everything_is_a_span_of_the_text(text: str, language: str):
    report = read(text, language)
    spans = [m.span for m in report.mentioned] + [span for actor in report.actors for span in actor.mentions]
    assert spans
    assert all(text[span.start : span.end] == span.exact for span in spans)
    assert sorted(report.mentioned, key=lambda m: m.span) == list(report.mentioned)
    assert all(a.span.end <= b.span.start for a, b in zip(report.mentioned, report.mentioned[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (FRENCH, "fr", [("23 octobre 2020", "2020-10-23"), ("1er mai", "XXXX-05-01")]),
        (ARABIC, "ar", [("23 تشرين الأول/أكتوبر 2020", "2020-10-23"), ("٢٣ أكتوبر ٢٠٢٠", "2020-10-23")]),
        (RUSSIAN, "ru", [("23 октября 2020", "2020-10-23")]),
        (CHINESE, "zh", [("2020年10月23日", "2020-10-23")]),
        ("El 24 de noviembre de 2016 y en marzo de 2017.", "es", [("24 de noviembre de 2016", "2016-11-24"), ("marzo de 2017", "2017-03")]),
        ("2020. október 23-án aláírta.", "hu", [("2020. október 23", "2020-10-23")]),
        ("23 Ekim 2020'de imzaladı.", "tr", [("23 Ekim 2020", "2020-10-23")]),
        ("ב-23 באוקטובר 2020 חתמו.", "he", [("23 באוקטובר 2020", "2020-10-23")]),
        ("Am 3. Oktober 2020 um 12 Uhr.", "de", [("3. Oktober 2020", "2020-10-03")]),
        ("2020년 10월 23일 서명했다.", "ko", [("2020년 10월 23일", "2020-10-23")]),
        ("Signé le 2020-10-23.", "fr", [("2020-10-23", "2020-10-23")]),
    ],
)  # fmt: skip
def test_dates_by_the_months_of_the_language(text: str, language: str, expected: list[tuple[str, str]]):
    assert dates(text, language) == expected


def test_of_a_day_that_there_is_not_the_month_is_left():
    assert dates("El 31 de febrero de 2020.", "es") == [("febrero de 2020", "2020-02")]


def test_figures_that_two_orders_fit_keep_both():
    (date,) = of_kind(read("Le 03/04/2021 et rien d'autre.", "fr"), "date")
    assert date.when is not None
    assert (date.when.edtf, date.when.alternatives) == ("2021-04-03", ("2021-03-04",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hay 3 mar adentro.", "es"),
        ("La résolution 1970 (2011) du Conseil.", "fr"),
        ("วันที่ 23 ตุลาคม 2563 ลงนาม", "th"),
    ],
)
def test_what_is_no_date(text: str, language: str):
    assert [found for found in dates(text, language) if found[1][:4] != "XXXX"] == []


def test_names_by_capitals_handles_and_states():
    assert names(FRENCH, "fr") == [
        ("Khalifa Haftar", "ly_haftar"),
        ("Premier", None),
        ("Fayez al-Sarraj", "ly_serraj"),
        ("Genève", None),
        ("Turquie", "tr"),
        ("ONU", None),
        ("Dupont-Aignan", None),
        ("Jean de La Fontaine", None),
        ("@BurkanLY", "ly_volcano"),
    ]


def test_a_capital_at_the_start_of_a_sentence_makes_no_name():
    assert names("Hier matin. Puis rien. « Demain », dit-il.", "fr") == []


def test_where_every_noun_has_a_capital_one_alone_is_no_name():
    assert names("Am Montag sprach die Regierung mit Angela Merkel über die NATO.", "de") == [
        ("Angela Merkel", None),
        ("NATO", None),
    ]


def test_a_capital_city_is_not_taken_for_its_government():
    assert names("Ils se réunissent à Berlin.", "fr") == [("Berlin", None)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ARABIC, "ar", {"ly_haftar", "tr"}),
        (RUSSIAN, "ru", {"ly_haftar", "ly_serraj", "tr"}),
        (CHINESE, "zh", {"ly", "tr"}),
        ("Halife Hafter Ankara'da konuştu.", "tr", {"ly_haftar"}),
    ],
)
def test_known_actors_in_other_scripts_and_spellings(text: str, language: str, expected: set[str]):
    report = read(text, language)
    assert {actor.id for actor in report.actors} == expected
    assert {m.actor for m in report.mentioned if m.actor} == expected


def test_an_actor_is_called_as_the_text_calls_it_first():
    (actor,) = read("Haftar a parlé. Khalifa Hifter aussi.", "fr").actors
    assert (actor.name.exact, [span.exact for span in actor.mentions]) == ("Haftar", ["Haftar", "Khalifa Hifter"])


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (FRENCH, "fr", [1200, 3.5]),
        (ARABIC, "ar", [1200]),
        (CHINESE, "zh", [1200]),
        ("13.200,5 hectáreas y 12.000 hombres", "es", [13200.5, 12000]),
        ("1'200 Mann, Panzer T72", "de", [1200]),
        ("१,२०० सैनिक", "hi", [1200]),
        ("12 34567", "fr", [12, 34567]),
    ],
)
def test_numbers_with_the_signs_of_the_language(text: str, language: str, expected: list[float]):
    assert numbers(text, language) == expected


def test_a_language_of_which_nothing_is_known_is_read_all_the_same():
    report = read("Xyz 12 abc Khalifa Haftar 2020-10-23.", "qu")
    assert 'language "qu"' in report.document.flags[0].message
    assert [m.kind for m in report.mentioned] == ["number", "name", "date"]


@pytest.mark.parametrize(
    "text",
    ["Le " * 40_000, "Haftar " * 40_000, "1 " * 60_000, "3 mai " * 30_000, " " * 9 + "a" * 200_000, "٢٣ " * 50_000],
)
def test_long_texts_do_not_hang(text: str):
    assert read(text, "fr").claims == ()
