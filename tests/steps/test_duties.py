"""What a report's claims are about: duties by act and object, what goes on with them, and the agreement as a whole."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import Link, Missing, Report
from trucewatch.wiring import duty_judge


def duties(report: Report) -> list[str | None]:
    """The words of the duty that each claim is about, in order."""
    words = {c.id: c.span.exact for c in report.commitments}
    return [words.get(c.about.commitment or "") if isinstance(c.about, Link) else None for c in report.claims]


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("The minister said the registration of weapons was suspended.", "registration of weapons"),
        ("The rebels have handed over their maps of the minefields.", "handed over their maps of the minefields"),
        ("The army must ground its aircraft, the commander said.", "ground its aircraft"),
        ("The mission urged the army to dismantle its barriers.", "dismantle its barriers"),
        ("The envoy said that the withdrawal from Hodeidah had been completed.", "withdrawal from Hodeidah"),
        ("The mission reported that two containers violated the status quo.", "status quo"),
    ],
)
def test_a_claim_names_its_duty_with_the_object(text, duty):
    assert duty in duties(read(f"The parties signed the Aden agreement. {text}"))


def test_a_breach_is_about_the_ceasefire_by_its_best_name():
    report = read(
        "The ceasefire monitoring team met. The parties agreed to a truce. The army accused the rebels of shelling it."
    )
    assert duties(report)[-1] == "truce"


def test_the_name_of_a_ceasefire_tells_more_than_that_fire_is_held():
    report = read(
        "The parties signed the Luanda ceasefire. The rebels said they would hold their fire. "
        "The army said the rebels had shelled the camp."
    )
    assert duties(report)[-1] == "Luanda ceasefire"


def test_a_ceasefire_is_named_in_several_ways():
    attack = "The army said the rebels had shelled the camp."
    for name in ("cease-fire", "halt in cross-border attacks", "complete cessation of military operations"):
        assert duties(read(f"The pact of 3 May provides for a {name}. {attack}"))[-1].endswith(name.split()[-1]), name
    told = read(f"The rebels said they would hold their fire. {attack} Monitors counted truce violations.")
    assert duties(told)[-1] == "truce"


def test_two_objects_can_be_two_duties_and_a_bare_word_takes_up_the_last():
    report = read(
        "The army has withdrawn its howitzers. The rebels have not withdrawn their mortars. "
        "The mission confirmed the withdrawal."
    )
    first, second, third = duties(report)
    assert first != second == third


def test_a_denial_goes_on_with_what_was_told():
    report = read(
        "The parties signed the agreement. The government said the rebels had not released the detainees. The rebels denied this."
    )
    told, denied = duties(report)[-2:]
    assert told is not None
    assert told == denied


def test_claims_under_a_heading_are_about_it():
    report = read(
        "Roadblocks. On 6 August the rebels put up a barrier at Ippy and collected money. The commander promised to take it down.\n"
        "The mission recommends that all groups lift their roadblocks."
    )
    assert set(duties(report)) == {"lift their roadblocks"}


def test_the_whole_agreement_is_no_single_duty():
    report = read("The parties signed the Aden agreement. The agreement is vague. The army has withdrawn its tanks.")
    assert [c.about.commitment for c in report.claims if isinstance(c.about, Link)][:2] == [None, None]


def test_an_attack_is_no_matter_of_the_duty_spoken_of_before():
    report = read(
        "The rebels released the prisoners under the Aden agreement. The army said the rebels had shelled the camp."
    )
    assert duties(report)[-1] == "shelled the camp"


def test_an_attack_is_a_matter_of_its_own_only_where_no_ceasefire_is_named():
    attack = "The army said the rebels had burned a school near Lahj. The rebels denied it."
    assert duties(read(f"The parties signed the Aden agreement. {attack}"))[1:] == ["burned a school near Lahj"] * 2
    assert duties(read(f"The parties signed the Aden truce. {attack}"))[1:] == ["Aden truce"] * 2


@pytest.mark.parametrize(
    ("told", "taken_up", "duty"),
    [
        ("The front must surrender its rifles.", "The front said that its guns would be kept.", "surrender its rifles"),
        ("The army must clear the minefields.", "The army said that no mine had been laid.", "clear the minefields"),
        ("The rebels must free all hostages.", "The rebels denied that captives were held.", "free all hostages"),
    ],
)
def test_other_words_for_a_thing_take_up_its_duty(told, taken_up, duty):
    assert duties(read(f"The parties signed the Aden agreement. {told}\n\n{taken_up}"))[-1] == duty


def test_a_duty_is_named_by_what_fulfils_it_before_what_withholds_it():
    report = read(
        "The parties signed the Aden agreement. The minister accused the front of hiding its rifles. "
        "The front said no fighter would give up his gun before the elections."
    )
    assert duties(report)[1:] == ["give up his gun"] * 2


def test_what_a_list_is_of_is_not_what_is_done_to_the_list():
    report = read(
        "The parties signed the Aden agreement. The front must surrender its weapons. "
        "The mission said the front had handed in an inventory of its weapons."
    )
    assert duties(report)[-1] == "handed in an inventory of its weapons"


def test_them_takes_up_the_duty_that_was_stated():
    report = read(
        "The parties signed the Aden agreement. The front was to let go all abducted children by May. "
        "The agency said on Tuesday that 300 of them had reached its office."
    )
    assert duties(report)[-1] == "let go all abducted children"


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        (
            "The army released the prisoners. The commander said that the new outposts were there for good.",
            "new outposts",
        ),
        ("The army released the prisoners. The front denied that recruitment had been resumed.", "recruitment"),
        (
            "The army released the prisoners. The minister said the region was using the lull to build new trenches.",
            "build new trenches",
        ),
    ],
)
def test_a_claim_that_names_another_matter_does_not_go_on_with_the_last(text, duty):
    assert duty in (duties(read(f"The parties signed the Aden agreement. {text}"))[-1] or "")


def test_a_threat_is_about_its_condition():
    report = read(
        "The parties signed the Aden ceasefire. The army must open the road. "
        "The front warned that it would attack the capital if the road was not opened."
    )
    assert duties(report)[-1] == "open the road"


def test_what_is_said_to_be_violated_is_no_ceasefire_when_it_is_the_agreement():
    report = read(
        "The parties signed the Aden agreement. The general said recruits had been enlisted in violation of it."
    )
    assert "violation" not in " ".join(c.span.exact for c in report.commitments)


def test_nobody_owes_a_withdrawal_from_the_agreement():
    report = read("The parties signed the Aden agreement. The front said this was not a withdrawal from the agreement.")
    assert not any("withdrawal" in c.span.exact for c in report.commitments)


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        (
            "Under it, all army camps were to be closed. The government says that 200 have gone.",
            "army camps were to be closed",
        ),
        (
            "The mission accused the rebels of expelling teachers from two villages.",
            "expelling teachers from two villages",
        ),
        ("The general denied that the police collected taxes at night.", "collected taxes"),
    ],
)
def test_a_claim_names_what_it_tells_of_where_no_list_has_the_act(text, duty):
    assert any(duty in (d or "") for d in duties(read(f"The parties signed the Aden agreement. {text}")))


def test_claims_take_up_a_duty_in_another_form_of_its_words():
    report = read(
        "The parties signed the Aden agreement. The army must dismantle its roadblocks.\n\n"
        "The minister said the last roadblock had been removed."
    )
    assert duties(report)[-1] == "dismantle its roadblocks"


def test_a_ceasefire_that_only_says_when_is_not_what_a_claim_is_about():
    report = read(
        "The parties agreed to a ceasefire. The army accused the rebels of laying mines on the road after the ceasefire."
    )
    assert duties(report)[-1] == "laying mines on the road"


def test_a_link_names_the_agreement_of_the_report():
    report = read("The parties signed the Aden agreement. The minister said that the Aden agreement was vague.")
    (agreement,) = report.agreements
    assert {c.about.agreement for c in report.claims if isinstance(c.about, Link)} == {agreement.id}


def test_what_only_a_section_speaks_of_is_what_its_heading_names():
    report = read(
        "Separation of forces. The army withdrew 180 soldiers from Coangos. "
        "The observers found four soldiers who should have left."
    )
    assert set(duties(report)) == {"Separation of forces"}


def test_a_heading_that_is_only_a_thing_is_named_by_what_was_done_to_it():
    report = read(
        "The prisoners. The government released 82 fighters in January. The commander confirmed that they had come home."
    )
    assert set(duties(report)) == {"released 82 fighters"}


def test_whoever_stays_out_of_a_body_speaks_of_the_body():
    report = read(
        "The parties signed the Aden agreement. The weapons have been returned. "
        "The front said it would return to the peace committee as soon as the first camp had been opened."
    )
    assert duties(report)[-1] == "peace committee"


def test_these_and_both_go_on_with_what_was_told():
    report = read(
        "The parties signed the Aden agreement. The minister said the army would dissolve the Treasury Police. "
        "The government undertook to abolish both bodies by law."
    )
    told, goes_on = duties(report)[-2:]
    assert told == goes_on == "dissolve the Treasury Police"


@pytest.mark.parametrize(
    ("stated", "taken_up", "duty"),
    [
        ("The Aden agreement also bans roadblocks.", "The rebels said they were not theirs.", "bans roadblocks"),
        (
            "The Aden agreement demands that the troops remain in their bases.",
            "The mission found the gates of the base closed.",
            "remain in their bases",
        ),
    ],
)
def test_what_an_agreement_bans_or_demands_is_a_duty(stated, taken_up, duty):
    assert duties(read(f"The parties signed the Aden agreement in May. {stated} {taken_up}"))[-1] == duty


def test_an_act_without_an_object_is_named_by_where_it_leads():
    report = read(
        "The parties signed the Aden agreement. The minister said that the dismissed soldiers will not return to barracks "
        "before the inquiry has finished. Their leader called the delay a betrayal."
    )
    assert duties(report)[-2:] == ["return to barracks"] * 2


def test_a_bulletins_story_is_no_matter():
    report = read(
        "The parties signed the Aden agreement. Our main story. The minister said that the agreement was vague."
    )
    assert not any("story" in (d or "") for d in duties(report))


def test_whoever_rejects_the_accusation_answers_the_last_one():
    report = read(
        "The parties agreed to a ceasefire. The junta accused the troops of digging new trenches. The mission said that the "
        "ceasefire held.\n\nThe defence ministry rejected the accusation."
    )
    assert duties(report)[-1] == "digging new trenches"


def test_a_threat_if_they_continue_is_about_what_was_told():
    report = read(
        "The parties signed the Aden agreement. Surveillance flights are not covered by the agreement, the army says. "
        "If they continue, we will shoot at the camps, the commander said."
    )
    told, threat = duties(report)[-2:]
    assert "flights" in (told or "")
    assert threat == told


def test_what_is_not_asked_for_is_not_the_matter():
    report = read(
        "The parties signed the Aden agreement. The delegate accused the army of installing two posts without permission "
        "of the Commission."
    )
    assert "permission" not in (duties(report)[-1] or "")


def test_a_claim_that_speaks_of_nothing_known_is_about_what_it_names():
    report = read(
        "The parties agreed to a ceasefire.\n\nThe committee reported in May that it had found no unauthorised camps in the north."
    )
    assert duties(report)[-1] == "unauthorised camps in the north"


def test_two_wordings_of_one_duty_are_one_commitment():
    report = read(
        "The parties signed the Aden agreement. The two sides agreed to free all prisoners of war. "
        "The text provides for the release of detainees within two weeks. The army said it had freed 40 prisoners.",
        duty_judge(),
    )
    (release,) = [c for c in report.commitments if "release" in c.span.exact]
    assert not isinstance(release.slots.action, Missing)
    assert [span.exact for span in release.slots.action][:2] == ["free", "release"]
    assert duties(report)[-1] == "the release of detainees within two weeks"
    assert [span.exact for span in release.wordings] == ["free all prisoners of war"]


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("after two soldiers were released", False),
        ("when the handover began", False),
        ("since the release of prisoners was not discussed", True),
    ],
)
def test_without_a_claim_only_an_act_told_with_its_object_is_listed(told, listed):
    text = f"The parties signed the Aden agreement. The minister denied, {told}, that the army had shelled Taiz."
    found = [c.span.exact for c in read(text, duty_judge()).commitments if c.id != "c_ceasefire"]
    assert found == ["release of prisoners"] * listed


def test_what_each_side_owes_stays_apart():
    report = read(
        "The parties signed the Aden agreement. Under it the army must release all rebel prisoners. The rebels must release "
        "all government hostages. The army said it had released 40 rebel prisoners.",
        duty_judge(),
    )
    assert duties(report)[-1] == "the army must release all rebel prisoners"
    (release,) = [c for c in report.commitments if "rebel prisoners" in c.span.exact]
    assert not isinstance(release.slots.bearer, Missing)
    assert [span.exact for span in release.slots.bearer] == ["army"]


def test_what_stands_before_an_act_is_not_its_end():
    """ "from the twentieth" hangs under "release" and stands before it."""
    report = read("from the twentieth, release?")
    assert all(c.span.start < c.span.end for c in report.commitments)
