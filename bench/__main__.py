"""`make bench`: times and memory beside the bare language pipeline, each in a process of its own."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from .measure import ROOT, Run, best_of, environment
from .texts import long_agreement

SHARED = ROOT.parent / "shared" / "cases" / "agreements"
CHARACTERS = 150_000
# A case that is made and measured in less than a minute; that of the bars has a million.
CLAIMS = 15_000
TRUCEWATCH = ("-m", "trucewatch")
BARE = ("-m", "bench.bare_pipeline")


def main() -> None:
    """Print one line for each measurement, with the bar it has to stay under."""
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--install-size", action="store_true", help="also install into a fresh environment (minutes)")
    options.add_argument(
        "--claims", type=int, default=CLAIMS, help=f"of the case (default: {CLAIMS:,}; bar: 1,000,000)"
    )
    chosen = options.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    line("trucewatch --help", best_of(5, [*TRUCEWATCH, "--help"]), "under 0.5 s")
    line("import trucewatch", best_of(5, ["-c", "import trucewatch"]), "")
    measure_samples()
    measure_reading()
    with tempfile.TemporaryDirectory() as folder:
        measure_long(Path(folder) / "long.txt")
    measure_case(chosen.claims)
    if chosen.install_size:
        print(f"{'plain install':<58} {install_size_mb():6.0f} MB            bar: under 600 MB")


def measure_samples() -> None:
    """The sample agreements: one cold, then all of them beside the bare pipeline."""
    samples = sorted(SHARED.glob("*.txt")) or [ROOT / "examples" / "libya" / "agreement.txt"]
    minsk = SHARED / "pax_1364.txt"
    first = minsk if minsk.is_file() else samples[0]
    line(f"cold lint of {first.name}", best_of(3, [*TRUCEWATCH, "lint", str(first)]), "under 5 s")
    names = [str(path) for path in samples]
    measure_loaded(names)
    compare(f"{len(samples)} sample agreements, cold", [*TRUCEWATCH, "lint", *names], names, "")


def measure_loaded(names: list[str]) -> None:
    """Reading and linting against the bare pipeline once both are loaded: the work itself, without start-up."""
    command = [sys.executable, "-m", "bench.loaded", *names]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment()).stdout
    ours, bare = (float(value) for value in printed.split())
    print(f"{f'{len(names)} sample agreements, loaded: read and lint':<58} {ours:6.2f} s")
    print(f"{'  the bare spaCy pipeline on the same text':<58} {bare:6.2f} s")
    print(f"  {'ratio of times':<56} {ours / bare:6.2f}               bar: under 1")


def measure_reading() -> None:
    """Reports beside the bare pipeline, and the memory held over ten thousand short ones."""
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "bench.reading"], check=True, cwd=ROOT, env=environment())


def measure_long(path: Path) -> None:
    """One agreement as long as a peace treaty."""
    text = long_agreement(CHARACTERS)
    path.write_text(text, encoding="utf-8")
    compare(
        f"lint of {len(text):,} characters", [*TRUCEWATCH, "lint", str(path)], [str(path)], "under 20 s and 1,536 MiB"
    )


def measure_case(claims: int) -> None:
    """A case on disk: looking at it and adding to it."""
    print(f"a case of {claims:,} claims over 500 commitments", flush=True)
    command = [sys.executable, "-m", "bench.case_scale", str(claims)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment())


def compare(what: str, command: list[str], names: list[str], bar: str) -> None:
    """One command, the bare pipeline on the same files, and the ratio."""
    ours, bare = best_of(2, command), best_of(2, [*BARE, *names])
    line(what, ours, bar)
    line("  the bare spaCy pipeline on the same text", bare, "")
    print(f"  {'ratio of times':<56} {ours.seconds / bare.seconds:6.2f}")


def line(what: str, run: Run, bar: str) -> None:
    """One measurement; a run that did not end well is no measurement."""
    if run.exit_code not in (0, 1):
        raise SystemExit(f"{what}: exit code {run.exit_code}")
    print(f"{what:<58} {run.seconds:6.2f} s  {run.peak_mib:6.0f} MiB" + (f"  bar: {bar}" if bar else ""))


def install_size_mb() -> float:
    """Megabytes of a fresh environment with the plain install, tools of Python itself included."""
    with tempfile.TemporaryDirectory() as folder:
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--constraint", "constraints.txt", "."]
        subprocess.run(install, check=True, cwd=ROOT)
        return sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file() and not p.is_symlink()) / 1e6


if __name__ == "__main__":
    main()
