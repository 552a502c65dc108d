"""A small cast for the tests of signs: two sides, a mission, a backer, and sentences to quote."""

from collections.abc import Sequence
from datetime import date

from trucewatch.core.dates import Due
from trucewatch.core.model import Actor, Agreement, CaseStatus, Claim, Finding, Signal

from . import by_hand
from .both_ways import assessed

NAMES = "Leader One. Minister Two. Spokesman Three. Leader Nine. Spokesman Eight. Farland. The Mission. Joint Commission. Unnamed men."


def _person(actor_id: str, name: str, authority: str | None, side: str | None, kind: str = "person") -> Actor:
    return by_hand.actor(actor_id, by_hand.span_in(NAMES, name), authority, side, kind)


ACTORS = (
    _person("one", "Leader One", "1", "North"),
    _person("two", "Minister Two", "2", "North"),
    _person("three", "Spokesman Three", "3", "North"),
    _person("nine", "Leader Nine", "1", "South"),
    _person("eight", "Spokesman Eight", "3", "South"),
    _person("farland", "Farland", "X", "Farland", "state"),
    _person("mission", "The Mission", "T", None, "body"),
    _person("joint", "Joint Commission", "T", None, "body"),
    _person("unnamed", "Unnamed men", None, None, "anonymous"),
)
DUE = date(2021, 1, 23)
WITHDRAWAL = "art_1#1"


def agreement(
    sentence: str, *others: tuple[str, str, dict[str, str]], due: date | None = None, **slots: str
) -> Agreement:
    """An agreement signed on 23 October 2020; the first duty is `art_1#1`."""
    dues = {"art_1": Due(due, due)} if due else {}
    dues |= {clause: Due(due, due) for clause, _, _ in others} if due else {}
    return by_hand.agreement(("art_1", sentence, slots), *others, due=dues)


def claim(
    words: str, stance: str, speaker: str | None, on: str | None = "2020-11-10", about: object = WITHDRAWAL, **more
) -> tuple[str, dict]:
    """The words of a claim and what it says; `status` puts several into one report."""
    more.setdefault("claim_id", f"{stance.lower()}-{speaker}-{on}")
    return words, {"stance": stance, "speaker": speaker, "on": on, "about": about, **more}


def status(
    text: Agreement,
    *claims: tuple[str, dict],
    as_of: str = "2020-12-31",
    actors: Sequence[Actor] = ACTORS,
    findings: Sequence[Finding] = (),
) -> CaseStatus:
    """The case on a day, with the claims in one report."""
    report = " ".join([NAMES, *dict.fromkeys(words for words, _ in claims)])
    made: list[Claim] = []
    for words, values in claims:
        values = dict(values)
        made.append(by_hand.claim(report, words, values.pop("stance"), values.pop("speaker"), **values))
    return assessed(
        text, [by_hand.report(report, *made, actors=tuple(actors))], as_of=date.fromisoformat(as_of), findings=findings
    )


def signs(text: Agreement, *claims: tuple[str, dict], code: str, as_of: str = "2020-12-31") -> tuple[Signal, ...]:
    """The signs of one code."""
    return tuple(signal for signal in status(text, *claims, as_of=as_of).signals if signal.code == code)
