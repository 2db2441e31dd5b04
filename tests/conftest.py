"""What every test may ask for: the rulebook that is shipped, read once."""

from pathlib import Path

import pytest

from screen.core.book import Book
from screen.storage.twin import load_rulebook

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def book() -> Book:
    """The shipped rulebook, made ready: read from YAML and revived, as the program does it."""
    return Book(load_rulebook(ROOT, None, lambda: lambda _: ()).book)
