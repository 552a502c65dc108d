"""Who is named in a report: spellings, clusters, kinds; names are always words of the text."""

import json
from pathlib import Path

import pytest

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import read, told
from trucewatch.core.errors import BadVocabulary
from trucewatch.steps.claims.actor_table import ActorTable
from trucewatch.steps.claims.mentions import folded, skeleton
from trucewatch.vocabulary.reports import own_actors, report_vocabulary, with_actors


def test_two_spellings_of_a_name_fold_alike():
    assert folded("The Türkiye’s army") == folded("turkiye army")
    assert folded("Salah al-Din") == "salah al din"


@pytest.mark.parametrize(("one", "other"), [("Serraj", "Sarraj"), ("Haftar", "Hifter"), ("Namroush", "al-Namrush")])
def test_transliterations_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


def test_different_names_do_not_share_a_skeleton():
    assert skeleton("Machar") != skeleton("Maduro")


def test_an_abbreviation_introduced_in_the_text_is_a_name():
    report = read("The Joint Ceasefire Board (JCB) met. The JCB recorded 14 violations.")
    (claim,) = report.claims
    actor = next(a for a in report.actors if a.id == claim.speaker)
    assert {"Joint Ceasefire Board", "JCB"} <= {m.exact for m in actor.mentions}


def test_two_names_side_by_side_are_two_actors():
    report = read("President Anna Berg and Prime Minister Tomas Lind signed the ceasefire agreement.")
    names = {m.exact for a in report.actors if a.name.exact == "Anna Berg" for m in a.mentions}
    assert not any("Lind" in name for name in names)


def test_unnamed_officials_are_anonymous():
    report = read("Two officials who asked not to be named said the army had violated the truce.")
    (claim,) = report.claims
    actor = next(a for a in report.actors if a.id == claim.speaker)
    assert (actor.kind, actor.authority, actor.name.exact) == ("anonymous", "5", "Two officials")
    assert claim.visibility == "private-anonymous"


def test_a_statement_is_its_authors():
    report = read('"The truce is dead," said a statement from the Front.')
    assert told(report) == [("Front", "WITHDRAW")]


def test_a_title_gives_the_level_of_authority():
    report = read("Defence minister Lena Okafor said the rebels had violated the truce.")
    assert report.actors[0].authority == "2"


def test_somebody_called_only_he_is_an_actor_called_he():
    assert told(read("He said the truce did not cover the port.")) == [("He", "REINTERPRET_EXCLUDE")]


def test_no_alias_stands_for_two_actors():
    seen: dict[str, str] = {}
    for actor in report_vocabulary().actors:
        for alias in actor.aliases:
            assert seen.setdefault(folded(alias), actor.id) == actor.id, alias


def test_every_cue_names_a_known_stance_and_known_classes():
    vocabulary = report_vocabulary()
    for cue in vocabulary.cues:
        assert cue.stance in vocabulary.stances, cue
        named = [w[1:] for w in (*cue.head, *cue.words, *cue.also, *cue.without) if w.startswith("@")]
        assert set(named) <= vocabulary.classes.keys(), cue


# ---------------------------------------------------------------------- who is listed, and under which id


def names(report):
    return {a.name.exact: {m.exact for m in a.mentions} for a in report.actors}


def ids(report):
    return {a.name.exact: a.id for a in report.actors}


def test_a_spokesman_is_not_the_body_he_speaks_for():
    report = read("Ahmed al-Mismari, the spokesman of the LNA, said that the truce did not cover Sirte.")
    (speaker,) = [a for a in report.actors if a.id == report.claims[0].speaker]
    assert (speaker.name.exact, speaker.kind, speaker.side) == ("Ahmed al-Mismari", "person", "ly_lna")
    assert "LNA" not in {m.exact for m in speaker.mentions}


def test_a_name_with_al_is_one_name():
    report = read("General Abdel Fattah al-Burhan called the attack a breach. Burhan's army left the camp.")
    assert ids(report)["Abdel Fattah al-Burhan"] == "sd_burhan"
    assert not {"-", "al", "Abdel Fattah"} & names(report).keys()


