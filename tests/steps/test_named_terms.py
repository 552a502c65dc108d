"""Terms that a report calls parts of a text, that it says were foreseen or agreed, or that a text forbids or asks in return."""

import pytest

from tests.steps.test_stated_terms import words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The withdrawal from the Sennar road, the third of the truce's points, has gone better.",
            ["The withdrawal from the Sennar road"],
        ),
        ("She wrote about the amnesty for tax debts, the heart of the deal.", ["the amnesty for tax debts"]),
        (
            "She wrote about the amnesty for tax debts, which she called the heart of the deal.",
            ["the amnesty for tax debts"],
        ),
        ("The exchange of prisoners is part of the truce.", ["The exchange of prisoners"]),
        ("Releasing the pilots was a condition of the truce.", ["Releasing the pilots"]),
        ("The deal's prisoner exchange has stalled.", ["prisoner exchange"]),
        ("The release of all captives under the truce has begun.", ["The release of all captives"]),
        ("The release of captives called for in the truce has begun.", ["The release of captives"]),
        ("Its central promise, the return of the archive, has not been kept.", ["the return of the archive"]),
        ("Point 4 (return of refugees) has been carried out.", ["return of refugees"]),
        ("Point 4, on the return of refugees, is being discussed.", ["the return of refugees"]),
        ("The clause on prisoners has been carried out.", ["clause on prisoners"]),
        # Look-alikes
        ("The truce's extension was announced.", []),
        ("The general is part of the deal.", []),
        ("The text was no part of the deal.", []),
        ("Point 4, on Friday, was discussed.", []),
        ("The exchange of fire under the truce went on.", []),
        ("He was one of the truce's signatories.", []),
    ],
)
def test_what_is_called_a_part_of_a_text_is_owed(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The lists foreseen in paragraph 6 were exchanged on 12 May.", ["The lists"]),
        ("The handover of the airport had been scheduled for 10 May.", ["The handover of the airport"]),
        ("The interposition of monitors, agreed upon in January, has not begun.", ["The interposition of monitors"]),
        ("He asked for the lists of weapons due since December.", ["the lists of weapons"]),
        (
            "The Movement has yet to hand in the list of its locations, which was due on 8 July.",
            ["the list of its locations"],
        ),
        (
            "The release of three soldiers, which we undertook to carry out on 5 October, was put off.",
            ["The release of three soldiers"],
        ),
        ("The meeting scheduled for Friday was called off.", []),
        ("The talks due on Friday were called off.", []),
        ("Both sides agreed to keep Article 5 in force.", ["keep Article 5 in force"]),
    ],
)
def test_what_was_foreseen_is_owed(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The rebels were recruiting schoolboys in Kell, which the agreement forbids.",
            ["recruiting schoolboys in Kell, which the agreement forbids"],
        ),
        (
            "The army was building bunkers near the line, which old ground rules forbid.",
            ["building bunkers near the line, which old ground rules forbid"],
        ),
        ("Carrying arms in town is forbidden.", ["Carrying arms in town is forbidden"]),
        ("Farmers may cross the line under the truce.", ["Farmers may cross the line"]),
        ("Farmers may cross the line after the truce.", []),
    ],
)
def test_what_a_text_forbids_or_allows(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "In exchange for a halt to air raids, the rebels will free 40 soldiers.",
            ["a halt to air raids", "free 40 soldiers"],
        ),
        ("In exchange for money the guards let them go.", []),
        ("In exchange for the release of ten men the army freed two.", []),
    ],
)
def test_what_is_given_in_return(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "They committed to the lifting of the siege, to a halt in recruitment and to the return of the vehicles.",
            ["the lifting of the siege", "a halt in recruitment", "the return of the vehicles"],
        ),
        ("We committed ourselves to a halt in recruitment.", ["a halt in recruitment"]),
        (
            "Both ignore the pact, which obliges the rebels to stop kidnapping, hand over coca fields and let census takers "
            "into their zones, and the army to keep its distance from three camps.",
            [
                "the rebels to stop kidnapping",
                "hand over coca fields",
                "let census takers into their zones",
                "the army to keep its distance from three camps",
            ],
        ),
        ("The truce calls for a 30-km buffer zone and joint patrols.", ["a 30-km buffer zone", "joint patrols"]),
        ("The truce calls for an exchange of prisoners and dead bodies.", ["an exchange of prisoners and dead bodies"]),
        (
            "What was agreed was a freeze of the lines and an end to forced recruitment.",
            ["a freeze of the lines", "an end to forced recruitment"],
        ),
    ],
)
def test_lists_are_cut_into_single_duties(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Both sides promised they would not shell towns.", ["they would not shell towns"]),
        ("The rebels had promised the mediators to leave Tessen.", ["leave Tessen"]),
        ("The general promised him in a private talk to leave the trams alone.", ["leave the trams alone"]),
        ("The commander pledged in Kell on 3 June to return to the capital.", ["return to the capital"]),
        (
            "The minister had promised to him, in private, that the army would not take Ber.",
            ["the army would not take Ber"],
        ),
        ("The pledge not to fly over the valley was broken.", ["not to fly over the valley"]),
        ("Its promise of a halt to shelling has not been kept.", ["a halt to shelling"]),
        ("The parties have agreed with me on the first phase, that is Salif and the port.", []),
        ("Rebels promised more attacks.", []),
    ],
)
def test_what_was_promised_may_stand_far_behind(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The UN asked both to reopen the airport, as the summit demanded.", ["reopen the airport"]),
        ("The army should free the detainees, as Geneva requires.", ["free the detainees"]),
        ("We ask the army to leave the hills, as the rules of the truce require.", ["leave the hills"]),
        ("The group said it would give the town back, as the truce requires.", ["give the town back"]),
        ("The commander said the two went hand in hand, as agreed.", []),
    ],
)
def test_what_somebody_is_asked_to_do_as_was_agreed(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "They promised me three things. The airport reopens to relief flights. No more conscription of pupils. And "
            "salaries are paid from the common fund.",
            [
                "The airport reopens to relief flights",
                "No more conscription of pupils",
                "salaries are paid from the common fund",
            ],
        ),
        (
            "The truce rests on two promises. The army stays out of the schools. The rebels leave the road alone. The dam "
            "stands empty.",
            ["The army stays out of the schools", "The rebels leave the road alone"],
        ),
        (
            "The text has five short points. Among them are an end to flights and the removal of customs posts.",
            ["an end to flights", "the removal of customs posts"],
        ),
        (
            "The paper is short. Point 1: soldiers stay inside their camps. Point 2: no forced porters.",
            ["soldiers stay inside their camps", "no forced porters"],
        ),
        ("The truce has two parts: prisoners come home and the road opens.", ["prisoners come home", "the road opens"]),
        ("One point of the truce was the return of cattle.", ["the return of cattle"]),
        (
            "The truce was signed. It consists of four commitments: foreign pilots leave Jufra; sixty detainees are swapped "
            "at Shwayrif; and neither side posts videos of the dead.",
            [
                "foreign pilots leave Jufra",
                "sixty detainees are swapped at Shwayrif",
                "neither side posts videos of the dead",
            ],
        ),
        (
            "The Committee recalled the commitments of Kidal, namely the dismantling of the checkpoints, the registration of "
            "combatants by the end of November and free passage for the vaccination teams.",
            [
                "the dismantling of the checkpoints",
                "the registration of combatants by the end of November",
                "free passage for the vaccination teams",
            ],
        ),
        ("The terms, including the release of all captives, were read out.", ["the release of all captives"]),
        ("The sides, including the army of the north, were there.", []),
        ("The truce's second point is a joint clinic.", ["a joint clinic"]),
        # Look-alikes
        ("The truce has three points. Talks went on yesterday.", []),
        ("The truce has three points. The army says it is content.", []),
        ("The truce has three points. We know them all.", []),
    ],
)
def test_what_is_announced_by_number_is_told_by_the_sentences_behind(text, terms):
    assert words(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("What the truce says is clear: no shots after dark.", ["no shots after dark"]),
        (
            "The two armies would withdraw 5 km and stop flights, according to the truce.",
            ["The two armies would withdraw 5 km", "stop flights"],
        ),
        ("The truce, under whose terms the army leaves the dam, is in force.", ["the army leaves the dam"]),
        ("The rebels, who had agreed to leave the dam, stayed.", ["leave the dam"]),
        ("They gave us their word that this would end.", []),
        ("Iraq agreed on 11 October to a joint clinic.", ["a joint clinic"]),
        ("They agreed on 13 September.", []),
    ],
)
def test_a_term_ends_where_another_clause_or_its_source_begins(text, terms):
    assert words(text) == terms
