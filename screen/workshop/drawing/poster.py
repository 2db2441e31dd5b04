"""The poster: a drawing as one self-contained SVG, for a wall. No script, no font and no picture from elsewhere."""

from html import escape
from typing import TYPE_CHECKING

from screen.workshop.drawing.box import INK, MUTED, PATH, STYLES, WHITE
from screen.workshop.drawing.boxes import CARD, RAIL
from screen.workshop.drawing.marks import mark_svg
from screen.workshop.drawing.page import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.workshop.drawing.box import Box, Line
    from screen.workshop.drawing.placing import Placed
    from screen.workshop.drawing.value import Drawing

MILLIMETRES, PAPER = 0.18, 420.0
"""The least size of a unit on paper, which makes the smallest letters 2 mm high, and the least width: A3."""
RAMP = ((0x5A, 0x6F, 0x7B), (0x7A, 0x5C, 0x1E), (0x93, 0x40, 0x1A), (0x86, 0x1C, 0x22), (0x56, 0x0B, 0x16))
"""From the lowest disposition to the highest: ever darker, so that the order is seen in grey too."""


def poster(drawing: "Drawing") -> str:
    """The drawing as SVG."""
    page = page_of(drawing)
    wide = max(PAPER, page.width * MILLIMETRES)
    paper = f"{wide:.1f}mm", f"{wide * page.height / page.width:.1f}mm"
    rungs = len(drawing.ladder)
    size = f'width="{paper[0]}" height="{paper[1]}" viewBox="0 0 {page.width:.1f} {page.height:.1f}"'
    told = 'role="img" aria-labelledby="htscreen-drawing-title htscreen-drawing-desc"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="htscreen-drawing" {size} {told}>',
            f'<title id="htscreen-drawing-title">{escape(drawing.title)}, edition {escape(drawing.edition)}</title>',
            f'<desc id="htscreen-drawing-desc">{escape(_said(drawing))}</desc>',
            f"<style>@page{{size:{paper[0]} {paper[1]};margin:0}}{_styles()}</style>",
            f'<rect width="{page.width:.1f}" height="{page.height:.1f}" fill="{WHITE}"/>',
            *(_group(each, rungs) for each in page.placed),
            "</svg>\n",
        )
    )


def _said(drawing: "Drawing") -> str:
    """The picture in words."""
    items = sum(len(stage.items) for stage in drawing.walk)
    ladder = ", ".join(f"{rung.title} (rules: {len(rung.rules)})" for rung in drawing.ladder)
    stages = ", ".join(stage.title for stage in drawing.walk) or "none"
    return f"Stages: {stages}. Items: {items}. Dispositions, lowest first: {ladder}. {' '.join(drawing.safeguards)}"


def _styles() -> str:
    rules = (
        f".htscreen-drawing .{name}{{font-size:{style.size}px;fill:{style.ink}"
        f"{';font-weight:bold' if style.bold else ''}{';font-style:italic' if style.italic else ''}"
        f"{';text-anchor:middle' if style.middle else ''}}}"
        for name, style in STYLES.items()
    )
    return ".htscreen-drawing text{font-family:Helvetica,Arial,sans-serif}" + "".join(rules)


def _group(placed: "Placed", rungs: int) -> str:
    """A box with its ground, its marks and its lines."""
    each = placed.box
    parts = (_ground(each, rungs), *map(mark_svg, each.marks), *map(_line, each.lines))
    return f'<g transform="translate({placed.x:.1f} {placed.y:.1f})">{"".join(parts)}</g>'


def _line(line: "Line") -> str:
    gap = " " if line.text and line.tail else ""
    tail = f'<tspan class="tag">{gap}{escape(line.tail)}</tspan>' if line.tail else ""
    return f'<text class="{line.style}" x="{line.x:.1f}" y="{line.y:.1f}">{escape(line.text)}{tail}</text>'


def _ground(each: "Box", rungs: int) -> str:
    """What lies under the lines of a box; the rectangle of class `room` is the box itself."""
    look, _, place = each.look.partition(" ")
    colour = _ramp(int(place), rungs) if place else PATH
    fill = {"stage": PATH, "foot": INK, "rung": colour, "ground": _tint(colour), "card": WHITE}.get(look, "none")
    round_ = ' rx="5"' if look in ("stage", "card", "foot", "rung") else ""
    high = each.height - CARD if look == "card" else each.height
    rect = f'<rect class="room" width="{each.width:.1f}" height="{high:.1f}" fill="{fill}"{round_}/>'
    if look == "path":
        return f'{rect}<path d="M{RAIL} 0V{each.height:.1f}" stroke="{PATH}" stroke-width="3"/>'
    return rect + "".join(_rails(each)) if look == "rails" else rect


def _rails(each: "Box") -> "Iterator[str]":
    """Two rails and their rungs."""
    left, right, foot = 8, each.width - 12, each.height
    yield f'<path d="M{left} 0V{foot:.1f}M{right:.1f} 0V{foot:.1f}" stroke="{MUTED}" stroke-width="4"/>'
    for y in range(30, int(foot), 30):
        yield f'<path d="M{left} {y}H{right:.1f}" stroke="{MUTED}" stroke-width="2.5"/>'


def _hex(colour: "tuple[float, ...]") -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)


def _ramp(place: int, rungs: int) -> str:
    """The colour of a rung: where it stands between the lowest and the highest."""
    at = place / max(rungs - 1, 1) * (len(RAMP) - 1)
    low = min(int(at), len(RAMP) - 2)
    return _hex(tuple(a + (b - a) * (at - low) for a, b in zip(RAMP[low], RAMP[low + 1], strict=True)))


def _tint(colour: str) -> str:
    """The colour as a light ground."""
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return _hex(tuple(255 - (255 - part) * 0.13 for part in parts))
