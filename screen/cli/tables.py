"""Tables of a rulebook at the console: rich where there is room for it, label and value where not."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from screen.reports.tables import source_documents, stages_of
from screen.terminal.console import COLUMNS, open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.core.book import Book


def show_lines(lines: Iterable[str], *, plain: bool) -> None:
    """Lines, the first as a heading."""
    console = open_console(plain=plain)
    for number, line in enumerate(lines):
        if number == 0:
            console.head(line)
        else:
            console.write(line, "  ", "    ")


def show_indicators(book: "Book", *, plain: bool) -> None:
    """Every indicator with its group, cluster, strength and stages, and every rule."""
    rulebook = book.rulebook
    rows = [
        (each.id, each.group, each.cluster or each.id, each.strength or "", ", ".join(stages_of(book, each.id)))
        for each in rulebook.indicators
    ]
    title = f"{rulebook.title}, edition {rulebook.edition}"
    _table(title, ("indicator", "group", "cluster", "grade", "asked at"), rows, plain=plain)
    rules = [(each.disposition, each.id, each.because) for each in rulebook.rules]
    title = "Rules; this rulebook's policy, not a validated cut-off"
    _table(title, ("leads to", "rule", "because"), rules, plain=plain)


def show_sources(book: "Book", *, plain: bool) -> None:
    """Every item of every list, with what uses it or why it is left out."""
    rows = [
        (each["item"], each["source"], each["paraphrase"], ", ".join(each.get("used_by", ())) or each["excluded"])
        for each in source_documents(book)
    ]
    _table(
        "Items of published lists, in our words",
        ("item", "source", "says", "used by, or why left out"),
        rows,
        plain=plain,
    )


def _table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, plain: bool) -> None:
    console = open_console(plain=plain)
    if console.plain:
        console.write(title)
        for row in rows:
            console.write("; ".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=True)))
        return
    table = Table(title=Text(title), box=box.ASCII2, title_justify="left", show_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    RichConsole(file=console.out, width=COLUMNS - 1, highlight=False, markup=False, emoji=False).print(table)
