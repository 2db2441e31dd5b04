"""Completeness: whether all that can still be asked is answered, for a book that gives no result before."""

from typing import TYPE_CHECKING

from screen.core.stop import asked

if TYPE_CHECKING:
    from screen.core.assessment import Assessment
    from screen.core.book import Book


def is_complete(book: "Book", assessment: "Assessment") -> bool:
    """Whether nothing is left that the walk would ask, and no item lacks the reason why it was not answered.

    An item needs no answer of its own where all that it finds and sets is known. What no item can find or set is
    given by a file of answers alone, and has to be.
    """
    evidence = assessment.evidence
    signs, facts = _given_alone(book)
    for _, item in asked(book, assessment):
        if item.id in evidence.waiting:
            signs |= book.finds[item.id]
            facts |= book.reach[item.id].keys()
    return not evidence.not_asked & signs and facts <= evidence.values.keys() and not evidence.unexplained


def _given_alone(book: "Book") -> tuple[int, set[str]]:
    """The signs that no item can find, and the facts that none can set."""
    signs, facts = book.everything, set(book.fact)
    for item in book.rulebook.items:
        signs &= ~book.finds[item.id]
        facts -= book.reach[item.id].keys()
    return signs, facts
