"""The cross-checks of a rulebook: what no single value of it can show, each fault as a Problem at its place."""

from typing import TYPE_CHECKING

from screen.core.book import Book
from screen.core.checks.circles import CHECKS as CIRCLES
from screen.core.checks.citations import CHECKS as CITATIONS
from screen.core.checks.conditions import CHECKS as CONDITIONS
from screen.core.checks.contacts import check_contacts
from screen.core.checks.holding import CHECKS as HOLDING
from screen.core.checks.order import CHECKS as ORDER
from screen.core.checks.order import MONOTONE
from screen.core.checks.policy import CHECKS as POLICY
from screen.core.checks.profiling import CHECKS as PROFILING
from screen.core.checks.reach import CHECKS as REACH
from screen.core.checks.references import CHECKS as REFERENCES
from screen.core.checks.repeats import CHECKS as REPEATS
from screen.core.checks.texts import CHECKS as TEXTS
from screen.core.checks.use import CHECKS as USED
from screen.core.checks.words import CHECKS as WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from screen.core.problem import Problem
    from screen.core.shape.rulebook import Rulebook

    Checks = tuple[Callable[[Rulebook], Iterator[Problem]], ...]

__all__ = ["NAMED", "RECKONED", "USED", "WRITTEN", "check_book", "check_contacts", "check_reckonable"]

NAMED: "Checks" = (*REFERENCES, *CONDITIONS, *POLICY, *CITATIONS, *REPEATS, *CIRCLES)
"""Every name stands for one thing. Nothing can be reckoned before."""

WRITTEN: "Checks" = (*TEXTS, *PROFILING, *WORDS)
"""What each text says by itself."""

RECKONED: "tuple[Callable[[Book], Iterator[Problem]], ...]" = (*ORDER, *HOLDING, *REACH)
"""What shows only when conditions are tried."""


def check_book(rulebook: "Rulebook") -> "tuple[Problem, ...]":
    """All that is wrong in a rulebook. What is used and what can hold is asked once every name is right."""
    misnamed = _found(NAMED, rulebook)
    found = misnamed + _found(WRITTEN, rulebook)
    if misnamed:
        return found
    book = Book(rulebook)
    return found + _found(USED, rulebook) + tuple(problem for check in RECKONED for problem in check(book))


def check_reckonable(rulebook: "Rulebook") -> "tuple[Problem, ...]":
    """What keeps a rulebook from being reckoned with at all; a proof then tells of the rest."""
    misnamed = _found(NAMED, rulebook)
    if misnamed:
        return misnamed
    book = Book(rulebook)
    return tuple(problem for check in MONOTONE for problem in check(book))


def _found(checks: "Checks", rulebook: "Rulebook") -> "tuple[Problem, ...]":
    return tuple(problem for check in checks for problem in check(rulebook))
