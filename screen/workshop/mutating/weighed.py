"""What a rulebook weighs: the part of it that decides dispositions, outcomes and duties."""

from typing import TYPE_CHECKING

from screen.core.checks.sentence import named
from screen.core.checks.site import choices, parts
from screen.core.mention import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.problem import Place
    from screen.core.shape.condition import Condition, Where
    from screen.core.shape.rulebook import Rulebook


def weighed_facts(book: "Book") -> frozenset[str]:
    """The facts on which something weighed turns."""
    return frozenset(fact for _, condition in _sites(book.rulebook) for fact in mentions(book, condition).facts)


def weighed_parts(rulebook: "Rulebook") -> "Iterator[tuple[Place, Condition]]":
    """Every condition that is weighed, also those inside another one, each where it is written."""
    for place, condition in _sites(rulebook):
        yield from parts(place, condition)


def weighed_choices(rulebook: "Rulebook") -> "Iterator[tuple[Place, Where]]":
    """Every choice of indicators that something weighed makes, also those under `not`; sets first."""
    sites = {place for place, _ in _sites(rulebook)}
    written = tuple(choices(rulebook))
    direct = tuple((place, where) for place, where in written if place[:2] in sites or place[:3] in sites)
    names: set[str] = set()
    waiting = [name for _, where in direct for _, name in named((), where.set_)]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            nested = (where for place, where in written if place[:2] == ("sets", name))
            waiting += [other for where in nested for _, other in named((), where.set_)]
    yield from ((place, where) for place, where in written if place[0] == "sets" and place[1] in names)
    yield from direct


def _sites(rulebook: "Rulebook") -> "Iterator[tuple[Place, Condition]]":
    """Where something weighed is written: named conditions that count, rules, duties."""
    rules = [(("rules", number, "when"), rule.when) for number, rule in enumerate(rulebook.rules)]
    duties = [(("duties", number, "when"), duty.when) for number, duty in enumerate(rulebook.duties)]
    names: set[str] = set()
    waiting = [name for table in rulebook.tables.values() for row in table.rows for name in row.when]
    waiting += [name for _, condition in (*rules, *duties) for name in _names(condition)]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting += _names(rulebook.conditions[name])
    for name, condition in rulebook.conditions.items():
        if name in names:
            yield ("conditions", name), condition
    yield from rules
    yield from duties


def _names(condition: "Condition") -> list[str]:
    """The named conditions that this one names, itself or in a part of it."""
    return [part.condition for _, part in parts((), condition) if part.kind == "condition"]
