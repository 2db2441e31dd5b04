"""Checking: a rulebook is read afresh and every fault printed."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from screen.cli.door import RULEBOOK
from screen.core.checks import check_book, check_contacts
from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook


def check_at(path: Path, today: date, *, as_json: bool) -> int:
    """Print the problems of the rulebook at this path; the exit code. Warnings alone are no failure."""

    def checks(book: Rulebook) -> Iterator[Problem]:
        yield from check_book(book)
        yield from check_contacts(book, today)

    book: Rulebook | None = None
    problems: tuple[Located, ...]
    try:
        book, problems = read_rulebook(path, Rulebook, checks)
    except Unreadable as unreadable:
        problems = unreadable.problems
    if as_json:
        print(json.dumps([problem._asdict() for problem in problems], indent=2))
    else:
        for problem in problems:
            print(problem, file=sys.stderr)
        if book is not None:
            size = f"{len(book.indicators)} indicators, {len(book.rules)} rules"
            print(f"{path}: edition {book.edition}: nothing wrong. {size}.")
    return 0 if book is not None else RULEBOOK
