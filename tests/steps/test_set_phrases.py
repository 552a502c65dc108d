"""What set phrases mean: "remains in force", "in keeping with the accord", "as long as", "nothing of the kind"."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "ADDIS, 3 June 2024 (Agence) - "


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The army added that the Geneva agreement remained, in its view, in force.", ["AFFIRM"]),
        ("The army said that the Geneva agreement was no longer in force.", ["WITHDRAW"]),
        (
            "If the regime does not withdraw from Molo within seven days, the Front will draw all the consequences, its leader said.",
            ["THREATEN"],
        ),
        (
            'A rebel spokesman, Alfredo Daw, said the rebels would cooperate with the plan "as long as there are guarantees".',
            ["CONDITION"],
        ),
        ('The army spokesman said the army would stay there "as long as there is a Gaza".', ["DECLARE_CONTINUE"]),
        ("Officials of the ministry said privately that the deadline would be met.", ["REPORT_PRIVATE_COMMIT"]),
        ("President Taylor vowed on Friday to stay in office until January.", ["DECLARE_CONTINUE"]),
        ("President Taylor vowed on Friday to honour the truce.", ["COMMIT"]),
        (
            "The mediator said he had spoken to both sides and that both had assured him they would stop firing.",
            ["REPORT_PRIVATE_COMMIT"],
        ),
        ("Army officers say attacks on their posts have tripled since the signing of the accord.", ["ACCUSE"]),
        ("The fighters were later seen looting a hospital in Omdurman, according to the doctors' union.", ["ACCUSE"]),
        (
            "The Front rejected a demand by senators that it hand over those who killed 44 policemen.",
            ["DENY_OBLIGATION"],
        ),
        ("The Front rejected the charge that it had killed 44 policemen.", ["DENY_CONDUCT"]),
        ("The army said it would hold its fire for now.", ["COMMIT"]),
        (
            "The leaders at first refused to sign the accord, a source in one of the delegations said.",
            ["REPORT_PRIVATE_DENY"],
        ),
        ("The UN envoy, Maria Sund, said she hoped the talks would resume.", ["ASSESS"]),
        ("The army said it was ready to open the road, but only in stages.", ["AFFIRM"]),
        ('"I shook hands with them this morning," the rebel negotiator said.', []),
    ],
)
def test_set_phrases(text, stances):
    assert [stance for _, stance in told_wholly(PLACE + text + "\n")] == stances
