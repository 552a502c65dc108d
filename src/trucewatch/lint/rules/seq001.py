"""SEQ001: loop."""

from collections.abc import Iterator

from trucewatch.core.analysis import Order, Wait
from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.order import order


def check(agreement: Agreement) -> Iterator[Hit]:
    found = order(agreement)
    reported: set[tuple[int, int]] = set()
    for circle in found.circles:
        told = [wait for wait in circle.waits if wait.kind != "is"]
        start, end = agreement.document.text_range(max(wait.span for wait in told if wait.kind != "part"))
        if (start, end) in reported:
            continue
        reported.add((start, end))
        clause = next((c.id for c in agreement.operative if c.start <= start < c.end), None)
        chain = "; ".join(_says(found, wait) for wait in told)
        yield Hit(start, end, f"A circle: {chain}", clause=clause)


def _says(found: Order, wait: Wait) -> str:
    waiter, awaited = found.step(wait.waiter).name, found.step(wait.awaited).name
    return f'"{waiter}" {"is part of" if wait.kind == "part" else "waits for"} "{awaited}"'


RULE = Rule(
    code="SEQ001",
    name="loop",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Builds the graph of steps that wait for other steps and reports every circle in it.",
    why=(
        "In a circle nobody can begin. In point 9 of the Minsk package of 2015 control of the border "
        "waits for a settlement that includes the reform of point 11, and the same sentence makes point "
        "11 a condition."
    ),
    bad="The guns leave after the siege is lifted; the siege is lifted after the guns leave.",
    good="Step 4 follows step 3; no step depends on a later one.",
    readings=(
        "One side reads: the other's step comes first. It waits.",
        "The other side reads the same the other way round. Both wait, and neither is in breach.",
    ),
    suggestion="Break the circle: give one of the steps a date that depends on nothing.",
    check=check,
)
