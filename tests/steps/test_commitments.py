"""One small test per construction: who must, may or must not do what."""

import pytest

from tests.lint.reading import agreement_of
from trucewatch.core.model import Commitment, Missing, Modality

OBLIGATION, PROHIBITION, PERMISSION = Modality.OBLIGATION, Modality.PROHIBITION, Modality.PERMISSION
EFFORT, DECLARATION, EXCEPTION = Modality.EFFORT, Modality.DECLARATION, Modality.EXCEPTION


def commitments(text: str) -> tuple[Commitment, ...]:
    return agreement_of(text).commitments


def only(text: str) -> Commitment:
    found = commitments(text)
    assert len(found) == 1, [c.slots for c in found]
    return found[0]


def words(commitment: Commitment, slot: str) -> list[str]:
    value = getattr(commitment.slots, slot)
    return [] if isinstance(value, Missing) else [span.exact for span in value]


def reason(commitment: Commitment, slot: str) -> str:
    value = getattr(commitment.slots, slot)
    assert isinstance(value, Missing), value
    return value.reason


@pytest.mark.parametrize(
    ("text", "modality", "bearer", "action"),
    [
        ("The Parties shall withdraw their forces.", OBLIGATION, "The Parties", "withdraw"),
        ("Each Party must disclose its minefields.", OBLIGATION, "Each Party", "disclose"),
        ("The Government will release all detainees.", OBLIGATION, "The Government", "release"),
        ("Both sides agreed to halt air strikes.", OBLIGATION, "Both sides", "halt"),
        ("The Movement undertakes to hand over its tanks.", OBLIGATION, "The Movement", "hand over"),
        ("The two sides have agreed to establish a hotline.", OBLIGATION, "The two sides", "establish"),
        ("The fighters are to leave the town.", OBLIGATION, "The fighters", "leave"),
        ("The Parties are committed to withdrawing their forces.", OBLIGATION, "The Parties", "withdrawing"),
        ("The Parties commit themselves to an immediate ceasefire.", OBLIGATION, "The Parties", "ceasefire"),
        ("The Commander is instructed to open the crossing.", OBLIGATION, "The Commander", "open"),
        ("Each Party withdraws its units to the barracks.", OBLIGATION, "Each Party", "withdraws"),
        ("Foreign forces leave the country within six months.", OBLIGATION, "Foreign forces", "leave"),
        ("Should a dispute arise, the Parties shall consult the Guarantors.", OBLIGATION, "the Parties", "consult"),
        ("The Parties shall not move heavy weapons.", PROHIBITION, "The Parties", "move"),
        ("Neither Party shall open new fronts.", PROHIBITION, "Neither Party", "open"),
        ("The Parties may not use the truce to rearm.", PROHIBITION, "The Parties", "use"),
        ("Each Party shall refrain from firing at aircraft.", PROHIBITION, "Each Party", "refrain from firing"),
        (
            "The sides shall refrain from hostile propaganda.",
            PROHIBITION,
            "The sides",
            "refrain from hostile propaganda",
        ),
        ("The parties are prohibited from reinforcing their positions.", PROHIBITION, "The parties", "reinforcing"),
        ("The two armies agree not to advance.", PROHIBITION, "The two armies", "advance"),
        ("Under no circumstances may the Parties use gas.", PROHIBITION, "the Parties", "use"),
        ("Forces shall neither advance nor reinforce.", PROHIBITION, "Forces", "advance nor reinforce"),
        ("The Parties accept the mandate and shall not obstruct it.", PROHIBITION, "The Parties", "obstruct"),
        ("The escorts shall carry no weapons.", PROHIBITION, "The escorts", "carry"),
        ("The Mission may inspect all depots.", PERMISSION, "The Mission", "inspect"),
        ("The parties have the right to verify compliance.", PERMISSION, "The parties", "verify"),
        ("Local commanders are authorised to meet.", PERMISSION, "Local commanders", "meet"),
        ("The Parties agree that the Mediator may convene meetings.", PERMISSION, "the Mediator", "convene"),
        ("The Parties shall endeavour to reopen the port.", EFFORT, "The Parties", "endeavour to reopen"),
        ("Elders shall use their influence to prevent raids.", EFFORT, "Elders", "use their influence to prevent"),
        ("The Parties should exercise restraint.", EFFORT, "The Parties", "exercise"),
        ("The Parties hereby declare a truce.", DECLARATION, "The Parties", "declare"),
    ],
)
def test_somebody_is_bound(text: str, modality: Modality, bearer: str, action: str) -> None:
    found = only(text)
    assert (found.modality, words(found, "bearer"), words(found, "action")) == (modality, [bearer], [action])


