"""Which sentences go on with an incident, and which tell of another; whose word, whose deed."""

import pytest

from tests.steps.reading_incidents import doer, incidents_of, only
from trucewatch.core.incidents import AttributedBy, Verification
from trucewatch.core.model import Span


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.exact for span in spans]


DETAINED = "On 6 March 2013, near the village of Ditsi, border guards detained two shepherds."


@pytest.mark.parametrize(
    "further",
    [
        "On 8 March a patrol saw newly installed posts near Khurvaleti.",
        "The mission could not confirm reports of an exchange of fire at Saberio on 8 March.",
        "On 8 March, in the vicinity of Saberio, a soldier pointed his rifle at farmers. The mission considers the "
        "incident a violation of Article 3.",
    ],
)
def test_a_sentence_of_another_day_and_place_says_nothing_of_the_incident(further):
    incident = next(i for i in incidents_of(f"{DETAINED} {further}") if i.kind == "detention")
    assert incident.also == ()
    assert (incident.attributed_by, incident.verification) == (AttributedBy.AUTHOR, Verification.STATED)
    assert incident.provisions == ()


@pytest.mark.parametrize(
    ("further", "verification"),
    [
        ("On 8 March a patrol went to Ditsi and saw the footprints of the guards.", Verification.VERIFIED),
        ("On 8 March a team in Gori confirmed that they had been detained.", Verification.VERIFIED),
        ("The mission has not been able to confirm this.", Verification.UNVERIFIED),
    ],
)
def test_a_later_day_of_the_same_incident_still_belongs_to_it(further, verification):
    assert only(f"{DETAINED} {further}").verification is verification


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Residents of Orr reported mortar shelling near Lobo on 3 May 2019, wounding one woman.", "shelling"),
        ("On 5 August 2011 at Barangay Dasikil a firefight broke out between two groups.", "armed-clash"),
        ("On 3 May 2019, residents reported mortar shelling of their village near Lobo.", "shelling"),
    ],
)
def test_neither_who_tells_nor_the_fighting_did_it(text, kind):
    incident = only(text)
    assert (incident.kind, doer(incident)) == (kind, None)


def test_who_reports_shelling_is_its_source():
    incident = only("On 3 May 2019, residents reported mortar shelling of their village near Lobo.")
    assert (incident.attributed_by, incident.source.exact) == (AttributedBy.WITNESS, "residents")


def test_a_landmine_that_kills_is_a_mine():
    incident = only("On 10 October 2021, a landmine explosion in Hays killed two children.")
    assert incident.kind == "mine-or-explosive"


def test_men_in_uniform_entered_and_not_their_uniform():
    incident = only("On 13 April 2018 between 40 and 50 men in army uniform entered Minyori from the west.")
    assert (incident.kind, doer(incident)) == ("troop-movement", "40 and 50 men in army uniform")


@pytest.mark.parametrize(
    ("ruling", "provision"),
    [
        ("Ruling: violation of Article 2.1 by the government.", "Article 2.1"),
        ("Violation of Article 2.1 of the Ceasefire Agreement.", "Article 2.1 of the Ceasefire Agreement"),
        ("The team concluded that this was a violation of the Implementing Guidelines.", "the Implementing Guidelines"),
    ],
)
def test_a_ruling_names_what_was_broken(ruling, provision):
    incident = only(f"On 11 March 2005, soldiers beat a man at the Black Bridge checkpoint. {ruling}")
    assert words(incident.provisions) == [provision]


@pytest.mark.parametrize(
    "ruling",
    [
        "Ruling: no violation of Article 2.1 was found.",
        "The team concluded that this was not a violation of Article 2.1.",
    ],
)
def test_a_ruling_that_nothing_was_broken_names_no_provision(ruling):
    assert only(f"On 11 March 2005, soldiers beat a man at the Black Bridge checkpoint. {ruling}").provisions == ()


def test_a_growing_total_of_soldiers_is_no_movement_of_troops():
    text = "In total 7,628 soldiers and 2,150 police have been relocated, bringing the total to 25,890 soldiers."
    assert incidents_of(text) == ()


