from tests.lint.reading import agreement_of
from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.lint.terms import cross_references, terms

DEFINED = '1. "Security Zone" means the strip in Annex A. "Red Line" means the river.\n\n'


def test_a_defined_term_is_listed_with_the_places_that_use_it():
    agreement = agreement_of(
        DEFINED + "2. The Parties shall leave the Security Zone. Nobody may enter the Security Zone."
    )
    (term,) = terms(agreement).used
    assert term.term == "Security Zone"
    assert [span.exact for span in term.uses] == ["Security Zone", "Security Zone"]


def test_a_term_that_is_defined_in_vain():
    agreement = agreement_of(DEFINED + "2. The Parties shall leave the Security Zone.")
    assert [term.term for term in terms(agreement).unused] == ["Red Line"]


def test_a_name_and_a_short_form_that_nothing_introduces():
    found = terms(agreement_of("1. The Parties shall report to the Joint Monitoring Board and the XMT."))
    assert [term.term for term in found.undefined] == ["Joint Monitoring Board", "XMT"]


def test_a_short_form_that_is_spelled_out_is_known():
    found = terms(agreement_of("1. The Joint Monitoring Board (JMB) shall meet.\n\n2. The Parties shall obey the JMB."))
    assert found.undefined == ()


def test_the_commission_is_short_for_the_commission_named_in_full():
    text = "1. A Joint Review Commission (JRC) shall meet.\n\n2. The Parties shall report to the Commission."
    assert terms(agreement_of(text)).undefined == ()


def test_names_that_share_their_kind_and_most_words_are_set_side_by_side():
    text = "1. The Joint Police Operations Room shall meet.\n\n2. The Joint Operations Room shall patrol."
    (near,) = terms(agreement_of(text)).near_misses
    assert (near.one.exact, near.other.exact) == ("Joint Police Operations Room", "Joint Operations Room")
    assert near.why == "the same but for “police”"


def test_a_slip_of_the_pen_is_shown_with_both_words():
    text = "1. The Trilateral Contact Group shall meet.\n\n2. The Trilateral Contract Group shall report."
    (near,) = terms(agreement_of(text)).near_misses
    assert near.why == "“contact” here and “contract” there"


def test_two_bodies_with_short_forms_of_their_own_are_two():
    text = (
        "1. The Joint Military Commission (JMC) shall meet.\n\n"
        "2. The Joint Medical Commission (JDC) shall report to the JMC. The Parties shall obey the JDC."
    )
    assert terms(agreement_of(text)).near_misses == ()


def test_a_short_form_with_two_meanings():
    text = "1. The Joint Military Commission (JMC) shall meet.\n\n2. The Joint Media Council (JMC) shall report."
    (two,) = terms(agreement_of(text)).two_meanings
    assert two.why == "both are JMC"
    assert {two.one.exact, two.other.exact} == {"Joint Military Commission", "Joint Media Council"}


def test_words_before_a_name_make_no_second_meaning():
    text = "1. The delegation of the Army of the Council of Elders (CE) shall meet.\n\n2. The Council of Elders (CE) shall report."
    assert terms(agreement_of(text)).two_meanings == ()


def test_references_lead_to_their_clause_or_to_none():
    text = "Article 1\n\nThe Parties shall stop.\n\nArticle 2\n\nPatrols follow Article 1 and Article 9, with the map in Annex C."
    found = cross_references(agreement_of(text))
    assert [(r.span.exact, r.clause) for r in found] == [("Article 1", "art_1"), ("Article 9", None), ("Annex C", None)]


@needs_shared
def test_the_cessation_of_2017():
    found = terms(api.read_agreement(SHARED / "cases" / "agreements" / "pax_1966.txt"))
    assert {"CSOs", "SSDF", "UNSC", "RPF"} <= {term.term for term in found.unused}
    assert [near.why for near in found.two_meanings][:1] == ["both are CTSAMM"]
    assert any({"SPLM/L – FD", "SPLM-FDs"} == {near.one.exact, near.other.exact} for near in found.near_misses)
