"""Comparing: two rulebooks side by side, and who would now be advised differently."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND, RULEBOOK, USAGE
from screen.cli.opening import open_rulebook
from screen.cli.proving import open_solver
from screen.core.book import Book
from screen.core.expected import misfits_of, moment_of
from screen.core.given import screening_of
from screen.core.problem import Unreadable
from screen.core.shape.answers import Answers
from screen.practice.draw import opened
from screen.practice.keyed import keyed
from screen.practice.scene import Scene
from screen.storage.cases import CASES, case_files, read_cases
from screen.storage.folder import root_of
from screen.storage.reading import read, read_tree_of
from screen.storage.scenarios import SCENARIOS, SHARED, read_pack, read_scenario
from screen.terminal.console import open_console
from screen.terminal.letters import printable
from screen.workshop.comparing.comparison import compare
from screen.workshop.comparing.document import comparison_document
from screen.workshop.comparing.page import comparison_page
from screen.workshop.comparing.tally import Given, tally
from screen.workshop.comparing.words import Side, comparison_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.storage.twin import Loaded
    from screen.terminal.console import Console
    from screen.workshop.comparing.comparison import Comparison


def compare_at(
    old: Path, new: Path, answers: Path | None, *, limit: float, as_json: bool, markdown: bool, plain: bool
) -> int:
    """Print how two rulebooks differ; the exit code."""
    solve = open_solver(limit)
    if solve is None:
        return USAGE
    loaded = [_opened(which, path) for which, path in (("old", old), ("new", new))]
    if loaded[0] is None or loaded[1] is None:
        return RULEBOOK
    books = (Book(loaded[0].book), Book(loaded[1].book))
    try:
        given = [] if answers is None else [(answers.name or str(answers), _given_in(books, answers))]
    except Unreadable as unreadable:
        _say(unreadable)
        return USAGE
    sides = (_side(old, loaded[0]), _side(new, loaded[1]))
    console, known = open_console(plain=plain), (*_beside(books, root_of(new)), *given)
    found = compare(*books, solve, tuple(tally(*books, title, each) for title, each in known))
    if found.comparable and not known:
        print("No cases beside NEW: name some with --answers.", file=sys.stderr)
    if as_json:
        print(json.dumps(comparison_document(sides, found), indent=2))
    elif markdown:
        print(comparison_page(books, sides, found), end="")
    else:
        _show(console, books, sides, found)
    return FOUND if found.lowers else 0


def _opened(which: str, path: Path) -> "Loaded | None":
    """The rulebook, checked; None, after all its problems, if it is faulty."""
    try:
        return open_rulebook(path)
    except Unreadable as unreadable:
        print(f"The {which} rulebook:", file=sys.stderr)
        _say(unreadable)
        return None


def _say(unreadable: Unreadable) -> None:
    print(printable(str(unreadable)), file=sys.stderr)


def _side(path: Path, loaded: "Loaded") -> Side:
    return Side(str(path), loaded.book.edition, loaded.sha256)


def _beside(books: tuple[Book, Book], root: Path) -> "Iterator[tuple[str, list[Given]]]":
    """The scenarios and the cases that stand beside a rulebook. One that cannot be read is said so, and left out."""
    for folder in (Path(SCENARIOS), CASES):
        given: list[Given] = []
        for file in sorted((root / folder).glob("*.yaml")):
            try:
                given += _given(books, file)
            except Unreadable as unreadable:
                print(f"Left out, for it holds no answers: {file}", file=sys.stderr)
                _say(unreadable)
        if given:
            yield folder.as_posix(), given


def _given_in(books: tuple[Book, Book], path: Path) -> list[Given]:
    """What a file, or every file of a folder, holds. Raises Unreadable."""
    files = case_files(path) if path.is_dir() else [path]
    return [each for file in files for each in _given(books, file)]


def _given(books: tuple[Book, Book], file: Path) -> list[Given]:
    """What a file of cases, of answers or a scenario holds, by name; it need not fit the books. Raises Unreadable.

    A scenario's key is played by either book. What all scenarios share holds nothing of its own.
    """
    if file.name in SHARED:
        return []
    content = read_tree_of(file).content
    keys = content.keys() if isinstance(content, dict) else ()
    if "cases" in keys:
        suite = read_cases(file, lambda case: (each for each in misfits_of(books[1], case) if each.place == ("at",)))
        cases = [each.case for each in suite.cases]
        return [Given(each.name, screening_of(each, moment_of(each)), moment_of(each)) for each in cases]
    if "reveals" in keys:
        scenario, pack = opened(read_scenario(file).scenario), read_pack(file.parent)[0]
        old, new = (keyed(Scene(book, pack, scenario)).screening for book in books)
        return [Given(scenario.id, old, None, new)]
    return [] if "unnoticed" in keys else [Given(file.name, screening_of(read(file, Answers), None))]


def _show(console: "Console", books: tuple[Book, Book], sides: tuple[Side, Side], found: "Comparison") -> None:
    """The comparison, its headings bold where they can be."""
    for number, told in enumerate(comparison_lines(books, sides, found)):
        if told.depth:
            console.write(told.text, "  " * told.depth, "  " * told.depth + "  ")
            continue
        if number > 1:
            console.write()
        console.head(told.text)
