"""Several who do something together, in the forms of wires, and subjects that parsers hang elsewhere."""

import pytest

from .reading_wholly import read_wholly, told_wholly

SPOKE = " The Front said on Monday that the army had broken the truce."


@pytest.mark.parametrize(
    ("subject", "speakers"),
    [
        ("The government and two rebel groups, the Front and the Union,", ["government", "Front", "Union"]),
        ("The two rebel groups, the Front and the Union,", ["Front", "Union"]),
        ("Sudan, the Front and the Union", ["Sudan", "Front", "Union"]),
        ("The government and the Front", ["government", "Front"]),
    ],
)
def test_each_of_those_who_sign_is_named(subject, speakers):
    told = told_wholly(f"{subject} signed a ceasefire in Goma on Friday.{SPOKE}")
    assert [name for name, stance in told if stance == "COMMIT"] == speakers


@pytest.mark.parametrize(
    ("subject", "speakers"),
    [
        (
            "The government, the Front for Change (FC) and the Justice Movement (JM)",
            ["government", "Front for Change", "Justice Movement"],
        ),
        ("The rebel movement, the Front for Change,", ["Front for Change"]),
    ],
)
def test_who_is_listed_beside_a_name_is_another_and_who_is_put_beside_it_the_same(subject, speakers):
    assert [name for name, _ in told_wholly(f"{subject} signed a ceasefire in Goma on Friday.")] == speakers


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Right-wing commentators have for weeks accused the mission of being 'a rebel front'.",
            "Right-wing commentators",
        ),
        ("Should a single shell fall on Bouna again, the Front will leave the truce.", "Front"),
    ],
)
def test_the_subject_of_a_parted_verb_is_its_own(sentence, speaker):
    assert told_wholly(sentence)[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The figures could not be independently confirmed.", ""),
        ("The claim could not be verified.", ""),
        ("It could not be established who had fired.", "UN mission"),
        ("The figures were confirmed by the mission.", "mission"),
    ],
)
def test_a_wires_own_disclaimer_is_no_finding_of_the_monitors(sentence, speaker):
    lead = "ZUGDIDI, 4 May 1998 (Reuters) - The UN mission said on Monday that the militia had killed nine men. "
    assert told_wholly(lead + sentence)[-1] == (speaker, "THIRD_PARTY_FINDING")


def test_those_who_are_listed_as_present_are_not_one():
    told = told_wholly(
        "Minutes of the 14th session of the Joint Ceasefire Commission\nYundum, 9 May 2017\n\nPresent: the Chair (Brig. Gen. Sola "
        "Adeniyi, ECOMIG), the delegation of the Government (Col. Momodou Jallow), the delegation of the Movement of Democratic "
        "Forces (Cmdr. Salif Sadio Bodian).\n\nThe Chair noted that no trace of return fire had been found. Cmdr. Bodian demanded "
        "that the platoon be withdrawn. Col. Jallow replied that no withdrawal had ever been promised.\n"
    )
    assert [name for name, _ in told] == ["Chair", "Bodian", "Jallow"]


def test_two_names_for_one_are_still_one():
    report = read_wholly(
        "Goma, 9 May 2017. The commander, the priest Augustin Kone, accused the army of breaking the truce."
    )
    (claim,) = report.claims
    (speaker,) = [actor for actor in report.actors if actor.id == claim.speaker]
    assert {"commander", "priest", "Augustin Kone"} <= {mention.exact for mention in speaker.mentions}
