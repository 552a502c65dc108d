"""What the turns of reporters mean: who answers whom, what only was wanted, promised to somebody, or told of another day."""

import pytest

from tests.steps.reading_wholly import names, read_wholly, told_wholly
from trucewatch.core.dates import When

PLACE = "NAIROBI, 3 June 2024 (Agence) - "


def tells(text):
    return told_wholly(PLACE + text + "\n")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The army has left Stara, a senior official said on Tuesday, but the rebels rejected the claim.",
            [("senior official", "CLAIM_COMPLIANCE"), ("rebels", "DENY_CONDUCT")],
        ),
        (
            "The army has left Stara, a senior official said on Tuesday, but the rebels said it was still there.",
            [("senior official", "CLAIM_COMPLIANCE"), ("rebels", "REPORT_NOT_DONE")],
        ),
        (
            "Viktor Dorin has agreed to pull forces back from the bridge, a senior official said on Tuesday, but Dorin's office "
            'later called the report "pure fantasy".',
            [("Viktor Dorin", "COMMIT")],
        ),
        # What is no verb of saying is still his.
        (
            "The army has left Stara, a senior official said on Tuesday, but the rebels have not left Kelo.",
            [("senior official", "CLAIM_COMPLIANCE"), ("senior official", "REPORT_NOT_DONE")],
        ),
        (
            "The army has left Stara, the minister said on Tuesday, and he accused the rebels of violating the truce.",
            [("minister", "CLAIM_COMPLIANCE"), ("minister", "ACCUSE")],
        ),
    ],
)
def test_behind_an_attribution_others_have_their_own_say(text, claims):
    assert [(who, stance.replace("REPORT_PRIVATE_", "")) for who, stance in tells(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The UN envoy, Maria Sund, said that she wanted to see the truce extended by thirty days.",
            [("Maria Sund", "CALL_TO_COMPLY")],
        ),
        ("The two sides agreed to extend the truce by thirty days.", [("two sides", "AMEND")]),
        ("Reyes spoke a day after President Ortiz ordered the suspension of the talks over an attack.", []),
        ('The army later called the report "pure fantasy".', [("army", "DENY_CONDUCT")]),
        ("Reyes said the army had violated the truce a day after it was signed.", [("Reyes", "ACCUSE")]),
        (
            '"The rebels leave the buffer zone by day and come back at night," said army spokesman Idris Bakr.',
            [("Idris Bakr", "ACCUSE")],
        ),
        (
            '"If they withdraw, we will withdraw," said Oleh Marchuk, the commander of the rebels.',
            [("Oleh Marchuk", "CONDITION")],
        ),
        ('"If they attack, we will attack," said Oleh Marchuk, a rebel commander.', [("Oleh Marchuk", "THREATEN")]),
        (
            "The rebel coalition said its delegates had been turned away from the committee's office.",
            [("rebel coalition", "ACCUSE")],
        ),
        (
            'Ambassador Lena Holt said: "I spoke to the minister and he assured me the government will withdraw its troops."',
            [("Lena Holt", "REPORT_PRIVATE_COMMIT")],
        ),
    ],
)
def test_what_reporters_tell_is_what_they_say(text, claims):
    assert tells(text) == claims


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army said its forces had not fired a shot since the signing of the ceasefire on 3 May.", None),
        ("Ali Daw of the rebels said the army has attacked four villages since the truce began on 1 May.", None),
        ("Ali Daw of the rebels said the army attacked four villages on 1 May.", "2024-05-01"),
        ("The police said the rebels have not freed the men, contrary to what media reported on 1 May.", None),
    ],
)
def test_a_day_since_which_is_not_the_day_on_which(text, day):
    (claim,) = read_wholly(PLACE + text + "\n").claims
    assert (claim.happened_on.edtf if isinstance(claim.happened_on, When) else None) == day


OPEN = "Open letter to the guarantors\n\n{}\n\nOur fighters have left the three towns. The army has built two new posts at Anefis, contrary to Article 5.\n\n{}\n"


