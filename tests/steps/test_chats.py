"""Who writes in a chat, in whatever layout its program prints it."""

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "03/11/2023, 09:44 - M23 Liaison: We reject this. The army shelled Bambo on Thursday with mortars.",
            ("M23 Liaison", "ACCUSE"),
        ),
        ("12/04/22, 9:15 pm - Ali: Army shelled the village again.", ("Ali", "ACCUSE")),
        ("[02/05/2021, 10:04:11] Nuri: The army shelled our camp near Sebha.", ("Nuri", "ACCUSE")),
        ("[09:14] LNO_Front: The army attacked our checkpoint at the mill.", ("LNO_Front", "ACCUSE")),
        ("[09:14] obi: the army shelled our checkpoint at the mill", ("obi", "ACCUSE")),
        ("<lno_front> the army attacked our checkpoint at the mill", ("lno_front", "ACCUSE")),
        ("<obi> the army attacked our checkpoint\n<kato> we did not fire on any checkpoint", ("kato", "DENY_CONDUCT")),
        ("lno_front 09:14\nThe army attacked our checkpoint.", ("lno_front", "ACCUSE")),
        (
            "lno_front 09:14\nThe army attacked our checkpoint.\n\nlno_army 09:20\nWe did not fire on any checkpoint.",
            ("lno_army", "DENY_CONDUCT"),
        ),
    ],
)
def test_who_writes_an_entry_says_what_stands_in_it(text, told):
    assert told_wholly(text)[-1] == told


@pytest.mark.parametrize(
    "text",
    [
        "03/11/2023, 09:44 - M23 Liaison: The army shelled Bambo on Thursday with mortars.",
        "<ops1> army shelled Bori",
        "[09:14] lno_front: the army attacked our checkpoint\n[09:20] lno_army: we did not fire on any checkpoint",
    ],
)
def test_neither_time_nor_name_is_in_what_is_quoted(text):
    report = read_wholly(text)
    assert report.claims
    assert not any(sign in c.quote.span.exact for c in report.claims for sign in "<>[]:")


@pytest.mark.parametrize(
    "text",
    [
        "<br> The army shelled Kilo on 3 May.",
        "Kampala 09:14\n\nThe army shelled Kilo on 3 May.",
        "[09:14] Update: The army shelled Kilo on 3 May.",
        "[09:14] Sector East: The army shelled Kilo on 3 May.",
    ],
)
def test_what_looks_like_a_writer_and_is_none(text):
    assert ("army", "BREACH") in told_wholly(text)


def test_whoever_writes_most_of_a_thread_narrates_it():
    lines = [f"[Fri 15 June, 11:4{n}] harte_77: The army shelled Kilo on {n} May." for n in range(3, 7)]
    assert told_wholly("\n\n".join([*lines, "[Fri 15 June, 12:10] kato: We broke no truce."]))[0] == ("army", "BREACH")
