"""The form in HTML: boxes to tick by hand, no script and no field."""

from typing import TYPE_CHECKING

from screen.reports.card import form as paper
from screen.reports.markup import Section, element, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.reports.card.form import Box, Form, Row
    from screen.reports.markup import Element

LINES = 5
"""To write on."""


def form_section(form: "Form | None") -> Section:
    """The form as a section of the page."""
    if form is None:
        return section("form", "card form", ("Form",), (), element("p", paper.NOTHING))
    return section(
        "form",
        "card form",
        (form.title,),
        (f"edition {form.edition}",),
        element("div", *(element("p", text, _blank()) for text in (paper.WHEN, paper.WHERE)), class_="lines"),
        *(element("p", text) for text in (paper.HOW, *form.cautions)),
        *(element("p", element("b", title), f": {paper.STRAIGHT}", class_="urgent") for title in form.straight),
        element(
            "div",
            element("ol", *(_row(row) for row in form.rows), class_="questions"),
            element("div", *_notes(), class_="notes"),
            class_="flow",
        ),
        element(
            "div",
            element("b", paper.TOTAL),
            _blank(),
            element("div", element("p", paper.COUNTED), element("p", paper.KEYED)),
            class_="total",
        ),
    )


def _blank() -> "Element":
    return element("span", aria_hidden="true")


def _notes() -> "Iterator[Element]":
    yield element("h3", "Notes")
    yield element("p", paper.NO_NAME, class_="soft")
    yield from [element("div", class_="write", aria_hidden="true")] * LINES


def _row(row: "Row") -> "Element":
    several = element("span", paper.SEVERAL) if row.is_many and row.boxes[1:] else None
    others = (_ticked(key, words) for key, words in paper.OTHERS.items() if key != "0" or row.none)
    return element(
        "li",
        element("h3", f"{row.number}. {row.text}", several),
        element("p", f"{row.when}.", class_="when") if row.when else None,
        element("ul", *(_ticked(str(box.digit), *_labelled(box)) for box in row.boxes)),
        element("ul", *others, class_="others"),
        class_="row",
    )


def _ticked(key: str, *label: "str | Element") -> "Element":
    box = element("span", class_="box", aria_hidden="true")
    return element("li", box, element("span", key, class_="digit"), element("span", *label))


def _labelled(box: "Box") -> "Iterator[str | Element]":
    yield box.label
    if box.straight:
        yield element("b", f" {box.straight}", class_="urgent")
    if box.when:
        yield element("span", f" ({box.when})", class_="soft")
    if box.asks_why:
        yield element("span", paper.WHY, class_="soft")
