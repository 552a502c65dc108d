"""Small results built by hand: an agreement with findings, a report with claims, a case on a day."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from tests.exporters.whole import analysis
from trucewatch.core.case import (
    CaseOverview,
    CommitmentOverview,
    Loophole,
    OpposedClaims,
    RuleFired,
    Switch,
    Uncorrected,
)
from trucewatch.core.dates import CannotCompute, Due, when
from trucewatch.core.incidents import AttributedBy, Incident, NotAttributed, Verification
from trucewatch.core.model import (
    Actor,
    Agreement,
    AgreementMention,
    Anchor,
    Balance,
    Block,
    CaseStatus,
    Claim,
    Clause,
    ClauseKind,
    Commitment,
    CommitmentStatus,
    ComponentCoverage,
    Contradiction,
    Count,
    Definition,
    Document,
    Finding,
    Flag,
    Hop,
    ImpliedCommitment,
    Level,
    Link,
    LintResult,
    Missing,
    Modality,
    Previous,
    Reading,
    Report,
    Severity,
    Signal,
    Skipped,
    Slots,
    Source,
    Unlinked,
    Waiver,
)
from trucewatch.core.quotes import Repair, Repairs, Span, quote_of

AGREEMENT = """Truce of the Two Rivers

1. The Parties shall withdraw their
heavy weapons from the bridge within 10 days.
2. All prisoners shall be released as soon as possible.

