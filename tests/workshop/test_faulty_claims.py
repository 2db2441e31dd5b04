"""Every claim can fail: a broken rulebook for each, whose first lines say which claims fail, and of what.

`# claim: LINE ABOUT`, the one that the book is for first; then those that must fail with it. Nothing else fails.
"""

from pathlib import Path

import pytest

from screen.core.book import Book
from screen.core.checks import check_reckonable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from screen.workshop.logic.solver import z3_solver
from screen.workshop.proving.prove import prove

FAULTY = Path(__file__).parent.parent / "faulty"
MARK = "# claim: "
BOOKS = sorted(path for path in FAULTY.glob("*.yaml") if path.read_bytes().startswith(MARK.encode()))


def expected_of(path: Path) -> list[tuple[str, str]]:
    """Which lines fail, and of what."""
    lines = [line.removeprefix(MARK) for line in path.read_text("utf-8").splitlines() if line.startswith(MARK)]
    return [(name, about) for line in lines for name, _, about in [line.partition(" ")]]


def test_there_is_a_broken_book_for_every_claim(book: Book) -> None:
    broken = {expected_of(path)[0][0].partition(":")[0] for path in BOOKS}
    assert broken == {line.id.partition(":")[0] for line in prove(book, lambda _: None)}


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_the_claim_that_is_broken_fails_with_what_follows_from_it_and_no_other(path: Path) -> None:
    rulebook, _ = read_rulebook(path, Rulebook, check_reckonable)
    found = [(line.id, point.about) for line in prove(Book(rulebook), z3_solver(10)) for point in line.against]
    assert sorted(found) == sorted(expected_of(path))
