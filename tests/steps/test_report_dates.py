"""When something was said and when it was done, as far as a report gives it."""

import pytest

from tests.steps.reading_reports import read, said
from trucewatch.core.dates import When
from trucewatch.core.model import Report
from trucewatch.steps.claims import date_choice

HEAD = "BRIEFING NOTE 41\nGoma, 6 September 2024\n\n"


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    """What the rules say is tested here; that learned facts may overrule them, in `test_date_choice`."""
    monkeypatch.setattr(date_choice, "date_weights", dict)


def test_an_undated_statement_in_a_brief_stays_undated_and_the_authors_words_have_its_day():
    report = read(f"{HEAD}The minister said that the truce did not cover the port. The truce is short and vague.")
    assert said(report) == [None, "2024-09-06"]


def test_a_numbered_note_dates_the_sentence_of_its_mark():
    report = read(
        f"{HEAD}Three diplomats say that the minister privately agreed to suspend the flights.[1] The army denied this.\n\n"
        "[1] Interviews by telephone, diplomats, Nairobi, 26 August 2024."
    )
    assert said(report) == ["2024-08-26", None]


def test_what_is_told_has_its_own_day():
    report = read(
        "JOINT STATEMENT\nKidal, 19 May 2021\n\n"
        "The movement acknowledged that the government had released the nine detainees on 11 May."
    )
    (claim,) = report.claims
    assert isinstance(claim.happened_on, When)
    assert (said(report), claim.happened_on.edtf) == (["2021-05-19"], "2021-05-11")


def test_a_figure_that_is_only_compared_with_dates_nothing():
    report = read(
        "Monthly report of the Monitoring Team, 1 to 31 August 2019\n\n"
        "The Monitoring Team recorded 58 violations of the truce, against 71 in July."
    )
    assert said(report) == ["2019-08-01/2019-08-31"]


def test_silence_to_this_day_is_of_the_reports_day():
    report = read(f"{HEAD}The foreign ministry has not commented publicly on the truce so far.")
    assert said(report) == ["2024-09-06"]


def test_a_day_behind_a_semicolon_belongs_to_the_other_statement():
    report = read(f"{HEAD}He promised to withdraw the guns from the camp; on 15 August the tanks were gone.")
    assert said(report)[0] is None


def happened(report: Report) -> list[str | None]:
    return [c.happened_on.edtf if isinstance(c.happened_on, When) else None for c in report.claims]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last Friday", "2024-08-30"),
        ("on Thursday of last week", "2024-08-29"),
        ("over the weekend", "2024-08-31/2024-09-01"),
        ("last month", "2024-08"),
        ("on Tuesday, 13 August,", "2024-08-13"),
        ("at Monday's meeting", "2024-09-02"),
    ],
)
def test_further_ways_to_name_a_day(words, day):
    assert said(read(f"{HEAD}The minister said {words} that the truce did not cover the port.")) == [day]


def test_a_weekday_that_contradicts_its_date_is_kept_beside_it():
    (claim,) = read(f"{HEAD}The minister said on Monday, 13 August, that the truce did not cover the port.").claims
    assert isinstance(claim.said_on, When)
    assert (claim.said_on.edtf, claim.said_on.alternatives) == ("2024-08-13", ("2024-08-12",))


def test_a_date_in_a_name_and_a_date_set_for_something_date_nothing():
    report = read(
        f"{HEAD}The minister said that the 1 July order did not cover the port. "
        "The minister said that talks were put off to 3 September and that the truce did not cover the road."
    )
    assert "2024-07-01" not in said(report)
    assert "2024-09-03" not in said(report)


@pytest.mark.parametrize(
    "opening",
    ["In a letter of 22 August the minister", "Interviewed on television on 22 August, the minister"],
)
def test_the_day_of_a_letter_or_an_interview_is_that_of_its_words(opening):
    assert said(read(f"{HEAD}{opening} said that the truce did not cover the port.")) == ["2024-08-22"]


def test_later_that_day_goes_on_from_the_main_verb():
    report = read(
        f"{HEAD}The envoy said on Tuesday that the rebels, who left the talks on 12 August, had violated the truce.\n\n"
        "The minister said later that day that the truce did not cover the port."
    )
    assert said(report)[-1] == "2024-09-03"


