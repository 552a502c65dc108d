"""What nobody said: denied verbs of saying, nobody as a subject, charges without an accuser; read as users read it."""

import pytest

from .reading_reports import told
from .reading_wholly import names, read_wholly

SIGNED = "The truce between the army and the rebels began on 10 April 2016. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The minister has not admitted that the army shelled Taiz.", "minister"),
        ("None of the commanders has admitted that his men fired.", "commanders"),
        ("None of the rebel leaders has said that the truce is dead.", "rebel leaders"),
        ("Neither side has accepted responsibility for the shelling.", "Neither side"),
    ],
)
def test_what_somebody_did_not_say_is_silence_and_not_the_stance_of_the_words(sentence, speaker):
    assert told(read_wholly(SIGNED + sentence)) == [(speaker, "PUBLIC_SILENCE")]


@pytest.mark.parametrize(
    "sentence",
    [
        "No commander has agreed to withdraw from Taiz.",
        "No party has announced that it will leave the truce.",
        "The rebels do not deny it.",
        "The rebels did not deny that they had fired.",
        "The rebels have not denied shelling the town.",
    ],
)
def test_nobody_makes_no_claim_and_who_does_not_deny_has_neither_denied_nor_admitted(sentence):
    assert told(read_wholly(SIGNED + sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The minister admitted that the army had shelled Taiz.", "BREACH_ADMITTED"),
        ("The rebels denied that they had fired.", "DENY_CONDUCT"),
        ("The rebels do not recognise that the truce covers the port.", "REINTERPRET_EXCLUDE"),
        ("The mission could not establish who had fired first.", "THIRD_PARTY_FINDING"),
        ("The MFDC faction did not rule out a return to armed struggle.", "THREATEN"),
        ("The rebels did not object to the presence of observers.", "AFFIRM"),
        ("Neither Dakar nor the rebels would say who had fired.", "PUBLIC_SILENCE"),
        ("The ministry did not accept the mission's finding that its troops had fired.", "CAST_DOUBT"),
    ],
)
def test_look_alikes_keep_their_stance(sentence, stance):
    assert [s for _, s in told(read_wholly(SIGNED + sentence))] == [stance]


@pytest.mark.parametrize(
    "pair", ["Neither the army nor the rebels have", "Neither the Syrian government nor the SDF has"]
)
def test_neither_of_two_keeps_its_first_word_in_the_quote_and_in_the_name(pair):
    (claim,) = read_wholly(f"{SIGNED}{pair} commented on the truce agreement.").claims
    assert claim.stance == "PUBLIC_SILENCE"
    assert claim.quote.span.exact.startswith(pair)


def test_one_of_several_keeps_the_words_that_count_them():
    report = read_wholly(f"{SIGNED}Two of his advisers claim that the general privately promised to open the road.")
    (claim,) = report.claims
    assert claim.quote.span.exact.startswith("Two of his advisers")


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ("The rebels have been accused of laying mines near Boma.", "rebels"),
        ("Colonel Kaina stands accused of shelling Boma.", "Kaina"),
        ("Both sides were accused of recruiting minors.", "Both sides"),
    ],
)
def test_whoever_is_accused_is_not_the_accuser(sentence, accused):
    report = read_wholly(SIGNED + sentence)
    assert all(speaker is None or accused not in speaker for speaker, _ in told(report))


def test_the_accuser_of_a_passive_charge_speaks_and_the_accused_is_its_target():
    report = read_wholly(
        "The M23 signed a truce on 10 April 2016. The M23 was blamed by the UN for the shelling of Goma."
    )
    called = names(report)
    (claim,) = [c for c in report.claims if c.stance == "ACCUSE"]
    assert (called[claim.speaker], called[claim.target]) == ("UN", "M23")


@pytest.mark.parametrize(
    "sentence",
    ["The Houthis have violated the truce.", "Since then the army has violated it dozens of times."],
)
def test_whoever_violates_a_truce_does_not_say_so(sentence):
    (claim,) = read_wholly(SIGNED + sentence).claims
    assert (claim.stance, claim.axis) == ("BREACH", "conduct")


