"""Grouping: smallest sets put together by cluster and strength, so that a person can read them."""

from collections.abc import Callable, Iterable
from math import comb, prod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screen.core.book import Book

Kind = tuple[str, int]
"""Signs that no rule tells apart, by the first of them, and how many."""

Slots = tuple[frozenset[Kind], ...]


class Group(NamedTuple):
    """Sets that are alike: all of `facts` (`fact`, `from` value), and one sign of each slot.

    A slot names kinds of signs, as `cluster: strength`, or as ids where that is not enough; or so many of some ids.
    `bare`: facts without their written reason; `passed`: clocks that have run out. `sets`: how many it stands for.
    """

    facts: tuple[tuple[str, str], ...]
    bare: tuple[str, ...]
    passed: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]
    sets: int


def grouped(book: "Book", needs: Iterable[dict[str, int]]) -> tuple[Group, ...]:
    """The sets, those with the fewest parts first; sets that differ in one slot alone are put together."""
    kinds = {book.ids(kind)[0]: book.ids(kind) for kind in book.kinds}
    apart: dict[frozenset[tuple[str, int]], dict[Slots, int]] = {}
    for need in needs:
        signs = [(name[5:], count) for name, count in need.items() if name.startswith("sign:")]
        rest = frozenset(step for step in need.items() if not step[0].startswith("sign:"))
        slots = tuple(frozenset({each}) for each in signs)
        apart.setdefault(rest, {})[slots] = prod(comb(len(kinds[name]), count) for name, count in signs)
    order, named = {name: n for n, name in enumerate(book.bit)}, _names(book, kinds)

    def read(slot: frozenset[Kind]) -> tuple[str, ...]:
        return tuple(named(*each) for each in sorted(slot, key=lambda each: order[each[0]]))

    found = [
        _group(book, rest, tuple(map(read, slots)), size)
        for rest, many in apart.items()
        for slots, size in _merged(many).items()
    ]
    return tuple(
        sorted(found, key=lambda group: (len(group.facts) + len(group.bare) + len(group.passed), len(group.slots)))
    )


def _merged(boxes: dict[Slots, int]) -> dict[Slots, int]:
    """Boxes of sets: two that differ in one slot alone become one, until none do."""
    place = longest = max(map(len, boxes), default=0)
    idle = 0
    while idle < longest:
        place = (place - 1) % longest
        alike: dict[Slots, list[Slots]] = {}
        for slots in boxes:
            alike.setdefault((*slots[:place], frozenset(), *slots[place + 1 :]), []).append(slots)
        merged = {
            (*some[0][:place], frozenset().union(*(each[place] for each in some)), *some[0][place + 1 :])
            if place < len(some[0])
            else some[0]: sum(boxes[each] for each in some)
            for some in alike.values()
        }
        idle = 0 if len(merged) < len(boxes) else idle + 1
        boxes = merged
    return boxes


def _names(book: "Book", kinds: dict[str, tuple[str, ...]]) -> "Callable[[str, int], str]":
    """What so many signs of a kind are called: by cluster and strength; by their ids where that is not enough."""
    names = {first: _name(book, first) for first in kinds}
    told = {name for name in names.values() if name and list(names.values()).count(name) == 1}

    def named(first: str, count: int) -> str:
        if count == 1:
            return names[first] if names[first] in told else " or ".join(kinds[first])
        return f"{count} of {', '.join(kinds[first])}"

    return named


def _name(book: "Book", indicator: str) -> str:
    each = book.indicator[indicator]
    return f"{each.cluster}: {each.strength}" if each.cluster and each.strength else each.cluster or ""


def _group(book: "Book", rest: frozenset[tuple[str, int]], slots: tuple[tuple[str, ...], ...], size: int) -> Group:
    steps = sorted(rest)
    return Group(
        tuple((name[5:], book.fact[name[5:]].values[level]) for name, level in steps if name.startswith("fact:")),
        tuple(name[5:] for name, _ in steps if name.startswith("bare:")),
        tuple(name[7:] for name, _ in steps if name.startswith("passed:")),
        slots,
        size,
    )
