"""A case of any size made of a few dozen sentences and people, the same every time: what the ledger is measured with."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from trucewatch.core.dates import Due, When, when
from trucewatch.core.model import (
    Actor,
    Agreement,
    Anchor,
    Claim,
    Clause,
    ClauseKind,
    Commitment,
    Document,
    Link,
    Missing,
    Modality,
    Report,
    Slots,
)
from trucewatch.core.quotes import Repairs, Span, quote_of

SIGNED = date(2031, 4, 3)
DAYS = 5 * 365
CLAIMS_A_DOCUMENT = 30
# The share of claims that are on the agreement as a whole.
ON_THE_WHOLE = 0.02
SIDES = ("Northern Council", "River Front", "Government of the Union")
OWED_BY = ("The Parties", "The Northern Council", "The River Front", "All units")
ACTS = ("withdraw", "release", "refrain", "publish", "suspend", "open", "disarm", "allow", "hand over", "report")
OBJECTS = ("heavy weapons", "prisoners held at", "flights over", "lists of forces at", "the road to", "the camp of")
PLACES = ("Alder Bridge", "Messin", "Orune", "Sorrel", "the Salt Pass", "Valley Road", "Lake Ford", "Hare Hill")
# How often each kind of claim comes, by and large as in the reports of the examples.
STANCES = {
    "ACCUSE": 18, "AFFIRM": 10, "CALL_TO_COMPLY": 9, "THIRD_PARTY_FINDING": 9, "ASSESS": 8, "REPORT_PROGRESS": 7,
    "DENY_CONDUCT": 5, "CLAIM_COMPLIANCE": 5, "COMMIT": 4, "CONDITION": 3, "BREACH": 3, "REPORT_NOT_DONE": 3,
    "REINTERPRET_EXCLUDE": 2, "REINTERPRET_NARROW": 2, "CAST_DOUBT": 2, "DELAY": 2, "JUSTIFY": 2, "COMPLY": 2,
    "RECOMMIT": 1, "SUSPEND": 1, "CONDUCT_SIGNAL": 1, "ATTACK_MONITOR": 1, "THREATEN": 1, "REPORT_PARTIAL": 1,
    "THIRD_PARTY_INTERPRET": 1, "ECHO": 1, "PUBLIC_SILENCE": 1, "REPORT_PRIVATE_AFFIRM": 1, "DENY_OBLIGATION": 1,
}  # fmt: skip
SENTENCES = (
    "The delegation said that the withdrawal from {place} had begun and that {n} vehicles had left.",
    "No violations were recorded at {place} during the {n} days of the mission's patrols.",
    "The mission could not verify the release of {n} prisoners because access to {place} was denied.",
    "The spokesman said that the clause does not cover the {n} advisers who remain at {place}.",
    "The new joint government took office and {n} ministers were sworn in at {place}.",
    "They will hand over the camp at {place} only after the other side has released {n} prisoners.",
    "Shelling near {place} wounded {n} people, and each side said that the other had fired first.",
    "The legitimate government of the Union has completed what it promised at {place}, the minister said on day {n}.",
)
SENTENCE_WEIGHTS = (20, 15, 10, 20, 1, 10, 20, 4)
LEVELS = ("1", "2", "2", "3", "3", "4", "5")
GRADES = ("A1", "B2", "B2", "C3", "D3", "F6")


def agreement(commitments: int) -> Agreement:
    """An agreement of so many duties, some with a last day, some until an event."""
    text, clauses, duties = "AGREEMENT ON THE CESSATION OF HOSTILITIES", [], []
    for n in range(commitments):
        until = " until the new joint government takes office" if n % 10 == 9 else ""
        bearer, act = OWED_BY[n % len(OWED_BY)], ACTS[n % len(ACTS)]
        sentence = f"{bearer} shall {act} {OBJECTS[n % len(OBJECTS)]} {PLACES[n % len(PLACES)]}{until}."
        start = len(text) + 1
        text += "\n" + sentence
        span = Span(start, len(text), sentence)
        at = start + sentence.index(act)
        slots = Slots(bearer=(Span(start, start + len(bearer), bearer),), action=(Span(at, at + len(act), act),))
        last = SIGNED + timedelta(30 + 7 * n % DAYS)
        clauses.append(Clause(f"art_{n}", ClauseKind.ARTICLE, str(n), None, span, start, len(text)))
        due = Due(last, last) if n % 3 == 0 else None
        duties.append(Commitment(f"art_{n}#1", f"art_{n}", span, start, len(text), Modality.OBLIGATION, slots, due))
    text += "\nFor the Northern Council\nFor the River Front\nFor the Government of the Union"
    signature = Anchor("signature", when(SIGNED.isoformat()), "by hand")
    return Agreement(
        _document("agreement.txt", text), None, tuple(clauses), (), {"signature": signature}, tuple(duties)
    )


def reports(claims: int, commitments: int) -> Iterator[Report]:
    """Reports of thirty claims each; a fifth of the commitments draw most of them, and some claims reach two."""
    chance = random.Random(5)
    weights = [1 / (1 + n) ** 0.7 for n in range(commitments)]
    people = [_person(n) for n in range(600)]
    for number in range(claims // CLAIMS_A_DOCUMENT):
        cast = [people[min(int(chance.expovariate(1 / 60)), len(people) - 1)] for _ in range(10)]
        yield _report(number, chance, list(dict.fromkeys(cast)), commitments, weights)


Person = tuple[str, str, str | None, str | None]


def _person(n: int) -> Person:
    name = f"{('Idris', 'Maren', 'Oskar', 'Tamsin', 'Yusuf')[n % 5]} {('Vael', 'Korr', 'Lind', 'Sabo')[n % 4]}{n}"
    if n % 10 == 7:
        return f"p{n}", name, None, "T"
    return f"p{n}", name, SIDES[n % 3] if n % 10 != 8 else None, LEVELS[n % 7] if n % 10 != 8 else "A"


def _report(number: int, chance: random.Random, cast: list[Person], commitments: int, weights: list[float]) -> Report:
    sentences = [
        sentence.format(place=chance.choice(PLACES), n=chance.randint(2, 400))
        for sentence in chance.choices(SENTENCES, SENTENCE_WEIGHTS, k=CLAIMS_A_DOCUMENT)
    ]
    text = " ".join([*(f"{name}." for _, name, _, _ in cast), *sentences])
    published = SIGNED + timedelta(chance.randrange(DAYS))
    document = _document(f"reports/{published.isoformat()}-{number}.txt", text, when(published.isoformat()))
    actors = tuple(_actor(person, text) for person in cast)
    stances = chance.choices(list(STANCES), list(STANCES.values()), k=CLAIMS_A_DOCUMENT)
    abouts = chance.choices(range(commitments), weights, k=CLAIMS_A_DOCUMENT)
    found, at = [], 0
    for n, (words, stance, about) in enumerate(zip(sentences, stances, abouts, strict=True)):
        at = text.index(words, at)
        link = Link(f"art_{about}#1", "a1", "by hand", (f"art_{(about + 1) % commitments}#1",) if n % 20 == 0 else ())
        if chance.random() < ON_THE_WHOLE:
            link = Link(None, "a1", "by hand")
        said = when((published - timedelta(chance.randrange(3))).isoformat()) if n % 2 else Missing("not stated")
        speaker = chance.choice(cast)[0] if chance.random() < 0.8 else None
        quote = quote_of(text, Span(at, at + len(words), words))
        found.append(
            Claim(
                f"c{n + 1}", speaker, stance, "speech", link, quote, said_on=said,
                independence_group=chance.choice((None, f"actor:{speaker}", f"wire {number // 4}", "source:s1")),
                grades={"said": "A1", "true": chance.choice(GRADES)},
            )
        )  # fmt: skip
    return Report(document, (), actors, (), tuple(found))


def _actor(person: Person, text: str) -> Actor:
    key, name, side, level = person
    at = text.index(name)
    span = Span(at, at + len(name), name)
    return Actor(key, span, "person", side, level, {}, (span,))


def _document(path: str, text: str, published: When | None = None) -> Document:
    return Document(path, "0" * 64, text, text, Repairs(), (), "en", published_on=published)
