"""Claims meet commitments by shared words, weighed by their rarity in the agreement."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.model import Agreement, AgreementMention, Link, Report, Unlinked
from trucewatch.core.parse import Parse, Token
from trucewatch.core.places import Location, NoPoint, Place, PlaceKind
from trucewatch.steps.link import link
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER

from . import by_hand

AGREEMENT = by_hand.agreement(
    (
        "art_1",
        "The Parties shall observe a ceasefire in the whole of Libya.",
        {"bearer": "The Parties", "action": "observe", "object": "a ceasefire", "place": "in the whole of Libya"},
    ),
    (
        "art_2",
        "All mercenaries and foreign fighters shall depart from Libyan territory.",
        {"bearer": "All mercenaries and foreign fighters", "action": "depart", "place": "from Libyan territory"},
    ),
    (
        "art_3__para_1",
        "All military agreements on training inside Libya shall be suspended.",
        {"object": "All military agreements on training inside Libya", "action": "suspended"},
    ),
    (
        "art_3__para_2",
        "Training crews shall depart from Libya.",
        {"bearer": "Training crews", "action": "depart", "place": "from Libya"},
    ),
    (
        "art_5",
        "The Parties shall open the coastal road.",
        {"bearer": "The Parties", "action": "open", "object": "the coastal road"},
    ),
    (
        "art_6",
        "The Parties shall release all prisoners along the coastal road.",
        {"bearer": "The Parties", "action": "release", "object": "all prisoners", "place": "along the coastal road"},
    ),
)


def about(text: str, quote: str, stance: str = "AFFIRM", **more: object) -> Link | Unlinked:
    report = by_hand.report(text, by_hand.claim(text, quote, stance, **more))  # type: ignore[arg-type]
    return link(report, AGREEMENT).claims[0].about


def test_a_claim_is_tied_to_the_commitment_whose_words_it_shares() -> None:
    text = "He said that the mercenaries were leaving."
    assert about(text, text) == Link("art_2#1", None, 'shares "mercenaries", "leaving" with art_2')


def test_synonyms_of_the_field_count_as_the_same_word() -> None:
    text = "The captives were freed on Monday."
    assert about(text, text) == Link("art_6#1", None, 'shares "captives", "freed" with art_6')


def test_the_same_words_reach_the_other_duties_of_the_article() -> None:
    text = "The minister said that training agreements with Turkey are not covered."
    found = about(text, text, "REINTERPRET_EXCLUDE")
    assert isinstance(found, Link)
    assert (found.commitment, found.also) == ("art_3__para_1#1", ("art_3__para_2#1",))


def test_two_clauses_that_fit_equally_are_both_named() -> None:
    agreement = by_hand.agreement(
        ("art_2", "The Parties shall open the coastal road.", {"action": "open", "object": "the coastal road"}),
        ("art_5", "The Parties shall clear the coastal road.", {"action": "clear", "object": "the coastal road"}),
        ("art_6", "The Parties shall exchange prisoners.", {"action": "exchange", "object": "prisoners"}),
    )
    text = "Both sides spoke of the coastal road."
    report = by_hand.report(text, by_hand.claim(text, text, "AFFIRM"))
    assert link(report, agreement).claims[0].about == Unlinked("two clauses fit: art_2, art_5")


def test_what_a_duty_is_about_weighs_more_than_where_it_is_done() -> None:
    text = "Both sides spoke of the coastal road."
    assert about(text, text) == Link("art_5#1", None, 'shares "coastal", "road" with art_5')


def test_a_bare_ceasefire_is_the_matter_of_its_clause_and_not_the_agreements_name() -> None:
    text = "The mission recorded forty ceasefire violations."
    claim = by_hand.claim(text, text, "THIRD_PARTY_FINDING")
    report = by_hand.report(text, claim, agreements=(by_hand.mention(text, "ceasefire"),))
    assert link(report, AGREEMENT).claims[0].about == Link("art_1#1", "a1", 'shares "ceasefire" with art_1')


def test_a_common_word_alone_ties_nothing() -> None:
    text = "The council met in Libya."
    assert about(text, text) == Unlinked("shares no telling word with a commitment of the agreement")


def test_the_name_of_the_agreement_is_no_evidence_for_its_ceasefire_clause() -> None:
    text = "The ceasefire agreement is respected, he said."
    claim = by_hand.claim(text, text, "AFFIRM")
    report = by_hand.report(text, claim, agreements=(by_hand.mention(text, "The ceasefire agreement"),))
    assert link(report, AGREEMENT).claims[0].about == Link(None, "a1", "names the agreement and no clause of it")


def test_who_speaks_is_not_what_is_spoken_of() -> None:
    text = "The Coastal Road Authority said that nothing had changed."
    speaker = by_hand.actor("a", by_hand.span_in(text, "The Coastal Road Authority"), "A", kind="body")
    report = by_hand.report(text, by_hand.claim(text, text, "ASSESS", "a"), actors=(speaker,))
    assert link(report, AGREEMENT).claims[0].about == Unlinked(
        "shares no telling word with a commitment of the agreement"
    )


def test_who_acts_counts_when_nothing_else_tells() -> None:
    text = "The mercenaries met on Monday. A coastal road unit released prisoners."
    doer = by_hand.actor("a", by_hand.span_in(text, "The mercenaries"), None, kind="armed_group")
    unit = by_hand.actor("b", by_hand.span_in(text, "A coastal road unit"), None, kind="armed_group")
    met = by_hand.claim(text, "The mercenaries met on Monday", "COMPLY", "a", axis="conduct")
    said = by_hand.claim(text, "The mercenaries met on Monday", "AFFIRM", "a", claim_id="c2")
    did = by_hand.claim(text, "A coastal road unit released prisoners", "COMPLY", "b", claim_id="c3", axis="conduct")
    met_link, said_link, did_link = (
        c.about for c in link(by_hand.report(text, met, said, did, actors=(doer, unit)), AGREEMENT).claims
    )
    assert isinstance(met_link, Link)
    assert met_link.commitment == "art_2#1"
    assert isinstance(said_link, Unlinked)
    assert isinstance(did_link, Link)
    assert did_link.commitment == "art_6#1"


def test_what_was_done_before_the_signature_is_not_about_the_agreement() -> None:
    text = "In 2019 prisoners were released."
    assert about(text, text, on="2019-11-27") == Unlinked(
        "dated 2019-11-27, before the agreement was signed on 2020-10-23"
    )


def test_a_claim_about_another_agreement_stays_apart() -> None:
    text = "The ceasefire in Libya stands. The memorandum with Turkey frees prisoners."
    claim = by_hand.claim(text, "The memorandum with Turkey frees prisoners", "AFFIRM", about=Link(None, "a2", "named"))
    mentions = (by_hand.mention(text, "The ceasefire in Libya"), by_hand.mention(text, "The memorandum", "a2"))
    report = by_hand.report(text, claim, agreements=mentions)
    assert link(report, AGREEMENT).claims[0].about == Unlinked("is about another agreement: a2")


def test_a_mention_with_another_date_is_another_agreement() -> None:
    text = "The ceasefire in Libya of 2016 failed."
    claim = by_hand.claim(text, text, "ASSESS")
    report = by_hand.report(text, claim, agreements=(by_hand.mention(text, "The ceasefire in Libya", on="2016"),))
    # Its name is not hidden then, and the words left are judged like any others.
    assert link(report, AGREEMENT).claims[0].about == Link("art_1#1", None, 'shares "ceasefire", "Libya" with art_1')


def test_an_echo_is_about_what_it_echoes() -> None:
    text = "The minister excluded training agreements. Ankara repeated this."
    first = by_hand.claim(text, "The minister excluded training agreements", "REINTERPRET_EXCLUDE")
    echo = by_hand.claim(text, "Ankara repeated this", "ECHO", claim_id="c2", echo_of="c1")
    linked = link(by_hand.report(text, first, echo), AGREEMENT).claims[1].about
    assert isinstance(linked, Link)
    assert linked.commitment == "art_3__para_1#1"
    assert linked.reason.startswith("repeats c1, which shares")


def test_words_that_point_back_take_up_the_claim_before() -> None:
    text = "The minister excluded training agreements. The prime minister had not spoken on the matter."
    first = by_hand.claim(text, "The minister excluded training agreements", "REINTERPRET_EXCLUDE")
    silence = by_hand.claim(text, "The prime minister had not spoken on the matter", "PUBLIC_SILENCE", claim_id="c2")
    linked = link(by_hand.report(text, first, silence), AGREEMENT).claims[1].about
    assert isinstance(linked, Link)
    assert linked.commitment == "art_3__para_1#1"
    assert linked.reason.startswith("takes up c1, which")


def test_conduct_in_another_state_is_outside_a_clause_that_says_inside() -> None:
    text = "It released a video of training agreements at work in Turkey."
    claim = by_hand.claim(text, text, "CONDUCT_SIGNAL", axis="conduct")
    assert link(by_hand.report(text, claim), AGREEMENT).claims[0].notes == (OUTSIDE_THE_LETTER,)


def test_conduct_inside_the_named_state_is_within_the_letter() -> None:
    text = "It released a video of training agreements at work in Libya."
    claim = by_hand.claim(text, text, "CONDUCT_SIGNAL", axis="conduct")
    assert link(by_hand.report(text, claim), AGREEMENT).claims[0].notes == ()


def test_a_town_that_no_table_knows_decides_nothing_on_the_letter() -> None:
    text = "It released a video of training agreements at work in Misrata."
    claim = by_hand.claim(text, text, "CONDUCT_SIGNAL", axis="conduct")
    assert link(by_hand.report(text, claim), AGREEMENT).claims[0].notes == ()


def test_linking_twice_changes_nothing() -> None:
    text = "It released a video of training agreements at work in Turkey."
    report = by_hand.report(text, by_hand.claim(text, text, "CONDUCT_SIGNAL", axis="conduct"))
    once = link(report, AGREEMENT)
    assert link(once, AGREEMENT) == once


def test_the_order_of_the_claims_is_kept() -> None:
    text = "Prisoners were released. Mercenaries left."
    second = by_hand.claim(text, "Mercenaries left", "REPORT_PROGRESS", claim_id="c2")
    first = by_hand.claim(text, "Prisoners were released", "REPORT_PROGRESS")
    report = by_hand.report(text, second, first)
    assert [claim.id for claim in link(report, AGREEMENT).claims] == ["c2", "c1"]
    assert link(replace(report, claims=(first, second)), AGREEMENT).claims[1] == link(report, AGREEMENT).claims[0]


def test_the_word_agreement_alone_ties_nothing() -> None:
    text = "He said that the agreements would hold."
    assert about(text, text) == Unlinked("shares no telling word with a commitment of the agreement")


def test_a_claim_that_names_the_act_does_not_reach_the_articles_other_acts() -> None:
    text = "He agreed to freeze the training programme."
    found = about(text, text)
    assert isinstance(found, Link)
    assert (found.commitment, found.also) == ("art_3__para_1#1", ())


def test_a_claim_that_names_both_acts_reaches_both() -> None:
    text = "Training agreements were suspended and training crews departed."
    found = about(text, text)
    assert isinstance(found, Link)
    assert {found.commitment, *found.also} == {"art_3__para_1#1", "art_3__para_2#1"}


def test_what_the_agreement_calls_itself_is_no_evidence() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall publish this Agreement on the radio.", {"object": "this Agreement on the radio"}),
        ("art_2", "The Parties shall build a hospital.", {"object": "a hospital"}),
    )
    text = "He spoke of the memorandum and the agreement."
    report = by_hand.report(text, by_hand.claim(text, text, "AFFIRM"))
    assert link(report, agreement).claims[0].about == Unlinked(
        "shares no telling word with a commitment of the agreement"
    )


def test_a_countrys_name_is_no_second_word() -> None:
    agreement = by_hand.agreement(
        ("art_1", "Foreign fighters shall leave Libya.", {"bearer": "Foreign fighters", "place": "Libya"}),
        ("art_2", "Foreign advisers shall leave Libya.", {"bearer": "Foreign advisers", "place": "Libya"}),
        ("art_3", "The Parties shall build a hospital.", {"object": "a hospital"}),
    )
    text = "Foreign envoys met in Libya."
    report = by_hand.report(text, by_hand.claim(text, text, "AFFIRM"))
    assert link(report, agreement).claims[0].about == Unlinked(
        "shares no telling word with a commitment of the agreement"
    )


def test_an_adjective_alone_ties_nothing() -> None:
    text = "Foreign envoys met on Monday."
    words = by_hand.span_in(AGREEMENT.document.text, "foreign")
    adjective = Token(0, "foreign", "foreign", "ADJ", "JJ", "amod", 0, words.start, words.end)
    parsed = replace(AGREEMENT, parses={"art_2": Parse((adjective,), ((0, 1),))})
    report = by_hand.report(text, by_hand.claim(text, text, "AFFIRM"))
    assert isinstance(link(report, AGREEMENT).claims[0].about, Link)
    assert isinstance(link(report, parsed).claims[0].about, Unlinked)


def test_armed_men_are_no_weapons_and_forced_is_no_force() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall withdraw all arms.", {"action": "withdraw", "object": "all arms"}),
        ("art_2", "The joint force shall guard the port.", {"bearer": "The joint force", "object": "the port"}),
    )
    text = "Armed men were seen. Forced recruitment goes on. Weaponry was seen."
    claims = [
        by_hand.claim(text, quote, "ASSESS", claim_id=quote)
        for quote in ("Armed men were seen", "Forced recruitment goes on", "Weaponry was seen")
    ]
    armed, forced, weaponry = (claim.about for claim in link(by_hand.report(text, *claims), agreement).claims)
    assert isinstance(armed, Unlinked)
    assert isinstance(forced, Unlinked)
    assert isinstance(weaponry, Link)


def test_the_proposition_decides_and_not_who_is_described_around_it() -> None:
    text = "The chief of the coastal road, who frees prisoners, said that mercenaries stay."
    claim = by_hand.claim(text, text, "ASSESS", proposition=by_hand.span_in(text, "mercenaries stay"))
    found = link(by_hand.report(text, claim), AGREEMENT).claims[0].about
    assert found == Link("art_2#1", None, 'shares "mercenaries" with art_2')


def test_an_agreement_of_this_kind_is_a_name_also_where_no_mention_says_so() -> None:
    text = "He called it a violation of the ceasefire agreement."
    assert isinstance(about(text, text, "ACCUSE"), Unlinked)


class Letters:
    """Stands in for an encoder: a text is how often it has each letter."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        return [[float(text.count(letter)) for letter in "xyz"] for text in texts]


