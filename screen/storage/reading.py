"""Files into declared values: the shape is passed in, every fault comes back at its line."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from screen.core.problem import Located, Place, Problem, Unreadable
from screen.storage.fault import problems_of
from screen.storage.folder import files_of, read_bytes
from screen.storage.merging import merged
from screen.storage.strict import read_tree
from screen.storage.tree import Mark, Tree, in_order, located

Shape = TypeVar("Shape", bound=BaseModel)


def read(path: Path, shape: type[Shape]) -> Shape:
    """The value in one YAML or JSON file. Raises Unreadable with every problem of the file."""
    return read_text(read_bytes(path), str(path), shape)


def read_text(text: bytes, name: str, shape: type[Shape]) -> Shape:
    """The value in this text, such as standard input. Raises Unreadable, whose problems give `name` as the file."""
    return _shaped(read_tree(text, name), shape, ())


def read_marked(path: Path, shape: type[Shape]) -> tuple[Shape, Tree]:
    """The value in one YAML or JSON file, and the tree it stands in, with its marks. Raises Unreadable."""
    tree = read_tree_of(path)
    return _shaped(tree, shape, ()), tree


def read_tree_of(path: Path) -> Tree:
    """The content of one YAML or JSON file as it stands. Raises Unreadable."""
    if path.suffix == ".yml":
        raise Unreadable((Located(str(path), 1, 1, "the name ends in .yml.", "Rename the file to end in .yaml."),))
    return read_tree(read_bytes(path), str(path))


def read_rulebook(
    path: Path, shape: type[Shape], checks: Callable[[Shape], Iterable[Problem]]
) -> tuple[Shape, tuple[Located, ...]]:
    """The rulebook in a folder or in one file, and its warnings.

    Raises Unreadable with all problems at once: those of the YAML of every file; or, where all parse, those of the
    shape; or, where that is right, those that the checks find.
    """
    tree, faults = merged(_trees(files_of(path)))
    book = _shaped(tree, shape, faults)
    found = in_order([located(problem, tree.marks) for problem in checks(book)])
    if not all(problem.warning for problem in found):
        raise Unreadable(found)
    return book, found


def read_marks(path: Path) -> Mapping[Place, Mark]:
    """Where everything in a rulebook is written: a mark for each place in it. Raises Unreadable."""
    return merged(_trees(files_of(path)))[0].marks


def _trees(files: dict[str, Path]) -> dict[str, Tree]:
    trees: dict[str, Tree] = {}
    problems: list[Located] = []
    for name, path in files.items():
        try:
            trees[name] = read_tree_of(path)
        except Unreadable as unreadable:
            problems += unreadable.problems
    if problems:
        raise Unreadable(in_order(problems))
    return trees


def _shaped(tree: Tree, shape: type[Shape], faults: tuple[Located, ...]) -> Shape:
    """The content as a value of the shape. Raises Unreadable with its problems and the faults found before."""
    try:
        value = shape.model_validate(tree.content)
    except ValidationError as error:
        problems = problems_of(error, tree.content, shape)
        raise Unreadable(in_order([*faults, *(located(problem, tree.marks) for problem in problems)])) from error
    if faults:
        raise Unreadable(in_order(list(faults)))
    return value
