"""Settings of a case."""

from trucewatch.core.errors import BadInput
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.decide import Decision
from trucewatch.ledger.state import CASE

from .case import Case

KNOWN = {"provisional": {"true": True, "false": False}}


def set_setting(case: Case, name: str, value: str) -> None:
    """Records a setting; raises BadInput for one that there is not, or a value that it cannot have."""
    if name not in KNOWN:
        raise BadInput(f'"{name}" is no setting of a case; expected {", ".join(KNOWN)}. Write it as NAME=VALUE')
    if value not in KNOWN[name]:
        raise BadInput(f'{name} is "{value}"; expected {" or ".join(KNOWN[name])}')
    event = new_event(e.SettingChanged(name=name, value=KNOWN[name][value]), CASE)
    case.decide(lambda _, versions: Decision((event,), {CASE: versions[CASE]}), [CASE])
