"""Carding: the cards of a rulebook, at the console or as one HTML file."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import USAGE
from screen.cli.opening import contacts_of, open_book, open_local_or_say
from screen.cli.options import Card
from screen.reports.card.form import form
from screen.reports.card.lines import Line, form_lines, phrase_lines, sign_lines
from screen.reports.card.phrases import phrase_sheets
from screen.reports.card.signs import sign_card
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.policy import Contact
    from screen.terminal.console import Console


def show_cards(
    named: tuple[Card, ...], html: Path | None, language: str | None, rulebook: Path | None, *, plain: bool
) -> int:
    """Print these cards, all if none is named, or write them into a new file; the exit code. Raises Unreadable."""
    book, console = open_book(rulebook), open_console(plain=plain)
    talk = console._replace(out=sys.stderr)
    spoken = [each.id for each in book.rulebook.languages]
    if language is not None and language not in spoken:
        talk.write(f"{language!r} is no language of this rulebook: {', '.join(spoken)}.")
        return USAGE
    cards = tuple(dict.fromkeys(named)) or tuple(Card)
    contacts = contacts_of(book, open_local_or_say(talk))
    if html is not None:
        return _save(talk, book, cards, contacts, language, html)
    for number, card in enumerate(cards):
        if number:
            console.write()
        for line in _lines(book, card, contacts, language, plain=console.plain):
            _write(console, line)
    return 0


def _lines(
    book: "Book", card: Card, contacts: "tuple[Contact, ...]", language: str | None, *, plain: bool
) -> Iterator[Line]:
    match card:
        case Card.INDICATORS:
            return sign_lines(sign_card(book, contacts), plain=plain)
        case Card.FORM:
            return form_lines(form(book), plain=plain)
        case Card.PHRASES:
            return phrase_lines(phrase_sheets(book, language), plain=plain)


def _write(console: "Console", line: Line) -> None:
    if line.is_head:
        console.head(line.text)
    else:
        console.write(line.text, printable(line.indent), line.hang)


def _save(
    talk: "Console",
    book: "Book",
    cards: tuple[Card, ...],
    contacts: "tuple[Contact, ...]",
    language: str | None,
    path: Path,
) -> int:
    """Write the page, in plain letters where the file went; the exit code."""
    from screen.reports.card.page import cards_page
    from screen.storage.noted import save_text

    try:
        save_text(path, cards_page(book, cards, contacts, language))
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        talk.write(f"{path}: not written: {getattr(error, 'strerror', None) or error}. Try another name or folder.")
        return USAGE
    talk.write(f"Written to {path}. Open it in a browser and print it on letter paper.")
    return 0
