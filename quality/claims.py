"""Claims against an answer sheet: found when the quote overlaps and the speaker is right.

A printed claim belongs to the answer whose quote it shares at least half of (of the shorter of the two).
Stance, its family, date, link and target are then compared on the pairs. An answer without a quote has no
place, so only its speaker and stance are looked for, and precision says little about such a sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from .likeness import days_of, days_printed, overlap, places, plain, same_name, share_of_words
from .tally import Sheet, Tally

Json = Mapping[str, Any]

# Stances that are easily and harmlessly confused stand together.
FAMILIES = (
    "COMMIT AFFIRM RECOMMIT AMEND",
    "REPORT_PROGRESS CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PARTIAL",
    "DELAY CONDITION",
    "REINTERPRET_NARROW REINTERPRET_EXCLUDE DENY_OBLIGATION",
    "DENY_CONDUCT JUSTIFY",
    "ACCUSE ATTACK_MONITOR",
    "THREATEN CAST_DOUBT DECLARE_CONTINUE CONDUCT_SIGNAL",
    "SUSPEND WITHDRAW BREACH BREACH_ADMITTED MISSED_DEADLINE",
    "THIRD_PARTY_FINDING THIRD_PARTY_INTERPRET THIRD_PARTY_FINDING_BY_COUNTERPARTY CALL_TO_COMPLY REPORT_NOT_DONE ECHO",
    "PUBLIC_SILENCE",
    "ASSESS NONE",
)
CONDUCT = {"COMPLY", "COMPLY_PART", "BREACH", "MISSED_DEADLINE", "CONDUCT_SIGNAL"}
_SAME = {"AMEND/EXTEND": "AMEND", "AMEND_EXTEND": "AMEND", "EXTEND": "AMEND", "COMPLIED": "COMPLY"}


def compare_passage(printed: Json, gold: Json, text: str) -> Sheet:
    """A whole report against its answer sheet."""
    answers = [claim for claim in gold["claims"] if claim.get("quote")]
    names = {actor["id"]: [*actor.get("names", ()), *actor.get("aliases", ())] for actor in gold["actors"]}
    for answer in answers:
        if answer["quote"] not in text:
            raise ValueError(f"the answer sheet quotes words that are not in the text: {answer['id']}")
    speakers = [names.get(answer["speaker"], [answer["speaker"]]) if answer["speaker"] else [] for answer in answers]
    sheet, both = compare_claims(printed, answers, speakers, text)
    for ours, answer in both:
        sheet.share("date").add(_date_right(ours, answer))
        if answer.get("commitment"):
            sheet.share("link").add(link_right(printed, ours, gold, answer))
    for answer in gold["claims"]:
        if not answer.get("quote"):
            # Without a quote there is no place to compare; who took which stance can still be asked.
            wanted = names.get(answer["speaker"], [])
            told = any(_code(c) == _code(answer) and _speaker_right(printed, c, wanted) for c in printed["claims"])
            sheet.share("answers without a quote: speaker and stance").add(told)
            sheet.differences += [] if told else [f"missed {_code(answer)} of {answer['speaker']}"]
    for agreement in gold.get("agreements") or []:
        found = _agreement_of(printed, agreement)
        if found is not None and agreement.get("date"):
            sheet.share("day of the agreement").add(_overlaps(days_printed(found["date"]), days_of(agreement["date"])))
    bad = invented(printed, text)
    sheet.share("texts of which nothing printed is invented").add(not bad)
    sheet.differences += [f"not in the text: {words}" for words in bad]
    return sheet


def _agreement_of(printed: Json, wanted: Json) -> Json | None:
    """The printed agreement that has one of the names of the sheet's, or whose name is in one of them."""
    names = [plain(name) for name in (wanted.get("name") or "", *wanted.get("mentions", ())) if name]
    for ours in printed.get("agreements") or []:
        called = [plain(ours["name"]), *(plain(m["exact"]) for m in ours["mentions"])]
        if any(one in other or other in one for one in called for other in names):
            return ours  # type: ignore[no-any-return]
    return None


