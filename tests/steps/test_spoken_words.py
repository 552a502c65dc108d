"""Whose words are spoken: turns, whom a question addresses, who was told something by whom; read as users read it."""

import pytest

from .reading_wholly import names, read_wholly, told_wholly

TURNS = """HALVARD: Good morning.

QUESTION (Radio Kano): Is there news?

HALVARD: A little.

QUESTION (Reuters): About the truce?

"""


def told_last(turn: str) -> list[tuple[str, str]]:
    """What is told in the last turns of a press conference on a truce."""
    return told_wholly(TURNS + turn)


def quoted(text: str) -> list[tuple[str, str]]:
    """(speaker's name, quote) of every claim, in order."""
    report = read_wholly(text)
    return [(names(report).get(claim.speaker or "", ""), claim.quote.span.exact) for claim in report.claims]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (
            "HALVARD: General Soto said on Monday that no soldier of ours is left at the dam, and I can tell you that our "
            "flag is there.",
            "our flag is there",
        ),
        (
            "HALVARD: The Ministry of Defence commits itself to the truce and we have given the order to all bases.",
            "we have given the order to all bases",
        ),
    ],
)
def test_we_and_ours_in_a_turn_are_those_of_whoever_speaks(turn, words):
    assert ("HALVARD", words) in quoted(TURNS + turn)


@pytest.mark.parametrize(
    ("turn", "speaker"),
    [
        (
            "HALVARD: The government signs with both hands: we will suspend offensive operations against the front.",
            "HALVARD",
        ),
        ("HALVARD: The front commits itself to the truce for ten days. It is holding on our side.", "HALVARD"),
        (
            "HALVARD: Whether convicts fall under it, I would say the text is clear: it covers prisoners of war and nobody else.",
            "HALVARD",
        ),
        # What others say before a colon stays theirs.
        ("HALVARD: General Soto was blunt: his men will never leave the dam.", "Soto"),
    ],
)
def test_a_colon_or_a_truce_that_holds_gives_a_turn_to_nobody_else(turn, speaker):
    assert told_last(turn)[-1][0] == speaker


def test_he_keeps_saying_is_what_he_says():
    turn = "HALVARD: The corps commander, Colonel Shad, denied that his men had fired on the dam. He keeps saying next week."
    assert ("Shad", "DELAY") in told_last(turn) or ("Colonel Shad", "DELAY") in told_last(turn)


def test_what_a_question_puts_to_somebody_is_nobodys_claim():
    turn = "QUESTION (AFP): Attorney, your men marched into the town in May. Why?\n\nHALVARD: They did not."
    assert "CONDUCT_SIGNAL" not in [stance for _, stance in told_last(turn)]


def test_a_general_quoted_in_a_turn_keeps_his_words():
    (claim,) = quoted(TURNS + "HALVARD: General Soto said on Monday that his men had left the dam.")
    assert claim[0] == "Soto"


@pytest.mark.parametrize(
    "turn",
    [
        "HALVARD: I don't comment on rumours about the truce.",
        "HALVARD: We're not going to comment on private talks.",
        "HALVARD: We take him at his word.",
        "HALVARD: We take the letter as the position of the army.",
    ],
)
def test_whoever_will_not_speak_of_others_or_believes_them_makes_no_claim(turn):
    assert told_last(turn) == []


