"""A comparison as Markdown for a change log: headings below the third, tables, every text escaped."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from screen.workshop.comparing.words import (
    DOUBTS,
    EVERY_RULE_SPEAKS,
    UNDECIDED,
    WAYS,
    Side,
    by,
    duty_words,
    edit_groups,
    partnerless_words,
    shortened,
    shown,
    speaks_otherwise,
    summary,
    unknown_words,
)
from screen.workshop.logic.telling import story_words

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.comparing.comparison import Comparison
    from screen.workshop.comparing.tally import Tally
    from screen.workshop.logic.story import Story

WIDTH = 110
"""Paragraphs are wrapped here; rows of tables are not."""


def comparison_page(books: "tuple[Book, Book]", sides: tuple[Side, Side], found: "Comparison") -> str:
    """The whole comparison, to be put under a heading of the third level."""
    old, new = sides
    lines = [f"Edition {marked(old.edition)} to edition {marked(new.edition)}."]
    lines += ["", *_wrapped(" ".join(map(marked, summary(found))))]
    if speaks_otherwise(found):
        lines += ["", *_wrapped(EVERY_RULE_SPEAKS)]
    for head, inside in _parts(books, found):
        told = tuple(inside)
        if told:
            lines += ["", f"#### {head}", "", *told]
    return "\n".join((*lines, ""))


def _parts(books: "tuple[Book, Book]", found: "Comparison") -> Iterator[tuple[str, Iterable[str]]]:
    yield "Advised otherwise", _advised(books, found)
    outcomes = ((each.table, each.old or "-", each.new or "-", _story(books, each.story)) for each in found.reclassed)
    yield "Classed otherwise", table(("table", "old", "new", "shortest answers"), outcomes)
    duties = (
        (
            "newly owed" if each.is_owed_now else "no longer owed",
            duty_words(books, each.duty),
            _story(books, each.story),
        )
        for each in found.duties
    )
    yield "Duties", table(("", "duty", "shortest answers"), duties)
    yield DOUBTS, (f"- {code(shown(each.path))}: {marked(each.words)}" for each in found.doubts)
    for each in found.tallies:
        yield f"Known answers: {marked(each.title)}", _tally(each)
    yield "Without a partner", (f"- {marked(text)}" for text in partnerless_words(found))
    for head, edits in edit_groups(found):
        rows = ((shown(each.path), *shortened(each.old, each.new)) for each in edits)
        yield head, table(("where", "old", "new"), rows, coded=True)


def _advised(books: "tuple[Book, Book]", found: "Comparison") -> Iterable[str]:
    heads = ("", "old", "new", "shortest answers", "old rules", "new rules")
    rows = (
        (WAYS[move.direction], move.old, move.new, _story(books, move.story), by(old), by(new))
        for move, old, new in found.advised
    )
    return table(heads, rows)


def _story(books: "tuple[Book, Book]", story: "Story | None") -> str:
    return UNDECIDED if story is None else story_words(story, *books)


def _tally(tally: "Tally") -> Iterator[str]:
    """The matrix from old to new, then those who moved."""
    news = tuple(dict.fromkeys(new for _, new in tally.counts))
    rows = (
        (old, *(str(tally.counts.get((old, new), 0)) for new in news))
        for old in dict.fromkeys(old for old, _ in tally.counts)
    )
    yield from table(("old, then new", *news), rows)
    if tally.moved:
        yield ""
        moved = ((WAYS[each.direction], each.name, each.old, each.new) for each in tally.moved)
        yield from table(("", "name", "old", "new"), moved)
    if told := unknown_words(tally):
        yield from ("", *_wrapped(f"{told}."))


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, coded: bool = False) -> Iterator[str]:
    """The lines of a table; none without rows. `coded`: what stands in the first column is code."""
    for number, row in enumerate(rows):
        if number == 0:
            yield _row(map(marked, heads))
            yield f"|{'---|' * len(heads)}"
        first = code(row[0]) if coded else marked(row[0])
        yield _row((first, *map(marked, row[1:])))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def code(text: str) -> str:
    """The text as code, also in a table."""
    return f"`{_flat(text).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def marked(text: str) -> str:
    """The text in one line, in which nothing is Markdown or HTML."""
    flat = _flat(text)
    for mark in "\\`*_[]<#|":
        flat = flat.replace(mark, f"\\{mark}")
    return f"\\{flat}" if flat.startswith(">") else flat


def _flat(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
