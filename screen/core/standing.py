"""How the facts stand: at which level, and with a written reason or without."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.core.book import Book


def standing_levels(book: "Book", values: dict[str, str]) -> tuple[int, ...]:
    """The level at which each fact stands: as answered, as the book says of unanswered, else of not asked."""
    return tuple(
        levels[value] if (value := values.get(fact)) in levels else unknown.get(value, 0)
        for fact, levels, unknown in book.fact_levels
    )


def unreasoned(book: "Book", values: dict[str, str], reasons: dict[str, str]) -> int:
    """A bit for each fact whose value asks for a written reason that is missing."""
    missing = 0
    for fact, asking in book.reasoned:
        if values.get(fact) in asking and not reasons.get(fact, "").strip():
            missing |= 1 << book.place[fact]
    return missing