def test_an_encoder_names_candidates_and_ties_nothing() -> None:
    text = "It is a zoo."
    report = by_hand.report(text, by_hand.claim(text, text, "ASSESS"))
    without = link(report, AGREEMENT).claims[0].about
    found = link(report, AGREEMENT, Letters()).claims[0].about
    assert isinstance(without, Unlinked)
    assert isinstance(found, Unlinked)
    assert found.reason.startswith(f"{without.reason}; nearest in meaning, for a person to look at: art_")


def test_an_encoder_changes_no_claim_that_structure_ties() -> None:
    text = "He said that the mercenaries were leaving."
    report = by_hand.report(text, by_hand.claim(text, text, "AFFIRM"))
    assert link(report, AGREEMENT, Letters()) == link(report, AGREEMENT)


def _place(report: Report, words: str, kind: PlaceKind, country: str) -> Place:
    at = report.document.text.index(words)
    span = report.document.span(at, at + len(words))
    return Place(span, (span,), Location(kind, country, NoPoint("not asked for"), "by hand", "by hand"))


def _of_training(words: str, town: str, country: str) -> tuple[str, ...]:
    text = f"Libya is at peace. {words}"
    report = by_hand.report(text, by_hand.claim(text, words, "CONDUCT_SIGNAL", axis="conduct"))
    places = (_place(report, "Libya", PlaceKind.COUNTRY, "LBY"), _place(report, town, PlaceKind.TOWN, country))
    return link(replace(report, places=places), AGREEMENT).claims[0].notes


