"""Checking: a rulebook is read afresh and every fault printed."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from screen.cli.codes import RULEBOOK
from screen.cli.opening import now, rulebook_path
from screen.core.checks import check_book, check_contacts
from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from screen.terminal.console import open_console
from screen.terminal.letters import printable


def check_at(named: Path | None, *, as_json: bool) -> int:
    """Print the problems of the rulebook asked for; the exit code. Warnings alone are no failure."""
    path = rulebook_path(named)

    def checks(book: Rulebook) -> Iterator[Problem]:
        yield from check_book(book)
        yield from check_contacts(book, now().date())

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
            print(printable(str(problem)), file=sys.stderr)
        if book is not None:
            size = f"{len(book.indicators)} indicators, {len(book.rules)} rules"
            open_console().write(f"{path}: edition {book.edition}: nothing wrong. {size}.")
    return 0 if book is not None else RULEBOOK
