"""Branches: whether an item, an option or a stage is to be asked, by its `ask_when`.

The key of a branch is `ITEM`, `ITEM/OPTION` or `stage:STAGE`; what has no `ask_when` is always asked.
"""

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from screen.core.mention import mentions
from screen.core.standing import standing_levels, unreasoned
from screen.core.truth import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.interview import Item


class Answered(NamedTuple):
    """What a branch is held against: the indicators present (a set, see Book), the facts answered, the reasons."""

    present: int
    values: dict[str, str]
    reasons: dict[str, str]


def is_asked(book: "Book", key: str, answered: Answered) -> bool:
    """Whether the branch holds as things stand; a fact not asked stands where the book puts it."""
    test = book.asking.get(key)
    return test is None or test(world_of(book, answered))


def is_open(book: "Book", key: str, answered: Answered) -> bool:
    """Whether the branch holds as things stand, or would with some value of the facts that are not asked yet."""
    test = book.asking.get(key)
    if test is None:
        return True
    world = world_of(book, answered)
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


def world_of(book: "Book", answered: Answered) -> World:
    """The world as it stands, so far as branches look at it."""
    values = answered.values
    return World(answered.present, standing_levels(book, values), unreasoned(book, values, answered.reasons))


def in_order(book: "Book") -> "tuple[Item, ...]":
    """The items, each after those on which its branches turn; else, and where two turn on each other, as they stand."""
    ordered: dict[str, Item] = {}
    entered = set[str]()

    def enter(item: "Item") -> None:
        if item.id not in entered:
            entered.add(item.id)
            for other in turned_on(book, item):
                enter(other)
            ordered[item.id] = item

    for item in book.rulebook.items:
        enter(item)
    return tuple(ordered.values())


def turned_on(book: "Book", item: "Item") -> "Iterator[Item]":
    """The items that can set or find what the branches of this one turn on."""
    keys = (item.id, *(f"{item.id}/{option.id}" for option in item.options))
    for spoken in [mentions(book, book.branches[key]) for key in keys if key in book.branches]:
        for other in book.rulebook.items:
            if spoken.facts & book.reach[other.id].keys() or spoken.indicators & book.finds[other.id]:
                yield other
