"""What a condition speaks of: its facts, indicators and clocks, however deep."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.condition import Condition


class Mentions(NamedTuple):
    """The facts by id and the indicators as a set (see Book)."""

    facts: frozenset[str]
    indicators: int


def leaves(book: "Book", condition: "Condition") -> "Iterator[Condition]":
    """The conditions without further conditions in them; named ones are looked into."""
    match condition.kind:
        case "all":
            parts = condition.all
        case "any":
            parts = condition.any
        case "condition":
            parts = (book.rulebook.conditions[condition.condition],)
        case "at_least" if isinstance(condition.of, tuple):
            parts = condition.of
        case _:
            yield condition
            return
    for part in parts:
        yield from leaves(book, part)


def mentions(book: "Book", condition: "Condition") -> Mentions:
    """Every fact and indicator that can bear on the condition."""
    facts: set[str] = set()
    indicators = 0
    for leaf in leaves(book, condition):
        match leaf.kind:
            case "indicator":
                indicators |= book.bit[leaf.indicator]
            case "fact" | "is":
                facts.add(leaf.fact)
            case "at_least":
                indicators |= book.where(leaf.where)
            case "passed":
                facts.add(book.rulebook.clocks[leaf.passed].from_)
            case "points":
                for line in leaf.points:
                    if line.kind == "each":
                        indicators |= book.where(line.each)
                    else:
                        facts.add(line.fact)
    return Mentions(frozenset(facts), indicators)
