"""Reads one sentence: which of its figures count something, which are parts, which are of the period before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.vocabulary.count_words import count_words, one_of, spaced

from .before import (
    CELL,
    CLOSES,
    FROM_TO,
    MONTH,
    MOVE,
    OPENED_BY_PAST,
    YEAR,
    goes_with_the_last,
    is_previous,
    listed_with_the_last,
    opens_with_past,
    said_before,
)
from .figures import NUMBER, Figure, find_figures
from .places import place_at
from .readings import Bounds, Reading, What

_WHAT = re.compile(
    r"\b(?:" + "|".join(f"(?P<k{n}>{spaced(w.pattern)})" for n, w in enumerate(count_words("what"))) + r")"
    r"(?![\w-])(?!\s+(?:rates?|levels?|reports?|posts?|teams?|members?|officers?|leaders?|trends?)\b)",
    re.I,
)
_KINDS = tuple(word.id for word in count_words("what"))
_RECORDED = one_of("recorded")
_BE = r"(?:was|were|had\s+been|have\s+been|has\s+been|are|is)"

_MODIFIERS = re.compile(
    r"\s+(?:(?:cases|instances|incidents|acts|reports|counts)\s+of\s+)?(?:(?!(?:of|in|to|the|and|or|per|percent|people|persons|m|km|metres|"
    r"hours?|days?|weeks?|months?|years?|times|quarters|than|more|fewer|less|others?|on|at|by|for|from|occasions|reports|about|were|was|"
    r"who|that|over|its|their|under|into|against|without|within|between|remain(?:s|ed)?|has|have|had|planned|scheduled|concern(?:s|ed)|involv(?:es|ed)|relat(?:es|ed)|affect(?:s|ed)|regard(?:s|ed)|includ(?:es|ed))\b)[a-z][\w'-]*\s+){0,3}\"?$",
    re.I,
)
_SHARE_BEFORE = re.compile(
    r"\b(?:quarters?|thirds?|fifths?|half|per\s?cent)\s+of\s+(?:the\s+|these\s+|its\s+)?$|%\s+of\s+(?:the\s+|these\s+|its\s+)?$|"
    r"\b(?:share|majority|portion|part|bulk|most|rest|them|these|those|which|whom|(?:highest|lowest|largest)\s+(?:number|figure))\s*[,(:–-]\s*$"
    r"|\b(?:committed|perpetrated|responsible\s+for|attributed\s+to|guilty\s+of|account(?:s|ed|ing)?\s+for|ma(?:de|kes?|king)\s+up|represent(?:s|ed|ing)?|constitut(?:es?|ed|ing))\s+(?:[a-z]+\s+)?$"
    r"|\b(?:will|would|shall|should|could|plan(?:s|ned)?|intend(?:s|ed)?|agreed\s+to|expect(?:s|ed)?|promised|to\s+(?:deploy|conduct|carry\s+out|mount|send|make))\b[^.;,]{0,40}$",
    re.I,
)
_OTHER_VERB = re.compile(
    rf"\s*,?\s*(?:{_BE}|could|did|would|may|might)\s+(?:also\s+|\w+ly\s+)?(?!(?:also\s+)?{_RECORDED}\b)(?=\w)", re.I
)
# What one side did, what is said against it, and what is of one sort only is a part of what was counted.
_EVERYBODY = r"(?!both\b|all\b|either\b|the\s+(?:two\s+)?(?:parties|sides)\b)"
_OF_SOME = re.compile(
    rf"(?:\s+of\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}?[\w-]+(?<!controlled)(?<!held))?\s+(?:by|involving|concerning|(?:attributed|attributable|related)\s+to"
    rf"|(?:committed|caused|perpetrated)\s+by|resulting\s+from|(?:that|which)\s+(?:involved|concerned))\s+{_EVERYBODY}",
    re.I,
)
_BY_SIDE = re.compile(
    r"\s+by\s+(?!both\b|all\b)(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:forces|army|government|opposition|side|party|rebels?|groups?|militias?|troops|movement|formations)\b",
    re.I,
)
_SAID_OF_ONE = re.compile(rf"\s+(?:against|from)\s+{_EVERYBODY}", re.I)
_SORTED = re.compile(
    r"\s+(?:(?:were|was|are|is|remain(?:ed)?)\s+)?(?:confirmed|upheld|rejected|dismissed|pending|closed|withdrawn|verified)\b",
    re.I,
)
_DONE_BY_SIDES = (
    "violations",
    "ceasefire-violations",
    "human-rights-violations",
    "allegations",
    "restrictions-of-movement",
    "shelling",
    "air-strikes",
)
_MONITORS_OWN = ("patrols", "inspections")
_TOLD_TO = re.compile(rf"\s+(?:{_BE}\s+)?reported\s+to\s+(?:it\b|the\b|[A-Z]{{3}})", re.I)
_ALLEGED = re.compile(r"\breports\s+of\s", re.I)
# "five from the Government": what follows a colon is then a list of parts.
_SIDE = r"(?:sides?|part(?:y|ies)|army|forces?|troops|government|opposition|rebels?|insurgents|front|movement|union|alliance|coalition)"
_FROM_ONE = re.compile(
    rf"\s+(?:from|by|against)\s+(?!both\b|all\b)(?:the\s+)?(?!\d)(?!{MONTH})(?:[A-Z]|(?:[\w-]+\s+){{0,2}}{_SIDE}\b)"
)
# "2 soldiers killed and 4 wounded (western side)"
_IN_BRACKETS = re.compile(
    rf"(?:\s+(?:and|or)\s+[\w-]+\s+(?:killed|injured|wounded|missing))?\s*\((?!both\b|all\b)(?:the\s+)?(?:[\w-]+\s+){{0,2}}{_SIDE}\)",
    re.I,
)
# "two air strikes hit the village": an event, and no figure.
_STRUCK = re.compile(r"\s+(?:hit|struck|killed|destroyed|damaged|injured|wounded|landed|rocked|shook)\b", re.I)
# "The front lodged 61 complaints": those of one side.
_LODGED = re.compile(r"\b(?<!\bwere\s)(?<!\bbeen\s)(?:lodged|filed|submitted|raised|brought)\s+$", re.I)
_SINGLE = ("air-strikes", "shelling", "explosions", "mines")
# "casualties caused by shelling (79) and by mines (51)": those are casualties.
_CAUSED_BY = re.compile(r"\b(?:by|due\s+to|because\s+of|from|involving)\s+(?:[\w-]+\s+(?:and\s+)?){0,3}$", re.I)
# "more than half of the casualties (536)"
_SHARE_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|per\s?cent|most|majority|part)\s+of\s+(?:all\s+|the\s+|these\s+)?(?:[\w-]+\s+)?$",
    re.I,
)
# What happened at one time of the day is a part.
_AT_TIME = re.compile(
    r"[^.;,()]{0,60}\b(?:(?:at|by)\s+night(?:-?time)?|during\s+(?:the\s+)?(?:night|day|daylight|night-?time)(?:\s+hours)?|in\s+(?:the\s+)?(?:daylight|evenings?|mornings?)"
    r"|overnight|after\s+dark)\b",
    re.I,
)
_PLANNED = re.compile(r"\s+(?:(?:that\s+)?(?:was|were|are|had\s+been)\s+)?(?:planned|scheduled|foreseen)\b", re.I)
_UNVERIFIED = re.compile(
    r"[^.;,]{0,80}?\b(?:not\s+(?:yet\s+)?be(?:en)?|remain|still\s+to\s+be)\s+(?:un)?(?:verified|confirmed)\b", re.I
)
_IN_TOTAL = re.compile(r"a\s+total\s+of\b|in\s+total\b|altogether\b", re.I)
_MADE_UP_OF = re.compile(r"\b(?:including|of\s+which|of\s+whom|among\s+them|among\s+which|notably)\s*,?\s*$", re.I)
_AFTER_WHAT = re.compile(rf"\s*(?:{_BE}\s+)?(?:{_RECORDED}\s+)?(?:alone\s+)?", re.I)

_PART_BEFORE = re.compile(r"(?:[(,;:–—]|\s-|\bincluding|\bof\s+(?:which|whom)|\band)\s*$", re.I)
_PART_AFTER = re.compile(
    rf"(?P<of>\s+of\s+(?:them|which|whom|these|those|(?:the|these|those|all)\s+(?:ceasefire\s+)?(?:violations|breaches|casualties|explosions|restrictions|incidents|cases)))?(?:\s+(?:instances|times|cases|occasions|ones))?"
    rf"(?P<verb>\s+(?:{_BE}\s+)?(?:{_RECORDED}|occurred|happened|took\s+place)|\s+{_BE})?\s+(?=\w)",
    re.I,
)
_TIMES = re.compile(r"\s+(?:times|occasions|instances)\b(?P<by>\s+by\b)?", re.I)
_MOVING = r"\b(?:movement|access|patrols?|monitors?|observers?|mission|teams?)\b"
_KEPT_BACK = r"\b(?:restricted|denied|refused|barred|impeded|hindered|delayed|blocked|obstructed|stopped|halted|held\s+up|turned\s+(?:back|away))"
# "denied access on six occasions, delayed on four": six are not all.
_AND_KEPT_BACK = re.compile(
    rf",?\s*(?:and\s+)?(?:\w+\s+)?{_KEPT_BACK}\s+(?:\w+\s+){{0,3}}?(?:on|once|twice|{NUMBER})\b", re.I
)
_LEFT_OUT = r"\b(?:refused|denied)\s+(?:access|passage|entry)"
_RESTRICTED = re.compile(rf"(?P<what>{_MOVING}[^.;:()\d]{{0,40}}?{_KEPT_BACK}|{_LEFT_OUT})\b[^.;:()\d]{{0,30}}$", re.I)
_RESTRICTED_AFTER = re.compile(
    rf",?\s+[^.;:()\d,]{{0,50}}?(?P<what>{_MOVING}[^.;:()\d,]{{0,40}}?{_KEPT_BACK}|{_LEFT_OUT})\b", re.I
)
_ON = re.compile(r"\bon\s+$", re.I)
_MET = re.compile(rf"\s+(?:{_BE}\s+)?(?:{_RECORDED}\s+)?(?:on\s+|in\s+)?$", re.I)

_OPENS = re.compile(
    r"(?:\s+[-–—]\s*|\s*[–—]\s*|\s*[(|:]\s*(?:total:?\s+)?|\s+(?:was|were|is|are|reached|totall?ed|numbered|(?:stood|stands|remained)\s+at|amounted\s+to|came\s+to)\s+"
    rf"|\s+{MOVE}(?:\s+\w+ly)?(?:\s+again)?(?:\s+by\s+[\d.]+\s*(?:%|per\s?cent))?(?:\s+from\s+{NUMBER}(?:\s+[^.;:()\d]{{0,40}})?)?\s+to\s+)$",
    re.I,
)
_BETWEEN = re.compile(r"[^.;:()–—\d]{0,90}")
_BLOCKS = re.compile(
    r"\b(?:which|who|that|but|by\s+(?!the\s+(?:\w+\s+)?(?:SMM|Mission|monitors|observers|teams|committee))|and\s+\w+ed)\b",
    re.I,
)
_TO = re.compile(r"\b(?:total|number|figure|toll|count)\b[^;]{0,160}\bto\s+$", re.I)

_CELL_OF_ONE = re.compile(r"\s*(?:[a-z]+\s+){0,3}[\d,\u00a0\u2009\u202f]+\s*", re.I)
_NONE = re.compile(
    r"\b(?P<no>no|(?:not|never)\s+(?:record|observe|register|report|confirm|document|note)\s+any)\s+(?:\w+\s+)?$", re.I
)
_SHARED_VERB = re.compile(
    rf"\s+(?P<who>civilians?|soldiers?|people|persons?)\s*(?:(?:,|and)\s+(?:[a-z]+\s+){{0,3}}{NUMBER}\s+[a-z]+\s+|,\s*including\s[^.;,]{{3,60}},\s*)"
    rf"(?:{_BE}\s+)?(?P<how>killed|injured|wounded)\b",
    re.I,
)
_RECORDED_BEFORE = re.compile(rf"\b{_RECORDED}\s+$", re.I)
_GOES_ON = re.compile(r"\b(?=[wob])(?:were|was|of\s+them|been)\b")
_AND = re.compile(r",?\s+and\s+", re.I)
# Another subject stands between a noun and a figure.
_ELSE = re.compile(r"\b(?:while|whereas|those|of\s+(?:one|the\s+other))\b", re.I)
_BACK = re.compile(r"\b(?:the|these|those)\s+$", re.I)
# "This compares with 30 last week": of what was counted just before.
_THIS_COMPARES = re.compile(
    r"\W*(?:this|that|it|these|the\s+(?:figure|number|total))\b[^.;()]{0,50}?\b(?:compare[sd]?|against|up|down|drop|rise|fall|increase|decrease|reduction)\b",
    re.I,
)
# Whose dead and wounded: "military 3 killed, 9 wounded; insurgents 11 killed".
_WHOSE = re.compile(
    r"\b(?P<civilians>civilians?)\b|\b(?P<soldiers>military|army|soldiers?|troops|service(?:wo)?men|service(?:wo)?man)\b"
    r"|\b(?P<others>police(?:men)?|officers?|insurgents?|rebels?|fighters?|militants?|militia(?:men)?|guards?|gunmen|peacekeepers?|government|opposition|security\s+forces|aid\s+workers?)\b",
    re.I,
)
_BARE = re.compile(r"(?:were|was|had|have|killed|injured|wounded|dead)\b", re.I)
_IN_DETAIL = re.compile(r"\s+[\w-]+(?:\s+[\w-]+){0,3}\s*\([^()]*\)")
_OF_THESE_FIRST = re.compile(r"\W*(?:of|among)\s+(?:these|those|them|which|the)\b", re.I)
_OF_THESE = re.compile(
    rf"\W*(?:of|among)\s+(?:these|those|them|which|the\s+(?:total|{NUMBER})(?:\s+(?:ceasefire\s+)?violations)?),?\s*$",
    re.I,
)


def read_sentence(text: str, taken: Sequence[Bounds]) -> list[Reading]:
    """The figures that count something, in order; `taken` are the bounds of dates, which hold no counts."""
    whats = [What(*hit.span(), _KINDS[int((hit.lastgroup or "k0")[1:])]) for hit in _WHAT.finditer(text)]
    if not whats and not _may_go_on(text):
        return []
    found: list[Reading] = [*_zeros(text, whats)]
    past = OPENED_BY_PAST.match(text) is not None
    refused: list[Figure] = []
    shut = 0
    for figure in find_figures(text):
        if not any(a < figure.end and figure.at < b for a, b in taken):
            inside = _MADE_UP_OF.search(text, max(0, figure.start - 40), figure.start)
            if inside and refused and (not found or found[-1].figure.start < refused[-1].start):
                # "95 complaints against one side, of which 40 were violations": those are of one side too.
                refused.append(figure)
                continue
            reading = _read(text, figure, whats, found, taken) if figure.start >= shut else None
            if reading is None:
                refused.append(figure)
                # "accounted for 657 casualties (81 fatalities and 576 injuries)": of those only, too.
                bracket = _IN_DETAIL.match(text, figure.end) if _following(text, figure, whats) else None
                shut = max(shut, bracket.end() if bracket else 0)
                continue
            if past and reading.form == "count":
                reading = replace(reading, form="previous")
            found.append(reading)
    return _in_one_place(text, found)


def _in_one_place(text: str, found: list[Reading]) -> list[Reading]:
    """ "four were killed and nine injured in the district": the place is that of both."""
    for n in range(len(found) - 1):
        one, two = found[n], found[n + 1]
        people = one.kind.endswith("-killed") and two.kind.endswith("-injured")
        both = people and one.what and one.where is None and two.where and one.form == two.form == "count"
        if both and one.what and _AND.fullmatch(text, max(one.what[1], one.figure.end), two.figure.start):
            found[n] = replace(one, where=two.where)
    return found


def refers_back(text: str, figure: Figure) -> bool:
    """Whether a figure is named as one that was given before: "of the 52 violations"."""
    return _BACK.search(text, max(0, figure.start - 12), figure.start) is not None


def _may_go_on(text: str) -> bool:
    return bool(
        _GOES_ON.search(text) or _OF_THESE_FIRST.match(text) or _THIS_COMPARES.match(text) or opens_with_past(text)
    )


def read_row(text: str, previous_column: int | None) -> list[Reading]:
    """The figures of a table's row: the first one of what its first cell names, and that of the period before."""
    cells = [(hit.start(), hit.end()) for hit in CELL.finditer(text)]
    what = _WHAT.search(text, *cells[0]) if cells else None
    if what is None:
        return []
    kind = _KINDS[int((what.lastgroup or "k0")[1:])]
    found: list[Reading] = []
    for column, (start, end) in enumerate(cells[1:], start=1):
        figures = list(find_figures(text[start:end]))
        if len(figures) != 1 or not _CELL_OF_ONE.fullmatch(text[start:end]):
            continue
        one = figures[0]
        figure = Figure(one.start + start, one.end + start, one.at + start, one.value, one.qualifier)
        if column == previous_column:
            found.append(Reading(figure, "previous", kind, what.span()))
        elif not any(r.form == "count" for r in found):
            found.append(Reading(figure, "count", kind, what.span()))
    return found