def test_a_known_actor_has_one_id_however_it_is_spelt():
    one = read("Fayez al-Sarraj said the truce covered the port.")
    other = read("Prime Minister Faiez Serraj said the truce did not cover the port.")
    assert one.actors[0].id == other.actors[0].id == "ly_serraj"


def test_a_person_behind_two_titles_is_found():
    report = read(
        "Prime Minister Tomas Lind and Turkish President Recep Tayyip Erdoğan signed a memorandum on trade. "
        "The army said the rebels had violated the truce."
    )
    assert "Recep Tayyip Erdoğan" in names(report)


def test_a_state_is_one_actor_by_its_capital_and_by_its_adjective():
    report = read(
        "Ethiopian authorities said the ceasefire did not cover the border. "
        "Addis Ababa repeated that the agreement did not cover it. "
        "The Ethiopian government denied that its troops had shelled Adwa."
    )
    (state,) = [a for a in report.actors if a.kind == "state"]
    assert state.id == "et"
    assert {"Ethiopian authorities", "Addis Ababa", "Ethiopian government"} <= {m.exact for m in state.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "A committee met in the southern city of Ghadames. The army said the rebels had violated the truce.",
        "The army said the rebels had looted Rutshuru, in violation of the truce.",
        "The deputy minister wrote on his Twitter account that the army had violated the truce.",
    ],
)
def test_places_and_accounts_are_no_actors(text):
    listed = " ".join(names(read(text)))
    assert not any(word in listed for word in ("Ghadames", "Rutshuru", "Twitter", "account"))


def test_the_series_of_a_report_is_no_part_of_its_publisher():
    report = read(
        "The army said the rebels had violated the truce. "
        "For the background, see Crisis Group Africa Briefing No. 140, A Truce on Paper, 3 March 2019."
    )
    assert [s.publisher.exact for s in report.sources if s.publisher] == ["Crisis Group"]
    assert {a.kind for a in report.actors if a.name.exact == "Crisis Group"} == {"body"}


def test_a_government_of_accord_is_no_agreement():
    report = read("The Government of National Accord denied that its troops had shelled the port.")
    assert report.agreements == ()


def test_a_front_is_the_one_that_was_named_in_full():
    report = read(
        "The Moro Islamic Liberation Front signed the truce. The Front said the truce did not cover the port."
    )
    assert {"Moro Islamic Liberation Front", "Front"} <= names(report)["Moro Islamic Liberation Front"]


@needs_shared
def test_everybody_whom_the_libya_passage_names_is_listed():
    text = (SHARED / "cases" / "libya" / "passage.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "domain" / "libya.gold.json").read_text(encoding="utf-8"))
    mentioned = [folded(m.exact) for a in read(text).actors for m in a.mentions]
    for actor in gold["actors"]:
        here = [name for name in map(folded, actor["names"]) if name in folded(text) and name != "he"]
        assert not here or any(name in mention for name in here for mention in mentioned), actor


# ---------------------------------------------------------------------- the table

REGIONS = {
    "libya": ("ly", "ly_lna"),
    "yemen": ("ye", "ye_houthi"),
    "ukraine": ("ua", "ua_dpr"),
    "south_sudan": ("ss", "ss_io"),
    "sudan": ("sd", "sd_splmn"),
    "ethiopia": ("et", "et_tplf"),
    "syria": ("sy", "sy_sdf"),
    "colombia": ("co", "co_eln"),
    "caucasus": ("az", "cau_abkhazia"),
    "philippines": ("ph", "ph_milf"),
    "israel_palestine": ("il", "ps_hamas"),
    "lebanon": ("lb", "lb_hezbollah"),
    "myanmar": ("mm", "mm_kia"),
    "drc": ("cd", "cd_m23"),
    "afghanistan": ("af", "af_taliban"),
}


@pytest.mark.parametrize(("conflict", "ids"), REGIONS.items())
def test_every_region_has_its_state_its_parties_and_their_codes(conflict, ids):
    actors = {a.id: a for a in report_vocabulary().actors}
    state, party = (actors[name] for name in ids)
    assert {"iso3", "gw", "ucdp"} <= state.ids.keys()
    assert party.side
    assert party.ids["ucdp"].isdigit()
    assert sum(a.conflict == conflict for a in actors.values()) >= 6


def test_no_name_of_the_table_means_two_actors():
    seen: dict[str, str] = {}
    for actor in report_vocabulary().actors:
        for alias in actor.aliases:
            assert seen.setdefault(folded(alias), actor.id) == actor.id


@needs_shared
def test_the_ucdp_ids_are_those_of_the_public_list():
    import csv

    with (SHARED / "data" / "ucdp" / "ucdp_actors_22_1.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["ActorId"] for row in csv.DictReader(file)}
    assert {a.ids["ucdp"] for a in report_vocabulary().actors if "ucdp" in a.ids} <= known


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Hizbollah", "lb_hezbollah"),
        ("Volodymyr Zelenski", "ua_zelensky"),
        ("Abdul-Hamid Dbaibah", "ly_dbeibah"),
        ("Mohamed Abdel Salam", "ye_abdulsalam"),
        ("Benyamin Netanyahou", "il_netanyahu"),
        ("Taleban", "af_taliban"),
        ("Getachaw Reda", "et_getachew"),
        ("Anna Berg", None),
        ("Salman", None),
    ],
)
def test_other_spellings_of_a_name_find_its_entry_and_other_names_none(name, actor):
    found = ActorTable(report_vocabulary()).named(name)
    assert (found.id if found else None) == actor