def test_an_event_is_counted_from_only_when_the_text_dates_it():
    text = "The minister said two days after the {} that the truce did not cover the port."
    assert said(read(f"{HEAD}{text.format('raid')}")) == [None]
    dated = "The raid on the port took place on 20 August. "
    assert said(read(f"{HEAD}{dated}{text.format('raid')}"))[-1] == "2024-08-22"


def test_what_is_said_at_a_sitting_has_its_day():
    report = read(
        f"{HEAD}At a meeting in Goma on 20 August, both sides reaffirmed their commitment to the truce. "
        "The minister said that the truce did not cover the port."
    )
    assert said(report) == ["2024-08-20", "2024-08-20"]


def test_he_added_in_the_next_paragraph_keeps_the_day():
    report = read(
        f"{HEAD}The minister said on Monday that the truce did not cover the port.\n\nHe added that the flights would continue."
    )
    assert said(report) == ["2024-09-02", "2024-09-02"]


def test_nobody_has_spoken_on_a_day_ahead():
    report = read(f"{HEAD}The minister said that the guns would be withdrawn on 10 September.")
    assert said(report) == [None]


def test_a_policy_briefing_is_no_sitting():
    report = read(
        "Policy Briefing\nGoma, 6 September 2024\n\nThe minister said that the truce did not cover the port. The truce is vague."
    )
    assert said(report) == [None, "2024-09-06"]


def test_numbered_notes_of_any_kind_date_the_sentence_of_their_mark():
    report = read(
        f"{HEAD}The minister said that the truce did not cover the port.[1] The army denied this.\n\n"
        "[1] Ngoma speech to parliament, 2 September 2024."
    )
    assert said(report)[0] == "2024-09-02"


def test_an_official_quoted_behind_the_lead_spoke_on_the_leads_day():
    report = read(
        "JUBA, 6 September 2024 - South Sudan's government accused the rebels on Wednesday of shelling the camp at Wau.\n\n"
        '"They will not keep this truce," army spokesman Deng Ayuel told reporters in the capital. '
        "He said that the truce did not cover the port.\n\nThe rebels denied it."
    )
    assert said(report)[-2:] == ["2024-09-04", None]


def test_a_speaker_quoted_again_behind_the_lead_spoke_on_its_day():
    report = read(
        "WAU, 6 September 2024 - The rebels will not put down their guns until the courts are open, their spokesman said "
        "on Wednesday.\n\nThe minister said that the truce did not cover the port.\n\n"
        '"There will be no talk of weapons before the courts are open," rebel spokesman Deng Ayuel told the radio.'
    )
    assert said(report) == ["2024-09-04", None, "2024-09-04"]


def test_whoever_signs_commits_himself_on_that_day_and_speaks_on_that_of_the_statement():
    report = read(
        "COMMUNIQUÉ OF THE FRONT\nKidal, 3 October 1995\n\nOn 24 April 1995 we signed the Niamey agreement. "
        "We remain committed to it. We submitted our lists on 2 August. The minister has violated the agreement."
    )
    assert [c.stance for c in report.claims][:2] == ["COMMIT", "AFFIRM"]
    assert said(report)[:2] == ["1995-04-24", "1995-10-03"]
    assert said(report)[-1] == "1995-10-03"


def test_words_of_others_in_a_days_report_are_not_dated_by_it():
    report = read(
        "DAILY SITUATION REPORT\nPeriod covered: 8 February 1995 to 9 February 1995\n\n"
        "The mission recorded 42 violations of the ceasefire. The rebels accused the army of shelling the camp."
    )
    assert said(report) == ["1995-02-08/1995-02-09", None]


def test_what_a_thread_tells_of_others_is_not_dated_by_it():
    report = read(
        "Hiwa Rashid @hiwa_erbil\nThread, Thursday 2 November 2017\n\n"
        "1/3 (16:02) The truce is fragile.\n\n2/3 (16:05) The ministry says that the truce did not cover the port.\n\n"
        '3/3 (16:09) @dana_krg: "We will not withdraw from the port."'
    )
    assert said(report) == ["2017-11-02", None, "2017-11-02"]


