"""The whole log out and in, and a copy that may be shown to others."""

import json
import zipfile
from datetime import date

import pytest

from trucewatch.casework import register
from trucewatch.casework.exchange import export_case, import_case
from trucewatch.casework.redacted import export_redacted
from trucewatch.casework.verify import faults
from trucewatch.casework.views import case_view
from trucewatch.core.errors import BadInput, BrokenLedger, CaseExists, Refused
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger.decide import Decision, review
from trucewatch.ledger.jsonl import load
from trucewatch.ledger.redact import leaks

from .cases import AGREEMENT, MINISTER, MISSION, a_case, evidence, put

DAY = date(2020, 10, 31)
SECRET = """TRIPOLI, 27 October 2020

Khalid Zarrouk, a commander of the Libyan National Army (LNA), told our field officer in Wadi Kaam on Tuesday that his brigade would not release
the prisoners of war at Gernada.
"""


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT, handling="TLP:CLEAR")
        put(made, tmp_path, "minister.txt", MINISTER, handling="TLP:GREEN", source="our stringer Hamid")
        yield made


def whole(case) -> list:
    return list(case.store.read(case.id))


# --------------------------------------------------------------------------- the whole log


@pytest.mark.parametrize("name", ["log.jsonl", "case.zip"])
def test_the_log_goes_out_and_in_unchanged(case, tmp_path, name):
    assert export_case(case, tmp_path / name) == case.head().seq
    with import_case(tmp_path / "again", tmp_path / name, by="bo") as again:
        assert whole(again) == whole(case)
        assert again.head() == case.head()
        assert case_view(again, evidence(again), as_of=DAY).status == case_view(case, evidence(case), as_of=DAY).status
        missing = len(faults(again)[0])
        assert missing == (0 if name.endswith(".zip") else 2)
        put(again, tmp_path, "mission.txt", MISSION)
        export_case(again, tmp_path / "more.jsonl")
    with import_case(tmp_path / "third", tmp_path / "more.jsonl", by="bo") as third:
        assert third.state().documents.keys() == {"d1", "d2", "d3"}


def test_a_damaged_file_is_named_with_its_line_and_nothing_is_there(case, tmp_path):
    export_case(case, tmp_path / "log.jsonl")
    lines = (tmp_path / "log.jsonl").read_text().splitlines(keepends=True)
    changed = [*lines[:2], lines[2].replace("deal.txt", "dual.txt"), *lines[3:]]
    for damage, says in (
        ("".join(lines[:-1]), r"log\.jsonl: the file was cut off"),
        ("".join(changed), r"log\.jsonl: line 3: event 3 was changed"),
        ("".join(lines)[:-30], r"log\.jsonl: line 7: it is no event"),
        ("no log\n", r"line 1: it is no event"),
    ):
        (tmp_path / "log.jsonl").write_text(damage)
        with pytest.raises(BrokenLedger, match=says):
            import_case(tmp_path / "again", tmp_path / "log.jsonl", by="bo")
        assert not (tmp_path / "again" / "case.toml").exists()
    (tmp_path / "log.jsonl").write_text("".join(lines))
    import_case(tmp_path / "again", tmp_path / "log.jsonl", by="bo").store.close()
    with pytest.raises(CaseExists):
        import_case(tmp_path / "again", tmp_path / "log.jsonl", by="bo")


def test_an_event_of_an_unknown_kind_is_named_and_the_log_stays(case):
    case.record(Decision((NewEvent("claim-dreamt.v1", "claim:d2/k1", {"of": "peace"}),)))
    seq = case.head().seq
    with pytest.raises(BrokenLedger, match=rf'event {seq} is "claim-dreamt\.v1", which this version does not know'):
        case_view(case, evidence(case), as_of=DAY)
    assert case.first_break() is None


def test_an_archive_with_a_changed_original_is_refused(case, tmp_path):
    export_case(case, tmp_path / "case.zip")
    with zipfile.ZipFile(tmp_path / "case.zip") as good, zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            bad.writestr(name, data + b"!" if name.startswith("originals/") else data)
    with pytest.raises(BrokenLedger, match="is not the original of that name"):
        import_case(tmp_path / "again", tmp_path / "bad.zip", by="bo")
    assert not (tmp_path / "again" / "case.toml").exists()


# --------------------------------------------------------------------------- the redacted copy


@pytest.fixture
def with_secrets(case, tmp_path):
    """A restricted report and draft among open documents, with decisions on both."""
    (tmp_path / "brigade-9").mkdir()
    put(case, tmp_path / "brigade-9", "debrief-zarrouk.txt", SECRET, handling="TLP:RED", source="field officer")
    put(case, tmp_path, "draft-of-march.txt", AGREEMENT.replace("Geneva", "Ghadames"), handling="TLP:AMBER")
    put(case, tmp_path, "mission.txt", MISSION, handling="TLP:CLEAR")
    put(case, tmp_path, "unmarked-note.txt", MISSION.replace("prisoners of war", "detainees at Mitiga"))
    for claim, act in (("d2/k1", review.accept), ("d3/k1", review.accept)):
        case.decide(
            lambda state, versions, c=claim, a=act: a(state, c, versions, "as d3 and Zarrouk say"), [f"claim:{claim}"]
        )
    case.decide(lambda s, v: review.undo(s, "d2/k1", "Zarrouk took it back", v), ["claim:d2/k1"])
    register.set_anchor(case, "d1", "entry-into-force", "2020-11-01", "Zarrouk, by telephone")
    register.relate(case, "d1", "conflicts-with", "d4", "the draft in d4")
    return case


