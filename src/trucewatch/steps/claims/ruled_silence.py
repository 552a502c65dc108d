"""Stances that quiet, lack of means and pictures rule out: a quiet front has not kept silent, nor has a monitor without a mandate
found anything."""

from .told_clauses import Ruled, ToldClause

_QUIET = frozenset("quiet silent calm".split())
_FRONTS = frozenset(
    "front frontline line border gun cannon artillery weapon sector region area town village city valley hill situation night "
    "district zone sky".split()
)
_ABOUT = frozenset("about on over regarding concerning".split())
_MEANS = frozenset("mandate authority staff power capacity personnel vehicle budget equipment".split())
_LACKS = frozenset("have lack".split())
_MONITORS = frozenset("team panel commission committee mission board mechanism group inquiry".split())
_ISSUES = frozenset("publish issue release give present share submit deliver produce circulate".split())
_REPORTS = frozenset("report finding conclusion result".split())
_TIMES = frozenset("timetable deadline date schedule timeline timeframe calendar".split())
_SETS = frozenset("set give fix agree announce name mention offer provide specify be".split())
_SHOWS = frozenset("show present play display hold screen share".split())
_PICTURES = frozenset("video photograph photo picture footage image film recording map clip document".split())
_SEERS = frozenset(
    "reporter journalist monitor observer council me us mediator correspondent press diplomat mission delegate audience".split()
)
_OWN = frozenset("its their his our my".split())


def quiet_front(told: ToldClause) -> Ruled:
    """ "The front had been quiet for a week", "our guns are silent": nobody keeps silent about anything."""
    parse, head, subject = told.parse, told.head, told.subject
    states = [k for k in parse.children(head, "acomp", "oprd") if k.lemma in _QUIET]
    if head.lemma not in ("be", "remain", "stay", "keep", "fall") or told.denied or not states or subject is None:
        return
    about = any(k.lower in _ABOUT for t in (head, *states) for k in parse.children(t, "prep"))
    it = subject.lower == "it" and bool(
        parse.behind(head, "in", "along", "across", "at") or parse.behind(states[0], "in")
    )
    place = subject.lemma in _FRONTS and subject.text != "Front"
    if (place or it) and not (about and not it):
        told_by = told.finding if told.said else "ASSESS"
        yield from (("PUBLIC_SILENCE", told_by), ("REPORT_NOT_DONE", told_by))


def has_observed(told: ToldClause) -> Ruled:
    """ "The League has never observed the Protocol": whoever says so accuses it, and nobody has kept silent."""
    texts = told.texts
    kept = any(k.lemma.lower() in texts for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma == "observe" and kept and told.denied and told.holds("said", "other"):
        yield from (
            ("THIRD_PARTY_FINDING", told.charge),
            ("PUBLIC_SILENCE", told.charge),
            ("REPORT_NOT_DONE", told.charge),
        )


def no_report_yet(told: ToldClause) -> Ruled:
    """ "The mission has not yet published its findings": it has found nothing yet, and owes no duty."""
    parse, head = told.parse, told.head
    yet = any(t.lower == "yet" for t in told.own)
    reports = any(k.lemma in _REPORTS for k in parse.children(head, "dobj"))
    who = told.subject
    monitors = told.watches or told.named(who, _MONITORS)
    if head.lemma in _ISSUES and told.denied and yet and reports and monitors and not told.said:
        yield from ((code, "PUBLIC_SILENCE") for code in ("REPORT_NOT_DONE", "THIRD_PARTY_FINDING", "MISSED_DEADLINE"))


def has_no_means(told: ToldClause) -> Ruled:
    """ "The mission has no mandate to investigate violations": it has found nothing."""
    means = any(k.lemma in _MEANS for k in told.parse.children(told.head, "dobj"))
    if told.head.lemma in _LACKS and means and "present" in told.conditions:
        yield from (("THIRD_PARTY_FINDING", ""), ("REPORT_NOT_DONE", ""))


def no_date_set(told: ToldClause) -> Ruled:
    """ "No timetable was set": there is no deadline that could be missed."""
    nouns = told.parse.children(told.head, "nsubjpass", "dobj", "attr", "nsubj")
    none = any(
        k.lemma in _TIMES and any(d.lower == "no" for d in told.parse.children(k, "det", "neg", "amod")) for k in nouns
    )
    if told.head.lemma in _SETS and none:
        yield "MISSED_DEADLINE", ""


def has_kept_it(told: ToldClause) -> Ruled:
    """ "Has an informal truce with the army and has kept it", which is no silence; "has kept quiet" is."""
    texts = told.texts
    kept = any(k.lemma in texts or k.lower in ("it", "them") for k in told.parse.children(told.head, "dobj"))
    quiet = not told.lemmas.isdisjoint(_QUIET) or bool(told.parse.children(told.head, "acomp", "oprd", "prep"))
    if told.head.lemma in told.classes["abide"] and kept and not quiet and not told.denied and "act" in told.conditions:
        yield "PUBLIC_SILENCE", "COMPLY"


def shows_others(told: ToldClause) -> Ruled:
    """ "He showed reporters a video of the attack": proof against others, and no show of one's own force."""
    parse, head = told.parse, told.head
    shown = [k for k in parse.children(head, "dobj") if k.lemma in _PICTURES]
    if head.lemma not in _SHOWS or not shown:
        return
    below = [t for k in shown for t in parse.subtree(k)]
    if any(t.lower in _OWN for t in below):
        return
    to = (
        *parse.children(head, "dative"),
        *parse.behind(head, "to"),
        *(o for k in below for o in parse.behind(k, "to")),
    )
    seen = any(t.lower in _SEERS or t.lemma in _SEERS for t in to)
    deeds = told.classes["harm"] | {"order", "dig"}
    does = any(t.lemma in deeds and t.dep in ("acl", "relcl", "ccomp", "pcomp") for t in below)
    if seen or does:
        yield "CONDUCT_SIGNAL", ""


RULES = (quiet_front, has_observed, no_report_yet, has_no_means, no_date_set, has_kept_it, shows_others)