@pytest.mark.parametrize(
    ("text", "modality", "action", "why"),
    [
        ("All roadblocks shall be removed.", OBLIGATION, "removed", "passive without an agent"),
        ("It was agreed that the prisoners would be exchanged.", OBLIGATION, "exchanged", "passive without an agent"),
        ("The airport is to be reopened.", OBLIGATION, "reopened", "passive without an agent"),
        ("Civilians shall not be targeted.", PROHIBITION, "targeted", "passive without an agent"),
        (
            "The carrying of arms in public is prohibited.",
            PROHIBITION,
            "carrying",
            "noun phrase: nobody is addressed",
        ),
        ("There is a ban on flights of drones.", PROHIBITION, "flights", "noun phrase: nobody is addressed"),
        (
            "A ban is imposed on the movement of armed vehicles.",
            PROHIBITION,
            "movement",
            "noun phrase: nobody is addressed",
        ),
        ("There shall be no reprisals.", PROHIBITION, "reprisals", "noun phrase: nobody is addressed"),
        ("Withdraw all tanks from the road.", OBLIGATION, "Withdraw", "bare infinitive: nobody is addressed"),
        ("Do not attack aid workers.", PROHIBITION, "attack", "bare infinitive: nobody is addressed"),
        (
            "Ensure that displaced persons can return.",
            OBLIGATION,
            "Ensure",
            "bare infinitive: nobody is addressed",
        ),
        ("It is prohibited to fire on ambulances.", PROHIBITION, "fire", "“it” names nobody"),
        ("Hostilities shall cease.", OBLIGATION, "cease", "the subject is not somebody who can act"),
        ("Oil exports shall resume.", OBLIGATION, "resume", "the subject is not somebody who can act"),
        ("The truce begins at noon.", OBLIGATION, "begins", "the subject is not somebody who can act"),
        (
            "Nothing in this Agreement shall prevent a Party from defending itself.",
            EXCEPTION,
            "prevent",
            "“nothing” names nobody",
        ),
        (
            "This Article does not apply to operations against pirates.",
            EXCEPTION,
            "apply",
            "the subject is not somebody who can act",
        ),
    ],
)
def test_nobody_is_named_and_the_reason_is_given(text: str, modality: Modality, action: str, why: str) -> None:
    found = only(text)
    assert (found.modality, words(found, "action"), reason(found, "bearer")) == (modality, [action], why)


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Salaries shall be paid by the Central Bank.", "the Central Bank"),
        ("The convoy shall be escorted by UN troops.", "UN troops"),
        ("Any violation shall be investigated by the Committee within 48 hours of the report.", "the Committee"),
        ("Maps shall be handed over by 1 May 2021.", None),
        ("Weapons must be stored in containers locked by both sides.", None),
    ],
)
def test_the_agent_of_a_passive(text: str, bearer: str | None) -> None:
    assert words(only(text), "bearer") == ([bearer] if bearer else [])


