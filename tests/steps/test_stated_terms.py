"""What an agreement asks, found in the ways in which reports tell it."""

import pytest

from tests.steps.reading_reports import document_of, parser
from trucewatch.steps.claims import report_passages
from trucewatch.steps.claims.duty_phrases import clause_over
from trucewatch.steps.claims.mending import mended
from trucewatch.steps.claims.owed_terms import BY_TEXT, OWED, PROMISED
from trucewatch.steps.claims.stated_terms import TermFinder
from trucewatch.vocabulary.reports import report_vocabulary


def terms(text: str) -> list[tuple[str, int]]:
    """The words of each term, and how surely it is stated."""
    document = document_of(text)
    (passage,) = report_passages(document)
    parse = passage.relocate(parser().parse([passage.text], entities=True)[0])
    vocabulary = report_vocabulary()
    found = TermFinder(mended(parse, vocabulary.speech), vocabulary).terms()
    return [(document.text[t.first.start : t.last.end], t.by) for t in found]


def words(text: str) -> list[str]:
    return [exact for exact, _ in terms(text)]


def test_under_an_agreement_every_clause_is_a_term():
    assert words(
        "Under the Gorno accord, signed in May, the army withdraws its tanks and the rebels must open the road."
    ) == ["the army withdraws its tanks", "the rebels must open the road"]


def test_a_question_is_no_term():
    assert terms("The ministry reported one violation of the truce but did not say who was to blame.") == []


def test_a_list_of_passives_is_cut_even_where_the_verb_is_left_out():
    assert words(
        "Under the declaration, roadblocks are to be removed, prisoners released and the border reopened."
    ) == [
        "roadblocks are to be removed",
        "prisoners released",
        "the border reopened",
    ]


def test_what_a_text_provides_for_is_cut_into_things():
    found = words("The deal provides for the withdrawal of tanks, the exchange of prisoners and a joint patrol.")
    assert found == ["the withdrawal of tanks", "the exchange of prisoners", "a joint patrol"]


def test_two_nouns_of_one_thing_stay_together():
    assert words("The accord provides for the removal of mines and bombs.") == ["the removal of mines and bombs"]


def test_a_ban_keeps_its_verb():
    assert words("The truce bans recruitment and the collection of money.") == [
        "bans recruitment and the collection of money"
    ]


def test_a_pronoun_goes_on_with_the_agreement_of_the_sentence_before():
    assert words("The accord was signed in May. It bans heavy weapons.") == ["bans heavy weapons"]


def test_what_a_text_asks_of_each_party():
    assert words(
        "The agreement asks both sides to hold their troops back, to share patrols and to open the crossing."
    ) == [
        "both sides to hold their troops back",
        "share patrols",
        "open the crossing",
    ]


def test_points_behind_a_colon():
    found = words("The understanding has three points: no firing, open roads, release of the teachers.")
    assert found == ["no firing", "open roads", "release of the teachers"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The rebels were to free the prisoners by May.", ("free the prisoners", OWED)),
        ("Neither side may move its troops.", ("Neither side may move its troops", OWED)),
        ("The withdrawal foreseen in the accord has begun.", ("withdrawal", BY_TEXT)),
        ("The rebels promised to leave the town.", ("leave the town", PROMISED)),
        ("The army has until Friday to leave the port.", ("leave the port", OWED)),
    ],
)
def test_other_ways_to_say_what_is_owed(text, term):
    found = terms(text)
    assert any(term[0] in exact and by == term[1] for exact, by in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The accord was signed in May.",
        "The agreement does not bind the rebels.",
        "Soldiers shelled the town and left it.",
        "The two states signed a memorandum on security cooperation.",
    ],
)
def test_what_states_no_duty(text):
    assert words(text) == []


def test_what_has_happened_is_no_term():
    assert words("The accord of 3 May ended 50 days of war. Under the accord the army had accepted a pause.") == []