def test_a_town_abroad_is_outside_the_letter_where_a_gazetteer_has_its_country() -> None:
    words = "A video of military agreements on training was made in Isparta."
    assert OUTSIDE_THE_LETTER in _of_training(words, "Isparta", "TUR")


def test_a_town_of_the_clauses_own_state_is_inside() -> None:
    words = "A video of military agreements on training was made in Zuwara."
    assert OUTSIDE_THE_LETTER not in _of_training(words, "Zuwara", "LBY")


def _numbered(agreement: Agreement) -> Agreement:
    """The agreement with the numbers that its clauses' ids speak of."""
    return replace(agreement, clauses=tuple(replace(c, number=c.id.rpartition("_")[2]) for c in agreement.clauses))


def _about_clause(text: str, *mentions: AgreementMention) -> Link | Unlinked:
    report = by_hand.report(text, by_hand.claim(text, text, "ACCUSE"), agreements=mentions)
    return link(report, _numbered(AGREEMENT)).claims[0].about


def test_a_clause_named_by_its_number_is_what_the_claim_is_about() -> None:
    assert _about_clause("The flights violated article 2.") == Link("art_2#1", None, "names art_2")
    assert _about_clause("The flights violated Article II of the ceasefire agreement.") == Link(
        "art_2#1", None, "names art_2"
    )
    found = _about_clause("The prisoners of the coastal road show that article 5 is dead.")
    assert found == Link("art_5#1", None, 'names the clause; shares "coastal", "road" with art_5')


