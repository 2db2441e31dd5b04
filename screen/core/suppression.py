"""Suppression: of fewer than five people no figure is told, nor any from which one could be reckoned."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5
"""The fewest people of whom a figure is told."""

T = TypeVar("T", bound=Hashable)


def withheld(sizes: Mapping[T, int]) -> frozenset[T]:
    """The groups whose figures are not told, where the sum over all groups is known.

    Those under the least; and further ones, the smallest first, until what is withheld adds up to the least: else the
    difference to the sum would tell.
    """
    hidden = {name for name, size in sizes.items() if 0 < size < LEAST}
    for name, size in sorted(sizes.items(), key=lambda each: each[1]):
        if not hidden or sum(sizes[each] for each in hidden) >= LEAST:
            break
        if size:
            hidden.add(name)
    return frozenset(hidden)
