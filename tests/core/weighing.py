"""What some entries come to in a little book, in one word or three."""

from datetime import UTC, datetime

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Answer, Known, Screening, Sign
from tests.core.little import Tree

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LEVELS: Tree = {"id": "level", "title": "level", "values": ["none", "some", "much"], "unanswered": "some"}


def at(book: Book, *entries: Sign | Known | Answer, now: datetime | None = None) -> str:
    """The disposition that these entries reach."""
    return assess_screening(book, Screening(entries), now).disposition


def bounds(book: Book, *entries: Sign | Known | Answer, now: datetime | None = None) -> tuple[str, str, str]:
    """The lowest, the standing and the highest disposition."""
    weighed = assess_screening(book, Screening(entries), now)
    return weighed.lowest, weighed.disposition, weighed.highest
