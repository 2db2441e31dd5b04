"""Nudges: every way in which one condition or one choice of indicators can be moved by one step."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from screen.core.value import Value
from screen.workshop.mutating.change import OUT, label

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.problem import Place
    from screen.core.shape.condition import AtLeast, Condition, Points, Where


class Nudge(NamedTuple):
    """What is made of the value at a place, and what that is called at which place."""

    place: "Place"
    made: object
    named_at: "Place"
    what: str


def step(place: "Place", old: object, made: object) -> Nudge:
    """One value in place of another."""
    return Nudge(place, made, place, f"{old} -> {made}")


def beside(names: Sequence[str], name: str) -> tuple[str, ...]:
    """The names one step before and after this one."""
    at = names.index(name)
    return (*names[max(at - 1, 0) : at], *names[at + 1 : at + 2])


def members(place: "Place", entries: tuple[object, ...]) -> Iterator[Nudge]:
    """Each entry left out, as long as one remains."""
    if len(entries) > 1:
        for number in range(len(entries)):
            yield Nudge((*place, number), OUT, place, f"{label(entries, number)} left out")


def of_condition(book: "Book", place: "Place", part: "Condition") -> Iterator[Nudge]:
    """One condition moved by a step; those inside it are not looked into."""
    match part.kind:
        case "fact":
            for value in beside(book.fact[part.fact].values, part.from_):
                yield step((*place, "from"), part.from_, value)
            if part.or_no_reason == "yes":
                yield step((*place, "or_no_reason"), "yes", "no")
        case "is" if isinstance(part.is_, tuple):
            yield from members((*place, "is"), part.is_)
        case "all":
            yield from _parts(place, "all", part.all, "any")
        case "any":
            yield from _parts(place, "any", part.any, "all")
        case "at_least":
            yield from _count(place, part)
        case "points":
            yield from _points(place, part)
        case "reached":
            for name in beside(tuple(book.rank), part.reached):
                yield step((*place, "reached"), part.reached, name)


def _parts(place: "Place", key: str, parts: "tuple[Condition, ...]", other: str) -> Iterator[Nudge]:
    """Every part left out, and the other of `all` and `any` in its place."""
    yield from members((*place, key), parts)
    if len(parts) > 1:
        yield Nudge(place, Value({"kind": other, other: parts}), (*place, key), f"-> {other}")


def _count(place: "Place", part: "AtLeast") -> Iterator[Nudge]:
    yield from _number((*place, "at_least"), part.at_least, 1)
    if isinstance(part.of, tuple):
        yield from members((*place, "of"), part.of)
    elif part.of != "groups" and part.at_least > 1:
        yield step((*place, "of"), part.of, "indicators" if part.of == "clusters" else "clusters")


def _points(place: "Place", part: "Points") -> Iterator[Nudge]:
    yield from _number((*place, "at_least"), part.at_least, 1)
    for number, line in enumerate(part.points):
        here = (*place, "points", number, "worth")
        if line.kind == "each":
            yield from _number(here, line.worth, 0)
        else:
            for value, worth in line.worth.items():
                yield from _number((*here, value), worth, 0)


def _number(place: "Place", number: int, least: int) -> Iterator[Nudge]:
    for made in (number - 1, number + 1):
        if made >= least:
            yield step(place, number, made)


def of_choice(place: "Place", where: "Where") -> Iterator[Nudge]:
    """Each name by which a choice picks, left out; those under `not` are not looked into.

    With its only name a key goes; with its only key a `not` goes, since a choice without keys picks all.
    """
    keys = {"ids": where.ids, "group": where.group, "cluster": where.cluster}
    keys |= {"strength": where.strength, "forms": where.forms, "set": where.set_}
    said = {key: (names,) if isinstance(names, str) else names for key, names in keys.items() if names is not None}
    is_last = len(said) + (where.not_ is not None) == 1
    for key, names in said.items():
        here = (*place, key)
        if len(names) > 1:
            yield from members(here, names)
        else:
            gone = place if is_last and place[-1] == "not" else here
            yield Nudge(gone, OUT, here, f"{names[0]} left out")
