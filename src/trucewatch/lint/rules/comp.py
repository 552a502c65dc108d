"""COMP-*: one rule for each component that a ceasefire agreement of its type should have."""

from collections.abc import Callable, Iterator

from trucewatch.core.model import Agreement, Hit, Level, Rule, Severity
from trucewatch.lint.agreement_type import agreement_type
from trucewatch.lint.components import Component, components, cover
from trucewatch.lint.sentences import is_whole, on_document, once_for_each_agreement


@once_for_each_agreement
def _type_of(agreement: Agreement) -> str:
    return agreement_type(agreement).type.value


def _check(component: Component) -> Callable[[Agreement], Iterator[Hit]]:
    def check(agreement: Agreement) -> Iterator[Hit]:
        if not is_whole(agreement):
            return
        level = next(item.level for item in cover(agreement) if item.id == component.id)
        # Where the text does not tell its type, only what every ceasefire needs is asked for.
        needed = component.need.get(_type_of(agreement), component.need["unilateral"])
        if needed == "required" and level in (Level.ABSENT, Level.MENTIONED):
            state = "is only mentioned" if level is Level.MENTIONED else "is absent"
            yield from on_document(agreement, f"{component.name[0].upper()}{component.name[1:]}: this {state}")

    return check


def _rule(component: Component) -> Rule:
    needed = [kind for kind, need in component.need.items() if need == "required"]
    return Rule(
        code=f"COMP-{component.id}",
        name=f"missing-{component.id.lower()}",
        severity=Severity.LOW,
        since="0.1.0",
        what=f"Reports a whole agreement that asks for nothing on: {component.name}. "
        f"Looked for in: {', '.join(needed) or 'no type'}; the type is read from what the text asks for.",
        why="A gap in one text may be filled by another instrument: an annex, a plan, a side letter. "
        "Ask for these before anything is called missing.",
        bad=component.vague,
        good=component.specific,
        readings=(
            "One side reads: what is not written is free. It acts on that.",
            "The other side reads: it goes without saying. It calls the act a breach and can cite no clause.",
        ),
        suggestion=f"Add a clause on {component.name}, or name the instrument that has it.",
        check=_check(component),
    )


RULES = tuple(_rule(component) for component in components())
