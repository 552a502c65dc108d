"""Sentences of two halves: whose words each is, and what each of them tells."""

import pytest

import trucewatch
from tests.steps.reading_wholly import read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


def _claims(text: str) -> list[tuple[str, str]]:
    """(stance, words) of every claim, in order."""
    printed = trucewatch.to_json(read_wholly(PLACE + text))["claims"]
    return [(claim["stance"], claim["quote"]["exact"]) for claim in printed]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Front signed the accord last year and, analysts say, has kept to most of it.", ["Front", "analysts"]),
        ("The army shelled Bori on Monday and, the rebels say, burned two villages.", ["army", "rebels"]),
        ("In May the rebels signed the truce, and in June, the mission said, they broke it.", ["rebels", "mission"]),
        ("The rebels signed the truce in May but, the minister said, have broken it often.", ["rebels", "minister"]),
    ],
)
def test_an_inserted_attribution_holds_for_its_own_half(text, speakers):
    assert [speaker for speaker, _ in told_wholly(PLACE + text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The army had left Bori, the minister said, and the rebels had freed the prisoners.",
            ["minister", "minister"],
        ),
        ("The army, the rebels say, has shelled Bori and has burned two huts.", ["rebels"]),
        ("The army and the militia, the rebels say, have shelled Bori.", ["rebels"]),
    ],
)
def test_where_it_stands_in_the_first_half_it_holds_for_both(text, speakers):
    assert [speaker for speaker, _ in told_wholly(PLACE + text)] == speakers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The government negotiator said that the ELN had stopped attacks on the army but had not stopped extortion, "
            "which the ceasefire forbids.",
            "had not stopped extortion, which the ceasefire forbids",
        ),
        (
            "The minister told us the rebels had pulled back from the bridge but still held the school, contrary to the accord.",
            "still held the school, contrary to the accord",
        ),
    ],
)
def test_what_is_granted_does_not_swallow_the_charge(text, words):
    assert _claims(text)[-1] == ("ACCUSE", words)


def test_what_is_granted_ends_before_but():
    told = _claims("The minister said the rebels had left the port but had left mines in it.")
    assert told[0][1] == "The minister said the rebels had left the port"


def test_one_charge_of_two_deeds_stays_one():
    told = _claims("The army said the rebels had shelled the post and had burned two huts.")
    assert told == [("ACCUSE", "The army said the rebels had shelled the post and had burned two huts")]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels promised to free the captured officers and wounded soldiers by Friday.",
        "The ministry pledged to free the arrested students and detained journalists within a week.",
        "The army agreed to leave the villages and occupied schools before Sunday.",
        "The Front said it would release the sick and wounded detainees by the end of May.",
    ],
)
def test_those_whom_something_was_done_to_are_part_of_the_promise(text):
    assert _claims(text) == [("COMMIT", text.removesuffix("."))]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The rebels promised to free the hostages and kidnapped a mayor on Monday.", ["COMMIT", "BREACH"]),
        ("The army shelled the post and wounded soldiers.", ["BREACH"]),
    ],
)
def test_deeds_stay_deeds(text, stances):
    assert [stance for stance, _ in _claims(text)] == stances


@pytest.mark.parametrize(
    "said",
    [
        '"It is Armenia that has failed to withdraw its troops from our territory," the Azerbaijani foreign ministry said.',
        '"It was Rwanda which failed to pull back its soldiers," Congo\'s foreign minister said.',
        '"It is they who have failed to withdraw their heavy weapons," the minister said.',
        '"It is India which has failed to reduce its troops as the agreement requires," Pakistan\'s foreign minister said.',
        '"It was the other party which refused to open the roads," the rebel spokesman said.',
    ],
)
def test_whoever_is_singled_out_as_failing_is_accused(said):
    assert _claims(said) == [("ACCUSE", said[1:].partition('," ')[0])]


