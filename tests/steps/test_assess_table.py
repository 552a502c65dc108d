"""The table's engine says what the rules say: it is compared with the plain reading of them, claim by claim."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.case import CommitmentOverview, CommitmentStatus
from trucewatch.core.dates import Due, When, when
from trucewatch.core.model import Actor, CaseStatus, Claim, Link, Missing, Report, Unlinked
from trucewatch.steps.assess import Assessment, EvidenceTable, assess, assess_table
from trucewatch.vocabulary.status_rules import status_rules

from . import by_hand, plain_assess
from .both_ways import strongest

DUE = date(2020, 11, 20)
AGREEMENT = by_hand.agreement(
    ("art_1", "The Parties shall release all prisoners.", {"bearer": "The Parties", "action": "release"}),
    ("art_2", "The GNA shall leave the port.", {"bearer": "The GNA", "action": "leave"}),
    ("art_3", "All training shall be suspended until the unified government assumes office.", {"action": "suspended"}),
    ("art_4", "The LNA shall not fire at the port.", {"bearer": "The LNA", "action": "fire"}),
    ("art_5", "Fighters shall leave Libya.", {"bearer": "Fighters", "action": "leave"}),
    due={"art_1": Due(DUE, DUE), "art_2": Due(DUE, DUE), "art_4": Due(DUE, DUE)},
)
SECOND = by_hand.agreement(
    ("art_7", "The LNA shall open the road.", {"bearer": "The LNA", "action": "open"}), due={"art_7": Due(DUE, DUE)}
)
COMMITMENTS = [commitment.id for commitment in AGREEMENT.commitments]

SENTENCES = (
    "It was done, they said.",
    "The unified government took office.",
    "They will stop when the unified government took office.",
    "Both sides have released all prisoners.",
    "No violations were recorded.",
    "The mission could not verify it.",
    "Troops were withdrawn in part.",
    "They have not left.",
    "The mission was denied access to the port.",
)
NAMES = (
    "Minister Namroush", "Namroush", "Fayez Serraj", "Ahmed Mismari", "GNA", "LNA", "Turkey", "UNSMIL", "@army",
    "unnamed politicians", "The Herald",
)  # fmt: skip
TEXT = " ".join([*SENTENCES, *(f"{name}." for name in NAMES)])
STANCES = sorted(
    {stance for axis in ("reading", "performance", "trend") for rule in status_rules(axis) for stance in rule.stances}
    | {stance for rule in status_rules("performance") for stance in (*rule.answered_by, *rule.unless)}
    | {"THIRD_PARTY_FINDING", "THIRD_PARTY_INTERPRET", "ECHO", "PUBLIC_SILENCE", "REPORT_KNOWLEDGE", "AFFIRM"}
)
START = date(2020, 10, 24)

# Stances that meet in a rule: what it asks for, what takes it back, what stands against it.
MEETING = [
    sorted({*rule.stances, *rule.answered_by, *rule.unless})
    for axis in ("reading", "performance")
    for rule in status_rules(axis)
    if rule.stances
]
names = st.sampled_from(NAMES).map(lambda name: by_hand.span_in(TEXT, name))
actors = st.builds(
    Actor,
    id=st.sampled_from(["a1", "a2", "a3", "a4", "a5", "a6"]),
    name=names,
    kind=st.sampled_from(["person", "person", "body", "anonymous", "media", "state"]),
    side=st.sampled_from([None, "GNA", "LNA", "GNA", "LNA", "Turkey"]),
    authority=st.sampled_from([None, "1", "2", "3", "1", "2", "3", "4", "5", "X", "T", "T", "A", "L"]),
    ids=st.just(MappingProxyType({})),
    mentions=st.lists(names, max_size=2).map(tuple),
)
ids = st.sampled_from([None, "a1", "a2", "a3", "a4", "a5", "a6", "gone"])


@dataclass(frozen=True)
class World:
    """What the claims of one example are drawn from: few stances, days and duties, so that they meet."""

    stances: tuple[str, ...]
    days: tuple[When | Missing, ...]
    commitments: tuple[str, ...]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    some = st.lists(st.sampled_from(STANCES), max_size=3)
    meeting = draw(st.one_of(st.just([]), st.sampled_from(MEETING), st.sampled_from(MEETING)))
    dates = draw(st.lists(st.integers(0, 45), min_size=1, max_size=4))
    return World(
        (*meeting, *(draw(some) if meeting else STANCES)),
        (*(when((START + timedelta(n)).isoformat()) for n in dates), draw(st.sampled_from(ODD_DAYS))),
        tuple(draw(st.lists(st.sampled_from(COMMITMENTS), min_size=1, max_size=3))),
    )


ODD_DAYS = (Missing("not stated"), when("2020-11"), when("2020-11-01/.."))


@st.composite
def abouts(draw: st.DrawFn, world: World) -> Link | Unlinked:
    duties = st.sampled_from(world.commitments)
    tied = st.builds(
        Link, duties, st.just("a1"), st.just("by hand"), st.lists(st.sampled_from(COMMITMENTS), max_size=1).map(tuple)
    )
    loose = st.sampled_from([Link(None, "a1", "by hand"), Link(None, None, "by hand"), Unlinked("no clause named")])
    return draw(st.one_of(tied, tied, tied, loose))


@st.composite
def claims(draw: st.DrawFn, world: World, claim_id: str) -> Claim:
    claim = by_hand.claim(
        TEXT,
        draw(st.sampled_from(SENTENCES)),
        draw(st.sampled_from(world.stances)),
        draw(ids),
        claim_id=claim_id,
        about=draw(abouts(world)),
        target=draw(ids),
        visibility=draw(st.sampled_from([None, None, None, "private-on-record"])),
        factuality=draw(st.sampled_from([None, "CERTAIN+", "POSSIBLE+"])),
        echo_of=draw(st.sampled_from([None, None, None, "c1"])),
        happened_on=draw(st.sampled_from(world.days)),
        grades=draw(st.sampled_from([{}, {"true": "A1"}, {"true": "B2"}, {"true": "B3"}])),
        notes=draw(st.sampled_from([(), (), ("outside the letter of the clause",)])),
        independence_group=draw(
            st.sampled_from([None, "wire", "radio", "text:a", "source:s1", "actor:a1", "actor:a2", "actor:gone"])
        ),
        proposition=draw(st.sampled_from([None, by_hand.span_in(TEXT, "left")])),
    )
    return replace(claim, said_on=draw(st.sampled_from(world.days)))


@st.composite
def reports(draw: st.DrawFn, world: World, name: str, own_ids: bool = True) -> Report:
    cast = draw(st.lists(actors, max_size=6, unique_by=lambda actor: actor.id))
    drawn = [draw(claims(world, f"{name}c{n}" if own_ids else f"c{n}")) for n in range(draw(st.integers(0, 8)))]
    report = by_hand.report(TEXT, *drawn, actors=tuple(cast), path=f"in/{name}.txt")
    published = draw(st.sampled_from([None, *(day for day in world.days if isinstance(day, When))]))
    return replace(report, document=replace(report.document, published_on=published))


@st.composite
def cases(draw: st.DrawFn) -> list[Report]:
    world, own_ids = draw(worlds()), draw(st.booleans())
    return [draw(reports(world, f"r{n}", own_ids)) for n in range(draw(st.integers(0, 3)))]


as_of_days = st.integers(0, 90).map(lambda n: START + timedelta(n))


def without_signals(case: CaseStatus) -> CaseStatus:
    """What the plain reading knows: it knows neither signs nor what stands against each other."""
    return replace(case, signals=(), opposed=(), more_opposed=0, uncorrected=(), loopholes=())


@given(cases(), as_of_days)
@settings(max_examples=400, deadline=None)
def test_the_status_is_what_the_plain_reading_of_the_rules_says(given_reports: Sequence[Report], as_of: date) -> None:
    expected = plain_assess.assess(AGREEMENT, given_reports, as_of=as_of)
    assert without_signals(assess(AGREEMENT, given_reports, as_of=as_of)) == expected


# --------------------------------------------------------------------------- a case that grows


@dataclass(frozen=True)
class Moment:
    """What stood after a seq: the reports, and the ids of the claims that were accepted."""

    reports: dict[str, Report]
    accepted: frozenset[str]


@st.composite
def histories(draw: st.DrawFn) -> tuple[EvidenceTable, list[Moment]]:
    """A table that was filled step by step, with what stood after each step."""
    table, moments, world = EvidenceTable(), [Moment({}, frozenset())], draw(worlds())
    order: dict[str, None] = {}
    for seq in range(1, draw(st.integers(1, 8)) + 1):
        now = moments[-1]
        document = draw(st.sampled_from(["d1", "d2", "d3"]))
        step = draw(st.sampled_from(["add", "add", "correct", "reject", "accept", "end", "undo"]))
        known = dict(now.reports)
        accepted = now.accepted
        if step == "add" or document not in known:
            report = draw(reports(world, document))
            take = draw(st.booleans())
            table.add(report, seq, document=document, prefix="", accepted=take)
            order.setdefault(document)
            known[document] = report
            own = {claim.id for claim in report.claims}
            accepted = frozenset({c for c in accepted if not c.startswith(document)} | (own if take else set()))
        elif step == "end":
            table.end(document, seq)
            del known[document]
            accepted = frozenset(c for c in accepted if not c.startswith(document))
        else:
            report = known[document]
            chosen = {claim.id for claim in report.claims if draw(st.booleans())}
            if step == "accept":
                table.accept(document, chosen, seq)
                accepted |= chosen
            else:
                changed = {claim.id: draw(claims(world, claim.id)) for claim in report.claims if claim.id in chosen}
                kept = (
                    [claim for claim in report.claims if claim.id not in chosen]
                    if step == "reject"
                    else [changed.get(claim.id, claim) for claim in report.claims]
                )
                report = replace(report, claims=tuple(kept))
                table.correct(report, chosen, seq, document=document, accepted=step == "correct")
                known[document] = report
                accepted = accepted | chosen if step == "correct" else accepted - chosen
        moments.append(Moment({name: known[name] for name in order if name in known}, accepted))
    return table, moments


def accepted_only(moment: Moment) -> list[Report]:
    return [
        replace(report, claims=tuple(claim for claim in report.claims if claim.id in moment.accepted))
        for report in moment.reports.values()
    ]


def three(case: CaseStatus) -> list[tuple[str, str, str]]:
    return [(found.reading, found.performance, found.trend) for found in case.commitments]


@given(histories(), as_of_days)
@settings(max_examples=200, deadline=None)
def test_what_was_known_at_a_seq_is_what_stood_then(history: tuple[EvidenceTable, list[Moment]], as_of: date) -> None:
    table, moments = history
    for seq, moment in enumerate(moments):
        found = assess_table({"x": AGREEMENT}, table, as_of=as_of, known_seq=seq)
        assert without_signals(found) == plain_assess.assess(AGREEMENT, accepted_only(moment), as_of=as_of)
    assert assess_table({"x": AGREEMENT}, table, as_of=as_of) == found


@given(histories(), as_of_days, st.booleans())
@settings(max_examples=100, deadline=None)
def test_the_overview_says_what_the_status_says(
    history: tuple[EvidenceTable, list[Moment]], as_of: date, provisional: bool
) -> None:
    table, moments = history
    for seq in range(len(moments)):
        case = Assessment({"x": AGREEMENT}, table, as_of, seq, provisional=provisional)
        short, whole = case.overview(), case.status()
        assert [in_short(one) for one in short.commitments] == [in_short(one) for one in whole.commitments]
        assert [one.claims for one in short.commitments] == [len(c.claims) + c.more_claims for c in whole.commitments]
        assert short.balance == whole.balance
        assert {one.id: one.signs for one in short.commitments if one.signs} | (
            {None: short.loose_signs} if short.loose_signs else {}
        ) == strongest(whole.signals)


def test_a_case_without_commitments_has_a_status_without_them() -> None:
    case = Assessment({}, EvidenceTable(), START)
    assert (case.overview().commitments, case.status().commitments) == ((), ())


def in_short(one: CommitmentStatus | CommitmentOverview) -> tuple[object, ...]:
    axes = (one.id, one.title, one.reading, one.performance, one.trend, one.due, one.rule, one.provisional)
    return (*axes, one.last_evidence_on, one.days_since_evidence, one.independent_sources)


@given(histories(), as_of_days)
@settings(max_examples=100, deadline=None)
def test_provisional_counts_all_and_marks_what_would_be_another(
    history: tuple[EvidenceTable, list[Moment]], as_of: date
) -> None:
    table, moments = history
    found = assess_table({"x": AGREEMENT}, table, as_of=as_of, provisional=True)
    everything = plain_assess.assess(AGREEMENT, [*moments[-1].reports.values()], as_of=as_of)
    settled = plain_assess.assess(AGREEMENT, accepted_only(moments[-1]), as_of=as_of)
    assert three(found) == three(everything)
    marked = [commitment.provisional for commitment in found.commitments]
    assert marked == [one != other for one, other in zip(three(everything), three(settled), strict=True)]
