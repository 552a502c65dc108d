import csv

import pytest

from scripts.component_frequencies import CODINGS, MAPPING, TARGET, figures
from tests.paths import needs_shared
from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.frequencies import COMPARED_WITH, ComponentFrequency, component_frequencies, how_common
from trucewatch.vocabulary.loader import read


def test_each_figure_is_a_part_of_a_stated_number_with_its_source():
    for figure in component_frequencies():
        assert 0 <= figure.having <= figure.of
        assert figure.share == figure.having / figure.of
        assert figure.source.startswith("PA-X")
        assert figure.code == MAPPING[figure.component][0]


def test_a_component_is_compared_with_agreements_of_its_own_kind():
    alone, several = how_common("MVM", "unilateral"), how_common("MVM", "cessation")
    assert alone is not None
    assert several is not None
    assert (alone.among, several.among) == ("unilateral", "ceasefire")
    assert alone.share < several.share


def test_a_component_without_a_counterpart_has_no_figure():
    assert all(how_common("HOTLINE", kind) is None for kind in COMPARED_WITH)


def test_settlements_are_chosen_by_their_ceasefire_so_no_share_is_given_for_it():
    assert how_common("SCOPE", "definitive") is None


@needs_shared
def test_the_file_says_what_the_codings_say():
    assert TARGET.read_text(encoding="utf-8") == figures(CODINGS)


def test_sums_count_each_agreement_of_the_group_once(tmp_path):
    codes = sorted({code for code, _ in MAPPING.values()})
    path = tmp_path / "codings.csv"
    with path.open("w", newline="", encoding="utf-8") as lines:
        table = csv.DictWriter(lines, ["Stage", "Status", *codes], restval="0")
        table.writeheader()
        table.writerow({"Stage": "Cea", "Status": "Multiparty signed/agreed", "TjPrire": "2"})
        table.writerow({"Stage": "Cea", "Status": "Multiparty signed/agreed"})
        table.writerow({"Stage": "Cea", "Status": "Unilateral document", "TjPrire": "1"})
        table.writerow({"Stage": "Pre", "Status": "Multiparty signed/agreed", "TjPrire": "3"})
        table.writerow({"Stage": "SubPar", "Status": "Multiparty signed/agreed", "CeProv": "1"})
    rows = read("sums.yaml", figures(path), ComponentFrequency)
    found = {row.among: (row.having, row.of) for row in rows if row.component == "DETAIN"}
    assert found == {"ceasefire": (1, 2), "unilateral": (1, 1), "settlement": (0, 1)}


def test_an_impossible_figure_is_refused():
    line = "- {id: X-a, component: X, among: ceasefire, having: 3, of: 2, code: C, stands_for: s, source: PA-X v9}"
    with pytest.raises(BadVocabulary) as caught:
        read("component_frequencies.yaml", line, ComponentFrequency)
    assert str(caught.value) == (
        'BadVocabulary: component_frequencies.yaml has 1 fault: entry 1 (X-a): "having" is 3 of 2, expected a part of '
        "at least one agreement. Mend the file and run again"
    )
