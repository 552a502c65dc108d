"""Who is taken for a claim's speaker where more speaks for somebody else than for the answer of the rules."""

from types import SimpleNamespace

import pytest

from tests.steps.reading_reports import document_of, parser, read
from trucewatch.core.parse import Token
from trucewatch.steps.claims import read_claims, reading, report_passages, speaker_choice
from trucewatch.steps.claims.speaker_choice import choose_speakers, chosen


def test_the_answer_of_the_rules_stands_unless_more_speaks_for_another():
    weights = {"rule": 1.0, "acts": 1.15, "acts, said name": 0.5}
    rules, other = frozenset({"rule"}), frozenset({"acts"})
    assert chosen([rules, other], 0, weights) == 0
    assert chosen([rules, other | {"acts, said name"}], 0, weights) == 1
    assert chosen([rules, frozenset({"unknown"})], 0, {}) == 0


def test_a_speaker_whom_the_rules_did_not_give_is_noted(monkeypatch):
    text = "The army shelled the town on 3 May, the mayor of Adwa said.\n"
    assert [c.notes for c in read(text).claims if any("speaker" in n for n in c.notes)] == []
    monkeypatch.setattr(speaker_choice, "speaker_weights", lambda: {"text": 5.0})
    document = document_of(text)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    report = read_claims(document, [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)])
    assert [c.speaker for c in report.claims] == [None]
    assert report.claims[0].notes[-1] == 'speaker by learned facts; by rules "the mayor of Adwa"'


class Asked:
    """The facts of one claim's candidates, in the place of those that a text gives."""

    def __init__(self, **told):
        self.told = told

    def does_it(self, _draft):
        return False

    def cannot_be(self, _entity, _draft):
        return False

    def disclaims(self, _draft):
        return False

    def is_said_by(self, _draft):
        return False

    def performer(self, _draft):
        return None

    def candidates(self, _drafts, _n):
        return {None if name == "text" else name: frozenset(facts) for name, facts in self.told.items()}


def draft_of(stance="ACCUSE", *, speaker=None, target=None, adrift=True, subject=None):
    word = None if subject is None else Token(0, subject, subject, "PRON", "PRP", "nsubj", 1, 0, len(subject))
    return SimpleNamespace(
        stance=stance,
        speaker=speaker,
        target=target,
        adrift=adrift,
        named=False,
        quoted=False,
        subject=word,
        frame=None,
        head=SimpleNamespace(dep="ROOT", lemma="say"),
        notes=[],
        relay=None,
        start=0,
        end=1,
        teller=-1,
    )


@pytest.mark.parametrize(
    ("weights", "speaker"),
    [({"near": 2.0}, "army"), ({"near": 1.0, "far": 0.5}, None), ({"near": 2.0, "text": 9.0}, "army")],
)
def test_what_only_somebody_can_say_is_kept_where_one_is_clearly_its_speaker(monkeypatch, weights, speaker):
    monkeypatch.setattr(speaker_choice, "speaker_weights", lambda: weights)
    monkeypatch.setattr(speaker_choice, "_called", lambda *_: "nobody")
    draft = draft_of()
    kept = choose_speakers([draft], Asked(text={"text"}, army={"near"}, mayor={"far"}), "")
    assert [d.speaker for d in kept] == ([speaker] if speaker else [])


def test_what_a_text_can_say_itself_needs_nobody(monkeypatch):
    monkeypatch.setattr(speaker_choice, "speaker_weights", dict)
    assert choose_speakers([draft_of("REPORT_PARTIAL")], Asked(text={"text"}, army={"near"}), "")


def test_nobody_accuses_himself_and_whoever_writes_i_is_nobody_else(monkeypatch):
    monkeypatch.setattr(speaker_choice, "speaker_weights", lambda: {"near": 9.0})
    monkeypatch.setattr(speaker_choice, "is_somebody", lambda speaker: speaker == "those close to him")
    asked = Asked(text={"text"}, army={"near"}, mayor={"far"})
    accused = draft_of(speaker="mayor", target="army", adrift=False)
    own = draft_of("THIRD_PARTY_FINDING", adrift=False, subject="i")
    assert [d.speaker for d in choose_speakers([accused], asked, "")] == ["mayor"]
    assert [d.speaker for d in choose_speakers([own], asked, "")] == [None]
    unnamed = draft_of(speaker="those close to him", adrift=False)
    assert [d.speaker for d in choose_speakers([unnamed], asked, "")] == ["those close to him"]


def offered(monkeypatch, text):
    """For each claim of a text everybody who may be its speaker, with the facts."""
    seen = []

    def listen(drafts, facts, _):
        seen.extend(facts.candidates(drafts, n) for n in range(len(drafts)))
        return drafts

    monkeypatch.setattr(reading, "choose_speakers", listen)
    read(text)
    return seen


def test_facts_tell_how_the_text_calls_who_speaks_and_where_others_are_named(monkeypatch):
    text = "The army met the mayor on 3 May. Its spokesman said the rebels had broken the ceasefire.\n"
    (candidates,) = offered(monkeypatch, text)
    by_name = {e.mentions[0].text.lower(): facts for e, facts in candidates.items() if e is not None}
    assert "rule, said its own" in by_name["its spokesman"]
    assert "teller" in by_name["its spokesman"]
    assert {"1 back, acts", "last body to act"} <= by_name["the army"]
    assert "subject" in by_name["the rebels"]
    assert "rule" not in by_name["the rebels"]
    assert "text, said its own" in candidates[None]


def test_a_text_is_nobody_who_speaks(monkeypatch):
    text = "The Juba Agreement and the ceasefire statement bind the army. The army said that the rebels had broken the ceasefire.\n"
    (candidates,) = offered(monkeypatch, text)
    assert {e.mentions[0].text for e in candidates if e is not None} == {"the army", "the rebels"}


def test_facts_tell_who_is_first_in_the_paragraph_and_on_a_label(monkeypatch):
    text = "The mayor met the rebels. The minister said that the army had broken the ceasefire.\n"
    by_name = {
        e.mentions[0].text.lower(): facts for e, facts in offered(monkeypatch, text)[-1].items() if e is not None
    }
    assert {"first in the paragraph", "in the paragraph"} <= by_name["the mayor"]
    assert "first in the paragraph" not in by_name["the minister"]
    labelled = offered(monkeypatch, "JANE BERG: The army has broken the ceasefire.\n")[-1]
    assert any("label" in facts for e, facts in labelled.items() if e is not None)
