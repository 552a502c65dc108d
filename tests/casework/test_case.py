"""Making and opening cases, adding documents, and what was known when."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from trucewatch.casework import marking, register
from trucewatch.casework.adding import Adding
from trucewatch.casework.case import join_case, new_case, open_case
from trucewatch.casework.evidence import Evidence, newest_reading
from trucewatch.casework.folder import folders_in
from trucewatch.casework.snapshots import evidence_of, keep_snapshot
from trucewatch.casework.verify import faults
from trucewatch.casework.views import case_overview, case_view, commitment_named
from trucewatch.core.errors import BadInput, BrokenLedger, CaseExists, CaseMissing, LedgerError, NewerCase, Refused
from trucewatch.ledger.decide import review
from trucewatch.ledger.recorded import agreement_of, report_of
from trucewatch.settings import Settings

from .cases import AGREEMENT, EXAMPLE, MINISTER, MISSION, SetClock, a_case, evidence, put

DAY = date(2020, 10, 31)


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path) as made:
        yield made


def names(case) -> list[str]:
    return [event.name for event in case.store.read(case.id)]


# --------------------------------------------------------------------------- folders


def test_a_case_is_made_once(tmp_path):
    with a_case(tmp_path) as case:
        assert case.state().title == "Libya"
    with pytest.raises(CaseExists, match="holds a case already"):
        new_case(tmp_path / "case", by="ada")
    assert [folder.id for folder in folders_in(tmp_path)] == ["libya"]


def test_a_beginning_that_was_cut_off_is_no_case_and_can_be_made_again(tmp_path):
    with a_case(tmp_path) as case:
        before = names(case)
    (tmp_path / "case" / "case.toml").unlink()
    with pytest.raises(CaseMissing, match=r"case\.toml is missing"):
        open_case(tmp_path / "case", by="ada")
    with new_case(tmp_path / "case", by="ada", title="Libya") as case:
        assert names(case) == before


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ('format = 2\nid = "libya"\n', NewerCase, "has format 2; this version knows format 1"),
        ('format = 1\nid = "libya', BrokenLedger, "is damaged"),
        ("format = 1\n", BrokenLedger, "does not say what a case is"),
        ('format = 1\nid = "libya"\nowner = "x"\n', BrokenLedger, "does not say what a case is"),
        ('format = 1\nid = "other"\n', CaseMissing, "has no case other"),
    ],
)
def test_a_case_file_that_cannot_be_used_is_named(tmp_path, text, kind, says):
    a_case(tmp_path).store.close()
    (tmp_path / "case" / "case.toml").write_text(text)
    with pytest.raises(kind, match=says):
        open_case(tmp_path / "case", by="ada")


def test_a_team_s_case_is_joined_by_its_id(tmp_path):
    store = f"sqlite:///{tmp_path / 'team.sqlite'}"
    with new_case(tmp_path / "one", by="ada", title="Libya", store=store):
        pass
    with pytest.raises(CaseExists):
        new_case(tmp_path / "two", by="bo", title="Libya", store=store)
    with pytest.raises(CaseMissing):
        join_case(tmp_path / "two", store, "syria", by="bo")
    assert not (tmp_path / "two" / "case.toml").exists()
    with join_case(tmp_path / "two", store, "libya", by="bo"), open_case(tmp_path / "two", by="bo") as again:
        assert again.state().title == "Libya"


def test_a_file_in_the_way_and_a_folder_that_cannot_be_written_are_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="is a file"):
        new_case(tmp_path / "file", by="ada")

    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    with a_case(tmp_path) as case:
        monkeypatch.setattr("tempfile.mkstemp", refuse)
        with pytest.raises(LedgerError, match="No space left on device"):
            put(case, tmp_path, "report.txt", MINISTER)
        assert names(case) == ["case-opened.v1", "setting-changed.v1"]


# --------------------------------------------------------------------------- adding


def test_what_is_added_is_kept_untouched_and_read(case, tmp_path):
    added = put(case, tmp_path, "deal.txt", AGREEMENT)
    assert (added.document, added.kind, added.how) == ("d1", "agreement", "added")
    report = put(case, tmp_path, "minister.txt", MINISTER, handling="TLP:AMBER", source="a wire")
    assert (report.document, report.kind, report.tied) == ("d2", "report", 1)
    document = case.state().documents["d2"]
    assert (document.handling, document.source, document.published_on) == ("TLP:AMBER", "a wire", "2020-10-25")
    assert case.folder.bytes_of(document.now.sha256) == MINISTER.encode()
    assert faults(case) == ([], case.head().seq, 2)


def test_a_year_that_is_known_of_a_wire_is_kept_with_the_day_of_its_dateline(case, tmp_path):
    wire = "TRIPOLI, October 25 (Agency) - The army today accused the rebels of breaking the ceasefire.\n"
    put(case, tmp_path, "wire.txt", wire, published_on="2020")
    put(case, tmp_path, "other.txt", wire.replace("army", "navy"))
    known, unknown = case.state().documents.values()
    assert (known.published_on, unknown.published_on) == ("2020-10-25", "XXXX-10-25")


def test_a_mark_that_there_is_not_is_refused_and_nothing_is_recorded(case, tmp_path):
    with pytest.raises(BadInput, match='handling is "SECRET"; expected one of TLP:RED'):
        put(case, tmp_path, "minister.txt", MINISTER, handling="SECRET")
    assert case.state().documents == {}


def test_the_same_file_is_seen_again_and_a_changed_one_is_a_revision(case, tmp_path):
    put(case, tmp_path, "minister.txt", MINISTER)
    assert put(case, tmp_path, "minister.txt", MINISTER).how == "seen"
    (tmp_path / "copy").mkdir()
    assert put(case, tmp_path / "copy", "same-bytes.txt", MINISTER).document == "d1"
    more = MINISTER + "\nHe accused the Libyan National Army (LNA) of violating the ceasefire.\n"
    assert put(case, tmp_path, "minister.txt", more).how == "revised"
    document = case.state().documents["d1"]
    assert [case.folder.bytes_of(r.sha256) for r in document.revisions] == [MINISTER.encode(), more.encode()]
    assert len(case.state().documents) == 1


def test_a_saved_page_is_known_by_the_address_it_gives_itself(case, tmp_path):
    page = (
        '<html><head><link rel="canonical" href="https://news.example/namroush"></head>'
        "<body><article><h1>Tripoli, 25 October 2020</h1><p>{}</p></article></body></html>"
    )
    first, later = page.format(MINISTER), page.format(MINISTER + MISSION)
    assert put(case, tmp_path, "page.html", first).how == "added"
    assert put(case, tmp_path, "page (1).html", later).how == "revised"


def test_a_claim_that_stands_in_a_revision_keeps_its_id_and_its_verdict(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    put(case, tmp_path, "minister.txt", MINISTER)
    streams = ["claim:d2/k1"]
    case.decide(lambda state, versions: review.accept(state, "d2/k1", versions), streams)
    before = newest_reading(case, "d2")["claims"][0]
    new_words = MINISTER.replace(
        "TRIPOLI, 25 October 2020\n", "TRIPOLI, 25 October 2020\n\nThe LNA denied shelling Sirte.\n"
    )
    put(case, tmp_path, "minister.txt", new_words)
    built = evidence(case)
    by_words = {claim["quote"]["exact"]: claim["id"] for claim in built.reading("d2")["claims"]}
    assert by_words[before["quote"]["exact"]] == "k1"
    assert len(set(by_words.values())) == len(by_words) > 1
    rows = built.table.rows
    live = rows["to_seq"] > built.seq
    assert (rows["accepted_from"][live] < 2**31 - 1).sum() == 1


def test_an_agreement_that_comes_later_ties_the_reports_anew(case, tmp_path):
    put(case, tmp_path, "minister.txt", MINISTER)
    put(case, tmp_path, "deal.txt", AGREEMENT)
    about = newest_reading(case, "d1")["claims"][0]["about"]
    assert (about["commitment"], about["agreement"]) == ("d2/art_2__para_1__c1", "d2")
    assert case_view(case, evidence(case), as_of=DAY).status.commitments[1].claims == ("d1/k1",)


def test_copies_of_one_wire_are_one_source(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    wire = MISSION + (
        "Two hundred men left a prison in the south of the capital at noon and were taken home by bus, the mission "
        "added, and it thanked the elders of the town for the help that they gave to its staff on that long day.\n"
    )
    put(case, tmp_path, "one.txt", wire)
    added = put(case, tmp_path, "two.txt", wire + "\nReporting by our staff.\n")
    assert added.copies_of == ("d2",)
    status = case_view(case, evidence(case), as_of=DAY).status
    release = next(c for c in status.commitments if c.id == "d1/art_1__para_1__c1")
    assert len(release.claims) >= 2
    assert release.independent_sources == 1


def test_a_retracted_document_counts_no_more_from_then_on(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    put(case, tmp_path, "minister.txt", MINISTER)
    case.clock.on(27)
    marking.retract(case, "d2", "the agency withdrew it")
    now = case_view(case, evidence(case), as_of=DAY)
    then = case_view(case, evidence(case), as_of=DAY, known_by=datetime(2020, 10, 26, tzinfo=UTC))
    assert [c.reading for c in now.status.commitments] == ["agreed"] * 3
    assert "contested" in [c.reading for c in then.status.commitments]
    with pytest.raises(Refused, match="retracted already"):
        marking.retract(case, "d2", "again")


def test_suggestions_count_only_where_the_case_says_so(tmp_path):
    with a_case(tmp_path, provisional=False) as case:
        put(case, tmp_path, "deal.txt", AGREEMENT)
        put(case, tmp_path, "minister.txt", MINISTER)
        assert {c.reading for c in case_view(case, evidence(case), as_of=DAY).status.commitments} == {"agreed"}
        case.decide(lambda state, versions: review.accept(state, "d2/k1", versions), ["claim:d2/k1"])
        contested = [c for c in case_view(case, evidence(case), as_of=DAY).status.commitments if c.claims]
        assert [(c.reading, c.provisional) for c in contested] == [("contested", False)]
        case.decide(lambda state, versions: review.undo(state, "d2/k1", "a slip", versions), ["claim:d2/k1"])
        assert {c.reading for c in case_view(case, evidence(case), as_of=DAY).status.commitments} == {"agreed"}


# --------------------------------------------------------------------------- what was known


def test_what_was_learned_later_has_no_part_in_what_was_known(tmp_path):
    with a_case(tmp_path) as case:
        adding = Adding(case, Settings())
        adding.add(EXAMPLE / "agreement.txt")
        shown = []
        for path in sorted((EXAMPLE / "reports").glob("*.txt")):
            case.clock.later(days=1)
            adding.add(path)
            whole = evidence(case)
            instant = case.head().learned_at
            shown_then = case_view(case, whole, as_of=DAY).status
            case.clock.later(hours=1)
            assert case_view(case, whole, as_of=DAY, known_by=instant).status == shown_then
            shown.append((instant, shown_then))
        whole = evidence(case)
        assert len({len(status.signals) for _, status in shown}) > 1
        for instant, shown_then in shown:
            assert case_view(case, whole, as_of=DAY, known_by=instant).status == shown_then


def test_a_status_that_was_asked_for_before_is_at_hand_until_something_happens(case, tmp_path, monkeypatch):
    from trucewatch import flow

    asked = []
    assess = flow.assess_evidence
    monkeypatch.setattr(flow, "assess_evidence", lambda *a, **k: (asked.append(a[2]), assess(*a, **k))[1])
    put(case, tmp_path, "deal.txt", AGREEMENT)
    built = evidence(case)
    first = case_view(case, built, as_of=DAY).status
    assert case_view(case, built, as_of=DAY).status == first
    assert asked == [DAY]
    put(case, tmp_path, "minister.txt", MINISTER)
    later = case_view(case, built, as_of=DAY).status
    assert (later != first, asked) == (True, [DAY, DAY])
    assert later == case_view(case, evidence(case), as_of=DAY).status


def test_a_snapshot_is_the_table_and_one_that_does_not_fit_is_passed_over(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    put(case, tmp_path, "minister.txt", MINISTER)
    keep_snapshot(evidence(case))
    put(case, tmp_path, "mission.txt", MISSION)
    assert case_view(case, evidence_of(case), as_of=DAY) == case_view(case, evidence(case), as_of=DAY)
    assert evidence_of(case).table.documents["number"].tolist() == [0, 1]
    (kept,) = case.folder.cache.glob("evidence-*")
    (kept / "values.json").write_text("{}")
    assert case_view(case, evidence_of(case), as_of=DAY) == case_view(case, evidence(case), as_of=DAY)
    kept.rename(kept.with_name(f"evidence-{case.head().seq}-{'0' * 16}"))
    assert case_view(case, evidence_of(case), as_of=DAY) == case_view(case, evidence(case), as_of=DAY)


def test_what_is_recorded_reads_back_as_it_was():
    import trucewatch

    report = trucewatch.read_report(EXAMPLE / "reports" / "2020-10-31-analyst-note.txt")
    again = report_of(trucewatch.to_json(report), report.document)
    assert (again.claims, again.actors, again.agreements) == (report.claims, report.actors, report.agreements)
    bare = report_of(trucewatch.to_json(report))
    assert [bare.document.reads(c.quote.span) for c in bare.claims] == [
        report.document.reads(c.quote.span) for c in report.claims
    ]
    agreement = trucewatch.read_agreement(EXAMPLE / "agreement.txt")
    data = trucewatch.to_json(trucewatch.lint(agreement))
    data["document"]["original"] = agreement.document.original
    read = agreement_of(data)
    assert (read.commitments, read.anchors, read.title) == (agreement.commitments, agreement.anchors, agreement.title)
    assert [replace(c, start=0, end=0) for c in read.clauses] == [replace(c, start=0, end=0) for c in agreement.clauses]
    assert [read.words(c) for c in read.clauses if c.span] == [agreement.words(c) for c in agreement.clauses if c.span]


# --------------------------------------------------------------------------- damage


def test_changed_and_missing_originals_are_named(case, tmp_path):
    put(case, tmp_path, "minister.txt", MINISTER)
    put(case, tmp_path, "mission.txt", MISSION)
    one, two = (case.folder.original(d.now.sha256) for d in case.state().documents.values())
    one.write_text("another text")
    two.unlink()
    found, _, originals = faults(case)
    assert originals == 0
    assert [line.startswith(f"BrokenLedger: {path}") for line, path in zip(found, (one, two), strict=True)] == [
        True,
        True,
    ]


def test_two_who_add_at_the_same_moment_both_get_in(tmp_path):
    with a_case(tmp_path) as one, open_case(tmp_path / "case", by="bo", clock=SetClock()) as two:
        one.state(), two.state()
        first = put(one, tmp_path, "minister.txt", MINISTER)
        second = put(two, tmp_path, "mission.txt", MISSION)
        assert [first.document, second.document] == ["d1", "d2"]
        assert [event.by for event in one.store.read(one.id, names=["document-added.v1"])] == ["ada", "bo"]


def test_a_case_has_actors_of_its_own(case, tmp_path):
    case.folder.actors.write_text(
        "- {id: ly_zaweem, conflict: libya, kind: person, aliases: [Zaweem al-Tuwati], side: ly_gna, authority: '2'}\n"
    )
    put(case, tmp_path, "report.txt", MINISTER.replace("Salah al-Namroush", "Zaweem al-Tuwati"))
    actors = {actor["id"]: actor for actor in newest_reading(case, "d1")["actors"]}
    assert (actors["ly_zaweem"]["name"], actors["ly_zaweem"]["side"]) == ("Zaweem al-Tuwati", "ly_gna")


def test_what_is_read_is_what_is_kept_even_if_the_file_changes_meanwhile(case, tmp_path, monkeypatch):
    from trucewatch import wiring

    path = tmp_path / "minister.txt"

    def then_changed(path, load=wiring.file_bytes):
        data = load(path)
        path.write_text(MISSION, encoding="utf-8")
        return data

    monkeypatch.setattr(wiring, "file_bytes", then_changed)
    put(case, tmp_path, "minister.txt", MINISTER)
    assert path.read_text(encoding="utf-8") == MISSION
    kept = case.folder.bytes_of(case.state().documents["d1"].now.sha256).decode()
    quotes = [claim["quote"]["exact"] for claim in newest_reading(case, "d1")["claims"]]
    assert kept == MINISTER
    assert quotes
    assert all(quote in kept for quote in quotes)


def test_data_files_are_kept_and_not_read(case, tmp_path):
    added = put(case, tmp_path, "events.csv", "id,date\n1,2020-10-24\n")
    assert (added.kind, added.how, added.claims) == ("data", "added", 0)
    assert put(case, tmp_path, "events.csv", "id,date\n1,2020-10-25\n").how == "revised"
    assert names(case)[2:] == ["document-added.v1", "document-revised.v1"]


def test_a_commitment_is_named_in_full_or_by_its_clause(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    agreements = case_view(case, evidence(case), as_of=DAY).agreements
    assert commitment_named(agreements, "art_1__para_1__c1") == "d1/art_1__para_1__c1"
    assert commitment_named(agreements, "d1/art_1__para_1__c1") == "d1/art_1__para_1__c1"
    with pytest.raises(BadInput, match='no commitment "art_9"'):
        commitment_named(agreements, "art_9")


def test_one_commitment_is_shown_as_in_the_whole_case(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    put(case, tmp_path, "minister.txt", MINISTER)
    put(case, tmp_path, "mission.txt", MISSION)
    whole = case_view(case, evidence(case), as_of=DAY).status
    assert any(signal.commitment is not None for signal in whole.signals)
    for own in whole.commitments:
        alone = case_view(case, evidence(case), as_of=DAY, commitment=own.id).status
        clause = own.id.partition("/")[2].rpartition("__")[0]
        assert alone.commitments == (own,)
        assert alone.signals == tuple(signal for signal in whole.signals if signal.commitment == own.id)
        assert alone.opposed == tuple(opposed for opposed in whole.opposed if opposed.commitment == own.id)
        assert alone.loopholes == tuple(loophole for loophole in whole.loopholes if loophole.commitment == own.id)
        assert alone.uncorrected == tuple(timer for timer in whole.uncorrected if timer.commitment == own.id)
        assert alone.readings == tuple(reading for reading in whole.readings if reading.clause == clause)
        assert alone.balance == whole.balance


def test_the_overview_says_what_the_status_says(case, tmp_path):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    put(case, tmp_path, "minister.txt", MINISTER)
    register.lapse(case, "d1/art_2__para_1__c1", "2020-10-30", "the bulletin of 30 October")
    whole = case_view(case, evidence(case), as_of=DAY).status
    short = case_overview(case, evidence(case), as_of=DAY).status
    assert short.known_by == whole.known_by
    assert {one.performance for one in short.commitments} >= {"lapsed"}
    for own, one in zip(whole.commitments, short.commitments, strict=True):
        for name in ("id", "title", "reading", "performance", "trend", "due", "rule", "last_evidence_on",
                     "days_since_evidence", "independent_sources", "provisional"):  # fmt: skip
            assert getattr(one, name) == getattr(own, name)
        assert one.claims == len(own.claims) + own.more_claims


def test_after_many_reviews_the_table_looks_up_those_of_the_new_report_alone(case, tmp_path, monkeypatch):
    put(case, tmp_path, "deal.txt", AGREEMENT)
    kept = evidence(case)
    put(case, tmp_path, "minister.txt", MINISTER)
    claims = [claim["id"] for claim in newest_reading(case, "d2")["claims"]]
    review_stream = review.stream_of(f"d2/{claims[0]}")
    case.decide(lambda state, versions: review.accept(state, f"d2/{claims[0]}", versions), [review_stream])
    asked = []
    events = case.events
    behind = Evidence(case, kept.table, kept.seq)
    monkeypatch.setattr(case, "events", lambda **wanted: (asked.append(wanted.get("streams")), events(**wanted))[1])
    behind.update()
    reviewed = [streams for streams in asked if streams and all(name.startswith("claim:") for name in streams)]
    assert reviewed == [[f"claim:d2/{claim}" for claim in claims]]