def test_whose_word_the_injured_are_is_not_whose_word_the_shots_are():
    text = (
        "On 23 June 2022 army personnel fired smoke grenades at demonstrators near Adaysse; "
        "four people were injured, according to the Red Cross."
    )
    assert only(text).attributed_by is AttributedBy.AUTHOR


def test_clearance_refused_is_access_denied():
    text = "On 9 September 2016, a helicopter of the mission was refused clearance to fly to Leer."
    assert only(text).kind == "access-denial"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 10 October 2021 a mine in Hays killed a boy. On the 12th soldiers burned a house in Tuhayta.", "2021-10-12"),
        ("On 30 October 2021 a mine in Hays killed a boy. On the 2nd soldiers burned a house in Tuhayta.", "2021-11-02"),
        ("On 5 January 2021 a mine in Hays killed a boy. On the 30th of December 2020 soldiers burned a house.", "2020-12-30"),
    ],
)  # fmt: skip
def test_a_day_of_the_month_is_counted_from_the_event_before(text, day):
    assert [i.when.edtf for i in incidents_of(text)][-1] == day


def test_a_county_named_after_a_direction_is_a_place():
    incident = only("The team saw on 4 May 2016 that the school in Mundri West was occupied by about 30 soldiers.")
    assert words(incident.where) == ["Mundri West"]


def test_the_place_that_nobody_reached_is_another():
    text = (
        "Residents of Shire told the team on 17 January 2023 that militia had looted shops in late December. "
        "The team could not go to Tembien."
    )
    incident = only(text)
    assert (incident.kind, doer(incident), incident.verification) == (
        "looting-or-arson",
        "militia",
        Verification.REPORTED,
    )


def test_the_place_that_nobody_reached_is_where_it_happened():
    text = "Residents told the team on 17 January 2023 that militia had looted shops in Lobo. The team could not reach Lobo."
    assert only(text).verification is Verification.UNVERIFIED


@pytest.mark.parametrize(
    ("mark", "verification"),
    [
        ("Confirmed.", Verification.VERIFIED),
        ("Verified by the team.", Verification.VERIFIED),
        ("Confirmed as violation of art. 4.2.", Verification.VERIFIED),
        ("Confirmed by the rebel command.", Verification.STATED),
        ("Not confirmed.", Verification.UNVERIFIED),
    ],
)
def test_a_mark_behind_an_entry_says_whether_it_is_verified(mark, verification):
    assert (
        only(f"On 4 August 2019 the army moved about 200 troops from Torit to Magwi. {mark}").verification
        is verification
    )


def test_an_entry_marked_as_a_violation_has_its_provision():
    text = (
        "On 7 October 2005 members of the front extorted money from a contractor. Confirmed as violation of art. 4.2."
    )
    incident = only(text)
    assert (words(incident.provisions), words(incident.victims)) == (["art. 4.2"], [])


def test_troops_that_are_moved_are_no_place():
    incident = only("On 4 August 2019 the army moved about 200 troops from Torit to Magwi.")
    assert words(incident.where) == ["Torit", "Magwi"]


def test_who_clashed_is_both():
    incident = only("On 7 March 2020, fighters of the Salvation Front and army soldiers clashed in Loka West.")
    assert doer(incident) == "fighters of the Salvation Front and army soldiers"


@pytest.mark.parametrize(
    "text",
    [
        "Each side accused the other of having attacked first near Loka on 7 March 2020.",
        "The monitors observed the following breaches in the seven days to 29 May 2023: an air strike by the army in Omdurman.",
    ],
)
def test_mutual_charges_and_lists_of_breaches_are_no_incident(text):
    assert incidents_of(text) == ()


def test_what_is_found_on_a_visit_is_where_the_team_went():
    text = (
        "On 11 March 2020 a team visited Wonduruba and found that army troops were still occupying the primary school."
    )
    assert words(only(text).where) == ["Wonduruba"]


