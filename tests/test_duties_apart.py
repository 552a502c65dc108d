"""Duties of one sentence stay apart: each has its own limit, and a promise is about what it promises."""

import trucewatch

TEXT = (
    "Northern sector, 12 June 2021. Under the Lira accord, signed on 3 May 2021, the army is to leave the port by 30 June and "
    "all armed groups by 15 July. Article 4 bars either side from moving heavy weapons into the buffer zone. Both sides "
    "undertook not to recruit, and the text allows nobody to use schools as posts.\n"
)


def test_each_duty_has_its_own_limit_and_a_promise_is_about_what_it_promises(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    report = trucewatch.to_json(trucewatch.read_report(path))
    duties = {c["exact"]: c for c in report["commitments"]}
    limits = duties["the army is to leave the port by 30 June"]["slots"]["deadline"]
    assert [span["exact"] for span in limits] == ["30 June"]
    (claim,) = [c for c in report["claims"] if "not to recruit" in c["quote"]["exact"]]
    assert claim["about"]["commitment"] == duties["not to recruit"]["id"]
