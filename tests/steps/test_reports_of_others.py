"""Reports, notes and letters: whose words they hold, what a row of a table says, whom a patrol was kept out by."""

import pytest

from tests.steps.reading_wholly import day_said, names, read_wholly, told_wholly
from trucewatch.core.dates import When

_LETTER = (
    "Letter dated 9 August 2016 from the Permanent Representative of Varad to the United Nations addressed to the "
    "President of the Security Council\n\n"
)
_CHARGE = (
    "Identical letters dated 9 August 2016 from the Chargé d'affaires a.i. of the Permanent Mission of the Republic of Varad to "
    "the United Nations addressed to the Secretary-General and the President of the Security Council\n\n"
)
_REPORT = "Truce Observer Mission\nWeekly report, 9 October 2011\n\n"


@pytest.mark.parametrize("head", [_LETTER, _CHARGE])
@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 August the militants shelled Avdiv, wounding two civilians.",
        "The Ostrian side continues to deny the Mission access to the border.",
        "The rebels attacked a checkpoint in Harast on 1 August.",
    ],
)
def test_what_an_ambassador_writes_of_others_is_his_charge(head, sentence):
    ((who, stance),) = told_wholly(head + sentence)
    assert stance == "ACCUSE"
    assert "Varad" in who


@pytest.mark.parametrize(
    "sentence",
    ["Varad left the village of Petro on 7 August.", "Varadian troops left the village of Petro on 7 August."],
)
def test_what_his_country_did_is_his_word(sentence):
    report = read_wholly(_LETTER + sentence)
    (claim,) = report.claims
    assert claim.stance == "CLAIM_COMPLIANCE"
    assert day_said(claim) == "2016-08-09"
    assert isinstance(claim.happened_on, When)
    assert claim.happened_on.edtf == "2016-08-07"


@pytest.mark.parametrize("writer", ["the Chair of the Panel of Experts", "the Secretary-General"])
def test_who_watches_others_finds_a_breach(writer):
    text = f"Letter dated 9 August 2016 from {writer} addressed to the President of the Security Council\n\n"
    assert told_wholly(f"{text}On 4 August the militants shelled Avdiv.") == [("militants", "BREACH")]


def test_i_am_the_sender_of_a_note():
    text = (
        "NOTE FOR THE FILE\n\nFrom: Ingrid Solheim, Special Envoy\nTo: Director, Peace Support Division\nDate: 14 February 2017\n\n"
        "The army left Lel on 9 February.\n\nI urge both sides to respect the ceasefire.\n"
    )
    report = read_wholly(text)
    assert told_wholly(text)[-1] == ("Ingrid Solheim", "CALL_TO_COMPLY")
    assert day_said(report.claims[-1]) == "2017-02-14"


@pytest.mark.parametrize(
    "row",
    [
        "3 Oct      Dera          Army shelled the village with mortars for an hour      Verified",
        "3 Oct\tDera\tArmy shelled the village with mortars for an hour\tVerified",
    ],
)
def test_cells_between_blanks_are_no_part_of_the_next(row):
    report = read_wholly(f"{_REPORT}Incidents this week:\n\n{row}\n")
    (claim,) = report.claims
    assert claim.quote.span.exact == "Army shelled the village with mortars for an hour"
    assert names(report)[claim.speaker or ""] == "Army"
    assert isinstance(claim.happened_on, When)
    assert claim.happened_on.edtf == "2011-10-03"


def test_wide_blanks_alone_make_no_row():
    text = "The army left Kilo on 3 May 2011, the mission said.".replace(" ", "   ")
    assert len(told_wholly(text)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "National forces denied the patrol access to Bang.",
        "National forces denied the observers passage on the road to Bang.",
        "National forces refused the team permission to go to Bang.",
    ],
)
def test_who_keeps_a_patrol_out_finds_nothing(sentence):
    assert told_wholly(_REPORT + sentence) == [("National forces", "BREACH")]


def test_monitors_who_are_not_let_in_leave_nothing_undone():
    told = told_wholly(f"{_REPORT}National forces did not allow the monitors to enter the port.")
    assert told in ([("National forces", "BREACH")], [("Truce Observer Mission", "THIRD_PARTY_FINDING")])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("An ADF press release says that troops did not cross the line on 4 October.", ("ADF", "DENY_CONDUCT")),
        ("A news release by the Army claims that its men had left the zone.", ("Army", "CLAIM_COMPLIANCE")),
        ("The ADF liaison stated that overflights would continue.", ("ADF liaison", "DECLARE_CONTINUE")),
        ("The rebels lodged a protest with the mission on 3 October.", ("rebels", "ACCUSE")),
    ],
)
def test_what_a_party_says_in_a_report_is_its_own(sentence, told):
    assert told_wholly(_REPORT + sentence) == [told]


