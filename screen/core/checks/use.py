"""Checks that nothing is declared in vain: no option, fact, name or published sign that nothing uses."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named
from screen.core.checks.site import all_parts, choices
from screen.core.problem import Problem

if TYPE_CHECKING:
    from screen.core.shape.interview import Item, Option
    from screen.core.shape.rulebook import Rulebook


def check_options(book: "Rulebook") -> Iterator[Problem]:
    """Some option of an item does something; where several may be ticked, every one does."""
    for number, item in enumerate(book.items):
        idle = [digit for digit, option in enumerate(item.options) if not _does_something(option)]
        if len(idle) == len(item.options) and not item.otherwise:
            fault = f"the item `{item.id}` changes nothing: no option shows, sets or does anything."
            yield Problem(("items", number), fault, "Let an option do so, or delete the item.")
        elif item.pick == "many":
            for digit in idle:
                yield _idle(number, digit, item)


def _does_something(option: "Option") -> bool:
    return bool(option.shows or option.sets or option.does)


def _idle(number: int, digit: int, item: "Item") -> Problem:
    fault = f"the option `{item.options[digit].id}` of the item `{item.id}` shows, sets and does nothing."
    return Problem(("items", number, "options", digit), fault, "Let it do so, or delete it: no tick says the same.")


def check_facts_set(book: "Rulebook") -> Iterator[Problem]:
    """Every fact can be set by an item, in a book that asks any."""
    set_ = {fact for item in book.items for option in item.options for fact in option.sets}
    set_ |= {fact for item in book.items for fact in item.otherwise}
    for number, fact in enumerate(book.facts if book.items else ()):
        if fact.id not in set_:
            yield Problem(("facts", number), f"no item sets the fact `{fact.id}`.", "Let an option set it.")


def check_facts_used(book: "Rulebook") -> Iterator[Problem]:
    """A fact with an order bears on something; one without may also be kept for the record alone."""
    used = {clock.from_ for clock in book.clocks.values()}
    if any(key != "any" for each in book.dispositions for key in (*each.titles, *each.words)):
        used.add("place")
    for _, part in all_parts(book):
        if part.kind in {"fact", "is"}:
            used.add(part.fact)
        elif part.kind == "points":
            used |= {line.fact for line in part.points if line.kind == "fact"}
    for number, fact in enumerate(book.facts):
        if fact.id not in used and fact.order != "none":
            fault = f"nothing asks for the fact `{fact.id}`, though its values have an order."
            remedy = "Ask for it in a condition; or write `order: none`, if it is for the record alone; or delete it."
            yield Problem(("facts", number), fault, remedy)


def check_clusters(book: "Rulebook") -> Iterator[Problem]:
    """A cluster has an indicator."""
    used = {each.cluster for each in book.indicators}
    for name in book.clusters:
        if name not in used:
            fault = f"the cluster `{name}` has no indicators."
            yield Problem(("clusters", name), fault, "Name it in an indicator, or delete it.")


def check_names(book: "Rulebook") -> Iterator[Problem]:
    """A named condition, a set and a clock are used somewhere."""
    conditions = {name for table in book.tables.values() for row in table.rows for name in row.when}
    clocks = set[str]()
    for _, part in all_parts(book):
        if part.kind == "condition":
            conditions.add(part.condition)
        elif part.kind == "passed":
            clocks.add(part.passed)
    sets = {name for _, where in choices(book) for _, name in named((), where.set_)}
    declared = (("conditions", book.conditions, conditions), ("sets", book.sets, sets), ("clocks", book.clocks, clocks))
    for key, names, used in declared:
        for name in names:
            if name not in used:
                yield Problem((key, name), f"nothing uses `{name}` of the {key}.", "Use it, or delete it.")


def check_register(book: "Rulebook") -> Iterator[Problem]:
    """Each item of the register is used by an indicator or excluded with the reason, and not both."""
    users = {name: each.id for each in book.indicators for name in each.sources}
    for number, item in enumerate(book.register_.items):
        place = ("register", "items", number)
        if item.excluded is None and item.id not in users:
            fault = f"`{item.id}` is neither used by an indicator nor excluded."
            yield Problem(place, fault, "Name it in the `sources` of an indicator, or write why under `excluded`.")
        elif item.excluded is not None and item.id in users:
            fault = f"`{item.id}` is excluded, and the indicator `{users[item.id]}` uses it."
            yield Problem((*place, "excluded"), fault, "Delete one of the two.")


CHECKS = (check_options, check_facts_set, check_facts_used, check_clusters, check_names, check_register)