def test_a_clause_that_is_owed_is_told_with_what_it_is_said_of():
    said = words("The registration, which was to begin on 19 April, has not begun.")
    assert said == ["The registration, which was to begin on 19 April"]


def test_what_an_agreement_implies_is_a_term_of_its_text():
    said = terms("He was aware that the ceasefire agreement implied the suspension of the cooperation with Ankara.")
    assert said == [("the suspension of the cooperation with Ankara", BY_TEXT)]


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        ("We promised not to touch the candidates.", "not to touch the candidates"),
        ("We touched the candidates.", "touched the candidates"),
    ],
)
def test_an_act_that_is_forsworn_begins_with_its_not(told, phrase):
    document = document_of(told)
    (passage,) = report_passages(document)
    (parse,) = parser().parse([passage.text], entities=True)
    verb = next(t for t in parse.tokens if t.lemma == "touch")
    thing = next(t for t in parse.tokens if t.lemma == "candidate")
    mention = clause_over(parse, "touch", verb, thing, 0)
    assert told[mention.start : mention.end] == phrase


def test_a_promise_not_to_do_something_keeps_its_not():
    assert words("The front promised not to touch the candidates.") == ["not to touch the candidates"]
    assert words("The front promised to release the hostages.") == ["release the hostages"]


def test_a_pronoun_for_who_is_asked_is_no_part_of_the_term():
    assert words("The accord was signed in May. It obliges them to hand the ports to the coastguard.") == [
        "hand the ports to the coastguard"
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("They accepted on 2 August, that the calendar be extended to May.", "the calendar be extended to May"),
        ("Under article 10 prisoners were to be freed by May.", "prisoners were to be freed by May"),
    ],
)
def test_a_term_begins_with_what_is_owed(text, term):
    assert words(text) == [term]


def test_what_somebody_admits_to_have_done_is_no_term():
    assert words("The colonel accepted on 9 March that his men had fired.") == []


def test_a_long_term_ends_behind_a_whole_day_or_name():
    assert words(
        "Under the accord the coastguard must move its two old patrol boats from the mouth of the river by 30 April 2021."
    ) == ["the coastguard must move its two old patrol boats from the mouth of the river by 30 April 2021"]
    assert words(
        "Under the accord the harbour guards are to hand over the keys of the sheds at Brell to a mixed customs office."
    ) == ["the harbour guards are to hand over the keys of the sheds at Brell to a mixed customs office"]


def test_a_day_that_follows_since_or_until_belongs_to_the_term():
    assert words("Under the accord both sides are to free all fishermen held since 2017.") == [
        "both sides are to free all fishermen held since 2017"
    ]
    assert words("They agreed to leave the mills alone until 4 June.") == ["leave the mills alone until 4 June"]


def test_what_follows_but_with_somebody_of_its_own_is_no_part_of_the_term():
    assert words("The governor undertook to let boats pass the weir, but on 2 May a chain was hung across it.") == [
        "let boats pass the weir"
    ]
    assert words("The accord bans mortars but not rifles in the valley.") == [
        "bans mortars but not rifles in the valley"
    ]


def test_who_wrote_that_something_must_be_done_is_no_term():
    assert words("Under the accord a bishop wrote on Sunday that the barracks must close.") == [
        "the barracks must close"
    ]


def test_what_a_text_gives_somebody_keeps_its_verb():
    assert words("The deal gives the navy ten days to leave the pier.") == ["gives the navy ten days to leave the pier"]


def test_that_there_is_nobody_to_do_something_is_no_term():
    assert words("The accord was signed in May. There is nobody to declare it dead.") == []


def test_rules_that_were_meant_to_do_something_are_named_by_it():
    assert words("The deal is a set of rules that were meant to keep the ferry running.") == ["keep the ferry running"]


def test_a_limit_keeps_what_it_is_a_limit_of():
    assert words("The accord was signed in May. The time limit for the closing of the camps ran out.") == [
        "time limit for the closing of the camps"
    ]


