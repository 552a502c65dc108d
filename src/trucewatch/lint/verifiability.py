"""Could a monitor decide it? For each commitment what the text answers, here or elsewhere, and what is missing.

The questions are those of practice: who verifies, may they go and see, what counts as proof, how many were
there at the start, where, from and by when. Not every duty needs every answer: a ban needs no count.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.core.analysis import Check, Verdict, Verifiability
from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Commitment, Modality
from trucewatch.core.quotes import Span

from .acts import Act, act_of, act_words, said, spans_of, subject
from .cues import LISTED, MONITOR, PARTY, article_ids, article_sentences, cue
from .sentences import Sentence, commitments_of, sentences
from .topics import stems

_ALL = frozenset({"*"})
_BODY = r"(?:missions?|mechanisms?|monitors?|observers?|commissions?|committees?|teams?|verifiers?|boards?|OSCE\S*|UN|United Nations|ICRC|[A-Z]{4,})"
_WATCH = r"(?:monitor\w*|verif\w+|supervis\w+|observ(?:e|es|ed|ation)\b)"
# The four ways in which a text gives somebody the task to watch; `scope` are the words that say what is watched.
_TASKS = (
    r"\b(?P<scope>(?:this|the(?: present)?) (?:[\w-]+ ){0,3}?(?:agreement|truce|memorandum|protocol|accord|cease-?fire|cessation of hostilities))\b[^.;]{0,60}\b(?:monitored|verified|supervised)\b[^.;]{0,40}\bby (?:the )?(?P<who>[^.;,]{2,60})",
    rf"\b(?P<who>(?:[\w-]+ ){{0,5}}?{_BODY})(?: \([^()]*\))? (?:[^.;]{{0,60}}, )?(?:shall|will|must|is to|are to) (?:\w+ )?(?:{_WATCH}|undertake (?:the )?monitoring)(?P<scope>[^.;]{{0,140}})",
    rf"\b{_WATCH}(?: and {_WATCH})? of (?P<scope>[^.;]{{2,160}}?) by (?:the )?(?P<who>[A-Z][\w/-]+(?: \w+){{0,5}})",
    rf"\b(?:allow|permit|enable)\w* (?:the )?(?P<who>{_BODY}|[A-Z]\w+) to {_WATCH}(?: and {_WATCH})?(?P<scope>[^.;]{{0,140}})",
)
_WHOLE = r"\b(?:(?:this|the(?: present)?|of the) (?:agreement|truce|memorandum|protocol|accord)|compliance|adherence|implementation|obligations|provisions|articles? \d+ to \d+)\b|^\W*(?:activities|until|and|in all areas)"
_CEASING = r"\b(?:cease-?fire|cessation of hostilities|truce)\b"
_BY_HERE = rf"\b(?:under|with|by) (?:the )?(?:\w+ ){{0,3}}?(?:monitoring|supervision|verification|observation)\b|\b{_WATCH}(?: and {_WATCH})? (?:of [^.;]{{0,90}} )?by (?:the )?(?!part|sides)[A-Z]\w+|\bcertif(?:y|ied|ies|ication) by\b|\bcertified\b"
_ACCESS = (
    r"\b(?:unhindered|unimpeded|unrestricted|full|free|immediate) access\b(?![^.;]{0,60}\b(?:people in need|humanitarian|assistance|relief|population)\b)|\bfreedom of movement (?:of|for) (?:the )?(?:mission|monitor|observer)|"
    r"\b(?:any|all) (?:place|area|site|time)s?\b[^.;]{0,60}\b(?:control|time|notice|inspect)|\bmay (?:enter|inspect|visit|go to)\b|\bwithout (?:prior )?notice\b|"
    r"\ballow (?:the )?\S+ to (?:monitor|verify|inspect)"
)
_PROOF = (
    r"\bshall determine whether\b|\bas counted\b|\bcertif\w+|\bphotograph\w*|\bviolation(?:s)? (?:means|is|are) any\b|"
    r"\bis deemed\b|\bshall be deemed\b|\bproof\b|\bevidence\b|\bverified against\b"
)
_BASELINE = rf"{LISTED}|\bthe location of\b|\bnumber and\b|\bserial numbers?\b"
_CATCH_ALL = r"\bany (?:other )?(?:provocative|hostile|unfriendly|confrontational)\b|\bany other (?:\w+ )?(?:action|act|violation)s?\b|\bcould be viewed\b|\bcould lead to\b|\bany form of\b|\bunwarranted\b|\bany (?:other )?human rights\b|\bany actions\b"
_NEEDED: Mapping[Act, frozenset[str]] = {
    Act.BAN: frozenset({"verifier", "access", "evidence", "clock"}),
    Act.MOVE: frozenset({"verifier", "access", "baseline", "place", "clock"}),
    Act.COUNTED: frozenset({"verifier", "access", "baseline", "clock"}),
    Act.VISIBLE: frozenset({"verifier", "clock"}),
    Act.STANDING: frozenset({"verifier", "clock"}),
    Act.CONDUCT: frozenset({"verifier", "evidence"}),
}
_PUBLIC = r"\b(?:law|legislation|constitution\w*|parliament\w*|resolution|elections?|broadcast\w*|publish\w*|announc\w+|public events?|amnesty)\b"
_PLACED = r"\b(?:deploy\w*|flights?|install(?:ment|ed|ing|s)?\b|advance\w*)\b"
_FROM_WHERE = r"\b(?:from|to|into|of) (?:the )?(?:de facto )?(?:line|territory|zone|district|\w+ line)\b[^.;,]{0,60}|\b(?:leave|exit|from) (?:the )?(?:country|territory|island)\b"
_MOVED_FROM = r"\b(?:from|behind|beyond|out of|into) (?!each other|the (?:moment|date|day|time)|day|now|all sides|\d)(?:the |its |their |all |any )*[A-Za-z][\w-]+"
_TO_SOMEBODY = rf"\bto (?:the )?{MONITOR}|\bto (?:the )?[A-Z]{{3,}}\b|\bto (?:the )?(?:[A-Z]\w+ ){{1,5}}(?:of the [A-Z]\w+ [A-Z]\w+)?"
_ASKS_NOTHING = {
    Modality.DECLARATION: "a declaration",
    Modality.PERMISSION: "a permission",
    Modality.EXCEPTION: "an exception",
}
_QUESTIONS = ("verifier", "access", "evidence", "baseline", "place", "clock")
_NAMES = {
    "verifier": "who verifies",
    "access": "access for them",
    "evidence": "what counts as proof",
    "baseline": "a count to start from",
    "place": "where",
    "clock": "a day",
}
_STARTS = ("ceasefire-start", "entry-into-force", "signature")


@dataclass(frozen=True, slots=True)
class _Task:
    """Somebody's task to watch: the words that give it, and what is watched ("*" stands for all of it)."""

    span: Span
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """What the agreement as a whole answers."""

    tasks: tuple[_Task, ...]
    access: tuple[Span, ...]
    proof: tuple[Span, ...]
    baselines: tuple[tuple[str, frozenset[str], Span], ...]
    start: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """One commitment with its sentence, the act it asks for, and its article.

    `topic` are the stems of act and object, `moved` those of a bearer that itself moves.
    """

    commitment: Commitment
    sentence: Sentence
    act: Act
    topic: frozenset[str]
    moved: frozenset[str]
    article: str


