"""Testing: the cases of a rulebook are held against it, and every change by one step against the cases."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND, USAGE
from screen.cli.opening import open_book, rulebook_path
from screen.cli.tested import Failed, Tested, document, show
from screen.core.expected import misfits_of
from screen.core.problem import Unreadable
from screen.storage.cases import CASES, Suite, read_sound_cases
from screen.storage.folder import root_of
from screen.storage.reading import read_marks
from screen.terminal.console import open_console
from screen.terminal.letters import printable
from screen.workshop.comparing.difference import alters
from screen.workshop.logic.solver import z3_solver
from screen.workshop.mutating.coverage import Coverage, cover
from screen.workshop.mutating.trial import differences, evidence_of

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.logic.formula import Solve
    from screen.workshop.mutating.coverage import Alters

NO_SOLVER = "The solver z3 could tell which of these lead nobody elsewhere: pip install 'htscreen[prove]'."

LIMIT = 5.0
"""Seconds that the solver may take over one change that no case notices."""


def try_cases(rulebook: Path | None, cases: Path | None, *, quick: bool, as_json: bool, plain: bool) -> int:
    """Print what the cases, and unless `quick` the changes, come to; the exit code. Raises Unreadable.

    A case or a file that is faulty is told with its line, and stops none of the others.
    """
    book, path = open_book(rulebook), rulebook_path(rulebook)
    try:
        suite, problems = read_sound_cases(cases or root_of(path) / CASES, lambda case: misfits_of(book, case))
    except Unreadable as unreadable:
        print(printable(str(unreadable)), file=sys.stderr)
        return USAGE
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)
    if not suite.cases:
        return USAGE
    failed = failed_of(book, suite)
    tested = Tested(suite, failed, None if quick else _covered(book, suite, failed), {} if quick else read_marks(path))
    if as_json:
        print(json.dumps(document(tested), indent=2))
    else:
        show(open_console(plain=plain), tested)
        if tested.unexcused and open_solver() is None:
            print(NO_SOLVER, file=sys.stderr)
    if tested.misplaced or problems:
        return USAGE
    return 0 if tested.is_well else FOUND


def failed_of(book: "Book", suite: Suite) -> tuple[Failed, ...]:
    """The cases that come out otherwise, each with all that differs."""
    tried = (Failed(each, tuple(differences(book, each.case, evidence_of(book, each.case)))) for each in suite.cases)
    return tuple(each for each in tried if each.differences)


def _covered(book: "Book", suite: Suite, failed: tuple[Failed, ...]) -> Coverage:
    """What the cases notice that come out as they expect; one that fails would seem to notice everything."""
    out = {each.written.name for each in failed}
    return cover(book, [each.case for each in suite.cases if each.name not in out], _alters())


def _alters() -> "Alters":
    """What tells whether a change leads anybody elsewhere: the solver, or without one nobody."""
    solve = open_solver()
    return lambda old, new: alters(old, new, solve) if solve else None


def open_solver() -> "Solve | None":
    """The solver; None where it is not installed."""
    try:
        return z3_solver(LIMIT)
    except ImportError:
        return None
