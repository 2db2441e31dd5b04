"""Placing: boxes beside, below and in columns, each result a part of a page with its width and height."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.workshop.drawing.box import Box


class Placed(NamedTuple):
    """A box and its upper left corner."""

    x: float
    y: float
    box: "Box"


class Part(NamedTuple):
    """Placed boxes and the room that they take together, in the order in which they are read."""

    width: float
    height: float
    placed: tuple[Placed, ...] = ()


def single(box: "Box") -> Part:
    """A box by itself."""
    return Part(box.width, box.height, (Placed(0, 0, box),))


def moved(part: Part, x: float, y: float) -> tuple[Placed, ...]:
    """What is placed, put elsewhere."""
    return tuple(Placed(each.x + x, each.y + y, each.box) for each in part.placed)


def indented(part: Part, x: float) -> Part:
    """The part with an empty margin on its left."""
    return Part(part.width + x, part.height, moved(part, x, 0))


def below(parts: "Sequence[Part]", gap: float = 0) -> Part:
    """One under the other."""
    placed, y = list[Placed](), 0.0
    for part in parts:
        placed += moved(part, 0, y)
        y += part.height + gap
    return Part(max((part.width for part in parts), default=0), max(y - gap, 0), tuple(placed))


def beside(parts: "Sequence[Part]", gap: float = 0) -> Part:
    """One right of the other."""
    placed, x = list[Placed](), 0.0
    for part in parts:
        placed += moved(part, x, 0)
        x += part.width + gap
    return Part(max(x - gap, 0), max((part.height for part in parts), default=0), tuple(placed))


def flowing(boxes: "Sequence[Box]", room: float, gap: float) -> Part:
    """In rows, as many beside one another as have room."""
    rows: list[list[Part]] = [[]]
    for each in boxes:
        if rows[-1] and sum(part.width + gap for part in rows[-1]) + each.width > room:
            rows.append([])
        rows[-1].append(single(each))
    return below([beside(row, gap) for row in rows])


def columns(boxes: "Sequence[Box]", count: int, gap: float) -> Part:
    """In at most so many columns, read downwards, that are as short as they can be."""
    units = _units(boxes)
    tallest = max((_height(unit) for unit in units), default=0)
    low, high = tallest, sum(map(_height, units)) + 1
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(units, middle)) <= count else (middle, high)
    filled = _filled(units, high)
    return beside([below([single(each) for unit in column for each in unit]) for column in filled], gap)


def _units(boxes: "Sequence[Box]") -> "list[list[Box]]":
    """Boxes that stay together: one that keeps goes with the next."""
    units: list[list[Box]] = []
    for place, each in enumerate(boxes):
        if place and boxes[place - 1].keeps:
            units[-1].append(each)
        else:
            units.append([each])
    return units


def _height(unit: "list[Box]") -> float:
    return sum(each.height for each in unit)


def _filled(units: "list[list[Box]]", height: float) -> "list[list[list[Box]]]":
    """Columns of this height, filled one after the other."""
    filled: list[list[list[Box]]] = [[]]
    left = height
    for unit in units:
        if filled[-1] and _height(unit) > left:
            filled.append([])
            left = height
        filled[-1].append(unit)
        left -= _height(unit)
    return filled
