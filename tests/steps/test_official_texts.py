"""Communiqués, joint statements, mission and monitors' reports: opening words, courtesies, terms, staff and promises in passing."""

import pytest

from .reading_wholly import names, read_wholly, told_wholly

PARTY = "PATRIOTIC FRONT OF LIRA\nCOMMUNIQUE\n\nWe have not fired a shot since the ceasefire of 4 May.\n\n"
MISSION = "UNITED NATIONS VERIFICATION MISSION (UNVM)\nWeekly report, 3 May 2012\n\n"
COMMITTEE = "JOINT MILITARY COMMISSION\nCommuniqué of the sixth session, Juba, 3 May 2012\n\n"
SIGNED = "The Lira ceasefire of 3 March 2011 is in its second year. "


def _told(head, sentence):
    """What the sentence adds to what its title and first words tell."""
    return told_wholly(head + sentence)[len(told_wholly(head)) :]


# ------------------------------------------------------------------ what is only to be done


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (COMMITTEE, "The withdrawal is now to be completed by 5 June."),
        (COMMITTEE, "Heavy weapons were to be handed over to the Commission within sixty days of signature."),
        (MISSION, "All detainees were therefore to be released by 7 January."),
        (PARTY, "The brigade was to depart by 1 December."),
    ],
)
def test_what_is_to_be_done_is_a_term_and_no_claim(head, sentence):
    assert _told(head, sentence) == []


@pytest.mark.parametrize(
    ("head", "sentence", "stance"),
    [
        (MISSION, "The weapons have yet to be handed over.", "REPORT_NOT_DONE"),
        (SIGNED, "Trains were to run again by 31 January, a date which went by without a train.", "MISSED_DEADLINE"),
        (SIGNED, "The army is to withdraw from the valley by Friday, the minister announced.", "COMMIT"),
    ],
)
def test_what_was_not_done_or_is_promised_stays_a_claim(head, sentence, stance):
    assert [s for _, s in _told(head, sentence)] == [stance]


# ------------------------------------------------------------------ able, unable


@pytest.mark.parametrize(
    "sentence",
    [
        "The Mission was unable to establish who had given the order to the militia.",
        "The Mission was able to enter the barracks on 3 May.",
        "The Mission has not been able to determine who fired on the helicopter at Wau.",
        "The Mission has so far not been able to check this.",
    ],
)
def test_what_somebody_was_able_to_do_is_one_claim_in_all_its_words(sentence):
    (claim,) = read_wholly(MISSION + sentence).claims
    assert claim.stance == "THIRD_PARTY_FINDING"
    assert claim.quote.span.exact == sentence.removesuffix(".")


def test_what_somebody_regrets_to_conclude_is_one_claim():
    sentence = "I regret to conclude that trust has been lost and that the protocol cannot be revived."
    assert len(_told(MISSION, sentence)) == 1


def test_several_things_that_somebody_says_stay_several_claims():
    sentence = "Colonel Dak told the Mission that he had agreed to free the prisoners and that his men would leave Wau."
    assert len(_told(MISSION, sentence)) == 2


# ------------------------------------------------------------------ opening words and courtesies


