"""Checks that no named condition and no set rests on itself."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named
from screen.core.checks.site import choices, parts
from screen.core.problem import Problem

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook


def check_condition_circles(book: "Rulebook") -> Iterator[Problem]:
    """A named condition does not rest on itself, however far round."""
    graph = {
        name: [part.condition for _, part in parts((), condition) if part.kind == "condition"]
        for name, condition in book.conditions.items()
    }
    yield from _circles("conditions", graph)


def check_set_circles(book: "Rulebook") -> Iterator[Problem]:
    """A set is not picked by means of itself, however far round."""
    graph: dict[str, list[str]] = {name: [] for name in book.sets}
    for place, where in choices(book):
        if place[0] == "sets":
            graph[str(place[1])] += [name for _, name in named((), where.set_)]
    yield from _circles("sets", graph)


def _circles(key: str, graph: Mapping[str, list[str]]) -> Iterator[Problem]:
    """One problem a circle, at the first of its names in the book, which is then taken out to find the next."""
    left = dict(graph)
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]  # each name, then the one it rests on
            first = min(circle, key=list(graph).index)
            turn = circle.index(first)
            path = ", ".join((*circle[turn:], *circle[:turn], first))
            yield Problem((key, first), f"`{first}` rests on itself: {path}.", "Take one of these names out.")
            del left[first]
        else:
            return


CHECKS = (check_condition_circles, check_set_circles)
