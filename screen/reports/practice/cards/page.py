"""The cards of scenarios as one HTML file that needs nothing but itself: each card on a sheet of its own."""

from typing import TYPE_CHECKING, NamedTuple

from screen.reports.markup import document, element
from screen.reports.practice.cards.handout import Handout
from screen.reports.practice.cards.key import KeyCard
from screen.reports.practice.cards.sections import handout_section, key_section, role_section
from screen.reports.practice.cards.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.reports.markup import Section
    from screen.reports.practice.cards.role import RoleCard

TITLE = "Practice cards"


class Deck(NamedTuple):
    """The cards of one page, in their order, and the language of their rulebook."""

    language: str
    cards: "Sequence[RoleCard | Handout | KeyCard]"


def deck_page(deck: Deck) -> str:
    """These cards as a document. Its title, which a browser prints on every sheet, tells nothing."""
    sections = tuple(_sections(deck.cards))
    links = (element("li", element("a", *each.heading, href=f"#{each.id}")) for each in sections)
    nav = element("nav", element("ul", *links), aria_label="Cards") if sections[1:] else None
    header = element("header", element("h1", TITLE), nav, class_="screen")
    return document(deck.language, TITLE, STYLE, header, element("main", *(each.element for each in sections)))


def _sections(cards: "Sequence[RoleCard | Handout | KeyCard]") -> "Iterator[Section]":
    for number, card in enumerate(cards, start=1):
        if isinstance(card, Handout):
            yield handout_section(card, f"card-{number}")
        elif isinstance(card, KeyCard):
            yield key_section(card, f"card-{number}")
        else:
            yield role_section(card, f"card-{number}")
