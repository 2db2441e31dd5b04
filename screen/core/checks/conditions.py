"""Checks that every name in a condition or a choice of indicators names something the book declares."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named, unknown
from screen.core.checks.site import all_parts, choices
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.condition import Condition
    from screen.core.shape.rulebook import Rulebook

Known = Mapping[str, Mapping[str, Collection[str]]]
"""By kind of condition: the names it may name, and for a fact its values."""


def check_conditions(book: "Rulebook") -> Iterator[Problem]:
    """Every indicator, fact, value, condition, clock and disposition that a condition names is declared."""
    known: Known = {
        "indicator": {each.id: () for each in book.indicators},
        "fact": {fact.id: fact.values for fact in book.facts},
        "condition": dict.fromkeys(book.conditions, ()),
        "clock": dict.fromkeys(book.clocks, ()),
        "disposition": {each.id: () for each in book.dispositions},
    }
    for place, part in all_parts(book):
        yield from _part(place, part, known)


def _part(place: Place, part: "Condition", known: Known) -> Iterator[Problem]:
    match part.kind:
        case "indicator":
            yield from _unknown((*place, "indicator"), "indicator", part.indicator, known)
        case "fact":
            yield from _fact(place, part.fact, named((*place, "from"), part.from_), known)
        case "is":
            yield from _fact(place, part.fact, named((*place, "is"), part.is_), known)
        case "condition":
            yield from _unknown((*place, "condition"), "condition", part.condition, known)
        case "passed":
            yield from _unknown((*place, "passed"), "clock", part.passed, known)
        case "reached":
            yield from _unknown((*place, "reached"), "disposition", part.reached, known)
        case "points":
            for number, line in enumerate(part.points):
                if line.kind == "fact":
                    here = (*place, "points", number)
                    values = (((*here, "worth", value), value) for value in line.worth)
                    yield from _fact(here, line.fact, values, known)


def _unknown(place: Place, kind: str, name: str, known: Known) -> Iterator[Problem]:
    return unknown(place, f"{kind} of this rulebook", name, known[kind])


def _fact(place: Place, fact: str, values: Iterator[tuple[Place, str]], known: Known) -> Iterator[Problem]:
    yield from _unknown((*place, "fact"), "fact", fact, known)
    if fact in known["fact"]:
        for here, value in values:
            yield from unknown(here, f"value of the fact `{fact}`", value, known["fact"][fact])


def check_choices(book: "Rulebook") -> Iterator[Problem]:
    """Every indicator, group, cluster, strength, form and set by which indicators are picked is declared."""
    clusters = [*book.clusters, *(each.cluster or each.id for each in book.indicators)]
    keys: tuple[tuple[str, str, str, Collection[str]], ...] = (
        ("ids", "ids", "indicator", [each.id for each in book.indicators]),
        ("group", "group", "group", [group.id for group in book.groups]),
        ("cluster", "cluster", "cluster", clusters),
        ("strength", "strength", "strength", book.strengths),
        ("forms", "forms", "form", book.forms),
        ("set", "set_", "set", book.sets),
    )
    for place, where in choices(book):
        for key, field, kind, names in keys:
            for here, name in named((*place, key), getattr(where, field)):
                yield from unknown(here, f"{kind} of this rulebook", name, names)


CHECKS = (check_conditions, check_choices)