def _overlaps(ours: tuple[date, date] | None, wanted: tuple[date, date] | None) -> bool:
    """Whether a stretch of days meets the wanted one and is no wider, or at most a week: a month is no answer for a day."""
    if ours is None or wanted is None:
        return False
    wide = max(7, (wanted[1] - wanted[0]).days)
    return ours[0] <= wanted[1] and wanted[0] <= ours[1] and (ours[1] - ours[0]).days <= wide


def compare_sentence(printed: Json, row: Json) -> Sheet:
    """One sentence against its row."""
    answers = row["claims"]
    speakers = [[answer["speaker"]] if answer["speaker"] else [] for answer in answers]
    sheet, both = compare_claims(printed, answers, speakers, row["text"])
    claims = printed.get("claims") or []
    if not answers:
        sheet.share("sentence without a claim left alone").add(not claims)
    for ours, answer in both:
        sheet.share("axis").add(ours["axis"] == answer["axis"])
        wanted, got = answer["target"], _names_of(printed, ours.get("target"))
        sheet.share("target").add(any(same_name(name, wanted) for name in got) if wanted else not got)
    rightly_found = {id(answer) for ours, answer in both if _accepted(ours, answer)}
    for answer in answers:
        if answer.get("negated_trap"):
            sheet.share("negation, denial or hedge").add(id(answer) in rightly_found)
    all_right = len(both) == len(answers) == len(claims) and all(_accepted(*pair) for pair in both)
    sheet.share("sentence all right").add(all_right)
    return sheet


def compare_claims(
    printed: Json, answers: Sequence[Json], speakers: Sequence[list[str]], text: str
) -> tuple[Sheet, list[tuple[Json, Json]]]:
    """The sheet so far, and the pairs of printed claim and answer that agree in quote and speaker."""
    claims = printed.get("claims") or []
    fit, near = [], []
    for i, ours in enumerate(claims):
        place = (ours["quote"]["start"], ours["quote"]["end"])
        for j, answer in enumerate(answers):
            share, union = overlap([place], places(text, answer["quote"]))
            if share >= 0.5:
                right = _speaker_right(printed, ours, speakers[j])
                near.append(((round(union, 3), right), i, j))
                if right:
                    fit.append(((round(union, 3), _code(ours) == _code(answer)), i, j))
    sheet = Sheet()
    for i, j in _best_pairs(near):
        sheet.share("speaker").add(_speaker_right(printed, claims[i], speakers[j]))
    pairs = [(claims[i], answers[j]) for i, j in _best_pairs(fit)]
    sheet.tallies["claims"] = Tally(len(pairs), len(claims) - len(pairs), len(answers) - len(pairs))
    exact = sum(_code(ours) == _code(answer) for ours, answer in pairs)
    sheet.tallies["claims with their stance"] = Tally(exact, len(claims) - exact, len(answers) - exact)
    for ours, answer in pairs:
        sheet.share("stance").add(_code(ours) == _code(answer))
        sheet.share("stance, or one that can be defended").add(_accepted(ours, answer))
        sheet.share("family of stance").add(_family(_code(ours)) == _family(_code(answer)))
        if not _accepted(ours, answer):
            sheet.differences.append(f"{_code(ours)} for {_code(answer)}: {plain(answer['quote'])[:90]}")
    matched = {id(answer) for _, answer in pairs}
    sheet.differences += [f"missed {_code(a)}: {plain(a['quote'])[:90]}" for a in answers if id(a) not in matched]
    ours_matched = {id(ours) for ours, _ in pairs}
    extra = [c for c in claims if id(c) not in ours_matched]
    sheet.differences += [f"extra {_code(c)}: {plain(c['quote']['exact'])[:90]}" for c in extra]
    return sheet, pairs


