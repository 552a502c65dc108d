"""QTY003: table contradicts itself."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue

_NUMBER = r"(\d+(?:\.\d+)?)"
_KM = rf"{_NUMBER} ?(?:km|kms|kilomet(?:re|er)s?)\b"
_OVER = rf"\b(?:more than|above|over|greater than|exceeding|larger than|from) {_NUMBER} ?-?(?:mm|millimet(?:re|er)s?)\b[^.;]{{0,140}}?\b{_KM}"
_TYPE = rf"(?<!than )(?<!above )(?<!over )(?<!from )\b{_NUMBER} ?mm\b[^.;:]{{0,60}}?(?:[-–—:]|\bby\b|\bto\b)[^.;\d]{{0,12}}{_KM}"
_BOTH = r"\b(?:greater|more|larger) than \d+ ?(?:mm|millimet\w+) and (?:more|above|larger|over)\b"
_SETTLED = r"\blarger (?:one |distance )?applies|\bin (?:case of )?doubt\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    """Reads clauses, not sentences: a table in running words is cut at every "km."."""
    whole = "\n".join(agreement.words(clause) for clause in agreement.operative)
    if cue(_SETTLED).search(whole):
        return
    rows = [(float(m[1]), float(m[2])) for m in cue(_OVER).finditer(whole)]
    for clause in agreement.operative:
        words = agreement.words(clause)
        both = cue(_BOTH).search(words)
        if both:
            message = f'"{" ".join(both[0].split())}": the limit itself is in and out'
            yield Hit(clause.start + both.start(), clause.start + both.end(), message, clause=clause.id)
            continue
        for match in cue(_TYPE).finditer(words):
            calibre, distance = float(match[1]), float(match[2])
            clash = next(((c, d) for c, d in rows if calibre > c and distance < d), None)
            if clash:
                shown = f'"{" ".join(match[0].split())}"'
                message = f"{shown}, while everything above {clash[0]:g} mm is to be {clash[1]:g} km away"
                yield Hit(clause.start + match.start(), clause.start + match.end(), message, clause=clause.id)
                break


RULE = Rule(
    code="QTY003",
    name="table-contradicts-itself",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        "Compares distances by calibre or range and reports a heavier weapon that is to go less far than a lighter one."
    ),
    why=(
        "The bearer takes the row that suits. The Minsk Memorandum of September 2014 asks at least 15 km "
        "for everything above 100 mm and, by range, 8 km for a mortar of 120 mm."
    ),
    bad="Guns over 90 mm: 20 km. 105 mm howitzers: 12 km.",
    good="Annex B gives one distance for each type of weapon; the larger one applies in doubt.",
    readings=(
        "The bearer reads: the row with the smaller distance. It is in place.",
        "The other side reads: the row with the larger one. It counts the gun as a breach.",
    ),
    suggestion="Give one distance for each type, and say which row applies in doubt.",
    check=check,
)
