"""Outcomes: classes without an order, read from tables over named conditions."""

from itertools import product
from typing import TYPE_CHECKING

from screen.core.together import together

if TYPE_CHECKING:
    from screen.core.assessment import Worlds
    from screen.core.book import Book
    from screen.core.shape.policy import Table
    from screen.core.together import Held


def outcomes(book: "Book", three: "Worlds") -> tuple[str, ...]:
    """Every outcome that the tables still allow and no other, in the order in which the book declares them.

    One that stands alone is decided. A case that no row covers is the table's `otherwise`, never a guess.
    """
    found = {each for table in book.rulebook.tables.values() for each in _of(book, table, three)}
    return tuple(each for each in book.rulebook.outcomes if each in found)


def _of(book: "Book", table: "Table", three: "Worlds") -> set[str]:
    names = tuple(dict.fromkeys(name for row in table.rows for name in row.when))
    parts = together(book, names, three)
    return {_row(table, {name: holds for part in case for name, holds in part.items()}) for case in product(*parts)}


def _row(table: "Table", held: "Held") -> str:
    """The outcome of the first row that fits."""
    for row in table.rows:
        if all(wanted == "any" or (wanted == "yes") == held[name] for name, wanted in row.when.items()):
            return row.outcome
    return table.otherwise
