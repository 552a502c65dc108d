"""Writes the regions of the world's countries, and what they are called, as data of the gazetteer.

Run from the repository's root, with the package `iso3166-2` unpacked where LIBRARY says (it is not a dependency):

    pip install --no-deps --target build/iso3166-2 iso3166-2==1.8.4
    python -m scripts.subdivisions

The package has the codes of ISO 3166-2 with other names that volunteers have added, nicknames among them. What is kept
besides the name itself are spellings and translations of it: names in Latin letters that are like it.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from trucewatch.gazetteer.spelling import loose_form, normal_form
from trucewatch.vocabulary.places import place_words
from trucewatch.vocabulary.states import is_state

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "build" / "iso3166-2" / "iso3166_2" / "iso3166-2.json"
TARGET = ROOT / "src" / "trucewatch" / "gazetteer" / "subdivisions.tsv"
VERSION = "1.8.4"
# Out of 100: how like a further name must be to the name itself, whatever the order of their words.
LIKE_ENOUGH = 60
# The states of the USA come with GeoNames.
STATES_KNOWN = "US"
# Regions that one country's list has and GeoNames puts into another: its entries say where they are. The list marks those in
# Western Sahara with "EH".
LEFT_OUT = frozenset({"RS-KM"})
# Where in a country something lies, and what is on many maps: names of regions only with their kind behind them.
COMMON = frozenset(
    "central centre center middle north south east west northern southern eastern western northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern far upper lower coast coastal interior capital federal national "
    "littoral maritime highlands plateau plateaux plateaus hills mountain mountains valley lake lakes river rivers delta bay bar "
    "equator atlantic pacific islands island unity union peace independence estuary free new great red sea blue white black province region state district "
    "territory governorate area areas city port country de la del du des el al of the and borders bank".split()
)
# "Autonomous Republic of Crimea".
_KIND_OF = re.compile(r"^(?:[a-z]+ )?(?:republic|region|province|state|district|territory|city) of (?:the )?")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")


def main() -> None:
    """Write the file."""
    countries: Mapping[str, Mapping[str, Any]] = json.loads(LIBRARY.read_text(encoding="utf-8"))
    lines = [
        f"{code}\t{'|'.join(names)}"
        for country, regions in sorted(countries.items())
        if country != STATES_KNOWN
        for code, region in sorted(regions.items())
        if "(EH" not in region["name"] and not LEFT_OUT & {code, region["parentCode"]}
        if (names := sorted(set(_names(region))))
    ]
    head = f"# Regions by ISO 3166-2 code, and what they are called: written by scripts/subdivisions.py from iso3166-2 {VERSION} (MIT)."
    TARGET.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    print(f"{len(lines)} regions, {sum(line.count('|') + 1 for line in lines)} names")


def _names(region: Mapping[str, Any]) -> Iterator[str]:
    """The normal forms by which a region is looked up."""
    kind = normal_form(region["type"])
    first, others = _plain(region["name"]), [_plain(name) for name in (region["localOtherName"] or "").split(", ")]
    for name in [first, *(other for other in others if _is_spelling(other, first))]:
        short = _short(name)
        # "Somali" is first of all what is of Somalia.
        if COMMON.issuperset(short.split()) or is_state(short):
            yield f"{short} {kind}"
        elif len(short) > 2:
            yield short


def _plain(name: str) -> str:
    return normal_form(_BRACKETS.sub("", name))


def _short(name: str) -> str:
    """The normal form without what kind of region it is."""
    words = _KIND_OF.sub("", name).split()
    while len(words) > 1 and words[-1] in place_words()["area"] | {"national", "regional"}:
        words.pop()
    return " ".join(words)


def _is_spelling(other: str, name: str) -> bool:
    if not other.isascii() or any(unicodedata.category(c) == "Nd" for c in other):
        return False
    pairs = [(other, name), (_short(other), _short(name))]
    pairs += [(loose_form(one), loose_form(two)) for one, two in pairs]
    return any(fuzz.token_sort_ratio(one, two) >= LIKE_ENOUGH for one, two in pairs)


if __name__ == "__main__":
    main()
