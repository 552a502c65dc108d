"""How claims are told: in whose voice, how surely, before whom, after whom, and which stances their words rule out."""

import pytest

from tests.steps.reading_reports import document_of, name_of, only, parser, read, told
from trucewatch.core.ports import StanceQuestion, Verdict
from trucewatch.steps.claims import read_claims, report_passages


@pytest.mark.parametrize(
    ("sentence", "voice", "factuality"),
    [
        ("The colonel denied that his men had shelled the bridge during the truce.", "paraphrased", "PROBABLE−"),
        ("The ministry accused the rebels of violating the ceasefire.", "paraphrased", "PROBABLE+"),
        ("The movement urged the army to respect the ceasefire.", "paraphrased", "UNKNOWN"),
        ("The army attacked the village of Adra.", "author", "CERTAIN+"),
        ("The two delegations signed the ceasefire agreement in Oslo.", "author", "CERTAIN+"),
        ("The mediators should ask the parties to respect the ceasefire agreement of Oslo.", "author", "UNKNOWN"),
    ],
)
def test_what_somebody_is_said_to_say_is_not_told_by_the_text_itself(sentence, voice, factuality):
    claim = only(read(sentence))
    assert (claim.voice, claim.factuality) == (voice, factuality)


class Sure:
    """A judge that gives the same stance to everything, and keeps what it was asked."""

    def __init__(self, stance: str | None) -> None:
        self.stance = stance
        self.asked: list[StanceQuestion] = []

    def expect(self, questions: object) -> None:
        pass

    def judge(self, question: StanceQuestion) -> Verdict | None:
        self.asked.append(question)
        return Verdict(self.stance, "sure") if self.stance else None


def judged(text, stance):
    document = document_of(text)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    parses = [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)]
    judge = Sure(stance)
    return read_claims(document, parses, judge=judge), judge


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("The ombudsman said that no breaches of the truce had been recorded in the south.", "PROBABLE−"),
        ("The colonel added that the truce would be good for his garrisons.", "UNKNOWN"),
        ("The movement claimed the truce was in ruins.", "POSSIBLE+"),
    ],
)
def test_a_verb_of_saying_is_as_sure_as_what_it_says(sentence, factuality):
    report, _ = judged(sentence, "CAST_DOUBT")
    assert {c.factuality for c in report.claims if c.quote.span.exact.startswith("The")} == {factuality}
    assert {c.voice for c in report.claims} == {"paraphrased"}


@pytest.mark.parametrize(
    ("text", "visibility"),
    [
        ("The minister wrote on Twitter that the truce did not cover Adwa.", "public-social"),
        ('The general posted on X: "The ceasefire does not apply to our partners."', "public-social"),
        ("The minister said the army would not leave the observation post before the truce ended.", "public-oral"),
        ("The minister said that the ceasefire, which he had not signed, did not apply to Adwa.", "public-oral"),
        ("The two delegations signed the ceasefire agreement in Oslo on 3 May.", "public-signed"),
        ("Two ministry officials did not respond to requests for comment.", "public-oral"),
    ],
)
def test_before_whom_it_was_said(text, visibility):
    assert {c.visibility for c in read(text).claims} == {visibility}


def test_what_unnamed_people_pass_on_is_anonymous_and_has_them_for_a_relay():
    text = (
        "The delegation signed the ceasefire agreement on 3 May. Three members of the delegation say that "
        "President Tolo privately promised to withdraw the troops from Adra.\n"
    )
    claim = read(text).claims[-1]
    assert claim.stance == "REPORT_PRIVATE_COMMIT"
    assert claim.visibility == "private-anonymous"
    assert [hop.role for hop in claim.chain] == ["speaker", "relay", "text"]


def test_what_is_reiterated_in_public_is_nobodys_secret():
    text = (
        "The army has privately agreed to leave Adra, two diplomats said, although President Tolo publicly "
        "reaffirmed that he respects the truce.\n"
    )
    private, public = read(text).claims
    assert private.stance.startswith("REPORT_PRIVATE")
    assert (public.stance, public.visibility) == ("AFFIRM", "public-oral")
    assert told(read(text))[1][0].endswith("Tolo")


@pytest.mark.parametrize(("whose", "number"), [("the Front", "k1"), ("Colonel Abara", "k2"), ("the neighbours", "k2")])
def test_a_position_is_repeated_of_whoever_is_named(whose, number):
    text = (
        "The Adra Liberation Front said that the ceasefire does not cover the police. Colonel Abara accused the Front of "
        f"breaking the ceasefire. The government of Kenya repeated the position of {whose}.\n"
    )
    echo = read(text).claims[-1]
    assert echo.stance == "ECHO"
    assert echo.echo_of == number


def test_of_a_named_body_without_a_position_nothing_is_repeated():
    text = (
        "The army said that the ceasefire does not cover the police. The government of Kenya took the same line as "
        "the African Union.\n"
    )
    assert read(text).claims[-1].stance == "ECHO"
    assert read(text).claims[-1].echo_of is None


def test_it_of_a_judgement_is_nobody():
    text = "Two officials accused the army of violating the ceasefire. It is unlikely that the truce will hold.\n"
    assert [speaker for speaker, _ in told(read(text))][-1] is None