@pytest.mark.parametrize(
    "sentence",
    [
        "The General Staff considers it necessary to declare the following.",
        "The Front makes known the following to national and international opinion.",
        "The delegations of the Government and the Front, meeting in Lusaka, inform public opinion as follows.",
        "The Front finds it imperative to set the record straight.",
        "The Front extends its condolences to the families of the victims of Lira.",
        "We wish all our people a happy New Year.",
        "The Front thanks the Government of Norway for its hospitality.",
        "The Commission heard a report from the observers.",
        "The Commission considered the report submitted by the Chairman.",
    ],
)
def test_opening_words_and_courtesies_are_nobodys_claim(sentence):
    assert _told(PARTY, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The Front informs the people as follows: we shall respect the ceasefire.", "AFFIRM"),
        ("The Front denied the attack the following day.", "DENY_CONDUCT"),
        ("The army withdrew its guns the following morning.", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"),
        ("We thank the army for having respected the ceasefire.", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"),
    ],
)
def test_look_alikes_of_opening_words_and_courtesies_keep_their_stance(sentence, stance):
    assert [s for _, s in _told(PARTY, sentence)] == [stance]


def test_a_mission_that_hears_shots_finds_something():
    assert [stance for _, stance in _told(MISSION, "The Mission heard shots near Wau.")] == ["THIRD_PARTY_FINDING"]


# ------------------------------------------------------------------ the mission's own staff


@pytest.mark.parametrize(
    "sentence",
    [
        "On 1 May a patrol observed twelve soldiers in the buffer zone near Wau.",
        "The observers established that the army had fired first.",
        "Observers counted three craters.",
        "The team was unable to verify the number of dead.",
        "Its observers verified that the second brigade had left Wau.",
    ],
)
def test_what_a_missions_observers_find_the_mission_finds(sentence):
    report = read_wholly(MISSION + sentence)
    (claim,) = report.claims
    assert names(report)[claim.speaker] == "UNITED NATIONS VERIFICATION MISSION"


@pytest.mark.parametrize(
    ("head", "sentence", "speaker"),
    [
        (MISSION, "Observers of the Red Cross confirmed the release of 12 men.", "Observers of the Red Cross"),
        (MISSION, "The army's observers confirmed the withdrawal.", "army's observers"),
        (MISSION, "Fijian observers confirmed that the bridge was open.", "Fijian observers"),
        (MISSION, "A rebel patrol shot a man at Yei.", "rebel patrol"),
        (PARTY, "The observers confirmed that the army had shelled Wau.", "observers"),
    ],
)
def test_observers_of_others_stay_whose_they_are(head, sentence, speaker):
    assert [name for name, _ in _told(head, sentence)] == [speaker]


# ------------------------------------------------------------------ a word given, told by the way


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The army has still not opened the air route, to which it agreed in January.", "army"),
        (
            "The Front urges the Government to stop the arming of militias, which it undertook to disband in 2009.",
            "Government",
        ),
        ("The Front accused the army of burning Yei, which it had promised to spare.", "army"),
        ("The Front respects the ceasefire of Lira, which it signed on 3 March with a clear conscience.", "Front"),
    ],
)
def test_a_promise_told_by_the_way_is_the_promisers(sentence, speaker):
    report = read_wholly(SIGNED + sentence)
    claims = [c for c in report.claims if c.quote.span.exact.startswith(("which", "to which"))]
    assert [(names(report)[c.speaker], c.stance) for c in claims] == [(speaker, "COMMIT")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army, which signed the truce in May, shelled Wau.",
        "The army has not opened the road, which it never promised to open.",
        "The army shelled the road which it had promised to open.",
        "The commander, who signed the truce in May, said that the army had left.",
    ],
)
def test_look_alikes_of_a_promise_by_the_way_add_no_claim(sentence):
    report = read_wholly(SIGNED + sentence)
    assert not [c for c in report.claims if c.quote.span.exact.startswith(("which", "who"))]


# ------------------------------------------------------------------ who speaks


def test_a_matter_named_before_a_colon_is_no_speaker():
    sentence = "On the surrender of Commanders Moro and Kato: the Rules provide for joint inquiry by the committees."
    assert "Kato" not in [name for name, _ in _told(PARTY, sentence)]


def test_a_verb_taken_for_a_noun_has_its_subject():
    text = "The Government reaffirms the agreement. The Coordination renews, with effect from today, its pledge to halt all movement."
    assert _told(COMMITTEE, text)[-1] == ("Coordination", "RECOMMIT")


def test_what_whoever_is_named_in_passing_did_is_not_the_main_subjects():
    sentence = (
        "The Head of Mission rejects the criticism made in some newspapers by the Vice Governor of Yei, who called "
        'the patrol "a shield for rebels" and asked for its expulsion.'
    )
    told = _told(SIGNED, sentence)
    assert ("Head of Mission", "ATTACK_MONITOR") not in told


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("VALLEY OBSERVER TEAM\nCommuniqué of the Head of Mission\nWau, 24 June 2010\n\n", "VALLEY OBSERVER TEAM"),
        ("Statement by the Joint Observer Team\nWau, 24 June 2010\n\n", "Joint Observer Team"),
    ],
)
def test_the_head_of_a_body_is_not_the_body(title, speaker):
    report = read_wholly(title + "The Team has completed its inquiry. It establishes that the army shelled Lira first.")
    claim = report.claims[-1]
    (actor,) = [a for a in report.actors if a.id == claim.speaker]
    assert claim.stance == "THIRD_PARTY_FINDING"
    assert speaker in {actor.name.exact, *(m.exact for m in actor.mentions)}


# ------------------------------------------------------------------ one body, one actor


