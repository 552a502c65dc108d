"""What is told in the sentence after somebody spoke, silence, regret and counting: whose it is, and what it cannot be."""

import pytest

from .reading_wholly import told_wholly


def _last(text: str) -> tuple[str | None, str]:
    return told_wholly(text)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gen. Park denied the charge. His troops had not crossed the line.", "Gen. Park"),
        ("The rebel commander rejected the complaint. His fighters had never entered the village.", "rebel commander"),
        (
            "The Front's delegate answered that the report was wrong. Its men had not attacked the convoy.",
            "Front's delegate",
        ),
        (
            "Col. Dossou protested that the team had relied on one witness. Government forces had not fired at Yabo.",
            "Dossou",
        ),
    ],
)
def test_a_denial_that_goes_on_is_a_denial_and_no_breach(text, speaker):
    assert _last(text) == (speaker, "DENY_CONDUCT")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Government's delegate complained about the rebels. They had shelled Kilo on 3 May.",
            "Government's delegate",
        ),
        ("Ms Adan said the army had lied. It had bombed Kesra twice.", "Adan"),
        (
            "The delegate of the Front said it had honoured the truce. The army had bombed three villages since Monday.",
            "delegate of the Front",
        ),
    ],
)
def test_a_charge_that_goes_on_is_a_charge_and_no_breach(text, speaker):
    assert _last(text) == (speaker, "ACCUSE")


def test_what_a_side_did_is_its_own_word_where_its_general_goes_on():
    text = "Gen. Sato told the commission that the charge was false. The army had withdrawn all its tanks by 4 May."
    assert _last(text) == ("Gen. Sato", "CLAIM_COMPLIANCE")


def test_another_paragraph_and_the_plain_past_are_the_texts_own():
    assert (
        _last("The Front's delegate denied the charge.\n\nThe rebels attacked Kilo on 3 May in breach of the truce.")[1]
        == "BREACH"
    )
    assert (
        _last("The Front's delegate denied the charge. The rebels attacked Kilo on 3 May in breach of the truce.")[1]
        == "BREACH"
    )


@pytest.mark.parametrize(
    "text",
    ["His troops had not crossed the line.", "The army had never entered the village of Kilo, in breach of the truce."],
)
def test_nobody_breaks_anything_by_what_he_has_not_done(text):
    assert not {stance for _, stance in told_wholly(text)} & {"BREACH", "BREACH_ADMITTED"}


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian mediator said he regretted the attack on the convoy.",
        "The UN envoy regretted that the army had shelled the town despite the ceasefire.",
        "Norway regrets that Front fighters attacked the monitors' camp.",
        "The opposition leader regretted that the army had bombed the market during the truce.",
    ],
)
def test_regret_for_what_others_did_admits_and_finds_nothing(text):
    assert not {stance for _, stance in told_wholly(text)} & {"BREACH_ADMITTED", "THIRD_PARTY_FINDING"}


def test_regret_for_ones_own_deeds_admits_them():
    assert _last("The army regretted the attack on the convoy by its soldiers.") == ("army", "BREACH_ADMITTED")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Sudanese army said it had recorded 40 violations of the truce by the RSF.", "ACCUSE"),
        ('"We have recorded 61 violations of the truce by Israel," the Lebanese army said.', "ACCUSE"),
        ("The mission said it had recorded 40 violations of the truce by the RSF.", "THIRD_PARTY_FINDING"),
    ],
)
def test_a_party_that_counts_what_its_enemy_did_finds_nothing(text, stance):
    assert [s for _, s in told_wholly(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "President Lopez announced a ceasefire on Monday. There was no immediate reaction from the guerrillas.",
            "guerrillas",
        ),
        (
            "The rebels said the ceasefire had started at noon. There was no immediate reaction from the government.",
            "government",
        ),
        (
            "The Panel contacted the Ministry of Defence of Uganda, which has not replied.",
            "Ministry of Defence of Uganda",
        ),
        ("The Panel wrote to the Government of Eritrea, which has not answered.", "Government of Eritrea"),
    ],
)
def test_who_has_not_answered_is_silent_and_not_whoever_asked(text, speaker):
    assert _last(text) == (speaker, "PUBLIC_SILENCE")


@pytest.mark.parametrize("said", ["Congo broke the truce", "It was Congo that broke the truce"])
def test_nobody_charges_himself(said):
    assert _last(f'The ministry replied on Monday. "{said}," it said.') == ("ministry", "ACCUSE")


def test_who_acts_is_still_it_where_he_charges_nobody():
    assert _last("The ministry replied on Monday. The army will respect the truce, it said.")[1] == "AFFIRM"


def test_a_forum_that_reports_on_others_is_no_party():
    text = (
        "Lake Region Dialogue Forum\n> Doha: declaration of principles signed\n\nM23 fighters left the town on 3 April."
    )
    assert "THIRD_PARTY_FINDING_BY_COUNTERPARTY" not in {stance for _, stance in told_wholly(text)}


@pytest.mark.parametrize(
    "accused", ["The Sadri movement has denied shelling the town", "The militia dismissed the report"]
)
def test_who_is_accused_in_passing_accuses_nobody(accused):
    text = f'{accused}, hours after the government accused it of "trampling on" the Najaf truce.'
    assert _last(text) == ("government", "ACCUSE")


@pytest.mark.parametrize(
    "text",
    [
        "The army denied violating the truce. The exchange of prisoners has been delayed by a week.",
        "Kigali denies that it has troops in Congo. The disarmament of the rebels has been delayed again.",
    ],
)
def test_what_was_put_off_is_not_put_off_by_whoever_spoke_before(text):
    assert _last(text) == ("", "DELAY")
