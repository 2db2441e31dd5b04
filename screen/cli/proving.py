"""Proving: what a rulebook promises, tried on all answers, told line by line."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND, USAGE
from screen.cli.opening import rulebook_path
from screen.core.book import Book
from screen.core.checks import check_reckonable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from screen.terminal.console import open_console
from screen.workshop.logic.solver import z3_solver
from screen.workshop.proving.document import line_document, sets_document
from screen.workshop.proving.prove import prove
from screen.workshop.proving.sets import smallest_sets
from screen.workshop.proving.words import group_words, line_words

if TYPE_CHECKING:
    from screen.terminal.console import Console
    from screen.workshop.logic.formula import Solve
    from screen.workshop.proving.proof import Line
    from screen.workshop.proving.sets import Smallest

NO_SOLVER = "This needs the solver z3. Install it: pip install 'htscreen[prove]', or pip install z3-solver."


def prove_at(named: Path | None, *, limit: float, as_json: bool, plain: bool) -> int:
    """Print the smallest sets, then how every claim stands; the exit code. Raises Unreadable.

    The rulebook need not have passed every check: what can be reckoned with can be tried.
    """
    solve = open_solver(limit)
    if solve is None:
        return USAGE
    rulebook, _ = read_rulebook(rulebook_path(named), Rulebook, check_reckonable)
    book, console = Book(rulebook), open_console(plain=plain)
    sets = smallest_sets(book)
    if not as_json:
        _show_sets(console, book, sets)
    lines: list[Line] = []
    for line in prove(book, solve):
        lines.append(line)
        if not as_json:
            _show_line(console, book, line)
    if as_json:
        print(
            json.dumps(
                {
                    "claims": [line_document(each) for each in lines],
                    "smallest_sets": [sets_document(each) for each in sets],
                },
                indent=2,
            )
        )
    else:
        _show_count(console, lines)
    return 0 if all(line.state == "holds" or (line.is_declared and line.against) for line in lines) else FOUND


def open_solver(limit: float) -> "Solve | None":
    """The solver, which gives up on a question after so many seconds; None, and how to install it, without one."""
    try:
        return z3_solver(limit)
    except ImportError:
        print(NO_SOLVER, file=sys.stderr)
        return None


def _show_line(console: "Console", book: Book, line: "Line") -> None:
    for told in line_words(book, line):
        console.write(told.text, "    " * told.depth, "    " * told.depth + "  ")
    console.out.flush()


def _show_sets(console: "Console", book: Book, sets: "tuple[Smallest, ...]") -> None:
    console.head("The smallest sets of findings that reach each disposition, or a higher one")
    console.write("`strong papers, debt` is any one strong sign of either cluster. Every part of a line is needed.")
    for found in sets:
        console.write()
        console.head(f"{found.disposition}: {found.why_not or f'sets: {found.sets}'}")
        for group in found.groups:
            console.write(group_words(book, group), "  - ", "    ")
    console.write()
    console.head("What the rulebook promises, of all answers")


def _show_count(console: "Console", lines: "list[Line]") -> None:
    states = [line.state for line in lines]
    against = states.count("counter-example")
    console.write()
    console.write(
        f"{len(lines)} claims: {states.count('holds')} hold, {against} with a counter-example, "
        f"{states.count('not-decided')} not decided."
    )
