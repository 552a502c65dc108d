import xml.etree.ElementTree as ET

from trucewatch.charts.component_strip import SHOWN, component_strip_svg
from trucewatch.core.model import ComponentCoverage, Level

SVG = "{http://www.w3.org/2000/svg}"


def test_each_component_has_a_cell_with_the_letter_of_its_level():
    components = [ComponentCoverage(f"C{place}", level) for place, level in enumerate(Level)]
    root = ET.fromstring(component_strip_svg(components, "Truce"))
    words = [element.text for element in root.iter(f"{SVG}text")]
    for component in components:
        assert component.id in words
        # once in the strip, once in the legend
        assert words.count(SHOWN[component.level][0]) == 2


def test_levels_differ_in_more_than_colour():
    assert len({letter for letter, _, _ in SHOWN.values()}) == len(Level)
