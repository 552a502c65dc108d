"""Names that bodies elsewhere bear too, and bodies named before they were formed."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import Flag
from trucewatch.steps.claims.actor_table import ActorTable
from trucewatch.steps.claims.setting import Setting
from trucewatch.vocabulary.reports import own_actors, report_vocabulary, with_actors


def known(text: str) -> set[str]:
    return {actor.ids["trucewatch"] for actor in read(text).actors if actor.ids}


def doubt(text: str) -> Flag | None:
    return next((flag for flag in read(text).document.flags if flag.code == "later-name"), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bogotá, 3 May 2018. The National Liberation Army denied it.", {"co_eln"}),
        ("Skopje, 3 May 2001. The National Liberation Army denied it.", set()),
        ("Lusaka, 3 May 2000. The Joint Military Commission met. It found no breach of the truce.", set()),
        ("Libyans went home. The Joint Military Commission said the truce had held.", {"ly_jmc"}),
        ("The Ambazonia Governing Council (AGC) denied it.", set()),
        ("The Moro Islamic Liberation Front denied it.", {"ph_milf"}),
        ("The Houthis denied it.", {"ye_houthi"}),
        ("Haftar denied it. Hifter said the truce had held.", {"ly_haftar"}),
        ("Haftar denied it. Serraj rejected the truce. The LNA denied it.", {"ly_haftar", "ly_serraj", "ly_lna"}),
        # Two sets of initials can meet by chance.
        ("The LNA denied it. The GNA rejected the truce.", set()),
        ("The African Union said the truce had held.", {"au"}),
    ],
)
def test_a_name_means_a_known_actor_only_where_the_text_is_about_its_conflict(text, expected):
    assert known(text) - {"co", "mk", "ly"} == expected


def test_a_users_own_actors_are_meant_anywhere():
    own = own_actors("mine.yaml", "- {id: ly_lna, conflict: libya, kind: party, aliases: [Eastern Command]}\n")
    nowhere = Setting(frozenset(), None)
    assert ActorTable(report_vocabulary(), nowhere).named("Libyan National Army") is None
    mine = ActorTable(with_actors(report_vocabulary(), own), nowhere)
    assert [known.id for name in ("Libyan National Army", "Eastern Command") if (known := mine.named(name))] == [
        "ly_lna",
        "ly_lna",
    ]


def test_every_conflict_of_the_table_has_its_words_or_is_everywhere():
    vocabulary = report_vocabulary()
    assert {actor.conflict for actor in vocabulary.actors} == {*vocabulary.conflicts, "states"}


def test_a_body_that_was_formed_after_the_last_day_is_doubted_with_its_words():
    flag = doubt("Tripoli, 3 May 2020. The Government of National Unity said the truce had held.")
    assert flag is not None
    assert [span.exact for span in flag.evidence] == ["Government of National Unity"]
    assert flag.message == "by the table of known actors a body was formed later than any day that the text gives"


@pytest.mark.parametrize(
    "text",
    [
        "Tripoli, 3 May 2022. The Government of National Unity said the truce had held.",
        "Tripoli, 3 May 2020. A Government of National Unity would be formed by 30 June 2021, the envoy said.",
        "Harare, 3 May 2009. The Government of National Unity said the truce had held.",
        "Tripoli. The Government of National Unity said the truce had held.",
    ],
    ids=["later", "until later", "elsewhere", "no day"],
)
def test_no_doubt_where_the_text_reaches_its_time_is_set_elsewhere_or_gives_no_day(text):
    assert doubt(text) is None
