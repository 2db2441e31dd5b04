"""Outcomes: classes without an order, read from tables over named conditions."""

from itertools import product
from typing import TYPE_CHECKING

from screen.core.reason import states

if TYPE_CHECKING:
    from screen.core.assessment import Worlds
    from screen.core.book import Book
    from screen.core.shape.policy import Table


def outcomes(book: "Book", three: "Worlds") -> tuple[str, ...]:
    """Every outcome that the tables still allow, in the order in which the book declares them.

    One that stands alone is decided. An open condition counts both ways; a case that no row covers is the table's
    `otherwise`, never a guess.
    """
    if not book.rulebook.tables:
        return ()
    both = {"held": (True,), "not-held": (False,), "open": (True, False)}
    possible = {name: both[state] for name, state in states(book, three).items()}
    found = {each for table in book.rulebook.tables.values() for each in _of(table, possible)}
    return tuple(each for each in book.rulebook.outcomes if each in found)


def _of(table: "Table", possible: dict[str, tuple[bool, ...]]) -> set[str]:
    named = sorted({name for row in table.rows for name in row.when})
    return {
        _row(table, dict(zip(named, values, strict=True))) for values in product(*(possible[name] for name in named))
    }


def _row(table: "Table", values: dict[str, bool]) -> str:
    """The outcome of the first row that fits."""
    for row in table.rows:
        if all(wanted == "any" or (wanted == "yes") == values[name] for name, wanted in row.when.items()):
            return row.outcome
    return table.otherwise
