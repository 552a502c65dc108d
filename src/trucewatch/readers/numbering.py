"""List labels as word processors and browsers compute them: 1, a, A, i, I, ..."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CARDINAL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINAL = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def label(count: int, style: str) -> str:
    """The count in a numbering style named as in WordprocessingML ("lowerLetter", "upperRoman", ...).

    A style that is not known is written in digits; "none" and "bullet" give no label.
    """
    match style:
        case "none" | "bullet":
            return ""
        case "lowerLetter":
            return _letters(count)
        case "upperLetter":
            return _letters(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperRoman":
            return _roman(count).upper()
        case "decimalZero":
            return f"{count:02d}"
        case "ordinal":
            return f"{count}{_ordinal_ending(count)}"
        case "cardinalText" if 0 <= count <= 20:
            return _CARDINAL[count].capitalize()
        case "ordinalText" if 0 <= count <= 20:
            return _ORDINAL[count].capitalize()
        case _:
            return str(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb, ...: the same letter again, as Word does."""
    if count < 1:
        return str(count)
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    digits = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        digits += sign * times
    return digits


def _ordinal_ending(count: int) -> str:
    return "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
