"""Days that are counted from another one: "last week", "three months ago", "the 13th", "Friday"."""

from datetime import date, timedelta

from trucewatch.core.date_words import WEEKDAYS, DateMention, weekday_before

# For so many days others answer a communiqué.
_ANSWERED = 5


def stretch_from(mention: DateMention, reference: date, *, earlier: bool = False) -> str | None:
    """The week, weekend, month or year counted from a day; of "this week" what has passed."""
    count = mention.offset_days or 0
    if mention.kind == "week":
        monday = reference + timedelta(count - reference.weekday())
        if mention.weekday:
            return (monday + timedelta(WEEKDAYS.index(mention.weekday))).isoformat()
        sunday = monday + timedelta(6)
        last = min(sunday, reference) if count == 0 else sunday
        return f"{monday.isoformat()}/{last.isoformat()}" if last > monday else monday.isoformat()
    if mention.kind == "weekend":
        saturday = weekday_before("saturday", reference)
        last = min(saturday + timedelta(1), reference)
        return f"{saturday.isoformat()}/{last.isoformat()}" if last > saturday else saturday.isoformat()
    if mention.kind == "years":
        return str(reference.year + count)
    year, month = divmod(reference.year * 12 + reference.month - 1 + count, 12)
    if earlier and count == 0 and reference.day > 1:
        return f"{reference.replace(day=1).isoformat()}/{reference.isoformat()}"
    # "Three months ago" is about then; "last month" is the month.
    return f"{year}-{month + 1:02d}" + ("~" if count < -1 else "")


def moved(base: date, count: int, unit: str) -> date | None:
    """The day that lies so many days, weeks, months or years from another; None where the month has no such day."""
    if unit in ("days", "weeks"):
        return base + timedelta(count * (7 if unit == "weeks" else 1))
    year, month = divmod(base.year * 12 + base.month - 1 + count * (12 if unit == "years" else 1), 12)
    try:
        return date(year, month + 1, base.day)
    except ValueError:
        return None


def day_of_month(day: int, base: date) -> str | None:
    """The last day of that number not after the base's month is over; None where no such day is."""
    for year, month in ((base.year, base.month), (base.year - (base.month == 1), (base.month - 2) % 12 + 1)):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= base + timedelta(14):
            return found.isoformat()
    return None


def weekday_from(name: str, base: date, way: int) -> date:
    """The weekday before, after or nearest to a day that the story stands at."""
    ahead = (WEEKDAYS.index(name) - base.weekday()) % 7
    if way > 0:
        return base + timedelta(ahead or 7)
    if way < 0:
        return base - timedelta((7 - ahead) % 7 or 7)
    return base + timedelta(ahead if ahead <= 3 else ahead - 7)


def weekday_around(name: str, base: date) -> date:
    """The weekday within the five days from a communiqué on, in which others answer it; else the one before it."""
    ahead = (WEEKDAYS.index(name) - base.weekday()) % 7
    return base + timedelta(ahead if ahead < _ANSWERED else ahead - 7)
