"""The phrase card in HTML: large letters for the person, small ones for the officer."""

from typing import TYPE_CHECKING

from screen.reports.card import phrases
from screen.reports.markup import Section, element, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.reports.card.phrases import PhraseSheet, Said
    from screen.reports.markup import Element

FEW = 6
"""So many phrases have room for larger letters."""


def phrase_sections(sheets: "tuple[PhraseSheet, ...]") -> "Iterator[Section]":
    """Each sheet as a section of the page."""
    if not sheets:
        yield section("phrases", "card phrases", ("Phrases",), (), element("p", phrases.NOTHING))
    for number, sheet in enumerate(sheets, start=1):
        size = "said few" if len(sheet.said) <= FEW else "said"
        said = element("ul", *(_said(each, sheet.first) for each in sheet.said), class_=size)
        heading = (element("span", sheet.name, lang=sheet.language), f": {sheet.title}")
        yield section(f"phrases-{number}", "card phrases", heading, sheet.notices, said)


def _said(said: "Said", first: str) -> "Element":
    meaning = element("p", said.meaning, class_="meaning", lang=first) if said.meaning else None
    return element(
        "li",
        element("span", str(said.number), class_="number"),
        element("p", said.text, class_="say", lang=said.language, dir="auto"),
        meaning,
    )
