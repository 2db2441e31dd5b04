"""Checking: the pack and the scenarios are read afresh and every fault printed."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import RULEBOOK
from screen.cli.opening import open_book
from screen.cli.practising.library import scenario_folder
from screen.core.problem import Located, Problem, Unreadable
from screen.practice.checking import check_pack, check_scenario
from screen.practice.checking.coverage import Coverage, coverage_of
from screen.practice.checking.draft import Draft
from screen.practice.scene import Scene
from screen.storage.scenarios import PACK, read_pack, read_scenario, scenario_files
from screen.storage.tree import in_order, located
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.book import Book
    from screen.core.shape.pack import Pack
    from screen.storage.scenarios import Written


class Checked(NamedTuple):
    """What was read of a folder, and every problem of what was asked for."""

    read: "tuple[Written, ...]"
    problems: tuple[Located, ...]
    whole: bool


def check_at(paths: "Sequence[Path]", rulebook: Path | None, scenarios: Path | None, *, as_json: bool) -> int:
    """Print the problems of these scenarios, or of all; the exit code. Warnings alone are no failure."""
    book = open_book(rulebook)
    shared = scenario_folder(rulebook, scenarios)
    folders = {path if path.is_dir() else _folder_of(path, shared): list[Path]() for path in paths or (shared,)}
    for path in paths:
        if not path.is_dir():
            folders[_folder_of(path, shared)].append(path)
    checked = {folder: checked_in(book, folder, files, shared) for folder, files in folders.items()}
    problems = in_order([problem for each in checked.values() for problem in each.problems])
    if as_json:
        print(json.dumps([problem._asdict() for problem in problems], indent=2))
    else:
        for problem in problems:
            print(printable(str(problem)), file=sys.stderr)
        for folder, each in checked.items():
            _summarise(folder, each, coverage_of(book, [one.scenario for one in each.read]))
    return 0 if all(problem.warning for problem in problems) else RULEBOOK


def checked_in(book: "Book", folder: Path, files: "Sequence[Path]", shared: Path) -> Checked:
    """What is wrong in a folder: in its pack and all scenarios, or in those files alone. Bad files stop no others."""
    problems, pack = list[Located](), None
    own = (folder / PACK).is_file()
    wanted = [*files] or [*_files_of(folder, problems)]
    try:
        pack, tree = read_pack(folder if own else shared)
        if own and not files:
            problems += (located(problem, tree.marks) for problem in check_pack(book, pack))
    except Unreadable as unreadable:
        problems += unreadable.problems
    beside = [] if not files else [path for path in _files_of(folder, []) if path not in files]
    read = [*_read(wanted, problems), *_read(beside, [])]
    if pack is not None:
        for written in read:
            if written.path in wanted:
                problems += _problems(book, pack, written, read)
    missing = coverage_of(book, [each.scenario for each in read]).never
    if own and not files and missing:
        fault = f"no key finds {len(missing)} of {len(book.bit)} indicators: {', '.join(missing)}."
        problems.append(Located(str(folder / PACK), 1, 1, fault, "A scenario that does would practise them.", True))  # noqa: FBT003 - the last field of a problem
    return Checked(tuple(each for each in read if each.path in wanted), in_order(problems), not files)


def _problems(book: "Book", pack: "Pack", written: "Written", read: "Sequence[Written]") -> "Iterator[Located]":
    others = tuple(each.scenario for each in read if each is not written)
    draft = Draft(Scene(book, pack, written.scenario), written.path.stem, others)
    found: tuple[Problem, ...] = check_scenario(draft)
    return (located(problem, written.tree.marks) for problem in found)


def _read(paths: "Sequence[Path]", problems: list[Located]) -> "list[Written]":
    """The scenarios in those files; what is wrong with one that cannot be read is added to the problems."""
    read = list["Written"]()
    for path in paths:
        try:
            read.append(read_scenario(path))
        except Unreadable as unreadable:
            problems += unreadable.problems
    return read


def _files_of(folder: Path, problems: list[Located]) -> tuple[Path, ...]:
    """The files of a folder's scenarios; that there is none is added to the problems."""
    try:
        files = scenario_files(folder)
    except Unreadable as unreadable:
        problems += unreadable.problems
        return ()
    if not files:
        fault = "there is no scenario in this folder."
        problems.append(Located(str(folder), 1, 1, fault, "Write one: htscreen practice new."))
    return files


def _folder_of(path: Path, shared: Path) -> Path:
    """The folder whose pack and twins a file goes with: its own, if there is a pack, else the shared one."""
    return path.parent if (path.parent / PACK).is_file() else shared


def _summarise(folder: Path, checked: Checked, found: Coverage) -> None:
    faults = sum(1 for problem in checked.problems if not problem.warning)
    wrong = f"{faults} {'fault' if faults == 1 else 'faults'}" if faults else "nothing wrong"
    console = open_console()
    name = f"{folder}: " if checked.whole else ""
    console.write(f"{name}{found.scenarios} {'scenario' if found.scenarios == 1 else 'scenarios'}: {wrong}.")
    if checked.whole:
        size = len(found.found) + len(found.never)
        console.write(f"Pairs of twins: {found.pairs}. Nothing wrong or another need: {found.ordinary} of "
                      f"{found.scenarios}. Indicators found by a key: {len(found.found)} of {size}.")  # fmt: skip
