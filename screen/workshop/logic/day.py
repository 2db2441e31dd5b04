"""Days: the spans of time between which rules come into force and go out of it, of which it is always one."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from screen.workshop.logic.formula import TRUE, And, Atom, Formula, Or, at_most

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.core.book import Book
    from screen.core.shape.policy import Rule


def days_of(books: "Iterable[Book]") -> tuple[str, ...]:
    """A day of each span, the first one before all others; none where no rule has dates."""
    bounds: set[date] = set()
    for rule in (rule for book in books for rule in book.rulebook.rules if rule.valid is not None):
        if rule.valid is not None and rule.valid.from_ is not None:
            bounds.add(date.fromisoformat(rule.valid.from_))
        if rule.valid is not None and rule.valid.until is not None:
            bounds.add(date.fromisoformat(rule.valid.until) + timedelta(days=1))
    before = [min(bounds) - timedelta(days=1)] if bounds else []
    return tuple(day.isoformat() for day in (*before, *sorted(bounds)))


def on(day: str) -> Atom:
    """It is this day, or another one of its span."""
    return Atom(f"day:{day}")


def one_day(days: tuple[str, ...]) -> Formula:
    """It is one of the days, and no other."""
    atoms = tuple(map(on, days))
    return And((Or(atoms), at_most(atoms, 1))) if atoms else TRUE


def in_force(rule: "Rule", days: tuple[str, ...]) -> Formula:
    """The rule speaks on the day it is."""
    if rule.valid is None:
        return TRUE
    first, last = rule.valid.from_ or "", rule.valid.until or "9999-12-31"
    return Or(tuple(on(day) for day in days if first <= day <= last))