@pytest.mark.parametrize(
    ("line", "name", "called"),
    [
        (
            "JOINT MILITARY COMMISSION OF THE KANI CEASEFIRE AGREEMENT\nFinal communiqué",
            "JOINT MILITARY COMMISSION OF THE KANI CEASEFIRE AGREEMENT",
            "Commission",
        ),
        (
            "COMMUNIQUE No. 7 of the Arab Supreme Committee for Follow-up",
            "Arab Supreme Committee for Follow-up",
            "Supreme Committee",
        ),
        (
            "COMMUNIQUE No. 7 of the Arab Supreme Committee for Follow-up",
            "Arab Supreme Committee for Follow-up",
            "Committee",
        ),
        ("UNVM MILITARY DIVISION\nWeekly report", "UNVM MILITARY DIVISION", "Division"),
    ],
)
def test_a_part_of_the_issuers_name_names_the_issuer(line, name, called):
    report = read_wholly(
        f"{line}\nTunis, 3 May 2012\n\nThe {called} records that no firing was heard in Lira. It calls on the army to "
        "leave the town. The Central Committee of the Front denied that its men had fired."
    )
    finding, call, denial = report.claims
    assert finding.speaker == call.speaker != denial.speaker
    (actor,) = [a for a in report.actors if a.id == finding.speaker]
    assert {name, called} <= {actor.name.exact, *(m.exact for m in actor.mentions)}


@pytest.mark.parametrize("other", ["The Government of Norway", "The Military Commission of the Front"])
def test_another_bodys_name_is_no_part_of_the_issuers(other):
    report = read_wholly(f"{COMMITTEE}{other} said that the army had shelled Lira.")
    (claim,) = report.claims
    assert "JOINT" not in names(report)[claim.speaker].upper()


def test_he_after_a_report_that_was_heard_is_whoever_gave_it():
    told = _told(
        COMMITTEE,
        "The Commission heard a report from the Neutral Investigator, Colonel Mamadou Diop. He established that Front "
        "troops had advanced on Kani after 15 February.",
    )
    assert told == [("Neutral Investigator", "THIRD_PARTY_FINDING")]


# ------------------------------------------------------------------ what is not done, and what is only gone about


@pytest.mark.parametrize(
    "sentence",
    [
        "The army has not released any of its prisoners under the ceasefire.",
        "Some 70 prisoners are still in jail at Wau.",
        "The joint commission has yet to meet.",
    ],
)
def test_nobody_says_of_himself_what_he_has_not_done(sentence):
    assert _told(SIGNED, sentence) == [("", "REPORT_NOT_DONE")]


def test_what_a_mission_says_is_not_done_is_the_missions():
    assert [s for _, s in _told(SIGNED, "The Front has yet to name its delegates, the mission said.")] == [
        "REPORT_NOT_DONE"
    ]
    assert _told(SIGNED, "The Front has yet to name its delegates, the mission said.")[0][0] == "mission"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Mission visited Wau on 27 April.",
        "The Mission interviewed eleven persons.",
        "The Mission established under the Lira agreement of 4 March 2012 met twice.",
    ],
)
def test_where_a_mission_goes_is_no_finding(sentence):
    assert _told(MISSION, sentence) == []


def test_a_mission_that_goes_and_finds_something_finds_it():
    sentence = "The Mission visited Wau and found the village empty."
    assert [stance for _, stance in _told(MISSION, sentence)] == ["THIRD_PARTY_FINDING"]


# ------------------------------------------------------------------ verbs taken for nouns, initials, views


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The commander said that his side complies with the truce.", [("commander", "AFFIRM")]),
        ("The Front abides by the agreement.", [("Front", "AFFIRM")]),
    ],
)
def test_complies_and_abides_are_verbs(sentence, claims):
    assert _told(SIGNED, sentence)[: len(claims)] == claims


def test_a_name_ends_before_a_verb_that_taggers_take_for_a_noun():
    text = "NATIONAL LIBERATION ARMY\nCOMMUNIQUE No. 4\n12 October 2013\n\n1. The National Liberation Army complies with the bilateral, national ceasefire agreed in Lima."
    (claim,) = read_wholly(text).claims
    assert names(read_wholly(text))[claim.speaker].lower() == "national liberation army"
    assert claim.stance in ("AFFIRM", "CLAIM_COMPLIANCE")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The chairman, Colonel Kh. Marov, explained that the points lacked money.", "Kh. Marov"),
        ("General Yu. Orsov said that the guns had left Lira.", "Yu. Orsov"),
    ],
)
def test_an_initial_of_two_letters_ends_no_sentence(sentence, name):
    ((speaker, _),) = _told(SIGNED, sentence)
    assert name in speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "In his view article 3 did not oblige the Front to guard the bridge.",
        "The FNL had signed nothing, and in his view operations against it lay outside the agreement.",
    ],
)
def test_what_is_so_in_somebodys_view_he_says(sentence):
    lead = "Colonel Deo Sinzi denied on 5 May that any gun had fired. "
    assert ("Deo Sinzi", "REINTERPRET_EXCLUDE") in _told(SIGNED, lead + sentence)