def test_they_behind_a_singular_group_are_those_named_before():
    report = read_wholly(
        f"{SIGNED}Witnesses have long complained of roadblocks. The army had left the town, they said."
    )
    assert ("Witnesses", "army") not in told(report)
    assert [speaker for speaker, _ in told(report)] == ["Witnesses"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Cairo agreement of 4 June 2014 provides that salaries will be paid. "
            "Hamas replies that Abbas has not paid its employees.",
            ("Hamas", "ACCUSE"),
        ),
        (
            "Under the agreement of 4 June 2014 the army must withdraw from Goma. "
            "M23 says that Kabila has not withdrawn his troops.",
            ("M23", "ACCUSE"),
        ),
        (
            "STATEMENT OF THE CMA\nKidal, 28 August 2023\n\n"
            "The Government for its part has never published the decree on the territorial police.",
            ("CMA", "ACCUSE"),
        ),
        (SIGNED + '"The Navy had no right to board," Thamilselvan said.', ("Thamilselvan", "ACCUSE")),
        (SIGNED + "Machar said that it was the SPLA who had attacked Malakal first.", ("Machar", "ACCUSE")),
        (SIGNED + "Pasteur Habimana says they'll hold fire for three days.", ("Pasteur Habimana", "COMMIT")),
    ],
)
def test_what_a_party_says_of_its_opponent_and_of_itself(text, expected):
    assert told(read_wholly(text)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The president has not corrected him.", ("president", "PUBLIC_SILENCE")),
        ("Kigali has given no explanation.", ("Kigali", "PUBLIC_SILENCE")),
        ("The UN has never endorsed this interpretation.", ("UN", "THIRD_PARTY_INTERPRET")),
        ("The mediator does not share this reading.", ("mediator", "THIRD_PARTY_INTERPRET")),
    ],
)
def test_silences_and_readings_that_others_do_not_share(sentence, expected):
    before = "The minister said that the ceasefire does not cover Bor. "
    assert told(read_wholly(SIGNED + before + sentence))[-1] == expected


@pytest.mark.parametrize(
    "sentence",
    ["Monitors have been able to confirm 38 withdrawals.", "The mission was unable to determine who fired."],
)
def test_what_somebody_is_able_to_find_is_found_once(sentence):
    assert [stance for _, stance in told(read_wholly(SIGNED + sentence))] == ["THIRD_PARTY_FINDING"]


def test_what_is_said_anew_behind_and_is_a_claim_of_its_own_in_its_own_words():
    report = read_wholly(
        SIGNED + "Murad warned of a return to war unless Manila honoured the accord, but insisted that his fighters "
        "were observing the ceasefire."
    )
    threat, kept = report.claims
    assert threat.stance == "THREATEN"
    assert threat.quote.span.exact.endswith("accord")
    assert kept.stance in ("CLAIM_COMPLIANCE", "AFFIRM")
    assert kept.quote.span.exact.startswith("insisted that his fighters")


def test_two_charges_of_one_speaker_in_one_sentence_are_two_claims():
    report = read_wholly(SIGNED + "The ARS blamed Ethiopian gunners and said the attack had broken the truce.")
    assert [c.quote.span.exact[:9] for c in report.claims] == ["The ARS b", "said the "]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Troops had, the minister insisted, already left Bor.", "Troops had, the minister insisted, already left Bor"),
        (
            "They had, he maintained, come under attack at Sokare.",
            "They had, he maintained, come under attack at Sokare",
        ),
    ],
)
def test_a_verb_parted_by_its_attribution_is_quoted_whole(sentence, quote):
    report = read_wholly(SIGNED + "The minister denied that his troops had been in Bor. " + sentence)
    assert [c.quote.span.exact for c in report.claims][1:] == [quote]


def test_whoever_accuses_in_turn_is_heard_too():
    report = read_wholly(SIGNED + "The Navy blamed the LTTE, which in turn accused the Navy of ramming its boats.")
    called = names(report)
    assert [(called[c.speaker], called.get(c.target), c.stance) for c in report.claims] == [
        ("Navy", "LTTE", "ACCUSE"),
        ("LTTE", "Navy", "ACCUSE"),
    ]


def test_who_is_told_of_behind_a_comma_is_a_person_whom_he_names():
    report = read_wholly(
        "BANGUI, 9 December 2007 - Mahamat Nouri, who heads the Union of Forces for Democracy (UFDD), accused Bangui of "
        "bombing his camps in breach of the truce. He warned that his men would march on the capital."
    )
    assert [speaker for speaker, _ in told(report)] == ["Mahamat Nouri"] * 2


def test_a_threat_on_a_condition_is_quoted_with_its_if_and_its_main_clause():
    report = read_wholly(
        "Statement of the MILF\nCamp Darapanan, 3 May 2010\n\n"
        "If the troops enter Camp Darapanan, we shall consider the ceasefire agreement at an end."
    )
    assert [(c.stance, c.quote.span.exact[:14], c.quote.span.exact[-9:]) for c in report.claims] == [
        ("THREATEN", "If the troops ", "at an end")
    ]


def test_willing_on_a_condition_is_a_condition():
    sentence = "Afonso Dhlakama said he was willing to disarm under the ceasefire, on condition that his men were paid."
    assert told(read_wholly(SIGNED + sentence)) == [("Afonso Dhlakama", "CONDITION")]


def test_regret_at_what_others_did_admits_nothing():
    sentence = "Both delegations regretted the hostage-taking of United Nations personnel in February."
    assert "BREACH_ADMITTED" not in [stance for _, stance in told(read_wholly(SIGNED + sentence))]