def verifiability(agreement: Agreement) -> tuple[Verifiability, ...]:
    """A verdict on every commitment, in order."""
    told = sentences(agreement)
    whole = _whole(agreement, told)
    cases = _cases(agreement, told, _names_of(whole.tasks, agreement))
    articles: dict[str, list[_Case]] = {}
    for case in cases.values():
        articles.setdefault(case.article, []).append(case)
    found = []
    for case in cases.values():
        checks = _checks(agreement, case, whole, articles[case.article])
        found.append(Verifiability(case.commitment.id, *_verdict(agreement, case, checks), checks))
    return tuple(found)


def _cases(agreement: Agreement, told: Sequence[Sentence], monitors: re.Pattern[str]) -> dict[str, _Case]:
    home = article_ids(agreement)
    cases: dict[str, _Case] = {}
    before: _Case | None = None
    for sentence in told:
        for commitment in commitments_of(agreement, sentence):
            if commitment.id in cases:
                continue
            action, what = said(commitment.slots.action), subject(agreement, commitment)
            act = act_of(agreement, commitment, monitors)
            topic = stems(action) | stems(what)
            if before and before.article == home[sentence.clause.id] and _goes_on(action, what):
                # "This process is to be finished by ...": the act is the one named before.
                act, topic = before.act, topic | before.topic
            moved = stems(said(commitment.slots.bearer)) if act in (Act.MOVE, Act.COUNTED) else frozenset[str]()
            before = cases[commitment.id] = _Case(commitment, sentence, act, topic, moved, home[sentence.clause.id])
    return cases


