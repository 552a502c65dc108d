"""Events under older names, read as they are meant today."""

import pytest

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger.codec import payload_by
from trucewatch.ledger.events import PAYLOADS, ClaimRejected
from trucewatch.ledger.upcasters import UPCASTERS

from .logs import a_log

# Made-up older shapes: first without a reason, then with one under another name.
OLD = {
    "claim-dropped.v1": lambda _: ("claim-dropped.v2", {"because": "not said"}),
    "claim-dropped.v2": lambda data: ("claim-rejected.v1", {"reason": data["because"]}),
}


def read(name: str, **data):
    event = a_log(NewEvent(name, "claim:d1/c1", data))[0]
    return payload_by(event, PAYLOADS, OLD)


def test_an_older_event_is_read_in_todays_shape():
    assert read("claim-dropped.v2", because="a question") == ClaimRejected(reason="a question")


def test_upcasters_follow_on_each_other():
    assert read("claim-dropped.v1") == ClaimRejected(reason="not said")


def test_an_older_event_that_lacks_what_its_upcaster_needs_is_damaged():
    with pytest.raises(BrokenLedger, match=r'event 1, "claim-dropped\.v2", does not hold what that name promises'):
        read("claim-dropped.v2")


def test_every_upcaster_leads_to_a_name_of_today_and_starts_from_none():
    assert UPCASTERS.keys().isdisjoint(PAYLOADS)
