"""The order of the queue: what accepting a claim would change, tried against the status itself."""

from datetime import date

import pytest

from tests.exporters.schemas import closed
from trucewatch.casework import queue, review
from trucewatch.casework.queue import coding_queue_json, queue_json
from trucewatch.casework.views import case_view
from trucewatch.core.errors import BadInput
from trucewatch.flow import waiting_claims

from .cases import AGREEMENT, EXAMPLE, MISSION, a_case, evidence, put

DAY = date(2020, 10, 31)
AXES = ("reading", "performance", "trend")


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path, provisional=False) as made:
        put(made, tmp_path, "deal.txt", (EXAMPLE / "agreement.txt").read_text(encoding="utf-8"))
        for name in ("2020-10-25-defence-minister", "2020-10-31-analyst-note", "2020-11-03-ghadames"):
            put(made, tmp_path, f"{name}.txt", (EXAMPLE / "reports" / f"{name}.txt").read_text(encoding="utf-8"))
        yield made


def page(case, **how):
    return queue_json(case, evidence(case), as_of=DAY, viewer="ada", **{"limit": 100, **how})


def status(case) -> dict[tuple[str, str], str]:
    view = case_view(case, evidence(case), as_of=DAY).status
    return {(c.id, axis): getattr(c, axis) for c in view.commitments for axis in AXES}


def test_every_change_that_the_queue_promises_comes_true_and_no_other(case):
    items = page(case)["items"]
    before = status(case)
    for item in items:
        review.accept(case, [item["id"]])
        after = status(case)
        promised = {(c["commitment"], c["axis"]): c["to"] for c in item["changes"]}
        assert {key: value for key, value in after.items() if before[key] != value} == promised, item["id"]
        review.undo(case, item["id"], "only tried")
    assert any(item["changes"] for item in items)
    assert any(not item["changes"] for item in items)


def test_trying_out_leaves_the_table_as_it_was(case):
    built = evidence(case)
    before = built.table.rows["accepted_from"].tolist()
    queue_json(case, built, as_of=DAY, viewer="ada")
    assert built.table.rows["accepted_from"].tolist() == before


def test_claims_that_change_a_status_come_first_then_signs_then_the_rest(case):
    kinds = [
        0 if item["changes"] else 1 if item["signals"] else 2 if "with other suggestions" in item["reasons"][0] else 3
        for item in page(case)["items"]
    ]
    assert kinds == sorted(kinds)
    assert {0, 1, 3} <= set(kinds)


def test_within_a_kind_the_earlier_rule_the_higher_level_and_more_rivals_come_first(case):
    waiting = waiting_claims(evidence(case).table)
    found = waiting.named(range(len(waiting)))
    levels = ["1", "2", "3", "4", "5", "X", "T", "A", "L", None]

    def weight(one):
        axis, number = (one.rule[0] == "T", int(one.rule[1:])) if one.rule else (True, 999)
        return axis, number, levels.index(one.level), -one.rivals

    assert [weight(one) for one in found] == sorted(weight(one) for one in found)
    # A claim that bears on how a clause is read comes before all others.
    assert found[0].rule.startswith("R")
    assert found[-1].rule is None


def test_rivals_are_claims_of_another_family_on_the_same_commitment(tmp_path):
    texts = {
        "one": "The Libyan National Army (LNA) said on Monday that all prisoners of war had been released.",
        "two": "The United Nations mission said on Monday that the release of prisoners of war had begun.",
        "three": "The Government of National Accord (GNA) accused the LNA on Monday of holding prisoners of war.",
    }
    with a_case(tmp_path) as case:
        put(case, tmp_path, "deal.txt", AGREEMENT)
        for name, text in texts.items():
            put(case, tmp_path, f"{name}.txt", f"GENEVA, 26 October 2020\n\n{text}\n")
        built = evidence(case)
        waiting = waiting_claims(built.table)
        found = {one.key: one for one in waiting.named(range(len(waiting))) if one.commitments}
        stances = {key: built.reading(one.document)["claims"][0]["stance"] for key, one in found.items()}
        family = {"CLAIM_COMPLIANCE": "progress", "REPORT_PROGRESS": "progress", "ACCUSE": "accuse"}
        families = {key: family[stance] for key, stance in stances.items()}
        assert set(families.values()) == {"progress", "accuse"}
        for key, one in found.items():
            assert one.rivals == sum(other != families[key] for other in families.values())


def test_what_is_decided_waits_no_more(case):
    total = page(case)["total"]
    first, second = (item["id"] for item in page(case, limit=2)["items"])
    review.accept(case, [first])
    review.reject(case, second, "none")
    after = page(case)
    assert after["total"] == total - 2
    assert {first, second} & {item["id"] for item in after["items"]} == set()
    review.undo(case, second, "it is one")
    assert page(case)["total"] == total - 1


def test_pages_follow_each_other(case):
    whole = [item["id"] for item in page(case)["items"]]
    pages = [page(case, limit=4, offset=at)["items"] for at in range(0, len(whole), 4)]
    assert [item["id"] for part in pages for item in part] == whole
    assert [item["place"] for part in pages for item in part] == [*range(1, len(whole) + 1)]
    assert page(case, offset=len(whole))["items"] == []
    for bad in ({"limit": 0}, {"offset": -1}):
        with pytest.raises(BadInput, match="cannot be shown"):
            page(case, **bad)


def test_claims_that_are_not_tried_say_so(case, monkeypatch):
    monkeypatch.setattr(queue, "TRIED", 2)
    items = page(case)["items"]
    assert [item["tried"] for item in items].count(True) == 2
    assert any("it was not tried alone" in item["reasons"][0] for item in items)
    assert items[-1]["reasons"][0] == "not tried: others weigh more"


def test_the_queue_fits_its_schema(case):
    for queue_shown in (page(case), coding(case, "bo", blind=True)):
        assert queue_shown["items"]
        closed("review-queue").validate(queue_shown)


# --------------------------------------------------------------------------- coders


def coding(case, coder, *, blind=False, **how):
    return coding_queue_json(case, evidence(case), as_of=DAY, coder=coder, blind=blind, **{"limit": 100, **how})


def test_a_coder_gets_what_they_have_not_coded_first_what_another_has(case):
    every = [item["id"] for item in coding(case, "bo")["items"]]
    assert every[0] == "d2/k1"
    third = every[3]
    review.code(case, third, "ada", {"stance": "ACCUSE"})
    assert [item["id"] for item in coding(case, "bo")["items"]] == [third, *(n for n in every if n != third)]
    assert third not in [item["id"] for item in coding(case, "ada")["items"]]
    review.reject(case, every[0], "none")
    assert every[0] not in [item["id"] for item in coding(case, "bo")["items"]]


def test_a_blind_coder_sees_words_and_no_judgement(case, tmp_path):
    put(case, tmp_path, "mission.txt", MISSION)
    review.code(case, "d2/k1", "ada", {"stance": "THREATEN"})
    blind = coding(case, "bo", blind=True)
    for item in blind["items"]:
        assert item["claim"].keys() == {"id", "quote"}
        assert item["reasons"] in (["coded by another"], ["in the order of the documents"])
    stances = {claim["stance"] for document in ("d2", "d3") for claim in evidence(case).reading(document)["claims"]}
    assert [stance for stance in (*stances, "THREATEN") if stance in str(blind)] == []
