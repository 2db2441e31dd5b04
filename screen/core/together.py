"""Together: which of several conditions can hold and which can fail at once, over everything that is still open."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from screen.core.mention import leaves, mentions
from screen.core.stands import stood
from screen.core.truth import World, compile_test, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.assessment import Worlds
    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition

Held = dict[str, bool]
"""Whether each condition holds, by name."""

Part = tuple[Held, ...]
"""All that some conditions can come to together."""

Tally = Callable[[World, int], object]
"""What of a world still matters to a leaf of a condition; the second argument is the cluster looked at last."""


class Open(NamedTuple):
    """One thing that is open: a sign or a clock by its bit, a fact by its place."""

    kind: str
    which: int


def together(book: "Book", names: tuple[str, ...], three: "Worlds") -> tuple[Part, ...]:
    """The named conditions in parts that turn on nothing in common, so that every choice of one from each can be.

    Exact: all that is open is gone through one by one, and worlds that no condition can tell apart any more are one.
    """
    parts: list[tuple[list[str], frozenset[Open]]] = []
    for name in names:
        joined, turning = [name], _open(book, book.rulebook.conditions[name], three)
        for part in [part for part in parts if part[1] & turning]:
            parts.remove(part)
            joined, turning = part[0] + joined, part[1] | turning
        parts.append((joined, turning))
    return tuple(_part(book, joined, turning, three) for joined, turning in parts)


def _open(book: "Book", condition: "Condition", three: "Worlds") -> frozenset[Open]:
    """What is open of all that a condition turns on."""
    spoken = mentions(book, condition)
    signs = spoken.indicators & three.most.present & ~three.least.present
    found = {Open("sign", book.bit[each]) for each in book.ids(signs)}
    found |= {Open("fact", book.place[fact]) for fact in spoken.facts if len(three.stands[book.place[fact]]) > 1}
    clocks = {book.clock[leaf.passed] for leaf in leaves(book, condition) if leaf.kind == "passed"}
    return frozenset(found | {Open("clock", bit) for bit in clocks if not bit & three.least.passed})


def _part(book: "Book", names: list[str], turning: frozenset[Open], three: "Worlds") -> Part:
    """All that these conditions can come to, in the order in which it is found."""
    conditions = [book.rulebook.conditions[name] for name in names]
    tallies = [_tally(book, leaf) for condition in conditions for leaf in leaves(book, condition)]
    cluster = {bit: mask for mask in book.clusters.values() for bit in map(book.bit.__getitem__, book.ids(mask))}
    ordered = sorted(turning, key=lambda each: (each.kind, cluster.get(each.which, 0), each.which))
    worlds = [three.least]
    for each in ordered:
        last = cluster[each.which] if each.kind == "sign" else 0
        turned = [after for before in worlds for after in _turned(before, each, three)]
        worlds = list({tuple(tally(world, last) for tally in tallies): world for world in turned}.values())
    tests = [compile_test(book, condition) for condition in conditions]
    found = dict.fromkeys(tuple(test(world) for test in tests) for world in worlds)
    return tuple(dict(zip(names, each, strict=True)) for each in found)


def _turned(world: World, each: Open, three: "Worlds") -> "Iterator[World]":
    """The world with each way in which something open could turn out."""
    match each.kind:
        case "sign":
            yield from (world, world._replace(present=world.present | each.which))
        case "clock":
            yield from (world, world._replace(passed=world.passed | each.which))
        case _:
            yield from (stood(world, each.which, stand) for stand in three.stands[each.which])


def _tally(book: "Book", leaf: "Condition") -> Tally:
    match leaf.kind:
        case "at_least":
            return _counted(book, leaf)
        case "points":
            needed, total = leaf.at_least, total_of(book, leaf)
            return lambda world, _: min(total(world), needed)
        case _:
            test = compile_test(book, leaf)
            return lambda world, _: test(world)


def _counted(book: "Book", leaf: "AtLeast") -> Tally:
    """How many are counted so far. Signs come cluster by cluster, so that only whether the last one counts is kept."""
    needed, picked = leaf.at_least, book.where(leaf.where)
    if leaf.of == "indicators":
        return lambda world, _: min((world.present & picked).bit_count(), needed)
    masks = tuple(mask & picked for mask in (book.clusters if leaf.of == "clusters" else book.groups).values())

    def tally(world: World, last: int) -> object:
        hits = tuple(world.present & mask != 0 for mask in masks)
        if sum(hits) >= needed:
            return needed
        return (sum(hits), world.present & picked & last != 0) if leaf.of == "clusters" else hits

    return tally
