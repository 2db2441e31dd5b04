"""Refitting: a screening begun under one edition of a rulebook, made fit for another."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.screening import UNANSWERED, Answer, Known, Screening, Sign

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.screening import Entry


class Refitted(NamedTuple):
    """The screening with what the book knows, and the ids of items, signs and facts that it does not."""

    screening: Screening
    unfit: tuple[str, ...]


def refit(book: "Book", screening: Screening) -> Refitted:
    """What of the screening this book knows. What it does not is left out and named, so that it can be asked anew."""
    fit = Screening(
        tuple(entry for entry in screening.entries if _fits(book, entry)),
        tuple(answer for answer in screening.aside if _fits(book, answer)),
    )
    unfit = dict.fromkeys(_name(entry) for entry in screening.entries if not _fits(book, entry))
    return Refitted(fit, tuple(unfit))


def _fits(book: "Book", entry: "Entry") -> bool:
    match entry:
        case Answer():
            item = book.item.get(entry.item)
            options = {option.id for option in item.options} if item is not None else set()
            facts = {fact for fact, _ in entry.reasons}
            stages = {stage.id for stage in book.rulebook.stages} | {""}
            picked = {*entry.picked, *entry.unsure}
            return item is not None and picked <= options and facts <= book.fact.keys() and entry.stage in stages
        case Sign():
            return entry.indicator in book.bit
        case Known():
            return entry.fact in book.fact and entry.value in (*book.fact[entry.fact].values, *UNANSWERED)
        case _:
            return True


def _name(entry: "Entry") -> str:
    match entry:
        case Answer():
            return entry.item
        case Sign():
            return entry.indicator
        case Known():
            return entry.fact
        case _:
            return ""
