"""A learner's figures as lines of text, in parts."""

from typing import TYPE_CHECKING

from screen.reports.card.lines import Line
from screen.reports.practice import counting
from screen.reports.practice.debrief_lines import Part, plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.practice.figures import Figures

WIDE = 18
"""Columns of the 2x2."""


def figures_parts(book: "Book", figures: "Figures", learner: str, *, plain: bool) -> tuple[Part, ...]:
    """The figures of one learner; plain, the 2x2 is told in words."""
    return (
        Part(f"{counting.TITLE}: {learner}", plainly((*counting.scope(figures), *counting.levels(figures)))),
        Part(counting.TABLE, tuple(_words(figures) if plain else _table(figures))),
        Part(counting.SURENESS_HEAD, plainly((*map(counting.sure, figures.sure), *counting.brier(figures)))),
        Part(counting.RATES, plainly(counting.rates(figures))),
        Part(counting.SIGNS, plainly(counting.signs(book, figures))),
    )


def _words(figures: "Figures") -> "Iterator[Line]":
    for row, *cells in counting.ROWS:
        for column, cell in zip(counting.COLUMNS, cells, strict=True):
            yield Line(f"{row}, {column[0].lower()}{column[1:]}: {figures.cells[cell]}", " ", "   ")


def _table(figures: "Figures") -> "Iterator[Line]":
    yield Line("".join(column.rjust(WIDE) for column in counting.COLUMNS), " " * 14)
    for row, *cells in counting.ROWS:
        yield Line("".join(str(figures.cells[cell]).rjust(WIDE) for cell in cells), f" {row:<13}")
