"""Names that must not be written down do not get into the log unnoticed."""

import json

import pytest

from trucewatch.casework import marking, register, review
from trucewatch.casework.protection import FILE, protect, protected_in
from trucewatch.casework.spreadsheet import import_claims
from trucewatch.core.errors import BadInput, BrokenLedger, Refused

from .cases import AGREEMENT, MINISTER, a_case, put

NAME = "Kárim Idris al-Masri"
PROTECTED = "has the name of a protected person"
BESIDE = "may name a person, beside what somebody said who is not to be named"


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT)
        put(made, tmp_path, "minister.txt", MINISTER)
        put(made, tmp_path, "note.txt", MINISTER.replace("on Sunday", "at a dinner"), visibility="private-anonymous")
        yield made


def refused(case, says, act) -> str:
    before = case.head()
    with pytest.raises(Refused, match=says) as told:
        act()
    assert case.head() == before
    return str(told.value)


def test_names_are_kept_as_hashes_alone(case):
    assert protect(case.folder, [NAME]) == 1
    kept = (case.folder.path / FILE).read_text()
    assert json.loads(kept).keys() == {"salt", "longest", "hashes"}
    assert not any(part in kept.casefold() for part in ("karim", "kárim", "idris", "masri"))
    log = "".join(str(event) for event in case.events())
    assert "protected" not in log
    with pytest.raises(BadInput, match="has no letters"):
        protect(case.folder, ["--"])


@pytest.mark.parametrize(
    "text",
    ["told by Karim Idris al-Masri", "KARIM IDRIS AL MASRI", "al-Masri, Karim Idris", "Masri's words", "see masri.pdf"],
)
def test_a_protected_name_is_refused_in_every_spelling_and_not_repeated(case, text):
    protect(case.folder, [NAME])
    told = refused(case, PROTECTED, lambda: review.accept(case, ["d2/k1"], text))
    assert "asri" not in told


def test_every_free_text_is_looked_at(case, tmp_path):
    protect(case.folder, [NAME])
    text = "from al-Masri"
    sheet = tmp_path / "claims.csv"
    sheet.write_text(f"id,notes\nd2/k1,{text}\n")
    for act in (
        lambda: marking.retract(case, "d2", text),
        lambda: marking.mark(case, "d2", source=text, handling=None, visibility=None),
        lambda: register.set_anchor(case, "d1", "signature", "2020-10-23", text),
        lambda: register.lapse(case, "art_2__para_1__c1", "2021-03-15", text),
        lambda: register.renegotiate(case, "art_3__para_1__c1", "2021-06-30", text),
        lambda: register.relate(case, "d1", "silent-about", text, "x"),
        lambda: review.correct(case, "d2/k1", {"notes": text}, "x"),
        lambda: review.code(case, "d2/k1", "ada", {"notes": text}),
        lambda: import_claims(case, sheet, "x"),
        lambda: put(case, tmp_path, "interview-masri.txt", MINISTER + "\nMore.\n"),
        lambda: put(case, tmp_path, "more.txt", MINISTER + "\nMore.\n", source=text),
    ):
        before = case.head()
        refused(case, PROTECTED, act)
        assert case.head() == before


def test_anyway_it_is_recorded(case):
    protect(case.folder, [NAME])
    case.anyway = True
    review.accept(case, ["d2/k1"], "al-Masri is named in the text")
    assert case.state().review("d2/k1").accepted


def test_other_words_pass(case):
    protect(case.folder, [NAME])
    review.accept(case, ["d2/k1"], "Karim said so: it stands in line 3")
    review.undo(case, "d2/k1", "a slip of the pen")
    assert len(case.state().review("d2/k1").decisions) == 1


def test_a_name_beside_an_anonymous_speaker_is_refused_and_elsewhere_not(case):
    text = "the source is Yusuf Haddad"
    review.accept(case, ["d2/k1"], text)
    told = refused(case, BESIDE, lambda: review.accept(case, ["d3/k1"], text))
    assert "Haddad" not in told
    refused(case, BESIDE, lambda: marking.retract(case, "d3", text))
    refused(case, BESIDE, lambda: register.set_anchor(case, "d1", "signature", "2020-10-23", f"{text}, see d3"))
    review.accept(case, ["d3/k1"], "Salah al-Namroush is named in the text itself")
    review.undo(case, "d3/k1", "The United Nations Mission says otherwise")


def test_a_damaged_file_is_named_and_nothing_is_recorded(case):
    (case.folder.path / FILE).write_text("{")
    before = case.head()
    with pytest.raises(BrokenLedger, match=r"protected\.json cannot be used"):
        review.accept(case, ["d2/k1"], "seen")
    assert case.head() == before
    with pytest.raises(BrokenLedger):
        protected_in(case.folder)
