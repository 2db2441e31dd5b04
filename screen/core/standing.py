"""How the facts stand: at which level, and with a written reason or without; and which answers ask for one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.screening import Answer
    from screen.core.shape.interview import Item


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


def asks_reason(item: "Item", answer: "Answer") -> bool:
    """Whether this answer asks why the item was not answered; an option that could not be told is such an answer."""
    return answer.state in item.reason or (bool(answer.unsure) and "could-not-tell" in item.reason)
