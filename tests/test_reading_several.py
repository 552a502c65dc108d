"""`trucewatch read` over several files: near-copies are one source."""

import json

import pytest

from trucewatch.cli import run

STORY = (
    "The army said on Monday that the movement had broken the ceasefire agreement near the river. The movement denied "
    "that its fighters had broken the truce and said that it remained committed to the agreement signed in May. "
    "Observers could not reach the villages because the bridge was closed, a spokesman of the mission said.\n"
)


@pytest.fixture
def files(tmp_path):
    for name, text in (("a.txt", STORY), ("b.txt", "Agencies report.\n\n" + STORY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_near_copies_share_their_independence_groups(files, capsys):
    assert run(["read", *files, "--format", "json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    groups = [{claim["independence_group"] for claim in report["claims"]} for report in (first, second)]
    assert groups[0]
    assert groups[0] == groups[1]
    assert first["copies"]["others"] == [files[1]]


def test_near_copies_are_listed_once(files, capsys):
    assert run(["read", *files]) == 0
    out = capsys.readouterr().out
    assert out.count("NEAR-COPIES") == 1


def test_without_the_places_extra_everything_else_is_read(files, capsys, monkeypatch):
    from trucewatch.gazetteer import geonames

    geonames.geonames.cache_clear()
    monkeypatch.setattr(geonames, "LIBRARIES", ("a_library_that_is_not_there",))
    assert run(["read", files[0], "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    geonames.geonames.cache_clear()
    assert report["claims"]
    assert report["places"] == {
        "missing": 'looking up places needs the "places" extra (a_library_that_is_not_there is not installed). '
        'Run: pip install "trucewatch[places]"'
    }
