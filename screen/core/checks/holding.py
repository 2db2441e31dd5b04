"""Checks that rules and counts can hold, and not always: tried where everything is present, and where nothing is."""

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from screen.core.checks.site import parts, sites
from screen.core.mention import leaves
from screen.core.problem import Problem
from screen.core.truth import World, compile_test

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.checks.site import Site
    from screen.core.shape.condition import AtLeast, Condition, Points

    Path = tuple[Condition, ...]

_CASES = 4096
"""What turns on more combinations of values than this is taken to be possible, and not to hold always."""


def most(book: "Book") -> World:
    """Every sign present, every fact at its most, every clock run out, the highest disposition reached."""
    levels = tuple(len(fact.values) - 1 for fact in book.rulebook.facts)
    return World(book.everything, levels, (1 << len(levels)) - 1, (1 << len(book.clock)) - 1, len(book.rank) - 1)


def always_holds(book: "Book", condition: "Condition") -> bool:
    """Whether a condition holds where nothing is present and every fact is at its least, whatever `is` asks for."""
    cases, test = _cases(book, (condition,), World(0, (0,) * len(book.fact))), compile_test(book, condition)
    return bool(cases) and all(test(world) for world in cases)


def is_possible(book: "Book", path: "Path") -> bool:
    """Whether all can hold at once: every value of the facts that `is` asks for is tried, all else at its most."""
    cases, tests = _cases(book, path, most(book)), [compile_test(book, condition) for condition in path]
    return not cases or any(all(test(world) for test in tests) for world in cases)


def _cases(book: "Book", path: "Path", world: World) -> tuple[World, ...]:
    """The world with every value of the facts that `is` asks for; none if they are too many to be tried."""
    asked = _singled(book, path)
    every = [range(len(fact.values)) if fact.id in asked else None for fact in book.rulebook.facts]
    if prod(len(levels) for levels in every if levels) > _CASES:
        return ()
    ranged = ((level,) if levels is None else levels for levels, level in zip(every, world.levels, strict=True))
    return tuple(world._replace(levels=levels) for levels in product(*ranged))


def _singled(book: "Book", path: "Path") -> set[str]:
    """The facts that `is` asks for."""
    return {leaf.fact for condition in path for leaf in leaves(book, condition) if leaf.kind == "is"}


def check_always(book: "Book") -> Iterator[Problem]:
    """A rule does not hold always."""
    for number, rule in enumerate(book.rulebook.rules):
        if always_holds(book, rule.when):
            fault = f"the rule `{rule.id}` always holds, even where nothing is present and no fact protects."
            yield Problem(("rules", number, "when"), fault, "Ask for a sign, or for a more protective value.")


def check_together(book: "Book") -> Iterator[Problem]:
    """A rule that asks with `is` can hold, once every count can be reached."""
    if any(True for _ in check_counts(book)):
        return
    for number, rule in enumerate(book.rulebook.rules):
        if _singled(book, (rule.when,)) and not is_possible(book, (rule.when,)):
            fault = f"the rule `{rule.id}` can never hold: what it asks for with `is` does not go together."
            yield Problem(("rules", number, "when"), fault, "Ask for values that a fact can have at once.")


def check_counts(book: "Book") -> Iterator[Problem]:
    """A count can be reached. Since nothing else keeps a condition without `is` from holding, so can every rule."""
    for site in sites(book.rulebook):
        if site.use == "walk":
            continue  # told of as a branch that can never open
        for place, part in parts(site.place, site.condition):
            if part.kind in {"at_least", "points"} and (highest := _highest(book, part)) < part.at_least:
                whose, remedy = _whose(book, site), "Widen its choice."
                fault = f"{whose} can never hold: it picks nothing."
                if highest:
                    fault = f"{whose} can never hold: of {part.at_least} at most {highest} can come together."
                    remedy = f"Ask for {highest} or fewer, or pick more."
                yield Problem((*place, "at_least"), fault, remedy)


def _whose(book: "Book", site: "Site") -> str:
    """What it is that can never hold: the whole rule, or the count alone."""
    if site.use == "rule" and not is_possible(book, (site.condition,)):
        return f"the rule `{book.rulebook.rules[int(site.place[1])].id}`"
    return "this count"


def _highest(book: "Book", part: "AtLeast | Points") -> int:
    """The highest number that can come together."""
    if part.kind == "points":
        signs = sum(book.where(line.each).bit_count() * line.worth for line in part.points if line.kind == "each")
        return signs + sum(max(line.worth.values(), default=0) for line in part.points if line.kind == "fact")
    if isinstance(part.of, tuple):
        return len(part.of)
    picked = book.where(part.where)
    if part.of == "indicators":
        return picked.bit_count()
    table = book.clusters if part.of == "clusters" else book.groups
    return sum(1 for mask in table.values() if mask & picked)


CHECKS = (check_always, check_counts, check_together)
