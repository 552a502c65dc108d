"""`trucewatch read` over several files: near-copies are one source."""

import json

import pytest

from tests.paths import SHARED, needs_shared
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


FIRST = "Between 17 and 30 September 2018, the mission recorded 412 ceasefire violations.\n"
SECOND = (
    "Between 1 and 14 October 2018, the mission recorded 400 ceasefire violations, compared with {} in the previous "
    "two weeks.\n"
)


@pytest.fixture
def periods(tmp_path):
    def written(stated: str) -> list[str]:
        paths = [tmp_path / "1.txt", tmp_path / "2.txt"]
        for path, text in zip(paths, (FIRST, SECOND.format(stated)), strict=True):
            path.write_text(text, encoding="utf-8")
        return [str(path) for path in paths]

    return written


def test_a_figure_for_the_period_before_is_held_against_the_earlier_report(periods, capsys):
    paths = periods("388")
    assert run(["read", *paths, "--format", "json"]) == 0
    earlier, later = map(json.loads, capsys.readouterr().out.splitlines())
    assert earlier["contradictions"] == []
    (found,) = later["contradictions"]
    assert (found["stated"]["value"], found["earlier"]["value"], found["with"]["value"]) == (388, 412, 400)
    assert [found[name]["document"] for name in ("stated", "with", "earlier")] == [paths[1], paths[1], paths[0]]
    for path, text, name in zip(paths, (FIRST, SECOND.format("388")), ("earlier", "stated"), strict=True):
        span = found[name]
        assert (span["document"], text[span["start"] : span["end"]]) == (path, span["exact"])


def test_contradicting_figures_are_shown_with_both_documents(periods, capsys):
    paths = periods("388")
    assert run(["read", *paths]) == 0
    out = capsys.readouterr().out
    assert "388 here, 412 in the earlier report" in out
    # A long path is broken over two lines.
    unbroken = "".join(out.split())
    assert unbroken.count(paths[1]) >= 2
    assert unbroken.count(paths[0]) >= 2


def test_a_rounded_figure_for_the_period_before_is_no_contradiction(periods, capsys):
    paths = periods("about 400")
    assert run(["read", *paths, "--format", "json"]) == 0
    assert [json.loads(line)["contradictions"] for line in capsys.readouterr().out.splitlines()] == [[], []]


@needs_shared
def test_the_shared_reports_contradict_each_other_only_where_a_figure_is_changed(tmp_path, capsys):
    reports = {path.name: path.read_bytes() for path in sorted((SHARED / "cases" / "osce").glob("*.txt"))}
    for name, data in reports.items():
        (tmp_path / name).write_bytes(data)
    assert run(["read", *(str(tmp_path / name) for name in reports), "--format", "json"]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [report["contradictions"] for report in printed] == [[] for _ in reports]
    assert any(count["previous"] for report in printed for count in report["counts"])
