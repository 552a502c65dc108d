"""Decisions on claims: what they do, what is refused, and what was shown when they were made."""

from datetime import date

import pytest

from trucewatch.casework import review
from trucewatch.casework.case import open_case
from trucewatch.casework.claims import Claims
from trucewatch.casework.corrections import wishes
from trucewatch.casework.shown import claim_json
from trucewatch.casework.splitting import part_wish
from trucewatch.casework.views import case_view
from trucewatch.core.errors import BadInput, Refused, StaleVersion
from trucewatch.ledger.recorded import report_of

from .cases import AGREEMENT, MINISTER, SetClock, a_case, evidence, put

DAY = date(2020, 10, 31)
TWO = """TRIPOLI, 25 October 2020

The defence minister of the Government of National Accord (GNA), Salah al-Namroush, said on Sunday that the ceasefire
agreement signed in Geneva does not cover the military training agreements with Turkey.

The Libyan National Army (LNA) said on Sunday that the GNA had violated the ceasefire agreement signed in Geneva.
"""


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path, provisional=False) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT)
        put(made, tmp_path, "two.txt", TWO)
        yield made


def claim(case, name="d2/k1"):
    return Claims(case, case.state()).find(name)


def readings(case) -> set[str]:
    return {c.reading for c in case_view(case, evidence(case), as_of=DAY).status.commitments}


def test_an_accepted_claim_counts_and_an_undone_one_does_not(case):
    assert readings(case) == {"agreed"}
    (event,) = review.accept(case, ["d2/k1"])
    assert (event.by, event.name) == ("ada", "claim-accepted.v1")
    assert "contested" in readings(case)
    review.undo(case, "d2/k1", "a slip")
    assert readings(case) == {"agreed"}
    assert [d["undone"] for d in claim_json(case, "d2/k1", viewer="ada")["decisions"]] == [True]


def test_several_are_accepted_or_none(case):
    before = case.head()
    with pytest.raises(Refused, match='no claim "d2/k9"; d2 has k1, k2'):
        review.accept(case, ["d2/k1", "d2/k9"])
    assert case.head() == before
    assert [event.stream for event in review.accept(case, ["d2/k1", "d2/k2", "d2/k1"])] == [
        "claim:d2/k1",
        "claim:d2/k2",
    ]


def test_a_correction_sets_what_is_other_than_before_and_what_follows_from_it(case):
    wished = wishes(
        ["stance=CONDUCT_SIGNAL", "speaker=none", "grade_true=b2", "happened_on=2020-10", "voice=paraphrased"]
    )
    review.correct(case, "d2/k1", wished, "it is told in the text's own voice")
    now = claim(case).now
    assert (now["stance"], now["axis"], now["speaker"]) == ("CONDUCT_SIGNAL", "conduct", None)
    assert now["chain"] == [{"role": "text"}]
    assert now["independence_group"] is None
    assert (now["grades"]["true"], now["grades"]["said"], now["grades"]["set_by"]) == ("B2", "A1", "set in review")
    assert (now["happened_on"]["earliest"], now["happened_on"]["latest"]) == ("2020-10-01", "2020-10-31")
    (decision,) = claim_json(case, "d2/k1", viewer="bo")["decisions"]
    assert decision["values"] == {
        "speaker": "none", "stance": "CONDUCT_SIGNAL", "axis": "conduct", "happened_on": "2020-10",
        "independence_group": "none", "grade_said": "A1", "grade_true": "B2",
    }  # fmt: skip


def test_a_corrected_speaker_is_the_origin_of_the_claim(case):
    read = claim(case).now
    assert read["independence_group"] == f"actor:{read['speaker']}"
    other = claim(case, "d2/k2").now["speaker"]
    review.correct(case, "d2/k1", {"speaker": other}, "he spoke for them")
    now = claim(case).now
    assert (now["speaker"], now["independence_group"]) == (other, f"actor:{other}")
    assert now["chain"][0] == {"role": "speaker", "actor": other}


