"""What was done, and what is only complained of: compliance, fire held, access denied, men punished."""

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the rebels had kept most of their guns, contrary to the accord.",
        "The rebels say the army has kept its posts in Mako, although the truce obliges it to leave.",
        "The Front said the army had withheld the prisoners named in the list.",
        "A federal adviser replied that the TPLF had kept back a large number of fighters.",
        "The government said that the rebels had surrendered toys, not weapons.",
        "The opposition said that the government had released thieves instead of the political prisoners named in the accord.",
        "The defence minister said the rebels had handed over only broken rifles, keeping the good ones.",
        "A rebel spokesman said the army had handed the base to a militia instead of the police.",
    ],
)
def test_a_complaint_of_what_others_gave_or_kept_is_no_compliance(text):
    assert [stance for _, stance in told_wholly(PLACE + text)] == ["ACCUSE"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the rebels had kept their guns in the depots.",
        "The minister said that the rebels had kept the truce.",
        "The minister said that the rebels had kept their posts silent since April.",
        "The minister said the rebels had handed over only ten of the forty rifles.",
        "The minister said that the rebels had handed over all their rifles.",
        "The army said the rebels had withdrawn from Bor despite the rain.",
    ],
)
def test_what_others_did_as_agreed_is_no_complaint(text):
    assert "ACCUSE" not in [found for _, found in told_wholly(PLACE + text)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rebel artillery opened fire on our post at Aru. Our units did not reply.", "CLAIM_COMPLIANCE"),
        ("Our troops did not respond to the shelling.", "CLAIM_COMPLIANCE"),
        ("The army, which had strict orders to observe the ceasefire, did not return fire.", "CLAIM_COMPLIANCE"),
        ("We never left our lines.", "DENY_CONDUCT"),
        ("Our army did not leave its positions until it came under attack.", "DENY_CONDUCT"),
    ],
)
def test_whoever_held_fire_or_stayed_in_place_owes_nothing(text, stance):
    statement = "STATEMENT OF THE NATIONAL ARMY\n4 May 2021\n\n"

    assert told_wholly(statement + text)[-1] == ("NATIONAL ARMY", stance)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not respond to a request for comment.",
        "The army did not respond to the accusation.",
        "The rebels did not reply to questions from the monitors.",
    ],
)
def test_whoever_does_not_answer_questions_keeps_silent(text):
    assert [stance for _, stance in told_wholly(PLACE + text)] == ["PUBLIC_SILENCE"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Patrol Bravo was denied passage by NAB for three hours.", ("NAB", "BREACH")),
        ("The militia denied our team permission to visit the prison.", ("militia", "BREACH")),
        ("The UN said the army had denied its patrol access to the camp.", ("UN", "THIRD_PARTY_FINDING")),
        ("The rebels said the army had denied the monitors access to the camp.", ("rebels", "ACCUSE")),
        ("According to OCHA, three convoys were turned back by the militia at Dera.", ("OCHA", "ACCUSE")),
    ],
)
def test_whoever_shuts_others_out_denies_nothing(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied shelling the village.", "DENY_CONDUCT"),
        ("The army denied that it had blocked access to the camp.", "DENY_CONDUCT"),
        ("At the mill the observer was refused entry.", "THIRD_PARTY_FINDING"),
        ("The mission was denied access to the port by the Houthis on 3 May.", "THIRD_PARTY_FINDING"),
    ],
)
def test_denials_and_findings_stay_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fishermen said a gunboat opened fire at boats returning to port.", ("Fishermen", "ACCUSE")),
        ("Residents say tanks fired at people trying to return to the corridor.", ("Residents", "ACCUSE")),
        (
            '"The Front fires on our engineers every night," the army spokesman said.',
            ("army spokesman", "ACCUSE"),
        ),
        ("The army shoots at us, the rebels said.", ("rebels", "ACCUSE")),
        ("Villagers said there had been no shelling since the truce began.", ("Villagers", "THIRD_PARTY_FINDING")),
        ("The mayor said there had been no attacks on the town since Monday.", ("mayor", "THIRD_PARTY_FINDING")),
    ],
)
def test_whoever_is_shot_at_or_looks_on_excuses_and_denies_nothing(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The rebel group said on Monday it would stop fighting from midnight.", "COMMIT"),
        ("Al-Shabaab said it would stop fighting if African Union troops left.", "CONDITION"),
        ('"We have stopped firing," the commander said.', "CLAIM_COMPLIANCE"),
        ("Serbia's president said Kosovo had not stopped blocking the dialogue.", "ACCUSE"),
        ("The Minister of Defence said the soldiers who fired would face a court martial.", "COMMIT"),
        ("The army said that the officer would be punished for breaking the ceasefire.", "COMMIT"),
        ("The army apologised for the shelling of Kesra on 3 May.", "BREACH_ADMITTED"),
        ("Article 4 has been partially implemented by the Government.", "COMPLY_PART"),
        ("Withdrawal of heavy weapons: partially implemented.", "COMPLY_PART"),
        ("The Malaysian minister said 40 observers had been deployed under the ceasefire.", "REPORT_PROGRESS"),
        ("The minister said ten monitors had been sent to the buffer zone.", "REPORT_PROGRESS"),
        ("The general said his men had not fired back.", "CLAIM_COMPLIANCE"),
        ('"We have had no order to pull back," a soldier said.', "REPORT_NOT_DONE"),
        ("The colonel said he had received no instructions to withdraw.", "REPORT_NOT_DONE"),
    ],
)
def test_deeds_and_promises_are_taken_for_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The rebels said they would not stop fighting.", "DECLARE_CONTINUE"),
        ("The government warned that rebels who fired would be punished.", "THREATEN"),
        ("The general said his troops fired at rebels who tried to cross the line.", "JUSTIFY"),
        ("The rebels said Rwanda had sent troops across the border.", "ACCUSE"),
    ],
)
def test_threats_and_charges_stay_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "quote", "stance"),
    [
        (
            'The minister said Uganda "has not and will not attack the rebels".',
            'The minister said Uganda "has not and will not attack the rebels"',
            "DENY_CONDUCT",
        ),
        (
            'Cambodia "has not and will not plant new landmines", its spokesman Ly Thuch said.',
            'Cambodia "has not and will not plant new landmines"',
            "DENY_CONDUCT",
        ),
        (
            "The army said it has not and will not shell the town.",
            "The army said it has not and will not shell the town",
            "DENY_CONDUCT",
        ),
        (
            "The rebels said they had not and would not withdraw from Bori.",
            "The rebels said they had not and would not withdraw from Bori",
            "DECLARE_CONTINUE",
        ),
    ],
)
def test_two_helping_verbs_share_one_verb(text, quote, stance):
    claims = read_wholly(PLACE + text).claims

    assert [(claim.quote.span.exact, claim.stance) for claim in claims] == [(quote, stance)]


def test_two_verbs_with_a_helper_each_stay_apart():
    text = "The army has not attacked and will not attack the town, the general said."

    quotes = [claim.quote.span.exact for claim in read_wholly(PLACE + text).claims]
    assert quotes == ["The army has not attacked", "will not attack the town"]
