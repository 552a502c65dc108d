"""The whole way for texts in other languages and for translations: command line, JSON and Python."""

import json

import pytest

import trucewatch
from tests.exporters.schemas import schema
from trucewatch import cli
from trucewatch.core.errors import BadInput, UnsupportedLanguage

jsonschema = pytest.importorskip("jsonschema")

FRENCH = (
    "Le 23 octobre 2020, le maréchal Khalifa Haftar et le Premier ministre Fayez al-Sarraj ont signé un accord de "
    "cessez-le-feu à Genève. La Turquie, selon l'ONU, a envoyé 1 200 soldats le 3 mai 2021 dans la région.\n"
)
ENGLISH = (
    "Ahmed al-Mismari, the spokesman of the Libyan National Army, said on 24 October 2020 that the army would respect "
    "the ceasefire agreement signed in Geneva. He told reporters that no fighter would move before the talks.\n"
)


@pytest.fixture
def french(tmp_path):
    path = tmp_path / "fr.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


@pytest.fixture
def english(tmp_path):
    path = tmp_path / "en.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def read_json(capsys, *arguments) -> dict:
    assert cli.run(["read", "--format", "json", *map(str, arguments)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    data = json.loads(line)
    jsonschema.validate(data, schema("read"))
    return data


def test_json_has_what_is_mentioned_and_no_claims(french, capsys):
    data = read_json(capsys, french)
    assert data["document"]["language"] == "fr"
    assert data["claims"] == []
    assert [flag["code"] for flag in data["document"]["flags"]] == ["other-language"]
    assert len(data["skipped"]) == 1
    kinds = {mention["kind"] for mention in data["mentioned"]}
    assert kinds == {"date", "name", "number"}
    assert {m["when"]["edtf"] for m in data["mentioned"] if m["when"]} == {"2020-10-23", "2021-05-03"}
    assert {actor["id"] for actor in data["actors"]} == {"ly_haftar", "ly_serraj", "tr"}
    assert all(FRENCH[m["start"] : m["end"]] == m["exact"] for m in data["mentioned"])


def test_the_terminal_says_that_no_claims_were_looked_for(french, capsys):
    assert cli.run(["read", str(french)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "read for dates, names and numbers only" in out
    assert "23 octobre 2020 23 Oct 2020" in out
    assert "Khalifa Haftar known as ly_haftar" in out
    assert "1 200 1,200" in out


def test_an_agreement_in_another_language_is_refused(french):
    with pytest.raises(UnsupportedLanguage, match='reads as language "fr"; expected en'):
        trucewatch.read_agreement(french)


def test_an_english_text_mentions_nothing_beside_its_claims(english, capsys):
    data = read_json(capsys, english)
    assert data["mentioned"] == []
    assert "translation_of" not in data["document"]
    assert all("translated" not in claim["quote"] for claim in data["claims"])


def test_a_translation_keeps_its_original_and_marks_every_quote(english, french, capsys):
    data = read_json(capsys, english, "--translation-of", french)
    assert data["document"]["translation_of"]["original"] == FRENCH
    assert data["document"]["translation_of"]["language"] == "fr"
    assert data["claims"]
    for claim in data["claims"]:
        assert claim["quote"]["translated"] is True
        assert [hop["role"] for hop in claim["chain"]][-2:] == ["translation", "text"]


def test_one_original_belongs_to_one_translation(english, french, capsys):
    assert cli.run(["read", str(english), str(english), "--translation-of", str(french)]) == 2
    assert capsys.readouterr().err == (
        "BadInput: --translation-of names the original of one text; expected one file, 2 were given. "
        "Read them one by one\n"
    )


def test_an_original_in_the_same_language_is_refused(french, tmp_path):
    twin = tmp_path / "twin.txt"
    twin.write_text(FRENCH, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        trucewatch.read_report(twin, translation_of=french)
    assert str(caught.value) == (
        f'BadInput: translation_of is {french}, which reads as language "fr" as {twin} does; '
        "expected the text in the language that it was translated from. Name that file"
    )


def test_a_case_takes_a_report_in_another_language_and_refuses_such_an_agreement(french, tmp_path, capsys):
    case = str(tmp_path / "case")
    assert cli.run(["case", "new", case]) == 0
    assert cli.run(["add", "--case", case, str(french)]) == 0
    articles = "".join(
        f"Article {n}\n\n{n}. Les Parties s'engagent à retirer leurs forces de la zone.\n\n" for n in range(1, 6)
    )
    (tmp_path / "accord.txt").write_text(f"ACCORD DE CESSEZ-LE-FEU\n\n{articles}", encoding="utf-8")
    assert cli.run(["add", "--case", case, str(tmp_path / "accord.txt")]) == 2
    assert 'reads as language "fr"; expected en' in " ".join(capsys.readouterr().err.split())
