"""Paper: a form filled in by hand, and whether as many boxes were keyed in as were ticked on it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.screening import Answer
    from screen.core.shape.interview import Item, Stage


class Totals(NamedTuple):
    """The boxes ticked on paper, None if nobody wrote the total, and those keyed in."""

    on_paper: int | None
    keyed: int

    @property
    def agrees(self) -> bool | None:
        """Whether the two are the same; None if there is nothing to hold against."""
        return None if self.on_paper is None else self.on_paper == self.keyed


def form_stage(book: "Book") -> "Stage | None":
    """The stage whose items stand on the form: that of the booth, else the first; None in a book without stages."""
    stages = book.rulebook.stages
    return next((stage for stage in stages if stage.booth == "yes"), stages[0] if stages else None)


def has_none(item: "Item") -> bool:
    """Whether *looked, none* (0) is an answer to the item."""
    return item.pick == "many" or any(option.shows for option in item.options)


def boxes(answer: "Answer | None") -> int:
    """How many boxes an answer ticks on the form: one for each option, `u` in it or not; one for 0, u or d alone."""
    if answer is None:
        return 0
    return max(len(answer.picked) + len(answer.unsure), 1)
