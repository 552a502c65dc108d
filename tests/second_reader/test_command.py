"""`trucewatch read --suggest`: off unless asked, beside the claims, and never in the way of the reading."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

import trucewatch
from tests.exporters.schemas import closed, validator
from tests.second_reader.stub import claims, says, serving
from tests.second_reader.texts import EXCLUDES, FINDS, ORIGINAL, read, report
from tests.steps.by_hand import agreement
from trucewatch import api, cli, flow, wiring
from trucewatch.core.errors import BadSetting
from trucewatch.exporters.json_export import read_json
from trucewatch.exporters.terminal.second_reading import show_second_reading
from trucewatch.settings import Settings

INVENTED = EXCLUDES | {"quote": "we will break the truce tonight"}


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A report in a folder of its own, where the command runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        api, "read_report", lambda path, **_: replace(report(), document=replace(report().document, path=str(path)))
    )
    Path("news.txt").write_text(ORIGINAL, encoding="utf-8")
    return "news.txt"


def ask(url, *arguments, monkeypatch):
    monkeypatch.setenv("TRUCEWATCH_SECOND_READER_URL", url)
    return cli.run(["read", *arguments, "--suggest"])


def test_nothing_is_asked_without_the_option(news, monkeypatch, capsys):
    with serving(claims(EXCLUDES)) as stub:
        monkeypatch.setenv("TRUCEWATCH_SECOND_READER_URL", stub.url)
        assert cli.run(["read", news, "--format", "json"]) == 0
    assert stub.requests == []
    assert {"suggestions", "second_reader"} & set(json.loads(capsys.readouterr().out)) == set()


def test_the_option_without_an_address_is_refused_before_anything_is_read(news, capsys):
    assert cli.run(["read", news, "--suggest"]) == 2
    assert capsys.readouterr() == (
        "",
        "BadSetting: second_reader.base_url is not set; expected the address of a chat server, such as "
        "http://127.0.0.1:8080/v1. Set it in trucewatch.toml or in TRUCEWATCH_SECOND_READER_URL\n",
    )


def test_suggestions_stand_beside_the_claims(news, monkeypatch, capsys):
    with serving(claims(EXCLUDES, FINDS, INVENTED)) as stub:
        assert ask(stub.url, news, "--format", "json", monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    output = json.loads(out)
    validator("read").validate(output)
    closed("read").validate(output)
    assert err == ""
    assert [s["agrees_with"] for s in output["suggestions"]] == ["k1", None]
    assert output["second_reader"] == {
        "model": "default", "passages": 1, "answered": 1, "unmatched": {"invented-quote": 1}, "faults": [],
    }  # fmt: skip
    assert output["claims"] == read_json(report())["claims"]


def test_people_see_what_agrees_what_is_new_and_what_was_left_out(news, monkeypatch, capsys):
    with serving(claims(EXCLUDES, FINDS, INVENTED)) as stub:
        assert ask(stub.url, news, monkeypatch=monkeypatch) == 0
    out = capsys.readouterr().out
    shown = " ".join(out.partition("SECOND READER")[2].split())
    assert shown == (
        "'S SUGGESTIONS model default · 1 of 1 passage answered · no claims, and no status rests on them "
        "suggestion_1 the Northern Council’s spokesman REINTERPRET_EXCLUDE speech agrees with k1 "
        "“the truce “does not cover” its bridge guard” said “On 5 March 2024” about “the truce” "
        "suggestion_2 Monitors THIRD_PARTY_FINDING speech new “Monitors found no heavy weapons near the bridge” "
        "Not shown, because the text does not bear it out: 1 a quote that is not in the passage"
    )
    assert "break the truce tonight" not in out


def test_an_answer_without_claims_says_so():
    with serving(claims()) as stub:
        reading = read(stub.url)
    console = Console(file=io.StringIO(), width=80)
    show_second_reading(reading, console)
    assert console.file.getvalue().endswith("  none\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_server_that_fails_costs_nothing_but_its_suggestions(news, monkeypatch, capsys, form):
    fault = "second reader: the answer holds no JSON (1 of 1 passages). Try another model"
    with serving(says("I cannot help with that.")) as stub:
        assert ask(stub.url, news, "--format", form, monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    if form == "json":
        assert json.loads(out)["second_reader"]["faults"] == [fault]
        assert len(json.loads(out)["claims"]) == 1
        assert err == f"news.txt: {fault}\n"
    else:
        assert "k1  the Northern Council’s spokesman" in out
        assert fault in " ".join(out.split())
        assert err == ""


@pytest.mark.usefixtures("news")
def test_a_bad_file_still_ends_with_2(monkeypatch, capsys):
    monkeypatch.undo()
    with serving(claims()) as stub:
        monkeypatch.setenv("TRUCEWATCH_SECOND_READER_URL", stub.url)
        assert cli.run(["read", "gone.txt", "--suggest"]) == 2
    assert stub.requests == []
    assert capsys.readouterr().err.count("\n") == 1


def test_it_is_said_before_the_text_leaves_this_machine(news, monkeypatch, capsys):
    monkeypatch.setattr("trucewatch.second_reader.client.ChatClient.ask", lambda *_: ['{"claims": []}'])
    assert ask("http://192.0.2.7:8080/v1", news, monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().err == (
        "The second reader is at 192.0.2.7: the text of what you read leaves this machine.\n"
    )


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:8080", True),
        ("http://10.0.0.4/v1", False),
        ("http://localhost.example/v1", False),
    ],
)
def test_which_addresses_are_on_this_machine(url, here):
    assert wiring.second_reader(Settings(second_reader_url=url)).client.on_this_machine is here


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            Settings(second_reader_url="http://127.0.0.1/v1", second_reader_key_env="MY_KEY"),
            "second_reader.key_env names MY_KEY, which is not set; expected the key in it. Set MY_KEY",
        ),
        (
            Settings(second_reader_url="http://127.0.0.1/v1", second_reader_key="a\nb"),
            "TRUCEWATCH_SECOND_READER_KEY holds characters that no key has; expected a key. Copy it again",
        ),
    ],
)
def test_a_key_that_cannot_be_sent_is_refused(settings, said):
    with pytest.raises(BadSetting) as caught:
        wiring.second_reader(settings)
    assert str(caught.value) == f"BadSetting: {said}"


# --------------------------------------------------------------------------- nothing else changes


def test_no_claim_and_no_status_changes():
    deal = agreement(("art_1", "The Council shall withdraw from the bridge.", {"bearer": "The Council"}))
    with serving(claims(EXCLUDES, FINDS, EXCLUDES | {"stance": "WITHDRAW"})) as stub:
        asked = trucewatch.suggest(report(), settings=Settings(second_reader_url=stub.url))
    assert len(asked.second_reading.suggestions) == 3
    assert replace(asked, second_reading=None) == report()
    day = date(2024, 3, 15)
    assert flow.assess_case(deal, [asked], day) == flow.assess_case(deal, [report()], day)


def test_reading_without_it_never_loads_the_second_reader(tmp_path):
    (tmp_path / "news.txt").write_text(ORIGINAL, encoding="utf-8")
    code = "import sys, trucewatch; trucewatch.read_report('news.txt'); print(any('second_reader' in name for name in sys.modules))"
    source = Path(__file__).resolve().parents[2] / "src"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )  # fmt: skip
    assert run.stdout == "False\n"
