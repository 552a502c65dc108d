"""Threads, posts, live pages and interviews, where much is told without a verb or without a name; read as users read them."""

import re
from dataclasses import replace

import pytest

from trucewatch.core.model import Block
from trucewatch.steps.claims.turns import Turns

from .reading_reports import document_of
from .reading_wholly import names, read_wholly, told_wholly

SIGNED = "The ceasefire of Lira began on 10 April 2016.\n\n"


def claims_on(text: str, words: str) -> list[tuple[str, str]]:
    """(speaker's name, stance) of the claims whose quote holds some words; "" for the text's own voice."""
    report = read_wholly(text)
    found = [c for c in report.claims if words in c.quote.span.exact]
    return [(names(report).get(claim.speaker or "", ""), claim.stance) for claim in found]


# ------------------------------------------------------------------ silence without a verb


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Brigadier Hamid Saleh says the truce stands. Still nothing from the presidency.", "Still", "presidency"),
        ("Still nothing from President Tomic about his adviser's remarks.", "Still nothing", "Tomic"),
        ("Kenya called on both sides to honour the truce. Uganda, so far: nothing.", "Uganda", "Uganda"),
        ("The Front accuses the army of shelling Lira. No word from the army on this.", "No word", "army"),
        ("General Ader said his troops would go. Minister's office not available for comment.", "not a", "Minister's office"),
        ("And the Prime Minister? Was in Lira for a wedding. Not one word on any of this.", "Not one", "Prime Minister"),
        ("The mediator's office? No word on who is blocking.", "No word", "mediator's office"),
        ("Ismail Koroma himself? Silent since his appointment as adviser.", "Silent", "Ismail Koroma"),
        ("The army's spokesman said the truce holds. The governor? Nothing so far.", "Nothing", "governor"),
    ],
)  # fmt: skip
def test_silence_told_without_a_verb_is_whose_name_stands_there_or_was_brought_up(text, words, speaker):
    assert claims_on(SIGNED + text, words) == [(speaker, "PUBLIC_SILENCE")]


def test_in_public_he_is_whoever_agreed_in_private_and_not_who_tells_it():
    text = "A friend in the delegation tells me Leonid Varga privately accepted inspections. In public, not a peep out of him."
    assert claims_on(SIGNED + text, "peep") == [("Leonid Varga", "PUBLIC_SILENCE")]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Lira on Friday. No word on casualties.",
        "No water, no bread, nothing from the shops.",
        "Roads in the valley: nothing to report.",
        "The market is open again. Nothing.",
        "No sound of gunfire since dawn.",
        "Silence on the front line since Monday.",
    ],
)
def test_what_is_missing_is_nobodys_silence(text):
    assert "PUBLIC_SILENCE" not in [stance for _, stance in told_wholly(SIGNED + text)]


def test_to_respect_their_word_names_no_view_of_theirs():
    text = "And Adan Farah? He exhorted the two camps, on Tuesday, to respect their word."
    assert told_wholly(SIGNED + text) == [("Adan Farah", "CALL_TO_COMPLY")]


def test_the_name_behind_spox_is_the_speaker():
    text = 'Northern Front spox Major Yusuf al-Rifai in a voice note just now: "We will respect the ceasefire."'
    assert ("Yusuf al-Rifai", "AFFIRM") in told_wholly(SIGNED + text)


# ------------------------------------------------------------------ interviews without names

DASHED = """"Our rifles stay clean" - An interview with Commander Rosa Chel

Palma, 27 April 1995. The commander arrives late. What follows is edited.

—You signed a declaration on Sunday. What does it ask?

—That nobody fires. We have not fired since then.

—And the government?

—The army broke it on Tuesday in Palma.

—Will you go to the talks in May?

—We will go when they take away the checkpoints.

(The army's press office answered in writing that it has kept the truce.)
"""


def test_the_one_interviewed_speaks_in_every_other_paragraph_behind_a_dash():
    found = told_wholly(DASHED)
    assert ("Rosa Chel", "ACCUSE") in found
    assert ("Rosa Chel", "CONDITION") in found
    assert any(speaker == "army's press office" for speaker, _ in found)


def test_questions_in_paragraphs_of_their_own_are_answered_by_the_one_interviewed():
    text = DASHED.replace("—", "")
    assert ("Rosa Chel", "CONDITION") in told_wholly(text)


@pytest.mark.parametrize(
    "text",
    [
        DASHED.replace("An interview with Commander Rosa Chel", "Notes from Palma"),
        "What to know about the truce of Palma\n\n– The army broke it on Tuesday.\n\n– We have kept it, say the rebels.\n\n"
        "– Will it last?\n\n– The mission counted two shots.\n\n– The army denies it.",
    ],
)
def test_other_dashes_give_nobody_the_word(text):
    assert all("Chel" not in speaker for speaker, _ in told_wholly(text))


# ------------------------------------------------------------------ posts below a line with a name

