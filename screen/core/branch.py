"""Branches: whether an item, an option or a stage is to be asked, by its `ask_when`.

The key of a branch is `ITEM`, `ITEM/OPTION` or `stage:STAGE`; what has no `ask_when` is always asked.
"""

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from screen.core.standing import standing_levels, unreasoned
from screen.core.truth import World

if TYPE_CHECKING:
    from screen.core.book import Book


class Answered(NamedTuple):
    """What a branch is held against: the indicators present (a set, see Book), the facts answered, the reasons."""

    present: int
    values: dict[str, str]
    reasons: dict[str, str]


def is_asked(book: "Book", key: str, answered: Answered) -> bool:
    """Whether the branch holds as things stand; a fact not asked stands where the book puts it."""
    test = book.asking.get(key)
    return test is None or test(_world(book, answered))


def is_open(book: "Book", key: str, answered: Answered) -> bool:
    """Whether the branch holds as things stand, or would with some value of the facts that are not asked yet."""
    test = book.asking.get(key)
    if test is None:
        return True
    world = _world(book, answered)
    if test(world):
        return True
    places = [book.place[fact] for fact in book.asking_facts[key] - answered.values.keys()]
    for levels in product(*(range(len(book.rulebook.facts[place].values)) for place in places)):
        tried = list(world.levels)
        for place, level in zip(places, levels, strict=True):
            tried[place] = level
        if test(world._replace(levels=tuple(tried))):
            return True
    return False


def _world(book: "Book", answered: Answered) -> World:
    values = answered.values
    return World(answered.present, standing_levels(book, values), unreasoned(book, values, answered.reasons))