@pytest.mark.parametrize(
    "text",
    [
        '"Hostilities" means any use of armed force that could endanger civilians.',
        "The Mechanism consists of ten observers.",
        "The Parties believe that dialogue is the only way forward.",
        "The sides expressed their hope that the truce would hold.",
        "The delegations discussed the situation of detainees.",
        "The Parties reaffirm the unity of the country.",
        "The text was drawn up in Arabic and English, both versions being authentic.",
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str) -> None:
    assert commitments(text) == ()


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The elections, which are to be held in 2022, will be organised by the Commission.", ["organised"]),
        ("The Parties shall avoid acts which may undermine the truce.", ["avoid"]),
        ("The Parties shall extend the truce agreed on 1 October 2020.", ["extend"]),
        ("If a Party could not attend, the Chair shall inform the others.", ["inform"]),
        ("The Parties shall monitor and verify the truce.", ["monitor and verify"]),
        ("The Parties shall withdraw their tanks and release all captives.", ["withdraw", "release"]),
        ("Herders shall follow the routes, and farmers shall not fence wells.", ["follow", "fence"]),
        ("No Party shall lay mines or destroy bridges.", ["lay", "destroy"]),
        ("The Committee shall decide by consensus and shall report to the leaders.", ["decide", "report"]),
    ],
)
def test_each_duty_of_a_sentence_once(text: str, actions: list[str]) -> None:
    assert [words(c, "action") for c in commitments(text)] == [[action] for action in actions]


def test_the_noun_before_a_second_modal_is_who_must() -> None:
    suspend, leave = commitments("The Parties shall suspend training agreements and training crews shall leave.")
    assert (words(suspend, "bearer"), words(suspend, "object")) == (["The Parties"], ["training agreements"])
    assert (words(leave, "bearer"), words(leave, "action")) == (["training crews"], ["leave"])


def test_an_aside_between_modal_and_verb() -> None:
    found = only("The Commander shall, in consultation with the elders, designate assembly points.")
    assert (words(found, "bearer"), words(found, "action")) == (["The Commander"], ["designate"])
    assert words(found, "object") == ["assembly points"]
    found = only("The Parties shall, without delay and in any case within five days, appoint liaison officers.")
    assert (words(found, "action"), words(found, "deadline")) == (["appoint"], ["without delay", "within five days"])


# --------------------------------------------------------------------------- pronouns


def test_they_are_the_bearers_named_before() -> None:
    _, second = commitments("The Parties shall stop. They shall meet.")
    assert words(second, "bearer") == ["They", "The Parties"]


def test_it_stands_only_for_one_named_before_it_in_the_same_clause() -> None:
    _, second = commitments("The Commission shall meet weekly. It shall publish minutes.")
    assert words(second, "bearer") == ["It", "The Commission"]
    _, second = commitments("1. The Commission shall meet.\n2. It shall publish minutes.")
    assert reason(second, "bearer") == "“it” stands for nobody named as bound before it"
    _, second = commitments("The Parties shall sign the accord. It shall enter into force at once.")
    assert reason(second, "bearer") == "“it” stands for nobody named as bound before it"


# --------------------------------------------------------------------------- lists under a chapeau


@pytest.mark.parametrize(
    ("chapeau", "points", "modality", "bearer"),
    [
        ("The Parties shall:", ("withdraw their forces;", "open the road."), OBLIGATION, ["The Parties"]),
        ("The Parties shall not:", ("move heavy weapons;", "plant new mines."), PROHIBITION, ["The Parties"]),
        ("The Mission may:", ("inspect depots;", "interview captives."), PERMISSION, ["The Mission"]),
        ("Each Party undertakes:", ("to disclose its mines;", "to return the dead."), OBLIGATION, ["Each Party"]),
        ("The following acts are prohibited:", ("attacks on civilians;", "firing at aircraft."), PROHIBITION, []),
        ("The following movements are permitted:", ("medical evacuation;", "rotation of staff."), PERMISSION, []),
        (
            "The Parties agree on the following measures:",
            ("Exchange of captives.", "Opening of roads."),
            OBLIGATION,
            [],
        ),
    ],
)
def test_points_are_read_as_their_chapeau_says(
    chapeau: str, points: tuple[str, str], modality: Modality, bearer: list[str]
) -> None:
    found = commitments(f"Truce\n\nArticle 1\n1. {chapeau}\n(a) {points[0]}\n(b) {points[1]}\n")
    below = [c for c in found if "__point_" in c.clause]
    assert [c.clause[-7:] for c in below] == ["point_a", "point_b"]
    assert [c.modality for c in below] == [modality, modality]
    if bearer:
        assert [words(c, "bearer") for c in below] == [bearer, bearer]


