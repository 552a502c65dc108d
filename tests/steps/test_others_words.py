"""What one says of another's words is not the other's, and of two bodies with one name each speaks for itself."""

import pytest

from .reading_wholly import day_said, names, read_wholly, told_wholly


def told(sentence: str) -> list[tuple[str, str]]:
    """(speaker, stance) of the claims of a sentence in a dated report."""
    return told_wholly(f"Dhale, 12 May 2018. {sentence}")


def test_who_judges_what_another_says_speaks_for_himself():
    report = read_wholly(
        "Dhale, 12 May 2018. General Obeid said his men would search the town, which the Front called a breach of the truce."
    )
    quotes = [(names(report)[c.speaker], c.quote.span.exact) for c in report.claims]
    assert [name for name, _ in quotes] == ["Obeid", "Front"]
    assert "breach" not in quotes[0][1]
    assert quotes[1][1] == "which the Front called a breach of the truce"


@pytest.mark.parametrize("how", ["called a fraud", "described as a fraud", "considers a fraud"])
def test_the_stance_of_a_general_is_not_that_of_who_answers_him(how):
    (_, stance), *_ = told(f"General Obeid said his men had left the town, which the Front {how}.")
    assert stance == "CLAIM_COMPLIANCE"


def test_each_of_two_who_deny_is_neither_the_finder_nor_one_of_them():
    found = told("The United Nations said both sides had violated the truce, which each denied.")
    assert found[-1] == ("each", "DENY_CONDUCT")


@pytest.mark.parametrize("verb", ["verified", "confirmed", "certified", "established"])
def test_who_vouches_for_it_has_found_it(verb):
    ((speaker, stance),) = told(f"The army has kept the truce, as {verb} by UNAMSIL military observers.")
    assert (speaker, stance) == ("UNAMSIL", "THIRD_PARTY_FINDING")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sudan Liberation Movement (Minnawi)", "Sudan Liberation Movement (Nur)"),
        ("Communist Party of Nepal (UML)", "Communist Party of Nepal (Maoist)"),
        ("National Socialist Council (IM)", "National Socialist Council (Khaplang)"),
    ],
)
def test_two_wings_of_one_name_are_two(one, other):
    found = told(f"The {one} signed the ceasefire on 5 May. The {other} said it would not be bound by the truce.")
    assert [name for name, _ in found] == [one, other]


def test_a_name_with_its_wing_is_printed_beside_the_name_that_initials_stand_for():
    report = read_wholly(
        "Kathmandu, 12 May 2006. The Communist Party of Nepal (Maoist) said it would keep the truce. The CPN denied the attack."
    )
    (speaker,) = {claim.speaker for claim in report.claims}
    (party,) = [actor for actor in report.actors if actor.id == speaker]
    assert {"Communist Party of Nepal (Maoist)", "CPN"} <= {mention.exact for mention in party.mentions}


@pytest.mark.parametrize("beside", ["(NLA)", "(1998)", "(pictured)"])
def test_what_stands_in_brackets_is_not_always_a_wing(beside):
    ((speaker, _),) = told(f"The National Liberation Army {beside} said it would keep the truce.")
    assert speaker == "National Liberation Army"


@pytest.mark.parametrize(
    "sentence",
    [
        "Since 4 May no shots have been fired, the mission reported on Friday.",
        "Since the signing no shots have been fired, the mission said on Friday.",
        "The army shelled the town, the mission reported by telephone on Friday.",
    ],
)
def test_a_verb_of_saying_that_parsers_take_for_a_participle_is_one(sentence):
    report = read_wholly(f"DHALE, 12 May 2018 (Wire) - The town is quiet.\n\n{sentence}")
    (claim,) = report.claims
    assert names(report)[claim.speaker] == "mission"
    assert day_said(claim) == "2018-05-11"
    assert claim.quote.span.exact.startswith(sentence[:12])


@pytest.mark.parametrize(
    "sentence",
    ["After he left, the mission said nothing.", "There was a third incident, the shelling reported on Friday."],
)
def test_what_is_reported_does_not_report(sentence):
    assert all(stance == "PUBLIC_SILENCE" for _, stance in told(sentence))


def test_who_had_denied_it_earlier_did_not_deny_it_on_the_day_of_admitting_it():
    report = read_wholly(
        "DHALE, 12 May 2018 (Wire) - The town is quiet.\n\nThe army spokesman, who had earlier denied any shelling, admitted on "
        "Friday that two rounds had been fired by mistake."
    )
    assert [(c.stance, day_said(c)) for c in report.claims] == [
        ("DENY_CONDUCT", None),
        ("BREACH_ADMITTED", "2018-05-11"),
    ]


def test_whoever_supposes_what_another_said_speaks_for_himself():
    report = read_wholly(
        "Press briefing, Davao City, 21 November 2012\n\nSPOKESPERSON: The annex is under way.\n\nQ: Mr Iqbal said the law comes "
        "first.\n\nSPOKESPERSON: If he said it like that, he is reading a line that isn't there.\n"
    )
    found = [names(report)[c.speaker] for c in report.claims if "a line that" in c.quote.span.exact]
    assert found == ["SPOKESPERSON"]


def test_who_lays_it_to_the_other_accuses():
    assert told("Each party attributes the shooting to the other.") == [("Each party", "ACCUSE")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A convoy bound for the mills turned back on 6 May after shots were fired from the junction.",
        "The patrol returned to its base after mortar rounds hit the road.",
    ],
)
def test_who_gives_way_to_fire_has_broken_nothing(sentence):
    assert all(stance != "BREACH" for _, stance in told(sentence))


def test_who_leaves_the_truce_after_an_attack_has_left_it():
    assert ("Front", "WITHDRAW") in told("The Front withdrew from the truce on Friday after its camp was shelled.")


def test_a_quote_does_not_end_in_the_word_that_leads_on():
    report = read_wholly(
        "Press briefing, Davao City, 21 November 2012\n\nSPOKESPERSON: The monitors went there on Monday. They have not reported yet, "
        "so I would not call it a violation.\n\nQ: And the law?\n\nSPOKESPERSON: It is under way.\n"
    )
    assert all(not c.quote.span.exact.endswith(("so", ",")) for c in report.claims)


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("The truce was signed on 7 May by the Government and the Revolutionary United Front (RUF).", "(RUF)"),
        ("The army accuses the Front of breaking the truce (2).", "truce"),
    ],
)
def test_what_a_quote_opens_it_closes(sentence, end):
    report = read_wholly(f"Freetown, 12 May 1999. {sentence}")
    assert report.claims
    assert all(c.quote.span.exact.endswith(end) for c in report.claims)


@pytest.mark.parametrize("item", ["1) ", "(a) ", "b) "])
def test_a_quote_does_not_begin_with_the_number_of_an_item(item):
    report = read_wholly(f"Freetown, 12 May 1999\n\n{item}The army accuses the Front of breaking the truce.\n")
    assert [c.quote.span.exact.split()[0] for c in report.claims] == ["The"]
