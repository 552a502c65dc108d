"""Days that became known, new terms, lapses and relations, and what they do to deadlines and statuses."""

from datetime import date

import pytest

from trucewatch.casework import register
from trucewatch.casework.views import case_view
from trucewatch.core.errors import BadInput, Refused
from trucewatch.core.model import CommitmentStatus

from .cases import AGREEMENT, a_case, evidence, put

RELEASE, SUSPEND, DEPART = "art_1__para_1__c1", "art_2__para_1__c1", "art_3__para_1__c1"
IN_FORCE = AGREEMENT.replace("within thirty days of signature", "within thirty days of the entry into force").replace(
    "Signed at Geneva on 23 October 2020 by", "Signed at Geneva by"
)


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT)
        yield made


def standing(case, commitment: str, as_of: str, known_by=None) -> CommitmentStatus:
    view = case_view(case, evidence(case), as_of=date.fromisoformat(as_of), known_by=known_by)
    return next(c for c in view.status.commitments if c.id.endswith(commitment))


def test_a_deadline_is_computed_when_its_day_becomes_known(tmp_path):
    with a_case(tmp_path) as case:
        put(case, tmp_path, "deal.txt", IN_FORCE)
        before = standing(case, RELEASE, "2020-12-31")
        assert not hasattr(before.due, "latest")
        case.clock.on(5, month=11)
        register.set_anchor(case, "d1", "entry-into-force", "2020-11-01", "notes exchanged on 1 November")
        after = standing(case, RELEASE, "2020-12-31")
        assert after.due.latest == date(2020, 12, 1)
        assert "entry into force is 2020-11-01 (notes exchanged on 1 November, recorded by ada" in after.due.assumes[0]
        assert (before.performance, after.performance) == ("pending", "overdue_unknown")
        register.set_anchor(case, "d1", "entry-into-force", "2020-12-15", "the gazette")
        assert standing(case, RELEASE, "2020-12-31").due.latest == date(2021, 1, 14)
        register.set_anchor(case, "d1", "entry-into-force", None, "the gazette was withdrawn")
        assert standing(case, RELEASE, "2020-12-31").due == before.due


def test_a_duty_lapses_when_the_event_until_which_it_runs_has_a_day(case):
    assert standing(case, SUSPEND, "2021-03-20").performance == "pending"
    register.set_anchor(case, "d1", "the new government assumes its functions", "2021-03-15", "sworn in at Tobruk")
    assert standing(case, SUSPEND, "2021-03-14").performance == "pending"
    lapsed = standing(case, SUSPEND, "2021-03-15")
    assert (lapsed.performance, lapsed.rule.split()[1]) == ("lapsed", "REG")
    assert (
        "until “the new government assumes its functions”, which was on 2021-03-15: sworn in at Tobruk" in lapsed.why[0]
    )
    assert standing(case, DEPART, "2021-03-15").performance == "overdue_unknown"


def test_an_event_of_another_name_moves_nothing(case):
    register.set_anchor(case, "d1", "the old parliament dissolves itself", "2021-03-15", "a wire")
    assert standing(case, SUSPEND, "2021-03-20").performance == "pending"


def test_a_lapse_can_be_recorded(case):
    register.lapse(case, SUSPEND, "2021-03-15", "a wire")
    assert standing(case, SUSPEND, "2021-03-14").performance == "pending"
    assert standing(case, SUSPEND, "2021-03-15").performance == "lapsed"


def test_a_new_term_replaces_the_old_one_and_keeps_it(case):
    register.renegotiate(case, DEPART, "2021-06-30", "the joint statement of 8 January", "2021-01-08")
    assert standing(case, DEPART, "2021-01-07").due.latest == date(2021, 1, 23)
    now = standing(case, DEPART, "2021-01-30")
    assert (now.due.latest, now.performance) == (date(2021, 6, 30), "not_yet_due")
    assert "the earlier last day, 2021-01-23 (the text), was replaced: the joint statement of 8 January" in now.why
    row = next(c for c in register.register_json(case, date(2021, 1, 30))["commitments"] if c["id"].endswith(DEPART))
    assert [term["due"]["latest"] for term in row["terms"]] == ["2021-01-23", "2021-06-30"]
    assert row["duty"] == "once"


def test_what_was_recorded_later_was_not_known_before(case):
    instant = case.head().learned_at
    case.clock.on(9, month=1, year=2021)
    register.renegotiate(case, DEPART, "2021-06-30", "the joint statement")
    assert standing(case, DEPART, "2021-01-30").performance == "not_yet_due"
    assert standing(case, DEPART, "2021-01-30", known_by=instant).performance == "overdue_unknown"


def test_an_agreement_that_takes_another_s_place_supersedes_its_duties(case, tmp_path):
    put(case, tmp_path, "later.txt", AGREEMENT.replace("23 October", "1 December"))
    register.relate(case, "d2", "supersedes", "d1", "article 9", since="2020-12-01")
    register.relate(case, "d2", "silent-about", "the memorandum of 2019", "nothing in the text")
    assert standing(case, f"d1/{RELEASE}", "2020-11-30").performance == "overdue_unknown"
    assert standing(case, f"d1/{RELEASE}", "2020-12-02").performance == "superseded"
    assert standing(case, f"d2/{RELEASE}", "2020-12-02").performance == "not_yet_due"
    relations = register.register_json(case, date(2020, 12, 2))["agreements"][1]["relations"]
    assert [(r["relation"], r["other"]) for r in relations] == [
        ("supersedes", "d1"),
        ("silent-about", "the memorandum of 2019"),
    ]


@pytest.mark.parametrize(
    ("act", "error", "says"),
    [
        (
            lambda c: register.set_anchor(c, "d9", "signature", "2020-10-23", "x"),
            Refused,
            'no agreement "d9"; it has d1',
        ),
        (
            lambda c: register.set_anchor(c, "d1", "signature", "soon", "x"),
            BadInput,
            'the day is "soon"; expected a date',
        ),
        (lambda c: register.set_anchor(c, "d1", "signature", "2020-10-23", " "), Refused, "it needs a source"),
        (lambda c: register.lapse(c, "art_9", "2021-03-15", "x"), Refused, 'no commitment "art_9"'),
        (lambda c: register.renegotiate(c, DEPART, "later", "x"), BadInput, 'the new last day is "later"'),
        (lambda c: register.relate(c, "d1", "replaces", "d2", "x"), BadInput, "expected one of supersedes"),
        (lambda c: register.relate(c, "d1", "supersedes", "d1", "x"), Refused, "cannot be related to itself"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_recorded(case, act, error, says):
    before = case.head()
    with pytest.raises(error, match=says):
        act(case)
    assert case.head() == before
