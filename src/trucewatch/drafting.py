"""Work on drafts: waivers, baselines and stable ids, read from and written to the files beside a draft."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from . import flow, wiring
from .core.drafts import Redraft
from .core.model import LintResult, Severity, Waiver
from .lint.baseline import against, baseline_of, read_baseline
from .lint.baseline import write_baseline as baseline_text
from .lint.choices import read_severities
from .lint.stable_ids import IdHistory, read_history, write_history
from .lint.waiver_file import read_waivers

# `draft.txt.waivers` stands beside `draft.txt`.
WAIVERS = ".waivers"


def waivers_beside(draft: Path) -> Path | None:
    """The file of waivers that stands beside a draft, if there is one."""
    beside = draft.with_name(draft.name + WAIVERS)
    return beside if beside.is_file() else None


def severities_in(choices: Iterable[str]) -> Mapping[str, Severity]:
    """The severity chosen for each rule (`TIME002=low`); raises BadInput with all faults at once."""
    return read_severities(choices)


def waivers_in(path: Path) -> tuple[Waiver, ...]:
    """The waivers in a file; raises BadInput with all faults at once."""
    return read_waivers(wiring.side_file(path), str(path), wiring.rules())


def write_baseline(result: LintResult, path: Path) -> int:
    """Writes down the findings that nobody has waived, and returns how many they are."""
    baseline = baseline_of(result)
    wiring.write_side_file(path, baseline_text(baseline))
    return len(baseline.findings)


def against_baseline(result: LintResult, path: Path) -> LintResult:
    """The result with only what is new against the baseline in the file, and the counts."""
    return against(result, read_baseline(wiring.side_file(path), str(path)))


def compare(old: LintResult, new: LintResult, ids: Path | None) -> Redraft:
    """What a new draft changed; the file of ids is read where there is one, and written in any case."""
    if ids is None:
        return flow.compare_drafts(old, new)
    history = read_history(wiring.side_file(ids), str(ids)) if ids.exists() else IdHistory({})
    redraft = flow.compare_drafts(old, new, history, str(ids))
    history = history.with_draft(old.agreement, history.of(old.agreement, str(ids)))
    wiring.write_side_file(ids, write_history(history.with_draft(new.agreement, redraft.ids)))
    return redraft