def test_a_name_as_near_to_two_entries_is_neither():
    own = own_actors(
        "mine.yaml",
        "- {id: a, conflict: x, kind: person, aliases: [Tomas Lindberka]}\n"
        "- {id: b, conflict: x, kind: person, aliases: [Tomas Lindberga]}\n",
    )
    assert ActorTable(with_actors(report_vocabulary(), own)).named("Tomas Lindberta") is None


def test_a_users_own_actors_come_first_and_add_to_the_packaged_ones():
    own = own_actors(
        "mine.yaml",
        "- {id: zz_front, conflict: zz, kind: armed_group, aliases: [Valley Front, '@ValleyFront'], side: zz}\n"
        "- {id: ly_lna, conflict: libya, kind: party, aliases: [Eastern Command], ids: {acled: '7'}}\n",
    )
    vocabulary = with_actors(report_vocabulary(), own)
    table = ActorTable(vocabulary)
    assert table.named("@valleyfront").id == "zz_front"
    joined = table.named("Eastern Command")
    assert joined == table.named("Libyan National Army")
    assert (joined.side, joined.ids["acled"], joined.ids["ucdp"]) == ("ly_lna", "7", "7072")
    assert report_vocabulary().actors[0].id != "zz_front"


def test_faults_of_a_users_actors_are_told_together():
    with pytest.raises(BadVocabulary) as error:
        own_actors("mine.yaml", "- {id: a, kind: person}\n- {id: b, conflict: x, kind: party, aliases: Front}\n")
    assert "mine.yaml" in str(error.value)
    assert "entry 1" in str(error.value)
    assert "entry 2" in str(error.value)


def test_a_number_behind_which_a_clause_begins_ends_there():
    # The parser hangs "that the airstrip ..." below "one by one", of which no word is left.
    report = read(
        "The negotiator assured three ambassadors one by one that the airstrip would be handed over, one of the three said."
    )
    assert [c.stance for c in report.claims]


def called(text: str) -> set[str]:
    """All that the only claim's speaker is called."""
    report = read(text)
    (claim,) = report.claims
    return {m.exact for a in report.actors if a.id == claim.speaker for m in a.mentions}


def test_the_men_of_a_body_are_that_body():
    report = read("The FRUD signed the ceasefire. On 4 March some 200 FRUD fighters seized the village of Obo.")
    seized = report.claims[-1]
    actor = next(a for a in report.actors if a.id == seized.speaker)
    assert {"FRUD", "some 200 FRUD fighters"} <= {m.exact for m in actor.mentions}


def test_men_of_nobody_named_stay_apart():
    report = read("The FRUD signed the ceasefire. On 4 March some 200 masked fighters seized the village of Obo.")
    actor = next(a for a in report.actors if a.id == report.claims[-1].speaker)
    assert "FRUD" not in {m.exact for m in actor.mentions}