def _zeros(text: str, whats: Sequence[What]) -> list[Reading]:
    found: list[Reading] = []
    for what in whats:
        before = text[max(0, what.start - 50) : what.start]
        no = _NONE.search(before)
        if no and re.search(
            rf"\b{_RECORDED}\b", text[max(0, what.start - 50) : what.end + 60] + " recorded" * ("not" in no["no"])
        ):
            at = max(0, what.start - 50) + no.start("no")
            figure = Figure(at, at + len(no["no"]), at, 0, "exact")
            found.append(Reading(figure, "count", what.kind, (what.start, what.end), _where(text, what.end)))
    return found


def _read(
    text: str, figure: Figure, whats: Sequence[What], found: Sequence[Reading], taken: Sequence[Bounds]
) -> Reading | None:
    before = text[max(0, figure.start - 200) : figure.start]
    following = _following(text, figure, whats)
    end = following.end if following else figure.end
    if not said_before(text, figure, found) and is_previous(text, before, figure, end):
        moving = FROM_TO.search(before) and not following
        last = next((w for w in reversed(whats) if w.end <= figure.start), None) if moving else None
        if last and any(r.form == "count" and (r.figure.start >= last.end or r.what == _bounds(last)) for r in found):
            # "were stopped on 19 occasions, up from 8", "900 violations, 90 explosions among them, down from 990".
            last = None
        named = following or last
        where = _where(text, following.end) if following else None
        return Reading(figure, "previous", named.kind if named else "", _bounds(following), where)
    if following and listed_with_the_last(text, figure, found):
        return Reading(figure, "previous", following.kind, _bounds(following), _where(text, following.end))
    if not following and goes_with_the_last(text, figure, found):
        return Reading(figure, "previous", "", None)
    if _SHARE_BEFORE.search(before):
        return _part(text, figure, whats, found, before) if _OF_THESE.fullmatch(before) and not following else None
    shared = _SHARED_VERB.match(text, figure.end)
    if shared:
        who = {"c": "civilians", "s": "soldiers"}.get(shared["who"][0].lower(), "people")
        how = "killed" if shared["how"].lower() == "killed" else "injured"
        return Reading(figure, "count", f"{who}-{how}", shared.span("who"))
    if following:
        return _counted(text, figure, following, found, before)
    return (
        _times(text, figure, whats, before)
        or _part(text, figure, whats, found, before)
        or _told_after(text, figure, whats, found, taken)
    )


