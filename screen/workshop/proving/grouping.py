"""Grouping: smallest sets put together by cluster and strength, so that a person can read them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screen.core.book import Book

Slots = tuple[frozenset[str], ...]


class Group(NamedTuple):
    """Sets that are alike: all of `facts` (`fact`, `from` value), and one sign of each slot.

    A slot names kinds of signs, as `cluster: strength`, or as ids where rules tell apart signs of one such kind.
    `bare`: facts without their written reason; `passed`: clocks that have run out. `sets`: how many it stands for.
    """

    facts: tuple[tuple[str, str], ...]
    bare: tuple[str, ...]
    passed: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]
    sets: int


def grouped(book: "Book", needs: Iterable[dict[str, int]]) -> tuple[Group, ...]:
    """The sets, those with the fewest parts first; sets that differ in one slot alone are put together."""
    apart: dict[frozenset[tuple[str, int]], list[Slots]] = {}
    for need in needs:
        signs = [
            frozenset({name[5:]}) for name, count in need.items() if name.startswith("sign:") for _ in range(count)
        ]
        rest = frozenset(step for step in need.items() if not step[0].startswith("sign:"))
        apart.setdefault(rest, []).append(tuple(signs))
    named = _names(book)
    order = {name: n for n, name in enumerate(book.bit)}
    found = [
        _group(
            book,
            rest,
            tuple(tuple(named[each] for each in sorted(slot, key=order.__getitem__)) for slot in slots),
            size,
        )
        for rest, many in apart.items()
        for slots, size in _merged(many).items()
    ]
    return tuple(
        sorted(found, key=lambda group: (len(group.facts) + len(group.bare) + len(group.passed), len(group.slots)))
    )


def _merged(many: list[Slots]) -> dict[Slots, int]:
    """Boxes of sets: two that differ in one slot alone become one, until none do."""
    boxes = dict.fromkeys(many, 1)
    place = longest = max(map(len, many), default=0)
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


def _names(book: "Book") -> dict[str, str]:
    """What each kind is called, by its first sign: its cluster and strength; its ids where that is not enough."""
    signs = {book.ids(kind)[0]: book.ids(kind) for kind in book.kinds}
    names = {first: _name(book, first) for first in signs}
    shared = [name for name in names.values() if list(names.values()).count(name) > 1]
    return {first: " or ".join(signs[first]) if name in shared else name for first, name in names.items()}


def _name(book: "Book", indicator: str) -> str:
    each = book.indicator[indicator]
    return f"{each.cluster or each.id}: {each.strength}" if each.strength else each.cluster or each.id


def _group(book: "Book", rest: frozenset[tuple[str, int]], slots: tuple[tuple[str, ...], ...], size: int) -> Group:
    steps = sorted(rest)
    return Group(
        tuple((name[5:], book.fact[name[5:]].values[level]) for name, level in steps if name.startswith("fact:")),
        tuple(name[5:] for name, _ in steps if name.startswith("bare:")),
        tuple(name[7:] for name, _ in steps if name.startswith("passed:")),
        slots,
        size,
    )