@pytest.mark.parametrize(
    ("turn", "claim"),
    [
        ("HALVARD: I have no comment on that raid.", ("HALVARD", "PUBLIC_SILENCE")),
        ("HALVARD: I can tell you that the President has not said so.", ("President", "PUBLIC_SILENCE")),
        ("HALVARD: We took three villages on Monday.", ("HALVARD", "BREACH_ADMITTED")),
        ("HALVARD: Lagos has asked for more time for its lists.", ("Lagos", "DELAY")),
        ("HALVARD: The army has not said a word about the truce.", ("army", "PUBLIC_SILENCE")),
    ],
)
def test_look_alikes_of_what_is_no_claim_are_claims(turn, claim):
    assert told_last(turn) == [claim]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We know from two officers of the brigade that the army has left the road.", "two officers of the brigade"),
        ("I have it from General Musa Kilani himself, in his office, that his men left the road.", "Musa Kilani"),
        (
            "Our reporter has learned from a rebel officer that the front will not disarm before the vote.",
            "rebel officer",
        ),
        ("It has been learned from officials in Accra that the rebels left the town.", "officials in Accra"),
        ("We have had complaints from the eastern side that army units looted the town.", "eastern side"),
        ("The mission got assurances from the army that the guns had been withdrawn.", "army"),
    ],
)
def test_what_somebody_has_learned_is_the_claim_of_whoever_told_it(words, speaker):
    assert [who for who, _ in told_wholly(f"The truce of 3 March 2011 holds in the valley. {words}")][-1:] == [speaker]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We know from experience that the army has kept its word.", ""),
        ("The commission heard from the people that left the town on Monday.", "commission"),
        ("From Oussa it is heard that the rebel leader Idris Bako will accept no observers.", "Idris Bako"),
        ("A colleague had it from a colonel, over lunch, that the guns would go back to the depot.", "colleague"),
    ],
)
def test_look_alikes_of_what_was_learned_from_somebody(words, speaker):
    assert {who for who, _ in told_wholly(words)} <= {speaker, ""}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The army denied, through its spokesman General Ali Hamdan, the shelling of Safra.", "Ali Hamdan"),
        ("Ankara, through its defence minister Orhan Aksoy, denied that its men had fired.", "Orhan Aksoy"),
        ("The front said, by the mouth of its secretary Musa Bello, that its men had not fired.", "Musa Bello"),
        ("The army denied, on the tongue of Brigadier Omar Sulaiman, that its men had fired.", "Omar Sulaiman"),
    ],
)
def test_what_a_body_says_through_somebody_is_said_by_him(words, speaker):
    assert told_wholly(words) == [(speaker, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The army said through the mediators that its men had not fired.", "army"),
        ("The ministry said through its press office that no plane had flown over the line.", "ministry"),
        ("The general swore by his men that they had not fired.", "general"),
        # Whom the text does not name stands for the state.
        ("Paris, speaking through its ambassador, denied that its planes had flown.", "Paris"),
    ],
)
def test_what_a_body_says_through_others_is_its_own(words, speaker):
    assert [who for who, _ in told_wholly(words)] == [speaker]


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Ambassador, General Yasir Ghali said on Monday that the rebels broke the truce.", "Yasir Ghali"),
        ("General, the rebels said on Monday that the army broke the truce.", "rebels"),
        ("Ms. Halvard, the council's envoy, Anas Kudsi, says that the army broke the truce.", "Anas Kudsi"),
        ("And Mr Halvard, the mayor of Oussa says that the army broke the truce.", "mayor of Oussa"),
        # Nobody here is addressed.
        ("Colonel Adil Hassan, the army's spokesman, said that the rebels broke the truce.", "Adil Hassan"),
    ],
)
def test_whom_a_question_addresses_is_not_the_one_it_tells_of(question, speaker):
    turns = f"{TURNS}QUESTION (AFP): {question}\n\nHALVARD: Ask them."
    assert [who for who, _ in told_wholly(turns)] == [speaker]


def test_listed_speakers_are_one_each_and_called_by_their_names():
    head = "Transcript, Accra, 3 May 2009\nSpeakers: Maj. Gen. Kofi al-Badu (mission); Ann Halvard, envoy; Issa Sow, the front\n\n"
    turns = f"{TURNS}AL-BADU: We have counted no shots.\n\nSOW: We shall keep the truce.\n\nHALVARD: The truce holds."
    assert [who for who, _ in told_wholly(head + turns)] == ["Kofi al-Badu", "Issa Sow", "Ann Halvard"]


def test_a_question_between_two_quotations_does_not_change_who_answers():
    answers = (
        'Minister Bello Adamu came to our studio: "The rebels have broken the truce." Will the army go into the hills? '
        '"The truce says nothing about the hills."'
    )
    assert [who for who, _ in told_wholly(answers)] == ["Bello Adamu", "Bello Adamu"]


def test_a_question_without_a_verb_does_not_answer_itself():
    answers = 'Commander Alo Dika receives us on Monday. The raid on Bafra? "Not one of my men has set foot there."'
    assert told_wholly(answers) == [("Alo Dika", "DENY_CONDUCT")]


def test_a_text_before_a_colon_says_nothing_itself():
    text = 'The agreement is clear: "Each side shall leave the road." The army broke it on Monday.'
    assert "agreement" not in {who for who, _ in told_wholly(text)}


