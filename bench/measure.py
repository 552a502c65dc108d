"""Runs a command in a process of its own and says how long it took and how much memory it held at most."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """Wall-clock seconds, peak resident memory in MiB, exit code."""

    seconds: float
    peak_mib: float
    exit_code: int


def environment() -> dict[str, str]:
    """This process's environment with the working copy first on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def measure(arguments: Sequence[str]) -> Run:
    """One run of this Python with the arguments, cold: nothing is kept from earlier runs but the disk's cache."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        env=environment(),
        cwd=ROOT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(seconds, usage.ru_maxrss / unit, process.returncode)


def best_of(times: int, arguments: Sequence[str]) -> Run:
    """The quickest of several runs: the others were slowed by something else."""
    return min((measure(arguments) for _ in range(times)), key=lambda run: run.seconds)