def test_who_was_refused_passage_is_no_place():
    incident = only(
        "On 2 March 2020, at a checkpoint north of Lainya, soldiers refused passage to the monitors from Yei."
    )
    assert "the monitors" not in words(incident.where)


def test_people_killed_when_shells_fell_were_shelled():
    incident = only("At least 17 civilians were killed on 31 May 2023 when shells hit a market in Mayo.")
    assert (incident.kind, words(incident.where)) == ("shelling", ["Mayo"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 6 November 2019, soldiers pointed weapons at a patrol of the mission near Athienou.", "attack-on-monitors"),
        ("On 9 January 2004, soldiers escorting a convoy came under fire near Buhinga.", "small-arms-fire"),
        ("On 12 June 2014 an unknown person slashed the tyres of a car of the mission in Hebron.", "attack-on-monitors"),
    ],
)  # fmt: skip
def test_more_words_for_what_was_done(text, kind):
    assert only(text).kind == kind


def test_a_shot_whose_origin_could_not_be_determined():
    text = "On 21 September 2019 a shot was fired at a car close to Avlona. The origin of the shot could not be determined."
    assert only(text).perpetrator.span is not None


def test_a_month_with_its_year_gives_the_year_of_its_days():
    text = "Note of the division\n\nIn October 1992 there were 221 complaints. On 7 October, in Orr, police beat a man."
    assert [i.when.edtf for i in incidents_of(text)] == ["1992-10-07"]


def test_neither_the_hour_nor_the_short_month_is_a_doer_or_a_place():
    incident = only("8 Jan 2004, Bubanza: at 2200 hrs front fighters fired mortar rounds at the barracks.")
    assert (doer(incident), "Jan" in words(incident.where)) == ("front fighters", False)


def test_a_committee_of_doctors_is_no_party():
    text = "At least 17 civilians were killed on 31 May 2023 near Mayo by shells, the local doctors' committee said."
    assert only(text).attributed_by is AttributedBy.WITNESS


@pytest.mark.parametrize(
    "text",
    [
        "Since the measures of 27 July 2020 no civilian has been killed by shelling in Orr.",
        "Monitors logged 344 explosions and 129 exchanges of small-arms fire heard from the port of Orr.",
        "Between 17 February and 7 April 2022, armed youth attacked villages in Leer County.",
        "16 Mar | Orr | firefight, 2 soldiers wounded\n19 Mar | Lobo | 1 fighter killed\n23 Mar | Kilo | grenade thrown, 4 injured",
    ],
)
def test_what_did_not_happen_once_is_no_incident(text):
    assert incidents_of(text) == ()


def test_a_village_is_attacked_between_the_days_of_one_week():
    incident = only("Between 17 and 18 February 2022, armed youth attacked Thornyor in Leer County.")
    assert incident.when.edtf == "2022-02-17/2022-02-18"


def test_those_killed_so_far_are_not_those_of_the_incident():
    incident = only(
        "A civilian was killed by shelling in Orr on 9 June 2021. So far in 2021 the mission has confirmed 44 civilian "
        "casualties (12 killed and 32 injured)."
    )
    assert words(incident.casualties) == ["A civilian was killed"]


@pytest.mark.parametrize(
    ("further", "verification"),
    [
        ("The mission finds it likely that the front was behind this attack.", Verification.STATED),
        ("The mission finds that the front was behind this attack.", Verification.VERIFIED),
    ],
)
def test_what_is_likely_is_not_established(further, verification):
    text = f"On 10 April 2006 a bomb exploded in Jaffna, killing five soldiers. {further}"
    assert only(text).verification is verification


def test_a_doubt_about_who_else_took_part_is_none_about_the_attack():
    text = (
        "The attack on Hamada was carried out by the Janja militia. Participation of army troops cannot be confirmed."
    )
    assert only(text).verification is not Verification.UNVERIFIED


def test_neither_a_bomb_nor_the_hour_is_doer_or_place():
    incident = only("Trincomalee. 12 April 2006: a bomb exploded in the vegetable market at 15.40 hrs.")
    assert (doer(incident), "15.40 hrs" in words(incident.where)) == (None, False)


