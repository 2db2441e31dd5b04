"""Formulas: what may hold of a set of answers, as values that any solver can be handed."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Atom:
    """Something that holds or does not: a sign is present, a fact has a value."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold. Questions about a rulebook need it; its conditions have none."""

    part: "Formula"


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds; without parts it always does."""

    parts: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts holds; without parts none does."""

    parts: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Sum:
    """The worths of the parts that hold add up to at least `needed`. Worths are 0 or more."""

    parts: "tuple[tuple[Formula, int], ...]"
    needed: int


Formula = Atom | Not | And | Or | Sum

TRUE: Final = And(())
FALSE: Final = Or(())

Undecided = Literal["undecided"]
UNDECIDED: Undecided = "undecided"

Model = frozenset[str]
"""The names of the atoms that hold; every other atom does not."""

Solve = Callable[[Formula], Model | Undecided | None]
"""Finds a model of a formula: one, or None if there is none, or UNDECIDED if the time ran out."""


def count(parts: Iterable[Formula], needed: int) -> Formula:
    """At least so many of the parts hold."""
    counted = tuple(parts)
    if needed == 1:
        return Or(counted)
    return Sum(tuple((part, 1) for part in counted), needed)


@lru_cache(maxsize=512)
def at_most(parts: "tuple[Formula, ...]", most: int) -> Formula:
    """No more than so many of the parts hold. The same again is the same value, told to a solver only once."""
    return Not(count(parts, most + 1)) if most else And(tuple(map(Not, parts)))


def implies(one: Formula, other: Formula) -> Formula:
    """Where the one holds, the other does."""
    return Or((Not(one), other))


def same(one: Formula, other: Formula) -> Formula:
    """Both hold or neither."""
    return And((implies(one, other), implies(other, one)))


def holds(formula: Formula, true: AbstractSet[str]) -> bool:
    """Whether the formula holds where exactly these atoms do."""
    match formula:
        case Atom(name):
            return name in true
        case Not(part):
            return not holds(part, true)
        case And(parts):
            return all(holds(part, true) for part in parts)
        case Or(parts):
            return any(holds(part, true) for part in parts)
        case Sum(weighed, needed):
            return sum(worth for part, worth in weighed if holds(part, true)) >= needed


def fewest(solve: Solve, formula: Formula, counted: tuple[Formula, ...]) -> Model | Undecided | None:
    """A model in which as few of `counted` hold as can be: asks for none, for any, then for one more each time.

    None is asked for first, since that is quickly answered. A model that was found is given even where the time ran out
    on a smaller one.
    """
    found = solve(And((formula, at_most(counted, 0))))
    if isinstance(found, frozenset):
        return found
    found = solve(formula)
    if not isinstance(found, frozenset):
        return found
    for most in range(1, sum(holds(part, found) for part in counted)):
        smaller = solve(And((formula, at_most(counted, most))))
        if smaller is not None:
            return found if smaller == UNDECIDED else smaller
    return found
