"""What every test may ask for: the rulebook that is shipped, read once."""

from pathlib import Path

import pytest

from screen.core.book import Book
from screen.storage.twin import load_rulebook
from tests.program import Program

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def book() -> Book:
    """The shipped rulebook, made ready: read from YAML and revived, as the program does it."""
    return Book(load_rulebook(ROOT, None, lambda: lambda _: ()).book)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program in a home of its own, called once so that its rulebook is compiled."""
    program = Program(tmp_path_factory.mktemp("home"))
    program.run("--version")
    return program