def test_the_release_of_captives_says_nothing():
    assert told_wholly(f"{_REPORT}The release of the captives has been put off, the rebels say.")[0][0] != "captives"


@pytest.mark.parametrize(
    "sentence",
    [
        "We call on the mediators to hold Varad responsible.",
        "We call on the mediators, Ostria and Lora, to hold both parties responsible.",
    ],
)
def test_who_is_called_on_to_say_it_has_not_said_it(sentence):
    assert [stance for _, stance in told_wholly(f"{_REPORT}{sentence}")] == ["CALL_TO_COMPLY"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Army officers told the mission that no soldiers had entered the area since March 2011.",
        "The committee has not met since December 2010.",
        "The parties agreed to revive the agreements reached since March 2006.",
    ],
)
def test_since_a_month_is_no_day_of_a_deed(sentence):
    assert all(not isinstance(c.happened_on, When) for c in read_wholly(_REPORT + sentence).claims)


def test_a_deed_without_a_day_did_not_happen_on_that_of_the_report():
    text = f"{_REPORT}The army blocked a patrol of the mission at Kilo. National forces denied a patrol access to Bang."
    assert all(not isinstance(c.happened_on, When) for c in read_wholly(text).claims)


def test_what_is_found_on_a_visit_is_told():
    report = read_wholly(f"{_REPORT}A team of observers visited the place on 5 October and found spent shells.")
    assert [claim.quote.span.exact for claim in report.claims] == ["found spent shells"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("According to a leaked UN report, Varad flew 150 cargo flights to Lora.", "UN"),
        ("The army is in violation of Article 3 of the accord.", "Truce Observer Mission"),
    ],
)
def test_a_party_finds_nothing_against_itself(sentence, told):
    assert [who for who, stance in told_wholly(_REPORT + sentence) if stance == "THIRD_PARTY_FINDING"] == [told]


def test_what_we_counted_is_no_finding_of_the_army():
    text = f"{_REPORT}The military says it has killed 319 rebels; we counted 287 deaths, of whom at least 95 were civilians."
    assert ("military", "THIRD_PARTY_FINDING") not in told_wholly(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Disarmament of some 300 fighters has been postponed to October.",
        "Disarmament of the 300 men at Tiwin has been postponed to October.",
    ],
)
def test_what_was_put_off_was_put_off_by_nobody(sentence):
    assert told_wholly(_REPORT + sentence) in ([("", "DELAY")], [("Truce Observer Mission", "DELAY")])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The rebels say the army has no intention of leaving.", ("rebels", "ACCUSE")),
        ("General Vasco told us that his patrol had seen fresh trenches at Bor.", ("Vasco", "ACCUSE")),
        (
            "The army commander in Bor did not admit the verification team on 3 October.",
            ("army commander in Bor", "BREACH"),
        ),
    ],
)
def test_what_one_side_says_is_no_finding(sentence, told):
    assert told_wholly(_REPORT + sentence) == [told]


def test_who_orders_his_men_to_stay_in_camp_goes_on_with_nothing():
    (claim,) = read_wholly(f"{_REPORT}The army said that its men had been ordered to stay in their camps.").claims
    assert claim.stance in ("COMMIT", "CLAIM_COMPLIANCE")


def test_a_team_that_was_turned_back_breaks_nothing():
    told = told_wholly(f"{_REPORT}Team was stopped at an army roadblock and turned back.")
    assert all(stance == "THIRD_PARTY_FINDING" for _, stance in told)


def test_what_is_expected_of_somebody_is_not_said():
    assert told_wholly(f"{_REPORT}Council members are expected to call on both sides to observe the ceasefire.") == []


def test_what_could_not_be_established_is_quoted_so():
    (claim,) = read_wholly(f"{_REPORT}JVT deployed on 3 October and could not establish who fired.").claims
    assert claim.quote.span.exact.endswith("could not establish who fired")