def test_a_number_below_an_article_names_that_part_of_it() -> None:
    assert _about_clause("It was against article 3(2).") == Link("art_3__para_2#1", None, "names art_3__para_2")
    assert _about_clause("It was against article 3.") == Unlinked(
        "names a clause with several commitments: art_3__para_1#1, art_3__para_2#1"
    )


def test_a_clause_of_something_else_is_none_of_the_agreement() -> None:
    nothing = Unlinked("shares no telling word with a commitment of the agreement")
    assert _about_clause("It was against article 2 of the constitution.") == nothing
    assert _about_clause("It was against point 2.") == nothing
    text = "It was against article 2 of the Brell accord."
    assert _about_clause(text, by_hand.mention(text, "the Brell accord", on="2016")) == nothing


def test_a_claim_that_names_neither_agreement_nor_clause_says_so() -> None:
    text = "The ceasefire in Libya stands. The minister declined to comment."
    claim = by_hand.claim(text, "The minister declined to comment", "PUBLIC_SILENCE", about=Link(None, "a1", "named"))
    report = by_hand.report(text, claim, agreements=(by_hand.mention(text, "The ceasefire in Libya"),))
    reason = "stands in a report on the agreement; names no clause of it"
    assert link(report, AGREEMENT).claims[0].about == Link(None, "a1", reason)


