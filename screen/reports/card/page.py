"""The cards as one HTML file that needs nothing but itself, for a screen and for letter paper."""

from typing import TYPE_CHECKING

from screen.core.booth import is_fit
from screen.reports.card.form import form
from screen.reports.card.form_page import form_section
from screen.reports.card.phrase_page import phrase_sections
from screen.reports.card.phrases import phrase_sheets
from screen.reports.card.sign_page import sign_section
from screen.reports.card.signs import sign_card
from screen.reports.card.style import STYLE
from screen.reports.markup import document, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.policy import Contact
    from screen.reports.markup import Section


def cards_page(
    book: "Book", cards: tuple[str, ...], contacts: "tuple[Contact, ...]", language: str | None = None
) -> str:
    """These cards as a document. Its title, which a browser prints on every sheet, says nothing of their purpose."""
    rulebook = book.rulebook
    sections = tuple(_sections(book, cards, contacts, language))
    title = f"{rulebook.title if is_fit(rulebook.title) else 'Cards'}, edition {rulebook.edition}"
    links = (element("li", element("a", *each.heading, href=f"#{each.id}")) for each in sections)
    nav = element("nav", element("ul", *links), aria_label="Cards") if sections[1:] else None
    header = element("header", element("h1", title), nav, class_="screen")
    return document(
        rulebook.languages[0].id, title, STYLE, header, element("main", *(each.element for each in sections))
    )


def _sections(
    book: "Book", cards: tuple[str, ...], contacts: "tuple[Contact, ...]", language: str | None
) -> "Iterator[Section]":
    for card in cards:
        match card:
            case "indicators":
                yield sign_section(sign_card(book, contacts))
            case "form":
                yield form_section(form(book))
            case _:
                yield from phrase_sections(phrase_sheets(book, language))
