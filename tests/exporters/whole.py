"""An analysis built by hand, with something in every field, over the sample agreement."""

from datetime import date

from trucewatch.core.analysis import (
    AgreementType,
    Analysis,
    Check,
    Circle,
    Clash,
    CrossReference,
    NearMiss,
    Order,
    Step,
    Term,
    Terms,
    TooEarly,
    Trait,
    TypeReading,
    Undated,
    Verdict,
    Verifiability,
    Wait,
)
from trucewatch.core.quotes import Span


def span(text: str, exact: str) -> Span:
    start = text.index(exact)
    return Span(start, start + len(exact), exact)


def analysis(text: str) -> Analysis:
    """The analysis; `text` is the original of the sample agreement."""
    parties, bridge, soon = span(text, "The Parties"), span(text, "the bridge"), span(text, "as soon as possible")
    guns, prisoners = span(text, "withdraw their"), span(text, "All prisoners")
    days = span(text, "within 10 days")
    withdraw = Step(
        "point_1__c1", "point_1", "withdraw their heavy weapons", guns, date(2024, 3, 11), date(2024, 3, 11)
    )
    release = Step("point_2__c1", "point_2", "All prisoners be released", prisoners)
    event = Step("event_1", None, "the bridge", bridge, brought_by=("point_2__c1",))
    there, back = (
        Wait("point_1__c1", "point_2__c1", "after", days),
        Wait("point_2__c1", "point_1__c1", "part", soon, False),
    )
    waits_event = Wait("point_1__c1", "event_1", "condition", bridge)
    return Analysis(
        TypeReading(
            AgreementType.CESSATION,
            "several sides are bound to stop, and nobody watches it",
            (Trait("several", "several sides are bound", (parties,)), Trait("limited", "it is limited in time")),
        ),
        Terms(
            used=(Term("Parties", parties, (parties,)),),
            unused=(Term("Bridge Guard", bridge, ()),),
            undefined=(Term("Two Rivers", None, (span(text, "Two Rivers"),)),),
            near_misses=(NearMiss(parties, bridge, "the same but for “x”"),),
            two_meanings=(NearMiss(parties, prisoners, "both are TP"),),
        ),
        (CrossReference(days, "point_1"), CrossReference(soon, None), CrossReference(bridge, None, can_tell=False)),
        Order(
            (withdraw, release, event),
            (there, back, waits_event),
            (Circle((there, back)),),
            (Undated("point_1__c1", "event_1", (waits_event,)),),
            (TooEarly(there, date(2024, 3, 11), date(2024, 3, 12)),),
            (Clash("contradictory-deadlines", "point_2", soon, "two limits"),),
        ),
        (
            Verifiability(
                "point_1__c1",
                Verdict.IN_PART,
                "missing: access for them",
                (Check("verifier", True, (parties,)), Check("access", True), Check("clock", True, (), (days,))),
            ),
            Verifiability("point_2__c1", Verdict.NOT_AS_WRITTEN, "missing: who verifies", (Check("verifier", True),)),
        ),
    )
