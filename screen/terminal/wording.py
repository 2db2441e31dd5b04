"""Wording: what is said to the person, in a language and with its review state."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.shape.indicator import Indicator, Phrase


def speech(book: "Book", phrases: "Iterable[Phrase]", language: str) -> "Iterator[str]":
    """The phrases in this language, each with a mark if nobody has signed the translation."""
    first = book.rulebook.languages[0].id
    for phrase in phrases:
        text = phrase.get(language, phrase[first])
        if isinstance(text, str):
            yield text
        else:
            yield text.text + (" [translation unreviewed]" if text.review == "unreviewed" else "")


def title_of(indicator: "Indicator", *, booth: bool) -> str:
    """The indicator's title; at the booth the one that can stand on a screen there."""
    return indicator.booth_title if booth and indicator.booth_title is not None else indicator.title
