"""The tally: where two rulebooks lead each of some known answers, such as scenarios and cases."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.core.expected import WITHHELD
from screen.core.screening import UNANSWERED, Answer, Entry, Known, Screening, Sign
from screen.workshop.comparing.difference import Direction, direction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from screen.core.book import Book


class Given(NamedTuple):
    """Known answers, their name, and the moment for which they are weighed.

    `anew`: what the new book's own walk makes of them, where another book asks otherwise, as of a scenario.
    """

    name: str
    screening: Screening
    now: "datetime | None" = None
    anew: Screening | None = None


class Moved(NamedTuple):
    """Answers that are advised otherwise, by their name."""

    name: str
    old: str
    new: str
    direction: Direction


class Tally(NamedTuple):
    """How many answers the old book leads to one disposition and the new one to another or the same.

    A result that is withheld is counted as such, whatever stands behind it.

    `unknown_old` and `unknown_new`: how many single answers that book does not know; there they are not asked.
    """

    title: str
    counts: dict[tuple[str, str], int]
    moved: tuple[Moved, ...]
    unknown_old: int
    unknown_new: int

    @property
    def size(self) -> int:
        """How many answers there are."""
        return sum(self.counts.values())


def tally(old: "Book", new: "Book", title: str, given: "Iterable[Given]") -> Tally:
    """Weigh each by both books."""
    counts: Counter[tuple[str, str]] = Counter()
    moved: list[Moved] = []
    unknown = [0, 0]
    for name, asked, now, anew in given:
        led = []
        for place, (book, screening) in enumerate(((old, asked), (new, asked if anew is None else anew))):
            fitting = known(book, screening)
            unknown[place] += _size(screening) - _size(fitting)
            led.append(assess_screening(book, fitting, now).told or WITHHELD)
        counts[led[0], led[1]] += 1
        if led[0] != led[1]:
            moved.append(Moved(name, led[0], led[1], direction(old, new, led[0], led[1])))
    return Tally(title, dict(counts), tuple(moved), *unknown)


def known(book: "Book", screening: Screening) -> Screening:
    """What the book knows of the answers; the rest is not asked."""
    return Screening(tuple(each for entry in screening.entries for each in _known(book, entry)))


def _known(book: "Book", entry: Entry) -> tuple[Entry, ...]:
    match entry:
        case Known(fact, value):
            fits = fact in book.fact and (value in book.level[fact] or value in UNANSWERED)
        case Sign(indicator):
            fits = indicator in book.bit
        case Answer(item, picked):
            options = [option.id for option in book.item[item].options] if item in book.item else []
            kept, unsure = (tuple(each for each in some if each in options) for some in (picked, entry.unsure))
            is_known = bool(options) and bool(kept or unsure or not (picked or entry.unsure))
            return (entry._replace(picked=kept, unsure=unsure),) if is_known else ()
        case _:
            fits = True
    return (entry,) if fits else ()


def _size(screening: Screening) -> int:
    """How many single answers: an item with several options has as many."""
    told = (len(each.picked) + len(each.unsure) if isinstance(each, Answer) else 1 for each in screening.entries)
    return sum(max(size, 1) for size in told)