def test_the_official_is_the_one_who_was_brought_in_before():
    text = (
        "A senior Kenyan official denied that the army had shelled Adra. General Tolo accused the rebels of violating "
        "the truce. The official said that his men had not attacked anyone.\n"
    )
    report = read(text)
    speakers = [claim.speaker for claim in report.claims]
    assert speakers[0] == speakers[-1]
    assert name_of(report, speakers[0]) == "senior Kenyan official"


def test_nobody_promises_for_an_opponent():
    report = read("The rebels had promised to withdraw from Adra, Tolo Abara said.\n")
    claim = only(report)
    assert claim.stance == "COMMIT"
    assert [(hop.role, name_of(report, hop.actor)) for hop in claim.chain[:2]] == [
        ("speaker", "rebels"),
        ("relay", "Tolo Abara"),
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The premier stopped short of announcing that the army would quit the truce.", "PUBLIC_SILENCE"),
        ("The council has neither confirmed nor rejected the ceasefire.", "PUBLIC_SILENCE"),
        ("The general has yet to confirm the withdrawal in public.", "PUBLIC_SILENCE"),
        ("The ministry did not explain why its troops had stayed in Adra.", "PUBLIC_SILENCE"),
        ('"Nobody has attacked the village," the general said.', "DENY_CONDUCT"),
        (
            "The minister said the government would not extend the ceasefire unless the captives were released.",
            "CONDITION",
        ),
        ("The negotiator said the truce signed in Oslo covers only attacks against the police.", "REINTERPRET_NARROW"),
        ("The premier said the roadblock was a gross violation of point 6 of the ceasefire.", "ACCUSE"),
        ("The army command said it was resuming its operations against the rebels.", "THREATEN"),
        ("The minister said that the rebels had not met their obligations under the truce.", "ACCUSE"),
    ],
)
def test_more_that_changes_a_stance(sentence, stance):
    assert stance in {s for _, s in told(read(sentence))}


@pytest.mark.parametrize(
    ("sentence", "stance", "out"),
    [
        ('The Front\'s envoy retorted that the general was "rewriting the truce".', "ATTACK_MONITOR", False),
        ('The general retorted that the observers of the truce were "rewriting it".', "ATTACK_MONITOR", False),
        ("The minister said that Adra, not his army, had left the truce commission.", "PUBLIC_SILENCE", True),
        ("The minister said that he would not comment on the truce commission.", "PUBLIC_SILENCE", False),
        ("A journalist said that at least three shells had hit the mills in the truce zone.", "DENY_CONDUCT", True),
        ("A journalist said that no shells had hit the mills in the truce zone.", "DENY_CONDUCT", False),
        ("The president said in public that he keeps the truce.", "REPORT_PRIVATE_AFFIRM", True),
        ("The president said that he keeps the truce.", "REPORT_PRIVATE_AFFIRM", False),
    ],
)
def test_words_rule_stances_out(sentence, stance, out):
    _, judge = judged(sentence, None)
    assert judge.asked
    assert {stance in dict(question.never) for question in judge.asked} == {out}


@pytest.mark.parametrize(
    "sentence",
    [
        "The presidency stopped short of blaming the rebels for a breach of the truce.",
        "The minister refused to say when the army would leave the truce zone.",
        "The general did not explain why the army had entered the truce zone.",
    ],
)
def test_what_somebody_would_not_say_is_silence_whatever_it_sounds_like(sentence):
    _, judge = judged(sentence, None)
    (question,) = judge.asked
    assert dict(question.never)["ACCUSE"] == "PUBLIC_SILENCE"
    assert {claim.stance for claim in read(sentence).claims} == {"PUBLIC_SILENCE"}


def test_who_asks_not_to_be_named_is_anonymous():
    claim = only(
        read(
            "A member of the monitoring committee, who requested anonymity, said that the troops had not left the truce zone."
        )
    )
    assert (claim.visibility, claim.grades["true"]) == ("private-anonymous", "F3")
    claim = only(read("A member of the monitoring committee said that the troops had not left the truce zone."))
    assert claim.visibility == "public-oral"


def test_what_the_text_remarks_on_a_claim_is_no_part_of_it():
    claim = read(
        "The group said it had withdrawn 40 men from Adra, a claim that the mission could not confirm."
    ).claims[0]
    assert claim.stance != "THIRD_PARTY_FINDING"


def test_no_soldier_is_nobody():
    report, _ = judged("The minister said that no American soldier had been killed since the truce.", "ACCUSE")
    assert {claim.target for claim in report.claims} == {None}


def test_who_quotes_a_promise_of_others_promises_nothing():
    _, judge = judged('"They promised us to respect the truce," the mayor said.', None)
    assert ("COMMIT", "ACCUSE") in judge.asked[-1].never


def test_a_duty_that_is_said_to_be_kept_is_not_denied():
    assert told(read("The mission denied that the handover violated any of its obligations under the truce."))[0][
        1
    ] == ("DENY_CONDUCT")
    assert told(read('"They never applied the truce agreement," the rebel spokesman said.'))[0][1] == "ACCUSE"