BOARD = """BOMA NOTICEBOARD (public group), week of 20 July 2021

County Administrator, Tues 20 July:
The Boma peace agreement of 2 June remains in force. The second payment fell due on Friday. It was not brought.

Adan Farah, spokesman of the Lower Clan, under the post:
Wrong. We told the office that we want two more weeks.

Paul Lado, Upper Clan:
You signed to put down guns and your boys shot at the school on Sunday. If we see no cattle by Saturday we go to war.

Sister Anna (mission), Wed 21 July, late:
I have received nineteen guns from the Upper Clan.

Adan Farah:
No man of ours fired at that school.
"""


def test_a_post_below_a_line_with_name_office_or_day_is_of_whoever_is_named_there():
    assert told_wholly(BOARD) == [
        ("County Administrator", "AFFIRM"),
        ("County Administrator", "MISSED_DEADLINE"),
        ("Adan Farah", "DELAY"),
        ("Paul Lado", "ACCUSE"),
        ("Paul Lado", "THREATEN"),
        ("Sister Anna", "REPORT_PARTIAL"),
        ("Adan Farah", "DENY_CONDUCT"),
    ]


def test_places_and_days_above_paragraphs_post_nothing():
    text = (
        "Monthly digest\n\nUpper Boma, 3 May 2016:\nThe rebels said they would answer.\n\nLower Boma, 4 May:\nThe mission "
        "counted two shells.\n\nSan Lira, 9 May:\nThe army denied shelling the town."
    )
    paragraphs = tuple(Block(m.start(), m.end()) for m in re.finditer(r"(?:.+\n?)+", text))
    assert not Turns(replace(document_of(text), blocks=paragraphs)).transcript


# ------------------------------------------------------------------ who posts

LIVEBLOG = """Liveblog, Lira, Thursday 31 July 2014

08:10 @LiraMatin — Good morning. Eight days since the ceasefire was signed in Boma by the Front and the army.

08:35 @CapMusaDogo (Front, Boma) — I learned of it from the radio. For us this paper does not exist.

09:41 @CostaForce — Our patrol reached Boma on 30 July. It confirms fighting between the two groups. Signatories must hold
their men.

10:30 @LiraMatin — We drove the Boma road at 9. Counted four barriers still manned by fighters of the Front. The truce is hanging by a thread.

11:15 @ObsMission_Info — The mission has this morning verified the removal of nine barriers out of thirteen.
"""


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("this paper", ("@CapMusaDogo", "DENY_OBLIGATION")),
        ("It confirms", ("@CostaForce", "THIRD_PARTY_FINDING")),
        ("must hold", ("@CostaForce", "CALL_TO_COMPLY")),
        ("by a thread", ("@LiraMatin", "ASSESS")),
        ("Counted four", ("@LiraMatin", "THIRD_PARTY_FINDING")),
        ("The mission", ("@ObsMission_Info", "THIRD_PARTY_FINDING")),
    ],
)
def test_where_several_people_post_each_speaks_in_the_own_posts(words, claim):
    assert claims_on(LIVEBLOG, words) == [claim]


def test_who_posts_alone_is_the_texts_own_voice():
    text = SIGNED + LIVEBLOG.partition("08:35")[0] + "10:30 @LiraMatin — The truce is hanging by a thread.\n"
    assert claims_on(text, "by a thread") == [("", "ASSESS")]


def test_another_mission_that_is_named_is_not_whoever_posts():
    text = LIVEBLOG.replace("The mission has", "The mission of the Union has")
    assert claims_on(text, "verified") == [("mission of the Union", "THIRD_PARTY_FINDING")]


# ------------------------------------------------------------------ who speaks for whom, and who only asks


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('The Army, through Gen. Giral, last Friday in Lira: "We replied to the shots of armed men."', "replied", "Gen. Giral"),
        ('Boma, by its minister Adnan Khor: "The terrorists have trampled on the deal."', "trampled", "Adnan Khor"),
        ('The Front, through @AbuSaifLira: "The enemy shelled the displaced in Lira."', "shelled", "@AbuSaifLira"),
        ("Its office thanked Oman. It never signed anything, as its spokesman Omar Din keeps repeating.", "never signed", "Omar Din"),
        ('Defence minister Paul Lado, at 11: "The decree is clear." Asked if the army will attack he would not answer.',
         "would not answer", "Paul Lado"),
        ("Oman, facilitator: Sheikh Rahman Idris calls it a test and asks everybody to honour the truce.", "asks",
         "Rahman Idris"),
    ],
)  # fmt: skip
def test_who_speaks_is_whoever_is_the_mouth_or_is_asked(text, words, speaker):
    assert [name for name, _ in claims_on(SIGNED + text, words)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The rebels, through the mediator Omar Said, accept that the truce covers the port.", "rebels"),
        ("The army, by a road near Lira, said it had left the valley.", "army"),
        ("The ministry said the army, as the general keeps his word, will honour the truce.", "ministry"),
    ],
)
def test_who_only_carries_words_or_stands_by_speaks_for_nobody(text, speaker):
    assert {name for name, _ in told_wholly(SIGNED + text)} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "People keep asking me if the truce is real.",
        "Six months on, and people ask me what is left of the ceasefire agreement.",
        "Readers wonder whether the army has left the valley.",
    ],
)
def test_what_people_ask_the_author_is_nobodys_claim(text):
    assert told_wholly(SIGNED + text) == []


