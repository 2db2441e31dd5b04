"""The form for a power cut: the items of the booth with boxes to tick, and nothing that says what it is for."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.core.booth import is_fit
from screen.core.paper import form_stage, has_none
from screen.core.screening import Known, Screening, Sign
from screen.reports.card.asking import when_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.interview import Item, Option, Stage

HOW = (
    "Tick a box for each answer. Write u in a box if that one could not be told. Leave blank what was not asked: "
    "blank is never no."
)
OTHERS = {"0": "looked, none", "u": "could not tell", "d": "declined"}
"""The boxes of an item beside its options, by key."""

WHEN, WHERE = "Date and time", "Place, lane"
SEVERAL = " (several)"
WHY = " (write why under Notes)"
TOTAL = "Boxes ticked"
COUNTED = "Count every box with a mark in it, also 0, u and d."
NO_NAME = "Facts and words. No name, no number, no opinion."
STRAIGHT = "one such box is enough. Stop asking; do what your card says."
KEYED = "Key it in when you can: htscreen advise --paper"
NOTHING = "This rulebook has no stage, so there is no form."


class Box(NamedTuple):
    """An option: its digit on the screen, when it is asked, where it leads by itself, whether to write why."""

    digit: int
    label: str
    when: str
    straight: str
    asks_why: bool


class Row(NamedTuple):
    """An item of the form. `none`: *looked, none* is an answer to it."""

    number: int
    text: str
    when: str
    is_many: bool
    none: bool
    boxes: tuple[Box, ...]


class Form(NamedTuple):
    """All that stands on the form."""

    title: str
    edition: str
    rows: tuple[Row, ...]
    cautions: tuple[str, ...]

    @property
    def straight(self) -> tuple[str, ...]:
        """The dispositions to which one box leads by itself, by their titles."""
        return tuple(dict.fromkeys(box.straight for row in self.rows for box in row.boxes if box.straight))


def form(book: "Book") -> Form | None:
    """The form of a rulebook; None if it has no stage."""
    stage, safe = form_stage(book), book.rulebook.safeguards
    if stage is None:
        return None
    cautions = (safe.marking, safe.swap_booth or safe.swap)
    return Form(
        stage.title,
        book.rulebook.edition,
        tuple(_rows(book, stage)),
        tuple(text for text in cautions if text and _may_stand(stage, text)),
    )


def _may_stand(stage: "Stage", text: str) -> bool:
    """Whether the text may be read along where the form is filled in."""
    return stage.booth == "no" or is_fit(text)


def _rows(book: "Book", stage: "Stage") -> "Iterator[Row]":
    numbers = _numbers(book, stage)
    for number, name in enumerate(stage.items, start=1):
        item = book.item[name]
        yield Row(
            number,
            item.text,
            _when(book, stage, name, numbers),
            item.pick == "many",
            has_none(item),
            tuple(_boxes(book, stage, item, numbers)),
        )


def _numbers(book: "Book", stage: "Stage") -> dict[str, int]:
    """The number of the one item of the form that sets a fact; a fact that several set has none."""
    setting: dict[str, list[int]] = {}
    for number, name in enumerate(stage.items, start=1):
        for fact in book.reach[name]:
            setting.setdefault(fact, []).append(number)
    return {fact: numbers[0] for fact, numbers in setting.items() if len(numbers) == 1}


def _when(book: "Book", stage: "Stage", key: str, numbers: dict[str, int]) -> str:
    text = when_asked(book, key, numbers)
    return text if _may_stand(stage, text) else ""


def _boxes(book: "Book", stage: "Stage", item: "Item", numbers: dict[str, int]) -> "Iterator[Box]":
    for digit, option in enumerate(item.options, start=1):
        when = _when(book, stage, f"{item.id}/{option.id}", numbers)
        yield Box(
            digit,
            option.label,
            f"{when[:1].lower()}{when[1:]}",
            _straight(book, stage, option),
            any(value in book.fact[fact].reason for fact, value in option.sets.items()),
        )


def _straight(book: "Book", stage: "Stage", option: "Option") -> str:
    """The title of the disposition that a gate reaches by this option alone, else ""."""
    known = (Known(fact, value) for fact, value in option.sets.items())
    alone = assess_screening(book, Screening((*known, *(Sign(name) for name in option.shows))))
    gates = [rule for rule in alone.rules if rule.gate == "yes"]
    if not gates:
        return ""
    reached = book.rulebook.dispositions[max(book.rank[rule.disposition] for rule in gates)]
    return reached.titles.get(stage.id) or reached.titles.get("any") or reached.id.replace("-", " ").upper()
