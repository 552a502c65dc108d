"""Several who sign one paper, each behind a "by" of its own."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The accord was signed by Ali Osman Taha on behalf of Khartoum and by John Garang on behalf of the SPLM.",
            ["Ali Osman Taha", "John Garang"],
        ),
        (
            "The truce was signed by Salva Kiir for the government and by Riek Machar for the rebels.",
            ["Salva Kiir", "Riek Machar"],
        ),
        ("The agreement was signed by the president and by the rebel leader.", ["president", "rebel leader"]),
        (
            "The protocol was signed by Yosef Bar for Israel, and by Ahmed Nasser for Lebanon.",
            ["Yosef Bar", "Ahmed Nasser"],
        ),
        ("The accord was signed by President Santos and FARC leader Timochenko.", ["Santos", "Timochenko"]),
        ("The truce was initialled by Kiir, by Machar and by Ochalla.", ["Kiir", "Machar", "Ochalla"]),
    ],
)
def test_each_signer_has_a_claim(text, found):
    assert [name for name, _ in told_wholly(PLACE + text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce was signed by the army by mistake and by night.", ["army"]),
        ("The truce was signed by the army and ended by rebels.", ["army"]),
        ("The accord, signed by Sudan on 3 May 2017 and by the Front on 4 May 2017 in Juba, has held.", ["Sudan"]),
    ],
)
def test_not_all_that_stands_behind_by_signs(text, found):
    assert [name for name, stance in told_wholly(PLACE + text) if stance == "COMMIT"] == found