Signed on 1 March 2024
"""
REPORT = """The Northern Council`s spokesman said on 5 March 2024 that the truce does not cover its bridge guard.
Monitors counted about 40 explosions near the bridge.
"""


def document(text: str, path: str, *, repairs: Repairs | None = None, **more: object) -> Document:
    """A document over the text; blocks are its lines."""
    repairs = repairs or Repairs()
    working = repairs.apply(text)
    blocks, at = [], 0
    for line in working.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(at, at + len(line.rstrip())))
        at += len(line)
    return Document(path, "0" * 64, text, working, repairs, tuple(blocks), "en", **more)


def words(source: Document, exact: str) -> Span:
    """The first place of the words in the original text."""
    start = source.original.index(exact)
    return Span(start, start + len(exact), exact)


def lint_result() -> LintResult:
    """Two commitments, three findings (one waived, one of the whole document), two components."""
    source = document(AGREEMENT, "truce.txt", flags=(Flag("short-text", "This text is short."),))

    def clause(number: str, exact: str, kind: ClauseKind, clause_id: str, heading: str = "") -> Clause:
        span = words(source, exact)
        above = words(source, heading) if heading else None
        return Clause(clause_id, kind, number, above, span, *source.text_range(span))

    title = clause("", "Truce of the Two Rivers", ClauseKind.TITLE, "title")
    first = clause(
        "1.",
        "The Parties shall withdraw their\nheavy weapons from the bridge within 10 days.",
        ClauseKind.POINT,
        "point_1",
    )
    second = clause("2.", "All prisoners shall be released as soon as possible.", ClauseKind.POINT, "point_2")
    part = Clause("part_1", ClauseKind.PART, "", None, None, 0, 0)
    withdraw = Commitment(
        "point_1__c1",
        "point_1",
        first.span,
        first.start,
        first.end,
        Modality.OBLIGATION,
        Slots(
            bearer=(words(source, "The Parties"),),
            action=(words(source, "withdraw"),),
            object=(words(source, "their\nheavy weapons"),),
            place=(words(source, "from the bridge"),),
            deadline=(words(source, "within 10 days"),),
        ),
        Due(
            date(2024, 3, 11),
            date(2024, 3, 12),
            ("counted from signature", "day 0 is the day of signature"),
            (words(source, "within 10 days"), words(source, "1 March 2024")),
        ),
    )
    release = Commitment(
        "point_2__c1",
        "point_2",
        second.span,
        second.start,
        second.end,
        Modality.OBLIGATION,
        Slots(
            bearer=Missing("passive without an agent"),
            action=(words(source, "be released"),),
            object=(words(source, "All prisoners"),),
            deadline=(words(source, "as soon as possible"),),
        ),
        CannotCompute('"as soon as possible" names no day'),
    )
    signed = Anchor("signature", when("2024-03-01", words(source, "1 March 2024")), "text")
    agreement = Agreement(
        source,
        title.span,
        (title, part, first, second),
        (Definition("Parties", words(source, "The Parties"), None),),
        MappingProxyType({"signature": signed}),
        (withdraw, release),
    )
    findings = (
        Finding(
            "TIME002",
            "elastic-deadline",
            Severity.MEDIUM,
            '"as soon as possible" gives no last day',
            ("the holder decides when", "at once"),
            "Name a day and an hour.",
            "point_2",
            words(source, "as soon as possible"),
            None,
            "aaaa",
        ),
        Finding(
            "QTY001",
            "no-number",
            Severity.LOW,
            "no number of heavy weapons is given",
            (),
            "",
            "point_1",
            words(source, "heavy weapons"),
            Waiver("QTY001", "lists follow", "Joint Commission", "2024-04-01"),
            "bbbb",
        ),
        Finding(
            "COMP-MVM",
            "missing-component-mvm",
            Severity.HIGH,
            "nobody is named who watches",
            (),
            "Name a monitor.",
            None,
            words(source, "Truce of the Two Rivers"),
            None,
            "cccc",
        ),
    )
    components = (
        ComponentCoverage("HW", Level.VAGUE, (words(source, "heavy weapons"),)),
        ComponentCoverage("MVM", Level.ABSENT),
    )
    return LintResult(
        agreement, findings, components, ("GEO002 not checked: needs a map",), analysis=analysis(AGREEMENT)
    )


def report() -> Report:
    """Two actors, two claims (one linked, one not), a source, a count and a skipped stretch."""
    tick = REPORT.index("`")
    repairs = Repairs((Repair(tick, tick + 1, "`", "'", "apostrophe"),))
    source = document(REPORT, "news.txt", repairs=repairs, published_on=when("2024-03"))
    spokesman, truce = words(source, "The Northern Council`s spokesman"), words(source, "the truce")
    sentence = words(source, "the truce does not cover its bridge guard")
    counted = words(source, "Monitors counted about 40 explosions near the bridge")
    excluded = Claim(
        "k1",
        "north",
        "REINTERPRET_EXCLUDE",
        "speech",
        Link("d1", "a1", "names the bridge guard"),
        quote_of(source.original, sentence),
        target="north",
        said_on=when("2024-03-05", words(source, "5 March 2024"), alternatives=("2024-03-06",)),
        voice="paraphrased",
        visibility="public-oral",
        chain=(Hop("speaker", actor="north"), Hop("text", source="s1")),
        factuality="CERTAIN-",
        grounds=(truce,),
        grades=MappingProxyType({"said": "B2", "true": "F6"}),
        proposition=sentence,
        notes=("said four days after signature",),
    )
    observed = Claim(
        "k2", None, "ASSESS", "conduct", Unlinked("no clause fits"), quote_of(source.original, counted), echo_of="k1"
    )
    count = Count(
        words(source, "explosions"), words(source, "near the bridge"), when("2024-03"), 40, "about", counted,
        Previous(35, "exact", counted), "explosions", "area",
    )  # fmt: skip
    return Report(
        source,
        (AgreementMention("a1", truce, None, words(source, "bridge"), (truce,)),),
        (
            Actor("north", spokesman, "armed_group", "north", "3", MappingProxyType({"ucdp": 7}), (spokesman,)),
            Actor("monitors", words(source, "Monitors"), "body", None, None, MappingProxyType({}), ()),
        ),
        (ImpliedCommitment("d1", "a1", words(source, "its bridge guard"), "implied"),),
        (excluded, observed),
        (Source("s1", "statement", sentence, title=truce, anonymous=True),),
        (count,),
        (Skipped("a table without words"), Skipped("a stretch of another language", truce)),
        incidents=incidents(source),
        contradictions=(Contradiction("report.txt", count, "earlier.txt", replace(count, value=50), ("one year",)),),
    )  # fmt: skip


def incidents(source: Document) -> tuple[Incident, ...]:
    """One with every fact, one with none."""
    truce, bridge = words(source, "truce"), words(source, "bridge")
    return (
        Incident(
            "i1", "shelling", truce, truce, (bridge,), AttributedBy.PARTY, bridge, (bridge,), (bridge,),
            when("2024-03-05"), (bridge,), (truce,), Verification.UNVERIFIED, bridge, (truce,),
        ),
        Incident("i2", "abduction", bridge, bridge, NotAttributed("the text says so", truce), AttributedBy.MONITOR),
    )  # fmt: skip


