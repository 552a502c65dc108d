"""Whose turn it is in a transcript: every form of a label, and who only asks."""

import pytest

from trucewatch import wiring
from trucewatch.steps.claims.passages import stretches

from .reading_reports import document_of, read, told

TURNS = [
    "GENERAL ADO: The truce is holding.",
    "Q: In every valley?",
    "GENERAL ADO: In every valley.",
    "Q: And in the port?",
]


def labels(*turns: str) -> list[str | None]:
    """The names on the labels of a transcript that ends in these turns, for these turns alone."""
    document = document_of("\n\n".join([*TURNS, *turns]))
    parts = {part.paragraph: part for part in stretches(document)}
    return [document.text[slice(*p.label)] if p.label else None for p in list(parts.values())[len(TURNS) :]]


@pytest.mark.parametrize(
    ("turn", "name"),
    [
        ("Lahpai Naw Seng, spokesman of the Kachin front: They have captured it.", "Lahpai Naw Seng"),
        ("Marcel Duquesne, Associate Spokesman: Good afternoon.", "Marcel Duquesne"),
        ("The mediator's spokesman, Mr. Lual Deng: You have the communiqué.", "Mr. Lual Deng"),
        ("Brig. Oh Min-seok, Joint Chiefs of Staff: We will strike back.", "Brig. Oh Min-seok"),
        ("Government Agent [from the audience]: I confirm the figure.", "Government Agent"),
        ("MABUZA: [laughter] On Thursday they wrote to Oslo.", "MABUZA"),
        ("MABUZA: ...and that concludes the flood relief.", "MABUZA"),
    ],
)
def test_a_label_among_turns(turn, name):
    assert labels(turn) == [name]


@pytest.mark.parametrize(
    "words", ["In the hills, on Monday: nothing to report.", "On Sunday, at Goma: We met the mediator."]
)
def test_words_before_a_colon_within_a_turn_are_no_label(words):
    assert labels("GENERAL ADO: Two points.", words) == ["GENERAL ADO", "GENERAL ADO"]


def test_a_title_that_goes_on_behind_its_colon_is_no_label():
    title = "General Michael Ado, Chair of the Committee: media briefing aboard the Vos, 12 March 2019."
    assert labels("GENERAL ADO: Two points.", title) == ["GENERAL ADO", "GENERAL ADO"]


def test_questions_with_a_full_stop_are_asked():
    assert labels("Q. Marianne Keller, radio. Have they seen this bunker?", "GENERAL ADO: No.") == [None, "GENERAL ADO"]


def test_an_office_in_small_letters_is_a_label():
    document = document_of("Special envoy Karim Odeh: The truce held.\n\nArmy spokesman: We saw no tanks.")
    labelled = [document.text[slice(*part.label)] for part in stretches(document) if part.label]
    assert labelled == ["Special envoy Karim Odeh", "Army spokesman"]


@pytest.mark.parametrize("words", ["The general told Reuters", "The army spokesman was clear", "The road to Marib"])
def test_words_that_tell_of_an_office_are_no_label(words):
    assert all(part.label is None for part in stretches(document_of(f"{words}: The truce held in the port.")))


@pytest.mark.parametrize("asker", ["Question", "HOST", "Reporter 2"])
def test_one_question_among_three_labels_makes_a_transcript(asker):
    text = f"GENERAL ADO: The truce holds.\n\nWe left the port.\n\n{asker}: And the road?\n\nGENERAL ADO: It is open."
    document = document_of(text)
    labelled = [document.text[slice(*part.label)] if part.label else None for part in stretches(document)]
    assert labelled == ["GENERAL ADO", "GENERAL ADO", None, "GENERAL ADO"]


def test_whoever_mostly_asks_speaks_for_nobody():
    assert labels("THOMPSON: And the port?", "ADO: Closed.", "THOMPSON: So. When will it open?", "ADO: Soon.") == [
        None,
        "ADO",
        None,
        "ADO",
    ]


def test_forms_that_need_other_turns_are_no_labels_elsewhere():
    document = document_of("Marcel Duquesne, Associate Spokesman: Good afternoon.\n\nThe truce held.")
    assert all(part.label is None for part in stretches(document))


def test_an_office_on_a_label_has_the_name_in_brackets():
    text = "\n\n".join(["Spokesman (Mr. Arnaud): Good morning. We will keep the ceasefire agreement.", *TURNS])
    names = {a.id: {a.name.exact, *(m.exact for m in a.mentions)} for a in read(text).actors}
    assert any({"Spokesman", "Mr. Arnaud"} <= found for found in names.values())


def test_what_a_presenter_tells_is_the_claim_of_whoever_it_is_told_of():
    text = "\n\n".join(
        [*TURNS, "HOST: So the port is open?", "HOST: The front denied on Monday that it broke the truce."]
    )
    assert told(read(text))[-1][0] == "front"


def test_whoever_asks_once_in_a_turn_still_speaks():
    text = "\n\n".join([*TURNS, "COLONEL BAH: We will keep the ceasefire agreement. Who would break it?"])
    assert ("COLONEL BAH", "COMMIT") in told(read(text))


def test_a_label_with_an_article_in_brackets_is_read():
    assert told(read("Spokesman (The): We will keep the ceasefire agreement.")) != []


@pytest.mark.parametrize("time", ["Monday", "Early May", "Late that night", "The next day"])
def test_a_time_in_front_of_an_entry_is_nobody_who_speaks(time):
    (part,) = stretches(document_of(f"{time}: The rebels deny that they violated the truce."))
    assert part.label is None


def test_a_speaker_named_like_a_month_is_no_time():
    assert told(read("APRIL: We will keep the ceasefire agreement."))[0][0] == "APRIL"


