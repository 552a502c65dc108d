"""Who is one known actor by several names, and who is not: what stands before a name, in brackets behind it, and beside it."""

import pytest

from tests.steps.reading_reports import read
from tests.steps.reading_wholly import read_wholly, told_wholly


def actors(text: str) -> dict[str, tuple[str, str | None]]:
    """The known actor and the side of every name of the text."""
    return {a.name.exact: (a.ids.get("trucewatch", ""), a.side) for a in read(text).actors}


def one(text: str, *names: str) -> bool:
    """Whether names of a text are those of one actor."""
    return any({*names} <= {m.exact for m in a.mentions} for a in read(text).actors)


def accused(text: str) -> list[tuple[str | None, str | None]]:
    """Who accuses whom."""
    report = read_wholly(text)
    names = {a.id: a.name.exact for a in report.actors} | {None: None}
    return [(names[c.speaker], names[c.target]) for c in report.claims if c.stance == "ACCUSE"]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Beirut, 3 May 2024. Lebanese Hezbollah denied it. Hezbollah left Tyre.", "Lebanese Hezbollah", "Hezbollah"),
        ("Kabul, 3 May 2020. The Afghan Taliban denied it. The Taliban left Kunduz.", "Afghan Taliban", "Taliban"),
        ("Khartoum, 3 May 2023. The paramilitary RSF denied it. The RSF left.", "paramilitary RSF", "RSF"),
        ("Sanaa, 3 May 2023. The Iran-backed Houthis denied it. The Houthis left.", "Iran-backed Houthis", "Houthis"),
        ("Goma, 3 May 2024. The Rwanda-backed M23 rebels denied it. The M23 left.", "Rwanda-backed M23 rebels", "M23"),
        ("Beirut, 3 May 2024. The Lebanese Hezbollah movement denied it. Hezbollah left.", "Lebanese Hezbollah movement", "Hezbollah"),
    ],
)  # fmt: skip
def test_what_a_group_is_before_its_name_makes_no_other_group(text, name, other):
    assert one(text, name, other)


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Kabul, 3 May 2022. The Pakistani Taliban ended the truce. The Taliban denied it.", "Pakistani Taliban", "Taliban"),
        ("Bogotá, 3 May 2022. The dissident FARC denied it. The FARC left.", "dissident FARC", "FARC"),
        ("Goma, 3 May 2024. The former M23 rebels denied it. The M23 left.", "former M23 rebels", "M23"),
    ],
)  # fmt: skip
def test_another_group_of_the_name_is_another(text, name, other):
    assert not one(text, name, other)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Port Sudan, 3 May 2024. Sudan's army denied it. The Sudanese Armed Forces left.", "sd_saf"),
        ("Khartoum, 3 May 2023. The army (SAF) denied it. The SAF said it would answer.", "sd_saf"),
        ("Khartoum, 3 May 2023. The SAF denied it. The army (SAF) said it would answer.", "sd_saf"),
        ("Addis Ababa, 3 May 2022. Ethiopia's military denied it. The Ethiopian army left.", "et_endf"),
    ],
)
def test_an_army_is_one_by_its_state_and_by_its_initials(text, known):
    assert [known_ for known_, _ in actors(text).values() if known_] == [known]


def test_an_army_is_not_another_states():
    text = "Beirut, 3 May 2024. The Lebanese army denied it. The Israeli army left. The army said it would stay."
    assert {known for known, _ in actors(text).values()} == {"lb_laf", "il_idf", ""}
    text = "Khartoum, 3 May 2023. The Sudanese army denied it. The army said it would stay."
    assert one(text, "Sudanese army", "army")


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (
            "Minsk, 3 May 2019. Kiev's envoy to the Trilateral Contact Group (TCG), Leonid Kuchma, said the truce held. "
            "The TCG met.",
            "Leonid Kuchma",
            "TCG",
        ),
        (
            "Manila, 3 May 2019. Rosa Dizon of the National Democratic Front of the Philippines (NDFP) said the truce held. "
            "The NDFP denied it.",
            "Rosa Dizon",
            "NDFP",
        ),
    ],
)
def test_an_abbreviation_is_that_of_the_name_before_it_and_not_of_whoever_belongs_to_it(text, person, body):
    assert not one(text, person, body)
    assert person in actors(text)


def test_an_office_among_the_words_of_a_body_makes_no_person_of_it():
    text = (
        "Bogotá, 3 May 2024. The Estado Mayor Central (EMC), a faction of the former FARC, said on X (@EMC_FARC) that it was "
        "no longer bound by the truce. @EMC_FARC accused the army of a breach."
    )
    assert one(text, "Estado Mayor Central", "EMC", "@EMC_FARC")
    assert not one(text, "FARC", "@EMC_FARC")


