"""The value of a drawing: what a diagram of a rulebook says; its faces are Mermaid text and a poster."""

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign that can be found, and by what rules count it: its group, and in `tags` its strength and its cluster."""

    id: str
    title: str
    group: str
    tags: tuple[str, ...]


class Option(NamedTuple):
    """An option that does something: the signs it shows, the facts it sets, and when it is there."""

    label: str
    signs: tuple[Sign, ...]
    facts: dict[str, str]
    only_if: str


class Item(NamedTuple):
    """An item at its place in the walk. `again`: the number under which an earlier stage has it, else 0."""

    number: int
    id: str
    text: str
    only_if: str
    options: tuple[Option, ...]
    after_stop: str
    again: int


class Stage(NamedTuple):
    """A stage with its items in order."""

    id: str
    title: str
    only_if: str
    items: tuple[Item, ...]


class Rule(NamedTuple):
    """A rule: why it speaks, when, whether one answer decides, and on which days it is in force."""

    id: str
    because: str
    when: str
    is_gate: bool
    days: str


class Rung(NamedTuple):
    """A disposition and the rules that lead to it. `titles`: on the screen, where they are others than its own.

    `stops`: what it does to the questions.
    """

    id: str
    title: str
    titles: tuple[str, ...]
    stops: str
    rules: tuple[Rule, ...]


class Row(NamedTuple):
    """A row of a table: what must be so, and the outcome."""

    when: str
    outcome: str


class Table(NamedTuple):
    """A table of outcomes; the last row is every other case."""

    id: str
    rows: tuple[Row, ...]


class Meaning(NamedTuple):
    """What a word of the drawing means."""

    word: str
    meaning: str


class Group(NamedTuple):
    """A group of signs, and whether it is one of the means."""

    id: str
    title: str
    is_means: bool


class Drawing(NamedTuple):
    """A rulebook as a picture tells it. The ladder runs from the lowest disposition to the highest."""

    title: str
    edition: str
    groups: tuple[Group, ...]
    unless: tuple[str, ...]
    walk: tuple[Stage, ...]
    unasked: tuple[Sign, ...]
    ladder: tuple[Rung, ...]
    tables: tuple[Table, ...]
    clusters: tuple[Meaning, ...]
    meanings: tuple[Meaning, ...]
    safeguards: tuple[str, ...]


def learned(item: Item) -> dict[str, list[str]]:
    """The facts that an item can tell, and the values of each, in the order of its options."""
    facts: dict[str, list[str]] = {}
    for option in item.options:
        for fact, value in option.facts.items():
            if value not in facts.setdefault(fact, []):
                facts[fact].append(value)
    return facts
