"""Coverage: what a folder of scenarios practises, and what it leaves out."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.book import Book
    from screen.core.shape.scenario import Scenario

ORDINARY = ("nothing", "other-need")


class Coverage(NamedTuple):
    """How many scenarios, pairs, and scenarios without anything found or with another need; signs found, and never."""

    scenarios: int
    pairs: int
    ordinary: int
    found: tuple[str, ...]
    never: tuple[str, ...]


def coverage_of(book: "Book", scenarios: "Sequence[Scenario]") -> Coverage:
    """What these scenarios practise, by their keys."""
    found = book.mask(name for each in scenarios for name in each.key.findings if name in book.bit)
    return Coverage(
        len(scenarios),
        len({each.pair for each in scenarios if each.pair is not None}),
        sum(1 for each in scenarios if each.truth in ORDINARY),
        book.ids(found),
        book.ids(book.everything & ~found),
    )