DASHED = """"We keep our word", an interview with Commander Bako Sule

Oussa, 4 May 2009. The commander sits under a tree.

—Commander, you signed the truce of March. Has your side kept it?

—We have kept it from the first day.

—The governor said on Sunday that your men took the bridge.

—That is a lie. The army burned two of our camps.

—And the talks?

—We'll go when they open the road.

He asks for tea. The road outside is empty.
"""
ASKED = """Interview with Commander Bako Sule, of the northern front

Oussa, 4 May 2009. The commander sits under a tree.

Has your side kept the truce of March?

We have kept it from the first day. Our men are in their camps.

Did the governor tell you anything about the bridge?

He knows that it is a lie. The army burned two of our camps.

The army has broken the truce four times since March.

And will you go to the talks?

We'll go when they open the road.

The governor said on Monday that the road was open.
"""


@pytest.mark.parametrize("text", [DASHED, ASKED])
def test_whoever_a_title_names_answers_in_an_interview_without_labels(text):
    told = told_wholly(text)
    assert ("Bako Sule", "CLAIM_COMPLIANCE") in told
    assert ("Bako Sule", "ACCUSE") in told
    assert told.count(("Bako Sule", "CONDITION")) == 1


def test_questions_and_what_stands_below_the_last_answer_are_not_his():
    report = read_wholly(ASKED)
    last = report.claims[-1]
    assert names(report)[last.speaker or ""] == "governor"
    assert all("lie" in words or "bridge" not in words for who, words in quoted(DASHED) if "Bako" in who)


def test_dashes_of_a_list_and_questions_of_an_essay_are_no_interview():
    listed = "The terms of the truce\n\n" + "\n\n".join(
        [
            "- The army leaves the road.",
            "- The front frees its prisoners.",
            "- Both stop patrols.",
            "- They meet in May.",
        ]
    )
    essay = "Interview with nobody\n\nHas the army kept the truce?\n\nThe army has broken it twice, the mission said.\n"
    assert {who for who, _ in told_wholly(listed) if who} <= {"army", "front", "Both"}
    assert told_wholly(essay)[-1][0] == "mission"


@pytest.mark.parametrize(
    "words",
    [
        "Under Article 10 prisoners of war were to be handed over to the Red Cross by 7 January.",
        "The parties were to have completed the concentration of their forces by 2 March.",
        "The talks, stalled for 18 months, are to resume in Accra in December.",
        TURNS + "HALVARD: Under the accord the front is to return weapons, and to let our patrols through.",
    ],
)
def test_what_is_only_due_is_nobodys_claim(words):
    assert told_wholly(words) == []


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The government is to withdraw its troops from the valley by May, the minister said.", ("minister", "COMMIT")),
        (
            "Trains were to run again under the truce by 31 January, a date which went by without a train.",
            ("", "MISSED_DEADLINE"),
        ),
        ("The rebels refused to leave the town.", ("rebels", "DECLARE_CONTINUE")),
    ],
)
def test_what_somebody_says_is_due_or_was_missed_is_told(words, claim):
    assert told_wholly(words) == [claim]


@pytest.mark.parametrize(
    ("turn", "claims"),
    [
        ("HALVARD: The truce text only says where the ceasefire applies.", [("HALVARD", "THIRD_PARTY_INTERPRET")]),
        ("HALVARD: I can't say who was inside the uniforms.", [("HALVARD", "THIRD_PARTY_FINDING")]),
    ],
)
def test_what_is_asked_within_a_sentence_is_no_second_claim(turn, claims):
    assert told_last(turn) == claims


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "A member of the Committee is said to have told newspapermen that the truce is better than its enemies hoped.",
            [("member of the Committee", "ASSESS")],
        ),
        ("The general is understood to have denied that his men fired.", [("general", "DENY_CONDUCT")]),
        ("The rebels are said to have left the town.", [("rebels", "COMPLY")]),
    ],
)
def test_whoever_is_said_to_have_told_something_tells_it(words, claims):
    assert [who for who, _ in told_wholly(words)] == [who for who, _ in claims]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The prefect there, a government man, told us that the rebels had broken the truce.", "prefect"),
        ("Elders of the town, among them a friend of the army, say that it shelled the market.", "Elders of the town"),
        ("The prefect, Georges Bako, told us that the rebels had broken the truce.", "Georges Bako"),
        ("RSV, a local group of observers, counted 31 shells at Bourem on Monday.", "RSV"),
        ("Ambassador, a spokesman for the rebels said that the army had broken the truce.", "spokesman for the rebels"),
    ],
)
def test_what_somebody_is_besides_is_no_name(words, name):
    assert {who for who, _ in told_wholly(words)} == {name}


def test_what_stands_behind_a_semicolon_is_said_too():
    odina = "Commander Odina says to you: they are a foreign army; the truce does not protect them."
    assert told_wholly(odina)[-1] == ("Odina", "REINTERPRET_EXCLUDE")
    mehta = 'General Mehta said, "the truce covers the valley; it does not cover the hills, and we will go on with our raids".'
    assert told_wholly(mehta)[1:] == [("Mehta", "REINTERPRET_EXCLUDE"), ("Mehta", "DECLARE_CONTINUE")]