@pytest.mark.parametrize(
    "title",
    [
        "CEASEFIRE HOLDS, ARMY SAYS",
        "Rebels deny shelling",
        "Army accuses rebels of shelling Marib\nThe Daily Post, Monday 3 May 2021",
    ],
)
def test_a_headline_is_no_claim_and_is_told_as_skipped(title):
    report = read(
        f"{title}\n\nThe army said on Monday that the rebels had shelled the town of Marib twice since the truce."
    )
    assert [c.stance for c in report.claims] == ["ACCUSE"]
    assert {s.reason for s in report.skipped} == {"a heading"}


def test_a_heading_between_paragraphs_is_no_claim():
    report = read(
        "The army said on Monday that the rebels had shelled the town of Marib.\n\nRebels deny shelling\n\n"
        "The rebels denied on the same day that any of their men had been near it."
    )
    assert [c.stance for c in report.claims] == ["ACCUSE", "DENY_CONDUCT"]


@pytest.mark.parametrize(
    "text",
    [
        "The army accused the rebels of shelling Marib",
        "The rebels left the town.\n\nThe army accused the rebels of shelling Marib",
        "1. The army accused the rebels of shelling Marib\n\n2. The rebels denied on the same day that they had shelled it.",
        "@army · 09:10\nThe rebels shelled Marib again\n\n@rebels · 10:10\nThe army lies, we have shelled no town since Monday.",
    ],
)
def test_a_text_or_a_post_without_a_full_stop_is_no_headline(text):
    assert any("Marib" in c.quote.span.exact for c in read(text).claims)


def test_a_question_and_its_answer_in_one_paragraph_are_two_turns(tmp_path):
    path = tmp_path / "interview.txt"
    path.write_text(
        "Q&A with General Marco Sesto\n\nQ: Has the truce held?\nA: It has.\n\nQ: In the port?\n"
        "A: The truce does not cover the port.\n",
        encoding="utf-8",
    )
    document = wiring.read(path)
    parts = [(document.text[p.start : p.end], p.label) for p in stretches(document) if not p.heading]
    assert [said for said, _ in parts] == [
        "Has the truce held?",
        "It has.",
        "In the port?",
        "The truce does not cover the port.",
    ]
    assert [bool(label) for _, label in parts] == [False, True, False, True]


def test_the_lines_of_a_log_are_entries_of_those_whom_they_name(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text(
        "Posts on the Sela channel\n\n[14:02] Sela Coordination: we keep the truce.\n"
        "[17:30] Dr Salim, head of the council: the road is closed.\n",
        encoding="utf-8",
    )
    document = wiring.read(path)
    parts = [(document.text[p.start : p.end], p.label) for p in stretches(document) if p.label]
    assert [(said, document.text[slice(*label)]) for said, label in parts] == [
        ("we keep the truce.", "Sela Coordination"),
        ("the road is closed.", "Dr Salim"),
    ]


def test_a_time_inside_wrapped_prose_begins_no_entry(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The truce was signed at\n14:30 The hour was late.\n", encoding="utf-8")
    assert len(stretches(wiring.read(path))) == 1


def test_a_user_of_a_forum_is_who_posts():
    report = read(
        "Notes on the truce.\n\nu/tyre_mermaid (22 Dec): The army never left the hill.\n\n"
        "u/galilee-dad (22 Dec): Hezbollah never pulled a single rocket back.\n"
    )
    assert [speaker for speaker, _ in told(report)] == ["u/tyre_mermaid", "u/galilee-dad"]


def test_a_title_with_a_colon_is_nobodys_turn():
    report = read(
        "Libya: The Guns Are Quiet\n\nThe army said that the rebels had broken the truce. They denied it, he said.\n"
    )
    assert "Guns" not in {a.name.exact for a in report.actors}
    assert [skipped.reason for skipped in report.skipped] == ["a heading"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mr. Petrov (Veskia) (spoke in Russian)", "Mr. Petrov"),
        ("Ms. Obi (Arvonia), speaking on behalf of the Group of Friends", "Ms. Obi"),
        ("Mr. Geng Shuang (China) (spoke in Chinese)", "Mr. Geng Shuang"),
        ("M. Adamou, Minister of Defence (Cyprus)", "M. Adamou"),
        ("A. Baerbock, Federal Minister for Foreign Affairs (Germany)", "A. Baerbock"),
        ("Mr. Otto (Veskia)", "Mr. Otto"),
    ],
)
def test_the_labels_of_records(label, name):
    text = f"{label}: We will keep the ceasefire agreement."
    (part,) = stretches(document_of(text))
    assert part.label is not None
    assert text[slice(*part.label)] == name
    assert [stance for _, stance in told(read(text))] == ["COMMIT"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("The MINISTER OF DEFENCE", "MINISTER OF DEFENCE"),
        ("The MINISTER FOR FOREIGN AFFAIRS", "MINISTER FOR FOREIGN AFFAIRS"),
        ("The DEPUTY MINISTER OF JUSTICE (Mr. R. Ode)", "DEPUTY MINISTER OF JUSTICE"),
        ("MINISTER BELLO", "MINISTER BELLO"),
    ],
)
def test_an_office_on_a_label_is_called_by_all_its_words(label, name):
    assert told(read(f"{label}: We will keep the ceasefire agreement.")) == [(name, "COMMIT")]


@pytest.mark.parametrize("chair", ["Mr Speaker", "Mr. President", "Madam Chair", "Thank you, Mr. President"])
def test_whom_a_speech_addresses_is_not_in_what_is_quoted(chair):
    (claim,) = read(f"The MINISTER OF DEFENCE: {chair}, we will keep the ceasefire agreement.").claims
    assert claim.quote.span.exact.startswith("we will")