def test_two_offices_of_one_are_one():
    text = "Khartoum, 3 May 2019. The truce holds, Adam Saleh, the governor of Darfur and head of the SLM-MM, said."
    assert [a for a in actors(text) if "Saleh" in a] == ["Adam Saleh"]


def test_a_mission_known_by_its_initials_is_the_mission():
    text = "Donetsk, 3 May 2019. The SMM saw ten tanks in Donetsk. The Mission heard shots in breach of the truce."
    assert one(text, "SMM", "Mission")


def test_titles_before_a_known_name_do_not_hide_it():
    text = "Yangon, 3 May 2024. Junta spokesman Maj. Gen. Zaw Min Tun denied it."
    assert actors(text)["Zaw Min Tun"] == ("mm_zaw_min_tun", "mm")


def test_a_partys_panel_is_nobodys_third_party():
    report = read("Cotabato, 3 May 2016. MILF peace panel chair Omar Dizon accused the army of a breach of the truce.")
    (chair,) = [a for a in report.actors if a.name.exact == "Omar Dizon"]
    assert (chair.side, chair.authority) == ("ph_milf", "2")
    report = read("Nairobi, 3 May 2016. IGAD panel chair Omar Dizon accused the army of a breach of the truce.")
    (chair,) = [a for a in report.actors if a.name.exact == "Omar Dizon"]
    assert (chair.side, chair.authority) == (None, "T")


def test_a_name_that_a_title_parts_is_one():
    text = "Juba, 3 May 2019. SPLA-IO deputy military spokesman Col. Lam Paul Gabriel denied it. Col. Lam said it held."
    assert one(text, "Lam Paul Gabriel", "Lam")
    assert actors(text)["Lam Paul Gabriel"] == ("", "ss_io")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beirut, 3 May 2019. Hezbollah fired at Metula. Its rival Amal accused Israel of a breach.", ("Amal", "Israel")),
        ("Goma, 3 May 2024. M23 rebels shelled Sake. The army was accused of a breach of the truce.", (None, "army")),
        ("Goma, 3 May 2024. M23 rebels shelled Sake. Rwanda was accused by the army of a breach.", ("army", "Rwanda")),
        ("Tripoli, 3 May 2020. Haftar and Dbeibah were accused of a breach of the truce.", (None, "Haftar")),
        (
            "Bogotá, 3 May 2020. In Tibú, Norte de Santander, the Clan del Golfo was accused by the mayor of a breach.",
            ("mayor", "Clan del Golfo"),
        ),
        ("Tripoli, 3 May 2020. In Benghazi, Haftar, the marshal, accused the GNA of a breach.", ("Haftar", "GNA")),
    ],
)  # fmt: skip
def test_who_accuses_and_who_is_accused(text, found):
    assert accused(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Manila, 3 May 2020. In Utrecht, the Netherlands, Luis Dizon of the NDFP said the truce held.", "Luis Dizon"),
        ("Doha, 3 May 2020. In Doha, Qatar, Taliban spokesman Suhail Shaheen said the truce held.", "Suhail Shaheen"),
        ("Khartoum, 3 May 2023. Near Kadugli, South Kordofan, the SPLM-N shelled a post in breach of the truce.", "SPLM-N"),
        ("Tripoli, 3 May 2020. In Tripoli, Haftar, the commander of the LNA, said the truce held.", "Haftar"),
    ],
)  # fmt: skip
def test_a_place_in_front_says_nothing(text, speaker):
    assert [who for who, _ in told_wholly(text)] == [speaker]


def test_nobody_is_accused_whom_somebody_tells():
    text = "Mekelle, 3 May 2022. Getachew Reda told Dimtsi Weyane TV that the truce had been broken."
    assert all(target is None for _, target in accused(text))


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Juba, 3 May 2022. Gen. Paul Malong of the South Sudan United Front denied it.", "Paul Malong", None),
        (
            "Manila, 3 May 2023. The National Democratic Front of the Philippines' negotiator, Rosa Dizon, denied it.",
            "Rosa Dizon",
            "ph_npa",
        ),
        ("Tripoli, 3 May 2020. The Speaker of the House of Representatives, Salem Issa, denied it.", "Salem Issa", "ly_lna"),
        ("Ankara, 3 May 2020. The Turkish defence minister, Kemal Aydin, denied it.", "Kemal Aydin", "tr"),
        ("Sanaa, 3 May 2020. Yemen's foreign minister, Salem Issa, denied it.", "Salem Issa", "ye_gov"),
    ],
)  # fmt: skip
def test_a_side_is_that_of_the_whole_name_of_whoever_somebody_serves(text, person, side):
    assert actors(text)[person][1] == side


