"""Every broken rulebook in tests/faulty/ is refused, or warned of, at the place that its first lines name.

`# expect: 12:5 part of what is said`; in a folder the lines stand in rules.yaml and name the file first,
`# expect: indicators/fraud.yaml:4:5 part of what is said`. One that begins with `# claim:` breaks what is proved, not
what is checked: tests/workshop/test_faulty_claims.py tries it. A `scenario-` is no rulebook:
tests/practice/test_checking.py tries it.
"""

import importlib
import importlib.util
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook

FAULTY = Path(__file__).parent.parent / "faulty"
PROVED = {entry for entry in FAULTY.glob("*.yaml") if entry.read_bytes().startswith(b"# claim:")}
PLAYED = {*FAULTY.glob("scenario-*.yaml")}
BOOKS = sorted(entry for entry in {*FAULTY.iterdir()} - PROVED - PLAYED if entry.suffix == ".yaml" or entry.is_dir())
EXPECT = re.compile(rb"# expect: (?:([^ :]+):)?(\d+):(\d+) (.+?)\r?\n")


def book_checks() -> Callable[[Any], Iterable[Problem]]:
    """The book's own checks, where they are written."""
    if importlib.util.find_spec("screen.core.checks") is None:
        return lambda _: ()
    checks: Callable[[Any], Iterable[Problem]] = importlib.import_module("screen.core.checks").check_book
    return checks


def found_in(book: Path) -> tuple[Located, ...]:
    try:
        return read_rulebook(book, Rulebook, book_checks())[1]
    except Unreadable as unreadable:
        return unreadable.problems


def expected_of(book: Path) -> list[tuple[str, int, int, str]]:
    head = book / "rules.yaml" if book.is_dir() else book
    root = book if book.is_dir() else book.parent
    expectations = []
    for line in head.read_bytes().splitlines(keepends=True):
        if not (found := EXPECT.fullmatch(line)):
            break
        file = root / (found[1].decode() if found[1] else head.name)
        expectations.append((str(file), int(found[2]), int(found[3]), found[4].decode()))
    return expectations


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_each_fault_stands_at_its_place(book: Path) -> None:
    found, expected = found_in(book), expected_of(book)
    assert expected, "the first line says `# expect: LINE:COLUMN part of what is said`"
    for *place, words in expected:
        said = [f"{each.fault} {each.remedy}" for each in found if list(each[:3]) == place]
        assert any(words in sentence for sentence in said), "\n".join(map(str, found))


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_nothing_else_is_said_of_a_fault(book: Path) -> None:
    errors = {each[:3] for each in found_in(book) if not each.warning}
    assert errors <= {expected[:3] for expected in expected_of(book)}
