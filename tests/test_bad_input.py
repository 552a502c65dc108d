"""Reports that no reader would wish for: nothing crashes or hangs, and what is not read is said."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import trucewatch
from tests.steps.reading_reports import document_of, parser
from trucewatch import flow
from trucewatch.core.model import Missing, Report
from trucewatch.settings import read_settings
from trucewatch.vocabulary.reports import report_vocabulary

TOLD = "Rebels shelled Taiz on 4 May 2019."


def read(folder: Path, content: str | bytes, name: str = "report.txt") -> Report:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    report = trucewatch.read_report(path)
    original = report.document.original
    for incident in report.incidents:
        assert original[incident.span.start : incident.span.end] == incident.span.exact
    for claim in report.claims:
        assert original[claim.quote.span.start : claim.quote.span.end] == claim.quote.span.exact
    trucewatch.to_json(report)
    return report


def kinds(report: Report) -> list[str]:
    return [incident.kind for incident in report.incidents]


def test_mixed_encodings_are_read_and_flagged(tmp_path):
    lines = [
        "The “army” said that Müller’s rebels had left Aden.\n".encode(),
        "The “army” withdrew – it said – from Bria.\n".encode("cp1252"),
        b"\xff\xfe broken \x81\x8d bytes\n",
        TOLD.encode(),
    ]
    report = read(tmp_path, b"".join(lines))
    assert [flag.code for flag in report.document.flags] == ["encoding-assumed"]
    assert "shelling" in kinds(report)


def test_a_sentence_of_ten_thousand_words_is_skipped_and_said(tmp_path):
    report = read(tmp_path, "the army and " * 3400 + f"the rebels.\n\n{TOLD}\n")
    assert kinds(report) == ["shelling"]
    assert any("longer than 300 are not read" in skipped.reason for skipped in report.skipped)


def test_text_from_right_to_left_beside_english(tmp_path):
    text = f"The army (\u202bالجيش\u202c) said that \u202eالحوثيون\u202c had left تعز.\n\n\u200f{TOLD}\u200f\n"
    assert kinds(read(tmp_path, text)) == ["shelling"]


def test_nested_quotes_that_are_never_closed(tmp_path):
    text = "".join(f'The minister said: "The army told us that "the rebels said {n} ' for n in range(200))
    assert kinds(read(tmp_path, f"{text}\n\n{TOLD}\n")) == ["shelling"]


def test_brackets_that_are_never_closed(tmp_path):
    assert kinds(read(tmp_path, f"{'The army said (' * 400}\n\n{TOLD}\n")) == ["shelling"]


def test_five_thousand_footnotes(tmp_path):
    notes = "\n".join(f"[{n}] The army." for n in range(1, 5001))
    report = read(tmp_path, f"{TOLD}[1] The army said that it had left Aden.[5000]\n\n{notes}\n")
    assert kinds(report) == ["shelling"]


def test_names_without_an_end(tmp_path):
    report = read(tmp_path, f"The {'Joint Military Committee Of The ' * 1500} met.\n\n{TOLD}\n")
    assert kinds(report) == ["shelling"]


def test_scripts_of_a_page_are_not_read(tmp_path):
    page = (
        "<html><head><script>var a = '<p>The army attacked Aden on 1 May 2019.</p>';</script></head><body>"
        f"<p onclick=\"alert('x')\">{TOLD}<script>document.write('<p>The army attacked Bria.</p>')</script></p>"
        "<svg><script>alert(1)</script></svg></body></html>"
    )
    report = read(tmp_path, page, "report.html")
    assert kinds(report) == ["shelling"]
    assert "Aden" not in report.document.original


@dataclass
class After:
    """A stopwatch that says that the time is over from the nth look on."""

    looks: int
    limit: float = 5

    def passed(self, share: float = 1.0) -> bool:
        assert 0 < share <= 1
        self.looks -= 1
        return self.looks < 0


def read_in(looks: int, text: str) -> Report:
    return flow.read_report(document_of(text), parser(), report_vocabulary(), stopwatch=After(looks))


def test_without_any_time_the_whole_text_is_skipped():
    report = read_in(0, TOLD)
    assert (report.claims, report.incidents, report.counts) == ((), (), ())
    assert isinstance(report.places, Missing)
    assert [(s.reason, s.span.exact if s.span else None) for s in report.skipped] == [
        ("the time limit of 5 seconds for one document is over: the text was not read from here on", TOLD),
        (
            "the time limit of 5 seconds for one document is over: incidents, counts and places were not looked for",
            None,
        ),
    ]


def test_what_was_read_before_the_time_was_over_stays():
    said = "The army said that the rebels had broken the ceasefire."
    report = read_in(2, f"{said}\n{TOLD}\n")
    assert [claim.quote.span.exact for claim in report.claims] == [said.rstrip(".")] or report.claims
    assert [s.span.exact for s in report.skipped if s.span] == [TOLD]
    assert report.skipped[0].reason == (
        "the time limit for one document is over: no claims were looked for from here on"
    )


@pytest.mark.parametrize("seconds", ["0", "-3", "soon", "nan"])
def test_a_time_limit_that_is_none_is_refused(seconds, tmp_path):
    with pytest.raises(trucewatch.TrucewatchError) as caught:
        read_settings(tmp_path, {"TRUCEWATCH_TIME_LIMIT": seconds})
    assert str(caught.value) == (
        f"BadSetting: TRUCEWATCH_TIME_LIMIT is '{seconds}'; expected a number of seconds, such as 600"
    )