def test_nobody_knows_who_fired():
    incident = only("On Friday 8 March 2024 shots were heard at Niaguis; nobody knows who fired.")
    assert incident.perpetrator.span is not None


def test_how_far_somebody_came_is_no_place():
    incident = only("On 24 July 2018 army troops penetrated about 2 km into the buffer zone.")
    assert words(incident.where) == ["the buffer zone"]


def test_people_killed_when_fighters_attacked_a_camp_are_attacked_civilians():
    incident = only("On 25 May 2023, 14 people were killed when front fighters attacked the displacement site of Lala.")
    assert (incident.kind, doer(incident), words(incident.victims)[0]) == (
        "attack-on-civilians",
        "front fighters",
        "14 people",
    )


def test_those_hurt_on_another_day_elsewhere_are_not_those_of_the_incident():
    text = (
        "On 10 October 2021, a landmine explosion in Hays killed two children. On the 12th, residents of Tuhayta "
        "reported mortar shelling, wounding one woman."
    )
    assert words(incidents_of(text)[0].casualties) == ["killed two children"]


def test_forces_loyal_to_a_general_attacked_and_not_the_general():
    incident = only("On 31 July 2019 SPLA-IO (RM) forces loyal to Gen. Ochan attacked Maiwut town.")
    assert doer(incident).endswith("forces loyal to Gen. Ochan")


@pytest.mark.parametrize(
    "text",
    [
        "After the general declared his defection on 23 September 2019, forces under him carried out attacks.",
        "The front was blamed: forces carried out attacks.",
    ],
)
def test_attacks_of_no_day_and_place_are_no_incident(text):
    assert incidents_of(text) == ()


def test_who_suffers_is_neither_alight_nor_a_howitzer():
    text = "On 18 February 2016 armed men entered Orr. They fired on IDPs and deliberately set shelters alight."
    assert "alight" not in {w for i in incidents_of(text) for w in words(i.victims)}
    text = "On 11 April 2009, soldiers fired 105mm howitzers at the village of Tatak in Shariff Aguak."
    assert words(only(text).victims) == ["the village of Tatak"]


def test_monitors_who_cannot_attribute_a_killing_say_so():
    text = (
        "On 12 May 2023 three farmers were killed near Humera. The mission cannot attribute the killings at this stage."
    )
    assert only(text).perpetrator.span.exact.startswith("cannot attribute")


def test_entries_on_one_line_have_their_own_day_and_place():
    text = (
        "13 January 2024, Kutkai: soldiers burned eleven houses. 19 January 2024, Kyaukme: artillery rounds landed on a "
        "monastery."
    )
    assert [(i.when.edtf, words(i.where)[-1]) for i in incidents_of(text)] == [
        ("2024-01-13", "Kutkai"),
        ("2024-01-19", "Kyaukme"),
    ]


def test_what_was_shot_at_did_not_shoot():
    incident = only("On 30 May 2003 a speedboat was passing Tulehu. Speedboat shot at near Tulehu by unknown men.")
    assert (incident.kind, doer(incident)) == ("small-arms-fire", None)


def test_who_began_an_attack_did_it():
    assert doer(only("On 27 February 2018 government forces began a ground attack on Hawsh.")) == "government forces"


def test_a_convoy_of_aid_is_no_movement_of_troops():
    assert incidents_of("An aid convoy of 46 trucks entered Douma on 5 March 2018.") == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The centre accused Jaish al-Islam of shelling the town of Wafideen on 5 March 2018.", "Jaish al-Islam"),
        ("21 May 2003: Soldiers of Battalion 408 fired at a crowd at Batumerah.", "Soldiers of Battalion 408"),
    ],
)
def test_a_name_is_given_whole(text, who):
    assert doer(only(text)) == who


def test_a_mark_is_no_doer():
    assert doer(only("On 5 March 2018 fighters of Jaish al-Islam shelled the town of Wafideen.")) != "-"