def _goes_on(action: str, what: str) -> bool:
    return bool(cue(r"^(?:th(?:is|e) (?:process|work|exchange|withdrawal|release)|it|they)\b").match(what)) and bool(
        cue(r"^(?:be )?(?:finish|complet|start|begin|commenc|conclud)").match(action)
    )


def _names_of(tasks: Sequence[_Task], agreement: Agreement) -> re.Pattern[str]:
    """A pattern for those who have the task to watch, and for the names of the field."""
    names = {word for task in tasks for word in re.findall(r"\b[A-Z]{3,}\b", agreement.document.reads(task.span))}
    return cue("|".join([MONITOR, r"\bmonitor", r"\bobserver", *(rf"\b{name}\b" for name in sorted(names))]))


# --------------------------------------------------------------------------- the text as a whole


def _whole(agreement: Agreement, told: Sequence[Sentence]) -> _Text:
    home = article_ids(agreement)
    return _Text(
        tasks=tuple(task for sentence in told for task in _tasks(agreement, sentence)),
        access=_matches(agreement, told, _ACCESS)[:2],
        proof=_matches(agreement, told, _PROOF)[:2],
        baselines=tuple(
            (home[s.clause.id], stems(s.text) | stems(s.text[m.start() :]), _span(agreement, s, m))
            for s in told
            if (m := cue(_BASELINE).search(s.text))
        ),
        start=next((a.when.spans for k in _STARTS if (a := agreement.anchors.get(k)) and a.when.spans), ()),
    )


def _tasks(agreement: Agreement, sentence: Sentence) -> Iterable[_Task]:
    for pattern in _TASKS:
        match = cue(pattern).search(sentence.text)
        if match is None or cue(rf"^(?:the )?{PARTY}\b").match(match["who"].strip()):
            continue
        scope = match["scope"] or ""
        topics = stems(scope)
        if cue(_WHOLE).search(scope) or not topics:
            topics = _ALL
        elif cue(_CEASING).search(scope):
            topics |= {"ceasing"}
        yield _Task(agreement.document.span(sentence.start + match.start(), sentence.start + match.end()), topics)


def _matches(agreement: Agreement, told: Iterable[Sentence], pattern: str) -> tuple[Span, ...]:
    return tuple(_span(agreement, s, m) for s in told if (m := cue(pattern).search(s.text)))


def _span(agreement: Agreement, sentence: Sentence, match: re.Match[str]) -> Span:
    return agreement.document.span(sentence.start + match.start(), sentence.start + match.end())


# --------------------------------------------------------------------------- one commitment


def _checks(agreement: Agreement, case: _Case, whole: _Text, article: Sequence[_Case]) -> tuple[Check, ...]:
    needed = set(_NEEDED.get(case.act, frozenset()))
    words = f"{said(case.commitment.slots.action)} {subject(agreement, case.commitment)} {case.sentence.text}"
    if case.act is Act.VISIBLE and cue(_PUBLIC).search(words):
        needed.discard("verifier")
    if case.act is Act.BAN and cue(_PLACED).search(words):
        needed.add("place")
    here = _here(agreement, case)
    elsewhere = _elsewhere(agreement, case, whole, article)
    return tuple(
        Check(name, name in needed, here.get(name, ()), elsewhere.get(name, ()) if not here.get(name) else ())
        for name in _QUESTIONS
    )