RESTRICTED = [
    "Zarrouk", "Gernada", "Wadi Kaam", "debrief-zarrouk", "brigade-9", "field officer", "stringer", "Ghadames", "draft-of-march",
    "Mitiga", "unmarked-note", "ada", "d4", "d5", "d6",
]  # fmt: skip


def test_the_redacted_copy_leaks_nothing(with_secrets, tmp_path):
    number, left_out = export_redacted(
        with_secrets, tmp_path / "shown.jsonl", limit="TLP:GREEN", unmarked="TLP:RED", title="For the press"
    )
    text = (tmp_path / "shown.jsonl").read_text()
    values = json.dumps([json.loads(line) for line in text.splitlines()], ensure_ascii=False)
    for word in RESTRICTED:
        pattern = f'"{word}' if word in ("ada", "d4", "d5", "d6") else word
        assert pattern not in values, word
    hidden = [
        d.now.sha256 for d in with_secrets.state().documents.values() if d.handling in (None, "TLP:RED", "TLP:AMBER")
    ]
    assert not [sha256 for sha256 in hidden if sha256 in text]
    assert str(tmp_path) not in text
    assert left_out == 3
    assert number == len(list(load(text.splitlines())))


def test_the_redacted_copy_is_a_case_that_says_what_the_open_documents_say(with_secrets, tmp_path):
    export_redacted(with_secrets, tmp_path / "shown.jsonl", limit="TLP:GREEN", unmarked="TLP:RED", title="Press")
    with import_case(tmp_path / "shown", tmp_path / "shown.jsonl", by="bo") as shown:
        assert [d.name for d in shown.state().documents.values()] == ["deal.txt", "minister.txt", "mission.txt"]
        assert shown.first_break() is None
        status = case_view(shown, evidence(shown), as_of=DAY).status
        assert [c.reading for c in status.commitments] == ["agreed", "contested", "agreed"]
        assert [c.id.partition("/")[0] for c in status.commitments] == ["d1"] * 3
        assert shown.state().review("d2/k1").standing == ()
        assert len(shown.state().review("d2/k1").decisions) == 1
        relation = register.register_json(shown, DAY)["agreements"][0]["relations"][0]
        assert (relation["other"], relation["source"]) == ("withheld", "withheld")


def test_what_a_person_set_right_points_to_nothing_left_out(with_secrets, tmp_path):
    tie = {"commitment": "d4/art_2__para_1__c1", "agreement": "d4", "reason": "the draft of March says so", "also": []}
    fields = {"about": tie, "stance": "REINTERPRET_NARROW", "notes": ["Zarrouk says so"]}
    with_secrets.decide(
        lambda state, versions: review.correct(state, "d2/k1", fields, "Zarrouk says so", versions), ["claim:d2/k1"]
    )
    export_redacted(with_secrets, tmp_path / "x.jsonl", limit="TLP:GREEN", unmarked="TLP:RED", title="x")
    with import_case(tmp_path / "shown", tmp_path / "x.jsonl", by="bo") as shown:
        kept = shown.state().review("d2/k1").fields
    assert kept["stance"] == "REINTERPRET_NARROW"
    assert (kept["about"]["commitment"], kept["about"]["agreement"], kept["about"]["reason"]) == (
        None,
        None,
        "withheld",
    )
    assert "notes" not in kept
    assert "March" not in (tmp_path / "x.jsonl").read_text()


def test_with_a_wider_limit_more_stays(with_secrets, tmp_path):
    _, left_out = export_redacted(
        with_secrets, tmp_path / "team.jsonl", limit="TLP:AMBER", unmarked="TLP:AMBER", title="Team"
    )
    assert left_out == 1


def test_private_documents_stay_out_whatever_their_handling(case, tmp_path):
    put(case, tmp_path, "call.txt", SECRET, handling="TLP:CLEAR", visibility="private-anonymous")
    assert export_redacted(case, tmp_path / "x.jsonl", limit="TLP:RED", unmarked="TLP:RED", title="x")[1] == 1
    assert "Zarrouk" not in (tmp_path / "x.jsonl").read_text()


def test_a_restricted_passage_that_an_open_document_repeats_is_no_leak_and_others_are(case, tmp_path):
    put(case, tmp_path, "call.txt", MINISTER + SECRET, handling="TLP:RED")
    export_redacted(case, tmp_path / "x.jsonl", limit="TLP:GREEN", unmarked="TLP:RED", title="x")
    with pytest.raises(Refused, match="1 restricted names or passages would be in the copy"):
        export_redacted(
            case, tmp_path / "y.jsonl", limit="TLP:GREEN", unmarked="TLP:RED", title="From call.txt: Khalid Zarrouk"
        )
    assert not (tmp_path / "y.jsonl").exists()


def test_leaks_are_found_in_any_spelling_of_json():
    line = json.dumps({"a": "the brigade of “Wadi Kaam”"})
    assert leaks([line], ["the brigade of “Wadi Kaam”", "nothing"]) == ["the brigade of “Wadi Kaam”"]


def test_a_copy_with_originals_is_refused(case, tmp_path):
    with pytest.raises(BadInput, match="would hold the originals"):
        export_redacted(case, tmp_path / "x.zip", limit="TLP:GREEN", unmarked="TLP:RED", title="x")
    with pytest.raises(BadInput, match='--limit is "GREEN"; expected one of TLP:RED'):
        export_redacted(case, tmp_path / "x.jsonl", limit="GREEN", unmarked="TLP:RED", title="x")
