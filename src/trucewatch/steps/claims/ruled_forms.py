"""Sets a stance right by the form of the words: the first rule that rules it out says what takes its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token

from . import ruled_conditions as conditions_of
from . import ruled_deeds as deeds
from . import ruled_plans as plans
from .polarity import negated, time_of
from .propositions import SUBJECTS, Frame, Proposition
from .ruled_case import OF_THE_CLAUSE, Case
from .told_clauses import codes_of

_RULES = (
    plans.asked,
    plans.advised,
    plans.items,
    plans.foreseen,
    plans.owed,
    plans.expected_of,
    plans.expected_to_call,
    deeds.wrongs,
    deeds.threats,
    deeds.takes_back,
    deeds.attitudes,
    deeds.decided,
    deeds.was_promised,
    deeds.calls_off,
    deeds.ordered_to_stay,
    deeds.is_not_convinced,
    deeds.asks_for,
    deeds.protests,
    deeds.confirms,
    deeds.approaches,
    deeds.recalls,
    deeds.witnesses,
    deeds.thanks,
    conditions_of.threatened,
    conditions_of.conditional,
    conditions_of.not_until,
    conditions_of.by_a_day,
    conditions_of.attends,
)


def set_right_by_form(
    parse: Parse,
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
    stance: str | None,
) -> str | None:
    """The stance, or what takes its place; None where nothing is claimed."""
    asked = [rule for rule in _RULES if stance is None or stance in codes_of(rule)]
    for case in _cases(parse, p, own, conditions, classes) if asked else ():
        for rule in asked:
            for code, instead in rule(case):
                if code == (stance or ""):
                    return instead or None
    return stance


def _cases(
    parse: Parse,
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
) -> Iterator[Case]:
    """The proposition, and what is said in it: "The president said that there would be no more war"."""
    yield Case(parse, p, own, conditions, classes)
    if p.where != "report":
        return
    frame = Frame(p.subject, p.head, p.sentence, outer=p.frame)
    for clause in parse.children(p.head, "ccomp"):
        subject = next(iter(parse.children(clause, *SUBJECTS)), None)
        inner = replace(p, head=clause, subject=subject, where="said", frame=frame, under=p.head)
        denied = "negative" if negated(parse, inner) else "positive"
        held = {"said", "other" if "theirs" in conditions else "self", denied, time_of(parse, inner)}
        words = tuple(t for t in own if t in parse.subtree(clause)) or own
        yield Case(parse, inner, words, (conditions - OF_THE_CLAUSE) | held, classes)
