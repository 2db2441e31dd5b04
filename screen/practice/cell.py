"""The cells: an advice and its key in the 2x2 of referred and to be referred."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from screen.core.book import Book

Cell = Literal["seen", "missed", "false-alarm", "rightly-left"]
CELLS: tuple[Cell, ...] = ("seen", "missed", "false-alarm", "rightly-left")


def is_referral(book: "Book", disposition: str) -> bool:
    """Whether the advice of this disposition is a referral: one that stops the questions. This is our choice."""
    place = book.rank.get(disposition)
    return place is not None and book.rulebook.dispositions[place].stops != "never"


def cell_of(referred: bool, real: bool) -> Cell:  # noqa: FBT001 - the two sides of a table
    """The cell of an advice that refers or does not, where the key does or does not."""
    if real:
        return "seen" if referred else "missed"
    return "false-alarm" if referred else "rightly-left"