def test_he_goes_on_on_the_day_of_the_sentence_before():
    report = read(
        f"{HEAD}A reporter visited the place yesterday. He found no fresh trenches in violation of the truce."
    )
    assert said(report) == ["2024-09-05"]


def test_what_somebody_has_also_argued_is_not_of_the_day_before():
    report = read(
        f"{HEAD}Itoua told parliament on Monday that the guns had been withdrawn. "
        "Itoua has also argued that the truce did not cover the port."
    )
    assert said(report) == ["2024-09-02", None]


@pytest.mark.parametrize(
    "opening",
    [
        "The minister, reached by telephone on Wednesday, said",
        "In a note verbale of 4 September the minister said",
        "The minister told parliament, on 4 September:",
        "The minister confirmed it on state radio on Wednesday, saying",
        "In Wednesday's broadcast the minister said",
    ],
)
def test_the_day_on_which_somebody_was_reached_or_heard_is_that_of_the_words(opening):
    assert said(read(f"{HEAD}{opening} that the truce did not cover the port."))[:1] == ["2024-09-04"]


def test_a_day_right_behind_the_verb_is_that_of_the_saying():
    report = read(f"{HEAD}Rebels said on Monday they would not hand over another rifle until the troops left.")
    assert said(report) == ["2024-09-02"]


def test_several_notes_in_one_line_date_the_sentences_of_their_marks():
    report = read(
        f"{HEAD}The minister said that the truce did not cover the port.[1] The army accused the rebels of shelling the port.[2] "
        "On 3 September the envoy urged the rebels to release the prisoners.\n\n"
        "[1] Press conference, Goma, 17 August 2024. [2] Radio Goma, 20 August 2024."
    )
    assert said(report) == ["2024-08-17", "2024-08-20", "2024-09-03"]


def test_a_report_behind_a_mark_dates_what_it_says():
    report = read(
        f"{HEAD}The monitors were unable to establish who fired first.[1] Monitoring mission, situation report, 27 August 2024. "
        "The army denied everything."
    )
    assert said(report) == ["2024-08-27", None]


def test_a_source_stands_behind_the_last_part_of_a_sentence():
    report = read(
        f"{HEAD}The ministry denies that any villager was taken; a captain admitted to us that his men took sixteen (interview, 12 August 2024)."
    )
    assert said(report)[0] is None


def test_a_silence_that_lasts_has_the_day_of_the_text():
    report = read(f"{HEAD}The president has never spoken of the truce in public. He had not commented by Wednesday.")
    assert said(report) == ["2024-09-06", "2024-09-04"]


def test_whoever_quotes_an_earlier_letter_goes_on_speaking_today():
    report = read(
        "TRANSCRIPT. Press briefing, Arauca, Tuesday 24 October 2023\n\nFATHER ARANGO: Good morning.\nQUESTION: Is he right?\n"
        "FATHER ARANGO: I wrote to them on Sunday that the roads must be kept clean. I call on both of them to keep the truce.\n"
        "QUESTION: Anything else?\nFATHER ARANGO: We call on both sides to release the prisoners."
    )
    assert said(report)[-2:] == ["2023-10-24", "2023-10-24"]


def test_what_somebody_at_a_briefing_tells_of_others_has_the_day_that_it_is_given():
    report = read(
        "TRANSCRIPT. Press briefing, Arauca, Tuesday 24 October 2023\n\nFATHER ARANGO: Good morning.\nQUESTION: Is he right?\n"
        "FATHER ARANGO: On 2 October the two fronts accepted an understanding of four points.\nQUESTION: And now?\n"
        "FATHER ARANGO: We call on both sides to release the prisoners."
    )
    assert said(report) == ["2023-10-02", "2023-10-24"]