def test_a_correction_moves_the_status_to_the_commitment_that_is_named(case):
    review.correct(case, "d2/k1", {"about": "art_3__para_1__c1"}, "it is about the fighters")
    contested = [
        c.id for c in case_view(case, evidence(case), as_of=DAY).status.commitments if c.reading == "contested"
    ]
    assert contested == ["d1/art_3__para_1__c1"]
    assert claim(case).now["about"] == {
        "commitment": "d1/art_3__para_1__c1", "agreement": "d1", "reason": "set in review", "also": [],
    }  # fmt: skip


def test_all_faults_of_a_correction_are_told_at_once_and_nothing_is_recorded(case):
    before = case.head()
    with pytest.raises(BadInput) as told:
        review.correct(
            case,
            "d2/k1",
            wishes(
                [
                    "stance=NONSENSE", "speaker=nobody_here", "about=art_9", "said_on=soon", "grade_true=G7",
                    "voice=loud", "colour=red", "echo_of=k1",
                ]
            ),
            "x",
        )  # fmt: skip
    text = str(told.value)
    for part in (
        'stance is "NONSENSE"; expected one of COMMIT, AFFIRM',
        'speaker is "nobody_here"; expected none, or somebody whom d2 names: ',
        'about is "art_9"; expected none, an agreement of the case, or a commitment',
        'said_on is "soon"; expected none, or a date such as 2021-03-15',
        'grade_true is "G7"; expected an Admiralty grade',
        'voice is "loud"; expected one of quoted, paraphrased, author',
        '"colour" is no field of a claim',
        "echo_of is k1, the claim itself",
    ):
        assert part in text
    assert "\n" not in text
    assert case.head() == before


@pytest.mark.parametrize(
    ("wished", "says"),
    [
        (["stance=ACCUSE", "axis=conduct"], 'axis is "conduct"; expected speech, which ACCUSE is on'),
        (["voice=paraphrased"], "has these values already"),
        (["stance"], '"stance" sets nothing; expected NAME=VALUE'),
        (["stance=ACCUSE", "stance=COMMIT"], '"stance" is set twice'),
    ],
)
def test_values_that_do_not_fit_each_other_are_refused(case, wished, says):
    with pytest.raises(BadInput, match=says):
        review.correct(case, "d2/k1", wishes(wished), "x")


def test_decisions_that_need_a_reason_are_refused_without(case):
    for act in (
        lambda: review.correct(case, "d2/k1", {"voice": "quoted"}, " "),
        lambda: review.reject(case, "d2/k1", ""),
        lambda: review.merge(case, "d2/k1", "d2/k2", ""),
        lambda: review.split(case, "d2/k1", [part_wish("Salah"), part_wish("Geneva")], ""),
    ):
        with pytest.raises(Refused, match="needs a reason"):
            act()


def test_a_rejected_and_a_merged_claim_count_no_more_and_are_closed(case):
    review.accept(case, ["d2/k1"])
    review.reject(case, "d2/k1", "it is the reporter's guess")
    assert readings(case) == {"agreed"}
    with pytest.raises(Refused, match="d2/k1 counts no more: ada decided so"):
        review.accept(case, ["d2/k1"])
    with pytest.raises(Refused, match="d2/k1 counts no more"):
        review.merge(case, "d2/k2", "d2/k1", "the same words")
    review.undo(case, "d2/k1", "it stays")
    review.merge(case, "d2/k2", "d2/k1", "the same words")
    assert claim_json(case, "d2/k2", viewer="ada")["state"] == "merged"
    assert "contested" in readings(case)


# --------------------------------------------------------------------------- what was shown


def test_a_decision_on_what_has_changed_since_it_was_shown_is_stale(case, tmp_path):
    shown = claim_json(case, "d2/k1", viewer="ada")
    with open_case(tmp_path / "case", by="bo", clock=SetClock()) as other:
        review.correct(other, "d2/k1", {"voice": "quoted"}, "these are his words")
    before = case.head()
    with pytest.raises(StaleVersion, match=r"d2/k1 is at version 1\.\d+; your decision was based on 0\.\d+"):
        review.accept(case, [f"d2/k1@{shown['version']}"])
    assert case.head() == before
    review.accept(case, [f"d2/k1@{claim_json(case, 'd2/k1', viewer='ada')['version']}"])


