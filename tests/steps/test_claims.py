"""Reading reports: who says or does what about an agreement, tied to the words."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import document_of, name_of, only, read, told
from trucewatch.core.dates import When
from trucewatch.core.model import Link, Missing, Report
from trucewatch.core.quotes import Span
from trucewatch.steps.claims import read_claims, report_passages
from trucewatch.vocabulary.reports import report_vocabulary
from trucewatch.wiring import duty_judge

GOLD = Path(__file__).resolve().parents[1] / "gold" / "reports"
DEV = sorted((GOLD / "dev").glob("*.txt"))


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a value, the document itself left out."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            if f.name != "document":
                yield from spans_of(getattr(value, f.name))


def hold_to_the_text(report: Report) -> None:
    """Every printed value is a span of the original, and every reference leads somewhere."""
    original = report.document.original
    for span in spans_of(report):
        assert original[span.start : span.end] == span.exact
        assert span.exact.strip()
    actors = {a.id for a in report.actors}
    subjects = {c.id for c in report.commitments} | {a.id for a in report.agreements} | {None}
    for claim in report.claims:
        assert {claim.speaker, claim.target} <= actors | {None}
        assert {hop.actor for hop in claim.chain} <= actors | {None}
        if isinstance(claim.about, Link):
            assert {claim.about.commitment, claim.about.agreement} <= subjects


# ---------------------------------------------------------------------- what changes a stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The rebels have suspended their participation in the ceasefire commission.", "SUSPEND"),
        ("The rebels denied that they had suspended their participation in the ceasefire commission.", "DENY_CONDUCT"),
        ("The minister said the truce covered the northern districts.", "AFFIRM"),
        ("The minister said the truce did not cover the northern districts.", "REINTERPRET_EXCLUDE"),
        ("The movement withdrew from the agreement.", "WITHDRAW"),
        ("The movement withdrew its objection to the agreement.", "AFFIRM"),
        ("The army withdrew its tanks from the buffer zone.", "COMPLY"),
        ("The army has yet to withdraw its tanks from the buffer zone.", "REPORT_NOT_DONE"),
        ("The envoy called on both parties to honour the ceasefire.", "CALL_TO_COMPLY"),
        ("Both parties pledged to honour the ceasefire.", "COMMIT"),
        ("The militia said it would leave the hill only if the army left first.", "CONDITION"),
        ("The spokesman would not rule out a return to fighting.", "THREATEN"),
        ("The mission recorded no violations on Tuesday.", "THIRD_PARTY_FINDING"),
        ("The premier rejected calls to leave the agreement.", "AFFIRM"),
        ("The general said his men had shelled the village in response to an ambush.", "JUSTIFY"),
        ("The general said the rebels had shelled the village.", "ACCUSE"),
        ("The general admitted that his men had shelled the village.", "BREACH_ADMITTED"),
    ],
)
def test_one_stance_per_sentence(sentence, stance):
    assert only(read(sentence)).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the rebels break the truce?",
        "It is unclear whether the rebels have withdrawn from the zone.",
        "The minister did not deny that troops had entered the zone.",
        "The text allows nobody to doubt it, and the lake festival drew thousands of visitors.",
    ],
)
def test_what_nobody_asserts_is_no_claim(sentence):
    assert read(sentence).claims == ()


def test_a_call_is_the_callers_and_names_its_target():
    report = read("The African Union urged the rebels to withdraw their forces.")
    claim = only(report)
    assert (name_of(report, claim.speaker), name_of(report, claim.target)) == ("African Union", "rebels")


@pytest.mark.parametrize(
    ("sentence", "speaker", "stance"),
    [
        (
            "Those observers write what the capital dictates, the rebel spokeswoman scoffed.",
            "rebel spokeswoman",
            "ATTACK_MONITOR",
        ),
        ('"The road stays shut," the colonel snapped.', "colonel", "REPORT_NOT_DONE"),
        (
            "Behind closed doors the envoy conceded the raid, a participant recalled.",
            "participant",
            "REPORT_PRIVATE_ADMIT",
        ),
        ("Rwanda put its name to a new ceasefire with the DRC.", "Rwanda", "COMMIT"),
        (
            "In the mediators' view the clause obliges both sides to open the road.",
            "mediators",
            "THIRD_PARTY_INTERPRET",
        ),
        ("The general made clear that his guns would leave the ridge.", "general", "COMMIT"),
    ],
)
def test_verbs_that_no_list_has_still_report(sentence, speaker, stance):
    report = read(sentence)
    claim = only(report)
    assert (name_of(report, claim.speaker), claim.stance) == (speaker, stance)


def test_a_statement_speaks_for_whoever_makes_it():
    report = read(
        "COMMUNIQUE\n\nThe Front recalls that it remains bound by the accord. It rejects the accusation of an attack. "
        "The Front suspends its seat in the committee. Its patrol opened fire because it had been ambushed."
    )
    assert told(report)[-1][1] == "JUSTIFY"


@pytest.mark.parametrize(
    "sentence",
    [
        "The company denied that it had polluted the lake.",
        "The opposition party accused the electoral commission of rigging the vote.",
        "The health ministry urged residents to boil their water.",
    ],
)
def test_other_matters_give_no_claim(sentence):
    assert read(sentence).claims == ()


def test_an_accusation_is_no_breach():
    report = read("Colonel Adebayo accused the militia of shelling the town.")
    assert (only(report).stance, name_of(report, only(report).target)) == ("ACCUSE", "militia")


def test_a_private_report_belongs_to_those_who_tell_it():
    report = read("Two officials said the prime minister had privately agreed to free the detainees.")
    claim = only(report)
    assert (name_of(report, claim.speaker), name_of(report, claim.target)) == ("Two officials", "prime minister")
    assert (claim.stance, claim.visibility) == ("REPORT_PRIVATE_AFFIRM", "private-anonymous")
    assert [hop.role for hop in claim.chain] == ["speaker", "relay", "text"]


def test_agreement_told_by_a_mediator_stays_with_the_parties():
    report = read("The two delegations agreed on concrete steps to implement the truce, the UN mission said.")
    assert told(report) == [("two delegations", "REPORT_PROGRESS")]


def test_a_semicolon_ends_what_a_speaker_says():
    report = read("The rebels said both sides had withdrawn their guns; the observers could not verify this.")
    assert told(report) == [("rebels", "CLAIM_COMPLIANCE"), ("observers", "THIRD_PARTY_FINDING")]


# ---------------------------------------------------------------------- who speaks


def test_a_quotation_goes_on_with_its_speaker():
    report = read('"We did not attack anyone. The army broke the truce," rebel spokesman Santo Majok said.')
    assert told(report) == [("Santo Majok", "DENY_CONDUCT"), ("Santo Majok", "ACCUSE")]
    assert {c.voice for c in report.claims} == {"quoted"}


def test_pronouns_point_to_the_last_speaker():
    report = read(
        "Defence minister Lena Okafor said the truce had been violated by the rebels. "
        "She said the army would respect the agreement."
    )
    assert told(report) == [("Lena Okafor", "ACCUSE"), ("Lena Okafor", "COMMIT")]


def test_a_transcripts_label_names_the_speaker():
    report = read("GENERAL OMAR BAKO: We remain committed to the truce.\nQUESTION: Will you withdraw?\n")
    assert told(report) == [("OMAR BAKO", "AFFIRM")]


def test_title_name_handle_and_description_are_one_actor():
    report = read(
        "The defence minister said the deal did not cover the port. "
        'On 3 May 2021 Defence Minister Karim Haddouch wrote on Twitter (@Haddouch): "The truce is dead."'
    )
    assert {c.speaker for c in report.claims} == {"karim_haddouch"}
    (actor,) = [a for a in report.actors if a.id == "karim_haddouch"]
    assert {"defence minister", "@Haddouch"} <= {m.exact for m in actor.mentions}


def test_the_table_gives_ids_but_never_a_name():
    report = read("Hifter's spokesman, Ahmed al-Mismari, said the rebels had violated the truce.")
    actor = next(a for a in report.actors if a.ids.get("trucewatch") == "ly_mismari")
    assert (actor.name.exact, actor.side, actor.authority) == ("Ahmed al-Mismari", "ly_lna", "3")
    assert "Khalifa" not in " ".join(m.exact for a in report.actors for m in a.mentions)


# ---------------------------------------------------------------------- when


def test_a_weekday_is_counted_from_the_dateline():
    report = read("JUBA, 14 March 2018 - The army said on Tuesday that the rebels had broken the truce on 9 March.")
    claim = only(report)
    assert isinstance(claim.said_on, When)
    assert isinstance(claim.happened_on, When)
    assert (claim.said_on.edtf, claim.happened_on.edtf) == ("2018-03-13", "2018-03-09")


def test_without_a_day_to_count_from_a_weekday_stays_unknown():
    assert isinstance(only(read("The army said on Tuesday that the rebels had broken the truce.")).said_on, Missing)


def test_body_and_footnote_that_tell_the_same_are_one_claim_with_both_dates():
    report = read(
        "On 23 October 2020 the parties signed a ceasefire agreement in Geneva. "
        "The day after the deal, the defence minister said the deal did not cover the port. "
        "[fn] On 26 October 2020, Defence Minister Karim Haddouch wrote on Twitter: "
        '"The ceasefire agreement does not include the port."'
    )
    (claim,) = [c for c in report.claims if c.stance == "REINTERPRET_EXCLUDE"]
    assert isinstance(claim.said_on, When)
    assert (claim.said_on.edtf, claim.said_on.alternatives) == ("2020-10-26", ("2020-10-24",))
    assert claim.voice == "quoted"


def test_an_interview_in_a_footnote_dates_what_was_told_and_is_anonymous():
    report = read(
        "Politicians in Adwa say that the governor privately promised to free the detainees. "
        "[fn] Telephone interviews, politicians in Adwa, 6-9 December 2022."
    )
    assert isinstance(only(report).said_on, When)
    assert only(report).said_on.edtf == "2022-12-06/2022-12-09"  # type: ignore[union-attr]
    assert [(s.kind, s.anonymous) for s in report.sources] == [("interview", True)]


# ---------------------------------------------------------------------- what it is about


def test_an_echo_points_to_the_public_position_not_to_the_private_one():
    report = read(
        "The defence minister said the ceasefire agreement did not cover the training programme. "
        "Two officials claim that the premier privately agreed to freeze the training programme. "
        "Turkish authorities repeated this position."
    )
    first, private, echo = report.claims
    assert (private.stance, echo.stance, echo.echo_of) == ("REPORT_PRIVATE_AFFIRM", "ECHO", first.id)


def test_duties_are_named_by_words_of_the_text():
    report = read(
        "Under the truce, each side was to free all prisoners of war. The army has released 19 prisoners, "
        "and the rebels have not withdrawn their heavy weapons."
    )
    assert {c.span.exact for c in report.commitments} >= {"free all prisoners of war"}
    about = [c.about.commitment for c in report.claims if isinstance(c.about, Link)]
    assert about == ["c_release", "c_withdraw_weapons"]


# ---------------------------------------------------------------------- whole texts


@pytest.mark.parametrize("path", DEV, ids=lambda p: p.stem)
def test_everything_printed_is_in_the_text(path):
    report = read(path.read_text(encoding="utf-8"))
    hold_to_the_text(report)
    assert report.claims


@needs_shared
def test_the_libya_passage():
    report = read((SHARED / "cases" / "libya" / "passage.txt").read_text(encoding="utf-8"))
    hold_to_the_text(report)
    claims = [
        (speaker, c.stance, c.said_on.edtf if isinstance(c.said_on, When) else None)
        for (speaker, _), c in zip(told(report), report.claims, strict=True)
    ]
    committee = "Libyan Joint Military Commission"
    sources = "Foreign politicians and officials in Tripoli"
    assert claims == [
        ("negotiators from the belligerents in Libya", "COMMIT", "2020-10-23"),
        (None, "ASSESS", None),
        (committee, "REPORT_PROGRESS", None),
        ("Rival parties in Libya", "COMMIT", "2020-10-23"),
        (None, "ASSESS", None),
        ("Salahedin Al Namroush", "REINTERPRET_EXCLUDE", "2020-10-25"),
        ("Salahedin Al Namroush", "DECLARE_CONTINUE", "2020-10-25"),
        (sources, "REPORT_PRIVATE_AFFIRM", "2020-10-23/2020-10-27"),
        (sources, "REPORT_KNOWLEDGE", "2020-10-23/2020-10-27"),
        ("Faiez Serraj", "PUBLIC_SILENCE", "2020-10-31"),
        ("Turkish authorities", "ECHO", None),
        ("Volcano of Anger", "CONDUCT_SIGNAL", "2020-10-24"),
    ]
    exclusion, echo = report.claims[5], report.claims[10]
    assert echo.echo_of == exclusion.id
    assert isinstance(exclusion.said_on, When)
    assert set(exclusion.said_on.alternatives) == {"2020-10-24", "2020-10-27"}
    assert [a.name.exact for a in report.agreements] == [
        "ceasefire agreement",
        "Memorandum of Understanding on security cooperation",
    ]
    assert {c.span.exact for c in report.commitments} == {
        "ceasefire",
        "suspension of the military cooperation agreement with Ankara",
    }
    printed = " ".join(s.exact for s in spans_of(report)).lower()
    assert not any(word in printed for word in ("mercenar", "three months", "lna", "haftar"))


@pytest.mark.parametrize(
    ("text", "name", "duty"),
    [
        ("The parties announced a historic ceasefire.", "ceasefire", "ceasefire"),
        ("They signed a fragile bilateral truce.", "bilateral truce", "bilateral truce"),
        ("They signed the Lasting Ceasefire Agreement.", "Lasting Ceasefire Agreement", "Lasting Ceasefire Agreement"),
        ("They signed a permanent ceasefire.", "permanent ceasefire", "permanent ceasefire"),
    ],
)
def test_what_is_thought_of_an_agreement_is_no_part_of_its_name(text, name, duty):
    report = read(text)
    assert [a.name.exact for a in report.agreements] == [name]
    assert [c.span.exact for c in report.commitments] == [duty]


@needs_shared
def test_all_claims_on_turkey_are_about_one_duty_of_two_wordings():
    report = read((SHARED / "cases" / "libya" / "passage.txt").read_text(encoding="utf-8"), duty_judge())
    suspension, ceasefire = report.commitments
    about = [isinstance(c.about, Link) and c.about.commitment for c in report.claims]
    assert about == [ceasefire.id] * 5 + [suspension.id] * 7
    assert suspension.span.exact == "the suspension of the military cooperation agreement with Ankara"
    assert not isinstance(suspension.slots.object, Missing)
    assert [span.exact for span in suspension.slots.object] == [
        "turkey`s training program",
        "military cooperation agreement with Ankara",
    ]


@pytest.mark.parametrize(("half", "at_most"), [("dev", 15), ("dev_wide", 18)])
def test_single_sentences_of_the_gold(half, at_most):
    rows = [json.loads(line) for line in (GOLD / f"sentences_{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = [
        row["text"] for row in rows if [s for _, s in told(read(row["text"]))] != [c["stance"] for c in row["claims"]]
    ]
    # Not a target: a floor that a change must not fall below. `make quality` prints the figures.
    assert len(wrong) <= len(rows) * at_most // 100, wrong


def test_the_wide_sentences_name_words_and_codes_that_exist():
    stances = report_vocabulary().stances
    lines = (GOLD / "sentences_dev_wide.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        for claim in row["claims"]:
            assert {claim["stance"], *claim.get("also_accept", ())} <= set(stances)
            assert all(words is None or words in row["text"] for words in (claim["speaker"], claim["target"]))


# ---------------------------------------------------------------------- rough input


@pytest.mark.parametrize(
    "text",
    [
        " and ".join(["the army said that the rebels had violated the truce"] * 300) + ".",
        "قالت الحكومة إن الهدنة لا تشمل المدينة. " * 20,
        'He said: "The truce is dead. ' * 60,
        "The army said the rebels broke the truce.[1] " * 100
        + "\n"
        + "\n".join(f"[{n}] See tweet." for n in range(99)),
        '"""" ; ; ( ) [fn] [fn] according to , said',
        "@ @a (@b): \u2014 X: y",
        "Adwa, 3 March 2019. The rebels broke the truce on 29 February. The army left on 29 February.",
        "Adwa. From 29 February to 3 March 2019 the army left. The rebels broke the truce on 31 April 2019.",
        "In 2019 the army left. The rebels broke the truce on 29 February.",
        "Minutes of the session held on 28 and 29 February\n\n2019\n\n29 February: the army left. In 2019 it broke the truce.",
        "QUOX ZARB - FLIM\nCOMMUNIQUÉ\n\nThe army left the town. The rebels broke the truce.",
    ],
    ids=[
        "endless",
        "right-to-left",
        "unclosed",
        "footnotes",
        "marks",
        "handles",
        "no such day",
        "no such stretch",
        "no year of it",
        "minutes",
        "title",
    ],
)
def test_rough_input_is_read_to_its_end(text):
    report = read(text)
    hold_to_the_text(report)
    assert report.document.original == text