def _bounds(what: What | None) -> Bounds | None:
    return (what.start, what.end) if what else None


def _following(text: str, figure: Figure, whats: Sequence[What]) -> What | None:
    """What stands right after the figure, a few adjectives apart."""
    what = next((w for w in whats if w.start >= figure.end), None)
    return what if what and _MODIFIERS.match(text[figure.end : what.start][:120]) else None


def _counted(text: str, figure: Figure, what: What, found: Sequence[Reading], before: str) -> Reading | None:
    """A figure with its noun; None where the sentence tells something else of these few."""
    where = _where(text, what.end)
    if _OTHER_VERB.match(text, where[1] if where else what.end) and not _IN_TOTAL.match(text, figure.start):
        return None
    if what.kind == "allegations" and _LODGED.search(before):
        return None
    if what.kind in _SINGLE and _STRUCK.match(text, what.end):
        return None
    if _AT_TIME.match(text, what.end) and not _IN_TOTAL.match(text, figure.start):
        return None
    if _UNVERIFIED.match(text, what.end) or _PLANNED.match(text, what.end) or _is_of_some(text, what):
        return None
    if (
        what.kind != "allegations"
        and not kind_of_violations(what.kind)
        and _ALLEGED.search(text, figure.end, what.start)
    ):
        # "14 reports of civilian casualties": how many there were is not said.
        return None
    if _IN_BRACKETS.match(text, what.end):
        return None
    kind = _whose(text, figure, what)
    if kind is None:
        return None
    if kind_of_violations(kind) and (_TOLD_TO.match(text, what.end) or _ALLEGED.search(text, figure.end, what.start)):
        kind = "allegations"
    inside = _MADE_UP_OF.search(before) and any(r.kind == kind for r in found)
    if inside and not where:
        return None
    return Reading(figure, "part" if inside else "count", kind, (what.start, what.end), where)