def test_who_let_something_be_known_in_passing_says_it():
    sentence = (
        "The parties regretted the absence of Mr Simon Oro, who had let it be known that papers signed in Lima do "
        "not exist for Lira."
    )
    report = read_wholly(SIGNED + sentence)
    assert [names(report)[c.speaker] for c in report.claims if "do not exist" in c.quote.span.exact] == ["Simon Oro"]


# ------------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("VMM VIOLATION REPORT 2018/07 - Tonga, Upper Nile\nDate of report: 23 February 2018", "VMM"),
        (
            "VMM — Summary Report on Violations of the Agreement\nReporting period: 1 to 31 March 2018. Issued in Juba.",
            "VMM",
        ),
        ("Valley Coordination Committee (VCC): weekly update\nPeriod: 21-27 April 2019 (issued 28 April)", "VCC"),
        ("VALLEY MONITORING GROUP\nJoint statement\nLira, 14 October 1996", "VALLEY MONITORING GROUP"),
        (
            "FINAL COMMUNIQUE\nof the first session of the Follow-up Committee for the Valley\nDoha, 30 August 2022",
            "Follow-up Committee",
        ),
        (
            "VALLEY MONITORING MISSION\nHead of Mission's determination\nLira, 4 November 2003",
            "VALLEY MONITORING MISSION",
        ),
        (
            "ORGANIZATION OF AFRICAN UNITY\nNeutral Observer Group (NOG), Lira\nReport No. 14, 3 May 1993",
            "Neutral Observer Group",
        ),
    ],
)
def test_a_title_names_the_mission_that_reports(title, issuer):
    report = read_wholly(title + "\n\nWe urge the army and the Front to leave the buffer zone near Wau.")
    (claim,) = report.claims
    (actor,) = [a for a in report.actors if a.id == claim.speaker]
    assert any(issuer in name for name in (actor.name.exact, *(m.exact for m in actor.mentions)))


@pytest.mark.parametrize(
    "title",
    [
        "Progress report on the ceasefire\n\nA. Military and security aspects of the agreement",
        "RADIO BULLETIN, LIRA SERVICE, 23 APRIL 1999",
        "Report: who shelled Wau?",
    ],
)
def test_other_titles_name_nobody(title):
    text = title + "\n\nWe urge the army and the Front to leave the buffer zone near Wau."
    assert [speaker for speaker, _ in told_wholly(text)] in ([], [""])


def test_below_reactions_others_have_their_say():
    report = read_wholly(
        "COMMUNIQUE No. 4 of the Follow-up Committee\nDoha, 30 August 2022\n\nWe urge the army to leave Wau.\n\nReactions\n\n"
        "We urge the Committee to leave Wau, a trader said. The road to Wau remains closed under the ceasefire."
    )
    by = [names(report).get(claim.speaker or "") for claim in report.claims]
    assert by[0] == "Follow-up Committee"
    assert "Follow-up Committee" not in by[1:]


def test_a_committee_of_several_is_none_of_them():
    report = read_wholly(
        "FINAL COMMUNIQUE\nMeeting of the Tripartite Committee of the Government of Valley, the Valley Front and the UN\n"
        "Lira, 2 August 2001\n\n1. The Government denied that its men had fired. The Committee urged the Front to leave Lira."
    )
    assert [names(report)[c.speaker] for c in report.claims] == ["Government", "Tripartite Committee"]


# ------------------------------------------------------------------ where others meet


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The Peace Committee met at Hutje on 10 June, where all delegations rededicated themselves to the ceasefire.",
            [("all delegations", "RECOMMIT")],
        ),
        ("The envoys met in Lima on 12 June, where the army promised to open the road.", [("army", "COMMIT")]),
        ("The envoys met in Lima, where the Front accused the army of shelling Wau.", [("Front", "ACCUSE")]),
    ],
)
def test_what_somebody_says_where_others_meet_is_his(sentence, claims):
    assert _told(SIGNED, sentence) == claims


def test_where_nobody_speaks_the_main_verb_counts():
    assert _told(SIGNED, "The army shelled Lira, where the Front has its seat.") == [("army", "BREACH")]