def test_points_that_say_whom_are_no_duties() -> None:
    text = "Truce\n\n1. The Government shall release the following persons:\n(a) all women;\n(b) persons over seventy years of age.\n"
    assert [c.clause for c in commitments(text)] == ["point_1"]


def test_a_point_takes_nothing_from_its_neighbours() -> None:
    text = (
        "Truce\n\n1. The Parties shall:\n(a) withdraw unless they are attacked, except in the south;\n"
        "(b) release prisoners under the supervision of the ICRC;\n(c) open roads once mines are cleared;\n(d) return home.\n"
    )
    a, b, c, d = commitments(text)
    assert (words(a, "condition"), words(a, "exception")) == (["unless they are attacked"], ["except in the south"])
    assert (words(b, "verifier"), words(b, "condition"), words(b, "exception")) == (["the ICRC"], [], [])
    assert (words(c, "trigger"), words(c, "verifier")) == (["once mines are cleared"], [])
    assert (words(d, "trigger"), words(d, "condition"), words(d, "verifier")) == ([], [], [])


@pytest.mark.parametrize(
    ("point", "modality", "action"),
    [
        ("Withdrawal of all foreign units.", OBLIGATION, "Withdrawal"),
        ("Vacation of illegally seized buildings.", OBLIGATION, "Vacation"),
        ("Joint patrols along the river.", OBLIGATION, "patrols"),
        ("No use of landmines.", PROHIBITION, "use"),
        ("To open the road to Ain.", OBLIGATION, "open"),
    ],
)
def test_a_point_of_one_phrase(point: str, modality: Modality, action: str) -> None:
    first, *_ = commitments(f"Truce\n\n1. {point}\n2. The Parties shall stop.\n")
    assert (first.clause, first.modality, words(first, "action")) == ("point_1", modality, [action])


def test_a_statement_among_the_points_is_no_duty() -> None:
    text = "Plan\n\n1. Restoration of roads.\nThe technical issues are being discussed in the Group.\n"
    assert [words(c, "action") for c in commitments(text)] == [["Restoration"]]


@pytest.mark.parametrize(
    ("text", "modality", "bearer", "action"),
    [
        ("The Frontier Guard posts observers at the ford.", OBLIGATION, "The Frontier Guard", "posts"),
        ("Shepherds pass by day only.", OBLIGATION, "Shepherds", "pass"),
        ("Boats of the Navy stay in port.", OBLIGATION, "Boats of the Navy", "stay"),
        ("The police take over the guarding of the depots.", OBLIGATION, "The police", "take over"),
        ("Neither army builds trenches on the ridge.", PROHIBITION, "Neither army", "builds"),
        ("The police do not carry rifles in the market.", PROHIBITION, "the police", "carry"),
        ("Let nobody enter the mosque with a weapon.", PROHIBITION, "nobody", "enter"),
        ("It falls to the elders to settle the quarrel.", OBLIGATION, "the elders", "settle"),
        ("It is incumbent upon the Mission to inspect the depots.", OBLIGATION, "the Mission", "inspect"),
        ("It is for the Mission to inspect the depots.", OBLIGATION, "the Mission", "inspect"),
        ("It shall be the duty of the elders to keep order.", OBLIGATION, "the elders", "keep"),
        ("The Mission is charged with monitoring the road.", OBLIGATION, "The Mission", "monitoring"),
        ("The Mission is tasked with monitoring the road.", OBLIGATION, "The Mission", "monitoring"),
        ("The Committee recommends that UNSMIL refer this Agreement to the Council.", EFFORT, "UNSMIL", "refer"),
        ("We ask the Mission to patrol the road.", EFFORT, "the Mission", "patrol"),
        ("UNSMIL and the Joint Military Commission shall develop a plan.", OBLIGATION, None, "develop"),
        ("Those who live in the camp may go home.", PERMISSION, "Those", "go"),
        ("Nor shall the Army enter the camps.", PROHIBITION, "the Army", "enter"),
        (
            "Under no circumstances shall the Armed Forces open fire from the ridge.",
            PROHIBITION,
            "the Armed Forces",
            "open fire",
        ),
    ],
)
def test_other_ways_to_bind_somebody(text: str, modality: Modality, bearer: str | None, action: str) -> None:
    found = only(text)
    wanted = bearer or "UNSMIL and the Joint Military Commission"
    assert found.modality is modality
    assert [w.lower() for w in words(found, "bearer")] == [wanted.lower()]
    assert words(found, "action") == [action]