@pytest.mark.parametrize(
    ("opening", "closing", "signer"),
    [
        ("Excellencies,", "Bilal ag Moussa, for the Northern Alliance\nTamra, 12 September 2021", "Northern Alliance"),
        ("Excellencies,", "For and on behalf of the Karun Front", "Karun Front"),
        ("On behalf of the Karun Front, I have the honour to write to you.", "Idriss Haman", "Karun Front"),
        ("We, members of the delegation of the Karun Front in Juba, write to you today.", "Ali Daw", "Karun Front"),
        ("We, the leaders of the Northern Alliance, write to you today.", "Tamra", "Northern Alliance"),
        ("Excellencies,", "Idriss Haman\nPresident, Karun Liberation Front", "Karun Liberation Front"),
    ],
)
def test_whoever_signs_an_open_letter_speaks_in_it(opening, closing, signer):
    assert told_wholly(OPEN.format(opening, closing)) == [(signer, "CLAIM_COMPLIANCE"), (signer, "ACCUSE")]


@pytest.mark.parametrize(
    "closing",
    ["For the Government: Daniel Tessema\nFor the Movement: Hailu Reda", "Translated for the archive", "Idriss Haman"],
)
def test_a_letter_that_nobody_or_several_sign_is_nobodys(closing):
    report = read_wholly(OPEN.format("Excellencies,", closing))
    assert {names(report).get(c.speaker or "", "") for c in report.claims if c.stance == "CLAIM_COMPLIANCE"} <= {""}


def test_a_statement_on_x_is_by_whom_it_says():
    text = (
        "Statement on X by the Defence Forces of Karun, 2 March 2024\n\n"
        "It was the Council's militia which fired two mortars at our post. We have asked the commission to visit both places. "
        "The Council has so far not agreed.\n"
    )
    assert {who for who, _ in told_wholly(text)} == {"Defence Forces of Karun"}


JOINT = "Joint communiqué\n\n{}\n\n1. Agree that the withdrawal will begin on 15 November 2022.\n\n2. Undertake to release all prisoners.\n\nAbuja, 7 November 2022\n"


def test_items_are_those_of_all_who_head_the_list():
    head = "The Government of Larna and the National Movement, meeting in Abuja on 6 and 7 November 2022,"
    both = [("Government of Larna", "COMMIT"), ("National Movement", "COMMIT")]
    assert told_wholly(JOINT.format(head)) == both * 2


def test_items_below_a_whole_sentence_are_not_its_subjects():
    head = "The Government of Larna met the National Movement in Abuja on 6 and 7 November 2022."
    assert ("Government of Larna", "COMMIT") not in told_wholly(JOINT.format(head))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The army said it had acted in self-defence, and the rebels, for their part, denied firing first.",
            [("army", "JUSTIFY"), ("rebels", "DENY_CONDUCT")],
        ),
        (
            "Residents accused the government of bombing Arro despite the truce announced by Minister Berg on 1 May.",
            [("Residents", "ACCUSE")],
        ),
        (
            "A statement issued in the Front's name accused the government of bombing Arro despite the ceasefire announced by "
            "President Kassim on 1 May.",
            [("Front", "ACCUSE")],
        ),
        (
            "An army spokesman said the rebels had asked for more time after they had taken the town, "
            '"and they violated the truce to get it".',
            [("army spokesman", "ACCUSE"), ("army spokesman", "ACCUSE")],
        ),
        # What is told of the talks is not told by whoever spoke before.
        (
            "The army spokesman, Ali Daw, said that the rebels were playing for time. The ceasefire has been extended by 30 days.",
            [("Ali Daw", "ACCUSE"), ("", "AMEND")],
        ),
        (
            'The UN envoy, Maria Sund, met the rebel leader on Monday. "They agreed to extend the truce," she said.',
            [("", "AMEND")],
        ),
    ],
)
def test_others_words_and_deeds_are_not_the_speakers(text, claims):
    assert tells(text) == claims


def test_the_day_of_a_truce_is_not_that_of_the_charge():
    text = "Residents accused the government of bombing Arro despite the truce announced by Minister Berg on 1 May.\n"
    (claim,) = read_wholly(PLACE + text).claims
    assert not isinstance(claim.said_on, When)


def test_it_that_signed_in_a_statement_is_the_enemy_of_whom_it_tells():
    text = (
        "Communiqué of the Resistance Front\n\nThe regime's army attacked our camp at Molo, in flagrant violation of the accord of "
        "Bayo, which it signed on 12 May 2009.\n"
    )
    assert told_wholly(text) == [("Resistance Front", "ACCUSE"), ("regime's army", "COMMIT")]