def test_a_revision_makes_what_was_shown_stale_and_a_copy_that_changes_nothing_does_not(case, tmp_path):
    shown = claim_json(case, "d2/k1", viewer="ada")["version"]
    put(case, tmp_path, "two.txt", TWO)
    assert claim_json(case, "d2/k1", viewer="ada")["version"] == shown
    put(case, tmp_path, "two.txt", TWO + "\nHe left.\n")
    with pytest.raises(StaleVersion):
        review.accept(case, [f"d2/k1@{shown}"])


def test_whoever_writes_between_the_look_and_the_record_makes_it_stale(case, monkeypatch, tmp_path):
    find = Claims.find

    def slow(self, name, version=None):
        found = find(self, name, version)
        monkeypatch.setattr(Claims, "find", find)
        with open_case(tmp_path / "case", by="bo", clock=SetClock()) as other:
            review.reject(other, "d2/k1", "no claim")
        return found

    monkeypatch.setattr(Claims, "find", slow)
    with pytest.raises(StaleVersion):
        review.accept(case, ["d2/k1"])
    assert claim_json(case, "d2/k1", viewer="ada")["state"] == "rejected"


def test_names_of_claims_are_checked(case):
    for name, says in (("k1", "names no claim"), ("d2/k1@7", "names no claim")):
        with pytest.raises(BadInput, match=says):
            review.accept(case, [name])
    with pytest.raises(BadInput, match="no claim was named"):
        review.accept(case, [])
    with pytest.raises(Refused, match='no report "d9"; it has d2'):
        review.accept(case, ["d9/k1"])
    with pytest.raises(Refused, match='no report "d1"'):
        review.accept(case, ["d1/k1"])


# --------------------------------------------------------------------------- splitting


def test_a_claim_is_split_into_parts_that_quote_the_document(case):
    review.split(
        case,
        "d2/k1",
        [
            part_wish("Salah al-Namroush, said on Sunday that the ceasefire agreement signed in Geneva"),
            part_wish("does not cover the military training agreements with Turkey => stance=DENY_OBLIGATION"),
        ],
        "two things",
    )
    parts = case.state().review("d2/k1").verdict.what.parts
    original = (case.folder.bytes_of(case.state().documents["d2"].now.sha256)).decode()
    for part in parts:
        quote = part["quote"]
        assert original[quote["start"] : quote["end"]] == quote["exact"]
        assert original[: quote["start"]].endswith(quote["prefix"])
    assert [part["stance"] for part in parts] == [claim(case).read["stance"], "DENY_OBLIGATION"]
    assert "disputed_existence" in readings(case)
    report = report_of({**claim(case).reading.data, "claims": parts})
    assert [c.id for c in report.claims] == ["k1.1", "k1.2"]
    with pytest.raises(Refused, match=r"d2/k1\.1 is a part of d2/k1"):
        review.accept(case, ["d2/k1.1"])


@pytest.mark.parametrize(
    ("parts", "error", "says"),
    [
        (["He never said that", "Geneva"], Refused, "part 1: its words do not stand in d2"),
        (["0:99999", "Geneva"], Refused, "part 1: d2 has no text from 0 to 99999"),
        (["9:9", "Geneva"], Refused, "part 1: d2 has no text from 9 to 9"),
        (["e", "Geneva"], Refused, r"part 1: its words stand in d2 at \d+:\d+, "),
        ([" => stance=ACCUSE", "Geneva"], BadInput, "part 1 has no words"),
        (["Geneva => stance=X", "Salah"], BadInput, 'part 1: stance is "X"'),
        (["Salah"], Refused, "two claims or more; 1 was given"),
        (["26:29", "26:29"], Refused, "have the same words, stance and speaker"),
    ],
)
def test_parts_that_do_not_stand_in_the_document_are_refused(case, parts, error, says):
    before = case.head()
    with pytest.raises(error, match=says):
        review.split(case, "d2/k1", [part_wish(part) for part in parts], "two things")
    assert case.head() == before


