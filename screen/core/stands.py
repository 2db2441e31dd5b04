"""Stands: every way in which facts could still stand, for a book whose rules may ask for one value and no other."""

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from screen.core.truth import World

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.evidence import Evidence
    from screen.core.shape.interview import Fact


class Stand(NamedTuple):
    """A level of a fact, and whether the written reason that its value asks for is missing."""

    level: int
    unreasoned: bool


MOST_WAYS = 1024
"""A book whose `is` asks for facts that can stand in more ways than this is refused: all are tried at every answer."""

Stands = tuple[tuple[Stand, ...], ...]
"""For each fact, in the order of the book, every way in which it could still stand."""


def stands_of(book: "Book", evidence: "Evidence", standing: World) -> Stands:
    """Every way in which each fact could still stand; one that is known, and that no item can raise, stands as it is.

    One that is open could stand at any of its values. What an item could still raise stands where it does, or where
    some item not answered yet could take it; what could not be told or was declined may so be told after all.
    """
    return tuple(
        stands(book, evidence, fact, Stand(level, standing.unreasoned >> place & 1 == 1))
        for place, (fact, level) in enumerate(zip(book.rulebook.facts, standing.levels, strict=True))
    )


def stands(book: "Book", evidence: "Evidence", fact: "Fact", now: Stand) -> tuple[Stand, ...]:
    """Every way in which a fact that stands so now could still stand."""
    levels, value = book.level[fact.id], evidence.values.get(fact.id)
    if value is None or (fact.unanswered == "open" and value not in levels):
        return _each(evidence, fact, set(levels.values()))
    if fact.id not in evidence.may_rise:
        return (now,)
    awaited = {level for item in evidence.waiting for level in book.settable[item].get(fact.id, ())}
    rising = {level for level in awaited if value not in levels or level > now.level}
    return tuple(sorted({now, *_each(evidence, fact, rising)}))


def _each(evidence: "Evidence", fact: "Fact", levels: set[int]) -> tuple[Stand, ...]:
    """Each of these levels; without its written reason too, where it asks for one and none is written."""
    written = bool(evidence.reasons.get(fact.id, "").strip())
    return tuple(
        Stand(level, silent)
        for level in sorted(levels)
        for silent in (False, True)
        if not silent or (fact.values[level] in fact.reason and not written)
    )


def ways_of(book: "Book", stands: Stands, least: World, most: World) -> tuple[tuple[World, World], ...]:
    """The least and the most world for every way in which the facts that `is` asks for could stand together.

    All other conditions are monotone, so within each of these ways two worlds are enough.
    """
    places = [book.place[fact] for fact in book.singled]
    ways: list[tuple[World, World]] = []
    for levels in product(*({stand.level for stand in stands[place]} for place in places)):
        low, high = least, most
        for place, level in zip(places, levels, strict=True):
            silent = [stand.unreasoned for stand in stands[place] if stand.level == level]
            low = stood(low, place, Stand(level, all(silent)))
            high = stood(high, place, Stand(level, any(silent)))
        ways.append((low, high))
    return tuple(ways)


def stood(world: World, place: int, stand: Stand) -> World:
    """The world in which the fact at this place stands so."""
    bit = 1 << place
    return world._replace(
        levels=(*world.levels[:place], stand.level, *world.levels[place + 1 :]),
        unreasoned=world.unreasoned | bit if stand.unreasoned else world.unreasoned & ~bit,
    )