def test_findings_of_a_report_without_a_period_have_its_day():
    report = read(
        "Report of the Observer Mission\n14 April 2023\n\nOn 2 March the rebels accused the army of having entered the town. "
        "The mission was not in a position to verify the allegation."
    )
    assert said(report) == ["2023-03-02", "2023-04-14"]


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("The committee met in Goma on 2 September.", "The rebel delegation warned that it would fight.", "2024-09-02"),
        ("The rebels held their news conference on Monday.", "The colonel warned that they would fight.", "2024-09-02"),
        ("The rebels held the town on Monday.", "The colonel warned that they would fight.", None),
        ("The committee ended a two-day meeting on Monday.", "The colonel warned that they would fight.", "2024-09-02"),
        ("The committee ended a dispute on Monday.", "The colonel warned that they would fight.", None),
        ("The minister met the colonel on Monday.", "The envoy warned that the rebels would fight.", None),
    ],
)
def test_what_is_said_behind_a_meeting_was_said_at_it(first, then, day):
    assert said(read(f"{HEAD}{first} {then}"))[-1] == day


def test_a_press_note_that_begins_with_a_sitting_tells_what_was_said_there():
    report = read(
        "PRESS NOTE\nGoma, 6 September 2024\n\n1. The joint committee held its second meeting on 4 September.\n\n"
        "2. The army told the committee that the rebels had violated the truce.\n\n"
        "3. The government is committed to the truce and calls on the rebels to respect it."
    )
    assert (said(report)[0], said(report)[-1]) == ("2024-09-04", "2024-09-06")


def test_the_session_at_which_they_agreed_has_the_day_of_the_agreement():
    report = read(
        "GOMA, Sept. 6, 2024 - Government and rebel negotiators agreed Thursday to extend the truce.\n\n"
        "Col. Jean Kabila told a news conference after the session that the rebels had violated the truce."
    )
    assert said(report)[-1] == "2024-09-05"


def test_when_the_writer_came_is_when_it_was_said():
    report = read(f'{HEAD}"We respect the truce," said Paul Mugisha, the commander, when I visited on 2 September.')
    assert said(report) == ["2024-09-02"]


def test_the_day_of_the_saying_comes_before_that_of_a_visit():
    report = read(f"{HEAD}The observers, who toured four camps on Monday, reported today that the army had left.")
    assert said(report) == ["2024-09-06"]


def test_what_is_seen_is_of_the_day_of_seeing():
    (claim,) = read(f"{HEAD}The mission counted 240 soldiers embarking at Goma airport on 2 September.").claims
    assert isinstance(claim.said_on, When)
    assert claim.said_on.edtf == "2024-09-02"


def test_a_finding_in_the_present_is_of_the_reports_day_and_not_of_its_period():
    report = read(
        "MONITORING MISSION\nReport No. 4, Goma, 6 September 2024\n\nThis report covers the period 20 to 31 August 2024.\n\n"
        "The Mission confirms that the army has left the town. The Mission found mines on the road."
    )
    assert said(report)[-2:] == ["2024-09-06", "2024-08-20/2024-08-31"]


def test_the_words_of_others_in_a_news_bulletin_are_not_of_its_day():
    words = "A spokesman for the rebels called the killings a violation of the truce."
    assert said(read(f"Radio news, Goma, Friday 6 September 2024, seven o'clock (transcript)\n\n{words}")) == [None]


def test_silence_up_to_the_time_of_writing_lasts_to_the_reports_day():
    report = read(f"{HEAD}Up to the time of this bulletin, the presidency had made no comment on the attack.")
    assert said(report) == ["2024-09-06"]


def test_a_deadline_that_was_missed_was_missed_on_its_day():
    (claim,) = read(f"{HEAD}The rebels missed the date of 30 August.").claims
    assert isinstance(claim.happened_on, When)
    assert claim.happened_on.edtf == "2024-08-30"


def test_noon_of_a_day_is_a_bound_as_the_day_is():
    report = read(f"{HEAD}The governor gave the rebels until noon on Monday to leave the town.")
    assert "2024-09-02" not in said(report)


def test_a_source_in_brackets_stands_behind_both_who_spoke_to_it():
    report = read(
        f"{HEAD}The rebels accused the army of firing first; the army denied that it had fired. (Both to Radio Okapi, 3 September 2024.)"
    )
    assert said(report)[-1] == "2024-09-03"


