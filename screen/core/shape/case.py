"""A case: what is known and seen of somebody, and where a rulebook is to lead. It expects ids and never wording."""

from screen.core.shape.answers import Answers
from screen.core.shape.condition import Frozen, Id
from screen.core.shape.indicator import Text


class Case(Answers):
    """One case. What it does not name is not looked at; `[]` expects that there is none."""

    name: Text
    """The case in words; no two cases have the same."""

    at: Text | None = None
    """The moment for which it is weighed, such as `2026-11-22T14:05`; else there is no day."""

    disposition: Id
    """Where it leads; in a book with `complete: required` also `withheld`."""

    lowest: Id | None = None
    """The lowest disposition still possible."""

    highest: Id | None = None
    """The highest disposition still possible."""

    findings: tuple[Id, ...] | None = None
    """The indicators that are present, exactly."""

    rules: tuple[Id, ...] = ()
    """Rules that hold; others may hold too."""

    duties: tuple[Id, ...] | None = None
    """The duties that apply, exactly."""

    outcomes: tuple[Id, ...] | None = None
    """The outcomes still possible, exactly."""

    next_up: tuple[Id, ...] | None = None
    """The fewest further indicators that would bring the next disposition, exactly; `[]`: none would."""


class CaseFile(Frozen):
    """A file of cases."""

    cases: tuple[Case, ...] = ()
    """Cases."""

    unnoticed: dict[Text, Text] = {}
    """Changes that no case notices, by name, each with the reason why that is right."""