def test_who_asks_somebody_to_do_something_makes_a_claim():
    assert told_wholly(SIGNED + "The mission asks the army to honour the truce.") == [("mission", "CALL_TO_COMPLY")]


# ------------------------------------------------------------------ denials without a verb


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The Front accuses the army of shelling Boma. Army media that evening: fabricated.",
            "fabricated",
            "Army media",
        ),
        ("The rebels say the army fired first. The ministry: not us.", "not us", "ministry"),
        ("The army says the rebels shelled Lira. The Front's answer: a lie.", "a lie", "Front"),
        ('Colonel Haidar on the burned vests: "Rubbish."', "Rubbish", "Haidar"),
        (
            'Front spokesman Omar Haidar within the hour: "Not our work. The bomb was theirs."',
            "Not our work",
            "Omar Haidar",
        ),
        ('Asked about the attack on Lira, the minister was brief. "Baseless."', "Baseless", "minister"),
    ],
)
def test_a_denial_without_a_verb_is_of_whoever_is_named_before_it_or_speaks(text, words, speaker):
    assert claims_on(SIGNED + text, words) == [(speaker, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    "text",
    [
        "Roads to Boma: closed.",
        "The weather report: false again.",
        'The general on the rumour of a circus in Lira: "Not our circus."',
    ],
)
def test_words_that_deny_nothing_or_things_that_nobody_says(text):
    assert "DENY_CONDUCT" not in [stance for _, stance in told_wholly(SIGNED + text)]


def test_what_follows_in_the_same_quotation_says_what_is_denied():
    text = 'Ministry spokeswoman Anna Farah: "Absolute nonsense. Nothing was launched from our soil."'
    assert told_wholly(SIGNED + text) == [("Anna Farah", "DENY_CONDUCT")]


# ------------------------------------------------------------------ who is quoted, and what only the author says


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Para 3 of the truce obliges them to leave. I asked Yusuf Hamid, an adviser of the Front. "
         '"We will leave Lira when the army leaves Boma."', "We will leave", "Yusuf Hamid"),
        ('The Front\'s account @Rapid_Lira posted at 11:40: "The army violates the truce hourly."', "violates", "@Rapid_Lira"),
        ("OCHA's morning sheet: 12,600 trucks have crossed since 19 January.", "trucks", "OCHA"),
        ("Still nothing from the High Peace Council.", "Still nothing", "High Peace Council"),
    ],
)  # fmt: skip
def test_who_is_quoted_or_named_as_a_whole(text, words, speaker):
    assert [name for name, _ in claims_on(SIGNED + text, words)] == [speaker]


def test_what_a_friend_swears_in_a_comment_is_the_friends():
    text = (
        "r/Lira_watch · Posted by u/harbour_view · 3 May 2016\n\nThe truce of Lira is holding.\n\nCOMMENTS\n\n"
        + "".join(f"u/reader_{n} (3 May): The army broke the ceasefire on day {n}.\n\n" for n in range(1, 5))
        + "u/cedar_rev (3 May): A guy in Berri's circle swears Berri told the envoy quietly that they'd let the north wait."
    )
    assert claims_on(text, "wait")[-1][0] == "guy in Berri's circle"


@pytest.mark.parametrize("text", ["Eritrea isn't a signatory.", "These are two announcements, nobody signed anything."])
def test_who_is_no_party_to_it_has_not_said_so(text):
    assert "DENY_OBLIGATION" not in [stance for _, stance in told_wholly(SIGNED + text)]


def test_who_says_to_be_no_party_denies_an_obligation():
    assert told_wholly(SIGNED + "Eritrea says that it isn't a signatory.") == [("Eritrea", "DENY_OBLIGATION")]


# ------------------------------------------------------------------ sentences without a subject


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The mediator's office? Says only that it has put a plan to both sides of the truce.", "Says only", "mediator's office"),
        ("Brig. Sadiq Sarhan admitted to me that his men fired mortars at Boma. Said the Front was digging tunnels toward him.",
         "Said the Front", "Sadiq Sarhan"),
    ],
)  # fmt: skip
def test_a_verb_of_saying_without_a_subject_goes_on_with_whoever_spoke_or_was_brought_up(text, words, speaker):
    assert [name for name, _ in claims_on(SIGNED + text, words)] == [speaker]


def test_a_verb_of_saying_with_a_subject_behind_it_is_the_subjects():
    text = 'The army admitted that its men fired at Boma. "We will answer," says the Front.'
    assert ("Front", "THREATEN") in told_wholly(SIGNED + text)
