"""Speeches of one person, answers without a name, and the lines of chats and threads: whose words they are."""

import pytest

from trucewatch.steps.claims.passages import stretches

from .reading_reports import document_of, read, said, told
from .reading_wholly import told_wholly

OWN = "I signed the truce and I have kept it.\n\nOn my orders the army left Tessalit on 10 January 2021."


def labels(text: str) -> list[str | None]:
    """The name on the label of every paragraph that is no heading."""
    document = document_of(text)
    return [document.text[slice(*p.label)] if p.label else None for p in stretches(document) if not p.heading]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Address by President Amadou Kone to the nation", "President Amadou Kone"),
        ("Remarks by Ambassador Jane Roe at the donors' meeting", "Ambassador Jane Roe"),
        ("Statement to the Council by the Special Envoy", "Special Envoy"),
        ("Speech of the Minister of Defence", "Minister of Defence"),
    ],
)
def test_a_speech_is_of_whom_its_title_names(title, name):
    assert labels(f"{title}\n30 January 2021\n\n{OWN}")[-2:] == [name, name]


def test_a_speech_is_of_whom_its_only_label_names():
    assert labels(f"Mr. Hennessy: I thank you.\n\n{OWN}") == ["Mr. Hennessy"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Statement by the Ministry of Defence\n30 January 2021\n\nThe army left the town.\n\nThe rebels did not.",
        "Address by President Amadou Kone to the nation\n\nThe president said that the army left.\n\nIt was a long speech.",
        "Speech by the sea\n30 January 2021\n\nI saw the army.\n\nI saw it leave the town.",
        f"Book review of Remarks by General Ito.\n\n{OWN}",
    ],
)
def test_other_texts_are_no_speeches(text):
    assert set(labels(text)) == {None}


def test_what_stands_in_brackets_is_no_part_of_a_speech():
    assert labels(f"Address by President Amadou Kone\n\n{OWN}\n\n(Applause.)\n\nI thank you.")[-2:] == [
        None,
        "President Amadou Kone",
    ]


def test_what_a_speaker_tells_of_his_own_army_is_his_claim():
    text = f"Address by President Amadou Kone to the nation\n30 January 2021\n\n{OWN}"
    assert told(read(text))[-1] == ("Amadou Kone", "CLAIM_COMPLIANCE")


def test_they_are_those_of_whom_a_speech_has_just_spoken():
    text = (
        f"Address by President Amadou Kone to the nation\n30 January 2021\n\n{OWN}\n\n"
        "What have the rebels done? They promised to free our prisoners."
    )
    assert told(read(text))[-1] == ("rebels", "COMMIT")
    assert said(read(text))[-1] is None


@pytest.mark.parametrize("question", ["Minister, is the truce holding?", "Is the truce holding, Minister?"])
def test_an_answer_without_a_name_is_of_whom_the_questions_address(question):
    text = (
        f"Transcript, 14 March 2021\n\nQ: {question}\n\nA: We will keep the ceasefire agreement.\n\n"
        "Q: And the rebels?\n\nA: The rebels have violated the ceasefire agreement."
    )
    assert told(read(text)) == [("Minister", "COMMIT"), ("Minister", "ACCUSE")]


def test_an_answer_of_nobody_named_has_no_speaker():
    text = (
        "Transcript, 14 March 2021\n\nQ: Is the truce holding?\n\nA: We will keep the ceasefire agreement.\n\n"
        "Q: And the rebels?\n\nA: The rebels have violated the ceasefire agreement."
    )
    assert told(read(text)) == [(None, "COMMIT"), (None, "ACCUSE")]


def test_they_are_those_to_whom_the_one_who_is_asked_spoke():
    text = (
        "Radio, 14 March 2021\n\nHOST: Colonel, you spoke to the monitors yesterday. What did they say?\n\n"
        "COLONEL RISSA: They told us that the rebels have left the school.\n\nHOST: And you?\n\nCOLONEL RISSA: Not yet."
    )
    assert told(read(text))[-1][0] == "monitors"


def test_a_question_calls_nobody_they_whom_it_asks():
    text = (
        "Transcript, 14 March 2021\n\nQ: Minister, is the truce holding?\n\nA: The rebels must leave the airport.\n\n"
        "Q: They say that they never promised to leave it.\n\nA: They will leave it."
    )
    assert ("rebels", "DENY_OBLIGATION") in told(read(text))


