"""Conditions as tests of a world: the one place that says when a condition holds."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition, Points, Stands


class World(NamedTuple):
    """Everything as it would be if nothing were open: what is present, at which level each fact stands.

    `unreasoned`: a bit for each fact whose value asks for a written reason that nobody wrote. `passed`: a bit
    for each clock that has run out. `reached`: the rank of the disposition, for duties.
    """

    present: int
    levels: tuple[int, ...]
    unreasoned: int = 0
    passed: int = 0
    reached: int = 0


Test = Callable[[World], bool]


def compile_test(book: "Book", condition: "Condition") -> Test:  # noqa: PLR0911 - an arm a kind
    """The test of a condition. Every test but that of `is` is monotone: a world with more never fails it."""
    match condition.kind:
        case "indicator":
            bit = book.bit[condition.indicator]
            return lambda world: world.present & bit != 0
        case "fact":
            return _stands(book, condition)
        case "is":
            place, levels = book.place[condition.fact], book.level[condition.fact]
            wanted = condition.is_ if isinstance(condition.is_, tuple) else (condition.is_,)
            among = frozenset(levels[value] for value in wanted)
            return lambda world: world.levels[place] in among
        case "all":
            return _all(tuple(compile_test(book, part) for part in condition.all))
        case "any":
            return _any(tuple(compile_test(book, part) for part in condition.any))
        case "condition":
            name = condition.condition
            return lambda world: book.named[name](world)  # noqa: PLW0108 - a name may be defined further down
        case "at_least":
            return _at_least(book, condition)
        case "points":
            return _points(book, condition)
        case "passed":
            clock = book.clock[condition.passed]
            return lambda world: world.passed & clock != 0
        case _:
            rank = book.rank[condition.reached]
            return lambda world: world.reached >= rank


def _stands(book: "Book", condition: "Stands") -> Test:
    place, least = book.place[condition.fact], book.level[condition.fact][condition.from_]
    if condition.or_no_reason == "yes":
        bit = 1 << place
        return lambda world: world.levels[place] >= least or world.unreasoned & bit != 0
    return lambda world: world.levels[place] >= least


def _all(tests: tuple[Test, ...]) -> Test:
    def holds(world: World) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs three times as much, at every answer
            if not test(world):
                return False
        return True

    return holds


def _any(tests: tuple[Test, ...]) -> Test:
    def holds(world: World) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(world):
                return True
        return False

    return holds


def _at_least(book: "Book", condition: "AtLeast") -> Test:
    needed, picked = condition.at_least, book.where(condition.where)
    if isinstance(condition.of, tuple):
        tests = tuple(compile_test(book, part) for part in condition.of)
        return lambda world: sum(test(world) for test in tests) >= needed
    if condition.of == "indicators":
        if needed == 1:
            return lambda world: world.present & picked != 0
        return lambda world: (world.present & picked).bit_count() >= needed
    table = book.clusters if condition.of == "clusters" else book.groups
    masks = tuple(mask & picked for mask in table.values() if mask & picked)

    def holds(world: World) -> bool:
        hits = world.present & picked
        if hits.bit_count() < needed:
            return False
        count = 0
        for mask in masks:
            if hits & mask:
                count += 1
                if count == needed:
                    return True
        return False

    return holds


def _points(book: "Book", condition: "Points") -> Test:
    needed, total = condition.at_least, total_of(book, condition)
    return lambda world: total(world) >= needed


def total_of(book: "Book", condition: "Points") -> Callable[[World], int]:
    """What adds up the points of a world."""
    each = tuple((book.where(line.each), line.worth) for line in condition.points if line.kind == "each")
    level = tuple(
        (book.place[line.fact], tuple(line.worth.get(value, 0) for value in book.fact[line.fact].values))
        for line in condition.points
        if line.kind == "fact"
    )

    def total(world: World) -> int:
        signs = sum((world.present & mask).bit_count() * worth for mask, worth in each)
        return signs + sum(worth[world.levels[place]] for place, worth in level)

    return total