def kind_of_violations(kind: str) -> bool:
    """Whether a kind is of violations, which monitors count and parties claim."""
    return kind.endswith("violations")


def _is_of_some(text: str, what: What) -> bool:
    """Whether the words behind the noun leave only a part of it: "by the army", "involving mortars"."""
    if what.kind == "allegations" and (_SAID_OF_ONE.match(text, what.end) or _SORTED.match(text, what.end)):
        return True
    behind = _OF_SOME if what.kind in _DONE_BY_SIDES else _BY_SIDE
    return what.kind not in _MONITORS_OWN and behind.match(text, what.end) is not None


def _whose(text: str, figure: Figure, what: What) -> str | None:
    """The kind of the noun; for a bare "killed" of those named before it, None where they are only some."""
    if not what.kind.startswith("people-") or not _BARE.match(text, what.start):
        return what.kind
    own = _WHOSE.search(text, figure.end, what.start)
    if own:
        return None if own["others"] else f"{own.lastgroup}-{what.kind.split('-')[1]}"
    start = max(text.rfind(mark, 0, figure.start) for mark in ".;") + 1
    named = list(_WHOSE.finditer(text, start, figure.start))
    if not named:
        return what.kind
    group = named[-1].lastgroup or ""
    return None if group == "others" else f"{group}-{what.kind.split('-')[1]}"


