"""The cards as tests read them: any rulebook from the disk, lines as one text, a page as its texts and elements."""

from html.parser import HTMLParser
from pathlib import Path

from screen.core.book import Book
from screen.core.shape.policy import Contact
from screen.reports.card.lines import Line
from screen.reports.card.page import cards_page
from screen.storage.twin import load_rulebook
from tests.conftest import ROOT

CARDS = ("indicators", "form", "phrases")
BOOKS = [path for folder in ("instruments", "core/books") for path in sorted((ROOT / "tests" / folder).glob("*.yaml"))]
RULEBOOKS = (ROOT, *BOOKS)
"""Rulebooks of every kind: the shipped one, published instruments, small ones."""

PORT = Contact.model_validate(
    {"id": "local.1", "title": "Duty supervisor", "purpose": "own", "numbers": ["555-0100"], "hours": "always",
     "languages": "local", "for": "officer", "source": "local"}
)  # fmt: skip


class Page(HTMLParser):
    """What stands on a page: its texts, and its elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text.split("</style>")[1])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def opened(path: Path) -> Book:
    """A rulebook from the disk."""
    return Book(load_rulebook(path, None, lambda: lambda _: ()).book)


def page(book: Book, *cards: str, language: str | None = None) -> Page:
    """The page with these cards, or with all."""
    return Page(cards_page(book, cards or CARDS, book.rulebook.contacts, language))


def flat(*lines: Line) -> str:
    """Lines as one text."""
    return " ".join(" ".join(line.text.split()) for line in lines)