def test_a_movement_with_a_stroke_in_its_name_is_not_the_army():
    text = (
        "Juba, 3 May 2022. The Sudan People's Liberation Movement/Army-in-Opposition (SPLM/A-IO) accused the army of a "
        "breach of the truce. Army spokesperson Maj. Gen. Adam Koang denied it."
    )
    assert one(text, "Sudan People's Liberation Movement/Army-in-Opposition", "SPLM/A-IO")
    assert not one(text, "SPLM/A-IO", "army")
    assert actors(text)["Adam Koang"][1] != "ss_io"


@pytest.mark.parametrize(
    "text",
    [
        "Goma, 3 May 2024. M23 spokesman Lieutenant Colonel Willy Ngoma said that the army had bombed Sake.",
        "Nyala, 3 May 2024. RSF spokesman Colonel Adam Saleh said that the army had shelled Nyala in breach of the truce.",
        "Goma, 3 May 2024. The M23 shelled Sake on Tuesday, Sylvain Ekenge, the army spokesman, said.",
        "Aleppo, 3 May 2024. The Syrian National Army (SNA) shelled the dam on Tuesday, Farhad Shami, head of the SDF press "
        "centre, said.",
    ],
)
def test_an_officer_of_the_rebels_accuses_the_army_and_admits_nothing(text):
    assert [stance for _, stance in told_wholly(text)] == ["ACCUSE"]


def test_whoever_tells_of_it_behind_a_comma_is_the_speaker():
    text = "Aleppo, 3 May 2024. The SNA shelled the dam on Tuesday, Farhad Shami, head of the SDF press centre, said."
    assert [who for who, _ in told_wholly(text)] == ["Farhad Shami"]


def test_two_who_hold_offices_are_two():
    text = "Damascus, 3 May 2025. Syria's president Ahmed Saleh and SDF commander Mazloum Abdi signed the truce."
    assert {who for who, _ in told_wholly(text)} == {"Ahmed Saleh", "Mazloum Abdi"}


def test_the_army_is_not_a_movement_with_an_army():
    text = "Statement of the Karen National Union, 3 May 2016. The KNU keeps the truce. The Army has shelled Papun."
    assert not one(text, "KNU", "Army")


def test_two_of_one_surname_are_two():
    text = (
        "Lusk, 3 May 2024. The Front's spokesman, Adam Orlo, said that the army had attacked. Orlo's brother, Peter Orlo, the "
        "mayor of Lusk, accused the army of a breach."
    )
    assert {"Adam Orlo", "Peter Orlo"} <= set(actors(text))
    assert not one(text, "Adam Orlo", "Peter Orlo")


def test_an_office_that_two_hold_is_neither_of_them():
    text = (
        "Tripoli, 3 May 2021. The foreign minister, Najla Salem, called on all to keep the truce. Turkey's foreign minister, "
        "Kemal Aydin, rejected the call. Our soldiers will stay, the foreign minister said in Ankara."
    )
    assert told_wholly(text)[-1][0] == "foreign minister"
    text = text.replace("Turkey's foreign minister, Kemal Aydin,", "Kemal Aydin")
    assert told_wholly(text)[-1][0] == "Najla Salem"


def test_a_son_holds_no_office_of_his_fathers():
    assert actors("Tripoli, 3 May 2021. Salem Issa, the son of Khalifa Haftar, denied it.")["Salem Issa"][1] is None


def test_armed_forces_are_their_states():
    assert actors("Kyiv, 3 May 2022. Ukraine's Armed Forces denied it.")["Ukraine's Armed Forces"] == ("ua_afu", "ua")


def test_whoever_is_killed_is_not_accused():
    text = "Goma, 3 May 2024. The mission said that five fighters were killed near Sake in breach of the truce."
    assert all(target is None for _, target in accused(text))
    report = read_wholly(text)
    assert all(claim.target is None for claim in report.claims)


@pytest.mark.parametrize(
    "aside", ["writing on X as @LKan", "speaking to reporters", "who spoke to reporters", "reached by telephone"]
)
def test_what_an_accuser_does_meanwhile_does_not_make_him_the_accused(aside):
    text = f"Goma, 3 May 2024. M23 spokesman Luc Kanyu, {aside}, accused the Congolese army (FARDC) and the FDLR of a breach."
    assert [who for who, _ in accused(text)] == ["Luc Kanyu"]
