"""Marks of a poster: round, angular, full or open, so that no colour is needed to tell them apart."""

from math import cos, pi, sin
from typing import TYPE_CHECKING

from screen.workshop.drawing.box import INK, PATH, WHITE

if TYPE_CHECKING:
    from screen.workshop.drawing.box import Mark

_PAINTS = {
    "full": f'fill="{INK}" stroke="{INK}" stroke-width="1.3"',
    "open": f'fill="{WHITE}" stroke="{INK}" stroke-width="1.3"',
    "always": f'fill="{PATH}"',
    "dot": f'fill="{PATH}"',
    "sometimes": f'fill="{WHITE}" stroke="{PATH}" stroke-width="2.2" stroke-dasharray="4 2.6"',
    "ring": f'fill="{WHITE}" stroke="{PATH}" stroke-width="2" stroke-dasharray="3 2"',
    "plate": f'fill="{WHITE}"',
    "stop": f'fill="#c81e1e" stroke="{WHITE}" stroke-width="1.5"',
    "gate": f'fill="#f2c14e" stroke="{INK}" stroke-width="1.3"',
    "stays": f'fill="none" stroke="{PATH}" stroke-width="2"',
}
"""How a mark is painted; the mark of a group is full or open."""

_ROUND = {"always": 12.0, "sometimes": 11.0, "dot": 7.0, "ring": 6.2, "plate": 14.0, "disc": 4.6}
"""The radius of those that are round."""

_ANGULAR = {
    "square": (4, 6.0, 1 / 8),
    "up": (3, 5.8, 0.0),
    "diamond": (4, 5.8, 0.0),
    "down": (3, 5.8, 1 / 2),
    "stop": (8, 8.5, 1 / 16),
    "gate": (6, 6.0, 0.0),
}
"""Corners, radius, and by what part of a turn the first corner stands off the top."""


def mark_svg(mark: "Mark") -> str:
    """A mark where it stands."""
    kind, _, fill = mark.kind.partition("-")
    paint = _PAINTS[fill or kind]
    if kind in _ROUND:
        return f'<circle cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{_ROUND[kind]}" {paint}/>'
    return f'<path d="{_outline(kind, mark.x, mark.y)}" {paint}/>'


def _outline(kind: str, x: float, y: float) -> str:
    if kind == "stays":
        return f"M{x - 5:.1f} {y - 3.5:.1f}l5 3.5l-5 3.5M{x:.1f} {y - 3.5:.1f}l5 3.5l-5 3.5"
    if kind == "star":
        points = [_corner(x, y, 2.6 if place % 2 else 6.2, place / 10) for place in range(10)]
    else:
        count, radius, turn = _ANGULAR[kind]
        points = [_corner(x, y, radius, place / count + turn) for place in range(count)]
    return f"M{'L'.join(points)}Z"


def _corner(x: float, y: float, radius: float, turn: float) -> str:
    angle = 2 * pi * turn
    return f"{x + radius * sin(angle):.1f} {y - radius * cos(angle):.1f}"
