"""A report taken apart: who is in it, and who said or did what, in which words."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.dates import When, lacks_year
from trucewatch.core.model import Actor, Claim, Count, Link, Missing, Report, Source

from .agreement import QUESTIONS
from .mentioned import show_mentioned
from .monitors import show_contradictions, show_incidents
from .places import show_places
from .second_reading import show_second_reading
from .wording import (
    DASH,
    QUIET,
    clip,
    count_of,
    figure_text,
    flags,
    flat,
    gap,
    head,
    indented,
    section,
    slot_text,
    when_text,
)


def show_read(report: Report, console: Console) -> None:
    """Agreements, actors, claims, sources, counts, and what was not read."""
    document = report.document
    head(
        console,
        document.path,
        _dated(document.published_on),
        f"language {document.language}",
        count_of(len(report.claims), "claim"),
    )
    flags(console, document)
    actors = {actor.id: actor for actor in report.actors}
    _show_agreements(report, console)
    _show_commitments(report, console)
    _show_actors(report, console)
    _show_claims(report, actors, console)
    show_mentioned(report.mentioned, console)
    _show_sources(report.sources, console)
    show_incidents(report.incidents, console)
    _show_counts(report.counts, console)
    show_contradictions(report.contradictions, console)
    show_places(report.places, console)
    _show_skipped(report, console)
    if report.second_reading:
        show_second_reading(report.second_reading, console)


def _dated(published_on: When | None) -> str:
    """When it was published; where that is not known, or its year is not, how to say it."""
    if published_on is None:
        return f"{DASH} no date of publication (--published-on gives it)"
    told = f"published {when_text(published_on).plain}"
    return f"{told} (--published-on YYYY gives it)" if lacks_year(published_on.edtf) else told


def _show_agreements(report: Report, console: Console) -> None:
    if not report.agreements:
        return
    section(console, "Agreements it speaks of")
    for mention in report.agreements:
        line = Text.assemble((flat(mention.name.exact), "bold"), "  ", when_text(mention.date))
        if mention.place:
            line.append(f", {flat(mention.place.exact)}")
        line.append(f"  ({count_of(len(mention.mentions), 'mention')})", style=QUIET)
        indented(console, line, 2)


def _show_commitments(report: Report, console: Console) -> None:
    """What is owed, by how the report speaks of it, and beside it who, where, by when and on what condition."""
    notes = dict.fromkeys(duty.note for duty in report.commitments)
    if notes:
        section(console, "What its claims are about")
    for note in notes:
        indented(console, Text(note, style=QUIET), 2)
        for duty in (duty for duty in report.commitments if duty.note == note):
            indented(console, Text(f"“{clip(duty.span.exact, 120)}”"), 4)
            for wording in duty.wordings:
                indented(console, Text.assemble(("or ", QUIET), f"“{clip(wording.exact, 120)}”"), 6)
            answers = Text()
            for question, name in QUESTIONS.items():
                slot = getattr(duty.slots, name)
                if name != "action" and not isinstance(slot, Missing):
                    answers.append(f"{'' if not answers else '  '}{question} ", style=QUIET)
                    answers.append_text(slot_text(slot, 120))
            if answers:
                indented(console, answers, 6)


def _show_actors(report: Report, console: Console) -> None:
    if not report.actors:
        return
    section(console, "Actors")
    table = Table(box=None, pad_edge=True, header_style=QUIET, padding=(0, 1))
    for column in ("name", "kind", "side", "level", "mentions"):
        table.add_column(column, justify="right" if column == "mentions" else "left")
    for actor in report.actors:
        kind = Text(actor.kind.replace("_", " "))
        mentions = str(_times_named(actor))
        table.add_row(Text(flat(actor.name.exact)), kind, actor.side or DASH, actor.authority or DASH, mentions)
    console.print(table)


def _times_named(actor: Actor) -> int:
    """How many places name the actor: "the Front" and "the Front (VF)" in one place are one."""
    times, end = 0, -1
    for span in sorted(actor.mentions):
        times += span.start >= end
        end = max(end, span.end)
    return times


def _show_claims(report: Report, actors: Mapping[str, Actor], console: Console) -> None:
    section(console, "Claims" if report.claims else "No claims")
    for claim in sorted(report.claims, key=lambda c: c.quote.span):
        console.print()
        _show_claim(claim, actors, report, console)


def _show_claim(claim: Claim, actors: Mapping[str, Actor], report: Report, console: Console) -> None:
    line = Text.assemble((f"{claim.id}  ", QUIET), (_name(claim.speaker, actors), "bold"), "  ", (claim.stance, "cyan"))
    line.append(f"  {claim.axis}", style=QUIET)
    if claim.target:
        line.append(f"  about {_name(claim.target, actors)}")
    console.print(line)
    indented(console, Text(f"“{flat(claim.quote.span.exact)}”", style="italic"), 4)
    facts = Table.grid(padding=(0, 1))
    facts.add_column(min_width=9, style=QUIET)
    facts.add_column(ratio=1)
    facts.add_row("said", when_text(claim.said_on))
    if not isinstance(claim.happened_on, Missing):
        facts.add_row("happened", when_text(claim.happened_on))
    facts.add_row("told", Text(_chain(claim, actors, report)))
    facts.add_row("about", _about(claim, report))
    if claim.grounds:
        facts.add_row("grounds", Text("; ".join(f"“{clip(span.exact, 160)}”" for span in claim.grounds)))
    if claim.grades:
        facts.add_row("grades", _grades(claim.grades))
    if claim.echo_of:
        facts.add_row("echoes", Text(claim.echo_of))
    for note in claim.notes:
        facts.add_row("note", Text(note, style="yellow"))
    indented(console, facts, 4)


def _name(actor_id: str | None, actors: Mapping[str, Actor]) -> str:
    if actor_id is None:
        return "the author"
    return flat(actors[actor_id].name.exact) if actor_id in actors else actor_id


def _chain(claim: Claim, actors: Mapping[str, Actor], report: Report) -> str:
    """How the words came here: voice, visibility, and every hop between speaker and text."""
    sources = {source.id: source for source in report.sources}
    facts = [claim.voice, claim.visibility or "", claim.factuality or ""]
    hops = []
    for hop in claim.chain:
        name = _name(hop.actor, actors) if hop.actor else ""
        if hop.source:
            name = clip(sources[hop.source].span.exact, 60) if hop.source in sources else hop.source
        hops.append(f"{hop.role}: {name}" if name else hop.role)
    return ", ".join(fact for fact in facts if fact) + (f"; {' > '.join(hops)}" if hops else "")


def _about(claim: Claim, report: Report) -> Text:
    about = claim.about
    if not isinstance(about, Link):
        return gap(about.reason)
    names = {mention.id: flat(mention.name.exact) for mention in report.agreements}
    names |= {duty.id: f"“{clip(duty.span.exact, 80)}”" for duty in report.commitments}
    parts = [names.get(key, key) for key in (about.commitment, about.agreement) if key]
    return Text(", ".join(parts) or DASH).append(f"  ({about.reason})", style=QUIET)


def _grades(grades: Mapping[str, str]) -> Text:
    """Both Admiralty pairs, side by side and never merged, and who set them."""
    pairs = ", ".join(f"{what}: {grade}" for what, grade in grades.items() if what != "set_by")
    return Text(pairs).append(f"  ({grades['set_by']})" if "set_by" in grades else "", style=QUIET)


def _show_sources(sources: tuple[Source, ...], console: Console) -> None:
    if not sources:
        return
    section(console, "Sources it cites")
    for source in sources:
        anonymous = ", unnamed" if source.anonymous else ""
        indented(console, Text(f"{source.kind}{anonymous}  “{clip(source.span.exact, 160)}”"), 2)


def _show_counts(counts: tuple[Count, ...], console: Console) -> None:
    if not counts:
        return
    section(console, "Counts")
    for count in counts:
        line = Text.assemble((f"{figure_text(count)}  ", "bold"))
        # "were injured" alone does not say who was counted; its kind does.
        line.append(count.kind.replace("-", " ") or flat(count.what.exact))
        line.append(f", {flat(count.where.exact)}" if count.where else "")
        if count.period:
            line.append(", ").append_text(when_text(count.period))
        line.append(", a total so far" if count.scope == "running" else "")
        if count.previous is not None:
            line.append(f"  (before: {figure_text(count.previous)})", style=QUIET)
        line.append(f"  “{clip(count.span.exact, 80)}”", style=QUIET)
        indented(console, line, 2)


def _show_skipped(report: Report, console: Console) -> None:
    if not report.skipped:
        return
    section(console, "Not read")
    for skipped in report.skipped:
        words = f"  “{clip(skipped.span.exact, 120)}”" if skipped.span else ""
        indented(console, Text(skipped.reason).append(words, style=QUIET), 2)