def case_overview() -> CaseOverview:
    """The same two commitments in short."""
    status = case_status()
    return CaseOverview(
        status.as_of,
        status.known_by,
        tuple(
            CommitmentOverview(
                one.id, one.title, one.reading, one.performance, one.trend, one.due, one.rule, len(one.claims),
                one.last_evidence_on, one.days_since_evidence, one.independent_sources, one.provisional, signs,
            )
            for one, signs in zip(status.commitments, ({"B1": "established", "B5": "watch"}, {}), strict=True)
        ),
        {"B10": "watch"},
        status.balance,
    )  # fmt: skip


def case_status() -> CaseStatus:
    """One contested commitment with a claim, one without evidence; a signal, a reading, a balance."""
    first = CommitmentStatus(
        "point_1__c1",
        "The Parties shall withdraw their heavy weapons",
        "contested",
        "overdue_unknown",
        "unknown",
        Due(date(2024, 3, 11), date(2024, 3, 11)),
        "S5",
        ("the spokesman excludes the bridge guard",),
        ("a monitor's finding that the bridge is clear",),
        ("k1",),
        date(2024, 3, 5),
        1,
        MappingProxyType({"north": 1}),
        rules=(RuleFired("R2", "reading", "contested", "a spokesman reads it more narrowly", ("k1",)),),
        grades={"k1": {"said": "A1", "true": "F6"}},
        days_since_evidence=10,
    )
    second = CommitmentStatus(
        "point_2__c1", "All prisoners shall be released", "agreed", "pending", "unknown",
        CannotCompute("no day"), "S1", (), (), (), None, 0, MappingProxyType({}),
    )  # fmt: skip
    return CaseStatus(
        date(2024, 3, 15),
        date(2024, 3, 15),
        (first, second),
        (
            Signal(
                "B1", "watch", "point_1__c1", "north", date(2024, 3, 5), ("k1",), ("k2",), 0, 2, "north", "2 people"
            ),
            Signal("B5", "watch", "point_1__c1", None, None, ()),
        ),
        (
            Reading(
                "point_1",
                report().claims[0].quote.span,
                "north",
                date(2024, 3, 5),
                ("k1",),
                "REINTERPRET_EXCLUDE",
                "north",
                (Switch(date(2024, 3, 5), "AFFIRM", "REINTERPRET_EXCLUDE", "k1"),),
            ),
        ),
        (Balance("north", 1, 1), Balance("south", 0, 0)),
        opposed=opposed(),
        more_opposed=3,
        uncorrected=(
            Uncorrected(
                "point_1__c1", "north", ("north",), date(2024, 3, 5), 10, 240, ("the leader",), ("k1",), ("k2",)
            ),
            Uncorrected("point_1__c1", None, ("guard",), date(2024, 3, 14), 1, 24, (), ("k1",), ()),
        ),
        loopholes=(
            Loophole(
                "point_1__c1", "point_1", "DEF006", "shrinking-qualifier", "f1", weapons(), "leaves it out", ("k1",)
            ),
        ),
    )


def weapons() -> Span:
    """The words that a finding of the case points to."""
    at = AGREEMENT.index("heavy weapons")
    return Span(at, at + len("heavy weapons"), "heavy weapons")


def opposed() -> tuple[OpposedClaims, ...]:
    """One of each kind."""
    since = date(2024, 3, 5)
    return (
        OpposedClaims(
            "say-say", "keeps and leaves", ("time",), "point_1__c1", "north", ("a",), ("a",), since, ("k2",), ("k1",)
        ),
        OpposedClaims(
            "split",
            "keeps and leaves",
            ("own-side", "private-public"),
            "point_1__c1",
            "north",
            ("a",),
            ("b",),
            None,
            ("k2",),
            ("k1",),
            0,
            4,
        ),
        OpposedClaims(
            "say-do", "says and does", ("conduct",), "point_1__c1", None, ("a",), ("a",), since, ("k2",), ("k1",)
        ),
    )
