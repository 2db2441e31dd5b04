"""Checks that rules and counts can hold, and not always: tried where everything is present, and where nothing is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.site import parts, sites
from screen.core.mention import leaves
from screen.core.problem import Problem
from screen.core.truth import World, compile_test

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.checks.site import Site
    from screen.core.shape.condition import AtLeast, Condition, Points


def most(book: "Book") -> World:
    """Every sign present, every fact at its most, every clock run out, the highest disposition reached."""
    levels = tuple(len(fact.values) - 1 for fact in book.rulebook.facts)
    return World(book.everything, levels, (1 << len(levels)) - 1, (1 << len(book.clock)) - 1, len(book.rank) - 1)


def always_holds(book: "Book", condition: "Condition") -> bool:
    """Whether a condition without `is` holds even where nothing is present and every fact is at its least."""
    return compile_test(book, condition)(World(0, (0,) * len(book.rulebook.facts)))


def check_always(book: "Book") -> Iterator[Problem]:
    """A rule does not hold always."""
    for number, rule in enumerate(book.rulebook.rules):
        if not _with_is(book, rule.when) and always_holds(book, rule.when):
            fault = f"the rule `{rule.id}` always holds, even where nothing is present and no fact protects."
            yield Problem(("rules", number, "when"), fault, "Ask for a sign, or for a more protective value.")


def check_counts(book: "Book") -> Iterator[Problem]:
    """A count can be reached. Since nothing else keeps a monotone condition from holding, so can every rule."""
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
    if site.use == "rule" and not compile_test(book, site.condition)(most(book)):
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


def _with_is(book: "Book", condition: "Condition") -> bool:
    return any(leaf.kind == "is" for leaf in leaves(book, condition))


CHECKS = (check_always, check_counts)