# --------------------------------------------------------------------------- coding


def test_a_coder_does_not_see_the_other_s_values_before_having_coded(case):
    review.code(case, "d2/k1", "ada", {"stance": "ACCUSE", "grade_true": "B2"})

    def seen(viewer, **how):
        return claim_json(case, "d2/k1", viewer=viewer, **how)["codings"]

    assert seen("bo", coder="bo") == {"number": 1, "hidden": True, "values": {}}
    assert seen("bo") == {"number": 1, "hidden": True, "values": {}}
    assert seen("ada", coder="ada")["values"] == {"ada": {"stance": "ACCUSE", "grade_true": "B2"}}
    blind = claim_json(case, "d2/k1", viewer="bo", coder="bo", blind=True)
    assert blind["claim"].keys() == {"id", "quote"}
    assert (blind["state"], blind["decisions"]) == (None, [])
    assert "ACCUSE" not in str(blind)
    review.code(case, "d2/k1", "bo", {"stance": "CONDITION"})
    assert seen("bo", coder="bo")["values"].keys() == {"ada", "bo"}
    assert seen("cy")["values"].keys() == {"ada", "bo"}
    assert seen("cy", coder="cy")["values"] == {}


def test_a_coding_is_no_verdict_and_a_later_one_replaces_it(case):
    review.code(case, "d2/k1", "ada", {"stance": "ACCUSE"})
    review.code(case, "d2/k1", "ada", {"stance": "CONDITION", "target": "none"})
    assert claim_json(case, "d2/k1", viewer="ada")["state"] == "suggestion"
    assert claim_json(case, "d2/k1", viewer="ada")["codings"]["values"] == {
        "ada": {"stance": "CONDITION", "target": "none"}
    }
    with pytest.raises(BadInput, match="the coder has no name"):
        review.code(case, "d2/k1", " ", {"stance": "ACCUSE"})


def test_a_curation_takes_what_coders_agree_on_and_asks_for_the_rest(case):
    review.code(case, "d2/k1", "ada", {"stance": "ACCUSE", "voice": "quoted"})
    with pytest.raises(Refused, match="coded by ada; curation needs two coders"):
        review.curate(case, "d2/k1", {"stance": "ACCUSE"}, "settled")
    review.code(case, "d2/k1", "bo", {"stance": "CONDITION", "voice": "quoted"})
    with pytest.raises(Refused, match=r"differ on stance\. Settle it, such as --set stance=ACCUSE"):
        review.curate(case, "d2/k1", {}, "settled")
    review.curate(case, "d2/k1", {"stance": "CONDITION"}, "the words set a condition")
    now = claim(case)
    assert (now.now["stance"], now.now["voice"], now.review.accepted) == ("CONDITION", "quoted", True)


def test_coders_who_come_to_what_stands_can_be_curated(case):
    stance = claim(case).now["stance"]
    for coder in ("ada", "bo"):
        review.code(case, "d2/k1", coder, {"stance": stance})
    review.curate(case, "d2/k1", {}, "both say so")
    assert claim_json(case, "d2/k1", viewer="ada")["state"] == "curated"


def test_claims_of_a_retracted_document_are_not_decided_on(case):
    from trucewatch.casework.marking import retract

    retract(case, "d2", "withdrawn")
    with pytest.raises(Refused, match="d2 was retracted: withdrawn"):
        review.accept(case, ["d2/k1"])


def test_what_is_not_public_about_a_document_is_not_public_about_its_claims(case, tmp_path):
    put(case, tmp_path, "minister.txt", MINISTER, visibility="private-anonymous")
    assert claim(case, "d3/k1").now["visibility"] == "private-anonymous"
    assert claim(case, "d3/k1").anonymous
    assert not claim(case, "d2/k1").anonymous