def test_one_subject_does_all_that_a_list_tells():
    text = (
        f"{_REPORT}On 3 October the team met the army commander in Bor. He rejected the complaint, said that no rebels were in his area, "
        "and invited the mission to inspect any camp."
    )
    assert [who for who, stance in told_wholly(text) if stance == "THIRD_PARTY_FINDING"] == []


def test_the_point_of_a_month_cut_short_ends_a_sentence():
    report = read_wholly(f"{_REPORT}M23 left two positions on 6 Oct. FARDC has not released the captives.")
    assert names(report)[report.claims[0].speaker or ""] == "M23"
    assert [c.quote.span.exact.rstrip(".") for c in report.claims] == [
        "M23 left two positions on 6 Oct",
        "FARDC has not released the captives",
    ]


def test_in_the_middle_of_a_sentence_it_does_not():
    (claim,) = read_wholly(f"{_REPORT}On 6 Oct. Colonel Bahati denied that his men had attacked the convoy.").claims
    assert day_said(claim) == "2011-10-06"


def test_the_day_of_an_agreement_is_not_that_of_an_update():
    text = (
        "Aceh Watch: monthly update, August 2003 (issued 5 September)\n\nThe front insists it is still bound by the Cessation of "
        'Hostilities Agreement of 9 December 2002. A field commander in Pidie told us on 22 August that "there is no agreement any more".\n'
    )
    report = read_wholly(text)
    assert report.document.published_on is None or report.document.published_on.edtf == "2003-09-05"
    assert "2003-08-22" in {day_said(claim) for claim in report.claims}


def test_he_is_whom_the_team_met_last():
    text = (
        f"{_REPORT}The team met the rebels' political head, Daya Mohan, on 1 October. Daya Mohan said two recruits had gone home.\n\n"
        "On 2 October the team met the Brigade Commander in Weli. He denied that his men had attacked the camp.\n"
    )
    assert told_wholly(text)[-1] == ("Brigade Commander", "DENY_CONDUCT")


def test_the_day_in_front_of_a_place_is_that_of_the_entry():
    text = (
        "Weekly note, 9 October 2014\n\nIncidents\n\n1. 2 Sep, Kibu. FARDC reported that rebels had crossed the border.\n"
        "2. 4 Sep, Tongo. M23 left two positions on the Tongo road.\n3. 5 Sep, Maba. FARDC released two prisoners.\n"
    )
    happened = [c.happened_on.edtf for c in read_wholly(text).claims if isinstance(c.happened_on, When)]
    assert happened == ["2014-09-04", "2014-09-05"]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The team asked for the release of three recruits.", "CALL_TO_COMPLY"),
        ("Varad says that no Varadian soldiers are fighting in Lora.", "DENY_CONDUCT"),
    ],
)
def test_what_asks_or_denies_accuses_nobody(sentence, stance):
    assert [told for _, told in told_wholly(_REPORT + sentence)] == [stance]


def test_what_my_observers_counted_i_found():
    text = (
        "MEMORANDUM\nDATE: 3 August 1998\nFROM: Chief Military Observer, MOMEP\nTO: Guarantors' High-Level Group\n\n"
        "My observers counted 46 helicopter flights by Varad.\n"
    )
    assert told_wholly(text) == [("Chief Military Observer", "THIRD_PARTY_FINDING")]


def test_months_of_a_title_are_its_period():
    text = "Truce Observer Mission\nReport on the accord\nPeriod: January-June 2022\n\nThe army left Kilo.\n"
    assert read_wholly(text).document.published_on is None


def test_a_list_of_what_is_urged_calls_on_each():
    text = (
        "Sahel Watch alert, 9 September 2022\n\nWe urge:\n1. the Government of Varad to restore banking and telecoms;\n"
        "2. the rebel authorities to return the fuel;\n3. the Regional Union to convene talks without delay.\n"
    )
    told = told_wholly(text)
    assert {stance for _, stance in told} == {"CALL_TO_COMPLY"}
    assert len(told) > 2


def test_convoys_that_stop_break_nothing():
    told = told_wholly(
        "Sahel Watch alert, 9 September 2022\n\nFive months after the truce, aid convoys have again stopped.\n"
    )
    assert ("aid convoys", "BREACH") not in told


def test_patrols_not_let_in_are_a_finding():
    text = "EU Monitoring Mission in Lora\nPress note, 14 October 2008\n\nOur patrols were not allowed into Perevi.\n"
    assert [stance for _, stance in told_wholly(text)] == ["THIRD_PARTY_FINDING"]
