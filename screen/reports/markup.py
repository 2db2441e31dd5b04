"""Markup: a tree of elements as HTML, in which every text is escaped at the one place where text becomes HTML."""

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset({"meta", "br", "col"})
"""Elements without an end."""

_CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(127, 160))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_STEERING = dict.fromkeys((*_CONTROLS, *_DIRECTIONS), " ")
"""Control characters, and marks that reorder a line; joiners stay, since some scripts are written with them."""


class Element(NamedTuple):
    """An element with its attributes and what is in it: texts, and further elements."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    inside: "tuple[str | Element, ...]"


def element(name: str, *inside: str | Element | None, **attributes: str | None) -> Element:
    """An element; `class_` is the attribute `class`, `aria_hidden` is `aria-hidden`. None is left out."""
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    return Element(name, tuple(named), tuple(each for each in inside if each is not None))


class Section(NamedTuple):
    """A part of a page that can be linked to, with its heading."""

    id: str
    heading: tuple[str | Element, ...]
    element: Element


def section(
    name: str, class_: str, heading: tuple[str | Element, ...], beside: tuple[str, ...], *inside: Element | None
) -> Section:
    """A section under its heading, with small print beside that."""
    small = (element("p", text, class_="soft") for text in beside)
    top = element("div", element("h2", *heading, id=name), *small, class_="top")
    return Section(name, heading, element("section", top, *inside, class_=class_, aria_labelledby=name))


def document(language: str, title: str, style: str, *body: Element) -> str:
    """A whole HTML document that needs nothing but itself: its policy forbids scripts and every request.

    `style` is the program's own and no text of a rulebook.
    """
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        element("meta", charset="utf-8"),
        Element("meta", (("http-equiv", "Content-Security-Policy"), ("content", policy)), ()),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
    )
    return "".join(
        (
            f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n',
            *(f"{rendered(each)}\n" for each in head),
            f"<style>\n{style}</style>\n</head>\n<body>\n",
            *(f"{rendered(each)}\n" for each in body),
            "</body>\n</html>\n",
        )
    )


def rendered(node: str | Element) -> str:
    """The node as HTML."""
    return "".join(_parts(node))


def _parts(node: str | Element) -> "Iterator[str]":
    if isinstance(node, str):
        yield _escaped(node)
        return
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in node.attributes)
    yield f"<{node.name}{attributes}>"
    if node.name in VOID:
        return
    for each in node.inside:
        yield from _parts(each)
    yield f"</{node.name}>"


def _escaped(text: str) -> str:
    return escape(text.translate(_STEERING).encode("utf-8", "replace").decode("utf-8"))