@pytest.mark.parametrize(
    ("text", "modality", "action"),
    [
        ("The guns are not brought closer than 5 km to the river.", PROHIBITION, "brought"),
        ("A ceasefire is declared from noon on 3 May 2027.", OBLIGATION, "declared"),
        ("In the valley no armed presence is permitted.", PROHIBITION, "armed presence"),
    ],
)
def test_what_is_done_in_the_present_tense_binds_nobody_by_name(text: str, modality: Modality, action: str) -> None:
    found = only(text)
    assert (found.modality, words(found, "bearer"), words(found, "action")) == (modality, [], [action])


@pytest.mark.parametrize(
    "text",
    [
        "The Parties note that the truce holds.",
        "The Commission consists of six members.",
        "The Parties confirm their respect for the borders of the country.",
        "The Presidents express their gratitude to the host.",
        "This Protocol is published in the Gazette.",
        "Peace returns to the valley.",
        "It is possible for the Parties to amend this text.",
    ],
)
def test_a_statement_in_the_present_tense_is_no_duty(text: str) -> None:
    assert commitments(text) == ()


def test_a_joined_verb_without_an_object_left_is_forbidden() -> None:
    found = commitments("Units of the Army remain in their camps and perform no operations in the villages.")
    assert [(c.modality, words(c, "action")) for c in found] == [(OBLIGATION, ["remain"]), (PROHIBITION, ["perform"])]


def test_an_inverted_condition_is_no_duty() -> None:
    found = only("Should a party not have reached its line, the Chair shall convene the Committee.")
    assert (words(found, "action"), words(found, "condition")) == (
        ["convene"],
        ["Should a party not have reached its line"],
    )


def test_a_name_before_an_infinitive_is_bound() -> None:
    (found,) = commitments("Plan\n\n1. UNMHA to place teams at the crossings.\n")
    assert (words(found, "bearer"), words(found, "action")) == (["UNMHA"], ["place"])


def test_a_feeling_is_no_act() -> None:
    (found,) = commitments("Code\n\n1. Stop media escalation and hate speech.\n")
    assert (words(found, "action"), words(found, "object")) == (["Stop"], ["media escalation"])


def test_a_subject_is_shared_by_a_verb_behind_an_aside() -> None:
    text = "Akora and Bunda will keep an office in Tumu and, if both sides so request, will send teams to the line."
    assert [words(c, "bearer") for c in commitments(text)] == [["Akora and Bunda"]] * 2


def test_a_heading_on_the_line_of_its_clause_is_no_sentence_of_it() -> None:
    (first, second) = commitments(
        "Accord\n\n1. Period. This ceasefire takes effect on 3 May 2027.\n2. Captives. The Parties shall free all captives.\n"
    )
    assert (first.span.exact, second.span.exact) == (
        "This ceasefire takes effect on 3 May 2027.",
        "The Parties shall free all captives.",
    )


def test_a_short_point_before_a_sentence_about_it_stays_a_duty() -> None:
    found = commitments("Accord\n\n1. Withdrawal of artillery. It begins on 3 May 2027.\n")
    assert [words(c, "action") for c in found] == [["Withdrawal"], ["begins"]]