@pytest.mark.parametrize(
    "said",
    [
        'The minister said Uganda "has not and will not attack the rebels".',
        'Cambodia "has not and will not plant new landmines", its spokesman Ly Thuch said.',
        "The spokesman said the army had not and would not enter the zone.",
    ],
)
def test_what_is_not_done_and_will_not_be_is_one_denial(said):
    told = _claims(said)
    assert [stance for stance, _ in told] == ["DENY_CONDUCT"]
    assert "and will not" in told[0][1] or "and would not" in told[0][1]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The minister said the rebels do not and will not respect the truce.", "ACCUSE"),
        ('"We do not and will not recognise this accord," the rebel leader said.', "DENY_OBLIGATION"),
    ],
)
def test_other_refusals_are_no_denials(said, stance):
    assert _claims(said)[-1][0] == stance


@pytest.mark.parametrize(
    "text",
    [
        "As regards the release of prisoners, the army still holds 38 men.",
        "As is well known, the army has broken the truce many times.",
        "As all are aware, the Tigers signed an agreement on 3 May.",
    ],
)
def test_the_first_word_of_a_clause_in_front_stays(text):
    assert _claims(text)[-1][1] == text.removesuffix(".")


def test_that_leads_to_what_is_said_and_is_no_part_of_it():
    told = _claims('"We say that the army has broken the truce," the rebel chief said.')
    assert told[-1][1] == "the army has broken the truce"


def test_how_long_ago_it_was_is_no_claim():
    told = told_wholly(f"{PLACE}It has been ten months since the Front signed a truce.")
    assert told == [("Front", "COMMIT")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The minister denied that the army had shelled Mako and pledged to free all prisoners by 1 May 2020.",
            "The minister denied that the army had shelled Mako",
        ),
        (
            "The Front rejected the charge that it had broken the ceasefire and promised to withdraw from Mako.",
            "The Front rejected the charge that it had broken the ceasefire",
        ),
    ],
)
def test_a_denial_ends_before_the_pledge(text, words):
    told = _claims(text)
    assert told[0] == ("DENY_CONDUCT", words)
    assert told[1][0] == "COMMIT"


def test_two_deeds_denied_stay_one_denial():
    told = _claims("The minister denied that the army had shelled Mako and had burned two huts.")
    assert told == [("DENY_CONDUCT", "The minister denied that the army had shelled Mako and had burned two huts")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            "Ten armed groups that signed the ceasefire declared on 20 February 2018 that they were suspending talks "
            "with the army.",
            "SUSPEND",
        ),
        ("The movement, which signed the ceasefire in May, said it was withdrawing from it.", "WITHDRAW"),
        ("Three factions that had signed the truce said on Monday that they were leaving it.", "WITHDRAW"),
    ],
)
def test_what_is_told_of_somebody_by_the_way_does_not_decide(text, stance):
    assert [told for told, _ in _claims(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The movement, which signed the ceasefire in May, said it was not withdrawing from it.",
        "The army, which took the town in May, said it was withdrawing from it.",
        "The Front, which signed the truce, said it would respect it.",
    ],
)
def test_nobody_withdraws_who_stays_or_leaves_a_town(text):
    assert "WITHDRAW" not in [told for told, _ in _claims(text)]


def test_who_is_no_signatory_denies_nothing_by_having_a_truce():
    assert not _claims("The Arakan Army, not a signatory, has an informal truce with the military.")


@pytest.mark.parametrize(
    "said",
    ["Three camps had been dismantled, they said.", "Two platoons had been flown out on Monday, they said."],
)
def test_things_that_are_moved_do_not_speak(said):
    told = told_wholly(f"{PLACE}The rebels said the truce was holding. {said}")
    assert {speaker for speaker, _ in told} == {"rebels"}


@pytest.mark.parametrize(
    "said",
    [
        "SM: With me on the line from Khartoum is Brigadier Nabil Hassan, spokesman for the army.",
        "PRESENTER: Joining us now from Goma is Colonel Imani, spokesman of the M23.",
        "HOST: We'll be talking about the Geneva truce this morning.",
        "HOST: Tonight we talk to Fanta Keleba, spokeswoman of the rebels, about the truce.",
    ],
)
def test_a_presenter_who_announces_claims_nothing(said):
    assert not read_wholly(said).claims


@pytest.mark.parametrize(
    "said",
    ["COL. DIOP: We will talk to the rebels about the truce tomorrow.", "COL. DIOP: We will not talk about the truce."],
)
def test_what_a_party_says_of_talks_stays(said):
    assert read_wholly(said).claims
