"""The two-way why: what the disposition rests on, and how near the next one is."""

from collections import Counter
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import in_force
from screen.core.truth import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from screen.core.assessment import Assessment
    from screen.core.book import Book, ReadyRule
    from screen.core.shape.policy import Rule

    Taken = tuple[tuple[tuple[str, ...], int], ...]


class NextUp(NamedTuple):
    """The next disposition, the rule nearest to holding, and the fewest further findings that would reach it."""

    disposition: str
    rule: "Rule"
    fewest: tuple[str, ...]


def rests_on(book: "Book", assessment: "Assessment", now: "datetime | None" = None) -> tuple[tuple[str, ...], ...]:
    """What the disposition rests on, as sets of findings.

    The findings whose single withdrawal lowers it, each alone in its set; if there are none, the smallest sets that
    each suffice for it. Facts stay as they are; empty when they alone suffice.
    """
    rank, world = book.rank[assessment.disposition], assessment.worlds.standing
    rules = tuple(ready for ready in book.rules if ready.rank >= rank and in_force(ready.rule, now))
    if rank == 0 or _reaches(rules, world._replace(present=0)):
        return ()
    found = book.ids(world.present)
    single = tuple(
        (each,) for each in found if not _reaches(rules, world._replace(present=world.present & ~book.bit[each]))
    )
    if single:
        return single
    every_size = (
        [
            some
            for taken in _taken(book, world.present, size)
            if _reaches(rules, world._replace(present=_first(book, taken)))
            for some in _every(book, taken)
        ]
        for size in range(1, len(found) + 1)
    )
    order = {name: place for place, name in enumerate(found)}
    return tuple(sorted(next(filter(None, every_size)), key=lambda some: [order[each] for each in some]))


def _reaches(rules: "tuple[ReadyRule, ...]", world: World) -> bool:
    return any(ready.test(world) for ready in rules)


def next_up(book: "Book", assessment: "Assessment", now: "datetime | None" = None) -> NextUp | None:
    """What would bring the very next disposition or a higher one: facts as they are, gates left out.

    The smallest set of findings that are still open, the first in rulebook order among equals. None at the top,
    or if no findings can.
    """
    rank, three = book.rank[assessment.disposition], assessment.worlds
    if rank + 1 == len(book.rank):
        return None
    rules = tuple(
        ready for ready in book.rules if ready.rank > rank and ready.rule.gate == "no" and in_force(ready.rule, now)
    )
    open_ = three.most.present & ~three.standing.present
    if not _reaches(rules, three.standing._replace(present=three.standing.present | open_)):
        return None
    every_size = (
        [
            book.ids(first)
            for first in (_first(book, taken) for taken in _taken(book, open_, size))
            if _reaches(rules, three.standing._replace(present=three.standing.present | first))
        ]
        for size in range(1, open_.bit_count() + 1)
    )
    order = list(book.bit)
    fewest = min(next(filter(None, every_size)), key=lambda some: [order.index(each) for each in some])
    world = three.standing._replace(present=three.standing.present | book.mask(fewest))
    rule = next(ready.rule for ready in reversed(rules) if ready.test(world))
    return NextUp(book.rulebook.dispositions[rank + 1].id, rule, fewest)


def _taken(book: "Book", some: int, size: int) -> "Iterator[Taken]":
    """Every way to take that many of some indicators, where those of a kind, which no rule tells apart, are one.

    Two thousand indicators fall into a few dozen kinds, which makes the search short and keeps it exact.
    """
    kinds = [book.ids(kind & some) for kind in book.kinds if kind & some]
    for picks in combinations_with_replacement(range(len(kinds)), size):
        taken = Counter(picks)
        if all(count <= len(kinds[pick]) for pick, count in taken.items()):
            yield tuple((kinds[pick], count) for pick, count in taken.items())


def _first(book: "Book", taken: "Taken") -> int:
    """The first indicators of each kind, as a set."""
    return book.mask(each for kind, count in taken for each in kind[:count])


def _every(book: "Book", taken: "Taken") -> "Iterator[tuple[str, ...]]":
    """Every choice of so many of each kind, each in rulebook order."""
    for parts in product(*(combinations(kind, count) for kind, count in taken)):
        yield book.ids(book.mask(each for part in parts for each in part))
