"""Checks that what the rules decide names something the book declares."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import unknown
from screen.core.problem import Problem

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook


def check_dispositions(book: "Rulebook") -> Iterator[Problem]:
    """Titles and words of a disposition stand under a value of the fact `place`, or under `any`."""
    places = ["any", *(value for fact in book.facts if fact.id == "place" for value in fact.values)]
    for number, each in enumerate(book.dispositions):
        for key, texts in (("titles", each.titles), ("words", each.words)):
            for value in texts:
                yield from unknown(("dispositions", number, key, value), "place of this rulebook", value, places)


def check_rules(book: "Rulebook") -> Iterator[Problem]:
    """A rule reaches a disposition, and not the lowest, which needs no rule."""
    dispositions = [each.id for each in book.dispositions]
    for number, rule in enumerate(book.rules):
        place = ("rules", number, "disposition")
        yield from unknown(place, "disposition of this rulebook", rule.disposition, dispositions)
        if rule.disposition == dispositions[0]:
            fault = f"the rule `{rule.id}` does nothing: it reaches the lowest disposition."
            yield Problem(place, fault, "Name a higher one, or delete the rule.")


def check_tables(book: "Rulebook") -> Iterator[Problem]:
    """A table turns on named conditions and ends in outcomes; only a book that is not monotone may have one."""
    for name, table in book.tables.items():
        here = ("tables", name)
        if book.monotone == "yes":
            fault = f"the table `{name}` stands in a book in which more evidence never lowers the advice."
            yield Problem(here, fault, "Write `monotone: no`, or delete the table.")
        yield from unknown((*here, "otherwise"), "outcome of this rulebook", table.otherwise, book.outcomes)
        for number, row in enumerate(table.rows):
            place = (*here, "rows", number)
            yield from unknown((*place, "outcome"), "outcome of this rulebook", row.outcome, book.outcomes)
            for condition in row.when:
                yield from unknown(
                    (*place, "when", condition), "condition of this rulebook", condition, book.conditions
                )


def check_clocks(book: "Rulebook") -> Iterator[Problem]:
    """A clock runs from a fact."""
    facts = [fact.id for fact in book.facts]
    for name, clock in book.clocks.items():
        yield from unknown(("clocks", name, "from"), "fact of this rulebook", clock.from_, facts)


CHECKS = (check_dispositions, check_rules, check_tables, check_clocks)
