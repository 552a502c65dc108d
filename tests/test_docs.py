"""What is documented exists, what exists is documented, and what the README says runs."""

import ast
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import trucewatch
from tests.generated import COMMANDS, PAGES
from trucewatch import cli, wiring
from trucewatch.settings import PREFIX, SETTINGS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI_PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def blocks(language: str, page: str = README) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.M | re.S)


@pytest.mark.parametrize("name", PAGES)
def test_generated_page_is_up_to_date(name):
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), f"{name} is out of date. Run: make docs"


def test_every_command_is_documented():
    commands = {command.callback.__name__ for command in cli.app.registered_commands}
    assert commands == set(COMMANDS)
    for command in commands:
        assert f"## trucewatch {command}\n" in CLI_PAGE
        assert f"trucewatch {command}" in README


def test_every_setting_is_documented():
    for name in SETTINGS:
        assert f"`{PREFIX}{name.upper()}`" in CLI_PAGE
        in_file = "base_url" if name == "second_reader_url" else name.removeprefix("second_reader_")
        assert f"`{in_file} = " in CLI_PAGE


def test_every_rule_is_documented_in_full():
    faults = []
    for code, rule in wiring.rules().items():
        for part in ("name", "what", "why", "bad", "good", "suggestion", "since"):
            if not str(getattr(rule, part)).strip():
                faults.append(f"{code} lacks {part}")
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name):
            faults.append(f"{code}: the name {rule.name!r} is not lower-case words with hyphens")
    assert wiring.rules()
    assert faults == []


def test_every_name_of_the_python_api_has_a_docstring():
    assert [name for name in trucewatch.__all__ if not getattr(trucewatch, name).__doc__] == []


def test_every_module_and_every_longer_public_function_says_what_it_is():
    silent = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            silent.append(f"{path.relative_to(ROOT)}: the module")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                # A rule's check is documented by its rule.
                length = 0 if "rules" in path.parts else length
                silent += [f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"] if length > 6 else []
    assert silent == []


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "line", [line for block in blocks("sh") for line in block.splitlines() if line.startswith("trucewatch ")]
)
def test_commands_of_the_readme_run(line, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    arguments = [
        str(path) for word in shlex.split(line)[1:] for path in (sorted(Path().glob(word)) if "*" in word else [word])
    ]
    assert cli.run(arguments) in (0, 1), capsys.readouterr().err


@pytest.mark.parametrize("snippet", blocks("python"))
def test_python_of_the_readme_runs(snippet, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    exec(compile(snippet, "README.md", "exec"), {})
    assert capsys.readouterr().out


def test_make_targets_of_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", README):
        assert re.search(rf"^{target}:.*## ", makefile, re.M), target


def test_constraints_pin_by_name_and_version_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", pin) for pin in pins)


def test_the_changelog_has_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {trucewatch.__version__}" in changelog
    assert f'version = "{trucewatch.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_what_the_readme_shows_of_the_demonstration_is_what_it_prints():
    shown = next(block for block in blocks("text") if block.startswith("$ make demo")).splitlines()[1:]
    ran = subprocess.run(
        [sys.executable, "bench/demo.py"], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "COLUMNS": "80"}
    )
    printed = iter([line.rstrip() for line in ran.stdout.splitlines()])
    assert ran.returncode == 0
    # In order, with gaps where "[...]" stands.
    assert [line for line in shown if line.strip() and line != "[...]" and line.rstrip() not in printed] == []