def _where(text: str, at: int) -> Bounds | None:
    lead = _AFTER_WHAT.match(text, at)
    return place_at(text, lead.end() if lead else at)


def _times(text: str, figure: Figure, whats: Sequence[What], before: str) -> Reading | None:
    """ "restricted 17 times", "restrictions were met on 8 occasions"; not the share of one side."""
    times = _TIMES.match(text, figure.end)
    if not times or times["by"] or _AND_KEPT_BACK.match(text, times.end()):
        return None
    denied = _RESTRICTED.search(before)
    figure = replace(figure, end=times.end())
    if denied and not re.search(r"\bby\b", before[denied.start() :]):
        shift = figure.start - len(before)
        return Reading(
            figure, "count", "restrictions-of-movement", (denied.start() + shift, denied.end("what") + shift)
        )
    following = _RESTRICTED_AFTER.match(text, times.end()) if _ON.search(before) else None
    if following:
        return Reading(figure, "count", "restrictions-of-movement", following.span("what"))
    last = next((w for w in reversed(whats) if w.end <= figure.start), None)
    if last and last.kind == "restrictions-of-movement" and _MET.match(text[last.end : figure.start]):
        return Reading(figure, "count", last.kind, (last.start, last.end), place_at(text, times.end() + 1))
    return None


