"""SEQ001: loop."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.sentences import Sentence, sentences
from trucewatch.lint.waiting import Wait, circles, waits


def check(agreement: Agreement) -> Iterator[Hit]:
    listed: list[tuple[Wait, Sentence]] = []
    for sentence in sentences(agreement):
        listed += [(wait, sentence) for wait in waits(sentence, agreement)]
    reported: set[int] = set()
    for circle in circles([wait for wait, _ in listed]):
        last = max(circle)
        wait, sentence = listed[last]
        if sentence.start in reported:
            continue
        reported.add(sentence.start)
        chain = "; ".join(str(listed[i][0]) for i in circle)
        yield sentence.hit(wait.start, wait.end, f"A circle: {chain}")


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
