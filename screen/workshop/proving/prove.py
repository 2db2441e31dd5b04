"""Proving: every claim about a rulebook, its own and those that every rulebook is held to, tried on all answers."""

from typing import TYPE_CHECKING

from screen.workshop.logic.encoding import Encoding, answers_to
from screen.workshop.proving.adding import never_lowers, nothing_hidden
from screen.workshop.proving.claimed import claimed
from screen.workshop.proving.learning import every_indicator, no_protected_trait
from screen.workshop.proving.reaching import every_disposition, every_rule, no_rule_always, single_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.workshop.logic.formula import Solve
    from screen.workshop.proving.proof import Line


def prove(book: "Book", solve: "Solve") -> "Iterator[Line]":
    """A line for each claim, in the order in which a reader wants them; each is tried when it is asked for."""
    encoding, space = Encoding(book), answers_to(book)
    for claim in (every_disposition, every_rule, no_rule_always, never_lowers):
        yield claim(encoding, space, solve)
    yield single_answers(book)
    yield nothing_hidden(encoding, space, solve)
    yield every_indicator(encoding, space, solve)
    yield no_protected_trait(book)
    for each in book.rulebook.claims:
        yield claimed(encoding, space, solve, each)