def test_a_person_is_also_called_without_what_stands_around_the_name():
    assert "Hidipo Nghidinwa" in called("Hidipo Nghidinwa of SWAPO said his movement had violated no ceasefire.")


def test_a_date_in_front_is_no_part_of_a_name():
    report = read("FRAPH signed the truce. On 11 October FRAPH gunmen attacked the ceasefire monitors at the port.")
    names = {m.exact for a in report.actors for m in a.mentions}
    assert not any("11 October" in name for name in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Justice and Equality Movement said it had kept the truce.", "Justice and Equality Movement"),
        ("The Special Monitoring Mission to Ukraine recorded six explosions.", "Special Monitoring Mission to Ukraine"),
        ("This Commission recorded two violations. The Commission found no weapons.", "Commission"),
    ],
)
def test_a_body_is_called_by_its_full_name(text, name):
    assert told(read(text))[0][0] == name


def test_a_mission_is_a_body_whatever_its_label():
    report = read(
        "The United Nations Observer Mission in Georgia recorded two violations. The Mission could not enter."
    )
    assert next((a.name.exact, a.kind) for a in report.actors) == ("United Nations Observer Mission in Georgia", "body")


def test_a_liberation_army_is_not_taken_for_a_states():
    report = read("The Tiba Liberation Army said it had kept the truce. The Tiba Army denied it.")
    assert [(a.name.exact, a.kind) for a in report.actors] == [
        ("Tiba Liberation Army", "armed_group"),
        ("Tiba Army", "state"),
    ]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The M23 rebels denied it.", "cd_m23"),
        ("Yemen's Houthi movement said it had kept the truce.", "ye_houthi"),
        ("Twenty M23 rebels said they had kept the truce.", None),
        ("An M23 rebel said they had kept the truce.", None),
        ("Former Houthi rebels said they had kept the truce.", None),
    ],
)
def test_rebels_by_the_name_of_their_group_are_the_group(text, side):
    assert [a.side for a in read(text).actors] == [side]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ujwal, deputy commander of the Third Division, said the army had broken the truce.", "Ujwal", "person"),
        ("Com. Ujwal said the army had broken the truce.", "Ujwal", "person"),
        ("Baku, the capital of the oil, said the army had broken the truce.", "Baku", "state"),
    ],
)
def test_who_holds_an_office_or_a_title_is_a_person_by_one_name_too(text, name, kind):
    assert [(a.name.exact, a.kind) for a in read(text).actors if a.name.exact == name] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("According to the village sheikh, the army had broken the truce.", "person"),
        ("The SPLM/A denied that it had broken the truce.", "body"),
    ],
)
def test_what_somebody_without_an_office_is(text, kind):
    assert read(text).actors[0].kind == kind


def test_a_council_of_others_is_not_the_one_that_was_named():
    report = read("The Druze Military Council said so. The tribes' council said its men had answered a sniper.")
    names = {a.id: a.name.exact for a in report.actors}
    assert names[report.claims[-1].speaker] == "tribes' council"
    assert sorted(names.values()) == ["Druze Military Council", "tribes' council"]


def test_who_holds_a_high_office_of_a_state_is_not_anonymous():
    report = read("Jordan's foreign minister urged all sides to keep the truce. A minister said it would hold.")
    levels = {a.name.exact: (a.kind, a.authority) for a in report.actors}
    assert levels["Jordan's foreign minister"] == ("person", "2")
    assert levels["minister"] == ("anonymous", "5")


def test_he_is_the_last_one_named_by_what_he_is():
    text = "Col. Firas Haddad said the city was empty. A clerk in Orr denied this. He said that rebels had broken the truce."
    assert told(read(text))[-1] == ("clerk in Orr", "ACCUSE")


def test_a_ministry_in_small_letters_is_called_by_all_of_its_words():
    report = read("Armenia's defence ministry said Azeri forces had broken the truce in Nagorno-Karabakh on Saturday.")
    assert [a.name.exact for a in report.actors if "ministry" in a.name.exact] == ["Armenia's defence ministry"]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("The Azeri state commission", None),
        ("The parliamentary commission", None),
        ("The army's aid commission", None),
        ("Its human rights commission", None),
        ("The Joint Monitoring Commission", "T"),
        ("The commission of inquiry", "T"),
    ],
)
def test_a_states_own_commission_is_no_third_party(name, level):
    report = read(f"{name} said the army had broken the truce.")
    assert [a.authority for a in report.actors if "ommission" in a.name.exact] == [level]


