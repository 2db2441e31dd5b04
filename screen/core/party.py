"""The party: what goes over from one person of an encounter to the next."""

from typing import TYPE_CHECKING

from screen.core.evidence import fold
from screen.core.screening import Answer, Known, Screening

if TYPE_CHECKING:
    from screen.core.book import Book


def carried(book: "Book", screening: Screening) -> Screening:
    """A new screening with the answers that set nothing but shared facts, and find no sign.

    Each person is screened alone (6 USC 645(b)); only what is true of the whole party goes over. A fact that stands
    where it would stand unasked is asked anew.
    """
    values = fold(book, screening).values
    return Screening(
        tuple(
            entry
            for entry in screening.entries
            if (isinstance(entry, Answer) and _is_shared(book, entry.item, values))
            or (isinstance(entry, Known) and book.fact[entry.fact].shared == "yes")
        )
    )


def _is_shared(book: "Book", item: str, values: dict[str, str]) -> bool:
    facts = [book.fact[fact] for fact in book.reach[item]]
    return (
        not book.finds[item]
        and any(facts)
        and all(fact.shared == "yes" and values.get(fact.id) != fact.not_asked for fact in facts)
    )