def _best_pairs(scored: Iterable[tuple[tuple[float, bool], int, int]]) -> list[tuple[int, int]]:
    """Pairs by falling score, each side used once; of equals the earlier."""
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, key=lambda row: (row[0], -row[1], -row[2]), reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _code(claim: Json) -> str:
    stance = str(claim.get("stance") or "").strip().upper().replace("-", "_")
    return _SAME.get(stance, stance)


def _family(code: str) -> str:
    if code.startswith("REPORT_PRIVATE") or code == "REPORT_KNOWLEDGE":
        return "private"
    return next((family for family in FAMILIES if code in family.split()), code)


def _accepted(ours: Json, answer: Json) -> bool:
    return _code(ours) in {_code(answer), *(_code({"stance": s}) for s in answer.get("also_accept") or ())}


def _names_of(printed: Json, actor_id: str | None) -> list[str]:
    for actor in printed.get("actors") or ():
        if actor["id"] == actor_id:
            return [actor["name"], *(mention["exact"] for mention in actor["mentions"])]
    return [actor_id] if actor_id else []


def _speaker_right(printed: Json, ours: Json, wanted: Sequence[str]) -> bool:
    got = _names_of(printed, ours.get("speaker"))
    if not wanted:
        return not got
    return any(same_name(name, answer) for name in got for answer in wanted)


def _date_right(ours: Json, answer: Json) -> bool:
    wanted = [days for d in (answer.get("date"), *(answer.get("date_alternatives") or ())) if (days := days_of(d))]
    printed = [ours.get("said_on")]
    if ours.get("axis") == "conduct" or _code(answer) in CONDUCT:
        printed.append(ours.get("happened_on"))
    if not wanted:
        said = printed[0]
        return not said or "missing" in said or not (said.get("earliest") or said.get("latest"))
    return any(_overlaps(days_printed(when), days) for when in printed for days in wanted)


def link_right(printed: Json, ours: Json, gold: Json, answer: Json) -> bool:
    """Whether a claim is tied to the commitment, or the agreement, of its answer."""
    about, wanted = ours["about"], answer["commitment"]
    for agreement in gold["agreements"]:
        if agreement["id"] == wanted:
            named = [agreement.get("name", ""), *agreement.get("mentions", ())]
            got = [a for a in printed["agreements"] if a["id"] == about["agreement"]]
            words = [w for a in got for w in (a["name"], *(m["exact"] for m in a["mentions"]))]
            return any(_alike(word, name) >= 0.4 for word in words for name in named if word and name)
    got = [c for c in printed["commitments"] if c["id"] == about["commitment"]]
    words = [w for c in got for w in (c["exact"], _in_slots(c)) if w]
    likeness = {c["id"]: max((_alike(w, c["text"]) for w in words), default=0.0) for c in gold["commitments"]}
    best = max(likeness.values(), default=0.0)
    return likeness.get(wanted, 0.0) >= 0.4 and likeness[wanted] == best


def _in_slots(commitment: Json) -> str:
    """All that a commitment's slots say."""
    filled = (slot for slot in commitment["slots"].values() if isinstance(slot, list))
    return " ".join(span["exact"] for slot in filled for span in slot)


def _alike(one: str, other: str) -> float:
    """1 for the same words, nearly 1 when one holds the other, else the share of common words."""
    a, b = plain(one), plain(other)
    if a == b:
        return 1.0
    return 0.99 if a in b or b in a else min(0.98, share_of_words(one, other))


def invented(printed: Json, text: str) -> list[str]:
    """Printed names and quotes that do not stand in the text. There must be none."""
    base = plain(text)
    words = [named["name"] for kind in ("actors", "agreements") for named in printed.get(kind) or ()]
    words += [claim["quote"]["exact"] for claim in printed.get("claims") or ()]
    return [word for word in words if plain(word) not in base]