@pytest.mark.parametrize(
    ("name", "level"),
    [("Burhan's envoy", "2"), ("Its envoy", "2"), ("The UN's envoy", "T"), ("The Secretary-General's envoy", "T")],
)
def test_a_partys_envoy_is_no_third_party(name, level):
    report = read(f"{name} said the army had broken the truce.")
    assert [a.authority for a in report.actors if "envoy" in a.name.exact] == [level]


def test_a_state_is_not_the_person_with_its_name_for_a_given_name():
    report = read("Defence Minister Israel Katz said the army would stay. Israel said it would keep the truce.")
    named = {a.name.exact: a.kind for a in report.actors}
    assert (named["Israel Katz"], named["Israel"]) == ("person", "state")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Joint Military Commission met. The military committee agreed on a plan.", 1),
        ("The Joint Ceasefire Committee met. The ceasefire commission agreed on a plan.", 1),
        ("The Joint Military Commission met. The committee agreed on a plan.", 2),
        ("The Joint Military Commission met. The finance committee agreed on a plan.", 2),
    ],
)
def test_a_committee_called_a_commission_is_the_one_with_its_words(text, names):
    assert len(read(text).actors) == names


def test_the_owners_sign_before_an_abbreviation_is_no_part_of_the_name():
    report = read("The army praised the Joint Military Commission's (JMC) work and said the truce had held.")
    (body,) = [a for a in report.actors if "Commission" in a.name.exact]
    assert {m.exact for m in body.mentions} == {"Joint Military Commission", "JMC"}


def test_a_group_with_and_without_what_it_is_is_one_actor():
    report = read("The M23 rebels denied it on Monday. M23 said it had kept the truce.")
    assert [a.name.exact for a in report.actors] == ["M23"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The United Nations Mission in Liberia saw no weapons. UNMIL could not enter Tubman.", 1),
        ("The Rally of Forces for Change denied it. The RFC left Sarh.", 1),
        ("Jose Maria Lopez denied it. The JML said it had left.", 2),
        ("The Rally of Forces for Change denied it. The RFF left Sarh.", 2),
        ("The Southern Patriotic Front left. The Supreme Peace Forum denied it. SPF said it had kept the truce.", 3),
    ],
)
def test_initials_stand_for_a_body_named_before(text, names):
    assert len(read(text).actors) == names


@pytest.mark.parametrize(
    "text",
    [
        "Two officers concede that their commander ordered the move; headquarters, one of them said, knew about it.",
        "Through this gap, as a German diplomat puts it, one could drive a brigade. The army denied that it had moved.",
    ],
)
def test_a_pronoun_that_no_claim_needs_is_no_actor(text):
    report = read(text)
    assert "one" not in [a.name.exact for a in report.actors]
    assert report.claims


def test_a_day_in_front_is_no_part_of_a_name():
    report = read("Armenia said that on 17 May Azerbaijani forces had fired at Kapan.")
    assert [a.name.exact for a in report.actors] == ["Armenia", "Azerbaijani forces"]


def test_a_month_is_no_actor():
    note = Path(__file__).parents[2] / "examples" / "libya" / "reports" / "2020-10-31-analyst-note.txt"
    names = [actor.name.exact for actor in read(note.read_text(encoding="utf-8")).actors]
    assert "Faiez Serraj" in names
    assert "October" not in names


@pytest.mark.parametrize(
    ("name", "level"),
    [("UNITA", None), ("The UNLF", None), ("UNITED LIBERATION FRONT", None), ("UNOMIG", "T"), ("The UNHCR", "T")],
)
def test_not_every_name_that_begins_with_un_is_of_the_united_nations(name, level):
    (actor,) = read(f"{name} said that the army had attacked Kuito in breach of the ceasefire.").actors[:1]
    assert actor.authority == level
