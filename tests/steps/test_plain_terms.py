"""What agreements ask, in the plain forms of news and reports."""

import pytest

from .test_stated_terms import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Article 4 bars either side from moving heavy weapons into the buffer zone.",
            ["bars either side from moving heavy weapons into the buffer zone"],
        ),
        ("Clause 9 deals with the exchange of bodies.", ["the exchange of bodies"]),
        (
            "The understanding reached in April forbids attacks on civilians and the use of villages to launch rockets.",
            ["forbids attacks on civilians and the use of villages to launch rockets"],
        ),
        (
            "The deal, which came into force on Monday, obliges both armies to pull back 20 kilometres.",
            ["both armies to pull back 20 kilometres"],
        ),
        (
            "Article V excludes the armed forces of both Parties from the zone and provides for the gradual "
            "restoration of normal civilian life.",
            [
                "excludes the armed forces of both Parties from the zone",
                "the gradual restoration of normal civilian life",
            ],
        ),
        (
            "The side has violated Military Agreement No. 1, which forbids the entry of soldiers into the strip.",
            ["forbids the entry of soldiers into the strip"],
        ),
        (
            "The protocol foresees a mixed commission of officers, meeting weekly, and a hotline between commanders.",
            ["a mixed commission of officers, meeting weekly", "a hotline between commanders"],
        ),
    ],
)
def test_what_a_text_or_an_article_says_is_a_term(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The two sides signed a document that includes a halt to shelling, the reopening of the airport and a "
            "prisoner swap.",
            ["a halt to shelling", "the reopening of the airport", "a prisoner swap"],
        ),
        (
            "The pact requires that the militia disarm within 90 days, and that the government pass an amnesty law.",
            ["the militia disarm within 90 days", "the government pass an amnesty law"],
        ),
        (
            "The Agreement provides that the parties shall refrain from the use of arms, that the Papua New Guinea Defence "
            "Force (PNGDF) shall withdraw from Arawa, and that village checkpoints shall be dismantled.",
            [
                "the parties shall refrain from the use of arms",
                "the Papua New Guinea Defence Force (PNGDF) shall withdraw from Arawa",
                "village checkpoints shall be dismantled",
            ],
        ),
        (
            "The memorandum envisages that the sides withdraw their heavy artillery and that the mission verifies it.",
            ["the sides withdraw their heavy artillery", "the mission verifies it"],
        ),
        (
            "The road between Aden and Taiz was to be reopened within two weeks of the signing.",
            ["The road between Aden and Taiz was to be reopened within two weeks of the signing"],
        ),
        (
            "They agreed on a halt to flights after dark, on a joint hotline and on the return of stolen cattle.",
            ["a halt to flights after dark", "a joint hotline", "the return of stolen cattle"],
        ),
        (
            "The signatories undertook to refrain from reprisals, not to recruit minors and to respect the work of doctors.",
            ["refrain from reprisals", "not to recruit minors", "respect the work of doctors"],
        ),
        (
            "The accord provides for the release of political and war prisoners, and a joint monitoring mechanism.",
            ["the release of political and war prisoners", "a joint monitoring mechanism"],
        ),
        (
            "Under the deal, Israeli forces are to leave the south within 60 days as the army takes over "
            "their posts and Hezbollah moves its fighters north of the river.",
            [
                "Israeli forces are to leave the south within 60 days",
                "the army takes over their posts",
                "Hezbollah moves its fighters north of the river",
            ],
        ),
    ],
)
def test_lists_are_cut_into_their_duties(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The disarmament called for by the Taif accord never reached the south.", ["The disarmament"]),
        (
            "The withdrawal of the Ninth Brigade, to which the government committed itself in the annex, is late.",
            ["The withdrawal of the Ninth Brigade"],
        ),
        (
            "The handover of the barracks, which should have been finished by Easter, has stalled.",
            ["The handover of the barracks, which should have been finished by Easter"],
        ),
        (
            "The peace deal's promise of 5,000 jobs for former fighters was never kept.",
            ["5,000 jobs for former fighters"],
        ),
        ("Two of the sixty monitors foreseen in the agreement have been deployed.", ["the sixty monitors"]),
        (
            "By the terms of the agreement the Front had to move its fighters out of Goma by midnight.",
            ["the Front had to move its fighters out of Goma by midnight"],
        ),
        (
            "The text makes the army responsible for the safety of the convoys.",
            ["makes the army responsible for the safety of the convoys"],
        ),
        (
            "The document also mentions the return of displaced people to their homes.",
            ["the return of displaced people to their homes"],
        ),
        (
            "The Agreement binds both. Paragraph 12 speaks of Eritrean forces keeping twenty-five kilometres away.",
            ["Eritrean forces keeping twenty-five kilometres away"],
        ),
        (
            "The agreement has three phases. The first, lasting six weeks, provided for the release of 33 hostages.",
            ["the release of 33 hostages"],
        ),
        (
            "The chiefs shook hands on three points: the cattle come back, the wells are shared, and killers are handed over.",
            ["the cattle come back", "the wells are shared", "killers are handed over"],
        ),
    ],
)
def test_terms_named_in_passing(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'Tanks were to be pulled out by 10 October and all "radical" groups by 15 October.',
            ["Tanks were to be pulled out by 10 October", 'all "radical" groups by 15 October'],
        ),
        (
            "Under the accord the capital was to be demilitarised and a force from Kenya, Tanzania, Canada and Britain was to "
            "supervise the truce.",
            [
                "the capital was to be demilitarised",
                "a force from Kenya, Tanzania, Canada and Britain was to supervise the truce",
            ],
        ),
        (
            "The Understanding allows nobody to use inhabited places as launching grounds.",
            ["allows nobody to use inhabited places"],
        ),
        (
            "The parties accepted a new calendar, with cantonment to begin on 31 July and disarmament to end in October.",
            ["cantonment to begin on 31 July", "disarmament to end in October"],
        ),
        (
            "Both sides undertook on that day not to recruit, not to bear arms in public and not to collect donations.",
            ["not to recruit", "not to bear arms in public", "not to collect donations"],
        ),
        ("Tiwinza lies outside the zone to be demilitarized under the accord.", ["the zone to be demilitarized"]),
        ("The list of prisoners to be released was handed over on Monday.", ["prisoners to be released"]),
        (
            "Both sides accepted an incident prevention mechanism with a hotline.",
            ["an incident prevention mechanism with a hotline"],
        ),
        ("Two of the sixty monitors foreseen have been deployed.", ["the sixty monitors"]),
        (
            "The free movement of goods is expressly covered by the agreement.",
            ["The free movement of goods"],
        ),
        (
            "An amnesty and the return of the exiles are at the heart of the deal.",
            ["An amnesty", "the return of the exiles"],
        ),
        (
            "The release of captives was written into the agreement, along with free passage on the road and humane "
            "treatment of prisoners.",
            ["The release of captives", "free passage on the road", "humane treatment of prisoners"],
        ),
        ("The truce agreement is understood to provide for the release of hostages.", ["the release of hostages"]),
        (
            "The text asks three things of the rebels: that they hand over the prisoners, open the road and stop raids.",
            ["they hand over the prisoners", "open the road", "stop raids"],
        ),
    ],
)
def test_what_else_is_told_as_owed(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Signed on 5 May, the deal silenced the guns, reopened the river and promised elections within a year.",
            ["silenced the guns", "reopened the river", "elections within a year"],
        ),
        ("The obligation to withdraw from the port binds both sides.", ["withdraw from the port"]),
        (
            "The 90-day deadline for the withdrawal of foreign forces passed in January.",
            ["90-day deadline for the withdrawal of foreign forces"],
        ),
        (
            "The withdrawal deadline of 23 January passed without a single departure.",
            ["withdrawal deadline of 23 January"],
        ),
        ("The agreement has the army pull back to the river.", ["the army pull back to the river"]),
        (
            "Fighters who lay down their arms are to receive a pardon and a monthly allowance.",
            ["Fighters who lay down their arms are to receive a pardon and a monthly allowance"],
        ),
        (
            "The humanitarian pause, agreed for six weeks, was to allow food into the camp.",
            ["The humanitarian pause, agreed for six weeks, was to allow food into the camp"],
        ),
        (
            "The committee decided that all roadblocks on the highway be removed by Friday.",
            ["all roadblocks on the highway be removed by Friday"],
        ),
        (
            "The meeting agreed on the demarcation of the buffer zone and decided that patrols would begin in March.",
            ["the demarcation of the buffer zone", "patrols would begin in March"],
        ),
        (
            "The parties reaffirmed their commitment to the cessation of hostilities and to the unhindered delivery of aid.",
            ["the cessation of hostilities", "the unhindered delivery of aid"],
        ),
        (
            "The agreement does not allow either side to move its lines forward.",
            ["does not allow either side to move its lines forward"],
        ),
        (
            "Nothing in the agreement allows the army to search houses.",
            ["Nothing in the agreement allows the army to search houses"],
        ),
        (
            "There should be no flags, no weapons and no uniforms in the neutral zone.",
            ["no flags, no weapons and no uniforms in the neutral zone"],
        ),
        (
            "The deal was signed on Monday. At its core is a swap of forty hostages for three hundred prisoners.",
            ["a swap of forty hostages for three hundred prisoners"],
        ),
        (
            "The third phase of the plan, under which the two armies would merge, never began.",
            ["the two armies would merge"],
        ),
    ],
)
def test_what_is_owed_in_plain_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The bars in the town stayed closed on Sunday.",
        "The army deals with complaints on the spot.",
        "The text makes no sense to the villagers.",
        "The document mentions the army twice.",
        "The minister speaks of Eritrean forces moving south.",
        "It must also be said that the truce has held.",
        "The ceasefire is plain: to send men over the river is to violate it.",
        "An officer who was not allowed to be named spoke of the truce.",
        "The agreement promises us.",
        "The agreement has many friends.",
        "The committee decided that the shells had come from the east.",
        "The doctor did not allow either side to enter.",
        "There should be no doubt about it.",
        "Nothing was said of the agreement.",
        "The general is at the heart of the deal.",
        "It remains to be seen whether the rebels leave.",
        "The release of captives was not written into the agreement.",
        "The village was covered by snow when the deal was signed.",
        "Two of the sixty lorries seen have been stopped.",
        "The meeting between Salva and Machar was cordial.",
    ],
)
def test_no_terms(text):
    assert words(text) == []
