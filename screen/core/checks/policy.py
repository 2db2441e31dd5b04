"""Checks that what the rules decide names something the book declares."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import unknown
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.interview import Item, Option, Stage
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


def check_claims(book: "Rulebook") -> Iterator[Problem]:
    """A claim says either what then holds or what never does."""
    for number, claim in enumerate(book.claims):
        if (claim.then is None) == (claim.never is None):
            fault = f"the claim `{claim.id}` has {'both' if claim.then else 'neither'} of `then` and `never`."
            yield Problem(("claims", number), fault, "Write one of them.")


def check_hiding(book: "Rulebook") -> Iterator[Problem]:
    """Only what has an `ask_when` can be hidden, so nothing else says why it is."""
    for number, stage in enumerate(book.stages):
        yield from _hiding(("stages", number), stage)
    for number, item in enumerate(book.items):
        yield from _hiding(("items", number), item)
        for digit, option in enumerate(item.options):
            yield from _hiding(("items", number, "options", digit), option)


def _hiding(place: Place, part: "Stage | Item | Option") -> Iterator[Problem]:
    if part.hidden_because is not None and part.ask_when is None:
        fault = f"`{part.id}` says why it may be hidden, and is always asked."
        yield Problem((*place, "hidden_because"), fault, "Write an `ask_when`, or delete it.")


CHECKS = (check_dispositions, check_rules, check_tables, check_clocks, check_claims, check_hiding)
