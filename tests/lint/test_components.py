"""Levels of coverage: each component's own examples, and what does not count."""

import pytest

from tests.lint.reading import agreement_of, findings_in
from trucewatch.core.model import Level
from trucewatch.lint.components import Component, components, cover


def level(text: str, component: str) -> Level:
    return next(item.level for item in cover(agreement_of(text)) if item.id == component)


def test_the_checklist_has_35_components_with_ids_of_their_own():
    assert len({component.id for component in components()}) == 35


@pytest.mark.parametrize("component", components(), ids=lambda c: c.id)
def test_a_clause_with_its_particulars_is_specific_and_one_without_is_vague(component: Component):
    assert level(component.specific, component.id) is Level.SPECIFIC
    assert level(component.vague, component.id) is Level.VAGUE


def test_words_of_the_preamble_only_mention_a_component():
    text = "RECALLING the need for humanitarian access,\n\nHAVE AGREED AS FOLLOWS:\n\nArticle 1\n\nThe bridge shall be painted by 4 May 2027.\n"
    assert level(text, "HUM") is Level.MENTIONED


def test_what_no_word_shows_is_absent_and_has_no_evidence():
    covered = {item.id: item for item in cover(agreement_of("The bridge shall be painted."))}
    assert covered["DETAIN"].level is Level.ABSENT
    assert covered["DETAIN"].evidence == ()


def test_evidence_is_words_of_the_document():
    agreement = agreement_of("Prisoners shall be released. The ceasefire shall be monitored.")
    for item in cover(agreement):
        for span in item.evidence:
            assert agreement.document.original[span.start : span.end] == span.exact


def test_a_component_is_missed_only_where_the_type_of_agreement_requires_it():
    duties = [
        "The Parties shall cease hostilities on 4 May 2027.",
        "The Parties shall not shell the town.",
        "The bridge shall be opened by the Army on 5 May 2027.",
        "The Army shall mend the road by 6 May 2027.",
        "The Front shall mend the well by 6 May 2027.",
        "The Army shall paint the fence by 6 May 2027.",
    ]
    codes = {finding.code for finding in findings_in("\n".join(f"{n}. {d}" for n, d in enumerate(duties, start=1)))}
    assert "COMP-HUM" in codes
    assert "COMP-HW" not in codes


def test_an_excerpt_is_not_asked_for_components():
    assert not {f.code for f in findings_in("The Parties shall cease hostilities.") if f.code.startswith("COMP-")}
