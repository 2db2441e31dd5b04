"""Pieces that the learner's pages are made of."""

from typing import TYPE_CHECKING

from screen.reports.markup import Element, document, element
from screen.reports.practice.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable


def whole_page(title: str, *body: Element | None) -> str:
    """A whole page under its title."""
    inside = (each for each in body if each is not None)
    return document("en", title, STYLE, element("main", element("h1", title), *inside))


def part(name: str, head: str, *inside: Element | None) -> Element | None:
    """A section under its heading; None if there is nothing in it."""
    there = [each for each in inside if each is not None]
    if not there:
        return None
    return element("section", element("h2", head, id=name), *there, aria_labelledby=name)


def paragraphs(texts: "Iterable[str]") -> tuple[Element, ...]:
    """Each text a paragraph."""
    return tuple(element("p", text) for text in texts)


def listed(texts: "Iterable[str]") -> Element | None:
    """The texts as a list; None without any."""
    items = tuple(element("li", text) for text in texts)
    return element("ul", *items) if items else None


def boxed(class_: str, head: str, beside: str, texts: "Iterable[str]") -> Element:
    """A heading with an id beside it, and what is said under it."""
    small = element("span", f" {beside}", class_="id") if beside else None
    return element("div", element("h3", head, *([small] if small else [])), *paragraphs(texts), class_=f"each {class_}")


def table(
    caption: str, heads: tuple[str, ...], rows: "Iterable[tuple[str, ...]]", class_: str | None = None
) -> Element:
    """A table whose first column names the rows."""
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element(
            "tbody",
            *(
                element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:]))
                for row in rows
            ),
        ),
        class_=class_,
    )
