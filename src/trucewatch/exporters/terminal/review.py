"""Claims as a reviewer sees them: the queue, one claim, the agreement between coders."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .wording import DASH, QUIET, clip, count_of, flat, gap, head, indented, section

Json = Mapping[str, Any]
STATE_STYLE = {"accepted": "green", "corrected": "green", "curated": "green", "suggestion": "yellow"}


def show_queue(queue: Json, console: Console) -> None:
    """A page of the claims that wait, each with the reason of its place."""
    what = f"to code by {queue['coder']}" if queue["coder"] else "waiting for a decision"
    head(console, f"{count_of(queue['total'], 'claim')} {what}", f"case {queue['case']}", f"as of {queue['as_of']}")
    if not queue["items"]:
        console.print(Text("Nothing here." if queue["offset"] else "Nothing waits.", style=QUIET))
    for item in queue["items"]:
        console.print()
        _show_claim(item, console, place=f"{item['place']}. ", reasons=item["reasons"])
    shown = queue["offset"] + len(queue["items"])
    if shown < queue["total"]:
        console.print()
        console.print(Text(f"{queue['total'] - shown:,} more: --offset {shown}", style=QUIET))


def show_claim(claim: Json, console: Console) -> None:
    """One claim whole, with the actors whom its document names."""
    _show_claim(claim, console)
    section(console, f"Whom {claim['document']['id']} names")
    table = Table(box=None, pad_edge=True, show_header=False, padding=(0, 1))
    for actor in claim["actors"]:
        marks = ", ".join(filter(None, (actor["kind"].replace("_", " "), actor["side"], _level(actor["authority"]))))
        table.add_row(Text(actor["id"]), Text(flat(actor["name"])), Text(marks, style=QUIET))
    console.print(table)


def _show_claim(claim: Json, console: Console, *, place: str = "", reasons: Sequence[str] = ()) -> None:
    """A claim with its words and values; in a queue with its place and the reasons for that."""
    document, state = claim["document"], claim["state"]
    line = Text.assemble(place, (claim["id"], "bold"), (f"@{claim['version']}", QUIET))
    if state:
        line.append(f"  {state}", style=STATE_STYLE.get(state, "red"))
    console.print(line)
    for reason in reasons:
        indented(console, Text(reason, style="cyan"), 2)
    published = f"published {document['published_on']}" if document["published_on"] else f"{DASH} no date"
    facts = (document["name"], published, document["handling"], document["source"])
    indented(console, Text(" · ".join(fact for fact in facts if fact), style=QUIET), 2)
    _show_words(claim["context"], console)
    table = Table.grid(padding=(0, 1))
    table.add_column(min_width=9, style=QUIET)
    table.add_column(ratio=1)
    if not claim["blind"]:
        _add_values(claim, table)
    for decision in claim["decisions"]:
        table.add_row("decided", _decision(decision))
    _add_codings(claim["codings"], table)
    indented(console, table, 4)


def _show_words(context: Json, console: Console) -> None:
    """The quote within what stands around it, as one passage."""
    before, quote, after = (flat(context[name]) for name in ("before", "exact", "after"))
    passage = Text(f"{before} " if before else "", style=QUIET)
    passage.append(f"“{quote}”", style="not dim italic bold")
    if after:
        passage.append(after if after[0] in ".,;:!?)" else f" {after}")
    indented(console, passage, 4)


def _add_values(claim: Json, table: Table) -> None:
    now = claim["claim"]
    actors = {actor["id"]: actor for actor in claim["actors"]}
    table.add_row("speaker", _actor(now["speaker"], actors, "the author"))
    table.add_row("stance", Text.assemble((now["stance"], "bold"), f"  {now['axis']}"))
    about = now["about"]
    ties = [tie for tie in (about["commitment"] or about["agreement"], *about.get("also", ())) if tie]
    reason = about["reason"] or "not said why"
    table.add_row("about", Text(", ".join(ties)).append(f"  ({reason})", style=QUIET) if ties else gap(reason))
    if now["target"]:
        table.add_row("of", _actor(now["target"], actors, ""))
    table.add_row("said", _when(now["said_on"]))
    if "missing" not in (now["happened_on"] or {"missing": ""}):
        table.add_row("happened", _when(now["happened_on"]))
    told = ", ".join(fact for fact in (now["voice"], now["visibility"], now["factuality"]) if fact)
    table.add_row("told", Text(told))
    if now["grounds"]:
        table.add_row("grounds", Text("; ".join(f"“{clip(ground['exact'], 160)}”" for ground in now["grounds"])))
    grades = ", ".join(f"{what}: {grade}" for what, grade in now["grades"].items() if what != "set_by")
    if grades:
        by = now["grades"].get("set_by")
        table.add_row("grades", Text(grades).append(f"  ({by})" if by else "", style=QUIET))
    if now["echo_of"]:
        table.add_row("echoes", Text(now["echo_of"]))
    for note in now["notes"]:
        table.add_row("note", Text(note, style=QUIET if note.startswith("stance by ") else "yellow"))


def _actor(actor: str | None, actors: Mapping[str, Json], nobody: str) -> Text:
    if actor is None:
        return Text(nobody)
    if actor not in actors:
        return Text(actor)
    known = actors[actor]
    marks = ", ".join(filter(None, (actor, known["side"] and f"side {known['side']}", _level(known["authority"]))))
    return Text.assemble((flat(known["name"]), "bold"), (f"  {marks}", QUIET))


def _level(authority: str | None) -> str:
    return f"level {authority}" if authority else ""


def _when(when: Json | None) -> Text:
    if when is None or "missing" in when:
        return gap(when["missing"] if when else "not stated")
    also = f"  (the text also says {', '.join(when['alternatives'])})" if when["alternatives"] else ""
    return Text(when["edtf"]).append(also, style="yellow")


def _decision(decision: Json) -> Text:
    day = decision["at"][:16].replace("T", " ")
    text = Text(f"{decision['what']} by {decision['by']}, {day} UTC, event {decision['event']}")
    if decision["undone"]:
        text.append("; undone", style="red")
    if values := decision.get("values"):
        text.append(f": {_values(values)}")
    if "into" in decision:
        text.append(f" into {decision['into']}")
    for part in decision.get("parts", ()):
        text.append(f"\n{part['id']}  “{clip(part['exact'], 160)}”", style="italic")
    return text.append(f" ({decision['reason']})" if decision["reason"] else "", style=QUIET)


def _add_codings(codings: Json, table: Table) -> None:
    if codings["hidden"]:
        table.add_row("coded", gap(f"by {codings['number']}; hidden until you have coded it, or two others have"))
    for coder, values in codings["values"].items():
        table.add_row("coded", Text(f"by {coder}: {_values(values)}"))


def _values(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in values.items())


def show_coder_agreement(agreement: Json, console: Console) -> None:
    """A row for each field: units, coders, alpha, and kappa of each pair; what cannot be computed says why."""
    head(
        console,
        "Agreement between coders",
        f"case {agreement['case']}",
        f"{count_of(agreement['units'], 'claim')} coded",
    )
    if not agreement["fields"]:
        console.print(Text("Nobody has coded a claim yet: trucewatch review code CLAIM --coder NAME", style=QUIET))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET)
    for column in ("field", "claims", "coders", "alike", "Krippendorff's alpha", "Cohen's kappa"):
        table.add_column(column, justify="right" if column in ("claims", "coders") else "left", overflow="fold")
    for row in agreement["fields"]:
        kappas = Text("\n").join(
            Text(f"{' / '.join(pair['coders'])} ({pair['units']}): ").append_text(_number(pair["kappa"]))
            for pair in row["pairs"]
        )
        alike = f"{row['alike']} of {row['units']}"
        table.add_row(row["field"], str(row["units"]), str(row["coders"]), alike, _number(row["alpha"]), kappas)
    console.print(table)
    console.print(Text("Values are names without an order. 1: always alike; 0: as by chance.", style=QUIET))


def _number(value: Any) -> Text:
    return gap(value["missing"]) if isinstance(value, Mapping) else Text(f"{value:.2f}")
