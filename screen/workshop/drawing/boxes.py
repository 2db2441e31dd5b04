"""Boxes of a poster: what each of them says, from the head of a stage to the key to the marks."""

from typing import TYPE_CHECKING

from screen.workshop.drawing.box import PAD, STYLES, Box, Line, Mark, Said, box
from screen.workshop.drawing.letters import width
from screen.workshop.drawing.value import learned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from screen.workshop.drawing.value import Drawing, Item, Rule, Rung, Sign, Stage, Table

COLUMN, RAIL, INDENT = 300, 17, 38
"""How wide a column is, and how far in it the path and the texts beside it stand."""

CARD = 7
"""The gap under a card, within its box."""


def stage_box(stage: "Stage") -> Box:
    """The head of a stage."""
    only_if = [Said(f"only if {stage.only_if}", "aside")] if stage.only_if else []
    return box([Said(stage.title, "head"), *only_if], COLUMN, "stage", keeps=True)


def item_box(item: "Item", shapes: dict[str, str]) -> Box:
    """An item on the path: its number, what is looked for or asked, when, and what it can tell."""
    said = [Said(item.text, "item", INDENT - PAD, 4)]
    conditions = [f"only if {item.only_if}"] if item.only_if else []
    conditions += [f"asked again only if {item.again} is still unanswered"] if item.again else []
    said += [Said(text, "only", INDENT - PAD) for text in conditions]
    if not item.again:
        for fact, values in learned(item).items():
            said.append(Said(f"{fact}: {'; '.join(values)}", "text", INDENT - PAD))
        for option in item.options:
            said += _found(option.label, option.signs, option.only_if, shapes)
    if item.after_stop:
        said.append(Said(item.after_stop, "tag", INDENT - PAD + 14, mark="stays"))
    made = box(said, COLUMN)
    sometimes = bool(conditions)
    number = Line(RAIL, PAD + 4 + 12.7, str(item.number), "hollow" if sometimes else "number")
    marks = (Mark("sometimes" if sometimes else "always", RAIL, PAD + 4 + 9), *made.marks)
    return made._replace(lines=(number, *made.lines), marks=marks, look="path")


def _found(label: str, signs: "Sequence[Sign]", only_if: str, shapes: dict[str, str]) -> "list[Said]":
    """The signs that an option shows: under its label the first, under their own titles the others."""
    said = [
        _sign(sign, label if place == 0 else sign.title, INDENT - PAD + 16, shapes) for place, sign in enumerate(signs)
    ]
    return [*said, Said(f"only if {only_if}", "only", INDENT - PAD + 16, 0)] if signs and only_if else said


def _sign(sign: "Sign", text: str, indent: float, shapes: dict[str, str]) -> Said:
    is_shared = list(shapes.values()).count(shapes[sign.group]) > 1
    tags = (sign.group, *sign.tags) if is_shared else sign.tags
    tail = f"({', '.join(tags)})" if tags else ""
    return Said(text, "text", indent, 3, shapes[sign.group], tail)


def sign_box(sign: "Sign", shapes: dict[str, str]) -> Box:
    """A sign that no item asks for."""
    return box([_sign(sign, sign.title, 16, shapes)], COLUMN, pad=3)


def rung_box(rung: "Rung", place: int, wide: float) -> Box:
    """The head of a disposition, with its place on the ladder."""
    said = [Said(rung.title, "head", INDENT, 1)]
    if rung.titles:
        said.append(Said(f"On the screen: {'; '.join(rung.titles)}", "aside", INDENT))
    if rung.stops:
        said.append(Said(rung.stops, "aside", INDENT + 20, mark="stop"))
    made = box(said, wide, f"rung {place}", keeps=True)
    number = Line(PAD + 16, PAD + 19, str(place + 1), "place")
    return made._replace(lines=(number, *made.lines), marks=(Mark("plate", PAD + 16, PAD + 13), *made.marks))


def rule_box(rule: "Rule") -> Box:
    """A rule: why, and when."""
    said = [Said(rule.because, "item", 0, 1), Said(rule.when, "text")]
    said += [Said(f"in force {rule.days}", "tag")] if rule.days else []
    said += [Said("gate: one answer decides", "tag", 16, mark="gate")] if rule.is_gate else []
    return _card(said)


def _card(said: "Iterable[Said]") -> Box:
    made = box(said, COLUMN, "card")
    return made._replace(height=made.height + CARD)


def table_boxes(table: "Table") -> list[Box]:
    """A table of outcomes, the first row that fits first."""
    head = box([Said(f"Table: {table.id}", "subhead"), Said("the first row that fits", "tag")], COLUMN, keeps=True)
    rows = [_card([Said(row.outcome, "item", 0, 0), Said(row.when, "text")]) for row in table.rows]
    return [head, *rows]


def meaning_boxes(head: str, lead: str, meanings: "Sequence[tuple[str, str]]") -> list[Box]:
    """What words mean, under a head."""
    if not meanings:
        return []
    first = box([Said(head, "subhead"), Said(lead, "tag")], COLUMN, pad=5, keeps=True)
    return [first, *(box([Said(f"{word}: {meaning}", "text", 0, 0)], COLUMN, pad=4) for word, meaning in meanings)]


SHAPES = ("square", "disc", "up", "diamond", "down", "star")
"""The marks of groups; a group that is one of the means has a full one."""


def shapes_of(drawing: "Drawing") -> dict[str, str]:
    """The mark of each group."""
    return {
        group.id: f"{SHAPES[place % len(SHAPES)]}-{'full' if group.is_means else 'open'}"
        for place, group in enumerate(drawing.groups)
    }


def key_boxes(drawing: "Drawing") -> list[Box]:
    """The key to the marks that this drawing uses."""
    shapes = shapes_of(drawing)
    items = [item for stage in drawing.walk for item in stage.items]
    rules = [rule for rung in drawing.ladder for rule in rung.rules]
    used = (
        ("dot", "always asked", any(not (item.only_if or item.again) for item in items)),
        ("ring", "asked only sometimes", any(item.only_if or item.again for item in items)),
        ("stays", "still asked after a stop", any(item.after_stop for item in items)),
        ("stop", "the questions stop", any(rung.stops for rung in drawing.ladder)),
        ("gate", "gate: one answer decides", any(rule.is_gate for rule in rules)),
    )
    keys = [(f"sign: {group.title}", shapes[group.id]) for group in drawing.groups]
    keys += [(words, mark) for mark, words, is_used in used if is_used]
    return [_key(words, mark) for words, mark in keys]


def _key(words: str, mark: str) -> Box:
    wide = min(width(words, STYLES["text"].size) + 32, COLUMN)
    return box([Said(words, "text", 22, 0, mark)], wide, pad=4)
