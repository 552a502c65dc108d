"""Cases, the documents of a case, and where its commitments stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.model import CaseStatus

from .case import show_standing
from .wording import DASH, QUIET, clip, head

Json = Mapping[str, Any]


def show_cases(rows: Sequence[Json], console: Console) -> None:
    """A line for each case; one that cannot be opened says why."""
    if not rows:
        console.print("No cases here. `trucewatch case new DIR` makes one.", style=QUIET)
        return
    table = _table("case", "where", "events", "last change (UTC)")
    for row in rows:
        if "fault" in row:
            table.add_row(row["case"], row["folder"], "", Text(row["fault"], style="red"))
        else:
            table.add_row(row["case"], row["folder"] or row["store"], f"{row['events']:,}", _instant(row["changed"]))
    console.print(table)


def show_case(case: Json, console: Console) -> None:
    """The case and its documents."""
    counts = "suggestions count" if case["settings"]["provisional"] else "accepted claims count"
    head(console, case["title"], f"case {case['case']}", f"{case['events']:,} events", counts)
    if not case["documents"]:
        console.print("No documents yet. `trucewatch add FILE...` puts some in.", style=QUIET)
        return
    table = _table("", "document", "kind", "published", "handling", "learned (UTC)")
    for document in case["documents"]:
        name = Text(document["name"], style="strike" if document["retracted"] else "")
        if len(document["revisions"]) > 1:
            name.append(f"  {len(document['revisions'])} revisions", style=QUIET)
        if document["retracted"]:
            name.append(f"  retracted: {document['retracted']}", style="red")
        marks = " ".join(filter(None, (document["handling"], document["visibility"])))
        learned = _instant(document["revisions"][0]["learned_at"])
        table.add_row(document["id"], name, document["kind"], document["published_on"] or DASH, marks or DASH, learned)
    console.print(table)


def show_case_status(status: CaseStatus, heads: Sequence[str], quotes: Mapping[str, str], console: Console) -> None:
    """Commitments of a case with their state and reasons, signs, rival readings, and the balance of sources."""
    head(console, *heads)
    show_standing(status, quotes, console)


def show_register(data: Json, console: Console) -> None:
    """Agreements with their days and relations, then each commitment with its terms and its end."""
    for agreement in data["agreements"]:
        head(console, agreement["title"] or agreement["name"], agreement["id"], f"as of {data['as_of']}")
        for anchor in agreement["anchors"]:
            console.print(Text(f"  {anchor['kind']}: {anchor['day']} ({anchor['given_by']})"))
        for relation in agreement["relations"]:
            about = f", on {relation['commitment']}" if relation["commitment"] else ""
            since = f", since {relation['since']}" if relation["since"] else ""
            line = (
                f"  {relation['relation']} {relation['other']}{about}{since} ({relation['source']}; {relation['by']})"
            )
            console.print(Text(line))
        own = [c for c in data["commitments"] if c["id"].startswith(f"{agreement['id']}/")]
        table = _table("commitment", "duty", "last day", "words")
        for commitment in own:
            table.add_row(commitment["id"], commitment["duty"], _terms(commitment), commitment["title"])
        console.print(table)
        console.print()


def show_log(title: str, entries: Iterable[Json], console: Console) -> None:
    """Every event on lines of its own, as it comes: the log of a case may be longer than the memory."""
    console.print(Text(title, style="bold"))
    for row in entries:
        line = Text(f"{row['by']}  {row['on']}: {clip(row['what'], 400)}")
        line.append(f", true on {row['true_on']}" if row["true_on"] else "")
        line.append(f"  ({row['reason']})" if row["reason"] else "", style=QUIET)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(min_width=5, justify="right")
        table.add_column(min_width=16, style=QUIET)
        table.add_column(ratio=1)
        table.add_row(str(row["seq"]), _instant(row["learned_at"]), line)
        console.print(table)


def _terms(commitment: Json) -> Text:
    """The last day in force, the ones before it struck out, and how the duty ended."""
    text = Text()
    for term in commitment["terms"][:-1]:
        text.append(_last_day(term["due"]), style="strike").append(" ")
    text.append(_last_day(commitment["due"]))
    if commitment["ended"]:
        text.append(f" {commitment['ended']['value']}", style="yellow")
    return text


def _last_day(due: Json | None) -> str:
    return DASH if due is None else due.get("latest") or "not computable"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _instant(text: str | None) -> str:
    """An instant without its fractions of a second."""
    return text[:16].replace("T", " ") if text else DASH