def test_numbers_and_the_names_of_who_is_bound_tell_nothing_alone() -> None:
    agreement = by_hand.agreement(
        (
            "art_1",
            "The Lowland Guard shall hand the port of Garba back.",
            {"bearer": "The Lowland Guard", "object": "the port of Garba"},
        ),
        ("art_2", "A board of five members shall be formed.", {"object": "A board of five members"}),
        ("art_3", "The Parties shall open the roads to Garba.", {"object": "the roads to Garba"}),
    )
    names = [by_hand.span_in(agreement.document.text, word) for word in ("Lowland", "Guard", "Garba")]
    tokens = tuple(Token(n, s.exact, s.exact, "PROPN", "NNP", "x", n, s.start, s.end) for n, s in enumerate(names))
    agreement = replace(agreement, parses={"art_1": Parse(tokens, ((0, len(tokens)),))})
    for text in ("Shells fell on Lowland posts near Garba.", "The Lowland Guard met.", "He saw three of five prisons."):
        report = by_hand.report(text, by_hand.claim(text, text, "ACCUSE"))
        assert link(report, agreement).claims[0].about == Unlinked(
            "shares no telling word with a commitment of the agreement"
        )


def test_two_words_that_stand_in_one_article_only_tie_a_claim_to_it() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall take part in no drilling of pupils in the valley.", {"place": "in the valley"}),
        ("art_2", "The Parties shall open a school.", {"bearer": "The Parties", "object": "a school"}),
    )
    text = "He accused them of drilling pupils by night."
    found = link(by_hand.report(text, by_hand.claim(text, text, "ACCUSE")), agreement).claims[0].about
    assert found == Link("art_1#1", None, 'shares "drilling", "pupils" with art_1')


def test_who_has_left_something_undone_is_what_the_claim_is_about() -> None:
    text = "The mercenaries have yet to move."
    doer = by_hand.actor("a", by_hand.span_in(text, "The mercenaries"), None, kind="armed_group")
    report = by_hand.report(text, by_hand.claim(text, text, "REPORT_NOT_DONE", "a"), actors=(doer,))
    assert link(report, AGREEMENT).claims[0].about == Link("art_2#1", None, 'shares "mercenaries" with art_2')


def test_an_agreement_is_known_by_where_it_was_signed() -> None:
    sentence = "The Parties shall open a school."
    agreement = by_hand.agreement(("art_1", sentence, {"object": "a school"}))
    signed = replace(
        agreement,
        title=None,
        anchors={},
        document=replace(agreement.document, text=f"{agreement.document.text}\nDone at Nairobi on 3 May 2020"),
    )
    text = "The Nairobi memorandum stands, he said."
    report = by_hand.report(
        text, by_hand.claim(text, text, "AFFIRM"), agreements=(by_hand.mention(text, "The Nairobi memorandum"),)
    )
    assert link(report, signed).claims[0].about == Link(None, "a1", "names the agreement and no clause of it")


def test_to_hand_something_over_alone_ties_nothing_and_a_prison_holds_prisoners() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall hand over the port.", {"action": "hand over", "object": "the port"}),
        ("art_2", "The Parties shall open all places of detention.", {"object": "all places of detention"}),
    )
    lists, cells = "Both sides handed in lists.", "He saw two prisons."
    claims = [by_hand.claim(f"{lists} {cells}", words, "ASSESS", claim_id=words) for words in (lists, cells)]
    handed, seen = (c.about for c in link(by_hand.report(f"{lists} {cells}", *claims), agreement).claims)
    assert isinstance(handed, Unlinked)
    assert seen == Link("art_2#1", None, 'shares "prisons" with art_2')
