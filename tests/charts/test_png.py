import sys

import pytest

from trucewatch.charts.png import png_of
from trucewatch.core.errors import MissingExtra


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtra) as caught:
        png_of("<svg/>")
    assert str(caught.value) == 'MissingExtra: writing .png needs the "png" extra. Run: pip install "trucewatch[png]"'