@pytest.mark.parametrize(
    "words",
    [
        "The parties met in Aden on 16 and 17 February.",
        "The Commission met from 16 to 17 February 2019 in Aden, under Danish chairmanship, to consider two complaints.",
        "The fourth joint meeting of the Commission was held in Aden on 16 and 17 February.",
        "The fourth meeting of the Commission took place in Aden on 16 and 17 February.",
    ],
)
def test_what_a_press_note_reports_was_said_on_the_days_of_the_sitting(words):
    report = read(
        f"NOTE TO CORRESPONDENTS: Redeployment Commission\n\nAden, Monday, 18 February 2019\n\n{words}\n\n"
        "The Yemeni delegation declared that the truce did not cover the port."
    )
    assert said(report) == ["2019-02-16/2019-02-17"]


def test_an_agreed_day_that_is_still_ahead_is_not_the_day_of_agreeing():
    report = read(
        "JOINT STATEMENT\nAden, 18 February 2019\n\n"
        "The Parties agreed to extend the truce, which was to end on 28 February, to 30 June."
    )
    assert said(report) == ["2019-02-18"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Speaking in Nairobi on 2 September, the minister said that the truce did not cover the port.", "2024-09-02"),
        ("In the early hours of 2 September the army stated that the truce did not cover the port.", "2024-09-02"),
        ("In a complaint of 2 September the army alleged that the rebels had violated the truce.", "2024-09-02"),
        ("Rebel radio, monitored in Nairobi on 2 September, said that the truce did not cover the port.", "2024-09-02"),
        ("UN observers who reached the port on 2 September could not verify the shelling.", "2024-09-02"),
        ("The army declared the truce null and void on 2 September.", "2024-09-02"),
        (
            "By 2 September 400 men had come. The general said on that day that the truce did not cover the port.",
            "2024-09-02",
        ),
        ("The minister has not said a word about the truce since August.", "2024-09-06"),
    ],
)
def test_which_day_is_that_of_the_words(words, day):
    assert said(read(f"{HEAD}{words}"))[-1] == day


def test_days_later_goes_on_from_what_the_sentence_before_tells_in_a_side_clause():
    report = read(
        "HPA-AN, June 2, 2012 - The minister said on 8 May that the truce did not cover the port.\n\n"
        "Then there is Shwegyin, where two soldiers were killed on 27 April. In a statement two days later the army said that"
        " the rebels had violated the truce."
    )
    assert said(report)[-1] == "2012-04-29"


def test_further_reading_behind_an_interview_does_not_date_it():
    report = read(
        f"{HEAD}Two ministers claim that the leader privately promised to withdraw the rockets.[1]\n\n"
        "[1] Interviews, Beirut, 1-5 September 2024. For background, see Levant Report 48, Rockets and Rivers, July 2023."
    )
    assert said(report)[0] == "2024-09-01/2024-09-05"


def test_another_body_in_a_report_does_not_speak_on_the_reports_day():
    report = read(
        "INDEPENDENT DECOMMISSIONING BODY\nInterim report on the second phase, 15 November 2019\n\n"
        "The International Monitoring Team established that the rebels had violated the truce.\n\n"
        "The IDB calls on the Government to withdraw its troops."
    )
    assert said(report) == [None, "2019-11-15"]


def test_a_letter_without_an_article_has_its_day():
    report = read(f"{HEAD}By letter of 29 July, the movement informed the mission that it was suspending the handover.")
    assert said(report) == ["2024-07-29"]


def test_nothing_has_happened_on_a_day_that_is_still_ahead():
    (claim,) = read(f"{HEAD}The committee agreed that the commanders will withdraw on 16 November 2024.").claims
    assert not isinstance(claim.happened_on, When)


def test_a_correspondents_silence_has_no_day_unless_it_lasts_so_far():
    story = (
        "BISHKEK, Sept 18, 2022 (Wire) - The army said on Sunday that it would keep the truce. The government {} it."
    )
    assert said(read(story.format("has not commented on"))) == ["2022-09-18", None]
    assert said(read(story.format("has so far not commented on"))) == ["2022-09-18", "2022-09-18"]