def test_our_observers_find_something():
    text = f"Mr. Hennessy: I thank you.\n\n{OWN}\n\nOn 2 August our observers documented the shelling of Kara."
    assert told(read(text))[-1][1] == "THIRD_PARTY_FINDING"


def test_a_desk_writes_in_a_chat():
    text = "[14/10/2022, 08:40] UN Zone 3 duty: We saw 14 holes in the boat.\n\n[14/10/2022, 08:44] Okello: We will hold fire."
    assert labels(text) == ["UN Zone 3 duty", "Okello"]


def test_the_line_above_a_post_may_bear_its_day_behind_a_comma():
    text = (
        "Thread\n\n@lena, 11 Jan 2019, 14:10\nThe guards are the same men.\n\n"
        "@govinfo, 11 Jan 2019, 14:25\nReply: We have withdrawn from the port as agreed.\n\n"
        "@lena, 11 Jan 2019, 14:30\nNot so.\n"
    )
    assert told_wholly(text) == [("@govinfo", "CLAIM_COMPLIANCE")]


ANSWERS = (
    "Why have you not left the port?\n\nWe have withdrawn from the port.\n\nThe army denies that.\n\n"
    "It knows it.\n\nWill you sign?\n\nWe will sign the ceasefire.\n\nAnd when will that be?\n\nIn May.\n"
)


@pytest.mark.parametrize("who", ["FDLR spokesman Laforge Bazeye", "rebel commander Laforge Bazeye", "Laforge Bazeye"])
def test_every_other_paragraph_of_an_interview_answers(who):
    text = f"Interview with {who}\nBy Annick Mbala, Bukavu, 19 January 2015\n\n{ANSWERS}"
    told_there = told_wholly(text)
    assert ("Laforge Bazeye", "CLAIM_COMPLIANCE") in told_there
    assert "DENY_CONDUCT" not in {code for name, code in told_there if name == "Laforge Bazeye"}


def test_nobody_narrates_an_interview_whose_answers_bear_no_name():
    text = f"Interview, 19 January 2015\n\nThe talks with Rwanda.\n\n{ANSWERS}Rwanda says it wants peace. Rwanda denies it."
    assert {name for name, _ in told_wholly(text)} <= {"", "Rwanda", "army"}
    assert ("Rwanda", "CLAIM_COMPLIANCE") not in told_wholly(text)


@pytest.mark.parametrize("name", ["Two boys", "The elders"])
def test_they_who_told_it_are_not_whoever_tells_of_them(name):
    text = (
        f"Address by Bishop Paride Taban\n21 December 2013\n\n{OWN}\n\n{name} came to my house from Bor last night. "
        "They said that soldiers burned their village."
    )
    assert told_wholly(text)[-1][0] == name.removeprefix("The ")


def test_whoever_replies_below_another_is_named_behind_the_word():
    assert labels("Basurin: We left.\n\nReply from Lysenko: They are still there. We will not leave.") == [
        "Basurin",
        "Lysenko",
    ]


@pytest.mark.parametrize("label", ["DR LOKWANG, chief mediator", "DR LOKWANG (observer mission)"])
def test_what_stands_beside_a_label_tells_what_somebody_is(label):
    turn = "The road to Pibor was opened on 6 June 2016 and both sides have left it."
    text = f"{label}: I thank you.\n\nHOST: Is it open?\n\n{label}: {turn}\n\nHOST: And now?\n\n{label}: We wait."
    actors = [a for a in read(text).actors if "LOKWANG" in a.name.exact]
    assert [a.authority for a in actors] == ["T"]


def test_an_interview_may_be_named_before_a_colon():
    text = f"Q&A: General Khalifa Omar, chief of staff\n19 January 2015\n\n{ANSWERS}"
    assert ("Khalifa Omar", "CLAIM_COMPLIANCE") in told_wholly(text)


def test_what_both_did_is_not_what_a_mediator_did_himself():
    text = f"Mr. Hennessy: I thank you.\n\n{OWN}\n\nBoth parties have now handed over the maps of their minefields."
    assert "told by whoever did it: a claim" not in read(text).claims[-1].notes