def test_an_endless_sentence_is_skipped_and_said_so():
    report = read("truce army rebels said " * 120)
    assert report.skipped
    assert "longer than 300 are not read" in report.skipped[0].reason


def test_parses_must_be_those_of_the_passages():
    with pytest.raises(ValueError, match=r"^0 parses for 1 passages: parse report_passages\(document\)$"):
        read_claims(document_of("The truce holds."), [])


def test_a_sentence_that_ends_in_a_year_is_no_dateline():
    text = "Rebels shelled the town on 3 May 2019. The army accused them of breaking the truce."
    assert [p.text for p in report_passages(document_of(text))] == [text]
    assert [p.text for p in report_passages(document_of("Bria, 3 May 2019. The army left."))] == ["The army left."]


def test_each_of_two_things_said_is_a_claim_and_quotes_its_own_words():
    report = read("The major said the rebels had broken the truce at Kani and that the truce did not cover the port.")
    assert [c.stance for c in report.claims] == ["ACCUSE", "REINTERPRET_EXCLUDE"]
    assert report.claims[1].quote.span.exact == "the truce did not cover the port"


def test_the_name_of_an_agreement_has_whole_words():
    report = read("On 30 May 2013 the army and the front signed a seven-point agreement in Myitkyina.")
    assert [a.name.exact for a in report.agreements] == ["seven-point agreement"]
