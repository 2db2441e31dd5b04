"""Showing: a rulebook at the console, with rich where there is room for it, as label and value where not."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.opening import open_book
from screen.reports.tables import (
    indicator_lines,
    rulebook_document,
    source_documents,
    stages_of,
)
from screen.terminal.console import COLUMNS, Console, open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.core.book import Book


def show_rulebook(path: Path | None, indicator: str | None, *, as_json: bool, plain: bool) -> bool:
    """Print the whole rulebook or one indicator; False if there is no such indicator. Raises Unreadable."""
    book, console = open_book(path), open_console(plain=plain)
    if indicator is not None and indicator not in book.indicator:
        return False
    if as_json:
        document = rulebook_document(book)
        chosen = [each for each in document["indicators"] if each["id"] == indicator]
        print(json.dumps(chosen[0] if chosen else document, indent=2))
    elif indicator is None:
        _show_indicators(book, console)
    else:
        _show_lines(console, indicator_lines(book, book.indicator[indicator]))
    return True


def show_sources(path: Path | None, *, as_json: bool, plain: bool) -> None:
    """Print every item of every list, with what uses it or why it is left out. Raises Unreadable."""
    book, console = open_book(path), open_console(plain=plain)
    documents = source_documents(book)
    if as_json:
        print(json.dumps(documents, indent=2))
        return
    rows = [
        (
            each["item"],
            f"{each['source']} ({each['confidence']})",
            each["paraphrase"] + (f" (cut: {each['cut']})" if "cut" in each else ""),
            ", ".join(each.get("used_by", ())) or each["excluded"],
        )
        for each in documents
    ]
    heads = ("item", "source", "says", "used by, or why left out")
    _table(console, "Items of published lists, in our words", heads, rows)
    register = book.rulebook.register_
    for code, meaning in register.confidence.items():
        console.write(f"{code}: {meaning}", "", "  ")
    for gap in register.gaps:
        console.write(f"Not seen: {gap}", "", "  ")


def _show_lines(console: Console, lines: Iterable[str]) -> None:
    """Lines, the first as a heading."""
    for number, line in enumerate(lines):
        if number == 0:
            console.head(line)
        else:
            console.write(line, "  ", "    ")


def _show_indicators(book: "Book", console: Console) -> None:
    """Every indicator with its group, cluster, strength and stages, and every rule."""
    rulebook = book.rulebook
    rows = [
        (each.id, each.group, each.cluster or each.id, each.strength or "", ", ".join(stages_of(book, each.id)))
        for each in rulebook.indicators
    ]
    if rulebook.purpose:
        console.write(rulebook.purpose)
    title = f"{rulebook.title}, edition {rulebook.edition}"
    _table(console, title, ("indicator", "group", "cluster", "grade", "asked at"), rows)
    rules = [(each.disposition, each.id, each.because) for each in rulebook.rules]
    title = "Rules; this rulebook's policy, not a validated cut-off"
    _table(console, title, ("leads to", "rule", "because"), rules)


def _table(console: Console, title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    if console.plain:
        console.write(title)
        for row in rows:
            console.write("; ".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=True)))
        return
    from rich import box
    from rich.console import Console as RichConsole
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), box=box.ASCII2, title_justify="left", show_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    RichConsole(
        file=console.out, force_terminal=console.styled, width=COLUMNS - 1, highlight=False, markup=False, emoji=False
    ).print(table)
