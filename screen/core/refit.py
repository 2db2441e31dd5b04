"""Refitting: a screening begun under one edition of a rulebook, made fit for another."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.screening import UNANSWERED, Answer, Known, Note, Screening, Sign

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.screening import Entry


class Refitted(NamedTuple):
    """The screening with what the book knows, and the ids of items, signs and facts that it does not.

    Words that were written with what it does not know stand as notes.
    """

    screening: Screening
    unfit: tuple[str, ...]


def refit(book: "Book", screening: Screening) -> Refitted:
    """What of the screening this book knows. What it does not is left out and named, so that it can be asked anew."""
    unfit = dict.fromkeys(name for entry in screening.entries if (name := _unfit(book, entry)))
    fit = Screening(
        tuple(each for entry in screening.entries for each in ((entry,) if not _unfit(book, entry) else _words(entry))),
        tuple(answer for answer in screening.aside if not _unfit(book, answer)),
    )
    return Refitted(fit, tuple(unfit))


def _unfit(book: "Book", entry: "Entry") -> str:
    """The id of an item, a sign or a fact, where the book does not know all that the entry says of it; else empty."""
    match entry:
        case Answer():
            return "" if _fits(book, entry) else entry.item
        case Sign():
            return "" if entry.indicator in book.bit else entry.indicator
        case Known():
            values = (*book.fact[entry.fact].values, *UNANSWERED) if entry.fact in book.fact else ()
            return "" if entry.value in values else entry.fact
        case _:
            return ""


def _words(entry: "Entry") -> tuple[Note, ...]:
    """What somebody wrote with an entry, as notes."""
    match entry:
        case Answer():
            texts = (entry.reason, entry.why_not, *(text for _, text in entry.reasons))
            return tuple(Note(f"{entry.item}: {text}", entry.at) for text in texts if text)
        case Known(reason=reason) if reason:
            return (Note(f"{entry.fact}: {reason}", entry.at),)
        case _:
            return ()


def _fits(book: "Book", answer: Answer) -> bool:
    item = book.item.get(answer.item)
    options = {option.id for option in item.options} if item is not None else set()
    stages = {stage.id for stage in book.rulebook.stages} | {""}
    facts = {fact for fact, _ in answer.reasons}
    picked = {*answer.picked, *answer.unsure}
    return item is not None and picked <= options and facts <= book.fact.keys() and answer.stage in stages