def test_what_leads_to_a_clause_behind_but_is_no_part_of_the_term():
    said = words(
        "The accord foresees the suspension of the training, but until the end of May, he had not yet spoken of it."
    )
    assert said == ["the suspension of the training"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Galkayo accord obliges both sides to free all prisoners and to let convoys use the road.",
            ["both sides to free all prisoners", "let convoys use the road"],
        ),
        ("As part of the deal, the army will withdraw its tanks.", ["the army will withdraw its tanks"]),
        ("The army should have withdrawn its tanks by May.", ["The army should have withdrawn its tanks by May"]),
        ("The withdrawal of tanks was due on 15 June.", ["The withdrawal of tanks was due on 15 June"]),
        ("The parties committed themselves to withdrawing their tanks.", ["withdrawing their tanks"]),
        ("Its main provisions are a truce and an exchange of prisoners.", ["a truce", "an exchange of prisoners"]),
        (
            "The agreement, which provides for an exchange of prisoners within a month, was signed on 1 June.",
            ["an exchange of prisoners within a month"],
        ),
        (
            "They signed a protocol providing for a ceasefire from 6 a.m. the next day and the withdrawal of tanks.",
            ["a ceasefire from 6 a.m. the next day", "the withdrawal of tanks"],
        ),
        (
            "The army and the front agreed, through a Swiss banker, to stop shooting in Rakhine.",
            ["stop shooting in Rakhine"],
        ),
        (
            "Both sides accepted the withdrawal of tanks and the deployment of monitors.",
            ["the withdrawal of tanks", "the deployment of monitors"],
        ),
        ("The exchange of prisoners, scheduled for 15 August, did not take place.", ["The exchange of prisoners"]),
        ("A prisoner exchange was also agreed.", ["A prisoner exchange"]),
        ("Two weeks remain before the deadline for both sides to leave the town.", ["both sides to leave the town"]),
        (
            "The withdrawal of the militia has not begun, although it was to be finished by May.",
            ["The withdrawal of the militia"],
        ),
        (
            'The accord says that the army shall refrain from "targeting residents of the valley".',
            ['the army shall refrain from "targeting residents of the valley'],
        ),
        (
            "The deal gave the rebels four ministries and an amnesty in return for the disarmament of their men.",
            ["four ministries", "an amnesty", "the disarmament of their men"],
        ),
        (
            "What was agreed on Monday: (a) no drones over the valley, (b) the army moves into the posts.",
            ["no drones over the valley", "the army moves into the posts"],
        ),
        (
            "They promised each other three things. Salaries would be paid in full. And the checkpoints would come down.",
            ["Salaries would be paid in full", "the checkpoints would come down"],
        ),
    ],
)
def test_more_forms_in_which_reports_say_what_is_owed(sentence, expected):
    assert words(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "He accepted the explanation of the minister.",
        "The governor was due in the valley on Monday.",
        "They drank two things. Tea would be served later.",
        "The front has honoured Article 3: all prisoners, 61 men, were handed over in May.",
    ],
)
def test_look_alikes_of_these_forms_are_no_terms(sentence):
    assert words(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            'Point 4 speaks of "the integration of all civil and military institutions" into the state.',
            "the integration of all civil and military institutions",
        ),
        (
            "Article 5 prohibits every hostile act; article 35 foresees mixed patrol units within sixty days.",
            "mixed patrol units within sixty days",
        ),
        (
            "The accord, signed in the capital on July 10 by six states, orders all forces to stay in camp and gives foreign armies 180 days to go home.",
            "gives foreign armies 180 days to go home",
        ),
        (
            "The Agreement reaffirmed the ceasefire, provided for the departure of all foreign troops and the deployment of observers, and called for talks.",
            "the departure of all foreign troops",
        ),
        (
            "The Agreement, signed in Lincoln on January 23, provided for the gradual withdrawal of the police and the demilitarisation of the province.",
            "the demilitarisation of the province",
        ),
        ("The deal was signed in June. Under it the army does not raid the camps.", "the army does not raid the camps"),
        (
            "The deal was signed in June. Under it, armed groups will not attack the town by rockets.",
            "armed groups will not attack the town by rockets",
        ),
        ("The telephones, which the government undertook to restore, have not come back.", "The telephones"),
        ("Rations for Muyange, promised by the government for 15 June, had not arrived.", "Rations for Muyange"),
        (
            "The government was to present a plan for the camps by 22 June.",
            "The government was to present a plan for the camps by 22 June",
        ),
        ("Its secretary maintains that the relocation clause applies to units.", "relocation"),
        (
            "They charge the army with arming renegades, a breach of paragraph 1.8 on the disarming of paramilitaries.",
            "the disarming of paramilitaries",
        ),
        ("The exchange of prisoners, due five days later, has been put off.", "The exchange of prisoners"),
        (
            "What was agreed? A recap: all flights to stop from 6 March; joint patrols from Trumba.",
            "joint patrols from Trumba",
        ),
        (
            "What was signed on 20 May, by the army and the rebels: no attacks for seven days; no occupying of hospitals.",
            "no occupying of hospitals",
        ),
        (
            "The text, for those who missed it: tribal columns out of the province, hostages exchanged within 48 hours.",
            "hostages exchanged within 48 hours",
        ),
        (
            "They refused it passage, contrary to the guarantee of free movement for observers.",
            "free movement for observers",
        ),
        ("It was suspended under Article 1, the part that bars reconnaissance flights.", "bars reconnaissance flights"),
        (
            "Under the agreement, no military forces are allowed in the area.",
            "no military forces are allowed in the area",
        ),
        ("Point 5 - publishing the no-fire orders.", "publishing the no-fire orders"),
        (
            "The government has promised a list of those who are to be released.",
            "a list of those",
        ),
        (
            "This violates paragraph 1, which forbids the entry of soldiers into the strip.",
            "forbids the entry of soldiers into the strip",
        ),
        (
            "The minister said that point four, which bars both sides from moving troops, concerns the main roads.",
            "bars both sides from moving troops",
        ),
        (
            "The deal was signed in May. Under the document, both armies stay where they stood.",
            "both armies stay where they stood",
        ),
        (
            "They signed in Kunming: both sides stop fighting, no air strikes, no hurting of residents.",
            "no hurting of residents",
        ),
        (
            "The president gave mediators his word that the militia would leave the town.",
            "the militia would leave the town",
        ),
        (
            "The order of 18 January to cease offensive operations at the river remains in effect.",
            "cease offensive operations at the river",
        ),
        (
            "The time limit of three months for all foreign fighters to leave the territory expired on 23 January.",
            "all foreign fighters to leave the territory",
        ),
        (
            "Lists of minefields were due with the commission on Nov. 1.",
            "Lists of minefields were due with the commission on Nov. 1",
        ),
        (
            "The Agreement has two parts. The first is the phased withdrawal of the army.",
            "the phased withdrawal of the army",
        ),
        (
            "Under the Agreement the forces of the Liberation Army (LA) are to assemble in the north, and the Defence Forces (DF) are not to attack them on the way.",
            "not to attack them on the way",
        ),
    ],
)
def test_forms_that_name_the_text_or_its_parts_in_other_ways(sentence, expected):
    assert expected in words(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The truce ended six weeks of fighting.",
        "Under the deal, the two chiefs of staff endorsed it on 10 May.",
        "The accord has no such provision.",
        "It is a bilateral arrangement, which the document does not touch.",
        "At the time of writing it held no detainee.",
    ],
)
def test_what_came_of_a_text_or_was_done_about_it_is_no_term(sentence):
    assert terms(sentence) == []


def test_the_day_on_which_something_is_promised_is_not_what_is_promised():
    assert words("He promised the same day to come.") == ["come"]
