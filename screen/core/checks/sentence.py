"""How a check says what it found: the fault names the word as it was written, the remedy the one probably meant."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.indicator import Translation

_MANY = 8
"""So many names are listed in a remedy; more would bury it."""


def unknown(place: Place, kind: str, name: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem if the name is not among those known, which are in the book's order: `name` is no `kind`."""
    if name in known:
        return
    names = list(known)
    if near := get_close_matches(name, names, n=1):
        remedy = f"Nearest: {near[0]}."
    elif names and len(names) <= _MANY:
        remedy = f"Write one of: {', '.join(names)}."
    else:
        remedy = "Declare it, or take it out."
    yield Problem(place, f"`{name}` is no {kind}.", remedy)


def named(place: Place, names: "str | tuple[str, ...] | None") -> Iterator[tuple[Place, str]]:
    """The names that stand under a key as one word or as a list, each with its place."""
    if isinstance(names, str):
        yield place, names
    else:
        yield from (((*place, number), name) for number, name in enumerate(names or ()))


def plain(text: "str | Translation") -> str:
    """The words of a text in any language."""
    return text if isinstance(text, str) else text.text
