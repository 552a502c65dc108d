"""Agreement between the coders of a case."""

import pytest

from tests.exporters.schemas import closed
from trucewatch.casework import review
from trucewatch.casework.coders import agreement_json

from .cases import AGREEMENT, EXAMPLE, a_case, put

REPORT = "2020-10-25-defence-minister.txt"


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT)
        put(made, tmp_path, REPORT, (EXAMPLE / "reports" / REPORT).read_text(encoding="utf-8"))
        yield made


def test_fields_are_compared_by_what_each_coder_gave(case):
    for claim, ada, bo in (("k1", "ACCUSE", "ACCUSE"), ("k2", "ACCUSE", "DELAY"), ("k3", "DELAY", "DELAY")):
        review.code(case, f"d2/{claim}", "ada", {"stance": ada, "grade_true": "B2"})
        review.code(case, f"d2/{claim}", "bo", {"stance": bo, "target": "none"})
    review.code(case, "d2/k4", "ada", {"stance": "DELAY"})
    found = agreement_json(case)
    closed("coder-agreement").validate(found)
    assert (found["units"], found["coders"]) == (4, ["ada", "bo"])
    rows = {row["field"]: row for row in found["fields"]}
    assert rows.keys() == {"stance", "target", "grade_true"}
    stance = rows["stance"]
    assert (stance["units"], stance["coders"], stance["alike"]) == (3, 2, 2)
    # Observed 2/3; expected 2/3*1/3 + 1/3*2/3 = 4/9.
    assert stance["pairs"] == [{"coders": ["ada", "bo"], "units": 3, "kappa": pytest.approx((2 / 3 - 4 / 9) / (5 / 9))}]
    assert stance["alpha"] == pytest.approx(1 - (1 / 3) / (1 - (3 * 2 + 3 * 2) / (6 * 5)))
    assert rows["grade_true"]["alpha"] == {"missing": "no claim was coded by two"}
    assert rows["grade_true"]["pairs"] == []


def test_nobody_has_coded_anything(case):
    found = agreement_json(case)
    assert (found["units"], found["fields"]) == (0, [])
    closed("coder-agreement").validate(found)
