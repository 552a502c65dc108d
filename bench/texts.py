"""A long agreement made of a few dozen sentences, so that the benchmark needs no file and says the same every time."""

from itertools import count

PARTIES = ("Northern Council", "River Front", "Government of the Union", "Eastern Command", "Lake Movement")
PLACES = (
    "Alder Bridge",
    "the port of Messin",
    "the Valley Road",
    "the district of Orune",
    "Camp Sorrel",
    "the Salt Pass",
)
BODIES = ("Joint Commission", "Monitoring Team", "Liaison Office", "Committee of Elders")
SENTENCES = (
    "The {party} shall withdraw its heavy weapons from {place} to a distance of {n} kilometres within {n} days of signature.",
    "All prisoners held at {place} shall be released as soon as possible and not later than {n} days after the exchange of lists.",
    "Neither the {party} nor the {other} shall carry out reconnaissance, lay mines or fire at positions near {place}.",
    "The {body} may visit {place} at any hour, and shall report to the Parties every {n} days in writing.",
    "The Parties agree to open {place} for humanitarian convoys from 06:00 local time on {day} May 2031.",
    "The {party} shall not recruit persons under the age of eighteen, and shall hand over those already recruited to the {body}.",
    "If the {other} has not completed the redeployment, the {party} shall inform the {body} before it takes any other step.",
    "Modalities for the return of displaced persons to {place} will be agreed by the {body} in due course.",
    "Each Party shall make every effort to ensure that armed groups under its influence respect this Article.",
    "Violations shall be investigated by the {body} within {n} hours of a report, except where {place} cannot be reached.",
    "The {other} undertakes to facilitate the work of the {body} and shall provide fuel, maps and radio frequencies.",
    "In accordance with Article {back}, the {party} shall publish a list of its forces at {place}, including calibres and numbers.",
)


def long_agreement(characters: int) -> str:
    """An agreement of at least so many characters: numbered articles, each with numbered paragraphs and points."""
    parts = ["AGREEMENT ON THE CESSATION OF HOSTILITIES\n\nThe Parties, meeting in Orune, have agreed as follows:\n"]
    length = len(parts[0])
    for article in count(1):
        if length >= characters:
            break
        lines = [f"\nArticle {article}\n{_heading(article)}\n"]
        for number in range(1, 5):
            lines.append(f"{number}. {_sentence(article * 4 + number, article)}")
        lines.append("5. The Parties shall:")
        lines += [f"({letter}) {_point(article + i)}" for i, letter in enumerate("abc")]
        parts.append("\n".join(lines) + "\n")
        length += len(parts[-1])
    return "".join(parts) + "\nDone at Orune on 3 April 2031\n\nFor the Parties\n"


def _sentence(i: int, article: int) -> str:
    return SENTENCES[(i * 7) % len(SENTENCES)].format(
        party=PARTIES[i % len(PARTIES)],
        other=PARTIES[(i + 2) % len(PARTIES)],
        place=PLACES[(i * 5) % len(PLACES)],
        body=BODIES[(i * 3) % len(BODIES)],
        n=3 + i % 25,
        day=1 + i % 28,
        back=max(1, article - 1),
    )


def _point(i: int) -> str:
    acts = ("remove the checkpoints at", "refrain from any flight over", "keep civilian traffic moving through")
    return f"{acts[i % len(acts)]} {PLACES[i % len(PLACES)]} within {2 + i % 12} days;"


def _heading(article: int) -> str:
    place = PLACES[article % len(PLACES)].removeprefix("the ")
    return place[0].upper() + place[1:]