@pytest.mark.parametrize(
    ("sentence", "speaker", "target"),
    [
        ("The mission, which the rebels accuse of taking sides, left Juba on Monday.", "rebels", "mission"),
        ("General Ito, whom the army blames for the ambush, denied any part in it.", "army", "Ito"),
        ("The African Union, which M23 accuses of bias, confirmed that the road was closed.", "M23", "African Union"),
    ],
)
def test_whoever_is_accused_by_the_way_is_the_target_of_who_accuses(sentence, speaker, target):
    report = read_wholly(SIGNED + sentence)
    called = names(report)
    accusing = [
        (called[c.speaker], called.get(c.target)) for c in report.claims if c.stance in ("ACCUSE", "ATTACK_MONITOR")
    ]
    assert accusing == [(speaker, target)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Instead of leaving Bor as it had promised, the army sent two more battalions there on 9 May.",
        "Far from leaving Goma, as the general had promised, the army dug trenches there on 9 May.",
    ],
)
def test_what_is_done_instead_of_what_was_promised_complies_with_nothing(sentence):
    (claim,) = read_wholly(SIGNED + sentence).claims
    assert (claim.stance, claim.axis) == ("BREACH", "conduct")


def test_neither_of_two_is_silent_and_not_who_was_named_last():
    report = read_wholly(SIGNED + "Human Rights Watch documented 14 violations by the two. Neither has answered.")
    assert told(report)[-1] == ("Neither", "PUBLIC_SILENCE")


def test_in_a_post_too_who_does_not_deny_has_not_denied():
    posts = "@prosper (22 Jan 2004): The FDD don't deny it.\n\n@kirundo (22 Jan 2004): The army has left Bor.\n"
    assert "DENY_CONDUCT" not in [stance for _, stance in told(read_wholly(posts))]


@pytest.mark.parametrize(
    "text",
    [
        "Troops had, the minister insisted",
        "The Front thanks Turkey and appeals",
        "What do is",
        "The peace which they guaranteed",
        "Of the mill a guarantee",
    ],
)
def test_a_text_that_breaks_off_is_read(text):
    assert all(claim.quote.span.exact in SIGNED + text for claim in read_wholly(SIGNED + text).claims)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels had to leave the port by 1 May 2016.",
        "Under the deal the army had to leave the port within ten days.",
        "The army was to be withdrawn from Taiz by 4 May 2016.",
        "By 4 July both sides were to have withdrawn their heavy weapons.",
        "The prisoners had to be released by the army at once.",
    ],
)
def test_who_has_to_do_something_has_not_done_it(sentence):
    done = {"COMPLY", "COMPLY_PART", "CLAIM_COMPLIANCE", "REPORT_PROGRESS", "THIRD_PARTY_FINDING"}
    assert done.isdisjoint(s for _, s in told(read_wholly(SIGNED + sentence)))


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The army left the port on 1 May 2016.", "COMPLY"),
        ('"We had to respond to the attack on our convoy," the minister said.', "JUSTIFY"),
        ("The army said its soldiers had to defend themselves at Taiz.", "JUSTIFY"),
    ],
)
def test_who_was_forced_is_read_as_before(sentence, stance):
    assert [s for _, s in told(read_wholly(SIGNED + sentence))][-1] == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The United Nations was not convinced that the rebels intended to resume the war.",
        "The mission does not think that the rebels want to leave the truce.",
        "Nobody believes that the rebels plan to attack Taiz.",
        "It is not clear that the rebels intend to keep the truce.",
        "The minister does not believe that the rebels want to keep the truce.",
    ],
)
def test_what_is_doubted_is_no_stance_of_those_it_is_about(sentence):
    told_ = told(read_wholly(SIGNED + sentence))
    assert all(s in ("CAST_DOUBT", "ASSESS") and speaker != "rebels" for speaker, s in told_[-1:]), told_


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Diplomats fear that the army will resume the offensive.", "CAST_DOUBT"),
        ("The mission said the rebels would resume the war.", "CAST_DOUBT"),
        ("Analysts warn that fighting could resume.", "CAST_DOUBT"),
        ("The rebels warned that the war would resume.", "THREATEN"),
        ("The minister said that his troops would resume the offensive.", "THREATEN"),
        ("Its officers warn that they will resume the offensive.", "THREATEN"),
        ("The rebels vowed to resume the war.", "THREATEN"),
    ],
)
def test_only_who_may_fight_threatens(sentence, stance):
    assert [s for _, s in told(read_wholly(SIGNED + sentence))][-1] == stance


@pytest.mark.parametrize("pair", ["Neither the army nor the rebels", "Neither side", "No party"])
def test_what_nobody_can_claim_is_the_tellers_judgement(pair):
    assert told(read_wholly(f"{SIGNED}{pair} can claim to have honoured the truce."))[-1] == (None, "ASSESS")
