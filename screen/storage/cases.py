"""Files of cases: read with the place of each, and written where a run was recorded."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.case import Case, CaseFile
from screen.storage.noted import save_text
from screen.storage.reading import read_marked
from screen.storage.tree import Mark, Tree, in_order, located

CASES = Path("tests", "cases")
"""Where a rulebook's folder holds its cases."""


class Written(NamedTuple):
    """A case, and where it is written."""

    name: str
    mark: Mark
    case: Case


class Excused(NamedTuple):
    """A change that no case need notice, where that is written, and why."""

    name: str
    mark: Mark
    why: str


class Suite(NamedTuple):
    """All cases of a file or a folder, and the changes that they need not notice."""

    cases: tuple[Written, ...]
    unnoticed: tuple[Excused, ...]


def read_cases(path: Path, misfits: Callable[[Case], Iterable[Problem]]) -> Suite:
    """The cases in a file, or in the YAML files of a folder, in the order of their names.

    Raises Unreadable with every problem of every file.
    """
    suite, problems = read_sound_cases(path, misfits)
    if problems:
        raise Unreadable(problems)
    return suite


def read_sound_cases(path: Path, misfits: Callable[[Case], Iterable[Problem]]) -> tuple[Suite, tuple[Located, ...]]:
    """The cases with which nothing is wrong, and every problem of the others and of their files.

    Raises Unreadable if there is no file at all.
    """
    read, problems = list[tuple[CaseFile, Tree]](), list[Located]()
    for file in case_files(path):
        try:
            read.append(read_marked(file, CaseFile))
        except Unreadable as unreadable:
            problems += unreadable.problems
    suite = _suite(read)
    problems += (*_repeats(suite.cases), *_repeats(suite.unnoticed))
    problems += (located(each, tree.marks) for file, tree in read for each in _misfits(file, misfits))
    if not problems and not suite.cases:
        problems.append(Located(str(path), 1, 1, "there is no case here.", "Write one under `cases`."))
    first = {each.name: each for each in reversed(suite.cases)}
    sound = tuple(each for each in first.values() if next(iter(misfits(each.case)), None) is None)
    return Suite(sound[::-1], suite.unnoticed), in_order(problems)


def case_files(path: Path) -> list[Path]:
    """The file, or the YAML files of the folder, in the order of their names. Raises Unreadable if there are none."""
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix in {".yaml", ".yml"} and each.name[0] != ".")
        if files:
            return files
        fault = "there is no file of cases in this folder."
    elif path.exists():
        return [path]
    else:
        fault = "there is no such file or folder, so no cases."
    remedy = "Write some, or record a screening with --record; docs/rulebook.md says how."
    raise Unreadable((Located(str(path), 1, 1, fault, remedy),))


def _suite(read: list[tuple[CaseFile, Tree]]) -> Suite:
    return Suite(
        tuple(
            Written(case.name, tree.marks["cases", number], case)
            for file, tree in read
            for number, case in enumerate(file.cases)
        ),
        tuple(
            Excused(change, tree.marks["unnoticed", change], why)
            for file, tree in read
            for change, why in file.unnoticed.items()
        ),
    )


def _misfits(file: CaseFile, misfits: Callable[[Case], Iterable[Problem]]) -> Iterator[Problem]:
    for number, case in enumerate(file.cases):
        for problem in misfits(case):
            yield problem._replace(place=("cases", number, *problem.place))


def _repeats(entries: tuple[Written, ...] | tuple[Excused, ...]) -> Iterator[Located]:
    """A name stands for one case, and a change is excused once, in all files together."""
    first: dict[str, Mark] = {}
    for each in entries:
        before = first.setdefault(each.name, each.mark)
        if before is not each.mark:
            fault = f"`{each.name}` stands at {before.file}:{before.line} too."
            yield Located(*each.mark, fault, "Give this one a name of its own, or delete it.")


def save_cases(path: Path, cases: Iterable[dict[str, Any]]) -> None:
    """Write cases, given as what stands under their keys, to a new file. Raises OSError, FileExistsError."""
    text = yaml.safe_dump(
        {"cases": list(cases)}, sort_keys=False, default_flow_style=None, allow_unicode=True, width=116
    )
    save_text(path, text)
