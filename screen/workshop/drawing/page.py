"""The page of a poster: the walk in columns on the left, the ladder on the right, safeguards at the foot."""

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.drawing.box import Box, Said, box
from screen.workshop.drawing.boxes import (
    COLUMN,
    item_box,
    key_boxes,
    meaning_boxes,
    rule_box,
    rung_box,
    shapes_of,
    sign_box,
    stage_box,
    table_boxes,
)
from screen.workshop.drawing.placing import Part, Placed, below, beside, columns, flowing, indented, moved, single

if TYPE_CHECKING:
    from collections.abc import Callable

    from screen.workshop.drawing.value import Drawing, Rung

MARGIN, GAP, GUTTER, RAILS, BAND = 48.0, 22.0, 44.0, 40.0, 10.0
SHEET = 2**0.5
"""A sheet of paper of the A series, lying: width by height."""
MOST_WALK, MOST_LADDER = 24, 8
"""So many columns are tried for either half."""


class Plan(NamedTuple):
    """How many columns the walk and the ladder have, and whether the legend stands under the walk."""

    walk: int
    ladder: int
    is_left: bool


def page_of(drawing: "Drawing") -> Part:
    """The page of the plan that needs the smallest sheet, with the gaps widened until it is one."""
    plans = [Plan(*each) for each in product(range(1, MOST_WALK + 1), range(1, MOST_LADDER + 1), (True, False))]
    halves = _halves(drawing, GAP)
    plan = min(plans, key=lambda each: _needed(*halves(each)))
    page = _page(drawing, *halves(plan), GUTTER)
    wider = max(page.height * SHEET - page.width, 0) / (plan.walk + plan.ladder - 1)
    return _page(drawing, *_halves(drawing, GAP + wider)(plan), GUTTER + wider)


def _halves(drawing: "Drawing", gap: float) -> "Callable[[Plan], tuple[Part, Part]]":
    """What gives the left and the right half for a plan; each piece is placed once."""
    walk, legend = walk_boxes(drawing), legend_boxes(drawing)
    placed_walk = cache(lambda count: columns(walk, count, gap))
    placed_legend = cache(lambda count: columns(legend, count, gap))
    placed_ladder = cache(lambda count: ladder_part(drawing, count, gap))

    def halves(plan: Plan) -> tuple[Part, Part]:
        left, right = placed_walk(plan.walk), placed_ladder(plan.ladder)
        if plan.is_left:
            return below([left, placed_legend(plan.walk)], GAP), right
        return left, below([right, indented(placed_legend(plan.ladder), RAILS)], GAP)

    return halves


def _needed(left: Part, right: Part) -> float:
    """How wide a sheet must be for two halves, with what head and foot take at least."""
    wide, high = left.width + GUTTER + right.width, max(left.height, right.height)
    return max(wide + 2 * MARGIN, (high + 330) * SHEET)


def _page(drawing: "Drawing", left: Part, right: Part, gutter: float) -> Part:
    """Both halves under the head and over the foot; as high as a sheet of this width, or higher."""
    wide = left.width + gutter + right.width
    head, foot = head_part(drawing, wide), single(foot_box(drawing, wide))
    body = beside([left, right], gutter)
    high = max(head.height + body.height + foot.height + 2 * GAP, (wide + 2 * MARGIN) / SHEET - 2 * MARGIN)
    placed = (*moved(below([head, body], GAP), 0, 0), *moved(foot, 0, high - foot.height))
    return Part(wide + 2 * MARGIN, high + 2 * MARGIN, moved(Part(wide, high, placed), MARGIN, MARGIN))


def head_part(drawing: "Drawing", wide: float) -> Part:
    """What this is, how to read it, and the key to its marks."""
    lead = (
        "Left, from top to bottom: what is looked for and asked, in this order. Right, from bottom to top: where it "
        "leads. A rule only raises; the highest that a rule reaches is the advice."
    )
    title = box([Said(f"{drawing.title}, edition {drawing.edition}", "title", 0, 0), Said(lead, "lead")], wide, pad=2)
    return below([single(title), flowing(key_boxes(drawing), wide, GAP)], 8)


def walk_boxes(drawing: "Drawing") -> list[Box]:
    """The walk from its first stage to its last."""
    shapes = shapes_of(drawing)
    boxes = [box([Said(text, "only", 0, 0)], COLUMN, pad=4) for text in drawing.unless]
    for stage in drawing.walk:
        boxes += [stage_box(stage), *(item_box(item, shapes) for item in stage.items)]
    if drawing.unasked:
        boxes.append(box([Said("Signs that no item asks for", "subhead")], COLUMN, keeps=True))
        boxes += [sign_box(sign, shapes) for sign in drawing.unasked]
    return boxes


def ladder_part(drawing: "Drawing", count: int, gap: float) -> Part:
    """The ladder, highest first."""
    rungs = [_rung(rung, place, count, gap) for place, rung in enumerate(drawing.ladder)]
    ladder = below(rungs[::-1], BAND)
    rails = Box(RAILS, ladder.height, look="rails")
    return Part(ladder.width, ladder.height, (Placed(0, 0, rails), *ladder.placed))


def legend_boxes(drawing: "Drawing") -> list[Box]:
    """The tables, and what words mean."""
    boxes = [each for table in drawing.tables for each in table_boxes(table)]
    quoted = [(f'"{word}"', text) for word, text in drawing.meanings]
    boxes += meaning_boxes("Words in quotes", "as the rulebook defines them", quoted)
    return boxes + meaning_boxes("One fact counts once", "signs of the same fact, and what it is", drawing.clusters)


def _rung(rung: "Rung", place: int, count: int, gap: float) -> Part:
    """A disposition on the ladder with the rules that lead to it, on a ground of its own."""
    rules = [rule_box(each) for each in rung.rules]
    if not rules:
        text = "No rule leads here." if place else "Where no rule leads higher."
        rules = [box([Said(text, "text", 0, 0)], COLUMN, pad=4)]
    wide = count * COLUMN + (count - 1) * gap + 2 * BAND
    head = rung_box(rung, place, RAILS + wide)
    body = columns(rules, count, gap)
    ground = Box(wide, body.height + 2 * BAND, look=f"ground {place}")
    under = Part(wide, ground.height, (Placed(0, 0, ground), *moved(body, BAND, BAND)))
    return below([single(head), indented(under, RAILS)])


def foot_box(drawing: "Drawing", wide: float) -> Box:
    """What nobody may forget who reads the picture."""
    first, *rest = drawing.safeguards
    return box([Said(first, "guard", 0, 0), *(Said(text, "guarded") for text in rest)], wide, "foot", 14)
