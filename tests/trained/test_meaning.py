"""How the judge of meaning compares claims with duties."""

import numpy as np
import pytest

from trucewatch.core.ports import Words
from trucewatch.trained.meaning import TrainedDutyJudge, trained_duty_judge

from .weights import WIDTH, arrays

SHARES = b'{".": 0.999}'
SAME = {"factor": np.full(WIDTH, 0.01, np.float32), "matrix": (100 * np.eye(WIDTH)).astype(np.int8)}


def judge(whole: float = 0.0) -> TrainedDutyJudge:
    """One that compares a claim's own words with a duty's; `whole` says how much its sentence counts."""
    found = arrays()
    for name, share in (("own", 1.0), ("whole", whole), ("duty", 1.0)):
        found[name], found[f"{name}_factor"] = SAME["matrix"], SAME["factor"] * share
    told = {"sharp": np.float32(10), "middle": np.zeros(WIDTH, np.float32), "shares": np.frombuffer(SHARES, np.uint8)}
    return TrainedDutyJudge(found | told)


CLAIM = Words("fire fire . peace peace", 0, 9)


def test_a_claim_fits_the_duty_whose_words_mean_alike() -> None:
    ((fire, peace),) = judge().meant([CLAIM], ["fire", "peace"])
    assert fire > peace


def test_the_words_of_the_claim_count_and_by_its_own_matrix_the_rest_of_the_sentence() -> None:
    first, second = (judge(whole).meant([CLAIM], ["peace"])[0][0] for whole in (0.0, 2.0))
    assert second > first


def test_common_pieces_count_little() -> None:
    many, none = (judge().meant([Words(text, 0, len(text))], ["fire"])[0][0] for text in ("fire . . . . .", "fire"))
    assert many == pytest.approx(none, abs=0.1)


def test_a_text_without_pieces_fits_nothing() -> None:
    assert judge().meant([Words("", 0, 0)], ["fire"]) == [[0.0]]


def test_nothing_to_compare_gives_nothing() -> None:
    assert judge().meant([], ["fire"]) == []
    assert judge().meant([CLAIM], []) == [[]]


@pytest.mark.parametrize(
    ("said", "duty"),
    [
        ("The rebels were squeezing taxes out of coffee traders.", "bars the collection of money from civilians"),
        ("The prison gates stayed shut for all forty men.", "free the detainees"),
    ],
)
def test_the_weights_of_the_package_tie_a_claim_to_a_duty_in_other_words(said: str, duty: str) -> None:
    duties = ["withdrawal of heavy guns", "free the detainees", "bars the collection of money from civilians"]
    (found,) = trained_duty_judge().meant([Words(said, 0, len(said))], duties)
    assert duties[int(np.argmax(found))] == duty