def _part(text: str, figure: Figure, whats: Sequence[What], found: Sequence[Reading], before: str) -> Reading | None:
    """ "(102 in areas ...)", "of which 18 were in ...": a figure of a place, of what was counted before it."""
    after = _PART_AFTER.match(text, figure.end)
    if not after:
        return None
    where = place_at(text, after.end())
    if not where:
        return None
    counted = next((r for r in reversed(found) if r.form != "previous"), None)
    last = next((w for w in reversed(whats) if w.end <= figure.start), None)
    opens = _PART_BEFORE.search(before)
    if opens and (counted or last):
        if opens[0].strip().lower() == "and" and not (counted and counted.where):
            return None
        kind, what = (counted.kind, counted.what) if counted else (last.kind, _bounds(last)) if last else ("", None)
        return Reading(figure, "part", kind, what, where)
    if (not before.strip() and (after["of"] or after["verb"])) or _OF_THESE.fullmatch(before):
        return Reading(figure, "part", "", None, where)
    return None


def _told_after(
    text: str, figure: Figure, whats: Sequence[What], found: Sequence[Reading], taken: Sequence[Bounds]
) -> Reading | None:
    """ "fewer ceasefire violations along the contact line – around 13,000", "the number fell to 388"."""
    last = next((w for w in reversed(whats) if w.end <= figure.start), None)
    if last is None or _TIMES.match(text, figure.end):
        return None
    gap = text[last.end : figure.start]
    listed = any(
        r.what and last.start > r.what[1] and text[r.what[1] : last.start].strip() == "of"
        for r in found
        if r.form == "count"
    )
    if listed or _FROM_ONE.match(text, figure.end) or _is_of_some(text, last) or _ELSE.search(gap):
        return None
    plain = gap
    for a, b in reversed([(a - last.end, b - last.end) for a, b in taken if last.end <= a and b <= figure.start]):
        plain = plain[:a] + "on a day" + plain[b:]
    opens = _OPENS.search(plain[-120:])
    if opens and _CAUSED_BY.search(text[max(0, last.start - 40) : last.start]) and "(" in opens[0]:
        return None
    if opens and _SHARE_OF.search(text[max(0, last.start - 40) : last.start]):
        return None
    if opens:
        middle = plain[: len(plain) - len(opens[0])]
        good = _BETWEEN.fullmatch(middle) and not _BLOCKS.search(middle) and CLOSES.match(text, figure.end)
        if good and not YEAR.match(text[figure.at : figure.end]):
            return Reading(figure, "count", last.kind, (last.start, last.end), _where(text, last.end))
    if last.kind.startswith("people-") and _BARE.match(text, last.start) and not gap.strip(" "):
        # "killed two children and injured one": of them, by what the sentence is about.
        return None
    told = not any(r.form == "count" and r.kind == last.kind for r in found)
    again = told and _RECORDED_BEFORE.search(text[max(0, figure.start - 40) : figure.start])
    if (again and CLOSES.match(text, figure.end)) or _TO.search(text[max(0, figure.start - 240) : figure.start]):
        return Reading(figure, "count", last.kind, (last.start, last.end))
    return None