def test_a_semicolon_before_another_voice_ends_what_somebody_says():
    text = "General Mehta says: the army did not fire; the rebels said that it had broken the truce."
    assert told_wholly(text)[-1] == ("rebels", "ACCUSE")


GUEST = """Radio Uno.

Bachir Salek, delegate of the front in Madrid, was in our studio this afternoon.

"We keep the ceasefire. The army has broken it four times."
"""


def test_whoever_is_in_the_studio_speaks_below():
    assert {who for who, _ in told_wholly(GUEST)} == {"Bachir Salek"}


def test_whoever_is_elsewhere_does_not_speak_below():
    assert "Bachir Salek" not in {who for who, _ in told_wholly(GUEST.replace("was in our studio", "was in Madrid"))}


@pytest.mark.parametrize("verb", ["finished", "ended"])
def test_verbs_before_a_colon_say_what_is_quoted(verb):
    text = f'Juan Rojas, the delegate of the ELN, denied it. And he {verb}: "The ELN abides by the truce it signed."'
    assert told_wholly(text) == [("Juan Rojas", "DENY_CONDUCT"), ("Juan Rojas", "AFFIRM")]


def test_whoever_only_calls_himself_something_makes_no_claim():
    text = "Their commander, who calls himself Major Prosper, told us that the army had broken the truce."
    assert [stance for _, stance in told_wholly(text)] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (
            "A statement from the rebels, sent from Oussa, says that the army broke the truce. The statement adds that patrols "
            "will go on.",
            "rebels",
        ),
        (
            "The mission's report says that the army broke the truce. The report finds that villages were burned.",
            "mission",
        ),
        # A paper of another kind is another's.
        ("A statement from the rebels denied it. The army's report says that the rebels broke the truce.", "army"),
    ],
)
def test_the_same_paper_again_is_of_the_same_author(words, speaker):
    assert told_wholly(words)[-1][0] == speaker


@pytest.mark.parametrize(
    ("turn", "speaker"),
    [
        ("HALVARD: My officers have confirmed that nine camps are open.", "HALVARD"),
        ("HALVARD: Our monitors established that the army had shelled the town.", "HALVARD"),
        # Who is somebody else speaks for himself.
        ("HALVARD: My Special Envoy has confirmed that the army shelled the town.", "My Special Envoy"),
        ("HALVARD: Their spokesman was quoted on Monday as saying they signed nothing.", "Their spokesman"),
    ],
)
def test_what_ones_own_men_found_is_found_by_whoever_speaks(turn, speaker):
    assert [who for who, _ in told_last(turn)] == [speaker]


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The minister was quoted as saying that the truce is dead.", ("minister", "WITHDRAW")),
        ("The general was cited by the radio as denying that his men fired.", ("general", "DENY_CONDUCT")),
    ],
)
def test_whoever_is_quoted_as_saying_something_says_it_once(words, claim):
    assert told_wholly(words) == [claim]


NOTES = """FROM EMBASSY KAMPALA

2. Peter Lokwang gave me his usual list on Tuesday. The army's patrols were a violation of the truce. No fighter would enter a \
camp before the warrants were lifted. Joseph Kony himself pledged on 3 June to return to Juba by the end of the month.

3. Minister Okello's version, this morning. The police are not covered by the Agreement. I doubt it. The truce is late.
"""


def test_plain_sentences_behind_somebodys_version_are_his():
    assert told_wholly(NOTES)[:4] == [
        ("Peter Lokwang", "ACCUSE"),
        ("Peter Lokwang", "CONDITION"),
        ("Joseph Kony", "COMMIT"),
        ("Okello", "REINTERPRET_EXCLUDE"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The minister's version of the agreement was published on Monday. The army has left the town.",
        "The rebels gave us a list of prisoners. The army has broken the truce.",
        "Minister Okello's version, this morning.\n\nThe army has broken the truce.",
    ],
)
def test_a_list_or_a_printed_version_is_no_account(words):
    assert told_wholly(words)[-1][0] in ("army", "")


def test_what_the_interviewer_writes_below_the_last_answer_is_his_own():
    told_ = quoted(ASKED + "\nThe figures could not be independently confirmed.\n")
    assert [who for who, words in told_ if "figures" in words] == [""]
    assert any("Bako" in who for who, _ in told_)