def _here(agreement: Agreement, case: _Case) -> dict[str, tuple[Span, ...]]:
    """What the clause itself answers."""
    own, slots = (case.sentence,), case.commitment.slots
    verifier = spans_of(slots.verifier) or _matches(agreement, own, _BY_HERE)
    if case.act in (Act.VISIBLE, Act.STANDING, Act.COUNTED) and not verifier:
        # Whoever is to receive it can tell whether it came.
        verifier = spans_of(slots.beneficiary) or _matches(agreement, own, _TO_SOMEBODY)
    if case.act is Act.STANDING and not verifier:
        verifier = _matches(agreement, own, rf"{MONITOR}|\b[A-Z]{{4,}}\b")
    place = spans_of(slots.place) or _matches(agreement, own, _FROM_WHERE)
    if case.act is Act.MOVE and not place:
        place = _matches(agreement, own, _MOVED_FROM)
    return {
        "verifier": verifier,
        "access": _matches(agreement, own, _ACCESS),
        "evidence": _matches(agreement, own, _PROOF),
        "baseline": (*spans_of(slots.quantity), *_matches(agreement, own, LISTED)),
        "place": place,
        "clock": spans_of(slots.deadline) if isinstance(case.commitment.due, Due) else (),
    }


def _elsewhere(
    agreement: Agreement, case: _Case, whole: _Text, article: Sequence[_Case]
) -> dict[str, tuple[Span, ...]]:
    """What other clauses answer for this one."""
    topic = case.topic | ({"ceasing"} if case.act is Act.BAN else frozenset())
    watching = tuple(t.span for t in whole.tasks if "*" in t.scope or len(t.scope & topic) > ("ceasing" not in topic))
    same = [o for o in article if o is not case and o.act is not Act.NONE and o.topic & case.topic]
    subject_matter = case.topic | case.moved
    counts = tuple(
        span
        for home, scope, span in whole.baselines
        if len(scope & subject_matter) > (home != case.article) and not _within(case.commitment.span, span)
    )
    days = [s for o in same if isinstance(o.commitment.due, Due) for s in spans_of(o.commitment.slots.deadline)]
    once = case.act in (Act.MOVE, Act.COUNTED, Act.VISIBLE)
    return {
        "verifier": watching[:2],
        "access": whole.access if watching else (),
        "evidence": whole.proof if watching else (),
        "baseline": (*(s for o in same for s in spans_of(o.commitment.slots.quantity)), *counts)[:2],
        "place": tuple(s for o in same for s in spans_of(o.commitment.slots.place))[:2]
        or _matches(agreement, article_sentences(agreement).get(case.article, ()), _FROM_WHERE)[:2],
        "clock": tuple(days[:2]) if once else whole.start,
    }


def _within(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _verdict(agreement: Agreement, case: _Case, checks: Sequence[Check]) -> tuple[Verdict, str]:
    """The verdict and the line that explains it."""
    commitment, act = case.commitment, case.act
    action = f"“{act_words(agreement, commitment)}”"
    if commitment.modality in _ASKS_NOTHING:
        return Verdict.NOT_FOR_A_MONITOR, f"{_ASKS_NOTHING[commitment.modality]} asks for nothing"
    if act is Act.MONITOR:
        return Verdict.NOT_FOR_A_MONITOR, f"{action} is the task of those who watch"
    if act is Act.NONE:
        return Verdict.NOT_FOR_A_MONITOR, f"{action} has a legal effect and no act that could be seen"
    missing = [check.name for check in checks if check.missing]
    gaps = f"missing: {', '.join(_NAMES[name] for name in missing)}" if missing else ""
    if act is Act.CONDUCT:
        return Verdict.NOT_AS_WRITTEN, _line(f"no single act shows {action}", gaps)
    catch_all = cue(_CATCH_ALL).search(agreement.document.reads(commitment.span)) if act is Act.BAN else None
    if catch_all:
        decided = not {"evidence", "verifier"} & set(missing)
        verdict = Verdict.IN_PART if decided else Verdict.NOT_AS_WRITTEN
        return verdict, _line(f"“{' '.join(catch_all[0].split())}” reaches as far as the reader wants", gaps)
    # One act that leaves a trace can be seen by anybody, if not on behalf of anybody.
    if len(missing) > 2 or ("verifier" in missing and act is not Act.VISIBLE):
        return Verdict.NOT_AS_WRITTEN, gaps
    return (Verdict.IN_PART, gaps) if missing else (Verdict.DECIDABLE, "nothing that a monitor needs is missing")


def _line(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
